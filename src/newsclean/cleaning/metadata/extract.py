"""Headline, standfirst, byline, date, dateline and agency, and the lines that carry them.

Takes the lines, which of them are kept, and what the mark-up or headers said already; gives the
completed metadata and the role of each line that is recognised. What was given stays, and helps
to find its line. A role on a kept line means that the line is not of the body: only what is
certain gets one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.area import LINES_ABOVE, Area
from newsclean.cleaning.authors.candidates import list_bylines
from newsclean.cleaning.authors.choose import choose
from newsclean.cleaning.authors.features import FURTHER
from newsclean.cleaning.authors.people import divide, is_house
from newsclean.cleaning.authors.printed import also_stated, with_printed
from newsclean.cleaning.authors.signatures import is_byline_label
from newsclean.cleaning.dates.choose import choose_date, days_by_rules
from newsclean.cleaning.dates.dating import (
    Dated,
    day_of_dateline,
    find_change,
    is_outdone,
    list_dates,
)
from newsclean.cleaning.dates.html import without_days_of_lists
from newsclean.cleaning.lines.bylines import (
    names_nobody,
    names_team,
    read_name,
)
from newsclean.cleaning.lines.credits import agency_in, read_dateline
from newsclean.cleaning.lines.dates import date_words, is_day_alone
from newsclean.cleaning.lines.encyclopaedias import is_encyclopaedia
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.metadata.credit_lines import credit_lines, credit_of
from newsclean.cleaning.metadata.forwarded import strip_mail
from newsclean.cleaning.metadata.recorded import BOOK, as_recorded
from newsclean.cleaning.metadata.runners_up import with_runners_up
from newsclean.cleaning.metadata.standfirst import find_standfirst, leaving
from newsclean.cleaning.metadata.validate import MADE, doubt_deck, drop_implausible, weak_byline
from newsclean.cleaning.titles.choose import choose_title
from newsclean.cleaning.titles.headline import (
    HeadlineSearch,
    body_start,
    is_sender,
    later_start,
)
from newsclean.cleaning.titles.headline_lines import headline_lines
from newsclean.cleaning.titles.title_text import bare_title
from newsclean.document import Field, Line, Metadata
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.authors.features import Candidate
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_ORIGIN = "text"
_STAMP = 40
_BRIEF = 300
_HEADLINE_BLANKS = 20
_UNDER_HEADLINE = 4
"""Lines below the headline in which one of these makes it sure; a guess."""
_SURE, _LIKELY, _UNSURE = 0.9, 0.7, 0.45
_NOTE_MADE = "date: the day the PDF was made, as the text gives none"
_ALONE = ("bare", "part", "shaped")
"""Kinds of authors beside whom their line has a day or an office at most."""
_LABELLED = lazy_regex(r"[^:]{3,20}:\s|©")


def find(record: PageRecord) -> PageRecord:
    """The record with the metadata completed from the text, and with the roles of its lines.

    What was stated stays, unless it cannot be right. Roles are values of `document.REASONS`:
    headline, standfirst, byline, date, caption, credit, author biography. A kept line has one only
    where it is certain that it is not of the body; it is not kept any more.
    """
    record = strip_mail(record)
    titled = survey_titled(record)
    if titled is None:
        return record
    (area, metadata, found, dated, authors), chosen_title = titled
    kept, dates = record.kept, {each.place: each.iso for each in dated}
    weak = weak_byline(metadata, record.page)
    roles = dict.fromkeys(area.headline, "headline")
    if area.head and is_sender(area.page, area.head - 1):
        roles[area.head - 1] = "credit"
    bylines = {each.place: each.names for each in authors if each.kind not in FURTHER}
    metadata = _agreed_byline(area, metadata, bylines, weak)
    metadata = with_printed(metadata, area, authors)
    chosen = None if metadata.byline else choose(authors, area, dates)
    if metadata.byline is None and chosen is None:
        metadata = replace(metadata, byline=also_stated(area))
    written = {each.place: each.names for each in authors if each.place == chosen}
    alone = {each.place for each in authors if each.kind in _ALONE} & written.keys()
    for index in (*bylines, *written):
        # "(Reporting by Anna Berg; Editing by Tom Hall)" is the credit, too
        if index < area.start or not area.page.credit(index).note:
            roles.setdefault(index, "byline")
    for index in dates:
        roles.setdefault(index, "date")
    standfirst = find_standfirst(area, metadata, roles)
    if standfirst is not None:
        deck = leaving(area, standfirst, roles, metadata)
        roles = {**dict.fromkeys(deck, "standfirst"), **roles}
    notes = credit_lines(area, roles)
    roles.update(notes)
    _repeated(area, roles, bylines)
    sure = found is not None and (
        found[1] > (_LIKELY if _is_announced(area, roles) else _SURE) or _is_titled(area, roles)
    )
    opening = next(
        (at for at in range(area.start, area.end) if kept[at] and roles.get(at) in (None, "date")),
        area.start,
    )
    roles = {
        i: role
        for i, role in roles.items()
        if not kept[i]
        or (i in alone and all(at in roles for at in range(i) if kept[at]))
        or _certain(area, i, role, opening=opening, sure=sure)
    }
    metadata = _complete(area, metadata, dated, written, standfirst, notes)
    metadata = doubt_deck(replace(metadata, title=chosen_title))
    metadata = as_recorded(metadata, record.metadata, area.page)
    if not written and authors and names_nobody(authors[0].names, area.page.language):
        line = area.lines[authors[0].place]
        metadata = replace(metadata, credit=metadata.credit or _field(line, authors[0].names))
    metadata = with_runners_up(metadata, area, authors, dated)
    said = (*record.notes, _NOTE_MADE) if _is_made(metadata) else record.notes
    return record._replace(metadata=metadata, roles=roles, notes=said).without(roles)


class Survey(NamedTuple):
    """Where the fields of a page are sought, and what may be its date and its authors."""

    area: Area
    metadata: Metadata
    headline: tuple[int, float] | None
    """The line, and how sure it is the headline."""
    dated: Sequence[Dated]
    authors: Sequence[Candidate]


def survey(record: PageRecord, headlines: HeadlineSearch | None = None) -> Survey | None:
    """What may be the fields of a page of which it is known what is kept; None if nothing is.

    `headlines` is a search of a record of the same lines, of which the same ones are kept.
    """
    mail, kept = record.mail, record.kept
    start = body_start(record)
    if start is None:
        return None
    end = max(itertools.compress(range(len(kept)), kept))
    headlines = headlines or HeadlineSearch(record)
    metadata = drop_implausible(record, start, headlines)
    given = metadata.title or mail.subject
    start, found = _headline(record, headlines, start, given.value if given else None)
    if mail.subject and not metadata.title and (found is None or found[1] < _LIKELY):
        found, metadata = None, replace(metadata, title=mail.subject)
    headline = headline_lines(record, found[0] if found else None, mail.end, start)
    area = Area(record, headline[0] if headline else None, start, end, headline)
    dated = list_dates(area)
    metadata = without_days_of_lists(metadata, area)
    authors: Sequence[Candidate] = ()
    if metadata.byline and metadata.byline.origin == BOOK:
        metadata = replace(metadata, byline=None)  # a chapter may name another author
    if is_encyclopaedia(area.page):
        metadata = replace(metadata, byline=None)  # its readers write it
    else:
        authors = list_bylines(area, {each.place: each.iso for each in dated})
    return Survey(area, metadata, found, dated, authors)


def survey_titled(record: PageRecord) -> tuple[Survey, Field | None] | None:
    """What `survey` finds where the title is known, and that title; None if nothing is kept."""
    headlines = HeadlineSearch(record)
    seen = survey(record, headlines)
    if seen is None:
        return None
    title = title_by_rules(seen.area, seen.metadata)
    chosen = choose_title(seen.area, title)
    if chosen != title:
        told = record._replace(metadata=replace(record.metadata, title=chosen))
        seen = survey(told, headlines) or seen
    return seen, chosen


def title_by_rules(area: Area, metadata: Metadata) -> Field | None:
    """What the page states as its title, else the headline's line, without what is glued on."""
    title = metadata.title
    if area.headline and not title:
        title = _title(area)
    if title and (bare := bare_title(title.value, area.page)) != title.value:
        title = replace(title, value=bare)
    return title


