"""A verb without a subject, and behind it only whom somebody speaks to, and where."""

from __future__ import annotations

import pytest

from newsclean.quotes import find


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "es",
            "La jueza Carmen Soler salió. «La causa sigue abierta», ha dicho a la prensa.",
            "Carmen Soler",
        ),
        (
            "es",
            "La jueza Carmen Soler salió. «La causa sigue abierta», declaró en una entrevista.",
            "Carmen Soler",
        ),
        (
            "it",
            "La giudice Carla Soleri è uscita. «La causa resta aperta», ha detto ai cronisti.",
            "Carla Soleri",
        ),
        (
            "pt",
            "A juíza Carla Soares saiu ao meio-dia. “A causa segue aberta”, disse aos jornalistas.",
            "Carla Soares",
        ),
    ],
)
def test_hearers_are_no_subject(language: str, text: str, name: str) -> None:
    """The subject is the sentence before's."""
    assert find(text, language)[-1].speaker == name


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "«La causa sigue abierta y habrá más vistas», dijo a la prensa Luis Prieto."),
        ("it", "«La causa resta aperta e continua a lungo», ha detto ai cronisti Luis Prieto."),
        ("pt", "“A causa segue aberta e vai durar muito”, disse aos jornalistas Luis Prieto."),
    ],
)
def test_a_name_behind_hearers_is_the_subject(language: str, said: str) -> None:
    """It is not who was told of before."""
    found = find(f"La jueza Carmen Soler salió.\n{said}", language)
    assert found[-1].speaker == "Luis Prieto"


def test_a_noun_behind_a_place_may_be_the_subject() -> None:
    """Whoever it is, it is not the woman of the sentence before."""
    said = "«La causa sigue abierta y va para largo», dijo en la puerta el bedel."
    assert find(f"Carmen Soler salió.\n{said}", "es")[-1].speaker != "Carmen Soler"
