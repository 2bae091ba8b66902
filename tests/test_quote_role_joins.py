"""Roles of several parts: what signs, "and" and commas join is one role."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

_SAID = {
    "en": "“I grow what I like to eat here,” said {}.",
    "de": "„Das kann hier sehr gut in Ordnung gehen“, sagte {}.",
    "es": "«La escuela se queda como está este año», dijo {}.",
}
JOINED = [
    ("en", "Ann Hall, farmer & architect", "farmer & architect"),
    ("en", "Farmer & Architect Ann Hall", "Farmer & Architect"),
    ("en", "founder/CEO Ann Hall", "founder/CEO"),
    ("en", "former Russian oil and gas tycoon Ann Hall", "former Russian oil and gas tycoon"),
    ("en", "Leeds police and crime commissioner Ann Hall", "Leeds police and crime commissioner"),
    ("en", "Ann Hall, a scientist, counselor, and coach", "scientist, counselor, and coach"),
    ("en", "Ann Hall, president of Kell, Brown & Root", "president of Kell, Brown & Root"),
    ("en", "Ann Hall, husband and co-owner", "co-owner"),
    ("en", "Ann Hall, who is the head of the river clinic", "head of the river clinic"),
    ("es", "Ana Gil, que es la directora del centro", "directora del centro"),
    (
        "de",
        "Jan Roth, Leiter des Labors für Wirkung, Falschmeldungen und Angst",
        "Leiter des Labors für Wirkung, Falschmeldungen und Angst",
    ),
]


@pytest.mark.parametrize(("language", "who", "role"), JOINED)
def test_joined_parts_are_one_role(language: str, who: str, role: str) -> None:
    """Nothing of it is lost, and a relative's word is no part of it."""
    quote = find(_SAID[language].format(who), language)[0]
    assert (quote.speaker, quote.role) == (
        {"en": "Ann Hall", "de": "Jan Roth", "es": "Ana Gil"}[language],
        role,
    )


APART = [
    ("en", "Ann Hall, a farmer, and writer Tom Reed agreed", "farmer"),
    ("en", "Ann Hall, a manager of Acme, Leeds and York", "manager of Acme"),
    ("en", "Ann Hall, a partner at Hall & Reed", "partner at Hall & Reed"),
    ("en", "Marks & Spencer chief executive Ann Hall", "Marks & Spencer chief executive"),
    ("en", "Ann Hall, who is a lover of trees", None),
    ("de", "Jan Roth, Leiter der Schule, Anna Berg und Tom Reed", "Leiter der Schule"),
    ("de", "Jan Roth, Leiter der Schule, Eltern seien dabei", "Leiter der Schule"),
]


@pytest.mark.parametrize(("language", "who", "role"), APART)
def test_what_is_not_joined_stays_apart(language: str, who: str, role: str | None) -> None:
    """Another person, other places, a firm's own sign."""
    assert find(_SAID[language].format(who), language)[0].role == role


def test_a_clause_is_no_field() -> None:
    """What somebody met is no part of the office behind "and"."""
    text = "Leeds met police and mayor Ann Hall said: “I grow what I like to eat here.”"
    assert find(text, "en")[0].role == "mayor"
