"""Years with words of their order in, those that have another out: 次年（1994年）, 比1933年早四年."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from figcheck import expressions as re
from figcheck.checks.ages import DIED, OTHERS, deaths
from figcheck.checks.days import DAY, alternatives, is_quoted, mentions_in, sentence_at, stamp_of, writes_year
from figcheck.data.calendar_words import PHASES, POSTHUMOUS, TURNING_POINTS
from figcheck.model import Analysis, Derivation, Evidence, Hit, Mention, Span, SpanEvidence, Stamp, Word
from figcheck.numerals import whole_number
from figcheck.values import Frozen


class Year(Frozen):
    """A year written in figures and where it stands."""

    mention: Mention
    year: int


def out_of_order(analysis: Analysis) -> Iterator[Hit]:
    """婚后第二年（1994年） of 1995; 1987年病逝。1993年，他亲自……: years that can't have the order that is said."""
    taken: set[int] = set()
    for find in (
        _steps,
        _day_steps,
        _after_or_before,
        _compared,
        _apart,
        _after_death,
        _one_by_one,
        _in_a_row,
        _after_the_end,
        _numbered_parts,
        _out_of_a_run,
    ):
        for hit in find(analysis):
            if hit.span.start not in taken:
                taken.add(hit.span.start)
                yield hit


_OVER = re.compile("[期届]满|满期|(?:结束|截止|到期|完毕|闭幕|收官|闭展|出院|撤展)(?:之|以)?后")


def _after_the_end(analysis: Analysis) -> Iterator[Hit]:
    """公示到9日结束……期满后，于7月6日印发."""
    if _OVER.search(analysis.document.text) is not None:
        from figcheck.checks.after_ends import before_the_end  # few articles tell of what came after an end

        yield from before_the_end(analysis)


def _years(analysis: Analysis, scope: Span) -> list[Year]:
    found = []
    for mention in mentions_in(analysis, scope):
        stamp = stamp_of(mention)
        if stamp is not None and stamp.year is not None and stamp.year > 0 and writes_year(mention):
            found.append(Year(mention, stamp.year))
    return found


def _should_be(right: str) -> dict[str, str | Word]:
    """The values that say what would be right, as far as it is known."""
    return {"right": right, "how": Word("right" if right else "unknown")}


def _hit(right: str, wrong: Year, other: Year, working: str) -> Hit:
    values = {"written": wrong.mention.text, "other": other.mention.text, **_should_be(right)}
    said = SpanEvidence(other.mention.start, other.mention.end, other.mention.text)
    return Hit(wrong.mention.span, values, (said, Derivation(working)), right or None, against=other.mention.start)


# --- 次年, 两年后 --------------------------------------------------------------------------------------------

_COUNT = r"[0-9]{1,3}|[一二两三四五六七八九十百]{1,4}"
_STEP = re.compile(
    rf"(?:(?P<next>次年|翌年|第二年|转年|来年|隔年)|(?P<last>前一年|上一年|头一年|早一年)|第(?P<nth>{_COUNT})年|(?P<count>{_COUNT})年(?:之|以)?(?P<way>后|前))(?:[初底末春夏秋冬][天季]?)?"
    r"(?:的|[，,]?(?:即|也就是|亦即|就是)|——|[（(](?:即|也就是)?|[，,]?是在?)$"
)
_FROM_NOW = re.compile(r"(?:^|[，。；！？、“（(—]|距今|早在)$")


