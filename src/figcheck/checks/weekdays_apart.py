"""Weekdays told apart from their dates in (每逢周一、周四……第一堂课4月2日), dates that fall on none of them out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from figcheck import expressions as re
from figcheck.checks.days import is_read, mentions_in, readings, sentence_at, stamp_of, writes_year
from figcheck.data.day_words import AFTER_WEEKDAY
from figcheck.model import Analysis, Derivation, Hit, Mention, Span, SpanEvidence

_DAYS = "一二三四五六日"
_ONE = r"(?:星期|周|礼拜)"
_LETTER = "[一二三四五六日天]"
_EVERY = re.compile(
    rf"(?:每逢|每个?|逢)(?:双休日[，、])?(?P<first>{_ONE}{_LETTER})(?P<more>(?:[、和及与至到—]|以及)*{_ONE}?{_LETTER}(?![一-龥]*[0-9])){{0,6}}"
)
_LETTERS = re.compile(rf"(?P<to>[至到—])?(?:{_ONE})?(?P<day>{_LETTER})")
_EXCEPT = re.compile(
    r"除|一天|全天|半天|检修|布展|换展|例外|调整|改[为到在]|提前|推迟|顺延|延期|加[开演场]|因|遇|节假日|照常|法定|春节|国庆|五一|端午|中秋|不再|起[，。]"
)
_FIRST = re.compile(
    r"(?:第[一1]|首|下一?|头一?|最近[的一]*|本[周月]的?|这一)[趟次场班期个堂节回轮集课讲天]?[^，。；0-9]{0,6}(?:是|在|为|于|定在|定于|安排在|将于|——|：)?$"
)
_LISTED = re.compile(r"(?:[，,]?(?:即|也就是|分别是|分别为|依次为|具体为)|[（(：])$")
_NEXT = re.compile(r"[、和及]|以及")
_HEAD = 14


def wrong_recurring(analysis: Analysis) -> Iterator[Hit]:
    """每周二闭馆，4月15日闭馆当天……: a day of what comes on certain weekdays that is none of them."""
    text = analysis.document.text
    for match in _EVERY.finditer(text):
        sentence = sentence_at(text, match.start())
        if _EXCEPT.search(text, sentence.start, sentence.end) or not is_read(analysis, match.start()):
            continue
        allowed = _weekdays(match.group())
        for mention in _instances(analysis, match, sentence):
            days = readings(analysis, mention)
            if days and all(_DAYS[day.weekday()] not in allowed for day in days):
                yield _hit(match, mention, days[0])
                break


def _weekdays(written: str) -> str:
    """The letters of 周一、周四 or 周一至周五."""
    found = ""
    for each in _LETTERS.finditer(written):
        letter = each["day"].replace("天", "日")
        if each["to"] and found:
            found += _DAYS[_DAYS.index(found[-1]) + 1 : _DAYS.index(letter) + 1]
        elif written[each.start() - 1 : each.start()] not in ("星",):
            found += letter
    return found


def _instances(analysis: Analysis, match: re.Match[str], sentence: Span) -> Iterator[Mention]:
    """The days of the sentence that are of those: the first one, those listed, or one of the same verb."""
    text = analysis.document.text
    verb = text[match.end() : match.end() + 2]
    listed = False
    before: Mention | None = None
    for mention in mentions_in(analysis, Span(match.end(), sentence.end)):
        stamp = stamp_of(mention)
        if stamp is None or stamp.day is None:
            before = None
            continue
        goes_on = listed and before is not None and _NEXT.fullmatch(text, before.end, mention.start) is not None
        head = Span(max(match.end(), mention.start - _HEAD), mention.start)
        listed = goes_on or _LISTED.search(text, head.start, head.end) is not None
        again = len(verb) > 1 and verb in text[mention.end : mention.end + 6] and verb[0] >= "\u4e00"
        if text.startswith(("起", "前", "后"), mention.end):
            continue
        if listed or again or _FIRST.search(text, head.start, head.end):
            yield mention
        before = mention


def _hit(match: re.Match[str], mention: Mention, day: datetime.date) -> Hit:
    right = "周" + _DAYS[day.weekday()]
    said = SpanEvidence(*match.span(), match.group())
    values = {"written": match["first"], "date": day.isoformat(), "expected": right}
    return Hit(mention.core, values, (said, Derivation(f"{day.isoformat()} = {right}")), against=mention.start)


# --- diaries, mastheads, postmarks ---------------------------------------------------------------------------

_KEPT = re.compile(
    r"日记|日历|台历|报头|报眼|落款|邮戳|信笺|信封|相片|照片|题记|海报|票根|请柬|请帖|航海日志|日志|账本|旁边|写着|写道|印着|批注|记着|记下"
)
_A_WEEKDAY = re.compile(
    rf"(?<![每上下本这逢个至到、和])(?P<kind>{_ONE})(?P<day>{_LETTER})(?:(?=[晴雨阴雪多])|{AFTER_WEEKDAY})(?![至到、和])"
)


def wrong_in_diary(analysis: Analysis) -> Iterator[Hit]:
    """日记停在1998年8月9日，旁边……“星期六，雨歇”: the one weekday beside the one day of what was kept."""
    text = analysis.document.text
    done: set[int] = set()
    for mention in analysis.mentions:
        stamp = stamp_of(mention)
        if stamp is None or stamp.day is None or not writes_year(mention):
            continue
        sentence = sentence_at(text, mention.start)
        if sentence.start in done or _KEPT.search(text, sentence.start, sentence.end) is None:
            continue
        done.add(sentence.start)
        dates = [one for one in mentions_in(analysis, sentence) if one.quantity.kind == "date"]
        found = list(_A_WEEKDAY.finditer(text, sentence.start, sentence.end))
        days = stamp.days()
        if len(dates) != 1 or len(found) != 1 or days is None or found[0].start() < mention.end:
            continue
        match, right = found[0], _DAYS[days[0].weekday()]
        if match["day"].replace("天", "日") != right and days[0].year > _NEW_CALENDAR:
            expected = match["kind"] + right
            said = SpanEvidence(mention.start, mention.end, mention.text)
            values = {"written": match.group(), "date": days[0].isoformat(), "expected": expected}
            yield Hit(Span(*match.span()), values, (said, Derivation(f"{days[0].isoformat()} = {expected}")), expected)


_NEW_CALENDAR = 1900
