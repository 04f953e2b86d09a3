"""`figcheck audit contradictions`: a store in, what its articles say that can't all be right out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .. import arguments as given
from ..streams import coloured, write
from .extras import answers_of


class Format(StrEnum):
    """Formats of the answer."""

    text = "text"
    json = "json"
    html = "html"


def contradictions(
    store: Annotated[str, typer.Option("--store", metavar="DIR")],
    format: Annotated[Format, typer.Option("--format")] = Format.text,
    most: Annotated[int, typer.Option("--most", metavar="N", min=0)] = 50,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
    output: given.Output = None,
) -> None:
    """Finds contradictions; the words for it are `commands.audit.contradictions.` in the table of wordings."""
    speech = given.language(lang)
    with answers_of(store, speech) as answers:
        from figcheck.audit.contradictions import find
        from figcheck.reports import disputes

        told = find(answers, most).told()
    if format is Format.text:
        write(disputes.as_text(told, speech, colour=coloured(color.value, output)), output)
    elif format is Format.json:
        write([disputes.as_json(told)], output, machine=True)
    else:
        write([disputes.as_page(told, speech)], output, machine=True)
