"""Sentences -> terms: the words of an article as arrays of numbers.

All that the ranker asks of the words (how central, how new, how rare they are) is a sum over the
triples (sentence, term, count) kept here, so its cost grows linearly with the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.document import Sentence

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_UNSPACED = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+"
"""Compiled when it is used: it takes longer than all else here."""
_STEM = 6
"""Letters of a word that count: a stemmer that knows no language (as n-gram stemming does)."""


CAPITAL, UPPER, DIGIT, PRONOUN, CONNECTIVE, SPEAKER, SPEECH = (1 << bit for bit in range(7))
"""What `Terms.flags` says of a word: begins with a capital, is all capitals, begins with a digit,
opens a sentence that leans on another, speaks of speaker or reader, is a word of saying."""


class Openers(NamedTuple):
    """Words of a language that tell how a sentence hangs on others."""

    pronouns: frozenset[str]
    connectives: frozenset[str]
    speakers: frozenset[str]
    speech: frozenset[str]


@cache
def openers(language: str) -> Openers:
    """The openers of a language, empty where none are known."""
    table = languages.read_data("summary/openers.json").get(language, {})
    kinds = ("pronouns", "connectives", "speakers", "speech")
    return Openers(*(frozenset(table.get(kind, "").split()) for kind in kinds))


class Terms(NamedTuple):
    """The words of an article.

    `tokens` has the number of each word's form (the word as written), word after word, `owners`
    its sentence, and `flags` what is known of each form. Terms are stems of content words. `rows`,
    `columns`, `counts` are equally long, sorted by row, then column: sentence `rows[k]` has term
    `columns[k]` `counts[k]` times. `rarity` has for each term its inverse document frequency, from
    0 to 1; `names` marks terms that were capitalised inside a sentence. `pairs` are (sentence,
    number of a pair of neighbouring terms), for pairs that occur twice or more.
    """

    words: tuple[list[str], ...]
    lengths: Ints
    """Words of each sentence."""
    tokens: Ints
    owners: Ints
    flags: Ints
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


def stem(word: str) -> str:
    """What of a word counts: its first letters, lower case."""
    return word.lower()[:_STEM]


def words(text: str, language: str) -> list[str]:
    """The words of a text; where they are not spaced, its characters."""
    if language in ("zh", "ja"):
        return re.findall(_UNSPACED, text)
    return _WORD.findall(text)


@cache
def _rarities(language: str) -> dict[str, float]:
    try:
        levels: dict[str, str] = languages.read_data(f"summary/rarity/{language}.json")
    except FileNotFoundError:
        return {}
    return {stem: int(level) / 100 for level, stems in levels.items() for stem in stems.split()}


@cache
def _look_up(language: str) -> Callable[[str], tuple[str, float, int]]:
    """Gives (stem, rarity, `FLAGS` as bits) of a word; the stem of a function word is empty.

    A pure function, remembered since the articles of a batch share most of their words.
    """
    pronouns, connectives, speakers, speech = openers(language)
    stop = languages.function_words(language)
    rarities = _rarities(language)

    @lru_cache(maxsize=1 << 16)
    def look_up(form: str) -> tuple[str, float, int]:
        lower = form.lower()
        flags = (
            form[0].isupper()
            | form.isupper() << 1
            | form[0].isdigit() << 2
            | (lower in pronouns) << 3
            | (lower in connectives) << 4
            | (lower in speakers) << 5
            | (lower in speech) << 6
        )
        if lower in stop or (len(lower) < 2 and lower.isascii()):
            return "", 0.0, flags
        term = lower[:_STEM]
        return term, rarities.get(term, 1.0), flags

    return look_up


def read_terms(sentences: Sequence[Sentence], language: str, title: str | None) -> Terms:
    """The terms of an article's sentences (at least one)."""
    found = tuple(words(sentence.text, language) for sentence in sentences)
    of_title = words(title or "", language)
    forms = dict.fromkeys(chain(chain.from_iterable(found), of_title))
    numbering = dict(zip(forms, range(len(forms)), strict=True))
    lengths = np.fromiter(map(len, found), np.intp, len(found))
    tokens = np.fromiter(
        map(numbering.__getitem__, chain.from_iterable(found)), np.intp, int(lengths.sum())
    )
    owners = np.repeat(np.arange(len(found)), lengths)
    in_title = [numbering[word] for word in of_title]
    terms, rarity, of_form, flags = _terms(list(map(_look_up(language), forms)))
    size = len(rarity)

    numbers = of_form[tokens]
    content = numbers >= 0
    rows, numbers = owners[content], numbers[content]
    cells, counts = np.unique(rows * size + numbers, return_counts=True)
    first = np.zeros(len(tokens), bool)
    first[(np.cumsum(lengths) - lengths)[lengths > 0]] = True
    names = np.zeros(size, bool)
    names[numbers[((flags[tokens] & CAPITAL > 0) & ~first)[content]]] = True
    pairs, pair_counts = _repeated_pairs(rows, numbers, size)
    titled = of_form[in_title] if in_title else of_form[:0]
    return Terms(
        words=found,
        lengths=lengths,
        tokens=tokens,
        owners=owners,
        flags=flags,
        numbers=terms,
        rows=cells // size,
        columns=cells % size,
        counts=counts.astype(float),
        rarity=rarity,
        names=names,
        pairs=pairs,
        pair_counts=pair_counts,
        content=sums(rows, len(found)),
        title=sums(titled[titled >= 0], size),
    )


def _terms(
    forms: Sequence[tuple[str, float, int]],
) -> tuple[dict[str, int], Floats, Ints, Ints]:
    """(number of each stem, its rarity, number of each form's stem or -1, flags of each form)."""
    if not forms:
        return {}, np.ones(1), np.zeros(0, np.intp), np.zeros(0, np.intp)
    stems, rare, flags = zip(*forms, strict=True)
    distinct = dict.fromkeys(("", *stems))
    terms = dict(zip(distinct, range(-1, len(distinct) - 1), strict=True))
    of_form = np.fromiter(map(terms.__getitem__, stems), np.intp, len(stems))
    del terms[""]
    rarity = np.ones(max(1, len(terms)))
    content = of_form >= 0
    rarity[of_form[content]] = np.array(rare)[content]
    return terms, rarity, of_form, np.array(flags, np.intp)


def sums(index: Ints, size: int, values: Any = None) -> Floats:
    """For each number below `size`, the sum of `values` (or the count) where `index` is it."""
    return np.bincount(index, values, minlength=size).astype(float, copy=False)


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
