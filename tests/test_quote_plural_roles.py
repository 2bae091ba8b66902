"""Several people without a name before a colon: they speak by what they are."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

NOUNS = ("Составители индекса", "Разработчики программы", "Организаторы выставки", "Чиновники")


@pytest.mark.parametrize("nouns", NOUNS)
def test_plural_roles_of_russian_speak(nouns: str) -> None:
    """As "Авторы доклада" do."""
    text = f"{nouns} подчеркнули: «Возможно, цены на жильё снова пойдут вверх уже весной»."
    assert find(text, "ru")[0].speaker == nouns
