"""Names with a particle or a nickname in them are whole in every language."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

_SAID = {
    "ca": "«La barca no pot sortir amb aquest vent», va dir {}.",
    "de": "„Das Boot kann bei diesem Wind nicht auslaufen“, sagte {}.",
    "en": "“The boat cannot leave in a wind like this,” said {}.",
    "es": "«La barca no puede salir con este viento», dijo {}.",
    "fi": "”Vene ei voi lähteä tällaisessa tuulessa”, sanoo {}.",
    "fr": "« Le bateau ne peut pas sortir par ce vent », explique {}.",
    "it": "«La barca non può uscire con questo vento», dice {}.",
    "nl": "“De boot kan met deze wind niet uitvaren”, zegt {}.",
    "pl": "„Łódź nie może wypłynąć przy takim wietrze” – powiedział {}.",
    "pt": "“O barco não pode sair com este vento”, disse {}.",
    "sv": "”Båten kan inte gå ut i den här vinden”, säger {}.",
}


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("es", "Lucía de la Encina"),
        ("es", "José del Olmo"),
        ("es", "María del Pilar de los Ríos"),
        ("es", "Pieter van der Laan"),
        ("pt", "Tiago da Cunha"),
        ("pt", "Marta dos Reis"),
        ("fr", "Claire de la Motte"),
        ("fr", "Pierre d'Aubigné"),
        ("fr", "Anne-Marie du Plessis"),
        ("it", "Sara Della Rocca"),
        ("it", "Enrico D'Angelo"),
        ("it", "Laura di Pietro"),
        ("nl", "Bram van Loon"),
        ("nl", "Joke van der Veen"),
        ("nl", "Youssef el Hamdaoui"),
        ("nl", "Ellen van 't Wout"),
        ("de", "Anna-Maria von der Heide"),
        ("de", "Karl-Heinz von Alvens"),
        ("en", "Noura bint Saleh"),
        ("en", "Luc d'Orsay"),
        ("sv", "Erik von der Lancken"),
        ("pl", "Jan van der Linden"),
        ("ca", "Jordi de la Serra"),
    ],
)
def test_particles_are_part_of_a_name(language: str, name: str) -> None:
    """A first name and what particles join to it."""
    (quote,) = find(_SAID[language].format(name), language)
    assert quote.speaker == name


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("es", "Antonio «el Largo» Prieto"),
        ("it", "Carlo «il Lungo» Neri"),
        ("nl", "Pieter ‘Piet’ van den Hoek"),
        ("fr", "Michel «Mimi» Renaud"),
        ("pl", "Adam „Kuba” Zalewski"),
        ("fi", "Matti ”Masa” Laine"),
    ],
)
def test_nicknames_are_part_of_a_name(language: str, name: str) -> None:
    """Marks of every kind, an article before the nickname, a particle after it."""
    last = find(_SAID[language].format(name), language)[-1]
    assert last.speaker == name


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "nl",
            "Voorzitter Karin ter Beek kwam. “De boot kan niet uitvaren”, zei Ter Beek.",
            "Karin ter Beek",
        ),
        (
            "es",
            "Habló Lucía de la Encina. «La barca no puede salir», dijo De la Encina.",
            "Lucía de la Encina",
        ),
        (
            "fr",
            "Pierre d'Aubigné est venu. « Le bateau ne peut pas sortir », dit M. d'Aubigné.",
            "Pierre d'Aubigné",
        ),
    ],
)
def test_family_names_with_particles_have_their_first_name(
    language: str, text: str, name: str
) -> None:
    """A particle has a capital where no first name stands before it."""
    assert find(text, language)[-1].speaker == name


@pytest.mark.parametrize(
    ("language", "name", "behind"),
    [
        ("es", "Ana Prieto", " de Burgos"),
        ("es", "Lucía", " de La Gaceta"),
        ("pt", "Rui Prado", " do Bloco de Esquerda"),
        ("fr", "Paul Renaud", " de Lille"),
        ("it", "Carlo Neri", " della Cisl"),
        ("nl", "Bram Vos", " van de ANWB"),
        ("nl", "Bram", " in de Gelderlander"),
        ("de", "Anna Vogt", " von der Feuerwehr"),
    ],
)
def test_what_somebody_is_of_is_no_name(language: str, name: str, behind: str) -> None:
    """Behind a family name a particle leads to a place, a party or a house."""
    (quote,) = find(_SAID[language].format(name + behind), language)
    assert quote.speaker == name
