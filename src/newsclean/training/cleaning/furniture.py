"""Boxes that stand in articles, and pages with comments: taken from some pages, put into others.

A network that has seen few interrupted articles takes a newsletter box for the end of one. The
boxes are real: what annotators left out between two kept lines, and stretches below articles that
begin with a phrase of such boxes.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.cleaning.lines.phrases import normalized_words, phrasebook
from newsclean.document import Line

OPENING = frozenset(
    ("newsletter", "related articles", "advertisement", "donation appeal", "login or paywall")
)
"""Reasons whose phrases a box below an article begins with."""
_MOST_LINES = 10
_LEAST_COMMENTS = 4
_LEAST_BOXES = 30
"""A language with fewer boxes borrows those of English (a guess)."""
COUNTS = (1, 1, 2, 3)
"""How many boxes an article gets: one of these."""


class Labelled(NamedTuple):
    """Lines of a page and which of them are the body."""

    lines: Sequence[Line]
    keep: npt.NDArray[np.bool_]
    language: str
    domain: str


class Box(NamedTuple):
    """Lines that interrupt an article, and the site that has them."""

    lines: tuple[Line, ...]
    domain: str


class Boxes:
    """The boxes of some pages by language."""

    def __init__(self, pages: Iterable[Labelled]) -> None:
        """Collect the boxes of `pages`."""
        self._found: dict[str, list[Box]] = defaultdict(list)
        for page in pages:
            self._found[page.language] += _inner(page)
            self._found[page.language] += _below(page)

    def draw(self, language: str, domain: str, rng: random.Random) -> Box | None:
        """A box of another site; None where there is none."""
        known = self._found[language]
        if len(known) < _LEAST_BOXES:
            known = known + self._found["en"]
        for _ in range(20):
            box = rng.choice(known) if known else None
            if box and box.domain != domain:
                return box
        return None


def interrupt(page: Labelled, boxes: Boxes, rng: random.Random) -> Labelled | None:
    """The page with boxes between lines of its body; None where there is no place for one."""
    inside = np.flatnonzero(page.keep[:-1] & page.keep[1:]) + 1
    if not len(inside):
        return None
    count = min(len(inside), rng.choice(COUNTS))
    lines, keep = list(page.lines), page.keep.tolist()
    for place in sorted(rng.sample(inside.tolist(), count), reverse=True):
        box = boxes.draw(page.language, page.domain, rng)
        if box:
            lines[place:place] = box.lines
            keep[place:place] = [False] * len(box.lines)
    return page._replace(lines=lines, keep=np.array(keep, bool))


def is_discussed(page: Labelled) -> bool:
    """Do readers' comments follow the article, by the phrases that stand beside them?"""
    kept = np.flatnonzero(page.keep)
    if not len(kept):
        return False
    book = phrasebook(page.language)
    found = 0
    for line in page.lines[int(kept[-1]) + 1 :]:
        hits = book.hits(line.text, normalized_words(line.text))
        found += any(hit.reason == "comments" for hit in hits)
    return found >= _LEAST_COMMENTS


def _inner(page: Labelled) -> Iterable[Box]:
    kept = np.flatnonzero(page.keep)
    for above, below in zip(kept[:-1].tolist(), kept[1:].tolist(), strict=True):
        if 1 < below - above <= _MOST_LINES + 1:
            yield Box(tuple(page.lines[above + 1 : below]), page.domain)


def _below(page: Labelled) -> Iterable[Box]:
    kept = np.flatnonzero(page.keep)
    if not len(kept):
        return
    book = phrasebook(page.language)
    place = int(kept[-1]) + 1
    while place < len(page.lines):
        text = page.lines[place].text
        if any(hit.reason in OPENING for hit in book.hits(text, normalized_words(text))):
            end = place + 1
            while end < min(len(page.lines), place + _MOST_LINES):
                if page.lines[end].blank_before and end - place > 2:
                    break
                end += 1
            yield Box(tuple(page.lines[place:end]), page.domain)
            place = end
        else:
            place += 1
