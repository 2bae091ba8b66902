"""The tokens of a page, found and hashed without a string being made of any.

A token is a run of letters and digits; an apostrophe between two of them is part of it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean import hashes, languages
from newsclean.arrays import Bag, Hash64, Indices
from newsclean.cleaning.features import characters as kinds
from newsclean.cleaning.features.characters import Characters
from newsclean.hashes import MIX

_BITS = 20
_FIELD = (1 << _BITS) - 1
_SHORT = 8
"""Up to how many words a line counts as short: its word pairs are hashed as well."""


class Tokens(NamedTuple):
    """The tokens of a page: the line of each, and what is known of it."""

    line: Indices
    low: Indices
    """The running number of the token's form in lower case."""
    hashed: Hash64
    common: npt.NDArray[np.bool_]
    content: npt.NDArray[np.bool_]
    """By number of the form: a word that may tell the page's subject."""
    title: npt.NDArray[np.bool_]
    """Has it a capital?"""
    upper: npt.NDArray[np.bool_]
    """Is it two capitals or more, and no small letter?"""
    starts: Indices
    counts: Indices


def tokenize(chars: Characters, language: str) -> Tokens:
    """The tokens of a page."""
    starts, ends = _spans(chars.codes, chars.kinds)
    hashed = hashes.hashed(hashes.prefix_sums(kinds.lower(chars.codes)), starts, ends)
    lengths = ends - starts
    capitals, small, digits = _cases(chars.kinds, starts, ends)
    forms, any_of, low = _distinct(hashed)
    # what a number counts is of no use beyond its page, how long it is may be
    hashed = np.where(digits == lengths, lengths.astype(np.uint64) * MIX, hashed)
    common = hashes.among(forms, _common(language))
    line = chars.line[starts]
    counts = np.bincount(line, minlength=len(chars.starts))
    return Tokens(
        line=line,
        low=low,
        hashed=hashed,
        common=common[low],
        content=~common & (lengths[any_of] > 2),
        title=capitals > 0,
        upper=(capitals > 1) & (small == 0),
        starts=counts.cumsum() - counts,
        counts=counts,
    )


def _spans(codes: npt.NDArray[np.uint32], kind: npt.NDArray[np.uint8]) -> tuple[Indices, Indices]:
    """Where the tokens begin and end."""
    inner = np.zeros(len(kind) + 2, bool)
    np.logical_and(kind >= kinds.LOWER, kind <= kinds.WIDE, out=inner[1:-1])
    marks = (kind == kinds.CLOSE).nonzero()[0]
    closes = codes[marks]
    marks = marks[(closes == ord("'")) | (closes == ord("’"))]
    inner[marks + 1] = inner[marks] & inner[marks + 2]
    edges = (inner[1:] != inner[:-1]).nonzero()[0]
    return edges[::2], edges[1::2]


def _cases(
    kind: npt.NDArray[np.uint8], starts: Indices, ends: Indices
) -> tuple[Indices, Indices, Indices]:
    """How many capitals, small letters and digits each token has: three sums in one."""
    sums = np.zeros(len(kind) + 1, np.int64)
    np.cumsum(_weights().take(kind), out=sums[1:])
    found = sums[ends] - sums[starts]
    return found & _FIELD, (found >> _BITS) & _FIELD, found >> 2 * _BITS


@cache
def _weights() -> Indices:
    """By kind of character what it adds to the sum."""
    weights = np.zeros(kinds.KINDS, np.int64)
    weights[[kinds.UPPER, kinds.LOWER, kinds.DIGIT]] = 1, 1 << _BITS, 1 << 2 * _BITS
    return weights


def _distinct(hashed: Hash64) -> tuple[Hash64, Indices, Indices]:
    """The distinct hashes ascending, where one of each stands, and the number of each token's.

    What `np.unique` gives, but for which of equal ones it points to; in a third of the time.
    """
    order = hashed.argsort()
    ascending = hashed[order]
    new = np.ones(len(hashed), bool)
    new[1:] = ascending[1:] != ascending[:-1]
    numbers = np.empty(len(hashed), np.int64)
    numbers[order] = new.cumsum() - 1
    return ascending[new], order[new], numbers


@cache
def _common(language: str) -> Hash64:
    """The hashes of a language's function words, ascending."""
    return np.sort(hashes.hash_each(sorted(languages.function_words(language))))


def hash_words(tokens: Tokens) -> Bag:
    """Hashed words of each line, its first and last word, and word pairs of short lines."""
    hashed, line = tokens.hashed, tokens.line
    numbers = tokens.counts.nonzero()[0]
    starts = tokens.starts[numbers]
    ends = starts + tokens.counts[numbers] - 1
    short = tokens.counts <= _SHORT
    pair = (short[line[:-1]] & (line[:-1] == line[1:])).nonzero()[0]
    brief = numbers[short[numbers]]
    of_line = line[pair]
    pairs = hashed[pair] * np.uint64(31) + hashed[pair + 1]
    # a short line as a whole: its pairs' sum, or its only word
    whole = np.zeros(len(tokens.counts), np.uint64)
    np.add.at(whole, of_line, pairs)
    all_hashes = np.concatenate(
        [
            hashed,
            hashed[starts] * np.uint64(5),
            hashed[ends] * np.uint64(11),
            pairs,
            whole[brief] * np.uint64(17) + hashed[tokens.starts[brief]] * np.uint64(3),
        ]
    )
    lines = np.concatenate([line, numbers, numbers, of_line, brief])
    order = lines.argsort(kind="stable")
    return Bag((all_hashes >> np.uint64(32)).astype(np.uint32)[order], lines[order])
