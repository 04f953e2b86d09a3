"""Reports in, one self-contained HTML page out: the article with its figures marked, and beside it why.

The page needs no network, and no script but its own can run in it: its policy names the script by its hash.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from figcheck.model import Language, Report
from figcheck.wording import say

from ..summary import Summary
from .articles import Article, article
from .picture import bar, strip

_HERE = Path(__file__).parent


def page(reports: Iterable[Report], summary: Summary, lang: Language) -> Iterator[str]:
    """The page of a whole run; `summary` is read when the reports are through."""
    articles = [article(number, report, lang) for number, report in enumerate(reports, start=1)]
    script, style = _own("script.js"), _own("style.css")
    yield _template().render(
        articles=articles,
        summary=summary,
        rules=_rules(articles),
        lang=lang,
        say=lambda key, **values: say(f"page.{key}", lang, **values),
        name=lambda key: say(f"reports.{key}", lang),
        bar=bar,
        strip=strip,
        script=script,
        style=style,
        policy=_policy(script, style),
    )


def _rules(articles: Iterable[Article]) -> list[tuple[str, str, int]]:
    """Code, name and number of findings of each rule that found something."""
    found: dict[tuple[str, str], int] = {}
    for each in articles:
        for finding in each.findings:
            found[finding.rule, finding.name] = found.get((finding.rule, finding.name), 0) + 1
    return [(code, name, count) for (code, name), count in sorted(found.items())]


def _own(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


def _policy(script: str, style: str) -> str:
    return f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; img-src data:; base-uri 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _template() -> Any:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template("page.html")
