"""Why a sentence scored as it did: its features, grouped into what a reader would call them.

Each group's contribution is in log-odds, against the mean sentence of the same article.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from newsclean.summary import model
from newsclean.summary.features import GROUPS, Features, names
from newsclean.summary.terms import Ints

_SHOWN = 5
_LEAST = 0.05
"""Contributions below this (log-odds) are not worth a word."""


@cache
def _groups() -> tuple[tuple[str, ...], Ints]:
    """(names of the groups, group of each feature)."""
    groups = tuple(GROUPS)
    of_feature = {name: number for number, group in enumerate(groups) for name in GROUPS[group]}
    return groups, np.array([of_feature[name] for name in names()], np.intp)


def contributions(features: Features) -> tuple[tuple[tuple[str, float], ...], ...]:
    """For each sentence (group, contribution), the largest first."""
    groups, of_feature = _groups()
    values = features.values
    moved = (values - values.mean(0)) * model.load().alone
    totals = np.zeros((len(values), len(groups)))
    for number in range(len(groups)):
        totals[:, number] = moved[:, of_feature == number].sum(1)
    order = np.argsort(-np.abs(totals), axis=1, kind="stable")[:, :_SHOWN]
    return tuple(
        tuple((groups[group], round(row[group], 3)) for group in best if abs(row[group]) >= _LEAST)
        for row, best in zip(totals.tolist(), order.tolist(), strict=True)
    )
