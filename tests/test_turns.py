"""Transcripts: what stands under a speaker's label is what the speaker said."""

from __future__ import annotations

import pytest

from newsclean.quotes import find

INTRODUCTION = "Senator Ann Lee led the hearing and asked Tom Reed, the engineer.\n\n"
TURNS = (
    "When did the gates begin to leak, and who was told?",
    "In the spring of last year; I told the board myself.",
    "And what did the board do about it?",
    "Nothing that I know of, for eleven months.",
)


def transcript(first: str, second: str, turns: tuple[str, ...] = TURNS) -> str:
    labels = (first, second) * 2
    return "\n\n".join(f"{label}: {turn}" for label, turn in zip(labels, turns, strict=True))


def said(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in find(text, language, keys=None)]


@pytest.mark.parametrize("labels", [("ANN LEE", "TOM REED"), ("Ann Lee", "Tom Reed")])
def test_a_whole_name_as_a_label(labels: tuple[str, str]) -> None:
    """Each turn is a quote of its speaker, in capitals or not, and the span is the turn's."""
    text = INTRODUCTION + transcript(*labels)
    assert said(text) == list(zip(TURNS, ("Ann Lee", "Tom Reed") * 2, strict=True))
    for quote in find(text, "en", keys=None):
        assert text[quote.start : quote.end] == quote.text
        asked = quote.text.endswith("?")
        assert quote.rule == ("turn of who asks" if asked else "turn of a transcript")


@pytest.mark.parametrize(
    ("language", "introduction", "labels", "speakers"),
    [
        ("en", INTRODUCTION, ("LEE", "REED"), ("Ann Lee", "Tom Reed")),
        (
            "de",
            "Der Ausschuss hörte Anna Kolb und Thomas Reeder an.\n\n",
            ("KOLB", "REEDER"),
            ("Anna Kolb", "Thomas Reeder"),
        ),
        (
            "fr",
            "La commission a entendu Marie Colin et Pierre Rey.\n\n",
            ("COLIN", "REY"),
            ("Marie Colin", "Pierre Rey"),
        ),
    ],
)
def test_a_surname_as_a_label(
    language: str, introduction: str, labels: tuple[str, str], speakers: tuple[str, str]
) -> None:
    """A surname in capitals is the person's whom the text names in full."""
    found = said(introduction + transcript(*labels), language)
    assert found == list(zip(TURNS, speakers * 2, strict=True))


def test_marks_around_a_turn_are_not_of_it() -> None:
    """A turn that stands in quotation marks is quoted without them."""
    text = INTRODUCTION + transcript("LEE", "REED", tuple(f"“{turn}”" for turn in TURNS))
    assert [words for words, _ in said(text)] == list(TURNS)


@pytest.mark.parametrize("labels", [("STEEL", "TIMBER"), ("Location", "Capacity")])
def test_labels_that_name_nobody_are_no_speakers(labels: tuple[str, str]) -> None:
    """A table of terms looks like a transcript, and nobody speaks in it."""
    assert said("Prices in the yard.\n\n" + transcript(*labels)) == []


def test_one_speaker_alone_is_no_transcript() -> None:
    """A name and a colon before every paragraph is a list of one person's works."""
    assert said(INTRODUCTION + transcript("ANN LEE", "ANN LEE")) == []


def test_a_part_of_a_word_is_no_name() -> None:
    """LEE is not the end of "Annlee", nor the start of "Leeds"."""
    text = "The hearing was held in Ann Leeds hall and in Tom Reedham hall.\n\n"
    assert said(text + transcript("LEE", "REED")) == []


def test_whole_names_come_once_and_then_the_family_names() -> None:
    """The first turns are quotes like those that follow."""
    text = f"Ann Lee: {TURNS[0]}\n\nTom Reed: {TURNS[1]}\n\n" + transcript("Lee", "Reed")
    assert [speaker for _, speaker in said(text)][:2] == ["Ann Lee", "Tom Reed"]


def test_who_has_the_word_once_is_a_voice_as_well() -> None:
    """A witness between two who take turns; no heading is one."""
    text = INTRODUCTION + transcript("Ann Lee", "Tom Reed")
    asked = f"{text}\n\nMary Hill: I opened the door and the water came in.\n\nNotes: none at all."
    assert [speaker for _, speaker in said(asked)][-1] == "Mary Hill"
    assert len(said(asked)) == len(TURNS) + 1
