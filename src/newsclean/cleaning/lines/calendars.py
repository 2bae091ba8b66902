"""Days of other calendars, as people write them -> days of the Gregorian one.

The Persian year is the arithmetic 33-year cycle, right from 1178 to 1633 (1800 to 2254 AD); the
Islamic one is the tabular calendar, which may be a day off what was observed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex

_PRICE_CHARS = 60
"""A longer line with a price is prose (a guess)."""
_PRICE = lazy_regex(
    r"(?:subscri|sign up|join|donate|support|from|only|just|try|get)[^.]{0,40}[£₹]\s?\d",
    re.IGNORECASE,
)
_UPDATE_DAYS = 10
"""So soon after its publication an article is changed, mostly (a guess)."""
BUDDHIST_YEARS = 543
"""So many years is the Thai calendar ahead."""
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "民國": 1911, "民国": 1911}
"""The Gregorian year before the first of an era of Japan, or of the Republic of China."""
_PERSIAN_EPOCH = dt.date(622, 3, 21).toordinal()
_LONG_MONTHS, _CYCLE = 6, 33
_LEAP_REMAINDERS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""The years of a 33-year cycle that have 366 days."""
_ISLAMIC_EPOCH = dt.date(622, 7, 19).toordinal()
_ERA = lazy_regex(
    # in Taiwan the era goes without saying; "西元115年" is another one
    rf"(?:(?P<era>{'|'.join(ERAS)})\s?|(?<![\d元曆历暦])(?=1[01]\d\s?年))"
    r"(?P<y>元|\d{1,3})\s?年\s?(?P<m>\d\d?)\s?月\s?(?P<d>\d\d?)"
)
_HAN_FIGURES = "〇一二三四五六七八九"
_HAN = lazy_regex(
    rf"(?:(?P<era>{'|'.join(ERAS)})(?P<y>元|[{_HAN_FIGURES}十]{{1,3}})|(?P<y4>[一二][〇零{_HAN_FIGURES}]{{3}}))"
    rf"年(?P<m>[{_HAN_FIGURES}十]{{1,2}})月(?P<d>[{_HAN_FIGURES}十]{{1,3}})日"
)
"""The numbers written out, as in print: "令和八年三月十二日", "二〇二六年三月十二日"."""
_OTHER_NAME = r"(?:(?:ربيع|جمادى|ذو|ذي|كانون|تشرين)\s)?[^\W\d_][^\d\s,،/()–-]{1,13}"
_OTHER_YEAR = r"1[34]\d\d|19\d\d|20\d\d|25\d\d"
_OTHER = lazy_regex(
    rf"(?<!\d)(?P<d>\d\d?)\.?\s(?P<w>{_OTHER_NAME})(?:/\s?[^\W\d_]\S{{1,13}})?[,،]?\s"
    rf"(?:พ\.ศ\.\s?|ماه\s)?(?P<y>{_OTHER_YEAR}|[67]\d)(?!\d)"
    rf"|(?<!\S)(?P<wm>{_OTHER_NAME})\s(?P<dm>\d\d?),\s(?P<ym>{_OTHER_YEAR})(?!\d)"
    rf"|(?<![\d/-])(?P<yn>1[34]\d\d)(?P<sn>[/-])(?P<mn>\d\d?)(?P=sn)(?P<dn>\d\d?)(?![\d/-])"
    rf"|(?<![\d/-])(?P<dt>\d\d?)(?P<st>[/-])(?P<mt>\d\d?)(?P=st)(?P<yt>25\d\d)(?!\d)"
)
"""In Arabic, Bengali, Hebrew, Hindi, Persian and Thai letters: names with vowel signs, other """
OTHER_CALENDARS = ("ar", "fa", "th")
"""Languages of which a date in figures alone may be in another calendar."""
OTHER_SCRIPT = lazy_regex("[\u0590-\u06ff\u0900-\u09ff\u0e00-\u0e7f]")
_BUDDHIST_FROM, _BUDDHIST_CENTURY = 2400, 2500
_THAI = ("\u0e00", "\u0e7f")
_ISLAMIC_FROM = 1420
"""From this year on, 1999 of ours, one in figures is an Islamic one; the Persian is 2041."""


class Date(NamedTuple):
    """A date in a line: ISO 8601, and where it stands."""

    iso: str
    start: int
    end: int


def read_eras(text: str) -> Iterator[Date]:
    """The days of a text whose years are those of an era, or whose numbers are written out."""
    for found in (*_ERA.finditer(text), *_HAN.finditer(text)):
        parts = found.groupdict()
        if own := parts.get("y4"):
            year = _number(own)
        else:
            before = ERAS[parts["era"] or "民國"]
            year = before + (1 if parts["y"] == "元" else _number(parts["y"]))
        try:
            date = dt.date(year, _number(parts["m"]), _number(parts["d"]))
        except ValueError:
            continue
        yield Date(date.isoformat(), found.start(), found.end())


def _number(figures: str) -> int:
    """The number in figures or in Chinese characters.

    >>> _number("12"), _number("十二"), _number("二十"), _number("二〇二六")
    (12, 12, 20, 2026)
    """
    figures = figures.replace("零", "〇")
    tens, ten, ones = figures.partition("十")
    if ten:
        return 10 * _number(tens or "一") + _number(ones or "〇")
    return int("".join(str(_HAN_FIGURES.find(f)) if f in _HAN_FIGURES else f for f in figures))


