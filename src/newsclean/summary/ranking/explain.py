"""Why a sentence scored as it did: its features, grouped into what a reader would call them.

Each group's contribution is in log-odds, against the mean sentence of the same article.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from newsclean.arrays import product
from newsclean.summary.ranking import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.summary.text.terms import Floats

_SHOWN = 4

GROUPS: dict[str, tuple[str, ...]] = {
    "place in the article": (
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "near the top",
        "place",
        "place in the whole",
        "place, logarithm",
        "among the last two",
        "top against length",
        "paragraph",
        "opens a paragraph",
    ),
    "length": (
        "length",
        "length to 25",
        "length, logarithm",
        "under 4 words",
        "under 8 words",
        "over 35 words",
        "length against the mean",
        "length, rank",
        "content words",
        "first, length",
        "short at the top",
        "long at the top",
    ),
    "what the article is about": (
        "central",
        "central to the rest",
        "central, rank",
        "like the first",
        "like the first three",
        "like the later half",
        "like the later half, rank",
        "like what precedes",
        "like what follows",
        "like what follows, rank",
        "frequent words",
        "words of many sentences",
        "share of the article's words",
        "share of the article's words, rank",
        "key words",
        "phrases said again",
        "first, share of words",
        "central at the top",
        "later half at the top",
    ),
    "the title": (
        "like the title",
        "words of the title",
        "title at the top",
        "title, in order",
        "title in order, below the top",
    ),
    "what happened": (
        "finite verb",
        "day named",
        "name in front",
        "somebody acts",
        "somebody acts, figure or day",
        "somebody acts, below the top",
    ),
    "its neighbours": (
        "like the one before",
        "like the next",
        "next one central",
        "one before central",
        "next one leans on it",
    ),
    "something new": ("rare words", "new words", "share of its words new"),
    "names": (
        "names",
        "names of the article",
        "names, first mention",
        "names, known",
        "capitalised words",
        "capitals",
    ),
    "numbers": ("numbers", "has a number"),
    "quotation": (
        "opens with a quotation mark",
        "share quoted",
        "word of saying",
        "saying and quoted",
        "quoted at the top",
    ),
    "stands alone": ("opens with a pronoun", "opens with a connective", "first or second person"),
    "form": ("question", "no statement", "colon", "bracket", "commas", "dash"),
}
"""The features under the names by which a reader is told of them."""


@cache
def _groups() -> tuple[npt.NDArray[np.object_], Floats]:
    """(names of the groups, features x groups: the weight of a feature that belongs to a group)."""
    trained = model.load()
    belongs = [[name in group for group in GROUPS.values()] for name in trained.features]
    return np.array(list(GROUPS), object), np.array(belongs) * trained.alone[:, None]


def contributions(
    values: Floats, numbers: Sequence[int] | None = None
) -> tuple[tuple[tuple[str, float], ...], ...]:
    """For each sentence (group, contribution), the largest first.

    `values` are the features of all sentences; `numbers` are those asked for, None is all.
    """
    groups, weights = _groups()
    moved = product(values, weights)
    moved -= moved.mean(0)
    if numbers is not None:
        moved = moved[list(numbers)]
    order = np.argsort(-np.abs(moved), axis=1, kind="stable")[:, :_SHOWN]
    largest = moved[np.arange(len(moved))[:, None], order].round(3)
    return tuple(map(tuple, map(zip, groups[order].tolist(), largest.tolist())))
