"""Phrases that are looked for anywhere in an article: most are told absent by the letters it has.

To look for each of some hundred phrases in the whole text takes longer than all else that is asked
of a sentence. A phrase can only stand where all its stretches of four bytes do: which of these a
text has is found out once, for all phrases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsclean.arrays import Flags

_STRETCH = 4
_KIND_BITS = 16
_MIX = np.uint32(0x9E3779B1)
"""An odd number whose multiples fill all bits, so that few stretches share a kind."""


class Phrases(NamedTuple):
    """Phrases with the kinds of their stretches, one phrase after another."""

    phrases: tuple[str, ...]
    kinds: npt.NDArray[np.intp]
    bounds: npt.NDArray[np.intp]
    """Where the kinds of each phrase begin and end."""
    short: tuple[str, ...]
    """The phrases that have no stretch."""

    def likely(self, present: Flags) -> list[str]:
        """The phrases that a text may have, of which `kinds_of` gives what is `present`."""
        if not self.phrases:
            return [*self.short]
        found = np.logical_and.reduceat(present.take(self.kinds), self.bounds)[::2]
        return [self.phrases[number] for number in found.nonzero()[0].tolist()] + [*self.short]


def plain(text: str) -> str:
    """A text as phrases are looked for in it: in lower case, apostrophes straight."""
    return text.lower().replace("’", "'")


def kinds_of(lower: str) -> Flags:
    """Which kinds of stretches a text has that is `plain`."""
    present = np.zeros(1 << _KIND_BITS, bool)
    present[_kinds(lower)] = True
    return present


def phrases_of(texts: Iterable[str]) -> Phrases:
    """The phrases in `texts`."""
    short, phrases, sizes = [], [], []
    for text in dict.fromkeys(texts):
        size = len(plain(text).encode())
        if size < _STRETCH:
            short.append(text)
        else:
            phrases.append(text)
            sizes.append(size)
    kinds = _kinds("".join(f"{plain(text)}\n" for text in phrases))
    starts = np.cumsum([0, *(size + 1 for size in sizes[:-1])])
    bounds = np.stack((starts, starts + sizes - _STRETCH + 1), 1) if sizes else starts
    return Phrases(tuple(phrases), kinds.astype(np.intp), bounds.ravel(), tuple(short))


def _kinds(text: str) -> npt.NDArray[np.uint32]:
    """The kind of the stretch that begins at each byte of a text."""
    data = text.encode("utf-8", "surrogatepass")
    many = max(0, len(data) - _STRETCH + 1)
    stretches: npt.NDArray[np.uint32] = np.ndarray((many,), "<u4", data, strides=(1,))
    return (stretches * _MIX) >> np.uint32(32 - _KIND_BITS)
