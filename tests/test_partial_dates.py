"""Dates without their year, and who signs from where."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.bylines import read_byline
from newsclean.cleaning.lines.dates import find_dates
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.partial_dates import read_partial
from newsclean.cleaning.lines.wires import read_sender
from newsclean.cleaning.titles.title_text import bare_title
from records import lines_of


@pytest.mark.parametrize(
    ("language", "line", "others", "iso"),
    [
        # the same day stands elsewhere with its year
        ("ru", "08 декабря, 10:32 | Пётр СИНИЦЫН", ("Феррово, 8 декабря 2011",), "2011-12-08"),
        ("pl", "5 stycznia, 12:34", ("Aktualizacja: 5 stycznia 2012",), "2012-01-05"),
        ("zh", "1月17日 20:05", ("2012年1月17日 港报",), "2012-01-17"),
        # the header tells what day it is
        ("ru", "Сегодня, 15:33 • Новости", ("Сегодня 28 Ноября 2011 - 17:08",), "2011-11-28"),
        ("uk", "Вчора, 09:10", ("Сьогодні 28 листопада 2011",), "2011-11-27"),
        ("cs", "Dnes 15:33", ("Pondělí 28. listopadu 2011",), "2011-11-28"),
        ("el", "28 Δεκεμβρίου, 10:00", ("Σήμερα 3 Γενάρη 2012",), "2011-12-28"),
        # the day of the week is right in the year of the copyright line
        (
            "ru",
            "16 янв | 17:10",
            ("Вторник, 17 января", "© 2005-2012, Портовая газета"),
            "2012-01-16",
        ),
        ("bg", "16 януари 17:10", ("Вторник, 17 януари", "© 2012 Пристанище"), "2012-01-16"),
        # a year in two digits
        ("ru", "17 января 12 (16:49)", (), "2012-01-17"),
        # nothing on the page tells the year
        ("ru", "5 января, 12:34", ("© 2002-2009, Портовая газета",), None),
        ("ru", "16 янв | 17:10", ("Среда, 17 января", "© 2005-2012"), None),
        ("pl", "Dziś, 12:34", ("Wydanie z 5 stycznia 2012",), None),
        ("ru", "17 января 12 человек", (), None),
        (
            "ru",
            "8 декабря город выкупил линию трамвая у своей компании",
            ("8 декабря 2011",),
            None,
        ),
    ],
)
def test_dates_without_a_year(
    language: str, line: str, others: tuple[str, ...], iso: str | None
) -> None:
    """They are read where the page tells the year, and only there."""
    page = PageLines(lines_of(*others, line), language)
    assert read_partial(page, len(others)) == iso


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Z Lizbony Marcin Zatyka", "Marcin Zatyka"),
        ("Ze Záhřebu Petr Novák", "Petr Novák"),
        ("Из Нижнего Новгорода – Анна Петрова", "Анна Петрова"),
        ("Iz Novog Sada, Marko Petrović", "Marko Petrović"),
        ("Z Lizbony przyleciał w środę", None),
        ("Z Lizbony", None),
        ("Из Москвы Анна приехала", None),
    ],
)
def test_who_signs_from_where(line: str, name: str | None) -> None:
    """Below the text, in Slavic languages."""
    assert read_sender(line) == name


SOLD = (
    "Rada miasta Ferrów zgodziła się w poniedziałek odkupić linię tramwajową do portu, którą "
    "dziewiętnaście lat temu sprzedała za jedną koronę."
)
USED = (
    "Linia wozi dziewięć tysięcy pasażerów dziennie, a spółka traci na każdym z nich, jak mówi "
    "jej rzecznik w rozmowie z gazetą portową."
)
NEXT = "Tramwaje będą kursować jak dotąd do czerwca, potem nowy rozkład jazdy ułoży samo miasto."
PL = (SOLD, USED, NEXT)


@pytest.mark.parametrize("nobody", ["A A A Drukuj", "Ferrow.pl", "Portal Ferrów"])
def test_sizes_of_letters_sites_and_owners_are_no_authors(nobody: str) -> None:
    """Beside the date, where an author's name would stand."""
    text = "\n".join(
        ("Ferrów odkupuje tramwaj", "5 stycznia 2012, 11:23", nobody, *PL, "© 2012 Portal Ferrów")
    )
    found = newsclean.digest(text)
    assert found.byline is None
    assert str(found.date) == "2012-01-05"