def _steps(analysis: Analysis) -> Iterator[Hit]:
    """两年后的2015年, 次年，也就是2000年: so many years from the year told before."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date" or not writes_year(mention):
            continue
        step = _STEP.search(text, max(0, mention.start - 14), mention.start)
        stamp = stamp_of(mention)
        if step is None or stamp is None or stamp.year is None or is_quoted(text, mention.start):
            continue
        low, high = _reach(step)
        told = _told_before(analysis, step.start())
        if not told or any(low <= stamp.year - other.year <= high for other in told):
            continue
        if step["way"] == "前" and _is_from_now(analysis, step, stamp.year, low, high):
            continue
        if len({other.year for other in told}) > 2:
            continue
        base = told[-1]
        right = base.year + (low if low == high else (low + high) // 2)
        working = f"{base.year} {'+' if right >= base.year else '−'} {abs(right - base.year)} = {right}"
        yield _hit(f"{right}年", Year(mention, stamp.year), base, working)


def _reach(step: re.Match[str]) -> tuple[int, int]:
    """The least and the most years that the second year may be after the first."""
    if step["next"]:
        return (1, 2) if step["next"] == "隔年" else (1, 1)
    if step["last"]:
        return -1, -1
    if step["nth"]:
        count = whole_number(step["nth"].replace("两", "二")) or 0
        return count - 1, count
    count = whole_number(step["count"].replace("两", "二")) or 0
    slack = 1 if count < 20 else 2
    if step["way"] == "后":
        return (count - slack if count > 1 else 0), count + slack
    return -count - slack, -count + slack


def _is_from_now(analysis: Analysis, step: re.Match[str], year: int, low: int, high: int) -> bool:
    """Whether 20年前 counts from the article's day."""
    today = analysis.document.date
    if today is None:
        return _FROM_NOW.search(step.string[: step.start()][-4:]) is not None
    return low - 1 <= year - today.year <= high + 1


def _told_before(analysis: Analysis, at: int) -> list[Year]:
    """The years told shortly before a place, the nearest last: in its sentence, else in the one before."""
    text = analysis.document.text
    sentence = sentence_at(text, at)
    found = _years(analysis, Span(sentence.start, at))
    if not found and sentence.start > 1 and text[sentence.start - 1] != "\n":
        found = _years(analysis, Span(sentence_at(text, sentence.start - 2).start, at))
    return found


_DAY_STEP = re.compile(
    r"(?:(?P<next>次日|翌日|第二天|隔天|转天)|(?P<last>前一天|前一日|头一天)|(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:天|日)(?:之|以)?后)(?:[（(](?:即|也就是)?|[，,]?(?:即|也就是)|的|——)$"
)
_EACH_DAY = re.compile(r"每[天日]|往往|通常|一般")


def _day_steps(analysis: Analysis) -> Iterator[Hit]:
    """10月10日出发，次日（10月13日）抵达: a day that is not so many days after the one told before."""
    text = analysis.document.text
    days = [mention for mention in analysis.mentions if (stamp := stamp_of(mention)) and stamp.month and stamp.day]
    for first, second in pairwise(days):
        step = _DAY_STEP.search(text, max(first.end, second.start - 10), second.start)
        one, other = _common(first), _common(second)
        if step is None or one is None or other is None or "\n" in text[first.end : second.start]:
            continue
        if second.start - first.end > _BETWEEN_DAYS or _EACH_DAY.search(text, first.end, second.start):
            continue
        count = whole_number((step["count"] or "一").replace("两", "二")) or 1
        meant = -1 if step["last"] else count
        slack = 1 if step["count"] else 0
        apart = (other - one).days
        if abs(apart - meant) > slack and is_quoted(text, first.start) == is_quoted(text, second.start):
            right = one + meant * DAY
            said = SpanEvidence(first.start, first.end, first.text)
            shown = f"{right.month}月{right.day}日"
            values = {"written": second.text, "other": first.text, **_should_be(shown)}
            working = Derivation(f"{first.text} {meant:+d} = {shown}")
            yield Hit(second.core, values, (said, working), shown, against=first.start)


_BETWEEN_DAYS = 40


def _common(mention: Mention) -> datetime.date | None:
    """The day, in a year of its own where none is known."""
    stamp = stamp_of(mention)
    days = Stamp(stamp.year or _ANY_YEAR, stamp.month, stamp.day).days() if stamp is not None else None
    return days[0] if days is not None else None


_ANY_YEAR = 2001


# --- 毕业后, 此后, 退役前 ------------------------------------------------------------------------------------

_DEED = alternatives({word for begins, ends in PHASES for word in (*begins.split(), *ends.split())} | {*TURNING_POINTS})
_AFTER = re.compile(
    rf"(?:(?P<deed>{_DEED})(?:之后|以后|后)|(?:从)?(?:此|其|那)(?:之)?后|此后|随后|后来|之后|嗣后|继而|旋即|接着)(?:的|又|再|便|才|，)*(?:于|在|到)?(?:的)?$"
)
_BEFORE = re.compile(rf"(?P<deed>{_DEED})(?:之前|以前|前)[^，。；0-9]{{0,10}}(?:于|在|是|为)?(?:在)?$")
_ALREADY = re.compile(r"早在|早于|此前|之前|先前|曾|已经?|更早|前身|原|出生|生于|回忆|追溯")


