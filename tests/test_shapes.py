"""Texts that are no articles by the shape of their lines are refused, articles are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import newsclean
from newsclean.cleaning.clean import clean
from newsclean.cleaning.content_type import shape_of
from newsclean.document import Document
from newsclean.errors import NoArticleError

HERE = Path(__file__)
ROOT = HERE.parents[1]
PROSE = (ROOT / "samples" / "harbour-audit.txt").read_text(encoding="utf-8")
LOG = "\n".join(
    f"2026-03-02 08:0{n}:11,104 INFO harbour.pump The pump of lock {n} has been started by hand."
    for n in range(9)
)
SYSLOG = "\n".join(f"Mar  2 08:0{n}:11 quay sshd[{n}]: Accepted a key for root." for n in range(9))
ACCESS = "\n".join(
    f'10.0.0.{n} - - [02/Mar/2026:08:00:11 +0100] "GET / HTTP/1.1" 200' for n in range(9)
)
CSV = "\n".join(["day,boat,captain", *(f"2026-03-0{n},Boat {n},Ann Lee" for n in range(1, 9))])
LISTING = "\n".join(
    ["total 8", *(f"-rw-r--r-- 1 a a 41 Mar 2 08:00 boat{n}.txt" for n in range(9))]
)
PATHS = "\n".join(f"src/newsclean/boat{n}.py" for n in range(9))
RECORDS = json.dumps([{"title": "Rain", "text": "It rained.\nAll day."}] * 3, indent=1)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        (LOG, "a log"),
        (SYSLOG, "a log"),
        (ACCESS, "a log"),
        (CSV, "a table"),
        (CSV.replace(",", "\t"), "a table"),
        (LISTING, "a list of files"),
        (PATHS, "a list of files"),
        (RECORDS, "JSON"),
        (RECORDS[:-40], "JSON"),
        (json.dumps({"title": "Rain", "items": [1, 2]}), "JSON"),
        (HERE.read_text(encoding="utf-8"), "code"),
        (Path(newsclean.__file__).read_text(encoding="utf-8"), "code"),
        ((ROOT / "pyproject.toml").read_text(encoding="utf-8"), "code"),
    ],
    ids=range(13),
)
def test_what_is_no_article(text: str, shape: str) -> None:
    """Each is told by its lines, and refused with what it looks like."""
    assert shape_of(text) == shape
    with pytest.raises(NoArticleError, match=f"it looks like {shape}, not an article"):
        clean(Document(text))


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f'["Rain," she said]\n\n{PROSE}',
        f"{PROSE}\n\n{LOG[:200]}",
        PROSE + HERE.read_text(encoding="utf-8")[:1500],
        (ROOT / "README.md").read_text(encoding="utf-8")[:20_000],
    ],
    ids=["article", "bracket", "some log", "some code", "readme"],
)
def test_what_may_be_one(text: str) -> None:
    """An article that quotes a log or code, or begins with a bracket, is let pass."""
    assert shape_of(text) is None


@pytest.mark.parametrize(
    "path", sorted((ROOT / "samples").glob("*.txt")), ids=lambda path: path.name
)
def test_the_samples(path: Path) -> None:
    """No sample is refused by its shape."""
    assert shape_of(path.read_text(encoding="utf-8")) is None