def read_other(text: str) -> Iterator[Date]:
    """The days of a text in the scripts of `OTHER_SCRIPT`, or in figures of another calendar."""
    for found in _OTHER.finditer(text):
        try:
            if found["yn"]:
                numbers = int(found["yn"]), int(found["mn"]), int(found["dn"])
                persian = numbers[0] < _ISLAMIC_FROM
                date = (from_persian if persian else from_islamic)(*numbers)
            elif found["yt"]:
                year = int(found["yt"]) - BUDDHIST_YEARS
                date = dt.date(year, int(found["mt"]), int(found["dt"]))
            else:
                named = ("y", "w", "d") if found["y"] else ("ym", "wm", "dm")
                date = _named(int(found[named[0]]), found[named[1]], int(found[named[2]]))
        except ValueError:
            continue
        yield Date(date.isoformat(), found.start(), found.end())


def _named(year: int, word: str, day: int) -> dt.date:
    """The day of a month that is named in a script of `OTHER_SCRIPT`.

    Raises:
        ValueError: there is no such month or day.
    """
    calendar, number = _other_months().get("_".join(word.replace(".", "").split()), ("", 0))
    if calendar == "persian":
        return from_persian(year, number, day)
    if calendar == "islamic":
        return from_islamic(year, number, day)
    if year < 100 and _THAI[0] <= word[0] <= _THAI[1]:
        year += _BUDDHIST_CENTURY  # "12 มี.ค. 69"
    if year > _BUDDHIST_FROM:
        year -= BUDDHIST_YEARS
    return dt.date(year, number, day)


def numbered(listed: str) -> Iterator[tuple[str, int]]:
    """Each name of a list whose groups "|" parts, with the number of its group, from 1 on."""
    for number, group in enumerate(listed.split(" | "), 1):
        for name in group.split():
            yield name, number


@cache
def _other_months() -> dict[str, tuple[str, int]]:
    """Name -> the calendar, empty for the Gregorian one, and the number of the month."""
    data = languages.read_data("cleaning/dates.json")
    names = {
        name: (calendar, number)
        for calendar, listed in data["calendars"].items()
        for name, number in numbered(listed)
    }
    for code in ("ar", "bn", "fa", "he", "hi", "th"):
        for name, number in numbered(data["months"][code]):
            names.setdefault(name, ("", number))
    return names


def from_persian(year: int, month: int, day: int) -> dt.date:
    """The day of a date in the Solar Hijri calendar.

    Raises:
        ValueError: it has no such day.

    >>> from_persian(1403, 1, 1)
    datetime.date(2024, 3, 20)
    """
    longest = 31 if month <= _LONG_MONTHS else 30
    if month == 12 and year % _CYCLE not in _LEAP_REMAINDERS:
        longest = 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError((year, month, day))
    cycles, rest = divmod(year - 1, _CYCLE)
    leaps = cycles * len(_LEAP_REMAINDERS) + sum(1 <= at <= rest for at in _LEAP_REMAINDERS)
    days = (month - 1) * 30 + min(month - 1, _LONG_MONTHS) + day - 1
    return dt.date.fromordinal(_PERSIAN_EPOCH + (year - 1) * 365 + leaps + days)


def from_islamic(year: int, month: int, day: int) -> dt.date:
    """The day of a date in the tabular Islamic calendar.

    Raises:
        ValueError: it has no such day.

    >>> from_islamic(1445, 9, 1)
    datetime.date(2024, 3, 11)
    """
    if not (1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError((year, month, day))
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return dt.date.fromordinal(_ISLAMIC_EPOCH + before + day - 1)


def pays_where_days_lead(texts: Iterable[str]) -> bool:
    """Does the page itself ask for pounds or rupees, and is nothing on it in dollars?

    Prices in the text tell nothing: what a club paid for a player is a fact of the article.
    """
    asked = False
    for text in texts:
        if "$" in text:
            return False
        asked = asked or (len(text) <= _PRICE_CHARS and _PRICE.match(text) is not None)
    return asked


def order_by_update(
    published: tuple[int, int, int], updated: tuple[int, int, int]
) -> tuple[int, int]:
    """If the day or the month is first where a page says when it was published and updated.

    The update follows within days in one of the readings, and months later or earlier in the
    other. Both are a year with the two numbers in front of it.
    """
    by_day = dt.date(updated[0], *updated[:0:-1]) - dt.date(published[0], *published[:0:-1])
    by_month = dt.date(*updated) - dt.date(*published)
    day, month = (0 <= each.days <= _UPDATE_DAYS for each in (by_day, by_month))
    return int(day > month), int(month > day)


@cache
def weekdays(language: str) -> dict[str, int]:
    """The names of the days of the week, and which one each is, Monday being 0."""
    listed = languages.read_data("cleaning/dates.json")["weekdays"].get(language, "")
    return {name: day for day, names in enumerate(listed.split(" | ")) for name in names.split()}


def before_day(text: str, dates: Sequence[Date], language: str) -> str:
    """What stands before the first date in a line, and before its day of the week.

    "Anna Berg" of "Anna Berg Onsdag 8 oktober 2025"; "Plácido Domingo" keeps his name.
    """
    if not dates:
        return text
    text = text[: dates[0].start]
    name, _, last = text.rstrip(" ,").rpartition(" ")
    named = name.rpartition(" ")[2][:1].isupper()  # "Tom on Tue, 03/05/2024" ends otherwise
    told = named and " " in name.strip() and last.lower() in weekdays(language)
    return name if told else text
