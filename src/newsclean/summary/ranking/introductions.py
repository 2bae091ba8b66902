"""Sentences -> who is named in them in part, and in which sentence that person is introduced.

"Holm said" needs a sentence with "Ann Holm" before it. A name is told from the article itself: a
word with a capital that elsewhere stands beside another with one, where one of the two is a first
name, or the word stands beside a word of saying.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.arrays import Flags, Hash64, distinct
from newsclean.hashes import find, hash_each
from newsclean.summary.text.sayers import first_names
from newsclean.summary.text.terms import Terms
from newsclean.summary.text.words import CAPITAL, CONTENT, UNSPACED, Ints, openers, stem

_MARKS = "\"'“”„«»‘’(),;:.!?–—-…[]"
_PARTING = ',;:!?)"”»…–—-'
"""What parts two words that it stands between; a full stop does behind more than a title."""
_GENITIVES = ("'s", "’s")
_LEAST_LETTERS = 3
_TITLE_LETTERS = 4
"""Letters of the longest word behind which a full stop shortens it: "Prof."."""

_MOST_MENTIONS = 64
"""Whoever is introduced is so among so many mentions, the first; a bound on the time."""


class _Name(NamedTuple):
    """A word of a sentence that begins with a capital."""

    word: str
    before: str
    """The word before it, where nothing parts them, and the one after it."""
    after: str
    first: bool
    """It is the first word of the sentence."""


class _Mentions(NamedTuple):
    """The words with a capital that stand side by side: one of two may be a name."""

    hashes: Hash64
    """They ascend; `owners` has the sentence of each."""
    owners: Ints
    titled: Hash64
    """The terms of the title."""
    partly: frozenset[int]
    """The sentences with such a word that is not in the title and no function word."""


class Introductions:
    """Who is introduced where in an article; found out sentence by sentence, when asked."""

    def __init__(self, terms: Terms) -> None:
        """Keeps the words; they are looked at when first asked."""
        self._terms = terms
        self._bare: dict[int, dict[str, int]] = {}
        self._whole: dict[int, frozenset[str]] = {}
        self._names: dict[int, tuple[list[_Name], list[_Name]]] = {}

    @cached_property
    def _mentions(self) -> _Mentions:
        terms = self._terms
        capital = terms.flags & CAPITAL > 0
        second = capital[1:] & capital[:-1] & (terms.owners[1:] == terms.owners[:-1])
        if terms.language in UNSPACED:
            second[:] = False
        beside = np.concatenate(([False], second))
        beside[:-1] |= second
        at = beside.nonzero()[0]
        order = np.argsort(terms.hashes[at], kind="stable")
        hashes = terms.hashes[at][order]
        titled = terms.stems[(terms.title[: len(terms.stems)] > 0).nonzero()[0]]
        once = (capital & (terms.flags & CONTENT > 0)).nonzero()[0]
        own = terms.hashes[once]
        partly = once[(find(own, hashes) >= 0) & (find(own, np.sort(titled)) < 0)]
        return _Mentions(
            hashes, terms.owners[at][order], titled, frozenset(terms.owners[partly].tolist())
        )

    def needed(self, number: int) -> dict[str, int]:
        """The names in a sentence that an earlier one introduces, and which sentence that is."""
        known = self._bare.get(number)
        if known is None:
            known = self._needed(number) if self._may_need(number) else {}
            self._bare[number] = known
        return known

    def names_somebody(self, number: int) -> bool:
        """Whether a sentence has a whole name that begins with a first name."""
        return any(
            name.after[:1].isupper() and name.word.lower() in first_names()
            for name in self._divided(number)[1]
        )

    def in_title(self) -> bool:
        """Whether a first name stands in the title."""
        return not _hashed_first_names().isdisjoint(self._mentions.titled.tolist())

    def missing(self, members: Ints) -> Flags:
        """Of each set (rows of sentence numbers), whether a name in it is introduced elsewhere."""
        numbers = distinct(members).tolist()
        wanted = sorted({name for number in numbers for name in self.needed(number)})
        if not wanted:
            return np.zeros(len(members), bool)
        place = np.searchsorted(numbers, members)
        bare = np.array([[name in self.needed(n) for name in wanted] for n in numbers])[place]
        whole = np.array([[name in self._introduced(n) for name in wanted] for n in numbers])
        above = np.logical_or.accumulate(whole[place], axis=1)
        below = np.array([[self.needed(n).get(name, 0) > n for name in wanted] for n in numbers])
        above |= below[place] & above[:, -1:]
        return np.asarray((bare & ~above).any((1, 2)))

    def _may_need(self, number: int) -> bool:
        """Whether a sentence has a word that may be a name's, by the hashes of its words.

        They do not know a word without its genitive.
        """
        mentions = self._mentions
        if not len(mentions.hashes):
            return False
        text = self._terms.texts[number]
        return number in mentions.partly or any(map(text.__contains__, _GENITIVES))

    def _needed(self, number: int) -> dict[str, int]:
        names, _ = self._divided(number)
        if not names:
            return {}
        mentions = self._mentions
        hashes = hash_each([stem(name.word) for name in names])
        begins = mentions.hashes.searchsorted(hashes).tolist()
        ends = mentions.hashes.searchsorted(hashes, "right").tolist()
        own = self._introduced(number)
        found = {}
        for name, sign, begin, end in zip(names, hashes, begins, ends, strict=True):
            key = stem(name.word)
            if begin == end or key in own or key in found or (mentions.titled == sign).any():
                continue
            last = min(end, begin + _MOST_MENTIONS)
            first = self._introducing(name, mentions.owners[begin:last])
            if first is not None and number and not self._opens(sign, first):
                found[key] = first
        return found

    def _introducing(self, name: _Name, owners: Ints) -> int | None:
        """The first of some sentences that has a name whole, where it is a person's."""
        language = self._terms.language
        speech = openers(language).speech
        speaks = name.before.lower() in speech or name.after.lower() in speech
        key = stem(name.word)
        for number in dict.fromkeys(owners.tolist()):
            for other in self._divided(number)[1]:
                if stem(other.word) != key:
                    continue
                if other.before[:1].isupper() and self._is_part(other.before):
                    # a family name
                    if speaks or other.before.lower() in first_names():
                        return int(number)
                elif other.word.lower() in first_names() and (speaks or name.first):
                    return int(number)
        return None

    def _introduced(self, number: int) -> frozenset[str]:
        """The names that a sentence has whole."""
        known = self._whole.get(number)
        if known is None:
            known = frozenset(stem(name.word) for name in self._divided(number)[1])
            self._whole[number] = known
        return known

    def _divided(self, number: int) -> tuple[list[_Name], list[_Name]]:
        """The names of a sentence that are bare, and the others; read once, as many ask."""
        known = self._names.get(number)
        if known is None:
            bare: list[_Name] = []
            others: list[_Name] = []
            for name in _names(self._terms.texts[number]):
                (bare if self._is_bare(name) else others).append(name)
            known = self._names[number] = bare, others
        return known

    def _is_bare(self, name: _Name) -> bool:
        """Whether no other part of a name stands beside a word."""
        before, after = name.before, name.after
        if before[:1].isupper() and self._is_part(before):
            return False
        if after[:1].isupper() and self._is_part(after):
            return False
        known = openers(self._terms.language)
        lower = name.word.lower()
        function_words = languages.function_words(self._terms.language)
        return (
            lower not in function_words
            and lower not in known.days
            and name.before.lower() not in known.definite
        )

    def _is_part(self, word: str) -> bool:
        """Whether a word may be part of a name: no "Mr", no "The", no "Yet"."""
        lower = word.lower()
        language = self._terms.language
        return (
            lower not in _honorifics(language)
            and lower not in languages.function_words(language)
            and lower not in openers(language).connectives
        )

    def _opens(self, sign: np.uint64, whole: int) -> bool:
        """Whether a word is in the article's first sentence, and the whole name is not."""
        terms = self._terms
        opening = terms.hashes[: terms.lengths[0]]
        capital = terms.flags[: terms.lengths[0]] & CAPITAL > 0
        return bool(whole and ((opening == sign) & capital).any())


