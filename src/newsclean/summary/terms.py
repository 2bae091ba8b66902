"""Sentences -> terms: the words of an article as arrays of numbers.

All that the ranker asks of the words (how central, how new, how rare they are) is a sum over the
triples (sentence, term, count) kept here, so its cost grows linearly with the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.document import Sentence

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+")
_STEM = 6
"""Letters of a word that count: a stemmer that knows no language (as n-gram stemming does)."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The content words of an article.

    `rows`, `columns`, `counts` are equally long, sorted by row, then column: sentence `rows[k]`
    has term `columns[k]` `counts[k]` times. `rarity` has for each term its inverse document
    frequency, from 0 to 1; `names` marks terms that were capitalised inside a sentence.
    `pairs` are (sentence, number of a pair of neighbouring terms), for pairs that occur twice or more.
    """

    words: tuple[list[str], ...]
    numbers: dict[str, int]
    """Column of each stem."""
    rows: Ints
    columns: Ints
    counts: Floats
    rarity: Floats
    names: Flags
    pairs: tuple[Ints, Ints]
    pair_counts: Floats
    content: Floats
    """How many content words each sentence has."""
    title: Floats
    """Count of each term in the title."""


class _Numbering(dict[str, int]):
    """Word -> number of its term, given out as words are met; -1 for a function word."""

    def __init__(self, stop: frozenset[str]) -> None:
        super().__init__()
        self.stop = stop
        self.terms: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        lower = word.lower()
        if lower in self.stop or (len(lower) < 2 and lower.isascii()):
            number = -1
        else:
            number = self.terms.setdefault(lower[:_STEM], len(self.terms))
        self[word] = number
        return number


def stem(word: str) -> str:
    """What of a word counts: its first letters, lower case."""
    return word.lower()[:_STEM]


def words(text: str, language: str) -> list[str]:
    """The words of a text; where they are not spaced, its characters."""
    pattern = _UNSPACED if language in ("zh", "ja") else _WORD
    return pattern.findall(text)


@cache
def stop_words(language: str) -> frozenset[str]:
    """Function words: shipped counts, or the list of ours for languages that have none."""
    more: dict[str, str] = languages.read_data("summary/stop_words.json")
    return languages.function_words(language) | frozenset(more.get(language, "").split())


@cache
def _rarities(language: str) -> dict[str, float]:
    try:
        levels: dict[str, str] = languages.read_data(f"summary/rarity/{language}.json")
    except FileNotFoundError:
        return {}
    return {stem: int(level) / 100 for level, stems in levels.items() for stem in stems.split()}


def read_terms(sentences: Sequence[Sentence], language: str, title: str | None) -> Terms:
    """The terms of an article's sentences (at least one)."""
    found = tuple(words(sentence.text, language) for sentence in sentences)
    numbering = _Numbering(stop_words(language))
    lengths = np.fromiter(map(len, found), np.intp, len(found))
    numbers = np.fromiter(
        map(numbering.__getitem__, chain.from_iterable(found)), np.intp, int(lengths.sum())
    )
    capital = {word for row in found for word in row[1:] if word[0].isupper()}
    in_title = [numbering[word] for word in words(title or "", language)]
    size = max(1, len(numbering.terms))

    content = numbers >= 0
    rows = np.repeat(np.arange(len(found)), lengths)[content]
    numbers = numbers[content]
    cells, counts = np.unique(rows * size + numbers, return_counts=True)
    names = np.zeros(size, bool)
    names[[number for number in map(numbering.__getitem__, sorted(capital)) if number >= 0]] = True
    pairs, pair_counts = _repeated_pairs(rows, numbers, size)
    table = _rarities(language)
    rarity = np.ones(size)
    if table:
        rarity[: len(numbering.terms)] = [table.get(term, 1.0) for term in numbering.terms]
    return Terms(
        words=found,
        numbers=numbering.terms,
        rows=cells // size,
        columns=cells % size,
        counts=counts.astype(float),
        rarity=rarity,
        names=names,
        pairs=pairs,
        pair_counts=pair_counts,
        content=np.bincount(rows, minlength=len(found)).astype(float),
        title=np.bincount([n for n in in_title if n >= 0], minlength=size).astype(float),
    )


def _repeated_pairs(rows: Ints, numbers: Ints, size: int) -> tuple[tuple[Ints, Ints], Floats]:
    """((sentence, pair), count of each pair) for neighbouring terms met in two sentences."""
    together = rows[1:] == rows[:-1]
    codes = (numbers[:-1] * size + numbers[1:])[together]
    _, pair, counts = np.unique(codes, return_inverse=True, return_counts=True)
    repeated = counts > 1
    renumbered = np.cumsum(repeated) - 1
    kept = repeated[pair]
    return (rows[1:][together][kept], renumbered[pair[kept]]), counts[repeated].astype(float)


def unit(vector: Any) -> Any:
    """Scaled to length 1 along the last axis (zero stays zero)."""
    return vector / np.maximum(np.sqrt((vector * vector).sum(-1, keepdims=True)), 1e-9)
