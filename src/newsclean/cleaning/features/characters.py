"""The characters of a page, and what each of them is: one pass of numpy over the whole page."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Indices
from newsclean.hashes import encode

(OTHER, SPACE, LOWER, UPPER, DIGIT, LETTER, WIDE) = range(7)
"""What a character is: one thing each. `LETTER` has no case; from `SYMBOL` on, all are symbols."""
(SYMBOL, END, WIDE_END, CLOSE, QUOTE, COMMA, BAR, HYPHEN) = range(7, 15)
KINDS = 15
_CODES = 0x3100
_USUAL = 0x600
_RARE = range(_USUAL, 0x2000)
"""Scripts beyond Latin, Greek, Cyrillic, Armenian and Hebrew: what their characters are takes a
millisecond to find out, and most pages have none."""
_MARKS = (
    ("\u2028\u2029\u202f\u3000", SPACE),
    (".!?…؟।", END),
    ("。", WIDE_END),
    ("'’)]）」』", CLOSE),
    ('"“”„«»', QUOTE),
    (",、،", COMMA),
    ("|›·•", BAR),
    ("-–—", HYPHEN),
)
_BEYOND = (
    (0xE000, 0xF8FF, OTHER),
    (0xFE10, 0xFE6F, SYMBOL),
    (0xFF01, 0xFF0F, SYMBOL),
    (0xFF1A, 0xFF20, SYMBOL),
    (0xFF3B, 0xFF40, SYMBOL),
    (0xFF5B, 0xFF65, SYMBOL),
    (0x1F000, 0x1FAFF, SYMBOL),
    (0xFF01, 0xFF01, WIDE_END),
    (0xFF1F, 0xFF1F, WIDE_END),
    (0xFF0C, 0xFF0C, COMMA),
)
"""What is not wide among the characters that the table does not hold."""


class Characters(NamedTuple):
    """The characters of a page, a line feed after each line."""

    codes: npt.NDArray[np.uint32]
    kinds: npt.NDArray[np.uint8]
    line: Indices
    starts: Indices
    sizes: Indices
    """How many characters each line has, without the line feed."""
    counts: npt.NDArray[Any]
    """`[lines, KINDS]`: how many characters of each kind from `DIGIT` on a line has."""

    def lines_with(self, places: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
        """How often each line has a character at which `places` is true."""
        return np.bincount(self.line[places.nonzero()[0]], minlength=len(self.starts))


def characters(text: str, sizes: Indices) -> Characters:
    """The characters of a page's lines; each has `sizes` of them and a line feed after it."""
    codes = encode(text)
    kinds = kind_of(codes)
    line = np.repeat(np.arange(len(sizes)), sizes + 1)
    rest = (kinds >= DIGIT).nonzero()[0]  # most of a page is small letters and blanks
    counts = np.bincount(line[rest] * KINDS + kinds[rest], minlength=KINDS * len(sizes))
    starts = (sizes + 1).cumsum() - sizes - 1
    return Characters(codes, kinds, line, starts, sizes, counts.reshape(len(sizes), KINDS))


def kind_of(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """What each character is."""
    highest = int(codes.max(initial=0))
    kinds = _kinds(_has_rare(codes, highest)).take(codes, mode="clip")
    if highest >= _CODES:
        for first, last, kind in _BEYOND:
            kinds[(codes >= first) & (codes <= last)] = kind
    return kinds


def lower(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The code points in lower case (the first one, where lower case takes several)."""
    highest = int(codes.max(initial=0))
    table = _lowered(_CODES if _has_rare(codes, highest) else _USUAL)
    lowered = table.take(codes, mode="clip")
    return lowered if highest < len(table) else np.where(codes < len(table), lowered, codes)


def _has_rare(codes: npt.NDArray[np.uint32], highest: int) -> bool:
    if highest < _RARE.start:
        return False
    return bool(((codes >= _RARE.start) & (codes < _RARE.stop)).any())


@cache
def _kinds(rare: bool) -> npt.NDArray[np.uint8]:  # noqa: FBT001 - a key of the cache
    """What each character up to U+30FF is; the last entry stands for all that lie beyond."""
    table = np.full(_CODES + 1, SYMBOL, np.uint8)
    stop = _RARE.stop if rare else _USUAL
    letters = list(map(chr, range(stop)))
    for kind, test in (
        (LETTER, str.isalnum),
        (LOWER, str.islower),
        (UPPER, str.isupper),
        (DIGIT, str.isdigit),
        (SPACE, str.isspace),
    ):
        table[:stop][np.fromiter(map(test, letters), bool, stop)] = kind
    table[ord("_")] = LETTER
    table[0x2000:0x200B] = SPACE
    table[0x2C00:0x3000] = LETTER
    table[0x3040:] = WIDE
    for marks, kind in _MARKS:
        for mark in marks:
            if ord(mark) < _CODES:
                table[ord(mark)] = kind
    return table


@cache
def _lowered(stop: int) -> npt.NDArray[np.uint32]:
    return np.fromiter((ord(chr(code).lower()[0]) for code in range(stop)), np.uint32, stop)
