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

    from newsclean.arrays import Floats
    from newsclean.cleaning.record import PageRecord, Predictions

_CLIP = 9.0
"""Log-odds beyond are certain."""
_LONG_WORDS = 12
_FAR = 9
_STEPS = (-3, -2, -1, 1, 2, 3)
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
    record: PageRecord, predictions: Predictions, kept: npt.NDArray[np.bool_], low: int, high: int
) -> tuple[Any, Any, Any]:
    """The columns of the content lines from `low` to before `high`, log-odds, and what rules drop.

    `kept` is of all content lines.
    """
    words = predictions.words
    odds = log_odds(predictions.probabilities)
    cause, role, ruled = _ruled(record)
    heard = np.asarray(record.probabilities, np.float32)[np.asarray(record.content_indices)]
    near = slice(low, high)
    count = high - low
    logits = predictions.numbers.logits if predictions.numbers else None
    said = np.zeros((count, 4)) if logits is None else bounded(logits[near], -_CLIP, _CLIP)
    share = float(words[kept].sum()) / max(1.0, float(words.sum()))
    columns = [kept[near], np.full(count, share)]
    columns += [odds[near], bounded(log_odds(heard) - odds, -_CLIP, _CLIP)[near], *said.T]
    columns += [_shifted(odds, step, -_CLIP)[near] for step in _STEPS]
    columns += [_around(odds, words, reach)[near] for reach in _REACHES]
    columns += [cause[near], role[near], ruled[near]]
    columns += [_shifted(ruled, step, 0)[near] for step in (-1, 1)]
    long_ = words >= _LONG_WORDS
    for reverse in (True, False):
        columns += [each[near] for each in _nearest(long_, kept, odds, reverse=reverse)]
    columns += [each[near] for each in _stretches(kept, odds, words)]
    return stacked(columns, np.float32).T, odds[near], ruled[near] > 0


def log_odds(probabilities: Floats) -> Any:
    """Log-odds within bounds."""
    clipped = bounded(probabilities.astype(np.float64), 1e-6, 1 - 1e-6)
    return bounded(np.log(clipped / (1 - clipped)), -_CLIP, _CLIP)


def _ruled(record: PageRecord) -> tuple[Any, Any, Any]:
    """The number of the cause and the role of each content line, and if a rule speaks against it.

    What the user drops and what recurs on the site counts as a rule.
    """
    count = len(record.page.lines)
    cause, role, ruled = np.zeros(count), np.zeros(count), np.zeros(count)
    for at, (reason, _) in record.causes.items():
        cause[at] = _REASONS.get(reason, 0)
    for at, name in record.roles.items():
        role[at] = _ROLES.get(name, _OTHER_ROLE)
    ruled[[*record.causes, *record.roles, *record.mail.email_furniture, *record.repeats]] = 1
    ruled[[at for at, said in enumerate(record.overrides) if said.drop is not None]] = 1
    content = np.asarray(record.content_indices)
    return cause[content], role[content], ruled[content]


def _shifted(values: Any, step: int, beyond: float) -> Any:
    """Of each line the value of the line so many below it."""
    found = np.full(len(values), beyond)
    if step < 0:
        found[-step:] = values[:step]
    else:
        found[:-step] = values[step:]
    return found


def _around(odds: Any, words: Any, reach: int) -> Any:
    """The mean log-odds of the lines around each and of itself, weighted by words."""
    weight = np.minimum(words, 40.0) + 3
    count = len(odds)
    index = np.arange(count)
    first, last = np.maximum(index - reach, 0), np.minimum(index + reach + 1, count)
    sums = np.concatenate([[0], weight.cumsum()])
    of_odds = np.concatenate([[0], (weight * odds).cumsum()])
    return (of_odds[last] - of_odds[first]) / (sums[last] - sums[first])


def _nearest(long_: Any, kept: Any, odds: Any, *, reverse: bool) -> tuple[Any, Any, Any]:
    """How far the next long line is, whether it is kept, and its log-odds; upwards if not reverse.

    Reversed, it is the next one below.
    """
    if reverse:
        long_, kept, odds = long_[::-1], kept[::-1], odds[::-1]
    count = len(long_)
    index = np.arange(count)
    last = np.maximum.accumulate(np.where(long_, index, -1))
    before = np.concatenate([[-1], last[:-1]])
    there = before >= 0
    far = np.where(there, np.minimum(index - before, _FAR), _FAR + 1)
    is_kept = np.where(there, kept[before], -1)
    of_odds = np.where(there, odds[before], -_CLIP)
    step = -1 if reverse else 1
    return far[::step], is_kept[::step], of_odds[::step]


def _stretches(kept: Any, odds: Any, words: Any) -> list[Any]:
    """Of the stretch of lines that go, or stay, as each line does: its size, words and odds."""
    count = len(kept)
    new = np.ones(count, bool)
    new[1:] = kept[1:] != kept[:-1]
    group = new.cumsum() - 1
    starts = new.nonzero()[0]
    sizes = np.bincount(group)
    of_words = np.bincount(group, words)
    mean = np.bincount(group, odds) / sizes
    most = np.maximum.reduceat(odds, starts)
    place = np.arange(count) - starts[group]
    places = kept.nonzero()[0]
    index = np.arange(count)
    # above the article -1, within 0, below 1
    where = np.where(index < places[0], -1, (index <= places[0]) | (index > places[-1]))
    where[places] = 0
    return [
        np.log1p(sizes)[group],
        np.log1p(of_words)[group],
        mean[group],
        most[group],
        (place + 0.5) / sizes[group],
        where,
    ]
