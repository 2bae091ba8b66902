"""A page that holds a notice instead of an article: consent, a robot check, an error, parking.

A page is a notice where some line says so and next to no prose says anything else but what stands
beside such notices: browsers, reference numbers, privacy. The phrases are those of every language
at once: a page so short tells its language badly.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_WORDS = 400
"""A page of more words is judged by the networks (a guess)."""
_GLANCE = 4_000
"""Most pages have more words than that in so many characters."""
_PROSE_WORDS = 10
"""A line of fewer words is a heading or a button."""
_OTHER_WORDS = 25
"""So many words of other prose at most stand on the page of a notice (a guess)."""
_SAID = lazy_regex('[“„«"][^”“»"]{25,}')
"""No notice quotes anybody."""


def notice_of(texts: Sequence[str], title: str = "") -> str | None:
    """What a page is instead of an article, by its lines and title; None for any other page."""
    if languages.count_words("\n".join(texts)[:_GLANCE]) > _MOST_WORDS:
        return None
    counted = []
    total = 0
    for text in texts:
        count = languages.count_words(text)
        total += count
        if total > _MOST_WORDS:
            return None
        counted.append((text.lower().replace("’", "'"), count))
    known, whole, head = _phrases(), "\n".join([text for text, _ in counted]), title.lower()
    # of hundreds of phrases a page has a few: each line is searched for these alone
    told = {kind: [one for one in phrases if one in whole] for kind, phrases in known.items()}
    every = [*itertools.chain.from_iterable(told.values())]
    beside = {kind: [one for one in words if one in whole] for kind, words in _beside().items()}
    if _SAID.search(whole):
        beside = {"anything": []}
    for kind, own in told.items():
        noticed = sum(count for text, count in counted if any(one in text for one in own))
        phrases = [*own, *beside["anything"], *beside.get(kind, ())]
        if head and any(one in head for one in known[kind]):
            if _other_prose(counted, every) <= 2 * _OTHER_WORDS:
                return kind
        elif noticed:
            other = _other_prose(counted, phrases)
            said = _other_prose(counted, own) - other
            if other <= _OTHER_WORDS and 3 * (noticed + said) >= total - other:
                return kind
    return None


def _other_prose(counted: Sequence[tuple[str, int]], phrases: Sequence[str]) -> int:
    """How many words of prose stand in lines without any of the phrases."""
    return sum(
        count
        for text, count in counted
        if count >= _PROSE_WORDS and not any(phrase in text for phrase in phrases)
    )


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    data = languages.read_data("cleaning/notices.json")
    return {kind: tuple(data[kind].split(" | ")) for kind in data if kind != "beside"}


@cache
def _beside() -> dict[str, tuple[str, ...]]:
    data: dict[str, str] = languages.read_data("cleaning/notices.json")["beside"]
    return {kind: tuple(written.split(" | ")) for kind, written in data.items()}
