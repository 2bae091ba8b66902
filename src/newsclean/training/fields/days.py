"""Trains the model that tells the day of an HTML page: `data/cleaning/days.json`.

    python -m newsclean.training.fields.days ../shared tests/benchmarks/labels/fields.jsonl

The candidates on the `train` pages of which readers wrote down the printed day. Of a page on which
they found none, the day that it states as that of the article is right, at less weight.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newsclean.cleaning.dates.html import DATE_FEATURES, date_candidates, date_rows
from newsclean.cleaning.metadata.extract import survey_titled
from newsclean.training.fields.choosers import Example, html_record, labelled, write

STATED_WEIGHT = 0.5
"""What a page counts on which no day is printed (a guess)."""
LEAST = 0.0
"""Nothing is too unlikely: a day that is stated and not printed is given too."""


def examples(shared: Path, labels: Path) -> Iterator[Example]:
    """What is learned from the pages of the training split."""
    for page, label in labelled(labels, shared):
        if "date" not in label:
            continue
        record = html_record(page, shared)
        titled = survey_titled(record) if record is not None else None
        if titled is None:
            continue
        seen, _ = titled
        found = date_candidates(seen.area, seen.dated)
        stated = seen.area.record.document.metadata.date
        wanted = label["date"] or (stated.value[:10] if stated else None)
        if not found or wanted is None:
            continue
        yield Example(
            np.array(date_rows(seen.area, found)).reshape(-1, len(DATE_FEATURES)),
            tuple(each.iso == wanted for each in found),
            (True,) * len(found),
            wanted=True,
            weight=1.0 if label["date"] else STATED_WEIGHT,
            domain=str(page.get("domain") or page.get("url")),
            rule=None,
        )


def main() -> None:
    """Fit, print what the folds say, and write the weights."""
    write("days", DATE_FEATURES, list(examples(Path(sys.argv[1]), Path(sys.argv[2]))), LEAST)


if __name__ == "__main__":
    main()
