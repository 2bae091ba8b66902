"""Twice as long takes twice as long: no shape of input makes a stage super-linear."""

from __future__ import annotations

import time
import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

import shapes
from conftest import once
from newsclean import hashes
from newsclean.cleaning.lines.page import PageLines
from newsclean.quotes.text.lexicon import lexicon
from newsclean.quotes.text.transcript import find_turns
from newsclean.sources import read
from test_pdf import pdf

SMALL, LARGE = 25_000, 100_000
STEEPEST = 1.5
"""Between 1, as it should be, and 2, as it must not be: short times are not exact."""
DEAR_S, DEAREST = 0.3, 5
"""What takes longer may take so many times as long as sentences without a quote; the most is 3."""
TOO_SHORT_S = 0.15
"""Below this nothing can be said, and nothing matters."""


@pytest.mark.slow
@pytest.mark.parametrize("name", shapes.SHAPES)
def test_growth_is_linear(name: str) -> None:
    """Four times the input takes at most eight times as long.

    A small file fits the processor's cache and a large one does not, which a busy machine makes
    much of: what looks steep is tried again with larger ones, where what is steep shows more.
    Where a limit ends what grows, it does so before a shape is dear.
    """
    shape = shapes.SHAPES[name]
    # measured once for the first try of both: half the time of these tests
    first = shapes.seconds(shape, LARGE)
    grown, spent = [first], [first]

    def linear(small: int, large: int, measured: list[float]) -> bool:
        longer = measured.pop() if measured else shapes.seconds(shape, large)
        if longer < TOO_SHORT_S:
            return True
        return shapes.exponent([small, large], [shapes.seconds(shape, small), longer]) < STEEPEST

    def cheap() -> bool:
        took = spent.pop() if spent else shapes.seconds(shape, LARGE)
        plain = shapes.SHAPES["unique sentences"]
        return took < DEAR_S or took < DEAREST * shapes.seconds(plain, LARGE)

    assert once(lambda: linear(SMALL, LARGE, grown)) or once(
        lambda: linear(LARGE, 4 * LARGE, grown)
    )
    assert once(cheap)


def _labelled_s(count: int) -> float:
    """How long the turns of so many speakers are sought, each of whom has two."""
    lines = [f"LEE{at // 2}: Yes, it is so.\n" for at in range(2 * count)]
    ends = [0]
    for line in lines:
        ends.append(ends[-1] + len(line))
    begin = time.process_time()
    find_turns("".join(lines), list(pairwise(ends)), lexicon("en"))
    return time.process_time() - begin


def test_many_speakers_take_no_time_by_the_square() -> None:
    """The text is not read for each of thousands of labels."""
    few, many = 1_500, 6_000

    def linear() -> bool:
        large = _labelled_s(many)
        return shapes.exponent([few, many], [_labelled_s(few), large]) < STEEPEST

    assert once(linear)


def _paged_s(count: int) -> float:
    """How long a PDF is read that has so many lines on its one page."""
    data = pdf(tuple(f"The council of ward {at} voted on Tuesday." for at in range(count)))
    begin = time.process_time()
    read.from_bytes(data, "a.pdf")
    return time.process_time() - begin


def test_a_long_page_of_a_pdf_takes_no_time_by_the_square() -> None:
    """A line is not compared with all others of its page."""
    pytest.importorskip("pypdf")
    few, many = 500, 2_000

    def linear() -> bool:
        large = _paged_s(many)
        return shapes.exponent([few, many], [_paged_s(few), large]) < STEEPEST

    assert once(linear)


@pytest.mark.slow
def test_lines_beside_boxes_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of an article are not gone through for each sentence between two boxes.

    They were a million times for these 3,500 sentences.
    """
    read = 0
    terms = PageLines.terms

    def counted(page: PageLines, index: int) -> list[str]:
        nonlocal read
        read += 1
        return terms(page, index)

    monkeypatch.setattr(PageLines, "terms", counted)
    shape = shapes.SHAPES["sentences and links"]
    data = shape.bytes(200_000)
    assert shapes.digest(data, shape) > 100_000
    assert 0 < read < 3 * data.count(b"\n\n")


def test_words_of_a_long_text_leave_no_table() -> None:
    """Powers are kept for a page, not for the longest text there was; all hash alike."""
    text = "the ferry line " * 40_000
    hashes.hash_each(["ferry"])
    tracemalloc.start()
    try:
        sums = hashes.prefix_sums(hashes.encode(text))
        places = np.array([4, 4 + 15 * 30_000])
        found = hashes.hashed(sums, places, places + 5).tolist()
        del sums
        left, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == [hashes.hash_word("ferry")] * 2
    assert left < 1_000_000
