"""Trains how readers judge sentences.

    python -m newsclean.training.summary_readers SHARED tests/benchmarks/labels/summary.jsonl

writes `readers.json`. Each head is a logistic regression (Newton's method) on the sentences that a
reader saw. What these say of a set is no longer fitted, see `newsclean.summary.readers`: weights of
sets fitted to the readers' labels hold fewer right. The ranker (`ranker.json`) must be trained
before.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsclean.summary import readers
from newsclean.summary.features import Features, extract
from newsclean.summary.terms import Floats
from newsclean.training.summary_labels import Labelled, labelled

_FOLDS = 5
_PENALTY_HEADS = 30.0
_STEPS = 8
"""Newton steps: the fit does not move after six."""


class Example(NamedTuple):
    """A labelled article, read."""

    labelled: Labelled
    features: Features
    inputs: Floats

    @property
    def size(self) -> int:
        """Sentences of its summary."""
        return len(self.labelled.best)


def read(articles: Sequence[Labelled]) -> list[Example]:
    """Measures the articles."""
    examples = []
    for article in articles:
        features = extract(article.sentences, article.language, article.title)
        examples.append(Example(article, features, readers.inputs(features)))
    return examples


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


def fit(examples: Sequence[Example]) -> readers.Model:
    """The heads, from some articles; each weighs as the root of its length."""
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
    return readers.Model(np.array(heads), np.array(biases))


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


def as_data(model: readers.Model, columns: Sequence[str]) -> dict[str, Any]:
    """The model as it is shipped."""
    heads = {
        kind: {"bias": _short([bias])[0], "weights": _short(head)}
        for kind, head, bias in zip(readers.KINDS, model.heads, model.biases, strict=True)
    }
    return {"columns": columns, "heads": heads}


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
