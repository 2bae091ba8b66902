"""What the splitter knows of one language: its abbreviations, commonest words, and so on.

Read from `data/sentences` when a text in that language first comes along, one language at a
time; a language without parameters of its own gets empty sets and is split by general rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsclean import languages


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Words are lower case, abbreviations without their last full stop."""

    language: str
    names: frozenset[str]
    """Abbreviations that a name follows: Dr, Sig.ra, St."""
    numbers: frozenset[str]
    """Abbreviations that a number follows: No, p, Art."""
    others: frozenset[str]
    """Abbreviations that may also end a sentence: etc, Inc, a.m."""
    common: frozenset[str]
    """The commonest words: with a capital, they begin a sentence."""


@cache
def of(language: str) -> Knowledge:
    """What is known of `language` (ISO 639-1)."""
    lists: dict[str, str] = {}
    if has_parameters(language):
        lists = languages.read_data(f"sentences/abbreviations/{language}.json")
    names, numbers, others = (
        frozenset(lists.get(key, "").split()) for key in ("name", "number", "other")
    )
    return Knowledge(language, names, numbers, others, languages.function_words(language))


@cache
def has_parameters(language: str) -> bool:
    """Whether newsclean has sentence parameters of its own for `language`."""
    try:
        languages.read_data(f"sentences/abbreviations/{language}.json")
    except FileNotFoundError:
        return False
    return True
