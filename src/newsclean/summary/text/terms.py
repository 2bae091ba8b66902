"""Sentences -> terms: the words of an article as arrays of numbers.

All that the ranker asks of the words (how central, how new, how rare they are) is a sum over the
triples (sentence, term, count) kept here, so its cost grows linearly with the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.arrays import Flags, Hash64
from newsclean.document import Sentence
from newsclean.hashes import find, hash_each
from newsclean.summary.text.words import CAPITAL, CONTENT, Ints, WordFlags, read_words, words

Floats = npt.NDArray[np.float64]


class Terms(NamedTuple):
    """The words of an article.

    `flags` and `owners` have for each word what is known of it and its sentence; `starts` says
    where the words of each sentence begin, `lengths` how many they are. Terms are stems of content
    words, `stems` has the hash of each in the order in which they first come. `rows`,
    `columns`, `counts` are equally long, sorted by row, then column: sentence `rows[k]` has term
    `columns[k]` `counts[k]` times. `idf` has for each term its inverse document frequency, from
    0 to 1; `names` marks terms that were capitalised inside a sentence. `pairs` are (sentence,
    number of a pair of neighbouring terms), for pairs that occur twice or more.
    """

    texts: tuple[str, ...]
    language: str
    flags: WordFlags
    hashes: Hash64
    """The hash of the stem of each word."""
    owners: Ints
    starts: Ints
    lengths: Ints
    first: WordFlags
    """What is known of the first word of each sentence, 0 where it has none."""
    marks: Floats
    """How many words of each sentence have each flag, flags x sentences."""
    stems: Hash64
    rows: Ints
    columns: Ints
    counts: Floats
    idf: Floats
    names: Flags
    pairs: tuple[Ints, Ints]
    pair_counts: Floats
    content: Floats
    """How many content words each sentence has."""
    title: Floats
    """Count of each term in the title."""
    title_order: Floats
    """Of the neighbouring pairs of the title's terms, the share in each sentence, in order."""
    named: Flags
    """Whether a word of each sentence's first four is a name of the article."""
    opening: Ints
    """The first two terms of each sentence (sentences x 2), -1 where there is none."""

    def marked(self, flag: int) -> Floats:
        """How many words of each sentence have a flag."""
        found: Floats = self.marks[flag.bit_length() - 1]
        return found

    def words(self, sentence: int) -> list[str]:
        """The words of a sentence, given its number."""
        return words(self.texts[sentence], self.language)


@cache
def _idf_table(language: str) -> tuple[Hash64, Floats]:
    """(the hashes of the stems whose idf is known, the idf of each and, last, of others)."""
    try:
        levels: dict[str, str] = languages.read_data(f"summary/idf/{language}.json")
    except FileNotFoundError:
        levels = {}
    groups = [(int(level) / 100, stems.split()) for level, stems in levels.items()]
    hashes = hash_each([stem for _, stems in groups for stem in stems])
    values = np.repeat(
        [*(value for value, _ in groups), 1.0], [*(len(stems) for _, stems in groups), 1]
    )
    order = hashes.argsort()
    return hashes[order], values[np.concatenate((order, [-1]))]


def read_terms(sentences: Sequence[Sentence], language: str, title: str | None) -> Terms:
    """The terms of an article's sentences (at least one)."""
    texts = tuple(sentence.text for sentence in sentences)
    read = read_words((*texts, title or ""), language)
    content = (read.flags & CONTENT).nonzero()[0]
    first, numbers = _number(read.stems[content])
    hashes, known = _idf_table(language)
    stems = read.stems[content[first]]
    idf = known[find(stems, hashes)] if len(stems) else np.ones(1)
    size = len(idf)

    starts, lengths = read.starts[:-1], read.lengths[:-1]
    owners = np.arange(len(texts)).repeat(lengths)
    flags = read.flags[: len(owners)]
    many = content.searchsorted(len(owners))
    rows, columns = owners[content[:many]], numbers[:many]
    inside = flags & CAPITAL > 0
    full = (lengths > 0).nonzero()[0]
    opening = starts[full]
    inside[opening] = False
    opens = np.zeros(len(texts), flags.dtype)
    opens[full] = flags[opening]
    names = np.zeros(size, bool)
    names[columns[inside[content[:many]]]] = True
    cells, counts = _runs(np.sort(rows * size + columns))
    of_row, of_column = np.divmod(cells, size)
    pairs, pair_counts = _repeated_pairs(rows, columns, size)
    return Terms(
        texts=texts,
        language=language,
        flags=flags,
        hashes=read.stems[: len(owners)],
        owners=owners,
        starts=starts,
        lengths=lengths,
        first=opens,
        marks=_marks(flags, owners, len(texts)),
        stems=stems,
        rows=of_row,
        columns=of_column,
        counts=counts.astype(float),
        idf=idf,
        names=names,
        pairs=pairs,
        pair_counts=pair_counts,
        content=sums(rows, len(texts)),
        title=sums(numbers[many:], size),
        title_order=_title_order(numbers[many:], numbers[:many], rows, len(texts)),
        opening=_first_two(rows, columns, len(texts)),
        named=_opens_with_name(
            names[columns], rows, content[:many] - starts[rows], inside[content[:many]], len(texts)
        ),
    )


