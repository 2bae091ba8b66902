"""The parts of the networks over lines: each says what its definition says, to rounding."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from newsclean import weights_file
from newsclean.arrays import Floats
from newsclean.cleaning.model import layers
from newsclean.cleaning.model.embedding import Vocabulary, embed

CHANCE = np.random.default_rng(0)
LAST = 0xFFFFFFFF


def some(*shape: int) -> Floats:
    return CHANCE.standard_normal(shape).astype(np.float32)


def normalised(state: Floats) -> Floats:
    """Root mean square normalisation as it is defined."""
    out: Floats = state / np.sqrt((state**2).mean(axis=1, keepdims=True) + 1e-5)
    return out


@pytest.mark.parametrize("hashes", [[], [0], [LAST], [0, 1, 2, 3, LAST - 1, LAST]])
def test_words_at_the_edges_are_found(hashes: list[int]) -> None:
    """What is in the vocabulary has its own row, and nothing else has one."""
    known = Vocabulary(np.array(hashes, np.uint32))
    asked = np.array([0, 1, 5, 1 << 31, LAST - 1, LAST], np.uint32)
    rows, which = known(asked)
    assert known.hashes[rows].tolist() == asked[which].tolist()
    assert asked[which].tolist() == [word for word in asked.tolist() if word in hashes]


def test_words_of_a_page_are_found() -> None:
    """Thousands of words, known and unknown, come out as a search one by one finds them."""
    hashes = np.unique(CHANCE.integers(0, LAST, 9000).astype(np.uint32))
    asked = np.concatenate([hashes[::3], CHANCE.integers(0, LAST, 3000).astype(np.uint32)])
    asked = CHANCE.permutation(asked)
    rows, which = Vocabulary(hashes)(asked)
    places = {word: row for row, word in enumerate(hashes.tolist())}
    assert rows.tolist() == [places[word] for word in asked.tolist() if word in places]
    assert which.tolist() == [word in places for word in asked.tolist()]


def test_a_line_is_the_sum_of_its_words() -> None:
    """Over the root of their number; a line without words is nothing, wherever it stands."""
    table, rows, lines = some(20, 4), np.array([3, 5, 3, 7]), np.array([1, 1, 3, 3])
    found = embed(table, rows, lines, 5)
    assert np.allclose(found[1], (table[3] + table[5]) / np.sqrt(2), atol=1e-6)
    assert np.allclose(found[3], (table[3] + table[7]) / np.sqrt(2), atol=1e-6)
    assert not found[[0, 2, 4]].any()
    assert not embed(table, rows[:0], lines[:0], 3).any()


def test_normalised_lines_are_of_one_size() -> None:
    """Each line's numbers come out with a mean square of one; nothing stays nothing."""
    state = some(30, 8) * 50 + 3
    assert np.allclose(layers.rms_norm(state), normalised(state), atol=1e-4)
    assert not layers.rms_norm(np.zeros((2, 8), np.float32)).any()


@pytest.mark.parametrize("lines", [1, 2, 3, 9])
def test_a_block_sees_two_other_lines(lines: int) -> None:
    """Each line sees those so far above and below it, where there are such."""
    shapes = {"conv.w": (12, 4), "conv.b": (4,), "mix.w": (4, 4)}
    net = {f"block0.{name}": some(*shape) for name, shape in shapes.items()}
    net["block0.mix.b"] = some(4)
    state = some(lines, 4)
    padded = np.zeros((lines + 4, 4), np.float32)
    padded[2:-2] = normalised(state)
    seen = np.concatenate([padded[:-4], padded[2:-2], padded[4:]], axis=1)
    hidden = np.maximum(seen @ net["block0.conv.w"] + net["block0.conv.b"], 0)
    expected = state + hidden @ net["block0.mix.w"] + net["block0.mix.b"]
    assert np.allclose(layers.block(net, 0, 2)(state), expected, atol=1e-4)


@pytest.mark.parametrize("lines", [1, 2, 7, 64, 65])
def test_what_was_noticed_so_far(lines: int) -> None:
    """The most above each line and the most below it, itself included."""
    noticed = some(lines, 3)
    above, below = np.split(layers.running_max(noticed), 2, axis=1)
    assert np.array_equal(above, np.maximum.accumulate(noticed, axis=0))
    assert np.array_equal(below, np.maximum.accumulate(noticed[::-1], axis=0)[::-1])


def test_a_file_comes_back() -> None:
    """What the nets share to the letter, their weights to 16 bits, how they are built."""
    shared = {"words": np.array([1, LAST], np.uint32), "scale": some(3)}
    net: dict[str, Any] = {"in.w": some(2, 3).astype(np.float16), "dilations": (1, 2)}
    again, nets = weights_file.loads(
        b"TEST", weights_file.dump(b"TEST", shared, [net, net], "a note")
    )
    assert again["words"].tolist() == [1, LAST]
    assert np.array_equal(again["scale"], shared["scale"])
    assert [one["dilations"] for one in nets] == [[1, 2], [1, 2]]
    assert all(np.array_equal(one["in.w"], net["in.w"]) for one in nets)


def test_a_file_of_another_kind_is_refused() -> None:
    """Its first bytes tell."""
    with pytest.raises(ValueError, match="not a newsclean network"):
        weights_file.loads(b"TEST", weights_file.dump(b"ELSE", {}, [], ""))
