"""Days that the article tells of: of events that it lists, of its first scene, of a whole life.

They stand where an article's own day may stand, and are printed as that is.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.bylines import is_known_first_name
from newsclean.cleaning.lines.dates import find_label
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.calendars import Date

_FEWEST_ENTRIES, _ENTRY_LINES, _WEEKDAY_CHARS = 3, 3, 12
"""So many events make a list, each with so few lines before its text (guesses)."""
_PROSE_WORDS = 15
_LONE_CHARS = 100
"""No day that stands alone on its line is longer."""
_LIFE_YEARS, _BESIDE_CHARS = 15, 12
"""So many years lie between birth and death, and of so many characters is what is printed beside
such days, "Born" or "†" (guesses)."""
_YEAR = lazy_regex(
    r"(?P<planned>\b(?:by|until|before|bis|hasta|ici|jusqu'en|entro|até|tot|till)\s)?"
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_TO = lazy_regex(r"\s?(?:[–—-]|to|bis)\s?")
_LIVED = lazy_regex(
    r"[*†✝]|\b(?:born|died|[bd]\.|geb|gest|né|née|mort|décéd|nac|muri|falle|nat[oa]\b|nasc|morr|"
    r"över|döde?\b|født|føddes|overl|ur\.|zm\.|нар|род|умер|пом)",
    re.IGNORECASE,
)
"""What stands between the days of birth and death on one line, and what beside each of them."""
_UNNAMED = ("a", "an", "ein", "eine", "un", "une", "una", "um", "uma", "een", "en", "et", "ett")


def is_scene(area: Area, at: int, day: Date) -> bool:
    """Does somebody unnamed stand behind the day, and does the article know of a later year?"""
    text, year = area.page.texts[at], day.iso[:4]
    words = text[day.end :].strip(" .").lower().split(None, 1)
    kept = itertools.compress(area.page.texts, area.kept)
    later = any(
        found["year"] > year and not found["planned"]
        for line in kept
        for found in _YEAR.finditer(line)
    )
    return later and bool(words) and words[0] in _UNNAMED


def is_of_entry(area: Area, index: int) -> bool:
    """Is a day that of one of several events, each with its name and its text below it?"""
    if not area.middle < index < area.end or not _is_lone_day(area, index):
        return False
    low = area.middle + 1
    alone = (at for at in range(low, area.end) if _is_lone_day(area, at))
    places = list(itertools.islice(alone, _FEWEST_ENTRIES))
    days = [area.page.dates(at)[0].iso for at in places]
    if len(places) < _FEWEST_ENTRIES or days != sorted(days):
        return False
    signed = any(area.page.byline(at) for at in range(low, places[0] + 2))
    if signed or is_known_first_name(area.page.texts[places[0] + 1]):
        return False  # the first day is the article's, with its author beside it
    named = {_lines_to_text(area, at) for at in places}
    return len(named) == 1 and 0 < named.pop() <= _ENTRY_LINES


def is_of_life(area: Area, index: int) -> bool:
    """Is a day the first or last one of a life: "4 June 1931 – 11 February 2025"?

    They stand on one line or two, without a label of the article's day.
    """
    page = area.page
    own, text = page.dates(index), page.texts[index]
    if not own or _beside(area, index) > _BESIDE_CHARS:
        return False
    joined = len(own) > 1 and _TO.fullmatch(text, own[0].end, own[1].start)
    if not (joined or _LIVED.search(text)):
        return False
    near = (at for at in (index, index - 1, index + 1) if 0 <= at < len(page.texts))
    years = {
        int(day.iso[:4])
        for at in near
        if at == index or (len(own) == 1 and _LIVED.search(page.texts[at]))
        if _beside(area, at) <= _BESIDE_CHARS
        if find_label(page.texts[at]) is None
        for day in page.dates(at)
    }
    return bool(years) and max(years) - min(years) >= _LIFE_YEARS


def _beside(area: Area, index: int) -> int:
    """How many characters of a line are of no day."""
    days = area.page.dates(index)
    return len(area.page.texts[index]) - sum(day.end - day.start for day in days)


def _is_lone_day(area: Area, index: int) -> bool:
    short = len(area.page.texts[index]) <= _LONE_CHARS  # before the dates of prose are read
    return short and len(area.page.dates(index)) == 1 and _beside(area, index) <= _WEEKDAY_CHARS


def _lines_to_text(area: Area, index: int) -> int:
    """How many short lines stand between a day and the text below it."""
    below = range(index + 1, min(len(area.lines), index + 2 + _ENTRY_LINES))
    long = (at for at in below if len(area.page.words[at]) > _PROSE_WORDS)
    return next(long, len(area.lines)) - index - 1
