"""Pull quotes go with the name of who speaks; sub-headings that quote their section stay."""

from __future__ import annotations

import pytest

from newsclean.cleaning.furniture.pull_quotes import pull_quotes
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


@pytest.mark.parametrize(
    ("retold", "paragraph"),
    [
        ("A ferry that nobody steers could carry forty people over the Orr by next spring.",
         ("The town has bought two boats. A ferry that nobody steers could carry some forty people "
         "over the wide Orr by next spring, the harbour master says, if the cable holds.")),
        ("Wer langsam mäht, hört die Wachteln rechtzeitig und kann den Balken noch anheben.",
         ("Langsamkeit ist kein Selbstzweck – wer langsam mäht, hört die Wachteln fast immer "
         "rechtzeitig und kann den Balken noch anheben, bevor das Messer das Nest erreicht.")),
        ("La coopérative compte planter douze mille noyers sur les terrasses avant la fin de l’an.",
         ("Le projet date de mars. La coopérative compte planter quelque douze mille noyers sur "
         "les terrasses abandonnées avant la fin de l’an, puis louer les presses aux voisins.")),
    ],
)  # fmt: skip
def test_a_sentence_told_again_beside_it_goes(retold: str, paragraph: str) -> None:
    """Without marks and with a word or two changed: the caption or line in large type."""
    assert gone(LEAD, MIDDLE, retold, paragraph, LAST) == {retold}


def test_a_sentence_told_otherwise_stays() -> None:
    """Half of its words in a paragraph, or the paragraph far below it: no pull quote."""
    told = "A ferry that nobody steers could carry forty people over the Orr by next spring."
    other = (
        "By next spring the council wants to know whether people trust a ferry on the Orr, what "
        "the cable costs, and who steers if the wind turns, as it did forty years ago."
    )
    assert gone(LEAD, MIDDLE, told, other, LAST) == set()


@pytest.mark.parametrize(
    ("standfirst", "lead"),
    [
        ("Thieves are taking brass bells from village schools across the Marrow valley.",
         ("Police in the Marrow valley have warned village schools after thieves climbed onto "
         "roofs in nine places and took brass bells that hung there for a century.")),
        ("In Lunden sind am Sonntag zwei Segelboote im Hafenbecken zusammengestoßen.",
         ("Zwei Segelboote sind am Sonntag gegen zehn Uhr im Hafenbecken von Lunden so heftig "
         "zusammengestoßen, dass eines von ihnen sank; beide Besatzungen kamen an Land.")),
        ("El juzgado de Olmera rechazó suspender la demolición del puente colgante.",
         ("El juzgado de Olmera rechazó este jueves la petición de los vecinos, que querían "
         "suspender la demolición del puente colgante hasta que se estudie su estado.")),
    ],
)  # fmt: skip
def test_a_first_line_that_the_lead_says_again_is_a_standfirst(standfirst: str, lead: str) -> None:
    """Copied pages have nothing else that tells the two apart."""
    record = record_of(lines_of(standfirst, lead, MIDDLE, LAST), [True] * 4, "en")
    found = dict(pull_quotes(record, ()))
    assert {at: cause[0] for at, cause in found.items()} == {0: "standfirst"}


@pytest.mark.parametrize(
    "first",
    [
        "Bells of village schools in the Marrow valley",  # a heading
        "Nine villages, four thieves and a bell that weighs more than a car: what happened?",
        "Thieves are quiet in the Marrow valley.",  # too short to tell
        "MARROW (Northwire) - Thieves climbed onto roofs of village schools and took brass bells.",
    ],
)
def test_another_first_line_stays(first: str) -> None:
    """A heading, a line of other words, a short sentence: the lead is never lost for them."""
    lead = (
        "Police in the Marrow valley have warned village schools after thieves climbed onto "
        "roofs in nine places and took brass bells that hung there for a century."
    )
    lines = lines_of(first, lead, MIDDLE, LAST, LEAD)
    found = without_furniture(record_of(lines, [True] * 5, "en", probabilities=[0.9] * 5))
    assert all(found.kept)


def test_the_first_row_of_a_table_stays() -> None:
    """The next one says the same of another day."""
    rows = [
        f"High water at Ferrow on {day} is at {first} in the morning and {then} in the evening."
        for day, first, then in (("Monday", "6.12", "6.40"), ("Tuesday", "6.58", "7.25"))
    ]
    record = record_of(lines_of(*rows, MIDDLE, LAST), [True] * 4, "en")
    assert not list(pull_quotes(record, ()))
