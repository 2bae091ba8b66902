"""Sentences and sets -> how readers would judge them, learnt from articles that they labelled.

A network says of each sentence whether a reader would send it, whether it carries the main point,
whether it leans on another, whether it is junk, and whether it would be in the reader's own summary
(`training.summary.readers`). What a set is worth is a weighted sum of what follows from these; its
weights come from sets that readers graded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from newsclean import weights_file
from newsclean.arrays import Flags, distinct, probability, product, stacked
from newsclean.document import Sentence
from newsclean.summary.ranking import hashed, sets
from newsclean.summary.ranking.eligible import (
    HARDLY_PROMISED,
    answers,
    eligible,
    lead,
    leans,
    matter,
    promised,
    says_little,
    short,
)
from newsclean.summary.ranking.features import Features, extract, names
from newsclean.summary.ranking.interview import read_interview
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.ranking.network import Network, scaled
from newsclean.summary.ranking.reading import columns
from newsclean.summary.text.terms import Floats
from newsclean.summary.text.words import Ints

MAGIC = b"NCS1"
MOST_CANDIDATES = 9
"""Sentences whose sets are looked at: 84 sets of three, 126 of four or five."""
_MOST_AT_ONCE = 2_000
"""Sentences that are judged at once, as if they were all: a bound on the memory, 1 kB each."""
_CORE = 0.5
"""What the log-odds of carrying the point count beside those of being wanted, for a candidate."""
_TOLD = 1.0
"""What a candidate wins, in log-odds, for telling all that the headline promises. By labels .444 of
the summaries of 587 articles are right with it, .441 without; .7 and 1.3 are alike, 2 is worse."""
KINDS = ("wanted", "core", "leans", "junk", "best")
"""What is said of a sentence."""
SET_COLUMNS = ("the point", "wanted", "best", "share of the best", "junk", "leaning")
"""What is known of a set: how probably it has the point; the means of how probably its sentences
are wanted and are in the reader's own summary; of all probabilities of the latter the share that it
has; how probably one is junk; the mean of how probably each leans on one that is not in it, where
the article's first sentence counts too."""
TEMPERATURE = 0.8
"""What log-odds are multiplied by: a network is surer of articles than it should be."""
MOST_READ = 70
"""Sentences of an article that readers saw."""
_LEAST = 1e-6
SHORT = 3
"""Sentences up to which a set is also judged as references would: so short, it is hardly better
than the lead by what pages say of themselves, and readers hold as many right. Longer ones go by
readers alone, who hold 2 of a hundred more right so (estimated from labels)."""
_REFERENCES, _MOST_BY_REFERENCES = 2.0, 1.5
"""What a standard deviation by references wins, and how many count."""
_FIRST, _PROMISED, _LONG, _LATE = 2.5, 3.0, 1.5, 0.8
"""What a short set wins for the first sentence and for all that the headline promises, and loses
for each time that it has 2.7 times the words, or ends 2.7 times as far down. Chosen on dev pages
by the bound that nothing is significantly below the lead."""
_HARDLY, _HARDLY_OF_A_SCENE = 0.06, 0.3
"""How probably a sentence of the lead is in a reader's own summary, to be a candidate of a longer
one, and one of a scene. With all of a feature's opening among nine, too few were left that stand.
By labels .10 is as good as .06, .03 and .15 are worse."""
_SCENE = 6.0
"""What a longer set would lose if all its sentences were of a scene before the matter (`_scene`).
By labels it costs nothing; networks think too well of such openings, .24 of them in a reader's own
summary, where .15 are. Blind, on 26 train pages, 13 summaries were better with it and 6 worse."""
_SAYS_LITTLE = 0.5
"""What a set loses where no sentence has a name or figure."""
_UNINTRODUCED = 10.0
"""What a set loses for a person who is introduced in a sentence that is not in it: a bound as well,
and below the other. By the labels of 1,538 articles it costs nothing (.446 beside .446 as a price
of .5), and changes one summary of a hundred."""
_UNSAID = 3.0
"""What a set loses for each sentence that the guest of an interview says in the first person; for
one of the interviewer's it loses as much as for a person who is not introduced."""
_TURN = 1.5
"""What a set loses for each other sentence of the guest (a guess)."""
_LEANING = 30.0
"""What a set loses for each sentence that leans by the lists of its language on one that is not in
it: more than a set can win, so that one that stands is taken wherever there is one. A reader of a
summary cannot ask whom "they" means; readers of the labelled summaries were milder."""
_HALF = 3.0
"""What a set loses for each sentence that is all quotation, so that nobody is said to say it, for
each answer without its question, and a short first one that is not there for the sake of the next.
It changes few summaries."""


class Model(NamedTuple):
    """All trained numbers."""

    mean: Any
    spread: Any
    """What the columns usually are."""
    table: Any
    """The weights of hashed words, buckets x kinds."""
    nets: tuple[Network, ...]
    """Their log-odds are averaged."""
    weights: Any
    """What each of `SET_COLUMNS` counts."""


