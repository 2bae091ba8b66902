"""Text whose typographic marks were lost to `?`, or that was decoded twice."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

import newsclean
from newsclean.sources import read
from newsclean.sources.lost_marks import restore

CASES = json.loads(
    (Path(__file__).parent / "cases" / "lost_marks.json").read_text(encoding="utf-8")
)
HARBOUR = (Path(__file__).parent / "cases" / "harbour.txt").read_text(encoding="utf-8")
MARKS = "‘’“”–—"


def without(text: str, marks: str, replacement: str) -> str:
    """The text as an encoding without these marks leaves it."""
    return "".join(replacement if letter in marks else letter for letter in text)


@pytest.mark.parametrize("replacement", ["?", "\ufffd"])
@pytest.mark.parametrize("case", CASES["restored"], ids=lambda case: case["name"])
def test_marks_are_read_as_what_they_were(case: dict[str, str], replacement: str) -> None:
    """Quotation marks, apostrophes and dashes come back, one for one."""
    text = without(case["was"], case["lost"], replacement)
    restored, count = restore(text)
    assert restored == case["was"]
    assert count == sum(letter in case["lost"] for letter in case["was"])


@pytest.mark.parametrize("case", CASES["left"], ids=lambda case: case["name"])
def test_a_text_that_lost_nothing_stays(case: dict[str, str]) -> None:
    """Questions, addresses, and other letters that were lost are left alone."""
    assert restore(case["text"]) == (case["text"], 0)


def test_quotes_sentences_and_summary_profit() -> None:
    """A digest of the damaged text finds what that of the sound one does, and a note says so."""
    text = HARBOUR.replace('"', "“", 1)
    for mark in ("”", "“") * HARBOUR.count('"'):
        text = text.replace('"', mark, 1)
    text = text.replace("'", "’")
    damaged = without(text, MARKS, "?")
    assert damaged.count("?") >= 3
    sound, read_again = newsclean.digest(text), newsclean.digest(damaged)
    assert [q.text for q in read_again.quotes] == [q.text for q in sound.quotes]
    assert [(s.start, s.end) for s in read_again.sentences] == [
        (s.start, s.end) for s in sound.sentences
    ]
    assert read_again.summary.text == sound.summary.text
    assert any("had been lost" in note for note in read_again.notes)
    assert not any("had been lost" in note for note in sound.notes)


def test_text_that_was_decoded_twice() -> None:
    """UTF-8 read as Windows-1252 is repaired in plain text too, and a note says so."""
    text = "The council’s plan – “a scandal” – isn’t popular. São Paulo’s mayor said so."
    twice = text.encode().decode("cp1252", "ignore").encode()
    document = read.from_bytes(twice, "a.txt")
    assert "council’s plan – “a scandal" in document.text
    assert any("Latin-1" in note for note in document.notes)


def test_long_text_takes_linear_time() -> None:
    """Neither a word of a million letters nor a hundred thousand marks is any trouble."""
    for text in ("?a" * 300_000, "a" * 600_000 + " ?a ?b ?c", "? " * 300_000, "l?" * 300_000):
        start = time.process_time()
        restore(text)
        assert time.process_time() - start < 5
