"""The day of an article in plain text, where no rule of the places beside the headline finds it."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.metadata import extract
from records import lines_of, record_of

TITLE = "Ferrow buys back its tram from the harbour company"
BODY = (
    (
        "The town of Ferrow is buying back the tram at the harbour, nineteen years after it sold "
        "the "
        "line to a company that promised new cars and never ordered one of them."
    ),
    (
        "The line carries nine thousand people a day and loses money on each of them, the firm "
        "said "
        "when it wrote to the council in spring and asked for help with the bridge."
    ),
    (
        "Trams run on until June, and after that the town draws up the timetable by itself, with "
        "two "
        "cars less in the morning and one that runs through the night on Saturdays."
    ),
    (
        "The council votes on the price next week, and the harbour company has said that it will "
        "not "
        "bargain, since the rails alone are worth what the town has offered so far."
    ),
)
TITEL = "Ferrow kauft seine Straßenbahn von der Hafenfirma zurück"
TEXT = (
    (
        "Die Stadt Ferrow kauft ihre Straßenbahn am Hafen zurück, neunzehn Jahre nachdem sie die "
        "Bahn"
        " an eine Firma verkauft hat, die neue Wagen versprach und keinen einzigen bestellte."
    ),
    (
        "Die Linie fährt neuntausend Menschen am Tag und verliert an jedem Geld, wie die Firma im "
        "Frühjahr dem Rat schrieb, als sie um Hilfe für die alte Brücke am Hafen bat."
    ),
    (
        "Die Bahnen fahren bis Juni weiter, danach macht die Stadt den Fahrplan selbst, mit zwei "
        "Wagen"
        " weniger am Morgen und einem, der samstags die ganze Nacht durch fährt."
    ),
    (
        "Der Rat stimmt nächste Woche über den Preis ab, und die Hafenfirma will nicht handeln, "
        "weil "
        "schon die Schienen so viel wert seien, wie die Stadt bisher geboten habe."
    ),
)
COMMENTS = (
    "1. Martin - 9 June, 2024",
    "Good news for all of us who live on the hill.",
    "2. Sandra - 11 June, 2024",
    "And what will a ticket cost?",
)


def day_of(*paragraphs: str) -> str | None:
    """The date of a text of these paragraphs."""
    date = newsclean.clean("\n\n".join(paragraphs).encode()).metadata.date
    return date.value[:10] if date else None


@pytest.mark.parametrize(
    "stamp",
    [
        "3. Mai 2024",
        "3. 5. 2024, 18:41 Uhr",
        "3. Mai 2024 Anna Berg über Ferrow",
        "Dieser Beitrag wurde am 3. Mai 2024 von annab in Ferrow, Hafen, Bahn veröffentlicht.",
    ],
)
@pytest.mark.parametrize("between", [(), ("Teilen", "Facebook"), ("Schlagwörter", "Bahn, Hafen")])
def test_a_day_at_the_foot(stamp: str, between: tuple[str, ...]) -> None:
    """The stamp of an entry stands below it, some lines of buttons between."""
    assert day_of("Ferrow", TITEL, *TEXT, *between, stamp) == "2024-05-03"


@pytest.mark.parametrize(
    "stamp",
    [
        (
            "This was written by Anna Berg. Posted on Friday, May 3, 2024, at 1:23 pm. Filed under "
            "Ferrow, Harbour, Tram. Bookmark the permalink. Follow comments here with the feed."
        ),
        "May 3rd, 2024 | Tags: tram, harbour, council | Category: Ferrow | One comment",
        "May 3, 2024 By The Ferrow Desk",
    ],
)
@pytest.mark.parametrize("between", [(), ("Share",), ("Share", "Tags: tram")])
def test_a_long_stamp_at_the_foot(stamp: str, between: tuple[str, ...]) -> None:
    """So too where section and tags stand on its line."""
    assert day_of("Ferrow", TITLE, *BODY, *between, stamp) == "2024-05-03"


@pytest.mark.parametrize(
    "first",
    [
        "This story was originally published May 3, 2024, 11:09 AM.",
        "First published on 3 May 2024",
        "Anna BergPosted May 3, 2024",
    ],
)
def test_the_update_at_the_headline_and_the_day_at_the_foot(first: str) -> None:
    """The first of the two is when the article appeared."""
    assert day_of("Ferrow", TITLE, "Updated May 7, 2024 9:15 AM", *BODY, first) == "2024-05-03"


@pytest.mark.parametrize(
    ("other", "own"),
    [
        ("Video, 3 Min. Verfügbar bis 06.05.2025.", "Stand: 03.05.2024, 06:00 Uhr"),
        ("Anmeldeschluss: 30. Juni 2024", "3. Mai 2024"),
        ("Jusqu'au vendredi 31 mai 2024", "3 mai 2024"),
    ],
)
def test_a_deadline_is_not_its_day(other: str, own: str) -> None:
    """Nor an hour until which something is to be had, nearer to the headline than the day."""
    assert day_of("Ferrow", other, TITEL, "Teilen", own, *TEXT) == "2024-05-03"
    assert day_of("Ferrow", other, TITEL, *TEXT) is None


@pytest.mark.parametrize(
    "stamp",
    [
        "Embargoed until 3 May 2024",
        "Under embargo until Friday 3 May 2024, 10:00",
        "Not for publication until 3 May 2024",
        "Sperrfrist bis 3. Mai 2024",
        "Embargo jusqu'au 3 mai 2024",
        "Issue due 3 May 2024",
        "Week starts 3 May 2024",
    ],
)
def test_the_day_of_an_embargo_is_its_day(stamp: str) -> None:
    """Nobody prints the text before; of an issue "due" is no deadline."""
    assert day_of("Ferrow", TITLE, stamp, *BODY) == "2024-05-03"


@pytest.mark.parametrize("stamp", ["7 May 20243 May 2024 by Anna Berg", "3 May 20247 May 2024"])
def test_the_earlier_of_two_glued_days(stamp: str) -> None:
    """The other is that of the last change, which the page itself hides."""
    assert day_of("Ferrow", TITLE, stamp, *BODY) == "2024-05-03"


def test_the_release_date_of_a_press_release_is_its_day() -> None:
    """And not that of an event."""
    assert day_of("Ferrow", TITLE, "Release date: May 3, 2024", *BODY) == "2024-05-03"


def test_the_day_of_the_visit_is_not_its_day() -> None:
    """Pages open on it, with the day of the week; it is none of the article's."""
    menu = ("Politik", "Hafen", "Bahn", "Wetter", "Kultur", "Sport", "Leute", "Markt")
    page = ("Freitag, 3. Mai 2024", *menu * 4, TITEL, *TEXT)
    assert day_of(*page) is None
    assert day_of(*page, "Veröffentlicht am 1.5.2024") == "2024-05-01"


