"""Sentences and sets -> how readers would judge them, learnt from articles that they labelled.

Four logistic regressions say of each sentence whether a reader would send it, whether it carries
the main point, whether it leans on another, and whether it is junk (`training.summary_readers`).
A set is worth the probability that follows from these: that a reader would call it right.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.arrays import Flags, distinct, product, stacked
from newsclean.summary import sets
from newsclean.summary.eligible import (
    LEAST_WORDS,
    answers,
    eligible,
    lead,
    leans,
    says_little,
)
from newsclean.summary.features import Features, names
from newsclean.summary.introductions import unintroduced
from newsclean.summary.reading import columns
from newsclean.summary.terms import Floats
from newsclean.summary.words import Ints

MOST_CANDIDATES = 9
"""Sentences whose sets are looked at: 84 sets of three, 126 of four or five."""
_MOST_AT_ONCE = 2_000
"""Sentences that are judged at once: a bound on the memory, 1 kB each."""
_CORE = 0.5
"""What the log-odds of carrying the point count beside those of being wanted, for a candidate."""
KINDS = ("wanted", "core", "leans", "junk")
"""What is said of a sentence."""
_TEMPERATURE = 0.7
"""What log-odds are multiplied by before sets are judged. The best of three by cross-validation:
four probabilities multiplied are surer than each is."""
_MOST_SURE = 0.98
"""The largest probability of a fault that is believed."""
_LEAST = 1e-3
"""What is added to a probability before its logarithm."""
_REFERENCES, _MOST_BY_REFERENCES = 0.7, 1.0
"""What a standard deviation by references wins, and how many count."""
_FIRST, _PROMISED, _LONG = 0.3, 0.5, 0.6
"""What a set wins for the first sentence and for all that the headline promises, and loses for
each time that it has 2.7 times the words. These and `_REFERENCES` cost readers two points of a
hundred (cross-validated); without, what pages say of themselves is significantly below the lead.
Chosen on dev pages by that bound."""
_SAYS_LITTLE, _UNINTRODUCED = 0.8, 0.5
"""What a set loses where no sentence has a name or figure (readers hold a point of a hundred more
right), and for a surname whose full name stands elsewhere (as many right: few labelled summaries
have one)."""
_LISTED = 0.7
"""What a set loses for each sentence that leans by the lists of its language on one that is not in
it. Where labels are few the heads miss pronouns: by patterns faults fall from 8 to 3 of a hundred,
by readers as many are right."""
_HALF = 3.0
"""What a set loses for each sentence that is all quotation, so that nobody is said to say it, for
each answer without its question, and a short first one that is not there for the sake of the next.
It changes few summaries, and none from right to wrong."""


class Model(NamedTuple):
    """All trained numbers: `heads` is kinds x columns, `biases` one a kind."""

    heads: Floats
    biases: Floats


class Judged(NamedTuple):
    """Of each sentence the log-odds to be wanted, to carry the point, to lean, to be junk."""

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
    every = (*features.values.T, *columns(features).values())
    parts = []
    for start in range(0, len(features.values), _MOST_AT_ONCE):
        part = stacked([column[start : start + _MOST_AT_ONCE] for column in every])
        parts.append(product(part.T, model.heads.T))
    odds = np.concatenate(parts) + model.biases
    return Judged(*odds.T)


def probability(odds: Floats) -> Floats:
    """Log-odds as a probability."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def candidates(features: Features, judged: Judged, size: int) -> Ints:
    """The sentences whose sets of `size` are worth a look, in order: the lead, then the best.

    One that probably leans comes with the sentence before it where there is room. Empty where too
    few are left.
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
        leaning = judged.leans[number] > 0
        if number and leaning and allowed[number - 1]:
            chosen.add(number - 1)
    found = np.array(sorted(chosen), np.intp)
    return found[: wanted + 1] if len(found) >= size else found[:0]


def worth(
    features: Features, judged: Judged, described: sets.Sets, by_references: Floats
) -> Floats:
    """What each set is worth: the logarithm of how probably it is right, and what else is known.

    `by_references` is what the ranker holds of each.
    """
    members = described.members
    deviation = (by_references - by_references.mean()) / max(float(by_references.std()), 1e-9)
    own = sets.NAMES.index("has the first"), sets.NAMES.index("words, logarithm")
    first, words = described.values[:, own].T
    apart = np.ones(members.shape, bool)
    apart[:, 0] = members[:, 0] > 0
    apart[:, 1:] = members[:, 1:] != members[:, :-1] + 1
    listed, half = _faults(features, members)
    return np.asarray(
        _right(judged, members, apart)
        + _REFERENCES * np.minimum(deviation, _MOST_BY_REFERENCES)
        + _FIRST * first
        + _PROMISED * described.promised
        - _LONG * words
        - _SAYS_LITTLE * says_little(features)[members].mean(1)
        - _UNINTRODUCED * unintroduced(features.terms, members)
        - _LISTED * (listed[members] & apart).sum(1)
        - _HALF * (half[members].sum(1) + _short_opening(features, members))
    )


def _faults(features: Features, members: Ints) -> tuple[Flags, Flags]:
    """(what leans by the lists, what is half of something) among some sets' sentences."""
    listed = features.quotation.copy()
    half = features.quotation.copy()
    for number in distinct(members).tolist():
        listed[number] |= leans(features, number)
        half[number] |= answers(features, number)
    return listed, half


def _short_opening(features: Features, members: Ints) -> Flags:
    """Whether each set begins with a short sentence that is not there for the sake of the next."""
    if features.lengths[0] >= LEAST_WORDS:
        return np.zeros(len(members), bool)
    alone = members[:, 1] != 1 if features.standing.leans(1) else members[:, 1] > 0
    return np.asarray((members[:, 0] == 0) & alone)


def _right(judged: Judged, members: Ints, apart: Flags) -> Floats:
    """The logarithm of how probably each set is right, were its sentences independent.

    A set is right that has the point, two thirds of which are wanted, of which no sentence leans on
    one that is not in it and none is junk; `apart` says which sentences follow none of their set.
    """
    wanted, core, leaning, junk = (probability(_TEMPERATURE * odds) for odds in judged)
    fine = np.log(1 - np.minimum(leaning, _MOST_SURE))[members] * apart
    sound = np.log(1 - np.minimum(junk, _MOST_SURE))[members]
    pointless = np.prod(1 - core[members], 1)
    found = (fine + sound).sum(1) + np.log(1 - pointless + _LEAST)
    return np.asarray(found + np.log(_most_wanted(np.maximum(wanted, core)[members]) + _LEAST))


def _most_wanted(wanted: Floats) -> Floats:
    """How probably two thirds of each set are wanted (a sum of unlike Bernoulli variables)."""
    size = wanted.shape[1]
    several = np.zeros((size + 1, len(wanted)))
    several[0] = 1.0
    for chance in wanted.T:
        more = several[:-1] * chance
        several *= 1 - chance
        several[1:] += more
    return np.asarray(several[-(-2 * size // 3) :].sum(0))
