"""The process in, its exit status out: the installed script, and `python -m figcheck`."""

import gc
import os
import sys

# What is made while the program loads and reads one article stays until it ends: looking through it for garbage, time
# and again, takes longer than reading the article.
gc.disable()

from figcheck.cli import main  # noqa: E402


def program() -> None:
    """Runs the command and ends the process with its status."""
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    gc.enable()
    _leave(main())


def _leave(status: int) -> None:
    """Ends at once where only this thread has run: taking all modules apart first takes as long as loading some."""
    if "multiprocessing.process" in sys.modules or ("threading" in sys.modules and _threads() > 1):
        sys.exit(status)
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        sys.exit(status)
    os._exit(status)


def _threads() -> int:
    import threading

    return threading.active_count()


if __name__ == "__main__":
    program()
