"""Trains the model that tells which candidate is the author: `data/cleaning/authors.json`.

    python -m newsclean.training.fields.authors ../shared tests/benchmarks/labels/fields.jsonl

The candidates of copied text on the `train` pages whose authors readers wrote down and, at less
weight, on those of wcxb, whose authors may stand in the mark-up alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from newsclean.cleaning.authors.features import FEATURES, features
from newsclean.cleaning.authors.people import divide
from newsclean.cleaning.metadata.extract import survey
from newsclean.training.fields.choosers import Example, labelled, letters, text_record, write

STATED_WEIGHT = 0.6
"""What a page of wcxb counts beside one that a reader saw (a guess)."""
LEAST = 0.45
"""From this on a candidate is taken; .4 and .5 gain or lose as many right ones as wrong ones."""
FEWEST_CHARS = 2


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
    for page, label in labelled(labels, shared):
        text = page["views"]["innertext"]
        if "authors" in label:
            wanted = [text[start:end] for start, end in label["authors"]]
            yield from example(page, wanted, whole=True)
        elif page["source"] == "wcxb" and not label:
            yield from example(page, [page["author"]] if page.get("author") else [], whole=False)


def example(page: dict[str, Any], wanted: Sequence[str], *, whole: bool) -> Iterator[Example]:
    """The candidates of one page; nothing where the page is refused."""
    record = text_record(page["views"]["innertext"])
    seen = survey(record) if record is not None else None
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
        str(page.get("domain") or page.get("url")),
        0 if people else None,
    )


def main() -> None:
    """Fit, print what the folds say, and write the weights."""
    write("authors", FEATURES, list(examples(Path(sys.argv[1]), Path(sys.argv[2]))), LEAST)


if __name__ == "__main__":
    main()
