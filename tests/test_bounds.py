"""What holds on a bound holds no more beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from newsclean.cleaning.features import groups
from newsclean.cleaning.furniture import lonely
from newsclean.cleaning.lines import credits as credit_lines
from newsclean.cleaning.lines import encyclopaedias
from newsclean.cleaning.lines.dates import find_dates
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.reasons import explain
from newsclean.sources import html
from newsclean.sources.html import stated
from newsclean.sources.html.titles import without_site
from records import lines_of, record_of_rows

if TYPE_CHECKING:
    from collections.abc import Callable


def bulleted(count: int) -> bool:
    """Whether so many lines that begin with a bullet are a list."""
    return bool(groups.bulleted([f"• item {one}" for one in range(count)], range(count)))


def labelled(words: int) -> bool:
    """Whether lines begin with a label of so many words."""
    label = " ".join(["Price", *"abcdefgh"][:words])
    return bool(groups.labelled([f"{label}: $20", f"{label}: $30"], range(2)))


def credited(size: int) -> bool:
    """Whether a line of so many characters is the credit of a picture."""
    return credit_lines.is_photo_credit("Photo: A".ljust(size, "b"))


def hours(count: int) -> bool:
    """Whether so many hours on lines of their own make a live blog."""
    lines = lines_of(*(f"{hour}:30" for hour in range(10, 10 + count)), "The bridge is shut.")
    return bool(PageLines(lines, "en").entry_times)


def edited(count: int) -> bool:
    """Whether so many headings that anybody may edit make an encyclopaedia."""
    headings = [f"{name}[edit]" for name in ("History", "Bells", "Trams")[:count]]
    return encyclopaedias.is_encyclopaedia(PageLines(lines_of(*headings, "It has a bridge."), "en"))


def joined(size: int) -> bool:
    """Whether a cell of so many letters stays on one line with the next."""
    page = f"<table><tr><td>{'a' * size}</td><td>Bell</td></tr></table>"
    return len(html.read(page).text.split("\n")) == 1


def stated_alone(words: int) -> bool:
    """Whether a body of so many words that no line shows is read from a statement."""
    text = " ".join(["Bells"] * words)
    return bool(stated.body([], [f'{{"@type": "NewsArticle", "articleBody": "{text}"}}']))


def of_host(size: int) -> bool:
    """Whether the end of a title is left out that is a host's name of so many letters."""
    name = "abcdefgh"[:size]
    return without_site(f"The bridge is shut | {name}", "", f"https://{name}.example/1") != (
        f"The bridge is shut | {name}"
    )


def shown_whole(size: int) -> bool:
    """Whether a line of so many characters is evidence as it stands."""
    return explain._short("a" * size) == "a" * size


def beside(text: str) -> bool:
    """Whether a doubtful line goes with the removed line above it."""
    rows = [("Menu", False, 0.01), (text, True, 0.1), ("The bridge is shut.", True, 0.9)]
    return lonely.beside_removed(record_of_rows(rows), 1)


@pytest.mark.parametrize(
    ("text", "iso"), [("12/09/2024", "2024-12-09"), ("13/09/2024", "2024-09-13")]
)
def test_a_month_is_twelve_at_most(text: str, iso: str) -> None:
    """Which number is the month, where only one can be."""
    assert find_dates(text, "en")[0].iso == iso


@pytest.mark.parametrize(
    ("holds", "last", "beyond"),
    [
        (bulleted, 3, 2),
        (labelled, 4, 5),
        (credited, 90, 91),
        (hours, 3, 2),
        (edited, 2, 1),
        (joined, 60, 61),
        (stated_alone, 30, 29),
        (of_host, 4, 3),
        (shown_whole, 60, 61),
        (lambda words: groups.is_short("Bells", words), 14, 15),
        (lambda size: groups.is_short("鐘" * size, 1, unspaced=True), 30, 31),
        (lambda words: beside(" ".join(["rang"] * words) + "."), 4, 3),
        (lambda words: beside(" ".join(["rang"] * words)), 9, 8),
    ],
)
def test_a_bound_has_two_sides(holds: Callable[[int], bool], last: int, beyond: int) -> None:
    """The last number that is enough, and the first that is not."""
    assert holds(last)
    assert not holds(beyond)
