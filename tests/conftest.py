"""What the tests share: the samples, and a way to run the real program."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every run and no limit of time on one of them: a loaded machine is no bug.
# `pytest --hypothesis-profile=default` looks for new examples.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
HARBOUR = ROOT / "tests" / "cases" / "harbour.txt"

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def environment(home: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """A bare environment: no colour wishes, no configuration, an empty home."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "SYSTEMROOT") if name in os.environ}
    return {**kept, "HOME": str(home), **(extra or {})}


def obey_interrupts() -> None:
    """Ctrl-C ends a process again, where the tests run in the background and it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def once(holds: Callable[[], bool]) -> bool:
    """Whether something about times holds in one try of five.

    A busy machine slows now this run and now that; what is slow in itself is slow each time.
    """
    return any(holds() for _ in range(5))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home folder."""
    path = tmp_path / "home"
    path.mkdir()
    return path


@pytest.fixture
def run(tmp_path: Path, home: Path) -> Run:
    """Runs `newsclean ARGS` as a process of its own and gives what it printed and its exit code."""

    def newsclean(
        *args: object,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path = tmp_path,
        timeout: float = 60,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "newsclean", *map(str, args)],
            input=stdin,
            capture_output=True,
            env=environment(home, env),
            cwd=cwd,
            timeout=timeout,
            check=False,
        )

    return newsclean


@pytest.fixture
def run_tty(tmp_path: Path, home: Path) -> Callable[..., tuple[int, str]]:
    """Runs `newsclean ARGS` with all of its streams on a terminal of the given width."""

    def newsclean(
        *args: object, columns: int = 80, env: Mapping[str, str] | None = None
    ) -> tuple[int, str]:
        master, slave = pty.openpty()
        variables = {
            "TERM": "xterm-256color",
            "COLUMNS": str(columns),
            "PAGER": "",
            **(env or {}),
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "newsclean", *map(str, args)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(home, variables),
            cwd=tmp_path,
        )
        os.close(slave)
        chunks = []
        while True:
            try:
                chunk = os.read(master, 65536)
            except OSError:
                break
            if not chunk:
                break
            chunks.append(chunk)
        os.close(master)
        return process.wait(timeout=60), b"".join(chunks).decode().replace("\r\n", "\n")

    return newsclean
