"""Pull quotes go with the name of who speaks; sub-headings that quote their section stay."""

from __future__ import annotations

import pytest

from newsclean.cleaning.furniture.remove import without_furniture
from records import LAST, LEAD, MIDDLE, lines_of, record_of


def gone(*texts: str, language: str = "en") -> set[str]:
    """The lines that go as repeated, of some that the networks keep."""
    lines = lines_of(*texts)
    likely = [0.9] * len(lines)
    found = without_furniture(record_of(lines, [True] * len(lines), language, probabilities=likely))
    return {lines[at].text for at, cause in found.causes.items() if cause[0] == "repeated line"}


@pytest.mark.parametrize(
    ("told", "pulled"),
    [
        # a name glued behind
        ('"We shut the gate and the geese came over the wall," said the warden, Nell Orme. "All."',
         "We shut the gate and the geese came over the wall.Nell Orme, warden"),
        ("« On ferme la barrière et les oies passent le mur », raconte Paul Vidal, le gardien.",
         "On ferme la barrière et les oies passent le mur — Paul Vidal, gardien"),
        # short, in marks, and dash speech
        ("– Den biter inte, säger Lena Holm och räcker fram handen.", "”Den biter inte”"),
        ('"I would do it all again," says Orme. "Twice."', "‘I would do it all again’"),
        ('"You owe me a goat," the mayor told the minister.', "“You owe me a goat.”"),
        # no marks and no stop
        ("— Один хлопець ніс горщик із квіткою під курткою, щоб не змерзла, — каже Ірина Мельник.",
         "Один хлопець ніс горщик із квіткою під курткою"),
        # how the paragraph above begins
        ("Für den Winter rechnen die Gärtner mit einem zweiten Schwarm, da der Teich offen ist.",
         "Für den Winter rechnen die Gärtner mit einem zweiten Schwarm"),
        ("The council wants the geese to be counted every spring, as nobody trusts the other.",
         "The council wants the geese to be counted every spring"),
        # shortened
        ('"Nobody asked us," Orme says after a while. "Nobody wrote, and then the water came."',
         "“Nobody asked us. Nobody wrote, and then the water came.”"),
        # hardly shorter than its source
        ('It says: "The wall is forty years old and has never been painted or mended by anyone."',
         "The wall is forty years old and has never been painted or mended by anyone."),
    ],
)  # fmt: skip
def test_what_is_said_once_more_goes(told: str, pulled: str) -> None:
    """Whatever its marks, with a name behind it, or shortened."""
    assert gone(LEAD, told, pulled, MIDDLE, LAST) == {pulled}


@pytest.mark.parametrize(
    ("pulled", "below"),
    [
        ("The geese know more of the gate than the council does", ("Nell Orme",)),
        ("The geese know more of the gate than the council does", ("Nell Orme, warden",)),
        ("The geese know more of the gate than the council does", ("NELL ORME", "Warden")),
        ("You cannot shut it. They know the gate", ("— Nell Orme",)),
    ],
)  # fmt: skip
def test_who_speaks_goes_with_the_quote(pulled: str, below: tuple[str, ...]) -> None:
    """Where the name stands on the next line, with the office on it or below."""
    told = (
        '"You cannot shut it," says Nell Orme of the pond. "They know the gate. The geese know '
        'more of the gate than the council does."'
    )
    again = "Orme has kept the geese since 1998, and her mother did before her for thirty years."
    assert gone(LEAD, told, MIDDLE, pulled, *below, again, LAST) == {pulled, *below}


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("'A slap in the face'", 'The shop was angry. "It is a slap in the face," said Mary Dole.'),
        ("„Ein Schlag ins Gesicht“", "Das sei „ein Schlag ins Gesicht“, sagte Maria Dole."),
        ("« Une gifle pour le village »", "« C'est une gifle pour le village », dit Marie Dole."),
        ("Mary Dole", "She took over the shop in 1999 and has sold bread and fuses there since."),
    ],
)
def test_a_sub_heading_stays(heading: str, below: str) -> None:
    """It quotes what stands in its section, or names who it is about."""
    assert not gone(LEAD, MIDDLE, heading, below, LAST)


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ('"No boat," he said. "Never."', '"Never."'),
        ('"Row," he said. "Row to the pier."', '"Row to the pier," he said again.'),
        ("They have no money for a new boat.", "No money for a new boat: so it goes each spring."),
        ('"We lost it," said Dole. "It was ours for years."', "It was ours for years and years."),
        # a row of facts
        (
            "It has nine stops. Line: nine stops, two depots and a bridge over the weir.",
            "Line: nine stops, two depots and a bridge over the weir.",
        ),
        (
            "For all it is cheap. Fares: two crowns a ride, nine a day, none for those under six.",
            "Fares: two crowns a ride, nine a day, none for those under six.",
        ),
    ],
)
def test_what_is_only_like_it_stays(told: str, again: str) -> None:
    """Short words said twice on purpose, and sentences that go on otherwise."""
    assert not gone(LEAD, told, again, MIDDLE, LAST)


def test_a_product_above_a_heading_is_no_quote() -> None:
    """Its name stands in the text as well, and the heading looks like somebody's name."""
    told = 'The Kestrel Expert Mouse Wireless Trackball is large, and "worth it", says the shop.'
    product, heading = "Kestrel Expert Mouse Wireless Trackball", "Best Thumb-Style Trackball"
    assert gone(LEAD, told, product, heading, MIDDLE, LAST) == set()
    assert gone(LEAD, product, heading, told, MIDDLE, LAST) == set()
