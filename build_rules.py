"""The cards in `rules/` in, what an installed figcheck reads in their place out; hatch runs it to build a wheel."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Rules(BuildHookInterface):  # type: ignore[type-arg]
    """Adds one file to the wheel; an editable install reads the cards, which may change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Reads every card; one that is not right ends the build."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from figcheck.rulebook import read_card, shelf

        made = Path(self.directory) / shelf.BUILT
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_bytes(shelf.built(root / "rules", read_card))
        build_data["force_include"][str(made)] = f"figcheck/{shelf.BUILT}"