class Judged(NamedTuple):
    """Of each sentence the log-odds of each of `KINDS`."""

    wanted: Floats
    core: Floats
    leans: Floats
    junk: Floats
    best: Floats


def load(language: str) -> Model:
    """The shipped model for a language: one for English, one for all others.

    Raises:
        ValueError: it was trained on other columns.
    """
    return loaded(file_of(language))


def file_of(language: str) -> str:
    """The file of the model for a language, in the folder of data."""
    return "summary/readers.en.bin" if language == "en" else "summary/readers.bin"


@cache
def loaded(name: str) -> Model:
    """The model in a file of that folder."""
    return loads(weights_file.read(name))


def dump(model: Model, note: str) -> bytes:
    """The file of a model."""
    shared = {
        "columns": input_names(),
        "kinds": KINDS,
        "of sets": SET_COLUMNS,
        "mean": model.mean,
        "spread": model.spread,
        "weights": model.weights,
    }
    nets = [{"table": model.table}, *(net._asdict() for net in model.nets)]
    return weights_file.dump(MAGIC, shared, nets, note)


def loads(data: weights_file.Data) -> Model:
    """The model in the bytes that `dump` made.

    Raises:
        ValueError: they are something else, or it was trained on other columns.
    """
    shared, (words, *nets) = weights_file.loads(MAGIC, data)
    expected = (input_names(), KINDS, SET_COLUMNS)
    if tuple(tuple(shared[name]) for name in ("columns", "kinds", "of sets")) != expected:
        raise ValueError("data/summary/readers.bin was trained on other columns; train it anew")
    return Model(
        shared["mean"],
        shared["spread"],
        np.asarray(words["table"], np.float32),
        tuple(
            Network(*(np.asarray(net[name], np.float32) for name in Network._fields))
            for net in nets
        ),
        shared["weights"].astype(float),
    )


@cache
def input_names() -> tuple[str, ...]:
    """The names of the columns that a network reads, what words say last."""
    sample = extract((Sentence(0, 4, "A b.", 0),), "en", None)
    return (*names(), *columns(sample), *(f"words: {kind}" for kind in KINDS))


def judge(features: Features, model: Model) -> Judged:
    """How readers would judge each sentence."""
    size = len(features.lengths)
    every = numbers(features)
    parts = []
    for start in range(0, size, _MOST_AT_ONCE):
        stop = min(size, start + _MOST_AT_ONCE)
        said = hashed.scores(features.terms, model.table, start, stop)
        values = told(every, said, start, stop)
        parts.append(odds(model.nets, scaled(values, model.mean, model.spread)))
    return Judged(*np.concatenate(parts).T)


def numbers(features: Features) -> Any:
    """The columns that a network reads but for what words say, these x sentences."""
    found = stacked(columns(features).values(), np.float32)
    return np.concatenate((features.values.T, found), dtype=np.float32, casting="unsafe")


def told(every: Any, said: Floats, start: int, stop: int) -> Any:
    """What a network reads of some sentences, these x `input_names`.

    `every` is what `numbers` gives, `said` what words say of these sentences.
    """
    return np.concatenate((every[:, start:stop], said), dtype=np.float32, casting="unsafe").T


def odds(nets: Sequence[Network], values: Any) -> Floats:
    """What networks say on average of sentences whose numbers are in standard deviations."""
    return np.asarray(sum(net(values) for net in nets) / len(nets), float)


def candidates(features: Features, judged: Judged, people: Introductions, size: int) -> Ints:
    """The sentences whose sets of `size` are worth a look, in order: the lead, then the best.

    One that leans comes with the sentence before it, or not at all; one that probably does comes
    with it where that stands; a name comes with the sentence that introduces it. Empty where too
    few are left.
    """
    allowed = eligible(features, size)
    brief = short(features)
    introduces = allowed | brief
    introduces[0] |= features.statement[0]  # "Rosa Lind repairs organs."
    wanted_so = judged.wanted > np.maximum(judged.junk, 0)
    wanted_so[0] = judged.wanted[0] > judged.junk[0]
    allowed |= brief & wanted_so
    chosen = _of_the_lead(features, judged, lead(features, allowed, max(sets.ALWAYS, size)), size)
    wanted = max(MOST_CANDIDATES, size + sets.ALWAYS - 1)
    worth = judged.wanted + _CORE * judged.core + _TOLD * promised(features)
    order = np.argsort(-np.where(allowed, worth, -np.inf), kind="stable")
    for number in order[: int(allowed.sum())].tolist():
        if len(chosen) >= wanted:
            break
        if number in chosen:
            continue
        above = number - 1
        beside = {first for first in people.needed(number).values() if first not in chosen}
        if any(not introduces[first] or leans(features, first) for first in beside):
            continue
        if number and above not in chosen:
            stands = allowed[above] and not leans(features, above)
            if leans(features, number) and not stands:
                continue
            if stands and (leans(features, number) or judged.leans[number] > 0):
                beside.add(above)
        chosen.update(beside, (number,))
    found = np.array(sorted(chosen), np.intp)
    return found[: wanted + 1] if len(found) >= size else found[:0]


