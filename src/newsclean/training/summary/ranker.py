"""Trains the ranker: `python -m newsclean.training.summary.ranker SHARED` writes `ranker.json`.

Three fits, all convex, by L-BFGS: a logistic regression says how likely a sentence is to be one of
the oracle's; a listwise softmax over all sets of candidates (Cao et al. 2007, "Learning to rank:
from pairwise approach to listwise approach") is fitted to the sets' ROUGE, once for summaries of
one sentence (standfirsts, pages' descriptions) and once for longer ones (highlights; and the same
one-sentence references again, with the recall of their bigrams as the reward).
Prints what each source loses or wins against the lead when it is left out of the training, chooses
the margins by the worst of them, and writes the table to `leave_one_out.md`. Needs scipy.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsclean import sentences
from newsclean.arrays import Flags
from newsclean.summary.ranking import sets
from newsclean.summary.ranking.eligible import candidates
from newsclean.summary.ranking.features import Features, extract, names
from newsclean.summary.text.terms import Floats
from newsclean.summary.text.words import Ints
from newsclean.training.summary.pairs import Pair, described_pairs, human_pairs
from newsclean.training.summary.rewards import Scored, oracle, prepare, recall, rewards

SIZES = {
    "cnn": 3,
    "dailymail": 3,
    "cstnews": 3,
    "norsumm": 3,
    "orangesum": 1,
    "xsum": 1,
    "vietnews": 1,
    "descriptions": 1,
}
"""Sentences of a summary, by source."""
LONGER = 3
"""Sentences at which one-sentence references are trained on again."""
_MOST = 900
"""Examples of a source: the French one has three times as many, and would rule the rest."""
_PENALTY_ALONE = 1.0
_PENALTY_SETS = 3.0
_TEMPERATURE = {"one": 0.08, "several": 0.15}
_NO_TITLE = 0.5
"""Share of the training articles whose title is withheld: many a text comes without one."""


_TELL_LENGTH = (
    "words against the mean",
    "words, logarithm",
    "words against the lead",
    "under 40 words",
    "over 60 words",
    "over 90 words",
    "length",
    "length to 25",
    "length, logarithm",
    "length against the mean",
    "length, rank",
    "share of the article's words",
    "share of the article's words, rank",
    "new words",
    "first, length",
    "first, share of words",
    "long at the top",
)
"""Columns from which one source's taste for short summaries is learnt, which others do not share:
the weights are the mean of a fit with them and one without."""


Alone = tuple[Floats, float]
"""Weights and bias of the logistic regression."""


class Weights(NamedTuple):
    """What is trained."""

    alone: Alone
    one: Floats
    several: Floats


@dataclass(slots=True)
class Example:
    """A pair, read."""

    pair: Pair
    features: Features
    scored: Scored
    wanted: Flags
    """The oracle's sentences."""


@dataclass(slots=True)
class Lists:
    """All sets of all examples, one below the other; `starts` says where each example's begin."""

    values: Floats
    rewards: Floats
    starts: Ints


def read(pairs: Iterable[Pair]) -> list[Example]:
    """Splits, measures and labels the articles; those of one sentence are left out."""
    generator = np.random.default_rng(0)
    examples: list[Example] = []
    many: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        many[pair.source, pair.part] += 1
        if many[pair.source, pair.part] > _MOST:
            continue
        withheld = pair.part == "train" and generator.random() < _NO_TITLE
        prose = sentences.split(pair.text, pair.language)
        if len(prose) < 2 or pair.source not in SIZES:
            continue
        scored = prepare([s.text for s in prose], pair.references, pair.language)
        wanted = np.zeros(len(prose), bool)
        wanted[oracle(scored, SIZES[pair.source])] = True
        title = None if withheld else pair.title
        examples.append(Example(pair, extract(prose, pair.language, title), scored, wanted))
    return examples


def fit_alone(examples: Sequence[Example]) -> Alone:
    """(weights, bias) of the logistic regression; an article weighs as the root of its length."""
    from scipy.optimize import minimize

    values = np.vstack([one.features.values for one in examples])
    wanted = np.concatenate([one.wanted for one in examples]).astype(float)
    sizes = [len(one.wanted) for one in examples]
    weights = np.repeat(1 / np.sqrt(sizes), sizes)
    mean, spread = values.mean(0), _spread(values)
    scaled = (values - mean) / spread

    def loss(theta: Floats) -> tuple[float, Floats]:
        logits = scaled @ theta[:-1] + theta[-1]
        error = weights * (1 / (1 + np.exp(-logits)) - wanted)
        value = (weights * (np.logaddexp(0, logits) - wanted * logits)).sum()
        slope = np.append(scaled.T @ error + 2 * _PENALTY_ALONE * theta[:-1], error.sum())
        return value + _PENALTY_ALONE * (theta[:-1] ** 2).sum(), slope

    start = np.zeros(scaled.shape[1] + 1)
    theta = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    plain = theta[:-1] / spread
    return plain, float(theta[-1] - mean @ plain)


