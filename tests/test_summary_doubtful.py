"""A sentence that does a summary more harm than good is left out, where the length is ours."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import split_sentences
from newsclean.summary.length import Budget, budget
from newsclean.summary.ranking.doubtful import without_doubtful
from newsclean.summary.ranking.features import extract
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.ranking.readers import KINDS, Judged

MILL = (
    "The council of Lower Tarn bought the old mill on Monday for a pound. "
    "The roof will be mended by a firm from Selby before the winter. "
    "Visitors came in the rain all the same. "
    "Nora Pell will run the bakery on the ground floor from May. "
    "The wheel turned for the last time in 1958. "
    "A first loaf costs four pounds."
)
GOOD = {"wanted": 0.9, "core": 0.2, "leans": 0.1, "junk": 0.02, "best": 0.5}
DOUBTFUL = {"wanted": 0.3, "core": 0.1, "leans": 0.5, "junk": 0.1, "best": 0.2}


def left(
    doubtful: dict[int, dict[str, float]],
    *,
    text: str = MILL,
    title: str | None = None,
    least: int = 3,
) -> list[int]:
    """What is left of a text's sentences; some are doubtful, by the probabilities given."""
    features = extract(split_sentences(text, "en"), "en", title)
    size = len(features.lengths)
    odds = {}
    for kind in KINDS:
        values = [{**GOOD, **doubtful.get(number, {})}[kind] for number in range(size)]
        odds[kind] = np.log(np.array(values) / (1 - np.array(values))) / 0.8
    people = Introductions(features.terms)
    return without_doubtful(features, Judged(**odds), people, list(range(size)), least)


def test_nothing_goes_without_doubt() -> None:
    """A summary is as long as its article asks for."""
    assert left({}) == [0, 1, 2, 3, 4, 5]


def test_a_sentence_that_gives_little_goes() -> None:
    """It is no reader's choice, and it is a scrap."""
    assert left({5: {**DOUBTFUL, "junk": 0.5}}) == [0, 1, 2, 3, 4]


def test_one_that_leans_on_what_is_there_stays() -> None:
    """It leans on the sentence before it, which is in the summary."""
    assert left({2: DOUBTFUL}) == [0, 1, 2, 3, 4, 5]


def test_the_one_before_stays_for_it() -> None:
    """The first says little, and the second is nothing without it."""
    weak = {**DOUBTFUL, "leans": 0.1, "best": 0.12}
    assert left({3: weak}) == [0, 1, 2, 4, 5]
    assert left({3: weak, 4: {"leans": 0.7}}) == [0, 1, 2, 3, 4, 5]


def test_the_first_sentence_stays() -> None:
    """News begin with what happened."""
    assert left({0: {**DOUBTFUL, "junk": 0.5}}) == [0, 1, 2, 3, 4, 5]


def test_two_go_at_most() -> None:
    """Of the three the two that give least."""
    poor = {**DOUBTFUL, "junk": 0.5}
    assert left({1: {**poor, "best": 0.19}, 3: poor, 5: {**poor, "best": 0.1}}) == [0, 2, 3, 4]


def test_the_least_stay() -> None:
    """Three sentences are a summary, two may not be."""
    poor = {**DOUBTFUL, "junk": 0.6}
    assert left({1: poor, 3: poor}, least=5) == [0, 2, 3, 4, 5]
    assert left({1: poor, 3: poor}, least=6) == [0, 1, 2, 3, 4, 5]


def test_what_a_reader_would_send_stays() -> None:
    """Though it is not the reader's first choice."""
    assert left({5: {**DOUBTFUL, "junk": 0.5, "wanted": 0.65}}) == [0, 1, 2, 3, 4, 5]


def test_what_the_headline_promises_stays() -> None:
    """A summary that leaves that out says too little."""
    title = "First loaf costs four pounds"
    assert left({5: {**DOUBTFUL, "junk": 0.5}}, title=title) == [0, 1, 2, 3, 4, 5]


def test_who_introduces_somebody_stays() -> None:
    """'Pell' would be nobody without the sentence with 'Nora Pell'."""
    text = f"{MILL} Few in the town had heard of Pell until the spring."
    poor = {**DOUBTFUL, "junk": 0.5}
    assert left({3: poor}) == [0, 1, 2, 4, 5]
    assert left({3: poor}, text=text) == [0, 1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("length", ["5", "50%", "60w", "300c"])
def test_a_length_that_is_asked_for_is_kept(length: str) -> None:
    """Only where the article decides how long its summary is, sentences are left out."""
    sentences = split_sentences(MILL, "en")
    assert budget(length, sentences).least is None
    assert budget("auto", sentences).least == 3
    assert Budget(5).least is None
