"""Day or month first in a numeric date: what the page says elsewhere, and the day of the week."""

from __future__ import annotations

import time

import pytest

import newsclean
from newsclean.cleaning.lines.dates import dots_month_first, find_dates, month_comes_first
from test_author_shapes import BODY, TITLE
from test_html_title import BODY as ARTICLE


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["02-12-2025", "Written on December 02, 2025"], False),
        (["02-12-2025", "31-12-2024"], False),
        (["02-12-2025", "12-31-2024"], True),
        (["02-12-2025"], None),
        (["11/01/2022", "12 Jan 22 1:19 PM"], False),
        (["555-02-12", "2025-12-02"], None),
        (["03/05/2025", "The Otters (25-10-12) beat the Herons."], None),
        (["03/05/2025", "The sets of the match: 25-21, 25-10-11."], None),
        (["03/05/2025", "Their 10-25-11 season", "The safe opens with 13-5-10."], None),
    ],
)
def test_the_order_of_figures_between_hyphens(texts: list[str], first: bool | None) -> None:  # noqa: FBT001
    """As of those between slashes: another date of the page tells it."""
    assert month_comes_first(texts) is first


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("NOVEMBER 26TH, 2024", "en", "2024-11-26"),
        ("POSTED ON NOVEMBER 3RD, 2012", "en", "2012-11-03"),
        ("6 DE MAYO DE 2022 05:30", "es", "2022-05-06"),
        ("VIERNES, 06 DE MAYO DE 2022", "es", "2022-05-06"),
        ("26 | 01 | 2022 Praxis", "de", "2022-01-26"),
        ("2021 – 01 – 18", "en", "2021-01-18"),
        ("2025-11-0314 min read", "en", "2025-11-03"),
        ("14:2603.01.201215", "ru", "2012-01-03"),
        ("Monday, 11.05.2012 / 1:23 PM", "en", "2012-11-05"),
        ("Friday 11.05.2012", "en", "2012-05-11"),
        ("Thu 04/05/2012", "en", "2012-04-05"),
        ("Fri 04/05/2012", "en", "2012-05-04"),
    ],
)
def test_forms_of_dates(text: str, language: str, iso: str) -> None:
    """Capitals, unusual signs and what is glued on hide no day; the day of the week decides."""
    assert [date.iso for date in find_dates(text, language)] == [iso]


@pytest.mark.parametrize("text", ["2025-11-03145", "14:26 03.01.20121589", "A | 01 | 2022"])
def test_what_is_no_date(text: str) -> None:
    """Longer numbers are numbers."""
    assert find_dates(text) == ()


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["11/01/2012", "14/12/2011 at noon"], False),
        (["11/01/2012", "12/14/2011 at noon"], True),
        (["11/01/2012", "Photo: 10 January 2012"], False),
        (["11/01/2012", "Photo: October 30, 2012"], True),
        (["11/01/2012", "Photo: 7 January 2012"], None),
        (["11/01/2012", "Photo: 8 January 2012"], False),
        (["11/01/2012", "Photo: 14 January 2012"], False),
        (["11/01/2012", "Mail us: desk@ferrowpost.co.uk"], None),
        (["11/01/2012", "See ferrowpost.co.uk for more"], None),
        (["11/01/2012", "Photo: 3 May 2012"], None),
    ],
)
def test_what_a_page_says_of_its_slashes(texts: list[str], *, first: bool | None) -> None:
    """A date that can be read one way, or a date in words that is near; no host in the text."""
    assert month_comes_first(texts) is first


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("https://www.ferrowpost.co.uk/news/pool", False),
        ("http://ferrowpost.com.au", False),
        ("https://FERROWPOST.IE:8080/", False),
        ("https://ferrowpost.com/ferrowpost.co.uk/", None),
        ("https://ferrowpost.com/?from=www.ferrowpost.co.uk", None),
        ("https://ferrowpost.co.uk.example/", None),
        ("https://[ferrow", None),
        ("", None),
    ],
)
def test_the_country_of_the_page(address: str, *, first: bool | None) -> None:
    """Its own address tells it, where no date does."""
    assert month_comes_first(["11/01/2012"], "en", address) is first
    assert month_comes_first(["11/01/2012", "12/14/2011"], "en", address) is True


