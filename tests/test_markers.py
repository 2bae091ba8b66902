"""Marks as numbers: what phrases, times and bylines on a page tell the networks of its lines."""

from __future__ import annotations

import random

import numpy as np
import pytest

from newsclean.cleaning.features.characters import characters
from newsclean.cleaning.features.markers import FAMILIES, markers, phrases_of
from newsclean.cleaning.features.text import describe
from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.lines.phrases import normalized_words, phrasebook
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.document import Line

PROSE = "The council of the town met on Monday and decided that the old harbour will be closed."


def columns(text: str, language: str = "en") -> dict[str, np.ndarray]:
    lines = worded(segment(text))[1]
    texts = [line.text for line in lines]
    phrases = phrases_of(PageLines(lines, language), range(len(lines)))
    words = np.array([len(text.split()) for text in texts], np.float32)
    chars = characters("\n".join([*texts, ""]), np.array([len(text) for text in texts]))
    return {
        name: np.asarray(column)
        for name, column in markers(phrases, texts, chars, words, 0, language).items()
    }


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "Leave a comment"),
        ("el", "Αφήστε ένα σχόλιο"),
        ("vi", "Bình luận"),
        ("hi", "टिप्पणी करें"),
        ("th", "แสดงความคิดเห็น"),
        ("bg", "Добави коментар"),
        ("lt", "Rašyti komentarą"),
    ],
)
def test_a_comment_mark_is_one_number_in_every_language(language: str, mark: str) -> None:
    found = columns(f"{PROSE}\n{mark}\n{PROSE} Then more was said.", language)
    assert found["phrase comments"].tolist() == [0, pytest.approx(1, abs=1), 0]
    assert found["phrase comments"][1] >= 0.6
    assert found["comments_above"][0] == 0
    assert found["comments_above"][2] > 0
    assert found["since_comment"][1] == 0 < found["since_comment"][2]


def test_distance_to_a_box_counts_both_ways() -> None:
    found = columns(f"{PROSE}\n\nSign up for our newsletter\n\n{PROSE} So it was.")
    assert found["until_box"][0] == pytest.approx(np.log1p(1))
    assert found["since_box"][2] == pytest.approx(np.log1p(1))


def test_bylines_and_times_are_marked_on_short_lines_only() -> None:
    said = f"By 2019 the harbour had no ships. {PROSE}"
    found = columns(f"By Anna Berg\n12 May 2021, 14:30\n{said}")
    assert found["byline"].tolist() == [True, False, False]
    assert found["stamp"].tolist() == [False, True, False]


def test_an_age_is_a_mark_on_a_short_line_only() -> None:
    """A mark beside a name: "3 days ago"; in a sentence it is none."""
    book = phrasebook("en")
    short, long_ = "Tom Hall · 3 days ago", f"It began 3 days ago. {PROSE}"
    assert any(hit.reason == "age" for hit in book.hits(short, normalized_words(short)))
    assert not any(hit.reason == "age" for hit in book.hits(long_, normalized_words(long_)))


def test_phrases_that_are_known_change_nothing() -> None:
    """Whether the phrases are handed over or looked for, a page is described alike."""
    lines = worded(segment(f"{PROSE}\nRead more\n{PROSE} And so on.\n3 comments"))[1]
    known = phrases_of(PageLines(lines, "en"), range(len(lines)))
    alone, given = describe(lines, "en"), describe(lines, "en", known)
    assert np.array_equal(alone.features, given.features)
    assert alone.features.shape[1] > len(FAMILIES)


def test_boxes_go_between_lines_of_the_body_and_are_none_of_it() -> None:
    pytest.importorskip("torch")
    from newsclean.training.cleaning.furniture import Boxes, Labelled, interrupt

    def page(texts: list[str], keep: list[bool], domain: str) -> Labelled:
        lines = [Line(0, len(text), text, 0) for text in texts]
        return Labelled(lines, np.array(keep), "en", domain)

    other = page([PROSE, "Sign up for our newsletter", PROSE], [True, False, True], "a.example")
    wanted = page(["Menu", PROSE, PROSE, "Share"], [False, True, True, False], "b.example")
    made = interrupt(wanted, Boxes([other, wanted]), random.Random(1))
    assert made is not None
    texts = [line.text for line in made.lines]
    assert texts == ["Menu", PROSE, "Sign up for our newsletter", PROSE, "Share"]
    assert made.keep.tolist() == [False, True, False, True, False]
