"""A mistake in the arguments in, what to tell the user out."""

from __future__ import annotations

from typing import Any

from figcheck.model import Language
from figcheck.wording import say


def told(mistake: Any, lang: Language) -> str:
    """The mistake in the user's language, how the command is used, and where to read on.

    `mistake` is typer's: its kind is known by name, since typer keeps these classes in a place of its own
    that moves from version to version.
    """
    if type(mistake).__name__ == "NoArgsIsHelpError":
        return str(mistake.message)
    context = getattr(mistake, "ctx", None)
    command = context.command_path if context else "figcheck"
    words = say("commands.mistake", lang, command=command, mistake=_worded(mistake, lang))
    return words + "\n" + say("commands.read_on", lang, command=command)


def _worded(mistake: Any, lang: Language) -> str:
    param = getattr(mistake, "param", None)
    name = _named(param) if param else getattr(mistake, "option_name", "")
    match type(mistake).__name__:
        case "NoSuchOption":
            return say("commands.no_option", lang, option=name) + near(mistake.possibilities or (), lang)
        case "MissingParameter":
            return say("commands.missing", lang, name=name)
        case "BadOptionUsage":
            key = "commands.needs_value" if "requires" in mistake.message else "commands.takes_none"
            return say(key, lang, option=name)
        case "BadParameter" if hasattr(getattr(param, "type", None), "choices"):
            return say("commands.one_of", lang, option=name, choices=choices(param, lang))
        case "BadParameter" if param is not None and param.type.name.startswith("int"):
            least = getattr(param.type, "min", None)
            bound = "" if least is None else say("commands.at_least", lang, least=least)
            return say("commands.no_number", lang, option=name, least=bound)
        case "UsageError" if "extra argument" in mistake.message:
            return say("commands.too_many", lang, words=mistake.message.partition("(s) (")[2].rstrip(")"))
    return str(mistake.message)


def near(possibilities: Any, lang: Language) -> str:
    """The end of a sentence about an unknown word: what may have been meant."""
    meant = sorted(possibilities)
    return say("commands.near", lang, meant=say("commands.or", lang).join(meant)) if meant else ""


def choices(param: Any, lang: Language) -> str:
    """What an option may be."""
    return say("commands.comma", lang).join(str(getattr(choice, "value", choice)) for choice in param.type.choices)


def _named(param: Any) -> str:
    return str(param.opts[0] if param.param_type_name == "option" else param.make_metavar(None))
