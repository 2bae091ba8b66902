"""What phrases, times and bylines on a page say of each line, as numbers for the networks.

The phrases are those that `explain` names its reasons by, in every shipped language, so that the
networks learn one mechanism and no words: a comment mark, a heading of related stories and a
newsletter box look alike in English and in Greek. Where such marks stand around a line says more
than those on it: most of what follows an article is told by the marks between.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from newsclean.arrays import Floats
from newsclean.cleaning.features.characters import DIGIT, WIDE, Characters
from newsclean.cleaning.lines import bylines
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.phrases import Hit
from newsclean.patterns import lazy_regex

FAMILIES = (
    "navigation",
    "share buttons",
    "newsletter",
    "donation appeal",
    "cookie notice",
    "advertisement",
    "related articles",
    "comments",
    "author biography",
    "caption",
    "credit",
    "copyright",
    "login or paywall",
    "form or button",
    "audio or video",
    "age",
)
"""Reasons whose phrases are counted, each in a column of its own; "age" ("3 days ago") is none."""
_BOXES = (
    "newsletter", "donation appeal", "advertisement", "login or paywall", "audio or video",
)  # fmt: skip
"""What stands in boxes between paragraphs."""
_STAMP = lazy_regex(r"\d(?<!\d\d)(?:\d?[:.]\d\d|(?<=1)9\d\d|(?<=2)0\d\d)(?!\d)")
"""A time of the day, or a year. It begins with what is sought first: a digit, not what is before it
(a fifth of the time)."""
_STAMP_WORDS = 12
_BYLINE_WORDS = 8
"""Longer lines are prose, whatever they begin with (guesses)."""
_PART_WORDS = 3
"""A phrase of so many words counts whole though it is a part of the line (a guess)."""
_MOST = 2.0
_MARK = 0.6
"""From so much on a line counts as one with a mark of a family (a guess)."""
_NEAR = 6
_FAR = 60
_TEASER = ("...", "…")


class Phrases(NamedTuple):
    """The phrases and the folded words of each line of a page, and the line in lower case."""

    hits: Sequence[tuple[Hit, ...]]
    words: Sequence[list[str]]
    lower: Sequence[str]

    def part(self, first: int, last: int) -> Phrases:
        """Those of the lines from `first` to before `last`."""
        part = slice(first, last)
        return Phrases(self.hits[part], self.words[part], self.lower[part])


def phrases_of(reading: PageLines, places: Sequence[int]) -> Phrases:
    """The phrases of the lines at `places`."""
    hits, words, lower = map(reading.hits, places), reading.words, reading.lower
    return Phrases(list(hits), [words[at] for at in places], [lower[at] for at in places])


def markers(
    phrases: Phrases,
    texts: Sequence[str],
    chars: Characters,
    words: Floats,
    core_start: int,
    language: str,
) -> dict[str, Any]:
    """The columns, by name.

    Args:
        phrases: those of the lines.
        texts: the lines.
        chars: the characters of the lines.
        words: how many words each line has.
        core_start: the first line of the stretch that is densest in long lines.
        language: that of the page.
    """
    count = len(texts)
    families, share = _families(phrases.hits, count)
    marked = families >= _MARK
    column = _columns()
    comments = marked[column["comments"]]
    related = marked[column["related articles"]]
    box = marked[[column[name] for name in _BOXES]].any(axis=0)
    any_ = marked.any(axis=0)
    below = comments & (np.arange(count) >= core_start)
    # fullwidth digits are wide
    digits = (chars.counts[:, DIGIT] > 0) | (chars.counts[:, WIDE] > 0)
    stamp = _stamps(texts, digits & (words <= _STAMP_WORDS))
    byline = np.zeros(count, bool)
    first = bylines.words(language).first  # as `bylines.may_label_author`, for all lines at once
    byline[
        [
            at
            for at, found in enumerate(phrases.words)
            if 0 < len(found) <= _BYLINE_WORDS
            and (found[0] in first or found[0].startswith(bylines.GLUED))
        ]
    ] = True
    teaser = np.array([text.endswith(_TEASER) for text in texts], bool)
    near_comments, near_marks, near_stamps = _near(np.stack((comments, any_, stamp)))
    since_comment, since_related, since_box, since_stamp, since_byline, until_box = _since(
        np.stack((comments, related, box, stamp, byline | stamp, box[::-1]))
    )
    return {
        **{f"phrase {name}": families[at] for name, at in column.items()},
        "phrase_share": share,
        "comments_above": np.log1p(below.cumsum()),
        "comments_on_page": np.full(count, np.log1p(np.count_nonzero(below))),
        "comments_near": near_comments,
        "since_comment": since_comment,
        "since_related": since_related,
        "since_box": since_box,
        "until_box": until_box[::-1],
        "marks_near": near_marks,
        "stamp": stamp,
        "stamps_near": near_stamps,
        "since_stamp": since_stamp,
        "byline": byline,
        "since_byline": since_byline,
        "teaser": teaser,
    }


@cache
def _columns() -> dict[str, int]:
    return {name: number for number, name in enumerate(FAMILIES)}


def _families(hits: Sequence[tuple[Hit, ...]], count: int) -> tuple[Any, Any]:
    """What the phrases of each family say of each line, and how many words phrases cover."""
    column = _columns()
    rows, lines, values = [], [], []
    covered = np.zeros(count)
    for line, found in enumerate(hits):
        for hit in found:
            row = column.get(hit.reason)
            if row is not None:
                rows.append(row)
                lines.append(line)
                whole = hit.where == "line"
                values.append(1.0 if whole else min(1.0, hit.words / _PART_WORDS))
                covered[line] += hit.words
    families = np.zeros((len(column), count))
    np.add.at(families, (rows, lines), values)
    return np.minimum(families, _MOST, out=families), np.log1p(covered)


def _stamps(texts: Sequence[str], asked: Any) -> Any:
    """Which of the lines that are asked have a time or a year."""
    found = np.zeros(len(texts), bool)
    for place in asked.nonzero()[0].tolist():
        found[place] = _STAMP.search(texts[place]) is not None
    return found


def _since(masks: Any) -> Any:
    """How many lines ago the last of each of the `masks` stood, as a logarithm."""
    index = np.arange(masks.shape[1])
    last = np.maximum.accumulate(np.where(masks, index, -_FAR), axis=1)
    return np.log1p(np.minimum(index - last, _FAR))


def _near(masks: Any) -> Any:
    """The share of each of the `masks` among the lines around each line."""
    count = masks.shape[1]
    sums = np.zeros((len(masks), count + 1), np.int64)
    np.cumsum(masks, axis=1, out=sums[:, 1:])
    index = np.arange(count)
    high = np.minimum(index + _NEAR + 1, count)
    low = np.maximum(index - _NEAR, 0)
    return (sums.take(high, axis=1) - sums.take(low, axis=1)) / (high - low)
