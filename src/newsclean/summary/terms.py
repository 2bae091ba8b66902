"""Sentences -> terms: the words of an article as arrays of numbers.

All that the ranker asks of the words (how central, how new, how rare they are) is a sum over the
triples (sentence, term, count) kept here, so its cost grows linearly with the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, count, repeat
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.document import Sentence

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
Bytes = npt.NDArray[np.uint8]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_UNSPACED = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+"
"""Compiled when it is used: it takes longer than all else here."""
UNSPACED = frozenset(("zh", "ja"))
_STEM = 6
"""Letters of a word that count: a stemmer that knows no language (as n-gram stemming does)."""

_BREAK = "\n"
"""Stands between two texts that are read as one."""
CAPITAL, UPPER, DIGIT, PRONOUN, CONNECTIVE, SPEAKER, SPEECH, CONTENT = (
    1 << bit for bit in range(8)
)
"""What `Terms.flags` says of a word: begins with a capital, is all capitals, begins with a digit,
opens a sentence that leans on another, speaks of speaker or reader, is a word of saying, has a
stem."""
_NO_WORD = CAPITAL | DIGIT
"""The flags of a break: no word begins with both."""


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

    `flags` and `owners` have for each word, and each break after a sentence but the last, what is
    known of it (nothing of a break) and its sentence; `starts` says where the words of each
    sentence begin, `lengths` how many they are. Terms are stems of content words. `rows`,
    `columns`, `counts` are equally long, sorted by row, then column: sentence `rows[k]` has term
    `columns[k]` `counts[k]` times. `rarity` has for each term its inverse document frequency, from
    0 to 1; `names` marks terms that were capitalised inside a sentence. `pairs` are (sentence,
    number of a pair of neighbouring terms), for pairs that occur twice or more.
    """

    texts: tuple[str, ...]
    language: str
    flags: Bytes
    owners: Ints
    starts: Ints
    lengths: Ints
    stems: list[str]
    """What each column is the term of."""
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

    def words(self, sentence: int) -> list[str]:
        """The words of a sentence, given its number."""
        return words(self.texts[sentence], self.language)


def stem(word: str) -> str:
    """What of a word counts: its first letters, lower case."""
    return word.lower()[:_STEM]


def words(text: str, language: str) -> list[str]:
    """The words of a text; where they are not spaced, its characters."""
    if language in UNSPACED:
        return re.findall(_UNSPACED, text)
    return _WORD.findall(text)


@cache
def _rarities(language: str) -> dict[str, float]:
    try:
        levels: dict[str, str] = languages.read_data(f"summary/rarity/{language}.json")
    except FileNotFoundError:
        return {}
    return {stem: int(level) / 100 for level, stems in levels.items() for stem in stems.split()}


class _Known(dict[str, tuple[str | int, ...]]):
    """Of a piece of text without blanks, stem and flags, in turn, of the words in it.

    The stem of a function word is empty. A pure function of one language, remembered since most
    pieces come again, in the article and in others of a batch (`lru_cache` takes twice as long).
    """

    MOST = 1 << 15

    def __init__(self, language: str) -> None:
        self.language = language
        self.openers = openers(language)
        self.stop = languages.function_words(language)

    def __missing__(self, piece: str) -> tuple[str | int, ...]:
        if len(self) >= self.MOST:
            self.clear()
        if piece == _BREAK:
            found: tuple[str | int, ...] = ("", _NO_WORD)
        else:
            found = tuple(chain.from_iterable(map(self._word, words(piece, self.language))))
        self[piece] = found
        return found

    def _word(self, form: str) -> tuple[str, int]:
        pronouns, connectives, speakers, speech = self.openers
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
        if lower in self.stop or (len(lower) < 2 and lower.isascii()):
            return "", flags
        return lower[:_STEM], flags | CONTENT


_known = cache(_Known)


def read_terms(sentences: Sequence[Sentence], language: str, title: str | None) -> Terms:
    """The terms of an article's sentences (at least one)."""
    texts = tuple(sentence.text for sentence in sentences)
    found, flags = _read((*texts, title or ""), language)
    stems, numbers = _number(list(filter(None, found)))
    rarities = map(_rarities(language).get, stems, repeat(1.0))
    rarity = np.fromiter(rarities, float, len(stems)) if stems else np.ones(1)
    size = len(rarity)

    breaks = (flags == _NO_WORD).nonzero()[0]
    flags[breaks] = 0
    starts = np.zeros(len(texts), np.intp)
    starts[1:] = breaks[:-1] + 1
    lengths = breaks - starts
    owners = np.arange(len(texts)).repeat(lengths + 1)[:-1]
    content = (flags & CONTENT).nonzero()[0]
    many = content.searchsorted(breaks[-1])
    rows, columns = owners[content[:many]], numbers[:many]
    flags = flags[: breaks[-1]]
    inside = flags & CAPITAL > 0
    inside[starts[lengths > 0]] = False
    names = np.zeros(size, bool)
    names[columns[inside[content[:many]]]] = True
    cells, counts = _runs(np.sort(rows * size + columns))
    of_row, of_column = np.divmod(cells, size)
    pairs, pair_counts = _repeated_pairs(rows, columns, size)
    return Terms(
        texts=texts,
        language=language,
        flags=flags,
        owners=owners,
        starts=starts,
        lengths=lengths,
        stems=stems,
        rows=of_row,
        columns=of_column,
        counts=counts.astype(float),
        rarity=rarity,
        names=names,
        pairs=pairs,
        pair_counts=pair_counts,
        content=sums(rows, len(texts)),
        title=sums(numbers[many:], size),
    )


def _read(texts: Sequence[str], language: str) -> tuple[list[str], Bytes]:
    """Stem and flags of each word of the texts, with `_NO_WORD` between two texts."""
    if language in UNSPACED:
        texts = [" ".join(words(text, language)) for text in texts]
    joined = f" {_BREAK} ".join(texts)
    if joined.count(_BREAK) >= len(texts):
        joined = f" {_BREAK} ".join([text.replace(_BREAK, " ") for text in texts])
    known = _known(language)
    read: list[Any] = list(chain.from_iterable(map(known.__getitem__, joined.split(" "))))
    return read[::2], np.frombuffer(bytearray(read[1::2]), np.uint8)


def _number(stems: list[str]) -> tuple[list[str], Ints]:
    """(the different stems, the number of each one among them)."""
    firsts: dict[str, int] = {}
    first = np.fromiter(map(firsts.setdefault, stems, count()), np.intp, len(stems))
    number = np.empty(len(first), np.intp)
    number[np.fromiter(firsts.values(), np.intp, len(firsts))] = np.arange(len(firsts))
    return list(firsts), number[first]


def _runs(ordered: Ints) -> tuple[Ints, Ints]:
    """(the different values of a sorted array, how often each is in it)."""
    fresh = np.ones(len(ordered) + 1, bool)
    fresh[1:-1] = ordered[1:] != ordered[:-1]
    starts = fresh.nonzero()[0]
    return ordered[starts[:-1]], starts[1:] - starts[:-1]


def sums(index: Ints, size: int, values: Any = None) -> Floats:
    """For each number below `size`, the sum of `values` (or the count) where `index` is it."""
    return np.bincount(index, values, minlength=size).astype(float, copy=False)


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


def unit(vector: Any) -> Any:
    """Scaled to length 1 along the last axis (zero stays zero)."""
    return vector / np.maximum(np.sqrt((vector * vector).sum(-1, keepdims=True)), 1e-9)
