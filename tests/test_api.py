"""figcheck for Python programs: three verbs, the types used inside."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import figcheck
from figcheck.ledger import LedgerError
from figcheck.model import Stamp


def test_extract_gives_mentions_with_values() -> None:
    (mention,) = figcheck.extract("超12亿人次参与。")
    assert (mention.text, str(mention.quantity.value), mention.quantity.hedge) == ("超12亿人次", "1200000000", "over")
    (day,) = figcheck.extract("11月20日晚开幕。", date=datetime.date(2024, 11, 21))
    assert day.quantity.value == Stamp(2024, 11, 20)


def test_check_judges_by_a_ledger(tmp_path: Path) -> None:
    desk = tmp_path / "台账.yaml"
    desk.write_text("figcheck: 1\nfacts:\n  - {subject: 江州港, measure: 吞吐量, value: 335.2万吨}\n", "utf-8")
    ledger = figcheck.Ledger.load(desk)
    assert isinstance(ledger, figcheck.Ledger) and len(ledger.facts) == 1
    report = figcheck.check("江州港吞吐量353.2万吨。", ledger=ledger)
    assert [finding.rule for finding in report.findings] == ["FL001"]
    assert [figure.status for figure in report.figures] == ["contradicted"]
    assert figcheck.check("江州港吞吐量335万吨。", ledger=ledger).findings == ()


def test_the_year_in_the_title_holds_for_figures_without_one(tmp_path: Path) -> None:
    desk = tmp_path / "desk.yaml"
    fact = "  - {{subject: 朔宁省, measure: 幼儿园, value: {}所, as_of: {}}}\n"
    desk.write_text("figcheck: 1\nfacts:\n" + fact.format(6428, 2024) + fact.format(6945, 2023), "utf-8")
    ledger = figcheck.Ledger.load(desk)
    title, rest = "朔宁省2024年教育统计公报发布", "发布时间：2025年6月12日　来源：朔宁教育报\n\n全省有幼儿园6945所。\n"
    said = [finding.rule for finding in figcheck.check(f"{title}\n\n{rest}", ledger=ledger).findings]
    assert "FL001" in said, "the figure of the year before"
    right = rest.replace("6945", "6428")
    assert not figcheck.check(f"{title}\n\n{right}", ledger=ledger).findings


def test_check_takes_documents_of_every_kind(root: Path) -> None:
    document = figcheck.load(root / "samples" / "library-report.txt")
    report = figcheck.check(document, ledger=figcheck.Ledger.load(root / "samples" / "ledger.yaml"))
    assert len(report.findings) == 11
    assert all(document.text[each.start : each.end] == each.text for each in report.findings)


def test_mistakes_are_raised(tmp_path: Path) -> None:
    desk = tmp_path / "台账.yaml"
    desk.write_text("figcheck: 1\nfact: []\n", "utf-8")
    with pytest.raises(LedgerError) as told:
        figcheck.Ledger.load(desk)
    assert told.value.mistakes[0].line == 2
    with pytest.raises(AttributeError):
        figcheck.nothing  # noqa: B018


def test_the_command_line_does_not_load_it() -> None:
    code = "import sys, figcheck.cli; sys.exit('figcheck.api' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
