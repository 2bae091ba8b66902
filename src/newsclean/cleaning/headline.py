"""Which line is the headline: a linear model over the lines before the body.

A headline shares its words with the body, has a headline's length, stands near the body and has
a date or a byline below it. The weights are learned (`newsclean.training.headline`); a softmax
over the candidates and "none of them" decides. Where the page states its title, the line
that says the same is the headline.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from newsclean import languages
from newsclean.cleaning.bylines import read_byline
from newsclean.cleaning.dates import find_dates
from newsclean.cleaning.phrases import fold, phrasebook
from newsclean.document import Line

FEATURES = (
    "none",
    "shared",
    "log shared",
    "words 1-2",
    "words 3-4",
    "words 5-7",
    "words 8-16",
    "words 17-25",
    "words over 25",
    "log distance",
    "next to body",
    "in body",
    "date below",
    "byline below",
    "phrase",
    "full stop",
    "question",
    "repeated",
    "longest near",
    "blank before",
    "date",
    "first line",
    "capitals",
    "title case",
    "byline",
)
_REACH = 60
_INSIDE = 3
_BODY_WORDS = 15
_SHORT = 120
_STOP = re.compile(r"[.…:;,]$")
_QUESTION = re.compile(r"[?!]['\"”’»)]?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the headline, with a value for each of `FEATURES`."""

    index: int
    features: tuple[float, ...]


def body_start(lines: Sequence[Line], kept: Sequence[bool]) -> int | None:
    """The first kept line of some length, None where nothing is kept."""
    first = None
    for index, keep in enumerate(kept):
        if keep:
            first = index if first is None else first
            if len(lines[index].text.split()) >= _BODY_WORDS or len(lines[index].text) > 100:
                return index
    return first


def find_headline(
    lines: Sequence[Line], kept: Sequence[bool], language: str, title: str | None = None
) -> tuple[int, float] | None:
    """The index of the headline's line and how sure that is, None where no line is one.

    `title` is what the page says of itself; a line that says the same is taken.
    """
    start = body_start(lines, kept)
    if start is None:
        return None
    if title and (same := _same_as(title, lines, start)) is not None:
        return same, 0.98
    candidates = list_candidates(lines, kept, language)
    if not candidates:
        return None
    weights = _weights()
    scores = [sum(map(float.__mul__, weights, found.features)) for found in candidates]
    scores.append(weights[0])
    top = max(scores)
    best = scores.index(top)
    if best == len(candidates):
        return None
    return candidates[best].index, 1 / sum(math.exp(score - top) for score in scores)


def list_candidates(
    lines: Sequence[Line], kept: Sequence[bool], language: str
) -> tuple[Candidate, ...]:
    """The lines that may be the headline, with their features."""
    start = body_start(lines, kept)
    if start is None:
        return ()
    body = _body_words(lines, kept)
    low, high = max(0, start - _REACH), min(len(lines), start + _INSIDE)
    texts = [line.text for line in lines]
    counts = Counter(text.lower() for text in texts)
    words = {index: fold(texts[index]) for index in range(low, high)}
    short = [index for index in range(low, high) if len(texts[index]) < _SHORT]
    dates = {index for index in short if find_dates(texts[index], language)}
    bylines = {index for index in short if read_byline(texts[index], language)}
    common = languages.function_words(language)
    book = phrasebook(language)
    first = next((i for i in range(len(lines)) if len(texts[i].split()) > 2), -1)
    found = []
    for index in range(low, high):
        text, own = texts[index], words[index]
        count = len(own)
        if not count or (index > start and (not kept[index] or count > 25)):
            continue
        content = [word for word in own if len(word) > 2 and word not in common] or own
        shared = sum(word in body for word in content)
        distance = start - index
        near = [len(texts[i]) for i in range(max(low, index - 4), min(start, index + 5))]
        cased = [word for word in text.split() if word[0].isalpha()]
        found.append(
            Candidate(
                index,
                (
                    0.0,
                    shared / len(content),
                    math.log1p(shared),
                    float(count <= 2),
                    float(3 <= count <= 4),
                    float(5 <= count <= 7),
                    float(8 <= count <= 16),
                    float(17 <= count <= 25),
                    float(count > 25),
                    math.log1p(max(distance, 0)),
                    float(distance == 1),
                    float(kept[index]),
                    float(any(i in dates for i in range(index + 1, index + 7))),
                    float(any(i in bylines for i in range(index + 1, index + 7))),
                    float(any(hit.where == "line" for hit in book.hits(text, own))),
                    float(_STOP.search(text) is not None),
                    float(_QUESTION.search(text) is not None),
                    float(counts[text.lower()] > 1),
                    float(len(text) >= max(near, default=0)),
                    float(lines[index].blank_before > 0),
                    float(index in dates),
                    float(index == first),
                    float(text.isupper()),
                    sum(word[0].isupper() for word in cased) / (len(cased) or 1),
                    float(index in bylines),
                ),
            )
        )
    return tuple(found)


def _body_words(lines: Sequence[Line], kept: Sequence[bool]) -> frozenset[str]:
    """The words of the kept lines that are long enough to be prose."""
    words: set[str] = set()
    for line, keep in zip(lines, kept, strict=True):
        if keep and len(line.text) > 60:
            words.update(fold(line.text))
    return frozenset(words)


def _same_as(title: str, lines: Sequence[Line], start: int) -> int | None:
    """The line that says what `title` says, the nearest to the body of those that do."""
    wanted = fold(title)
    if not wanted:
        return None
    best, at = 0.7, None
    for index in range(min(len(lines), start + _INSIDE)):
        own = fold(lines[index].text)
        if not own or len(own) > 2 * len(wanted):
            continue
        shared = sum((Counter(own) & Counter(wanted)).values())
        # a title may carry the site's name after the headline: then the line is its beginning
        likeness = 2 * shared / (len(own) + len(wanted))
        if len(own) > 3 and wanted[: len(own)] == own:
            likeness = max(likeness, 0.9)
        if likeness >= best:
            best, at = likeness, index
    return at


@cache
def _weights() -> tuple[float, ...]:
    weights: dict[str, float] = languages.read_data("cleaning/headline.json")["weights"]
    return tuple(weights[name] for name in FEATURES)
