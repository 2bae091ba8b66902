"""Features -> what the ranker knows of a set of sentences.

A summary is good as a whole: its sentences should cover the article, not repeat one another, and
stand alone. Every set of the wanted size among a few candidates is described here by numbers
(after Zhong et al. 2020, "Extractive Summarization as Text Matching", who score whole sets).
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np

from newsclean.summary.features import Features
from newsclean.summary.terms import Floats, Ints, sums, unit

MOST_CANDIDATES = 8
ALWAYS = 4
"""The first sentences are always candidates."""

NAMES = (
    "scores",
    "lowest score",
    "highest score",
    "covered",
    "repeated",
    "key words covered",
    "names covered",
    "title covered",
    "phrases covered",
    "set central",
    "set central to the rest",
    "set like the later half",
    "alike",
    "most alike",
    "words against the mean",
    "words, logarithm",
    "words against the lead",
    "under 40 words",
    "over 60 words",
    "over 90 words",
    "has the first",
    "is the lead",
    "of the lead",
    "of the lead, squared",
    "neighbours",
    "last place",
    "first place",
    "span",
    "leaning",
    "uneven",
    "covered for its words",
)
"""What is known of a set, column by column."""


class Sets(NamedTuple):
    """`members` is sets x size, sentence numbers in order; the first set is the lead.

    `values` are the set's own features, columns as in `NAMES`; `mean` is sets x sentences, so that
    `mean @ Features.values[candidates]` is the mean of its sentences' features.
    """

    members: Ints
    values: Floats
    mean: Floats
    candidates: Ints


@cache
def _choices(candidates: int, size: int) -> tuple[Ints, Floats]:
    """Every set of `size` among candidates: (positions in lexical order, membership)."""
    picks = np.array(list(combinations(range(candidates), size)), np.intp)
    member = np.zeros((len(picks), candidates))
    member[np.arange(len(picks))[:, None], picks] = 1.0
    return picks, member


def candidates(scores: Floats, size: int) -> Ints:
    """The sentences worth combining: the first few, and those that score best alone."""
    always = min(len(scores), max(ALWAYS, size))
    wanted = min(len(scores), max(MOST_CANDIDATES, size + 3))
    order = np.argsort(-scores[always:], kind="stable")[: wanted - always] + always
    return np.concatenate([np.arange(always), np.sort(order)])


def describe(features: Features, scores: Floats, chosen: Ints, size: int) -> Sets:
    """Describes every set of `size` (at most the number of candidates) of the `chosen` ones."""
    terms = features.terms
    picks, member = _choices(len(chosen), size)
    members = chosen[picks]
    position = np.full(len(scores), -1)
    position[chosen] = np.arange(len(chosen))

    place = position[terms.rows]
    inside = place >= 0
    used, column = np.unique(terms.columns[inside], return_inverse=True)
    counts = np.zeros((len(chosen), len(used)))
    counts[place[inside], column] = terms.counts[inside]
    present = counts > 0
    raw = counts * terms.rarity[used]
    weights = features.weights[used]
    union = (member @ present) > 0
    covered = union @ weights
    mass = member @ (present @ weights)

    total, key = features.totals, features.keys
    names = sums(terms.columns, len(total), terms.counts) * terms.names
    in_title = (terms.title > 0)[used]

    together = member @ raw
    length = np.maximum(np.sqrt((together * together).sum(1)), 1e-9)
    aim = total[used]
    against = together @ aim
    whole = float((total * total).sum())
    rest = np.sqrt(np.maximum(whole - 2 * against + length * length, 1e-9))
    late = terms.counts * (terms.rows >= len(scores) // 2)
    half = sums(terms.columns, len(total), late * terms.rarity[terms.columns])

    similar = unit(raw) @ unit(raw).T
    np.fill_diagonal(similar, 0.0)
    pairs = max(1, size * (size - 1))
    closest = similar[picks[:, :, None], picks[:, None, :]].max((1, 2))

    phrases = np.zeros((len(chosen), max(1, len(terms.pair_counts))))
    row, pair = terms.pairs
    seen = position[row] >= 0
    phrases[position[row[seen]], pair[seen]] = 1.0
    phrase_weight = np.zeros(phrases.shape[1])
    phrase_weight[: len(terms.pair_counts)] = terms.pair_counts
    phrase_weight /= max(1.0, float(phrase_weight.sum()))

    alone = scores[members]
    words = features.lengths[members].sum(1)
    mean = max(1.0, float(features.lengths.mean())) * size
    gaps = np.diff(members, axis=1)
    leaning = features.orphan[members]
    leaning[:, 0] &= members[:, 0] > 0
    leaning[:, 1:] &= gaps > 1
    lead = (members < size).sum(1)

    columns = (
        alone.mean(1),
        alone.min(1),
        alone.max(1),
        covered,
        1 - covered / np.maximum(mass, 1e-9),
        union @ key[used],
        union @ names[used] / max(1.0, float(names.sum())),
        union @ in_title / max(1.0, float((terms.title > 0).sum())),
        np.minimum(member @ phrases, 1) @ phrase_weight,
        against / length / max(np.sqrt(whole), 1e-9),
        (against - length * length) / length / rest,
        together @ unit(half)[used] / length,
        ((member @ similar) * member).sum(1) / pairs,
        closest,
        words / mean,
        np.log(np.maximum(words, 1)),
        np.log(np.maximum(words, 1) / max(1.0, float(features.lengths[:size].sum()))),
        np.maximum(40 - words, 0) / 20,
        np.maximum(words - 60, 0) / 30,
        np.maximum(words - 90, 0) / 30,
        (members[:, 0] == 0).astype(float),
        (lead == size).astype(float),
        lead / size,
        (lead / size) ** 2,
        (gaps == 1).sum(1) / size,
        np.log1p(members[:, -1]),
        np.log1p(members[:, 0]),
        np.log1p(members[:, -1] - members[:, 0]),
        leaning.sum(1) / size,
        features.lengths[members].std(1) * size / mean,
        covered / np.maximum(np.log1p(words), 1),
    )
    values = np.empty((len(NAMES), len(members)))
    for row_, column_ in zip(values, columns, strict=True):
        row_[:] = column_
    return Sets(members, values.T, member / size, chosen)
