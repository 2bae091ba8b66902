"""Signs of a shop: what its buttons say, the handles of a list of goods, and prices.

The networks know many pages of products and lists from training, yet of unknown ones only half.
What shops write on lines of their own is plain: of 465 articles of the training pages 4 have two
such lines, of 91 pages of products 62, and no article that has them is doubtful to the networks.
The phrases are those of all languages at once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines

_SURE_PHRASES, _SURE_LINES = 2, 3
"""So many different phrases, or so many lines with a button's, make a shop."""
_DOUBTFUL_PRICES = 3
"""So many lines with prices make it possible, as do one button or two handles of a list."""
_MOST_WORDS = 7
_PRICE_WORDS = 8
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:€|EUR\b|USD\b|zł|kr\b|CHF\b|₽|円)")


def commerce(page: PageLines) -> float:
    """How surely the lines of a page say that it sells something: 1.0, 0.5 or 0.0."""
    actions, lists = _phrases()
    found: list[str] = []
    handles: set[str] = set()
    prices = 0
    for text, words in zip(page.texts, page.words, strict=True):
        if not 0 < len(words) <= _PRICE_WORDS:
            continue
        prices += _PRICE.search(text) is not None
        if len(words) <= _MOST_WORDS:
            said = _said(words)
            if said in actions:
                found.append(said)
            elif said in lists:
                handles.add(said)
    if len({*found, *handles}) >= _SURE_PHRASES or len(found) >= _SURE_LINES:
        return 1.0
    return 0.5 if found or prices >= _DOUBTFUL_PRICES else 0.0


def _said(words: Sequence[str]) -> str:
    return " ".join("#" if word[0].isdigit() else word for word in words)


@cache
def _phrases() -> tuple[frozenset[str], frozenset[str]]:
    data = languages.read_data("cleaning/commerce.json")
    actions, lists = (
        frozenset(phrase for said in data[kind].values() for phrase in said.split(" | "))
        for kind in ("actions", "lists")
    )
    return actions, lists
