"""`figcheck rules`: the list of rules, their cards in full, their cases run, or a new card begun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figcheck import expressions as re
from figcheck.model import Language
from figcheck.wording import say

from . import arguments as given
from .desk import Desk
from .streams import cells, coloured, complain, write

if TYPE_CHECKING:
    from figcheck.rulebook import Rule

_CODE = re.compile(r"[A-Z]{2,8}\d{3}")
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def rules(
    codes: Annotated[list[str] | None, typer.Argument(metavar="[CODE]...", show_default=False)] = None,
    folder: Annotated[str | None, typer.Option("--folder", metavar="DIR")] = None,
    config: given.Config = None,
    isolated: given.Isolated = False,
    lang: given.Speech = None,
    color: given.Colouring = given.Color.auto,
) -> None:
    """Lists, shows, tests and begins rules; the words for it are `commands.rules.` in the table."""
    first, rest = (codes or [""])[0], (codes or [""])[1:]
    named = rest if first in ("test", "new") else codes
    desk = Desk(lang, config=config, isolated=isolated, cards=folder, select=named if first != "new" else None)
    if first == "new":
        raise typer.Exit(_begun(rest, folder or ".", desk.lang))
    with desk.telling():
        chosen = desk.benches.ruled(desk.run)
    if first == "test":
        raise typer.Exit(_tested(chosen, desk.lang))
    from figcheck.reports import rules as pages

    colour = coloured(color.value, None)
    if codes:
        write([pages.cards(chosen, desk.lang, colour=colour)])
    else:
        write([pages.catalogue(chosen, desk.lang, colour=colour, cells=cells(None))])


def _tested(rules: Sequence[Rule], lang: Language) -> int:
    """Runs the cases of cards: 0 where every rule says what its card says, else 1."""
    wrong = 0
    total = sum(len(rule.cases) for rule in rules)
    for rule in rules:
        for line in _told(rule, lang):
            wrong += 1
            write([line])
    key = "cases.sum_wrong" if wrong else "cases.sum"
    write([say(key, lang, rules=len(rules), cases=total, wrong=wrong) + "\n"])
    return 1 if wrong else 0


def _told(rule: Rule, lang: Language) -> Iterator[str]:
    from figcheck.cases import lacking, trials

    for key in lacking(rule):
        yield f"{rule.path}: {say(key, lang)}\n"
    for case, verdict in trials(rule):
        if verdict is not None:
            head = " ".join(case.text.split())[:40]
            yield f"{rule.path}: {case.kind}: {head}\n    {verdict.render(lang)}\n"


def _begun(words: Sequence[str], folder: str, lang: Language) -> int:
    """Writes a card to begin with, where there is none yet."""
    if not words or not _CODE.fullmatch(words[0]) or (len(words) > 1 and not _NAME.fullmatch(words[1])):
        complain(say("cases.new_usage", lang))
        return 2
    code, name = words[0], words[1] if len(words) > 1 else "new-rule"
    path = Path(folder, f"{code}-{name}.yaml")
    taken = sorted(Path(folder).glob(f"{code}-*.yaml")) if Path(folder).is_dir() else []
    if taken:
        complain(say("cases.new_taken", lang, path=taken[0]))
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    write([say("cases.scaffold", lang, code=code, name=name)], str(path))
    complain(say("cases.new_written", lang, path=path, folder=folder))
    return 0
