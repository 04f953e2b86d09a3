"""What would have been right in, the same as the article would write it out: 第6届 as 第六届 for 第五届."""

from __future__ import annotations

from fractions import Fraction

from figcheck import expressions as re
from figcheck.spelling import in_characters

_CHARACTERS = re.compile("[〇零一二两三四五六七八九十百千]")
_ARABIC = re.compile("[0-9０-９]")
_FIGURE = re.compile(r"(?P<whole>[0-9]+)(?:\.(?P<part>[0-9]+))?(?P<size>万亿|亿|万)?(?P<behind>%|年)?")
_SIZES = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
_YEARS = range(1000, 2100)
_MOST = 10**16
_ISO = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_IN_WORDS = re.compile("[年月日]")
_NO_PAIR = frozenset("月日号届")
"""What 二 stands before, not 两: 二月, 第二届."""
_NO_FIGURE = re.compile("[A-Za-z∶:/→≈-]")


def as_written(expected: str, written: str) -> str:
    """`expected` in characters where `written` has no Arabic digits: 第6届 is 第六届 for 第五届, 15% is 百分之十五.

    Scores and clock times, and figures that characters would not say exactly, stay.
    """
    day = _ISO.fullmatch(expected)
    if day is not None and _IN_WORDS.search(written):
        expected = "".join(
            f"{int(number)}{unit}" for number, unit in zip(day.groups(), "年月日", strict=True) if number
        )
    if not _ARABIC.search(expected) or _NO_FIGURE.search(expected):
        return expected
    if not _CHARACTERS.search(written) or _ARABIC.search(written):
        return expected
    tenths = "成" in written and "百分之" not in written
    return _FIGURE.sub(lambda match: _said(match, tenths=tenths), expected)


def _said(match: re.Match[str], *, tenths: bool) -> str:
    whole, part, behind = match["whole"], match["part"] or "", match["behind"] or ""
    number = (int(whole) + Fraction(int(part or "0"), 10 ** len(part))) * _SIZES.get(match["size"] or "", 1)
    if number >= _MOST:
        return match.group()
    if behind == "%" and tenths and number.denominator == 1 and 10 <= number < 100:
        return in_characters(int(number) // 10) + "成" + (in_characters(int(number) % 10) if number % 10 else "")
    if behind == "年" and number in _YEARS:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in whole) + behind
    after = match.string[match.end() : match.end() + 1]
    if match.group() == "2" and after and after not in _NO_PAIR and not match.string[: match.start()].endswith("第"):
        return "两"
    said = in_characters(int(number))
    if number.denominator != 1:
        if match["size"]:
            return match.group()
        said += "点" + "".join("零一二三四五六七八九"[int(digit)] for digit in part.rstrip("0"))
    return f"百分之{said}" if behind == "%" else said + behind
