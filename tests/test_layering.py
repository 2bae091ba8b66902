"""Who may import whom: a room imports only the rooms that stand here.

One arrow goes unseen: `Digest.to_dict` finds the JSON module of `output/` by its name when called.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "newsclean"

GROUND = {
    "document",
    "markup",
    "deferred",
    "suggest",
    "errors",
    "deadlines",
    "arrays",
    "hashes",
    "languages",
    "patterns",
    "weights_file",
    "plain",
    "options",
    "data",
    "transcripts",
}
ALLOWED = {
    "document": {"markup", "deferred", "plain"},
    "deferred": set(),
    "markup": set(),
    "gc_policy": set(),
    "arrays": set(),
    "errors": set(),
    "suggest": set(),
    "deadlines": {"errors"},
    "options": {"document"},
    "data": set(),
    "patterns": set(),
    "plain": {"patterns"},
    "languages": {"data", "errors", "suggest", "patterns"},
    "transcripts": {"languages", "patterns"},
    "hashes": {"arrays"},
    "weights_file": set(),
    "sources": GROUND,
    "cleaning": GROUND,
    "sentences": GROUND,
    "quotes": GROUND,
    "summary": GROUND,
    "stories": GROUND,
    "output": {"document", "markup", "errors", "data", "languages", "suggest", "patterns"},
    "config": {"errors", "suggest"},
    "pipeline": GROUND | {"sources", "cleaning", "sentences", "quotes", "summary"},
    "batch": GROUND
    | {"pipeline", "output", "sources", "cleaning", "config", "gc_policy", "stories"},
    "failures": {"errors", "output"},
    "manual": {"errors", "output", "suggest"},
    "request": GROUND | {"config", "output", "sources", "cleaning", "summary"},
    "commands": GROUND
    | {"pipeline", "output", "sources", "summary", "config", "failures", "request"},
    "batch_commands": GROUND
    | {"pipeline", "output", "sources", "cleaning", "batch", "config", "failures", "request"},
    "completion": GROUND | {"config", "output", "sources", "summary", "request", "batch", "manual"},
    "cli_options": {"completion", "__init__"},
    "newsroom_commands": GROUND | {"batch_commands", "batch", "failures", "output", "summary"},
    "cli": {
        *("cli_options", "commands", "completion", "failures", "batch_commands"),
        *("newsroom_commands", "manual", "__init__"),
    },
    "__main__": {"cli", "gc_policy"},
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


INNER = {
    "sources": {
        "limits": set(),
        "names": set(),
        "kinds": set(),
        "columns": set(),
        "readings": {"columns", "dates"},
        "compressed": set(),
        "dates": set(),
        "sniff": set(),
        "xml": set(),
        "legacy": set(),
        "record": set(),
        "mojibake": set(),
        "lost_marks": set(),
        "encoding": {"legacy"},
        "text": {"encoding", "mojibake", "lost_marks", "readings"},
        "markdown": {"text", "mapping"},
        "html": {"encoding", "mojibake", "dates"},
        "mail": {"encoding", "text", "html", "record"},
        "mapping": {"record"},
        "streams": {"limits", "mapping", "record"},
        "files": {
            *("limits", "names", "sniff", "encoding", "text", "html", "xml", "dates", "record"),
            *("mapping", "columns", "readings"),
        },
        "exports": {"dates", "encoding", "text", "html", "xml", "files", "record"},
        "read": {
            *("limits", "sniff", "record", "encoding", "text", "markdown", "html", "mail", "files"),
            "compressed",
        },
        "collections": {
            *(
                "limits",
                "sniff",
                "compressed",
                "record",
                "streams",
                "mapping",
                "files",
                "exports",
                "mail",
            ),
        },
        "url": {"encoding", "names", "read", "record"},
    },
    "cleaning": {
        "lines": set(),
        "features": {"lines"},
        "record": {"lines"},
        "model": {"record", "lines", "features"},
        "selection": {"record", "lines", "features", "model"},
        "furniture": {"record", "lines", "selection"},
        "belonging": {"record", "lines", "selection", "furniture"},
        "page_kind": {"record", "lines", "furniture"},
        "judge": {"record", "features", "model"},
        "area": {"record", "lines"},
        "choosers": set(),
        "titles": {"record", "lines", "area", "choosers"},
        "authors": {"record", "lines", "area", "choosers"},
        "dates": {"record", "lines", "area", "choosers"},
        "metadata": {"record", "lines", "area", "titles", "authors", "dates"},
        "reasons": {"record", "lines", "metadata"},
        "paragraphs": {"record", "lines"},
        "content_type": {"lines"},
        "site_profile": {"lines"},
        "stated": {"lines", "paragraphs"},
    },
    "quotes": {
        "text": {"draft"},
        "mentions": {"text"},
        "context": {"text", "mentions"},
        "clause": {"text", "mentions", "context"},
        "attribution": {"text", "mentions", "context", "clause", "draft", "weights"},
        "resolution": {"text", "mentions", "context", "draft"},
        "reported": {"text", "mentions", "context", "resolution", "draft"},
        "unspaced": {"text", "draft"},
        "uncased": {"text", "draft"},
        "bound": set(),
        "draft": set(),
        "weights": set(),
        "fragments": {"text", "context", "attribution"},
        "stretch": {"context", "attribution"},
        "kinds": {
            *("text", "context", "attribution", "reported", "fragments", "stretch", "draft"),
        },
        "nameless": {"text", "mentions", "context", "attribution"},
        "statements": {"text", "draft", "standing"},
        "worth": {"text", "draft", "standing", "statements"},
        "key": {"text", "draft", "standing", "statements", "worth"},
        "standing": {"text", "draft"},
    },
}
"""The rooms inside a stage. The modules that join them may import them all."""
STAGE = {
    "sources": {"inputs", "__init__"},
    "cleaning": {"clean", "__init__"},
    "quotes": {"find", "__init__"},
    "summary": {"summarize", "__init__"},
}


def inner_imports(path: Path, stage: str) -> set[str]:
    """The rooms of its own stage that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ImportFrom) or node.module is None:
            continue
        parts = node.module.split(".")
        if parts[:2] == ["newsclean", stage]:
            found |= {parts[2]} if len(parts) > 2 else {alias.name for alias in node.names}
    return found


