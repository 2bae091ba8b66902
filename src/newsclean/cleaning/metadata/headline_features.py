"""The lines that may be the headline -> a value for each of `FEATURES`.

A headline shares its words with the body, has a headline's length, stands near the body, has a
date or a byline below it, and is often said again, in the page's title or in a breadcrumb. What a
line has of a thing counts, and what it has beside the best of the candidates.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.metadata.headline_words import SharedWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.metadata.headline_words import Shared
    from newsclean.cleaning.record import PageRecord

_WORD_FEATURES = (
    "shared",
    "log shared",
    "words 1-2",
    "words 3-4",
    "words 5-7",
    "words 8-16",
    "words 17-25",
    "words over 25",
    "most shared",
    "recurring",
    "of the lead",
    "of the body alone",
    "recurring, to the best",
    "of the lead, to the best",
    "of the body alone, to the best",
)
_PLACE_FEATURES = (
    "log distance",
    "next to body",
    "in body",
    "date below",
    "byline below",
    "date on the next line",
    "byline on the next line",
    "longest near",
    "blank before",
    "blank around",
    "first line",
    "probability of the body",
    "long lines between",
    "candidates between",
    "lines of its size near",
    "dates near",
    "short line above",
    "standfirst below",
    "lines to the next long one",
    "shared above",
    "shared below",
    "of the lead above",
    "of the lead below",
)
_TEXT_FEATURES = (
    "phrase",
    "phrase at its start",
    "any phrase",
    "full stop",
    "question",
    "repeated",
    "said again above",
    "said again below",
    "begins another line",
    "ends another line",
    "same on the next lines",
    "said often",
    "date",
    "capitals",
    "title case",
    "byline",
    "breadcrumb",
    "colon",
    "quotation mark",
    "starts in lower case",
    "starts with a number",
    "digits",
    "bracket at its end",
    "unspaced",
)
FEATURES = ("none", *_WORD_FEATURES, *_PLACE_FEATURES, *_TEXT_FEATURES)
"""The first is 1 for the answer that no line is the headline, and 0 for every line."""
_REACH = 60
"""So many lines above the body are asked; the figures here are guesses but for the weights."""
_INSIDE = 3
_MOST_KEPT_WORDS = 25
_BELOW = 6
_PROSE_CHARS = 60
_LONG_CHARS = 100
_SHORT = 120
_FEWEST_AGAIN = 12
"""A shorter line is said again by chance."""
_NEAR = 3
_WINDOW = 4
"""A candidate is the longest of the lines so near."""
_FARTHEST = 12
_STOPS = (".", "…", ":", ";", ",")
_BULLETS = frozenset("•□*+·▪►▸○●◦-")
_NO_CAUSE = ("", "")
RELEASE_NOTE = "editorial note"
"""The reason of a line such as "Under embargo until ...", which is no headline."""
_BREADCRUMB = re.compile(r"\s(?:[/>»›→·•]\s|\|\s.*\s\|\s)")
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?")
_FEWEST_TIMES = 2
"""So many lines that are times make a live blog (a guess)."""
_ASKS, _CLOSES = frozenset("?!"), frozenset("'\"”’»)")
_QUOTATION_MARKS = frozenset('"“”„«»「『‘')


class Candidate(NamedTuple):
    """A line that may be the headline, with a value for each of `FEATURES`."""

    place: int
    features: tuple[float, ...]


def list_candidates(record: PageRecord, start: int, low: int = 0) -> tuple[Candidate, ...]:
    """The lines that may be the headline, with their features; `start` is where the body starts."""
    page, kept = record.page, record.kept
    texts = page.texts
    low, high = max(low, start - _REACH), min(len(texts), start + _INSIDE)
    context = _context(record, start, low, high)
    entries = _live_entries(page)
    shared: dict[int, Shared] = {}
    for index in range(low, high):
        found = context.shared(index)
        count = found.words
        if (
            count
            and index not in entries
            and record.causes.get(index, _NO_CAUSE)[0] != RELEASE_NOTE
            and (index <= start or (kept[index] and count <= _MOST_KEPT_WORDS))
            and not (texts[index][0] in _BULLETS and texts[index][1:2].isspace())
            and not (page.credit(index).photo or page.credit(index).caption)
        ):
            shared[index] = found
    best = _Best(
        max((found.common for found in shared.values()), default=0),
        max((found.recurring for found in shared.values()), default=0.0),
        max((found.lead / found.content for found in shared.values()), default=0.0),
        max((found.own / found.content for found in shared.values()), default=0.0),
    )
    places = list(shared)
    in_place = _place_features(context, places)
    return tuple(
        Candidate(
            index, (0.0, *_word_features(found, best), *placed, *_text_features(context, index))
        )
        for (index, found), placed in zip(shared.items(), in_place, strict=True)
    )


def _live_entries(page: PageLines) -> frozenset[int]:
    """The lines below the times of a live blog's entries: they are headings of these."""
    times = [index for index, text in enumerate(page.texts) if _TIME.fullmatch(text)]
    return frozenset(index + 1 for index in times) if len(times) >= _FEWEST_TIMES else frozenset()


