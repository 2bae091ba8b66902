"""What all trainings of networks over lines share: each number says what it is said to say."""

from __future__ import annotations

import numpy as np
import pytest

from newsclean.arrays import Bag

pytest.importorskip("torch")

from newsclean.training.cleaning import fitting


def test_targets() -> None:
    """Before the body, in it, after it; a page without one is neither before nor after."""
    keep = np.array([False, True, False, True, False])
    assert fitting.targets(keep).T.tolist() == [[0, 1, 0, 1, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 1]]
    assert not fitting.targets(np.zeros(3, bool)).any()


def test_a_long_page_is_one_page() -> None:
    """The lines of a body weigh as much together, however many they are."""
    one, two = (
        fitting.line_weights(np.ones(count, bool), np.full(count, 50, np.float32))
        for count in (5, 50)
    )
    assert one.sum() == pytest.approx(two.sum())


def test_words_of_one_site_are_not_learnt() -> None:
    """A word counts by the domains it stands on, not by how often; the most usual ones stay."""
    sites = (("a", [1, 2, 9]), ("b", [1, 2]), ("c", [1]), ("a", [9, 9]))
    bags = [
        (Bag(np.array(hashes, np.uint32), np.zeros(len(hashes), np.int64)), domain)
        for domain, hashes in sites
    ]
    assert fitting.vocabulary(bags, 2, 10).hashes.tolist() == [1, 2]
    assert fitting.vocabulary(bags, 1, 2).hashes.tolist() == [1, 2]
    assert fitting.vocabulary(bags, 1, 1).hashes.tolist() == [1]


def test_every_page_is_in_one_batch() -> None:
    """Batches are of limited size, and no page is left out or comes twice."""
    counts = [3, 900, 40, 41, 5000, 7, 39] * 20
    batches = fitting.by_length(counts, np.random.default_rng(0))
    assert sorted(index for batch in batches for index in batch) == list(range(len(counts)))
    assert len(batches) > 5
    for batch in batches:
        assert len(batch) * min(fitting.LONGEST, max(counts[index] for index in batch)) <= 4000


@pytest.mark.parametrize("count", [1, 400, 401, 5000])
def test_windows_lie_in_the_page(count: int) -> None:
    """Short pages are taken whole, of long ones as many lines as are trained on at once."""
    rng, keep = np.random.default_rng(0), np.zeros(count, np.float32)
    keep[count // 2 :] = 1
    for _ in range(20):
        start, end = fitting.window(keep, rng)
        assert 0 <= start < end <= count
        assert end - start == min(count, fitting.LONGEST)
