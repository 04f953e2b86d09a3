"""The news and our own MB/s in, those of other readers of Chinese figures out, where they happen to be installed."""

from __future__ import annotations

import contextlib
import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass

from . import clock
from .news import Article, megabytes
from .options import Output
from .tables import Column, Table

Reader = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Peer:
    """Another program."""

    name: str
    install: str
    """What pip installs."""
    load: Callable[[], Reader]
    texts: int
    """How many texts it gets: the slow ones would take minutes for all."""


def _autocorrect() -> Reader:
    reader: Reader = importlib.import_module("autocorrect_py").format
    return reader


def _jionlp() -> Reader:
    ner = importlib.import_module("jionlp").ner
    return lambda text: (ner.extract_money(text), ner.extract_time(text))


def _recognizers() -> Reader:
    number = importlib.import_module("recognizers_number")
    unit = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer
    date = importlib.import_module("recognizers_date_time").DateTimeRecognizer
    zh = number.Culture.Chinese
    models = [
        number.NumberRecognizer(zh).get_number_model(),
        unit(zh).get_currency_model(),
        unit(zh).get_dimension_model(),
        date(zh).get_datetime_model(),
    ]
    return lambda text: [model.parse(text) for model in models]


PEERS = (
    Peer("autocorrect (copy-editing, reads no figures)", "autocorrect-py", _autocorrect, 10_000),
    Peer("JioNLP (money, time)", "jionlp", _jionlp, 40),
    Peer("Recognizers-Text (number, unit, date)", "recognizers-text-suite 'emoji<2'", _recognizers, 5),
)


def compare(texts: list[Article], ours: float) -> Output:
    """A table of those that are installed; one line that names the rest."""
    table = Table("peers", (Column("what"), Column("MB/s", ".3f"), Column("figcheck's MB/s are", ".1f")))
    missing = []
    for peer in PEERS:
        try:
            with contextlib.redirect_stdout(sys.stderr):
                read = peer.load()
        except ImportError:
            missing.append(peer.install)
            continue
        speed = _speed(read, texts[: peer.texts])
        table.rows.append((peer.name, speed, ours / speed))
    if table.rows:
        yield table
    if missing:
        yield f"  not compared with, since not installed: pip install {' '.join(missing)}"


def _speed(read: Reader, texts: list[Article]) -> float:
    read(texts[0].text[:200])  # tables are loaded at the first call
    return megabytes(texts) / clock.cpu_of(lambda: [read(article.text) for article in texts])
