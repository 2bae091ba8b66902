"""How the words of a line recur on its page: in the core, above, below, in the headline.

What an article says of its people and things it says again; what follows it, be it the next
article or a teaser, brings new ones (Hearst 1997, "TextTiling").
"""

from __future__ import annotations

from typing import Any

import numpy as np

from newsclean.cleaning.network import Floats
from newsclean.cleaning.tokens import Tokens

_BELOW = (3, 8, 20)
_LEAD_WORDS = 120


def recurrence(
    tokens: Tokens, words: Any, long_: Any, core: tuple[int, int], own: dict[str, Any]
) -> dict[str, Any]:
    """How a line's words recur: in the core, before it, after it, in the likely headline."""
    count, forms = len(words), len(tokens.content)
    keys, first_at = np.unique(tokens.line * forms + tokens.low, return_index=True)
    line, low = keys // forms, keys % forms
    index = np.arange(count)
    inside = long_ & (index >= core[0]) & (index <= core[1])
    of_core = inside[line].astype(float)
    spread = np.bincount(low, minlength=forms)
    in_core = np.bincount(low, of_core, forms)
    first, last = np.zeros(forms, np.int64), np.zeros(forms, np.int64)
    last[low] = line
    first[low[::-1]] = line[::-1]
    content = tokens.content[low]
    elsewhere = in_core[low] - of_core
    several = content & (spread[low] > 1)
    name = content & tokens.title[first_at] & (first_at != tokens.starts[line])

    def mean(values: Any, among: Any) -> Any:
        sums = np.bincount(line[among], values[among], count)
        return sums / np.maximum(np.bincount(line[among], minlength=count), 1)

    contents = np.bincount(line[content], minlength=count)
    sizes = np.bincount(line, minlength=count)

    def shared(step: int) -> Any:
        other = (line + step >= 0) & (line + step < count)
        wanted = keys[other] + step * forms
        hit = keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] == wanted
        both = np.bincount(line[other][hit], minlength=count)
        neighbour = np.roll(sizes, -step)
        return both / np.maximum(np.minimum(sizes, neighbour), 1)

    recur = np.minimum(elsewhere, 2) / 2
    recurs = mean((elsewhere > 0).astype(float), content)
    score = np.bincount(line[content], recur[content], count) * (0.5 + 0.5 * recurs)
    near = 1 / (1 + 0.02 * np.maximum(0, core[0] - index))
    score = score * near * np.where(own["ends"] > 0, 0.7, 1.0) * (1 + 0.15 * (own["repeats"] > 0))
    candidate = (words >= 3) & (words <= 28) & (index < max(core[0] + 3, 1)) & (contents >= 2)
    score = np.where(candidate, score, 0)
    headline = int(score.argmax())
    in_headline = np.zeros(forms, bool)
    in_headline[low[content & (line == headline)]] = True
    from_headline = index - headline
    return {
        "content": np.log1p(contents),
        "of_core": recurs,
        "names_of_core": mean((elsewhere > 0).astype(float), name),
        "names": np.bincount(line[name], minlength=count) / np.maximum(sizes, 1),
        "cohesion": mean(elsewhere / np.maximum(spread[low] - 1, 1), several),
        "alone": mean((spread[low] == 1).astype(float), content),
        "seen": mean((first[low] < line).astype(float), content),
        "seen_later": mean((last[low] > line).astype(float), content),
        "like_above": shared(-1),
        "like_below": shared(1),
        "headline_words": np.bincount(line[in_headline[low]], minlength=count)
        / max(1, int(in_headline.sum())),
        "from_headline": np.sign(from_headline) * np.log1p(np.abs(from_headline)),
        "headline_score": np.full(count, np.log1p(score.max())),
        "own_headline_score": np.log1p(score),
    }


def topic(tokens: Tokens, words: Any, long_: Any, core: tuple[int, int]) -> Floats:
    """Whether the text from a line on is still of what the page was of: `[lines, 11]`.

    For windows of lines that begin with this one: the share of names, and of all content words,
    that stood above the window already; then the share of the line's content words, and of those
    around it, that the lead of the page's first long passage has.
    """
    count, forms = len(words), len(tokens.content)
    keys, first_at = np.unique(tokens.line * forms + tokens.low, return_index=True)
    line, low = keys // forms, keys % forms
    first = np.zeros(forms, np.int64)
    first[low[::-1]] = line[::-1]
    content = tokens.content[low]
    name = content & tokens.title[first_at] & (first_at != tokens.starts[line])
    columns = []
    for among in (name, content):
        at, since = line[among], first[low[among]]
        for reach in _BELOW:
            known = _windows(np.maximum(since + 1, at - reach), at, count)
            there = _windows(np.maximum(0, at - reach), at, count)
            columns.append(known / np.maximum(there, 1))
    places = np.flatnonzero(long_)
    start = int(places[0]) if len(places) else core[0]
    for begin in (start, core[0]):
        running = np.cumsum(np.where(np.arange(count) >= begin, words, 0))
        lead = (np.arange(count) >= begin) & (running <= max(_LEAD_WORDS, running[begin]))
        of_lead = np.zeros(forms, bool)
        of_lead[low[content & lead[line]]] = True
        hit = np.bincount(line[content & of_lead[low]], minlength=count)
        there = np.bincount(line[content], minlength=count)
        columns.append(hit / np.maximum(there, 1))
        sums = np.cumsum(np.stack([hit, there], 1), axis=0)
        high = np.minimum(np.arange(count) + 8, count - 1)
        ahead = sums[high] - sums + np.stack([hit, there], 1)
        columns.append(ahead[:, 0] / np.maximum(ahead[:, 1], 1))
    columns.append(np.log1p(np.maximum(0, np.arange(count) - start)))
    return np.stack(columns, axis=1).astype(np.float32)


def _windows(starts: Any, ends: Any, count: int) -> Any:
    """For each line, how many of the ranges `starts..ends` it lies in."""
    steps = np.bincount(starts, minlength=count + 1)[: count + 1].astype(np.int64)
    steps -= np.bincount(ends + 1, minlength=count + 1)[: count + 1]
    return np.cumsum(steps)[:count]
