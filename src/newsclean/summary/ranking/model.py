"""The trained numbers of the ranker.

A sentence's score is a weighted sum of its features (logistic regression). A set's score is a
weighted sum of its own features and of the means of its sentences' features.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.summary.text.terms import Floats


class SetModel(NamedTuple):
    """How sets are scored; `margins`: how clearly one must beat the lead, in standard deviations.

    They are by group of languages: English, others that were trained on, all others ("").

    `own` has the weights of `Sets.values`, `mean` those of the means of `Features.values`.
    """

    own: Floats
    mean: Floats
    margins: dict[str, float]


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
            np.array(data[name]["own"]), np.array(data[name]["mean"]), data[name]["margins"]
        )

    return Model(
        tuple(data["features"]),
        np.array(data["alone"]),
        data["bias"],
        part("one"),
        part("several"),
    )


def margin(language: str, size: int) -> float:
    """How clearly a set of `size` must beat the lead, in standard deviations of the scores."""
    trained = load().one if size == 1 else load().several
    return trained.margins[language] if language in trained.margins else trained.margins[""]
