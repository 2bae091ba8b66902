"""Trains the ranker: `python -m newsclean.training.summary SHARED` writes `ranker.json`.

Three fits, all convex, by L-BFGS: a logistic regression says how likely a sentence is to be one of
the oracle's; a listwise softmax over all sets of candidates (Cao et al. 2007, "Learning to rank:
from pairwise approach to listwise approach") is fitted to the sets' ROUGE, once for summaries of
one sentence (standfirsts, pages' descriptions) and once for longer ones (English highlights).
Prints ROUGE-2 against the lead on the pairs kept for development. Needs scipy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from newsclean import sentences
from newsclean.summary import ranker, sets
from newsclean.summary.features import Features, extract, names
from newsclean.summary.terms import Flags, Floats
from newsclean.summary.words import Ints
from newsclean.training.summary_pairs import Pair, described_pairs, human_pairs
from newsclean.training.summary_rewards import Scored, oracle, prepare, rewards

_SIZES = {"cnn": 3, "dailymail": 3, "orangesum": 1, "descriptions": 1}
"""Sentences of a summary, by source."""
_PENALTY_ALONE = 1.0
_PENALTY_SETS = 3.0
_TEMPERATURE = {"one": 0.08, "several": 0.15}
_MARGIN = {"one": 0.3, "several": 0.6}
"""Standard deviations by which a set must beat the lead."""
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
    examples = []
    for pair in pairs:
        withheld = pair.part == "train" and generator.random() < _NO_TITLE
        prose = sentences.split(pair.text, pair.language)
        if len(prose) < 2 or pair.source not in _SIZES:
            continue
        scored = prepare([s.text for s in prose], pair.references, pair.language)
        wanted = np.zeros(len(prose), bool)
        wanted[oracle(scored, _SIZES[pair.source])] = True
        title = None if withheld else pair.title
        examples.append(Example(pair, extract(prose, pair.language, title), scored, wanted))
    return examples


def fit_alone(examples: Sequence[Example]) -> tuple[Floats, float]:
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


def list_sets(examples: Sequence[Example], alone: tuple[Floats, float]) -> Lists:
    """Every set of candidates of every example, as the ranker would see it."""
    values, gains, starts = [], [], [0]
    for one in examples:
        members, described = describe(one, alone)
        worth = rewards(one.scored, members)
        if np.ptp(worth) < 1e-4:
            continue
        values.append(described)
        gains.append(worth)
        starts.append(starts[-1] + len(worth))
    return Lists(np.vstack(values), np.concatenate(gains), np.array(starts))


def describe(one: Example, alone: tuple[Floats, float]) -> tuple[Ints, Floats]:
    """(members, features) of every set of an example's candidates."""
    scores = one.features.values @ alone[0] + alone[1]
    size = min(_SIZES[one.pair.source], len(scores))
    chosen = ranker.candidates(one.features, scores, size)
    found = sets.describe(one.features, scores, chosen, size)
    means = found.member @ one.features.values[chosen] / size
    return found.members, np.hstack([found.values, means])


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
    theta = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    weights = np.zeros(lists.values.shape[1])
    weights[used] = theta / spread
    return weights


def report(examples: Sequence[Example], alone: tuple[Floats, float], model: dict[str, Any]) -> str:
    """How the chosen sets fare against the lead (reward, without the scorer's niceties)."""
    weights = np.array(model["own"] + model["mean"])
    gained = []
    for one in examples:
        members, values = describe(one, alone)
        totals = values @ weights
        best = int(totals.argmax())
        if totals[best] - totals[0] < model["margin"] * totals.std():
            best = 0
        worth = rewards(one.scored, members)
        gained.append(100 * (worth[best] - worth[0]))
    error = 1.96 * np.std(gained) / len(gained) ** 0.5
    return f"{len(gained)} articles, reward against lead {np.mean(gained):+.2f} ± {error:.2f}"


def _short(values: Iterable[float]) -> list[float]:
    return [float(f"{value:.5g}") for value in values]


def train(examples: Sequence[Example]) -> dict[str, Any]:
    """The model, as it is shipped, from the training examples."""
    alone = fit_alone(examples)
    model: dict[str, Any] = {
        "features": names(),
        "alone": _short(alone[0]),
        "bias": float(f"{alone[1]:.5g}"),
    }
    for name in ("one", "several"):
        fit = [one for one in examples if (_SIZES[one.pair.source] == 1) == (name == "one")]
        lists = list_sets(fit, alone)
        columns = (*sets.NAMES, *names())
        tells = np.array([column in _TELL_LENGTH for column in columns], bool)
        weights = fit_sets(lists, _TEMPERATURE[name], np.ones(len(columns), bool))
        weights = (weights + fit_sets(lists, _TEMPERATURE[name], ~tells)) / 2
        own = len(sets.NAMES)
        model[name] = {
            "sets": sets.NAMES,
            "own": _short(weights[:own]),
            "mean": _short(weights[own:]),
            "margin": _MARGIN[name],
        }
    return model


def main() -> None:
    """Trains, reports, writes."""
    shared = Path(sys.argv[1])
    examples = read(chain(human_pairs(shared), described_pairs(shared)))
    model = train([one for one in examples if one.pair.part == "train"])
    alone = np.array(model["alone"]), model["bias"]
    for source, size in _SIZES.items():
        kept = [one for one in examples if one.pair.part == "dev" and one.pair.source == source]
        print(f"{source}: {report(kept, alone, model['one' if size == 1 else 'several'])}")
    target = Path(__file__).parents[1] / "data" / "summary" / "ranker.json"
    text = json.dumps(model, separators=(",", ":")).replace('],"', '],\n"')
    target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
