"""Sketches -> which articles are copies or versions of one text.

Articles that share a shingle are compared, with at most a few neighbours each: those that come
next in a shingle's list. So the work grows with the number of articles, and a line that is on
every page of a site costs no more than one that is on two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from newsclean.stories.sketch import Sketch

Ints = npt.NDArray[np.int64]

_INDEXED = 4
"""One shingle in so many is looked up: a copy of 30 words has half a dozen of them left."""
_NEAR = 4
"""With so many articles behind it in the list of a shingle an article is compared."""
_SHARED = 2
"""Looked-up shingles that two articles share before they are compared in full."""
_LEAST_OF_LONGER = 0.2
"""A text of which less is in the other is a part in a collection of texts, not a version of it."""
_FEWEST_SHINGLES = 12
"""Shorter texts are copies only where they are the same throughout."""


def find(sketches: Sequence[Sketch], common: float) -> list[tuple[int, int]]:
    """Pairs of articles that have the share `common` of the shorter one's text in common, in order.

    Not all pairs of a group are found, but enough to join it.
    """
    links = []
    for first, second in _candidates(sketches):
        one, other = contained(sketches[first], sketches[second])
        if _is_copy(sketches[first], sketches[second], one, other, common):
            links.append((first, second))
    return links


def contained(one: Sketch, other: Sketch) -> tuple[float, float]:
    """How much of `one` is in `other`, and of `other` in `one`, as far as their sketches tell."""
    modulus = max(one.modulus, other.modulus)
    mine, theirs = _thinned(one, modulus), _thinned(other, modulus)
    if not len(mine) or not len(theirs):
        return 0.0, 0.0
    both = len(np.intersect1d(mine, theirs, assume_unique=True))
    return both / len(mine), both / len(theirs)


def _thinned(sketch: Sketch, modulus: int) -> npt.NDArray[np.uint32]:
    if modulus == sketch.modulus:
        return sketch.shingles
    divisible = np.bitwise_and(sketch.shingles, np.uint32(modulus - 1)) == 0
    return np.asarray(sketch.shingles[divisible], np.uint32)


def _is_copy(one: Sketch, other: Sketch, in_other: float, in_one: float, common: float) -> bool:
    if min(len(one.shingles), len(other.shingles)) < _FEWEST_SHINGLES:
        return in_other == in_one == 1
    more, less = max(in_other, in_one), min(in_other, in_one)
    return more >= common and less >= min(_LEAST_OF_LONGER, common)


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs that are worth comparing, in order."""
    keys, owners = _index(sketches)
    total = np.int64(len(sketches))
    found: list[Ints] = []
    for step in range(1, _NEAR + 1):
        same = keys[step:] == keys[:-step]
        found.append(owners[:-step][same] * total + owners[step:][same])
    if not found:
        return
    pairs, times = np.unique(np.concatenate(found), return_counts=True)
    for pair, shared in zip(pairs.tolist(), times.tolist(), strict=True):
        first, second = divmod(pair, int(total))
        few = min(len(sketches[first].shingles), len(sketches[second].shingles)) < 8 * _INDEXED
        if shared >= _SHARED or few:
            yield first, second


def _index(sketches: Sequence[Sketch]) -> tuple[npt.NDArray[np.uint32], Ints]:
    """The shingles that are looked up, ascending, and whose each is; equal ones in input order."""
    kept = [
        sketch.shingles
        if len(sketch.shingles) < _FEWEST_SHINGLES
        else sketch.shingles[sketch.shingles % np.uint32(_INDEXED) == 0]
        for sketch in sketches
    ]
    keys = np.concatenate([*kept, np.zeros(0, np.uint32)])
    owners = np.repeat(np.arange(len(kept)), [len(each) for each in kept])
    order = np.argsort(keys, kind="stable")
    return keys[order], owners[order]
