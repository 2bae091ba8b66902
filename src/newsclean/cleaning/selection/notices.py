"""A page that holds a notice instead of an article: consent, a robot check, an error, parking.

A page is a notice where some line says so and next to no prose says anything else. The phrases are
those of every language at once: a page so short tells its language badly.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_WORDS = 400
"""A page of more words is judged by the networks (a guess)."""
_PROSE_WORDS = 10
"""A line of fewer words is a heading or a button."""
_OTHER_WORDS = 25
"""So many words of other prose at most stand on the page of a notice (a guess)."""


def notice_of(texts: Iterable[str], title: str = "") -> str | None:
    """What a page is instead of an article, by its lines and title; None for any other page."""
    counted = []
    total = 0
    for text in texts:
        count = languages.count_words(text)
        total += count
        if total > _MOST_WORDS:
            return None
        counted.append((text.lower().replace("’", "'"), count))
    every = [phrase for phrases in _phrases().values() for phrase in phrases]
    other = sum(
        count
        for text, count in counted
        if count >= _PROSE_WORDS and not any(phrase in text for phrase in every)
    )
    for kind, phrases in _phrases().items():
        noticed = sum(count for text, count in counted if any(one in text for one in phrases))
        titled = any(phrase in title.lower() for phrase in phrases)
        if titled and other <= 2 * _OTHER_WORDS:
            return kind
        if noticed and other <= _OTHER_WORDS and 3 * noticed >= total - other:
            return kind
    return None


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    data: dict[str, str] = languages.read_data("cleaning/notices.json")
    return {kind: tuple(written.split(" | ")) for kind, written in data.items()}
