"""Reports and complaints in, bytes on standard output, on standard error or in a file out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

from figcheck.reports.screen import draw
from figcheck.saving import save


def lenient() -> None:
    """Makes output in an encoding that lacks a character show `?` instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def complain(message: str) -> None:
    """A message on standard error, its lines made safe for a terminal."""
    sys.stderr.write(draw([(line,) for line in message.rstrip("\n").split("\n")], colour=False))


def coloured(choice: str, output: str | None) -> bool:
    """Whether to colour: as `--color` says; `auto` means a terminal that can, and no NO_COLOR."""
    if choice != "auto":
        return choice == "always"
    if output is not None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty() and (os.name != "nt" or "WT_SESSION" in os.environ)


LINKING = ("VTE_VERSION", "WT_SESSION", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WEZTERM_PANE", "DOMTERM")
_LINKING_PROGRAMS = {"iTerm.app", "WezTerm", "vscode", "ghostty", "Tabby", "rio"}
_LINKING_TERMS = ("xterm-kitty", "alacritty", "foot", "contour", "xterm-ghostty")


def linked(coloured: bool) -> bool:
    """Whether the terminal, which is coloured, makes addresses of files clickable; FORCE_HYPERLINK=1 or 0 overrules."""
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced is not None or not coloured:
        return coloured and forced not in ("", "0")
    return (
        any(os.environ.get(name) for name in LINKING)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or os.environ.get("TERM", "").startswith(_LINKING_TERMS)
    )


def cells(output: str | None) -> int | None:
    """The width of the terminal that is written to; None where no terminal is."""
    if output is not None or not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def write(chunks: Iterable[str], output: str | None = None, *, machine: bool = False) -> None:
    """Sends text to standard output, or to the file `output`, which appears whole or not at all.

    Files and formats for machines are UTF-8, the rest is in the terminal's own encoding. Raises OSError.
    """
    if output is not None:
        _to_file(chunks, Path(output))
        return
    try:
        for chunk in chunks:
            _to_screen(chunk, sys.stdout, machine)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_the_rest()  # whoever read us has had enough, which is no failure
    except OSError:
        _drop_the_rest()
        raise


def _drop_the_rest() -> None:
    """Nothing that is still in the buffer may be written at exit: it would fail again, and change the status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _to_screen(chunk: str, stream: TextIO, machine: bool) -> None:
    if machine and hasattr(stream, "buffer"):
        stream.flush()
        stream.buffer.write(_encoded(chunk))
    else:
        stream.write(chunk)
    stream.flush()


def _encoded(chunk: str) -> bytes:
    # a file name that is no UTF-8 comes in as lone surrogates, and this is how JSON writes those
    return chunk.encode("utf-8", "backslashreplace")


def _to_file(chunks: Iterable[str], path: Path) -> None:
    if path.exists() and not path.is_file():
        with path.open("wb") as device:
            _fill(device, chunks)
        return
    save(path, map(_encoded, chunks))


def _fill(file: BinaryIO, chunks: Iterable[str]) -> None:
    for chunk in chunks:
        file.write(_encoded(chunk))
