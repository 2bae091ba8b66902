"""Signs of a shop: what its buttons say, the handles of a list of goods, and prices.

The networks know many pages of products and lists from training, yet of unknown ones only half.
What shops write on lines of their own is plain: of 465 articles of the training pages 4 look like
one by it, of 91 pages of products 62, and none of those articles is doubtful to the networks.
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

_SURE_PHRASES, _SURE_LINES, _PRICES = 2, 3, 3
"""So many different phrases make a shop, or so many lines of its buttons, or one such line among
so many lines with prices. "Buy now" stands ten times in many an article, and counts once."""
_MOST_WORDS = 7
_PRICE_WORDS = 8
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:€|EUR\b|USD\b|zł|kr\b|CHF\b|₽|円)")


def commerce(page: PageLines) -> float:
    """How surely the lines of a page say that it sells something: 1.0, 0.5 or 0.0."""
    known = _phrases()
    found: list[str] = []
    prices = 0
    for text, words, phrase in zip(page.texts, page.words, page.phrases, strict=True):
        if not 0 < len(words) <= _PRICE_WORDS:
            continue
        prices += _PRICE.search(text) is not None
        said = phrase if phrase.isascii() else _said(words)
        if len(words) <= _MOST_WORDS and said in known:
            found.append(said)
    actions = sum(known[said] == "actions" for said in found)
    if len(set(found)) >= _SURE_PHRASES or actions >= (1 if prices >= _PRICES else _SURE_LINES):
        return 1.0
    offered = any(known[said] != "lists" for said in found)
    return 0.5 if offered or prices >= _PRICES else 0.0


def _said(words: Sequence[str]) -> str:
    return " ".join("#" if word[0].isdigit() else word for word in words)


@cache
def _phrases() -> dict[str, str]:
    data = languages.read_data("cleaning/commerce.json")
    written = [("offers", data["offers"])]
    written += [(kind, said) for kind in ("actions", "lists") for said in data[kind].values()]
    return {phrase: kind for kind, said in written for phrase in said.split(" | ")}
