"""What the places and sizes of a PDF's lines say: the headline, heads and feet of pages, drop caps.

A head or foot stands at the edge of the page and is set small, or comes again on other pages; a
browser prints its own with the day, the address and the number of the page.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
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
_APART, _FAR = 1.3, 6
"""Lines so much further apart than those of a paragraph are of two, and even further apart they
are of two columns (guesses)."""
_WRAPPED = 0.75
"""A heading goes on below a line that would have so large a share of the width with one more word
(a guess)."""
_NARROWER = 0.6
"""The lines of a column beside the text have at most so large a share of its width (a guess)."""
_LEVEL = 3
"""One line of the text at least stands level with so many of that column (a guess)."""
_PAGE_HEIGHT = 100_000.0
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
_CAP_WIDTH = 0.2
"""How much of its size a capital is wide at least."""
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


class Measures(NamedTuple):
    """What most lines of a text are like."""

    size: float
    bold: bool
    pitch: float
    """How far apart two lines of a paragraph stand; 0 where there are none."""
    width: float
    """That of its wide lines, in sizes of letters and their number."""


def measure(rows: Sequence[Row]) -> Measures:
    """The measures of the rows of most letters; two lines inside a sentence are of a paragraph."""
    usual = usual_size(rows)
    body = [row for row in rows if row.text.strip() and row.size == usual]
    gaps, inside = Counter[float](), Counter[float]()
    for above, row in itertools.pairwise(body):
        gap = round(2 * (above.height - row.height)) / 2
        if gap > 0:
            gaps[gap] += 1
            inside[gap] += not (ends_sentence(above.text) or row.text.lstrip()[0].isupper())
    heavy = sum(len(row.text) if row.bold else -len(row.text) for row in body) > 0
    gaps = inside if any(inside.values()) else gaps
    pitch = max(gaps, key=gaps.__getitem__, default=0.0)
    return Measures(usual, heavy, pitch, _width(body))


def _width(rows: Sequence[Row]) -> float:
    """What a quarter of the rows reach at least, in sizes of letters and their number."""
    widths = sorted(len(row.text.strip()) * row.size for row in rows)
    return widths[len(widths) * 3 // 4] if widths else 0.0


def is_heading(row: Row, usual: Measures) -> bool:
    """Is a row set larger than most, or in bold letters where most are not?"""
    return row.size > usual.size or (row.size == usual.size and row.bold > usual.bold)


def is_apart(above: Row, row: Row, usual: Measures, *, told: bool) -> bool:
    """Whether a paragraph ends between two rows, as gap, size and weight of the letters tell.

    At the end of a column or page it does where a sentence ends, unless indents have `told`.
    """
    if row.size != above.size:
        return True
    gap, pitch = above.height - row.height, usual.pitch * row.size / (usual.size or 1)
    if pitch and _APART * pitch < gap < _FAR * pitch:
        return True
    if is_heading(row, usual) and is_heading(above, usual):  # a headline has lines of any length
        least = 0 if row.size > _LARGER * usual.size else _WRAPPED * usual.width
        return (len(above.text) + 1 + len(row.text.split()[0])) * row.size < least
    if told:
        return row.bold != above.bold
    inside = row.text.lstrip()[0].islower()
    if row.bold != above.bold:
        return not inside and (above.bold or ends_sentence(above.text))
    leaps = gap < -pitch or (pitch and gap >= _FAR * pitch)
    return bool(leaps) and not inside and ends_sentence(above.text)


def on_page(rows: Sequence[Row], number: int) -> list[Row]:
    """The rows of a page as in a column above those of the page before, from the same left.

    Those that stand above all others are first: a browser prints what floats before the headline.
    """
    heights = [row.height for row in rows]
    highest = [*itertools.accumulate(heights, max)][:-1]
    lowest = [*itertools.accumulate(heights[::-1], min)][-2::-1]
    pairs = enumerate(zip(highest, lowest, strict=True), 1)
    first = next((at for at, (before, after) in pairs if before < after), 0)
    rows = [*rows[first:], *rows[:first]]
    usual = usual_size(rows)
    edge = min((row.left for row in rows if row.text.strip() and row.size == usual), default=0.0)
    higher = number * _PAGE_HEIGHT
    return [row._replace(left=row.left - edge, height=row.height + higher) for row in rows]


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
            and cap.left + _CAP_WIDTH * cap.size < row.left < cap.left + 2 * cap.size
            and row.size < cap.size
        ]
        if beside:
            first = max(beside, key=lambda at: out[at].height)
            text, left = cap.text.strip() + out[first].text.lstrip(), cap.left
            out[first] = out[first]._replace(text=text, opens=True)
            for near in beside:  # as far left as the lines below the capital
                out[near] = out[near]._replace(left=left)
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
    edge = _columns(rows, body)
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
    # two together are a byline and the first line below it, more full ones are a quotation
    found: set[int] = set()
    for within, run in itertools.groupby(body, indented.__contains__):
        places = list(run) if within else []
        more = len(places) > _BYLINE_AND_FIRST
        for above, at in itertools.pairwise([-1, *places]):
            text = rows[above].text
            if above < 0 or not more or len(text) < _SHORT * full or ends_sentence(text):
                found.add(at)
    return found


def _columns(rows: Sequence[Row], places: Sequence[int]) -> dict[int, float]:
    """For the places of rows how far right the column begins in which each is."""
    bases: list[float] = []
    far = _INDENT * usual_size(rows)
    for left in sorted({rows[at].left for at in places}):
        if not bases or left - bases[-1] > far:
            bases.append(left)
    return {at: bases[bisect_right(bases, rows[at].left) - 1] for at in places}


def _beside(rows: Sequence[Row], places: Sequence[int]) -> set[int]:
    """The places of rows in a narrower column, right or left of the one with most of the text."""
    edge = _columns(rows, places)
    letters = Counter[float]()
    for at in places:
        letters[edge[at]] += len(rows[at].text)
    base = max(letters, key=letters.__getitem__, default=0.0)
    text = [rows[at] for at in places if edge[at] == base]
    widest, up = _NARROWER * _width(text), sorted(row.height for row in text)
    found: set[int] = set()
    for column, group in itertools.groupby(places, edge.__getitem__):
        run = list(group)
        heights = [rows[at].height for at in run]
        level = bisect_right(up, max(heights)) - bisect_left(up, min(heights))
        narrow = _width([rows[at] for at in run]) <= widest
        if column != base and narrow and len(run) > 1 and _LEVEL * level >= len(run):
            found.update(run)
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


def aside(pages: Sequence[Sequence[Row]], tops: Sequence[float]) -> list[dict[int, str]]:
    """For each page the places of the rows that are not of its text, and what they are.

    That is "head" or "foot", or a column beside it. `tops` are the heights of the pages.
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
        places = places if len(places) < len(full) else {}
        inner = [at for at, row in enumerate(rows) if row.text.strip() and at not in places]
        found.append(places | dict.fromkeys(_beside(rows, inner), "a column beside the text"))
    return found


def is_printed(text: str) -> bool:
    """Whether a head is one that a browser prints; its day is that of the printing."""
    return _PRINTED.fullmatch(text.strip()) is not None


def _key(text: str) -> str:
    """A line without its numbers: heads of two pages differ in these alone."""
    return _NUMBERED.sub("#", " ".join(text.split()))
