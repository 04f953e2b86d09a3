"""Credits of reporters, and of all who check and sign, in; what stands there and is nobody's name out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from figcheck import expressions as re
from figcheck.checks.credit_lines import Slot, credit_slots, is_word_of_page, stands_among_names
from figcheck.checks.credits import (
    TOLD,
    begins_with_surname,
    edits_pages,
    is_body,
    is_furniture,
    is_hardly_name,
    is_name,
    is_of_words,
    is_whole_name,
    names_a_part,
    says_what_happened,
)
from figcheck.checks.days import paragraph_at
from figcheck.checks.offices import is_office, is_office_of_somebody, is_page_of_press
from figcheck.checks.phrases import pattern
from figcheck.data import masthead as pages
from figcheck.data.credit_words import (
    CHECKING,
    HOUSE_WORDS,
    NAVIGATION,
    OPEN_ROLES,
    PEN_ROLES,
    PERSONAL_ROLES,
    PLACE_ENDS,
    PLACEHOLDERS,
    PLAIN_ROLES,
    SECTIONS,
    SHOWN,
    SOURCES,
)
from figcheck.data.names import ACCOUNTS, NO_PART_OF_NAMES, NOT_NAMES, POSTS
from figcheck.model import Analysis, Field, Hit, Span


def reporter_not_a_name(analysis: Analysis) -> Iterator[Hit]:
    """A button, a slogan or an account where a name should be; houses and offices may be credited."""
    known = {*analysis.ledger.credits.reporters, *analysis.ledger.credits.editors}
    if analysis.entry is not None:
        known |= {*analysis.entry.byline, analysis.entry.editor or ""}
    told = [editor.span for editor in analysis.document.masthead.editors]
    text = analysis.document.text
    for credit in sorted(_no_credits(analysis), key=lambda field: field.span):
        if _OTHER_ROLE.fullmatch(credit.value) and _NAME_BEHIND.match(text, credit.span.end):
            continue  # 作者 谷雨 原编辑 寒露
        if names_a_part(credit.value) and _has_name_beside(analysis, credit):
            continue
        if _COLUMN.fullmatch(credit.value) and _NAME_BEHIND.match(analysis.document.text, credit.span.end):
            continue  # 采写：《北岸周刊》 金橘
        if credit.value not in known and not any(credit.span.overlaps(span) for span in told):
            told.append(credit.span)
            yield Hit(credit.span, {"written": credit.value})


_OTHER_ROLE = re.compile("(?:原|首发|初稿|转载|本期|轮值|栏目)[^\\W\\d_]{0,4}(?:编辑|责编|记者|作者|校对|美编|摄影)")
_COLUMN = re.compile("《[^《》]{2,12}》")
_NAME_BEHIND = re.compile(r"[ \u3000]?[^\W\d_A-Za-z]{2,4}(?=\s|$)")


def _has_name_beside(analysis: Analysis, credit: Field) -> bool:
    """Whether a reporter's name stands in the line of a credit: 记者 高原 摄影 江河."""
    masthead, text = analysis.document.masthead, analysis.document.text
    line = paragraph_at(text, credit.span)
    named = (*masthead.byline, *(masthead.dateline.reporters if masthead.dateline else ()))
    return any(
        line.start <= name.span.start < line.end and is_name(name.value)
        for name in named
        if not names_a_part(name.value)
    )


def _no_credits(analysis: Analysis) -> Iterator[Field]:
    """What stands in the slots and is no name: of the reporters that were read, and of all lines of credits."""
    masthead, text = analysis.document.masthead, analysis.document.text
    slots = list(credit_slots(analysis))
    for reporter in (*masthead.byline, *(masthead.dateline.reporters if masthead.dateline else ())):
        credit = _without_label(reporter)
        if _is_play(slots, credit):
            continue
        if _IS_LABEL.match(text, credit.span.end) or is_office_of_somebody(analysis, credit):
            continue
        if _is_no_credit(text, credit) or _is_word_among_names(analysis, credit):
            yield credit
    for slot in slots:
        bare = _without_label(slot.name)
        credit = bare if is_name(bare.value) else slot.name  # 采写：记者甲某; but 供稿：记者站
        if is_office_of_somebody(analysis, credit) or (slot.pictures and credit.value.endswith(_SHOTS)):
            continue
        if text.startswith(("，", ","), credit.span.end) and slot.pictures:
            continue  # 设计：今天休假，所以没有封面
        if _is_play(slots, credit):
            continue
        if slot.role.endswith("通讯员") and _is_before_name(text, credit):
            continue  # 通讯员 铁路局客运段 甲某
        wrong = _is_filler(credit.value) or not _is_credited(slot, credit.value) or _is_of_title(analysis, credit.value)
        wrong = wrong or (slot.role.endswith(_PLAIN_ROLES) and _is_word_among_names(analysis, credit))
        if wrong and not _may_sign(analysis, slot):
            yield credit


