"""Press releases: who sends one is no headline, and whom the press may ask is no author."""

from __future__ import annotations

import pytest

import newsclean

BODY = (
    "Die Dampfbahn fährt ab Mai wieder bis zum Kurhaus von Fennried. Vier Jahre lang endete sie "
    "am alten Kohlebahnhof, weil die Brücke über die Leine gesperrt war.\n\n"
    "„Wir haben jede Niete gezählt“, sagt der Betriebsleiter Arno Vettel.\n\n"
    "Eine Fahrt kostet neun Euro. Kinder fahren in Begleitung kostenlos mit."
)
TITLE = "Dampfbahn fährt wieder bis zum Kurhaus"


def told(text: str) -> tuple[str | None, str | None]:
    """Title and byline of a text."""
    found = newsclean.clean(text).metadata
    return found.title and found.title.value, found.byline and found.byline.value


@pytest.mark.parametrize(
    "head",
    [
        f"04.05.2026 – 09:30\nFennrieder Dampfbahn GmbH\n\n{TITLE}\n\nFennried (ots) – ",
        f"Kurverein Fennried e. V.\n\n04.05.2026 – 09:30\n\n{TITLE}\n\nFennried (ots) – ",
        f"Fennrieder Bahnen AG\n4. Mai 2026\n\n{TITLE}\n\n",
        f"ots: {TITLE}\n\nFennried (ots) – ",
    ],
)
@pytest.mark.parametrize(
    "tail",
    [
        "Pressekontakt:\nFennrieder Dampfbahn GmbH\nMarlis Ohm\nTel.: 0555 0100",
        "Pressekontakt:\nMarlis Ohm\nTel.: 0555 0100",
        "Kontakt für Medien\nFennrieder Dampfbahn GmbH\nAm Kohlebahnhof 3\nMarlis Ohm",
        "",
    ],
)
def test_who_sends_a_release_is_neither_its_title_nor_its_author(head: str, tail: str) -> None:
    """The firm stands beside the day, and its press officer below the text."""
    text = f"{head}{BODY}\n\n{tail}\n"
    assert told(text) == (TITLE, None)
    assert newsclean.clean(text).text.startswith(("Die Dampfbahn", "Fennried (ots)"))


@pytest.mark.parametrize(
    "title",
    [
        "Kurverein kauft die Fennrieder Dampfbahn GmbH",
        "Stadt Fennried verklagt die Brückenbau AG",
    ],
)
def test_a_headline_that_ends_on_a_firm_stays(title: str) -> None:
    """Where no other line may be the headline it is not who sends it."""
    assert told(f"{title}\n\nVon Marlis Ohm\n4. Mai 2026\n\n{BODY}") == (title, "Marlis Ohm")


@pytest.mark.parametrize("tail", ["Autorin: Marlis Ohm", "Über die Autorin\nMarlis Ohm"])
def test_who_signs_below_the_text_is_its_author(tail: str) -> None:
    """A name below the text that no contact is announced above."""
    assert told(f"{TITLE}\n\n4. Mai 2026\n\n{BODY}\n\n{tail}\n")[1] == "Marlis Ohm"


@pytest.mark.parametrize(
    "zone",
    ["Eastern Daylight Time", "Central European Summer Time", "Mountain Time", "EDT", "GMT+2"],
)
def test_a_time_zone_is_nobody(zone: str) -> None:
    """It stands behind the hour, where a name may stand, too."""
    body = (
        "FENMOOR--(BUSINESS WIRE)--The steam railway of Fenmoor runs to the spa again from May, "
        "four years after its bridge was closed.\n\nA ride costs nine pounds, the company said."
    )
    head = "Steam Railway Returns to the Spa of Fenmoor"
    assert told(f"{head}\n\nMay 4, 2026 09:00 AM {zone}\n\n{body}\n") == (head, None)
    assert told(f"{head}\n\nMay 4, 2026 09:00 AM Anna Berg\n\n{body}\n")[1] == "Anna Berg"


@pytest.mark.parametrize(
    "headline", ["Town buys Marlo Ferries Ltd", "Marlo klagt gegen die Bahn AG"]
)
def test_a_headline_that_ends_in_a_firm_is_no_sender(headline: str) -> None:
    """A verb stands in it, and the line below is its deck."""
    body = (
        "The council of Marlo agreed on Monday to buy the ferries, with eleven votes to four.",
        "The firm has lost money for nine years, and its owners had asked the town for help.",
        "From June on, a ticket costs two crowns, and children under six travel for nothing.",
    )
    text = "\n".join(["12 March 2026", headline, "Two hundred people on board", "", *body])
    assert newsclean.clean(text).metadata.title.value == headline


@pytest.mark.parametrize("name", ["masthead", "site-title", "brand"])
def test_a_theme_that_calls_each_headline_so_names_no_site(name: str) -> None:
    body = "".join(
        f"<p>{text}</p>"
        for text in (
            "The council of Marlo agreed on Monday to buy the ferries, with eleven votes to four.",
            "The firm has lost money for nine years, and its owners had asked the town for help.",
            "From June on, a ticket costs two crowns, and children under six travel for nothing.",
        )
    )
    title, deck = "New ferry line opens to the islands", "Two hundred people were on board"
    head = f"<header class='{name}'><h1>{title}</h1><h2>{deck}</h2></header>"
    page = f"<html><head><title>{title}</title></head><body>{head}{body}</body></html>"
    assert newsclean.clean(page.encode()).metadata.title.value == title
