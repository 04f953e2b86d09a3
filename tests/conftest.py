"""What all tests share: the flag that rewrites golden reports, and the shared folder beside the project."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def pytest_configure(config: pytest.Config) -> None:
    """Tests read nothing that another run left in the user's cache, and leave nothing there."""
    folder = tempfile.mkdtemp(prefix="figcheck-cache-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ["XDG_CACHE_HOME"] = folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden reports anew")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts that are not ours; tests that need it skip where it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is not here: the founding page and the corpus can't be read")
    return folder


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Types a command in a folder of the test's own: exit status, standard output, standard error."""
    from figcheck.cli import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FIGCHECK_LANG", raising=False)

    def typed(*args: str) -> tuple[int, str, str]:
        status = main(args)
        return status, *capfd.readouterr()

    return typed


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests that wait for a cluster come first, so that side by side with others they end with them."""
    items.sort(key=lambda item: item.path.name != "test_spark.py")
