"""Passages in, nets out on the wrong side, or not the difference: 出口45亿元，进口62亿元，顺差17亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from figcheck import expressions as re
from figcheck.checks.bound_changes import is_counted
from figcheck.checks.intervals import admitted, comparable, difference, in_unit
from figcheck.checks.moves import told_change
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like
from figcheck.data import balance_words as words
from figcheck.model import Analysis, Derivation, Hit, Interval, Span, SpanEvidence
from figcheck.slips import looks_like
from figcheck.units import conversion
from figcheck.values import Frozen, replace

_FILL = "(?:额|率|为|是|达|达到|约|近|了|有|仅|只|共|出|掉|资金|人口|的){0,4}"
_LEADS = tuple(
    (
        re.compile(choice(came)),
        re.compile(choice(went)),
        re.compile(rf"(?:(?P<more>{choice(more)})|(?P<less>{choice(less)})|(?P<either>{choice(either)})){_FILL}$"),
        dict(zip(more.split(), less.split(), strict=False)) | dict(zip(less.split(), more.split(), strict=False)),
    )
    for came, went, more, less, either in words.NETS
)
_NO_LEVEL = re.compile(r"每(?!秒|小时)|均|同比|环比|比(?!赛)|较(?!大)|占|其余|进出口|收支|计划|预计|最[高低多少大小]")


_COMPARED = re.compile("[比较]|同比|环比")


class Net(Frozen):
    """What came, what went, and their difference as told."""

    came: Figure
    went: Figure
    net: Figure
    side: int
    """1 where the words say that more came, -1 where they say that more went, 0 where the figure's sign says it."""
    word: Span
    """The words that say it."""
    other: str
    """The word for the other side; empty where there is none."""


def net_mismatch(analysis: Analysis) -> Iterator[Hit]:
    """A difference with a name that says which of two figures is the greater, where it is not, or not by as much."""
    for passage in passages(analysis):
        for net in _nets(passage):
            if not _is_right(net) and not _is_explained(passage, net):
                yield from _wrong(passage, net)


# --- reading them ----------------------------------------------------------------------------------------------


def _nets(passage: Passage) -> Iterator[Net]:
    for net in passage.figures:
        for came, went, named, others in _LEADS:
            match = named.search(net.own)
            if match is None or not net.number or _COMPARED.search(net.own):
                continue
            near = [one for one in passage.figures if one is not net and 0 <= net.sentence - one.sentence <= 1]
            plus, minus = (_only(net, near, word, other) for word, other in ((came, went), (went, came)))
            if plus is None or minus is None or plus is minus:
                continue
            side = 1 if match["more"] else -1 if match["less"] else 0
            word = match["more"] or match["less"] or match["either"]
            start = net.start - len(net.own) + match.start()
            yield Net(plus, minus, net, side, Span(start, start + len(word)), others.get(word, ""))
            break


def _only(net: Figure, near: Sequence[Figure], word: re.Pattern[str], other: re.Pattern[str]) -> Figure | None:
    """The one figure near by, in the net's unit, that the word leads to."""
    found = [
        one
        for one in near
        if word.search(one.own)
        and not other.search(one.own)
        and _NO_LEVEL.search(one.own) is None
        and comparable(one.unit, net.unit)
        and one.number > 0
        and not _is_compared(one)
    ]
    inside = [one for one in found if one.sentence == net.sentence] or found
    return inside[0] if len(inside) == 1 else None


def _is_compared(figure: Figure) -> bool:
    told = told_change(figure)
    return told is not None and told.compared


# --- judging them ----------------------------------------------------------------------------------------------


def _given(net: Net) -> Interval | None:
    """What came less what went, in the unit of the net."""
    ends = [in_unit(admitted(one.quantity), one.unit, net.net.unit) for one in (net.came, net.went)]
    return None if ends[0] is None or ends[1] is None else difference(ends[0], ends[1])


def _said(net: Net) -> Interval:
    own = admitted(net.net.quantity)
    return own.negated() if net.side < 0 < net.net.number else own


def _is_right(net: Net) -> bool:
    given = _given(net)
    if given is not None and all(map(is_counted, (net.came, net.went, net.net))):
        return abs(_exact(net)) == net.net.number and given.meets(_said(net))
    return given is None or given.meets(_said(net))


def _is_explained(passage: Passage, net: Net) -> bool:
    """Whether two other figures near by make the net on the side that is told: last year's, or another town's."""
    others = [
        one
        for one in passage.figures
        if one is not net.net and abs(one.sentence - net.net.sentence) <= 1 and comparable(one.unit, net.net.unit)
    ]
    turned = [in_unit(admitted(one.quantity), one.unit, net.net.unit) for one in others]
    ends = [end for one, end in zip(others, turned, strict=True) if end is not None and one not in (net.came, net.went)]
    return any(difference(one, two).meets(admitted(net.net.quantity)) for one in ends for two in ends if one is not two)


def _wrong(passage: Passage, net: Net) -> Iterator[Hit]:
    exact, figure = _exact(net), net.net
    given = _given(net)
    if given is None or not exact:
        return
    if given.negated().meets(_said(net)):
        if net.side and net.other:
            yield _hit(net, net.word, passage.text[net.word.start : net.word.end], net.other, figure.core)
        elif not net.side:
            yield _hit(net, figure.mention.span, figure.mention.text, digits_like(exact, figure.core, figure.unit))
        return
    meant = exact * (net.side or 1)
    if meant * figure.number > 0 and _is_slip(net, abs(meant)):
        yield _hit(net, figure.mention.span, figure.mention.text, digits_like(meant, figure.core, figure.unit))


def _exact(net: Net) -> Fraction:
    came, went = (one.number * (conversion(one.unit, net.net.unit) or 1) for one in (net.came, net.went))
    return came - went


def _is_slip(net: Net, meant: Fraction) -> bool:
    """Whether the net is a slip of the difference."""
    quantity = net.net.quantity
    return looks_like(replace(quantity, value=abs(net.net.number)), meant) is not None


def _hit(net: Net, span: Span, written: str, expected: str, core: str = "") -> Hit:
    first, second = sorted((net.came, net.went), key=lambda one: one.start)
    values = {
        "written": written,
        "came": net.came.mention.text,
        "went": net.went.mention.text,
        "expected": expected,
    }
    places = tuple(SpanEvidence(one.start, one.end, one.mention.text) for one in (first, second))
    working = Derivation(f"{net.came.core} − {net.went.core} = {digits_like(_exact(net), net.net.core, net.net.unit)}")
    return Hit(span, values, (*places, working), expected, against=net.net.start)
