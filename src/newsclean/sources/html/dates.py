"""Timestamps of a page, in whatever form -> days (ISO 8601)."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Field
from newsclean.patterns import lazy_regex
from newsclean.sources.dates import calendar_day, read_written_date

_DAY = lazy_regex(r"(?<!\d)((?:19|20)\d\d)[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")

_DAY_IN_ADDRESS = lazy_regex(
    r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/_-]|$)"
)


_FIRST_DAYS = frozenset(("0001-01-01", "1970-01-01"))


def iso_date(value: str) -> str | None:
    """The day that a timestamp names, as YYYY-MM-DD; None where it names none.

    Machines give the first day of their calendars where there is none.

    >>> iso_date("2024-05-03T10:00:00+02:00")
    '2024-05-03'
    """
    found = _DAY.search(value)
    if found is None:
        return read_written_date(value)
    day = calendar_day(*map(int, found.groups()))
    return None if day in _FIRST_DAYS else day


def first_day(stated: Iterable[tuple[str, str]]) -> Field | None:
    """The first of the timestamps that names a day, with where it was stated."""
    days = ((iso_date(text), origin) for text, origin in stated)
    return next((Field(day, origin) for day, origin in days if day), None)


def day_in_address(address: str) -> str | None:
    """The day in a page's address, "https://post.example/2024/05/03/bells"."""
    found = _DAY_IN_ADDRESS.search(address)
    return calendar_day(*map(int, found.groups())) if found else None
