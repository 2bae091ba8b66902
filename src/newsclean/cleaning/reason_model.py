"""The reasons as states of a hidden Markov model: what lines say of them, and the best sequence.

A line's score for a reason is the sum of what its phrases, its shape and its mark-up say. Reasons
go on from line to line ("Related stories" and what is listed below it), which Viterbi's algorithm
(1967) weighs against the lines' own scores. The weights are set by hand: nothing is labelled
with reasons.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.cleaning.markup import Mark
from newsclean.cleaning.phrases import Hit, Phrasebook

STATES = (
    "navigation",
    "share buttons",
    "newsletter",
    "donation appeal",
    "cookie notice",
    "advertisement",
    "related articles",
    "comments",
    "author biography",
    "caption",
    "credit",
    "copyright",
    "login or paywall",
    "form or button",
    "boilerplate",
)
FEW = 4
"""A line of so many words at most is short."""

_AT = {state: number for number, state in enumerate(STATES)}
_SIZE = range(len(STATES))
_STAY = (1.5, 0.8, 1.6, 2.4, 2.2, 0.5, 2.2, 2.8, 1.4, 0.0, 0.6, 0.8, 1.2, 0.9, 0.8)
"""How much more likely a reason is to go on than to change."""
_ENTER = (0.0, 0.2, 1.0, 1.2, 1.5, 0.3, 1.5, 2.0, 0.5, 0.2, 0.3, 0.3, 0.6, 0.3, 0.0)
"""What it costs to begin with a reason: those that go on for long begin seldom."""
_BASE = (0.0, -0.8, -1.0, -1.5, -1.5, -1.0, -0.4, -1.0, -1.2, -1.2, -1.3, -1.0, -1.0, -0.6, 0.3)
"""What a reason starts from on any line."""
_AFTER_KEPT = 0.3
"""The share of `_STAY` that is left where kept lines stand between two lines."""
_SECTIONS = frozenset(
    _AT[name]
    for name in (
        "newsletter",
        "donation appeal",
        "related articles",
        "comments",
        "author biography",
    )
)
"""Reasons that a short line opens: what stands above such a heading is not of its section."""
_HEADING = 6
_WHOLE = 6.0
"""What a phrase says that is the whole line."""
_ENDS = re.compile(r"[.!?…。！？]['\"”’»)\]]*$")

Hits = dict[str, tuple[float, Hit]]


class Signs(NamedTuple):
    """What one removed line is judged by."""

    place: int
    text: str
    words: list[str]
    hits: Hits
    mark: Mark | None
    after: bool
    """It stands below the article."""
    of_body: bool
    """The article has a line of the same text."""
    known: bool
    """It is a recognised part of the article: it breaks the sequence."""


def best_hits(book: Phrasebook, text: str, words: list[str]) -> Hits:
    """For each reason the strongest phrase of a line, with what its phrases say together."""
    found: dict[str, tuple[float, float, Hit]] = {}
    count = len(words) or 1
    for hit in book.hits(text, words):
        strength = _strength(hit, count, text)
        total, best, kept = found.get(hit.reason, (0.0, 0.0, hit))
        found[hit.reason] = (
            max(total, strength) + 0.3 * min(total, strength),
            max(best, strength),
            hit if strength > best else kept,
        )
    return {reason: (min(total, 6.5), hit) for reason, (total, _, hit) in found.items()}


def _strength(hit: Hit, count: int, text: str) -> float:
    """What a phrase says: more, the longer it is and the more of the line it covers."""
    if hit.where == "line" or hit.phrase == "©":
        return _WHOLE
    strength = 0.9 * min(hit.words, 4) + 1.5 * hit.words / count
    if hit.where == "in":
        return strength + 0.5
    if ":" in text[:40] and hit.words <= 3 and count > hit.words:
        return strength + 2.0
    return strength + (1.0 if hit.words > 1 or count <= 12 else -0.2)


def likeliest(signs: Sequence[Signs]) -> list[int]:
    """The most likely state of each line (an index into `STATES`)."""
    back: list[list[int]] = []
    stays = {factor: tuple(factor * stay for stay in _STAY) for factor in (0.0, _AFTER_KEPT, 1.0)}
    total = [score - enter for score, enter in zip(emission(signs[0]), _ENTER, strict=True)]
    for before, line in itertools.pairwise(signs):
        factor = 1.0 if line.place - before.place == 1 else _AFTER_KEPT
        if before.known or line.known:
            factor = 0.0
        opened = _opened(line)
        top = max(total)
        best = total.index(top)
        came, now = [best] * len(STATES), []
        scores = zip(_SIZE, total, emission(line), stays[factor], _ENTER, strict=True)
        for state, so_far, score, gain, cost in scores:
            stay = so_far + (0.0 if state == opened else gain)
            enter = top - cost
            if stay >= enter:
                came[state] = state
                now.append(stay + score)
            else:
                now.append(enter + score)
        back.append(came)
        total = now
    state = total.index(max(total))
    path = [state]
    for came in reversed(back):
        state = came[state]
        path.append(state)
    return path[::-1]


def _opened(line: Signs) -> int | None:
    """The section that a line is the heading of."""
    if len(line.words) > _HEADING:
        return None
    strongest = max(line.hits.items(), key=lambda item: item[1][0], default=None)
    if strongest is None or strongest[1][1].where == "in":
        return None
    state = _AT[strongest[0]]
    return state if state in _SECTIONS else None


def emission(line: Signs) -> list[float]:
    """What a line says of each reason by itself."""
    scores = list(_BASE)
    if line.known:
        return [0.0] * len(scores)
    for reason, (strength, _) in line.hits.items():
        scores[_AT[reason]] += strength
    if line.mark:
        scores[_AT[line.mark[0]]] += line.mark[2]
    if line.of_body:
        scores[_AT["navigation"]] += 4.0
    count = len(line.words)
    if count == 0:
        number = any(map(str.isalnum, line.text))
        scores[_AT["share buttons" if number else "form or button"]] += 0.8 if number else 3.2
    elif count > 25 or (count > FEW and _ENDS.search(line.text)):
        scores[_AT["navigation"]] -= 2.5
        scores[_AT["form or button"]] -= 1.5
        scores[_AT["share buttons"]] -= 1.5
        scores[_AT["boilerplate"]] += 0.3
    elif count <= FEW:
        scores[_AT["navigation"]] += 0.8
        scores[_AT["boilerplate"]] -= 0.3
    else:
        scores[_AT["navigation"]] -= min(2.0, 0.25 * (count - FEW))
        scores[_AT["related articles"]] += 0.7 if line.after else 0.5
    return scores
