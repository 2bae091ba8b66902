"""Dates: what people write, as ISO 8601."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cleaning.lines.dates import find_dates
from newsclean.languages import read_data

WRITTEN = [
    ("Published March 3, 2024 at noon", "en", "2024-03-03"),
    ("Dec. 22nd, 2023", "en", "2023-12-22"),
    ("Sat 14 Oct 2023 10.00 BST", "en", "2023-10-14"),
    ("10/11/2023", "en", "2023-10-11"),
    ("25/11/2023", "en", "2023-11-25"),
    ("2023-12-22T10:11:12Z", "en", "2023-12-22"),
    ("EditorSeptember 15, 2008 at 9:19 PM", "en", "2008-09-15"),
    ("Jan 04 09:34 2021", "en", "2021-01-04"),
    ("Sun Mar 3 08:15:09 2024", "en", "2024-03-03"),
    ("20. Oktober 2025, 12:30 Uhr", "de", "2025-10-20"),
    ("Stand: 11.12.23, 10:00", "de", "2023-12-11"),
    ("le 1er mars 2023", "fr", "2023-03-01"),
    ("5 de mayo de 2023", "es", "2023-05-05"),
    ("12 luglio 2022", "it", "2022-07-12"),
    ("3 de março de 2021", "pt", "2021-03-03"),
    ("7 mei 2020", "nl", "2020-05-07"),
    ("12 ноября 2023", "ru", "2023-11-12"),
    ("16 października 2024", "pl", "2024-10-16"),
    ("10. prosince 2025", "cs", "2025-12-10"),
    ("30 Nisan 2024", "tr", "2024-04-30"),
    ("8. toukokuuta 2019", "fi", "2019-05-08"),
    ("2025 m. spalio 20 d.", "lt", "2025-10-20"),
    ("2023年3月5日", "ja", "2023-03-05"),
    ("2023년 3월 5일", "ko", "2023-03-05"),
    ("প্রকাশ: ১২ মার্চ ২০২৬, ১০: ২৪", "bn", "2026-03-12"),
    ("রোববার, জানুয়ারি ১৩, ২০২৬", "bn", "2026-01-13"),
    ("मई 3, 2026", "hi", "2026-05-03"),
    ("12 غشت 2025", "ar", "2025-08-12"),
    ("۱۸ حوت ۱۴۰۳", "fa", "2025-03-08"),
    ("7 مهرماه 1404", "fa", "2025-09-29"),
    ("31 تير 1404", "fa", "2025-07-22"),
]


@pytest.mark.parametrize(("text", "language", "iso"), WRITTEN)
def test_written_dates(text: str, language: str, iso: str) -> None:
    """A date is read as the people of its language write it."""
    assert [date.iso for date in find_dates(text, language)] == [iso]


@pytest.mark.parametrize(
    ("before", "date"),
    [
        ("She came to the harbour of Karlsby and left it again. " * 4, "March 3, 2024"),
        ("She came to the harbour of Karlsby and left it again. " * 4, "3rd of March, 2024"),
        ("Posted by theharbourpostandcouriereditors", "March 3, 2024"),
    ],
)
def test_dates_far_into_a_line(before: str, date: str) -> None:
    """A date is read behind any number of words, and glued to one that is longer than a month."""
    (found,) = find_dates(f"{before}{date} at noon")
    assert (found.iso, found.end) == ("2024-03-03", len(before) + len(date))


@pytest.mark.parametrize(
    "text",
    ["3 hours ago", "May 2024", "31 February 2024", "615-682-4939", "v1.2.34", "12/31", "2024", ""],
)
def test_no_dates(text: str) -> None:
    """What names no day of a year gives no date."""
    assert find_dates(text) == ()


def test_spans() -> None:
    """The span holds the date and not the word it is glued to."""
    text = "Anna BergNovember 20, 2007 and 3 May 2008"
    assert [text[date.start : date.end] for date in find_dates(text)] == [
        "November 20, 2007",
        "3 May 2008",
    ]


@given(st.dates(dt.date(1970, 1, 1), dt.date(2069, 12, 31)))
def test_every_day_is_read(day: dt.date) -> None:
    """Every day with the name of its month comes back, in every language that has names."""
    months = read_data("cleaning/dates.json")["months"]
    for language in sorted(months):
        name = months[language].split(" | ")[day.month - 1].split()[0]
        found = find_dates(f"{day.day}. {name} {day.year}", language)
        assert [date.iso for date in found] == [day.isoformat()], language


def test_each_language_has_twelve_months() -> None:
    """No month is missing in any language."""
    months = read_data("cleaning/dates.json")["months"]
    assert {code: len(names.split(" | ")) for code, names in months.items()} == dict.fromkeys(
        months, 12
    )


def test_months_of_another_language_than_the_page() -> None:
    """A template in Spanish dates English articles; a name that means two months is not read."""
    assert [found.iso for found in find_dates("on 04-ago-2021 5:11", "en")] == ["2021-08-04"]
    assert [found.iso for found in find_dates("den 4. grudnia 2021", "sv")] == ["2021-12-04"]
    assert find_dates("4 listopada 2021", "sv") == ()


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("miércoles, 4 de mayo de 202207:59 hs", "es", ["2022-05-04"]),
        ("19.2.202016:20päivitetty", "fi", ["2020-02-19"]),
        ("NORA LINDQVIST3.11.2023", "de", ["2023-11-03"]),
        ("Erstellt am09.02.2022", "de", ["2022-02-09"]),
        ("WellnessDECEMBER 22, 2022Updated: JANUARY 02, 2026", "en", ["2022-12-22", "2026-01-02"]),
        ("00:0305.01.2012", "ru", ["2012-01-05"]),
        ("29 / Dezember / 2022", "de", ["2022-12-29"]),
        ("Dateline: 03/09/99", "en", ["1999-03-09"]),
        ("v1.2.3, 10.0.0.1", "en", []),
        ("dpaRedaktion Ferrow, Hafen15.04.25 09:56", "de", ["2025-04-15"]),
        ("04:01 PM,Mar 9,2021", "en", ["2021-03-09"]),
        ("am 14 Feb ’20 | Hafen", "de", ["2020-02-14"]),
        ("Mon, 02 Mar 26 09:53:50", "en", ["2026-03-02"]),
        ("12 May 21 5:23 PM", "en", ["2021-05-12"]),
        ("On 8 May '45 the quay burned down.", "en", []),
        ("The flood of 3 July ’68", "en", []),
        ("Fair: Sat 3 May 10 11:30", "en", []),
        ("on 3 May 10:30, and 12 May 20 people came", "en", []),
        ("In May 52,000 came, 3 of them on 4 May ’at night’", "en", []),
    ],
)
def test_glued_to_an_hour_or_a_name(text: str, language: str, days: list[str]) -> None:
    """Copied pages put the day right behind a name, or the hour right behind the year."""
    assert [found.iso for found in find_dates(text, language)] == days


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Anna Berg2022-12-07T10:10:52+01:0025. Dezember 2022|", "de", "2022-12-25"),
        ("Tom2024-04-18T13:00:39+00:00March 22nd, 2024|Reviews|", "en", "2024-03-22"),
        ("Lisa2021-12-14T12:38:19+01:00Dezember 14th, 2021|AKTUELL", "de", "2021-12-14"),
    ],
)
def test_a_hidden_stamp_before_the_day(text: str, language: str, day: str) -> None:
    """Some weblogs hide the stamp of the last change before the day of the post."""
    assert [found.iso for found in find_dates(text, language)] == [day]
