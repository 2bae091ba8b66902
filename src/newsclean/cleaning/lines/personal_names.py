"""Is a word a given name, or a family name, somewhere in the world?

The lists in `data/cleaning/names.json` are long, and many of their words are plain words, too: this
is evidence beside other evidence, and decides nothing alone. `is_given_name` has the short list of
names that are hardly ever anything else.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_any_given_name(word: str) -> bool:
    """Is somebody called so by a first name? Case and accents do not matter."""
    return _letters(word) in _listed("given")


def is_any_family_name(word: str) -> bool:
    """Is somebody called so by a last name? Case and accents do not matter."""
    return _letters(word) in _listed("family")


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", word.lower())))


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/names.json")[kind].split())


def is_given_name(name: str) -> bool:
    """Is it a given name, and nothing else? "Zoë" is "Zoe", too."""
    known, lower = _first_names(), name.lower()
    if lower in known:
        return True
    letters = unicodedata.normalize("NFKD", lower)
    return not letters.isascii() and "".join(filter(str.isalpha, letters)) in known


def end_of_name(words: Sequence[str]) -> int:
    """How many of the words are a person's full name, where two or more others follow it; else all.

    >>> end_of_name("Anna Berg Ferrow Post".split())
    2
    >>> end_of_name("Mary Jane Smith Daily Mail".split())
    3
    """
    end = 2
    while end < len(words) and is_given_name(words[end - 1]):
        # "Anna Thomas Ferrow Post": a given name is a family name, too, unless one follows
        if is_any_family_name(words[end - 1]) and not is_any_family_name(words[end]):
            break
        end += 1
    # one word behind may be a family name: "Anna Maria Lopez Sun"
    return end if len(words) > end + 1 and is_given_name(words[0]) else len(words)


@cache
def _first_names() -> frozenset[str]:
    data = languages.read_data("quotes/first_names.json")
    return frozenset(name for kind in ("m", "f", "u") for name in data[kind].split())
