"""Days in datelines, in quoted mails, of two readings, of encyclopaedias, in Thai years."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.cleaning.lines.dates import find_dates, month_comes_first

REST = """The two companies together employ 640 people in Dunmore and in Selby Falls, on two rivers.

Chief executive Lorna Tate said on Monday that no plant would close before the next summer."""


def day_of(page: str) -> str | None:
    date = newsclean.clean(page).metadata.date
    return date.value if date else None


@pytest.mark.parametrize(
    "opening",
    [
        "DUNMORE, Ohio, March 3, 2026 /PRNewswire/ -- Calder Pumps bought its rival Vane & Sons.",
        "NEW YORK--(BUSINESS WIRE)--March 3, 2026--Calder Pumps bought its rival Vane & Sons.",
        "DUNMORE, March 3, 2026 (GLOBE NEWSWIRE) -- Calder Pumps bought its rival Vane & Sons.",
        "Kellan, le 3 mars 2026 (AFP) – Une centaine de pêcheurs ont bloqué le port de la ville.",
        "Madrid, 3 mar 2026 (EFE).- Un centenar de pescadores ha cerrado el puerto de la ciudad.",
    ],
)
def test_the_day_of_a_dateline(opening: str) -> None:
    assert day_of(f"{opening}\n\n{REST}") == "2026-03-03"


@pytest.mark.parametrize(
    "opening",
    [
        "Calder, which on March 3, 2019 (a Sunday) bought its rival, has sold the firm again.",
        "The ferry sank on March 3, 2019 in calm sea, and nobody has found out why it did.",
        "Am 3. März 2019 (einem Sonntag) sank die Fähre, und niemand weiß bis heute warum.",
        "Le 3 mars 2019 (un dimanche), le bac a coulé, et personne ne sait encore pourquoi.",
        "El 3 de marzo de 2019 (domingo) se hundió el barco, y nadie sabe hoy por qué fue.",
    ],
)
def test_a_day_in_prose_is_none(opening: str) -> None:
    assert day_of(f"{opening}\n\n{REST}") is None


@pytest.mark.parametrize(
    ("sender", "to", "sent", "subject"),
    [
        ("From: Hedda Strand", "To: the council", "Date: 14 May 2023", "Subject: The mill"),
        ("Von: Hedda Strand", "An: den Rat", "Datum: 14. Mai 2023", "Betreff: Die Mühle"),
        ("De : Hedda Strand", "À : la mairie", "Date : 14 mai 2023", "Objet : Le moulin"),
    ],
)
def test_the_day_of_a_mail_that_the_article_quotes(
    sender: str, to: str, sent: str, subject: str
) -> None:
    mail = f"{sender}\n\n{to}\n\n{sent}\n\n{subject}"
    head = "Council mails show that the mill knew\n\nBy Tom Hall\n\n5 March 2024"
    lead = (
        "The owners of the mill knew nine months ago that it would close, mails that came out show."
    )
    article = newsclean.clean(f"{head}\n\n{lead}\n\nOne has this at its head:\n\n{mail}\n\n{REST}")
    assert article.metadata.date is not None
    assert article.metadata.date.value == "2024-03-05"


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        (["Published 03/04/2025, 14:20", "Updated 05/04/2025"], False),
        (["Published 04/03/2025", "Updated 04/05/2025"], True),
        (["Published 03/04/2025"], None),
        (["03/04/2025", "03/05/2025", "03/06/2025"], None),
        (["Published 03/04/2025", "Updated 05/09/2025"], None),
        (["Published 05/02/2024", "Next council meeting: 06/02/2024"], None),
        (["Updated 05/02/2024", "Published 06/02/2024"], None),
    ],
)
def test_publication_and_update_tell_day_from_month(lines: list[str], first: bool | None) -> None:  # noqa: FBT001 - what is expected
    assert month_comes_first(lines) is first


def test_an_encyclopaedia_s_last_edit_is_its_day() -> None:
    page = (
        "Lowton Bridge\n\nFrom the free encyclopedia\n\nThe Lowton Bridge is a road bridge over "
        f"the river Lowton, built from 1901 to 1904.\n\nHistory[edit]\n\n{REST}\n\n"
        "References[edit]\n\n"
        "^ Bridge report.\n\nThis page was last edited on 5 March 2024, at 10:15."
    )
    assert day_of(page) == "2024-03-05"


def test_buddhist_years_in_figures_alone() -> None:
    assert [each.iso for each in find_dates("05/03/2567", "th")] == ["2024-03-05"]
    assert find_dates("05/03/2567", "en") == ()
    assert [each.iso for each in find_dates("05/03/2024", "th")] == ["2024-03-05"]
