"""A class that only lists its fields in, the same as an immutable value out: `dataclass(frozen=True)`, but sooner.

A value is a tuple with names. To make its class takes a tenth of the time that `dataclasses` needs, and dozens of them
are made before the first article is read; to make a value takes a third. `dataclasses` knows their fields all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, dataclass_transform

if TYPE_CHECKING:
    from dataclasses import replace as replace
else:

    def replace(item, /, **changes):
        """The same value with other fields."""
        return type(item)(**{**dict(zip(item.__match_args__, item, strict=True)), **changes})


try:
    from _collections import _tuplegetter as _getter  # type: ignore[import-not-found]  # reads a field without a call
except ImportError:

    def _getter(place: int, doc: str | None) -> Any:
        from operator import itemgetter

        return property(itemgetter(place), doc=doc)


_made = tuple.__new__
_MAKERS: tuple[Any, ...] = (
    # compiled with this module; the parameters get the names of the fields
    lambda _cls: _made(_cls, ()),
    lambda _cls, a: _made(_cls, (a,)),
    lambda _cls, a, b: _made(_cls, (a, b)),
    lambda _cls, a, b, c: _made(_cls, (a, b, c)),
    lambda _cls, a, b, c, d: _made(_cls, (a, b, c, d)),
    lambda _cls, a, b, c, d, e: _made(_cls, (a, b, c, d, e)),
    lambda _cls, a, b, c, d, e, f: _made(_cls, (a, b, c, d, e, f)),
    lambda _cls, a, b, c, d, e, f, g: _made(_cls, (a, b, c, d, e, f, g)),
    lambda _cls, a, b, c, d, e, f, g, h: _made(_cls, (a, b, c, d, e, f, g, h)),
    lambda _cls, a, b, c, d, e, f, g, h, i: _made(_cls, (a, b, c, d, e, f, g, h, i)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j: _made(_cls, (a, b, c, d, e, f, g, h, i, j)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _made(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _made(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
)


def _maker(names: tuple[str, ...], defaults: tuple[Any, ...]) -> Any:
    """`__new__` for a value with these fields."""
    if len(names) < len(_MAKERS):
        maker = _MAKERS[len(names)]
    else:
        given = ", ".join(f"f{place}" for place in range(len(names)))
        maker = eval(f"lambda _cls, {given}: _made(_cls, ({given}))", globals())
    code = maker.__code__.replace(co_varnames=("_cls", *names), co_name="__new__")
    return type(maker)(code, globals(), "__new__", defaults)


@dataclass_transform(frozen_default=True)
class FrozenType(type):
    """Makes the classes of values; `order=True` tells a type checker that they may be sorted."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any], *, order: bool = False) -> FrozenType:
        """The class, its annotations read as fields and its class attributes of the same names as their defaults."""
        names = tuple(body.get("__annotations__", ()))
        defaults = tuple(body.pop(name) for name in names if name in body)
        for place, field in enumerate(names):
            body[field] = _getter(place, None)
        body |= {"__slots__": (), "__match_args__": names, "__dataclass_fields__": _Fields(defaults)}
        if names:
            body["__new__"] = _maker(names, defaults)
        return super().__new__(cls, name, bases, body)


class _Fields:
    """The fields as `dataclasses` knows them, made when it asks."""

    def __init__(self, defaults: tuple[Any, ...]) -> None:
        self._defaults = defaults

    def __get__(self, instance: object, owner: Any) -> dict[str, Any]:
        import dataclasses

        names = owner.__match_args__
        first = len(names) - len(self._defaults)
        optional = [(name, Any, _always(item)) for name, item in zip(names[first:], self._defaults, strict=True)]
        made: Any = dataclasses.make_dataclass(owner.__name__, [*names[:first], *optional])
        fields: dict[str, Any] = made.__dataclass_fields__
        type.__setattr__(owner, "__dataclass_fields__", fields)
        return fields


def _always(default: object) -> Any:
    from dataclasses import field

    return field(default_factory=lambda: default)


if TYPE_CHECKING:

    class Frozen(metaclass=FrozenType):
        """What all values share: they are equal where their fields are, hash alike, and sort by their fields."""

else:

    class Frozen(tuple, metaclass=FrozenType):
        """What all values share: they are equal where their fields are, hash alike, and sort by their fields."""

        def __repr__(self):
            fields = ", ".join(f"{name}={item!r}" for name, item in zip(self.__match_args__, self, strict=True))
            return f"{type(self).__qualname__}({fields})"

        def __replace__(self, **changes):
            return replace(self, **changes)

        def __getnewargs__(self):
            return tuple(self)
