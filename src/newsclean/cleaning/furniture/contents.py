"""Boxes of contents: short lines together, each of which stands once more below as a heading.

The box goes, and what it names stays: the page itself says that these are headings of its text.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.page import once_a_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_CONTENTS_WORDS, _CONTENTS_LINES = 14, 3
"""A heading has so few words, and a box so many lines (guesses)."""
_TWICE = 2
_LEAST_KEPT = 0.5
"""So many of the headings that a box names are kept: of those that come back, 10 of 13 are of the
article, on labelled train pages of copied text."""
_ANNOUNCING_WORDS, _OPENING_WORDS = 5, 150
"""A sentence with a colon of so many words, below so much text, announces no box of contents."""


def contents(record: PageRecord) -> Iterator[tuple[int, Cause]]:
    """A box of contents: short lines together that stand once more below, as headings of text."""
    for box in _boxes(record.page):
        if not _is_announced(record, next(iter(box))):
            for at in box:
                if record.kept[at]:
                    yield at, ("navigation", "a box of contents: the line stands again below")


def named_headings(record: PageRecord) -> Iterator[int]:
    """The headings right above kept paragraphs that a box of contents names.

    As many of those that it names are kept at least as are not: the box is of this article.
    """
    page, kept = record.page, record.kept
    for box in _boxes(page):
        headings = list(box.values())
        if _LEAST_KEPT * len(headings) <= sum(kept[at] for at in headings):
            for at in headings:
                if kept[at + 1 : at + 2] == [True] and len(page.words[at + 1]) > _CONTENTS_WORDS:
                    yield at


@once_a_page
def _boxes(page: PageLines) -> list[dict[int, int]]:
    """The boxes of contents: each of their lines -> the heading that it names."""
    times = Counter(page.phrases)
    del times[""]
    if max(times.values(), default=0) < _TWICE:
        return []
    again = _again(page, page.phrases, times)
    if max(times.values()) > _TWICE:  # "2 weeks before" and "4 weeks before" are one phrase
        again |= _again(page, page.texts, Counter(page.texts))
    again = dict(sorted(again.items()))
    below = {one: two for one, two in again.items() if _heads_text(page, two)}
    runs = [run for run in _runs(again) if len(run) > _CONTENTS_LINES and _are_apart(again, run)]
    long = (run for run in (*runs, *_runs(below)) if len(run) >= _CONTENTS_LINES)
    return [{at: again[at] for at in run} for run in long if again[run[0]] > run[-1]]


def _again(page: PageLines, said: Sequence[str], times: Mapping[str, int]) -> dict[int, int]:
    """Short lines that stand there twice, and not side by side: the first -> the second."""
    twice = {each for each, count in times.items() if count == _TWICE}
    places: dict[str, list[int]] = {}
    for at, each in enumerate(said):
        if each in twice and 0 < len(page.words[at]) <= _CONTENTS_WORDS:
            places.setdefault(each, []).append(at)
    pairs = (both for both in places.values() if len(both) == _TWICE)
    return {one: two for one, two in pairs if two - one > 1}


def _runs(again: Mapping[int, int]) -> list[list[int]]:
    """Lines in a row of which each stands once more below the copy of the one before."""
    found: list[list[int]] = []
    for at in again:
        if found and at == found[-1][-1] + 1 and again[at] > again[at - 1]:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def _are_apart(again: Mapping[int, int], run: Sequence[int]) -> bool:
    """Stand other lines between the copies below, as between headings?"""
    return all(again[below] > again[at] + 1 for at, below in itertools.pairwise(run))


def _is_announced(record: PageRecord, first: int) -> bool:
    """Does a sentence of the article, well below its beginning, announce the list?"""
    page = record.page
    for at in range(max(0, first - 2), first):
        size = len(page.words[at])
        if record.kept[at] and size >= _ANNOUNCING_WORDS and page.texts[at].endswith((":", "：")):
            above = itertools.compress(page.words[:at], record.kept)
            return sum(map(len, above)) > _OPENING_WORDS
    return False


def _heads_text(page: PageLines, at: int) -> bool:
    """Stands a paragraph below the line, or below the one below it?"""
    return any(len(words) > _CONTENTS_WORDS for words in page.words[at + 1 : at + 3])
