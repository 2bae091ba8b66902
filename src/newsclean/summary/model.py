"""The trained numbers of the ranker.

A sentence's score is a weighted sum of its features (logistic regression). A set's score is a
weighted sum of its own features and of the means of its sentences' features.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.summary.terms import Floats


class SetModel(NamedTuple):
    """How sets are scored; `margin` is how clearly one must beat the lead, in standard deviations.

    `own` has the weights of `Sets.values`, `mean` those of the means of `Features.values`.
    """

    own: Floats
    mean: Floats
    margin: float


class Model(NamedTuple):
    """All trained numbers; `one` is for summaries of one sentence, `several` for longer ones.

    `features` names the columns that the numbers belong to, in order.
    """

    features: tuple[str, ...]
    alone: Floats
    bias: float
    one: SetModel
    several: SetModel


@cache
def load() -> Model:
    """The shipped model."""
    data = languages.read_data("summary/ranker.json")

    def part(name: str) -> SetModel:
        return SetModel(
            np.array(data[name]["own"]), np.array(data[name]["mean"]), data[name]["margin"]
        )

    return Model(
        tuple(data["features"]),
        np.array(data["alone"]),
        data["bias"],
        part("one"),
        part("several"),
    )
