"""The hashed words that a network has vectors for, and the sums of vectors of a page's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from newsclean.arrays import Floats, Hash32, Indices


class Vocabulary:
    """Hash32 in ascending order; the place of each is the row of its vector.

    Hash32 are spread evenly, so those with the same first bits are few, and next to each other:
    a hash is found in a few steps, for all words of a page at once.
    """

    def __init__(self, hashes: Hash32) -> None:
        """`hashes` is ascending."""
        self.hashes = hashes
        bits = max(1, len(hashes).bit_length())  # about one hash for each value of them
        self._shift = np.uint32(32 - bits)
        sizes = np.bincount(hashes >> self._shift, minlength=1 << bits)
        self._starts = sizes.cumsum() - sizes
        self._most = max(1, int(sizes.max()))
        # a hash that is looked up behind the last one must meet something that is as large
        self._padded = np.append(hashes, np.full(self._most, 0xFFFFFFFF, np.uint32))

    def __len__(self) -> int:
        """How many words have a vector."""
        return len(self.hashes)

    def __call__(self, found: Hash32) -> tuple[Indices, npt.NDArray[np.bool_]]:
        """The rows of the words that have one, and which of those `found` they are."""
        at = self._starts.take(found >> self._shift)
        for _ in range(self._most - 1):
            at += self._padded.take(at) < found
        known = self._padded.take(at) == found
        known &= at < len(self.hashes)
        return at[known], known


def embed(table: Floats, rows: Indices, lines: Indices, count: int) -> Floats:
    """The sum of each line's vectors over the square root of their number, `[count, width]`.

    Args:
        table: `[words, width]`.
        rows: of the table.
        lines: which line each row is for, ascending.
        count: how many lines there are.
    """
    sums = np.zeros((count, table.shape[1]), np.float32)
    if len(rows):
        counts: Any = np.bincount(lines, minlength=count)
        filled = counts.nonzero()[0]
        starts = (counts.cumsum() - counts)[filled]
        of_lines = np.add.reduceat(table.take(rows, axis=0), starts, axis=0)
        of_lines /= np.sqrt(counts[filled])[:, None].astype(np.float32)
        sums[filled] = of_lines
    return sums
