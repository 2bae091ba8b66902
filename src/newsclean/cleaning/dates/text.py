"""Which printed day is that of an article in plain text -> numbers that tell which one is.

The candidates are the days on lines around the headline, at the start of the body and below it,
one a line. The numbers say how the line is labelled, where it stands, what stands beside the day,
and what other days the page prints: below an article with comments each has one.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.dates.dating import is_quoted_header, is_related, label_of
from newsclean.cleaning.dates.told_of import is_of_entry, is_of_life
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.dates.dating import Dated
    from newsclean.cleaning.lines.dates import Label

TEXT_DATE_FEATURES = (
    *("by rules", "likeliest by rules", "no rule", "score"),
    *("published", "updated", "updated alone", "published elsewhere"),
    *("above headline", "below headline", "inside", "below", "kept", "headline known"),
    *("log lines to headline", "log lines to end", "beside", "next to end"),
    *("chars before", "chars behind", "words beside", "alone", "begins line", "ends line"),
    *("hour", "byline", "sentence", "long line", "bracket", "dateline"),
    *("days", "of its day", "earliest", "latest", "first below", "days below", "days above"),
    *("first line", "year far off", "comments above"),
    *("no rule, below", "no rule, first below", "no rule, alone", "no rule, published"),
    *("no rule, above headline", "no rule, inside", "no rule, begins line", "no rule, byline"),
)
_LINES_ABOVE, _LINES_INSIDE, _LINES_BELOW = 30, 6, 15
"""So far above the headline, into the body and below it the day may stand (guesses)."""
_MOST_CHARS, _MOST_BEFORE = 300, 120
"""A longer line, and a day farther in, is prose."""
_MOST_WORDS, _SENTENCE_WORDS = 15, 6
"""A line of the body with more is prose (a guess)."""
_MOST_CANDIDATES = 24
_BESIDE, _NEAR = 4, 2
_LONG, _MANY = 130, 4
_HOUR = lazy_regex(r"\d{1,2}[:.h]\d\d\b")
_YEARS = 2


class TextDate(NamedTuple):
    """A line and its first day."""

    place: int
    iso: str
    start: int
    end: int
    label: Label | None


def text_dates(area: Area) -> list[TextDate]:
    """The lines that may print the day, from top to bottom."""
    page = area.page
    low, high = max(0, area.middle - _LINES_ABOVE), area.end + _LINES_BELOW
    inside = range(area.start + _LINES_INSIDE, area.end)
    found: list[TextDate] = []
    for at in range(low, min(len(area.lines), high + 1)):
        text = page.texts[at]
        if at in inside or len(text) > _MOST_CHARS:
            continue
        days = page.dates(at)
        if not days or days[0].start > _MOST_BEFORE or (at > area.end and is_related(area, at)):
            continue
        if is_quoted_header(area, at):
            continue
        labelled = label_of(area, at)
        if labelled is None:
            continue
        label, day = labelled
        if label is None and (is_of_life(area, at) or is_of_entry(area, at)):
            continue
        told = area.kept[at] and len(page.words[at]) > _MOST_WORDS
        told = told and not (at == area.end and label == "published")
        prose = page.texts[at].endswith((".", "?", "!")) and len(page.words[at]) > _SENTENCE_WORDS
        told = told or (prose and label is None)
        if told or (at == area.head and days[0].start):
            continue  # a sentence, or what the headline is about
        found.append(TextDate(at, day.iso, day.start, day.end, label))
    near = sorted(found, key=lambda each: min(abs(each.place - p) for p in (area.middle, area.end)))
    return sorted(near[:_MOST_CANDIDATES])


def text_date_rows(
    area: Area, candidates: Sequence[TextDate], dated: Sequence[Dated]
) -> list[tuple[float, ...]]:
    """The numbers of each candidate, in the order of `TEXT_DATE_FEATURES`."""
    return [tuple(map(float, _row(area, candidates, at, dated))) for at in range(len(candidates))]


def _row(
    area: Area, candidates: Sequence[TextDate], at: int, dated: Sequence[Dated]
) -> Iterator[float]:
    own, text = candidates[at], area.page.texts[candidates[at].place]
    rules = {each.iso: each.score for each in reversed(dated)}
    none = not rules
    yield own.iso in rules
    yield bool(dated) and own.iso == dated[0].iso
    yield none
    yield max(-10.0, rules[own.iso]) / 5 if own.iso in rules else -2.0
    published = own.label == "published"
    yield published
    yield own.label == "updated"
    yield own.label == "updated" and not any(e.label == "published" for e in candidates)
    yield not published and any(e.label == "published" for e in candidates)
    above, below = own.place < area.middle, own.place > area.end
    inside = area.start <= own.place <= area.end
    yield above
    yield area.middle < own.place < area.start
    yield inside
    yield below
    yield area.kept[own.place]
    yield area.head is not None
    yield math.log1p(abs(own.place - area.middle))
    yield math.log1p(abs(own.place - area.end))
    yield abs(own.place - area.middle) <= _BESIDE
    yield 0 < own.place - area.end <= _NEAR
    yield math.log1p(own.start)
    yield math.log1p(len(text) - own.end)
    yield len(area.page.words[own.place]) / 10
    alone = own.end - own.start >= len(text) - _BESIDE
    yield alone
    yield own.start == 0
    yield len(text) - own.end <= _NEAR
    yield _HOUR.search(text) is not None
    byline = area.page.byline(own.place) is not None
    yield byline
    yield text.endswith((".", "!", "?"))
    yield len(text) > _LONG
    yield text[max(0, own.start - 1) : own.start] in ("(", "[")
    yield (
        inside
        and own.start < _LONG / 4
        and text[own.end : own.end + 3].strip()[:1] in tuple("–—-:)]")
    )
    days = Counter(each.iso for each in candidates)
    yield len(days) / _MANY
    yield min(days[own.iso], _MANY) / _MANY
    yield own.iso == min(days)
    yield own.iso == max(days)
    under = [each.place for each in candidates if each.place > area.end]
    first = below and own.place == min(under)
    yield first
    yield min(len(under), 8) / _MANY
    yield min(len(candidates) - len(under), 8) / _MANY
    yield own.place == 0
    yield abs(int(own.iso[:4]) - int(max(days)[:4])) > _YEARS
    yield sum(place < own.place for place in under) > _NEAR
    yield none and below
    yield none and first
    yield none and alone
    yield none and published
    yield none and above
    yield none and inside
    yield none and own.start == 0
    yield none and byline
