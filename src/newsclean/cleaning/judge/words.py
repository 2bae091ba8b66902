"""The hashed words of lines, for a table that has a weight for each bucket.

Words are those that the networks read, and how a line begins and ends: its first two and three
words and its last two. Hashing into a fixed number of buckets needs no vocabulary (Weinberger et
al. 2009, "Feature hashing for large scale multitask learning").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from newsclean.arrays import Bag

if TYPE_CHECKING:
    from newsclean.arrays import Floats
    from newsclean.cleaning.judge.numbers import Rows
    from newsclean.cleaning.record import Numbers, PageRecord

BUCKETS = 1 << 15
STEPS = (0, -1, 1, -2, 2)
"""Whose score stands in a row: the line's own, then that of its neighbours."""


def buckets_of(record: PageRecord, numbers: Numbers, rows: Rows) -> Bag:
    """The buckets of the words of the lines, whose places in the bag are those of the rows."""
    bag, first = numbers.bag, rows.content.start
    low, high = np.searchsorted(bag.lines, [first, rows.content.stop])
    words = record.page.words
    two = [(row, own) for row, at in enumerate(rows.lines.tolist()) if len(own := words[at]) > 1]
    three = [(row, own) for row, own in two if len(own) > 2]
    grams = [f"^{own[0]} {own[1]}" for _, own in two]
    grams += [f"{own[-2]} {own[-1]}$" for _, own in two]
    grams += [f"^{own[0]} {own[1]} {own[2]}" for _, own in three]
    places = [row for row, _ in (*two, *two, *three)]
    read = "\n".join(grams).encode("utf-8", "replace").split(b"\n") if grams else []
    hashes = np.array([*map(crc32, read)], np.uint32)
    return Bag(
        np.concatenate([bag.hashes[low:high], hashes]) % np.uint32(BUCKETS),
        np.concatenate([bag.lines[low:high] - first, np.array(places, np.int64)]),
    )


def scores(bag: Bag, table: Floats, count: int) -> Any:
    """For each line the sum of its buckets' weights over the square root of their number."""
    sizes = np.bincount(bag.lines, minlength=count)
    sums = np.bincount(bag.lines, table[bag.hashes], minlength=count)
    return sums / np.sqrt(np.maximum(sizes, 1))


def with_neighbours(scores: Any) -> Any:
    """`[lines, 5]`: the score of each line, and of the two lines above it and below it."""
    reach = max(STEPS)
    padded = np.zeros(len(scores) + 2 * reach)
    padded[reach:-reach] = scores
    return np.stack([padded[reach + step :][: len(scores)] for step in STEPS], axis=1)
