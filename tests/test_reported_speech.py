"""Speech that is told without marks, where it is asked for: what was said, and by whom."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

NAMED = {
    "en": "Martha Quill, the harbour master, came.\n\n",
    "de": "Martha Kolb, die Leiterin des Hafens, kam.\n\n",
    "fr": "Marthe Colin, la directrice du port, est venue.\n\n",
    "es": "Marta Colín, la directora del puerto, vino.\n\n",
}


@pytest.mark.parametrize(
    ("language", "sentence", "words", "speaker"),
    [
        (
            "en",
            "Quill said on Monday that the gates would be replaced before the winter.",
            "the gates would be replaced before the winter",
            "Martha Quill",
        ),
        (
            "en",
            "The pumps would have to run through the night, Quill added.",
            "The pumps would have to run through the night",
            "Martha Quill",
        ),
        (
            "en",
            "The pumps would have to run through the night, said Quill.",
            "The pumps would have to run through the night",
            "Martha Quill",
        ),
        (
            "en",
            "The old pier is to be closed for a year, according to Martha Quill.",
            "The old pier is to be closed for a year",
            "Martha Quill",
        ),
        (
            "en",
            "According to Quill, the boats could wait outside the harbour.",
            "the boats could wait outside the harbour",
            "Martha Quill",
        ),
        (
            "en",
            "According to Ann Lee, the minister, the boats could wait outside the harbour.",
            "the boats could wait outside the harbour",
            "Ann Lee",
        ),
        (
            "fr",
            "Selon Paul Rey, directeur du port, les bateaux pourront attendre dehors.",
            "les bateaux pourront attendre dehors",
            "Paul Rey",
        ),
        (
            "es",
            "Según Ana Gil, directora del puerto, las compuertas se cambiarán en invierno.",
            "las compuertas se cambiarán en invierno",
            "Ana Gil",
        ),
        (
            "de",
            "Kolb sagte am Montag, dass die Tore vor dem Winter erneuert würden.",
            "die Tore vor dem Winter erneuert würden",
            "Martha Kolb",
        ),
        (
            "de",
            "Die Pumpen müssten die ganze Nacht laufen, sagte Kolb am Montag.",
            "Die Pumpen müssten die ganze Nacht laufen",
            "Martha Kolb",
        ),
        (
            "fr",
            "Marthe Colin a déclaré que les pompes devraient tourner toute la nuit.",
            "les pompes devraient tourner toute la nuit",
            "Marthe Colin",
        ),
        (
            "es",
            "Marta Colín dijo que las bombas tendrían que funcionar toda la noche.",
            "las bombas tendrían que funcionar toda la noche",
            "Marta Colín",
        ),
    ],
)
def test_what_was_said_and_by_whom(language: str, sentence: str, words: str, speaker: str) -> None:
    """Wherever the verb stands, the words are the clause's, and the name is the whole one."""
    text = NAMED[language] + sentence
    (quote,) = find(text, language, keys=None, indirect=True)
    assert (quote.kind, quote.text, quote.speaker) == ("indirect", words, speaker)
    assert text[quote.start : quote.end] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Quill said nothing.",
        "Quill said: wait.",
        "The gates leaked, and Quill left.",
        "It was said that the gates leaked.",
        "Quill spoke for an hour. The gates would be replaced before the winter.",
    ],
)
def test_where_nothing_is_told(sentence: str) -> None:
    """Too few words, no clause, or nobody who says it: no quote is made of it."""
    assert find(NAMED["en"] + sentence, "en", keys=None, indirect=True) == ()


def test_a_sentence_with_marks_is_told_once() -> None:
    """Where words stand in marks, they are the quote, and the rest of the sentence is none."""
    text = NAMED["en"] + "Quill said that the gates were “a danger to every boat in the harbour”."
    assert [quote.kind for quote in find(text, "en", keys=None, indirect=True)] != ["indirect"]
    assert len(find(text, "en", keys=None, indirect=True)) == 1
