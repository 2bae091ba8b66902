"""From what the model says of each line to which lines are kept.

The article is one stretch of the page: that with the highest sum of what its lines speak for and
against it (Pasternack and Roth 2009, "Extracting article text from the web with maximum
subsequence segmentation"). Inside it, lines below a threshold go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from newsclean.cleaning.network import Floats

_WORD_CAP = 60.0
_THRESHOLDS = {"precision": 0.65, "balance": 0.42, "recall": 0.2}
_RECURRING = np.float32(0.05)
_PROSE_WORDS = 20
_BETWEEN = 0.25
"""Between two kept lines, prose goes only below this probability (in balance)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user's patterns say of a line: keep it, drop it, or nothing."""

    keep: bool = False
    drop: bool = False


def decode(
    probabilities: Floats,
    words: Floats,
    ends: npt.NDArray[np.bool_],
    favour: str = "balance",
    wishes: Sequence[Wish] = (),
) -> npt.NDArray[np.bool_]:
    """Which lines are kept.

    Args:
        probabilities: for each line, that it is of the article's body.
        words: how many words each line has.
        ends: whether each line ends as a sentence does.
        favour: "precision", "balance" or "recall".
        wishes: for each line what the user said of it; empty where the user said nothing.
    """
    threshold = _THRESHOLDS[favour]
    given = probabilities.copy()
    forced = np.array([wish.keep for wish in wishes], bool)
    banned = np.array([wish.drop and not wish.keep for wish in wishes], bool)
    if wishes:
        given[forced], given[banned] = 1.0, 0.0
    first, last = stretch(given, words, 0.5 if favour != "recall" else 0.35)
    kept = np.zeros(len(given), bool)
    kept[first : last + 1] = given[first : last + 1] > threshold
    kept |= _held(given, words, ends, kept) if favour != "precision" else False
    if wishes:
        kept = (kept | forced) & ~banned
    return kept


def discount(probabilities: Floats, recurs: Sequence[bool]) -> Floats:
    """Probabilities with those of lines that recur on the site taken down to next to nothing."""
    if not any(recurs):
        return probabilities
    return np.where(np.array(recurs), np.minimum(probabilities, _RECURRING), probabilities)


def stretch(probabilities: Floats, words: Floats, middle: float = 0.5) -> tuple[int, int]:
    """First and last line of the stretch whose lines speak most for the article.

    A line counts by its words, up to a cap; `middle` is the probability that speaks neither for
    nor against. Where no line speaks for it, the stretch is empty: (0, -1).
    """
    gains = (probabilities - middle) * np.minimum(words + 1, _WORD_CAP)
    best, first, last = 0.0, 0, -1
    current, start = 0.0, 0
    for index, gain in enumerate(gains.tolist()):
        if current <= 0:
            current, start = 0.0, index
        current += gain
        if current > best:
            best, first, last = current, start, index
    return first, last


def _held(
    probabilities: Floats,
    words: Floats,
    ends: npt.NDArray[np.bool_],
    kept: npt.NDArray[np.bool_],
) -> npt.NDArray[np.bool_]:
    """Paragraphs of prose between two kept lines: these do not go on one weak sign."""
    above = np.append(False, kept[:-1])
    below = np.append(kept[1:], False)
    prose = ends & (words >= _PROSE_WORDS) & (probabilities > _BETWEEN)
    held: npt.NDArray[np.bool_] = above & below & prose
    return held
