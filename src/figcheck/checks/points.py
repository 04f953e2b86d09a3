"""Growth rates and rates that move, as written, in; moves told in % where only points can be meant, out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from figcheck import expressions as re
from figcheck.checks.prose import matches_in_prose
from figcheck.model import Analysis, Fix, Hit, Span, SpanEvidence

_NUMBER = r"\d{1,2}(?:\.\d{1,3})?[%％](?!\d)"
_WORDS = r"[^，。；、：“”\d%％]"
_PACE = "增速|增幅|涨幅|降幅|跌幅|增长率"
_NEVER_RELATIVE = "失业率|通胀率|通货膨胀率|城镇化率|不良贷款率|不良率|准备金率|基准利率|贷款利率|存款利率"
_MOVED = "加快|放缓|回落|提高|提升|上升|下降|降低|扩大|收窄|减缓|回升|下滑|上调|下调"
_TIMES = "[去上]年|上月|上季度|年初|上年末|[一二三]季度|前[一二三]季度|上半年|[去上]年同期|全国|全省|全市"
_AGAINST = f"同比|环比|[比较](?:{_TIMES})"
_IN_PERCENT = re.compile(
    rf"(?P<measure>{_PACE})(?:[为是达]?{_NUMBER}[，、])?{_WORDS}{{0,6}}?(?:{_AGAINST}){_WORDS}{{0,6}}?(?:{_MOVED}|[高低快慢])了?(?P<written>{_NUMBER})|"
    rf"(?P<measure2>{_PACE}){_WORDS}{{0,6}}?(?:高于|低于|快于|慢于)(?:{_WORDS}{{0,6}}(?:全国|全省|全市|平均|同期|水平))(?P<written2>{_NUMBER})|"
    rf"(?P<measure3>{_NEVER_RELATIVE}){_WORDS}{{0,4}}?(?:{_AGAINST})?{_WORDS}{{0,4}}?(?:{_MOVED}|再[降升])了?(?P<written3>{_NUMBER})|"
    rf"(?:上调|下调)(?:金融机构|人民币|存款|贷款|法定)*(?P<measure4>{_NEVER_RELATIVE})(?P<written4>{_NUMBER})"
)
_SHARES_APART = re.compile(
    rf"(?P<level>\d{{1,3}}(?:\.\d{{1,3}})?)[%％]，(?:[比较]{_WORDS}{{1,10}}?|同比|环比)"
    rf"(?:高出?|低|{_MOVED})了?(?P<written>{_NUMBER})"
)
_SHARE = re.compile(r"(?<![\d.])(?P<share>\d{1,3}(?:\.\d{1,3})?)[%％]")
_FAR = 160
"""So many characters back a figure is still what another is compared with."""
_TALK = re.compile("相对(?:提高|下降|变化|减少|增加)|相对值")


def percent_of_a_rate(analysis: Analysis) -> Iterator[Hit]:
    """增速比上月加快0.5%, 失业率下降0.1%: of what is itself in percent, a move is told in points."""
    for match in matches_in_prose(analysis, _IN_PERCENT):
        name = next(name for name, found in match.groupdict().items() if found and name.startswith("written"))
        measure = match[name.replace("written", "measure")]
        if _TALK.search(match.group()):
            continue
        yield _in_points(match, name, measure)
    yield from _shares_apart(analysis)


def _in_points(match: re.Match[str], name: str, measure: str, evidence: tuple[SpanEvidence, ...] = ()) -> Hit:
    written = match[name]
    expected = written[:-1] + "个百分点"
    values = {"measure": measure, "written": written, "expected": expected}
    fix = Fix(match.end(name) - 1, match.end(name), "个百分点", safe=False)
    return Hit(Span(*match.span(name)), values, evidence, expected, fix)


def _shares_apart(analysis: Analysis) -> Iterator[Hit]:
    """规范管理率才68.5%。……74.0%，比前年底高出5.5%: exactly what lies between it and a share told sentences before."""
    text = analysis.document.text
    for match in matches_in_prose(analysis, _SHARES_APART):
        low = max(0, match.start() - _FAR)
        sentence = max(text.rfind(stop, low, match.start()) for stop in "。！？\n；")
        level, said = Decimal(match["level"]), Decimal(match["written"][:-1])
        for share in _SHARE.finditer(text, low, max(low, sentence)):
            base = Decimal(share["share"])
            if (
                "." in match["written"]
                and base
                and abs(level - base) == said
                and abs(abs(level / base - 1) * 100 - said) > 1
            ):
                yield _in_points(match, "written", match["level"] + "%", (SpanEvidence(*share.span(), share.group()),))
                break
