"""An Excel file in, the number format of every cell of a sheet out, and which cells are merged into one.

Excel keeps 78.0% as 0.78: that it is a percentage is said by the format alone, which readers of values leave out.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from typing import IO
from xml.etree.ElementTree import Element, iterparse, parse

from figcheck import expressions as re
from figcheck.values import Frozen

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN = {2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%", 17: "mmm-yy"} | dict.fromkeys(
    (27, 36, 50, 52, 57), "yyyy-m"
)
"""Formats that have a number only, as far as they say more than their value does: percent, decimals, no day."""
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]+)")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
"""What a format shows as it stands, leaves room for, or says of colours and languages."""


class Formats(Frozen):
    """The formats of one sheet."""

    codes: Mapping[tuple[int, int], str]
    """Row and column, 1-based, to the format; cells of no special format are left out."""
    merged: tuple[tuple[int, int, int, int], ...]
    """Top, left, bottom and right of the cells that were merged into one."""

    def of(self, row: int, column: int) -> str:
        """The format of a cell, what is shown as it stands left out of it; empty where it has none."""
        return self.codes.get((row, column), "")


def formats_of(path: str, sheet: str) -> Formats:
    """The formats of a sheet. Raises what zipfile and the XML parser raise for a file that is no workbook."""
    with zipfile.ZipFile(path) as book:
        styles = _styles(book)
        codes: dict[tuple[int, int], str] = {}
        merged = []
        with book.open(_part(book, sheet)) as file:
            for element in _elements(file):
                if element.tag == "c" and (code := styles.get(element.get("s", "0"))):
                    codes[_place(element.get("r", ""))] = code
                elif element.tag == "mergeCell":
                    first, _, last = element.get("ref", "").partition(":")
                    merged.append((*_place(first), *_place(last or first)))
    return Formats(codes, tuple(merged))


def _elements(file: IO[bytes]) -> Iterator[Element]:
    """Every element at its end, its name without the namespace, and forgotten afterwards."""
    for _, element in iterparse(file):
        element.tag = element.tag.rpartition("}")[2]
        yield element
        if element.tag in ("row", "mergeCell"):
            element.clear()


def _part(book: zipfile.ZipFile, sheet: str) -> str:
    """The name of the file in which a sheet is."""
    with book.open("xl/workbook.xml") as file:
        ids = {e.get("name"): e.get(_RELATION) for e in parse(file).iter() if e.tag.endswith("}sheet")}
    with book.open("xl/_rels/workbook.xml.rels") as file:
        targets = {e.get("Id"): e.get("Target", "") for e in parse(file).iter()}
    return posixpath.normpath(posixpath.join("/xl", targets[ids[sheet]])).lstrip("/")


def _styles(book: zipfile.ZipFile) -> dict[str, str]:
    """The number of a style to its format, those left out that say nothing."""
    if "xl/styles.xml" not in book.namelist():
        return {}
    codes: dict[int, str] = dict(_BUILT_IN)
    with book.open("xl/styles.xml") as file:
        root = parse(file).getroot()
    for element in root.iter():
        if element.tag.endswith("}numFmt"):
            codes[int(element.get("numFmtId", 0))] = element.get("formatCode", "")
    cells = next((each for each in root if each.tag.endswith("}cellXfs")), ())
    found = ((str(place), codes.get(int(each.get("numFmtId", 0)), "")) for place, each in enumerate(cells))
    return {place: bare for place, code in found if (bare := _LITERAL.sub("", code))}


def _place(name: str) -> tuple[int, int]:
    """Row and column of a cell: `C3` is 3, 3."""
    match = _PLACE.fullmatch(name)
    if match is None:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column
