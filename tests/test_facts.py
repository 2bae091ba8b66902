"""Rows of facts below the text stay if they name whom it names; labels of the page's foot go."""

from __future__ import annotations

import pytest

import newsclean

HEAD = "Home\nNews\nTrams beat buses in the harbour derby\nBy Ann Reed\n4 March 2025"
BODY = (
    "The trams of Ferrow beat the buses 2:1 on Sunday in front of four thousand people, and went "
    "up a league for the first time since 1969.\n"
    "Tom Lomax scored first, from a corner that Jo Pike had won, and the keeper of the buses, Nell "
    "Orme, hardly moved.\n"
    '"We had the wind," said Lomax. "They had it in the second half, and did nothing with it." '
    "Orme said nothing at all.\n"
    "Pike made it two before the break, and the one goal of the buses, by Ivo Lanner, came too "
    "late on a very long evening."
)
FOOT = "Share this\nMore from Sport\nBridge to stay shut\n© 2025 Ferrow Post"


def rows(*lines: str) -> list[str]:
    """Those of the lines below the text that stay."""
    article = newsclean.clean("\n".join([HEAD, BODY, *lines, FOOT]))
    return [each.text for each in article.paragraphs if each.text in lines]


@pytest.mark.parametrize(
    "lines",
    [
        ("Trams – Buses 2:1 (2:0)", "Goals: Lomax 12, Pike 44 – Lanner 88", "Cards: Orme – Dole",
         "Referee: Peter Crane (Skarn)", "Attendance: 4,118"),
        ("Goals: Lomax 12, Pike 44", "Saves: Orme 9", "Weather: Dry"),
        ("Full result", "Tom Lomax (Trams) – 212,406", "Jo Pike (Trams) – 9,288",
         "Alma Voss (Buses) – 733", "Spoilt – 12"),
        ("Lomax .... 12", "Pike .... 9", "Lanner .... 3"),
    ],
)  # fmt: skip
def test_rows_that_name_whom_the_article_names_stay(lines: tuple[str, ...]) -> None:
    assert rows(*lines) == list(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("Author: Ann Reed", "Photo: Bo Dole", "Editor: Ada Lund", "Section: Sport"),
        ("Office: Ferrow Trams, Harbour Road", "Phone: 030 123 45 67", "Press: Tom Lomax"),
        ("Sailing: Skarn wins again", "Rowing: Cup draw on Monday", "Weather: Rain until Friday"),
        ("Goals: Lomax 12", "Cards: Orme"),
        ("Subject: Trams; Buses", "Location: Ferrow", "People: Lomax, Tom", "Title: Ferrow Post"),
    ],
)
def test_other_labels_go_or_are_too_few(lines: tuple[str, ...]) -> None:
    assert not rows(*lines)


def test_rows_end_where_a_link_begins() -> None:
    told = ("Goals: Lomax 12, Pike 44", "Cards: Orme, Dole", "Corners: Trams 3, Buses 1")
    assert rows(*told, "WATCH AGAIN: Lomax and his corner", "Poll: Will Lomax stay?") == list(told)
