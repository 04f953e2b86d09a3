"""`figcheck ledger schema`: nothing in, the JSON Schema by which editors complete and check ledgers out."""

from __future__ import annotations

from .. import arguments as given
from ..streams import write


def schema(lang: given.Speech = None, output: given.Output = None) -> None:
    """Prints the schema; the words for it are `commands.ledger.schema.` in the table."""
    import json

    from figcheck import ledger

    form = ledger.schema(given.language(lang))
    write([json.dumps(form, ensure_ascii=False, indent=2) + "\n"], output, machine=True)
