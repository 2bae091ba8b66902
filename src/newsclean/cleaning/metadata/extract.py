"""Headline, standfirst, byline, date, dateline and agency, and the lines that carry them.

Takes the lines, which of them are kept, and what the mark-up or headers said already; gives the
completed metadata and the role of each line that is recognised. What was given stays, and helps
to find its line. A role on a kept line means that the line is not of the body: only what is
certain gets one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.bylines import (
    is_label,
    may_label_author,
    names_team,
    read_name,
    read_names,
)
from newsclean.cleaning.lines.credits import agency_in, read_dateline
from newsclean.cleaning.lines.dates import date_words
from newsclean.cleaning.lines.phrases import fold
from newsclean.cleaning.metadata.forwarded import Mail
from newsclean.cleaning.metadata.headline import body_start, find_headline, later_start
from newsclean.cleaning.metadata.validate import MADE, doubt, weak_byline
from newsclean.document import Field, Line, Metadata

if TYPE_CHECKING:
    from newsclean.cleaning.lines.dates import Date
    from newsclean.cleaning.lines.page import PageLines

_ORIGIN = "text"
_SHORT = 130
_STAMP = 40
_BRIEF = 300
_ABOVE = 4
_AROUND = 14
_BELOW = 6
_UNDER = 9
_FAR = 60
_FEW = 8
_PROSE = 30
_SURE, _LIKELY, _UNSURE = 0.9, 0.7, 0.45
_LABELLED = re.compile(r"[^:]{3,20}:\s|©")


@dataclass(frozen=True)
class _Page:
    """What the finders share: `head` is the headline's line, `start` and `end` the body's."""

    reading: PageLines
    kept: Sequence[bool]
    head: int | None
    start: int
    end: int
    email_furniture: Container[int]
    """The lines of a mail around the article: no author of the article is named in them."""

    @property
    def lines(self) -> Sequence[Line]:
        """All lines of the page."""
        return self.reading.lines

    @property
    def middle(self) -> int:
        """The headline's line, or the body's first one where there is no headline."""
        return self.start if self.head is None else self.head

    @cached_property
    def top(self) -> list[int]:
        """The lines around the headline and down to the body, no long kept ones."""
        low = self.start - _AROUND if self.head is None else self.head - _ABOVE
        high = max(self.start + 1, self.middle + _UNDER)
        return [
            index
            for index in range(max(0, low), min(len(self.lines), high))
            if not (self.kept[index] and len(self.lines[index].text.split()) > _FEW)
        ]

    def bottom(self) -> range:
        """The lines that follow the body."""
        return range(self.end + 1, min(len(self.lines), self.end + 1 + _BELOW))

    @cached_property
    def prose(self) -> str:
        """The beginning of the body."""
        prose = itertools.compress(self.reading.texts, self.kept)
        return " ".join(itertools.islice(prose, _PROSE))


def find(
    reading: PageLines, kept: Sequence[bool], metadata: Metadata, mail: Mail | None = None
) -> tuple[Metadata, dict[int, str]]:
    """The metadata completed from the text, and line index -> role.

    `mail` is what is known of the mail that carries the article. Roles are values of
    `document.REASONS`: headline, standfirst, byline, date, caption, credit, author biography. A
    kept line has one only where it is certain that it is not of the body.
    """
    start = body_start(reading, kept)
    if start is None:
        return metadata, {}
    end = max(itertools.compress(range(len(kept)), kept))
    metadata = doubt(metadata, reading, kept, start)
    made = metadata.date if metadata.date and metadata.date.origin == MADE else None
    metadata = replace(metadata, date=None) if made else metadata
    weak = weak_byline(metadata, reading)
    mail = mail or Mail()
    given = metadata.title or mail.subject
    start, found = _headline(reading, kept, start, given.value if given else None, mail.end)
    if mail.subject and not metadata.title and (found is None or found[1] < _LIKELY):
        found, metadata = None, replace(metadata, title=mail.subject)
    page = _Page(reading, kept, found[0] if found else None, start, end, mail.email_furniture)

    roles: dict[int, str] = {}
    if page.head is not None:
        roles[page.head] = "headline"
    dates = _dates(page)
    bylines = _bylines(page, dates)
    if weak and _names_person(page, bylines, weak.value):
        metadata = replace(metadata, byline=None)
    for index in bylines:
        roles.setdefault(index, "byline")
    for index in dates:
        roles.setdefault(index, "date")
    standfirst = _standfirst(page, metadata, roles)
    if standfirst is not None and not kept[standfirst]:
        roles.setdefault(standfirst, "standfirst")
    notes = _credits(page, roles)
    roles.update(notes)
    _repeated(page, roles, bylines)
    sure = found is not None and found[1] > _SURE
    roles = {
        i: role for i, role in roles.items() if not kept[i] or _certain(page, i, role, sure=sure)
    }
    metadata = _complete(page, metadata, dates, bylines, standfirst, notes)
    return replace(metadata, date=metadata.date or mail.date or made), roles


def _headline(
    reading: PageLines, kept: Sequence[bool], start: int, title: str | None, low: int
) -> tuple[int, tuple[int, float] | None]:
    """Where the body starts, and the headline's line with how sure that is."""
    found = find_headline(reading, kept, start, title, low)
    if found is None or found[1] < _UNSURE:
        later = later_start(reading, kept, start)
        other = None if later is None else find_headline(reading, kept, later, title, low)
        if later is not None and other is not None and other[1] > _LIKELY:
            return later, other
    return start, found


