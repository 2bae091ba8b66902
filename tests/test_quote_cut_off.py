"""A text may end anywhere, in the middle of the words about a quote too."""

from __future__ import annotations

import re

import pytest

import newsclean
from newsclean import pipeline
from newsclean.options import Options
from newsclean.sources import read

ARTICLES = [
    ("pl", "Jury było zgodne. „To był dobry rok dla nas” – wzdycha Ewa Nowicka."),
    ("de", "Die Halle war voll. „Das war ein guter Tag für uns“ – freut sich Eva Nowak."),
    ("fr", "La salle était pleine. « C'est une bonne année pour nous » – se réjouit Ève Morin."),
    ("en", '"We had a good year at the clinic," said Ann Lee, who is the head of the ward.'),
    ("en", '"We had a good year," said Ann Lee, who was a doctor, and the room fell silent.'),
    ("en", "Tim Cole spoke to reporters in Ware. “We had a very good year in Oslo,” he said."),
    ("nl", '"Dit was een goed jaar voor ons", zei Anna de Vries, die is de baas van de kliniek.'),
]


@pytest.mark.parametrize(("language", "article"), ARTICLES)
def test_a_text_that_ends_anywhere(language: str, article: str) -> None:
    """Cut off behind every word and every mark."""
    for piece in re.finditer(r"\w+|[^\w\s]", article):
        cut = article[: piece.end()]
        assert all(quote.end <= len(cut) for quote in newsclean.find_quotes(cut, language))


@pytest.mark.parametrize(
    ("language", "article"),
    [
        (
            "es",
            (
                "—cuenta Marisa Aldecoa, panadera de Villaseca—. Luego vi el papel.\n\nLa "
                "panadera, que lleva veinte años en el oficio, no quiso abogado. «Sé hablar sola», "
                "afirmó. “Y callar también”, añadió."
            ),
        ),
        (
            "es",
            (
                "—cuenta Rosa Ibarra, maestra de Olmedo—. Luego cerré la puerta.\n\nLa maestra, "
                "que vive sola, no quiso ayuda. «Sé vivir sola», afirmó. «Y "
                "cocinar también», añadió."
            ),
        ),
        (
            "en",
            (
                "Ann Lee, a baker from Ware, was there.\n\nThe baker, who has kept the "
                'shop for years, wanted no lawyer. "I can speak for myself," she said. "And '
                'wait too," she added.'
            ),
        ),
    ],
)
def test_the_last_who_is_mentioned_has_no_name(language: str, article: str) -> None:
    """Whoever is told of without a name, and nobody behind."""
    options = Options(language=language, clean=False)
    document = read.from_bytes(article.encode(), "a.txt", kind="text")
    assert pipeline.digest_document(document, options, pipeline.EVERYTHING).quotes
