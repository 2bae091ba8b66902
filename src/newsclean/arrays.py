"""The array types that several rooms share, and products that start no threads."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]
Hash32 = npt.NDArray[np.uint32]
"""Hashes of the words that a network has vectors for."""
Hash64 = npt.NDArray[np.uint64]
"""Hashes that stand for a word: two different words never share one in practice."""


class Bag(NamedTuple):
    """The hashed words of a page: `hashes[i]` stands in line `lines[i]`, `lines` ascending."""

    hashes: Hash32
    lines: Indices


def distinct(values: Any) -> Indices:
    """The different numbers among `values`, ascending.

    What `np.unique` gives, which imports `numpy.ma`: 13 ms of a cold start.
    """
    ordered = np.sort(values, axis=None)
    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return np.asarray(ordered[new])


def stacked(columns: Iterable[Any], kind: Any = np.float64) -> Any:
    """Columns of any types of number as the rows of one array, each value of type `kind`.

    One call of numpy, in half the time that an assignment a row takes.
    """
    every = list(columns)
    return np.concatenate(every, dtype=kind, casting="unsafe").reshape(len(every), -1)


def preceding(values: Any) -> Any:
    """For each value the one before it, zero for the first."""
    found = np.zeros(len(values), values.dtype)
    found[1:] = values[:-1]
    return found


def following(values: Any) -> Any:
    """For each value the next one, zero for the last."""
    found = np.zeros(len(values), values.dtype)
    found[:-1] = values[1:]
    return found


def bounded(values: Any, low: float, high: float) -> Any:
    """What `np.clip` gives, in half the time for arrays as small as ours."""
    return np.minimum(np.maximum(values, low), high)


def probability(odds: Any) -> Any:
    """Log-odds as a probability."""
    return 1 / (1 + np.exp(-bounded(odds, -30, 30)))


_MOST_MULTIPLICATIONS = 200_000
_MOST_WITH_VECTOR = 9_000
"""OpenBLAS, which numpy brings, hands a product to its threads from 262,144 multiplications on, and
one of a matrix and a vector from 9,216 on. For matrices as small as ours the threads cost more than
they save, and in somebody's own process they take cores that newsclean was not given."""
_HAS_ONE_THREAD = os.environ.get("OPENBLAS_NUM_THREADS") == "1"
"""The command line and the workers of a batch ask for it: then whole products are faster."""


def product(left: Any, right: Any) -> Any:
    """`left @ right`, computed by the calling thread alone: in blocks of rows where it is large.

    Args:
        left: `[rows, inner]`, `[groups, rows, inner]` or a vector `[inner]`.
        right: `[inner, columns]`, or a vector `[inner]`.
    """
    if _HAS_ONE_THREAD:
        return left @ right
    single = left.ndim == 1 or left.shape[-2] == 1
    if single and right.ndim == 2 and right.size > _MOST_WITH_VECTOR:
        return _by_columns(left, right)
    if left.ndim == 1:
        return left @ right
    most = _MOST_MULTIPLICATIONS if right.ndim > 1 else _MOST_WITH_VECTOR
    step = max(1, most // max(1, right.size))
    if left.shape[-2] <= step:
        return left @ right
    if left.ndim > 2:
        each = right if right.ndim > 2 else itertools.repeat(right)
        return np.stack([_by_blocks(*pair, step) for pair in zip(left, each, strict=False)])
    return _by_blocks(left, right, step)


def _by_blocks(left: Any, right: Any, step: int) -> Any:
    """`left @ right` in blocks of `step` rows, from one of which numpy itself goes to the next."""
    rows, inner = left.shape
    whole = rows - rows % step
    out = np.empty((rows, *right.shape[1:]), np.result_type(left, right))
    blocks = out[:whole].reshape(-1, step, *right.shape[1:])
    np.matmul(left[:whole].reshape(-1, step, inner), right, out=blocks)
    if whole < rows:
        out[whole:] = product(left[whole:], right)
    return out


def _by_columns(left: Any, right: Any) -> Any:
    """A row, or a vector, times a matrix of which some columns are taken at a time."""
    step = max(1, _MOST_WITH_VECTOR // right.shape[0])
    parts = [left @ right[:, at : at + step] for at in range(0, right.shape[1], step)]
    return np.concatenate(parts, axis=-1)
