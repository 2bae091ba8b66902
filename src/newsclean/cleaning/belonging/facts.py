"""Rows of facts below the last paragraph of copied text: the article's, if they name whom it names.

The line-ups of a match, the votes for each candidate: "Goals: Lomax 54, Pike 69", "Ann Reed – 212".
Networks take them for the page's furniture, the further below the surer. The labels at the foot of
a page, "Author: ...", "Tags: ...", name others, or are fewer.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.page import ends_sentence
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_PROSE_WORDS, _ROW_WORDS, _HEADING_WORDS = 8, 45, 8
_FEWEST, _MOST, _FEWEST_NAMED, _NAMED_SHARE = 3, 30, 2, 3
"""So many rows there are; so many of them, and one in so many, have a name of the article's
(guesses)."""
_LABELLED = lazy_regex(r"[^\W\d_][^.:!?]{1,40}:\s\S.{0,300}")
_COUNTED = lazy_regex(
    r"[^\W\d_][^:!?]{2,80}\s(?:[–—-]|\.{2,}|:)\s?[\d.,\s]{1,14}(?:%|\(.{1,30}\))?"
)
_SCORE = lazy_regex(
    r"[^\W\d_][^:!?]{2,40}\s[–—-]\s[^\W\d_][^:!?]{2,40}\s\d{1,3}\s?[:–-]\s?\d{1,3}.{0,60}"
)
_ADDRESS = lazy_regex(r"@|https?:|www\.|\w\.(?:com|org|net|example)\b|\+?\d[\d ()./–-]{7,}\d")
_NAME = lazy_regex(r"[^\W\d_a-z][\w’'-]{2,30}")


def facts(record: PageRecord, first: int) -> set[int]:
    """The rows of facts from line `first` on, which is right below the last paragraph."""
    page = record.page
    rows = list(itertools.takewhile(lambda at: _is_row(page, at), range(first, len(page.texts))))
    headed = not rows and _heads(page, first)
    if headed:
        below = range(first + 1, len(page.texts))
        rows = list(itertools.takewhile(lambda at: _is_row(page, at), below))
    # the line-ups above end as sentences do, and are rows of the same facts
    upwards = () if headed else range(first - 1, -1, -1)
    rows += itertools.takewhile(lambda at: record.kept[at] and _is_row(page, at), upwards)
    if not _FEWEST <= len(rows) <= _MOST or any(_ADDRESS.search(page.texts[at]) for at in rows):
        return set()
    told = set(_NAME.findall(" ".join(itertools.compress(page.texts[:first], record.kept))))
    named = [at for at in rows if _names(page.texts[at], told)]
    if len(named) < _FEWEST_NAMED or _NAMED_SHARE * len(named) < len(rows):
        return set()
    # of a database or a shop are labels without figures: "Subject: Animals", "Location: Ferrow"
    if not any(map(str.isdigit, "".join(page.texts[at] for at in named))):
        return set()
    return {*rows, *([first] if headed else [])}


def last_paragraph(record: PageRecord) -> int:
    """The last kept line that is a sentence of some length; -1 where there is none."""
    page = record.page
    kept = itertools.compress(range(len(record.kept)), record.kept)
    prose = (
        at
        for at in reversed(list(kept))
        if len(page.words[at]) >= _PROSE_WORDS and ends_sentence(page.texts[at])
    )
    return next(prose, -1)


def _is_row(page: PageLines, at: int) -> bool:
    text = page.texts[at]
    if not 0 < len(page.words[at]) <= _ROW_WORDS or page.hits(at) or text.endswith(("!", "?")):
        return False
    if text.partition(":")[0].isupper():
        return False  # "WATCH THE VIDEO: ..."
    return any(form.fullmatch(text) for form in (_LABELLED, _COUNTED, _SCORE))


def _heads(page: PageLines, at: int) -> bool:
    if at >= len(page.texts) or not 0 < len(page.words[at]) <= _HEADING_WORDS:
        return False
    return not page.hits(at) and not ends_sentence(page.texts[at])


def _names(text: str, told: set[str]) -> bool:
    """Does a row have a name that stands in the article?"""
    return not told.isdisjoint(_NAME.findall(text.partition(": ")[2] or text))
