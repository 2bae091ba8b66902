"""Our own summarizer: of many sets of sentences, the one that readers most probably call right.

Every set of the wanted size among the best few sentences, and the first few, is judged as a whole
(`readers`). A single sentence is the lead's unless another beats it by a margin. Long summaries,
and summaries about something, are filled one by one, a sentence losing for what is said already.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from newsclean import languages
from newsclean.arrays import product
from newsclean.hashes import hash_each
from newsclean.summary.choose import WordSets, fill, mmr_select, same
from newsclean.summary.length import Budget
from newsclean.summary.ranking import model, readers, sets
from newsclean.summary.ranking.eligible import (
    addresses,
    candidates,
    leans,
    preferred,
    says_little,
    stands,
    weakness,
)
from newsclean.summary.ranking.features import Features
from newsclean.summary.ranking.fitting import Fitting
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.text.terms import Floats, l2_normalize, sums
from newsclean.summary.text.words import Ints, stem, words

_LARGEST_SET = 10
"""Sentences up to which all sets are tried: 286 sets; more are filled one by one."""
_ADDRESSES = 1.8
"""What a set loses, in standard deviations, where all its sentences speak of "you" or "we". By
reading: ROUGE does not mind them, a colleague does."""
_HEADLINE = 3.0
"""What a set wins, in standard deviations, for having all that the headline promises. By reading
too: what was promised there should be told."""
_WEAK = 1.2
"""What a set loses, in standard deviations, where each sentence needs the one before it. It is
there, and yet readers stumble over "it" and "these"."""
_UNINTRODUCED = 0.7
"""What a set loses, in standard deviations, for a surname whose full name stands elsewhere."""
_OPENING = 1.2
"""What a set wins, in standard deviations, for the first sentence where that says something."""
_ALIKE = 0.5
"""What a set loses, in standard deviations, for two sentences that are as alike as can be."""
_SAYS_LITTLE = 1.5
"""What a set loses, in standard deviations, where no sentence has a name, a figure or a quarter of
what the headline promises: scene-setting and generalities. By reading."""
_REDUNDANCY_PENALTY = 2.0
"""What a sentence loses, in log-odds, when all it says is said already."""
_FOCUS = 4.0
"""What a sentence wins, in standard deviations of the scores, for being all about the focus."""


def score(features: Features) -> Floats:
    """The log-odds of each sentence to be in a summary."""
    trained = model.load()
    return np.asarray(product(features.values, trained.alone) + trained.bias)


def choose(
    features: Features,
    scores: Floats,
    budget: Budget,
    distinct: WordSets,
    judges: readers.Model | None = None,
) -> list[int]:
    """The numbers of the sentences to take, in order.

    `distinct` gives the different words of each sentence; `judges` is the shipped model of readers
    where no other is given.
    """
    judges = judges or readers.load(features.terms.language)
    size = budget.sentences
    if budget.most is not None:
        size = len(fill(range(len(scores)), budget, distinct, skip=False))
    if size > _LARGEST_SET:
        held = preferred(features, scores, size)
        return mmr_select(
            held, features.terms, features.content.weights, budget, distinct, _REDUNDANCY_PENALTY
        )
    chosen = _best_set(features, scores, size, budget, distinct, judges)
    while budget.most is not None and size > 1 and not _stand(features, chosen):
        size -= 1
        chosen = _best_set(features, scores, size, budget, distinct, judges)
    while budget.most is not None and size < _LARGEST_SET and _has_room(chosen, budget):
        size += 1
        more = _best_set(features, scores, size, budget, distinct, judges)
        if len(more) <= len(chosen):
            break
        chosen = more
    if chosen:
        return chosen
    held = preferred(features, scores, size)
    order = np.argsort(-held, kind="stable")
    return fill(order.tolist(), budget, distinct)


def _stand(features: Features, chosen: list[int]) -> bool:
    """Whether there are sentences, and none of them leans on one that is not there."""
    return bool(chosen) and not any(
        leans(features, number) and number - 1 not in chosen for number in chosen
    )


def _has_room(chosen: list[int], budget: Budget) -> bool:
    used = sum(budget.costs[number] for number in chosen)
    return budget.most is not None and used < 0.75 * budget.most


def _best_set(
    features: Features,
    scores: Floats,
    size: int,
    budget: Budget,
    distinct: WordSets,
    judges: readers.Model,
) -> list[int]:
    """The best set of `size` that fits and says nothing twice; empty where there is none."""
    if size == 1:
        return _best_one(features, scores, budget)
    judged = readers.judge(features, judges)
    people = Introductions(features.terms)
    among = readers.candidates(features, judged, people, size)
    if not len(among):
        return []
    members = sets.members(among, size)
    worth = readers.worth(features, judged, people, members, judges.weights)
    if size <= readers.SHORT:
        found = sets.describe(features, scores, among, size)
        worth += readers.as_references(found, rate(features, found, among, size))
    for number in np.argsort(-worth, kind="stable"):
        chosen: list[int] = members[number].tolist()
        if budget.fits(chosen) and not _repeats(chosen, distinct):
            if budget.least is None:
                return chosen
            fitting = Fitting(features, judged, people, among, budget)
            more = fitting.with_more(chosen, partial(_repeats, distinct=distinct))
            return fitting.with_denials(fitting.without_doubtful(more))
    return []


def _best_one(features: Features, scores: Floats, budget: Budget) -> list[int]:
    """The best single sentence that fits: the lead's, unless another is clearly better."""
    among = candidates(features, scores, 1)
    if not len(among):
        return []
    found = sets.describe(features, scores, among, 1)
    totals = rate(features, found, among, 1)
    spread = float(totals.std())
    totals = totals + spread * by_reading(features, found)
    totals = np.where(stands(features, found.members), totals, -np.inf)
    order = np.argsort(-totals, kind="stable")
    margin = model.margin(features.terms.language, 1)
    if totals[order[0]] - totals[0] < margin * spread:
        order = np.concatenate([[0], order])
    for number in order:
        if totals[number] == -np.inf:
            break
        members: list[int] = found.members[number].tolist()
        if budget.fits(members):
            return members
    return []


