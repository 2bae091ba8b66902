"""Fits the choosers of fields: a logistic model of each candidate, by Newton's method.

Pages are divided into folds by domain, with two seeds, and what each fold gets right and wrong that
the model did not see is printed beside what the rules give.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.cleaning.furniture.remove import without_furniture
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.model.classify import classify
from newsclean.cleaning.record import PageRecord
from newsclean.cleaning.selection.select import select
from newsclean.document import Document
from newsclean.errors import NewscleanError, NoArticleError
from newsclean.sources.read import from_bytes
from newsclean.training import logistic
from newsclean.training.corpora import OLDER_SOURCES, pages

DATA = Path(__file__).parents[2] / "data" / "cleaning"
SOURCES = ("wcxb", "n4k", "fundus", "trafeval", *OLDER_SOURCES)
PENALTY = 10.0
"""Of the squared weights; 1, 3 and 100 gave the same or less on the folds."""
SMALLEST_SCALE = 0.05
FOLDS, ROUNDS = 5, 12
SEEDS = (0, 1)

Floats = npt.NDArray[np.float64]


class Example(NamedTuple):
    """The candidates of a page and which are right; whether any is wanted; its fold's domain."""

    rows: Floats
    right: tuple[bool, ...]
    named: tuple[bool, ...]
    """Whether a candidate says anything; the credit of an agency names no author."""
    wanted: bool
    weight: float
    domain: str
    rule: int | None
    """The candidate that the rules take."""


def cleaned(record: PageRecord) -> PageRecord:
    """The record with what is kept, as it is when the fields are sought.

    Raises:
        NoArticleError: nothing in it looks like an article.
    """
    return without_furniture(select(classify(record), "balance"))


def labelled(labels: Path, shared: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each page of the training split with what readers wrote down of it; empty where nothing."""
    listed = map(json.loads, labels.read_text(encoding="utf-8").splitlines())
    known = {line["id"]: line for line in listed if line["split"] == "train"}
    for source in SOURCES:
        for page in pages(shared, source, "train"):
            yield page, known.get(page["id"], {})


def text_record(text: str) -> PageRecord | None:
    """The record of a text as it is when the fields are sought; None if it is refused."""
    return _cleaned(Document(text), unwrap=True)


def html_record(page: dict[str, Any], shared: Path) -> PageRecord | None:
    """The record of a page's HTML as it is when the fields are sought; None if it is refused."""
    source = gzip.decompress((shared / "data" / "pages" / page["html"]).read_bytes())
    try:
        return _cleaned(from_bytes(source, page["id"]), unwrap=False)
    except NewscleanError:
        return None


def _cleaned(document: Document, *, unwrap: bool) -> PageRecord | None:
    lines = segment(document.text, unwrap=unwrap)
    indices, content = worded(lines)
    record = PageRecord(
        document,
        PageLines(lines, languages.detect(document.text)),
        content_indices=indices,
        content_lines=content,
        metadata=document.metadata,
    )
    try:
        return cleaned(record) if content else None
    except NoArticleError:
        return None


def fit(given: Sequence[Example]) -> tuple[Floats, float]:
    """Weights and bias, by Newton's method."""
    table = np.concatenate([each.rows for each in given])
    right = np.array([float(flag) for each in given for flag in each.right])
    weight = np.array([each.weight for each in given for _ in each.right])
    mean, scale = table.mean(axis=0), table.std(axis=0) + SMALLEST_SCALE
    weights = logistic.fit((table - mean) / scale, right, weight, penalty=PENALTY, rounds=ROUNDS)
    plain = weights[:-1] / scale
    return plain, float(weights[-1] - plain @ mean)


def outcome(each: Example, chosen: int | None) -> str:
    """What a page gets if this candidate is taken."""
    if chosen is None or not each.named[chosen]:
        return "missing" if each.wanted else "none"
    return "right" if each.right[chosen] else "wrong"


def validate(given: Sequence[Example], seed: int, least: float) -> None:
    """Print what the folds get that the model has not seen, beside the rules."""
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
            counts["rules"][outcome(each, each.rule)] += 1
            chosen = None
            if each.right:
                likely = 1 / (1 + np.exp(-(each.rows @ weights + bias)))
                chosen = int(likely.argmax()) if likely.max() >= least else None
            counts["model"][outcome(each, chosen)] += 1
    shown = {name: dict(count) for name, count in counts.items()}
    print(f"seed {seed}, {len(given)} pages: {shown}", flush=True)


def write(name: str, features: Sequence[str], given: Sequence[Example], least: float) -> None:
    """Print what the folds say, fit all pages and write the weights to `data/cleaning`."""
    for seed in SEEDS:
        validate(given, seed, least)
    weights, bias = fit([each for each in given if each.right])
    data = {
        "features": list(features),
        "weights": [round(float(weight), 4) for weight in weights],
        "bias": round(bias, 4),
        "least": least,
    }
    (DATA / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