def test_the_day_of_a_related_item_is_not_the_day_of_the_article() -> None:
    """Below the text, right under the heading of related articles."""
    lines = ("Ferrów odkupuje tramwaj", *PL, "Czytaj także", "2011-10-25 10:00", "Most śpiewa")
    assert newsclean.digest("\n".join(lines)).date is None


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("[11:48/08.12.2011]", "2011-12-08"),
        ("http://www.ferrow.example/2012-01-11 09:06:00千龙网", "2012-01-11"),
    ],
)
def test_dates_glued_to_an_hour_or_an_address(line: str, iso: str) -> None:
    """A stroke before the date does not hide it."""
    assert [date.iso for date in find_dates(line, "ru")] == [iso]


def test_the_stamp_right_below_the_text_is_the_day_of_the_article() -> None:
    """The day far above the headline is that on which the page was read."""
    menu = [f"Dział {number}" for number in range(20)]
    lines = ("11 kwietnia 2013", *menu, "Ferrów odkupuje tramwaj", *PL, "13:15 09.12.2011")
    assert str(newsclean.digest("\n".join(lines)).date) == "2011-12-09"


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Autor: Joanna Janczy. Data publikacji: środa", "pl", "Joanna Janczy"),
        ("Автор: Анна Петрова. Источник: Порт", "ru", "Анна Петрова"),
        ("By J. R. Hall. Photos by Ann Lee", "en", "J. R. Hall"),
    ],
)
def test_a_byline_ends_with_its_sentence(line: str, language: str, names: str) -> None:
    """What follows the full stop is no part of the name; an initial has one too."""
    assert read_byline(line, language) == names


TITLE = "Miasto odkupuje linię tramwajową do portu"


@pytest.mark.parametrize(
    "wrong", ["A A A", "Od 170 €", "Burmistrz wsiada na pokład. Fot. Jan Nowak/ferrow.pl"]
)
def test_what_is_no_headline_is_none(wrong: str) -> None:
    """Sizes of letters, a price, a caption with its credit: the headline stands near them."""
    lines = (TITLE, "5 stycznia 2012, 11:23", wrong, *PL)
    assert newsclean.digest("\n".join(lines)).title == TITLE


@pytest.mark.parametrize("sign", ["》", "■ ", "»"])
def test_the_sign_of_a_list_is_no_part_of_a_title(sign: str) -> None:
    """In front of the headline, as in a menu."""
    lines = (f"{sign}{TITLE}", "5 stycznia 2012", *PL)
    assert newsclean.digest("\n".join(lines)).title == TITLE


@pytest.mark.parametrize(
    ("stated", "printed"),
    [
        ("Port - Miasto odkupuje linię tramwajową - Dział", "Miasto odkupuje linię tramwajową"),
        ("ΤΟ ΛΙΜΑΝΙ : Η πόλη αγοράζει πίσω το τραμ", "Η πόλη αγοράζει πίσω το τραμ"),
        ("Город выкупил трамвайную линию | Общество | Порт", "Город выкупил трамвайную линию"),
        ("费罗市买回港口电车线路_本地新闻_港口网", "费罗市买回港口电车线路"),
        ("费罗市买回港口电车线路 本地新闻 港口网", "费罗市买回港口电车线路"),
        ("Bells ring again, as council votes", "Bells ring again, as council votes"),
    ],
)  # fmt: skip
def test_the_title_of_a_page_is_the_headline_that_it_prints(stated: str, printed: str) -> None:
    """Site and section go, wherever they stand; a comma parts no site from a headline."""
    page = PageLines(lines_of("Bells ring again", printed, *PL), "pl")
    assert bare_title(stated, page) == printed