def _title(area: Area) -> Field:
    """The lines of the headline as one."""
    first, last = (area.lines[at] for at in (area.headline[0], area.headline[-1]))
    text = " ".join(area.page.texts[at] for at in area.headline)
    return Field(text, _ORIGIN, first.start, last.end)


def _is_made(metadata: Metadata) -> bool:
    """Is the date only the day when the file was made?"""
    return metadata.date is not None and metadata.date.origin == MADE


def _headline(
    record: PageRecord, headlines: HeadlineSearch, start: int, title: str | None
) -> tuple[int, tuple[int, float] | None]:
    """Where the body starts, and the headline's line with how sure that is."""
    low = record.mail.end
    found = headlines.find(start, title, low)
    if found is None or found[1] < _UNSURE:
        later = later_start(record, start)
        other = None if later is None else headlines.find(later, title, low)
        if later is not None and other is not None and other[1] > _LIKELY:
            return later, other
    return start, found


def _repeated(area: Area, roles: dict[int, str], bylines: Mapping[int, str]) -> None:
    """Give a role to removed lines that say headline or author again, or the time of day."""
    lower = area.page.lower
    known: dict[str, str] = {}
    author = next(iter(bylines.values()), "").lower()
    if author:
        known[author] = "byline"
    if area.head is not None:
        known[lower[area.head]] = "headline"
    for index, text in enumerate(lower):
        if area.kept[index] or index in roles:
            continue
        if role := known.get(text):
            roles[index] = role
        elif author and text.startswith(author) and len(text) > len(author) + _STAMP:
            roles[index] = "author biography"
    published, updated = date_words()
    for index in area.top:
        text = area.lines[index].text
        if area.kept[index] or index in roles or len(text) >= _STAMP:
            continue
        words = area.page.words[index]
        if words and (words[0] in published or words[0] in updated) and re.search(r"\d", text):
            roles[index] = "date"


