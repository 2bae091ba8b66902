"""Scraps that no key quote is made of, whatever else an article has."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

SCRAPS = (
    ("en", "“Flour is finished,” said Ann Lee. The mill stands still."),
    ("nb", "«Møllen er stengt», sier Bernt Eid. Ingen vet hvorfor."),
    ("pt", '"Não houve farinha", disse Ana Costa. O moinho parou.'),
    ("de", "„Das Mehl fehlt“, sagte Anna Berg. Die Mühle steht still."),
    ("fr", "« les documents attestant de la provenance du vélo et de son achat », dit Anne Petit."),
    ("it", f"Anna Rossi sottolinea « {'una crescita lenta dei consumi tra i giovani ' * 2}»."),
)


@pytest.mark.parametrize(("language", "text"), SCRAPS)
def test_three_words_or_a_noun_alone_are_no_key_quote(language: str, text: str) -> None:
    """Better none: three words, or a noun with its attributes."""
    assert not any(quote.key for quote in find(text, language))


WHOLE = (
    ("en", "“Not one single ward,” said Priyanka Bose."),
    ("nb", "«Vi stenger ikke skolen», sier Bernt Eid."),
    ("pt", '"Não vamos fechar o moinho", disse Ana Costa.'),
)


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_four_words_are_one_where_there_is_no_other(language: str, text: str) -> None:
    """With a speaker who is sure."""
    assert any(quote.key for quote in find(text, language))
