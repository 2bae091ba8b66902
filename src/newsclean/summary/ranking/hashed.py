"""Words of sentences -> what they say of each, by a table that has weights for hashed words.

Words, pairs of neighbours, and how a sentence begins and ends are hashed into a fixed number of
buckets, which needs no vocabulary (Weinberger et al. 2009, "Feature hashing for large scale
multitask learning").
"""

from __future__ import annotations

from typing import Any

import numpy as np

from newsclean.arrays import Hash64
from newsclean.hashes import MIX
from newsclean.summary.text.terms import Floats, Terms
from newsclean.summary.text.words import Ints

BUCKETS = 1 << 15
_SHIFT = np.uint64(29)
_FIRST, _SECOND, _OPENING, _ENDING = (np.uint64(mark) for mark in (3, 5, 7, 11))
"""What marks a word or a pair by its place."""


def buckets(terms: Terms, start: int, stop: int) -> tuple[Ints, Ints]:
    """(the sentence, the bucket) of all that is hashed, in no order that matters.

    Of the sentences from `start` to before `stop`, counted from `start`.
    """
    inside = slice(*terms.owners.searchsorted((start, stop)).tolist())
    hashes, owners = terms.hashes[inside], terms.owners[inside] - start
    place = np.arange(inside.start, inside.stop) - terms.starts[start:][owners]
    ends = place == terms.lengths[start:][owners] - 1
    first, second = (place == 0).nonzero()[0], (place == 1).nonzero()[0]
    inner = (place[1:] > 0).nonzero()[0]
    pairs = _mixed(hashes[inner], hashes[inner + 1])
    opening = (place[inner] == 0).nonzero()[0]
    ending = ends[inner + 1].nonzero()[0]
    third = (place == 2).nonzero()[0]
    rows = (
        owners,
        owners[inner],
        owners[inner[opening]],
        owners[inner[ending]],
        owners[first],
        owners[second],
        owners[third],
    )
    found = (
        _mixed(hashes),
        pairs,
        _mixed(pairs[opening], _OPENING),
        _mixed(pairs[ending], _ENDING),
        _mixed(hashes[first], _FIRST),
        _mixed(hashes[second], _SECOND),
        _mixed(hashes[third - 2], hashes[third - 1], hashes[third]),
    )
    numbers = np.concatenate(found) & np.uint64(BUCKETS - 1)
    return np.concatenate(rows), numbers.astype(np.intp)


def _mixed(*parts: Any) -> Hash64:
    """One hash of several."""
    whole: Any = np.uint64(0)
    for part in parts:
        whole = (whole ^ part) * MIX
        whole ^= whole >> _SHIFT
    return np.asarray(whole)


def scores(terms: Terms, table: Any, start: int, stop: int) -> Floats:
    """What the words of each sentence say, columns of the table x sentences.

    It is the sum of the weights over the square root of their number.
    """
    rows, numbers = buckets(terms, start, stop)
    size = stop - start
    shares = 1 / np.sqrt(np.maximum(np.bincount(rows, minlength=size), 1))
    weights = table.take(numbers, axis=0).T
    return np.stack([np.bincount(rows, column, minlength=size) * shares for column in weights])
