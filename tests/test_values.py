"""Values behave as frozen, slotted dataclasses do."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from figcheck.model import Mention, Period, Quantity, Span, Unit
from figcheck.values import Frozen, replace

SPAN = Span(3, 5)


class Thing(Frozen):
    """One field must be given, two need not."""

    name: str
    size: int = 1
    parts: tuple[Thing, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it has no parts."""
        return not self.parts


def test_fields_are_given_by_place_or_name_and_have_defaults() -> None:
    assert Thing("甲") == Thing(name="甲", size=1, parts=())
    assert (Thing("甲", 2).size, Thing("甲").is_whole) == (2, True)
    for wrong in ((), ("甲", 1, (), 4)):
        with pytest.raises(TypeError):
            Thing(*wrong)
    with pytest.raises(TypeError):
        Thing("甲", weight=3)  # type: ignore[call-arg]


def test_nothing_can_be_changed_or_added() -> None:
    for name in ("size", "weight"):
        with pytest.raises(AttributeError):
            setattr(Thing("甲"), name, 3)
    assert not hasattr(SPAN, "__dict__")


def test_equal_fields_make_equal_values() -> None:
    assert len({Thing("甲"), Thing("甲"), Thing("乙")}) == 2
    assert sorted([Span(2, 9), Span(1, 3), Span(2, 4)]) == [Span(1, 3), Span(2, 4), Span(2, 9)]
    assert hash(Unit("元", "money:CNY")) == hash("元")


@pytest.mark.parametrize("change", [replace, dataclasses.replace, getattr(copy, "replace", replace)])
def test_replacing_keeps_the_rest(change: object) -> None:
    assert callable(change)
    assert change(Thing("甲", 2), name="乙") == Thing("乙", 2)
    with pytest.raises(TypeError):
        change(Thing("甲", 2), weight=3)


def test_dataclasses_know_the_fields() -> None:
    assert [field.name for field in dataclasses.fields(Mention)][:3] == ["start", "end", "text"]
    assert dataclasses.asdict(SPAN) == {"start": 3, "end": 5}
    assert dataclasses.is_dataclass(Period)


@pytest.mark.parametrize(
    "item", [SPAN, Thing("甲", 2, (Thing("乙"),)), Mention(1, 2, "3", 1, 2, Quantity("date", "2"))]
)
def test_values_are_copied_and_sent_between_processes(item: object) -> None:
    assert pickle.loads(pickle.dumps(item)) == copy.deepcopy(item) == item
    assert type(pickle.loads(pickle.dumps(item))) is type(item)


def test_a_value_shows_itself_and_takes_part_in_matches() -> None:
    assert repr(Thing("甲")) == "Thing(name='甲', size=1, parts=())"
    match SPAN:
        case Span(start=3, end=last):
            assert last == 5
        case _:
            raise AssertionError
