"""Sentences -> who speaks or acts in them by a surname alone, and where that name is introduced.

"Holm said" needs a sentence with "Ann Holm" beside it. Only the first word of a sentence and the
neighbours of a word of saying are looked at: there a single capitalised word is mostly a person.
"""

from __future__ import annotations

import numpy as np

from newsclean import languages
from newsclean.arrays import Flags, distinct
from newsclean.summary.ranking.features import NOUNS_CAPITALISED
from newsclean.summary.text.terms import Terms
from newsclean.summary.text.words import Ints, openers

_MARKS = "\"'“”„«»‘’(),;:.!?–—-"
_LEAST_LETTERS = 3


def unintroduced(terms: Terms, members: Ints) -> Flags:
    """Of each set (rows of sentence numbers), whether it has a surname introduced elsewhere.

    Where nouns have capitals, nothing is found.
    """
    none = np.zeros(len(members), bool)
    texts, language = terms.texts, terms.language
    if language in NOUNS_CAPITALISED:
        return none
    numbers = distinct(members)
    actors = [_actors(texts[number], language) for number in numbers.tolist()]
    article = " ".join(texts)
    wanted = sorted(name for name in set().union(*actors) if _has_full(article, name))
    if not wanted:
        return none
    place = np.searchsorted(numbers, members)
    full = np.array([[_has_full(texts[n], name) for name in wanted] for n in numbers.tolist()])
    bare = np.array([[name in own for name in wanted] for own in actors]) & ~full
    return np.asarray((bare[place].any(1) & ~full[place].any(1)).any(1))


def _actors(text: str, language: str) -> set[str]:
    """The single capitalised words at the beginning, or beside a word of saying."""
    words = [word.strip(_MARKS) for word in text.split()]
    speech = openers(language).speech
    found = set()
    for at, word in enumerate(words):
        if not _is_name(word) or (at and _is_name(words[at - 1])):
            continue
        following = words[at + 1] if at + 1 < len(words) else ""
        if _is_name(following):
            continue
        if at == 0 or following.lower() in speech or words[at - 1].lower() in speech:
            found.add(word.removesuffix("'s").removesuffix("’s"))
    return {word for word in found if word.lower() not in languages.function_words(language)}


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not word.isupper() and len(word) >= _LEAST_LETTERS


def _has_full(text: str, name: str) -> bool:
    """Whether a name follows another capitalised word."""
    at = text.find(f" {name}")
    while at >= 0:
        before = text[max(0, at - 40) : at].rsplit(" ", 1)[-1].lstrip(_MARKS)
        whole = not text[at + len(name) + 1 : at + len(name) + 2].isalpha()
        if whole and _is_name(before) and before[-1].isalpha():
            return True
        at = text.find(f" {name}", at + 1)
    return False
