"""Links below each part of an article, and boxes of contents, go; tips and counts stay."""

from __future__ import annotations

import pytest

import newsclean

TITLE = "Four boats for cold water"
LEAD = (
    "The harbour of Marl freezes in most winters, and yet its ferrymen have to cross it every day. "
    "We asked eleven of them which boats they trust when the ice comes in from the north."
)
PARTS = {
    "Kestrel 24": (
        "The Kestrel is the oldest boat of the four and the only one that is still built of oak. "
        "Its keel is shod with iron, which the yard renews every third spring without charge."
    ),
    "Osprey": (
        "The Osprey has an engine twice as strong, and burns a third more on its way to sea. "
        "Two ferrymen sold theirs last year because nobody on the coast repairs the pumps."
    ),
    "Tern II": (
        "The Tern is light enough for two people to pull it over a sheet of ice on its runners. "
        "It carries nine passengers, and the bench at the stern can be heated from the motor."
    ),
    "Gannet": (
        "The Gannet was made for pilots and costs as much as a small house in the old town. "
        "Its hull has been through four winters on the river and shows no crack so far."
    ),
}


def boats(link: str, *between: str) -> str:
    """The article, with a link below each part."""
    parts = (
        "\n\n".join((name, text, *(line.format(name=name) for line in (link, *between))))
        for name, text in PARTS.items()
    )
    return "\n\n".join((TITLE, LEAD, *parts))


@pytest.mark.parametrize(
    "link",
    [
        "Read our {name} review",
        "Get the {name} model kit at Harbour Toys",
        "👉 See more on {name} from the Boat Index",
        "Zum Test der {name} im Heft",
        "Lees onze test van de {name}",
    ],
)
def test_a_link_below_each_part_goes(link: str) -> None:
    """It begins alike in each, and ends as no sentence does."""
    text = newsclean.clean(boats(link)).text
    assert not any(link.format(name=name) in text for name in PARTS)
    assert all(part in text for part in PARTS.values())


def test_what_joins_two_links_goes_with_them() -> None:
    """A bare "and" between them."""
    both = ("and", "Get the {name} model plans at Harbour Toys")
    text = newsclean.clean(boats("Get the {name} model kit at Harbour Toys", *both)).text
    assert "\nand\n" not in text
    assert "model" not in text


def test_tips_that_begin_alike_stay() -> None:
    """They stand together, or are sentences."""
    tips = ("Check the oil of the pump", "Check the rope at the bow", "Check the lamp at the mast")
    article = "\n\n".join((TITLE, LEAD, *PARTS.values(), "Before you sail:", *tips))
    assert all(tip in newsclean.clean(article).text for tip in tips)
    text = newsclean.clean(boats("Read the manual of the {name} twice before you sail.")).text
    assert all(f"Read the manual of the {name} twice before you sail." in text for name in PARTS)


def test_a_box_of_contents_that_counts_goes() -> None:
    """Its lines differ in a number alone, and stand once more below as headings of lists."""
    heads = [f"{weeks} weeks before the frost" for weeks in (8, 6, 4, 2)]
    jobs = (
        "Sand the hull and oil it twice",
        "Order new rope from the mill in Marl",
        "Have the pump looked at by the yard",
        "Take the boat to the winter quay",
    )
    lists = (
        f"{head}\n\n{job}\n\nTell the harbour office" for head, job in zip(heads, jobs, strict=True)
    )
    article = "\n\n".join((TITLE, LEAD, *PARTS.values(), *lists))
    whole = article.replace(LEAD, f"{LEAD}\n\n" + "\n\n".join(heads))
    text = newsclean.clean(whole).text
    assert [text.count(head) for head in heads] == [1, 1, 1, 1]
    assert all(text.index(head) > text.index(LEAD) + len(LEAD) + 40 for head in heads)


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://x.com/harbour/status/1810478997442101422?lang=en", False),
        ("pic.twitter.com/HKxytbDJM8", False),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", False),
        ("https://www.marl-harbour.org/timetable", True),
    ],
)
def test_the_bare_address_of_a_post_goes(address: str, stays: bool) -> None:  # noqa: FBT001
    """Nothing else is left of the box; the address of what the article tells of stays."""
    article = "\n\n".join((TITLE, LEAD, *PARTS.values())).replace(
        PARTS["Osprey"], f"{PARTS['Osprey']}\n\n{address}"
    )
    assert (address in newsclean.clean(article).text) is stays


@pytest.mark.parametrize(
    "headings",
    [
        (
            "Check your rope at night",
            "Check your oil",
            "Check your lamp twice",
            "Check your ice saw",
        ),
        ("Mehr Eis für den Hafen", "Mehr Lohn", "Mehr Zeit am Kai", "Mehr Schiffe"),
        ("▶ See the hull first", "▶ See the engine", "▶ See the runners", "▶ See the price last"),
    ],
)
def test_sub_headings_that_begin_alike_stay(headings: tuple[str, ...]) -> None:
    """They say what their part is about; in HTML they are no links."""
    parts = list(zip(headings, PARTS.values(), strict=True))
    text = "\n\n".join((TITLE, LEAD, *(f"{head}\n\n{part}" for head, part in parts)))
    assert all(head in newsclean.clean(text).text for head in headings)
    body = "".join(f"<h2>{head}</h2><p>{part}</p>" for head, part in parts)
    page = f"<html><body><article><h1>{TITLE}</h1><p>{LEAD}</p>{body}</article></body></html>"
    assert all(head in newsclean.clean(page.encode()).text for head in headings)
