"""Who is meant by a family name that several have, and who is only spoken of, says nothing."""

from __future__ import annotations

import pytest

import newsclean

MEETING = "Liv Holm came back to Bonn. The meeting with Joe Lindner was moving: "


def speakers(text: str, language: str) -> list[str | None]:
    """Who says each quote of a text."""
    return [quote.speaker for quote in newsclean.find_quotes(text, language=language)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Runja Torvel lehrt in Bonn. Ihre Mutter Edda Torvel kam mit. Runja schlief kaum. "
            "Runja blieb lange. Runja lachte. „Sie waren entsetzt, dass ich kein Fleisch "
            "esse“, erzählt Torvel."
        ),
        (
            "Runja Torvel hatte immer viel Glück, so Runja. Auch Minister Jan Torvel kam. Auch "
            "hier hatte Runja Glück: Runja fand heim. „Sie waren entsetzt, dass ich kein Fleisch "
            "esse“, erzählt Runja."
        ),
        (
            "Runja Torvel kam an. Am Montag sprach ihr Bruder Jan Torvel. Runja hörte zu, und "
            "Runja lachte. Später sang Runja. „Wir haben lange auf diesen Tag gewartet“, sagt "
            "Torvel."
        ),
    ],
)
def test_who_is_called_by_the_first_name_keeps_the_family_name(text: str) -> None:
    """A relative's whole name does not take it, where no list has the first name."""
    assert speakers(text, "de") == ["Runja Torvel"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            (
                "Die Familie kam zusammen. Jemand sagte, dass eines fort war. „Als sie fünf waren, "
                "fuhren wir nach Indien und blieben dort ein Jahr.“"
            ),
            "de",
        ),
        (
            (
                "Rodina se sešla. Někdo řekl, že děti byly pryč. „Když jim bylo pět, jeli jsme do "
                "Indie a zůstali tam rok.“"
            ),
            "cs",
        ),
        (
            (
                "Aile toplandı. Biri söyledi. “Çocuklar beş yaşındayken Hindistan'a gittik ve "
                "orada bir yıl kaldık.”"
            ),
            "tr",
        ),
    ],
)
def test_somebody_is_nobody_s_name(text: str, language: str) -> None:
    """A word for anybody has a capital at the head of a sentence alone."""
    assert speakers(text, language) == [None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (MEETING + "“He is a charming man. He told me about his wife.”", "en"),
        (
            (
                "Liv Holm kam zurück. Das Treffen mit Joe Lindner war bewegend: „Er ist ein "
                "freundlicher Mann. Er erzählte mir von seiner Frau.“"
            ),
            "de",
        ),
        (
            (
                "Een bezoek. Het gesprek met Jan Bakker was goed: “Hij is een aardige man en hij "
                "vertelde over zijn vrouw.”"
            ),
            "nl",
        ),
    ],
)
def test_who_was_met_does_not_speak_of_himself(text: str, language: str) -> None:
    """Words about "him" behind a colon are not those of whom the clause before it names."""
    assert speakers(text, language) == [None]


def test_who_is_clear_about_another_speaks() -> None:
    """It is said by whom it is clear for, and by whom an answer is from; "we" are who was met."""
    assert speakers(MEETING + "“We will build the bridge and open it in May.”", "en") == [
        "Joe Lindner"
    ]
    told = "„Er ist ein freundlicher Mann und ich vertraue ihm.“"
    for led in ("Für Joe Lindner war es klar: ", "Die Antwort von Joe Lindner war klar: "):
        assert speakers(f"Liv Holm kam zurück. {led}{told}", "de") == ["Joe Lindner"]