def _after_or_before(analysis: Analysis) -> Iterator[Hit]:
    """2012年毕业，毕业后于2006年……; 2018年退役……退役前最难忘的是2020年: after what went before, yet an earlier year."""
    text = analysis.document.text
    for mention in analysis.mentions:
        if mention.quantity.kind != "date" or not writes_year(mention) or is_quoted(text, mention.start):
            continue
        stamp = stamp_of(mention)
        start = max(0, mention.start - 22)
        after = _AFTER.search(text, start, mention.start)
        before = _BEFORE.search(text, start, mention.start) if after is None else None
        word = after or before
        if word is None or stamp is None or stamp.year is None:
            continue
        if text.startswith(("就已", "已", "便已", "就曾", "曾"), mention.end):
            continue
        told = _base(analysis, word)
        if told is None or _ALREADY.search(text, told.mention.end, mention.start):
            continue
        wrong = Year(mention, stamp.year)
        if after is not None and stamp.year < told.year:
            yield _hit("", wrong, told, f"{stamp.year} < {told.year}")
        if before is not None and stamp.year > told.year:
            yield _hit("", wrong, told, f"{stamp.year} > {told.year}")


def _base(analysis: Analysis, word: re.Match[str]) -> Year | None:
    """The year of what was done before: that beside the same verb, else the last one told."""
    text = word.string
    sentence = sentence_at(text, word.start())
    told = _years(analysis, Span(sentence.start, word.start()))
    deed = word["deed"] if "deed" in word.re.groupindex else None
    if deed is None:
        return told[-1] if told else None
    done = [year for year in told if _is_done_in(text, year, deed, word.start())]
    return done[-1] if done else None


def _is_done_in(text: str, year: Year, deed: str, end: int) -> bool:
    """Whether the clause of a year has the verb, or the beginning of it: 1995年领证，婚后."""
    stop = re.search(r"[，。；]", text[year.mention.end : end])
    clause = text[year.mention.end : year.mention.end + stop.start() if stop else end]
    return deed in clause or deed in text[max(0, year.mention.start - 8) : year.mention.start]


# --- 比……早四年 ----------------------------------------------------------------------------------------------

_THAN = re.compile(
    rf"比(?P<other>[^，。；]{{0,24}}?)(?P<way>早|晚|迟|先|后|提前|推迟|大|小|年长|年轻)(?:了|走|建|生|来|到|办|出生|去世|通车|建成|成立|问世|开业|整整|将近|近|约)*(?P<count>{_COUNT})(?P<unit>年|岁)"
)
_EARLIER = frozenset("早 先 提前 大 年长".split())


def _compared(analysis: Analysis) -> Iterator[Hit]:
    """西桥1937年通车，比1933年建成的东桥早四年: two years of a sentence, and what lies between them."""
    text = analysis.document.text
    for match in _THAN.finditer(text):
        sentence = sentence_at(text, match.start())
        years = _years(analysis, sentence)
        count = whole_number(match["count"].replace("两", "二"))
        if len(years) != 2 or count is None or is_quoted(text, match.start()):
            continue
        first, second = years
        if match["unit"] == "岁" and not all(_is_birth(text, year) for year in years):
            continue  # 1956年成立，平均年龄比2015年年轻了11岁
        other = next((year for year in years if match.start("other") <= year.mention.start < match.end("other")), None)
        if other is None and first.mention.end <= match.start() < match.end() <= second.mention.start:
            other = first
        if other is None and not _is_named_beside(text, match, years):
            continue  # 1938年创办，1952年迁址，比师专早办20年
        signed = -count if match["way"] in _EARLIER else count
        apart = second.year - first.year
        if other is None:
            right = abs(apart) == count
        else:
            own = second if other is first else first
            right = own.year - other.year == signed
        if not right and abs(abs(apart) - count) <= 1 and (other is None or (own.year > other.year) == (signed > 0)):
            continue
        if not right:
            span = Span(match.start("way"), match.end())
            yield _count_hit(text, span, first, second, abs(apart))


