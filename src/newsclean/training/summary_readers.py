"""Trains how readers judge sentences and sets of them.

    python -m newsclean.training.summary_readers SHARED tests/benchmarks/labels/summary.jsonl

writes `readers.json`. Each head is a logistic regression (Newton's method) on the sentences that a
reader saw; the weights of sets are fitted by a listwise softmax (Cao et al. 2007) to what the
reader's labels make of every set of candidates, with heads that did not see the article (stacking,
Wolpert 1992). The ranker (`ranker.json`) must be trained before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsclean.summary import ranker, readers
from newsclean.summary.features import Features, extract
from newsclean.summary.terms import Floats
from newsclean.summary.words import Ints
from newsclean.training.summary_labels import Labelled, grade, labelled

_FOLDS = 5
_PENALTY_HEADS = 30.0
_PENALTY_SETS = 3.0
_TEMPERATURE = 0.3
_ADDED = {"by references": 0.7, "words, logarithm": -1.0, "long sentences": -0.5}
"""What is added to weights that were fitted. Readers alone would have about 0.1 for what the
references hold of a set, and long sentences; then summaries lose what the writers of descriptions
say (significantly below the lead). By this readers lose a point of a hundred (cross-validated)."""
_BY_HAND = {"opens on the first": 0.0, "not introduced": -0.6}
"""Weights that are not fitted. In the labelled articles the first sentence is often a standfirst,
which cleaning takes off; too few open on a surname alone."""
_STEPS = 8
"""Newton steps: the fit does not move after six."""
_GOOD = 0.8
"""What a sentence of `good` is worth beside one of `best`."""
_CORE, _RIGHT = 0.6, 0.6
"""What a set wins for having the point, and for being right."""


class Example(NamedTuple):
    """A labelled article, read."""

    labelled: Labelled
    features: Features
    inputs: Floats

    @property
    def size(self) -> int:
        """Sentences of its summary."""
        return len(self.labelled.best)


class Lists(NamedTuple):
    """Every set of candidates of an article: its columns, and the share that each should have."""

    values: Floats
    aim: Floats


def read(articles: Sequence[Labelled]) -> list[Example]:
    """Measures the articles."""
    examples = []
    for article in articles:
        features = extract(article.sentences, article.language, article.title)
        examples.append(Example(article, features, readers.inputs(features)))
    return examples


def fit(examples: Sequence[Example], seed: int = 0) -> readers.Model:
    """All weights, from some articles."""
    lists = []
    for others, part in folds(examples, seed):
        heads, biases = fit_heads(others)
        model = readers.Model(heads, biases, np.zeros(len(readers.NAMES)))
        lists += [found for one in part if (found := _lists(one, model)) is not None]
    return readers.Model(*fit_heads(examples), fit_sets(lists))


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


def fit_heads(examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """(weights, kinds x columns; biases); an article weighs as the root of its length."""
    sizes = [one.labelled.read for one in examples]
    values = np.vstack([one.inputs[: one.labelled.read] for one in examples])
    weights = np.repeat(1 / np.sqrt(sizes), sizes)
    weights *= len(weights) / weights.sum()
    mean, spread = values.mean(0), values.std(0)
    spread = np.where(spread < 1e-3, 1.0, spread)
    scaled = np.column_stack([(values - mean) / spread, np.ones(len(values))]).astype(np.float32)
    penalty = np.append(np.full(values.shape[1], 2 * _PENALTY_HEADS), 1e-6)
    heads, biases = [], []
    for kind in readers.KINDS:
        wanted = np.concatenate([_target(one.labelled, kind) for one in examples])
        theta = np.zeros(scaled.shape[1])
        for _ in range(_STEPS):
            share = 1 / (1 + np.exp(-np.clip(scaled @ theta.astype(np.float32), -30, 30)))
            slope = scaled.T @ (weights * (share - wanted)).astype(np.float32) + penalty * theta
            steep = (weights * share * (1 - share)).astype(np.float32)
            curve = (scaled * steep[:, None]).T @ scaled
            theta = theta - np.linalg.solve(curve + np.diag(penalty), slope)
        plain = theta[:-1] / spread
        heads.append(plain)
        biases.append(float(theta[-1] - mean @ plain))
    return np.array(heads), np.array(biases)


def _target(article: Labelled, kind: str) -> Floats:
    kinds = {
        "wanted": article.core | article.best | article.good,
        "core": article.core,
        "leans": article.lean,
        "junk": article.junk,
    }
    target = np.zeros(article.read)
    target[[number for number in kinds[kind] if number < article.read]] = 1.0
    return target


def _lists(one: Example, model: readers.Model) -> Lists | None:
    """Every set of an example's candidates; None where there is no choice."""
    found = ranker.described(one.features, ranker.score(one.features), one.size, model)
    if found is None or len(found[0]) < 2:
        return None
    members, values = found
    return Lists(values, _softmax(rewards(one.labelled, members) / _TEMPERATURE))


