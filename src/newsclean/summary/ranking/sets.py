"""Features -> what the ranker knows of a set of sentences.

A summary is good as a whole: its sentences should cover the article, not repeat one another, and
stand alone. Every set of the wanted size among a few candidates is described here by numbers
(after Zhong et al. 2020, "Extractive Summarization as Text Matching", who score whole sets).
"""

from __future__ import annotations

import math
from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np

from newsclean.arrays import product, stacked
from newsclean.summary.ranking.features import Features
from newsclean.summary.text.terms import Floats, Terms, l2_normalize
from newsclean.summary.text.words import Ints

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

    `values` are the set's own features, columns as in `NAMES`; `member` is sets x candidates, 1
    where a candidate belongs to a set; `promised` is how much of what the headline promises, its
    rare words and names above all, is in each set.
    """

    members: Ints
    values: Floats
    member: Floats
    promised: Floats


class Choices(NamedTuple):
    """Every set of some size among some candidates: `picks` are positions, in lexical order.

    `pairs` has for each set the places of its pairs in a flat table of candidates by candidates.
    """

    picks: Ints
    member: Floats
    pairs: Ints


@cache
def _choices(candidates: int, size: int) -> Choices:
    picks = np.array(list(combinations(range(candidates), size)), np.intp)
    member = np.zeros((len(picks), candidates))
    member[np.arange(len(picks))[:, None], picks] = 1.0
    pairs = picks[:, :, None] * candidates + picks[:, None, :]
    return Choices(picks, member, pairs.reshape(len(picks), -1))


def members(chosen: Ints, size: int) -> Ints:
    """Every set of `size` of the `chosen` sentences, sets x size."""
    return chosen[_choices(len(chosen), size).picks]


def describe(features: Features, scores: Floats, chosen: Ints, size: int) -> Sets:
    """Describes every set of `size` (at most the number of candidates) of the `chosen` ones."""
    choices = _choices(len(chosen), size)
    members = chosen[choices.picks]
    alone = scores[members]
    lengths = features.lengths[members]
    words = lengths.sum(1)
    logarithm = np.log(np.maximum(words, 1))
    mean = max(1.0, float(features.lengths.mean())) * size
    position = np.full(len(scores), -1)
    position[chosen] = np.arange(len(chosen))
    said, promised = _said(features, position, choices)
    columns = (
        alone.sum(1) / size,
        alone.min(1),
        alone.max(1),
        *said,
        words / mean,
        logarithm,
        logarithm - math.log(max(1.0, float(features.lengths[:size].sum()))),
        np.maximum(40 - words, 0) / 20,
        np.maximum(words - 60, 0) / 30,
        np.maximum(words - 90, 0) / 30,
        *_placed(features, members, size),
        np.sqrt(size * (lengths * lengths).sum(1) - words * words) / mean,
        said[0] / np.maximum(np.log1p(words), 1),
    )
    values: Floats = stacked(columns)
    return Sets(members, values.T, choices.member, promised)


def _said(
    features: Features, position: Ints, choices: Choices
) -> tuple[tuple[Floats, ...], Floats]:
    """What the sentences of each set say, "covered" to "most alike" of `NAMES`; and `promised`.

    `position` has for each sentence its number among the candidates, or -1.
    """
    terms, content, member = features.terms, features.content, choices.member
    place = position[terms.rows]
    inside = (place >= 0).nonzero()[0]
    place, columns = place[inside], terms.columns[inside]
    is_used = np.zeros(len(terms.idf), bool)
    is_used[columns] = True
    used = is_used.nonzero()[0]
    columns = (is_used.cumsum() - 1)[columns]
    present = np.zeros((member.shape[1], len(used)))
    present[place, columns] = 1.0
    raw = np.zeros(present.shape)
    raw[place, columns] = content.raw[inside]

    titled = (terms.title > 0).astype(float)
    promise = content.promise
    term_weights = np.stack((content.weights, content.keys, content.names, titled, promise))
    term_weights = term_weights[:, used].T
    union = product(np.minimum(product(member, present), 1), term_weights)
    covered = union[:, 0]
    mass = product(member, product(present, term_weights[:, 0]))

    products = product(raw, raw.T)
    length = np.maximum(np.sqrt((member @ products * member).sum(1)), 1e-9)
    whole = float(content.totals @ content.totals)
    against = member @ product(raw, content.totals[used])
    rest = np.sqrt(np.maximum(whole - 2 * against + length * length, 1e-9))
    late = member @ product(raw, l2_normalize(content.late)[used])
    norm = np.maximum(np.sqrt(products.diagonal()), 1e-9)
    similar = products / (norm[:, None] * norm)
    np.fill_diagonal(similar, 0.0)
    size = choices.picks.shape[1]
    columns_said = (
        covered,
        1 - covered / np.maximum(mass, 1e-9),
        union[:, 1],
        union[:, 2] / max(1.0, float(content.names.sum())),
        union[:, 3] / max(1.0, float(titled.sum())),
        _phrases(terms, position, member),
        against / length / max(whole**0.5, 1e-9),
        (against - length * length) / length / rest,
        late / length,
        (member @ similar * member).sum(1) / max(1, size * (size - 1)),
        similar.ravel()[choices.pairs].max(1),
    )
    return columns_said, union[:, 4]


def _phrases(terms: Terms, position: Ints, member: Floats) -> Floats:
    """The share of the article's repeated pairs of words that is in each set."""
    weights = terms.pair_counts
    if not len(weights):
        return np.zeros(len(member))
    row, pair = terms.pairs
    place = position[row]
    inside = place >= 0
    phrases = np.zeros((member.shape[1], len(weights)))
    phrases[place[inside], pair[inside]] = 1.0
    return np.asarray(product(np.minimum(product(member, phrases), 1), weights) / weights.sum())


def _placed(features: Features, members: Ints, size: int) -> tuple[Floats, ...]:
    """Where the sentences of each set stand, "has the first" to "leaning" of `NAMES`."""
    first, last = members[:, 0], members[:, -1]
    gaps = members[:, 1:] - members[:, :-1]
    leaning = features.orphan[members]
    leaning[:, 0] &= first > 0
    leaning[:, 1:] &= gaps > 1
    lead = (members < size).sum(1) / size
    return (
        first == 0,
        lead == 1,
        lead,
        lead * lead,
        (gaps == 1).sum(1) / size,
        np.log1p(last),
        np.log1p(first),
        np.log1p(last - first),
        leaning.sum(1) / size,
    )
