"""Proposals in, those that somebody at the terminal accepts, as they are or edited, in the ledger out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from figcheck.model import Document, Language
from figcheck.reports.screen import Line, draw, pad, safe
from figcheck.values import Frozen
from figcheck.wording import say

from ..streams import coloured, complain, write

if TYPE_CHECKING:
    from figcheck.learning import Proposal
    from figcheck.ledger.splicing import Written

_FIELDS = ("subject", "measure", "value", "as_of", "source")
_ANSWERS = {"a": "aAyY收", "e": "eE改", "s": "sSnN跳", "q": "qQ停"}
_CELLS = 8
"""Terminal cells of the names of fields."""


class Offer(Frozen):
    """A fact to be accepted, with the words that it was taken from."""

    fact: Written
    before: str
    """The sentence up to the figure."""
    figure: str
    after: str

    @classmethod
    def of(cls, document: Document, proposal: Proposal) -> Offer:
        """A proposal as the ledger would have it."""
        fact, text, span = proposal.fact, document.text, proposal.claim.mention.span
        written: Written = {
            "subject": fact.subject,
            "measure": fact.measures,
            "value": fact.written,
            "as_of": fact.as_of.iso if fact.as_of else "",
            "source": fact.source or "",
        }
        sentence = proposal.claim.sentence
        before, after = text[sentence.start : span.start].lstrip(), text[span.end : sentence.end].rstrip()
        return cls(written, before, text[span.start : span.end], after)


class Review:
    """One conversation about one ledger."""

    def __init__(self, ledger: str, lang: Language) -> None:
        self._ledger, self._lang = ledger, lang
        self._colour = coloured("auto", None)

    def through(self, offers: Sequence[Offer]) -> bool:
        """Asks about each; False where nothing more shall be asked. What was accepted is in the ledger at once."""
        try:
            return all(self._settled(offer, number, len(offers)) for number, offer in enumerate(offers, start=1))
        except (EOFError, KeyboardInterrupt):
            write(["\n"])
            return False

    def _settled(self, offer: Offer, number: int, total: int) -> bool:
        fact = offer.fact
        count = say("keeping.learn.number", self._lang, number=number, total=total)
        heading: Line = ((count, "strong"), offer.before, (f"【{offer.figure}】", "good"), offer.after)
        write([draw([(), heading], colour=self._colour)])
        while True:
            write([draw(self._shown(fact), colour=self._colour)])
            match self._answer():
                case "a":
                    if self._put(fact):
                        return True
                case "e":
                    fact = self._edited(fact)
                case "s":
                    return True
                case "q":
                    return False

    def _shown(self, fact: Written) -> list[Line]:
        return [
            ("  ", (pad(self._named(key), _CELLS), "faint"), _text(fact[key])) for key in _FIELDS[:-1] if fact.get(key)
        ]

    def _named(self, key: str) -> str:
        return say(f"keeping.column.{key}", self._lang)

    def _answer(self) -> str:
        while True:
            given = input(say("keeping.learn.ask", self._lang)).strip()
            answer = next((key for key, words in _ANSWERS.items() if given and given[0] in words), None)
            if answer is not None:
                return answer

    def _edited(self, fact: Written) -> Written:
        """The fact with what is typed in the place of what was there; an empty line keeps it, `-` drops it."""
        edited = dict(fact)
        for key in _FIELDS:
            question = say("keeping.learn.field", self._lang, name=self._named(key), value=safe(_text(fact[key])))
            typed = input(question).strip()
            if typed == "-":
                edited[key] = ""
            elif typed:
                edited[key] = tuple(filter(None, typed.replace("，", "、").split("、"))) if key == "measure" else typed
        return edited

    def _put(self, fact: Written) -> bool:
        """Puts the fact into the ledger; where that would be a mistake, it is told, and may be edited."""
        from figcheck.ledger import LedgerError
        from figcheck.ledger.keeping import keep
        from figcheck.reader import read_value

        try:
            kept = keep(self._ledger, [fact], read_value)
        except LedgerError as error:
            for mistake in error.mistakes:
                complain(mistake.render(self._lang))
            return False
        place = kept.places[0] if kept.places else kept.known[0][1]
        write([say("keeping.learn.put", self._lang, path=self._ledger, line=place.line if place else 0) + "\n"])
        return True


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "、".join(value)
