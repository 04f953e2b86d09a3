"""What `audit contradictions` found, as its JSON has it, in; words for a terminal, JSON, or one page of HTML out."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from figcheck.model import Language
from figcheck.wording import say

from .screen import Line, cut, draw, safe
from .summary_page import page

Told = Mapping[str, Any]
_SHOWN = 3
"""Sentences of one side that are shown."""
_CELLS = 200
"""Terminal cells of a sentence."""


def as_json(told: Told) -> str:
    """All of it."""
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_text(told: Told, lang: Language, *, colour: bool) -> Iterator[str]:
    """One thing after the other under its number, the surest first."""
    for kind in ("contradictions", "revisions", "outdated"):
        entries = told[kind]
        if entries:
            heading = say(f"audit.disputes.{kind}", lang, count=told["summary"][kind], shown=len(entries))
            yield draw([((heading, "strong"),), ()], colour=colour)
        for number, entry in enumerate(entries, 1):
            yield draw([*_lines(number, entry, lang), ()], colour=colour)
    if not any(told[kind] for kind in ("contradictions", "revisions", "outdated")):
        yield say("audit.disputes.none", lang) + "\n"


def _lines(number: int, entry: Told, lang: Language) -> Iterator[Line]:
    yield (f"{number:3}  ", (safe(name_of(entry, lang)), "strong"), "  ", (verdict_of(entry, lang), "warning"))
    for side in _sides(entry):
        told = say("audit.disputes.articles", lang, count=side["articles"])
        yield ("     ", (safe(side["value"]), "error" if side["articles"] == 1 else "good"), "  ", told)
        for each in side["statements"][:_SHOWN]:
            yield ("       ", (safe(_where(each, lang)), "faint"))
            yield ("         ", cut(each["sentence"], _CELLS))
        left = len(side["statements"]) - _SHOWN
        if left > 0:
            yield ("       ", say("audit.disputes.more", lang, count=left))


def _sides(entry: Told) -> Sequence[Told]:
    return entry["sides"] if "sides" in entry else (entry["old"], entry["newer"])


def _where(each: Told, lang: Language) -> str:
    title = f"《{each['title'].strip('《》')}》" if each["title"] else ""
    again = say("audit.disputes.again", lang, count=each["articles"] - 1, until=each["until"] or "")
    parts = [each["date"] or "", title, each["documents"][0], again if each["articles"] > 1 else ""]
    return "  ".join(part for part in parts if part)


def name_of(entry: Told, lang: Language) -> str:
    """江州港 · 货物吞吐量 · 2024年1—10月."""
    change = f"（{entry['change']}）" if entry["change"] else ""
    return " · ".join(
        part for part in (entry["subject"], entry["measure"] + change, span_of(entry["scope"], lang)) if part
    )


def verdict_of(entry: Told, lang: Language) -> str:
    """What became of it, in a few words."""
    if "days" in entry:
        return say("audit.disputes.late", lang, since=entry["since"], days=entry["days"])
    told = say(f"audit.disputes.verdict.{entry['verdict']}", lang)
    slip = say(f"audit.disputes.slip.{entry['slip']}", lang) if entry["slip"] and entry["verdict"] != "revision" else ""
    sure = say(f"audit.disputes.sure.{entry['sure']}", lang) if entry["verdict"] != "revision" else ""
    return told + slip + sure


def span_of(scope: str, lang: Language) -> str:
    """`2024-01-01/2024-10-31` as 2024年1—10月, `/2024-10-31` as 截至2024-10-31; nothing for what needs no time."""
    first, mark, last = scope.partition("/")
    if not mark:
        return ""
    if not first:
        return say("audit.disputes.as_of", lang, day=last)
    start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    whole = start.day == 1 and (end + datetime.timedelta(days=1)).day == 1
    if lang == "zh" and whole and start.year == end.year:
        if (start.month, end.month) == (1, 12):
            return f"{start.year}年"
        months = f"{start.month}" if start.month == end.month else f"{start.month}—{end.month}"
        return f"{start.year}年{months}月"
    return first if first == last else f"{first}—{last}"


# --- as a page -----------------------------------------------------------------------------------------------------


def as_page(told: Told, lang: Language) -> str:
    """One page of HTML, without script or network."""
    body = sections(told, lang) or f"<p>{escape(say('audit.disputes.none', lang))}</p>"
    return page(say("audit.disputes.title", lang), body, lang)


def sections(told: Told, lang: Language) -> str:
    """Its headings and lists, for a page that has other things too; empty where nothing was found."""
    parts = []
    for kind in ("contradictions", "revisions", "outdated"):
        if told[kind]:
            heading = say(f"audit.disputes.{kind}", lang, count=told["summary"][kind], shown=len(told[kind]))
            listed = "".join(_item(entry, lang) for entry in told[kind])
            parts.append(f'<h2>{escape(heading)}</h2>\n<ol class="disputes">{listed}</ol>')
    return "\n".join(parts)


def _item(entry: Told, lang: Language) -> str:
    head = f"<b>{escape(name_of(entry, lang))}</b> <em>{escape(verdict_of(entry, lang))}</em>"
    sides = "".join(_side(side, lang) for side in _sides(entry))
    return f"<li><p>{head}</p><dl>{sides}</dl></li>"


def _side(side: Told, lang: Language) -> str:
    told = say("audit.disputes.articles", lang, count=side["articles"])
    shown, rest = side["statements"][:_SHOWN], side["statements"][_SHOWN:]
    quotes = "".join(_quote(each, lang) for each in shown)
    if rest:
        summary = escape(say("audit.disputes.more", lang, count=len(rest)))
        quotes += f"<details><summary>{summary}</summary>{''.join(_quote(each, lang) for each in rest)}</details>"
    return f"<dt>{escape(side['value'])} <small>{escape(told)}</small></dt><dd>{quotes}</dd>"


def _quote(each: Told, lang: Language) -> str:
    sentence, text = escape(each["sentence"]), escape(each["text"])
    marked = sentence.replace(text, f"<mark>{text}</mark>", 1)
    return f"<blockquote>{marked}<br><small>{escape(_where(each, lang))}</small></blockquote>"