def _repeated(page: _Page, roles: dict[int, str], bylines: Mapping[int, str]) -> None:
    """Give a role to removed lines that say headline or author again, or the time of day."""
    lower = page.reading.lower
    known: dict[str, str] = {}
    author = next(iter(bylines.values()), "").lower()
    if author:
        known[author] = "byline"
    if page.head is not None:
        known[lower[page.head]] = "headline"
    for index, text in enumerate(lower):
        if page.kept[index] or index in roles:
            continue
        if role := known.get(text):
            roles[index] = role
        elif author and text.startswith(author) and len(text) > len(author) + _STAMP:
            roles[index] = "author biography"
    published, updated = date_words()
    for index in page.top:
        text = page.lines[index].text
        if page.kept[index] or index in roles or len(text) >= _STAMP:
            continue
        words = page.reading.words[index]
        if words and (words[0] in published or words[0] in updated) and re.search(r"\d", text):
            roles[index] = "date"


def _certain(page: _Page, index: int, role: str, *, sure: bool) -> bool:
    """May the role take a kept line out of the body?"""
    text = page.lines[index].text
    if role == "headline":
        return sure and not any(page.kept[:index])
    if role == "byline":
        return index <= page.start and page.reading.byline(index) is not None
    if role == "credit":
        return page.reading.credit(index).note or _LABELLED.match(text) is not None
    if role == "caption":
        return len(text) < _BRIEF and text.count(" ") > 3
    if role == "date":
        words = page.reading.words[index]
        return len(words) <= 3 or any(not said.isdisjoint(words) for said in date_words())
    return True


def _dates(page: _Page) -> dict[int, str]:
    """Short lines near the headline, or just after the body, with a date: the best one first."""
    published, updated = date_words()
    scored = []
    for index in (*page.top, *page.bottom()):
        text = page.lines[index].text
        dates = page.reading.dates(index) if len(text) < _SHORT else ()
        if not dates or index == page.head:
            continue
        words = set(page.reading.words[index])
        said = bool(words & published)
        prose = text.endswith((".", "?", "!")) and len(words) > 6
        below = index > page.end
        if len(words) > 15 or (prose and not said) or (below and not said and len(words) > 3):
            continue
        score = (2.0 if said else 0.0) - (1.0 if words & updated and not said else 0.0)
        score -= 3.0 if below else abs(index - page.middle) * (0.25 if index > page.middle else 0.4)
        scored.append((score - len(words) / 20, -index, _published(text, dates)))
    scored.sort(reverse=True)
    if any(-index <= page.end for _, index, _ in scored):
        scored = [found for found in scored if -found[1] <= page.end]
    return {-index: iso for _, index, iso in scored}


def _published(text: str, dates: Sequence[Date]) -> str:
    """Of the dates in a line the one it was published on, "updated 3 May, published 1 May"."""
    published, _ = date_words()
    start = 0
    for date in dates:
        if not published.isdisjoint(fold(text[start : date.start])):
            return date.iso
        start = date.end
    return dates[0].iso


