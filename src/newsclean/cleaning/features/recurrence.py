"""How the words of a line recur on its page: in the main block, above, below, in the headline.

What an article says of its people and things it says again; what follows it, be it the next
article or a teaser, brings new ones (Hearst 1997, "TextTiling").
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Indices
from newsclean.cleaning.features.tokens import Tokens

_BELOW = (3, 8, 20)
_AHEAD = 8
_LEAD_WORDS = 120


class Pairs(NamedTuple):
    """The distinct content words of each line: `low[i]` stands in line `line[i]`, ascending."""

    line: Indices
    low: Indices
    name: npt.NDArray[np.bool_]
    """With a capital, not at the line's beginning."""
    first: Indices
    """The first line that has the word."""
    last: Indices
    contents: Indices
    """By line: how many content words it has."""
    names: Indices
    """How many of these are names."""
    words: Indices
    """How many different words it has."""


def distinct(tokens: Tokens) -> Pairs:
    """The distinct content words of each line of a page."""
    forms, lines = len(tokens.content), len(tokens.counts)
    # one sort of numbers that hold line, word and place: each line's words, their first places
    count = len(tokens.line)
    bits, more = count.bit_length(), forms.bit_length()
    ordered = np.sort(((tokens.line << more) + tokens.low << bits) + np.arange(count))
    keys = ordered >> bits
    new = np.ones(count, bool)
    new[1:] = keys[1:] != keys[:-1]
    words = np.bincount(keys[new] >> more, minlength=lines)
    new &= tokens.content[keys & (1 << more) - 1]
    keys, first_at = keys[new], ordered[new] & (1 << bits) - 1
    line, low = keys >> more, keys & (1 << more) - 1
    first, last = np.zeros((2, forms), np.int64)
    last[low] = line
    first[low[::-1]] = line[::-1]
    name = tokens.title[first_at] & (first_at != tokens.starts[line])
    contents = np.bincount(line, minlength=lines)
    names = np.bincount(line[name], minlength=lines)
    return Pairs(line, low, name, first[low], last[low], contents, names, words)


def recurrence(
    tokens: Tokens,
    pairs: Pairs,
    words: Any,
    long_: Any,
    main_block: tuple[int, int],
    own: dict[str, Any],
) -> dict[str, Any]:
    """How a line's words recur: in the main block, before it, after it, in the likely headline."""
    count, forms = len(words), len(tokens.content)
    line, low, contents = pairs.line, pairs.low, pairs.contents
    index = np.arange(count)
    inside = long_ & (index >= main_block[0]) & (index <= main_block[1])
    of_core = inside[line]
    spread = np.bincount(low, minlength=forms)[low]
    elsewhere = np.bincount(low[of_core], minlength=forms)[low] - of_core
    again, several = elsewhere > 0, spread > 1

    def number(mask: Any) -> Any:
        return np.bincount(line, mask, count)

    most, shared, twice = np.maximum(contents, 1), number(several), number(elsewhere > 1)
    recurs = number(again) / most
    score = 0.5 * (recurs * most + twice) * (0.5 + 0.5 * recurs)
    score /= 1 + 0.02 * np.maximum(0, main_block[0] - index)
    score *= np.where(own["ends"], 0.7, 1.0) * (1 + 0.15 * (own["repeats"] > 0))
    candidate = (words >= 3) & (words <= 28) & (index < max(main_block[0] + 3, 1)) & (contents >= 2)
    score *= candidate
    headline = int(score.argmax())
    in_headline = np.zeros(forms, bool)
    in_headline[low[line == headline]] = True
    from_headline = index - headline
    some = several.nonzero()[0]
    cohesion = np.bincount(line[some], elsewhere[some] / (spread[some] - 1), count)
    return {
        "content": np.log1p(contents),
        "of_core": recurs,
        "names_of_core": number(again & pairs.name) / np.maximum(pairs.names, 1),
        "names": pairs.names / np.maximum(pairs.words, 1),
        "cohesion": cohesion / np.maximum(shared, 1),
        "alone": (contents - shared) / most,
        "seen": number(pairs.first < line) / most,
        "seen_later": number(pairs.last > line) / most,
        "headline_words": np.bincount(line[in_headline[low]], minlength=count)
        / max(1, int(contents[headline])),
        "from_headline": np.sign(from_headline) * np.log1p(np.abs(from_headline)),
        "headline_score": np.full(count, np.log1p(score.max())),
        "own_headline_score": np.log1p(score),
    }


def topic(
    tokens: Tokens, pairs: Pairs, words: Any, long_: Any, main_block: tuple[int, int]
) -> dict[str, Any]:
    """Whether the text from a line on is still of what the page was of.

    For windows of lines that begin with this one: the share of names, and of all content words,
    that stood above the window already; then the share of the line's content words, and of those
    around it, that the lead of the page's first long passage has.
    """
    count, forms = len(words), len(tokens.content)
    line, low, contents = pairs.line, pairs.low, pairs.contents
    index = np.arange(count)
    columns: dict[str, Any] = {}
    every = (line, pairs.first, contents)
    named = (line[pairs.name], pairs.first[pairs.name], pairs.names)
    reaches = np.array(_BELOW)[:, None]
    below = np.minimum(index + reaches, count - 1)
    for label, (at, first, counts) in (("names", named), ("words", every)):
        known = _windows(np.maximum(first + 1, at - reaches), counts)
        shares = known / np.maximum(_ahead(counts, below), 1)
        columns |= {f"known_{label}{reach}": shares[row] for row, reach in enumerate(_BELOW)}
    places = long_.nonzero()[0]
    start = int(places[0]) if len(places) else main_block[0]
    ends = np.minimum(index + _AHEAD, count - 1)
    most, all_ahead = np.maximum(contents, 1), np.maximum(_ahead(contents, ends), 1)
    for label, begin in (("lead", start), ("core_lead", main_block[0])):
        beyond = begin + int(words[begin:].cumsum().searchsorted(_LEAD_WORDS, "right"))
        of_lead = np.zeros(forms, bool)
        first, last = line.searchsorted((begin, max(beyond, begin + 1)))
        of_lead[low[first:last]] = True
        hit = np.bincount(line[of_lead[low]], minlength=count)
        columns[label] = hit / most
        columns[f"{label}_ahead"] = _ahead(hit, ends) / all_ahead
    columns["from_start"] = np.log1p(np.maximum(0, index - start))
    return columns


def _windows(starts: Any, counts: Indices) -> Any:
    """For each line, how many of the ranges it lies in that begin at each row of `starts`.

    `counts` says how many of them end at each line.
    """
    rows, width = len(starts), len(counts) + 1
    flat = (starts + np.arange(0, rows * width, width)[:, None]).ravel()
    steps = np.bincount(flat, minlength=rows * width).reshape(rows, width)
    steps[:, 1:] -= counts
    return steps[:, :-1].cumsum(axis=1)


def _ahead(counts: Any, ends: Any) -> Any:
    """The sum of `counts` from each line to the line `ends` says, both included."""
    sums = counts.cumsum()
    return sums[ends] - sums + counts
