"""What the phrases on a page add to what the networks say of its lines.

A line that is nothing but "Advertisement", or that stands among donation appeals, is less likely
of the article than its shape and place make it. On whole pages the networks know this by
themselves; on a tight selection, with little around the article, phrases tell more. The weights
are log-odds, set by hand after a logistic regression on pages of domains held out of training.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.cleaning.phrases import fold, phrasebook
from newsclean.languages import read_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.network import Floats
    from newsclean.document import Line

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


def weigh(lines: Sequence[Line], probabilities: Floats, language: str) -> Floats:
    """The probabilities after the phrases of each line and of those around it were heard."""
    weights = read_data("cleaning/evidence.json")["weights"]
    reasons = sorted(weights)
    table = np.array([weights[reason] for reason in reasons])  # whole, part, near
    found = _strengths(lines, probabilities, language, reasons)
    if found is None:
        return probabilities
    whole, part = found
    each = whole + part
    count = len(lines)
    index = np.arange(count)
    sums = np.concatenate([np.zeros((1, len(reasons))), np.cumsum(each, axis=0)])
    near = sums[np.minimum(index + _REACH + 1, count)] - sums[np.maximum(index - _REACH, 0)] - each
    change = (
        np.minimum(whole, _MOST) @ table[:, 0]
        + np.minimum(part, _MOST) @ table[:, 1]
        + np.minimum(near, _MOST_NEAR) @ table[:, 2]
    )
    change *= np.clip(_FULL - count / _PAGE_LINES, _LEAST, 1.0)
    clipped = np.clip(probabilities, 1e-6, 1 - 1e-6)
    odds = np.clip(np.log(clipped / (1 - clipped)) + change, -_CERTAIN, _CERTAIN)
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def spoken_against(before: Floats, after: Floats) -> int:
    """How many lines phrases made clearly less likely."""
    return int((before - after > _CLEARLY).sum())


def _strengths(
    lines: Sequence[Line], probabilities: Floats, language: str, reasons: list[str]
) -> tuple[Any, Any] | None:
    """By line and reason: phrases that are most of the line, and phrases that are a part of it."""
    book = phrasebook(language)
    column = {reason: number for number, reason in enumerate(reasons)}
    whole = np.zeros((len(lines), len(reasons)))
    part = np.zeros_like(whole)
    any_hit = False
    for index in np.flatnonzero(probabilities > _DOUBTFUL).tolist():
        words = fold(lines[index].text)
        for hit in book.hits(lines[index].text, words):
            if hit.reason in column:
                any_hit = True
                most = hit.where == "line" or 2 * hit.words >= len(words)
                strength = 1.0 if hit.where == "line" else min(1.0, hit.words / _PART_WORDS)
                (whole if most else part)[index, column[hit.reason]] += strength
    return (whole, part) if any_hit else None
