"""`figcheck completion`: the name of a shell in, the script out by which it completes figcheck's words."""

from enum import StrEnum
from typing import Annotated

import typer

from . import arguments as given
from .streams import write

VARIABLE = "_FIGCHECK_COMPLETE"
"""The environment variable by which the script asks what may come next."""


class Shell(StrEnum):
    """Shells that typer has a script for."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"
    powershell = "powershell"


def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", show_default=False)],
    lang: given.Speech = None,
) -> None:
    """Prints the script; the words for it are `commands.completion.` in the table."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    write([get_completion_script(prog_name="figcheck", complete_var=VARIABLE, shell=shell.value) + "\n"])
