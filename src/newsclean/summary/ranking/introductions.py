"""Sentences -> who is named in them in part, and in which sentence that person is introduced.

"Holm said" needs a sentence with "Ann Holm" before it. A name is told from the article itself: a
word with a capital that elsewhere stands beside another with one, where one of the two is a first
name, or the word stands beside a word of saying.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.arrays import Flags, distinct
from newsclean.hashes import hash_each, hash_word
from newsclean.summary.text.sayers import first_names
from newsclean.summary.text.terms import Terms
from newsclean.summary.text.words import CAPITAL, CONTENT, DAY, UNSPACED, Ints, openers, stem

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
    pieces: Sequence[str]
    """The sentence, parted at its blanks, and which of the pieces it is."""
    at: int

    @property
    def before(self) -> str:
        """The word before it, where nothing parts them."""
        before = self.pieces[self.at - 1] if self.at else ""
        return _plain(before) if before and not _parts(before) else ""

    @property
    def after(self) -> str:
        """The word after it, where nothing parts them."""
        if self.at + 1 == len(self.pieces) or _parts(self.pieces[self.at]):
            return ""
        return _plain(self.pieces[self.at + 1])


class _Mentions(NamedTuple):
    """The words with a capital that stand side by side: one of two may be a name."""

    owners: dict[int, list[int]]
    """By the hash of each what sentences it stands in."""
    titled: frozenset[int]
    """The hashes of the title's terms."""
    partly: frozenset[int]
    """The sentences with such a word that is not in the title, no function word and no day."""


class Introductions:
    """Who is introduced where in an article; found out sentence by sentence, when asked."""

    def __init__(self, terms: Terms) -> None:
        """Keeps the words; they are looked at when first asked."""
        self._terms = terms
        self._bare: dict[int, dict[str, int]] = {}
        self._whole: dict[int, frozenset[str]] = {}
        self._names: dict[int, dict[str, list[_Name]]] = {}

    @cached_property
    def _mentions(self) -> _Mentions:
        terms = self._terms
        capital = terms.flags & CAPITAL > 0
        second = capital[1:] & capital[:-1] & (terms.owners[1:] == terms.owners[:-1])
        if terms.language in UNSPACED:
            second[:] = False
        beside = np.zeros(len(capital), bool)
        beside[1:] = second
        beside[:-1] |= second
        owners: dict[int, list[int]] = {}
        for sign, owner in self._signs(beside):
            owners.setdefault(sign, []).append(owner)
        titled = frozenset(terms.stems[terms.title[: len(terms.stems)] > 0].tolist())
        content = self._signs(capital & (terms.flags & (CONTENT | DAY) == CONTENT))
        partly = {owner for sign, owner in content if sign in owners and sign not in titled}
        return _Mentions(owners, titled, frozenset(partly))

    def _signs(self, chosen: Flags) -> Iterable[tuple[int, int]]:
        """(hash, sentence) of the chosen words."""
        at = chosen.nonzero()[0]
        return zip(self._terms.hashes[at].tolist(), self._terms.owners[at].tolist(), strict=True)

    def needed(self, number: int) -> dict[str, int]:
        """The names in a sentence that an earlier one introduces, and which sentence that is."""
        known = self._bare.get(number)
        if known is None:
            known = self._needed(number) if number and self._may_need(number) else {}
            self._bare[number] = known
        return known

    def names_somebody(self, number: int) -> bool:
        """Whether a sentence has a whole name that begins with a first name."""
        return any(
            name.word.lower() in first_names()
            and name.after[:1].isupper()
            and not self._is_bare(name)
            for names in self._named(number).values()
            for name in names
        )

    def in_title(self) -> bool:
        """Whether a first name stands in the title."""
        return not _hashed_first_names().isdisjoint(self._mentions.titled)

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
        if not mentions.owners:
            return False
        text = self._terms.texts[number]
        return number in mentions.partly or any(map(text.__contains__, _GENITIVES))

    def _needed(self, number: int) -> dict[str, int]:
        mentions = self._mentions
        found = {}
        for key, names in self._named(number).items():
            sign = hash_word(key)
            if sign not in mentions.owners or sign in mentions.titled:
                continue
            if not self._are_bare(names):
                continue
            for name in names:
                first = self._introducing(key, name, mentions.owners[sign][:_MOST_MENTIONS])
                if first is not None and not self._opens(sign, first):
                    found[key] = first
                    break
        return found

    def _introducing(self, key: str, name: _Name, owners: Sequence[int]) -> int | None:
        """The first of some sentences that has a name whole, where it is a person's."""
        speech = openers(self._terms.language).speech
        speaks = name.before.lower() in speech or name.after.lower() in speech
        for number in dict.fromkeys(owners):
            for other in self._named(number).get(key, ()):
                if self._is_bare(other):
                    continue
                before = other.before
                if before[:1].isupper() and self._is_part(before):
                    # a family name
                    if speaks or before.lower() in first_names():
                        return number
                elif other.word.lower() in first_names() and (speaks or not name.at):
                    return number
        return None

    def _introduced(self, number: int) -> frozenset[str]:
        """The names that a sentence has whole."""
        known = self._whole.get(number)
        if known is None:
            named = self._named(number).items()
            known = frozenset(key for key, names in named if not self._are_bare(names))
            self._whole[number] = known
        return known

    def _named(self, number: int) -> dict[str, list[_Name]]:
        """The names of a sentence by what counts of them; read once, as many ask."""
        known = self._names.get(number)
        if known is None:
            known = self._names[number] = _names(self._terms.texts[number])
        return known

    def _are_bare(self, names: Iterable[_Name]) -> bool:
        return all(map(self._is_bare, names))

    def _is_bare(self, name: _Name) -> bool:
        """Whether no other part of a name stands beside a word."""
        language = self._terms.language
        lower, known = name.word.lower(), openers(language)
        if lower in languages.function_words(language) or lower in known.days:
            return False
        before, after = name.before, name.after
        if before[:1].isupper() and self._is_part(before):
            return False
        if after[:1].isupper() and self._is_part(after):
            return False
        return before.lower() not in known.definite

    def _is_part(self, word: str) -> bool:
        """Whether a word may be part of a name: no "Mr", no "The", no "Yet"."""
        lower = word.lower()
        language = self._terms.language
        return (
            lower not in _honorifics(language)
            and lower not in languages.function_words(language)
            and lower not in openers(language).connectives
        )

    def _opens(self, sign: int, whole: int) -> bool:
        """Whether a word is in the article's first sentence, and the whole name is not."""
        terms = self._terms
        opening = terms.hashes[: terms.lengths[0]]
        capital = terms.flags[: terms.lengths[0]] & CAPITAL > 0
        return bool(whole and ((opening == sign) & capital).any())


def _names(text: str) -> dict[str, list[_Name]]:
    """The words with a capital, by what counts of them."""
    pieces = text.split()
    found: dict[str, list[_Name]] = {}
    # most words are small: without a look at the marks around them
    for at in [at for at, piece in enumerate(pieces) if not piece.islower()]:
        word = _plain(pieces[at])
        if len(word) >= _LEAST_LETTERS and word[0].isupper() and not word.isupper():
            found.setdefault(stem(word), []).append(_Name(word, pieces, at))
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
