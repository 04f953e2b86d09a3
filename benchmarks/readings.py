"""Files of gold/ in, texts with the figures that were read in them by hand out."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from figcheck.model import Span

from .news import CORPUS_NAME, corpus

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure as a human read it; null values of the file are None."""

    core: Span
    kind: str
    value: str | None
    low: str | None
    high: str | None
    unit: str | None
    hedge: str
    scored: bool
    """False for a neutral one: finding it or not counts neither way."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text, and all figures in it that are scored or neutral."""

    id: str
    date: datetime.date
    text: str
    figures: tuple[GoldFigure, ...]


class MissingTextsError(Exception):
    """The set holds offsets only, and the corpus with its texts is not there."""


def load(name: str) -> list[GoldText]:
    """The set `gold/NAME.jsonl`. Raises MissingTextsError."""
    rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return [_text(row) for row in rows]


def _text(row: Mapping[str, object]) -> GoldText:
    figures = row["figures"]
    assert isinstance(figures, list)
    read = tuple(_figure(figure) for figure in figures)
    if "text" in row:
        return GoldText(str(row["id"]), datetime.date.fromisoformat(str(row["date"])), str(row["text"]), read)
    article = corpus().get(str(row["id"]))
    if article is None or article.date is None:
        raise MissingTextsError(f"the texts are in {CORPUS_NAME}, which has no {row['id']} or is missing")
    return GoldText(article.id, article.date, article.text, read)


def _figure(row: Mapping[str, str | None]) -> GoldFigure:
    return GoldFigure(
        Span(int(row["start"] or 0), int(row["end"] or 0)),
        str(row["kind"]),
        row["value"],
        row["low"],
        row["high"],
        row["unit"],
        str(row["hedge"]),
        row["class"] == "scored",
    )
