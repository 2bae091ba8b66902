"""How good a set of sentences is as a summary: ROUGE against the references, for every set at once.

ROUGE-1 and ROUGE-2 F1 (Lin 2004) on words stemmed as the scorer stems them; bigrams across two
sentences are not counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from newsclean.summary.text.terms import Floats
from newsclean.summary.text.words import Ints

_STEMMERS = {
    "da": "danish",
    "de": "german",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "pt": "portuguese",
    "sv": "swedish",
}


@dataclass(frozen=True, slots=True)
class Overlap:
    """Counts of one reference's n-grams in each sentence, and in the reference (two n)."""

    ones: Ints
    ones_wanted: Ints
    twos: Ints
    twos_wanted: Ints


@dataclass(frozen=True, slots=True)
class Scored:
    """What is needed to score any set of an article's sentences; `lengths` in words."""

    lengths: Ints
    references: tuple[Overlap, ...]


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    if language == "en":
        from nltk.stem.porter import PorterStemmer

        return cache(PorterStemmer().stem)
    if language in _STEMMERS:
        from nltk.stem.snowball import SnowballStemmer

        return cache(SnowballStemmer(_STEMMERS[language]).stem)
    return str


def tokens(text: str, language: str) -> list[str]:
    """The stemmed words of a text."""
    pattern = r"[a-z0-9]+" if language == "en" else r"[^\W_]+"
    stem = _stemmer(language)
    return [stem(w) if len(w) > 3 else w for w in re.findall(pattern, text.lower())]


def prepare(sentences: Sequence[str], references: Sequence[str], language: str) -> Scored:
    """Counts all that is common to sentences and references."""
    found = [tokens(text, language) for text in sentences]
    overlaps = []
    for reference in references:
        wanted = tokens(reference, language)
        ones, ones_wanted = _common([[(w,) for w in row] for row in found], [(w,) for w in wanted])
        twos, twos_wanted = _common(
            [list(pairwise(row)) for row in found],
            list(pairwise(wanted)),
        )
        overlaps.append(Overlap(ones, ones_wanted, twos, twos_wanted))
    return Scored(np.array([len(row) for row in found]), tuple(overlaps))


def _common(
    rows: Sequence[Sequence[tuple[str, ...]]], wanted: Sequence[tuple[str, ...]]
) -> tuple[Ints, Ints]:
    counts = Counter(wanted)
    column = {gram: number for number, gram in enumerate(counts)}
    table = np.zeros((len(rows), max(1, len(column))), np.intp)
    for number, row in enumerate(rows):
        for gram, count in Counter(row).items():
            if gram in column:
                table[number, column[gram]] = count
    return table, np.array(list(counts.values()) or [0], np.intp)


def _f1(matches: Floats, taken: Floats, wanted: float) -> Floats:
    return np.where(matches > 0, 2 * matches / np.maximum(taken + wanted, 1), 0.0)


def rewards(scored: Scored, sets: Ints) -> Floats:
    """What each set (rows of sentence numbers) is worth: ROUGE-2, half of ROUGE-1, some recall."""
    taken = scored.lengths[sets].sum(1).astype(float)
    total = np.zeros(len(sets))
    for one in scored.references:
        ones = np.minimum(one.ones[sets].sum(1), one.ones_wanted).sum(1).astype(float)
        twos = np.minimum(one.twos[sets].sum(1), one.twos_wanted).sum(1).astype(float)
        wanted = float(one.ones_wanted.sum())
        pairs = float(one.twos_wanted.sum())
        total += 0.8 * _f1(twos, np.maximum(taken - sets.shape[1], 0), pairs)
        total += 0.4 * _f1(ones, taken, wanted) + 0.12 * twos / max(1.0, pairs)
    return np.asarray(total / len(scored.references))


def recall(scored: Scored, sets: Ints) -> Floats:
    """What each set says of what one-sentence references say: recall of their bigrams, and words.

    For sets that are longer than the references, whose F1 would reward the shortest sentences.
    """
    total = np.zeros(len(sets))
    for one in scored.references:
        ones = np.minimum(one.ones[sets].sum(1), one.ones_wanted).sum(1)
        twos = np.minimum(one.twos[sets].sum(1), one.twos_wanted).sum(1)
        total += twos / max(1.0, float(one.twos_wanted.sum()))
        total += 0.3 * ones / max(1.0, float(one.ones_wanted.sum()))
    return np.asarray(total / len(scored.references))


def rouge_2(scored: Scored, sets: Ints) -> Floats:
    """ROUGE-2 F1 of each set, times 100."""
    taken = scored.lengths[sets].sum(1).astype(float)
    total = np.zeros(len(sets))
    for one in scored.references:
        twos = np.minimum(one.twos[sets].sum(1), one.twos_wanted).sum(1).astype(float)
        total += _f1(twos, np.maximum(taken - sets.shape[1], 0), float(one.twos_wanted.sum()))
    return np.asarray(100 * total / len(scored.references))


def oracle(scored: Scored, size: int) -> list[int]:
    """The sentences that most raise ROUGE-1 + ROUGE-2, taken one by one while they do."""
    chosen: list[int] = []
    best = 0.0
    everything = np.arange(len(scored.lengths))
    while len(chosen) < size:
        tries = np.array([[*chosen, number] for number in everything])
        value = _plain(scored, tries)
        value[chosen] = -1.0
        number = int(value.argmax())
        if value[number] <= best + 1e-9:
            break
        best = float(value[number])
        chosen.append(number)
    return chosen


def _plain(scored: Scored, sets: Ints) -> Floats:
    taken = scored.lengths[sets].sum(1).astype(float)
    total = np.zeros(len(sets))
    for one in scored.references:
        ones = np.minimum(one.ones[sets].sum(1), one.ones_wanted).sum(1).astype(float)
        twos = np.minimum(one.twos[sets].sum(1), one.twos_wanted).sum(1).astype(float)
        total += _f1(ones, taken, float(one.ones_wanted.sum()))
        total += _f1(twos, np.maximum(taken - sets.shape[1], 0), float(one.twos_wanted.sum()))
    return total