def _spread(values: Floats) -> Floats:
    spread = values.std(0)
    return np.where(spread < 1e-3, 1.0, spread)


def list_sets(examples: Sequence[Example], alone: Alone, *, several: bool) -> Lists:
    """Every set of candidates of every example, as the ranker would see it."""
    values, gains, starts = [], [], [0]
    for one in examples:
        own = SIZES[one.pair.source]
        if own > 1 and not several:
            continue
        found, described = describe(one, alone, LONGER if several else 1)
        if found is None:
            continue
        worth = (recall if own == 1 and several else rewards)(one.scored, found.members)
        if np.ptp(worth) < 1e-4:
            continue
        values.append(described)
        gains.append(worth)
        starts.append(starts[-1] + len(worth))
    return Lists(np.vstack(values), np.concatenate(gains), np.array(starts))


def describe(one: Example, alone: Alone, size: int) -> tuple[sets.Sets | None, Floats]:
    """Every set of an example's candidates, and all its features; None where it is too short."""
    scores = one.features.values @ alone[0] + alone[1]
    chosen = candidates(one.features, scores, size)
    if len(chosen) <= size:
        return None, np.zeros((0, 1), np.float32)
    found = sets.describe(one.features, scores, chosen, size)
    means = found.member @ one.features.values[chosen] / size
    return found, np.hstack([found.values, means]).astype(np.float32)


def fit_sets(lists: Lists, temperature: float, used: Flags) -> Floats:
    """Weights for which a softmax over an example's sets is nearest to that of their rewards."""
    from scipy.optimize import minimize

    spread = _spread(lists.values)[used]
    scaled = (lists.values[:, used] - lists.values[:, used].mean(0)) / spread
    starts = lists.starts[:-1]
    group = np.repeat(np.arange(len(starts)), np.diff(lists.starts))

    def softmax(logits: Floats) -> tuple[Floats, Floats]:
        shifted = logits - np.maximum.reduceat(logits, starts)[group]
        total = np.log(np.add.reduceat(np.exp(shifted), starts))[group]
        return np.exp(shifted - total), shifted - total

    aim, _ = softmax(lists.rewards / temperature)

    def loss(theta: Floats) -> tuple[float, Floats]:
        share, logarithm = softmax(scaled @ theta)
        value = _PENALTY_SETS * (theta**2).sum() - (aim * logarithm).sum()
        return value, scaled.T @ (share - aim) + 2 * _PENALTY_SETS * theta

    start = np.zeros(scaled.shape[1])
    theta = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    weights = np.zeros(lists.values.shape[1])
    weights[used] = theta / spread
    return weights


def _short(values: Iterable[float]) -> list[float]:
    return [float(f"{value:.5g}") for value in values]


def fit(examples: Sequence[Example]) -> Weights:
    """All weights, from some examples."""
    alone = fit_alone(examples)
    columns = (*sets.NAMES, *names())
    tells = np.array([column in _TELL_LENGTH for column in columns], bool)
    found = []
    for name in ("one", "several"):
        lists = list_sets(examples, alone, several=name == "several")
        weights = fit_sets(lists, _TEMPERATURE[name], np.ones(len(columns), bool))
        found.append((weights + fit_sets(lists, _TEMPERATURE[name], ~tells)) / 2)
    return Weights(alone, *found)


def as_model(weights: Weights, margins: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    """The model as it is shipped."""
    model: dict[str, Any] = {
        "features": names(),
        "alone": _short(weights.alone[0]),
        "bias": float(f"{weights.alone[1]:.5g}"),
    }
    own = len(sets.NAMES)
    for name, trained in (("one", weights.one), ("several", weights.several)):
        model[name] = {
            "sets": sets.NAMES,
            "own": _short(trained[:own]),
            "mean": _short(trained[own:]),
            "margins": margins[name],
        }
    return model


def main() -> None:
    """Trains, reports, writes."""
    from newsclean.training.summary import sources

    shared = Path(sys.argv[1])
    examples = read(chain(human_pairs(shared), described_pairs(shared)))
    target = Path(__file__).parents[2] / "data" / "summary"
    left_out = sources.leave_one_out(examples)
    margins = sources.margins(left_out)
    table = sources.table(left_out, margins)
    print(table)
    (target / "leave_one_out.md").write_text(table, encoding="utf-8")
    model = as_model(fit([one for one in examples if one.pair.part == "train"]), margins)
    text = json.dumps(model, separators=(",", ":")).replace('],"', '],\n"')
    (target / "ranker.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
