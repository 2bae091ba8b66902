"""Quotes that a name signs, without a verb, and the turns of a transcript with surnames."""

from __future__ import annotations

import pytest

from newsclean.document import Quote
from newsclean.quotes import find


def _shown(text: str, language: str, title: str | None = None) -> list[Quote]:
    return [quote for quote in find(text, language, title=title) if quote.key]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            (
                "Consider one number:\n\n“…the average mill loses 77% of its hands within the "
                "first three years.” — Andrew Hall\n\nThat is a lot."
            ),
            "Andrew Hall",
        ),
        (
            "de",
            (
                "Eine Zahl gibt zu denken:\n\n„…im Schnitt verliert eine Mühle in drei Jahren drei "
                "Viertel ihrer Leute.“ – Andreas Halm\n\nDas ist viel."
            ),
            "Andreas Halm",
        ),
        (
            "fr",
            (
                "Un chiffre étonne :\n\n« …en moyenne, un moulin perd en trois ans les trois "
                "quarts de ses ouvriers. » — André Hallier\n\nC'est beaucoup."
            ),
            "André Hallier",
        ),
    ],
)
def test_a_signed_statement_is_shown_however_it_begins(
    language: str, text: str, speaker: str
) -> None:
    """Dots before a statement that is set off, with a name below, do not hide it."""
    assert [quote.speaker for quote in _shown(text, language)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            (
                "“Our crews continue to clear trees and mud from roads around Milton,” Augusto "
                "Reyes, director of the road office. The work goes on."
            ),
            "Augusto Reyes",
        ),
        (
            "de",
            (
                "„Unsere Leute räumen weiter Bäume und Schlamm von allen Straßen“, Augusto Reiser, "
                "Leiter des Bauhofs. Die Arbeit geht weiter."
            ),
            "Augusto Reiser",
        ),
        (
            "es",
            (
                "«Nuestros equipos siguen retirando árboles y barro de todas las carreteras», "
                "Augusto Reyes, director de obras. El trabajo sigue."
            ),
            "Augusto Reyes",
        ),
    ],
)
def test_a_name_and_an_office_sign_a_quote_without_a_verb(
    language: str, text: str, speaker: str
) -> None:
    """What follows the comma is a person and no verb: press offices leave it out."""
    assert [quote.speaker for quote in _shown(text, language)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "“Stories That We Never Tell,” Ann Lee, Milton Press, 320 pages.",
        "They sang “we will all go down to the river,” Ann Lee, the singer, at the front.",
    ],
)
def test_a_title_before_a_name_is_no_statement(text: str) -> None:
    """A book with its author, and words in the middle of a sentence, are not signed."""
    assert not _shown(text, "en")


_TURNS = """\
ROTHMAN: Good afternoon. It was a pleasure to have the minister here for lunch.
AL-TAMIR: Thank you. We came to talk about the bridge and the two harbours.
ROTHMAN: We'd be happy to take a few questions about that.
Q: Mr. Secretary, will the bridge be built before the next winter?
ROTHMAN: Well, there is no question but that it has to be built this year.
Q: And who is going to pay for all of it, Minister?
AL-TAMIR: Well, this is a harbour that has been closed for thirty years."""


def test_surnames_in_capitals_are_the_speakers_of_a_transcript() -> None:
    """The headline names them behind their offices."""
    title = "Secretary Rothman Meets Foreign Minister Sabah Al-Tamir"
    assert {quote.speaker for quote in _shown(_TURNS, "en", title)} == {"Rothman", "Sabah Al-Tamir"}
    texts = [quote.text for quote in find(_TURNS, "en", title=title)]
    assert not any(text.startswith(("ROTHMAN", "AL-TAMIR")) for text in texts)
    assert len(texts) == 5
