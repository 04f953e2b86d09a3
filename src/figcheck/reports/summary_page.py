"""Numbers and tables in, one self-contained HTML page with charts as SVG out; no network, no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from figcheck.model import Language

_STYLE = (
    ":root{color-scheme:light dark;--ink:#1c1c1a;--faint:#6b6b64;--line:#d9d9d0;--bar:#b3261e}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e8e8e2;--faint:#a0a098;--line:#3a3a35;--bar:#ff8a80}}"
    "body{font-family:system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:70rem;"
    "margin:2rem auto;padding:0 1rem;color:var(--ink);line-height:1.6}"
    "table{border-collapse:collapse;width:100%;margin-bottom:2rem;font-size:.92rem}"
    "th,td{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:middle}"
    ".cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.8rem;margin:1.2rem 0}"
    ".cards div{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .9rem}.cards small{display:block}"
    ".cards b{display:block;font-size:1.5rem;line-height:1.4}.alarm{color:var(--bar)}.bar{width:9rem}"
    ".curve{width:100%;height:auto;margin:.4rem 0 1rem}.curve line{stroke:var(--ink);stroke-dasharray:6 4}"
    ".curve text{fill:var(--faint);font-size:13px}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td svg{width:8rem;height:.8rem;display:block}"
    "rect{fill:var(--bar)}.aid{color:var(--faint)}td{overflow-wrap:anywhere}"
    ".disputes>li{margin-bottom:1.5rem}.disputes p{margin:0}"
    ".disputes em{color:var(--bar);font-style:normal;margin-left:.6rem}"
    "dl{margin:.3rem 0}dt{font-weight:600;margin-top:.4rem}dd{margin:0}small{color:var(--faint);font-weight:400}"
    "blockquote{margin:.2rem 0 .5rem;padding-left:.8rem;border-left:3px solid var(--line)}"
    "mark{background:#ffe08a;color:#1c1c1a}"
)


class Listed(NamedTuple):
    """A table of the page."""

    heading: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    charted: int | None = None
    """The column that has bars beside it."""
    note: str = ""
    """What stands below it."""
    curve: bool = False
    """Whether the column is drawn from left to right, and the rows are folded away: months."""
    limit: float = 0
    """Where a line across the drawing stands."""


class Card(NamedTuple):
    """A number that matters, with what it is and a word on it."""

    name: str
    number: str
    about: str
    alarming: bool = False


def summary_page(
    words: Mapping[str, str], cards: Sequence[Card], tables: Sequence[Listed], extra: str, lang: Language
) -> str:
    """The page; a table without rows is left out, `extra` is HTML that goes behind the tables."""
    parts = [f'<div class="cards">{"".join(map(_card, cards))}</div>', f'<p class="aid">{escape(words["aid"])}</p>']
    parts += [_table(table) for table in tables if table.rows]
    parts.append(extra)
    return page(words["title"], "\n".join(parts), lang)


def page(name: str, body: str, lang: Language) -> str:
    """A page with its style under its name; `body` is HTML."""
    title = escape(name)
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>\n" + body + "\n</body></html>\n"
    )


def _card(card: Card) -> str:
    name, number, about = escape(card.name), escape(card.number), escape(card.about)
    alarm = ' class="alarm"' if card.alarming else ""
    return f"<div><small>{name}</small><b{alarm}>{number}</b><small>{about}</small></div>"


def _table(table: Listed) -> str:
    columns = range(len(table.columns))
    numbers = [place != 0 and all(_number(row[place]) is not None for row in table.rows) for place in columns]
    heads = list(zip(table.columns, numbers, strict=True))
    head = "".join(f"<th{_class(numeric)}>{escape(name)}</th>" for name, numeric in heads)
    values = [] if table.charted is None else [_number(row[table.charted]) or 0 for row in table.rows]
    most = max(values, default=0)
    body = []
    for place, row in enumerate(table.rows):
        cells = "".join(f"<td{_class(numeric)}>{escape(text)}</td>" for text, numeric in zip(row, numbers, strict=True))
        body.append(f"<tr>{cells}{f'<td class=bar>{_bar(values[place], most)}</td>' if most else ''}</tr>")
    extra = "<th></th>" if most else ""
    curved = table.curve and most and len(values) > 1
    drawn = _curve([row[0] for row in table.rows], values, table.limit) if curved else ""
    note = f'<p class="aid">{escape(table.note)}</p>' if table.note else ""
    made = f"<table><thead><tr>{head}{extra}</tr></thead><tbody>{''.join(body)}</tbody></table>{note}"
    if drawn:
        made = f"<details><summary>{escape(table.columns[0])}</summary>{made}</details>"
    return f"<h2>{escape(table.heading)}</h2>\n{drawn}{made}"


def _number(text: str) -> float | None:
    try:
        return float(text.rstrip("%").replace(",", ""))
    except ValueError:
        return None


_WIDE, _HIGH = 960, 160


def _curve(names: Sequence[str], values: Sequence[float], limit: float) -> str:
    """Columns from left to right, the first, the last and the highest with their names."""
    step, most = _WIDE / len(values), max(values)
    drawn = []
    for place, value in enumerate(values):
        height = round(_HIGH * value / most, 1)
        told = f"<title>{escape(names[place])}: {value:g}</title>"
        at = f'x="{place * step:.1f}" y="{_HIGH - height + 14}" width="{max(step - 2, 1):.1f}" height="{height}"'
        drawn.append(f"<rect {at}>{told}</rect>")
        if place in (0, len(values) - 1):
            anchor = "start" if place == 0 else "end"
            x = 0 if place == 0 else _WIDE
            drawn.append(f'<text x="{x}" y="{_HIGH + 32}" text-anchor="{anchor}">{escape(names[place])}</text>')
    if 0 < limit < most:
        level = _HIGH * (1 - limit / most) + 14
        drawn.append(f'<line x1="0" x2="{_WIDE}" y1="{level:.1f}" y2="{level:.1f}"/>')
        drawn.append(f'<text x="{_WIDE}" y="{level - 4:.1f}" text-anchor="end">{limit:g}</text>')
    top = values.index(most)
    middle = min(max(top * step + step / 2, 20), _WIDE - 20)
    drawn.append(f'<text x="{middle:.1f}" y="10" text-anchor="middle">{most:g}</text>')
    return f'<svg class="curve" viewBox="0 0 {_WIDE} {_HIGH + 40}" role="img">{"".join(drawn)}</svg>'


def _class(numeric: bool) -> str:
    return ' class="n"' if numeric else ""


def _bar(value: float, most: float) -> str:
    return (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect x="0" y="0" width="{100 * value / most:.1f}" height="10"/></svg>'
    )