def _names(text: str) -> list[_Name]:
    """The words with a capital, and what stands beside each."""
    pieces = text.split()
    found = []
    # most words are small: without a look at the marks around them
    for at in [at for at, piece in enumerate(pieces) if not piece.islower()]:
        piece = pieces[at]
        word = _plain(piece)
        if len(word) < _LEAST_LETTERS or not word[0].isupper() or word.isupper():
            continue
        before = pieces[at - 1] if at and not _parts(pieces[at - 1]) else ""
        after = pieces[at + 1] if at + 1 < len(pieces) and not _parts(piece) else ""
        found.append(_Name(word, _plain(before), _plain(after), at == 0))
    return found


def _plain(piece: str) -> str:
    if piece.isalpha():
        return piece
    word = piece.strip(_MARKS)
    return word[:-2] if word.endswith(_GENITIVES) else word


def _parts(piece: str) -> bool:
    """Whether the mark behind a word, or its genitive, parts it from the next."""
    last = piece[-1]
    if last.isalpha():
        return piece.endswith(_GENITIVES)
    return last in _PARTING or (last == "." and len(piece) > _TITLE_LETTERS + 1)


@cache
def _honorifics(language: str) -> frozenset[str]:
    """What stands before a family name and introduces nobody: "Mr"."""
    try:
        table: dict[str, str] = languages.read_data(f"quotes/{language}.json").get("honorifics", {})
    except FileNotFoundError:
        return frozenset()
    return frozenset(f"{table.get('m', '')} {table.get('f', '')}".split())


@cache
def _hashed_first_names() -> frozenset[int]:
    """The hashes of their stems."""
    return frozenset(hash_each([stem(name) for name in first_names()]).tolist())
