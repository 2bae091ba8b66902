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
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.page import find_title_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord
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
    "recurring",
    "of the lead",
    "log distance",
    "next to body",
    "in body",
    "date below",
    "byline below",
    "longest near",
    "blank before",
    "blank around",
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
_GAP, _STRAY = 12, 0.2
"""After a stray line come so many that are not kept; it is less than this share of the body."""
_INSIDE = 3
_BELOW = 6
_BODY_WORDS = 15
_BODY_LINES = 30
_LEAD_LINES = 3
_SHORT = 120
_STOPS = (".", "…", ":", ";", ",")
_BULLETS = frozenset("•□*+·▪►▸○●◦-")
_BREADCRUMB = re.compile(r"\s[/>»›→·•]\s|\s\|\s.*\s\|\s")
_ASKS, _CLOSES = frozenset("?!"), frozenset("'\"”’»)")


class Candidate(NamedTuple):
    """A line that may be the headline, with a value for each of `FEATURES`."""

    place: int
    features: tuple[float, ...]


def body_start(record: PageRecord) -> int | None:
    """The first kept line of some length, None where nothing is kept."""
    first = None
    for index in itertools.compress(range(len(record.kept)), record.kept):
        first = index if first is None else first
        if _is_long(record.page, index):
            return index
    return first


def later_start(record: PageRecord, start: int) -> int | None:
    """Where the body starts if what is kept at `start` is a stray line, a summary in a menu."""
    page, kept = record.page, record.kept
    long = [
        index
        for index in itertools.compress(range(start, len(kept)), kept[start:])
        if _is_long(page, index)
    ]
    size = 0
    for index, after in itertools.pairwise(long):
        size += len(page.texts[index])
        if after - index > _GAP:
            return after if size < _STRAY * sum(len(page.texts[at]) for at in long) else None
    return None


def _is_long(page: PageLines, index: int) -> bool:
    text = page.texts[index]
    return (
        len(text) > 100
        or (len(text) > 40 and page.is_unspaced(index))
        or len(text.split()) >= _BODY_WORDS
    )


class HeadlineSearch:
    """The search for the headline of a page.

    What the model says is worked out once for each stretch of lines that is searched.
    """

    def __init__(self, record: PageRecord) -> None:
        """`record` says which lines are kept."""
        self._record = record
        self._likeliest: dict[tuple[int, int], tuple[int, float] | None] = {}

    def find(self, start: int, title: str | None = None, low: int = 0) -> tuple[int, float] | None:
        """The index of the headline's line and how sure that is, None where no line is one.

        `start` is where the body starts. `title` is what the page says of itself; a line that
        says the same is taken. No line above `low` is one.
        """
        page = self._record.page
        if title and (same := find_title_line(title, page, start, low)) is not None:
            return same, 0.98
        if (start, low) not in self._likeliest:
            self._likeliest[start, low] = _likeliest(list_candidates(self._record, start, low))
        return self._likeliest[start, low]


def _likeliest(candidates: Sequence[Candidate]) -> tuple[int, float] | None:
    """The line of the best candidate and its probability, None where "none of them" is better."""
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


def list_candidates(record: PageRecord, start: int, low: int = 0) -> tuple[Candidate, ...]:
    """The lines that may be the headline, with their features; `start` is where the body starts."""
    page, kept = record.page, record.kept
    texts = page.texts
    low, high = max(low, start - _REACH), min(len(texts), start + _INSIDE)
    short = [index for index in range(low, high) if len(texts[index]) < _SHORT]
    dates = frozenset(index for index in short if page.dates(index))
    bylines = frozenset(index for index in short if page.byline(index))
    context = _Context(
        page=page,
        start=start,
        low=low,
        sizes=list(map(len, texts)),
        first=next((i for i in range(len(texts)) if len(texts[i].split()) > 2), -1),
        body=_read_body(page, kept),
        function_words=languages.function_words(page.language),
        counts=Counter(page.lower),
        dates=dates,
        bylines=bylines,
        above_dates=_above(dates),
        above_bylines=_above(bylines),
    )
    shared: dict[int, _Shared] = {}
    for index in range(low, high):
        found = _shared(context, index)
        count = found.words
        if (
            count
            and (index <= start or (kept[index] and count <= 25))
            and not (texts[index][0] in _BULLETS and texts[index][1:2].isspace())
            and not (page.credit(index).photo or page.credit(index).caption)
        ):
            shared[index] = found
    most = max((found.common for found in shared.values()), default=0)
    return tuple(
        Candidate(
            index,
            (
                *_word_features(found, most),
                *_place_features(context, index, kept=kept[index]),
                *_text_features(context, index),
            ),
        )
        for index, found in shared.items()
    )


