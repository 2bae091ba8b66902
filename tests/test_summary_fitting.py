"""A summary loses what does it harm and has one more that says much, where the length is ours."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean import split_sentences
from newsclean.summary.length import Budget, budget
from newsclean.summary.ranking.features import extract
from newsclean.summary.ranking.fitting import Fitting
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.ranking.readers import KINDS, TEMPERATURE, Judged

MILL = (
    "The council of Lower Tarn bought the old mill on Monday for a pound. "
    "The roof will be mended by a firm from Selby before the winter. "
    "Visitors came in the rain all the same. "
    "Nora Pell will run the bakery on the ground floor from May. "
    "The wheel turned for the last time in 1958. "
    "A first loaf costs four pounds."
)
ROOM = Budget(4, least=3, largest=6)
GOOD = {"wanted": 0.9, "core": 0.2, "leans": 0.1, "junk": 0.02, "best": 0.5}
DOUBTFUL = {"wanted": 0.3, "core": 0.1, "leans": 0.5, "junk": 0.1, "best": 0.2}


def fitting(
    odd: dict[int, dict[str, float]],
    text: str = MILL,
    title: str | None = None,
    room: Budget = ROOM,
) -> Fitting:
    """What the sentences of a text give; some are not `GOOD`, by the probabilities given."""
    features = extract(split_sentences(text, "en"), "en", title)
    odds = {}
    for kind in KINDS:
        values = [{**GOOD, **odd.get(number, {})}[kind] for number in range(len(features.lengths))]
        odds[kind] = np.log(np.array(values) / (1 - np.array(values))) / TEMPERATURE
    every = np.arange(len(features.lengths))
    return Fitting(features, Judged(**odds), Introductions(features.terms), every, room)


def left(
    doubtful: dict[int, dict[str, float]],
    *,
    text: str = MILL,
    title: str | None = None,
    least: int = 3,
) -> list[int]:
    """What is left of a text's sentences."""
    size = len(split_sentences(text, "en"))
    return fitting(doubtful, text, title, Budget(size, least=least)).without_doubtful(
        list(range(size))
    )


def more(odd: dict[int, dict[str, float]], chosen: list[int], room: Budget = ROOM) -> list[int]:
    """Some sentences with one of the others, where there is one that gives enough."""
    return fitting(odd, room=room).with_more(chosen, lambda _: False)


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


def test_one_that_says_much_is_taken_as_well() -> None:
    """The one that gives most, and no other; none beyond six or where a length is asked for."""
    poor = {"best": 0.3}
    odd = {2: poor, 4: {"best": 0.45}, 5: {"best": 0.6}}
    assert more(odd, [0, 1, 3]) == [0, 1, 3, 5]
    assert more({2: poor, 4: poor, 5: poor}, [0, 1, 3]) == [0, 1, 3]
    assert more(odd, [0, 1, 3], Budget(3, least=3, largest=3)) == [0, 1, 3]
    assert more(odd, [0, 1, 3], Budget(3)) == [0, 1, 3]


def test_what_leans_is_not_taken_as_well() -> None:
    """Whoever 'she' is, the sentence before is not there; nor what is said already."""
    text = f"{MILL} She sold the first ones to the council."
    odd = {number: {"best": 0.3} for number in (2, 4, 5)}
    taken = fitting(odd, text).with_more([0, 1, 3], lambda _: False)
    assert taken == [0, 1, 3]
    assert fitting({}).with_more([0, 1, 3], lambda _: True) == [0, 1, 3]


@pytest.mark.parametrize("length", ["5", "50%", "60w", "300c"])
def test_a_length_that_is_asked_for_is_kept(length: str) -> None:
    """Only where the article decides how long its summary is, sentences are left out."""
    sentences = split_sentences(MILL, "en")
    assert budget(length, sentences).least is None
    assert budget(length, sentences).largest is None


@pytest.mark.parametrize(("copies", "largest"), [(1, 3), (2, 6), (9, 6)])
def test_a_summary_with_one_more_is_at_most_half_of_the_article(copies: int, largest: int) -> None:
    """Of six sentences three are one, of twelve six, of more no more."""
    room = budget("auto", split_sentences(" ".join([MILL] * copies), "en"))
    assert (room.least, room.largest) == (3, largest)
