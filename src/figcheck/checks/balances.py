"""Passages in, stocks out of which what came and went does not make what is left: 5000顶……发放3200顶，余下的2800顶."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from figcheck import expressions as re
from figcheck.checks.intervals import admitted, comparable, literally, reckoned, total
from figcheck.checks.moves import Taken
from figcheck.checks.passages import Figure, Passage, passages
from figcheck.checks.terms import choice
from figcheck.checks.working import digits_like
from figcheck.data import balance_words as words
from figcheck.model import Analysis, Derivation, Hit, Interval, SpanEvidence
from figcheck.slips import chance, looks_like
from figcheck.units import conversion
from figcheck.values import Frozen

Role = Literal["in", "out", "net in", "net out", "left", "perhaps left", "now", "once", ""]
_WINDOW = 6
"""Figures of one kind in two sentences that are read as one balance at most."""


class Entry(Frozen):
    """A figure of a balance and its sign."""

    figure: Figure
    sign: int
    amount: Fraction
    """In the unit of the balance's last figure; of a share, what it is of the whole."""


class Balance(Frozen):
    """What there was, what came and went, and what is said to be left."""

    entries: tuple[Entry, ...]
    """What there was, then the changes."""
    result: Figure
    sure: bool
    """Whether the words promise that nothing else came or went."""


def balance_told(analysis: Analysis) -> Iterator[Hit]:
    """A stock, what came and went, and what is left, of which one is a slip of what the others make."""
    for passage in passages(analysis):
        told: set[int] = set()
        for balance in _balances(passage):
            places = {balance.result.start, *(entry.figure.start for entry in balance.entries)}
            if not places & told and _is_wrong(balance):
                told |= places
                yield _hit(balance)


# --- roles ---------------------------------------------------------------------------------------------------

_FILL = "(?:了|约|近|达|为|有|共|仅|只|掉|去|出|的|近|超过|整整|足足|已|就){0,4}"
_THING = r"[^，。；：、（）]{0,7}"
_LEFT = re.compile(rf"(?:{choice(words.LEFT)}){_THING}$")
_PERHAPS_LEFT = re.compile(rf"(?:{choice(words.PERHAPS_LEFT)}){_THING}$")
_TO_DO = re.compile(rf"{_THING}?(?:{choice(words.STILL_TO_DO)})")
_NET_CAME, _NET_WENT = (re.compile(rf"(?:{choice(said)}){_FILL}$") for said in (words.NET_CAME, words.NET_WENT))
_NAMES = r"(?:[一-龥A-Za-z]{1,8}、){0,6}"
_CAME, _WENT, _GONE = (
    re.compile(rf"(?:{choice(said)})(?!了?[到至为成]){_FILL}{_NAMES}{_THING}$")
    for said in (words.CAME, words.WENT, words.GONE)
)
_OPENS = re.compile(r"(?:年初|期初|月初|上年末?|上月末?|去年[底末])[^，。；]{0,3}(?:余额|结余|库存|结存)(?:为|有)?$")
_ONCE = re.compile(rf"(?:{choice(words.ONCE)}){_THING}$")
_NOW = re.compile(rf"(?:{choice(words.NOW_THERE)}){_THING}$")
_NO_ENTRY = re.compile(
    r"加上|连同|算上|抵扣|每|均|平均|最[高低多少大小]|比(?!赛)|同比|环比|其中|计划|目标|预计|预算|将|拟|约合|相当于|占|上限|下限|不足|可容纳"
)


def _clause(figure: Figure) -> str:
    """The words of the clause that lead to a figure, names told one by one included."""
    return re.split(r"[，；：。（）—]", figure.lead)[-1]


_ALREADY = re.compile("^$|已经?有?$|有$|先后有?$")
_GONE_BEHIND, _CAME_BEHIND, _WENT_BEHIND = (
    re.compile(rf"[^，。；：、（）]{{0,3}}?(?:{choice(said)})") for said in (words.GONE, words.CAME, words.WENT)
)
_KEPT = re.compile(r"(?:兜里|手里|手头|账上|账户上?|卡里|家里|仓里|库里|仓库里|地里|缸里|水库)[^，。；]{0,2}还有$")
_UNDONE = re.compile(rf"(?:未|没有?|待)(?:能|被|曾|经)?(?:{choice(words.GONE)}){_FILL}{_THING}$")


def _role(figure: Figure) -> Role:
    clause = _clause(figure)
    if _NO_ENTRY.search(clause) or figure.quantity.hedge not in ("exact", "about", "odd", "over", "nearly"):
        return ""
    if _OPENS.search(clause):
        return "once"
    if _UNDONE.search(clause) or _LEFT.search(clause):
        return "left"
    if _PERHAPS_LEFT.search(clause):
        sure = _TO_DO.match(figure.tail) or clause.endswith("的") or _KEPT.search(clause)
        return "left" if sure else "perhaps left"
    if _REACHED.search(clause):
        return "now"
    role = next((role for role, expression in _CHANGES if expression.search(clause)), None)
    if role is not None:
        return role
    if _ONCE.search(clause):
        return "once"
    if figure.lead.endswith(("到", "至")):
        return "now"
    if figure.when is not None and figure.when.kind == "now" and figure.when.rank < 0:
        return "once"
    return "now" if _NOW.search(clause) or clause == "为" else ""


