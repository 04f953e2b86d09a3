"""Expressions read back from the cache are those of `re`, whatever happens to the cache."""

from __future__ import annotations

import importlib
import marshal
import pkgutil
import re
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figcheck
from figcheck import caches, expressions

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
    expressions._before.cache_clear()
    expressions._new.clear()


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


@pytest.mark.parametrize("damage", [b"", b"no cache at all", b"\xe3", b"[\x00\x00\x00\x00"])
def test_a_damaged_cache_is_no_cache(cache: Path, damage: bytes) -> None:
    expressions.compile(SOURCE).search(TEXT)
    expressions.keep()
    the_file(cache).write_bytes(damage)
    forget()
    assert found(expressions.compile(SOURCE)) == found(re.compile(SOURCE))


@pytest.mark.parametrize("made", [(), (0, b"\xff\0\0\0", 0, {}, (None,)), (0, b"odd", 0, {}, (None,)), "text"])
def test_code_that_the_engine_refuses_is_compiled_anew(cache: Path, made: object) -> None:
    expressions._before()[expressions._number(SOURCE, 0)] = marshal.dumps((SOURCE, 0, cast(Any, made)))
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
    expressions._before()[expressions._number(SOURCE, 0)] = other
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
    """Patterns are equal where flags, source and the code of the engine are."""
    known = all_expressions()
    assert len(known) > 300
    for name, lazy in known.items():
        made = expressions._make(lazy.pattern, lazy._asked)
        assert expressions._built(lazy.pattern, made) == re.compile(lazy.pattern, lazy._asked), name
