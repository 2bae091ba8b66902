"""Press releases: what stands at their end for investors goes, and above their headline."""

from __future__ import annotations

import pytest

import newsclean

ENGLISH = (
    "Norrland Timber Buys Two Sawmills\n\nMay 4, 2026 08:00 AM Eastern Daylight Time\n\n"
    "BANGOR, Maine, May 4, 2026 /PRNewswire/ -- Norrland Timber Corp. said on Monday that it had "
    "bought two sawmills on the Penobscot for $41 million in cash.\n\n"
    '"The river brought the logs to these mills for a century," said Edda Lund, chief executive of '
    'Norrland Timber. "Now the trucks will."\n\nThe mills employ 210 people, all of whom will keep '
    "their jobs, and cut forty million board feet of spruce a year.\n\nThe sale closes in July, "
    "after which both mills will be run from the office in Bangor.\n\n"
    "Conference Call and Webcast\n\nNorrland will hold a conference call at 10:00 "
    "a.m. Eastern Time "
    "today, which can be heard on the investor pages of its website.\n\nNon-GAAP Financial Measures"
    "\n\nThis release uses adjusted earnings, which are not a measure of generally accepted "
    "accounting principles, and should not replace them.\n\n{about}\n\nNorrland "
    "Timber Corp. cuts and "
    "sells spruce and pine from nine mills in Maine and Quebec.\n"
)  # fmt: skip
DUTCH = (
    "PERSBERICHT\n\nDwingelo, 4 mei 2026\n\nZwembad opent op zondag voor vroege zwemmers\n\n"
    "Het zwembad van Dwingelo gaat vanaf zondag om zes uur open, meldt de gemeente. "
    "Ruim 200 mensen "
    "hadden daarom gevraagd.\n\n„Wie vroeg zwemt, is de hele dag goed gehumeurd”, "
    "zegt wethouder Anke "
    "Postma. Het bad blijft tot negen uur gereserveerd voor wie baantjes "
    "trekt.\n\nDe proef duurt een "
    "jaar en kost 18.000 euro, die uit de pot voor sport komt.\n\n-- Einde persbericht --\n\n"
    "Noot voor de redactie, niet voor publicatie:\n\nNeem contact op met Joost Smid, 0521-555011.\n"
)


@pytest.mark.parametrize("about", ["About Norrland Timber Corp.", "Norrland Timber Corp."])
def test_the_tail_of_a_release_goes(about: str) -> None:
    """The call, the measures, and who the company is, whatever heads that."""
    article = newsclean.clean(ENGLISH.format(about=about))
    assert article.text.endswith("from the office in Bangor.")
    assert article.metadata.byline is None
    assert article.metadata.date is not None
    assert article.metadata.date.value == "2026-05-04"


def test_a_company_s_name_in_mid_release_heads_a_part() -> None:
    """What stands below it belongs to the release while paragraphs follow."""
    part = "Lake Mills Ltd.\n\nLake Mills Ltd. brings 80 of the workers and the older mill too."
    text = ENGLISH.format(about="About us").replace(
        "\n\nThe mills employ", f"\n\n{part}\n\nThe mills employ"
    )
    assert "brings 80 of the workers" in newsclean.clean(text).text


def test_place_and_day_stand_above_a_release_s_headline() -> None:
    """The first line below them is the headline; all below the end is not of the release."""
    article = newsclean.clean(DUTCH)
    assert article.metadata.title is not None
    assert article.metadata.title.value == "Zwembad opent op zondag voor vroege zwemmers"
    assert article.text.endswith("die uit de pot voor sport komt.")