_REACHED = re.compile("[调增扩提升涨减压降缩改变][整加大高少低]?[到至为成]$")
"""增设地下书库又调到1.72万平方米: what a change leads to, whatever was added on the way."""
_CHANGES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("net in", _NET_CAME),
    ("net out", _NET_WENT),
    ("in", _CAME),
    ("out", _WENT),
)


# --- what is left of a whole -----------------------------------------------------------------------------------


def _balances(passage: Passage) -> Iterator[Balance]:
    for figure in passage.figures:
        if figure.is_amount and _role(figure) in ("left", "perhaps left"):
            yield from _left_of_whole(passage, figure)
    yield from _stocks(passage)


def _left_of_whole(passage: Passage, rest: Figure) -> Iterator[Balance]:
    """5000顶帐篷已发放3200顶，余下的2800顶: back to the first figure that nothing is said to have been done to."""
    gone: list[Figure] = []
    before = [one for one in passage.figures if one.start < rest.start and rest.sentence - one.sentence <= 2]
    for figure in reversed(before[-_WINDOW:]):
        is_share = figure.is_percent or (figure.is_fraction and figure.number < 1)
        if not is_share and not (figure.is_amount and comparable(figure.unit, rest.unit)):
            continue
        if _is_gone(figure):
            gone.insert(0, figure)
            continue
        if gone and not is_share and _NO_WHOLE.search(_clause(figure)) is None:
            yield from _less(figure, gone, rest, before)
        return
    if len(gone) > 1 and gone[0].is_amount:  # 运抵的5000顶已发放3200顶
        yield from _less(gone[0], gone[1:], rest, before)


_NO_WHOLE = re.compile(r"每|均|最[高低多少大小]|比(?!赛)|同比|环比|其中|增长|下降|占")


def _is_gone(figure: Figure) -> bool:
    clause = _clause(figure)
    behind = _ALREADY.search(clause) is not None and _GONE_BEHIND.match(figure.tail) is not None
    done = _GONE.search(clause) or _WENT.search(clause) or behind
    return bool(done) and not _NO_WHOLE.search(clause)


def _less(whole: Figure, gone: Sequence[Figure], rest: Figure, before: Sequence[Figure]) -> Iterator[Balance]:
    first = _entry(whole, 1, rest)
    entries = [first, *(_entry(figure, -1, rest, first.amount) for figure in gone)]
    if any(entry.amount >= first.amount for entry in entries[1:]) or rest.number >= first.amount:
        return
    balance = Balance(tuple(entries), rest, _role(rest) == "left")
    if not _is_explained(balance, before):
        yield balance


def _entry(figure: Figure, sign: int, last: Figure, whole: Fraction = Fraction(0)) -> Entry:
    """A figure in the unit of the last one; a share is that of the whole."""
    if not figure.is_amount:
        return Entry(figure, sign, figure.number * (whole / 100 if figure.is_percent else whole))
    return Entry(figure, sign, figure.number * (conversion(figure.unit, last.unit) or Fraction(1)))


def _is_explained(balance: Balance, before: Sequence[Figure]) -> bool:
    """Whether another whole near by, or some of the changes only, would make it right."""
    changes = balance.entries[1:]
    runs = [changes, *((change,) for change in changes)]
    wholes = [balance.entries[0], *(_entry(one, 1, balance.result) for one in before if _may_be_whole(one, balance))]
    said = admitted(balance.result.quantity)
    return any(_made((whole, *run)).meets(said) for whole in wholes for run in runs)


def _may_be_whole(figure: Figure, balance: Balance) -> bool:
    return figure.is_amount and comparable(figure.unit, balance.result.unit) and figure is not balance.result


def _made(entries: Sequence[Entry], taken: Taken = admitted) -> Interval:
    intervals = (_admitted(entry, taken) for entry in entries)
    return total(one if entry.sign > 0 else one.negated() for entry, one in zip(entries, intervals, strict=True))


def _admitted(entry: Entry, taken: Taken) -> Interval:
    """What an entry admits, in the unit of its amount."""
    figure = entry.figure
    if not figure.is_amount:
        return reckoned(figure.quantity).scaled(entry.amount / figure.number)
    return taken(figure.quantity).scaled(entry.amount / figure.number)


# --- a stock before and after ------------------------------------------------------------------------------------


def _stocks(passage: Passage) -> Iterator[Balance]:
    """316只……添了28只，死亡5只，349只: two sentences of whose figures of one kind each has its role."""
    for sentence in sorted({figure.sentence for figure in passage.figures}):
        for wide in (0, 1):
            near = [one for one in passage.figures if 0 <= sentence - one.sentence <= wide and one.is_amount]
            if wide and all(one.sentence == sentence for one in near):
                continue
            for unit in dict.fromkeys(one.unit for one in near):
                same = [one for one in near if comparable(one.unit, unit)]
                if 2 < len(same) <= _WINDOW:
                    yield from _stock(same)


