"""Numbers of sentences -> log-odds of what readers would say of each: a small network.

Each sentence is seen with its two neighbours (a convolution) and beside the mean and the largest
value of all, so that what is said of it depends on the article that it stands in. What a linear
model says is added. `training.summary.network` makes the weights.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from newsclean.arrays import product

MOST = 6.0
"""Standard deviations beyond which a number counts as so many."""


class Network(NamedTuple):
    """The weights, as they stand in the file: those of a layer are `[in, out]`."""

    linear: Any
    linear_bias: Any
    inner: Any
    inner_bias: Any
    near: Any
    """`[3 x inner, inner]`: of the sentence before, of itself, of the next."""
    near_bias: Any
    whole: Any
    """`[2 x inner, inner]`: of the mean of all sentences, of the largest values."""
    whole_bias: Any
    out: Any
    out_bias: Any

    def __call__(self, values: Any) -> Any:
        """`[sentences, in]`, in standard deviations, to `[sentences, out]`."""
        state = np.maximum(product(values, self.inner) + self.inner_bias, 0)
        size, width = state.shape
        wide = np.zeros((size, 3 * width), state.dtype)
        wide[1:, :width] = state[:-1]
        wide[:, width : 2 * width] = state
        wide[:-1, 2 * width :] = state[1:]
        every = np.concatenate((state.sum(0) / size, state.max(0)))
        seen = product(wide, self.near) + (every @ self.whole + self.whole_bias + self.near_bias)
        state += np.maximum(seen, 0)
        out = product(values, self.linear) + self.linear_bias
        return out + product(state, self.out) + self.out_bias


def scaled(values: Any, mean: Any, spread: Any) -> Any:
    """Numbers as standard deviations from what is usual, bounded."""
    found = values - mean
    found /= spread
    return np.minimum(np.maximum(found, -MOST, out=found), MOST, out=found)
