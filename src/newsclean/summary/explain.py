"""Why a sentence scored as it did: its features, grouped into what a reader would call them.

Each group's contribution is in log-odds, against the mean sentence of the same article.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from newsclean.summary import model
from newsclean.summary.features import GROUPS, Features, names
from newsclean.summary.terms import Floats

_SHOWN = 4


@cache
def _groups() -> tuple[tuple[str, ...], Floats]:
    """(names of the groups, features x groups: 1 where a feature belongs to a group)."""
    groups = tuple(GROUPS)
    belongs = np.array([[name in GROUPS[group] for group in groups] for name in names()], float)
    return groups, belongs


def contributions(features: Features) -> tuple[tuple[tuple[str, float], ...], ...]:
    """For each sentence (group, contribution), the largest first."""
    groups, belongs = _groups()
    values = features.values
    moved = ((values - values.mean(0)) * model.load().alone) @ belongs
    order = np.argsort(-np.abs(moved), axis=1, kind="stable")[:, :_SHOWN]
    largest = np.round(np.take_along_axis(moved, order, 1), 3)
    return tuple(
        tuple((groups[group], size) for group, size in zip(best, sizes, strict=True))
        for best, sizes in zip(order.tolist(), largest.tolist(), strict=True)
    )
