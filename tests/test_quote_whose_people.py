"""Her lawyer is not she, and whoever is of a body speaks, not the body."""

from __future__ import annotations

import pytest

import newsclean


def _last(text: str, language: str) -> str | None:
    return newsclean.find_quotes(text, language)[-1].speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "“I never did,” Anna Holt said. “We will appeal,” her lawyer said.",
            "her lawyer",
        ),
        (
            "en",
            "“I never did,” Anna Holt said. Her lawyer said: “We will appeal.”",
            "Her lawyer",
        ),
        (
            "fr",
            "« Non », a dit Paul Holt. « Nous ferons appel », a dit son avocat.",
            "son avocat",
        ),
        (
            "de",
            "„Nie“, sagte Paul Holt. „Wir klagen sehr bald“, sagte sein Anwalt.",
            "sein Anwalt",
        ),
        (
            "es",
            "«Nunca», dijo Pablo Gil. «Apelaremos muy pronto», dijo su abogado.",
            "su abogado",
        ),
        (
            "it",
            "«No», ha detto Neri. «Faremo ricorso», ha detto il suo avvocato.",
            "il suo avvocato",
        ),
        (
            "nl",
            "“Nooit”, zei Per Holm. “Wij gaan in beroep”, zei zijn advocaat.",
            "zijn advocaat",
        ),
        (
            "sv",
            "”Aldrig”, sade Per Holm. ”Vi överklagar nu”, sade hans advokat.",
            "hans advokat",
        ),
        (
            "ru",
            "«Нет», — сказал Пётр Новак. «Мы подадим», — сказал его адвокат.",
            "его адвокат",
        ),
        (
            "en",
            (
                "Anna Holt and her lawyer Tom Reed came. “No,” Holt said. “We will appeal,” "
                "her lawyer said."
            ),
            "Tom Reed",
        ),
        (
            "ro",
            "„Nu”, a spus Ion Pop. „Vom face apel cât mai curând”, a spus avocatul său.",
            "avocatul",
        ),
        (
            "nb",
            "«Nei», sa Per Holm. «Vi anker så fort som mulig», sa advokaten hans.",
            "advokaten",
        ),
        (
            "el",
            "«Όχι», είπε ο Πέτρος Νόβας. «Θα ασκήσουμε έφεση», είπε ο δικηγόρος του.",
            "ο δικηγόρος",
        ),
    ],
)
def test_a_possessive_is_of_somebody_else(language: str, text: str, speaker: str) -> None:
    """Unless somebody named has that role, the words themselves say who it is."""
    assert _last(text, language) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "de",
            "Jonas Veit vom Vermögensverwalter Pimra betont: „Es gibt keinen Anlass.“",
            "Jonas Veit",
        ),
        (
            "de",
            "Jonas Veit von der Bank Pimra betont: „Es gibt keinen Anlass.“",
            "Jonas Veit",
        ),
        (
            "de",
            (
                "Ähnlich sieht es Jonas Veit vom Vermögensverwalter BNX: „Es wird allgemein "
                "erwartet, dass die Bank die Zinsen unverändert lässt.“"
            ),
            "Jonas Veit",
        ),
        (
            "en",
            "Jana Roth of manager Norvik said: “There is no reason for a change.”",
            "Jana Roth",
        ),
        (
            "fr",
            "Jeanne Roth du gestionnaire Norvik souligne : « Il n'y a aucune raison. »",
            "Jeanne Roth",
        ),
        (
            "nl",
            "Jana Roth van beheerder Norvik zegt: “Er is geen reden daarvoor.”",
            "Jana Roth",
        ),
        (
            "de",
            "Anna von der Leyden betont: „Es gibt keinen Anlass dafür.“",
            "Anna von der Leyden",
        ),
    ],
)
def test_who_is_of_a_body_speaks(language: str, text: str, speaker: str) -> None:
    """Not the body, whose name stands beside the verb."""
    assert _last(text, language) == speaker


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "ru",
            (
                '"Очевидно, что идёт борьба и в стане власти". Об этом корреспонденту '
                "ИА NORVIK заявил политолог "
                "Сергей Минасов."
            ),
            "Сергей Минасов",
        ),
        (
            "ru",
            (
                "Об этом в беседе с корреспондентом ИА NORVIK заявил политолог Сергей Минасов. "
                '"Очевидно, что идёт борьба и в стане власти".'
            ),
            "Сергей Минасов",
        ),
        (
            "uk",
            (
                '"Очевидно, що зараз іде боротьба і в таборі влади". Про це в розмові з '
                "кореспондентом ІА NORVIK заявив "
                "політолог Сергій Мінасов."
            ),
            "Сергій Мінасов",
        ),
    ],
)
def test_an_agency_behind_its_reporter_hears(language: str, text: str, speaker: str) -> None:
    """It does not speak, though its name has no case."""
    assert _last(text, language) == speaker
