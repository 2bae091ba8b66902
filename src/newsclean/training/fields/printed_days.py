"""Trains the model that tells the printed day of a text: `data/cleaning/printed_days.json`.

    python -m newsclean.training.fields.printed_days ../shared tests/benchmarks/labels/fields.jsonl

The candidates of copied text on the `train` pages of which readers wrote down the printed day, or
that none is printed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newsclean.cleaning.dates.text import TEXT_DATE_FEATURES, text_date_rows, text_dates
from newsclean.cleaning.metadata.extract import survey
from newsclean.training.fields.choosers import Example, labelled, text_record, write

LEAST = 0.5
"""From this on a candidate is taken, else what the rules say; .4 and .3 gain more wrong ones."""


def examples(shared: Path, labels: Path) -> Iterator[Example]:
    """What is learned from the pages of the training split."""
    for page, label in labelled(labels, shared):
        if "date" not in label:
            continue
        record = text_record(page["views"]["innertext"])
        seen = survey(record) if record is not None else None
        found = text_dates(seen.area) if seen is not None else []
        if seen is None or not found:
            continue
        first = seen.dated[0].iso if seen.dated else None
        yield Example(
            np.array(text_date_rows(seen.area, found, seen.dated)).reshape(
                -1, len(TEXT_DATE_FEATURES)
            ),
            tuple(each.iso == label["date"] for each in found),
            (True,) * len(found),
            wanted=label["date"] is not None,
            weight=1.0,
            domain=str(page.get("domain") or page.get("url")),
            rule=next((at for at, each in enumerate(found) if each.iso == first), None),
        )


def main() -> None:
    """Fit, print what the folds say, and write the weights."""
    found = list(examples(Path(sys.argv[1]), Path(sys.argv[2])))
    write("printed_days", TEXT_DATE_FEATURES, found, LEAST)


if __name__ == "__main__":
    main()
