"""Every dependency and every shipped file has its licence and its origin on record."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA = ROOT / "src" / "newsclean" / "data"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SOURCES = (DATA / "SOURCES.md").read_text(encoding="utf-8")
NAME = re.compile(r"[\w.-]+")


def named(requirements: list[str]) -> set[str]:
    found = (NAME.match(requirement) for requirement in requirements)
    return {match[0].lower().replace("_", "-") for match in found if match}


def shipped() -> set[str]:
    """What an installation with every extra brings directly."""
    extras = PROJECT["optional-dependencies"]
    wanted = [
        each for name, extra in extras.items() if name not in ("test", "dev") for each in extra
    ]
    return named(PROJECT["dependencies"]) | named(wanted) - {"newsclean"}


def below(names: set[str]) -> set[str]:
    """The packages that these need in turn, as far as they are installed here."""
    seen: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:  # for another Python or system, as `dataclasses` is
            continue
        seen.add(name)
        needs = [need for need in needs if "extra ==" not in need and "win" not in need.lower()]
        waiting |= named(needs) - seen
    return seen


def table() -> dict[str, str]:
    listed = SOURCES.split("## Dependencies")[1]
    rows = re.findall(r"^\| `([\w.-]+)` \| ([^|]+) \|", listed, re.MULTILINE)
    return {name.lower(): licence.strip() for name, licence in rows}


def test_every_dependency_has_its_licence() -> None:
    """What is installed with newsclean stands in data/SOURCES.md with its licence."""
    missing = below(shipped()) - set(table())
    assert not missing, f"add {sorted(missing)} to data/SOURCES.md"
    assert all(table().values())


def test_no_licence_that_binds_those_who_use_newsclean() -> None:
    """MIT stays MIT: no dependency is under the GPL or AGPL alone."""
    for name, licence in table().items():
        alone = re.search(r"\bA?GPL", licence) and " or " not in licence and "LGPL" not in licence
        assert not alone, (name, licence)


@pytest.mark.parametrize(
    "path",
    [
        path.relative_to(DATA).as_posix()
        for path in sorted(DATA.rglob("*"))
        if path.is_file() and path.suffix not in (".py", ".pyc") and path.name != "SOURCES.md"
    ],
)
def test_every_shipped_file_has_its_origin(path: str) -> None:
    """A file of data is named, alone or by its pattern, in the SOURCES.md nearest to it."""
    folder = (DATA / path).parent
    while not (folder / "SOURCES.md").exists():
        folder = folder.parent
    listed = re.findall(r"`([^`]+)`", (folder / "SOURCES.md").read_text(encoding="utf-8"))
    inside = (DATA / path).relative_to(folder).as_posix()
    patterns = (
        re.sub(r"\b(?:XX|CODE|LANG)\b|\\\*", r"[a-z-]+", re.escape(name)) for name in listed
    )
    note = inside.removesuffix(".md") + ".bin" if inside.endswith(".md") else inside
    known = [pattern for pattern in patterns if re.fullmatch(pattern, inside)]
    by_language = re.fullmatch(r"[a-z]{2}\.json", inside) and "one per language" in (
        folder / "SOURCES.md"
    ).read_text(encoding="utf-8")
    assert known or by_language or note in listed
