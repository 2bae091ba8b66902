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
