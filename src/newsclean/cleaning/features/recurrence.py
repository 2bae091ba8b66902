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
    """The distinct words of each line: `low[i]` stands in line `line[i]`, lines ascending."""

    line: Indices
    low: Indices
    content: npt.NDArray[np.bool_]
    name: npt.NDArray[np.bool_]
    """A content word with a capital, not at the line's beginning."""
    first: Indices
    """By word: the first line that has it."""
    last: Indices
    contents: Indices
    """By line: how many content words it has."""


def distinct(tokens: Tokens) -> Pairs:
    """The distinct words of each line of a page."""
    forms = len(tokens.content)
    # one sort of numbers that hold line, word and place: each line's words, their first places
    count = len(tokens.line)
    ordered = np.sort((tokens.line * forms + tokens.low) * count + np.arange(count))
    keys, first_at = np.divmod(ordered, count) if count else (ordered, ordered)
    new = np.ones(count, bool)
    new[1:] = keys[1:] != keys[:-1]
    keys, first_at = keys[new], first_at[new]
    line, low = np.divmod(keys, forms) if forms else (keys, keys)
    first, last = np.zeros(forms, np.int64), np.zeros(forms, np.int64)
    last[low] = line
    first[low[::-1]] = line[::-1]
    content = tokens.content[low]
    name = content & tokens.title[first_at] & (first_at != tokens.starts[line])
    contents = np.bincount(line[content], minlength=len(tokens.counts))
    return Pairs(line, low, content, name, first, last, contents)


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
    line, low, content, contents = pairs.line, pairs.low, pairs.content, pairs.contents
    index = np.arange(count)
    inside = long_ & (index >= main_block[0]) & (index <= main_block[1])
    of_core = inside[line]
    spread = np.bincount(low, minlength=forms)
    elsewhere = np.bincount(low[of_core], minlength=forms)[low] - of_core
    again = elsewhere > 0

    def mean(mask: Any, among: Any, sizes: Any) -> Any:
        return np.bincount(line[among & mask], minlength=count) / np.maximum(sizes, 1)

    names = np.bincount(line[pairs.name], minlength=count)
    recurs = mean(again, content, contents)
    twice = mean(elsewhere > 1, content, 1)
    score = 0.5 * (recurs * np.maximum(contents, 1) + twice) * (0.5 + 0.5 * recurs)
    score /= 1 + 0.02 * np.maximum(0, main_block[0] - index)
    score *= np.where(own["ends"], 0.7, 1.0) * (1 + 0.15 * (own["repeats"] > 0))
    candidate = (words >= 3) & (words <= 28) & (index < max(main_block[0] + 3, 1)) & (contents >= 2)
    score *= candidate
    headline = int(score.argmax())
    in_headline = np.zeros(forms, bool)
    in_headline[low[content & (line == headline)]] = True
    from_headline = index - headline
    several = content & (spread[low] > 1)
    cohesion = np.bincount(line[several], elsewhere[several] / (spread[low[several]] - 1), count)
    return {
        "content": np.log1p(contents),
        "of_core": recurs,
        "names_of_core": mean(again, pairs.name, names),
        "names": names / np.maximum(np.bincount(line, minlength=count), 1),
        "cohesion": cohesion / np.maximum(np.bincount(line[several], minlength=count), 1),
        "alone": mean(spread[low] == 1, content, contents),
        "seen": mean(pairs.first[low] < line, content, contents),
        "seen_later": mean(pairs.last[low] > line, content, contents),
        "headline_words": np.bincount(line[in_headline[low]], minlength=count)
        / max(1, int(in_headline.sum())),
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
    line, low, content = pairs.line, pairs.low, pairs.content
    index = np.arange(count)
    columns: dict[str, Any] = {}
    for label, among in (("names", pairs.name), ("words", content)):
        at, begins = line[among], pairs.first[low[among]] + 1
        counts = np.bincount(at, minlength=count)
        for reach in _BELOW:
            known = _windows(np.maximum(begins, at - reach), at, count)
            every = _ahead(counts, np.minimum(index + reach, count - 1))
            columns[f"known_{label}{reach}"] = known / np.maximum(every, 1)
    places = long_.nonzero()[0]
    start = int(places[0]) if len(places) else main_block[0]
    ends = np.minimum(index + _AHEAD, count - 1)
    for label, begin in (("lead", start), ("core_lead", main_block[0])):
        beyond = begin + int(np.searchsorted(words[begin:].cumsum(), _LEAD_WORDS, "right"))
        of_lead = np.zeros(forms, bool)
        of_lead[low[content & (line >= begin) & (line < max(beyond, begin + 1))]] = True
        hit = np.bincount(line[content & of_lead[low]], minlength=count)
        columns[label] = hit / np.maximum(pairs.contents, 1)
        ahead = _ahead(hit, ends) / np.maximum(_ahead(pairs.contents, ends), 1)
        columns[f"{label}_ahead"] = ahead
    columns["from_start"] = np.log1p(np.maximum(0, index - start))
    return columns


def _windows(starts: Any, ends: Any, count: int) -> Any:
    """For each line, how many of the ranges `starts..ends` it lies in."""
    steps = np.bincount(starts, minlength=count + 1)
    steps[1:] -= np.bincount(ends, minlength=count)
    return steps[:count].cumsum()


def _ahead(counts: Any, ends: Any) -> Any:
    """The sum of `counts` from each line to the line `ends` says, both included."""
    sums = counts.cumsum()
    return sums[ends] - sums + counts
