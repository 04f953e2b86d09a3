"""Arguments in, exit status out: 0 nothing to report, 1 findings, 2 bad usage or something that can't be read."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

from .later import stand_in

stand_in()

import typer  # noqa: E402

from figcheck import expressions  # noqa: E402
from figcheck.wording import say  # noqa: E402

from . import streams  # noqa: E402
from .arguments import spoken  # noqa: E402
from .commands import Group  # noqa: E402
from .usage import told  # noqa: E402

app = typer.Typer(
    name="figcheck",
    cls=Group,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(asked: bool) -> None:
    if asked:
        from figcheck import __version__

        streams.write([f"figcheck {__version__}\n"])
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True)] = False,
) -> None:
    """The program; its words are `commands.main.` in the table."""


def main(args: Sequence[str] | None = None) -> int:
    """Runs one command; `args` default to those of the process. Mistakes are told on standard error."""
    given = sys.argv[1:] if args is None else list(args)
    streams.lenient()
    lang = spoken(given)
    if "_FIGCHECK_COMPLETE" in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
    try:
        return int(app(given, prog_name="figcheck", standalone_mode=False, obj=lang) or 0)
    except OSError as error:
        path = error.filename or say("commands.stdout", lang)
        streams.complain(say("commands.no_output", lang, path=path, why=error.strerror or error))
    except Exception as mistake:
        if hasattr(mistake, "format_message"):
            streams.complain(told(mistake, lang))
        else:
            # a crash is no finding, so it must not end in 1 as Python would have it
            sys.excepthook(type(mistake), mistake, mistake.__traceback__)
    finally:
        expressions.keep()
    return 2
