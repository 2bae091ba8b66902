"""Texts -> their words as arrays of numbers: where each stands, what it is, what its stem is.

One pass of numpy over the characters; no string is made of a word, and none looked up twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.arrays import Flags, Hash64
from newsclean.hashes import Codes, encode, find, hash_each, hashed, prefix_sums

Ints = npt.NDArray[np.intp]
Bytes = npt.NDArray[np.uint8]
WordFlags = npt.NDArray[np.uint16]

UNSPACED = frozenset(("zh", "ja"))
ELIDING = frozenset(("fr", "it", "ca"))
"""Languages in which an apostrophe parts two words: "l'accord", "j'ai", "dell'acqua"."""
_MARKS = range(0x300, 0xE00)
"""Among these characters are accents, and the vowel signs of Indian scripts, which belong to the
word they stand in. Those of Thai come later: as it parts no words, its signs part syllables."""
_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_UNSPACED = rf"[{_CJK}]|[^\W_{_CJK}]+"
"""Compiled when it is used: it takes longer than all else here."""
_STEM_LETTERS = 6
"""Letters of a word that count: a stemmer that knows no language (as n-gram stemming does)."""

CAPITAL, UPPER, DIGIT, PRONOUN, CONNECTIVE, SPEAKER, SPEECH, FINITE, DAY = (
    1 << bit for bit in range(9)
)
READER, DEFINITE, IMPERATIVE, POINT, CONTENT, WRITER = (1 << bit for bit in range(9, 15))
"""What `WordArrays.flags` says of a word: begins with a capital, is all capitals, begins with a
digit, opens a sentence that leans on another, speaks of speaker or reader, is a word of saying, is
a finite verb, names a day; speaks of the reader alone, is a definite article, asks the reader for
something where it opens a sentence, is found where a point is made ("found", "must"); has a stem;
speaks of the speaker alone."""
_SMALL, _LETTER, _JOINT, _BEYOND = (1 << bit for bit in range(3, 7))
"""What a character is besides a capital or a digit: a small letter, one without case, an apostrophe
(which two others may have between them), one that the table does not hold."""
_WORDY = CAPITAL | DIGIT | _SMALL | _LETTER
_USUAL = 0x530
"""Latin, Greek and Cyrillic: what a character beyond them is, is found out where there is one."""


class Openers(NamedTuple):
    """Words of a language that tell how a sentence hangs on others."""

    pronouns: frozenset[str]
    connectives: frozenset[str]
    speakers: frozenset[str]
    speech: frozenset[str]
    finite: frozenset[str]
    days: frozenset[str]
    readers: frozenset[str]
    definite: frozenset[str]
    imperatives: frozenset[str]
    points: frozenset[str]


_OPENERS = (
    PRONOUN,
    CONNECTIVE,
    SPEAKER,
    SPEECH,
    FINITE,
    DAY,
    READER,
    DEFINITE,
    IMPERATIVE,
    POINT,
)


@cache
def openers(language: str) -> Openers:
    """The openers of a language, empty where none are known."""
    table = languages.read_data("summary/openers.json").get(language, {})
    return Openers(*(frozenset(table.get(kind, "").split()) for kind in Openers._fields))


class WordArrays(NamedTuple):
    """The words of some texts, one after another: text i has `lengths[i]` from `starts[i]` on."""

    flags: WordFlags
    stems: Hash64
    starts: Ints
    lengths: Ints


def stem(word: str) -> str:
    """What of a word counts: its first letters, lower case."""
    return word.lower()[:_STEM_LETTERS]


def words(text: str, language: str) -> list[str]:
    """The words of a text; where they are not spaced, its characters."""
    if language in UNSPACED:
        return re.findall(_UNSPACED, text)
    return _word(elides=language in ELIDING).findall(text)


@cache
def _word(*, elides: bool) -> re.Pattern[str]:
    """What finds a word, signs of its vowels and all."""
    letter = rf"(?:[^\W_]+|[{''.join(filter(_belongs, map(chr, _MARKS)))}]+)+"
    return re.compile(letter if elides else rf"{letter}(?:['’]{letter})?")


def _belongs(character: str) -> bool:
    """Whether a character is the accent of the letter before it, or the sign of its vowel."""
    return ord(character) in _MARKS and unicodedata.category(character)[0] == "M"


def read_words(texts: Sequence[str], language: str) -> WordArrays:
    """The words of some texts, as `words` finds them."""
    unspaced = language in UNSPACED
    if unspaced:
        texts = [" ".join(words(text, language)) for text in texts]
    joined = "\n".join(texts)
    codes = encode(joined)
    kinds, lower = _characters(codes)
    wordy = codes > ord(" ") if unspaced else kinds & _WORDY > 0
    begins, ends = _spans(joined, kinds, wordy, joints=language not in ELIDING)
    sums = prefix_sums(lower)
    known, flags_of = _known(language)
    flags = flags_of[find(hashed(sums, begins, ends), known)]
    first = kinds[begins]
    flags[(ends - begins == 1) & (codes[begins] < ord("\x80"))] &= ~CONTENT & 0xFFFF
    flags |= first & (CAPITAL | DIGIT)
    flags |= (_any_of(kinds, begins) & (CAPITAL | _SMALL) == CAPITAL) * np.uint16(UPPER)
    bounds = (np.fromiter(map(len, texts), np.intp, len(texts)) + 1).cumsum()
    after = begins.searchsorted(bounds)
    starts = np.concatenate(([0], after[:-1]))
    return WordArrays(
        flags=flags,
        stems=hashed(sums, begins, np.minimum(ends, begins + _STEM_LETTERS)),
        starts=starts,
        lengths=after - starts,
    )


def _any_of(kinds: Bytes, begins: Ints) -> Bytes:
    """What some character of each word is: between two words there are none that are anything."""
    return np.bitwise_or.reduceat(kinds, begins) if len(begins) else kinds[:0]


def _spans(text: str, kinds: Bytes, wordy: Flags, *, joints: bool) -> tuple[Ints, Ints]:
    """Where the words of a text begin and end; `wordy` is true of their characters.

    With `joints` an apostrophe is part of a word.
    """
    inner = np.zeros(len(wordy) + 2, bool)
    inner[1:-1] = wordy
    marks = (kinds == _JOINT).nonzero()[0] if joints else np.empty(0, np.intp)
    last = -1
    for mark in marks[inner[marks] & inner[marks + 2]].tolist():
        # one apostrophe at most is part of a word
        if last < 0 or not text[last + 1 : mark].isalnum():
            inner[mark + 1] = True
            last = mark
    edges = (inner[1:] != inner[:-1]).nonzero()[0]
    return edges[::2], edges[1::2]


def _characters(codes: Codes) -> tuple[Bytes, Hash64]:
    """(what each character is, the same in lower case)."""
    kinds_of, lower_of = _usual()
    places = codes.astype(np.intp)
    kinds, lower = kinds_of.take(places, mode="clip"), lower_of.take(places, mode="clip")
    beyond = (kinds == _BEYOND).nonzero()[0]
    if len(beyond):
        rare = codes[beyond]
        distinct = np.array(sorted(set(rare.tolist())), np.uint32)
        place = distinct.searchsorted(rare)
        own = list(map(chr, distinct.tolist()))
        kinds[beyond] = np.array(list(map(_kind, own)), np.uint8)[place]
        lower[beyond] = np.array(list(map(_lower, own)), np.uint64)[place]
    return kinds, lower


@cache
def _usual() -> tuple[Bytes, Hash64]:
    """The kind and the lower case of each usual character; the last entry stands for others."""
    usual = list(map(chr, range(_USUAL)))
    return (
        np.array([*map(_kind, usual), _BEYOND], np.uint8),
        np.array([*map(_lower, usual), 0], np.uint64),
    )


def _kind(character: str) -> int:
    if not character.isalnum():
        return _JOINT if character in "'’" else _LETTER * _belongs(character)
    if character.isupper():
        return CAPITAL
    if character.isdigit():
        return DIGIT
    return _LETTER if character.lower() == character.upper() else _SMALL


def _lower(character: str) -> int:
    """The lower case of a character, or the first where it takes several."""
    return ord(character.lower()[0])


@cache
def _known(language: str) -> tuple[Hash64, WordFlags]:
    """(the hashes of the words that a language's lists know, the flags of each and of no other)."""
    stop = languages.function_words(language)
    kinds = openers(language)
    listed = sorted(stop.union(*kinds))
    flags = [
        sum(flag for flag, kind in zip(_OPENERS, kinds, strict=True) if word in kind)
        | (0 if word in stop else CONTENT)
        | (WRITER if word in kinds.speakers and word not in kinds.readers else 0)
        for word in listed
    ]
    hashes = hash_each(listed)
    order = hashes.argsort()
    return hashes[order], np.array([*flags, CONTENT], np.uint16)[np.concatenate((order, [-1]))]
