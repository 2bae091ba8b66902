"""Captions of films: what is said in them, and nothing that is only heard."""

from __future__ import annotations

import pytest

from newsclean.sources import read


@pytest.mark.parametrize(
    ("cues", "read_as"),
    [
        (["[upbeat music]", "The council sold its ferry.", "♪ ♪"], "The council sold its ferry."),
        (["(applause)", "It was thirty-", "one feet long."], "It was thirty-one feet long."),
        (
            ["町は三日、船を売", "った。町には4", "2年前からあった。"],
            "町は三日、船を売った。町には42年前からあった。",
        ),
        (["De boot is verkocht.", "Ondertiteling: Tekst & Co 2025"], "De boot is verkocht."),
        (["Das Boot ist weg.", "Untertitelung des ZDF, 2024"], "Das Boot ist weg."),
        (["Le bac est vendu.", "Sous-titrage par Ada Quill"], "Le bac est vendu."),
        (
            ["Captions of the past", "were drawn by hand."],
            "Captions of the past were drawn by hand.",
        ),
        (["Transcripts of the trial", "were sold."], "Transcripts of the trial were sold."),
        (["[The mayor] laughs and", "[they] go."], "[The mayor] laughs and [they] go."),
        (["He left [in 1936]", "for good."], "He left [in 1936] for good."),
    ],
)
def test_what_is_heard_and_not_said_goes(cues: list[str], read_as: str) -> None:
    """Sounds, notes, and who made the captions; lines that end within a word are one."""
    told = [f"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{cue}\n" for n, cue in enumerate(cues)]
    assert read.from_bytes("\n".join(["WEBVTT\n", *told]).encode(), "a.vtt").text == read_as
