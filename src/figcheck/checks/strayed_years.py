"""Years after the article's in, those that a hand's slip put there out: 9158年毕业, 2006年……2080年……2009年."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.days import alternatives, is_quoted, is_titled, sentence_at
from figcheck.data.calendar_words import FUTURE_MARKS, WEAK_FUTURE_MARKS
from figcheck.model import Analysis, Derivation, Hit, Span, SpanEvidence, Word

_YEAR = re.compile(r"(?<![0-9.A-Za-z/－—–~～-])(?<![0-9],)(?:[1-9][0-9]{3})年")
_COUNT_LEAD = re.compile(
    r"(?:距今|约|近|已有|有|超过?|逾|达|长达|[条段份部套]长|跨度|历时|历经|延续|覆盖|绵延|跨越|[\u4e00-\u9fff]了|上|下|第|整整|约为|共|相当于|相隔|大约|多|前|历|黄帝|黄历|纪元|纪年|年号|公元|寿命|周期|为期|每|隔|再过|需要?|用|今年?，是)$"
)
"""What says that so many years are counted, or that they are years of another calendar."""
_COUNT_TAIL = re.compile(
    r"(?:以|之)?[前上下内](?![半])|后(?:的|，|[再又才])|[来间多]|左右|历史|的?(?:历史|文明|文化|时间|岁月|积淀|风雨|沧桑)|代|版|式|款|级|届|期[货债]?|[”》」]"
)
_MONTH = re.compile(r"[0-9]{1,2}月")
_FAR = 60
"""Years after the article's that no report of what is done, and hardly a plan, tells of."""
_FICTION = r"彗星|日食|月食|小行星|凌日|科幻|小说|电影|影片|剧(?!组)|游戏|穿越|虚构|火星|故事|想象|未来|错|误写|更正"
_NOT_YET = re.compile(rf"{_FICTION}|(?<![老名小大虎女武部干])将(?![军士领帅近])|预计|预测|[到至]$|[到至]公元$")
_AHEAD = re.compile(
    rf"{alternatives(FUTURE_MARKS)}|{alternatives(WEAK_FUTURE_MARKS)}|(?<![老名小大虎女武部干])将(?![军士领帅近])|拟(?![合音])|[想欲]要|[原本理]应|延迟|退休年龄"
    r"|还?会(?:在|于|有|是|成为|达)|[到至](?=[0-9]{4}年)|[到至]$|^[底末前]|年[底末前]|世纪|远景|愿景|蓝图|国债|债券|合同|租期|届满|[届运]会|世界杯"
    rf"|{_FICTION}"
)
_FICTION_BEHIND = re.compile(rf"[^，。；]{{0,10}}(?:{_FICTION})")
_BORN = re.compile(
    r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:[，,]?(?:出生|诞生|降生|生于|生[，,。、；）]|生人|入伍|参军|参加工作|退休后?|去世|逝世|病逝)|[^，。；0-9]{0,10}?(?:毕业|退休|退伍|退役|入党|参军|入伍)[后，。、]?)"
)
_BIRTH = re.compile(r"生(?!入)")
"""2027年毕业的定向生 and 2028年退休后 may be told beforehand, a birth is not."""
_DONE = re.compile(r"[\u4e00-\u9fff](?<!为)(?<!除)(?<!罢)了(?!解|不起|然)|曾|首次|第一次|以来|过(?=[，。])")
_CLAUSES = re.compile(r"；|，.*[，、]")
"""The end of the clause next to a year."""


def strayed_years(analysis: Analysis) -> Iterator[Hit]:
    """Years far after the article's, or after it and yet between years of the past, or of a birth."""
    text, today = analysis.document.text, analysis.document.date
    if today is None:
        return
    for match in _YEAR.finditer(text):
        year = int(match.group()[:4])
        if year <= today.year or not is_year_written(text, match):
            continue
        sentence = sentence_at(text, match.start())
        found = _why(text, match, sentence, today.year) if year > today.year + 1 else None
        found = found or _told_of(text, match, sentence, today)
        if found is not None:
            how, why = found
            mark = text[why.start : why.end]
            values: dict[str, str | Word] = {
                "written": match.group(),
                "today": today.isoformat(),
                "mark": mark,
                "how": Word(how),
            }
            yield Hit(
                Span(*match.span()),
                values,
                (SpanEvidence(why.start, why.end, mark), Derivation(f"{year} > {today.year}")),
            )


