"""German trades before a name are what somebody is, and names where a family has them."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

_SAID = "„Der Damm hält, solange der Wind nicht dreht“, sagte {}."


@pytest.mark.parametrize(
    ("who", "name", "role"),
    [
        ("Küfer Jan Oltmanns", "Jan Oltmanns", "Küfer"),
        ("Imkerin Maria Vogt", "Maria Vogt", "Imkerin"),
        ("der Schmied Karl Brandt", "Karl Brandt", "Schmied"),
        ("Fischer Hans Petersen", "Hans Petersen", "Fischer"),
    ],
)
def test_a_trade_before_a_name_is_a_role(who: str, name: str, role: str) -> None:
    """It is not the first word of the name."""
    (quote,) = find(_SAID.format(who), "de")
    assert (quote.speaker, quote.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (_SAID.format("Hans Fischer"), "Hans Fischer"),
        (f"{_SAID.format('Anna Schmied')} „Er dreht nie“, sagte Schmied.", "Anna Schmied"),
        (_SAID.format("Bürgermeisterin Weber"), "Weber"),
        (_SAID.format("die Ministerin Anna Koch"), "Anna Koch"),
    ],
)
def test_a_family_name_is_no_trade(text: str, name: str) -> None:
    """A first name before it tells."""
    assert find(text, "de")[-1].speaker == name


def test_a_namesake_does_not_take_the_words() -> None:
    """A whole name behind the verb is not cut to the family name of another."""
    text = f"{_SAID.format('Deichgraf Iwo Lund')}\nLunds Tochter kam. „Ja“, sagte Lina Lund."
    assert "Lina" not in (find(text, "de")[0].speaker or "")


def test_a_wife_with_a_rare_first_name() -> None:
    """A comma behind "his wife" leads to her name, whole."""
    said = _SAID.format("seine Frau, Swantje Lund")
    assert find(f"Jan Lund starb im Mai. {said}", "de")[-1].speaker == "Swantje Lund"


@pytest.mark.parametrize(
    "who", ["ihr Bruder, der Lehrer ", "sein Bruder, der Lehrer ", "ihr Mann, "]
)
def test_an_apposition_behind_kin(who: str) -> None:
    """An article and an office may stand before the name."""
    assert find(_SAID.format(f"{who}Jan Ott"), "de")[-1].speaker == "Jan Ott"
