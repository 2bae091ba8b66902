"""Paragraphs that go on where the kept lines of an article end, and stay.

They name whom the article names, say farewell, or stand above the mark that an agency ends its text
with.
"""

from __future__ import annotations

import itertools
import re
from functools import cached_property
from typing import TYPE_CHECKING

from newsclean.cleaning.furniture.buttons import addresses
from newsclean.cleaning.lines.page import CLOSING, ends_sentence
from newsclean.cleaning.lines.wires import is_agency, is_initials
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_HEADING_WORDS = 14
_LINKS = ("related articles", "share buttons", "navigation", "form or button")
"""What may stand between a text and its last paragraph."""
PROSE_WORDS, PROSE = 12, 0.05
"""A paragraph right below the last kept one has so many words, and this probability at least."""
_BEHIND_WORDS, _BEHIND, _MOST_BETWEEN = 6, 0.3, 4
"""The same of one behind so many lines of links."""
_NEXT = 0.25
"""The same of a sentence right below that names nobody, in scripts without blanks: in others four
of ten such lines were the article's, on 550 training pages."""
_ENDED_WORDS, _MOST_ENDED = 4, 4
"""A sentence above the mark that ends an agency's text has so many words, and so many are lost
there at most (guesses)."""
_FAREWELL_WORDS, _FAREWELL = 10, 0.2
"""A farewell has so few words, and this probability: on 1,834 marked pages, with networks that had
not seen them, 12 of 14 such lines are the article's own; below it, 4 of 20."""
_SIGNATURE = lazy_regex("[（(【][^（）()【】。]{2,20}[）)】]$")
"""Who has written it, behind the last sentence: "…という。【岩永昭一】"."""
_THAI, _THAI_CHARS = lazy_regex("[\u0e00-\u0e7f]"), 60
"""So long a line of Thai is a paragraph (a guess)."""
CHARS_OF_A_WORD, _PIECE_CHARS = 2, 4
"""In scripts without blanks (guesses)."""
_NAME = lazy_regex(r"(?<=[\w,;:“”’»] )[^\W\d_a-z][\w’'-]{3,30}")
"""A word with a capital in the middle of a sentence."""
_WORD = lazy_regex(r"[^\W\d_a-z][\w’'-]{3,30}")


class _Names:
    """The words with a capital in the middle of a sentence of the article, sought when needed."""

    def __init__(self, record: PageRecord) -> None:
        self._record = record

    @cached_property
    def _known(self) -> frozenset[str]:
        kept = itertools.compress(self._record.page.texts, self._record.kept)
        return frozenset(itertools.chain.from_iterable(map(_NAME.findall, kept)))

    @cached_property
    def _pieces(self) -> frozenset[str]:
        """The text of the article in pieces, where its script has no capitals and no blanks."""
        kept = itertools.compress(self._record.page.texts, self._record.kept)
        return frozenset(itertools.chain.from_iterable(map(_pieces, kept)))

    def are_in(self, at: int) -> bool:
        """Does a line name somebody or something that the article names?"""
        if self._record.page.is_unspaced(at):
            return not self._pieces.isdisjoint(_pieces(self._record.page.texts[at]))
        return not self._known.isdisjoint(_WORD.findall(self._record.page.texts[at]))


def _pieces(text: str) -> Iterator[str]:
    """Runs of so many characters that two texts rarely share one by chance."""
    return (
        piece
        for start in range(len(text) - _PIECE_CHARS + 1)
        if not re.search(r"[\s\d。，、“”]", piece := text[start : start + _PIECE_CHARS])
    )


def tail(record: PageRecord, last: int) -> Sequence[int]:
    """The paragraphs that go on where the kept ones end, up to the last with a name of theirs.

    One alone may not speak to the reader, nor as "we": on labelled train pages 24 of 30 such are
    what a firm or a paper says of itself below the article.
    """
    page, names = record.page, _Names(record)
    run: list[int] = []
    named = 0
    at = last + 1
    while is_prose(record, at, PROSE_WORDS if not run else 5, PROSE):
        run.append(at)
        if names.are_in(at):
            named = len(run)
        at += 1
    if named > 1 or (named and not addresses(page, run[0])):
        return run[:named]
    below = last + 1
    if is_prose(record, below, _BEHIND_WORDS, _NEXT) and page.is_unspaced(below):
        return (below,)
    # behind a few links, one paragraph that ends as it should and names somebody known
    for behind in range(last + 2, min(len(page.texts), last + 2 + _MOST_BETWEEN)):
        if not all(_may_be_link(page, between) for between in range(last + 1, behind)):
            return ()
        if is_prose(record, behind, _BEHIND_WORDS, _BEHIND) and names.are_in(behind):
            return () if addresses(page, behind) else (behind,)
    return ()


def before_end(record: PageRecord, last: int) -> Sequence[int]:
    """The sentences between the last kept line and the mark that an agency ends its text with.

    "jlr/mga", "© Agence France-Presse", or its name behind the last of them.
    """
    page = record.page
    signed = page.signed_end[0] if page.signed_end else None
    run: list[int] = []
    for at in range(last + 1, min(len(page.texts), last + 2 + _MOST_ENDED)):
        text = page.texts[at].removeprefix("©").strip()
        if is_initials(text) or is_agency(text):
            return run
        if at == signed:
            shown = record.tree is None or not record.tree.is_inside(at, ("figcaption", "figure"))
            return [*run, at] if shown and not record.is_settled(at) else ()
        if not is_prose(record, at, _ENDED_WORDS, PROSE):
            return ()
        run.append(at)
    return ()


def farewell(record: PageRecord, at: int) -> Sequence[int]:
    """The line right below the text, if it is a short exclamation that asks for nothing.

    "See you there!", "Guten Appetit!".
    """
    page = record.page
    if at >= len(page.texts) or not 0 < len(page.words[at]) <= _FAREWELL_WORDS:
        return ()
    if record.probabilities[at] < _FAREWELL or page.hits(at) or record.is_settled(at):
        return ()
    linked = record.tree is not None and record.tree.markup[at].link_chars > 0
    calls = page.texts[at].rstrip(CLOSING).endswith(("!", "！"))
    return (at,) if calls and not linked else ()


def _may_be_link(page: PageLines, at: int) -> bool:
    """Is a line short, and no heading of a box or end of the article: "Dear readers", a credit?"""
    return len(page.words[at]) <= _HEADING_WORDS and all(
        hit.reason in _LINKS for hit in page.hits(at)
    )


def is_prose(record: PageRecord, at: int, least: int, lowest: float) -> bool:
    """Is a line a paragraph that nothing speaks against, or only a phrase within it?"""
    page = record.page
    if at >= len(page.texts):
        return False
    size = len(page.words[at])
    if page.is_unspaced(at):
        size = len(page.texts[at]) // CHARS_OF_A_WORD
    if size < least or record.probabilities[at] < lowest or record.is_settled(at):
        return False
    text = page.texts[at]
    thai = len(text) >= _THAI_CHARS and _THAI.match(text[-1])  # whose sentences end on no mark
    signed = _SIGNATURE.sub("", text) if page.is_unspaced(at) else text
    if "©" in text or not (ends_sentence(signed) or thai):
        return False
    return all(hit.where in ("in", "short") and 4 * hit.words < size for hit in page.hits(at))
