"""On the testers' small pages newsclean decides what was recorded, in every part of the digest.

What is right there, and how much of it holds, `benchmarks/variants.py` says. Here a change that is
not meant shows, on pages that no other test has.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import recording

_outlines = cache(recording.outlines)


@pytest.mark.parametrize("path", recording.variants(), ids=recording.name_of)
def test_every_part_of_the_digest_is_as_recorded(path: Path) -> None:
    recorded = _outlines().get(recording.name_of(path), {})
    changed = recording.parts_changed(recorded, recording.outline(path))
    assert not changed, "see it with `newsclean explain`; if it is meant: python tests/recording.py"
