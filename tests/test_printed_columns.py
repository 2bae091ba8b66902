"""Scanned columns of a newspaper: paragraphs begin further right, a headline is in capitals."""

from __future__ import annotations

import pytest

from newsclean import pipeline
from newsclean.sources import read

HEAD = "THE FERROW COURIER          MONDAY, MAY 4, 1931          PAGE 3"
LOUD = ["TWO DREDGERS TO CLEAR HARBOR", "OF QUILL BEFORE WINTER"]
DECK = ["Miller, Alone of All, Votes No"]
FIRST = """
  FERROW, May 3.-The harbor of Quill
will be cleared before the winter by
two dredgers from the north, which the
town hires at a cost of nine thousand
dollars, the council decided today.""".strip("\n").splitlines()
SECOND = """
  The mud has not been touched for ten
years, and no ship with more than five
feet of water below her can come in."
  The miller, whose nets lie in the mid-
dle of it, was the only one to vote no.
He said that mud is older than all men
who want to move it.""".strip("\n").splitlines()


def article(*blocks: list[str]) -> tuple[str | None, list[str]]:
    """The title and the paragraphs of a scanned column."""
    text = "\n\n".join("\n".join(block) for block in blocks)
    found = pipeline.clean_document(read.from_bytes(text.encode(), "a.txt"))
    title = found.metadata.title
    return title and title.value, [each.text for each in found.paragraphs]


def test_a_paragraph_begins_where_its_first_line_is_further_right() -> None:
    """Though the line above is full and a single word is divided, which is whole again."""
    _, found = article([HEAD], LOUD, [*FIRST, *SECOND])
    assert [each.split()[0] for each in found] == ["FERROW,", "The", "The"]
    assert "in the middle of it" in found[-1]


def test_a_headline_in_capitals_stands_above_its_deck() -> None:
    """Which is no part of the body."""
    title, found = article([HEAD], LOUD, DECK, [*FIRST, *SECOND])
    assert title == " ".join(LOUD)
    assert len(found) == 3


@pytest.mark.parametrize("above", ["QUILL COUNTY DIARY", "NEWS SPORT WEATHER CULTURE", "FERROW"])
def test_a_section_in_capitals_is_no_headline(above: str) -> None:
    """It has fewer words, or the text has none of them."""
    title = "Council hires dredgers to clear the harbor of Quill"
    rows = [" ".join(map(str.strip, FIRST)), " ".join(map(str.strip, SECOND[:3]))]
    assert article([above], [title], ["By Tess Arran"], *([row] for row in rows))[0] == title


def test_verse_and_lists_keep_their_lines() -> None:
    """Lines further right that fill no width are of neither."""
    verse = [
        "when ice comes in",
        "  and the old boat",
        "creaks",
        "  in the harbor,",
        "who but the mid-",
        "  wife",
        "will row",
        "  me",
        "over to",
        "  the far shore",
        "at night",
    ]
    text = "\n".join(["The Boat", "", *verse])
    assert read.from_bytes(text.encode(), "a.txt").text == text


def test_a_dateline_with_a_day_tells_a_deck_of_few_words() -> None:
    """As German papers had them."""
    rows = [
        "Obernfeld, 3. Mai. Der Rat hat gestern beschlossen, den Hafen von zwei Baggern zu räumen.",
        "Seit zehn Jahren hat niemand den Schlamm berührt, und kein tiefes Schiff kommt hinein.",
        "Der Müller, dessen Netze mitten darin liegen, stimmte als einziger gegen den Beschluss.",
        "Er sagte, der Schlamm sei älter als alle, die ihn bewegen wollen, und ging nach Hause.",
    ]
    title, found = article(
        ["Zwei Bagger räumen den Hafen"], ["Rat bewilligt 9000 Mark"], *([row] for row in rows)
    )
    assert title == "Zwei Bagger räumen den Hafen"
    assert found == rows
