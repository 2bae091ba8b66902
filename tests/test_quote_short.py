"""Quotes of one or two words before who says them, with a comma or dash behind their marks."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

SHORT = (
    ("ru", "«Мы победили», — сказал он газете «Правда».", "Мы победили", None),
    ("ru", "«Победа», — сказал газете «Правда» Иван Петров.", "Победа", "Иван Петров"),
    ("ru", "«Мы точно победили», — сказал «Правде» Иван Петров.", None, "Иван Петров"),
    ("uk", "«Ми перемогли», — сказала «Дзеркалу» Олена Коваль.", "Ми перемогли", "Олена Коваль"),
    ("pl", "„Wygraliśmy”, powiedziała „Gazecie” Anna Nowak.", "Wygraliśmy", "Anna Nowak"),
    ("pl", "„To skandal” – powiedział w rozmowie z „Faktem” Jan Kowal.", "To skandal", "Jan Kowal"),
    ("de", "„Das reicht“, sagte Anna Berg dem „Spiegel“.", "Das reicht", "Anna Berg"),
    ("sv", "”Vi vann”, säger Anna Berg till ”Posten”.", "Vi vann", "Anna Berg"),
    ("es", "«Hemos ganado», dijo a «El Faro» Ana Ruiz.", "Hemos ganado", "Ana Ruiz"),
    ("it", "«Abbiamo vinto», ha detto Anna Rossi.", "Abbiamo vinto", "Anna Rossi"),
    ("hr", "„Pobijedili smo“, rekao je Ivan Petrović.", "Pobijedili smo", "Ivan Petrović"),
    ("hu", "„Győztünk” – mondta Kovács Anna.", "Győztünk", "Kovács Anna"),
    (
        "el",
        "«Κερδίσαμε», είπε στην «Καθημερινή» η υπουργός Μαρία Παππά.",
        "Κερδίσαμε",
        "Μαρία Παππά",
    ),
)


@pytest.mark.parametrize(("language", "text", "said", "speaker"), SHORT)
def test_a_short_quote_before_its_verb_is_found(
    language: str, text: str, said: str | None, speaker: str | None
) -> None:
    """The verb of speech right behind it says that it is one; a paper in marks hides nobody."""
    found = find(text, language)
    assert [quote.speaker for quote in found] == [speaker]
    assert said is None or found[0].text == said


NONE = (
    ("es", "«Campos Verdes», dijo Ana Ruiz, es una película que nadie ha visto."),
    ("en", '"Green Fields", said Ann Lee, was a film that nobody saw.'),
    ("pl", "„Solidarność”, mówi Nowak, była związkiem. Do „Solidarność” należał też Kowal."),
)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_title_before_a_verb_of_speech_is_no_quote(language: str, text: str) -> None:
    """Capitals, or the same words again, show a title or a term."""
    assert find(text, language) == ()