def _stock(same: Sequence[Figure]) -> Iterator[Balance]:
    roles = _roles(same)
    if roles is None:
        return
    once, now = roles.index("once"), max(roles.index(role) if role in roles else -1 for role in ("now", "left"))
    result = same[now]
    signs = {"in": 1, "out": -1, "net in": 1, "net out": -1}
    gross = [at for at, role in enumerate(roles) if role in ("in", "out")]
    nets = [at for at, role in enumerate(roles) if role.startswith("net")]
    sure = len({roles[at] for at in gross}) == 2 or any(_is_whole_change(same[at]) for at in gross)
    for changes in (gross, nets):
        if changes:
            entries = [_entry(same[once], 1, result), *(_entry(same[at], signs[roles[at]], result) for at in changes)]
            yield Balance(tuple(entries), result, sure or changes is nets)
    if nets and gross:
        entries = [_entry(same[at], signs[roles[at]] * signs[roles[nets[0]]], same[nets[0]]) for at in gross]
        yield Balance(tuple(entries), same[nets[0]], sure)


def _roles(same: Sequence[Figure]) -> list[Role] | None:
    """The roles of all figures, if each has one, with one stock at first and one in the end, and some change."""
    roles = [_role(figure) for figure in same]
    if "once" not in roles:
        at = next((at for at, role in enumerate(roles) if role == "now" or role == ""), 0)
        if at == 0 and roles.count("now") + roles.count("left") - (roles[0] == "now") == 1:
            roles[0] = "once"
    ends = roles.count("now") + roles.count("left")
    if "" in roles or "perhaps left" in roles or roles.count("once") != 1 or ends != 1:
        return None
    return roles if len(roles) > 2 else None


_DEFINITE = re.compile(r"的$|[了消闭销][一-龥]{1,8}、[^，。；：]{1,40}$")
_PLAIN = re.compile(r"(?:增加|减少|增添|扩大|缩减|少|添|多|丢|又[一-龥]{1,2})[了掉]?(?:约|近)?$")


def _is_whole_change(figure: Figure) -> bool:
    """Whether the words tell of the whole change: 新增的6个, 增加了45人, 又有4所, or name all: 取消了甲、乙、丙3个."""
    clause = _clause(figure)
    return _DEFINITE.search(clause) is not None or _PLAIN.search(clause) is not None


# --- judging -----------------------------------------------------------------------------------------------------

_LIKELY = 0.06
"""How probable the likeness to a slip may be by chance, where more may have come or gone."""
_FEW = 1000
"""Things that are fewer than this were counted."""


def _is_wrong(balance: Balance) -> bool:
    taken = literally if balance.sure else admitted
    if _made(balance.entries, taken).meets(taken(balance.result.quantity)):
        return False
    likeness = min(
        (chance(figure.quantity, looks_like(figure.quantity, meant), rounded=True) for figure, meant in _meant(balance))
    )
    if balance.sure:
        return likeness < 1 or _is_counted_out(balance)
    return likeness * (len(balance.entries) + 1) <= _LIKELY


def _reckoned(balance: Balance) -> Fraction:
    return sum((entry.sign * entry.amount for entry in balance.entries), Fraction(0))


def _meant(balance: Balance) -> Iterator[tuple[Figure, Fraction]]:
    """Each figure, and what the others make of it."""
    apart = balance.result.number - _reckoned(balance)
    yield balance.result, _reckoned(balance)
    for entry in balance.entries:
        meant = (entry.amount + entry.sign * apart) / entry.amount * entry.figure.number
        yield entry.figure, meant


def _is_counted_out(balance: Balance) -> bool:
    """Whether things so few that each was counted miss by a few."""
    figures = (balance.result, *(entry.figure for entry in balance.entries))
    if any(one.quantity.hedge != "exact" or one.quantity.step != 1 or one.number >= _FEW for one in figures):
        return False
    apart = abs(balance.result.number - _reckoned(balance))
    return apart <= max(Fraction(1), balance.result.number / 5)


def _hit(balance: Balance) -> Hit:
    result, exact = balance.result, _reckoned(balance)
    expected = digits_like(exact, result.core, result.unit)
    first, *others = balance.entries
    form = first.figure.core + "".join(f" {'+' if one.sign > 0 else '−'} {_core(one.figure)}" for one in others)
    working = f"{form} = {expected} ≠ {result.core}"
    values = {"written": result.mention.text, "expected": expected}
    places = tuple(SpanEvidence(one.figure.start, one.figure.end, one.figure.mention.text) for one in balance.entries)
    return Hit(result.mention.span, values, (*places, Derivation(working)), expected, against=result.start)


def _core(figure: Figure) -> str:
    """A share with its sign, other figures without their unit."""
    return figure.core if figure.is_amount else figure.mention.text