@pytest.mark.parametrize(
    ("price", "first"),
    [
        ("Subscribe from £2 a month", False),
        ("Only ₹ 499 a year", False),
        ("From £2, or $3 abroad", None),
        ("The £ fell on Monday", None),
        ("The keeper cost £40 million", None),
        ("£40m move", None),
        ("He came from Leeds for £40 million, which Ferrow had borrowed from its owner.", None),
        ("From $2 a month", None),
    ],
)
def test_the_money_of_the_page(price: str, *, first: bool | None) -> None:
    """Prices in pounds or rupees that the page asks for: it is made where the day comes first."""
    assert month_comes_first(["11/01/2012", price]) is first
    assert month_comes_first(["11/01/2012", price, "12/14/2011"]) is True
    assert month_comes_first(["11/01/2012", price], "de") is None


def test_many_dates_take_little_time() -> None:
    """Each numeric date was held against each date in words."""
    every = [f"{day:02}/{month:02}/{year}" for year in range(1970, 2038)
             for month in range(1, 13) for day in range(1, 13)]  # fmt: skip
    written = [f"January {day}, {year}" for year in range(1900, 1960) for day in range(1, 29)]
    start = time.process_time()
    assert month_comes_first([*every, *written]) is None
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["09.10.2024", "10.28.2025"], True),
        (["09.10.2024", "28.10.2025"], False),
        (["09.10.2024", "Version 2.17.23 is out"], False),
    ],
)
def test_what_a_page_says_of_its_points(texts: list[str], *, first: bool) -> None:
    """English pages may put the month first there, too."""
    assert dots_month_first(texts) is first


@pytest.mark.parametrize(
    ("printed", "elsewhere", "day"),
    [
        ("By Nils Ekman 06/01/2026", "Harbour, 3 January 2026. Photo: Anna Berg", "2026-01-06"),
        ("Last updated 11:00 12/01/2026", "See ferrowpost.co.nz for more", "2026-12-01"),
        ("06/01/2026", "Harbour, 28 May 2026. Photo: Anna Berg", "2026-06-01"),
        ("09.10.2024", "Next meeting: 10.28.2024", "2024-09-10"),
    ],
)
def test_the_day_of_an_article(printed: str, elsewhere: str, day: str) -> None:
    """In copied text and in HTML."""
    date = newsclean.clean("\n\n".join([TITLE, printed, *BODY, elsewhere])).metadata.date
    assert date is not None
    assert date.value == day
    page = f"<h1>{TITLE}</h1><p>{printed}</p><main>{ARTICLE}</main><p>{elsewhere}</p>"
    date = newsclean.clean(page.encode()).metadata.date
    assert date is not None
    assert date.value == day


@pytest.mark.parametrize(
    ("host", "day"), [("ferrowpost.co.nz", "2026-01-12"), ("ferrowpost.com", "2026-12-01")]
)
def test_the_day_by_the_address_of_the_page(host: str, day: str) -> None:
    """What a link in it leads to says nothing."""
    page = (
        f'<head><link rel="canonical" href="https://www.{host}/pool"></head><h1>{TITLE}</h1>'
        f'<p>Updated 12/01/2026</p><main>{ARTICLE}</main><p><a href="https://a.co.uk">a.co.uk</a>'
    )
    date = newsclean.clean(page.encode()).metadata.date
    assert date is not None
    assert date.value == day


@pytest.mark.parametrize("date", ["0/5/2023", "5/0/2023", "00/00/2023"])
def test_a_date_with_a_nought_is_none(date: str) -> None:
    """It ended in a ValueError."""
    assert month_comes_first([f"Build {date}", "Posted 5 May 2023"]) is None
    assert find_dates(f"Friday {date}") == ()
    assert newsclean.clean("\n\n".join([TITLE, f"Build {date}", *BODY])).paragraphs


@pytest.mark.parametrize(
    ("address", "language", "first"),
    [
        ("https://lowmere.example/blog/2023/october/03/ferry", "en", False),
        ("https://lowmere.example/2023/10/03/ferry", "en", False),
        ("https://lowmere.example/2023/03/10/ferry", "en", True),
        ("https://lowmere.example/2023/octobre/3/", "fr", False),
        ("https://lowmere.example/2023/03/ferry", "en", None),
        ("https://lowmere.example/2022/10/03/ferry", "en", None),
    ],
)
def test_the_address_has_the_day(address: str, language: str, first: bool | None) -> None:  # noqa: FBT001
    assert month_comes_first(["03/10/2023"], language, address) is first
