"""A logistic regression by Newton's method (Hastie et al., "The Elements of Statistical Learning").

What the choosers of fields and the model of pages are fitted with.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

_RIDGE = 1e-6
"""Keeps the curvature invertible."""


def fit(scaled: Floats, right: Floats, weight: Floats, *, penalty: float, rounds: int) -> Floats:
    """The weights of the columns of `scaled`, `[rows, columns]`, and last the bias.

    `right` is 0 or 1 for each row, `weight` what it counts; `penalty` is of the squared weights,
    not of the bias.
    """
    table = np.hstack([scaled, np.ones((len(scaled), 1))])
    penalties = np.full(table.shape[1], penalty)
    penalties[-1] = 0.0
    weights: Floats = np.zeros(table.shape[1])
    for _ in range(rounds):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (weight * (likely - right)) + penalties * weights
        curve = (table.T * (weight * likely * (1 - likely))) @ table
        weights = weights - np.linalg.solve(curve + np.diag(penalties + _RIDGE), slope)
    return weights
