"""A page of which it is known what is kept -> numbers that tell whether it holds an article.

A page of goods, a list of results, a section or a home page holds sentences too. What tells it is
its whole: how much of it is prose and how long the runs of prose are, how many lines lie in series
of blocks that are alike, what shops and lists of results write, and whether there is a headline
that the text takes up. `page_kind` weighs the numbers.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Floats
from newsclean.cleaning.page_kind.commerce import PRICE, Signs, signs
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.record import PageRecord, Predictions

    Mask = npt.NDArray[np.bool_]

_PROSE_WORDS = 12
_SHORT_WORDS = 5
"""A line of prose has at least so many words and ends as a sentence does; a short one at most so
many (guesses)."""
_MARK_WORDS, _MARK_CHARS = 6, 60
"""A longer line is no mark that the blocks of a list have in common (guesses)."""
_SERIES, _STEP = 4, 14
"""So many lines alike make a series, if so many lines at most lie between two of them (guesses)."""
_FEW_WORDS = 3
_TITLE_CHARS = 4
"""A word of the headline that is so long tells what the page is about (a guess)."""
_RATING = lazy_regex(r"[★☆]|\d(?:[.,]\d)?\s?(?:/|out of|von|sur|de)\s?(?:5|10)\b|^\(\d[\d.,]*\)$")
_STAMP = lazy_regex(r"\b(?:19|20)\d\d\b|\d{1,2}[:.]\d\d")
_NUMBER, _LETTERS = lazy_regex(r"\d+"), lazy_regex(r"[^\W\d_]+")
_QUOTES = lazy_regex('["“”„«»「」]')
_TEASER = ("...", "…")


class Marks(NamedTuple):
    """What the short lines of a page are, each counted; and which lines lie in series."""

    again: Mask
    most_again: int
    series: Mask
    longest: int
    prices: Mask
    stamps: Mask
    ratings: int
    shop: Signs


def numbers(record: PageRecord) -> dict[str, float]:
    """The numbers of a page, by name; always the same names in the same order.

    Raises:
        ValueError: the record has no predictions yet.
    """
    predictions = record.predictions
    if predictions is None:
        raise ValueError("a record without predictions: classify it first")
    at = record.content_indices
    kept = np.fromiter((record.kept[index] for index in at), bool, len(at))
    texts = [record.page.texts[index] for index in at]
    body = "\n".join(itertools.compress(texts, kept.tolist()))
    marks = _marks(record, texts)
    return {
        **_prose(predictions, kept),
        **_of_marks(marks, kept, predictions.words),
        **_headline(record, kept, body),
        **_style(texts, body, float(predictions.words[kept].sum())),
    }


def _prose(predictions: Predictions, kept: Mask) -> dict[str, float]:
    """How much is kept, how much of it and of the page is prose, and how long its runs are."""
    words, count = predictions.words, len(kept)
    total, kept_words = max(1.0, float(words.sum())), float(words[kept].sum())
    prose, short = predictions.ends & (words >= _PROSE_WORDS), words <= _SHORT_WORDS
    prose_words, prose_lines = float(words[prose].sum()), max(1, int(prose.sum()))
    kept_lines = max(1, int(kept.sum()))
    run = _longest_run(words, prose)
    edges = np.diff(np.concatenate([[False], prose, [False]])).nonzero()[0]
    return {
        "kept words": math.log1p(kept_words),
        "kept share": kept_words / total,
        "prose words": math.log1p(prose_words),
        "prose share": prose_words / total,
        "kept prose share": float(words[kept & prose].sum()) / max(1.0, kept_words),
        "kept lines": math.log1p(kept_lines),
        "kept short": float((kept & short).sum()) / kept_lines,
        "kept breaks": math.log1p(int((kept[1:] & ~kept[:-1]).sum())),
        "longest run": math.log1p(run),
        "longest run share": run / total,
        "words a prose line": math.log1p(prose_words / prose_lines),
        "lines": math.log1p(count),
        "words a line": math.log1p(total / max(1, count)),
        "short share": float(short.mean()),
        "prose below prose": float((prose[1:] & prose[:-1]).sum()) / prose_lines,
        "most prose in a row": math.log1p(int((edges[1::2] - edges[::2]).max(initial=0))),
    }


def _longest_run(words: Floats, prose: Mask) -> float:
    """The words of the lines of prose that follow each other, one other line between at most."""
    places = prose.nonzero()[0]
    if not len(places):
        return 0.0
    starts = (np.diff(places, prepend=-2 * _STEP) > 2).nonzero()[0]
    return float(np.add.reduceat(words[places], starts).max())


def _marks(record: PageRecord, texts: Sequence[str]) -> Marks:
    """What the lines are by themselves, and which are again and again."""
    count = len(texts)
    counted = Counter(texts)
    short = [text if len(text) <= _MARK_CHARS else "" for text in texts]
    numbered = [text if any(map(str.isdigit, text)) else "" for text in short]
    series, longest = _series(short, [record.page.words[index] for index in record.content_indices])
    return Marks(
        np.fromiter((counted[text] >= _FEW_WORDS for text in texts), bool, count),
        max(counted.values(), default=0),
        series,
        longest,
        np.fromiter((PRICE.search(text) is not None for text in numbered), bool, count),
        np.fromiter((_STAMP.search(text) is not None for text in numbered), bool, count),
        sum(_RATING.search(text) is not None for text in short if text),
        signs(record.page),
    )


def _series(texts: Sequence[str], words: Sequence[list[str]]) -> tuple[Mask, int]:
    """Which lines lie in a series: between lines that are alike, again and again, not far apart.

    Lines are alike if they are the same, if only their numbers differ, or if short ones begin with
    the same word ("By ..."). Such lines right below each other are a menu or a table.
    """
    places: dict[str, list[int]] = {}
    for at, (text, own) in enumerate(zip(texts, words, strict=True)):
        if not text or len(own) > _MARK_WORDS:
            continue
        key = _NUMBER.sub("#", text) if not text.isalpha() else text
        if key != text and len(own) < _FEW_WORDS:
            key = _LETTERS.sub("a", key)
        places.setdefault(key, []).append(at)
        if len(own) > 1:
            places.setdefault(own[0] + " ", []).append(at)
    found = np.zeros(len(texts) + 1, np.int64)
    longest = 0
    for group in places.values():
        if len(group) < _SERIES:
            continue
        steps = [(one, two) for one, two in itertools.pairwise(group) if 1 < two - one <= _STEP]
        if len(steps) < _SERIES - 1:
            continue
        longest = max(longest, len(steps) + 1)
        for one, two in steps:
            found[one] += 1
            found[two] -= 1
    return found.cumsum()[:-1] > 0, longest


def _of_marks(marks: Marks, kept: Mask, words: Floats) -> dict[str, float]:
    """The marks as numbers, of the page and of what is kept."""
    kept_lines, kept_words = max(1, int(kept.sum())), max(1.0, float(words[kept].sum()))
    return {
        "again share": float(marks.again.mean()),
        "kept again share": float((marks.again & kept).sum()) / kept_lines,
        "most again": math.log1p(marks.most_again),
        "alike": float(marks.series.mean()),
        "longest series": math.log1p(marks.longest),
        "kept words alike": float(words[marks.series & kept].sum()) / kept_words,
        "kept lines alike": float((marks.series & kept).sum()) / kept_lines,
        "prices": math.log1p(int(marks.prices.sum())),
        "kept prices": float((marks.prices & kept).sum()) / kept_lines,
        "ratings": math.log1p(marks.ratings),
        "stamps": math.log1p(int(marks.stamps.sum())),
        "stamps share": float(marks.stamps.mean()),
        "actions": math.log1p(marks.shop.actions),
        "offers": math.log1p(marks.shop.offers),
        "lists": math.log1p(marks.shop.lists),
        "different signs": math.log1p(marks.shop.different),
    }


def _headline(record: PageRecord, kept: Mask, body: str) -> dict[str, float]:
    """Is there one, how far from the text, how long, is it taken up by the text; who, when."""
    page, at = record.page, record.content_indices
    line = next((index for index, role in record.roles.items() if role == "headline"), None)
    title = page.words[line] if line is not None else []
    first = at[int(kept.argmax())]
    telling = {word for word in title if len(word) >= _TITLE_CHARS}
    lower = body.lower()
    return {
        "headline": float(line is not None),
        "headline apart": math.log1p(abs(first - line)) if line is not None else 0.0,
        "headline words": math.log1p(len(title)),
        "headline in text": sum(word in lower for word in telling) / max(1, len(telling)),
        "headline again": float(page.phrases.count(" ".join(title))) if title else 0.0,
        "byline": float(record.metadata.byline is not None),
        "date": float(record.metadata.date is not None),
    }


def _style(texts: Sequence[str], body: str, words: float) -> dict[str, float]:
    """Signs and figures in what is kept, cut-off lines and labels on the page."""
    size, count = max(1.0, words), max(1, len(texts))
    return {
        "quotes": min(1.0, 20 * len(_QUOTES.findall(body)) / size),
        "commas": min(1.0, 5 * body.count(",") / size),
        "digits": min(1.0, 5 * sum(map(body.count, "0123456789")) / max(1, len(body))),
        "questions": min(1.0, 50 * body.count("?") / size),
        "teasers": math.log1p(sum(text.endswith(_TEASER) for text in texts)),
        "labels": sum(text.endswith(":") for text in texts) / count,
    }