def _is_named_beside(text: str, match: re.Match[str], years: list[Year]) -> bool:
    """Whether what something is compared with is named beside one of the years: 东桥1933年……比东桥早四年."""
    other, ends = match["other"], [min(year.mention.end + 12, match.start()) for year in years]
    beside = "|".join(text[max(0, year.mention.start - 10) : end] for year, end in zip(years, ends, strict=True))
    return not other or any(other[at : at + 2] in beside for at in range(len(other) - 1))


def _count_hit(text: str, span: Span, first: Year, second: Year, apart: int) -> Hit:
    values = {
        "written": text[span.start : span.end],
        "other": f"{first.mention.text}、{second.mention.text}",
        **_should_be(f"{apart}年"),
    }
    evidence: tuple[Evidence, ...] = (
        *(SpanEvidence(year.mention.start, year.mention.end, year.mention.text) for year in (first, second)),
        Derivation(f"|{first.year} − {second.year}| = {apart}"),
    )
    return Hit(span, values, evidence, f"{apart}年", against=first.mention.start)


_APART = re.compile(
    rf"(?:相差|相隔|间隔|相距|前后差|差了?|隔了)(?:了|整整|近|约|足足)*(?P<count>{_COUNT})(?P<unit>年|岁)"
)
_OLDER = re.compile(
    rf"(?:年长|年轻|[大小]|相差|差)(?:了|整整|他|她|近|约|足足|哥哥|姐姐|弟弟|妹妹)*(?P<count>{_COUNT})(?P<unit>岁)"
)
_BORN = re.compile(r"(?:[0-9]{1,2}月)?(?:出生|生)")
_BORN_IN = re.compile(r"生[于在]$")


def _apart(analysis: Analysis) -> Iterator[Hit]:
    """1906年建成……1936年建成，前后相差二十年."""
    text = analysis.document.text
    for match in (*_APART.finditer(text), *_OLDER.finditer(text)):
        sentence = sentence_at(text, match.start())
        years = _years(analysis, Span(sentence.start, match.start()))
        if match["unit"] == "岁":
            years = [year for year in _years(analysis, sentence) if _is_birth(text, year)]
            if "比" in text[max(sentence.start, match.start() - 16) : match.start()]:
                continue
        count = whole_number(match["count"].replace("两", "二"))
        if len(years) != 2 or count is None or is_quoted(text, match.start()):
            continue
        apart = abs(years[0].year - years[1].year)
        ahead = _years(analysis, Span(match.end(), sentence.end))
        if ahead and abs(ahead[0].year - years[1].year - count) <= 1:
            continue  # 第二本1963年；第三本隔了17年，1980年才出
        if abs(apart - count) > 1:
            yield _count_hit(text, Span(*match.span()), years[0], years[1], apart)


def _is_birth(text: str, year: Year) -> bool:
    start = year.mention.start
    return bool(_BORN.match(text, year.mention.end) or _BORN_IN.search(text, max(0, start - 2), start))


_IN_ROW = re.compile(
    r"(?:连续|连办|连开|连获|连拿|已办|已举办|共举办|先后举办|蝉联)(?:举办|获得|获评|入选|荣获)?(?:了|第|整整)*(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>年|届)"
)
_LIST_MARK = re.compile(r"[、，和及与\s]|以及")


def _in_a_row(analysis: Analysis) -> Iterator[Hit]:
    """连续五年（2017年、2018年、2019年、2020年）: a list of years beside, and how many they are."""
    text = analysis.document.text
    for match in _IN_ROW.finditer(text):
        sentence = sentence_at(text, match.start())
        count = whole_number(match["count"].replace("两", "二"))
        runs = [run for run in _runs(text, sentence) if len(run) > 2]
        if len(runs) != 1 or count is None or is_quoted(text, match.start()):
            continue
        run = runs[0]
        if len(run) != count and min(abs(run[0].start - match.end()), abs(match.start() - run[-1].end)) <= 12:
            values = {
                "written": match.group(),
                "other": text[run[0].start : run[-1].end],
                **_should_be(f"{len(run)}年"),
            }
            said = SpanEvidence(run[0].start, run[-1].end, text[run[0].start : run[-1].end])
            yield Hit(Span(*match.span()), values, (said, Derivation(f"{len(run)} ≠ {count}")), f"{len(run)}年")


