"""The part of a ledger that may matter for a text gives the same links as the whole ledger."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from figcheck import documents, pipeline
from figcheck.ledger.compiled import opened
from figcheck.ledger.compiling import compiled
from figcheck.ledger.vocabulary import Vocabulary, tables_of
from figcheck.linking import Linker
from figcheck.model import Fact, Knowledge, Ledger
from figcheck.values import replace

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "benchmarks" / "cases" / "ledger-dev").iterdir())


def narrowed(ledger: Ledger, text: str) -> Ledger:
    """What `Knowledge.about` promises, in the plainest way."""
    named = {name for name in {fact.subject for fact in ledger.facts} | ledger.subjects.keys() if name in text}
    named |= {name for name, aliases in ledger.subjects.items() if any(alias in text for alias in aliases)}
    owners = defaultdict[str, set[str]](set)
    for fact in ledger.facts:
        for word in fact.measures:
            owners[word].add(fact.subject)

    def matters(fact: Fact) -> bool:
        return fact.subject in named and any(word in text for word in fact.measures)

    return replace(
        ledger,
        facts=tuple(filter(matters, ledger.facts)),
        subjects={name: ledger.subjects.get(name, ()) for name in sorted(named)},
        owners={word: len(subjects) for word, subjects in owners.items() if word in text},
    )


@cache
def ledgers() -> list[Ledger]:
    return [pipeline.load_ledger([case / "ledger.yaml"]) for case in CASES]


@cache
def everything() -> Ledger:
    """All that all desks know."""
    return Ledger(
        facts=tuple(fact for ledger in ledgers() for fact in ledger.facts),
        events=tuple(event for ledger in ledgers() for event in ledger.events),
        people=tuple(person for ledger in ledgers() for person in ledger.people),
        subjects={name: aliases for ledger in ledgers() for name, aliases in ledger.subjects.items()},
    )


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_a_part_links_as_the_whole_does(number: int) -> None:
    document = documents.load(str(CASES[number] / "article.txt"))
    for whole in (everything(), ledgers()[number]):
        part = narrowed(whole, document.text)
        one, other = pipeline.analyse(document, whole), pipeline.analyse(document, part)
        assert (one.links, one.unlinked) == (other.links, other.unlinked)
        assert one.links
    assert len(narrowed(everything(), document.text).facts) < len(everything().facts) / 2


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_without_a_ledger_nothing_is_linked_and_the_linker_would_say_the_same(number: int) -> None:
    document = documents.load(str(CASES[number] / "article.txt"))
    analysis = pipeline.analyse(document, Ledger())
    assert (analysis.links, analysis.unlinked) == Linker(Ledger()).link(document, analysis.claims)
    assert analysis.unlinked


def packed(ledger: Ledger, folder: Path) -> Knowledge:
    """The same ledger as a file, of which only what is asked for is read."""
    places = [entry.place for entries in (ledger.facts, ledger.events, ledger.people) for entry in entries]
    files = sorted({place.ledger for place in places})
    path = folder / "facts"
    path.write_bytes(b"".join(compiled(ledger, files)))
    found = opened(path, files, pytest.fail)
    assert found is not None
    return found


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_a_file_gives_just_that_part(number: int, tmp_path: Path) -> None:
    text = documents.load(str(CASES[number] / "article.txt")).text
    whole = packed(everything(), tmp_path)
    assert whole.about(text) == narrowed(everything(), text)
    assert whole.about("") == replace(everything(), facts=(), subjects={}, owners={})


def test_a_ledger_asked_about_many_articles_is_read_whole(tmp_path: Path) -> None:
    ledger = ledgers()[0]
    found = packed(ledger, tmp_path)
    parts = [found.about("") for _ in range(10)]
    assert parts[0].facts == ()
    assert parts[9] == ledger


def test_a_measure_of_two_subjects_is_nobodys_own_whoever_the_text_names(tmp_path: Path) -> None:
    """The title alone says who; that is enough only where no other subject of the whole ledger has such a measure."""
    text = "橙果公司公布年报\n\n员工总数为3500人，比上年多。\n"
    for others, linked in (("", 1), ("  - {subject: 蓝莓公司, measure: [员工总数], value: 120人}\n", 0)):
        path = tmp_path / "ledger.yaml"
        path.write_text(
            "figcheck: 1\nfacts:\n  - {subject: 橙果公司, measure: [员工总数], value: 4200人}\n" + others, "utf-8"
        )
        whole = pipeline.load_ledger([path])
        for knowledge in (whole, narrowed(whole, text), packed(whole, tmp_path)):
            analysis = pipeline.analyse(documents.from_text(text), knowledge)
            assert len(analysis.links) == linked


_TEXT = st.text("甲乙丙丁𠮷a1", max_size=40)


@given(
    words=st.sets(st.text("甲乙丙丁𠮷a1", min_size=1, max_size=5) | st.text("甲乙", min_size=60, max_size=66)),
    text=_TEXT,
)
@example(words={"甲" * 62, "甲" * 63, "甲" * 64, "甲" * 100}, text="甲" * 80)
def test_all_words_of_a_vocabulary_are_found_and_no_others(words: set[str], text: str) -> None:
    listed = sorted(words)
    tables = {name: memoryview(table) for name, table in tables_of(listed).items()}
    vocabulary = Vocabulary(tables)
    assert vocabulary.found_in(text) == {word: place for place, word in enumerate(listed) if word in text}
    assert [vocabulary.word(place) for place in range(len(listed))] == listed
    assert vocabulary.place("戊") is None
