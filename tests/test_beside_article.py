"""What stands beside the article: its author and date, in several layouts, HTML and text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.lines.calendars import from_islamic, from_persian
from newsclean.cleaning.lines.dates import find_dates, find_label

STORY = (
    (
        "The council of Ferrow agreed on Monday to buy back the harbour tram line, nineteen years "
        "after it was sold for a single crown to the company that had promised to run it for ever."
    ),
    (
        "“We sold it for the price of a bun and we are buying it back for the price of a bakery,” "
        "said Councillor Edda Marklund, who voted against the sale in 2007."
    ),
    (
        "The line carries nine thousand people a day and loses money on all of them. The company "
        "said that it had kept every promise in the contract and would now spend more on its buses."
    ),
    (
        "Services will run as before until June. After that the timetable will be drawn up by the "
        "city, which has advertised for somebody who knows how to do it."
    ),
)
HEADLINE = "Ferrow buys back its tram"


def page(above: str, *, head: str = "", below: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    return (
        f"<html lang='en'><head><title>{HEADLINE}</title>{head}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{HEADLINE}</h1>{above}{body}</article>"
        f"{below}</body></html>"
    )


def copied(*above: str) -> str:
    return "\n\n".join(("Home", "News", HEADLINE, *above, *STORY, "Share", "Related articles"))


@pytest.mark.parametrize(
    "above",
    [
        "<p>By <a href='/n'>Nils Ekman</a></p>",
        "<div class='info'><span>Written by Nils Ekman</span> | <span>March 2, 2026</span></div>",
        "<p>By:</p><p>Nils Ekman</p><p>2 March 2026</p>",
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "<ul><li><h2>Swan</h2><span class='byline'>By <a class='byline'>Don Abel</a></span></ul>",
        "<aside><div class='author'>Don Abel</div><h3>Swan closes bridge</h3></aside>",
    ],
)
def test_the_author_beside_the_headline_and_not_that_of_another_card(
    above: str, below: str
) -> None:
    assert newsclean.clean(page(above, below=below)).byline == "Nils Ekman"


@pytest.mark.parametrize("stated", ["Don Abel", "Ferrow Media Group", "editor"])
def test_a_printed_author_wins_over_a_stated_one(stated: str) -> None:
    head = f"<meta name='author' content='{stated}'>"
    assert newsclean.clean(page("<p>By Nils Ekman</p>", head=head)).byline == "Nils Ekman"


def test_all_authors_that_are_printed() -> None:
    head = "<meta name='author' content='Nils Ekman'>"
    above = "<p>By Nils Ekman, Ida Rask and Don Abel</p>"
    assert newsclean.clean(page(above, head=head)).byline == "Nils Ekman, Ida Rask, Don Abel"
    text = copied("By Nils Ekman, Ida Rask and Don Abel", "March 2, 2026")
    assert newsclean.clean(text).byline == "Nils Ekman, Ida Rask, Don Abel"


@pytest.mark.parametrize("word", ["Introduction", "Local Roots", "Copy Link", "Partager", "ARGUED"])
def test_headings_and_buttons_are_nobody(word: str) -> None:
    date = "<p><time datetime='2026-03-02'>March 2, 2026</time></p>"
    assert newsclean.clean(page(f"{date}<h3>{word}</h3>")).byline is None
    if word != "Local Roots":  # in plain text it may be a name
        assert newsclean.clean(copied("March 2, 2026", word)).byline is None


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("By By Anna Berg", "en", "Anna Berg"),
        ("By Anna Berg Fox News", "en", "Anna Berg"),
        ("By Erin Cunnington March", "en", "Erin Cunnington"),
        ("By Anna Berg –", "en", "Anna Berg"),
        ("Par Anne Dupont, Luc Petit et Zoé Roy", "fr", "Anne Dupont, Luc Petit, Zoé Roy"),
        ("מאת יעל ברנר", "he", "יעל ברנר"),
        ("Írta: Kovács Anna", "hu", "Kovács Anna"),
        ("By Category", "en", None),
    ],
)
def test_names_are_cut_from_what_is_glued_to_them(
    line: str, language: str, names: str | None
) -> None:
    assert read_byline(line, language) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("10 มีนาคม 2569", "th"),
        ("10 มี.ค. 2569", "th"),
        ("۱۹ اسفند ۱۴۰۴", "fa"),
        ("تاریخ انتشار: ۱۴۰۴/۱۲/۱۹", "fa"),
        ("١٠ مارس ٢٠٢٦", "ar"),
        ("10 آذار/مارس 2026", "ar"),
        ("20 رمضان 1447", "ar"),
        ("令和8年3月10日", "ja"),
        ("民國115年3月10日", "zh"),
        ("10 במרץ 2026", "he"),
        ("ngày 10 tháng 3 năm 2026", "vi"),
    ],
)
def test_calendars_and_digits(text: str, language: str) -> None:
    """The tabular Islamic calendar may be a day off."""
    assert find_dates(text, language)[0].iso in ("2026-03-10", "2026-03-09")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Original:", "published"),
        ("Mis en ligne le", "published"),
        ("Mis à jour le", "updated"),
        ("By Anna Berg, 2026Updated on", "updated"),
        ("最終更新", "updated"),
        ("公開日：", "published"),
        ("Обновлено", "updated"),
        ("عُدّل", None),
    ],
)
def test_labels(text: str, label: str | None) -> None:
    assert find_label(text) == label


@pytest.mark.parametrize(
    "lines",
    [
        ("Updated: March 6, 2026", "Original: March 2, 2026"),
        ("Updated March 6, 2026, published March 2, 2026",),
        ("Updated on", "March 6, 2026", "Published on", "March 2, 2026"),
    ],
)
def test_the_date_of_publication_where_an_update_stands_first(lines: tuple[str, ...]) -> None:
    assert newsclean.clean(copied(*lines)).date == "2026-03-02"
    above = "".join(f"<p>{line}</p>" for line in lines)
    assert newsclean.clean(page(above)).date == "2026-03-02"


def test_another_date_of_the_page_tells_which_number_is_the_month() -> None:
    text = copied("By Nils Ekman", "02/03/2026") + "\n\n25/02/2026 Swan closes bridge"
    assert newsclean.clean(text).date == "2026-03-02"
    text = copied("By Nils Ekman", "02/03/2026") + "\n\n02/25/2026 Swan closes bridge"
    assert newsclean.clean(text).date == "2026-02-03"


@pytest.mark.parametrize(
    "card",
    [
        "<aside><time datetime='2026-01-05'>Jan 5, 2026</time> Swan closes bridge</aside>",
        "<ul><li><a href='/x'><time datetime='2025-11-05'>Nov 5</time>Swan</a></li></ul>",
        "<div class='more'><h3>Swan</h3><time datetime='2024-02-01'>1 Feb</time></div>",
    ],
)
def test_the_date_beside_the_headline_and_not_that_of_another_card(card: str) -> None:
    assert newsclean.clean(page("<p>Published March 2, 2026</p>", below=card)).date == "2026-03-02"


def test_labels_of_time_elements() -> None:
    above = (
        "<dl><dt>Updated:</dt><dd><time datetime='2026-03-06T19:49:32-05:00'>Mar 6, 2026</time>"
        "</dd><dt>Original:</dt><dd><time datetime='2026-03-02T18:49:10-05:00'>Mar 2, 2026</time>"
        "</dd></dl>"
    )
    assert newsclean.clean(page(above)).date == "2026-03-02"
    changed = "<meta property='article:modified_time' content='2026-03-06T10:00:00Z'>"
    printed = "<p>Published March 2, 2026</p>"
    assert newsclean.clean(page(printed, head=changed)).date == "2026-03-02"


@pytest.mark.parametrize(
    "rank", ["<h1>{}</h1>", "<header><h1>{}</h1></header>", "<h1><a>{}</a></h1>"]
)
def test_the_only_h1_is_the_headline_whatever_is_written_for_search_engines(rank: str) -> None:
    printed = "Council Pays Forty-One Millions for a Line It Gave Away"
    search = "Ferrow tram deal: what happened Monday"
    html = page("", head=f"<meta property='og:title' content='{search}'>")
    html = html.replace(f"<h1>{HEADLINE}</h1>", rank.format(printed))
    html = html.replace(f"<title>{HEADLINE}</title>", f"<title>{search} | Ferrow Post</title>")
    assert newsclean.clean(html).title == printed


@pytest.mark.parametrize(
    ("make", "parts", "day"),
    [
        (from_persian, (1403, 1, 1), "2024-03-20"),
        (from_persian, (1403, 6, 31), "2024-09-21"),
        (from_persian, (1403, 7, 1), "2024-09-22"),
        (from_persian, (1403, 12, 30), "2025-03-20"),  # a leap year has this day
        (from_persian, (1404, 1, 1), "2025-03-21"),
        (from_islamic, (1445, 9, 1), "2024-03-11"),
        (from_islamic, (1447, 1, 1), "2025-06-27"),
    ],
)
def test_days_of_other_calendars(
    make: Callable[[int, int, int], dt.date], parts: tuple[int, int, int], day: str
) -> None:
    """Days at the edges of months, and of a leap year, as almanacs have them."""
    assert make(*parts).isoformat() == day


@pytest.mark.parametrize(
    ("make", "parts"),
    [
        (from_persian, (1403, 7, 31)),
        (from_persian, (1404, 12, 30)),
        (from_persian, (1403, 13, 1)),
        (from_persian, (1403, 0, 1)),
        (from_persian, (1403, 1, 0)),
        (from_islamic, (1445, 13, 1)),
        (from_islamic, (1445, 9, 31)),
        (from_islamic, (1445, 9, 0)),
    ],
)
def test_days_that_other_calendars_do_not_have(
    make: Callable[[int, int, int], dt.date], parts: tuple[int, int, int]
) -> None:
    """A number too high or too low is no day, and so no date of an article."""
    with pytest.raises(ValueError, match=str(parts[0])):
        make(*parts)
