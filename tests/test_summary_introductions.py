"""Whoever is named in a summary by a part of the name is introduced in it."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import split_sentences, summarize
from newsclean.summary.ranking.features import extract
from newsclean.summary.ranking.introductions import Introductions


def needed(text: str, language: str = "en", title: str | None = None) -> dict[str, int]:
    """The names that the last sentence of a text has from an earlier one."""
    features = extract(split_sentences(text, language), language, title)
    return Introductions(features.terms).needed(len(features.lengths) - 1)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Harvey Dunn opened the debate. The barn was full. Dunn left at nine with a friend.",
        ),
        ("en", "The plea came from Kate Orme. The hall was silent. Few saw Orme's farm yet."),
        ("en", "Clara Lindqvist keeps the books. The shop is small. Clara was in the back room."),
        ("en", "Hugh Marlow runs the ferry. The quay is new. Yet Marlow expects a poor summer."),
        ("en", "Ida Penrose sells seeds. The shop is small. Penrose's Almanac is about gardens."),
        ("de", "Sabine Kröger repariert Orgeln. Die Kirche ist kalt. Halle wartet auf Kröger."),
        (
            "de",
            "Sabine Kröger repariert Orgeln. Es ist kalt. Inzwischen Kröger zu finden, ist Glück.",
        ),
        ("fr", "La maire est Hélène Garrec. Le port est plein. Mme Garrec veut un nouveau quai."),
        ("ru", "Пекарню построил Тихон Варламов. Печь стара. По словам Варламова, мука дорога."),
    ],
)
def test_a_name_in_part_needs_the_sentence_that_introduces_it(language: str, text: str) -> None:
    """Whatever the language, its case endings and its courtesy titles."""
    assert list(needed(text, language).values()) == [0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # the whole name again, an office, a place, a body, a day; one who needs no introduction
        ("en", "Harvey Dunn opened the debate. The barn was full. Harvey Dunn left at nine."),
        ("en", "Edith Brandt won. The hall was full. Mayor Brandt thanked the voters."),
        ("en", "New York votes on Monday. Turnout is low. In York the count went on all night."),
        ("en", "The Supreme Court sat on Monday. It rained. The Court will rule in the spring."),
        ("en", "April Moss sat on the bench. It rained. April was the wettest month on record."),
        ("en", "Messi scored twice. Lionel Messi is 38. Messi said nothing about his plans."),
        ("de", "Die Stadt Mühlau baut eine Brücke. Es regnet. Die Brücke ist im Mai fertig."),
        ("es", "El Banco Central sube los tipos. Llueve. El Banco no dijo más en la tarde."),
        ("fr", "La Cour suprême siège lundi. Il pleut. La Cour rendra son avis au printemps."),
        ("zh", "王小明打开了门。天下雨了。小明说他不走。"),
    ],
)
def test_other_words_with_a_capital_need_none(language: str, text: str) -> None:
    """A name is told by a first name, or by a word of saying, beside it."""
    assert needed(text, language) == {}


def test_a_title_introduces_too() -> None:
    """It stands above the summary."""
    text = "Harvey Dunn opened the debate. The barn was full. Dunn left at nine with a friend."
    assert needed(text, title="Dunn wants a levy") == {}


def test_the_introduction_must_stand_above() -> None:
    """Below the name, it comes too late."""
    text = "Tom Sayle stood by. The pond was dry. Sayle had a photograph. Tom Sayle is a miller."
    features = extract(split_sentences(text), "en", None)
    sets = np.array([[0, 2], [1, 2], [2, 3], [1, 3]])
    assert Introductions(features.terms).missing(sets).tolist() == [False, True, True, False]


def test_a_summary_introduces_whom_it_names() -> None:
    """The short first sentence with the whole name is taken with what follows, or neither is."""
    text = (
        "Sabine Kröger repariert Orgeln. Kröger ist dafür bis nach Island gefahren. In Halle "
        "wartet auf Kröger jetzt ein Instrument mit 3000 Pfeifen. Die Kirche ist kalt. Der "
        "Blasebalg ist gerissen. Das Leder kommt aus der Schweiz. Der Organist schaut zu."
    )
    told = [sentence.text for sentence in summarize(text, language="de").sentences]
    assert told[0] == "Sabine Kröger repariert Orgeln."
    assert any("auf Kröger" in sentence for sentence in told)


@pytest.mark.parametrize(
    ("language", "opening", "second"),
    [
        (
            "en",
            "Jane Orme has won.",
            "The council of Harwick voted on Monday to make Jane Orme its",
        ),
        ("de", "Jana Orme hat gewonnen.", "Der Rat von Harwick hat am Montag Jana Orme zu seiner"),
        ("fr", "Jeanne Orme a gagné.", "Le conseil de Harwick a choisi lundi Jeanne Orme comme sa"),
    ],
)
def test_a_short_opening_takes_no_place_of_a_fact(language: str, opening: str, second: str) -> None:
    """Where the other sentences are of the usual length and introduce whom they name."""
    rest = {
        "en": (
            " head, by nine votes to five.",
            "The election had been put off twice because of the storm in the spring of 2024.",
            "The new head of the council will have to find 4 million pounds for the school roof.",
        ),
        "de": (
            " Vorsitzenden gewählt, mit neun zu fünf Stimmen.",
            "Die Wahl war wegen des Sturms im Frühjahr 2024 zweimal verschoben worden.",
            "Für das Dach der Schule muss der neue Rat vier Millionen Euro auftreiben.",
        ),
        "fr": (
            " présidente, par neuf voix contre cinq.",
            "L'élection avait été reportée deux fois à cause de la tempête du printemps 2024.",
            "Le conseil devra trouver quatre millions d'euros pour le toit de l'école du port.",
        ),
    }[language]
    text = " ".join((opening, second + rest[0], *rest[1:]))
    told = [sentence.text for sentence in summarize(text, language=language, length=3).sentences]
    assert opening not in told
