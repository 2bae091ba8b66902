"""From what the model says of each line to which lines are kept.

The article is one stretch of the page, or a few: the lines inside speak for it with what their
probability exceeds one half, times their words, and to go on after a break costs a fixed amount.
The best choice is found by dynamic programming (Viterbi 1967); with no breaks allowed it is the
maximum subsequence of Pasternack and Roth (2009). Inside, lines below a threshold go.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Floats
from newsclean.cleaning.record import Override, Predictions

_WORD_CAP = 60.0
_BREAK = 15.0
"""What going on after a break costs, in words that are certain to be of the article's body."""
_MIDDLE = {"precision": 0.6, "balance": 0.5, "recall": 0.35}
"""The probability that speaks neither for nor against the article going on."""
_THRESHOLDS = {"precision": 0.65, "balance": 0.4, "recall": 0.2}
_RECURRING = np.float32(0.05)
_PROSE_WORDS = 20
_BETWEEN = 0.25
"""Between two kept lines, prose goes only below this probability."""
_FEW_WORDS = 8
_ALONE = 0.6
"""Between two lines that go, a few words stay only above this probability."""
_SURELY_NOT = 0.05
_BEFORE, _INSIDE, _PAUSED = range(3)


def decode(
    predictions: Predictions,
    favour: str = "balance",
    overrides: Sequence[Override] = (),
    spoken_against: int = 0,
    *,
    scattered: bool = False,
) -> npt.NDArray[np.bool_]:
    """Which lines are kept.

    Args:
        predictions: what is known of each line.
        favour: "precision", "balance" or "recall".
        overrides: for each line what the user said of it; empty where the user said nothing.
        spoken_against: how many lines phrases of boilerplate speak against.
        scattered: the lines need not stand in stretches, because the model saw what holds them
            together (the elements of HTML).
    """
    given, words = predictions.probabilities.copy(), predictions.words
    forced = np.array([override.keep for override in overrides], bool)
    banned = np.array(
        [override.drop is not None and not override.keep for override in overrides], bool
    )
    if overrides:
        given[forced], given[banned] = 1.0, 0.0
    kept = given > _THRESHOLDS[favour]
    if not scattered:
        kept &= stretches(given, words, _MIDDLE[favour])
    if favour != "recall":
        kept = drop_isolated(given, words, kept)
    if favour != "precision":
        kept = fill_gaps(given, words, predictions.ends, kept)
        if spoken_against <= 1 and _is_clean(given, words, kept):
            kept |= given > _SURELY_NOT
    if overrides:
        kept = (kept | forced) & ~banned
    return kept


def discount(probabilities: Floats, recurs: Sequence[bool]) -> Floats:
    """Probabilities with those of lines that recur on the site taken down to next to nothing."""
    if not any(recurs):
        return probabilities
    return np.where(np.array(recurs), np.minimum(probabilities, _RECURRING), probabilities)


def stretches(probabilities: Floats, words: Floats, middle: float = 0.5) -> npt.NDArray[np.bool_]:
    """Which lines stand in the stretches that together speak most for the article.

    A line counts by its words, up to a cap; `middle` is the probability that speaks neither for
    nor against. Where no line speaks for the article, no line is inside.
    """
    gains = ((probabilities - middle) * np.minimum(words + 1, _WORD_CAP)).tolist()
    never = float("-inf")
    before, inside, paused = 0.0, never, never
    came_inside, came_paused = [], []
    for gain in gains:  # compared by hand, which takes half the time of `max`
        entry, most = _BEFORE, before
        if inside > most:
            entry, most = _INSIDE, inside
        if paused - _BREAK > most:
            entry, most = _PAUSED, paused - _BREAK
        came_inside.append(entry)
        came_paused.append(_INSIDE if inside >= paused else _PAUSED)
        inside, paused = most + gain, max(inside, paused)
    ways = (before, inside, paused)
    state = ways.index(max(ways))
    chosen = np.zeros(len(gains), bool)
    for index in range(len(gains) - 1, -1, -1):
        if state == _INSIDE:
            chosen[index] = True
            state = came_inside[index]
        elif state == _PAUSED:
            state = came_paused[index]
    return chosen


def _is_clean(probabilities: Floats, words: Floats, kept: npt.NDArray[np.bool_]) -> bool:
    """Is the input an article already, with next to nothing on it that is surely none?

    Then what is doubtful stays: a page that was cleaned once need not be cleaned again.
    """
    surely_not = probabilities < _SURELY_NOT
    total = float(words.sum())
    return bool(
        float(words[kept].sum()) >= 0.7 * total
        and float(words[surely_not].sum()) <= 0.01 * total
        and surely_not.sum() <= max(1.0, 0.02 * len(probabilities))
    )


def _neighbours(
    kept: npt.NDArray[np.bool_],
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Whether the line above each line, and the one below it, is kept."""
    above, below = np.zeros_like(kept), np.zeros_like(kept)
    above[1:], below[:-1] = kept[:-1], kept[1:]
    return above, below


def drop_isolated(
    probabilities: Floats, words: Floats, kept: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """`kept` without a few words between two lines that go: one weak sign does not save them."""
    above, below = _neighbours(kept)
    few = (words < _FEW_WORDS) & (probabilities < _ALONE)
    return kept & (above | below | ~few)


def fill_gaps(
    probabilities: Floats,
    words: Floats,
    ends: npt.NDArray[np.bool_],
    kept: npt.NDArray[np.bool_],
) -> npt.NDArray[np.bool_]:
    """`kept` with the prose between two kept lines: one weak sign does not take it out."""
    above, below = _neighbours(kept)
    prose = ends & (words >= _PROSE_WORDS) & (probabilities > _BETWEEN)
    return kept | (above & below & prose)
