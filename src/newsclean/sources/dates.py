"""A date as people write it, in any language that newsclean has month names of -> ISO 8601.

For sources that say which piece of theirs is the date: the whole piece is searched, and the
language need not be known, as no name of a month means two different ones.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from newsclean import languages
from newsclean.patterns import lazy_regex

_YEAR = r"(?:1[89]|20)\d\d"
_NUMERIC = lazy_regex(
    rf"(?<!\d)(?P<y1>{_YEAR})\s?[年년.\-/]\s?(?P<m1>\d\d?)\s?[月월.\-/]\s?(?P<d1>\d\d?)(?!\d)"
    rf"|(?<!\d)(?P<d2>\d\d?)\s?[.\-/]\s?(?P<m2>\d\d?)\s?[.\-/]\s?(?P<y2>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<y3>{_YEAR})(?P<m3>\d\d)(?P<d3>\d\d)(?!\d)"
)
_TOKEN = lazy_regex(r"[^\W\d_]+|\d+")
_REACH = 3
"""A day, a month and a year stand among so many words or numbers ("5 de outubro de 2015")."""


def read_date(text: str, *, month: bool = False) -> str | None:
    """The first date in `text`; with `month`, one without a day (2019-03) will do.

    >>> read_date("27. Februar 2012 Montag 9:50 PM GMT+1"), read_date("March 2019", month=True)
    ('2012-02-27', '2019-03')
    """
    return read_written_date(text) or _numeric(text) or (_month_alone(text) if month else None)


def _numeric(text: str) -> str | None:
    for found in _NUMERIC.finditer(text):
        part = found.groupdict()
        if part["y2"]:
            year, first, second = part["y2"], int(part["d2"]), int(part["m2"])
            # the day first, as in most of the world, unless that cannot be
            iso = calendar_day(int(year), second, first) or calendar_day(int(year), first, second)
        elif part["y1"]:
            iso = calendar_day(int(part["y1"]), int(part["m1"]), int(part["d1"]))
        else:
            iso = calendar_day(int(part["y3"]), int(part["m3"]), int(part["d3"]))
        if iso:
            return iso
    return None


def read_written_date(text: str) -> str | None:
    """A day with the name of its month: "March 5, 2018", "5 octobre 2015", "2019 marzo 3"."""
    tokens = _TOKEN.findall(text)
    for place, token in enumerate(tokens):
        number = _months().get(token.lower())
        if number is None:
            continue
        near = tokens[max(0, place - _REACH) : place] + tokens[place + 1 : place + 1 + _REACH]
        after = tokens[place + 1 : place + 1 + _REACH + 1]
        year = next((int(n) for n in (*after, *near) if re.fullmatch(_YEAR, n)), None)
        day = _day_beside(tokens, place)
        if year and day and (iso := calendar_day(year, number, day)):
            return iso
    return None


def _day_beside(tokens: list[str], place: int) -> int | None:
    """The day that goes with the month at a place: "March 5, 2018", "5 March", "5 de outubro"."""
    before = tokens[max(0, place - 2) : place]
    if before and len(before[-1]) <= 2 and not before[-1].isdecimal():
        before = before[:-1]  # "de", "th"
    after = tokens[place + 1 : place + 3]
    american = len(after) > 1 and re.fullmatch(_YEAR, after[1]) is not None
    near = after[:1] + before[-1:] if american else before[-1:] + after[:1]
    return next((int(token) for token in near if token.isdecimal() and len(token) <= 2), None)


def _month_alone(text: str) -> str | None:
    tokens = _TOKEN.findall(text)
    for place, token in enumerate(tokens):
        number = _months().get(token.lower())
        near = tokens[place + 1 : place + 3] + tokens[max(0, place - 1) : place]
        year = next((n for n in near if re.fullmatch(_YEAR, n)), None)
        if number and year:
            return f"{year}-{number:02}"
    return None


def calendar_day(year: int, month: int, day: int) -> str | None:
    """A day as YYYY-MM-DD; None where the calendar has none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """The names of the months in every language -> 1 to 12."""
    names: dict[str, int] = {}
    for listed in languages.read_data("cleaning/dates.json")["months"].values():
        for number, group in enumerate(listed.split(" | "), 1):
            names.update(dict.fromkeys(group.split(), number))
    return names
