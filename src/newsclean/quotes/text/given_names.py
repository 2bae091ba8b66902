"""What names are made of besides family names: pairs of first names, "van der", "al-", "jr"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsclean.languages import read_data
from newsclean.quotes.text.lexicon import Lexicon, first_names

_ELIDED = ("d", "l", "n", "dell", "dall", "sant")
_BEGIN_WORDS = frozenset(word + mark for word in _ELIDED for mark in "'’")
"""What begins the next word of a name."""
"""Words that nothing parts from the one behind them."""


def given_name(word: str) -> str:
    """The gender of a first name in lower case, m, f or u; "" for other words.

    A pair in one word has that of its first name: "marie-luise".
    """
    names = first_names()
    gender = names.get(word, "")
    if not gender and "-" in word and word.rpartition("-")[2] in names:  # not "klein-machnow"
        gender = names.get(word.partition("-")[0], "")
    return gender


@cache
def particles_of(lexicon: Lexicon) -> frozenset[str]:
    """The particles of names: a language's, and those from anywhere that are none of its words."""
    own = (lexicon.common, lexicon.stops, lexicon.definite, lexicon.pronouns, lexicon.cue_kinds)
    return lexicon.particles | name_particles().difference(*own)


def spelled(name: Sequence[str]) -> str:
    """The words of a name as it is written: "Marc d'Estaing", "Awa N'Dory": "d'" is a word."""
    parts = [word if word.lower() in _BEGIN_WORDS else f"{word} " for word in name]
    return "".join(parts).rstrip()


@cache
def name_particles() -> frozenset[str]:
    """What stands in lower case in family names of any language: "van den", "de la", "bint"."""
    return frozenset(read_data("quotes/first_names.json")["particles"].split())


@cache
def name_prefixes() -> frozenset[str]:
    """What a hyphen joins to a family name, in lower case: "al" in "al-Masri"."""
    return frozenset(read_data("quotes/first_names.json")["prefixes"].split())


@cache
def name_suffixes() -> frozenset[str]:
    """What may follow a family name: "jr"."""
    return frozenset(read_data("quotes/first_names.json")["suffixes"].split())
