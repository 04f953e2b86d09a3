"""Lines and tables in, one self-contained HTML page with bars beside the numbers out; no network, no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from figcheck.model import Language

_STYLE = (
    ":root{color-scheme:light dark;--ink:#1c1c1a;--faint:#6b6b64;--line:#d9d9d0;--bar:#b3261e}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e8e8e2;--faint:#a0a098;--line:#3a3a35;--bar:#ff8a80}}"
    "body{font-family:system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:70rem;"
    "margin:2rem auto;padding:0 1rem;color:var(--ink);line-height:1.6}"
    "table{border-collapse:collapse;width:100%;margin-bottom:2rem;font-size:.92rem}"
    "th,td{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:middle}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:8rem;height:.8rem;display:block}"
    "rect{fill:var(--bar)}.aid{color:var(--faint)}td{overflow-wrap:anywhere}"
    ".disputes>li{margin-bottom:1.5rem}.disputes p{margin:0}"
    ".disputes em{color:var(--bar);font-style:normal;margin-left:.6rem}"
    "dl{margin:.3rem 0}dt{font-weight:600;margin-top:.4rem}dd{margin:0}small{color:var(--faint);font-weight:400}"
    "blockquote{margin:.2rem 0 .5rem;padding-left:.8rem;border-left:3px solid var(--line)}"
    "mark{background:#ffe08a;color:#1c1c1a}"
)
NamedTable = tuple[str, Sequence[str], Sequence[Sequence[str]]]


def summary_page(words: Mapping[str, str], lines: Sequence[str], tables: Sequence[NamedTable], lang: Language) -> str:
    """The page; a table without rows is left out. Beside the first column of numbers each row has a bar."""
    parts = [f"<p>{escape(line)}</p>" for line in lines]
    parts.append(f'<p class="aid">{escape(words["aid"])}</p>')
    parts += [_table(*table) for table in tables if table[2]]
    return page(words["title"], "\n".join(parts), lang)


def page(name: str, body: str, lang: Language) -> str:
    """A page with its style under its name; `body` is HTML."""
    title = escape(name)
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang == "zh" else "en"}"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>\n" + body + "\n</body></html>\n"
    )


def _table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    numbers = [all(row[place].isdigit() for row in rows) for place in range(len(columns))]
    charted = next(
        (place for place, numeric in enumerate(numbers) if numeric and any(row[place] != "0" for row in rows)), None
    )
    head = "".join(f"<th{_class(numeric)}>{escape(name)}</th>" for name, numeric in zip(columns, numbers, strict=True))
    most = max((int(row[charted]) for row in rows), default=0) if charted is not None else 0
    body = []
    for row in rows:
        cells = "".join(f"<td{_class(numeric)}>{escape(text)}</td>" for text, numeric in zip(row, numbers, strict=True))
        bar = "" if charted is None else f"<td>{_bar(int(row[charted]), most)}</td>"
        body.append(f"<tr>{cells}{bar}</tr>")
    extra = "" if charted is None else f"<th>{escape(columns[charted])}</th>"
    rows_made = "".join(body)
    return f"<h2>{escape(heading)}</h2>\n<table><thead><tr>{head}{extra}</tr></thead><tbody>{rows_made}</tbody></table>"


def _class(numeric: bool) -> str:
    return ' class="n"' if numeric else ""


def _bar(count: int, most: int) -> str:
    width = 100 * count // max(most, 1)
    return (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect x="0" y="0" width="{width}" height="10"/></svg>'
    )
