"""Lines: the units that cleaning keeps or removes."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.cleaning.lines.segment import collapse_whitespace, flow, segment, worded

PROSE = """\
The ferry to Lund was late again on Monday, and the forty commuters who stood on the quay had \
stopped asking why.
“We were told that the new engine would arrive in spring,” said Ingrid Moe, who has taken the \
boat for eleven years. “It is autumn now, and nobody at the company answers the telephone.”
The operator says that a supplier went bankrupt. It hopes to run the old timetable from \
December, weather permitting, and has offered passengers a refund for the two worst months.
A spokeswoman for the county said that it was looking into the contract.""".splitlines()
VERSE = (
    "Roses by the garden wall,\nlilies by the gate,\nnobody has come at all,\nand the hour is late."
)


@pytest.mark.parametrize("width", [48, 66, 72, 80, 100])
def test_hard_wraps_are_undone(width: int) -> None:
    """A text wrapped at any usual width has the paragraphs that it had before."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PROSE)
    assert [line.text for line in segment(wrapped)] == PROSE


def test_wrapped_list_items_stay_apart() -> None:
    """A bullet begins a line of its own, also in a wrapped text."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in PROSE)
    items = ["• Rent a bicycle at the station", "• Take the bus to the old harbour instead"]
    lines = [line.text for line in segment(wrapped + "\n\n" + "\n".join(items))]
    assert lines[-2:] == items


@pytest.mark.parametrize(
    "text",
    [
        "Home\nNews\nSport\nWeather\nSign in",
        "\n".join(PROSE),
        VERSE,
    ],
)
def test_what_is_not_wrapped_is_not_joined(text: str) -> None:
    """Menus, paragraphs of one line each and verse keep their lines."""
    assert [line.text for line in segment(text)] == text.split("\n")


def test_wrapped_japanese_is_joined_without_a_blank() -> None:
    """Where a script has no blanks between words, undoing a wrap adds none."""
    paragraph = "県は月曜日、港の改修工事を来年の春まで延期すると発表した。" * 5
    wrapped = "\n".join(textwrap.wrap(paragraph, 38))
    assert [line.text for line in segment(wrapped)] == [paragraph]


def test_a_giant_line_is_cut_into_sentences() -> None:
    """A page pasted as one line is cut, so that its parts can be judged one by one."""
    lines = segment(" ".join(PROSE))
    assert len(lines) >= 5
    assert max(len(line.text) for line in lines) < 250


def test_flow_is_as_long_as_the_text() -> None:
    """Offsets hold for the text and for its flow, which has no break inside a unit."""
    text = "  Top\r\n\r\n" + "\r\n".join(textwrap.wrap(PROSE[1], 60)) + "\r\nEnd.\r\n"
    lines = segment(text)
    flowing = flow(text, lines)
    assert len(flowing) == len(text)
    assert [collapse_whitespace(flowing[line.start : line.end]) for line in lines] == [
        line.text for line in lines
    ]
    assert all("\n" not in flowing[line.start : line.end] for line in lines)


def test_blank_lines_are_counted() -> None:
    """`blank_before` counts empty lines; rules and crosses count as empty for the model."""
    lines = segment("One\n\n\nTwo\n----\nThree")
    assert [line.blank_before for line in lines] == [0, 2, 0, 0]
    assert [(line.text, line.blank_before) for line in worded(lines)[1]] == [
        ("One", 0),
        ("Two", 2),
        ("Three", 1),
    ]


@given(st.text(alphabet="ab .!?\n\r\t\x0b\u2028\u00a0•|-“”漢。é1", max_size=400))
def test_units_cover_all_but_white_space(text: str) -> None:
    """Units are disjoint and in order, and between them there is nothing but white space."""
    for unwrap in (True, False):
        at = 0
        for line in segment(text, unwrap=unwrap):
            assert at <= line.start < line.end
            assert not text[at : line.start].strip()
            assert line.text.split() == collapse_whitespace(text[line.start : line.end]).split()
            at = line.end
        assert not text[at:].strip()


@pytest.mark.parametrize(
    "piece", ["a", "a ", ". ", "!", "\t", "\u00a0", "| ", "漢", '."', "A.\u00a0"]
)
def test_no_input_takes_forever(piece: str) -> None:
    """The time to cut grows as the text does, whatever it is made of."""
    text = piece * (400_000 // len(piece))
    began = time.process_time()
    segment("x\n" + text + "y\nz")
    assert time.process_time() - began < 3
