"""Damaged files and strange text: a result, or one line, and never anything else."""

from __future__ import annotations

import pytest

import fuzz_stages


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_damaged_input_passes_every_stage_or_is_refused(seed: int) -> None:
    """A thousand executions; `python tests/benchmarks/trust.py --executions N` runs more."""
    files = fuzz_stages.corpus()
    for number in range(1000):
        fuzz_stages.execute(seed, number, files)


def test_a_few_every_time() -> None:
    """A handful of the above, in the fast tests; every stage has its turn."""
    files = fuzz_stages.corpus()
    reached = set()
    for number in range(200):
        reached.add(fuzz_stages.chosen(90, number)[0].name)
        assert fuzz_stages.execute(90, number, files) in ("ok", "refused")
    assert reached == {kind.name for kind in fuzz_stages.KINDS}
