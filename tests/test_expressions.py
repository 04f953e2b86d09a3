"""Expressions read back from the cache are those of `re`, whatever happens to the cache."""

from __future__ import annotations

import importlib
import marshal
import os
import pkgutil
import random
import re
import subprocess
import sys
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figcheck
from figcheck import caches, expressions, openings

SOURCE = r"(?P<year>[12][0-9]{3})年(?P<month>1[0-2]|[1-9])月|(?<!第)[〇一-九]+(?=[亿万])"
TEXT = "截至2024年11月，第三亿与二亿"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder that is not there yet, and a process that has read nothing."""
    monkeypatch.delenv("FIGCHECK_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    forget()
    return tmp_path / "cache" / "figcheck"


def forget() -> None:
    """As a new process begins."""
    expressions.compile.cache_clear()
    expressions._before.cache_clear()
    expressions._new.clear()


def kept(number: int, packed: bytes) -> None:
    """As if a former process had kept that under the number."""
    caches.keep(expressions._file(), expressions._sealed({number: packed}))
    forget()


def found(expression: re.Pattern[str]) -> list[tuple[str, dict[str, str | None]]]:
    return [(match.group(), match.groupdict()) for match in expression.finditer(TEXT)]


def the_file(cache: Path) -> Path:
    return next(cache.iterdir())


def test_what_was_kept_finds_what_re_finds(cache: Path) -> None:
    assert found(expressions.compile(SOURCE)) == found(re.compile(SOURCE))
    expressions.keep()
    forget()
    again = expressions.compile(SOURCE)
    assert found(again) == found(re.compile(SOURCE))
    assert (again.groups, dict(again.groupindex)) == (2, {"year": 1, "month": 2})
    assert not expressions._new, "it was in the cache"


def test_two_processes_keep_what_both_compiled(cache: Path) -> None:
    for source in ("一", "二"):
        expressions._before.cache_clear()
        expressions.compile(source).search(TEXT)
        expressions.keep()
    forget()
    assert all(expressions._found(source, 0) for source in ("一", "二"))
    assert len(list(cache.iterdir())) == 1, "nothing is left lying about"


@pytest.mark.parametrize("damage", [b"", b"no cache at all", b"\xe3", b"[\x00\x00\x00\x00", b"\xff" * 64])
def test_a_damaged_cache_is_no_cache(cache: Path, damage: bytes) -> None:
    expressions.compile(SOURCE).search(TEXT)
    expressions.keep()
    the_file(cache).write_bytes(damage)
    forget()
    assert found(expressions.compile(SOURCE)) == found(re.compile(SOURCE))


@pytest.mark.parametrize("made", [(), (0, b"\xff\0\0\0", 0, {}, (None,)), (0, b"odd", 0, {}, (None,)), "text"])
def test_code_that_the_engine_refuses_is_compiled_anew(cache: Path, made: object) -> None:
    kept(expressions._number(SOURCE, 0), marshal.dumps((SOURCE, 0, cast(Any, made))))
    assert found(expressions.compile(SOURCE)) == found(re.compile(SOURCE))


def test_without_a_cache_all_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    barred = tmp_path / "a file where the folder should be"
    barred.write_text("")
    for value in (str(barred), "/dev/null", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", value)
        monkeypatch.setenv("HOME", str(barred))
        forget()
        assert found(expressions.compile(SOURCE)) == found(re.compile(SOURCE))
        expressions.keep()
    monkeypatch.setenv("FIGCHECK_NO_CACHE", "1")
    assert caches.folder() is None


def test_another_expression_under_the_same_number_is_not_taken(cache: Path) -> None:
    other = marshal.dumps(("一", 0, expressions._make("一", 0)))
    kept(expressions._number(SOURCE, 0), other)
    assert found(expressions.compile(SOURCE)) == found(re.compile(SOURCE))


@given(st.text() | st.text(alphabet="年月日abc_.*-[ 〇１"))
def test_words_are_escaped_as_re_does_it(words: str) -> None:
    assert expressions.escape(words) == re.escape(words)


def test_a_mistake_is_told_at_the_first_use() -> None:
    broken = expressions.compile("(")
    with pytest.raises(re.error):
        broken.search(TEXT)


def all_expressions() -> dict[str, expressions._Lazy]:
    """Every expression of the package, by module and name."""
    return {
        f"{module.name}.{name}": value
        for module in pkgutil.walk_packages(figcheck.__path__, "figcheck.")
        if not module.name.endswith("__main__")
        for name, value in vars(importlib.import_module(module.name)).items()
        if isinstance(value, expressions._Lazy)
    }


def test_every_expression_of_the_package_is_rebuilt_exactly() -> None:
    """Patterns are equal where flags, source and the code of the engine are; the engine is told more than by `re`."""
    known = all_expressions()
    assert len(known) > 300
    for name, lazy in known.items():
        made = expressions._make(lazy.pattern, lazy._asked)
        rebuilt = expressions._built(lazy.pattern, made)
        assert where(rebuilt, NEWS) == where(re.compile(lazy.pattern, lazy._asked), NEWS), name
        assert rebuilt.groupindex == lazy.groupindex and rebuilt.flags == lazy.flags


def where(expression: re.Pattern[str], text: str) -> list[tuple[tuple[int, int], ...]]:
    return [match.regs for match in expression.finditer(text)]


NEWS = "\n".join(path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "samples").glob("*.txt")))


ATOMS = ["a", "b", "十", "[ab]", "[^a]", "[a-b十]", r"\d", r"\w", ".", "(?<=a)", "(?<!b)", "(?=十)", "(?!a)"]
ATOMS += ["^", "$", r"\b", "𠀀", "[𠀀b]", ""]
REPEATS = ["?", "*", "+", "{2}", "{0,2}", "??"]
"""No possessive ones: `re` before 3.11.3 may take all memory over those that repeat nothing; ours repeat something."""


def expression_of_few_letters(rng: random.Random, depth: int = 3) -> str:
    """An expression with all that can stand at the beginning: looks around, sets, repeats, alternatives, groups."""
    parts = [expression_of_few_letters(rng, depth - 1) for _ in range(rng.randint(1, 3))] if depth else []
    form = rng.choice(["one after the other", "one of", "repeated", "atomic"]) if depth else ""
    if form == "one of":
        return f"(?:{'|'.join(parts)})"
    if form == "repeated":
        return f"({parts[0]}){rng.choice(REPEATS)}"
    if form == "atomic":
        return f"(?>{parts[0]})"
    return "".join(parts) or rng.choice(ATOMS)


def test_knowing_where_a_match_can_begin_changes_none() -> None:
    rng = random.Random(20)
    told = 0
    for _ in range(2000):
        source = expression_of_few_letters(rng)
        told += openings.charset(_parser.parse(source), 0) is not None
        rebuilt, plain = expressions._built(source, expressions._make(source, 0)), re.compile(source)
        for _ in range(5):
            text = "".join(rng.choices("abc1十 𠀀", k=rng.randint(0, 9)))
            assert where(rebuilt, text) == where(plain, text), (source, text)
    assert 300 < told < 1700, "both kinds were tried"


@pytest.mark.parametrize(
    ("source", "begins", "not_with"),
    [
        ("(?<!第)一百", "一", "第百"),
        ("(?:约|近)?[0-9]+", "约近05", "a一"),
        ("[一二]{2,3}十", "一二", "十"),
        ("(?:一?二*|三)四", "一二三四", "五"),
        ("(?=[一二])[一-十]年", "一十", "年"),
    ],
)
def test_a_search_passes_over_what_no_match_begins_with(source: str, begins: str, not_with: str) -> None:
    """Only then does an expression that finds nothing cost next to nothing."""
    items = openings.charset(_parser.parse(source), 0)
    assert items is not None
    opening = re.compile(f"[{''.join(spelled(*item) for item in items)}]")
    assert all(map(opening.match, begins)) and not any(map(opening.match, not_with))


def spelled(operation: object, given: object) -> str:
    if str(operation) == "LITERAL":
        return chr(cast(int, given))
    low, high = cast("tuple[int, int]", given)
    return f"{chr(low)}-{chr(high)}"


@pytest.mark.parametrize("source", ["(?:一)?", ".一", "[^一]", "(?i:a)b", "(?i)ab", r"(?P<x>)(?P=x)一", "^"])
def test_where_anything_may_begin_a_match_nothing_is_passed_over(source: str) -> None:
    assert openings.charset(_parser.parse(source), 0) is None


SOURCES = """
import sys
sys.path.insert(0, sys.argv[1])
from test_expressions import all_expressions
print(*(f"{name} {lazy.pattern!r}" for name, lazy in sorted(all_expressions().items())), sep=chr(10))
"""


def test_each_process_writes_an_expression_alike() -> None:
    """One made of a set of words, in its order of the day, is never found again: each start would compile it anew."""
    one, other = (
        subprocess.run(
            [sys.executable, "-c", SOURCES, str(Path(__file__).parent)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout.decode()
        for seed in ("1", "2")
    )
    assert len(one) > 10_000 and set(one.splitlines()) == set(other.splitlines())


def test_words_are_alternatives_the_longest_first() -> None:
    assert expressions.alternatives("年 年底 年（末）") == r"年（末）|年底|年"
    assert expressions.alternatives(["a.b", "年"]) == r"a\.b|年"
    assert expressions.alternatives({"乙", "甲", "丙丁"}) == "丙丁|乙|甲"