def _is_word_among_names(analysis: Analysis, credit: Field) -> bool:
    """Whether a word stands in a slot, 大字体 for one, on a page whose other credits are names.

    Before somebody's name it is where that person works or learns: 气象台 甲某.
    """
    text, words = analysis.document.text, credit.value
    if not (is_hardly_name(words) or is_word_of_page(analysis, credit)) or is_body(words) or is_office(words):
        return False
    if words in _SAID or _signs_by_pen(text, credit) or _NAME_BEHIND.match(text, credit.span.end):
        return False
    return stands_among_names(analysis, credit.span)


def _is_play(slots: Sequence[Slot], credit: Field) -> bool:
    """Whether a page whose other credits are words as well has one more: 记者 于是 见习记者 马上 通讯员 时间."""
    if len(credit.value) != 2 or not begins_with_surname(credit.value):
        return False
    return sum(slot.name.span != credit.span and is_of_words(slot.name.value) for slot in slots) > 1


def _is_before_name(text: str, credit: Field) -> bool:
    """Whether somebody's name stands behind what may be where that person works."""
    behind = _NAME_BEHIND.match(text, credit.span.end)
    return behind is not None and is_name(behind.group().strip()) and not _is_filler(credit.value)


_TITLED = 6
"""Characters in a row that a credit shares with the title only by mistake."""


def _is_of_title(analysis: Analysis, words: str) -> bool:
    title = analysis.document.masthead.title
    return len(words) >= _TITLED and title is not None and words in title.value and not is_body(words)


def _is_credited(slot: Slot, words: str) -> bool:
    """Whether a person, a house or an office may be meant, or a pen name where there may be one."""
    if is_name(words) or words in _HOUSES:
        return True
    shown = slot.role in ("图", "稿") or slot.role.endswith(_SHOWN)
    if _says_where(words) and (slot.beside or not shown):
        return False
    if shown or _says_who_gave(words):
        return True
    if is_of_words(words) and not slot.role.endswith(_OPEN_ROLES) and _is_alone(slot, words):
        return False
    if slot.pictures or slot.role.endswith((*_OPEN_ROLES, *_PEN_ROLES)):
        return is_body(words) or _DESCRIBED.search(words) is not None or not says_what_happened(words)
    if slot.role.endswith("记者") and words.endswith(_SOURCES):
        return False
    if _DESCRIBED.search(words) is not None:
        return True
    personal = slot.role.endswith(PERSONAL_ROLES)
    return not personal and (is_body(words) or (edits_pages(words) and not slot.role.endswith("记者")))


def _is_alone(slot: Slot, words: str) -> bool:
    """Whether everyday words are a post without anybody who holds it, or a section, not a house or an office."""
    if words.endswith(_SECTIONS):
        return True
    if pattern("§", POSTS).search(words, max(0, len(words) - 4)) and _DESCRIBED.search(words):
        return slot.alone and not (slot.role.endswith(_CHECKING) and words.endswith(("长", "书记", "主任", "领导")))
    said = words[-1] in "市县区镇乡村" or _DESCRIBED.search(words) is None or words.endswith(TOLD)
    return said and not (is_body(words) or is_office(words) or edits_pages(words))


def _says_where(words: str) -> bool:
    """Whether these words say where a picture was taken: 老街北口书店门前."""
    return len(words) > 3 and words.endswith(_PLACE_ENDS)


def _says_who_gave(words: str) -> bool:
    return _GIVEN_BY.search(words, max(0, len(words) - 3)) is not None


def _may_sign(analysis: Analysis, slot: Slot) -> bool:
    """Whether an office may be credited: for all but writing and editing, or on an institution's own page."""
    if not is_office(slot.name.value) or slot.role.endswith(("记者", *PERSONAL_ROLES)):
        return False
    return not slot.role.endswith(_PEOPLE) or not is_page_of_press(analysis, slot.name.value)


_PEOPLE = (
    "记者",
    "通讯员",
    "编辑",
    "责编",
    "作者",
    "文",
    "撰文",
    "采写",
    "执笔",
    "撰稿人",
    "主编",
    "美编",
    *PERSONAL_ROLES,
)


_SHOTS = ("AI", "AI生成", "AI制图", "AI配音", "截图", "画面", "资料图", "资料照片", "资料片")


