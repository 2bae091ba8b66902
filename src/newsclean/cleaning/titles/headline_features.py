"""The lines that may be the headline -> a value for each of `FEATURES`.

A headline shares its words with the body, has a headline's length, stands near the body, has a
date or a byline below it, and is often said again, in the page's title or in a breadcrumb. What a
line has of a thing counts, and what it has beside the best of the candidates.
"""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.lines.dates import find_label
from newsclean.cleaning.titles.headline_words import SharedWords
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    import numpy as np
    import numpy.typing as npt

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord
    from newsclean.cleaning.titles.headline_words import Shared

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
_BESIDE = [at for at in range(-_NEAR, _NEAR + 1) if at]
"""Where the lines so near stand."""
_STOPS = frozenset(".…:;,")
_BULLETS = frozenset("•□*+·▪►▸○●◦-")
_MOST_LABEL_CHARS = 25
"""A label before a date is that short (a guess)."""
_NO_CAUSE = ("", "")
RELEASE_NOTE = "editorial note"
"""The reason of a line such as "Under embargo until ...", which is no headline."""
_BREADCRUMB = lazy_regex(r"\s(?:[/>»›→·•]\s|\|\s.*\s\|\s)")
_BACK = frozenset("«←‹")
_PATH_SIGNS = frozenset("/>|")
"""Those of them that ASCII has."""
_TIME = lazy_regex(r"\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?")
_FEWEST_TIMES = 2
"""So many lines that are times make a live blog (a guess)."""
_ASKS, _CLOSES = frozenset("?!"), frozenset("'\"”’»)")
_QUOTATION_MARKS = frozenset('"“”„«»「『‘')


class Candidates(NamedTuple):
    """The lines that may be the headline: the place of each, and its row of `FEATURES`."""

    places: Sequence[int]
    table: npt.NDArray[np.float64]


def list_candidates(record: PageRecord, start: int, low: int = 0) -> Candidates:
    """The lines that may be the headline, with their features; `start` is where the body starts."""
    import numpy as np

    from newsclean.arrays import stacked

    page, kept, texts = record.page, record.kept, record.page.texts
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
        ):
            credit = page.credit(index)
            if not (credit.photo or credit.caption or _is_stamp(page, index)):
                shared[index] = found
    places = list(shared)
    table = np.zeros((len(places), len(FEATURES)))
    if places:
        columns = (*_word_columns(list(shared.values())), *_place_columns(context, places))
        table[:, 1 : 1 + len(columns)] = stacked(columns).T
        told = itertools.chain.from_iterable(_text_features(context, index) for index in places)
        table[:, 1 + len(columns) :] = np.fromiter(told, float).reshape(len(places), -1)
    return Candidates(places, table)


def _is_stamp(page: PageLines, index: int) -> bool:
    """Does a line begin with the date, or does it lead to the entries before and after?"""
    if page.texts[index][0] in _BACK and " | " in page.texts[index]:
        return True  # "« Bells ring again | Main | The pool closes »"
    dates = page.dates(index)
    after = page.texts[index][dates[0].end :] if dates else ""
    if not dates or after[:1].isalpha() or after.lstrip()[:1] in (":", "-", "–", "—"):
        return False  # "23.01.2022 - Bells ring again"
    before = page.texts[index][: dates[0].start]
    return not before.strip() or (
        len(before) < _MOST_LABEL_CHARS and find_label(before) is not None
    )


def _live_entries(page: PageLines) -> frozenset[int]:
    """The headings of a live blog's entries: below a time, or behind it in a list of events."""
    digits = page.numbered
    times = [index for index in digits if _TIME.fullmatch(page.texts[index])]
    if len(times) < _FEWEST_TIMES:
        return frozenset()
    listed = (at for at in digits if _TIME.fullmatch(page.texts[at].split(None, 1)[0]))
    return frozenset([index + 1 for index in times] + list(listed))


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
    dates: frozenset[int]
    bylines: frozenset[int]
    shared: SharedWords
    begins: Sequence[int]
    """Where in the whole page in lower case each line begins."""


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
        dates=dates,
        bylines=bylines,
        shared=SharedWords(page, record.kept, range(max(0, low - 1), min(len(texts), high + 1))),
        begins=list(itertools.accumulate((len(text) + 1 for text in page.lower), initial=0)),
    )


def _above(found: frozenset[int], low: int, count: int) -> frozenset[int]:
    """The lines from `low` on that have one of the found ones just below them."""
    steps = range(1, _BELOW + 1)
    return frozenset(at - step for at in found for step in steps if low <= at - step < count)


def _word_columns(found: Sequence[Shared]) -> tuple[npt.NDArray[Any], ...]:
    """`_WORD_FEATURES` of the candidates, column by column."""
    import numpy as np

    numbers = np.fromiter(itertools.chain.from_iterable(found), float).reshape(len(found), -1)
    count, content, common, lead, own, recurring = numbers.T
    of_lead, of_own = lead / content, own / content
    return (
        common / content,
        np.log1p(common),
        count <= 2,
        (count >= 3) & (count <= 4),
        (count >= 5) & (count <= 7),
        (count >= 8) & (count <= 16),
        (count >= 17) & (count <= 25),
        count > 25,
        (common == common.max()) & (common > 1),
        recurring,
        of_lead,
        of_own,
        max(0.0, recurring.max()) - recurring,
        of_lead.max() - of_lead,
        of_own.max() - of_own,
    )