def _marks(flags: WordFlags, owners: Ints, size: int) -> Floats:
    marked = (flags & (0xFFFF ^ CONTENT)).nonzero()[0]
    bits = np.unpackbits(flags[marked].astype("<u2").view(np.uint8), bitorder="little")
    place = bits.view(bool).nonzero()[0]
    return sums((place & 15) * size + owners[marked[place >> 4]], 16 * size).reshape(16, size)


_OPENING_WORDS = 4
"""Words within which a sentence's subject is looked for."""


def _opens_with_name(is_name: Flags, rows: Ints, place: Ints, capital: Flags, size: int) -> Flags:
    """Whether each sentence names somebody among its first words; all but `size` are by term."""
    opening = (is_name & (place < _OPENING_WORDS) & (capital | (place == 0))).nonzero()[0]
    named = np.zeros(size, bool)
    named[rows[opening]] = True
    return named


def _first_two(rows: Ints, columns: Ints, size: int) -> Ints:
    """The first two terms of each sentence, -1 where it has fewer."""
    at = rows.searchsorted(np.arange(size))[:, None] + np.arange(2)
    inside = at < rows.searchsorted(np.arange(size), "right")[:, None]
    found = np.concatenate((columns, [-1]))[np.minimum(at, len(columns))]
    return np.where(inside, found, -1)


_MOST_TITLE_TERMS = 100
"""No title of an article has so many; each takes a column for all sentences (a guess)."""


def _title_order(title: Ints, numbers: Ints, rows: Ints, size: int) -> Floats:
    """Of the title's neighbouring terms, the share that each sentence has in the same order.

    `title` has the terms of the title, `numbers` and `rows` those of the text and their sentences.
    """
    terms = np.array(list(dict.fromkeys(title.tolist()))[:_MOST_TITLE_TERMS], np.int64)
    if len(terms) < 2 or not len(numbers):
        return np.zeros(size)
    order = np.full(max(int(numbers.max()), int(terms.max())) + 1, -1)
    order[terms] = np.arange(len(terms))
    found = (order[numbers] >= 0).nonzero()[0]
    place = np.full((size, len(terms)), -1)
    last_first = found[::-1]
    place[rows[last_first], order[numbers[last_first]]] = last_first
    ordered = (place[:, 1:] > place[:, :-1]) & (place[:, :-1] >= 0)
    return np.asarray(ordered.sum(1) / (len(terms) - 1))


def _number(stems: Hash64) -> tuple[Ints, Ints]:
    """(where each different stem comes first, the number of each stem in the order of these)."""
    order = stems.argsort()
    ordered = stems[order]
    fresh = np.ones(len(stems), bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    starts = fresh.nonzero()[0]
    firsts = np.minimum.reduceat(order, starts) if len(starts) else starts
    by_place = firsts.argsort()
    number = np.empty(len(firsts), np.intp)
    number[by_place] = np.arange(len(firsts))
    numbers = np.empty(len(stems), np.intp)
    numbers[order] = number[fresh.cumsum() - 1]
    return firsts[by_place], numbers


def _runs(ordered: Ints) -> tuple[Ints, Ints]:
    """(the different values of a sorted array, how often each is in it)."""
    fresh = np.ones(len(ordered) + 1, bool)
    fresh[1:-1] = ordered[1:] != ordered[:-1]
    starts = fresh.nonzero()[0]
    return ordered[starts[:-1]], starts[1:] - starts[:-1]


def sums(index: Ints, size: int, values: Any = None) -> Floats:
    """For each number below `size`, the sum of `values` (or the count) where `index` is it."""
    return np.bincount(index, values, size).astype(float, copy=False)


def _repeated_pairs(rows: Ints, numbers: Ints, size: int) -> tuple[tuple[Ints, Ints], Floats]:
    """((sentence, pair), count of each pair) for neighbouring terms met in two sentences."""
    together = (rows[1:] == rows[:-1]).nonzero()[0]
    many = max(1, len(together))
    codes = numbers[together] * size + numbers[together + 1]
    codes, place = np.divmod(np.sort(codes * many + np.arange(len(codes))), many)
    again = codes[1:] == codes[:-1]
    kept = np.zeros(len(codes), bool)
    kept[1:] = again
    kept[:-1] |= again
    _, counts = _runs(codes[kept])
    return (
        (rows[together[place[kept]]], np.arange(len(counts)).repeat(counts)),
        counts.astype(float),
    )


def l2_normalize(vector: Any) -> Any:
    """Scaled to length 1 along the last axis (zero stays zero)."""
    return vector / np.maximum(np.sqrt((vector * vector).sum(-1, keepdims=True)), 1e-9)
