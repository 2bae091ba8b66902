"""Headline, standfirst, byline, date, dateline and agency, and the lines that carry them.

Takes the lines, which of them are kept, and what the mark-up or headers said already; gives the
completed metadata and the role of each line that is recognised. What was given stays, and helps
to find its line. A role on a kept line means that the line is not of the body: only what is
certain gets one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsclean.cleaning.bylines import is_label, read_byline, read_name, read_names
from newsclean.cleaning.credits import (
    agency_in,
    is_caption,
    is_note,
    is_photo_credit,
    read_dateline,
)
from newsclean.cleaning.dates import date_words, find_dates
from newsclean.cleaning.headline import body_start, find_headline
from newsclean.cleaning.phrases import fold
from newsclean.document import Field, Line, Metadata

_ORIGIN = "text"
_SHORT = 130
_ABOVE = 4
_AROUND = 14
_BELOW = 6


@dataclass(frozen=True, slots=True)
class _Page:
    """What the finders share: `head` is the headline's line, `start` and `end` the body's."""

    lines: Sequence[Line]
    kept: Sequence[bool]
    language: str
    head: int | None
    start: int
    end: int

    def top(self) -> range:
        """The lines around the headline and down to the body: the nearest to it first."""
        low = max(0, self.start - _AROUND) if self.head is None else max(0, self.head - _ABOVE)
        return range(low, min(len(self.lines), self.start + 1))

    def bottom(self) -> range:
        """The lines that follow the body."""
        return range(self.end + 1, min(len(self.lines), self.end + 1 + _BELOW))


def find(
    lines: Sequence[Line], kept: Sequence[bool], metadata: Metadata, language: str
) -> tuple[Metadata, dict[int, str]]:
    """The metadata completed from the text, and line index -> role.

    Roles are values of `document.REASONS`: headline, standfirst, byline, date, caption, credit.
    """
    start = body_start(lines, kept)
    if start is None:
        return metadata, {}
    end = max(index for index, keep in enumerate(kept) if keep)
    given = metadata.title.value if metadata.title else None
    found = find_headline(lines, kept, language, given)
    page = _Page(lines, kept, language, found[0] if found else None, start, end)

    roles: dict[int, str] = {}
    if page.head is not None:
        roles[page.head] = "headline"
    dates = _dates(page)
    bylines = _bylines(page, dates)
    for index in dates:
        roles.setdefault(index, "date")
    for index in bylines:
        if not (index in roles and len(fold(lines[index].text)) > 12):
            roles[index] = "byline" if roles.get(index) != "headline" else "headline"
    standfirst = _standfirst(page, metadata, roles)
    if standfirst is not None and not kept[standfirst]:
        roles.setdefault(standfirst, "standfirst")
    notes = _credits(page, roles)
    roles.update(notes)
    return _complete(page, metadata, dates, bylines, standfirst, notes), roles


def _dates(page: _Page) -> dict[int, str]:
    """Short lines near the headline, or just after the body, with a date: the best one first."""
    published, updated = date_words()
    scored = []
    for index in (*page.top(), *page.bottom()):
        text = page.lines[index].text
        dates = find_dates(text, page.language) if len(text) < _SHORT else ()
        if not dates:
            continue
        words = set(fold(text))
        said = bool(words & published)
        prose = text.endswith((".", "?", "!")) and len(words) > 6
        if len(words) > (8 if page.kept[index] else 15) or index == page.head:
            continue
        if not said and (prose or index > page.end):
            continue
        middle = page.head if page.head is not None else page.start
        score = (2.0 if said else 0.0) - (1.0 if words & updated and not said else 0.0)
        score -= abs(index - middle) * (0.25 if index > middle else 0.4) + len(words) / 20
        scored.append((score, -index, dates[0].iso))
    scored.sort(reverse=True)
    return {-index: iso for _, index, iso in scored}


def _bylines(page: _Page, dates: Mapping[int, str]) -> dict[int, str]:
    """Lines that name the authors, the best first."""
    texts = [line.text for line in page.lines]
    found: list[tuple[float, int, str]] = []
    for index in page.top():
        if index == page.head or (page.kept[index] and len(texts[index].split()) > 8):
            continue
        middle = page.head if page.head is not None else page.start
        near = 0.1 * abs(index - middle) + (0.3 if index < middle else 0.0)
        if names := read_byline(texts[index], page.language):
            found.append((3.0 - near, -index, names))
        elif is_label(texts[index], page.language) and index + 1 < len(texts):
            if names := read_names(texts[index + 1], page.language):
                found.append((2.8 - near, -index - 1, names))
        elif names := read_name(texts[index], page.language):
            beside = any(near_by in dates for near_by in range(index - 2, index + 3))
            if beside or index == page.start - 1:
                found.append((1.5 - near, -index, names))
    found += [
        (1.0 - 0.1 * (index - page.end), -index, names)
        for index in page.bottom()
        if (names := read_byline(texts[index], page.language))
    ]
    found.sort(reverse=True)
    return {-index: names for _, index, names in found}


def _standfirst(page: _Page, metadata: Metadata, roles: Mapping[int, str]) -> int | None:
    """The line that sums the article up below its headline, above byline or date."""
    low = page.head + 1 if page.head is not None else max(0, page.start - _AROUND)
    if metadata.standfirst:
        wanted = fold(metadata.standfirst.value)
        for index in range(max(0, low - _ABOVE), min(len(page.lines), page.start + 2)):
            if fold(page.lines[index].text) == wanted and index not in roles:
                return index
    if page.head is None:
        return None
    marks = [index for index, role in roles.items() if role in ("byline", "date")]
    for index in range(low, min(len(page.lines), low + 3)):
        count = len(page.lines[index].text.split())
        if index not in roles and 8 <= count <= 60 and any(index < m <= index + 4 for m in marks):
            return index
    return None


def _credits(page: _Page, roles: Mapping[int, str]) -> dict[int, str]:
    """Captions, credits of pictures and notes on who worked on the article."""
    found: dict[int, str] = {}
    first = page.head + 1 if page.head is not None else max(0, page.start - _AROUND)
    for index in range(first, min(len(page.lines), page.end + 1 + _BELOW)):
        text = page.lines[index].text
        if index in roles:
            continue
        if is_note(text) or is_photo_credit(text):
            found[index] = "credit"
        elif is_caption(text):
            found[index] = "caption"
    return found


def _complete(
    page: _Page,
    metadata: Metadata,
    dates: Mapping[int, str],
    bylines: Mapping[int, str],
    standfirst: int | None,
    notes: Mapping[int, str],
) -> Metadata:
    """`metadata` with what the text says of the fields that are not given."""
    added: dict[str, Field] = {}
    if page.head is not None and not metadata.title:
        added["title"] = _field(page.lines[page.head])
    if bylines and not metadata.byline:
        index = next(iter(bylines))
        added["byline"] = _field(page.lines[index], bylines[index])
    if dates and not metadata.date:
        index = next(iter(dates))
        added["date"] = _field(page.lines[index], dates[index])
    if standfirst is not None and not metadata.standfirst:
        added["standfirst"] = _field(page.lines[standfirst])
    opening = next((i for i in range(page.start, page.end + 1) if page.kept[i]), page.start)
    line = page.lines[opening]
    if dateline := read_dateline(line.text):
        place = Field(dateline.text, _ORIGIN, line.start, line.start + len(dateline.text))
        if not metadata.dateline:
            added["dateline"] = place
        if dateline.agency and not metadata.agency:
            added["agency"] = replace(place, value=dateline.agency)
    if "agency" not in added and not metadata.agency:
        for index in (*bylines, *sorted(notes)):
            line = page.lines[index]
            if notes.get(index) != "caption" and (name := agency_in(line.text)):
                added["agency"] = _field(line, name)
                break
    return replace(metadata, **added)


def _field(line: Line, value: str | None = None) -> Field:
    return Field(value or line.text, _ORIGIN, line.start, line.end)
