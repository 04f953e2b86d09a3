"""The house in order: who imports whom, docstrings, the length of functions, words in their tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "figcheck"

FLOORS: tuple[tuple[str, ...], ...] = (
    ("caches", "openings"),
    ("expressions", "values"),
    ("model",),
    ("wording", "data", "saving", "sources"),
    ("numerals", "units", "traditional"),
    ("reader", "spelling", "slips"),
    ("documents", "mentions", "claims", "linking", "ledger"),
    ("checks",),
    ("rulebook", "fingerprints"),
    ("pipeline", "reports", "config"),
    ("api", "bench", "cases", "fixing", "learning"),
    ("audit",),
    ("cli",),
    ("__main__",),
)
"""From the cellar up: a room may import from the floors below its own and, of its own floor, only itself."""
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
CHECKS_MAY_SEE = {"expressions", "values", "model", "numerals", "spelling", "units", "data", "slips", "checks"}
"""No files, no configuration, no clock, no wording."""
CLOCKS_AND_FILES = {"os", "io", "pathlib", "time", "random", "socket", "subprocess", "urllib", "logging"}
HEAVY = {"rich", "typer", "yaml", "cn2an", "selectolax"}
MAY_BE_HEAVY = {"cli", "reports", "ledger"}
HOMELESS = {"utils", "util", "helpers", "helper", "base", "common", "misc", "tools"}
LONGEST = 50
"""Lines of the longest function that may stand."""


@dataclass(frozen=True)
class Module:
    """A module of the source tree."""

    path: Path

    @property
    def name(self) -> str:
        """`figcheck.reader.amounts`, `figcheck.ledger` for its `__init__`."""
        parts = self.path.relative_to(SOURCE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def room(self) -> str:
        """`reader`, `mentions`; empty for `figcheck` itself."""
        return [*self.name.split("."), ""][1]

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text("utf-8"))

    def imports(self, tree: ast.AST | None = None) -> Iterator[str]:
        """Full names of what is imported anywhere in the module, or in a part of it."""
        for node in ast.walk(tree or self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self._base(node)
                yield from (f"{base}.{alias.name}" for alias in node.names)

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.name.split(".") + (["x"] if self.path.name == "__init__.py" else [])
        return ".".join([*package[: -node.level], *([node.module] if node.module else [])])

    def rooms(self) -> set[str]:
        """The rooms of figcheck that the module imports from."""
        names = [name.split(".") for name in self.imports()]
        return {parts[1] for parts in names if parts[0] == "figcheck" and len(parts) > 1 and parts[1] in ROOMS}

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """All functions and methods, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield node


MODULES = [Module(path) for path in sorted(SOURCE.rglob("*.py"))]
ROOMS = {module.room for module in MODULES if module.room}
every_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)


def test_every_room_has_its_floor() -> None:
    assert FLOOR.keys() >= ROOMS, f"not on the plan: {ROOMS - FLOOR.keys()}"


@every_module
def test_imports_point_downwards(module: Module) -> None:
    if not module.room:
        return
    floor = FLOOR[module.room]
    wrong = {room for room in module.rooms() if room != module.room and FLOOR[room] >= floor}
    assert not wrong, f"{module.name} imports {sorted(wrong)}"


@every_module
def test_checks_see_nothing_but_figures(module: Module) -> None:
    if module.room != "checks":
        return
    assert module.rooms() <= CHECKS_MAY_SEE
    outside = {name.split(".")[0] for name in module.imports()}
    assert not outside & CLOCKS_AND_FILES