def _bylines(page: _Page, dates: Mapping[int, str]) -> dict[int, str]:
    """Lines that name the authors, the best first."""
    reading, language = page.reading, page.reading.language
    texts = reading.texts
    found: list[tuple[float, int, str]] = []
    for index in page.top:
        if index == page.head or index in page.email_furniture:
            continue
        near = 0.1 * abs(index - page.middle) + (0.3 if index < page.middle else 0.0)
        if names := reading.byline(index):
            found.append((3.0 - near, -index, names))
        elif _is_label(reading, index):
            if names := read_names(texts[index + 1], language):
                found.append((2.8 - near, -index - 1, names))
        elif reading.credit(index).photo:
            continue
        else:
            beside = any(near_by in dates for near_by in range(index - 1, index + 2))
            under = 0 < index - page.middle <= 2
            sure = beside and under and page.head is not None and index < page.start
            names = read_name(texts[index], language, page.prose, sure=sure)
            beside = beside or index - 2 in dates or index + 2 in dates
            if names and (beside or under or index == page.start - 1):
                found.append((1.5 - near, -index, names))
    found += [(1.0 - 0.1 * max(0, at - page.end), -at, names) for at, names in _bylines_below(page)]
    found.sort(reverse=True)
    return {-index: names for _, index, names in found} or _bylines_above(page)


def _bylines_below(page: _Page) -> list[tuple[int, str]]:
    """The lines after the body that name authors; just the first where comments are kept."""
    reading = page.reading
    below = [(at, names) for at in page.bottom() if (names := reading.byline(at))]
    if below:
        for at in range(page.start + 1, page.end):
            # a comment that was taken for text has its writer below it, as the article has
            if not page.kept[at] and reading.dates(at) and (names := reading.byline(at)):
                return [(at, names)]
    return below


def _names_person(page: _Page, bylines: Mapping[int, str], stated: str) -> bool:
    """Does the text name a person as the author, who is not what is stated with more words?"""
    names, language = next(iter(bylines.values()), ""), page.reading.language
    words = fold(names)
    person = read_name(names, language, page.prose) is not None
    return person and stated.lower() not in names.lower() and not names_team(words, language)


def _bylines_above(page: _Page) -> dict[int, str]:
    """The one line far above the body that names authors; of several none is known to be its."""
    texts, language = page.reading.texts, page.reading.language
    found: dict[int, str] = {}
    for index in range(max(0, page.start - _FAR), page.start):
        if names := page.reading.byline(index):
            found[index] = names
        elif _is_label(page.reading, index) and (
            names := read_name(texts[index + 1], language, page.prose)
        ):
            found[index + 1] = names
    return found if len(set(found.values())) == 1 else {}


def _is_label(reading: PageLines, index: int) -> bool:
    """Does the line only announce the author, who stands on the next one?"""
    return (
        may_label_author(reading.words[index], reading.language)
        and is_label(reading.texts[index], reading.language)
        and index + 1 < len(reading.texts)
    )


def _standfirst(page: _Page, metadata: Metadata, roles: Mapping[int, str]) -> int | None:
    """The line that sums the article up below its headline, above byline or date."""
    low = page.head + 1 if page.head is not None else max(0, page.start - _AROUND)
    if metadata.standfirst:
        wanted = fold(metadata.standfirst.value)
        for index in range(max(0, low - _ABOVE), min(len(page.lines), page.start + 2)):
            if page.reading.words[index] == wanted and index not in roles:
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
    reading = page.reading
    first = page.head + 1 if page.head is not None else max(0, page.start - _AROUND)
    for index in range(first, min(len(page.lines), page.end + 1 + _BELOW)):
        if index in roles:
            continue
        note, photo, caption = reading.credit(index)
        if note or photo:
            found[index] = "credit"
        elif caption:
            found[index] = "caption"
    above = {index - 1 for index, role in found.items() if role == "credit" and index > first}
    for index in sorted(above - found.keys() - roles.keys()):
        # a picture's credit on a line of its own stands below the caption
        if not page.kept[index] and len(reading.words[index]) > _FEW // 2:
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
