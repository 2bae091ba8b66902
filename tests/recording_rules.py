"""What each rule of cleaning says of a page where it alone decides: for `recording.py`.

On a page as it is, the networks have mostly taken out already what a rule would take out, and kept
what another would put back. So the rules are asked again as if everything were kept, and surely,
and as if next to nothing were; and of what the networks and choosers read, the sums.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import numpy as np

from newsclean.cleaning.belonging.restore import belonging
from newsclean.cleaning.choosers import Chooser
from newsclean.cleaning.clean import choose, settle
from newsclean.cleaning.furniture.asides import asides, headings_of_related
from newsclean.cleaning.furniture.boxes import boxes
from newsclean.cleaning.furniture.cards import cards
from newsclean.cleaning.furniture.foldups import foldups
from newsclean.cleaning.furniture.genres import genre_lines
from newsclean.cleaning.furniture.lonely import lonely
from newsclean.cleaning.furniture.offers import offers
from newsclean.cleaning.furniture.pictures import captions
from newsclean.cleaning.furniture.releases import release_foot
from newsclean.cleaning.furniture.remove import without_furniture, without_labels
from newsclean.cleaning.furniture.tails import tails
from newsclean.cleaning.judge import numbers as judge_numbers
from newsclean.cleaning.page_kind import page_numbers
from newsclean.cleaning.page_kind.commerce import commerce, has_ingredients, signs
from newsclean.cleaning.reasons import explain, unfounded
from newsclean.cleaning.record import Cause, PageRecord
from newsclean.cleaning.selection.select import select
from newsclean.cleaning.selection.series import of_counts, series
from newsclean.cleaning.titles import headline
from newsclean.document import Document, Removal
from newsclean.errors import NewscleanError

_SHADES = (("all", None), ("all, surely", 0.97))
"""What is kept, and how likely every line is said to be; None as the networks say."""
_LIKELY, _LONG_WORDS = 0.97, 18
"""What is kept of a page where next to nothing is: so likely and so long lines."""


def choice(document: Document) -> PageRecord:
    """The record of a page with what the networks say.

    Raises:
        NoArticleError: it is none.
    """
    return choose(document)


def decided(record: PageRecord) -> Iterator[str]:
    """What every rule says of a page, and what comes of it, a line each."""
    found = without_furniture(record)
    kept = [bool(words) for words in record.page.words]
    seen: set[str] = set()
    for name, likely in _SHADES:
        every = record._replace(kept=kept)
        if likely is not None:
            every = every._replace(probabilities=[likely * keep for keep in kept])
        for line in (*_said(every), *_settled(every, reasons=likely is None)):
            if line not in seen:
                seen.add(line)
                yield f"{name}, {line}"
    long = [len(words) >= _LONG_WORDS for words in record.page.words]
    few = record._replace(
        kept=[
            likely >= _LIKELY and much
            for likely, much in zip(record.probabilities, long, strict=True)
        ]
    )
    if any(few.kept):
        yield f"few, belonging: {_runs(belonging(few))}"
        yield f"few, opening: {_runs(unfounded.opening(few))}"
        yield f"few, inside: {_runs(unfounded.inside(few))}"
        yield f"few, series: {_runs(series(few))}"
        yield from (f"few, {line}" for line in _settled(few, reasons=True))
    for favour in ("precision", "recall"):
        yield f"{favour}: {_runs(_kept(select(record, favour)))}"
    yield f"page: {_page(found)}"


def read(record: PageRecord) -> Iterator[tuple[str, Iterable[float]]]:
    """The sums of what networks, judge and choosers read of a page."""
    with _watched() as rows:
        try:
            found = settle(record)
        except NewscleanError:
            found = record
    if record.predictions is not None and record.predictions.numbers is not None:
        yield "read", np.asarray(record.predictions.numbers.features).sum(0)
    judged = judge_numbers.rows(found)
    if judged is not None:
        yield "judged", judged.values.sum(0)
    yield "of the page", page_numbers.numbers(found).values()
    yield from rows


@contextmanager
def _watched() -> Iterator[list[tuple[str, Any]]]:
    """What the choosers of fields are given, meanwhile."""
    rows: list[tuple[str, Any]] = []
    scores, likeliest = Chooser.scores, headline._likeliest

    def watched_scores(self: Chooser, given: Iterable[tuple[float, ...]]) -> list[float]:
        table = [tuple(row) for row in given]
        rows.append(("chooser", map(sum, zip(*table, strict=True))))
        return scores(self, table)

    def watched_likeliest(candidates: Any) -> Any:
        rows.append(("headline", map(sum, zip(*candidates[1], strict=True))))
        return likeliest(candidates)

    with (
        patch.object(Chooser, "scores", watched_scores),
        patch.object(headline, "_likeliest", watched_likeliest),
    ):
        yield rows


def _said(every: PageRecord) -> Iterator[str]:
    """What each rule takes out of a page of which all is kept."""
    page, likely = every.page, every.probabilities
    wanted = [at for at, keep in enumerate(every.kept) if keep]
    aside = asides(page, wanted)
    told: dict[str, Mapping[int, Cause]] = {
        "captions": captions(page, wanted[1:], likely),
        "offers": offers(page, wanted, likely),
        "asides": aside,
        "foldups": foldups(every),
        "genres": genre_lines(every),
        "release": release_foot(every),
        "boxes": boxes(every, {}),
        "cards": cards(every, {}),
        "tails": tails(every),
        "lonely": dict(lonely(every)),
        "furniture": without_furniture(every).causes,
        "labels": without_labels(every._replace(causes=aside)).causes,
    }
    for rule, causes in told.items():
        if causes:
            yield f"{rule}: {_causes(causes)}"
    if spared := of_counts(every, set(wanted)):
        yield f"counts: {_runs(spared)}"


def _settled(record: PageRecord, *, reasons: bool) -> Iterator[str]:
    """What comes of it when all rules were asked, and why each line goes."""
    try:
        found = settle(record)
    except NewscleanError as refused:
        yield f"refused, {str(refused)[:60]}"
        return
    yield f"kept: {_runs(_kept(found))}"
    known = found.metadata
    fields = {"title": known.title, "byline": known.byline, "date": known.date}
    yield f"fields: {', '.join(f'{of}={one}' for of, one in fields.items() if one)}"
    yield f"roles: {_causes({at: (role, '') for at, role in found.roles.items()})}"
    if reasons:
        yield f"reasons: {_removals(explain.name_reasons(found))}"


def _removals(removals: tuple[Removal, ...]) -> str:
    return _causes({at: (one.reason, "") for at, one in enumerate(removals)})


def _page(record: PageRecord) -> str:
    page = record.page
    told = [f"times {len(page.entry_times)}", f"shop {commerce(signs(page))}"]
    if has_ingredients(page):
        told.append("ingredients")
    if related := headings_of_related(page):
        told.append(f"related {_runs(related)}")
    return ", ".join(told)


def _kept(record: PageRecord) -> list[int]:
    return [at for at, keep in enumerate(record.kept) if keep]


def _causes(causes: Mapping[int, Cause]) -> str:
    """The lines by reason."""
    by: dict[str, list[int]] = {}
    for at, (reason, _) in sorted(causes.items()):
        by.setdefault(reason, []).append(at)
    return "; ".join(f"{reason} {_runs(lines)}" for reason, lines in by.items())


def _runs(lines: Iterable[int]) -> str:
    """Numbers as runs: "3-5 8"."""
    runs: list[list[int]] = []
    for at in sorted(lines):
        if runs and at == runs[-1][1] + 1:
            runs[-1][1] = at
        else:
            runs.append([at, at])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
