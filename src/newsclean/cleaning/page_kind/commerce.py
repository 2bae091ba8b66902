"""Signs of a shop: what its buttons say, the handles of a list of goods, and prices.

The networks know many pages of products and lists from training, yet of unknown ones only half.
What shops write on lines of their own is plain: of 465 articles of the training pages 4 look like
one by it, of 91 pages of products 62, and none of those articles is doubtful to the networks.
The phrases are those of all languages at once.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines

_SURE_PHRASES, _PRICES = 2, 3
"""So many different phrases make a shop. "Buy now" stands ten times in many an article, and counts
once."""
_PRICE_WORDS = 8
_INGREDIENTS = 4
"""So many lines that begin with a number and a kitchen's measure are a recipe (a guess)."""
PRICE = lazy_regex(r"[$€£¥₹]\s?\d|\d\s?(?:€|EUR\b|USD\b|zł|kr\b|CHF\b|₽|円)")
_DIGIT, _NUMBER, _SAID = lazy_regex(r"\d"), lazy_regex(r"\d[\d.,]*"), lazy_regex(r"[^\W\d_]+|#")


class Signs(NamedTuple):
    """How many lines say what shops and lists of hits write, by kind; and lines with prices."""

    actions: int
    offers: int
    lists: int
    different: int
    """How many different phrases these are."""
    prices: int


def commerce(found: Signs) -> float:
    """How surely the signs of a page say that it sells something: 1.0, 0.5 or 0.0."""
    if found.different >= _SURE_PHRASES:
        return 1.0
    return 0.5 if found.actions or found.offers or found.prices >= _PRICES else 0.0


def signs(page: PageLines) -> Signs:
    """What the lines of a page write that shops and lists of hits write."""
    known = _phrases()
    found: list[str] = []
    prices = 0
    for text, words, phrase in zip(page.texts, page.words, page.phrases, strict=True):
        if not 0 < len(words) <= _PRICE_WORDS:
            continue
        prices += PRICE.search(text) is not None
        said = _said(text) if _DIGIT.search(text) else phrase
        if said in known:
            found.append(said)
    kinds = Counter(known[said] for said in found)
    return Signs(kinds["actions"], kinds["offers"], kinds["lists"], len(set(found)), prices)


def has_ingredients(page: PageLines) -> bool:
    """Are there several lines of a recipe's ingredients ("200 g flour", "2 EL Öl")?"""
    measures = _measures()
    found = sum(
        bool(words) and words[0] in measures and len(words) <= _PRICE_WORDS and text[0].isnumeric()
        for text, words in zip(page.texts, page.words, strict=True)
    )
    return found >= _INGREDIENTS


@cache
def _measures() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/commerce.json")["measures"].split(" | "))


def _said(text: str) -> str:
    """A line as phrases are written, "#" for each number."""
    return " ".join(_SAID.findall(_NUMBER.sub("#", text.lower())))


@cache
def _phrases() -> dict[str, str]:
    data = languages.read_data("cleaning/commerce.json")
    written = [("offers", data["offers"])]
    written += [(kind, said) for kind in ("actions", "lists") for said in data[kind].values()]
    return {phrase: kind for kind, said in written for phrase in said.split(" | ")}
