"""Dates that leave the year out -> ISO 8601, where the page itself tells the year.

"16 янв | 17:10" below the headline is a date if the page has the same day with its year elsewhere,
or says what day it was when it was read: "Сегодня 28 ноября 2011" in its header, or the day of the
week of "Вторник, 17 января", which with the year of the copyright line is right in few years.
Without such evidence nothing is given: no date is better than a wrong one.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.calendars import weekdays
from newsclean.cleaning.lines.dates import is_of_another, month_number
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newsclean.cleaning.lines.page import PageLines

_DAY_FIRST = lazy_regex(
    r"(?<![\d.:/-])(?P<day>\d{1,2})(?:st|nd|rd|th)?[.]?\s(?P<month>[^\W\d_]{3,14})\.?(?![\w])"
    r"(?:\s'?(?P<year>\d\d)(?=\s?(?:[(,|•·]|$)))?"
)
_MONTH_FIRST = lazy_regex(r"(?<!\w)(?P<month>[^\W\d_]{3,14})\.?\s(?P<day>\d{1,2})(?![\d:.])")
_HAN = lazy_regex(r"(?<!\d)(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_TIME = lazy_regex(r"(?<!\d)\d{1,2}[:.]\d\d(?!\d)")
_YEAR = lazy_regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TWO_FIGURES = lazy_regex(r"\s?(\d\d) (\d\d)")
"""Month and day as a weblog's theme prints them in a box of their own."""
_MOST_CHARS = 60
"""A longer line is prose (guesses)."""
_HEADER_LINES, _HEADER_WORDS = 40, 8
"""So far from the top stands the line that tells what day it is (guesses)."""
_MOST_DAYS_BACK = 45
"""A date past the page's own day is of the year before, if that is so near."""
_MOST_AGO = 8
"""So many hours ago was mostly the same day, and so many days ago is counted (guesses)."""
_EARLIEST = 1994
"""There were no news pages before."""


class Partial(NamedTuple):
    """What a line says: a day of a month, or how many days before the page's own day."""

    month: int
    day: int
    year: int | None
    back: int | None


def read_partial(page: PageLines, index: int) -> str | None:
    """The date of a short line without a year, ISO 8601, where the page tells the year."""
    if two := _TWO_FIGURES.fullmatch(page.texts[index]):
        return _same_day(page, *map(int, two.groups()))
    partial = _partial(page, index)
    if partial is None:
        return None
    if partial.year is not None:
        return _iso(2000 + partial.year, partial.month, partial.day)
    today = read_today(page)
    if partial.back is not None:
        return (today - dt.timedelta(partial.back)).isoformat() if today else None
    if iso := _same_day(page, partial.month, partial.day):
        return iso
    return _before(today, partial) if today else None


def _same_day(page: PageLines, month: int, day: int) -> str | None:
    """The first date of a page with this month and day."""
    for other, text in enumerate(page.texts):
        if _YEAR.search(text) is None:
            continue
        for date in page.dates(other):
            if date.iso.endswith(f"-{month:02}-{day:02}"):
                return date.iso
    return None


def _before(today: dt.date, partial: Partial) -> str | None:
    """The last such day that is not after the page's own day."""
    iso = _iso(today.year, partial.month, partial.day)
    if iso is not None and iso <= today.isoformat():
        return iso
    iso = _iso(today.year - 1, partial.month, partial.day)
    if iso is None:
        return None
    near = (today - dt.date.fromisoformat(iso)).days <= _MOST_DAYS_BACK
    return iso if near else None


def _partial(page: PageLines, index: int) -> Partial | None:
    text = page.texts[index]
    if len(text) > _MOST_CHARS or _YEAR.search(text):
        return None
    if not any(map(str.isdigit, text)):
        return None
    if (back := said_back(page, index)) is not None:
        return Partial(0, 0, None, back)
    timed = _TIME.search(text) is not None
    found = _HAN.search(text)
    if found and (timed or found.end() == len(text)):
        return Partial(int(found["month"]), int(found["day"]), None, None)
    forms = [_DAY_FIRST] if page.language != "en" else [_DAY_FIRST, _MONTH_FIRST]
    for form in forms:
        found = form.search(text)
        month = month_number(found["month"], page.language) if found else None
        if found is None or month is None:
            continue
        if is_of_another(text[: found.start()]):
            return None
        year = found.groupdict().get("year")
        alone = len(normalized_words(text[found.end() :])) == 0
        if timed or alone:
            return Partial(month, int(found["day"]), int(year) if year else None, None)
    return None


def read_back(page: PageLines, index: int) -> int | None:
    """How many days before it was read a short line says the page was printed.

    "Yesterday, 09:12" is 1, "3 days ago" is 3, "2 hours ago" is 0.
    """
    text = page.texts[index]
    if len(text) > _MOST_CHARS or not any(map(str.isdigit, text)):
        return None
    if (back := said_back(page, index)) is not None:
        return back
    found = _ago().search(text.lower())
    if found is None:
        return None
    count = int(found["n"])
    return (count if found["days"] else 0) if count <= _MOST_AGO else None


def said_back(page: PageLines, index: int) -> int | None:
    """0 where a line with an hour begins with "today", 1 for "yesterday"."""
    if _TIME.search(page.texts[index]) is None:
        return None
    phrase = f"{page.phrases[index]} "
    return next((back for back, said in enumerate(_relative()) if phrase.startswith(said)), None)


@cache
def _ago() -> re.Pattern[str]:
    """A number of days or hours, with what says "ago" before or behind it."""
    data = languages.read_data("cleaning/dates.json")
    ago = data["ago"].replace(" | ", "|")
    days, hours = (data[kind].replace(" ", "|") for kind in ("days_ago", "hours_ago"))
    return lazy_regex(
        rf"(?:(?P<before>(?<!\w)(?:{ago}))\s|(?<!\w))(?P<n>\d\d?)\s?(?:(?P<days>{days})|(?:{hours}))"
        rf"(?(before)(?!\w)|\s?(?:{ago})(?!\w))"
    )


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def read_today(page: PageLines) -> dt.date | None:
    """The day on which the page was read, as its header tells."""
    for index in range(min(_HEADER_LINES, len(page.texts))):
        words = page.words[index]
        if not 0 < len(words) <= _HEADER_WORDS:
            continue
        names = weekdays(page.language)
        weekday = names.get(words[0], names.get(words[-1]))
        said = f"{page.phrases[index]} ".startswith(_relative()[0])
        if weekday is None and not said:
            continue
        dates = page.dates(index)
        if len(dates) == 1:
            return dt.date.fromisoformat(dates[0].iso)
        found = _DAY_FIRST.search(page.texts[index])
        month = month_number(found["month"], page.language) if found else None
        if found is None or month is None or weekday is None:
            continue
        for year in _copyright_years(page):
            iso = _iso(year, month, int(found["day"]))
            if iso and dt.date.fromisoformat(iso).weekday() == weekday:
                return dt.date.fromisoformat(iso)
    return None


def _copyright_years(page: PageLines) -> Iterator[int]:
    """The last years in lines with the sign of copyright."""
    for text in page.texts:
        if "©" in text or "(c)" in text.lower():
            years = [int(year) for year in _YEAR.findall(text)]
            if years and max(years) >= _EARLIEST:
                yield max(years)


@cache
def _relative() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What begins a line that was printed today, or a day later."""
    data = languages.read_data("cleaning/dates.json")
    today, yesterday = (
        tuple(" ".join(normalized_words(phrase)) + " " for phrase in data[kind].split(" | "))
        for kind in ("today", "yesterday")
    )
    return today, yesterday
