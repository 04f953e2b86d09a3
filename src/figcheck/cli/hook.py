"""`figcheck hook install|uninstall`: a hook that checks what is about to be committed, put in place or taken away."""

import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from figcheck.model import Language
from figcheck.wording import say

from . import arguments as given
from .streams import complain, write

_NAME = "pre-commit"
_MARK = "# figcheck hook"


class Action(StrEnum):
    """What to do."""

    install = "install"
    uninstall = "uninstall"


def hook(
    action: Annotated[Action, typer.Argument(metavar="install|uninstall", show_default=False)],
    lang: given.Speech = None,
) -> None:
    """Installs the hook or takes it away; the words for it are `commands.hook.` in the table."""
    from .repository import GitError, Repository

    speech = given.language(lang)
    try:
        path = Repository().hooks() / _NAME
    except GitError as error:
        said = str(error)
        complain(say("commands.git_said", speech, said=said) if said else say("commands.no_git", speech))
        raise typer.Exit(2) from None
    raise typer.Exit(_installed(path, speech) if action is Action.install else _gone(path, speech))


def _installed(path: Path, lang: Language) -> int:
    if path.exists() and not _is_ours(path):
        complain(say("commands.hook.foreign", lang, path=path))
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    write([_script(lang)], str(path))
    path.chmod(0o755)
    complain(say("commands.hook.installed", lang, path=path))
    return 0


def _gone(path: Path, lang: Language) -> int:
    if not path.exists():
        complain(say("commands.hook.none", lang))
        return 0
    if not _is_ours(path):
        complain(say("commands.hook.not_ours", lang, path=path))
        return 2
    path.unlink()
    complain(say("commands.hook.gone", lang, path=path))
    return 0


def _is_ours(path: Path) -> bool:
    return _MARK in path.read_text("utf-8", "replace")


def _script(lang: Language) -> str:
    """The hook: it runs figcheck from the PATH, else that of the Python that installed it."""
    python = shlex.quote(sys.executable)
    return (
        f"#!/bin/sh\n{_MARK}: figcheck hook uninstall\n"
        "if command -v figcheck >/dev/null 2>&1; then exec figcheck check --staged; fi\n"
        f"if [ -x {python} ]; then exec {python} -m figcheck check --staged; fi\n"
        f"echo {shlex.quote(say('commands.hook.lost', lang))} >&2\nexit 1\n"
    )
