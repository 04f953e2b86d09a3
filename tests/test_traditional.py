"""Traditional Chinese is read by the words of the Simplified tables, and comes out as it was written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from figcheck.data.traditional import SIMPLIFIED, TRADITIONAL
from figcheck.documents import from_text
from figcheck.mentions import find_mentions
from figcheck.traditional import folded, is_traditional

PAGES = st.text("記者林書豪／台中報導〔〕（）責任編輯：來源人民網\n 2024-05-17增長了萬億個，。國會", max_size=80)


def test_the_table_is_one_to_one() -> None:
    assert len(TRADITIONAL) == len(SIMPLIFIED) == len(set(TRADITIONAL))
    assert not set(TRADITIONAL) & set(SIMPLIFIED)


def test_simplified_text_is_left_alone() -> None:
    text = "全国粮食总产量13908.2亿斤，比上年增长1.6%。"
    assert folded(text) is text
    assert not is_traditional(text)


@given(PAGES)
def test_offsets_stay_and_what_is_read_is_as_written(text: str) -> None:
    assert len(folded(text)) == len(text)
    document = from_text(text)
    masthead = document.masthead
    for field in (*masthead.byline, *masthead.editors, *(each for each in (masthead.title, masthead.source) if each)):
        assert field.value in (
            text[field.span.start : field.span.end],
            "".join(text[field.span.start : field.span.end].split()),
        )
    for mention in find_mentions(document):
        assert mention.text == text[mention.start : mention.end]
