"""Nouns and places before a participle, an adverb or a colon: they say nothing."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

NOBODY = (
    ("de", "In dem Papier wird das Ziel einer neuen Politik so beschrieben: „Wir wollen helfen.“"),
    (
        "de",
        "Später wurde der Plan der Regierung so formuliert: „Wir bauen jedes Jahr zwei Häuser.“",
    ),
    ("de", "Der Kern der Vereinbarung lautet wörtlich: „Wir wollen die Armut halbieren.“"),
    ("de", "Der erste Satz der Erklärung lautet: „Wir wollen die Armut halbieren.“"),
    ("es", "La idea de una Europa unida se resume así: «Queremos reducir la pobreza a la mitad»."),
    ("en", "Alex in Seattle says: “I found the keyboard tray that I wanted.”"),
    (
        "nl",
        "Het doel van een verenigd Europa wordt zo beschreven: ‘Wij willen de armoede halveren.’",
    ),
)


@pytest.mark.parametrize(("language", "text"), NOBODY)
def test_a_noun_before_a_colon_is_nobody(language: str, text: str) -> None:
    """It only says what another noun is of, or where somebody is from."""
    named = [(quote.speaker or "").split()[-1:] for quote in find(text, language)]
    nouns = (["Politik"], ["Regierung"], ["Vereinbarung"], ["Erklärung"], ["Europa"])
    assert not any(name in (*nouns, ["Seattle"]) for name in named)


SPEAK = (
    ("de", "Kim Berg laut Jan Lund am Leben - US-Präsident: „Ich wünsche ihm Glück“", "Jan Lund"),
    (
        "de",
        "Der Umgang mit dem Thema sei unangemessen, so Jan Precht: „Wir reden am Ziel vorbei.“",
        "Jan Precht",
    ),
    (
        "de",
        "Das reiche nicht, so auch die Ministerin Anna Berg: „Wir bauen zu wenig.“",
        "Anna Berg",
    ),
    ("de", "„Wir bauen zu wenig“, so Anna Berg.", "Anna Berg"),
    (
        "de",
        "Frankreichs Emmanuel Lebrun sagte: „Wir wollen helfen, wo wir können.“",
        "Emmanuel Lebrun",
    ),
    ("de", "„Wir haben verdient gewonnen“, sagte Schalkes Luis Vidal.", "Luis Vidal"),
    *(
        ("de", f"{who} sagte: „Wir waren nach zwei Minuten am Haus.“", who)
        for who in (
            "Ein Sprecher der Feuerwehr",
            "Die Mutter des Kindes",
            "Die Leiterin der Schule",
        )
    ),
    *(
        ("el", f"{who} είπε: «Ήμασταν σε δύο λεπτά στο σπίτι».", who)
        for who in ("Ο εκπρόσωπος της πυροσβεστικής", "Αξιωματούχος της κυβέρνησης")
    ),
)


@pytest.mark.parametrize(("language", "text", "speaker"), SPEAK)
def test_who_stands_there_speaks(language: str, text: str, speaker: str) -> None:
    """A person behind "so", and one whose country is named before."""
    assert [quote.speaker for quote in find(text, language)] == [speaker]
