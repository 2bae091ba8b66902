"""The trained numbers of the ranker, and how they are applied.

A sentence's score is a weighted sum of its features (logistic regression). A set's score is the
weighted sum of its own features and of the mean of its sentences', plus the votes of small trees.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from newsclean import languages
from newsclean.summary.terms import Floats, Ints


@dataclass(frozen=True, slots=True)
class Trees:
    """Complete binary trees of depth 3, trees x 7 nodes and trees x 8 leaves.

    Nodes stand in the order root, left, right, left-left, left-right, right-left, right-right; a
    value above the threshold goes right.
    """

    columns: Ints
    thresholds: Floats
    leaves: Floats

    def __call__(self, values: Floats) -> Floats:
        """The sum of the leaves that each row of `values` (sets x features) falls into."""
        if not len(self.leaves):
            return np.zeros(len(values))
        right = (values[:, self.columns.ravel()] > self.thresholds.ravel()).reshape(
            len(values), len(self.leaves), 7
        )
        one = right[:, :, 0]
        two = np.where(one, right[:, :, 2], right[:, :, 1])
        low = np.where(two, right[:, :, 4], right[:, :, 3])
        high = np.where(two, right[:, :, 6], right[:, :, 5])
        leaf = one * 4 + two * 2 + np.where(one, high, low)
        return np.asarray(self.leaves[np.arange(len(self.leaves)), leaf].sum(1))


@dataclass(frozen=True, slots=True)
class SetModel:
    """How sets of one range of sizes are scored; `margin` is how clearly the lead must be beaten."""

    own: Floats
    mean: Floats
    trees: Trees
    margin: float


@dataclass(frozen=True, slots=True)
class Model:
    """All the trained numbers."""

    alone: Floats
    bias: float
    one: SetModel
    several: SetModel


@cache
def load() -> Model:
    """The shipped model."""
    data = languages.read_data("summary/ranker.json")

    def set_model(name: str) -> SetModel:
        part = data[name]
        trees = part["trees"]
        return SetModel(
            own=np.array(part["own"]),
            mean=np.array(part["mean"]),
            trees=Trees(
                np.array(trees["columns"], np.intp).reshape(-1, 7),
                np.array(trees["thresholds"], float).reshape(-1, 7),
                np.array(trees["leaves"], float).reshape(-1, 8),
            ),
            margin=part["margin"],
        )

    return Model(np.array(data["alone"]), data["bias"], set_model("one"), set_model("several"))
