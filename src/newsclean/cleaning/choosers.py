"""Which of several candidates is the title or the author: one small logistic model for each field.

A candidate is a row of numbers; the model's weights are in `data/cleaning/NAME.json` with the names
of the numbers, and were learned from what readers found printed
(`newsclean.training.fields.choosers`).
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Iterable


class Chooser(NamedTuple):
    """The weights of a model; `least` is how likely a candidate has to be to be taken."""

    weights: tuple[float, ...]
    bias: float
    least: float

    def scores(self, rows: Iterable[tuple[float, ...]]) -> list[float]:
        """The log-odds of each candidate."""
        return [self.bias + sum(map(float.__mul__, self.weights, row)) for row in rows]

    def is_likely(self, score: float) -> bool:
        """Is a candidate likely enough?"""
        return score >= math.log(self.least / (1 - self.least))


@cache
def chooser(name: str, features: tuple[str, ...]) -> Chooser:
    """The model of a field, whose candidates have these features.

    Raises:
        ValueError: it was trained on others.
    """
    data = languages.read_data(f"cleaning/{name}.json")
    if tuple(data["features"]) != features:
        raise ValueError(f"data/cleaning/{name}.json was trained on other features; train it anew")
    return Chooser(tuple(data["weights"]), data["bias"], data["least"])
