"""Capitals before a name that are no part of it: what an office is of, "CEO", initials that are."""

from __future__ import annotations

from itertools import pairwise

from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words

_OF_BODIES = frozenset({"of"})
"""English: "the head of Jones Lang Lasalle", whom nobody would call "Lang Lasalle"."""
_OFFICE_WORDS = 3
"""A place or a field and a name of two words behind an office."""


def is_bearer(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether two of three words are who has an office: "exalcalde de Riomar Vicent Gual".

    So it is where the text has the family name elsewhere without the first name.
    """
    low = words.low
    of = first > 1 and low[first - 1] not in _OF_BODIES
    if last - first != _OFFICE_WORDS or not of or not is_of_office(words, lexicon, first):
        return False
    if lexicon.capitals or not all(word[1:].islower() for word in words.text[first:last]):
        return False
    if not lexicon.bodies.isdisjoint(low[first:last]):
        return False
    alone = (word == low[last - 1] and before != low[last - 2] for before, word in pairwise(low))
    return any(alone)


def is_of_office(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether what begins at a word is what an office is of: "Minister for Finance"."""
    led = at > 1 and words.low[at - 2] in words.roles
    return led and words.low[at - 1] in lexicon.joiners


def are_abbreviations(words: Words, lexicon: Lexicon, first: int, last: int) -> bool:
    """Whether words before a name are no part of it: "CEO", "of the PAC", "ЦИК РФ", not "JD"."""
    text = [
        word
        for at, word in enumerate(words.text[first:last], first)
        if words.low[at] not in lexicon.stops
    ]
    return any(len(word) > 2 for word in text) and all(map(str.isupper, text))


def are_initials(words: Words, first: int, last: int) -> bool:
    """Whether a name begins with initials, so that none of it is cut off: "J. Robert"."""
    return first < last and all(len(word.rstrip(".")) <= 1 for word in words.text[first:last])
