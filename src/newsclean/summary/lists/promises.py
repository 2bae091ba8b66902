"""A headline -> whether it promises a list, of what kind and how long: "tips", "12 things"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex
from newsclean.summary.lists.unheaded import LEAST

_COUNT = lazy_regex(r"(?<![\w.,$€£#])\d{1,2}(?= [^\W\d_]|\+ )")
"""A number with a word behind it: "12 things", not "Windows 8" nor "8X"."""
_PARTS = lazy_regex(r"[:?!|–—] ?| - ")
_COUNT_WORDS = 4
"""Words of a part of a headline among which its number is: "Here are the 20 best cars"."""
_WORD = lazy_regex(r"[^\W_]+")


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


@lru_cache(maxsize=16)
def promises(title: str, language: str) -> frozenset[str]:
    """The words of a headline that promise a list, each between blanks."""
    lower = f" {' '.join(_WORD.findall(title.lower()))} "
    return frozenset(phrase for phrase in rules(language).titles if phrase in lower)


class Rules(NamedTuple):
    """What headlines of lists say, and sub-headings that name nothing."""

    titles: tuple[str, ...]
    empty: frozenset[str]
    beginnings: tuple[str, ...]
    numerals: dict[str, int]
    """The words for three to twelve."""


@cache
def rules(language: str) -> Rules:
    """What is known of a language; empty of others."""
    table = languages.read_data("summary/points.json").get(language, {})
    titles = table["titles"].split("|") if table else ()
    empty = table["empty"].split("|") if table else ()
    return Rules(
        titles=tuple(f" {phrase} " for phrase in titles),
        empty=frozenset(empty),
        beginnings=tuple(phrase[:-1] for phrase in empty if phrase.endswith("*")),
        numerals={
            word: count
            for count, words in enumerate(table.get("numerals", "").split(), LEAST)
            for word in words.split("|")
            if word
        },
    )