def by_reading(features: Features, described: sets.Sets) -> Floats:
    """What readers hold for and against each set that no reference tells, in deviations."""
    members = described.members
    little = says_little(features)
    opening = (members[:, 0] == 0) & (not little[0]) & (features.standing.weakness(0) == 0)
    return np.asarray(
        _HEADLINE * described.promised
        + _OPENING * opening
        - _WEAK * weakness(features, members)
        - _ALIKE * described.values[:, sets.NAMES.index("most alike")]
        - _UNINTRODUCED * Introductions(features.terms).missing(members)
        - _ADDRESSES * addresses(features)[members].mean(1)
        - _SAYS_LITTLE * little[members].mean(1)
    )


def rate(features: Features, described: sets.Sets, among: Ints, size: int) -> Floats:
    """What each set of the sentences `among` is worth, on no scale of its own."""
    trained = model.load().one if size == 1 else model.load().several
    means = product(described.member, product(features.values[among], trained.mean)) / size
    return np.asarray(product(described.values, trained.own) + means)


def _repeats(members: list[int], distinct: WordSets) -> bool:
    return any(
        same(distinct(one), distinct(other))
        for at, one in enumerate(members)
        for other in members[at + 1 :]
    )


def about(features: Features, focus: str, language: str) -> Floats:
    """How much each sentence is about `focus`, from 0 to 1; all 0 where nothing is.

    The focus is its own words and, less, the words that share sentences with them (local context
    analysis, Xu and Croft 1996).
    """
    terms = features.terms
    size = len(features.lengths)
    stop = languages.function_words(language)
    asked = {stem(word) for word in words(focus, language) if word.lower() not in stop}
    of_focus = np.zeros(len(terms.idf), bool)
    of_focus[: len(terms.stems)] = np.isin(terms.stems, hash_each(sorted(asked)))
    x = terms.counts * terms.idf[terms.columns]
    hits = sums(terms.rows, size, x * of_focus[terms.columns])
    if not hits.any():
        return hits
    beside = sums(terms.columns, len(terms.idf), x * (hits > 0)[terms.rows])
    beside[of_focus] = 0.0
    aim = of_focus * terms.idf / max(1, int(of_focus.sum())) ** 0.5 + 0.3 * l2_normalize(beside)
    norm = np.maximum(np.sqrt(sums(terms.rows, size, x * x)), 1e-9)
    relevance = sums(terms.rows, size, x * l2_normalize(aim)[terms.columns]) / norm
    return np.asarray(relevance / max(float(relevance.max()), 1e-9))


def focus_scores(scores: Floats, relevance: Floats) -> Floats:
    """Scores of sentences when the summary should be about something."""
    spread = max(float(scores.std()), 1e-9)
    return np.asarray((scores - scores.mean()) / spread + _FOCUS * relevance)
