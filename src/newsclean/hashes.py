"""Stretches of a text hashed without a string being made of any.

The hash is that of Karp and Rabin (1987): prefix sums over the text give the hashes of all its
words at once. Two words that share a hash are one to newsclean; with 64 bits that does not happen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Hash64

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.intp]

_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
MIX = np.uint64(0xD6E8FEB86659FD93)
"""An odd number whose multiples fill all bits."""
_ALL_BITS = (1 << 64) - 1
_POWERS = 1 << 15
"""So many are known; longer texts, of which few are pages, are read in stretches of so many."""


def encode(text: str) -> Codes:
    """The code point of each character."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")


def prefix_sums(codes: Codes | Hash64) -> Hash64:
    """What `hashed` takes: for each place in a text the sum of what stands before it."""
    sums = np.empty(len(codes) + 1, np.uint64)
    sums[0] = 0
    powers = _powers(_BASE)
    for start in range(0, len(codes), _POWERS):
        part = sums[start + 1 : start + 1 + _POWERS]
        np.multiply(codes[start : start + _POWERS], powers[: len(part)], out=part)
        if start:
            part *= np.uint64(pow(_BASE, start, 1 << 64))
    return sums.cumsum(out=sums)


def hashed(sums: Hash64, starts: Places, ends: Places) -> Hash64:
    """The hash of each stretch of characters, by the difference of two prefix sums."""
    found = sums.take(ends)  # in half the time of `sums[ends]`
    found -= sums.take(starts)
    if len(sums) <= _POWERS:
        found *= _powers(_INVERSE).take(starts)
    else:
        found *= _powers(_INVERSE).take(starts % _POWERS)
        far = [pow(_INVERSE, start, 1 << 64) for start in range(0, len(sums), _POWERS)]
        found *= np.array(far, np.uint64).take(starts // _POWERS)
    found ^= found >> np.uint64(29)
    found *= MIX
    return found


def hash_each(words: Sequence[str]) -> Hash64:
    """The hash of each of some words."""
    sizes = np.fromiter(map(len, words), np.intp, len(words))
    ends = (sizes + 1).cumsum() - 1
    return hashed(prefix_sums(encode("\n".join(words))), ends - sizes, ends)


def hash_word(word: str) -> int:
    """What `hash_each` gives for a word, in a tenth of the time for one of a few letters."""
    value = 0
    for letter in reversed(word):
        value = (value * _BASE + ord(letter)) & _ALL_BITS
    value ^= value >> 29
    return value * int(MIX) & _ALL_BITS


def among(ascending: Hash64, known: Hash64) -> npt.NDArray[np.bool_]:
    """Which of some values that ascend, none twice, are among the `known` ones."""
    found = np.zeros(len(ascending), bool)
    if len(ascending):
        places = np.minimum(ascending.searchsorted(known), len(ascending) - 1)
        found[places[ascending[places] == known]] = True
    return found


def find(values: Hash64, known: Hash64) -> Places:
    """Where each value stands among the `known` ones, which ascend; -1 if it is none of them."""
    found = np.full(len(values), -1)
    if len(known):
        order = values.argsort()  # what ascends is found in a third of the time
        ordered = values[order]
        place = np.minimum(known.searchsorted(ordered), len(known) - 1)
        found[order] = np.where(known[place] == ordered, place, -1)
    return found


@lru_cache(maxsize=2)
def _powers(base: int) -> Hash64:
    """`base` to the power of 0, 1, ..., modulo 2 to the power of 64."""
    powers = np.full(_POWERS, base, np.uint64)
    powers[0] = 1
    return np.cumprod(powers, out=powers)