class _Best(NamedTuple):
    """The most that any candidate has."""

    common: int
    recurring: float
    lead: float
    own: float


class _Context(NamedTuple):
    """What the features of a candidate are read from."""

    page: PageLines
    kept: Sequence[bool]
    probabilities: Sequence[float]
    start: int
    low: int
    sizes: list[int]
    first: int
    counts: Counter[str]
    whole: str
    """All lines in lower case."""
    offsets: list[int]
    dates: frozenset[int]
    bylines: frozenset[int]
    above_dates: frozenset[int]
    above_bylines: frozenset[int]
    shared: SharedWords


def _context(record: PageRecord, start: int, low: int, high: int) -> _Context:
    page = record.page
    texts = page.texts
    short = [index for index in range(low, high) if len(texts[index]) < _SHORT]
    dates = frozenset(index for index in short if page.dates(index))
    bylines = frozenset(index for index in short if page.byline(index))
    sizes = list(map(len, texts))
    return _Context(
        page=page,
        kept=record.kept,
        probabilities=record.probabilities or list(map(float, record.kept)),
        start=start,
        low=low,
        sizes=sizes,
        first=next((i for i in range(len(texts)) if len(texts[i].split()) > 2), -1),
        counts=Counter(page.lower),
        whole="\n".join(page.lower),
        offsets=list(itertools.accumulate((len(text) + 1 for text in page.lower), initial=0)),
        dates=dates,
        bylines=bylines,
        above_dates=_above(dates),
        above_bylines=_above(bylines),
        shared=SharedWords(page, record.kept),
    )


def _above(found: frozenset[int]) -> frozenset[int]:
    """The lines that have one of the found ones just below them."""
    return frozenset(index - step for index in found for step in range(1, _BELOW + 1))


def _word_features(found: Shared, best: _Best) -> tuple[float, ...]:
    count, content, common, lead, own, recurring = found
    return (
        common / content,
        math.log1p(common),
        float(count <= 2),
        float(3 <= count <= 4),
        float(5 <= count <= 7),
        float(8 <= count <= 16),
        float(17 <= count <= 25),
        float(count > 25),
        float(common == best.common and common > 1),
        recurring,
        lead / content,
        own / content,
        best.recurring - recurring,
        best.lead - lead / content,
        best.own - own / content,
    )


