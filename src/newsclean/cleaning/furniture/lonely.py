"""Sentences among what goes: a line of a menu or a card beside them speaks against them.

A sentence that stands between removed lines is mostly of the same box ("Turn on JavaScript to see
all pictures", the first sentence of a card). Where the network doubts it too, it goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

from newsclean.cleaning.lines.page import ends_sentence
from newsclean.cleaning.record import Cause, PageRecord

_GONE = 0.2
"""A removed line that is less likely of the body is no paragraph that was lost."""
_DOUBTED, _DOUBTED_ALONE = 0.2, 0.6
"""So unlikely is a sentence with one such neighbour, and one with two. On 430 labelled pages 17 of
20 such lines are not of the article."""
_FEWEST_WORDS, _FEWEST_ALONE, _LONG_WORDS = 4, 8, 9
"""A line of so many words is judged though it ends as no sentence does."""
_ASKS = ("?", "？", "؟")


def beside_removed(record: PageRecord, at: int, kept: Container[int] = ()) -> bool:
    """Is a line that was to go one that the network doubts, beside one that goes?

    `kept` are lines that are to be kept beside those of the record.
    """
    if record.probabilities[at] >= _DOUBTED:
        return False
    text, below = record.page.texts[at], at + 1
    heads = text.endswith(_ASKS) and below < len(record.kept) and record.kept[below]
    sentence = ends_sentence(text) and not heads  # a question above a paragraph heads it
    if len(record.page.words[at]) < (_FEWEST_WORDS if sentence else _LONG_WORDS):
        return False
    return any(near not in kept and _goes(record, near) for near in (at - 1, at + 1))


def lonely(record: PageRecord) -> Iterator[tuple[int, Cause]]:
    """Kept sentences between two removed lines; never the last kept line."""
    kept = [at for at, keep in enumerate(record.kept) if keep]
    page = record.page
    if record.document.tree is not None:
        return  # no network was asked, or one that knows the boxes: there half of them are wrong
    for at in kept[:-1]:
        if (
            record.probabilities[at] < _DOUBTED_ALONE
            and len(page.words[at]) >= _FEWEST_ALONE
            and ends_sentence(page.texts[at])
            and _goes(record, at - 1)
            and _goes(record, at + 1)
        ):
            above, below = page.texts[at - 1], page.texts[at + 1]
            yield at, ("boilerplate", f"alone between removed lines: '{above}' and '{below}'")


def _goes(record: PageRecord, at: int) -> bool:
    """Goes a line that says what is beside it: one of a menu, and no hour above an entry?"""
    if not 0 <= at < len(record.kept) or record.kept[at] or record.probabilities[at] >= _GONE:
        return False
    return at not in record.page.entry_times
