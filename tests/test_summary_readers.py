"""What was learnt of readers: the shipped model, and summaries that say the point."""

from __future__ import annotations

import numpy as np
import pytest

import newsclean
from newsclean import split_sentences
from newsclean.summary.ranking import hashed, readers
from newsclean.summary.ranking.features import extract
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.ranking.network import Network, scaled

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
REVIEW = (
    "I have owned more coffee grinders than I would like to admit. My kitchen looks like a museum "
    "of them, and my family has stopped asking.\n"
    "When the Molino 4 arrived in a box the size of a small dog, I was curious. Everybody seems to "
    "talk about grinders these days.\n"
    "The box holds the grinder, a brush and a short manual. The lid is made of plastic.\n"
    "The Molino 4 has 31 settings, and a dial at its side moves from one to the next with a click. "
    "Setting it up took me ten minutes.\n"
    "The noise is another matter. My neighbour knocked on the wall on the second morning.\n"
    "Overall, the Molino 4 grinds as evenly as machines that cost twice as much, but it is too "
    "loud and too slow for a busy kitchen. Its brush does the rest."
)


def test_a_verdict_at_the_end_is_told() -> None:
    made = str(newsclean.summarize(REVIEW, title="Molino 4 review", language="en", length=4))
    assert "too loud and too slow" in made


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
    judged = readers.Judged(wanted, np.zeros(30), leaning, np.full(30, -3.0), wanted)
    people = Introductions(features.terms)
    found = readers.candidates(features, judged, people, 3).tolist()
    assert {0, 1, 2, 20, 24, 25} <= set(found)
    assert found == sorted(found)
    assert readers.MOST_CANDIDATES <= len(found) <= readers.MOST_CANDIDATES + 1
    assert readers.candidates(features, judged, people, 31).tolist() == []


@pytest.mark.parametrize("between", [0, 1, 30])
def test_what_is_said_word_for_word_again_is_told_once(between: int) -> None:
    """The second of two equal sentences is in no summary, wherever it stands."""
    told = "The council of Karlsby decided on Monday to reopen the tram line to the harbour."
    rest = [
        f"Line {number} was closed by the storm of {1950 + number}." for number in range(between)
    ]
    text = " ".join([told, *rest, told, "The mayor said that the line will open in the spring."])
    sentences = split_sentences(text)
    fresh = extract(sentences, "en", None).fresh
    again = [at for at, sentence in enumerate(sentences) if sentence.text == told]
    assert len(again) == 2
    assert fresh[again].tolist() == [True, False]
    assert fresh.sum() == len(sentences) - 1
    assert str(newsclean.summarize(text, language="en", length=3)).count(told) == 1


def test_a_model_of_other_columns_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = readers.dump(readers.load("en"), "a note")
    assert readers.loads(data).weights == pytest.approx(readers.load("en").weights)
    monkeypatch.setattr(readers, "input_names", lambda: ("another",))
    with pytest.raises(ValueError, match="train it anew"):
        readers.loads(data)


def test_words_are_hashed_with_their_place_in_the_sentence() -> None:
    features = extract(split_sentences("Ann saw Bo.\nBo saw Ann.\nAnn saw Bo."), "en", None)
    rows, buckets = hashed.buckets(features.terms, 0, 3)
    first, second, third = (sorted(buckets[rows == row].tolist()) for row in range(3))
    assert first == third != second
    assert len(first) == 3 + 2 + 2 + 2 + 1  # words, pairs, ends, first and second word, opening


def test_words_of_an_empty_sentence_say_nothing() -> None:
    features = extract(split_sentences("Ann saw Bo.\n***\nBo."), "en", None)
    table = np.ones((hashed.BUCKETS, 2), np.float32)
    said = hashed.scores(features.terms, table, 0, 3)
    assert said.shape == (2, len(features.lengths))
    assert (said[:, features.lengths == 0] == 0).all()


def test_the_network_sees_neighbours_and_the_whole() -> None:
    def weights(*shape: int) -> np.ndarray:
        return np.random.default_rng(sum(shape)).normal(size=shape)

    near, whole = weights(6, 2), weights(4, 2)
    net = Network(
        np.zeros((3, 1)), np.zeros(1), weights(3, 2), np.zeros(2), near, np.zeros(2), whole,
        np.zeros(2), weights(2, 1), np.zeros(1),
    )  # fmt: skip
    values = scaled(weights(9, 3) * 3, np.zeros(3), np.ones(3))
    other = values.copy()
    other[5] = 6.0
    alone = net._replace(near=near * 0, whole=whole * 0)
    beside = net._replace(whole=whole * 0)

    def changed(network: Network) -> set[int]:
        return set(np.flatnonzero(abs(network(values) - network(other))[:, 0] > 1e-9).tolist())

    assert changed(alone) == {5}
    assert {5} < changed(beside) <= {4, 5, 6}
    assert changed(net) > {4, 5, 6}


def test_a_book_is_judged_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sentence is judged once, in its place: what words say is the same in parts."""
    features = extract(split_sentences(FEATURE), "en", None)
    table = readers.load("en").table
    whole = hashed.scores(features.terms, table, 0, 7)
    parts = [hashed.scores(features.terms, table, at, min(7, at + 3)) for at in range(0, 7, 3)]
    assert np.concatenate(parts, 1) == pytest.approx(whole)
    monkeypatch.setattr(readers, "_MOST_AT_ONCE", 3)
    assert len(readers.judge(features, readers.load("en")).core) == len(features.lengths) == 7
