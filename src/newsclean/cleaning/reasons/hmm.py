"""The reasons as states of a hidden Markov model: what lines say of them, and the best sequence.

A line's score for a reason is the sum of what its phrases, its shape and its mark-up say. Reasons
go on from line to line ("Related stories" and what is listed below it), which Viterbi's algorithm
(1967) weighs against the lines' own scores. The weights are set by hand: nothing is labelled
with reasons.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import cache
from operator import sub
from typing import NamedTuple

from newsclean.cleaning.lines.phrases import Hit
from newsclean.cleaning.reasons.markup_cues import Mark

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
    "audio or video",
    "boilerplate",
)
FEW = 4
"""A line of so many words at most is short."""

_AT = {state: number for number, state in enumerate(STATES)}
_STAY = (1.5, 0.8, 1.6, 2.4, 2.2, 0.5, 2.2, 2.8, 1.4, 0.0, 0.6, 0.8, 1.2, 0.9, 0.9, 0.8)
"""How much more likely a reason is to go on than to change."""
_ENTER = (0.0, 0.2, 1.0, 1.2, 1.5, 0.3, 1.5, 2.0, 0.5, 0.2, 0.3, 0.3, 0.6, 0.3, 0.4, 0.0)
"""What it costs to begin with a reason: those that go on for long begin seldom."""
_BASE = (
    0.0,
    -0.8,
    -1.0,
    -1.5,
    -1.5,
    -1.0,
    -0.4,
    -1.0,
    -1.2,
    -1.2,
    -1.3,
    -1.0,
    -1.0,
    -0.6,
    -1.0,
    0.3,
)
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
_ENDS, _CLOSING = frozenset(".!?…。！？"), "'\"”’»)]"

Hits = dict[str, tuple[float, Hit]]


class _Shape(NamedTuple):
    """What the length and the end of a line say of the reasons.

    `changes` are scores to add, with their indices into `STATES`; `scores` are those of a line of
    which nothing else says anything.
    """

    changes: tuple[tuple[int, float], ...]
    scores: tuple[float, ...]

    @classmethod
    def of(cls, **changes: float) -> _Shape:
        """A shape with changes by the names of the reasons, their blanks as "_"."""
        scores = list(_BASE)
        places = [(_AT[name.replace("_", " ")], change) for name, change in changes.items()]
        for state, change in places:
            scores[state] += change
        return cls(tuple(places), tuple(scores))


_NUMBERS = _Shape.of(share_buttons=0.8)
_SYMBOLS = _Shape.of(form_or_button=3.2)
_BRIEF = _Shape.of(navigation=0.8, boilerplate=-0.3)
_SENTENCE = _Shape.of(navigation=-2.5, form_or_button=-1.5, share_buttons=-1.5, boilerplate=0.3)


class Observation(NamedTuple):
    """What one removed line is judged by."""

    place: int
    text: str
    size: int
    """How many words it has."""
    hits: Hits
    mark: Mark | None
    after: bool
    """It stands below the article."""
    of_body: bool
    """The article has a line of the same text."""
    known: bool
    """It is a recognised part of the article: it breaks the sequence."""


def best_hits(hits: Iterable[Hit], text: str, words: int) -> Hits:
    """For each reason the strongest phrase of a line, with what its phrases say together."""
    found: dict[str, tuple[float, float, Hit]] = {}
    for hit in hits:
        if hit.reason not in _AT:
            continue
        strength = _strength(hit, words or 1, text)
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
    if hit.where in ("in", "short"):
        return strength + 0.5
    if ":" in text[:40] and hit.words <= 3 and count > hit.words:
        return strength + 2.0
    return strength + (1.0 if hit.words > 1 or count <= 12 else -0.2)


def viterbi(observations: Sequence[Observation]) -> list[int]:
    """The most likely state of each line (an index into `STATES`)."""
    total = list(map(sub, emission(observations[0]), _ENTER))
    steps: list[tuple[list[float], tuple[float, ...], float]] = []
    for before, line in itertools.pairwise(observations):
        follows = 1.0 if line.place - before.place == 1 else _AFTER_KEPT
        opened = _opened(line) if line.hits else None
        gains = _gains(0.0 if before.known or line.known else follows, opened)
        top = max(total)
        steps.append((total, gains, top))
        said = emission(line)
        # `max` would take as long as all the rest of a step
        total = [
            (stays if (stays := score + gain) > (enters := top - cost) else enters) + own
            for score, gain, cost, own in zip(total, gains, _ENTER, said, strict=True)
        ]
    state = total.index(max(total))
    path = [state]
    for total, gains, top in reversed(steps):
        if total[state] + gains[state] < top - _ENTER[state]:
            state = total.index(top)
        path.append(state)
    return path[::-1]


@cache
def _gains(factor: float, opened: int | None) -> tuple[float, ...]:
    """What each reason gains by going on; one that the line opens begins anew."""
    return tuple(0.0 if at == opened else factor * stay for at, stay in enumerate(_STAY))


def _opened(line: Observation) -> int | None:
    """The section that a line with phrases is the heading of."""
    if line.size > _HEADING:
        return None
    found = line.hits.items()
    reason, (_, hit) = max(found, key=_strongest) if len(found) > 1 else next(iter(found))
    return _AT[reason] if hit.where != "in" and _AT[reason] in _SECTIONS else None


def _strongest(said: tuple[str, tuple[float, Hit]]) -> float:
    return said[1][0]


def emission(line: Observation) -> Sequence[float]:
    """What a line says of each reason by itself."""
    if line.known:
        return (0.0,) * len(STATES)
    shape = _shape(line)
    if not (line.hits or line.mark or line.of_body):
        return shape.scores
    scores = list(_BASE)
    for reason, (strength, _) in line.hits.items():
        scores[_AT[reason]] += strength
    if line.mark:
        scores[_AT[line.mark[0]]] += line.mark[2]
    if line.of_body:
        scores[_AT["navigation"]] += 4.0
    for state, change in shape.changes:
        scores[state] += change
    return scores


def _shape(line: Observation) -> _Shape:
    """The shape of a line."""
    if line.size == 0:
        return _NUMBERS if any(map(str.isalnum, line.text)) else _SYMBOLS
    if line.size <= FEW:
        return _BRIEF
    if line.size > 25 or line.text.rstrip(_CLOSING)[-1] in _ENDS:
        return _SENTENCE
    return _phrase(line.size, after=line.after)


@cache
def _phrase(count: int, *, after: bool) -> _Shape:
    """What it says that a line has so many words and does not end as sentences do."""
    less = min(2.0, 0.25 * (count - FEW))
    return _Shape.of(navigation=-less, related_articles=0.7 if after else 0.5)
