"""Five-year plans, school years and forms of a school in, those whose years beside them are not theirs out."""

from __future__ import annotations

from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import is_quoted, sentence_at
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence
from figcheck.numerals import whole_number
from figcheck.values import Frozen

# --- five-year plans -----------------------------------------------------------------------------------------

_FIRSTS = {
    **{name: 1953 + 5 * at for at, name in enumerate(("一五", "二五"))},
    **{name: 1966 + 5 * at for at, name in enumerate("三五 四五 五五 六五 七五 八五 九五".split())},
    **{name: 2001 + 5 * at for at, name in enumerate("十五 十一五 十二五 十三五 十四五 十五五 十六五".split())},
}
"""The first year of each plan; it runs five years (the first three years of the third had been lost)."""
_BY_NUMBER = {whole_number(name[:-1]) or 0: name for name in _FIRSTS if name != "十五"} | {10: "十五"}
_OTHERS = re.compile(
    r"苏联|苏俄|印度|越南|朝鲜|韩国|老挝|尼泊尔|巴基斯坦|不丹|伊朗|土耳其|公司|集团|学校|大学|学院|医院|企业|协会"
)
_PLAN = re.compile(
    r"[“\"「](?P<name>十[一二三四五六]五|[一二三四五六七八九十]五)[”\"」](?:规划|计划)?"
    r"|(?P<bare>(?<![一二三四五六七八九十])(?:十[一二三四五六]五|[六七八九]五))(?=规划|计划|时期|期间|末|以来|收官|开局)(?:规划|计划)?"
    r"|第(?P<nth>[一二三四五六七八九十]{1,3})个五年(?:计划|规划)”?"
)
_Y = r"(?<![0-9])(?:19|20)[0-9]{2}"
_RUNS = re.compile(
    rf"(?:时期|期间|规划期|建设|发展|五年|这五年|的|”)*(?:[（(，,](?:即|也就是)?|——)?(?:从|自)?(?P<first>{_Y})年?\s?(?:[—–~～─－\-]{{1,3}}|至|到)\s?(?P<last>{_Y})年?(?P<end>[）)]|[，,。]|期间|间|时期|这五年)"
)
_RUNS_BEFORE = re.compile(
    rf"(?P<first>{_Y})年?\s?(?:[—–~～─－\-]{{1,3}}|至|到)\s?(?P<last>{_Y})年?(?:[（(]|[，,]?(?:即|也就是|是|为)|的|（即)(?:我国|国家)?(?:的)?[“]?$"
)
_TURNS = (
    ("开局之年|开局年|第一年|首年|头一年|起步之年|起始之年|开端之年|启动之年|开启之年", 0, 0),
    ("收官之年|收官年|最后一年|最末一年|末年|末|决胜之年|完成之年", 4, 4),
    ("承上启下之年|中期之年|承上启下的一年|承前启后之年|中期评估之年|中期评估年", 1, 3),
)
_TURN_WORDS = "|".join(words for words, _, _ in _TURNS)
_TURN = (
    r"(?:规划|计划|时期|期间|实施|建设|发展|执行|进入|的|”|这五年|五年)*"
    rf"(?:(?P<turn>{_TURN_WORDS})|第(?P<count>[一二三四五])(?:年|个年头))"
)
_TURN_BEHIND = re.compile(_TURN)
_YEAR_BEHIND = re.compile(rf"(?:[的——，,（(]|即|也就是|——|就是|是)*(?P<year>{_Y})年")
_YEAR_BEFORE = re.compile(
    rf"(?:(?P<year>{_Y})年|(?P<now>今年))(?:[，,]?(?:既|也|又|正|恰|还|不仅|，)*(?:是|为|作为|系|乃|迎来|进入|步入|处于|正处|正值)(?:了|我国|我[省市县区国]|全[国省市县区]|实施|国家|落实|完成|推进|实现|贯彻|，)*|[，,])[“]?$"
)
_ENDED = re.compile(
    rf"(?P<year>{_Y})年(?:[0-9]{{1,2}}月)?(?:正式|如期|胜利|圆满|全面|将|就)?(?P<turn>开局|启动实施|收官)"
)


_SEVERAL = re.compile(r"”[和与及、至到]")


class Plan(Frozen):
    """A plan named in the text and its years."""

    span: Span
    name: str
    first: int

    @property
    def last(self) -> int:
        """The last of its five years."""
        return self.first + 4


def wrong_plan_years(analysis: Analysis) -> Iterator[Hit]:
    """“十三五”（2016—2021年）, “十五五”开局之年的2025年: years that are not the plan's."""
    text = analysis.document.text
    plans = list(_plans(text))
    for plan in plans:
        sentence = sentence_at(text, plan.span.start)
        if _OTHERS.search(text, sentence.start, plan.span.start) and text[plan.span.start] == "第":
            continue
        if (
            _SEVERAL.search(text, max(0, plan.span.start - 4), plan.span.start)
            or "普法" in text[sentence.start : sentence.end]
        ):
            continue
        yield from _runs(text, plan)
        yield from _turns(analysis, plan)
        if sum(1 for other in plans if sentence.holds(other.span)) == 1:
            yield from _begins_and_ends(text, plan, Span(plan.span.end, sentence.end))


