"""Twice as long takes twice as long: no shape of input makes a stage super-linear."""

from __future__ import annotations

import pytest

import shapes
from conftest import once

SMALL, LARGE = 25_000, 100_000
STEEPEST = 1.5
"""Between 1, as it should be, and 2, as it must not be: short times are not exact."""
TOO_SHORT_S = 0.15
"""Below this nothing can be said, and nothing matters."""


@pytest.mark.slow
@pytest.mark.parametrize("name", shapes.SHAPES)
def test_growth_is_linear(name: str) -> None:
    """Four times the input takes at most eight times as long."""
    shape = shapes.SHAPES[name]

    def linear() -> bool:
        large = shapes.seconds(shape, LARGE)
        if large < TOO_SHORT_S:
            return True
        return shapes.exponent([SMALL, LARGE], [shapes.seconds(shape, SMALL), large]) < STEEPEST

    assert once(linear)
