"""A headline on two lines of a text: both are the title, and a deck below it is not."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.sources.columns import join_lines

ENGLISH = (
    (
        "The old grain store on the quay will be a museum of tides from next autumn, the port of "
        "Aldermouth said on Monday after two years of talks with the owners of the building."
    ),
    (
        "The port pays for the roof, the county for the rest. Work begins in March, and the quay "
        "stays open to walkers for all of that time, as the shops beside it had asked."
    ),
)
GERMAN = (
    (
        "Der alte Kornspeicher am Kai wird im Herbst ein Museum der Gezeiten. Das teilte der Hafen "
        "von Aldermünde am Montag mit, nach zwei Jahren Verhandlung mit den Besitzern des Hauses."
    ),
    (
        "Der Hafen zahlt das Dach, der Kreis den Rest. Die Arbeiten beginnen im März, der Weg am "
        "Kai bleibt die ganze Zeit offen, wie es die Läden daneben verlangt hatten."
    ),
)
FRENCH = (
    (
        "Le vieux silo du quai deviendra un musée des marées à l'automne, a annoncé lundi le port "
        "d'Aldemer, après deux ans de discussions avec les propriétaires du bâtiment."
    ),
    (
        "Le port paie le toit, le département le reste. Les travaux commencent en mars, et le quai "
        "reste ouvert aux promeneurs tout ce temps, comme l'avaient demandé les commerces."
    ),
)


def title(head: str, body: tuple[str, ...]) -> str | None:
    """The title of a text that opens with these lines."""
    found = newsclean.clean("\n\n".join((head, *body))).metadata.title
    return found and found.value


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("The old grain store of Aldermouth will house the\nMuseum of Tides", ENGLISH),
        ("Old grain store on the quay\nwill be a museum of tides", ENGLISH),
        ("OLD GRAIN STORE ON QUAY\nTO HOUSE MUSEUM OF TIDES", ENGLISH),
        (
            "Courant\n\n      Old Grain Store On The Quay\n            Becomes A Museum",
            ENGLISH,
        ),
        ("Alter Kornspeicher am Kai wird zum\nMuseum der Gezeiten", GERMAN),
        ("Alter Kornspeicher in Aldermünde\nwird Museum der Gezeiten", GERMAN),
        ("Le vieux silo du quai abritera un musée des\nmarées", FRENCH),
        ("LE SILO DU QUAI D'ALDEMER\nDEVIENT UN MUSÉE", FRENCH),
    ],
)
@pytest.mark.parametrize("below", ["\n\nBy Edda Lund", "\nBy Edda Lund\n3 May 2026", ""])
def test_both_lines_of_a_headline_are_its_title(
    head: str, below: str, body: tuple[str, ...]
) -> None:
    """An open end, a beginning in lower case, capitals and a common middle tell so."""
    below = below.replace("By", {GERMAN: "Von", FRENCH: "Par"}.get(body, "By"))
    assert title(head + below, body) == " ".join(head.removeprefix("Courant").split())


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("Grain store on the quay becomes a museum", "Work on the roof begins in March"),
        ("GRAIN STORE ON QUAY BECOMES MUSEUM", "Work on the roof begins in March"),
        ("Grain store on the quay becomes a museum", "by edda lund"),
        ("Grain store on the quay becomes a museum", "culture"),
        ("GRAIN STORE ON QUAY BECOMES MUSEUM", "EDDA LUND"),
        ("GRAIN STORE ON QUAY BECOMES MUSEUM", "By EDDA LUND"),
        ("Grain store on the quay becomes a museum", "share this article"),
        ("Grain store on the quay becomes a museum.", "work begins in March"),
        ("What the museum of tides is for", "By Edda Lund"),
        ("Grain store on the quay to be a museum in 2027", "Roof comes first"),
        ("GRAIN STORE BECOMES MUSEUM IN 2027", "GRAIN STORE BECOMES MUSEUM IN 2027"),
    ],
)
def test_what_stands_below_a_headline_is_no_part_of_it(head: str, below: str) -> None:
    """A deck, a byline, a section and a button; and a headline may end on a preposition."""
    found = title(f"{head}\n{below}\n\n3 May 2026", ENGLISH)
    assert found in (head, below)


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("THE ALDERMOUTH COURANT", "GRAIN STORE ON THE QUAY BECOMES A MUSEUM OF TIDES"),
        ("LOCAL NEWS", "GRAIN STORE ON THE QUAY BECOMES A MUSEUM OF TIDES"),
        ("Courant Plus Free For", "Grain store on the quay becomes a museum of tides"),
        ("Support the Courant", "grain store on the quay becomes a museum of tides"),
    ],
)
def test_what_stands_above_a_headline_is_no_part_of_it(above: str, head: str) -> None:
    """The name of the paper, a section in capitals, too, and buttons."""
    assert title(f"{above}\n{head}\n\nBY EDDA LUND", ENGLISH) == head


def test_lines_in_capitals_of_a_scan_are_one() -> None:
    """One right below the other; an empty line parts them."""
    scan = "GRAIN STORE ON QUAY\nBECOMES MUSEUM\n\nBY EDDA LUND\n\nThe old grain store on the quay"
    assert join_lines(scan).split("\n\n")[:2] == [
        *("GRAIN STORE ON QUAY BECOMES MUSEUM", "BY EDDA LUND"),
    ]