def _plans(text: str) -> Iterator[Plan]:
    for match in _PLAN.finditer(text):
        name = match["name"] or match["bare"] or _BY_NUMBER.get(whole_number(match["nth"]) or 0)
        if name in _FIRSTS:
            yield Plan(Span(*match.span()), name, _FIRSTS[name])


def _runs(text: str, plan: Plan) -> Iterator[Hit]:
    """“十四五”时期（2021—2026年）, 1986年至1990年的“六五”."""
    match = _RUNS.match(text, plan.span.end)
    if (
        match is not None
        and match["end"] in ("，", ",", "。")
        and text[plan.span.end : match.start("first")][-1:] not in ("即", "是", "—")
    ):
        match = None
    match = match or _RUNS_BEFORE.search(text, max(0, plan.span.start - 22), plan.span.start)
    if match is None:
        return
    for group, right in (("first", plan.first), ("last", plan.last)):
        if int(match[group]) != right:
            yield _hit(text, plan, Span(*match.span(group)), f"{right}年")


def _turns(analysis: Analysis, plan: Plan) -> Iterator[Hit]:
    """2018年，“十三五”进入第二年; “十一五”的最后一年2011年."""
    text, today = analysis.document.text, analysis.document.date
    turn = _TURN_BEHIND.match(text, plan.span.end)
    if turn is None or is_quoted(text, plan.span.start - 1):
        return
    behind = _YEAR_BEHIND.match(text, turn.end())
    before = _YEAR_BEFORE.search(text, max(0, plan.span.start - 24), plan.span.start)
    if before is not None and before.group().endswith(("，", "，“")) and turn["count"] is None:
        before = None
    found = before or behind
    if found is None:
        return
    now = before is not None and before["now"] is not None
    if now and today is None:
        return
    year = today.year if now and today is not None else int(found["year"])
    low, high = _offsets(turn)
    if plan.first + low <= year <= plan.first + high:
        return
    expected = f"{plan.first + low}年" if low == high else f"{plan.first + low}—{plan.first + high}年"
    yield _hit(text, plan, Span(*found.span("now" if now else "year")), expected, turn.end())


def _offsets(turn: re.Match[str]) -> tuple[int, int]:
    if turn["count"]:
        at = (whole_number(turn["count"]) or 1) - 1
        return at, at
    return next((low, high) for words, low, high in _TURNS if turn["turn"] in words.split("|"))


def _begins_and_ends(text: str, plan: Plan, scope: Span) -> Iterator[Hit]:
    """“十四五”五年，2021年开局、2024年收官."""
    for match in _ENDED.finditer(text, scope.start, scope.end):
        right = plan.last if match["turn"] == "收官" else plan.first
        if int(match["year"]) != right:
            yield _hit(text, plan, Span(*match.span("year")), f"{right}年")


def _hit(text: str, plan: Plan, span: Span, expected: str, end: int | None = None) -> Hit:
    name = text[plan.span.start : end or plan.span.end]
    values = {"written": text[span.start : span.end], "name": name, "expected": expected}
    said = SpanEvidence(plan.span.start, end or plan.span.end, name)
    working = Derivation(f"{plan.name} = {plan.first}—{plan.last}年")
    return Hit(span, values, (said, working), expected, against=plan.span.start)


# --- schools -------------------------------------------------------------------------------------------------

_SCHOOL_YEAR = re.compile(rf"(?P<first>{_Y})年?\s?(?:[—–~～─－\-/／]{{1,3}}|至|到)\s?(?P<last>{_Y})年?(?P<name>学年)")
_FORM = re.compile(rf"(?P<first>{_Y})(?P<kind>级|届)(?![别])")
_COURSE = re.compile(r"学制(?P<years>[三四五二345])年|(?P<years2>[三四五二3452])年制|(?P<years3>[三四五二3452])年后")
_GRADUATES = re.compile(
    rf"(?P<year>{_Y})年(?:的?[0-9一二三四五六七八九十]{{1,2}}月|[春夏秋冬][天季]?|的|春夏之交|暑假|盛夏|初夏)*(?:才|将|就|应|如期|顺利|一起|便)*(?P<deed>毕业|离校|报到|入学|入校)"
)


