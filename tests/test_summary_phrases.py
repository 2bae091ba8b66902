"""Phrases that are looked for in a whole article: none that is there is told absent."""

from __future__ import annotations

import pytest

from newsclean.document import Sentence
from newsclean.summary.phrases import kinds_of, phrases_of, plain
from newsclean.summary.summarize import summarize
from newsclean.summary.text.standing import rules

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
    lower = plain("".join(f"\n {text}" for text in sentences))
    return set(phrases_of(PHRASES).likely(kinds_of(lower)))


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


def test_most_phrases_are_told_absent_by_their_letters() -> None:
    assert _likely(WITHOUT) == set()


@pytest.mark.parametrize("text", ["", "No.", "點擊", "a" * 9])
def test_a_short_text_and_a_short_phrase_are_compared_too(text: str) -> None:
    assert set(phrases_of([" ;", "點擊", "aaaa"]).likely(kinds_of(text))) >= {" ;"} | (
        {"點擊", "aaaa"} & {text, text[:4]}
    )
    assert phrases_of([]).likely(kinds_of(text)) == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "el", "zh"])
def test_every_phrase_of_a_language_that_is_there_is_found(language: str) -> None:
    known = rules(language)
    every = {*known.calls.phrases, *known.debris.phrases}
    for phrase in every:
        present = kinds_of(plain(f"\n Ann.{phrase}x"))
        assert phrase in {*known.calls.likely(present), *known.debris.likely(present)}


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
