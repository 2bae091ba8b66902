"""What networks and rules made of each line at the article, as numbers for the judge.

The networks have seen the pages that the judge learns from, and are surer of them than of others.
So training has it learn from pages that were read by networks which had not seen their sites.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from newsclean.arrays import bounded, stacked
from newsclean.document import REASONS

if TYPE_CHECKING:
    import numpy.typing as npt

    from newsclean.arrays import Floats, Indices
    from newsclean.cleaning.record import PageRecord, Predictions

_CLIP = 9.0
"""Log-odds beyond are certain."""
_LONG_WORDS = 12
_FAR = 9
_PAGE, _NOWHERE = 1 << 20, 1 << 30
"""More lines than a page has, and a place that is farther off."""
_STEPS = (-3, -2, -1, 1, 2, 3)
_BESIDE = max(_STEPS)
_REACHES = (2, 6)
_ROLES = {role: number for number, role in enumerate(("headline", "byline", "date"), 1)}
_OTHER_ROLE = len(_ROLES) + 1
_REASONS = {reason: number for number, reason in enumerate(sorted(REASONS), 1)}
COLUMNS = (
    *(
        "kept",
        "kept_of_page",
        "odds",
        "rescored",
        "odds markup",
        "odds text",
        "odds before",
        "odds after",
    ),
    *(f"odds {step:+d}" for step in _STEPS),
    *(f"odds near {reach}" for reach in _REACHES),
    *("cause", "role", "ruled", "ruled -1", "ruled +1"),
    *("long_below", "long_below kept", "long_below odds"),
    *("long_above", "long_above kept", "long_above odds"),
    *("stretch", "stretch words", "stretch odds", "stretch most", "stretch place", "inside"),
)


def fate(
    record: PageRecord,
    predictions: Predictions,
    content: Indices,
    kept: npt.NDArray[np.bool_],
    near: slice,
) -> tuple[Any, Any, Any]:
    """The columns of the content lines that are `near`, their log-odds, and what rules drop.

    `content` are the places of all content lines, `kept` is whether each is.
    """
    words, low = predictions.words, near.start
    rescored = np.asarray(record.probabilities, np.float32)[content]
    odds, heard = log_odds(np.stack((predictions.probabilities, rescored)))
    cause, role, ruled = _ruled(record, content)
    index = np.arange(low, near.stop)
    count = len(index)
    logits = predictions.numbers.logits if predictions.numbers else None
    said = np.zeros((count, 4)) if logits is None else bounded(logits[near], -_CLIP, _CLIP)
    share = float(words[kept].sum()) / max(1.0, float(words.sum()))
    own, around = odds[near], _padded(odds, -_CLIP)
    columns = [kept[near], np.full(count, share)]
    columns += [own, bounded(heard[near] - own, -_CLIP, _CLIP), *said.T]
    columns += [around[low + _BESIDE + step :][:count] for step in _STEPS]
    columns += _around(odds, words, index)
    columns += [cause[near], role[near], ruled[near]]
    around = _padded(ruled, 0)
    columns += [around[low + _BESIDE + step :][:count] for step in (-1, 1)]
    columns += _nearest((words >= _LONG_WORDS).nonzero()[0], kept, odds, index)
    columns += _stretches(kept, odds, words, index)
    return stacked(columns, np.float32).T, own, ruled[near] > 0


def log_odds(probabilities: Floats) -> Any:
    """Log-odds within bounds."""
    clipped = bounded(probabilities.astype(np.float64), 1e-6, 1 - 1e-6)
    return bounded(np.log(clipped / (1 - clipped)), -_CLIP, _CLIP)


def _ruled(record: PageRecord, content: Indices) -> tuple[Any, Any, Any]:
    """The number of the cause and the role of each content line, and if a rule speaks against it.

    What the user drops and what recurs on the site counts as a rule.
    """
    found = np.zeros((3, len(record.page.lines)))
    cause, role, ruled = found
    for at, (reason, _) in record.causes.items():
        cause[at] = _REASONS.get(reason, 0)
    for at, name in record.roles.items():
        role[at] = _ROLES.get(name, _OTHER_ROLE)
    ruled[[*record.causes, *record.roles, *record.mail.email_furniture, *record.repeats]] = 1
    ruled[[at for at, said in enumerate(record.overrides) if said.drop is not None]] = 1
    return tuple(found.take(content, axis=1))


def _padded(values: Any, beyond: float) -> Any:
    """The values, with some of those beyond the page on both sides."""
    return np.concatenate(([beyond] * _BESIDE, values, [beyond] * _BESIDE))


def _around(odds: Any, words: Any, index: Any) -> list[Any]:
    """The mean log-odds of the lines around each and of itself, weighted by words."""
    weight = np.minimum(words, 40.0) + 3
    sums = np.concatenate(([0], weight.cumsum()))
    of_odds = np.concatenate(([0], (weight * odds).cumsum()))
    found = []
    for reach in _REACHES:
        first, last = np.maximum(index - reach, 0), np.minimum(index + reach + 1, len(odds))
        found.append((of_odds[last] - of_odds[first]) / (sums[last] - sums[first]))
    return found


def _nearest(long_: Indices, kept: Any, odds: Any, index: Any) -> list[Any]:
    """How far the next long line is, whether it is kept, and its log-odds: below, then above."""
    places = np.concatenate(([-_NOWHERE], long_, [_NOWHERE]))
    is_kept = np.concatenate(([-1], kept[long_], [-1]))
    of_odds = np.concatenate(([-_CLIP], odds[long_], [-_CLIP]))
    found = []
    for at in (places.searchsorted(index, "right"), places.searchsorted(index) - 1):
        gap = np.abs(places[at] - index)
        found += [np.minimum(gap, _FAR) + (gap > _PAGE), is_kept[at], of_odds[at]]
    return found


def _stretches(kept: Any, odds: Any, words: Any, index: Any) -> list[Any]:
    """Of the stretch of lines that go, or stay, as each line does: its size, words and odds."""
    count = len(kept)
    new = np.ones(count, bool)
    new[1:] = kept[1:] != kept[:-1]
    group = new.cumsum() - 1
    starts = new.nonzero()[0]
    sizes = np.bincount(group)
    mean = np.bincount(group, odds) / sizes
    numbers = np.log1p(sizes), np.log1p(np.bincount(group, words)), mean
    most = np.maximum.reduceat(odds, starts)
    own = group[index]
    places = kept.nonzero()[0]
    # above the article -1, within 0, below 1
    where = np.where(index < places[0], -1, (index <= places[0]) | (index > places[-1]))
    where[kept[index]] = 0
    return [
        *(each[own] for each in numbers),
        most[own],
        (index - starts[own] + 0.5) / sizes[own],
        where,
    ]
