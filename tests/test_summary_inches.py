"""Marks that open no quotation: inches, and Hebrew abbreviations."""

from __future__ import annotations

import pytest

from newsclean.summary.text.standing import is_half_quotation


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ('The shop sold a 19" set on Wednesday.', False),
        ('The wall takes a 32.5" board, he said.', False),
        ('צה"ל יפנה את המחסן', False),
        ('"We sold a 19" set," she said.', False),
        ('"We sold the last set, she said.', True),
        ('It closed in 1971" and never opened.', True),
        ('The set, he said, was "old.', True),
    ],
)
def test_half_a_quotation(text: str, half: bool) -> None:  # noqa: FBT001 - what is expected
    """A mark behind a small number measures something."""
    assert is_half_quotation(text) is half
