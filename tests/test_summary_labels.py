"""Labels of readers: which sentences they are of, and what they say of a summary."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.training.summary_labels import Labelled, grade, labelled

if TYPE_CHECKING:
    from pathlib import Path

BODY = (
    "The council closed the bridge.\nIt was built in 1911. Traffic went round.\n"
    "Photo: A. Holm\nA new bridge will cost 20 million euros."
)


@pytest.fixture
def article(tmp_path: Path) -> Labelled:
    """A page on disk with labels beside it, read."""
    folder = tmp_path / "data" / "pages"
    folder.mkdir(parents=True)
    page = {"id": "p1", "title": "Bridge closed", "gold": BODY, "split": "train"}
    for name in ("wcxb", "n4k", "fundus"):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(page) + "\n" if name == "n4k" else "")
    record: dict[str, Any] = {"n": 4, "source": "n4k", "id": "p1", "lang": "no", "end": len(BODY)}
    record |= {"core": [_span("The council")], "best": [_span("The council"), _span("A new")]}
    record |= {"good": [], "lean": [_span("It was")], "junk": [_span("Photo")]}
    labels = tmp_path / "labels.jsonl"
    labels.write_text(json.dumps(record) + "\n", encoding="utf-8")
    (found,) = labelled(tmp_path, labels)
    return found


def _span(start: str) -> list[int]:
    at = BODY.index(start)
    ends = [BODY.find(mark, at) for mark in (".", "\n")]
    return [at, min(end for end in ends if end > 0) + 1]


def test_labels_are_of_the_sentences_that_their_spans_cover(article: Labelled) -> None:
    assert article.language == "nb"
    assert [set(article.core), set(article.lean), set(article.junk)] == [{0}, {1}, {3}]
    assert article.best == {0, 4}
    assert article.read == 5


@pytest.mark.parametrize(
    ("chosen", "faults"),
    [
        ((0, 4), set()),
        ((0, 1, 4), set()),
        ((1, 4), {"no core", "dangling", "little wanted"}),
        ((0, 3, 4), {"junk"}),
    ],
)
def test_a_summary_is_right_with_the_point_and_nothing_that_dangles(
    article: Labelled, chosen: tuple[int, ...], faults: set[str]
) -> None:
    found = grade(article, chosen)
    seen = {"no core": not found.core, "dangling": found.dangling, "junk": found.junk}
    seen["little wanted"] = not found.wanted
    assert {fault for fault, is_so in seen.items() if is_so} == faults
    assert found.right is (not faults)
