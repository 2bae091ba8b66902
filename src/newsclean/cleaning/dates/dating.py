"""Lines near the headline or the end of the body -> when the article appeared and was changed.

A date counts by its label ("Published", "Updated", in any language, on its line or on the one
above), and by how near it stands to the headline. The figures are guesses that held on the
training pages.
"""

from __future__ import annotations

import itertools
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.area import LINES_FAR
from newsclean.cleaning.dates.told_of import is_of_entry, is_of_life, is_scene
from newsclean.cleaning.lines.calendars import weekdays
from newsclean.cleaning.lines.dates import MOST_LABEL_CHARS, find_label, is_of_another
from newsclean.cleaning.lines.partial_dates import (
    read_back,
    read_partial,
    read_today,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.calendars import Date
    from newsclean.cleaning.lines.dates import Label
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.document import Metadata

_MOST_CHARS = 130
"""A longer line is prose, and its date is not the article's."""
_MOST_WORDS = 15
_SENTENCE_WORDS = 6
_BARE_WORDS = 3
"""Below the body a line without a label has no more words beside its date."""
_LABEL_WORDS = 4
"""A label on a line of its own has so many words at most."""
_MOST_LEADING_CHARS = 80
"""A label and its date that open a longer line end among so many characters."""
_OPENING_PARAGRAPHS = 3
"""Below so many, less one, the dateline may stand (a guess)."""
_OPENING_LINES, _MOST_OPENING_CHARS = 6, 60
"""Among so many first lines of the body its day may stand, on a line so short (guesses)."""
_LINES_RIGHT_BELOW = 2
"""So far below the text its own stamp stands (a guess)."""
_STAMP = lazy_regex(
    r"\d{1,2}:\d\d(?::\d\d)?,?\s\S.{4,25}"
    r"|\S.{4,35}\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s\|\s.{0,100})?"
)
_HOUR = lazy_regex(r"\d[:.]\d\d")
_AGO_WORDS = 8
"""A line that tells how long ago an article appeared has so few words (a guess)."""
_LINES_UNDER_RELATED = 3
"""So far below the heading of related articles a date is that of one of them."""
_BLANKS_OF_TITLE, _UNSPACED_TITLE_CHARS = 3, 8
"""A link of so many blanks, or characters where words are not spaced, is a title (guesses)."""
_CARD_LINES = 6
"""So many lines has one of several cards of related articles, its day being one (a guess)."""
_LINES_OVER, LINES_UNDER = 2, 6
"""So far above and below the headline a printed day is beside it."""
_LINES_BELOW_LABELLED = 30
"""So far below the body a date with a label may stand."""


_PLACE = lazy_regex(
    r"[(\[]?|[(\[]?[^\W\d_](?:[^\d.!?:;–—]|(?<=\b[A-Z])\.|(?<=\b[FMS]t)\.|\.(?=[A-Z]{2,3},|,)){1,30}"
    r"(?:, (?:den |le |el )?|,? ?[(\[]|--\([^()\d]{3,30}\)--)"
)
"""What stands before the day in a dateline: nothing, a bracket, a place with its comma."""
_BEHIND = lazy_regex(
    r"\s?[)\]]|\s?[–—|:„“«]|\s-\s|\.?\s?[–—-]\s|--(?=\S)"
    r"|\s(?:/[^/\d]{2,40}/|\([A-ZÀ-ÞА-Я][^()\d]{1,40}\))\s?\.?\s?[–—-]"
    r"|,?\s(?:[A-ZÀ-ÞА-Я][\w.-]{1,24},?\s){0,2}\d\d?:\d\d(?::\d\d)?,?\s(?=[«\"“„]?[A-ZÀ-ÞА-Я])"
)
"""What ends a dateline, an hour as well. In prose a preposition stands before the day, or a verb
behind it."""
_FULL_STOP = lazy_regex(r"\.\s(?=[«\"“„]?[A-ZÀ-ÞА-Я])")
_STOPPED = lazy_regex(
    r"(?:(?:[A-ZÀ-ÞА-Я][^\s,]+|[a-zà-ÿ]{1,3})(?:\s(?=[^\W\d_])|(?=,\s))){1,5},\s(?:le |el |den )?"
)
"""A place before a day that a full stop ends: "Port Ellis, 3 May 2026. The council ..."."""
_FIRST_YEAR = "1991"
"""The scene of an older day is told so: "Port Ellis, 3 May 1945. The depot burns down."."""


_LINES_OF_VISIT = 3
"""Among so many lines a page says what day it is (a guess)."""
_HEADER_LINES = 2
"""So near a mail's date stand its sender, those it went to, and its subject."""


class Dated(NamedTuple):
    """A line with the date in it that its label or place makes likely, and how likely that is."""

    score: float
    place: int
    iso: str
    label: Label | None


def list_dates(area: Area) -> list[Dated]:
    """Short lines with a date near the headline, or below the body: the likeliest first."""
    near_by = (each for at in area.top if (each := _dated(area, at)))
    found = [each for each in near_by if not is_listed(area, each.place)]
    found = _back_from_today(area, found) or found
    if not found:
        found = _without_year(area) or _right_below(area) or _at_the_start(area)
        found = found or _far_above(area)
    if not any(dated.label != "updated" for dated in found):
        near = area.bottom()
        below = range(area.end + 1, min(len(area.lines), area.end + 1 + _LINES_BELOW_LABELLED))
        for index in below:
            dated = _dated(area, index)
            if dated and (dated.label or (index in near and not found)):
                found.append(dated)
    return sorted(found, reverse=True, key=lambda dated: (dated.score, -dated.place))


def is_listed(area: Area, at: int) -> bool:
    """Is a line of an HTML page the link of another article in a list, with its day?"""
    tree, page = area.record.tree, area.page
    if tree is None or area.kept[at] or at == area.head:
        return False
    if tree.markup[at].link_chars < _UNSPACED_TITLE_CHARS:
        return False  # most: before the elements around are asked
    words = len(page.words[at]) > _BLANKS_OF_TITLE or page.is_unspaced(at)
    return (
        words
        and tree.is_inside(at, ("li", "aside", "nav"))
        and any(
            link.line == at and link.target and _is_title(page, at, link.text.strip())
            for link in tree.inline
        )
    )


def _is_title(page: PageLines, at: int, text: str) -> bool:
    unspaced = page.is_unspaced(at) and len(text) >= _UNSPACED_TITLE_CHARS
    return unspaced or text.count(" ") >= _BLANKS_OF_TITLE


def day_of_dateline(area: Area) -> tuple[int, str] | None:
    """The line with the day in front of the article's first sentence, and that day.

    "(21 March 2026) The council ..." may stand below a standfirst or a heading, where a colon
    follows the days of a chronicle. The years of a life are two days.
    """
    lines = itertools.islice(itertools.compress(itertools.count(), area.kept), _OPENING_PARAGRAPHS)
    for at in dict.fromkeys((*lines, area.start)):
        text = area.lines[at].text
        first, second = (*area.page.dates(at), None, None)[:2]
        if first is None or not _PLACE.fullmatch(text[: first.start]):
            continue
        behind = _BEHIND.match(text, first.end)
        place = text[: first.start] if first.iso >= _FIRST_YEAR else ""
        said = weekdays(area.page.language).keys().isdisjoint(normalized_words(place))
        if behind is None and said and _STOPPED.fullmatch(place):
            behind = None if is_scene(area, at, first) else _FULL_STOP.match(text, first.end)
        chronicle = at > area.start and text[first.end : first.end + 2].strip().startswith(":")
        if behind and not chronicle and (second is None or second.start > behind.end() + 1):
            return at, first.iso
    return None


def _days(area: Area, index: int) -> list[Date]:
    """The dates of a line that may be the article's: no deadlines and no birthdays."""
    text = area.lines[index].text
    return [day for day in area.page.dates(index) if not is_of_another(text[: day.start])]


def _back_from_today(area: Area, found: Sequence[Dated]) -> list[Dated]:
    """The day of "3 days ago" at the headline, where no other day is found than the page's own."""
    record = area.record
    if record.metadata.date or (record.document.tree is not None and record.document.tree.days):
        return []
    if area.head is not None and any(each.place > area.head for each in found):
        return []  # the day below the headline is the article's
    low = 0 if area.head is None else area.head  # a ticker may stand above the headline
    for index in (at for at in area.top if low <= at < area.start and at != area.head):
        if len(area.page.words[index]) > _AGO_WORDS or area.page.dates(index):
            continue  # "A boy who vanished 6 days ago is back", "12 March 2026 (3 days ago)"
        back = read_back(area.page, index)
        if back is None or find_label(area.page.texts[index]) == "updated":
            continue
        today = read_today(area.page)
        if not back and found:  # the hour of an entry: the day is known
            continue
        if today and all(each.iso == today.isoformat() and not each.label for each in found):
            return [Dated(0.0, index, (today - timedelta(back)).isoformat(), None)]
    return []


def _without_year(area: Area) -> list[Dated]:
    """The first date around the headline of which the page tells the year elsewhere."""
    above = [index for index in area.top if index < area.middle]
    for index in [*(index for index in area.top if index > area.middle), *reversed(above)]:
        if index < area.start and (iso := read_partial(area.page, index)):
            return [Dated(0.0, index, iso, None)]
    return []


def _at_the_start(area: Area) -> list[Dated]:
    """The day alone on one of the first lines of the body, below a caption or the author."""
    for index in range(area.start, min(area.end, area.start + _OPENING_LINES)):
        dated = _dated(area, index, bare=True)
        if dated and len(area.lines[index].text) < _MOST_OPENING_CHARS:
            return [dated]
    return []


def _right_below(area: Area) -> list[Dated]:
    """The day with its hour on a line right below the text, as agencies and weblogs print it."""
    for index in range(area.end + 1, min(len(area.lines), area.end + 1 + _LINES_RIGHT_BELOW)):
        days = _days(area, index)
        stamped = len(days) == 1 and _STAMP.fullmatch(area.lines[index].text)
        if stamped and not is_related(area, index):
            return [Dated(-3.0, index, days[0].iso, None)]
    return []


def is_quoted_header(area: Area, index: int) -> bool:
    """Is a line "Date: ..." of the header of a mail that the article quotes, below its opening?"""
    texts, last = area.page.texts, len(area.page.texts) - 1
    if index <= area.start or ":" not in texts[index]:
        return False
    beside = range(max(0, index - _HEADER_LINES), min(last, index + _HEADER_LINES) + 1)
    labels = {texts[at].partition(":")[0].strip().lower() for at in beside if ":" in texts[at]}
    return len(labels & _of_mails()) > 1


@cache
def _of_mails() -> frozenset[str]:
    """The labels of a mail's header but that of its date."""
    headers = languages.read_data("cleaning/mail.json")["headers"]
    kinds = (listed.split(" | ") for kind, listed in headers.items() if kind != "date")
    return frozenset(itertools.chain.from_iterable(kinds))


def is_related(area: Area, index: int) -> bool:
    """Stands a heading of related articles right above a line, or above dated cards over it?"""
    while True:
        above = range(max(area.end + 1, index - _LINES_UNDER_RELATED), index)
        if any(
            hit.reason == "related articles" and hit.where == "line"
            for at in above
            for hit in area.page.hits(at)
        ):
            return True
        cards = range(max(area.end + 1, index - _CARD_LINES), index)
        card = next((at for at in cards if area.page.dates(at)), None)
        if card is None:
            return False
        index = card


def is_outdone(metadata: Metadata, dates: Sequence[Dated], area: Area) -> bool:
    """Does the page print the day, and state that of a change, of any `<time>`, or another?

    What is printed right at the headline wins over what only machines read. On training pages the
    printed day was right 26 times of 32, but 6 of 13 where it is the one that is stated as that of
    the last change.
    """
    stated = metadata.date
    if stated is None or not dates or dates[0].place > area.end:
        return False
    first, day = dates[0], stated.value[:10]
    days = {dated.iso for dated in dates if dated.label != "updated"}
    beside = is_beside(area, first)
    changed = metadata.updated is not None and metadata.updated.value[:10] == first.iso
    year, month, number = first.iso.split("-")
    swapped = day == f"{year}-{number}-{month}"
    alone = len(days) == 1 and first.label != "updated" and area.head is not None
    return alone and beside and not changed and not swapped


def is_beside(area: Area, each: Dated) -> bool:
    """Is a day printed beside the headline?"""
    return -_LINES_OVER <= each.place - area.middle <= LINES_UNDER


def _far_above(area: Area) -> list[Dated]:
    """The dates far above the body, where all that stand there say the same day.

    That of the visit is none of them: pages open on it, with the day of the week.
    """
    lines = range(max(0, area.start - LINES_FAR), area.start)
    found = [dated for index in lines if (dated := _dated(area, index, bare=True))]
    labelled = [dated for dated in found if dated.label]
    names = weekdays(area.page.language).keys()
    found = labelled or [
        each
        for each in found
        if each.place >= _LINES_OF_VISIT or names.isdisjoint(area.page.words[each.place][:1])
    ]
    return found if len({dated.iso for dated in found}) == 1 else []


def _dated(area: Area, index: int, *, bare: bool = False) -> Dated | None:
    """What a line says of the date; `bare` asks for a label or for little beside the date."""
    text = area.lines[index].text
    dates = _days(area, index)
    if index == area.head and dates and dates[0].start:
        return None  # what the headline is about; in front of it stands the day
    signed = area.page.signature(index) if area.page.byline(index) else 0
    if not dates or dates[0].start - signed > _MOST_CHARS:
        return None
    label, day = _likeliest(_labels(area, index, dates), dates)
    count = len(area.page.words[index])
    below = index > area.end
    if below and not label and is_related(area, index):
        return None
    if label and day.end < _MOST_LEADING_CHARS and not below:
        # a long list of tags or sections may follow on the same line
        count = len(normalized_words(text[: day.end]))
    elif signed:
        count = len(normalized_words(text[signed:]))
    elif len(text) >= _MOST_CHARS:
        return None
    prose = text.endswith((".", "?", "!")) and count > _SENTENCE_WORDS
    prose = prose and not (below and label == "updated")  # "This page was last edited on ..."
    if count > _MOST_WORDS or (prose and label != "published"):
        return None
    if label is None and (is_of_life(area, index) or is_of_entry(area, index)):
        return None
    if is_quoted_header(area, index):
        return None
    if (below or bare) and not label and count > _BARE_WORDS:
        return None
    score = {"published": 2.0, "updated": -1.0, None: 0.0}[label]
    if below:
        score -= 3.0 + 0.1 * (index - area.end)
    else:
        score -= abs(index - area.middle) * (0.25 if index > area.middle else 0.4)
    return Dated(score - count / 20, index, day.iso, label)


def find_change(area: Area, dated: Sequence[Dated]) -> Dated | None:
    """When the article was changed: on a line of its own, else behind the day of the article.

    "Published 3 May, updated 5 May" has both.
    """
    alone = next((each for each in dated if each.label == "updated"), None)
    if alone is not None:
        return alone
    for each in dated:
        days = _days(area, each.place)
        labels = _labels(area, each.place, days) if days else ()
        for day, said in zip(days, labels, strict=True):
            if said == "updated" and day.iso > each.iso:
                return each._replace(iso=day.iso, label=said)
    return None


def label_of(area: Area, index: int) -> tuple[Label | None, Date] | None:
    """The day of a line, the published one if several are, and what is said of it."""
    days = _days(area, index)
    return _likeliest(_labels(area, index, days), days) if days else None


def _likeliest(labels: Sequence[Label | None], days: Sequence[Date]) -> tuple[Label | None, Date]:
    """The published day, else an unlabelled one: the first, or the earlier of two that are glued.

    "21 May 202424 April 2024" has the day of the last change, which the page itself would hide.
    """
    label = max(labels, key=("updated", None, "published").index)
    first, *others = (day for day, said in zip(days, labels, strict=True) if said == label)
    glued = [first, *(day for day in others if day.start == first.end)]
    return label, min(glued, key=lambda day: day.iso)


def _labels(area: Area, index: int, dates: Sequence[Date]) -> Sequence[Label | None]:
    """What is said of each of the dates of a line."""
    text = area.lines[index].text
    starts = (0, *(date.end for date in dates))
    found = [find_label(text[at : date.start]) for at, date in zip(starts, dates, strict=False)]
    before = text[: dates[0].start].strip(" |•·,–-")
    if found[0] is None and (not before or before.isalpha()):  # the day of the week
        above = area.page.words[index - 1] if index else []
        if 0 < len(above) <= _LABEL_WORDS and not _has_time(area, index - 1):
            found[0] = find_label(area.lines[index - 1].text)
    behind = text[starts[-1] : starts[-1] + MOST_LABEL_CHARS]
    if found[-1] is None and len(dates) == 1:
        return [find_label(behind)]
    if found[0] is None and area.page.is_unspaced(index) and (last := find_label(behind)):
        return [*found[1:], last]  # "2026年3月12日掲載 2026年3月14日更新"
    return found


def _has_time(area: Area, index: int) -> bool:
    """Has a line an hour or a day, so that a label on it is not said of the line below?"""
    return _HOUR.search(area.lines[index].text) is not None or bool(area.page.dates(index))
