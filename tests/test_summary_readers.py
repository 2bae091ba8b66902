"""What was learnt of readers: the shipped columns, and summaries that say the point."""

from __future__ import annotations

import numpy as np
import pytest

import newsclean
from newsclean import languages, split_sentences
from newsclean.summary import readers
from newsclean.summary.eligible import _said_first
from newsclean.summary.features import extract

FEATURE = (
    "Thousands of tenants in Karlsby wait for heating that their landlords must provide. "
    "A study by the University of Karlsby found that 14,000 flats in the city had no heating for "
    "more than two weeks last winter.\n"
    "The kettle is an old one. It was a present.\n"
    "The city council decided on Monday to fine landlords 200 euros a day for a cold flat.\n"
    "The pair have lived there since 1988. They like the street."
)
GUIDE = (
    "Spring is here!\n"
    "Let's get started.\n"
    "Tomato seedlings need six weeks indoors and must not go out before the last frost in May. "
    "Choose a bright window for them.\n"
    "This is where it gets fun. You will love it.\n"
    "Tomato seedlings that stand too warm grow tall and weak, the garden school of Karlsby found. "
    "These are useless. The trick is simple.\n"
    "Water the tomato seedlings from below, once a week."
)


def test_the_weights_belong_to_the_columns_that_the_code_makes() -> None:
    shipped = languages.read_data("summary/readers.json")
    features = extract(split_sentences(FEATURE), "en", None)
    assert tuple(shipped["columns"]) == readers.input_names(features)
    assert list(shipped["heads"]) == list(readers.KINDS)


@pytest.mark.parametrize(
    ("text", "title", "told", "left_out"),
    [
        (FEATURE, "Tenants in Karlsby wait for heating", "14,000", "The pair"),
        (GUIDE, "Tomato seedlings in spring", "six weeks", "The trick"),
    ],
)
def test_the_point_is_told_and_not_what_hangs_in_the_air(
    text: str, title: str, told: str, left_out: str
) -> None:
    made = str(newsclean.summarize(text, title=title, language="en", length=3))
    assert told in made
    assert left_out not in made
    for opening in ("She ", "It was", "They ", "This is", "You will"):
        assert opening not in made


def test_a_sentence_far_below_is_a_candidate_where_readers_want_it() -> None:
    """Of the lead and the best, as many as there is room for; one that leans brings its own."""
    names = [
        f"The council of Karlsby decided on line {number} of the tram." for number in range(30)
    ]
    features = extract(split_sentences(" ".join(names)), "en", None)
    wanted, leaning = np.full(30, -2.0), np.full(30, -2.0)
    wanted[[20, 25]], leaning[25] = (3.0, 2.0), 1.0
    judged = readers.Judged(wanted, np.zeros(30), leaning, np.full(30, -3.0))
    found = readers.candidates(features, judged, 3).tolist()
    assert {0, 1, 2, 20, 24, 25} <= set(found)
    assert found == sorted(found)
    assert readers.MOST_CANDIDATES <= len(found) <= readers.MOST_CANDIDATES + 1
    assert readers.candidates(features, judged, 31).tolist() == []


@pytest.mark.parametrize("between", [0, 1, 30])
def test_what_is_said_word_for_word_again_is_told_once(between: int) -> None:
    """The second of two equal sentences is in no summary, wherever it stands."""
    told = "The council of Karlsby decided on Monday to reopen the tram line to the harbour."
    rest = [
        f"Line {number} was closed by the storm of {1950 + number}." for number in range(between)
    ]
    text = " ".join([told, *rest, told, "The mayor said that the line will open in the spring."])
    sentences = split_sentences(text)
    fresh = _said_first(extract(sentences, "en", None).terms)
    again = [at for at, sentence in enumerate(sentences) if sentence.text == told]
    assert len(again) == 2
    assert fresh[again].tolist() == [True, False]
    assert fresh.sum() == len(sentences) - 1
    assert str(newsclean.summarize(text, language="en", length=3)).count(told) == 1
