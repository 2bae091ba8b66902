"""The gender of who speaks, by the verb or the pronoun, tells two persons apart."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

_TWO = {
    "pl": "Dyrektorka Zofia Lipska i stolarz Marek Wrona czekali razem.\n",
    "cs": "Ředitelka Zuzana Lípová a truhlář Marek Vrána čekali spolu.\n",
    "ru": "Директор Зоя Липина и столяр Марк Воронин ждали вместе.\n",
    "uk": "Директорка Зоя Липа і столяр Іван Коваль чекали разом.\n",
    "fr": "La directrice, Zoé Lambert, et le menuisier du bourg, Marc Corbin, attendaient. ",
    "en": "The director, Zoe Lambert, and the oldest joiner, Mark Corbin, waited. ",
    "nl": "De directrice, Zoë Linden, en de oudste timmerman, Mark Kraai, wachtten. ",
}


@pytest.mark.parametrize(
    ("language", "said", "name"),
    [
        ("pl", "„Dach zrobimy jeszcze przed zimą” – powiedział.", "Marek Wrona"),
        ("pl", "„Dach zrobimy jeszcze przed zimą” – dodała.", "Zofia Lipska"),
        ("cs", "„Střechu uděláme ještě před zimou,“ řekl.", "Marek Vrána"),
        ("cs", "„Střechu uděláme ještě před zimou,“ dodala.", "Zuzana Lípová"),
        ("ru", "«Крышу сделаем ещё до зимы», — сказал.", "Марк Воронин"),
        ("ru", "«Крышу сделаем ещё до зимы», — добавила.", "Зоя Липина"),
        ("uk", "«Дах зробимо ще до зими», — сказав.", "Іван Коваль"),
        ("uk", "«Дах зробимо ще до зими», — додала.", "Зоя Липа"),
        ("fr", "« Le toit sera fait avant l'hiver », a-t-il dit.", "Marc Corbin"),
        ("fr", "« Le toit sera fait avant l'hiver », a-t-elle dit.", "Zoé Lambert"),
        ("en", "“The roof will be done before the winter,” he said.", "Mark Corbin"),
        ("en", "“The roof will be done before the winter,” she said.", "Zoe Lambert"),
        ("nl", "“Het dak is klaar voor de winter”, zei hij.", "Mark Kraai"),
    ],
)
def test_the_gender_says_which_of_two(language: str, said: str, name: str) -> None:
    """A verb of the past has the gender of its subject in Slavic languages."""
    assert find(_TWO[language] + said, language)[-1].speaker == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Marek Wrona czekał.\n„Dach zrobimy jeszcze przed zimą” – powiedziała."),
        ("cs", "Marek Vrána čekal.\n„Střechu uděláme ještě před zimou,“ řekla."),
        ("ru", "Марк Воронин ждал.\n«Крышу сделаем ещё до зимы», — сказала."),
    ],
)
def test_a_verb_of_the_other_gender_is_nobody_named(language: str, text: str) -> None:
    """No man "powiedziała"."""
    assert find(text, language)[-1].speaker is None
