"""Long text on a terminal goes through the user's pager, as git's does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import SAMPLES, Run

RunTty = Callable[..., tuple[int, str]]
LONG = SAMPLES / "harbour-audit.txt"


@pytest.fixture
def pager(tmp_path: Path) -> dict[str, str]:
    """A pager that says it ran, with which LESS, and how much it read."""
    script = tmp_path / "pager"
    script.write_text('#!/bin/sh\necho "PAGED $1 LESS=$LESS"\nwc -l\n')
    script.chmod(0o755)
    return {"PAGER": f"{script} option"}


def test_long_text_on_a_terminal_is_paged(run_tty: RunTty, pager: dict[str, str]) -> None:
    """PAGER may have options; LESS is FRX unless the user has another."""
    code, shown = run_tty("summarize", LONG, env=pager)
    assert code == 0
    assert "PAGED option LESS=FRX" in shown
    assert "Vesterholm" not in shown
    code, shown = run_tty("summarize", LONG, env={**pager, "LESS": "R"})
    assert "LESS=R\n" in shown


def test_what_fits_is_printed_at_once(run_tty: RunTty, pager: dict[str, str]) -> None:
    code, shown = run_tty("summarize", LONG, "--headline", env=pager)
    assert code == 0
    assert "PAGED" not in shown
    assert "Vesterholm Halts Harbour Dredging" in shown


@pytest.mark.parametrize("off", ["--no-pager", "", "cat", "no-such-program-here"])
def test_a_pager_can_be_left_out(run_tty: RunTty, pager: dict[str, str], off: str) -> None:
    """By --no-pager, an empty PAGER, cat, or one that is not there."""
    wish = [off] if off.startswith("--") else []
    env = pager if wish else {"PAGER": off}
    code, shown = run_tty("summarize", LONG, *wish, env=env)
    assert code == 0
    assert "PAGED" not in shown
    assert "Key quotes" in shown


def test_a_pipe_has_no_pager(run: Run, pager: dict[str, str]) -> None:
    assert b"PAGED" not in run("summarize", LONG, env=pager).stdout


def test_a_pager_that_is_left_early_is_no_error(run_tty: RunTty, tmp_path: Path) -> None:
    """`q` before the end of a text that no pipe holds: no traceback, a documented code."""
    (tmp_path / "big.txt").write_text("\n\n".join([LONG.read_text(encoding="utf-8")] * 60))
    code, shown = run_tty(
        "summarize", "big.txt", "--no-clean", "--show", "article", env={"PAGER": "head -1"}
    )
    assert code in (0, 141)
    assert "Traceback" not in shown
