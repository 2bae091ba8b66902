"""Below "Read more" stands the title of another article, or the next sub-heading of this one."""

from __future__ import annotations

import pytest

from newsclean.cleaning.furniture.remove import without_furniture
from newsclean.markup import Markup, Node, Tree
from records import Row, record_of_rows

LEAD = (
    "The council of Ferrow agreed on Monday to buy back the harbour tram line, as it was asked to."
)


def kept_of(rows: list[Row], language: str, tree: Tree | None = None) -> list[str]:
    """What is left of the kept lines."""
    found = without_furniture(record_of_rows(rows, language, tree=tree, causes={}))
    return [row[0] for row, keep in zip(rows, found.kept, strict=True) if keep]


@pytest.mark.parametrize(
    ("label", "heading", "paragraph", "language"),
    [
        ("Learn more", "Choosing a tram for small towns",
         "A small town needs a tram that climbs, so choosing one takes the council a year.", "en"),
        ("Weitere Informationen", "Die Straßenbahn in Ferrow",
         "Die Bahn in Ferrow fährt seit 1931, und die Straßenbahn gehört wieder der Stadt.", "de"),
        ("Read more", "Tramwaje wracają do portu",
         "Od maja tramwaje jadą znów do portu, a miasto kupi do jesieni dziewięć wozów.", "pl"),
    ],
)  # fmt: skip
def test_a_sub_heading_below_a_link_stays_with_its_paragraph(
    label: str, heading: str, paragraph: str, language: str
) -> None:
    rows = [(LEAD, True, 0.9), (label, False, 0.1), (heading, True, 0.6), (paragraph, True, 0.96)]
    assert kept_of(rows, language) == [LEAD, heading, paragraph]


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Which town has the steepest streets?", "It said on Monday that the cars will be yellow."),
        ("Mayor Marklund sings at the market", "And the depot is to be painted before the winter."),
        (
            "Could this have been sung better?",
            "It could have been more, they would have said then.",
        ),
    ],
)
def test_the_title_of_another_article_goes(title: str, below: str) -> None:
    rows = [(LEAD, True, 0.9), ("Related", False, 0.1), (title, True, 0.6)]
    assert kept_of([*rows, (f"{below} {below}", True, 0.96)], "en") == [LEAD, f"{below} {below}"]


@pytest.mark.parametrize(
    ("label", "titles", "below"),
    [
        ("Lees ook:", ("Brug krijgt nieuwe verf", "Ooievaar terug op de toren"),
         "Het pontje vaart nu elke tien minuten, ook op zondag en op feestdagen tot laat."),
        ("Te puede interesar", ("La isla sin puerto", "El hombre que repara faros"),
         "El primer trabajo ya está en el dique y durará hasta la primavera del año próximo."),
        ("Czytaj także:", ("Most znów bez kładki", "Skąd się biorą bociany"),
         "Prom pływa teraz co dziesięć minut, także w niedziele i święta, aż do późnej nocy."),
    ],
)  # fmt: skip
def test_the_last_title_below_a_label_is_no_sub_heading(
    label: str, titles: tuple[str, str], below: str
) -> None:
    """It stands right above the text, and a later step would have put it back."""
    rows: list[Row] = [(LEAD, True, 0.9), (label, False, 0.1)]
    rows += [(title, False, 0.3) for title in titles] + [(below, True, 0.96)]
    found = without_furniture(record_of_rows(rows, "en", causes={}))
    assert found.causes[3][0] == "related articles"


@pytest.mark.parametrize("linked", [False, True])
def test_in_html_a_link_is_a_title_and_other_lines_are_headings(*, linked: bool) -> None:
    title, below = "Nine yellow cars by autumn", "It said so twice. " * 5
    nodes = (Node("body", -1), Node("p", 0), Node("h3", 0))
    marks = [Markup(1, block=1)] * 2
    marks += [Markup(2, link_chars=len(title) * linked, block=2), Markup(1, block=1)]
    rows = [(LEAD, True, 0.9), ("Related", False, 0.1), (title, True, 0.6)]
    kept = kept_of([*rows, (below.strip(), True, 0.96)], "en", Tree(nodes, tuple(marks)))
    assert (title in kept) is not linked


def test_a_button_below_each_part_announces_nothing() -> None:
    """Most of the lines below it are known as sub-headings; then the others are, too."""
    rows: list[Row] = [(LEAD, True, 0.9)]
    for town, likely in (("Ferrow", 0.9), ("Kestrel", 0.9), ("Ostby", 0.9), ("Lund", 0.6)):
        told = f"The tram of {town} was sold and bought back, and nobody knows to this day why."
        rows += [("Learn more", False, 0.1), (f"The trams of {town}", True, likely)]
        rows += [(told, True, 0.96), (f"It goes on, they say in {town}.", True, 0.9)]
    rows[-3] = ("A line of its own", True, 0.6)
    rows[-2] = (rows[-2][0].replace("Lund", "own"), True, 0.96)
    assert "A line of its own" in kept_of(rows, "en")


def test_a_heading_that_announces_titles_once_is_no_button() -> None:
    title, below = "Mayor Marklund sings at the market", "It said so on Monday and again. " * 4
    rows: list[Row] = [(LEAD, True, 0.9), ("Learn more", False, 0.1), (title, True, 0.6)]
    assert title not in kept_of([*rows, (below.strip(), True, 0.96)], "en")