class _Body(NamedTuple):
    """The words of the body's prose: in how many lines each stands, and those of the lead."""

    lines_with: dict[str, int]
    lead: frozenset[str]


class _Shared(NamedTuple):
    """What the words of a line have to do with the body.

    `words` is how many they are, `content` how many of them tell a subject; of these `common`
    stand in the body and `lead` in its lead, and `recurring` is the mean logarithm of in how many
    lines of the body each stands.
    """

    words: int
    content: int
    common: int
    lead: int
    recurring: float


class _Context(NamedTuple):
    """What the features of a candidate are read from."""

    page: PageLines
    start: int
    low: int
    sizes: list[int]
    first: int
    body: _Body
    function_words: frozenset[str]
    counts: Counter[str]
    dates: frozenset[int]
    bylines: frozenset[int]
    above_dates: frozenset[int]
    above_bylines: frozenset[int]


def _above(found: frozenset[int]) -> frozenset[int]:
    """The lines that have one of the found ones just below them."""
    return frozenset(index - step for index in found for step in range(1, _BELOW + 1))


def _shared(context: _Context, index: int) -> _Shared:
    """What the words of a line have to do with the body."""
    words = context.page.terms(index)
    content = [word for word in words if word not in context.function_words] or words
    count = len(words) // 2 if context.page.is_unspaced(index) else len(words)
    found = list(filter(None, map(context.body.lines_with.get, content)))
    return _Shared(
        count,
        len(content),
        len(found),
        sum(map(context.body.lead.__contains__, content)),
        math.log(math.prod(lines + 1 for lines in found)) / (len(content) or 1),
    )


def _word_features(found: _Shared, most: int) -> tuple[float, ...]:
    count, content, common, lead, recurring = found
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
        recurring,
        lead / content,
    )


def _place_features(context: _Context, index: int, *, kept: bool) -> tuple[float, ...]:
    distance = context.start - index
    near = context.sizes[max(context.low, index - 4) : min(context.start, index + 5)]
    return (
        math.log1p(max(distance, 0)),
        float(distance == 1),
        float(kept),
        float(index in context.above_dates),
        float(index in context.above_bylines),
        float(context.sizes[index] >= max(near, default=0)),
        float(context.page.lines[index].blank_before > 0),
        float(_stands_apart(context.page.lines, index)),
        float(index == context.first),
    )


def _stands_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether there is a blank line above and below."""
    below = index + 1 >= len(lines) or lines[index + 1].blank_before > 0
    return below and lines[index].blank_before > 0


def _text_features(context: _Context, index: int) -> tuple[float, ...]:
    page = context.page
    text = page.texts[index]
    hits = {hit.where for hit in page.hits(index)}
    first = [word[0] for word in text.split()]
    cased = [char for char in first if char.isalpha()]
    asks = text[-1] in _ASKS or (text[-1] in _CLOSES and text[-2:-1] in _ASKS)
    return (
        float("line" in hits),
        float("start" in hits),
        float(text.endswith(_STOPS)),
        float(asks),
        float(context.counts[page.lower[index]] > 1),
        float(index in context.dates),
        float(text.isupper()),
        sum(map(str.isupper, cased)) / (len(cased) or 1),
        float(index in context.bylines),
        float(_BREADCRUMB.search(text) is not None),
    )


def _read_body(page: PageLines, kept: Sequence[bool]) -> _Body:
    """The words of the kept lines that are long enough to be prose."""
    kept_lines = itertools.compress(range(len(kept)), kept)
    prose = (index for index in kept_lines if len(page.texts[index]) > 60)
    lines = [frozenset(page.terms(index)) for index in itertools.islice(prose, _BODY_LINES)]
    lines_with = dict(Counter(itertools.chain.from_iterable(lines)))
    return _Body(lines_with, frozenset().union(*lines[:_LEAD_LINES]))


@cache
def _weights() -> tuple[float, ...]:
    weights: dict[str, float] = languages.read_data("cleaning/headline.json")["weights"]
    return tuple(weights[name] for name in FEATURES)
