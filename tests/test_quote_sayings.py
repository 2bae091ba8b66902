"""A proverb, a motto or what a sign says is nobody's statement, and no key quote."""

from __future__ import annotations

import pytest

import newsclean

SAID = {
    "en": "Wet boots dry slowly in a house without a stove",
    "de": "Nasse Stiefel trocknen langsam in einem Haus ohne Ofen",
    "fr": "Des bottes mouillées sèchent lentement dans une maison sans poêle",
    "es": "Las botas mojadas se secan despacio en una casa sin estufa",
    "it": "Gli stivali bagnati si asciugano piano in una casa senza stufa",
    "nl": "Natte laarzen drogen langzaam in een huis zonder kachel",
    "pl": "Mokre buty schną powoli w domu bez pieca",
    "ru": "Мокрые сапоги медленно сохнут в доме без печи",
}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "An old proverb says: “{}.”"),
        ("en", "“{},” says an old proverb."),
        ("en", "The club's motto says: “{}.”"),
        ("de", "Das Sprichwort lautet: „{}.“"),
        ("de", "„{}“, sagt ein altes Sprichwort."),
        ("fr", "« {} », dit le proverbe."),
        ("es", "Un viejo refrán dice: «{}»."),
        ("it", "«{}», dice il proverbio."),
        ("nl", "“{}”, zegt het spreekwoord."),
        ("pl", "„{}” – mówi stare przysłowie."),
        ("ru", "Старая пословица говорит: «{}»."),
    ],
)
def test_a_proverb_is_said_by_nobody(language: str, sentence: str) -> None:
    quotes = newsclean.find_quotes(sentence.format(SAID[language]), language=language)
    assert [(quote.speaker, quote.key) for quote in quotes] in ([], [(None, None)])


@pytest.mark.parametrize(
    "sentence", ["An old saying goes: “{}.”", "“{},” as the saying goes.", "A saying has it: “{}.”"]
)
def test_a_saying_is_no_key_quote(sentence: str) -> None:
    quotes = newsclean.find_quotes(sentence.format(SAID["en"]), language="en")
    assert all(quote.key is None for quote in quotes)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "Ann Orme thanked the crew, saying: “{}.”", "Ann Orme"),
        ("en", "Lena Song owns the inn. “{},” Song said on Monday.", "Lena Song"),
        ("de", "Anna Orme kritisierte den Spruch des Gerichts: „{}.“", "Anna Orme"),
        ("de", "Paul Lied führt das Gasthaus. „{}“, sagte Lied am Montag.", "Paul Lied"),
        ("es", "«{}», ha dicho Ana Orme.", "Ana Orme"),
        ("it", "«{}», ha detto Anna Orme.", "Anna Orme"),
    ],
)
def test_somebody_says_it(language: str, text: str, speaker: str) -> None:
    (quote,) = newsclean.find_quotes(text.format(SAID[language]), language=language)
    assert (quote.speaker, quote.key) == (speaker, 1)