_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])年?")


def _runs(text: str, sentence: Span) -> list[list[Span]]:
    """The years of a sentence, those that a list joins together."""
    runs: list[list[Span]] = []
    for match in _YEAR.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span())
        if runs and _LIST_MARK.fullmatch(text, runs[-1][-1].end, span.start):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


# --- after death ---------------------------------------------------------------------------------------------

_DOES = re.compile(
    r"(?:[初底末春夏秋冬]|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[，,](?:[他她](?!的|们|与|和|被|家|故)(?:亲自|亲手|又|还|再次|再度|曾|才|终于|最后一次|主动|带领?|率领?|应邀|随|在[^，。；]{1,12}|从[^，。；]{1,12}|于[^，。；]{1,12}|于|将|把|以[^，。；]{1,12}|向[^，。；]{1,12}|为[^，。；]{1,12}|写|画|完成|创作|主持|出任|担任|参加|赴|回到|来到|创办|发表|出席|登|拍|办|做|获邀|接受|拜|搬|结识|调|执导|执教|离开|前往|考|当选))"
)
_POSTHUMOUS = re.compile(alternatives(POSTHUMOUS))


def _after_death(analysis: Analysis) -> Iterator[Hit]:
    """1987年病逝。1993年，他亲自主持……: somebody who acts years after the article tells of the death."""
    text = analysis.document.text
    if DIED.search(text) is None:
        return
    for death in deaths(analysis):
        if not writes_year(death.mention):
            continue
        end = text.find("\n", death.mention.end)
        paragraph = Span(death.mention.end, len(text) if end < 0 else end)
        for year in _years(analysis, paragraph)[:2]:
            doing = _DOES.match(text, year.mention.end)
            if year.year <= death.year or doing is None:
                continue
            stop = sentence_at(text, year.mention.start).end
            if _POSTHUMOUS.search(text, year.mention.end, stop) or OTHERS.search(
                text, death.mention.end, year.mention.start
            ):
                continue
            yield _hit("", year, Year(death.mention, death.year), f"{year.year} > {death.year}")


# --- 先后于 --------------------------------------------------------------------------------------------------

_LISTED = re.compile(r"(?:先后|相继|陆续|依次|分别先后)(?:在|于|是)?$")
_NEXT = re.compile(r"[、和及与]|以及|，")


def _one_by_one(analysis: Analysis) -> Iterator[Hit]:
    """先后于2015年、2012年、2021年三次增资."""
    text = analysis.document.text
    mentions = [mention for mention in analysis.mentions if stamp_of(mention) is not None and writes_year(mention)]
    listed: list[Year] = []
    for first, second in pairwise(mentions):
        one, other = stamp_of(first), stamp_of(second)
        assert one is not None and other is not None and one.year is not None and other.year is not None
        if not listed and _LISTED.search(text, max(0, first.start - 6), first.start) is None:
            continue
        if _NEXT.fullmatch(text, first.end, second.start) is None:
            listed = []
            continue
        listed.append(Year(first, one.year))
        if other.year < one.year:
            yield _hit("", Year(second, other.year), Year(first, one.year), f"{other.year} < {one.year}")


# --- 一期, 二期 ---------------------------------------------------------------------------------------------------

_FIRST_PART = re.compile(r"(?:头一|首|第?一)(?P<kind>期|批)(?!间|限|望)")
_READY = re.compile(
    r"建成|封的?顶|投产|完工|竣工|通车|入住|住进|开园|开业|交付|上市|启用|投用|投入|贯通|落成|开馆|营业|并网|合龙"
)
_FAR_PART = 40


