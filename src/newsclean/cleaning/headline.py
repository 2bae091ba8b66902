"""Which line is the headline: a linear model over the lines before the body.

A headline shares its words with the body, has a headline's length, stands near the body and has
a date or a byline below it. The weights are learned (`newsclean.training.headline`); a softmax
over the candidates and "none of them" decides. Where the page states its title, the line
that says the same is the headline.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsclean import languages
from newsclean.cleaning.bylines import read_byline
from newsclean.cleaning.credits import is_caption, is_photo_credit
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
    "most shared",
    "log distance",
    "next to body",
    "in body",
    "date below",
    "byline below",
    "longest near",
    "blank before",
    "first line",
    "phrase",
    "phrase at its start",
    "full stop",
    "question",
    "repeated",
    "date",
    "capitals",
    "title case",
    "byline",
    "breadcrumb",
)
_REACH = 60
_INSIDE = 3
_BELOW = 6
_BODY_WORDS = 15
_BODY_LINES = 30
_UNSPACED = "[\u3040-\u30ff\u4e00-\u9fff]"
_LOWEST = "\u3040"
_SHORT = 120
_STOP = re.compile(r"[.…:;,]$")
_BULLET = re.compile(r"[•□*+·▪►▸○●◦-]\s")
_BREADCRUMB = re.compile(r"\s[/>»›→·•]\s|\s\|\s.*\s\|\s")
_QUESTION = re.compile(r"[?!]['\"”’»)]?$")


class Candidate(NamedTuple):
    """A line that may be the headline, with a value for each of `FEATURES`."""

    place: int
    features: tuple[float, ...]


def body_start(lines: Sequence[Line], kept: Sequence[bool]) -> int | None:
    """The first kept line of some length, None where nothing is kept."""
    first = None
    for index, keep in enumerate(kept):
        if keep:
            first = index if first is None else first
            text = lines[index].text
            if len(text.split()) >= _BODY_WORDS or len(text) > (40 if _is_unspaced(text) else 100):
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
    return candidates[best].place, 1 / sum(math.exp(score - top) for score in scores)


def list_candidates(
    lines: Sequence[Line], kept: Sequence[bool], language: str
) -> tuple[Candidate, ...]:
    """The lines that may be the headline, with their features."""
    start = body_start(lines, kept)
    if start is None:
        return ()
    texts = [line.text for line in lines]
    low, high = max(0, start - _REACH), min(len(lines), start + _INSIDE)
    short = [index for index in range(low, high) if len(texts[index]) < _SHORT]
    page = _Page(
        texts=texts,
        language=language,
        start=start,
        low=low,
        first=next((i for i in range(len(texts)) if len(texts[i].split()) > 2), -1),
        body=_body_words(lines, kept),
        counts=Counter(text.lower() for text in texts),
        dates=frozenset(i for i in short if find_dates(texts[i], language)),
        bylines=frozenset(i for i in short if read_byline(texts[i], language)),
    )
    shared: dict[int, tuple[int, int, int]] = {}
    for index in range(low, high):
        count, content, common = _shared(page, index)
        text = texts[index]
        if _BULLET.match(text) or is_caption(text) or is_photo_credit(text):
            continue
        if count and (index <= start or (kept[index] and count <= 25)):
            shared[index] = count, content, common
    most = max((common for _, _, common in shared.values()), default=0)
    return tuple(
        Candidate(
            index,
            (
                *_word_features(count, content, common, most),
                *_place_features(page, lines[index], index, kept=kept[index]),
                *_text_features(page, index),
            ),
        )
        for index, (count, content, common) in shared.items()
    )


class _Page(NamedTuple):
    """What the features of a candidate are read from."""

    texts: Sequence[str]
    language: str
    start: int
    low: int
    first: int
    body: frozenset[str]
    counts: Counter[str]
    dates: frozenset[int]
    bylines: frozenset[int]


def _shared(page: _Page, index: int) -> tuple[int, int, int]:
    """The words of a line, those of content among them, and how many of these the body has."""
    words = terms(page.texts[index])
    function_words = languages.function_words(page.language)
    content = [word for word in words if word not in function_words] or words
    count = len(words) // 2 if _is_unspaced(page.texts[index]) else len(words)
    return count, len(content), sum(word in page.body for word in content)


def _word_features(count: int, content: int, common: int, most: int) -> tuple[float, ...]:
    return (
        0.0,
        common / content,
        math.log1p(common),
        float(count <= 2),
        float(3 <= count <= 4),
        float(5 <= count <= 7),
        float(8 <= count <= 16),
        float(17 <= count <= 25),
        float(count > 25),
        float(common == most and most > 1),
    )


def _place_features(page: _Page, line: Line, index: int, *, kept: bool) -> tuple[float, ...]:
    distance = page.start - index
    below = range(index + 1, index + 1 + _BELOW)
    near = page.texts[max(page.low, index - 4) : min(page.start, index + 5)]
    return (
        math.log1p(max(distance, 0)),
        float(distance == 1),
        float(kept),
        float(any(i in page.dates for i in below)),
        float(any(i in page.bylines for i in below)),
        float(len(line.text) >= max(map(len, near), default=0)),
        float(line.blank_before > 0),
        float(index == page.first),
    )


def _text_features(page: _Page, index: int) -> tuple[float, ...]:
    text = page.texts[index]
    hits = {hit.where for hit in phrasebook(page.language).hits(text, fold(text))}
    cased = [word for word in text.split() if word[0].isalpha()]
    return (
        float("line" in hits),
        float("start" in hits),
        float(_STOP.search(text) is not None),
        float(_QUESTION.search(text) is not None),
        float(page.counts[text.lower()] > 1),
        float(index in page.dates),
        float(text.isupper()),
        sum(word[0].isupper() for word in cased) / (len(cased) or 1),
        float(index in page.bylines),
        float(_BREADCRUMB.search(text) is not None),
    )


def _body_words(lines: Sequence[Line], kept: Sequence[bool]) -> frozenset[str]:
    """The words of the kept lines that are long enough to be prose."""
    words: set[str] = set()
    prose = (line for line, keep in zip(lines, kept, strict=True) if keep and len(line.text) > 60)
    for line in itertools.islice(prose, _BODY_LINES):
        words.update(terms(line.text))
    return frozenset(words)


def _is_unspaced(text: str) -> bool:
    """Does it have a character of a script that puts no blanks between words?"""
    return not text.isascii() and max(text) >= _LOWEST and re.search(_UNSPACED, text) is not None


def terms(text: str) -> list[str]:
    """The words of a text, and pairs of characters where words are not spaced."""
    if not _is_unspaced(text):
        return fold(text)
    found = []
    for word in fold(text):
        if _is_unspaced(word):
            found += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
        else:
            found.append(word)
    return found


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
