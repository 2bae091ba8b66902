"""Sentences and sets -> how readers would judge them, learnt from articles that they labelled.

Four logistic regressions say of each sentence whether a reader would send it, whether it carries
the main point, whether it leans on another, and whether it is junk. A set is worth a weighted sum
of what these say of its sentences and of what is known of the set (`training.summary_readers`).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.arrays import product, stacked
from newsclean.summary import sets
from newsclean.summary.eligible import addresses, eligible, lead, leans, says_little, weakness
from newsclean.summary.features import Features, names
from newsclean.summary.introductions import unintroduced
from newsclean.summary.reading import columns
from newsclean.summary.terms import Floats
from newsclean.summary.words import Ints

MOST_CANDIDATES = 9
"""Sentences whose sets are looked at: 84 sets of three, 126 of four or five."""
_CORE = 0.5
"""What the log-odds of carrying the point count beside those of being wanted, for a candidate."""
_LEANS = 0.5
"""The probability from which a candidate comes with the sentence before it."""
_LONG_WORDS = 20
"""Words from which the sentences of a set are long, in the mean."""
KINDS = ("wanted", "core", "leans", "junk")
"""What is said of a sentence."""
_OF_SETS = (
    "covered",
    "repeated",
    "title covered",
    "most alike",
    "words, logarithm",
    "has the first",
    "neighbours",
    "last place",
    "span",
)
"""The columns of `sets` that count here, too."""
NAMES = (
    "by references",
    "promised",
    "opens on the first",
    "weak",
    "not introduced",
    "speaks to the reader",
    "says little",
    "dangling",
    "most dangling",
    "dangling by the lists",
    "leaning",
    "junk",
    "most junk",
    "wanted",
    "probably wanted",
    "least wanted",
    "core",
    "most core",
    "long sentences",
    *_OF_SETS,
)
"""What is known of a set, column by column."""


class Model(NamedTuple):
    """All trained numbers: `heads` is kinds x columns, `biases` one a kind, `sets` as `NAMES`."""

    heads: Floats
    biases: Floats
    sets: Floats


class Judged(NamedTuple):
    """Of each sentence: log-odds to be wanted and to carry the point, probabilities of faults."""

    wanted: Floats
    core: Floats
    leans: Floats
    junk: Floats


@cache
def load() -> Model:
    """The shipped model."""
    data = languages.read_data("summary/readers.json")
    heads = [data["heads"][kind] for kind in KINDS]
    return Model(
        np.array([head["weights"] for head in heads]),
        np.array([head["bias"] for head in heads]),
        np.array(data["sets"]["weights"]),
    )


def inputs(features: Features) -> Floats:
    """What the sentences are judged by, sentences x columns as `input_names` has them."""
    values: Floats = stacked((*features.values.T, *columns(features).values()))
    return values.T


def input_names(features: Features) -> tuple[str, ...]:
    """The names of the columns of `inputs`."""
    return (*names(), *columns(features))


def judge(features: Features, model: Model) -> Judged:
    """How readers would judge each sentence."""
    odds = np.asarray(product(inputs(features), model.heads.T)) + model.biases
    wanted, core, leaning, junk = odds.T
    return Judged(wanted, core, _probability(leaning), _probability(junk))


def _probability(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def candidates(features: Features, judged: Judged, size: int) -> Ints:
    """The sentences whose sets of `size` are worth a look, in order: the lead, then the best.

    One that leans comes with the sentence before it where there is room. Empty where too few are
    left.
    """
    allowed = eligible(features, size)
    chosen = set(lead(features, allowed, max(sets.ALWAYS, size)))
    wanted = max(MOST_CANDIDATES, size + sets.ALWAYS - 1)
    worth = judged.wanted + _CORE * judged.core
    order = np.argsort(-np.where(allowed, worth, -np.inf), kind="stable")
    for number in order[: int(allowed.sum())].tolist():
        if len(chosen) >= wanted:
            break
        if number in chosen:
            continue
        chosen.add(number)
        leaning = judged.leans[number] > _LEANS
        if number and leaning and allowed[number - 1]:
            chosen.add(number - 1)
    found = np.array(sorted(chosen), np.intp)
    return found[: wanted + 1] if len(found) >= size else found[:0]


def describe(
    features: Features, judged: Judged, described: sets.Sets, by_references: Floats
) -> Floats:
    """All columns of each set, as in `NAMES`; `by_references` is what the ranker holds of each."""
    members = described.members
    spread = max(float(by_references.std()), 1e-9)
    apart = np.ones(members.shape, bool)
    apart[:, 1:] = members[:, 1:] != members[:, :-1] + 1
    little = says_little(features)
    leaning, junk, wanted = judged.leans[members], judged.junk[members], judged.wanted[members]
    listed = np.zeros(len(features.lengths), bool)
    for number in set(members.ravel().tolist()):
        listed[number] = leans(features, number)
    dangling = leaning * (apart & (members > 0))
    core = _probability(judged.core)[members]
    found = (
        (by_references - by_references.mean()) / spread,
        described.promised,
        (members[:, 0] == 0) & (not little[0]) & (features.standing.weakness(0) == 0),
        weakness(features, members),
        unintroduced(features.terms, members),
        addresses(features)[members].mean(1),
        little[members].mean(1),
        dangling.mean(1),
        dangling.max(1),
        (listed[members] & apart).mean(1),
        leaning.mean(1),
        junk.mean(1),
        junk.max(1),
        wanted.mean(1),
        _probability(wanted).mean(1),
        wanted.min(1),
        judged.core[members].mean(1),
        core.max(1),
        np.maximum(features.lengths[members].mean(1) - _LONG_WORDS, 0) / _LONG_WORDS,
        *(described.values[:, sets.NAMES.index(name)] for name in _OF_SETS),
    )
    values: Floats = stacked(found)
    return values.T