def _of_the_lead(features: Features, judged: Judged, first: list[int], size: int) -> set[int]:
    """The sentences of the lead that are worth a look; all of them for a short summary.

    Left out are those that hardly a reader would take and that no better one leans on.
    """
    if size <= SHORT:
        return set(first)
    likely = probability(TEMPERATURE * judged.best)
    least = np.where(_scene(features, judged), _HARDLY_OF_A_SCENE, _HARDLY)
    found: set[int] = set()
    for number in reversed(first):
        above = number + 1 in found and leans(features, number + 1)
        if above or likely[number] >= least[number]:
            found.add(number)
    return found


def _scene(features: Features, judged: Judged) -> Flags:
    """The opening of a feature: what stands before the matter and carries the point less probably.

    The headline of news may quote somebody: their first sentence tells nothing of it, and yet more
    than the one that does.
    """
    first = matter(features)
    opening = np.zeros(len(features.lengths), bool)
    opening[:first] = promised(features)[:first] < HARDLY_PROMISED
    return np.asarray(opening & (judged.core < judged.core[first]))


def worth(
    features: Features, judged: Judged, people: Introductions, members: Ints, weights: Any
) -> Floats:
    """What each set is worth to readers; `weights` are what each of `SET_COLUMNS` counts."""
    listed, half = _faults(features, members)
    found = product(columns_of_sets(judged, members), weights)
    if members.shape[1] > SHORT:
        found -= _SCENE * _scene(features, judged)[members].mean(1)
    return np.asarray(
        found
        - _SAYS_LITTLE * says_little(features)[members].mean(1)
        - _UNINTRODUCED * people.missing(members)
        - unsaid(features, people, members)
        - _LEANING * (listed[members] & _apart(members)).sum(1)
        - _HALF * half[members].sum(1)
    )


def unsaid(features: Features, people: Introductions, members: Ints) -> Floats:
    """What each set loses for what nobody is said to say in it."""
    interview = read_interview(features, people)
    if interview is None:
        return np.zeros(len(members))
    guest, interviewer = interview.guest[members], interview.interviewer[members]
    turns = interview.turns[members] & ~guest
    answers = (interview.answers[members] & _apart(members)).sum(1)
    return np.asarray(
        _UNSAID * guest.sum(1)
        + _TURN * turns.sum(1)
        + _UNINTRODUCED * interviewer.sum(1)
        + _LEANING * answers
    )


def as_references(described: sets.Sets, by_references: Floats) -> Floats:
    """What is added to the worth of short sets; `by_references` is what the ranker says of each."""
    deviation = (by_references - by_references.mean()) / max(float(by_references.std()), 1e-9)
    first, words, last = (
        described.values[:, sets.NAMES.index(name)]
        for name in ("has the first", "words, logarithm", "last place")
    )
    return np.asarray(
        _REFERENCES * np.minimum(deviation, _MOST_BY_REFERENCES)
        + _FIRST * first
        + _PROMISED * described.promised
        - _LONG * words
        - _LATE * last
    )


def _faults(features: Features, members: Ints) -> tuple[Flags, Flags]:
    """(what leans by the lists, what is half of something) among some sets' sentences."""
    listed = features.quotation.copy()
    half = features.quotation.copy()
    for number in distinct(members).tolist():
        listed[number] |= leans(features, number)
        half[number] |= answers(features, number)
    return listed, half


def columns_of_sets(judged: Judged, members: Ints) -> Floats:
    """What is known of each set, sets x `SET_COLUMNS`."""
    wanted, core, leaning, junk, best = (probability(TEMPERATURE * odds) for odds in judged)
    wanted = np.maximum(wanted, core)
    own = best[members].sum(1)
    size = members.shape[1]
    apart = _apart(members)
    apart[:, 0] = True  # "So that's it" may well be the article's first
    found: Floats = stacked(
        (
            1 - np.prod(1 - core[members], 1),
            wanted[members].mean(1),
            own / size,
            own / max(float(best[:MOST_READ].sum()), _LEAST),
            1 - np.prod(1 - junk[members], 1),
            (leaning[members] * apart).mean(1),
        )
    )
    return found.T


def _apart(members: Ints) -> Flags:
    """Which sentences of each set follow none of it and are not the article's first."""
    apart = np.ones(members.shape, bool)
    apart[:, 0] = members[:, 0] > 0
    apart[:, 1:] = members[:, 1:] != members[:, :-1] + 1
    return apart
