"""Trains the models that choose author, title and day: four files in `data/cleaning`.

    python -m newsclean.training.fields.models NAME ../shared tests/benchmarks/labels/fields.jsonl

NAME is that of the file and of a function below: the candidates on the `train` pages of which
readers wrote down the field.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsclean.cleaning.authors.features import FEATURES, features
from newsclean.cleaning.authors.people import divide
from newsclean.cleaning.dates.html import DATE_FEATURES, date_candidates, date_rows
from newsclean.cleaning.dates.text import TEXT_DATE_FEATURES, text_date_rows, text_dates
from newsclean.cleaning.lines.phrases import letters
from newsclean.cleaning.metadata.extract import survey, survey_titled, title_by_rules
from newsclean.cleaning.titles.title_features import (
    TITLE_FEATURES,
    title_candidates,
    title_rows,
)
from newsclean.training.fields.choosers import (
    Example,
    html_record,
    labelled,
    text_record,
    write,
)

AUTHOR_STATED_WEIGHT = 0.6
"""What a page of wcxb counts beside one that a reader saw (a guess)."""
DAY_STATED_WEIGHT = 0.5
"""What a page counts on which no day is printed (a guess)."""
FEWEST_CHARS = 2

Page = dict[str, Any]


class Model(NamedTuple):
    """What is fitted: the columns, the examples of a page, and from where a candidate is taken."""

    columns: Sequence[str]
    examples: Callable[[Page, dict[str, Any], Path], Iterator[Example]]
    least: float


def example(page: Page, rows: Any, right: Sequence[bool], **others: Any) -> Example:
    """An example of candidates that all say something, of a page on which one is wanted."""
    given = {"named": (True,) * len(right), "wanted": True, "weight": 1.0, "rule": None, **others}
    domain = str(page.get("domain") or page.get("url"))
    return Example(np.array(rows), tuple(right), domain=domain, **given)


def authors(page: Page, label: dict[str, Any], _: Path) -> Iterator[Example]:
    """Copied text; at less weight wcxb, whose authors may stand in the mark-up alone."""
    text, whole = page["views"]["innertext"], "authors" in label
    if whole:
        wanted = [text[start:end] for start, end in label["authors"]]
    elif page["source"] == "wcxb" and not label:
        wanted = [page["author"]] if page.get("author") else []
    else:
        return
    record = text_record(text)
    seen = survey(record) if record is not None else None
    if seen is None:
        return
    dates = {each.place: each.iso for each in seen.dated}
    people = [divide(each.names, seen.area).people for each in seen.authors]
    yield example(
        page,
        np.array(features(seen.authors, seen.area, dates)).reshape(-1, len(FEATURES)),
        [is_right(names, wanted, whole=whole) for names in people],
        named=tuple(map(bool, people)),
        wanted=bool(wanted),
        weight=1.0 if whole else AUTHOR_STATED_WEIGHT,
        rule=0 if people else None,
    )


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


def titles(page: Page, label: dict[str, Any], shared: Path) -> Iterator[Example]:
    """HTML, where readers wrote down the printed title."""
    record = html_record(page, shared) if label.get("title") else None
    seen = survey(record) if record is not None else None
    if seen is None:
        return
    wanted = letters(page["views"]["innertext"][slice(*label["title"])])
    if found := title_candidates(seen.area, title_by_rules(seen.area, seen.metadata)):
        yield example(
            page,
            title_rows(seen.area, found),
            [letters(each.text) == wanted for each in found],
            rule=next((at for at, each in enumerate(found) if "today" in each.kinds), None),
        )


def days(page: Page, label: dict[str, Any], shared: Path) -> Iterator[Example]:
    """HTML; where readers found no day, what the page states is right, at less weight."""
    record = html_record(page, shared) if "date" in label else None
    titled = survey_titled(record) if record is not None else None
    if titled is None:
        return
    area = titled[0].area
    found = date_candidates(area, titled[0].dated)
    stated = area.record.document.metadata.date
    wanted = label["date"] or (stated.value[:10] if stated else None)
    if found and wanted is not None:
        right = [each.iso == wanted for each in found]
        weight = 1.0 if label["date"] else DAY_STATED_WEIGHT
        yield example(page, date_rows(area, found), right, weight=weight)


def printed_days(page: Page, label: dict[str, Any], _: Path) -> Iterator[Example]:
    """Copied text, where readers wrote down the printed day, or that none is printed."""
    record = text_record(page["views"]["innertext"]) if "date" in label else None
    seen = survey(record) if record is not None else None
    if seen is None or not (found := text_dates(seen.area)):
        return
    first = seen.dated[0].iso if seen.dated else None
    yield example(
        page,
        text_date_rows(seen.area, found, seen.dated),
        [each.iso == label["date"] for each in found],
        wanted=label["date"] is not None,
        rule=next((at for at, each in enumerate(found) if each.iso == first), None),
    )


MODELS = {
    # .4 and .5 gain or lose as many right authors as wrong ones; of printed days, .4 and .3 gain
    # more wrong ones. Of titles and stated days nothing is too unlikely: a page has one
    "authors": Model(FEATURES, authors, 0.45),
    "titles": Model(TITLE_FEATURES, titles, 0.0),
    "days": Model(DATE_FEATURES, days, 0.0),
    "printed_days": Model(TEXT_DATE_FEATURES, printed_days, 0.5),
}


def main() -> None:
    """Fit, print what the folds say, and write the weights."""
    model, shared, labels = MODELS[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3])
    seen = labelled(labels, shared)
    found = [each for page, label in seen for each in model.examples(page, label, shared)]
    write(sys.argv[1], model.columns, found, model.least)


if __name__ == "__main__":
    main()
