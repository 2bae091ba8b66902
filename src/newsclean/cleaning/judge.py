"""Asks the trained networks what each line of a document is.

Plain text is judged by its words and shape; a document with a tree also by its mark-up. A very
long document is judged in pieces, so that time and memory grow no faster than the input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.cleaning import network, text_features
from newsclean.cleaning.network import Floats, Verdict
from newsclean.cleaning.text_features import Described
from newsclean.document import Line

_PIECE_LINES = 3000
_PIECE_CHARS = 1_000_000
_ENDED = 0.3
"""How much the log-odds that the body has ended above count against a line (on dev: F1 +.001)."""


class Judgement(NamedTuple):
    """For each line the probability that it is of the body, and what decoding needs besides.

    `article` is the log-odds that the page is an article at all, from its likeliest piece.
    """

    probabilities: Floats
    words: Floats
    ends: npt.NDArray[np.bool_]
    article: float


def judge_text(lines: Sequence[Line], language: str) -> Judgement:
    """The judgement on lines of plain text; each has a letter or digit."""
    parts = []
    for piece in _pieces(lines):
        described = text_features.describe(piece, language)
        verdict = of_text(described)
        odds = after_end(verdict.keep, verdict)
        parts.append(Judgement(sigmoid(odds), described.words, described.ends, verdict.article))
    return Judgement(
        np.concatenate([part.probabilities for part in parts]),
        np.concatenate([part.words for part in parts]),
        np.concatenate([part.ends for part in parts]),
        max(part.article for part in parts),
    )


def of_text(described: Described) -> Verdict:
    """What the networks for plain text say of a page's lines."""
    return network.load("text.bin")(described.features, described.bag, described.words)


def after_end(odds: Floats, verdict: Verdict) -> Floats:
    """Log-odds of the lines, less where the body seems to have ended at or above them."""
    ended = np.maximum.accumulate(np.maximum(verdict.after, 0))
    return np.asarray(odds - np.float32(_ENDED) * ended, np.float32)


def sigmoid(odds: Floats) -> Floats:
    """Probabilities from log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), np.float32)


def _pieces(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    if len(lines) < _PIECE_LINES and lines[-1].end - lines[0].start < _PIECE_CHARS:
        yield lines
        return
    start, chars = 0, 0
    for index, line in enumerate(lines):
        chars += len(line.text)
        if index - start >= _PIECE_LINES or (chars > _PIECE_CHARS and index > start):
            yield lines[start:index]
            start, chars = index, len(line.text)
    yield lines[start:]