_IS_LABEL = re.compile(r"\s?[:：|｜丨]")
_LABEL = re.compile(
    r"(?:本[报网台刊])?(?:全媒体|融媒体?|特约|实习|见习|小|学生|校园|校报|体育|首席)?(?:记者|通讯员)[\s:：]*"
)
_PEN_NAME = re.compile(r"(?:作者|撰文|撰稿|执笔|文字|图文|文图|文)\s*[:：/／|｜丨]?\s*$")
_SEVERAL_WORDS = re.compile(r"\s|记者|通讯员|月\d|[（()）/／:：、]")
"""What the reader of credits left whole, since it is more than names."""
_NO_CREDIT = re.compile(r"关注|点击|原创|转载|本站|下载|扫码|[？！?!。]|^[a-z_]+\d*$|\d{5}")
_GENRES = tuple(word for word in pages.NOT_NAMES.split() if len(word) > 1)
_FILLER = re.compile(
    r"[？！?!。{}$<>=\\_]|^[a-z]+\d+$|^(?:[a-z]*(?:asd|qwe|zxc|test|user|admin)[a-z]*)$|\d{4}|(?P<sign>[XxＸ×＊*○□])(?P=sign)|^\d+$"
)


def _is_filler(words: str) -> bool:
    """Whether these are words of a button, an office, a form to be filled, a program: never who wrote or drew."""
    if words in _PLACEHOLDERS or words.lower() in ACCOUNTS or is_furniture(words):
        return True
    if is_whole_name(words) or _HELD_OFFICE.fullmatch(words):
        return False
    return _FILLER.search(words) is not None or pattern("§", NAVIGATION).search(words) is not None


_HELD_OFFICE = re.compile(r"[^\W\d_]{0,8}(?:长|委|党政|政府|董事会|理事会)办公室")
"""The office of somebody, which may check what is printed: 校长办公室."""
_PLACEHOLDERS = frozenset(PLACEHOLDERS.split())
_DESCRIBED = re.compile(
    r"(?:记者|教授|博士|主任|院长|研究员|作者|主席|经理|局长|书记|馆长|校长|老师|学生|人员|同学|委员|代表|医师|律师|员|"
    r"[级组队会委班办局厅院所校社部处科室站馆县市区镇乡村]|[报网台刊]|宣传|摄|报道|报导|報導|办公室|等)$"
)


_HOUSES = frozenset(pages.HOUSES.split())
_SHOWN = tuple(SHOWN.split())
_OPEN_ROLES = tuple(OPEN_ROLES.split())
_PEN_ROLES = tuple(PEN_ROLES.split())
_SECTIONS = tuple(SECTIONS.split())
_SOURCES = tuple(SOURCES.split())
_PLAIN_ROLES = tuple(PLAIN_ROLES.split())
_PLACE_ENDS = tuple(PLACE_ENDS.split())
_SAID = frozenset(HOUSE_WORDS.split())
_CHECKING = tuple(CHECKING.split())


def _without_label(reporter: Field) -> Field:
    label = _LABEL.match(reporter.value)
    bare = reporter.value.rstrip("*")  # Markdown
    if bare and bare != reporter.value:
        return _without_label(Field(bare, Span(reporter.span.start, reporter.span.start + len(bare))))
    if label is None or label.end() == len(reporter.value):
        return _without_act(reporter)
    return Field(reporter.value[label.end() :], Span(reporter.span.start + label.end(), reporter.span.end))


_ACT = re.compile(r"(?<=[^\W\d_]{2})(?:整理|采写|撰文|供稿|编译|执笔|摄影?|[报報][道导導])$")


def _without_act(credit: Field) -> Field:
    """甲某整理: the name alone."""
    act = _ACT.search(credit.value) if len(credit.value) <= 6 else None
    if act is None or not is_name(credit.value[: act.start()]):
        return credit
    return Field(credit.value[: act.start()], Span(credit.span.start, credit.span.start + act.start()))


_GIVEN_BY = re.compile(r"(?<!摄影)[报報][导導道]|提供|供[图圖稿]|截图|办公室|[编編]制")
"""Ends of what is credited without being a name: 照片由竹坑镇文化站提供, 庭审截图, ／澎湖報導】."""


def _is_no_credit(text: str, credit: Field) -> bool:
    value = credit.value
    if is_furniture(value):
        return True
    if is_name(value) or is_body(value) or is_office(value) or _GIVEN_BY.search(value, len(value) - 3):
        return False
    if _NO_CREDIT.search(value):
        return True
    if _SEVERAL_WORDS.search(value):
        return False
    if value in NOT_NAMES or pattern("§", NO_PART_OF_NAMES).search(value):
        return True
    if value.startswith(_GENRES):
        return False
    return not _signs_by_pen(text, credit)


def _signs_by_pen(text: str, credit: Field) -> bool:
    """Whether the label of a credit is one that pen names stand behind."""
    return _PEN_NAME.search(text, max(0, credit.span.start - 8), credit.span.start) is not None