@every_module
def test_nobody_asks_for_today(module: Module) -> None:
    """Today's date is always passed in: a report must not change overnight."""
    calls = [node.func for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    asked = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert not asked & {"today", "now", "utcnow"}


@every_module
def test_heavy_libraries_load_only_where_they_are_needed(module: Module) -> None:
    top = [name.split(".")[0] for node in module.tree.body for name in _loaded(module, node)]
    heavy = HEAVY & set(top)
    assert not heavy or module.room in MAY_BE_HEAVY, f"{module.name} imports {sorted(heavy)} when it is loaded"


@every_module
def test_expressions_cost_nothing_until_they_are_used(module: Module) -> None:
    """`from figcheck import expressions as re`: hundreds are made when modules load, and an article needs few."""
    loaded = [name for node in module.tree.body for name in _loaded(module, node)]
    assert module.room == "expressions" or "re" not in loaded or not list(_compiled_on_loading(module.tree))


def _compiled_on_loading(scope: ast.AST) -> Iterator[ast.Call]:
    for node in ast.iter_child_nodes(scope):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from _compiled_on_loading(node)


def _loaded(module: Module, node: ast.stmt) -> Iterator[str]:
    """What a statement of the module imports when the module is loaded; not what a type checker alone sees."""
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from module.imports(node)
    elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
        return
    elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.stmt):
                yield from _loaded(module, child)


@every_module
def test_module_says_what_comes_in_and_what_goes_out(module: Module) -> None:
    assert ast.get_docstring(module.tree), f"{module.name} opens without a sentence"


@every_module
def test_what_is_public_has_a_docstring(module: Module) -> None:
    bare = [name for name, node in _public(module.tree, "") if not ast.get_docstring(node)]
    assert not bare, bare


def _public(
    scope: ast.Module | ast.ClassDef, prefix: str
) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]]:
    """Public classes and functions, and public methods of public classes; overloads and setters speak for none."""
    for node in scope.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) or node.name.startswith("_"):
            continue
        yield prefix + node.name, node
        if isinstance(node, ast.ClassDef):
            yield from _public(node, f"{prefix}{node.name}.")


@every_module
def test_no_function_is_longer_than_a_screen(module: Module) -> None:
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in module.functions()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_functions_are_short_as_a_rule() -> None:
    lengths = sorted((node.end_lineno or 0) - node.lineno + 1 for module in MODULES for node in module.functions())
    assert lengths[len(lengths) // 2] <= 13
    assert lengths[len(lengths) * 9 // 10] <= 25


@every_module
def test_every_module_has_found_its_home(module: Module) -> None:
    assert not HOMELESS & set(module.name.split("."))


# --- words belong into tables -----------------------------------------------------------------------------------------

_SENTENCE = re.compile(r"[\u4e00-\u9fff]{2}[，。！？；：][\u4e00-\u9fff]|[\u4e00-\u9fff]{3}[。！？]$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PATTERN = re.compile(r"[|\[\]*+\\^$]|\(\?|\{\d")


def is_sentence(literal: str) -> bool:
    """Whether a literal is Chinese that somebody would read: five characters or more, with punctuation among them.

    Regular expressions and word lists are none.
    """
    return len(_HAN.findall(literal)) > 4 and not _PATTERN.search(literal) and bool(_SENTENCE.search(literal))


@pytest.mark.parametrize("literal", ["没有这条规则。", "{file}：卡片有误，请改正", "台账里没有，请补上"])
def test_a_sentence_is_told(literal: str) -> None:
    assert is_sentence(literal)


@pytest.mark.parametrize("literal", ["今年|去年|上年", "超 超过 逾", "，。；、！？", "[，。；]", "人民币", "记者"])
def test_from_words_and_patterns(literal: str) -> None:
    assert not is_sentence(literal)


@every_module
def test_sentences_for_the_user_stand_in_the_tables(module: Module) -> None:
    if module.room in ("wording", "data"):
        return
    documented = {id(node) for node in _docstrings(module.tree)}
    inner = {id(part) for node in ast.walk(module.tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    found = [
        text
        for node in ast.walk(module.tree)
        if id(node) not in documented | inner and (text := _literal(node)) is not None and is_sentence(text)
    ]
    assert not found, found


def _literal(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings that stand alone as a statement: docstrings of modules, functions, classes and fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
