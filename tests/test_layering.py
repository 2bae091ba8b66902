"""The house's arrows: who may import whom (see HOUSE in the README's "How it works")."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "newsclean"

GROUND = {"document", "errors", "hashes", "languages", "options", "data"}
ALLOWED = {
    "document": set(),
    "garbage": set(),
    "errors": set(),
    "options": set(),
    "data": set(),
    "languages": {"data", "errors"},
    "hashes": set(),
    "sources": GROUND,
    "cleaning": GROUND,
    "sentences": GROUND,
    "quotes": GROUND,
    "summary": GROUND,
    "output": {"document", "errors", "data", "languages"},
    "config": {"errors"},
    "pipeline": GROUND | {"sources", "cleaning", "sentences", "quotes", "summary"},
    "batch": GROUND | {"pipeline", "output", "sources", "cleaning", "config", "garbage"},
    "failures": {"errors", "output"},
    "request": GROUND | {"config", "output", "cleaning", "summary"},
    "commands": GROUND
    | {"pipeline", "output", "sources", "summary", "config", "failures", "request"},
    "folders": GROUND | {"pipeline", "output", "sources", "batch", "config", "failures", "request"},
    "completion": GROUND | {"config", "output", "sources", "summary", "request", "batch"},
    "cli": {"commands", "completion", "failures", "folders", "__init__"},
    "__main__": {"cli", "garbage"},
    "__init__": {"document", "errors", "options", "pipeline"},
}


def imports(path: Path) -> set[str]:
    """The rooms of newsclean that a module imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsclean"):
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {_room(alias.name) for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {n.name.split(".")[1] for n in node.names if n.name.startswith("newsclean.")}
    return found


def _room(name: str) -> str:
    known = (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").exists()
    return name if known else "__init__"


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if "training" not in p.parts)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_house(path: Path) -> None:
    """A room imports only the rooms that the house allows it, and nobody imports training."""
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert imports(path) - {room} <= ALLOWED[room]


def test_modules_stay_small() -> None:
    """No module is longer than 400 lines: above that it is two modules."""
    long = {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text().split("\n"))) > 400}
    assert not long
