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

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines
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
_BODY_LINES = 30
_LEAD_LINES = 3
_PROSE_CHARS = 60
_LONG_CHARS = 100
_SHORT = 120
_FEWEST_AGAIN = 12
"""A shorter line is said again by chance."""
_RARE = 2
"""A word of the body that so few other lines have is the article's own."""
_NEAR = 3
_FARTHEST = 12
_STOPS = (".", "…", ":", ";", ",")
_BULLETS = frozenset("•□*+·▪►▸○●◦-")
_BREADCRUMB = re.compile(r"\s[/>»›→·•]\s|\s\|\s.*\s\|\s")
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
    shared: dict[int, _Shared] = {}
    for index in range(low, high):
        found = _shared(context, index)
        count = found.words
        if (
            count
            and index not in entries
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
    return tuple(
        Candidate(
            index,
            (
                0.0,
                *_word_features(found, best),
                *_place_features(context, index, len(places) - 1 - number),
                *_text_features(context, index),
            ),
        )
        for number, (index, found) in enumerate(shared.items())
    )


def _live_entries(page: PageLines) -> frozenset[int]:
    """The lines below the times of a live blog's entries: they are headings of these."""
    times = [index for index, text in enumerate(page.texts) if _TIME.fullmatch(text)]
    return frozenset(index + 1 for index in times) if len(times) >= _FEWEST_TIMES else frozenset()


class _Body(NamedTuple):
    """The words of the body's prose: in how many lines each stands, and those of the lead."""

    lines_with: dict[str, int]
    lead: frozenset[str]
    own: frozenset[str]
    """The words that hardly any line around the article has."""


class _Shared(NamedTuple):
    """What the words of a line have to do with the body.

    `words` is how many they are, `content` how many of them tell a subject; of these `common`
    stand in the body, `lead` in its lead, `own` in it and hardly anywhere else, and `recurring` is
    the mean logarithm of in how many lines of the body each stands.
    """

    words: int
    content: int
    common: int
    lead: int
    own: int
    recurring: float


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
    body: _Body
    function_words: frozenset[str]
    counts: Counter[str]
    whole: str
    """All lines in lower case."""
    offsets: list[int]
    dates: frozenset[int]
    bylines: frozenset[int]
    above_dates: frozenset[int]
    above_bylines: frozenset[int]


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
        body=_read_body(page, record.kept),
        function_words=languages.function_words(page.language),
        counts=Counter(page.lower),
        whole="\n".join(page.lower),
        offsets=list(itertools.accumulate((len(text) + 1 for text in page.lower), initial=0)),
        dates=dates,
        bylines=bylines,
        above_dates=_above(dates),
        above_bylines=_above(bylines),
    )


def _above(found: frozenset[int]) -> frozenset[int]:
    """The lines that have one of the found ones just below them."""
    return frozenset(index - step for index in found for step in range(1, _BELOW + 1))


def _read_body(page: PageLines, kept: Sequence[bool]) -> _Body:
    """The words of the kept lines that are long enough to be prose."""
    kept_lines = itertools.compress(range(len(kept)), kept)
    prose = (index for index in kept_lines if len(page.texts[index]) > _PROSE_CHARS)
    lines = [frozenset(page.terms(index)) for index in itertools.islice(prose, _BODY_LINES)]
    lines_with = dict(Counter(itertools.chain.from_iterable(lines)))
    around = Counter(
        itertools.chain.from_iterable(
            frozenset(page.terms(index)) for index, keep in enumerate(kept) if not keep
        )
    )
    own = frozenset(word for word in lines_with if around[word] <= _RARE)
    return _Body(lines_with, frozenset().union(*lines[:_LEAD_LINES]), own)


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
        sum(map(context.body.own.__contains__, content)),
        math.log(math.prod(lines + 1 for lines in found)) / (len(content) or 1),
    )


def _word_features(found: _Shared, best: _Best) -> tuple[float, ...]:
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


def _place_features(context: _Context, index: int, between: int) -> tuple[float, ...]:
    page, sizes, start = context.page, context.sizes, context.start
    distance = start - index
    near = sizes[max(context.low, index - 4) : min(start, index + 5)]
    around = [
        at for at in range(index - _NEAR, index + _NEAR + 1) if at != index and 0 <= at < len(sizes)
    ]
    alike = sum(2 * sizes[at] > sizes[index] and sizes[at] < 2 * sizes[index] for at in around)
    following = range(index + 1, min(len(sizes), index + 1 + _FARTHEST))
    next_long = next((at - index for at in following if sizes[at] > _LONG_CHARS), _FARTHEST + 1)
    below, blank = index + 1, page.lines[index].blank_before > 0
    return (
        math.log1p(max(distance, 0)),
        float(distance == 1),
        float(context.kept[index]),
        float(index in context.above_dates),
        float(index in context.above_bylines),
        float(below in context.dates),
        float(below in context.bylines),
        float(sizes[index] >= max(near, default=0)),
        float(blank),
        float(blank and (below >= len(sizes) or page.lines[below].blank_before > 0)),
        float(index == context.first),
        context.probabilities[index],
        math.log1p(sum(sizes[at] > _LONG_CHARS for at in range(index + 1, start))),
        math.log1p(max(0, between)),
        alike / (2 * _NEAR),
        sum(at in context.dates for at in around) / _NEAR,
        float(index > 0 and len(page.words[index - 1]) <= _NEAR),
        float(below < start and sizes[below] > _PROSE_CHARS),
        math.log(next_long),
        *_beside(context, index),
    )


def _beside(context: _Context, index: int) -> tuple[float, float, float, float]:
    """What the lines above and below, where they are as long as headlines, share with the body."""
    shares = []
    for at in (index - 1, index + 1):
        inside = 0 <= at < len(context.sizes) and context.sizes[at] < 2 * _SHORT
        found = _shared(context, at) if inside else None
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
    at = context.offsets[index]
    told = len(text) >= _FEWEST_AGAIN
    return (
        float("line" in hits),
        float("start" in hits),
        float(bool(hits)),
        float(text.endswith(_STOPS)),
        float(asks),
        float(context.counts[lower] > 1),
        float(told and context.whole.find(lower, 0, at) >= 0),
        float(told and context.whole.find(lower, at + len(lower)) >= 0),
        float(told and f"\n{lower} " in context.whole),
        float(told and f" {lower}\n" in context.whole),
        float(lower in page.lower[index + 1 : index + _NEAR]),
        float(context.counts[lower] > _NEAR),
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
