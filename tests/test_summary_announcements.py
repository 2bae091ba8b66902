"""A sentence that says what the article will tell is no sentence of a summary."""

from __future__ import annotations

import pytest

from newsclean.summary.text.standing import Standing


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Dieser Artikel erklärt, wie man eine Mauer baut."),
        ("fr", "Cet article explique comment bâtir un mur."),
        ("es", "Este artículo explica cómo levantar un muro."),
        ("it", "Questa guida spiega come si alza un muro."),
        ("pt", "Este guia mostra como se levanta um muro."),
        ("nl", "Dit artikel legt uit hoe je een muur bouwt."),
        ("sv", "Den här guiden visar hur man bygger en mur."),
        ("pl", "Ten poradnik pokazuje, jak zbudować mur."),
        ("ru", "Эта статья рассказывает, как построить стену."),
        ("fi", "Tässä artikkelissa kerrotaan, miten muuri rakennetaan."),
        ("tr", "Bu yazıda duvar yapımını anlatacağız."),
        ("vi", "Bài viết này hướng dẫn cách xây tường."),
    ],
)
def test_what_the_article_will_tell_is_not_told(language: str, text: str) -> None:
    """Not as its first sentence either, which leans on none."""
    assert 0 in Standing([text], language).calls


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Bu yazın en sıcak günü Tarlı'da ölçüldü."),
        ("tr", "Bu yazılım 2020 yılında geliştirildi."),
        ("fr", "Ce guidon est le plus léger du marché."),
        ("fr", "Cette pageante année fut rude."),
        ("de", "Dieser Artikelzoll gilt seit Mai."),
        ("es", "Este posterior aumento sorprendió a todos."),
        ("en", "The town guide covers the whole of the valley in 40 pages."),
        ("en", "A new guide explains how walls are built."),
        ("nl", "Deze blogger won de prijs van Tarlo."),
        ("pt", "Este poste caiu em maio."),
        ("en", "Guides walk visitors through the mine of Tarrow every day."),
    ],
)
def test_what_looks_like_it_is_told(language: str, text: str) -> None:
    assert not Standing([text], language).calls
