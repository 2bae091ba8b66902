"""A text may end anywhere, in the middle of the words about a quote too."""

from __future__ import annotations

import re

import pytest

import newsclean

ARTICLES = [
    ("pl", "Jury było zgodne. „To był dobry rok dla nas” – wzdycha Ewa Nowicka."),
    ("de", "Die Halle war voll. „Das war ein guter Tag für uns“ – freut sich Eva Nowak."),
    ("fr", "La salle était pleine. « C'est une bonne année pour nous » – se réjouit Ève Morin."),
    ("en", '"We had a good year at the clinic," said Ann Lee, who is the head of the ward.'),
    ("en", '"We had a good year," said Ann Lee, who was a doctor, and the room fell silent.'),
    ("nl", '"Dit was een goed jaar voor ons", zei Anna de Vries, die is de baas van de kliniek.'),
]


@pytest.mark.parametrize(("language", "article"), ARTICLES)
def test_a_text_that_ends_anywhere(language: str, article: str) -> None:
    """Cut off behind every word and every mark."""
    for piece in re.finditer(r"\w+|[^\w\s]", article):
        cut = article[: piece.end()]
        assert all(quote.end <= len(cut) for quote in newsclean.find_quotes(cut, language))
