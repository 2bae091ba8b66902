"""Dates as people write them -> ISO 8601.

Takes a line and a language, gives every calendar date in it that has a day, a month and a year.
"3 hours ago" and "yesterday" are not read: what they mean depends on when they were read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsclean import languages

_YEAR = r"(?:19|20)\d\d"
_PATTERN = re.compile(
    rf"(?<![\d/.-])(?P<y1>{_YEAR})(?P<s1>[-/.])\s?(?P<m1>\d\d?)(?P=s1)\s?(?P<d1>\d\d?)(?!\d)"
    rf"|(?<![\w/.-])(?P<a2>\d\d?)(?P<s2>[./-])\s?(?P<b2>\d\d?)(?P=s2)\s?"
    rf"(?P<y2>{_YEAR}|\d\d(?![\d:]))(?!\d)"
    rf"|(?P<y3>{_YEAR})\s?[年년]\s?(?P<m3>\d\d?)\s?[月월]\s?(?P<d3>\d\d?)"
    rf"|(?<!\d)(?P<d4>\d\d?)(?:st|nd|rd|th|er|º|°|ª)?[.,]?\s?[-–]?\s?(?:(?:of|de)\s|d['’])?\s?"
    rf"(?P<w4>[^\W\d_]{{3,13}})[.,]?\s?[-–]?(?:\s?(?:de|del|of|of the year))?[\s'’]?(?P<y4>{_YEAR})"
    rf"|(?P<w5>[^\W\d_]{{3,13}})[.,]?\s(?P<d5>\d\d?)(?:st|nd|rd|th)?[.,]?\s(?P<y5>{_YEAR})"
    rf"|(?<!\d)(?P<y6>{_YEAR})(?:\.|\sm\.|,)?\s(?P<w6>[^\W\d_]{{3,13}})\.?\s(?P<d6>\d\d?)(?!\d)"
)
# every form above has one of these: a year in four digits, or two signs between digits
_LIKELY = re.compile(r"(?:19|20)\d\d|\d[./-]\s?\d")
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])[A-Z][^\W\d_A-Z]+$")


class Date(NamedTuple):
    """A date in a line: ISO 8601, and where it stands."""

    iso: str
    start: int
    end: int


def find_dates(text: str, language: str = "en") -> tuple[Date, ...]:
    """Every whole calendar date in `text`, in order.

    >>> find_dates("Published March 3, 2024 at noon")[0].iso
    '2024-03-03'
    >>> find_dates("am 20.10.2025", "de")[0].iso
    '2025-10-20'
    """
    return tuple(_read(text, language)) if _LIKELY.search(text) else ()


def _read(text: str, language: str) -> Iterator[Date]:
    for found in _PATTERN.finditer(text):
        start = found.start()
        part = found.groupdict()
        if part["y1"]:
            numbers = part["y1"], part["m1"], part["d1"]
        elif part["y2"]:
            first, second = part["a2"], part["b2"]
            month_first = language == "en" and part["s2"] != "."
            if int(second) > 12 or (month_first and int(first) <= 12):
                first, second = second, first
            numbers = part["y2"], second, first
        elif part["y3"]:
            numbers = part["y3"], part["m3"], part["d3"]
        else:
            form = "4" if part["y4"] else "5" if part["y5"] else "6"
            month = month_number(part["w" + form], language)
            if month is None:
                continue
            if form == "5" and (glued := _GLUED.search(part["w5"])):
                start = found.start("w5") + glued.start()
            numbers = part["y" + form], str(month), part["d" + form]
        year, month_, day = map(int, numbers)
        try:
            date = dt.date(year + 2000 if year < 100 else year, month_, day)
        except ValueError:
            continue
        yield Date(date.isoformat(), start, found.end())


def month_number(word: str, language: str) -> int | None:
    """1 to 12 for the name of a month, in `language` or in English.

    A name glued to the word before it ("RiesSeptember") is read, as copied pages have it.
    """
    names = _months(language)
    lower = word.lower()
    if lower in names:
        return names[lower]
    glued = _GLUED.search(word)
    return names.get(glued.group().lower()) if glued else None


@cache
def _months(language: str) -> dict[str, int]:
    data = languages.read_data("cleaning/dates.json")
    code = data["aliases"].get(language, language)
    names: dict[str, int] = {}
    for listed in (data["months"].get(code, ""), data["months"]["en"]):
        for number, group in enumerate(listed.split(" | "), 1):
            for name in group.split():
                names.setdefault(name, number)
    return names


@cache
def date_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that announce the date of publication, and of an update, in every language."""
    data = languages.read_data("cleaning/dates.json")
    return frozenset(data["published"].split()), frozenset(data["updated"].split())