def inner_modules() -> list[Path]:
    return [p for p in modules() if p.relative_to(PACKAGE).parts[0] in INNER]


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if "training" not in p.parts)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_follow_the_house(path: Path) -> None:
    """A room imports only the rooms that the house allows it, and nobody imports training."""
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert imports(path) - {room} <= ALLOWED[room]


@pytest.mark.parametrize("path", inner_modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_inside_a_stage_run_downwards(path: Path) -> None:
    """Inside a stage, too, a room imports only rooms below it; nobody imports who joins them."""
    stage, room, *_ = path.relative_to(PACKAGE).parts
    room = room.removesuffix(".py")
    if room not in STAGE[stage]:
        assert inner_imports(path, stage) - {room} <= INNER[stage][room]


def test_no_module_imports_in_a_circle() -> None:
    """Following imports never leads back to where one started."""
    graph = {name_of(path): targets(path) for path in modules()}
    done: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " -> ".join((*above, name))
        if name in done:
            return
        for target in sorted(graph.get(name, ())):
            walk(target, (*above, name))
        done.add(name)

    for name in graph:
        walk(name, ())


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(("newsclean", *parts)).removesuffix(".__init__")


def targets(path: Path) -> set[str]:
    """The modules of newsclean that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newsclean"):
            for alias in node.names:
                inside = PACKAGE.joinpath(*str(node.module).split(".")[1:], alias.name)
                is_module = inside.is_dir() or inside.with_suffix(".py").exists()
                found.add(f"{node.module}.{alias.name}" if is_module else str(node.module))
    return found - {name_of(path)}


def test_modules_stay_small() -> None:
    """No module is longer than 400 lines: above that it is two modules."""
    long = {p.name: n for p in PACKAGE.rglob("*.py") if (n := len(p.read_text().split("\n"))) > 400}
    assert not long
