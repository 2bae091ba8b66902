"""What newsclean decides on invented inputs is what was recorded and read by a person.

After a change that is meant to decide otherwise: `python tests/recording.py`, and read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import recording


@pytest.mark.parametrize(
    "path", recording.inputs(), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_the_decision_is_the_recorded_one(path: Path) -> None:
    recorded = recording.digest_of(path).read_text(encoding="utf-8")
    changed = recording.difference(recorded, recording.record(path))
    assert not changed, f"\n{changed}"
