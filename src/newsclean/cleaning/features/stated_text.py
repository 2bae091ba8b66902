"""What the lines of a page have in common with the texts that the page states about itself.

A page's head often has its title, a description, and the whole body. Lines are lists of words here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from newsclean.patterns import lazy_regex

Numbers = npt.NDArray[np.float64]

_TOKEN = lazy_regex(r"\w+")
_PIECE = 6
"""How many words of a line are looked up at once in a text that the page states about itself."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return _TOKEN.findall(text.lower())


def words_of_lines(texts: Sequence[str]) -> list[list[str]]:
    """The words of each of some lines; no line has a line feed in it.

    Those that Windows-1252 has the characters of are read at once, in a third of the time that a
    search for words takes.
    """
    if not texts:
        return []
    page = "\n".join(texts)
    raw = page.encode("cp1252", "replace")
    read = list(map(str.split, raw.translate(_letters()).decode("cp1252").split("\n")))
    if raw.count(b"?") > page.count("?"):
        for at, (text, own) in enumerate(zip(texts, raw.split(b"\n"), strict=False)):
            if not text.isascii() and own.count(b"?") > text.count("?"):
                read[at] = words_of(text)
    return read


@cache
def _letters() -> bytes:
    """For each Windows-1252 byte its letter in lower case, digit or "_", or a blank."""
    table = bytearray(b" " * 256)
    for code in range(256):
        char = bytes([code]).decode("cp1252", "replace")
        if char.isalnum() or char in "_\n":
            table[code] = char.lower().encode("cp1252")[0]
    return bytes(table)


def flat(texts: Sequence[str]) -> str:
    """The words of some texts in order, with blanks around each; empty where there is no text."""
    joined = " \n ".join(" ".join(words_of(text)) for text in texts)
    return f" {joined} " if joined else ""


def in_common(lines: Sequence[list[str]], wanted: set[str]) -> tuple[Numbers, Numbers]:
    """For each line the share of its words that are `wanted`, and of those that it has.

    A word counts once, however often it stands there.
    """
    shared, had = np.zeros(len(lines)), np.zeros(len(lines))
    free = wanted.isdisjoint
    for at in [at for at, words in enumerate(lines) if not free(words)]:
        both = len(wanted.intersection(lines[at]))
        shared[at], had[at] = both / len(set(lines[at])), both / len(wanted)
    return shared, had


def coverage(lines: Sequence[list[str]], stated: str) -> Numbers:
    """For each line the share of its words that stand in a `flat` text, a few words at once."""
    out = np.zeros(len(lines))
    known = set(stated.split())

    def stands(words: list[str]) -> bool:
        # words that stand there together do so one by one, which is told faster; most do not
        return known.issuperset(words) and f" {' '.join(words)} " in stated

    free = known.isdisjoint
    some = [(at, words) for at, words in enumerate(lines) if not free(words)] if known else []
    for at, words in some:
        if stands(words):
            out[at] = 1
        elif len(words) > _PIECE:
            out[at] = sum(len(piece) for piece in _pieces(words) if stands(piece)) / len(words)
    return out


def _pieces(words: list[str]) -> list[list[str]]:
    """A line in pieces; less than half a one goes to the piece before."""
    pieces = [words[at : at + _PIECE] for at in range(0, len(words), _PIECE)]
    if len(pieces) > 1 and len(pieces[-1]) < _PIECE // 2:
        rest = pieces.pop()
        pieces[-1] += rest
    return pieces
