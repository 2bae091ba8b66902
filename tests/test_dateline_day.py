"""The day that stands in front of an article's first sentence and nowhere else."""

from __future__ import annotations

import pytest

import newsclean

LEAD = (
    "The council of Ferrow agreed on Monday to buy back the harbour tram line, nineteen years "
    "after it was sold for a single crown to the company that had promised to run it."
)
GERMAN = (
    "Der Rat von Ferrow hat am Montag beschlossen, die Straßenbahn am Hafen zurückzukaufen, die er "
    "vor neunzehn Jahren für eine Krone verkauft hatte."
)
NEXT = "The line carries nine thousand people a day, and it loses money on every one of them."


@pytest.mark.parametrize("wrapped", ["{}", "<h1>Tram line comes back</h1><p>{}</p><p>{next}</p>"])
@pytest.mark.parametrize(
    ("dateline", "lead"),
    [
        ("(2 March 2026) ", LEAD),
        ("Ferrow, 2 March 2026 – ", LEAD),
        ("(2. März 2026) ", GERMAN),
        ("Hamburg, den 2. März 2026 - ", GERMAN),
        ("Ferrow (2 mars 2026) ", LEAD),
        ("St. Orrin, 2 March 2026 – ", LEAD),
        ("FERROW, N.Y., March 2, 2026—", LEAD),
        ("(POSTWIRE.COM, March 2, 2026 ) ", LEAD),
        ("Port of Ferrow, 2 March 2026. ", LEAD),
        ("Ferrow-sur-Mer, le 2 mars 2026. ", LEAD),
        ("Ferrow, 2. März 2026. ", GERMAN),
        ("02.03.2026, Ferrow 08:16:36 ", GERMAN),
        ("2026-03-02 08:16 ", LEAD),
        ("2 March 2026, Port Ferrow, 8:16 ", LEAD),
    ],
)
def test_the_day_of_the_dateline_is_the_date(dateline: str, lead: str, wrapped: str) -> None:
    """As copied text and as HTML; the line stays the article's."""
    text = wrapped.format(dateline + lead, next=NEXT)
    if text[0] != "<":
        text = f"Tram line comes back\n\n{text}\n\n{NEXT}"
    article = newsclean.clean(text)
    assert article.metadata.date
    assert article.metadata.date.value == "2026-03-02"
    assert lead in article.text


def test_the_dateline_below_a_standfirst() -> None:
    """The first paragraph is not always the one with the place and the day."""
    standfirst = "The weak bridge of the harbour is paid for by the town alone from now on, it says"
    text = f"Tram line comes back\n\n{standfirst}.\n\nFerrow (2 Mar. 2026) - {LEAD}\n\n{NEXT}"
    date = newsclean.clean(text).metadata.date
    assert date
    assert date.value == "2026-03-02"


@pytest.mark.parametrize(
    "opening",
    [
        "Tom Hall, 3 March 1961 – 2 March 2025, built the tram.",
        "Tom Hall (3 March 1961 – 2 March 2025) built the tram.",
        "Ferrow, 3 March 1945: the depot burns down.",
        "Ferrow, 3 March 1945. The depot burns down.",
        "The tram of Ferrow, 3 March 2024. It had rained.",
        "On Monday, 3 March 2025. The tram stood.",
        "3 March 1945: the depot burns down.",
    ],
)
def test_a_life_or_a_chronicle_is_no_dateline(opening: str) -> None:
    """Below the first paragraph a day is told of, too."""
    article = newsclean.clean(f"Tram line comes back\n\n{LEAD}\n\n{opening} {NEXT}\n\n{NEXT}")
    assert article.metadata.date is None


@pytest.mark.parametrize("opening", ["On 2 March 2020 it rained, and ", "2 March 2020 was wet: "])
def test_a_day_that_is_told_of_is_no_date(opening: str) -> None:
    """A sentence that begins with a day has no dateline."""
    article = newsclean.clean(f"Tram line comes back\n\n{opening}{LEAD}\n\n{NEXT}")
    assert article.metadata.date is None


@pytest.mark.parametrize(
    "days",
    [
        "June 4, 1931 – February 11, 2025",
        "* 4. Juni 1931  † 11. Februar 2025",
        "Born 4 June 1931\nDied 11 February 2025",
    ],
)
def test_the_days_of_a_life_below_the_name_are_no_date(days: str) -> None:
    page = f"Home\nObituaries\n\nEleanor May Hale\n\n{days}\n\n{LEAD}\n\n{NEXT}\n\n{NEXT}"
    assert newsclean.clean(page).metadata.date is None
    stated = newsclean.clean(page.replace(days, f"{days}\n\nPublished 15 February 2025"))
    assert stated.metadata.date is not None
    assert stated.metadata.date.value == "2025-02-15"


@pytest.mark.parametrize("days", ["3 May 2005\nUpdated 4 June 2025", "3 May 2005\n4 June 2025"])
def test_an_old_article_with_a_later_day_keeps_its_own(days: str) -> None:
    page = f"Home\nTrams\n\nTram line comes back\n\n{days}\n\n{LEAD}\n\n{NEXT}\n\n{NEXT}"
    date = newsclean.clean(page).metadata.date
    assert date is not None
    assert date.value == "2005-05-03"
