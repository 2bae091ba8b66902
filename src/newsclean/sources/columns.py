"""Lines as they were set or scanned -> paragraphs: joined, and divided words put together."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from newsclean.patterns import lazy_regex

_DIVIDED = lazy_regex(r"(?<![^\W\d_])[^\W\d_]{2,}[-\u2010\u00ad]$")
_COMPOUND = lazy_regex(r"(?<![^\W\d_])(?=([^\W\d_]{2,}-\w+))")
_WORD_START = lazy_regex(r"\w*")
_WORDS = lazy_regex(r"(?<![\w-])[^\W\d_]{4,}(?![\w-])")
_BELOW = lazy_regex(r"-\s+\w+")
_SUSPENDED = ("und", "oder", "sowie", "bzw")
"""A word below a hyphen that stands for the end of a later word: "Ein- und Ausgang"."""
_FEW, _FEW_WIDE, _WIDE = 0.04, 0.06, 45
"""The shares of lines that end with a hyphen below which nobody divided the words of a page, and
how many characters the lines of a wide one have (guesses)."""
_SENTENCE_END = lazy_regex(r"[.!?…:][\"'”’»)\]]*$")


_WHOLE, _ENDED, _PARTED = 0.7, 0.9, 0.4
"""The share of the width of a line that goes on: of any, of one that ends a sentence, and of one
inside a paragraph that empty lines part from others."""
_FEWEST_PARTED = 4
_FEWEST_BEGUN, _MOST_BEGUN = 2, 0.5
"""So many indented lines, and less than such a share of all, begin paragraphs (guesses)."""
_NARROWEST, _FEWEST_INSIDE, _MOST_FULL = 20, 5, 0.9
"""A column has lines of more characters, so many of them inside sentences, of which such a share
is full (guesses)."""
_HEADLINE_BLANKS = 2
"""A line in capitals with so many blanks goes on in one right below it that is in capitals, too."""


def join_lines(page: str, *, narrow: bool = True) -> str:
    """The lines of a page as paragraphs: one line each, with an empty line between.

    A line goes on in the next unless it is clearly shorter than the page's lines or an empty
    line follows. Where empty lines part the paragraphs of a narrow page, a line inside one that
    ends no sentence goes on though it is shorter.
    """
    rows = page.split("\n")
    lines, begin = [line.strip() for line in rows], indented(rows)
    full = _full_width(lines)
    parted = sum(not line and bool(before) for before, line in itertools.pairwise(lines))
    least = _PARTED if narrow and parted >= _FEWEST_PARTED else _WHOLE
    hyphens = hyphens_of(page)
    paragraphs: list[list[str]] = []
    goes_on = surely = loud = told = False
    for at, line in enumerate(lines):
        if not line or at in begin:
            goes_on = surely = loud = told = False
        if not line:
            continue
        inside = surely or told or (goes_on and line[0].islower()) or (loud and line.isupper())
        if inside and not opens_item(line):
            _join(paragraphs[-1], line, hyphens)
        else:
            inside = False
            paragraphs.append([line])
        loud = line.isupper() and line.count(" ") >= _HEADLINE_BLANKS
        goes_on = _goes_on(line, full, least)
        surely = goes_on if inside else _goes_on(line, full, _WHOLE)
        told |= at in begin
    return "\n\n".join(map("".join, paragraphs))


def indented(rows: list[str]) -> frozenset[int]:
    """The places of the lines that stand further right than the two around them.

    So paragraphs begin in print; few such lines, or half of all, are something else.
    """
    lefts = [len(row) - len(row.lstrip()) if row.strip() else -1 for row in rows]
    found = frozenset(
        at
        for at, (above, left, below) in enumerate(zip([-1, *lefts], lefts, lefts[1:], strict=False))
        if above < left > below >= 0
    )
    full = sum(left >= 0 for left in lefts)
    return found if _FEWEST_BEGUN <= len(found) < full * _MOST_BEGUN else frozenset()


def is_column(rows: list[str]) -> bool:
    """Whether most lines are short ones of sentences that go on in the next, which fill a width.

    Those of a poem that goes on so fill none.
    """
    inside = [
        above.strip()
        for above, row in itertools.pairwise(rows)
        if above.strip() and row.strip()[:1].islower() and not ends_sentence(above)
    ]
    full = max(map(len, inside), default=0)
    wide = sum(len(line) >= _WHOLE * full for line in inside)
    return _NARROWEST < full < _WIDE and wide >= max(_FEWEST_INSIDE, _MOST_FULL * len(inside))


def join_paragraph(block: str, hyphens: Hyphens) -> str:
    """The lines of a paragraph as one; each item of a list on its own.

    `hyphens` as `hyphens_of` gives them.
    """
    paragraphs: list[list[str]] = []
    for line in filter(None, map(str.strip, block.split("\n"))):
        if paragraphs and not opens_item(line):
            _join(paragraphs[-1], line, hyphens)
        else:
            paragraphs.append([line])
    return "\n\n".join(map("".join, paragraphs))


class Hyphens(NamedTuple):
    """What a page tells of the hyphens at the ends of its lines."""

    compounds: frozenset[str]
    """The words with a hyphen inside a line."""
    words: frozenset[str]
    """Those without, where few lines end with one: a compound is made of them."""
    own: bool
    """Whether the words are not divided at all."""

    def keeps(self, first: str, rest: str) -> bool:
        """Whether the hyphen between these two is the word's own."""
        known = f"{first}-{rest}" in self.compounds or not self.words.isdisjoint((first, rest))
        return self.own or known or not rest[:1].islower()


def hyphens_of(page: str) -> Hyphens:
    """What a page tells of its hyphens: few at the ends of wide lines are of the words."""
    lines = [line.rstrip() for line in page.split("\n")]
    full = _full_width(lines)
    divided = sum(_DIVIDED.search(line) is not None for line in lines if "-" in line[-1:])
    few = divided < (_FEW if full < _WIDE else _FEW_WIDE) * sum(map(bool, lines))
    words = frozenset(_WORDS.findall(_BELOW.sub("-", page)) if few and divided else ())
    return Hyphens(frozenset(_COMPOUND.findall(page)), words, few and full >= _WIDE)


def _full_width(lines: list[str]) -> float:
    """The length that nine of ten of the page's longer lines reach at most."""
    from statistics import quantiles  # takes longer to load than most texts to read

    lengths = [len(line) for line in lines if len(line) > _NARROWEST]
    return quantiles(lengths, n=10)[8] if len(lengths) > 1 else 0.0


def _goes_on(line: str, full: float, share: float) -> bool:
    """Whether a line goes on that is so large a share of the width, or ends a sentence late."""
    if _DIVIDED.search(line):
        return True
    return len(line) >= (_ENDED if ends_sentence(line) else share) * full > 0


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return _SENTENCE_END.search(line.rstrip()) is not None


def opens_item(line: str) -> bool:
    """Whether a line begins a list item."""
    return line.startswith(("•", "– ", "— ", "- ", "* "))


def _join(paragraph: list[str], line: str, hyphens: Hyphens) -> None:
    """Put a line to a paragraph; a divided word loses its hyphen unless that is its own."""
    before = paragraph[-1]
    divided = _DIVIDED.search(before)
    rest = _WORD_START.match(line)[0] if divided else ""  # type: ignore[index]
    if not divided or not rest or rest in _SUSPENDED:
        paragraph.append(" ")
    elif before[-1] != "-" or not hyphens.keeps(divided[0][:-1], rest):
        paragraph[-1] = before[:-1]
    paragraph.append(line)
