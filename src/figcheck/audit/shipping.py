"""A bench in, files for the machines of a cluster out; and there, those files in, the same bench out.

The ledgers travel as what was made of them, so that no machine parses one: each worker opens the same file by mmap.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from figcheck import __version__, pipeline
from figcheck.audit.judging import Judge
from figcheck.audit.pieces import Function, Setup
from figcheck.bench import Benches
from figcheck.config import Configuration, Settings
from figcheck.ledger import Packed
from figcheck.model import Knowledge
from figcheck.rulebook import Rule
from figcheck.values import replace

_CARDS = "*.yaml"


class Bundle(NamedTuple):
    """All that decides what is found, but for the ledgers' own files."""

    version: str
    setup: Setup
    home: str
    """The folder that figcheck was called in."""
    configuration: Configuration | None
    """None where the files of the configuration are read on the spot, since the articles are."""
    ledgers: Mapping[tuple[str, ...], Packed]
    """What the run's ledgers are made into, by their paths."""
    cards: Mapping[str, Mapping[str, bytes]]
    """Folders of the desk's own cards, with their files."""


class VersionError(RuntimeError):
    """Another figcheck there than here."""


def bundle(setup: Setup, benches: Benches, folder: Path, *, alone: bool) -> bytes:
    """A bundle, pickled; the files of the ledgers are put into `folder`. Raises OSError.

    `alone` is for machines that do not have the folders of the sources: what holds for the run holds for all articles.
    """
    settings = benches.configuration.run
    ledgers = {settings.ledgers: pipeline.packed(settings.ledgers, folder)} if settings.ledgers else {}
    cards = {each: {card.name: card.read_bytes() for card in Path(each).glob(_CARDS)} for each in settings.cards}
    configuration = benches.configuration.settled() if alone else None
    return pickle.dumps(Bundle(__version__, setup, str(Path.cwd()), configuration, ledgers, cards))


def judge(content: bytes, folder: str, watch: Callable[[int], None]) -> Function:
    """The judge of a bundle on a machine of the cluster, in a process of its own; the ledgers are in `folder`.

    Raises VersionError, and what the reading of rules raises.
    """
    held: Bundle = pickle.loads(content)
    if held.version != __version__:
        raise VersionError(f"figcheck {held.version} sent work to figcheck {__version__}")
    if held.configuration is None:
        os.chdir(held.home)
    configuration = held.setup.configured() if held.configuration is None else held.configuration
    benches = _Unpacked(configuration, held, Path(folder))
    return Judge(benches, held.setup.lang, held.setup.timeout, watch).batch


class _Unpacked(Benches):
    """Benches whose ledgers and cards were sent."""

    def __init__(self, configuration: Configuration, held: Bundle, folder: Path) -> None:
        super().__init__(configuration)
        self._sent = {paths: pipeline.unpacked(packed, folder) for paths, packed in held.ledgers.items()}
        self._folders = {name: _laid_out(files, folder) for name, files in held.cards.items()}

    def ruled(self, settings: Settings) -> Sequence[Rule]:
        cards = tuple(self._folders.get(each, each) for each in settings.cards)
        return super().ruled(replace(settings, cards=cards))

    def _known(self, ledgers: tuple[str, ...]) -> Knowledge:
        return self._sent.get(ledgers) or super()._known(ledgers)


def _laid_out(files: Mapping[str, bytes], folder: Path) -> str:
    """A folder with these files, of this process alone."""
    from tempfile import mkdtemp

    made = Path(mkdtemp(prefix="cards-", dir=folder))
    for name, content in files.items():
        (made / name).write_bytes(content)
    return str(made)
