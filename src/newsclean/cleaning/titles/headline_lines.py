"""The lines of a headline that was set, scanned or dumped on two or three of them.

Copied pages have a deck right below the headline, which is none of it. So something must show that
the first line goes on: it ends on an article or a preposition, the second begins in lower case,
both are in capitals, or both are centred on the page; and the block ends there.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    may_label_author,
    read_name,
)
from newsclean.cleaning.lines.dates import find_label
from newsclean.languages import function_words, read_data

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_FEWEST_WORDS, _MOST_WORDS = 3, 24
"""Words of a line that goes on, and of the whole headline (guesses)."""
_MOST_LINES, _NAME_WORDS = 3, 2
_LOWER_WORDS = 3
"""Fewer words in lower case below a headline are a section, a button or a name."""
_FEWEST_INDENTED, _OFF_CENTRE = 4, 2
"""A centred line stands so far in at least; the middles of two differ by so few columns."""
_SIGNED_WORDS = 4
"""A line of more words that begins as a byline may in a language, "di", "de", is none (a guess)."""
_TELLING_CHARS = 4
_OPEN_ENDS, _ENDS = (",", "&", "-", "–", "—"), (".", "!", "?", ":", ";", "…", "|")
_ADDRESS = ("@", "://", "www.", " | ", "©")


def headline_lines(record: PageRecord, head: int | None, low: int, start: int) -> tuple[int, ...]:
    """The lines of the headline of which `head` is one, `start` being the body's first line."""
    if head is None:
        return ()
    if record.document.tree is not None:
        return (head,)
    first = last = head
    while first > low and last - first + 1 < _MOST_LINES and _goes_on(record, first - 1):
        text = record.page.texts[first]
        if not (text[0].islower() or text.isupper() or _is_centred(record, first - 1)):
            break  # what stands above a line that may be whole is a section or a menu
        first -= 1
    while last + 1 < start and last - first + 1 < _MOST_LINES and _goes_on(record, last):
        last += 1
    whole = range(first, last + 1)
    fits = sum(len(record.page.words[at]) for at in whole) <= _MOST_WORDS
    return tuple(whole) if fits and _is_block(record.page, last) else (head,)


def _is_block(page: PageLines, last: int) -> bool:
    """Does an empty line follow, or who has written the article, or its day?"""
    below = last + 1
    if below >= len(page.lines):
        return False
    marked = page.dates(below) or page.byline(below) is not None
    return bool(page.lines[below].blank_before or marked)


def _may_be_of_it(page: PageLines, at: int) -> bool:
    """Is a line no button, stamp, byline, credit, caption or address?"""
    text = page.texts[at]
    if page.hits(at) or page.dates(at) or page.byline(at) is not None or find_label(text):
        return False
    credit = page.credit(at)
    short = len(page.words[at]) <= _NAME_WORDS  # four words in capitals may read as a name, too
    named = (short or is_known_first_name(text)) and read_name(
        text, page.language, sure=True
    ) == text
    return not (named or credit.photo or credit.caption or any(sign in text for sign in _ADDRESS))


def _goes_on(record: PageRecord, at: int) -> bool:
    """Does the headline go on below this line of it?"""
    page, below = record.page, at + 1
    if below >= len(page.lines) or page.lines[below].blank_before or page.is_unspaced(at):
        return False
    upper, lower, words = page.texts[at], page.texts[below], page.words[at]
    if len(words) < _FEWEST_WORDS or upper.endswith(_ENDS) or lower.endswith(".") or upper == lower:
        return False
    if not (_may_be_of_it(page, at) and _may_be_of_it(page, below)):
        return False
    if upper.endswith(_OPEN_ENDS) or upper.split()[-1].lower() in _open_words(page.language):
        return True
    count = len(page.words[below])
    if lower[0].islower():
        signed = may_label_author(page.words[below], page.language) and count <= _SIGNED_WORDS
        return len(words) > _FEWEST_WORDS and count >= _LOWER_WORDS and not signed
    if upper.isupper() and lower.isupper():
        paper = len(words) == _FEWEST_WORDS and words[0] in function_words(page.language)
        return count >= _NAME_WORDS and not paper  # "THE FENMOOR COURANT"
    return _is_titled(upper) and _is_titled(lower) and _is_centred(record, at)


def _is_titled(text: str) -> bool:
    """Have all longer words of a line a capital, as in English headlines?"""
    return all(word[0].isupper() for word in text.split() if len(word) >= _TELLING_CHARS)


def _is_centred(record: PageRecord, at: int) -> bool:
    """Is a line set on the same middle as the one below it, one of them farther in?"""
    text = record.document.text
    indents, middles = [], []
    for line in record.page.lines[at : at + 2]:
        indents.append(line.start - text.rfind("\n", 0, line.start) - 1)
        middles.append(indents[-1] + (line.end - line.start) / 2)
    off = abs(middles[0] - middles[1])
    return min(indents) >= _FEWEST_INDENTED and indents[0] != indents[1] and off <= _OFF_CENTRE


@cache
def _open_words(language: str) -> frozenset[str]:
    """Articles and prepositions of a language, which end no headline."""
    return frozenset(
        read_data("cleaning/headline_parts.json")["open_ends"].get(language, "").split()
    )
