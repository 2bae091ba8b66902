"""An article -> its sketch: a few kilobytes that say how much text two articles have in common.

The text is read as overlapping runs of words (shingles), each hashed. A sketch has those whose
hash is divisible by a power of two, chosen so that a few hundred are left: the share of them that
another sketch has too estimates how much of the one text is in the other, however different their
lengths are (Broder 1997, "On the resemblance and containment of documents").
"""

from __future__ import annotations

import base64
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from newsclean.arrays import Hash32
from newsclean.hashes import encode, hash_each, hashed, prefix_sums
from newsclean.languages import function_words
from newsclean.patterns import lazy_regex

MOST_SHINGLES = 512
"""Shingles in a sketch at most: they tell a share to within 2 to 4 per cent."""
TERMS = 64
"""Names and words by which articles on one event are found; an article of 300 words has more."""
_WORD_WEIGHT, _SIGN_WEIGHT, _SHINGLE_WEIGHT = 2, 1, 8
"""A shingle is four words, or eight signs of a script that has no blanks between its words."""
_WORDS = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f]|[^\W_]+")
_SIGNS = lazy_regex(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f]")
_STEM_LETTERS = 6
"""Letters of a word that count, so that its endings do not (as in the summary's ranker)."""
_FEWEST_LETTERS = 3
_NAME, _HEADLINE = 2.0, 2.0
"""What a word with a capital, and one of the headline, counts; guesses, confirmed on CSTNews."""


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What grouping knows of an article.

    `shingles` ascend and are all divisible by `modulus`. `terms` and `weights` are the words that
    say most of what it is about; `time` is in minutes since 1970, None without a date.
    """

    shingles: Hash32
    modulus: int
    terms: Hash32
    weights: np.ndarray[tuple[int], np.dtype[np.float32]]
    language: str
    time: int | None
    words: int

    def pack(self) -> list[object]:
        """The sketch as values that JSON has."""
        return [
            _pack(self.shingles),
            self.modulus,
            _pack(self.terms),
            _pack(self.weights),
            self.language,
            self.time,
            self.words,
        ]

    @classmethod
    def unpack(cls, values: list[object]) -> Sketch:
        """The sketch that `pack` gave the values of."""
        shingles, modulus, terms, weights, language, time, words = values
        return cls(
            np.frombuffer(base64.b64decode(str(shingles)), "<u4"),
            int(str(modulus)),
            np.frombuffer(base64.b64decode(str(terms)), "<u4"),
            np.frombuffer(base64.b64decode(str(weights)), "<f4"),
            str(language),
            None if time is None else int(str(time)),
            int(str(words)),
        )


def sketch(
    text: str, *, language: str, title: str | None = None, date: str | None = None
) -> Sketch:
    """The sketch of an article.

    Args:
        text: its body.
        language: ISO 639-1 code.
        title: its headline.
        date: ISO 8601; another date counts as none.
    """
    words = _WORDS.findall(text)
    shingles, modulus = _shingles([word.casefold() for word in words])
    terms, weights = _terms(words, _WORDS.findall(title or ""), language)
    return Sketch(shingles, modulus, terms, weights, language, _minutes(date), len(words))


def _shingles(words: list[str]) -> tuple[Hash32, int]:
    """The hashes of a text's shingles, thinned out, and by what they are divisible."""
    if not words:
        return np.zeros(0, np.uint32), 1
    sizes = np.fromiter(map(len, words), np.intp, len(words))
    ends = np.cumsum(sizes + 1) - 1
    starts = ends - sizes
    signs = np.fromiter((_SIGNS.match(word) is not None for word in words), np.bool_, len(words))
    reach = np.cumsum(np.where(signs, _SIGN_WEIGHT, _WORD_WEIGHT))
    before = np.concatenate(([0], reach[:-1]))
    last = np.searchsorted(reach, before + _SHINGLE_WEIGHT)
    whole = np.flatnonzero(last < len(words))
    if not len(whole):  # a text of a few words is one shingle
        whole, last = np.zeros(1, np.intp), np.full(1, len(words) - 1)
    found = hashed(prefix_sums(encode(" ".join(words))), starts[whole], ends[last[whole]])
    hashes = np.unique((found >> np.uint64(32)).astype(np.uint32))
    modulus = 1
    while len(hashes) > MOST_SHINGLES:
        modulus *= 2
        hashes = hashes[hashes & np.uint32(modulus - 1) == 0]
    return hashes, modulus


def _terms(
    words: list[str], title: list[str], language: str
) -> tuple[Hash32, np.ndarray[tuple[int], np.dtype[np.float32]]]:
    """The words that say most of what an article is about, and what each counts."""
    common = function_words(language)
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    before = ""
    for word in words:
        if _SIGNS.match(word):  # two signs are about a word
            counts[before + word] += bool(before)
            before = word
            continue
        before, lower = "", word.lower()
        if len(word) >= _FEWEST_LETTERS and lower not in common:
            term = lower[:_STEM_LETTERS]
            counts[term] += 1
            names[term] += not word[0].islower()
    heads = {word.lower()[:_STEM_LETTERS] for word in title}
    weights = {
        term: (1 + np.log(times))
        * (_NAME if 2 * names[term] > times else 1.0)
        * (_HEADLINE if term in heads else 1.0)
        for term, times in counts.items()
        if times
    }
    best = sorted(weights, key=lambda term: (-weights[term], term))[:TERMS]
    values = np.array([weights[term] for term in best], np.float32)
    hashes = np.zeros(0, np.uint32)
    if best:
        hashes = (hash_each(best) >> np.uint64(32)).astype(np.uint32)
    found, first = np.unique(hashes, return_index=True)
    return found, values[first]


def _minutes(date: str | None) -> int | None:
    """A date in minutes since 1970; without a zone it is taken for UTC, without a time for 0:00."""
    try:
        moment = datetime.fromisoformat(date or "")
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return int(moment.timestamp()) // 60
    except (ValueError, OverflowError):
        return None


def _pack(values: np.ndarray[tuple[int], np.dtype[np.generic]]) -> str:
    little = values.astype(values.dtype.newbyteorder("<"))
    return base64.b64encode(little.tobytes()).decode()