def _is_announced(area: Area, roles: Mapping[int, str]) -> bool:
    """Do standfirst, byline or date stand right below the headline?"""
    below = range(0) if area.head is None else range(area.head + 1, area.head + _UNDER_HEADLINE)
    return any(roles.get(at) in ("standfirst", "byline", "date") for at in below)


def _is_titled(area: Area, roles: Mapping[int, str]) -> bool:
    """Is the headline no sentence? It is printed as the title, so it is not lost.

    Where nothing else goes, a clean article may begin with a sub-heading, and that stays.
    """
    if area.head is None or (all(area.kept) and len(roles) == 1):
        return False
    text = area.lines[area.head].text
    return not text.endswith((".", "。", "।")) and text.count(" ") < _HEADLINE_BLANKS


def _certain(area: Area, index: int, role: str, *, opening: int, sure: bool) -> bool:
    """May the role take a kept line out of the body, whose first paragraph is `opening`?"""
    text = area.lines[index].text
    if role == "headline":
        above = itertools.compress(range(area.headline[0]), area.kept)
        return sure and all(is_sender(area.page, at) for at in above)
    if role == "byline":
        return index <= opening and area.page.byline(index) is not None
    if role == "credit":
        sender = index + 1 == area.head
        return sender or area.page.credit(index).note or _LABELLED.match(text) is not None
    if role == "caption":
        return len(text) < _BRIEF and text.count(" ") > 3
    if role == "date":
        words = area.page.words[index]
        labelled = any(not said.isdisjoint(words) for said in date_words())
        alone = is_day_alone(text, area.page.dates(index), area.page.language)
        return len(words) <= 3 or labelled or alone
    return True