def _softmax(logits: Floats) -> Floats:
    shares = np.exp(logits - logits.max())
    return np.asarray(shares / shares.sum())


def rewards(article: Labelled, members: Ints) -> Floats:
    """What each set (rows of sentence numbers) is worth to the reader."""
    worth = dict.fromkeys(article.good, _GOOD) | dict.fromkeys(article.core | article.best, 1.0)
    found = []
    for chosen in members.tolist():
        graded = grade(article, chosen)
        faults = sum(number in article.junk for number in chosen)
        faults += sum(number in article.lean and number - 1 not in chosen for number in chosen)
        told = sum(worth.get(number, 0.0) for number in chosen)
        share = (told - faults) / len(chosen)
        found.append(share + _CORE * graded.core + _RIGHT * graded.right)
    return np.array(found)


def fit_sets(lists: Sequence[Lists]) -> Floats:
    """Weights for which a softmax over an article's sets is nearest to that of their rewards."""
    from scipy.optimize import minimize

    values = np.vstack([one.values for one in lists])
    spread = values.std(0)
    spread = np.where(spread < 1e-6, 1.0, spread)
    scaled = (values - values.mean(0)) / spread
    sizes = [len(one.aim) for one in lists]
    aim = np.concatenate([one.aim for one in lists])
    starts = np.cumsum([0, *sizes[:-1]])
    group = np.repeat(np.arange(len(lists)), sizes)

    def softmax(logits: Floats) -> tuple[Floats, Floats]:
        shifted = logits - np.maximum.reduceat(logits, starts)[group]
        total = np.log(np.add.reduceat(np.exp(shifted), starts))[group]
        return np.exp(shifted - total), shifted - total

    def loss(theta: Floats) -> tuple[float, Floats]:
        share, logarithm = softmax(scaled @ theta)
        value = _PENALTY_SETS * (theta**2).sum() - (aim * logarithm).sum()
        return value, scaled.T @ (share - aim) + 2 * _PENALTY_SETS * theta

    start = np.zeros(scaled.shape[1])
    theta = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    weights = np.asarray(theta / spread)
    for name, weight in _ADDED.items():
        weights[readers.NAMES.index(name)] += weight
    for name, weight in _BY_HAND.items():
        weights[readers.NAMES.index(name)] = weight
    return weights


def as_data(model: readers.Model, columns: Sequence[str]) -> dict[str, Any]:
    """The model as it is shipped."""
    heads = {
        kind: {"bias": _short([bias])[0], "weights": _short(head)}
        for kind, head, bias in zip(readers.KINDS, model.heads, model.biases, strict=True)
    }
    return {
        "columns": columns,
        "heads": heads,
        "sets": {"names": readers.NAMES, "weights": _short(model.sets)},
    }


def _short(values: Sequence[float] | Floats) -> list[float]:
    return [float(f"{value:.5g}") for value in values]


def main() -> None:
    """Trains, writes."""
    shared, labels = map(Path, sys.argv[1:3])
    examples = read(list(labelled(shared, labels)))
    data = as_data(fit(examples), readers.input_names(examples[0].features))
    text = json.dumps(data, separators=(",", ":")).replace("],", "],\n")
    target = Path(__file__).parents[1] / "data" / "summary" / "readers.json"
    target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
