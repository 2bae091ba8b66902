"""The array types that several rooms share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Booleans = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.int64]
Hash32 = npt.NDArray[np.uint32]
"""Hashes of the words that a network has vectors for."""
Hash64 = npt.NDArray[np.uint64]
"""Hashes that stand for a word: two different words never share one in practice."""


class Bag(NamedTuple):
    """The hashed words of a page: `hashes[i]` stands in line `lines[i]`, `lines` ascending."""

    hashes: Hash32
    lines: Indices
