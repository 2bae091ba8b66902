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
from newsclean.cleaning.network import Floats
from newsclean.cleaning.text_features import Described
from newsclean.document import Line

_PIECE_LINES = 3000
_PIECE_CHARS = 1_000_000


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
        ends = described.features[:, text_features.ENDS] > 0
        parts.append(Judgement(sigmoid(verdict.keep), described.words, ends, verdict.article))
    return Judgement(
        np.concatenate([part.probabilities for part in parts]),
        np.concatenate([part.words for part in parts]),
        np.concatenate([part.ends for part in parts]),
        max(part.article for part in parts),
    )


def of_text(described: Described, most: int | None = None) -> network.Verdict:
    """What the networks for plain text say of a page's lines; `most` asks only so many of them."""
    net = network.load("text.bin")
    net = net._replace(nets=net.nets[:most])
    return net(np.concatenate([described.features, described.topic], axis=1), described.bag)


def sigmoid(odds: Floats) -> Floats:
    """Probabilities from log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))), np.float32)


def _pieces(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    start, chars = 0, 0
    for index, line in enumerate(lines):
        chars += len(line.text)
        if index - start >= _PIECE_LINES or (chars > _PIECE_CHARS and index > start):
            yield lines[start:index]
            start, chars = index, len(line.text)
    yield lines[start:]
