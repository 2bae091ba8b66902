"""A headline -> whether it promises a list, of what kind and how long: "tips", "12 things"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex
from newsclean.summary.lists.unheaded import LEAST

MISCOUNTED = 2
"""By how much the number in a headline and that of the sub-headings may differ where it is asked
whether there is a list: some are lost, and an introduction has one too."""
_COUNT = lazy_regex(r"(?<![\w.,$€£#])\d{1,2}(?= [^\W\d_]|\+ )")
"""A number with a word behind it: "12 things", not "Windows 8" nor "8X"."""
_PARTS = lazy_regex(r"[:?!|–—] ?| - ")
_COUNT_WORDS = 4
"""Words of a part of a headline among which its number is: "Here are the 20 best cars"."""
_WORD = lazy_regex(r"[^\W_]+")


def promises_list(title: str, many: int, language: str) -> bool:
    """Whether a headline says that a list follows: "tips", "how to", or how many there are."""
    return _is_counted(title, many, language) or bool(promises(title, language))


def promises_items(title: str, many: int, language: str) -> bool:
    """Whether what a headline promises are items, and not only "a guide" or "how to"."""
    if _is_counted(title, many, language):
        return True
    return not promises(title, language) <= rules(language).vague


def _is_counted(title: str, many: int, language: str) -> bool:
    """Whether a headline says how many points there are: about so many."""
    return any(abs(count - many) <= MISCOUNTED for count in counts(title, language))


def counts(title: str, language: str) -> tuple[int, ...]:
    """The numbers of a headline that may count points: "12 things", "our four steps".

    They stand near the beginning of the headline or of a part of it; in words, only where it
    promises a list.
    """
    found = []
    numerals = rules(language).numerals if promises(title, language) else {}
    for part in _PARTS.split(title):
        figures = _COUNT.finditer(part)
        found += [int(one[0]) for one in figures if part.count(" ", 0, one.start()) < _COUNT_WORDS]
        words = map(str.lower, _WORD.findall(part)[:_COUNT_WORDS])
        found += [numerals[word] for word in words if word in numerals]
    return tuple(count for count in found if count >= LEAST)


def explains(title: str, language: str) -> bool:
    """Whether a headline promises to explain something: "a guide", "how to"."""
    return bool(promises(title, language) & rules(language).vague)


@lru_cache(maxsize=16)
def promises(title: str, language: str) -> frozenset[str]:
    """The words of a headline that promise a list, each between blanks."""
    lower = f" {' '.join(_WORD.findall(title.lower()))} "
    return frozenset(phrase for phrase in rules(language).titles if phrase in lower)


class Rules(NamedTuple):
    """What headlines of lists say, and sub-headings that name nothing."""

    titles: tuple[str, ...]
    vague: frozenset[str]
    """Those of the headlines' words that promise to explain, and no items."""
    empty: frozenset[str]
    beginnings: tuple[str, ...]
    numerals: dict[str, int]
    """The words for three to twelve."""


@cache
def rules(language: str) -> Rules:
    """What is known of a language; empty of others."""
    table = languages.read_data("summary/points.json").get(language, {})
    titles = table["titles"].split("|") if table else ()
    vague = table["vague"].split("|") if table else ()
    empty = table["empty"].split("|") if table else ()
    return Rules(
        titles=tuple(f" {phrase} " for phrase in titles),
        vague=frozenset(f" {phrase} " for phrase in vague),
        empty=frozenset(empty),
        beginnings=tuple(phrase[:-1] for phrase in empty if phrase.endswith("*")),
        numerals={
            word: count
            for count, words in enumerate(table.get("numerals", "").split(), LEAST)
            for word in words.split("|")
            if word
        },
    )
