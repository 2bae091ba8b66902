"""Names of streets and squares, which nobody speaks under: Italian "in via dei Tigli"."""

from __future__ import annotations

from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.quotes.text.words import Words

_MAX_WORDS_BETWEEN = 2
"""The most articles and prepositions in the name of a street: "calle de la Luna"."""


def without_places(words: Words, lexicon: Lexicon, names: list[Mention]) -> list[Mention]:
    """The names of an article without those that a word like "street" leads to."""
    if lexicon.sites.isdisjoint(words.counts):
        return names
    return [name for name in names if not _is_place(words, lexicon, name)]


def _is_place(words: Words, lexicon: Lexicon, name: Mention) -> bool:
    """Whether a name is a street's; what is left of a person's behind it is cut free."""
    low, begin = words.low, name.first - name.title
    at = begin - 1
    joined = lexicon.prepositions | lexicon.definite | lexicon.particles
    while at > 0 and begin - 1 - at < _MAX_WORDS_BETWEEN and low[at] in joined:
        at -= 1
    if at < 0 or low[at] not in lexicon.sites or words.quote[at] != words.quote[begin]:
        return False
    givens = first_names()
    if low[begin] in givens:
        return False  # "raconte sur la place Anne Rey"
    within = range(begin + 1, name.last - 1)
    first = next((one for one in within if low[one] in givens), -1)
    if first < 0:
        return True
    name.first, name.title, name.person = first, 0, True  # "in via Manzoni Carla Rossi"
    return False
