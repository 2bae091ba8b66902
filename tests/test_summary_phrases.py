"""Phrases that are looked for in a whole article: none that is there is told absent."""

from __future__ import annotations

import pytest

from newsclean.document import Sentence
from newsclean.summary.phrases import phrases_of, places_of
from newsclean.summary.summarize import summarize
from newsclean.summary.text.standing import Standing
from newsclean.summary.text.terms import read_terms

PHRASES = (
    "\n this guide",
    " we'll cover",
    " for more information",
    " as follows:",
    "photo:",
    "courtesy of",
    " (see above",
    "forward-looking statement",
    " ακολουθήστε",
    "\n ©",
)
WITHOUT = "The harbour of Norrholm was closed on Monday after a tram ran onto the quay."


def _likely(*sentences: str) -> set[str]:
    every = [Sentence(0, len(text), text, at) for at, text in enumerate(sentences)]
    terms = read_terms(every, "en", None)
    lower = "".join(f"\n {text}" for text in terms.texts).lower().replace("’", "'")
    places = places_of(terms.hashes, terms.openings)
    return set(phrases_of(PHRASES, spaced=True).likely(lower, places))


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("This guide tells how.", "\n this guide"),
        ("This guidebook tells how.", "\n this guide"),
        ("Here we’ll cover all of it.", " we'll cover"),
        ("Below WE'LL COVERED be.", " we'll cover"),
        ("Write to us for more information!", " for more information"),
        ("They are as follows: a tram.", " as follows:"),
        ("Archivfoto:Photo:A. Berg", "photo:"),
        ("Image courtesy of the town.", "courtesy of"),
        ("It fell (see above for how much).", " (see above"),
        ("It holds forward-looking statements.", "forward-looking statement"),
        ("Μας ΑΚΟΛΟΥΘΉΣΤΕ τώρα.", " ακολουθήστε"),
        ("©2026 Norrholm", "\n ©"),
    ],
)
def test_a_phrase_that_is_there_is_looked_for(sentence: str, phrase: str) -> None:
    assert phrase in _likely(WITHOUT, sentence, WITHOUT)


def test_most_phrases_are_told_absent_by_their_words() -> None:
    assert _likely(WITHOUT) == {"courtesy of", "\n ©"}


@pytest.mark.parametrize("language", ["en", "de", "fr", "el", "zh"])
def test_the_words_change_nothing_of_what_is_found(language: str) -> None:
    texts = ["Foto: A. Berg", "点击这里。", "Μάθετε εδώ.", "Click here for more.", "Cliquez ici."]
    every = [Sentence(0, len(text), text, at) for at, text in enumerate(texts)]
    terms = read_terms(every, language, None)
    told = Standing(texts, language, places_of(terms.hashes, terms.openings))
    plain = Standing(texts, language)
    assert (told.calls, told.debris) == (plain.calls, plain.debris)


def test_the_scores_of_all_sentences_are_there_when_they_are_read() -> None:
    texts = [
        WITHOUT,
        "Nobody was hurt.",
        "The line to Halden opens again on Friday morning.",
        "So?",
    ]
    every = [Sentence(0, len(text), text, at) for at, text in enumerate(texts)]
    summary = summarize(every, length="1")
    assert [one.sentence for one in summary.scores] == every
    assert sorted(one.rank for one in summary.scores) == [1, 2, 3, 4]
    shown = summary.sentences[0]
    assert shown.features == next(s for s in summary.scores if s.start == shown.start).features
    assert shown.features
