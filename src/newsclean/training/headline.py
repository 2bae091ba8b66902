"""Trains the weights that tell which line is the headline: `data/cleaning/headline.json`.

    python -m newsclean.training.headline ../shared

A softmax over the candidate lines of a page and "none of them", with an L2 penalty, fitted by
gradient descent to the pages whose stated title stands in their text. Articles without their
headline are examples of "none".
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from newsclean.cleaning.features.markers import phrases_of
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.metadata.headline import FEATURES, body_start, list_candidates
from newsclean.cleaning.model.classify import predict_text
from newsclean.cleaning.record import PageRecord
from newsclean.cleaning.selection.decode import decode
from newsclean.document import Document, Line
from newsclean.training.corpora import ARTICLE_SOURCES, pages
from newsclean.training.labels import label

OUT = Path(__file__).parents[1] / "data" / "cleaning" / "headline.json"
WORD = re.compile(r"\w+")
PENALTY = 0.3
STEPS = 3000
RATE = 0.5
VIEWS = (("innertext", 1.0), ("inscriptis", 0.4), ("dump", 0.4))

Example = tuple[npt.NDArray[np.float64], int, float]
"""Candidates x features, the right row (the last is "none"), the example's weight."""


def likeness(one: str, other: str) -> float:
    """F1 of the words of two titles, case ignored."""
    first, second = (Counter(WORD.findall(text.lower())) for text in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def examples(shared: Path) -> Iterator[Example]:
    """One example for each view of each training page, and the bare article."""
    for source in ARTICLE_SOURCES:
        for record in pages(shared, source, "train"):
            language = record.get("lang") or "en"
            for view, weight in VIEWS:
                lines = segment(record["views"][view])
                gold, _ = label([line.text for line in lines], record["gold"])
                for kept in (gold.tolist(), _as_cleaned(lines, language)):
                    yield from _example(lines, kept, language, record["title"], weight / 2)
            bare = segment(record["gold"])
            yield from _example(bare, [True] * len(bare), language, record["title"], 0.3)
            topped = segment(f"{record['title']}\n\n{record['gold']}")
            yield from _example(topped, [True] * len(topped), language, record["title"], 0.3)


def _as_cleaned(lines: tuple[Line, ...], language: str) -> list[bool]:
    """Which lines the networks keep: that is what the headline is found by."""
    places, content = worded(lines)
    kept = [False] * len(lines)
    if content:
        phrases = phrases_of(PageLines(lines, language), places)
        predictions = predict_text(content, language, phrases)
        for place, keep in zip(places, decode(predictions), strict=True):
            kept[place] = bool(keep)
    return kept


def _example(
    lines: Sequence[Line], kept: list[bool], language: str, title: str, weight: float
) -> Iterator[Example]:
    record = PageRecord(Document(""), PageLines(lines, language), kept=kept)
    start = body_start(record)
    if start is None:
        return
    candidates = list_candidates(record, start)
    alike = [likeness(lines[found.place].text, title) for found in candidates]
    best = max(alike, default=0.0)
    if 0.4 < best < 0.8 or not candidates:
        return
    right = len(candidates)
    if best >= 0.8:
        right = max(number for number, value in enumerate(alike) if value == best)
    elif any(likeness(line.text, title) >= 0.4 for line in lines):
        return
    none = [1.0] + [0.0] * (len(FEATURES) - 1)
    yield np.array([*(found.features for found in candidates), none]), right, weight


def fit(found: Sequence[Example]) -> npt.NDArray[np.float64]:
    """The weights that make the right rows likely, by gradient descent with momentum."""
    widest = max(len(rows) for rows, _, _ in found)
    table = np.zeros((len(found), widest, len(FEATURES)))
    absent = np.full((len(found), widest), -1e9)
    for number, (rows, _, _) in enumerate(found):
        table[number, : len(rows)] = rows
        absent[number, : len(rows)] = 0.0
    right = np.array([row for _, row, _ in found])
    share = np.array([weight for _, _, weight in found])
    share /= share.sum()
    target = table[np.arange(len(found)), right]
    weights = np.zeros(len(FEATURES))
    speed = np.zeros(len(FEATURES))
    for _ in range(STEPS):
        scores = table @ weights + absent
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores /= scores.sum(axis=1, keepdims=True)
        expected = np.einsum("pcf,pc->pf", table, scores)
        gradient = share @ (target - expected) - PENALTY / len(found) * weights
        speed = 0.9 * speed + RATE * gradient
        weights += speed
    return weights


def main() -> None:
    """Read the shared data, fit, and write the weights."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    found = list(examples(shared))
    weights = fit(found)
    scores = [int((rows @ weights).argmax() == right) for rows, right, _ in found]
    print(f"{len(found)} examples, {sum(scores) / len(scores):.3f} right on them")
    out: dict[str, Any] = {
        "weights": {
            name: round(float(value), 3) for name, value in zip(FEATURES, weights, strict=True)
        }
    }
    OUT.write_text(json.dumps(out, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
