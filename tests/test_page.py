"""The HTML page in a real browser: marks, clicks, filters, print; and nothing of an article ever runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from figcheck import documents, pipeline
from figcheck.model import Ledger, Report
from figcheck.reports.page import page
from figcheck.reports.summary import Summary
from figcheck.rulebook import load_rules

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
in_browser = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver (Debian: chromium, chromium-driver)"
)
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1300,900"
).split()
HOSTILE = (
    "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>\n\n"
    '</style></script><script>window.ran = 3</script>"><svg onload="window.ran = 4">约30人左右。\n'
)


def reports(root: Path) -> list[Report]:
    ledger = pipeline.load_ledger([root / "samples" / "ledger.yaml"])
    names = ("library-report.txt", "harvest.txt")
    articles = [documents.load(str(root / "samples" / name)) for name in names]
    return [pipeline.check(document, ledger, load_rules()) for document in articles]


def written(folder: Path, found: list[Report]) -> str:
    summary = Summary()
    for report in found:
        summary.add(report)
    path = folder / "报告.html"
    path.write_text("".join(page(found, summary, "zh")), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for flag in FLAGS:
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(DRIVER)))
    yield driver
    driver.quit()


def one(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def every(browser: Any, selector: str) -> list[Any]:
    return list(browser.find_elements("css selector", selector))


@in_browser
def test_a_click_on_a_figure_shows_value_link_evidence_and_working(browser: Any, root: Path, tmp_path: Path) -> None:
    browser.get(written(tmp_path, reports(root)))
    piece = next(each for each in every(browser, "article .contradicted") if each.text == "481.6万人次")
    assert not one(browser, ".card").is_displayed()
    piece.click()
    card = one(browser, ".card").text
    for told in ("4816000 人次", "[4815500, 4816500]", "samples/ledger.yaml:123", "418.6万人次", "写颠倒"):
        assert told in card
    one(browser, ".card .close").click()
    assert not one(browser, ".card").is_displayed()


@in_browser
def test_keys_move_between_findings_and_open_figures(browser: Any, root: Path, tmp_path: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.get(written(tmp_path, reports(root)))
    body = one(browser, "body")
    body.send_keys("j")
    first = one(browser, "article .lit").text
    body.send_keys("j")
    assert first == "71周年" and one(browser, "article .lit").text == "481.6万人次"
    browser.switch_to.active_element.send_keys("k")
    assert one(browser, "article .lit").text == first
    one(browser, "article [tabindex]").send_keys(Keys.ENTER)
    assert one(browser, ".card").is_displayed()
    body.send_keys(Keys.ESCAPE)
    assert not one(browser, ".card").is_displayed()


@in_browser
def test_filters_leave_out_what_is_not_wanted(browser: Any, root: Path, tmp_path: Path) -> None:
    from selenium.webdriver.support.select import Select

    browser.get(written(tmp_path, reports(root)))

    def shown() -> int:
        return sum(each.is_displayed() for each in every(browser, "aside .finding"))

    total = shown()
    one(browser, "[data-filter=error]").click()
    assert 0 < shown() < total
    one(browser, "[data-filter=error]").click()
    Select(one(browser, "select[data-rule]")).select_by_value("FL001")
    assert shown() == 2


@in_browser
def test_nothing_of_an_article_runs_and_nothing_is_fetched(browser: Any, tmp_path: Path) -> None:
    document = documents.from_text(HOSTILE, "<script>window.ran=5</script>.txt")
    browser.get(written(tmp_path, [pipeline.check(document, Ledger(), load_rules())]))
    assert browser.execute_script("return window.ran") is None
    fetched = browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    assert fetched == []
    assert "<script>window.ran = 1</script>" in one(browser, "article").text
    assert one(browser, "aside .finding") is not None, "our own script and style still work"
    one(browser, "aside .finding").click()
    assert one(browser, "article .lit").text == "约30人左右"


@in_browser
def test_dark_and_light_and_print(browser: Any, root: Path, tmp_path: Path) -> None:
    browser.get(written(tmp_path, reports(root)))
    grounds = set()
    for scheme in ("light", "dark"):
        feature = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", feature)
        grounds.add(one(browser, "body").value_of_css_property("background-color"))
    assert len(grounds) == 2
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    assert one(browser, "aside .finding").is_displayed() and not one(browser, ".tools").is_displayed()
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@in_browser
def test_a_long_article_stays_usable(browser: Any, root: Path, tmp_path: Path) -> None:
    text = (root / "samples" / "library-report.txt").read_text("utf-8")
    document = documents.from_text(text + "\n\n今年接待读者481.6万人次，约30人左右。" * 1500, "长.txt")
    browser.get(written(tmp_path, [pipeline.check(document, Ledger(), load_rules())]))
    assert len(every(browser, "article .figure")) > 3000
    last = every(browser, "aside .finding")[-1]
    browser.execute_script("arguments[0].click()", last)
    assert one(browser, "article .lit").is_displayed()


def test_the_page_holds_the_whole_text_in_order(root: Path) -> None:
    import html
    import re

    (report, _) = reports(root)
    summary = Summary()
    summary.add(report)
    made = "".join(page([report], summary, "zh"))
    article = made[made.index("<article") : made.index("</article>")]
    shown = html.unescape(re.sub(r"<[^>]*>", "", article))
    assert "".join(shown.split()) == "".join(report.analysis.document.text.split())


def test_the_same_reports_make_the_same_page(root: Path) -> None:
    made = set()
    for _ in range(2):
        summary = Summary()
        for report in reports(root):
            summary.add(report)
        made.add("".join(page(reports(root), summary, "en")))
    assert len(made) == 1 and "http" not in made.pop().replace("http-equiv", "")
