"""Trains how readers judge sentences, and sets of them.

    python -m newsclean.training.summary.readers SHARED tests/benchmarks/labels

writes `readers.en.bin` and, for all other languages, `readers.bin`. Words are fitted first (a
logistic regression); what they say of the sentences of a fold that they were not fitted to is a
number for the networks. What these say of such sentences makes the columns of sets, whose weights
are fitted to how probably a reader calls each set right (`graded_sets`). The ranker
(`ranker.json`) must be trained before.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsclean import weights_file
from newsclean.summary.ranking import hashed, readers, sets
from newsclean.summary.ranking.features import Features, extract
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.ranking.network import Network, scaled
from newsclean.summary.text.terms import Floats
from newsclean.training.summary import graded_sets
from newsclean.training.summary.labels import Labelled, labelled
from newsclean.training.summary.words import Read, Seen, fit_words, usual

_FOLDS = 5
SEEDS = (0, 1)
"""One network each."""
_SHARPNESS = 10.0
"""How much likelier a set should be chosen the likelier it is right: exp(10) from 0 to 1."""
_PENALTY, _STEPS, _RATE = 1.0, 300, 0.5
_STRICTER = 1.4
"""What the fitted weight of leaning is multiplied by. A softmax looks at all sets, a summary is the
best one: by labels .396 instead of .390 are right in English and .472 instead of .466 in others,
and .24 and .29 instead of .27 and .32 have a sentence that leans on one left out. By 1.75 still
fewer do (.22, .27), but a verdict after a leaning sentence gives way to what stands alone."""
FOR_ENGLISH = 951
"""The labelled articles from which the model of English is made, the first; most are English."""
_DRAW = 1
"""Divides the domains into the folds that words and sets are fitted on."""


class Example(NamedTuple):
    """A labelled article, read."""

    labelled: Labelled
    features: Features
    read: Read

    @property
    def key(self) -> tuple[str, str]:
        """Names the article."""
        return self.labelled.source, self.labelled.id

    @property
    def size(self) -> int:
        """Sentences of its summary."""
        return len(self.labelled.best)


def read(articles: Sequence[Labelled]) -> list[Example]:
    """Measures the articles."""
    examples = []
    for article in articles:
        features = extract(article.sentences, article.language, article.title)
        rows, buckets = hashed.buckets(features.terms, 0, article.read)
        own = Read(rows, buckets, _said(article))
        examples.append(Example(article, features, own))
    return examples


def _said(article: Labelled) -> Floats:
    """What the reader said of each sentence, 1 where it is of a kind."""
    kinds = {
        "wanted": article.core | article.best | article.good,
        "core": article.core,
        "leans": article.lean,
        "junk": article.junk,
        "best": article.best,
    }
    said = np.zeros((article.read, len(readers.KINDS)))
    for column, kind in enumerate(readers.KINDS):
        said[[number for number in kinds[kind] if number < article.read], column] = 1.0
    return said


def folds(examples: Sequence[Example], seed: int) -> Iterator[tuple[list[Example], list[Example]]]:
    """(all others, those of a fifth of the domains), five times, by chance."""
    domains = sorted({one.labelled.domain for one in examples})
    order = np.random.default_rng(seed).permutation(len(domains)).tolist()
    for first in range(_FOLDS):
        held = {domains[number] for number in order[first::_FOLDS]}
        yield (
            [one for one in examples if one.labelled.domain not in held],
            [one for one in examples if one.labelled.domain in held],
        )


def fit(examples: Sequence[Example], weights: Floats) -> readers.Model:
    """A model of sentences; `weights` are of `readers.SET_COLUMNS`, see `fit_sets`."""
    told = [_cut(one, values) for one, values in zip(examples, _told(examples), strict=True)]
    mean, spread = usual(told)
    return readers.Model(
        mean,
        spread,
        fit_words([one.read for one in examples]),
        _networks(told, mean, spread),
        weights,
    )


def _told(examples: Sequence[Example]) -> list[Any]:
    """What the networks read of each article, with what words say that it was not fitted to."""
    found = {}
    for others, part in folds(examples, _DRAW):
        table = fit_words([one.read for one in others])
        for one in part:
            size = len(one.features.lengths)
            said = hashed.scores(one.features.terms, table, 0, size)
            found[one.key] = readers.told(readers.numbers(one.features), said, 0, size)
    return [found[one.key] for one in examples]


def _cut(example: Example, values: Any) -> Seen:
    return Seen(values[: example.labelled.read], example.read.said)


def _networks(told: Sequence[Seen], mean: Any, spread: Any) -> tuple[Network, ...]:
    from newsclean.training.summary.network import fit_network  # needs torch

    bounded = [one._replace(values=scaled(one.values, mean, spread)) for one in told]
    return tuple(_rounded(fit_network(bounded, seed)) for seed in SEEDS)


def _rounded(network: Network) -> Network:
    """The network as it is after a file has kept it."""
    return Network(*(np.asarray(value, np.float16).astype(np.float32) for value in network))


def fit_sets(examples: Sequence[Example], graded: Sequence[graded_sets.Graded]) -> Floats:
    """The weights of `readers.SET_COLUMNS`, from networks that did not see the article.

    A softmax over the sets of each article should give most to those that are most probably right.
    """
    grades = graded_sets.fit(graded)
    told = {one.key: (one, values) for one, values in zip(examples, _told(examples), strict=True)}
    tables, targets = [], []
    for others, part in folds(examples, _DRAW):
        own = [_cut(*told[one.key]) for one in others]
        mean, spread = usual(own)
        nets = _networks(own, mean, spread)
        for one in part:
            judged = readers.Judged(*readers.odds(nets, scaled(told[one.key][1], mean, spread)).T)
            size = graded_sets.usual_size(one.labelled)
            among = readers.candidates(
                one.features, judged, Introductions(one.features.terms), size
            )
            if len(among) <= size:
                continue
            members = sets.members(among, size)
            tables.append(readers.columns_of_sets(judged, members))
            likely = graded_sets.probability(grades, one.labelled, members.tolist())
            share = np.exp(_SHARPNESS * likely)
            targets.append(share / share.sum())
    return _fit_softmax(tables, targets)


def _fit_softmax(tables: Sequence[Floats], targets: Sequence[Floats]) -> Floats:
    """Weights by gradient descent, on columns in standard deviations."""
    whole = np.concatenate(tables)
    mean, spread = whole.mean(0), whole.std(0)
    sizes = [len(table) for table in tables]
    starts = np.cumsum([0, *sizes[:-1]])
    owner = np.repeat(np.arange(len(sizes)), sizes)
    values, target = (whole - mean) / spread, np.concatenate(targets)
    weights: Floats = np.zeros(values.shape[1])
    for _ in range(_STEPS):
        odds = values @ weights
        share = np.exp(odds - np.maximum.reduceat(odds, starts)[owner])
        share /= np.add.reduceat(share, starts)[owner]
        slope = (share - target) @ values + 2 * _PENALTY * weights
        weights = weights - _RATE * slope / len(sizes)
    weights[readers.SET_COLUMNS.index("leaning")] *= _STRICTER
    return np.asarray(weights / spread)


def main() -> None:
    """Trains, writes: of more English labels English summaries become no better."""
    shared, labels = map(Path, sys.argv[1:3])
    every = list(labelled(shared, labels / "summary.jsonl"))
    for language, articles in (("en", every[:FOR_ENGLISH]), ("", every)):
        examples = read(articles)
        graded = graded_sets.graded(articles, labels / "sets.jsonl")
        model = fit(examples, fit_sets(examples, graded))
        print(dict(zip(readers.SET_COLUMNS, model.weights.round(2).tolist(), strict=True)))
        note = f"{len(articles)} articles, {len(graded)} sets"
        weights_file.path(readers.file_of(language)).write_bytes(readers.dump(model, note))


if __name__ == "__main__":
    main()
