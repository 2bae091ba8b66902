"""The layers that networks over the lines of a page are made of, in numpy.

Most of the time of a small network is numpy's own, so that each layer is few calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newsclean.arrays import product

if TYPE_CHECKING:
    from newsclean.arrays import Floats

_EPSILON = 1e-5


class Linear(NamedTuple):
    """Weights `[in, out]` and a bias."""

    weights: Floats
    bias: Floats

    def __call__(self, state: Floats) -> Floats:
        """`[lines, in]` to `[lines, out]`."""
        out: Floats = product(state, self.weights)
        out += self.bias
        return out


def linear(net: dict[str, Any], name: str) -> Linear:
    """The layer `name` in the arrays of a net."""
    return Linear(_floats(net[f"{name}.w"]), _floats(net[f"{name}.b"]))


def _floats(values: Any) -> Floats:
    return np.asarray(values, np.float32)


def rms_norm(state: Floats) -> Floats:
    """Each line's numbers over their root mean square (Zhang and Sennrich 2019, RMSNorm)."""
    squares = np.einsum("ij,ij->i", state, state) / np.float32(state.shape[1])
    out: Floats = state / np.sqrt(squares + np.float32(_EPSILON))[:, None]
    return out


def mean(state: Floats) -> Floats:
    """The mean of all lines, in half the time of `ndarray.mean`."""
    out: Floats = np.add.reduce(state, axis=0) / np.float32(len(state))
    return out


def relu(state: Floats) -> Floats:
    """`state` with 0 for what is negative, in place."""
    return np.maximum(state, 0, out=state)


class Block(NamedTuple):
    """A residual step: each line sees the lines `dilation` above and below it.

    (Yu and Koltun 2016, "Multi-scale context aggregation by dilated convolutions".)
    """

    dilation: int
    around: Floats
    """`[3, hidden, hidden]`: for the line above, the line itself, and the one below."""
    bias: Floats
    mix: Linear

    def __call__(self, state: Floats) -> Floats:
        """`[lines, hidden]` to the same shape."""
        reach, scaled = self.dilation, rms_norm(state)
        above, own, below = self.around
        hidden: Floats = product(scaled, own)  # three products, each in a stretch of its own
        hidden += self.bias
        hidden[reach:] += product(scaled[:-reach], above)
        hidden[:-reach] += product(scaled[reach:], below)
        out = self.mix(relu(hidden))
        out += state
        return out


def block(net: dict[str, Any], index: int, dilation: int) -> Block:
    """The block `index` in the arrays of a net."""
    weights, bias = linear(net, f"block{index}.conv")
    around = weights.reshape(3, -1, weights.shape[1])
    return Block(dilation, around, bias, linear(net, f"block{index}.mix"))


def running_max(noticed: Floats) -> Floats:
    """The most that was noticed up to each line, and from each line on.

    `[lines, kinds]` to `[lines, 2 * kinds]`. Each step looks twice as far as the one before, which
    takes half the time of `np.maximum.accumulate` on pages of some hundred lines.
    """
    both = np.concatenate([noticed, noticed[::-1]], axis=1)
    reach = 1
    while reach < len(both):
        both[reach:] = np.maximum(both[reach:], both[:-reach])
        reach *= 2
    kinds = noticed.shape[1]
    both[:, kinds:] = both[::-1, kinds:].copy()
    return both
