"""Nothing in; news to measure with out: the corpus of broadcasts beside the repository, else the samples repeated."""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
CORPUS = ROOT.parent / "shared" / "corpus" / "broadcasts.jsonl"
CORPUS_NAME = "../shared/corpus/broadcasts.jsonl"


@dataclass(frozen=True, slots=True)
class Article:
    """One text of the corpus."""

    id: str
    date: datetime.date | None
    text: str


@lru_cache(maxsize=1)
def corpus() -> dict[str, Article]:
    """The broadcasts by id; empty where the corpus is missing."""
    if not CORPUS.is_file():
        return {}
    with CORPUS.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["id"]: Article(row["id"], datetime.date.fromisoformat(row["date"]), row["text"]) for row in rows}


def articles() -> tuple[list[Article], str]:
    """About a megabyte of articles, and what they are."""
    found = list(corpus().values())
    if found:
        return found, f"{len(found)} texts of {CORPUS_NAME}, {megabytes(found):.2f} MB"
    samples = [Article(path.stem, None, path.read_text("utf-8")) for path in sorted(SAMPLES.glob("*.txt"))]
    found = list(islice(cycle(samples), 1 + int(len(samples) / megabytes(samples))))
    return found, f"the samples repeated to {megabytes(found):.2f} MB, since {CORPUS_NAME} is missing"


def megabytes(texts: list[Article]) -> float:
    """Their size as UTF-8, in units of a million bytes."""
    return sum(len(article.text.encode()) for article in texts) / 1e6


def varied(count: int) -> Iterator[Article]:
    """As many articles as asked for, one after the other, with other digits in each round; the same ones every time."""
    rng, texts = random.Random(2024), articles()[0]
    digits = str.maketrans("", "")
    for place in range(count):
        if place % len(texts) == 0:
            digits = str.maketrans("123456789", "".join(rng.sample("123456789", 9)))
        article = texts[place % len(texts)]
        yield Article(f"{article.id}-{place}", article.date, article.text.translate(digits))


def text_of_size(size: int) -> str:
    """News of about `size` bytes of UTF-8 in one text, a line an article."""
    parts: list[str] = []
    for article in cycle(articles()[0]):
        parts.append(article.text[: max(1, size // 3)])
        size -= len(parts[-1].encode()) + 1
        if size <= 0:
            return "\n".join(parts)
    raise AssertionError("a cycle does not end")
