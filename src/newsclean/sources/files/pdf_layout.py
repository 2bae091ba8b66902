"""What the places and sizes of a PDF's lines say: the headline, heads and feet of pages, drop caps.

A head or foot stands at the edge of the page and is set small, or comes again on other pages; a
browser prints its own with the day, the address and the number of the page.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.patterns import lazy_regex
from newsclean.sources.columns import ends_sentence, opens_item

_LARGER, _SMALLER, _DROP = 1.15, 0.9, 1.8
"""How the size of headlines, of heads and feet, and of drop caps is to that of most letters."""
_EDGE = 0.14
"""A head or foot is in so large a part of the page, from its edge (a guess)."""
_LONGEST_EDGE = 160
_PRINTED = lazy_regex(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?\b.*"
    r"|(?:file|https?|about):\S+(?:\s+(?:page\s)?\d+(?:/\d+)?)?"
    r"|(?:page\s)?\d+\s?/\s?\d+",
    re.IGNORECASE,
)
"""The lines that browsers print above and below a page."""
_PAGE_NUMBER = lazy_regex(r"(?:\S{1,8}\s)?[A-Z]?\d{1,4}(?:\s\S{1,8})?")
_NUMBERED = lazy_regex(r"\d+")


_CAP_HEIGHT = 0.8
"""How much of its size a capital is high, with some room."""
_INDENTED, _INDENT = 0.4, 3.5
"""The first line of a paragraph begins so far right of the others at least, and at most, in sizes
of its letters (guesses)."""
_FEWEST_STARTS, _MOST_STARTS, _SHORT = 2, 0.5, 0.7
"""So many paragraphs, and so large a share of the lines, begin so; and a line that ends one is
shorter than such a share of the longest (guesses)."""
_BYLINE_AND_FIRST = 2
_WHOLE_LINES = 45
"""The lines of a narrow column have fewer characters: a word is a large share of one (a guess)."""


class Row(NamedTuple):
    """A line of a page: its text, the size of most of its letters, and where it stands."""

    text: str
    size: float
    height: float
    """How far up."""
    left: float = 0.0
    """How far right it begins."""
    opens: bool = False
    """Whether a paragraph begins with it, as with a drop cap."""
    bold: bool = False


def usual_size(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    letters = Counter[float]()
    for row in rows:
        letters[row.size] += len(row.text)
    return max(letters, key=letters.__getitem__, default=0.0)


def with_drop_caps(rows: Sequence[Row]) -> list[Row]:
    """The rows, each drop cap put before the line that it begins."""
    usual = usual_size(rows)
    caps = [
        row
        for row in rows
        if row.size >= _DROP * usual > 0 and 0 < len(row.text.strip()) <= 2 and _is_cap(row.text)
    ]
    out = [row for row in rows if row not in caps]
    for cap in caps:
        highest = cap.height + _CAP_HEIGHT * cap.size
        beside = [
            at
            for at, row in enumerate(out)
            if cap.height - usual <= row.height <= highest
            and cap.left <= row.left < cap.left + 2 * cap.size
            and row.size < cap.size
        ]
        for at in beside:
            row = out[at]
            if row.text.lstrip()[:1].islower():
                text = cap.text.strip() + row.text.lstrip()
                out[at] = row._replace(text=text, opens=True)
                for near in beside:  # as far left as the lines below the capital
                    out[near] = out[near]._replace(left=min(cap.left, row.left))
                break
        else:
            out.insert(0, cap)
    return out


def _is_cap(text: str) -> bool:
    return text.strip().strip("“\"«„'‘").isupper()


def starts(rows: Sequence[Row]) -> set[int] | None:
    """The places of the rows that begin a paragraph, further right than its other lines.

    None where the paragraphs of a page do not begin so.
    """
    usual = usual_size(rows)
    body = [at for at, row in enumerate(rows) if row.text.strip() and row.size == usual]
    bases: list[float] = []
    for left in sorted({rows[at].left for at in body}):
        if not bases or left - bases[-1] > _INDENT * usual:
            bases.append(left)
    edge = {at: max(base for base in bases if base <= rows[at].left) for at in body}
    indented = {at for at in body if rows[at].left - edge[at] > _INDENTED * usual}
    told = {
        at
        for at, below in itertools.pairwise(body)
        if at in indented
        and below not in indented
        and edge[at] == edge[below]
        and not opens_item(rows[at].text)
    }
    # where short lines end paragraphs and the next are not indented, those that are make a list
    full = max((len(rows[at].text) for at in body), default=0)
    others = sum(
        below not in indented
        and len(rows[at].text) < _SHORT * full
        and ends_sentence(rows[at].text)
        for at, below in itertools.pairwise(body)
    )
    if not max(_FEWEST_STARTS, others + 1) <= len(told) <= _MOST_STARTS * len(body):
        return None
    # two together are a byline and the first line below it, more are a quotation
    found: set[int] = set()
    for within, run in itertools.groupby(body, indented.__contains__):
        places = list(run) if within else []
        more = len(places) > _BYLINE_AND_FIRST
        for above, at in itertools.pairwise([-1, *places]):
            if above < 0 or not more or ends_sentence(rows[above].text):
                found.add(at)
    return found


def is_narrow(rows: Sequence[Row]) -> bool:
    """Are most lines of a page short, as in a column?"""
    usual = usual_size(rows)
    sizes = sorted(len(row.text.strip()) for row in rows if row.text.strip() and row.size == usual)
    return bool(sizes) and sizes[len(sizes) // 2] < _WHOLE_LINES


def headline(rows: Sequence[Row]) -> str | None:
    """The first of the largest lines of a page with the ones that go on with it; None without."""
    usual = usual_size(rows)
    large = [row for row in rows if row.size > _LARGER * usual > 0 and len(row.text.split()) > 1]
    if not large:
        return None
    size = max(row.size for row in large)
    lines: list[str] = []
    for row in rows:
        if row.size == size and row.text.strip():
            lines.append(row.text.strip())
        elif lines and row.text.strip():
            break
    return " ".join(" ".join(lines).split())


def edges(pages: Sequence[Sequence[Row]], tops: Sequence[float]) -> list[dict[int, str]]:
    """For each page the places of the rows that are heads or feet, and "head" or "foot".

    `tops` are the heights of the pages.
    """
    usual = usual_size([row for rows in pages for row in rows])
    again = Counter(
        key for rows in pages for key in {_key(row.text) for row in rows if row.text.strip()}
    )
    found: list[dict[int, str]] = []
    for rows, top in zip(pages, tops, strict=True):
        full = [row for row in rows if row.text.strip()]
        highest = max((row.height for row in full), default=0.0)
        lowest = min((row.height for row in full), default=0.0)
        places: dict[int, str] = {}
        for at, row in enumerate(rows):
            text = row.text.strip()
            if not text or len(text) > _LONGEST_EDGE or row.size > usual:
                continue
            upper = row.height > (1 - _EDGE) * top
            lower = row.height < _EDGE * top
            recurs = len(pages) > 1 and again[_key(text)] * 2 > len(pages)
            small = row.size < _SMALLER * usual and row.height in (highest, lowest)
            printed = _PRINTED.fullmatch(text) is not None
            number = _PAGE_NUMBER.fullmatch(text) is not None and row.height in (highest, lowest)
            if printed or small or ((upper or lower) and (recurs or number)):
                places[at] = "head" if upper or row.height == highest else "foot"
        found.append(places if len(places) < len(full) else {})
    return found


def is_printed(text: str) -> bool:
    """Whether a head is one that a browser prints; its day is that of the printing."""
    return _PRINTED.fullmatch(text.strip()) is not None


def _key(text: str) -> str:
    """A line without its numbers: heads of two pages differ in these alone."""
    return _NUMBERED.sub("#", " ".join(text.split()))
