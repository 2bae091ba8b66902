"""Paragraphs above or below the text that are in another language than the article.

A box that asks for consent comes from a firm abroad, an archive writes in English around the page,
and a page that has its text in two languages has one article, that of its headline.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_FEWEST_LINES, _FEWEST_CHARS = 2, 200
"""So many lines and characters make a run; a song or a motto has fewer (guesses)."""
_TELLING_CHARS, _OWN = 60, 0.12
"""A line of so many characters, of whose words so small a share are function words of the page's
language, is asked for its own (guesses)."""
_QUOTED = ("“", "„", "«", '"', "»", "‘", "'", "-", "–", "—")


def foreign(record: PageRecord) -> dict[int, Cause]:
    """The runs of kept lines at both ends in another language, each line with its cause."""
    page, kept = record.page, [at for at, keep in enumerate(record.kept) if keep]
    runs = [_run(page, order) for order in (reversed(kept), kept)]
    runs = [run for run in runs if not _is_quoted(record, run)]
    told = [at for at in kept if len(page.texts[at]) >= _TELLING_CHARS]
    own = len(told) - sum(map(len, runs))
    if sum(map(len, runs)) >= len(kept) / 2 or own < _FEWEST_LINES:
        return {}  # the language of the page is not that of the article, then
    sizes = (sum(len(page.texts[at]) for at in run) for run in runs)
    long = (size >= _FEWEST_CHARS and len(run) > 1 for run, size in zip(runs, sizes, strict=True))
    gone = itertools.chain.from_iterable(itertools.compress(runs, long))
    return dict.fromkeys(gone, ("editorial note", "in another language than the article"))


def _is_quoted(record: PageRecord, run: Sequence[int]) -> bool:
    """Does a line lead to these, or are they in an element for quotations: the words of a song?"""
    tree, texts = record.tree, record.page.texts
    first = min(run, default=0)
    if first and texts[first - 1].endswith((":", "：")):
        return True
    return tree is not None and any(tree.is_inside(at, ("blockquote",)) for at in run)


def _run(page: PageLines, places: Iterable[int]) -> list[int]:
    return list(itertools.takewhile(lambda at: is_foreign(page.texts[at], page.language), places))


def is_foreign(text: str, language: str) -> bool:
    """Is a long line that quotes nobody in another language than `language`?"""
    if len(text) < _TELLING_CHARS or text.startswith(_QUOTED):
        return False
    words = text.lower().split()
    own = len(languages.function_words(language).intersection(words))
    return own < _OWN * len(words) and languages.detect(text, language) != language
