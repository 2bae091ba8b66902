"""How lines that are like a line fared: what counts, looks or begins alike mostly goes together.

A sub-heading, an item of a list and a tail are rarely lost alone for what they say; of their like,
most are kept. For each line its like are found in several ways, and it is told how many these are,
how many of them are kept, and what the networks say of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.arrays import stacked
from newsclean.cleaning.features.series import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORT, _MIDDLING = 14, 40
"""Words of a line that may be a heading or an item, and of one that is no long paragraph."""
_TITLE = 0.6
_FAR = 12
_CLIP = 9.0
READ = ("words", "ends", "bullet", "upper_head", "blank_before", "title")
_LIKE = ("series", "look", "shape", "row", "start", "question")
COLUMNS = (
    *(f"{like} {what}" for like in _LIKE for what in ("others", "kept", "odds")),
    *("series place", "series above", "series below"),
    *("colon", "colon kept", "below_question", "heads"),
)
_COLON, _QUESTION = frozenset(":："), frozenset("?？؟；")


def alike(
    texts: Sequence[str],
    heads: Sequence[str],
    columns: dict[str, Any],
    looks: Any,
    kept: Any,
    odds: Any,
) -> Any:
    """The columns of the lines.

    Args:
        texts: the lines.
        heads: the first word of each.
        columns: what the networks read of them, those of `READ`.
        looks: for each the number of its look; None where there is no mark-up.
        kept: which are kept.
        odds: their log-odds.
    """
    count = len(texts)
    kept = kept.astype(np.float64)
    members = counted(texts)
    series = np.full(count, -1)
    place, above, below = np.zeros(count), np.full(count, -1.0), np.full(count, -1.0)
    last: dict[int, int] = {}
    for at, member in sorted(members.items()):
        series[at] = member.series
        place[at] = (member.place + 0.5) / member.size
        if (before := last.get(member.series)) is not None:
            above[at], below[before] = kept[before], kept[at]
        last[member.series] = at
    words = np.expm1(columns["words"])
    short = words <= _SHORT
    size = (words > _SHORT).astype(np.int64) + (words > _MIDDLING)
    bullet = columns["bullet"] > 0
    shape = (
        size * 32
        + (columns["ends"] > 0) * 16
        + bullet * 8
        + (columns["upper_head"] > 0) * 4
        + (columns["blank_before"] > 0) * 2
        + (columns["title"] > _TITLE)
    )
    look = np.full(count, -1) if looks is None else looks * 3 + size
    blank = shape | 2
    row = np.concatenate(([0], blank[1:] != blank[:-1])).cumsum()
    row[size == 2] = -1
    numbers: dict[str, int] = {}
    start = [numbers.setdefault(head, len(numbers)) if len(head) > 1 else -1 for head in heads]
    tails = [text[-1] for text in texts]
    asks = np.array([tail in _QUESTION for tail in tails])
    question = asks.astype(np.int64) - 1
    out = [*_others(np.array((series, look, shape, row, start, question)), kept, odds)]
    out += [place, above, below]
    out += _announced(tails, kept, short | bullet)
    out += [np.concatenate(([False], asks[:-1])), short & np.concatenate((~short[1:], [False]))]
    return stacked(out, np.float32).T


def _others(groups: Any, kept: Any, odds: Any) -> Any:
    """How many others each line's group has, how many of these are kept, and their mean odds.

    `groups` has a row for each way to find a line's like, -1 where it has none; so has what comes
    back, with three rows for each.
    """
    ways, count = groups.shape
    none = groups < 0
    first = (groups.max(axis=1) + 2).cumsum()
    first[1:], first[0] = first[:-1].copy(), 0
    own = (groups + (first[:, None] + 1)).ravel()
    every_kept, every_odds = np.tile(kept, ways), np.tile(odds, ways)
    others = np.bincount(own)[own] - 1
    among = np.maximum(others, 1)
    of_kept = (np.bincount(own, every_kept)[own] - every_kept) / among
    of_odds = (np.bincount(own, every_odds)[own] - every_odds) / among
    alone = none.ravel() | (others == 0)
    found = np.stack(
        [
            np.log1p(np.where(alone, 0, others)),
            np.where(alone, -1, of_kept),
            np.where(alone, -_CLIP, of_odds),
        ]
    )
    return found.reshape(3, ways, count).swapaxes(0, 1).reshape(3 * ways, count)


def _announced(tails: Sequence[str], kept: Any, item: Any) -> tuple[Any, Any]:
    """How far above each item the line with a colon stands that announces it, and is it kept."""
    far, is_kept = np.full(len(tails), _FAR + 1.0), np.full(len(tails), -1.0)
    for colon in [at for at, tail in enumerate(tails) if tail in _COLON]:
        for at in range(colon + 1, len(tails)):
            if not item[at]:
                break
            far[at], is_kept[at] = min(at - colon, _FAR), kept[colon]
            if tails[at] in _COLON:
                break
    return far, is_kept
