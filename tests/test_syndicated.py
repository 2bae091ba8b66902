"""What feeds print below each item is none of its sentences."""

from __future__ import annotations

import pytest

import newsclean

BODY = (
    "The council of Ferrow voted on Monday to keep the ferry, after a night of speeches.\n\n"
    "It carries nine thousand people a year and loses money on all of them, the clerk said."
)


@pytest.mark.parametrize(
    "last",
    [
        "The post Ferrow keeps its ferry appeared first on The Ferrow Ledger.",
        "Der Beitrag Ferrow behält seine Fähre erschien zuerst auf Inselbote.",
        "L’article Ferrow garde son bac est apparu en premier sur L’Écho du Nord.",
        "La entrada Ferrow conserva su barco se publicó primero en El Faro.",
        "L'articolo Ferrow tiene il traghetto proviene da La Sponda.",
        "Artykuł Ferrow zostawia prom pochodzi z serwisu Gazeta Wyspy.",
        "Сообщение Остров сохранит паром появились сначала на Вестник.",
    ],
)
def test_where_a_text_appeared_first_goes(last: str) -> None:
    """WordPress prints it, in the language of the site."""
    article = newsclean.clean(f"{BODY}\n\n{last}\n")
    assert article.text == BODY
    assert [one.reason for one in article.removals] == ["copyright"]


@pytest.mark.parametrize(
    "last",
    [
        "The post office on Quay Street appeared first on the list of what is to be sold.",
        "The post, which first appeared on Monday, had been deleted by nightfall.",
    ],
)
def test_a_sentence_on_what_appeared_stays(last: str) -> None:
    """Where the words are part of a story."""
    assert last in newsclean.clean(f"{BODY}\n\n{last}\n").text
