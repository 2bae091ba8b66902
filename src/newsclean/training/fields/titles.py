"""Trains the model that tells the title of an HTML page: `data/cleaning/titles.json`.

    python -m newsclean.training.fields.titles ../shared tests/benchmarks/labels/fields.jsonl

The candidates on the `train` pages of which readers wrote down the printed title.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newsclean.cleaning.metadata.extract import survey, title_by_rules
from newsclean.cleaning.titles.title_features import (
    TITLE_FEATURES,
    letters,
    title_candidates,
    title_rows,
)
from newsclean.training.fields.choosers import Example, html_record, labelled, write

LEAST = 0.0
"""Nothing is too unlikely: the likeliest candidate is the title, as nearly every page has one."""


def examples(shared: Path, labels: Path) -> Iterator[Example]:
    """What is learned from the pages of the training split."""
    for page, label in labelled(labels, shared):
        if not label.get("title"):
            continue
        wanted = letters(page["views"]["innertext"][slice(*label["title"])])
        record = html_record(page, shared)
        seen = survey(record) if record is not None else None
        if seen is None:
            continue
        today = title_by_rules(seen.area, seen.metadata)
        found = title_candidates(seen.area, today)
        if not found:
            continue
        yield Example(
            np.array(title_rows(seen.area, found)).reshape(-1, len(TITLE_FEATURES)),
            tuple(letters(each.text) == wanted for each in found),
            (True,) * len(found),
            wanted=True,
            weight=1.0,
            domain=str(page.get("domain") or page.get("url")),
            rule=next((at for at, each in enumerate(found) if "today" in each.kinds), None),
        )


def main() -> None:
    """Fit, print what the folds say, and write the weights."""
    write("titles", TITLE_FEATURES, list(examples(Path(sys.argv[1]), Path(sys.argv[2]))), LEAST)


if __name__ == "__main__":
    main()
