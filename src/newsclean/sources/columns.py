"""Lines as they were set or scanned -> paragraphs: joined, and divided words put together."""

from __future__ import annotations

import itertools

from newsclean.patterns import lazy_regex

_DIVIDED = lazy_regex(r"(?<![^\W\d_])[^\W\d_]{2,}[-\u2010\u00ad]$")
_COMPOUND = lazy_regex(r"(?<![^\W\d_])(?=([^\W\d_]{2,}-\w+))")
_WORD_START = lazy_regex(r"\w*")
_SENTENCE_END = lazy_regex(r"[.!?…:][\"'”’»)\]]*$")


_WHOLE, _ENDED, _PARTED = 0.7, 0.9, 0.4
"""The share of the width of a line that goes on: of any, of one that ends a sentence, and of one
inside a paragraph that empty lines part from others."""
_FEWEST_PARTED = 4
_HEADLINE_BLANKS = 2
"""A line in capitals with so many blanks goes on in one right below it that is in capitals, too."""


def join_lines(page: str) -> str:
    """The lines of a page as paragraphs: one line each, with an empty line between.

    A line goes on in the next unless it is clearly shorter than the page's lines or an empty
    line follows. Where empty lines part the paragraphs, a line inside one that ends no sentence
    goes on though it is shorter.
    """
    lines = [line.strip() for line in page.split("\n")]
    full = _full_width(lines)
    parted = sum(not line and bool(before) for before, line in itertools.pairwise(lines))
    least = _PARTED if parted >= _FEWEST_PARTED else _WHOLE
    compounds = compounds_of(page)
    paragraphs: list[list[str]] = []
    goes_on = surely = loud = False
    for line in lines:
        if not line:
            goes_on = surely = loud = False
            continue
        inside = surely or (goes_on and line[0].islower()) or (loud and line.isupper())
        if inside and not opens_item(line):
            _join(paragraphs[-1], line, compounds)
        else:
            inside = False
            paragraphs.append([line])
        loud = line.isupper() and line.count(" ") >= _HEADLINE_BLANKS
        goes_on = _goes_on(line, full, least)
        surely = goes_on if inside else _goes_on(line, full, _WHOLE)
    return "\n\n".join(map("".join, paragraphs))


def join_paragraph(block: str, compounds: frozenset[str]) -> str:
    """The lines of a paragraph as one; each item of a list on its own.

    `compounds` as `compounds_of` gives them.
    """
    paragraphs: list[list[str]] = []
    for line in filter(None, map(str.strip, block.split("\n"))):
        if paragraphs and not opens_item(line):
            _join(paragraphs[-1], line, compounds)
        else:
            paragraphs.append([line])
    return "\n\n".join(map("".join, paragraphs))


def compounds_of(page: str) -> frozenset[str]:
    """The words of a page with a hyphen inside a line."""
    return frozenset(_COMPOUND.findall(page))


def _full_width(lines: list[str]) -> float:
    """The length that nine of ten of the page's longer lines reach at most."""
    from statistics import quantiles  # takes longer to load than most texts to read

    lengths = [len(line) for line in lines if len(line) > 20]
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


def _join(paragraph: list[str], line: str, compounds: frozenset[str]) -> None:
    """Put a line to a paragraph; a divided word loses its hyphen unless the page has it with one.

    `compounds` are the words with a hyphen inside a line of the page.
    """
    before = paragraph[-1]
    divided = _DIVIDED.search(before)
    if divided and line[0].islower():
        compound = f"{divided[0][:-1]}-{_WORD_START.match(line)[0]}"  # type: ignore[index]
        if compound not in compounds:
            paragraph[-1] = before[:-1]
    else:
        paragraph.append(" ")
    paragraph.append(line)
