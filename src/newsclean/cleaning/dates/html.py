"""Which day may be that of an HTML page -> numbers that tell which one is.

The candidates are the days that are printed around the article and those that the mark-up states;
a day is one candidate, whoever says it. The numbers say who does, how it is labelled, where it is
printed, and how it stands to the other days.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.dates.dating import LINES_UNDER, is_beside, is_listed
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.dates.dating import Dated
    from newsclean.document import Metadata

_ORIGINS = ("json-ld published", "json-ld created", "json-ld modified")
_STATED = (*_ORIGINS, "open graph", "meta", "changed", "time", "url", "of the source")
DATE_FEATURES = (
    *(f"from {origin}" for origin in _STATED),
    *("stated", "times stated", "published alone", "stated first"),
    *("printed", "first printed", "label published", "label updated", "no label", "score"),
    *("beside headline", "above headline", "below body", "log lines", "words", "times printed"),
    *("printed elsewhere", "near headline elsewhere"),
    *("days", "printed days", "earliest", "latest", "earliest stated", "latest stated"),
    *("earliest printed", "latest printed", "a day from another", "days from the stated"),
    *(
        "swapped",
        "another is published",
        "another is printed beside",
        "another is beside, labelled",
    ),
    *("stated, none printed beside", "stated, another beside", "stated, another labelled updated"),
    *(
        "printed beside, other stated",
        "printed updated, other stated",
        "printed, stated as changed",
    ),
    *("printed beside, alone", "time, printed", "time, not printed", "later than stated"),
    *("published, another updated", "updated, another published", "below, another stated"),
)
_LINES_FAR, _LINES_BELOW, _MOST_CHARS = 30, 12, 130
"""So far above the headline and below the body a day on a line so short may be its (guesses)."""
_MANY, _FEW = 4, 3
_DAY_CHARS = 60
"""Among so many first characters of a link stands its day (a guess)."""
_MANY_DAYS = 3000
_FIGURES = lazy_regex(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_CHANGED = ("modified", "updated")
_OF_CHANGES = frozenset(("changed", "json-ld modified", "of the source"))
_PUBLISHED = ("json-ld published", "open graph", "meta")


class DateCandidate(NamedTuple):
    """A day, where the mark-up states it, and the lines that print it, the likeliest first."""

    iso: str
    origins: frozenset[str]
    printed: tuple[Dated, ...]
    origin: str
    """Where it is stated first; empty where it is printed only."""

    @property
    def is_stated_published(self) -> bool:
        """Is it the day on which the article appeared, as the page itself states?"""
        return "of the source" in self.origins and not self.origins.isdisjoint(_PUBLISHED)

    @property
    def is_change(self) -> bool:
        """Does all that tells of it, printed or stated, say that the article was changed then?"""
        if self.printed:
            return all(each.label == "updated" for each in self.printed)
        return self.origins <= _OF_CHANGES


def date_candidates(area: Area, dated: Sequence[Dated]) -> list[DateCandidate]:
    """The days, the printed ones first."""
    found: dict[str, DateCandidate] = {}
    tree = area.record.document.tree
    source = area.record.document.metadata.date
    stated = [(day.value, day.origin) for day in tree.days] if tree is not None else []
    timed = any(origin == "time" for _, origin in stated)
    others = _days_of_lists(area) - {each.iso for each in dated} if timed else frozenset()
    stated = [(iso, origin) for iso, origin in stated if origin != "time" or iso not in others]
    if source is not None and (source.origin != "time" or source.value[:10] not in others):
        stated.append((source.value[:10], source.origin))
    days = frozenset(iso for iso, _ in stated)
    said = {_kind(origin) for iso, origin in stated if source and iso == source.value[:10]}
    sure = not said <= {"time", "changed", "json-ld modified"}
    # below an article of which it is stated when it appeared stand the days of others
    dated = [each for each in dated if not (sure and each.place > area.end)]
    for each in (_unswapped(area, each, days) for each in dated):
        known = found.get(each.iso, DateCandidate(each.iso, frozenset(), (), ""))
        found[each.iso] = known._replace(printed=(*known.printed, each))
    for rank, (iso, origin) in enumerate(stated):
        known = found.get(iso, DateCandidate(iso, frozenset(), (), ""))
        is_source = source is not None and rank == len(stated) - 1 and origin != "time"
        kinds = {"of the source"} if is_source else {_kind(origin)}
        found[iso] = known._replace(
            origins=known.origins | kinds, origin=known.origin or origin.split(" ")[0]
        )
    return list(found.values())


def without_days_of_lists(metadata: Metadata, area: Area) -> Metadata:
    """The metadata without a day that is stated beside the link of another article alone."""
    day = metadata.date
    other = day and day.origin == "time" and day.value[:10] in _days_of_lists(area)
    return replace(metadata, date=None) if other else metadata


def _days_of_lists(area: Area) -> frozenset[str]:
    """The days on lines that are links of other articles in a list."""
    page = area.page
    dated = (at for at, text in enumerate(page.texts) if any(map(str.isdigit, text[:_DAY_CHARS])))
    lines = (at for at in dated if is_listed(area, at))
    return frozenset(day.iso for at in lines for day in page.dates(at))


def _unswapped(area: Area, each: Dated, stated: frozenset[str]) -> Dated:
    """A day in figures, "03/05/2024", as the mark-up states it if that is its month and day."""
    swapped = _swapped(each.iso)
    if each.iso in stated or swapped not in stated:
        return each
    return each._replace(iso=swapped) if _FIGURES.search(area.lines[each.place].text) else each


def _swapped(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year}-{day}-{month}"


def _kind(origin: str) -> str:
    if origin.startswith("json-ld"):
        key = origin.rpartition(" ")[2]
        return _ORIGINS[0 if key == "datePublished" else 2 if key == "dateModified" else 1]
    if origin in ("time", "url"):
        return origin
    if any(word in origin for word in _CHANGED):
        return "changed"
    return "meta" if origin.startswith("meta:") else "open graph"


def date_rows(area: Area, candidates: Sequence[DateCandidate]) -> list[tuple[float, ...]]:
    """The numbers of each candidate, in the order of `DATE_FEATURES`."""
    elsewhere = _printed_days(area)
    return [
        tuple(map(float, _row(area, candidates, at, elsewhere))) for at in range(len(candidates))
    ]


def _printed_days(area: Area) -> Mapping[str, Sequence[int]]:
    """The lines of the page that have a day in them, short ones."""
    found: dict[str, list[int]] = {}
    low, high = max(0, area.middle - _LINES_FAR), min(len(area.lines), area.end + _LINES_BELOW)
    for at in range(low, high):
        if len(area.lines[at].text) < _MOST_CHARS:
            for day in area.page.dates(at):
                found.setdefault(day.iso, []).append(at)
    return found


def is_beside_headline(area: Area, candidate: DateCandidate) -> bool:
    """Is a day printed beside the headline as that on which the article appeared?"""
    return any(each.label == "published" and is_beside(area, each) for each in candidate.printed)


def _row(
    area: Area,
    candidates: Sequence[DateCandidate],
    at: int,
    elsewhere: Mapping[str, Sequence[int]],
) -> Iterator[float]:
    own = candidates[at]
    others = [each for number, each in enumerate(candidates) if number != at]
    first = own.printed[0] if own.printed else None
    stated, published = bool(own.origins), "json-ld published" in own.origins
    yield from (origin in own.origins for origin in _STATED)
    yield stated
    yield min(len(own.origins), _MANY) / _MANY
    yield published and not any("json-ld published" in each.origins for each in others)
    yield "of the source" in own.origins
    labels = [each.label for each in own.printed]
    yield first is not None
    yield first is not None and at == 0
    yield "published" in labels
    yield bool(labels) and all(label == "updated" for label in labels)
    yield None in labels
    yield max(-10.0, first.score) / 5 if first is not None else -2.0
    beside = any(is_beside(area, each) for each in own.printed)
    yield beside
    yield first is not None and first.place < area.middle
    yield first is not None and first.place > area.end
    yield math.log1p(abs(first.place - area.middle)) if first is not None else _MANY
    yield len(area.page.words[first.place]) / 10 if first is not None else 0.0
    yield min(len(own.printed), _FEW) / _FEW
    lines = elsewhere.get(own.iso, ())
    yield bool(lines) and first is None
    yield first is None and any(abs(line - area.middle) <= LINES_UNDER for line in lines)
    days = [each.iso for each in candidates]
    printed = [each.iso for each in candidates if each.printed]
    marked = [each.iso for each in candidates if each.origins]
    yield min(len(days), _MANY) / _MANY
    yield min(len(printed), _MANY) / _MANY
    yield own.iso == min(days)
    yield own.iso == max(days)
    yield stated and own.iso == min(marked)
    yield stated and own.iso == max(marked)
    yield bool(own.printed) and own.iso == min(printed)
    yield bool(own.printed) and own.iso == max(printed)
    gaps = [_gap(own.iso, each.iso) for each in others]
    yield any(abs(gap) == 1 for gap in gaps)
    source = next((each for each in candidates if "of the source" in each.origins), None)
    gap = _gap(own.iso, source.iso) if source is not None else 0
    yield math.copysign(math.log1p(min(abs(gap), _MANY_DAYS)), gap) / 4
    yield _swapped(own.iso) in days and _swapped(own.iso) != own.iso
    yield any("json-ld published" in each.origins for each in others)
    rival = any(is_beside(area, each) for other in others for each in other.printed)
    yield rival
    labelled = [each.label for other in others for each in other.printed if is_beside(area, each)]
    yield "published" in labelled
    # what is not printed is stated
    yield not own.printed and not rival
    yield not own.printed and rival
    yield not own.printed and "updated" in labelled
    yield beside and not stated and bool(marked)
    yield "updated" in labels and not stated and bool(marked)
    yield bool(own.printed) and not own.origins.isdisjoint(("changed", "json-ld modified"))
    yield beside and len(printed) == 1
    yield "time" in own.origins and bool(own.printed)
    yield "time" in own.origins and not own.printed
    yield gap > 0
    said = [each.label for other in others for each in other.printed]
    yield "published" in labels and "updated" in said
    yield "updated" in labels and "published" in said
    yield first is not None and first.place > area.end and source is not None and source is not own


def _gap(one: str, other: str) -> int:
    """The days from one day to another."""
    try:
        return (date.fromisoformat(one) - date.fromisoformat(other)).days
    except ValueError:
        return 0
