"""The headline of a live blog, its later posts in HTML, and how it takes its leave."""

from __future__ import annotations

import pytest

import newsclean

POSTS = (
    (
        "21:40",
        "Weir is opened",
        "The weir at Kastell was opened at half past nine, and the water sank.",
    ),
    (
        "18:05",
        "School is closed",
        "The school in Mill Lane was closed, and the children went home.",
    ),
    (
        "9:15",
        "First boat comes",
        "The first boat of the fire brigade came at nine, with six people in it.",
    ),
)


def page(posts: tuple[tuple[str, str, str], ...], *, top: str, above: str = "") -> str:
    """A live blog as copied text."""
    told = "\n\n".join(f"{hour}\n{heading}\n{text}\n\nShare" for hour, heading, text in posts)
    return f"Live\n{top}\nBy Edda Lund and Tom Arran\n12 March 2026\n\n{above}\n\n{told}\n"


@pytest.mark.parametrize(
    "above",
    [
        "Key points\n21:40: Weir is opened\n18:05: School is closed",
        "• Weir is opened\n• First boat comes",
        "At a glance\nWater sinks at Kastell\nSix people saved by boat",
    ],
)
def test_a_line_of_the_key_points_is_not_the_headline(above: str) -> None:
    """Whether they come again as headings of posts or not."""
    top = "Flood in the valley: hundreds leave their homes"
    found = newsclean.clean(page(POSTS, top=top, above=above))
    assert found.metadata.title
    assert found.metadata.title.value == top
    assert all(text in found.text for _, _, text in POSTS)


def test_the_label_of_a_live_blog_is_no_part_of_its_headline() -> None:
    """In capitals, with a full stop."""
    found = newsclean.clean(page(POSTS, top="DIRECT. Flood in the valley: hundreds leave"))
    assert found.metadata.title
    assert found.metadata.title.value == "Flood in the valley: hundreds leave"


@pytest.mark.parametrize("tag", ["article", "div"])
def test_later_posts_with_hours_of_twelve_stay_in_html(tag: str) -> None:
    """Their hours go as hours."""
    hours = ("9:40 PM", "6:05 PM", "9:15 AM")
    posts = "".join(
        f"<{tag} class=post><time>{hour}</time><h2>{heading}</h2><p>{text}</p>"
        f"<button>Share</button></{tag}>"
        for hour, (_, heading, text) in zip(hours, POSTS, strict=True)
    )
    top = "Flood in the valley: hundreds leave their homes"
    found = newsclean.clean(
        f"<html><title>{top}</title><main><h1>{top}</h1><p>By <a href=/a>Edda Lund</a></p>"
        f"<p>March 12, 2026</p>{posts}</main></html>"
    )
    assert [each for _, _, each in POSTS if each not in found.text] == []
    assert {each.reason for each in found.removals if each.text in hours} == {"date"}


@pytest.mark.parametrize(
    "farewell",
    [
        "Despedimos aquí la cobertura de hoy. Gracias por acompañarnos.",
        "A água desceu em Kastell. Obrigado por nos ter acompanhado.",
        "The water has gone. Thank you for following our coverage.",
        "Damit beenden wir unsere Berichterstattung für heute.",
    ],
)
def test_the_post_that_takes_leave_goes(farewell: str) -> None:
    """With its heading."""
    top = "Flood in the valley: hundreds leave their homes"
    text = newsclean.clean(page((("22:00", "The end", farewell), *POSTS), top=top)).text
    assert farewell not in text
    assert "The end" not in text
    assert POSTS[0][2] in text


def test_thanks_that_somebody_says_stay() -> None:
    """No live blog, and a sentence with the words."""
    said = "Lund thanked them. Thank you for following us into the mud, she said to the boatmen."
    body = "\n\n".join(text for _, _, text in POSTS)
    assert said in newsclean.clean(f"Flood in the valley\n\n{body}\n\n{said}\n\n{body[::-1]}.").text


def test_a_paragraph_between_two_hours_stays() -> None:
    """An hour above an entry goes, and says nothing against the paragraph below it."""
    entries = {
        "6:00 am": "The captain, Eva Roth, unlocks the wheelhouse and switches on the radio, which "
        "has been the same one since her father's days.",
        "8:15 am": "Children run down the pier with their bags open, and the deckhand counts them "
        "aloud so that nobody is left behind.",
        "12:30 pm": "A tourist asks when the bridge will be built, and the whole deck laughs, "
        "because the bridge has been promised since 1962.",
        "3:00 pm": "The wind turns, and for an hour the crossing takes twice as long as the "
        "timetable has it, without anybody complaining.",
        "5:45 pm": "Shops on the northern shore close, and their owners come aboard with bread, "
        "fish and the gossip of the afternoon.",
        "10:30 PM": "The last trip belongs to the night shift of the hospital, which sleeps on the "
        "benches until the bell rings.",
    }
    lead = (
        "The ferry of Marlo sails eleven times a day, and whoever rides it from the first trip to "
        "the last has met half the town."
    )
    rows = [row for entry in entries.items() for row in entry]
    head = ["A day on the ferry of Marlo", "By Ann Lee", "12 March 2026", lead]
    kept = newsclean.clean("\n\n".join([*head, *rows])).text
    assert all(paragraph in kept for paragraph in entries.values())


def test_hours_beside_cards_make_no_live_blog() -> None:
    """A card above the headline stands once more at the foot, there with its hour."""
    card = "Where to go at the weekend: fairs and markets in the whole country"
    title = "The ferry of Marlo sails eleven times a day again"
    body = (
        "The ferry of Marlo sails eleven times a day again, after its engine was repaired in May.",
        "The captain, Eva Roth, says that the whole town had asked her when the day would come.",
        "A ticket costs two crowns, and children under six travel for nothing until the autumn.",
    )
    cards = [card, "A bakery opens on the pier", "Nobody wants the old town hall"]
    hours = ["9:15", "12:43", "16:20"]
    foot = [row for pair in zip(hours, cards, strict=True) for row in pair]
    menu = ["Home", "News", "Sport", "Followed"]
    head = [*menu, *cards, "Trail", title, "By Ann Lee", "4 March 2026"]
    text = "\n\n".join([*head, *body, "Read more", *foot])
    assert newsclean.clean(text).metadata.title.value == title
