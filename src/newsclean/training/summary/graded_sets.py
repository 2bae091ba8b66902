"""Summaries that readers graded -> how probably a set is right, given the labels of its sentences.

Few sets were graded, many sentences labelled (`labels`). A logistic regression on the
articles that have both says how a grade follows from labels; by it every set of every labelled
article gets a probability, from which `readers` learns.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from newsclean.summary import length
from newsclean.summary.text.terms import Floats
from newsclean.training import logistic
from newsclean.training.summary.labels import Labelled, covered

_RIGHT = 2
"""The grade of a summary that may be sent."""
_PENALTY, _ROUNDS = 1.5, 12
_MOST = 7
"""Sentences of the longest set that is learned from: more are the points of a list."""
_NOT_COUNTED = 3
"""Beyond so many, one more that leans is no worse."""


class Graded(NamedTuple):
    """A set of sentences of an article, by number, and whether a reader called it right."""

    article: Labelled
    chosen: tuple[int, ...]
    right: bool


def graded(articles: Iterable[Labelled], labels: Path) -> list[Graded]:
    """The sets of the labelled articles that are whole sentences.

    Args:
        articles: what `labels.labelled` gives.
        labels: `tests/benchmarks/labels/sets.jsonl`.
    """
    known = {(one.source, one.id): one for one in articles}
    found = []
    for line in labels.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        article = known.get((record["source"], record["id"]))
        if article is None:
            continue
        chosen = sorted(covered(article.sentences, record["spans"]))
        if len(chosen) == len(record["spans"]) <= _MOST:
            found.append(Graded(article, tuple(chosen), record["grade"] == _RIGHT))
    return found


def columns(article: Labelled, chosen: Collection[int]) -> list[float]:
    """What labels tell of a set: the point, what is wanted, what is not, how long it is."""
    size = len(chosen)
    taken = frozenset(chosen)
    wanted = ((article.core | article.best | article.good) - article.junk) & taken
    junk = len(article.junk & taken)
    leaning = [number for number in article.lean & taken if number - 1 not in taken]
    return [
        float(not article.core.isdisjoint(taken)),
        len(article.core & taken) / max(1, len(article.core)),
        len(wanted) / size,
        len(article.best & taken) / max(1, len(article.best)),
        (size - len(wanted) - junk) / _MOST,
        float(junk > 0),
        float(bool(leaning)),
        min(len(leaning), _NOT_COUNTED) / _NOT_COUNTED,
        float(min(taken) in leaning),
        size / _MOST,
    ]


def usual_size(article: Labelled) -> int:
    """How many sentences a summary of the article has."""
    return length.budget(length.AUTO, article.sentences).sentences


def fit(sets: Sequence[Graded]) -> Floats:
    """The weights of `columns`, and last the bias."""
    values = np.array([columns(one.article, one.chosen) for one in sets])
    right = np.array([one.right for one in sets], float)
    return logistic.fit(values, right, np.ones(len(sets)), penalty=_PENALTY, rounds=_ROUNDS)


def probability(weights: Floats, article: Labelled, sets: Sequence[Collection[int]]) -> Floats:
    """How probably a reader calls each set right."""
    values = np.array([columns(article, chosen) for chosen in sets])
    return np.asarray(1 / (1 + np.exp(-(values @ weights[:-1] + weights[-1]))))
