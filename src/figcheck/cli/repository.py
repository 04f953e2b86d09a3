"""A git repository in, what stands in its index, and what changed since a revision, out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from figcheck import expressions as re

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class GitError(Exception):
    """What git says when it can't do what was asked of it; empty where there is no git at all."""


class Repository:
    """The repository that figcheck runs in."""

    def __init__(self) -> None:
        top = _git(["rev-parse", "--show-toplevel"]).rstrip(b"\n")
        self.top = Path(os.fsdecode(top))
        """The folder of the work tree."""

    def staged(self, paths: Sequence[str]) -> list[str]:
        """The files of the index that differ from HEAD, those deleted left out; below `paths`, where any are given."""
        return self._names(["diff", "--cached", "--name-only", "--diff-filter=d", "--no-renames"], paths)

    def content(self, path: str) -> bytes:
        """A file as it stands in the index."""
        return _git(["cat-file", "blob", f":{self._inside(path)}"])

    def changed(self, revision: str, paths: Sequence[str]) -> dict[str, list[range] | None]:
        """The files of the work tree that differ from a revision, each with its changed lines, 1-based.

        None for all lines: the file is new, or is no text.
        """
        if revision.startswith("-"):
            raise GitError(revision)
        _git(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"],
            f"unknown revision {revision}",
        )
        names = self._names(["diff", "--name-only", "--diff-filter=d", "--no-renames", revision], paths)
        found = {name: self._lines(revision, name) for name in names}
        new = self._names(["ls-files", "--others", "--exclude-standard", "--full-name"], paths)
        return {**found, **dict.fromkeys(new)}

    def hooks(self) -> Path:
        """The folder of the hooks that git runs here."""
        return Path(os.fsdecode(_git(["rev-parse", "--git-path", "hooks"]).rstrip(b"\n"))).absolute()

    def _names(self, command: Sequence[str], paths: Sequence[str]) -> list[str]:
        listed = _git([*command, "-z", "--", *(paths or [str(self.top)])])
        return [self._shown(os.fsdecode(name)) for name in listed.split(b"\0") if name]

    def _shown(self, name: str) -> str:
        """A path below the top folder as the user would name it from here."""
        return os.path.relpath(self.top / name)

    def _inside(self, path: str) -> str:
        return Path(os.path.relpath(Path(path).absolute(), self.top)).as_posix()

    def _lines(self, revision: str, name: str) -> list[range] | None:
        said = _git(["diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-renames", revision, "--", name])
        if b"\nnew file mode" in said or b"\nBinary files" in said:
            return None
        return list(_hunks(said))


def _hunks(said: bytes) -> Iterator[range]:
    for hunk in _HUNK.finditer(said.decode("utf-8", "replace")):
        start, count = int(hunk[1]), int(hunk[2] or 1)
        if count:
            yield range(start, start + count)


def _git(arguments: Sequence[str], told: str = "") -> bytes:
    """What git prints. Raises GitError."""
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise GitError from None
    if done.returncode:
        raise GitError(told or done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
    return done.stdout
