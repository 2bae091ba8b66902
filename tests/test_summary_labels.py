"""Labels of readers: which sentences they are of, and what they say of a summary."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from newsclean.training.summary import graded_sets
from newsclean.training.summary.labels import Labelled, grade, labelled
from newsclean.training.summary.readers import folds, read

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
    page = {
        "id": "p1",
        "domain": "bridge.example",
        "title": "Bridge closed",
        "gold": BODY,
        "split": "train",
    }
    with gzip.open(folder / "n4k.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(page) + "\n")
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


def test_no_domain_is_on_both_sides_of_a_fold(article: Labelled) -> None:
    sites = ["a.example", "b.example", "c.example", "d.example", "e.example", "f.example"]
    examples = read([article._replace(domain=site) for site in sites * 3])
    parts = list(folds(examples, 1))
    for others, part in parts:
        assert part
        assert not {one.labelled.domain for one in others} & {one.labelled.domain for one in part}
    assert sum(len(part) for _, part in parts) == len(examples)


def test_grades_follow_from_labels(article: Labelled, tmp_path: Path) -> None:
    spans = [[one.start, one.end] for one in article.sentences]
    sets = [([0, 4], 2), ([0, 3], 1), ([1, 4], 0), ([2, 4], 1), ([0, 2, 4], 2), ([1, 2], 0)]
    records = [
        {"source": "n4k", "id": "p1", "spans": [spans[i] for i in chosen], "grade": given}
        for chosen, given in sets
    ]
    records.append({"source": "n4k", "id": "another", "spans": [], "grade": 2})
    records.append({"source": "n4k", "id": "p1", "spans": [[0, 3]], "grade": 2})
    file = tmp_path / "sets.jsonl"
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    found = graded_sets.graded([article], file)
    assert [(one.chosen, one.right) for one in found] == [
        (tuple(chosen), given == 2) for chosen, given in sets
    ]
    weights = graded_sets.fit(found)
    best, thin, leaning = graded_sets.probability(weights, article, [[0, 4], [2, 3], [1, 4]])
    assert best > max(thin, leaning)