def _numbered_parts(analysis: Analysis) -> Iterator[Hit]:
    """一期2019年住进了人；二期……2016年封的顶: the second part ready years before the first."""
    text = analysis.document.text
    for match in _FIRST_PART.finditer(text):
        line = text.find("\n", match.end())
        second = re.search(f"(?<!第)第?二{match['kind']}", text[match.end() : line if line >= 0 else len(text)][:200])
        if second is None:
            continue
        at = match.end() + second.start()
        first = _ready_year(analysis, Span(match.end(), min(at, match.end() + _FAR_PART)))
        other = _ready_year(analysis, Span(at, at + _FAR_PART))
        if first is not None and other is not None and other.year < first.year:
            yield _hit("", other, first, f"{other.year} < {first.year}")


def _ready_year(analysis: Analysis, scope: Span) -> Year | None:
    """The only year of a part, where it is that in which it was ready."""
    years = _years(analysis, scope)
    text = analysis.document.text
    if len(years) != 1 or is_quoted(text, years[0].mention.start):
        return None
    clause = re.match("[^，。；]{0,14}", text[years[0].mention.end : scope.end + 8])
    return years[0] if clause is not None and _READY.search(clause.group()) else None


# --- one of a run ------------------------------------------------------------------------------------------------

_NOT_IN_TURN = re.compile(
    r"此前|之前|早在|早于|先前|曾|原|前身|追溯|去年|上年|前年|当年|分别|先后|同比|相比|比|较|以来|其中|[生卒]于|出生|去世|回忆|回顾|继|另|期限|有效|任期|财年|预计|计划|将|拟|到期|第[二三四五]|二期|三期|[《〔“]"
)
_PARTED = re.compile(r"[^；。！？\n]{0,40}[，；][^；。！？\n、]{0,24}")
_LEAST_RUN = 3
_DID = re.compile(r"(?:[初底末春夏秋冬]天?)?(?:，|正式|经|由|被|获|在|于|从|又|再|才|便|就)?[\u4e00-\u9fff]{2}")


def _out_of_a_run(analysis: Analysis) -> Iterator[Hit]:
    """2023年5月递交，2022年9月初审，2024年12月公告: one of a run of steps that a slip of its year put before."""
    text, done = analysis.document.text, -1
    for mention in analysis.mentions:
        if mention.start < done or mention.quantity.kind != "date":
            continue
        sentence = sentence_at(text, mention.start)
        done = sentence.end
        run = _run_of_steps(analysis, sentence)
        if len(run) < _LEAST_RUN or _NOT_IN_TURN.search(text, sentence.start, sentence.end):
            continue
        keys = [_key(year) for year in run]
        odd = [at for at in range(1, len(run) - 1) if keys[at] < keys[at - 1] and _rises(keys[:at] + keys[at + 1 :])]
        if len(odd) == 1 and (right := _slip_between(run, odd[0])) is not None:
            at = odd[0]
            working = f"{run[at - 1].mention.text} < {right}年 < {run[at + 1].mention.text}"
            yield _hit("", run[at], run[at - 1], working)


def _run_of_steps(analysis: Analysis, sentence: Span) -> list[Year]:
    """The dates of a sentence, each with its year and something done on it; none where they are told otherwise."""
    text = analysis.document.text
    dates = [mention for mention in mentions_in(analysis, sentence) if mention.quantity.kind == "date"]
    years = _years(analysis, sentence)
    if len(years) != len(dates) or is_quoted(text, sentence.start):
        return []
    parted = all(
        _PARTED.fullmatch(text, one.mention.end, other.mention.start) is not None for one, other in pairwise(years)
    )
    return years if parted and all(_DID.match(text, year.mention.end) for year in years) else []


def _key(year: Year) -> tuple[int, int, int]:
    stamp = stamp_of(year.mention)
    return year.year, stamp.month or 0 if stamp else 0, stamp.day or 0 if stamp else 0


def _rises(keys: list[tuple[int, int, int]]) -> bool:
    return all(one < other for one, other in pairwise(keys))


def _slip_between(run: list[Year], at: int) -> int | None:
    """A year that one digit off would have become the odd one, and that stands between its neighbours."""
    low, _, high = (_key(year) for year in run[at - 1 : at + 2])
    _, *rest = _key(run[at])
    for year in range(low[0], high[0] + 1):
        apart = sum(one != other for one, other in zip(str(year), str(run[at].year), strict=False))
        if apart == 1 and low <= (year, *rest) <= high:
            return year
    return None