def _agreed_byline(
    area: Area, metadata: Metadata, bylines: Mapping[int, str], weak: Field | None
) -> Metadata:
    """The metadata without a stated byline that what is printed contradicts or nothing bears out.

    A line with "by" beside the headline wins over what only machines read; the site's or a firm's
    name, an account or an office is a byline only where it is printed in its place.
    """
    stated = metadata.byline
    if stated is None:
        return metadata
    index = next(iter(bylines), None)
    if index is not None and index in area.top and _is_marked(area.page, index):
        printed, said = (
            frozenset(word for word in normalized_words(text) if len(word) > 1)
            for text in (bylines[index], stated.value)
        )
        team = names_nobody(bylines[index], area.page.language)
        if not team and (printed.isdisjoint(said) or printed > said):
            return replace(metadata, byline=None)
    if weak is None and not names_nobody(stated.value, area.page.language):
        return metadata
    if weak and _names_person(area, bylines, weak.value):
        return replace(metadata, byline=None)
    if is_house(stated.value, metadata):
        return replace(metadata, byline=None, credit=metadata.credit or stated)
    words = normalized_words(stated.value)
    near = range(max(0, area.middle - LINES_ABOVE), area.start + 1)
    if any(
        normalized_words(bylines.get(at, "")) == words or area.page.words[at] == words
        for at in near
    ):
        return metadata
    return replace(metadata, byline=None, credit=metadata.credit or stated)


def _is_marked(page: PageLines, index: int) -> bool:
    """Does a line, or the one above it, say that an author follows?"""
    return page.byline(index) is not None or (index > 0 and is_byline_label(page, index - 1))


def _names_person(area: Area, bylines: Mapping[int, str], stated: str) -> bool:
    """Does the text name a person as the author, who is not what is stated with more words?"""
    names, language = next(iter(bylines.values()), ""), area.page.language
    words = normalized_words(names)
    person = read_name(names, language, area.prose) is not None
    return person and stated.lower() not in names.lower() and not names_team(words, language)


def _complete(
    area: Area,
    metadata: Metadata,
    dates: Sequence[Dated],
    bylines: Mapping[int, str],
    standfirst: int | None,
    notes: Mapping[int, str],
) -> Metadata:
    """`metadata` with what the text says of the fields that are not given."""
    added: dict[str, Field | None] = {}
    if bylines and not metadata.byline:
        index = next(iter(bylines))
        added["byline"] = _field(area.lines[index], bylines[index])
    if chosen := choose_date(area, dates):
        added["date"] = chosen
    elif not metadata.date or _is_made(metadata) or is_outdone(metadata, dates, area):
        if found := days_by_rules(area, dates):
            added["date"] = _field(area.lines[found[0].place], found[0].iso)
        elif opened := day_of_dateline(area):
            added["date"] = _field(area.lines[opened[0]], opened[1])
    changed = find_change(area, dates)
    day, stated = added.get("date", metadata.date), metadata.updated
    if changed and (not stated or (day and stated.value[:10] <= day.value[:10] < changed.iso)):
        added["updated"] = _field(area.lines[changed.place], changed.iso)
    byline = added.get("byline", metadata.byline)
    if notes and not metadata.credit:
        told = credit_of(area, notes)
        added["credit"] = _field(*told) if told else None
    if byline:
        named = divide(byline.value, area)
        if named.people != byline.value:
            added["byline"] = replace(byline, value=named.people) if named.people else None
            if named.others and not metadata.credit and not added.get("credit"):
                added["credit"] = replace(byline, value=named.others)
    if standfirst is not None and not metadata.standfirst:
        added["standfirst"] = _field(area.lines[standfirst])
    line = area.lines[area.start]
    if dateline := read_dateline(line.text):
        place = Field(dateline.text, _ORIGIN, line.start, line.start + len(dateline.text))
        if not metadata.dateline:
            added["dateline"] = place
        if dateline.agency and not metadata.agency:
            added["agency"] = replace(place, value=dateline.agency)
    if "agency" not in added and not metadata.agency:
        for index in (*bylines, *sorted(notes)):
            line = area.lines[index]
            if notes.get(index) != "caption" and (name := agency_in(line.text)):
                added["agency"] = _field(line, name)
                break
    return replace(metadata, **added)


def _field(line: Line, value: str | None = None) -> Field:
    return Field(value or line.text, _ORIGIN, line.start, line.end)