@pytest.mark.parametrize(
    "stamp", ["May 3, 2024", "By Anna Berg on May 3, 2024", "3 May 2024, 9:15"]
)
def test_the_days_of_comments_are_not_its_day(stamp: str) -> None:
    """What stands at the headline is the day, whoever writes below."""
    assert day_of("Ferrow", TITLE, stamp, *BODY, "Comments", *COMMENTS) == "2024-05-03"


@pytest.mark.parametrize(
    "born", ["28 January 1975 (lunar calendar 17)", "January 28, 1975 (sign 17)"]
)
def test_a_birthday_below_the_article_is_not_its_day(born: str) -> None:
    """No page of the web is from before it began."""
    menu = ("Home", "Music", "Films", "Log in", "Edit", "Share")
    article = newsclean.clean("\n".join((TITLE, *BODY, *menu, born, "Ferrow")))
    assert article.metadata.date is None


@pytest.mark.parametrize(
    ("deck", "heading"),
    [
        (
            (
                "The harbour company sold cars that it never ordered, and the town pays for the "
                "rails that lie in front of its own doors. By Anna Berg on May 3, 2024"
            ),
            TITLE,
        ),
        (
            (
                "What the town pays for rails, for cars and for the bridge that carries both of "
                "them, and why a firm that never paid a ticket is in no hurry. By Tom Hall and "
                "Eva Lind | 3 May 2024, 18:41"
            ),
            TITLE,
        ),
        (
            (
                "Die Firma hat Wagen versprochen und nie bestellt, und nun zahlt die Stadt für "
                "Gleise, die vor ihrer eigenen Tür liegen, zum zweiten Mal. Von "
                "Jonas Ott am 3. Mai 2024"
            ),
            TITEL,
        ),
    ],
)
def test_author_and_day_behind_a_standfirst(deck: str, heading: str) -> None:
    """Copied pages may have them on its line, which is as long as a paragraph."""
    text, language = (BODY, "en") if heading == TITLE else (TEXT, "de")
    rows = ("Ferrow", heading, deck, "Facebook", *text)
    kept = [row in text for row in rows]
    known = extract.find(record_of(lines_of(*rows), kept, language)).metadata
    assert known.date is not None
    assert known.date.value == "2024-05-03"
    assert known.byline is not None
    assert known.byline.value in ("Anna Berg", "Tom Hall, Eva Lind", "Jonas Ott")


def test_a_day_behind_a_preposition_is_told_of() -> None:
    """No name follows "by"."""
    rows = ("Ferrow", TITLE, f"{BODY[0]} By the day of the vote on May 3, 2024", *BODY[1:])
    kept = [row in BODY for row in rows]
    assert extract.find(record_of(lines_of(*rows), kept)).metadata.date is None