def _place_columns(context: _Context, places: Sequence[int]) -> tuple[npt.NDArray[Any], ...]:
    """`_PLACE_FEATURES` of the candidates' `places`, column by column."""
    import numpy as np

    page, start, low = context.page, context.start, context.low
    sizes, index = np.array(context.sizes), np.array(places, np.int64)
    count, own, below = len(sizes), sizes[index], index + 1
    marks = np.zeros((6, count + 2 * _WINDOW), bool)
    dated, dated_above, signed_above, signed, blank, few = marks
    dated[list(context.dates)] = True
    signed[list(context.bylines)] = True
    dated_above[list(_above(context.dates, low, count))] = True
    signed_above[list(_above(context.bylines, low, count))] = True
    first, last = max(0, places[0] - 1), min(count, places[-1] + 2)
    blank[first:last] = [line.blank_before > 0 for line in page.lines[first:last]]
    blank[count] = True
    few[first:last] = [len(words) <= _NEAR for words in page.words[first:last]]
    of_body, of_lead = shares = np.zeros((2, count + 2 * _WINDOW))
    shares[:, first:last] = np.array([_said_of(context, at) for at in range(first, last)]).T
    # beyond the page lines are empty: behind the last one, where those before the first are, too
    size, headed = np.zeros((2, count + 2 * _WINDOW), np.int64)
    size[:count], headed[low:start] = sizes, sizes[low:start]
    near = index[:, None] + np.array(_BESIDE)
    around = size[near]
    alike = (2 * around > own[:, None]) & (around < 2 * own[:, None])
    largest = headed[index[:, None] + np.arange(-_WINDOW, _WINDOW + 1)].max(1)
    long_ = np.concatenate(((sizes > _LONG_CHARS).nonzero()[0], [count + _FARTHEST]))
    passed = long_.searchsorted(index, side="right")
    until = np.minimum(long_[passed] - index, _FARTHEST + 1)
    between = np.maximum(long_.searchsorted(start) - passed, 0)
    probabilities = context.probabilities
    return (
        np.log1p(np.maximum(start - index, 0)),
        index == start - 1,
        np.array([context.kept[place] for place in places]),
        dated_above[index],
        signed_above[index],
        dated[below],
        signed[below],
        own >= largest,
        blank[index],
        blank[index] & blank[below],
        index == context.first,
        np.array([probabilities[place] for place in places]),
        np.log1p(between),
        np.log1p(np.arange(len(places) - 1, -1, -1)),
        alike.sum(1) / (2 * _NEAR),
        dated[near].sum(1) / _NEAR,
        (index > 0) & few[index - 1],
        (below < start) & (size[below] > _PROSE_CHARS),
        np.log(until),
        of_body[index - 1],
        of_body[below],
        of_lead[index - 1],
        of_lead[below],
    )


def _said_of(context: _Context, at: int) -> tuple[float, float]:
    """What a line shares with the body and its lead, where it is as long as headlines are."""
    found = context.shared(at) if context.sizes[at] < 2 * _SHORT else None
    if found is None or found.words <= _NEAR:
        return 0.0, 0.0
    return found.common / found.content, found.lead / found.content


def _text_features(context: _Context, index: int) -> tuple[float, ...]:
    page, text, lower = context.page, context.page.texts[index], context.page.lower[index]
    hits = [hit.where for hit in page.hits(index)]
    first = [word[0] for word in text.split()]
    cased = [char for char in first if char.isalpha()]
    plain, end = text.isascii(), text[-1]
    above, below, begins, ends = _said_again(context, index, lower)
    times = context.counts[lower]
    return (
        "line" in hits,
        "start" in hits,
        bool(hits),
        end in _STOPS,
        end in _ASKS or (end in _CLOSES and text[-2:-1] in _ASKS),
        times > 1,
        above,
        below,
        begins,
        ends,
        times > 1 and lower in page.lower[index + 1 : index + _NEAR],
        times > _NEAR,
        index in context.dates,
        text.isupper(),
        sum(map(str.isupper, cased)) / (len(cased) or 1),
        index in context.bylines,
        (not plain or not _PATH_SIGNS.isdisjoint(text)) and _BREADCRUMB.search(text) is not None,
        ":" in text,
        '"' in text if plain else not _QUOTATION_MARKS.isdisjoint(text),
        text[0].islower(),
        text[0].isdigit(),
        _digits(text) / len(text),
        end == ")",
        page.is_unspaced(index),
    )


def _said_again(context: _Context, index: int, lower: str) -> tuple[bool, bool, bool, bool]:
    """Is a line said again above it, or below; does it begin another line, or end one?"""
    page, size = context.page, len(lower)
    whole = page.whole_lower
    told = context.sizes[index] >= _FEWEST_AGAIN  # its first and last word may be parts of others
    if not told or not page.once.isdisjoint(page.words[index][1:-1]):
        return False, False, False, False
    own = context.begins[index]
    above = below = begins = ends = False
    at = whole.find(lower)
    while at >= 0:
        if at != own:
            above, below = above or at < own, below or at > own
            before, after = whole[at - 1 : at], whole[at + size : at + size + 1]
            begins = begins or (before == "\n" and after == " ")
            ends = ends or (before == " " and after == "\n")
        at = whole.find(lower, at + 1)
    return above, below, begins, ends


def _digits(text: str) -> int:
    """How many digits a line has."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, b"0123456789"))
    return sum(map(str.isdigit, text))