_NEXT_YEARS = 5
_THEN = re.compile(
    r"(?:[春夏秋冬](?:[天季])?|[初底末])?(?:，|在|于|从|就|才)[^，。；！？：“”《》]{1,20}?(?P<mark>[\u4e00-\u9fff]了|(?<=[\u4e00-\u9fff])完)(?=[^，。；！？”如解不]{2})"
)
_NOT_DONE = re.compile("[为除罢备排订定多少印]了|[备排订]好了|[已想要]")
_LATE = 10
"""From this month on an article may tell of the next year as good as begun."""


def _told_of(text: str, match: re.Match[str], sentence: Span, today: datetime.date) -> tuple[str, Span] | None:
    """2027年，县里完成了造林; 2027年秋在盐湖拍完最后一场戏: a clause that says of a later year what was done."""
    then = _THEN.match(text, match.end(), sentence.end)
    if then is None or int(match.group()[:4]) > today.year + _NEXT_YEARS or is_titled(text, Span(*match.span())):
        return None
    if int(match.group()[:4]) == today.year + 1 and today.month >= _LATE:
        return None
    if _AHEAD.search(text[sentence.start : match.start()]) or _AHEAD.search(text[match.end() : sentence.end]):
        return None
    if _NOT_DONE.search(then.group()) or is_quoted(text, match.start()):
        return None
    return "told", Span(*then.span("mark"))


def is_year_written(text: str, match: re.Match[str]) -> bool:
    """Whether four digits and 年 name a year, and do not count years."""
    if _MONTH.match(text, match.end()):
        return True
    year = int(match.group()[:4])
    if year % 100 == 0 and year >= _PLAIN:
        return False
    head = text[max(0, match.start() - 4) : match.start()]
    return _COUNT_LEAD.search(head) is None and _COUNT_TAIL.match(text, match.end()) is None


_PLAIN = 2200


def _why(text: str, match: re.Match[str], sentence: Span, today: int) -> tuple[str, Span] | None:
    """Why a year can't be: the words that say that it is past (`told`), the year of the past that comes behind it
    (`among`), or what stands behind one so late that nothing can be told of it (`far`)."""
    year = int(match.group()[:4])
    if is_titled(text, Span(*match.span())):
        return None
    born = _BORN.match(text, match.end(), sentence.end)
    head = text[sentence.start : match.start()].replace("预报员", "")
    tail = text[match.end() : sentence.end]
    if year >= _PLAIN and (born or not _NOT_YET.search(head)) and not _FICTION_BEHIND.match(tail):
        return ("told", Span(*born.span())) if born else ("far", _behind(match, sentence))
    if _AHEAD.search(head) or _AHEAD.search(tail) or is_quoted(text, match.start()):
        return None
    turned = int(f"{year // 100}{year % 10}{year // 10 % 10}") <= today
    if born is not None and (_BIRTH.search(born.group()) or (turned and text[born.end() : born.end() + 1] != "的")):
        return "told", Span(*born.span())
    if year > today + _FAR and year % 10:
        return "far", _behind(match, sentence)
    others = [other for other in _YEAR.finditer(text, sentence.start, sentence.end) if other.start() != match.start()]
    if others and _is_between(match, others, today):
        return "among", Span(*others[-1].span())
    done = _DONE.search(text, match.end(), sentence.end)
    if done is None or not turned or _CLAUSES.search(text, match.end(), done.start()):
        return None
    return "told", Span(*done.span())


def _behind(match: re.Match[str], sentence: Span) -> Span:
    """The words right behind a year."""
    end = min(sentence.end, match.end() + _SHOWN)
    return Span(match.end(), end) if end > match.end() else Span(*match.span())


_SHOWN = 8


def _is_between(match: re.Match[str], others: Sequence[re.Match[str]], today: int) -> bool:
    """Whether a year of the past stands before one and another, not earlier, behind it."""
    before = [int(other.group()[:4]) for other in others if other.start() < match.start()]
    after = [int(other.group()[:4]) for other in others if other.start() > match.start()]
    return bool(before and after) and before[-1] <= min(after) and max(*before, *after) <= today
