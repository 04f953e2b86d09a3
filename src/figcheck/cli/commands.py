"""The name of a command in, the command with its page of help, in the user's language and laid out for it, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from figcheck import expressions as re
from figcheck.model import Language
from figcheck.reports.screen import pad, width, wrap
from figcheck.wording import TABLE, say

from .usage import near

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "": ("check", "extract", "explain", "rules", "config", "ledger", "init", "hook", "audit", "completion"),
    "ledger": ("check", "show", "add", "learn", "import", "diff", "schema"),
    "audit": ("run", "report", "query", "contradictions", "learn"),
}
"""Every group and its commands: a function of a command's name in the module of its name, in its group's folder."""
_IMPLIED = {"audit": "run"}
"""The command of a group that is meant where none of its commands is named."""
_CELLS = 80
_TERM = 26
"""Terminal cells of the column of options."""


class Command(TyperCommand):
    """A command whose help comes from the table of wordings."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the page."""
        formatter.write(_page(self, ctx, _language(ctx)))

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What may come next, with the words of the page of help beside it."""
        params: list[Any] = self.get_params(ctx)
        for param in params:
            if param.param_type_name == "option":
                param.help = re.split("[，；（,;(]", _row(param, _path(ctx), ctx, _language(ctx))[1])[0].strip()
        return super().shell_complete(ctx, incomplete)


class Group(TyperGroup):
    """The program, or a group in it: it imports and builds only what was asked for, and its help lists all."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Names of the commands, in the order of the help."""
        return list(COMMANDS[_path(ctx)])

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command or group of that name; None where there is none."""
        if cmd_name not in COMMANDS[_path(ctx)]:
            return None
        if cmd_name in COMMANDS:
            return _group(cmd_name)
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
        alone.command(cmd_name, cls=Command)(_function(_path(ctx), cmd_name))
        return typer.main.get_command(alone)

    def resolve_command(self, ctx: Any, args: Any) -> Any:
        """The command named first. Raises typer.BadParameter, with what may have been meant, where there is none."""
        known = COMMANDS[_path(ctx)]
        if args[0] not in known and _path(ctx) in _IMPLIED:
            return super().resolve_command(ctx, [_IMPLIED[_path(ctx)], *args])
        if args[0] not in known and not args[0].startswith("-"):
            lang = _language(ctx)
            from difflib import get_close_matches

            meant = get_close_matches(args[0], known)
            raise typer.BadParameter(say("commands.no_command", lang, name=args[0]) + near(meant, lang), ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the page."""
        formatter.write(_page(self, ctx, _language(ctx)))

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What may come next, with the words of the page of help beside it."""
        from typer.core import CompletionItem  # type: ignore[attr-defined]  # typer's own, not click's

        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        lang = _language(ctx)
        found = [CompletionItem(name, help=say(_dotted("commands", _path(ctx), name, "short"), lang)) for name in names]
        if incomplete.startswith("-"):
            found += TyperCommand.shell_complete(self, ctx, incomplete)
        return found


def _path(ctx: Any) -> str:
    """The words of the command after the program's own, with dots between: empty for the program, `ledger.add`."""
    return ".".join(str(ctx.command_path).split()[1:])


def _group(name: str) -> Any:
    group = typer.Typer(
        name=name,
        cls=Group,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    group.callback()(lambda: None)
    return typer.main.get_command(group)


def _function(group: str, name: str) -> Any:
    """The function of a command; one whose name Python keeps for itself ends in `_`, and so does its module."""
    name += "_" * iskeyword(name)
    return getattr(import_module(_dotted(str(__package__), group, name)), name)


def _dotted(*parts: str) -> str:
    return ".".join(filter(None, parts))


def _language(ctx: Any) -> Language:
    return "en" if ctx.obj == "en" else "zh"


def _page(command: Any, ctx: Any, lang: Language) -> str:
    path = _path(ctx)
    name = path or "main"
    lines = [say(f"commands.{name}.usage", lang), "", *wrap(say(f"commands.{name}.about", lang), _CELLS)]
    if isinstance(command, Group):
        rows = [(each, say(_dotted("commands", path, each, "short"), lang)) for each in COMMANDS[path]]
        lines += _section("commands", rows, lang)
    params = command.get_params(ctx)
    lines += _section("arguments", [_row(p, name, ctx, lang) for p in params if p.param_type_name == "argument"], lang)
    lines += _section("options", [_row(p, name, ctx, lang) for p in params if p.param_type_name == "option"], lang)
    for part in ("examples", "exits"):
        if f"commands.{name}.{part}" in TABLE:
            lines += ["", say(f"commands.heading.{part}", lang)]
            lines += ["  " + line for line in say(f"commands.{name}.{part}", lang).splitlines()]
    return "\n".join(lines) + "\n"


def _section(heading: str, rows: Sequence[tuple[str, str]], lang: Language) -> list[str]:
    if not rows:
        return []
    return ["", say(f"commands.heading.{heading}", lang), *(line for row in rows for line in _laid(*row))]


def _laid(term: str, about: str) -> Iterator[str]:
    first, *rest = wrap(about, _CELLS - _TERM)
    if width(term) > _TERM - 4:
        yield "  " + term
        term = ""
    yield pad("  " + term, _TERM) + first
    yield from (" " * _TERM + line for line in rest)


def _row(param: Any, command: str, ctx: Any, lang: Language) -> tuple[str, str]:
    own = f"commands.{command}.option.{param.name}"
    about = say(own if own in TABLE else f"commands.option.{param.name}", lang)
    if param.param_type_name == "argument":
        return param.make_metavar(ctx), about
    term = ", ".join(sorted(param.opts, key=len))
    if param.is_flag:
        return term, about
    return f"{term} {param.make_metavar(ctx).strip('<>[]')}", about
