"""Descriptions behind a quote: whom the sentence before is about, or nobody with a name."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

TOLD_OF = {
    "de-professor": (
        (
            "„Es ist viel geschehen“, sagt Christiane Neumann, Expertin für Zahlungen. "
            "Volker Brandt hielt das System schon im Mai für die letzte Möglichkeit. "
            "„Wir sind hier ohnehin spät dran“, sagte der Finanzprofessor."
        ),
        "Volker Brandt",
    ),
    "de-age": (
        (
            "Paul Kern und Jan Otte wurden gesperrt. Der Spielmacher Sergio Venckus bat um "
            "Entschuldigung. „Das hätte nie passieren dürfen“, schrieb der 34 Jahre alte Leiter."
        ),
        "Sergio Venckus",
    ),
    "en-he-said": (
        (
            "Paul Orme founded two firms. Schools teach manners, he said in May. "
            "“A degree is no proof of a gift at all,” said the billionaire of his plans."
        ),
        "Paul Orme",
    ),
    "en-ends": (
        (
            "“Nobody asked us,” said Ann Hale. The first to speak was senator Marta Keel. "
            "“We will drain the field before the winter comes,” the senator said."
        ),
        "Marta Keel",
    ),
    "fr-ends": (
        (
            "« Nous verrons bien », a dit Paul Marchais. Le projet a été lu par Hélène Rivet. "
            "« Nous ne vendrons pas un mètre de ce port », a lancé la sénatrice."
        ),
        "Hélène Rivet",
    ),
}


@pytest.mark.parametrize("name", TOLD_OF)
def test_a_description_is_whom_the_sentence_before_is_about(name: str) -> None:
    """What an article calls somebody behind a quote stands for the one it has just told of."""
    text, speaker = TOLD_OF[name]
    assert find(text, name[:2])[-1].speaker == speaker


BESIDE = {
    "en-driver": "Paul Orme spoke to the driver. “It was your own fault,” said the driver.",
    "en-editor": "Anna Berg met the editor. “We will not print a word of it,” the editor said.",
    "es-jueza": "Ana Gil buscó a la jueza. «Nadie está por encima de la ley», dijo la jueza.",
    "fr-maire": "Anna Petit écrit au maire. « Nous n'avons rien reçu ici », a dit le maire.",
    "nl-trainer": "Anna Berg sprak met de trainer. “We hebben verloren vandaag,” zei de trainer.",
}


@pytest.mark.parametrize("name", BESIDE)
def test_who_was_told_of_beside_somebody_is_another(name: str) -> None:
    """The driver to whom Paul Orme spoke is not Paul Orme."""
    assert (find(BESIDE[name], name[:2])[-1].speaker or "").endswith(name[3:])


NAMELESS = {
    "de": "Es ist spät. „Ich fahre seit zwölf Jahren durch diese Stadt“, sagt der Taxifahrer.",
    "es": "La casa se quemó ayer. «No oí nada hasta que llegó el humo», dijo la mujer.",
    "en": "The river rose. “These floods will come every second year,” the researchers said.",
}


@pytest.mark.parametrize("language", NAMELESS)
def test_somebody_without_a_name_is_quoted_where_nobody_else_can_be_meant(language: str) -> None:
    """Their words are worth printing as those of "a driver" are."""
    assert find(NAMELESS[language], language)[0].key == 1


def test_who_is_said_to_be_the_editor_is_the_editor() -> None:
    """A sentence that says what somebody is names nobody beside them."""
    said = "Anna Berg is the editor. “We will not print a word of it,” the editor said."
    assert find(said, "en")[0].speaker == "Anna Berg"


def test_an_office_that_somebody_is_not_told_to_have_is_another_s() -> None:
    """Of two who were named no one is taken for the mayor."""
    said = "“We will need a new roof before the winter comes,” said the mayor."
    told = "Ann Hale sang. Paul Orme, a teacher, came to the hall. "
    assert find(told + said, "en")[0].speaker != "Paul Orme"