def wrong_school_years(analysis: Analysis) -> Iterator[Hit]:
    """2022—2024学年; 2021级，学制四年，2024年毕业; 2015级2016年9月报到: years of school that do not go together."""
    yield from _classes(analysis)
    text = analysis.document.text
    for match in _SCHOOL_YEAR.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if last != first + 1 and last <= first + 2:
            values = {"written": match["last"], "name": f"{first}年开始的学年", "expected": f"{first + 1}年"}
            span = Span(match.start("first"), match.end("last"))
            yield Hit(span, values, (Derivation(f"{first} + 1 = {first + 1}"),), f"{first}—{first + 1}")
    for form in _FORM.finditer(text):
        sentence = sentence_at(text, form.start())
        if sum(1 for _ in _FORM.finditer(text, sentence.start, sentence.end)) == 1:
            yield from _form_years(text, form, sentence)


def _form_years(text: str, form: re.Match[str], sentence: Span) -> Iterator[Hit]:
    """The years in which the pupils of a form came or left."""
    first = int(form["first"])
    course = _COURSE.search(text, sentence.start, sentence.end)
    length = next((whole_number(each) for each in course.groups() if each), None) if course is not None else None
    for match in _GRADUATES.finditer(text, form.end(), sentence.end):
        came = match["deed"] not in ("毕业", "离校")
        right = first if came == (form["kind"] == "级") else None
        if not came and form["kind"] == "级" and length is not None:
            right = first + length
        if right is None or int(match["year"]) == right or (first == 1977 and came):
            continue  # the form of 1977 came in spring
        span = Span(*match.span("year"))
        values = {"written": match["year"], "name": form.group(), "expected": f"{right}年"}
        said = SpanEvidence(form.start(), form.end(), form.group())
        working = f"{first} + {length} = {right}" if right != first else f"{form.group()} = {right}年"
        yield Hit(span, values, (said, Derivation(working)), f"{right}年")


# --- classes -------------------------------------------------------------------------------------------------

_LEVELS = {
    "大": (re.compile(r"大学|学院|大专|本科|专业|高校|高职|[农医师工理科财林民北南复浙武川交]大"), 5),
    "研": (re.compile(r"研究生|硕士|读研|考研"), 3),
    "初": (re.compile(r"初中|中学|七年级"), 3),
    "高": (re.compile(r"高中|中学"), 3),
    "级": (re.compile(r"小学|一年级"), 6),
}
_CLASS = re.compile(
    r"(?:如今|现在|今年|眼下|目前|已经?是|已经?读|现已|正)[^。；！？0-9]{0,12}?(?P<class>(?P<level>[大研初高])(?P<nth>[一二三四五])(?![0-9一二三四五六七八九班到届])|(?P<form>[一二三四五六])年级)"
)
_ENTERED = re.compile(
    rf"(?P<year>{_Y})年(?:(?P<month>[0-9]{{1,2}})月(?:[0-9]{{1,2}}日)?|[夏秋][天季]?|初秋)?[，,]?[^。；！？0-9]{{0,16}}?(?:考[进入上取]|升[入上]|入读|就读|进入|入学|走进|迈进|录取|[上读念](?=[小初高大一本专]))"
)
_PAUSED = re.compile(
    r"休学|参军|入伍|当兵|复学|留级|停学|跳级|预科|复读|退学|转学|专升本|五年制|降级|重读|毕业|考研|保研|弟|妹|哥|姐|儿子|孙"
)
_TERM_MONTH, _SUMMER = 9, (7, 8)


def _classes(analysis: Analysis) -> Iterator[Hit]:
    """2022年9月考进大学……如今是大二学生: a class that the year of coming does not give."""
    text, today = analysis.document.text, analysis.document.date
    for match in _CLASS.finditer(text) if today is not None else ():
        assert today is not None
        start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
        came = list(_ENTERED.finditer(text, start, match.start()))
        if len(came) != 1 or _PAUSED.search(text, came[0].start(), match.end()) or is_quoted(text, match.start()):
            continue
        level, longest = _LEVELS[match["level"] or "级"]
        month = int(came[0]["month"] or _TERM_MONTH)
        if level.search(text, came[0].end() - 4, match.start()) is None or month < _SUMMER[0]:
            continue
        first = int(came[0]["year"])
        autumn = today.month >= _TERM_MONTH or re.search("秋|9月|九月|开学", match.group()) is not None
        right = today.year - first + (1 if autumn else 0)
        said = whole_number(match["nth"] or match["form"]) or 0
        if said in (right, right + (1 if today.month in _SUMMER else 0)) or not 1 <= right <= longest:
            continue
        span = Span(*match.span("class"))
        name = f"{first}年入学"
        expected = match["class"].replace(match["nth"] or match["form"], "一二三四五六"[right - 1], 1)
        values = {"written": match["class"], "name": name, "expected": expected}
        year = SpanEvidence(came[0].start("year"), came[0].end("year") + 1, f"{first}年")
        yield Hit(span, values, (year, Derivation(f"{first} → {today.year}：{expected}")), expected)


_REACH = 90
"""Code points at most from the year of coming to the class."""
