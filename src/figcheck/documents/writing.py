"""Segments of a file in, the text that they make and its pieces out, for formats whose text is taken out of them."""

from __future__ import annotations

from figcheck.model import Piece, Span
from figcheck.values import replace


class Writer:
    """A text that grows, and where its pieces stand in the file."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0
        """Code points so far."""
        self.echoes: list[Span] = []
        """What was put in once more."""

    def put(self, text: str, piece: Piece | None = None, *, again: bool = False) -> None:
        """Adds `text`; `piece` says where it stands in the file, its offsets into the text filled in here.

        `again` says that it stands in the text already.
        """
        start, self.length = self.length, self.length + len(text)
        self._parts.append(text)
        if again and text:
            self.echoes.append(Span(start, self.length))
        if piece is None or not text:
            return
        piece = replace(piece, start=start, end=self.length)
        before = self._pieces[-1] if self._pieces else None
        if before is not None and _goes_on(before, piece):
            self._pieces[-1] = replace(before, end=piece.end, until=piece.until)
        else:
            self._pieces.append(piece)

    def finished(self) -> tuple[str, tuple[Piece, ...]]:
        """The text and its pieces."""
        return "".join(self._parts), tuple(self._pieces)


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether two pieces are one, in the text and in the file."""
    if not (before.verbatim and piece.verbatim):
        return False
    return (before.end, before.until, before.part, before.node, before.page) == (
        piece.start,
        piece.at,
        piece.part,
        piece.node,
        piece.page,
    )
