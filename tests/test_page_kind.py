"""Pages that are no article, told by their numbers: what the weights were learned from."""

from __future__ import annotations

import pytest

from newsclean.cleaning.selection import page_kind


def test_weights_of_other_numbers_are_refused() -> None:
    """A number that was renamed, added or moved since the training is told, not weighed wrongly."""
    names = page_kind._model().numbers
    row = dict.fromkeys(names, 0.5)
    assert isinstance(page_kind.score(row, 1.0), float)
    for other in (
        {**row, "another": 0.5},
        dict.fromkeys(names[1:], 0.5),
        {f"new {name}": 0.5 for name in names},
        dict.fromkeys(reversed(names), 0.5),
    ):
        with pytest.raises(ValueError, match="train it anew"):
            page_kind.score(other, 1.0)
