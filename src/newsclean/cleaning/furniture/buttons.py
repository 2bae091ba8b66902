"""The button "Read more" below each part of a list: no heading of other articles."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.phrases import normalized_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.record import PageRecord

_FEWEST_PARTS, _MOST_BETWEEN, _TELLING_CHARS = 3, 3, 4
"""A list has so many parts; a heading stands so many lines above its text and shares a word of so
many characters with it (guesses)."""


def are_buttons(record: PageRecord, phrase: str, tops: Sequence[int | None]) -> bool:
    """Does "Read more" stand below the parts of a list, each of which has a heading of its own?

    Then the line below it is the heading of the next part, and is told of in the text below.

    Args:
        record: the page, with what is kept.
        phrase: the words of the line, normalized.
        tops: for each place where it stands, the line below if it could be a title.
    """
    if phrase not in _buttons():
        return False
    page = record.page
    headings = 0
    for top in tops:
        if top is None:
            continue
        below = top + 1
        while below < len(page.texts) and not record.kept[below]:
            below += 1
        if below < len(page.texts) and below - top <= _MOST_BETWEEN:
            long = [word for word in page.words[top] if len(word) >= _TELLING_CHARS]
            headings += not set(page.words[below]).isdisjoint(long)
    return headings >= _FEWEST_PARTS and 2 * headings >= len(tops)


@cache
def _buttons() -> frozenset[str]:
    data: dict[str, str] = languages.read_data("cleaning/headings.json")
    return frozenset(" ".join(normalized_words(said)) for said in data["buttons"].split(" | "))
