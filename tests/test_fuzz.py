"""Damaged files and strange text: a digest, or one line, and never anything else."""

from __future__ import annotations

import random

import pytest

import fuzz


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    """Two hundred damaged files of every kind, from bytes to every output."""
    for number, data in enumerate(fuzz.executions(seed)):
        if number == 200:
            break
        fuzz.execute(data, whole=number % 4 == 0)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_strange_text_passes_every_stage(seed: int) -> None:
    """Words, marks and signs in no order, through each function of the interface."""
    chance = random.Random(seed)
    for _ in range(100):
        fuzz.stages(chance)


def test_a_few_damaged_files_every_time() -> None:
    """A handful of the above, in the fast tests."""
    for number, data in enumerate(fuzz.executions(99)):
        if number == 25:
            break
        fuzz.execute(data, whole=number % 5 == 0)
