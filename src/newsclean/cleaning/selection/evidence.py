"""What the phrases on a page add to what the networks say of its lines.

A line that is nothing but "Advertisement", or that stands among donation appeals, is less likely
of the article than its shape and place make it. On whole pages the networks know this by
themselves; on a tight selection, with little around the article, phrases tell more. The weights
are log-odds, set by hand after a logistic regression on pages of domains held out of training.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.arrays import bounded
from newsclean.languages import read_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.arrays import Floats
    from newsclean.cleaning.lines.page import PageLines

_DOUBTFUL = 0.08
"""Lines below this probability are not looked at: nothing can be said against them any more."""
_REACH = 3
_MOST, _MOST_NEAR = 2.0, 4.0
_PART_WORDS = 4
_PAGE_LINES = 150
_FULL, _LEAST = 1.4, 0.2
"""How much is made of phrases on a page of few lines, and on a whole page."""
_CERTAIN = 12.0
_CLEARLY = 0.15


def weigh(page: PageLines, places: Sequence[int], probabilities: Floats) -> Floats:
    """The probabilities after the phrases of each line and of those around it were heard.

    `places[i]` is the line of `page` that `probabilities[i]` is of.
    """
    found = _strengths(page, places, probabilities)
    if found is None:
        return probabilities
    _, table = _weights()
    whole, part = found
    each = whole + part
    count = len(places)
    index = np.arange(count)
    sums = np.concatenate([np.zeros((1, each.shape[1])), np.cumsum(each, axis=0)])
    near = sums[np.minimum(index + _REACH + 1, count)] - sums[np.maximum(index - _REACH, 0)] - each
    change = (
        np.minimum(whole, _MOST) @ table[:, 0]
        + np.minimum(part, _MOST) @ table[:, 1]
        + np.minimum(near, _MOST_NEAR) @ table[:, 2]
    )
    change *= min(max(_FULL - count / _PAGE_LINES, _LEAST), 1.0)
    clipped = bounded(probabilities, 1e-6, 1 - 1e-6)
    odds = bounded(np.log(clipped / (1 - clipped)) + change, -_CERTAIN, _CERTAIN)
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def spoken_against(before: Floats, after: Floats) -> int:
    """How many lines phrases made clearly less likely."""
    return int((before - after > _CLEARLY).sum())


def _strengths(
    page: PageLines, places: Sequence[int], probabilities: Floats
) -> tuple[Any, Any] | None:
    """By line and reason: phrases that are most of the line, and phrases that are a part of it."""
    column, _ = _weights()
    found_hits: list[tuple[bool, int, int, float]] = []
    for index in (probabilities > _DOUBTFUL).nonzero()[0].tolist():
        for hit in page.hits(places[index]):
            if hit.reason in column:
                count = len(page.words[places[index]])
                most = hit.where == "line" or 2 * hit.words >= count
                strength = 1.0 if hit.where == "line" else min(1.0, hit.words / _PART_WORDS)
                found_hits.append((most, index, column[hit.reason], strength))
    if not found_hits:
        return None
    whole = np.zeros((len(places), len(column)))
    part = np.zeros_like(whole)
    for most, index, at, strength in found_hits:
        (whole if most else part)[index, at] += strength
    return whole, part


@cache
def _weights() -> tuple[dict[str, int], Any]:
    """Reason -> its number, and for each its weights: of the whole line, a part of it, near it."""
    weights = read_data("cleaning/evidence.json")["weights"]
    reasons = sorted(weights)
    column = {reason: number for number, reason in enumerate(reasons)}
    return column, np.array([weights[reason] for reason in reasons])
