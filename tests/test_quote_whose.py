"""Whom "who" means, whose neighbour speaks, how a name is printed: `cases/speakers.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean.quotes import find

_CASES = json.loads((Path(__file__).parent / "cases" / "speakers.json").read_text())


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['kind']}: {case['text'][-40:]}")
def test_the_last_quote_is_whose_its_sentence_says(case: dict[str, str]) -> None:
    """The speaker of the last quote, in an article that names somebody else first."""
    quote = find(case["text"], case["language"])[-1]
    assert (quote.speaker or "") == case["speaker"]
    assert "role" not in case or (quote.role or "") == case["role"]