def _place_features(context: _Context, places: Sequence[int]) -> Iterator[tuple[float, ...]]:
    """The features of each of the candidates' `places`, worked out for all of them at once."""
    import numpy as np

    page, start, low = context.page, context.start, context.low
    sizes, index = np.array(context.sizes), np.array(places, np.int64)
    count, own = len(sizes), sizes[index]
    dated = np.zeros(count, bool)
    dated[list(context.dates)] = True
    alike, dates, largest = (np.zeros(len(places), np.int64) for _ in range(3))
    for step in range(-_WINDOW, _WINDOW + 1):
        at = index + step
        inside = (at >= 0) & (at < count)
        at = np.where(inside, at, 0)
        size = sizes[at]
        if step and abs(step) <= _NEAR:
            alike += inside & (2 * size > own) & (size < 2 * own)
            dates += inside & dated[at]
        largest = np.where(inside & (at >= low) & (at < start), np.maximum(largest, size), largest)
    long_ = np.append(np.flatnonzero(sizes > _LONG_CHARS), count + _FARTHEST)
    passed = np.searchsorted(long_, index, side="right")
    until = np.minimum(long_[passed] - index, _FARTHEST + 1)
    between = np.maximum(np.searchsorted(long_, start) - passed, 0)
    numbers = zip(
        places,
        (own >= largest).tolist(),
        between.tolist(),
        (alike / (2 * _NEAR)).tolist(),
        (dates / _NEAR).tolist(),
        until.tolist(),
        strict=True,
    )
    for number, (place, longest, long_between, like, dates_near, next_long) in enumerate(numbers):
        below, blank = place + 1, page.lines[place].blank_before > 0
        yield (
            math.log1p(max(start - place, 0)),
            float(start - place == 1),
            float(context.kept[place]),
            float(place in context.above_dates),
            float(place in context.above_bylines),
            float(below in context.dates),
            float(below in context.bylines),
            float(longest),
            float(blank),
            float(blank and (below >= count or page.lines[below].blank_before > 0)),
            float(place == context.first),
            context.probabilities[place],
            math.log1p(long_between),
            math.log1p(len(places) - 1 - number),
            like,
            dates_near,
            float(place > 0 and len(page.words[place - 1]) <= _NEAR),
            float(below < start and context.sizes[below] > _PROSE_CHARS),
            math.log(next_long),
            *_beside(context, place),
        )


def _beside(context: _Context, index: int) -> tuple[float, float, float, float]:
    """What the lines above and below, where they are as long as headlines, share with the body."""
    shares = []
    for at in (index - 1, index + 1):
        inside = 0 <= at < len(context.sizes) and context.sizes[at] < 2 * _SHORT
        found = context.shared(at) if inside else None
        if found and found.words > _NEAR:
            shares.append((found.common / found.content, found.lead / found.content))
        else:
            shares.append((0.0, 0.0))
    (above, lead_above), (below, lead_below) = shares
    return above, below, lead_above, lead_below


def _text_features(context: _Context, index: int) -> tuple[float, ...]:
    page = context.page
    text, lower = page.texts[index], page.lower[index]
    hits = {hit.where for hit in page.hits(index)}
    first = [word[0] for word in text.split()]
    cased = [char for char in first if char.isalpha()]
    asks = text[-1] in _ASKS or (text[-1] in _CLOSES and text[-2:-1] in _ASKS)
    at, whole = context.offsets[index], context.whole
    told = len(text) >= _FEWEST_AGAIN
    above = told and whole.find(lower, 0, at) >= 0
    below = told and whole.find(lower, at + len(lower)) >= 0
    again = above or below
    times = context.counts[lower]
    return (
        float("line" in hits),
        float("start" in hits),
        float(bool(hits)),
        float(text.endswith(_STOPS)),
        float(asks),
        float(times > 1),
        float(above),
        float(below),
        float(again and f"\n{lower} " in whole),
        float(again and f" {lower}\n" in whole),
        float(times > 1 and lower in page.lower[index + 1 : index + _NEAR]),
        float(times > _NEAR),
        float(index in context.dates),
        float(text.isupper()),
        sum(map(str.isupper, cased)) / (len(cased) or 1),
        float(index in context.bylines),
        float(_BREADCRUMB.search(text) is not None),
        float(":" in text),
        float(not _QUOTATION_MARKS.isdisjoint(text)),
        float(text[0].islower()),
        float(text[0].isdigit()),
        sum(map(str.isdigit, text)) / len(text),
        float(text[-1] == ")"),
        float(page.is_unspaced(index)),
    )
