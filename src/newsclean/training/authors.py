"""Trains the model that tells which candidate is the author: `data/cleaning/authors.json`.

    python -m newsclean.training.authors ../shared tests/benchmarks/labels/fields.jsonl

A logistic regression over the candidates of copied text, fitted to the `train` pages whose authors
readers wrote down and, at less weight, to those of wcxb, whose authors may stand in the mark-up
alone. Pages are divided into folds by domain, with two seeds, and what each fold gets right and
wrong that the model did not see is printed beside what the first candidate would give.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.metadata.author_features import FEATURES, features
from newsclean.cleaning.metadata.extract import survey
from newsclean.cleaning.metadata.people import divide
from newsclean.cleaning.model.classify import classify
from newsclean.cleaning.record import PageRecord
from newsclean.cleaning.selection.furniture import without_furniture
from newsclean.cleaning.selection.select import select
from newsclean.document import Document
from newsclean.errors import NoArticleError
from newsclean.training.corpora import OLDER_SOURCES, pages

OUT = Path(__file__).parents[1] / "data" / "cleaning" / "authors.json"
SOURCES = ("wcxb", "n4k", "fundus", "trafeval", *OLDER_SOURCES)
STATED_WEIGHT = 0.6
"""What a page of wcxb counts beside one that a reader saw (a guess)."""
PENALTY = 10.0
"""Of the squared weights; 1 and 100 gave the same or less on the folds."""
LEAST = 0.45
"""From this on a candidate is taken; .4 and .5 gain or lose as many right ones as wrong ones."""
SMALLEST_SCALE = 0.05
FOLDS, ROUNDS = 5, 12
FEWEST_CHARS = 2

Floats = npt.NDArray[np.float64]


class Example(NamedTuple):
    """The candidates of a page and which are right; whether an author is wanted; its folds."""

    rows: Floats
    right: tuple[bool, ...]
    named: tuple[bool, ...]
    """Whether a candidate names a person, and is not only the credit of an agency."""
    wanted: bool
    weight: float
    domain: str


def letters(name: str) -> str:
    """The letters and digits of a name, in lower case."""
    return "".join(filter(str.isalnum, name.lower()))


def is_right(names: str, wanted: Sequence[str], *, whole: bool) -> bool:
    """Are these the authors; where their list may be of another spelling, are most words?"""
    if not names or not wanted:
        return not names and not wanted
    if whole:
        return sorted(map(letters, names.split(", "))) == sorted(map(letters, wanted))
    first, second = (
        {word for word in text.lower().replace(",", " ").split() if len(word) >= FEWEST_CHARS}
        for text in (names, " ".join(wanted))
    )
    return 3 * len(first & second) >= len(first) + len(second)


def examples(shared: Path, labels: Path) -> Iterator[Example]:
    """What is learned from the pages of the training split."""
    listed = map(json.loads, labels.read_text(encoding="utf-8").splitlines())
    known = {line["id"]: line for line in listed if line["split"] == "train"}
    for source in SOURCES:
        for record in pages(shared, source, "train"):
            label = known.get(record["id"])
            text = record["views"]["innertext"]
            if label is not None and "authors" in label:
                wanted = [text[start:end] for start, end in label["authors"]]
                yield from example(record, wanted, whole=True)
            elif source == "wcxb" and label is None:
                wanted = [record["author"]] if record.get("author") else []
                yield from example(record, wanted, whole=False)


def example(record: dict[str, Any], wanted: Sequence[str], *, whole: bool) -> Iterator[Example]:
    """The candidates of one page; nothing where the page is refused."""
    text = record["views"]["innertext"]
    lines = segment(text, unwrap=True)
    indices, content = worded(lines)
    if not content:
        return
    page = PageRecord(
        Document(text),
        PageLines(lines, languages.detect(text)),
        content_indices=indices,
        content_lines=content,
    )
    try:
        seen = survey(without_furniture(select(classify(page), "balance")))
    except NoArticleError:
        return
    if seen is None:
        return
    dates = {each.place: each.iso for each in seen.dated}
    people = [divide(each.names, seen.area).people for each in seen.authors]
    yield Example(
        np.array(features(seen.authors, seen.area, dates)).reshape(-1, len(FEATURES)),
        tuple(is_right(names, wanted, whole=whole) for names in people),
        tuple(map(bool, people)),
        bool(wanted),
        1.0 if whole else STATED_WEIGHT,
        str(record.get("domain") or record.get("url")),
    )


def fit(given: Sequence[Example]) -> tuple[Floats, float]:
    """Weights and bias, by Newton's method."""
    table = np.concatenate([each.rows for each in given])
    right = np.array([float(flag) for each in given for flag in each.right])
    weight = np.array([each.weight for each in given for _ in each.right])
    mean, scale = table.mean(axis=0), table.std(axis=0) + SMALLEST_SCALE
    table = np.hstack([(table - mean) / scale, np.ones((len(table), 1))])
    penalty = np.full(table.shape[1], PENALTY)
    penalty[-1] = 0.0
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (weight * (likely - right)) + penalty * weights
        curve = (table.T * (weight * likely * (1 - likely))) @ table + np.diag(penalty + 1e-6)
        weights -= np.linalg.solve(curve, slope)
    plain = weights[:-1] / scale
    return plain, float(weights[-1] - plain @ mean)


def outcome(each: Example, chosen: int | None) -> str:
    """What a page gets if this candidate is taken."""
    if chosen is None or not each.named[chosen]:
        return "missing" if each.wanted else "none"
    return "right" if each.right[chosen] else "wrong"


def validate(given: Sequence[Example], seed: int) -> None:
    """Print what the folds get that the model has not seen, beside the first candidate."""
    folds = [
        int(hashlib.md5(f"{each.domain} {seed}".encode(), usedforsecurity=False).hexdigest(), 16)
        % FOLDS
        for each in given
    ]
    counts = {name: Counter[str]() for name in ("rules", "model")}
    for fold in range(FOLDS):
        seen = [each for each, at in zip(given, folds, strict=True) if at != fold and each.right]
        weights, bias = fit(seen)
        for each, at in zip(given, folds, strict=True):
            if at != fold:
                continue
            counts["rules"][outcome(each, 0 if each.right else None)] += 1
            chosen = None
            if each.right:
                likely = 1 / (1 + np.exp(-(each.rows @ weights + bias)))
                chosen = int(likely.argmax()) if likely.max() >= LEAST else None
            counts["model"][outcome(each, chosen)] += 1
    shown = {name: dict(count) for name, count in counts.items()}
    print(f"seed {seed}, {len(given)} pages: {shown}", flush=True)


def main() -> None:
    """Fit, print what the folds say, and write the weights."""
    found = list(examples(Path(sys.argv[1]), Path(sys.argv[2])))
    for seed in (0, 1):
        for weight in (1.0, STATED_WEIGHT):
            validate([each for each in found if each.weight == weight], seed)
        validate(found, seed)
    weights, bias = fit([each for each in found if each.right])
    data = {
        "features": list(FEATURES),
        "weights": [round(float(weight), 4) for weight in weights],
        "bias": round(bias, 4),
        "least": LEAST,
    }
    OUT.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
