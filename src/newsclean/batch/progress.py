"""How far a batch is, on standard error: a bar on a terminal, else a line in ten seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from rich.progress import Progress

INTERVAL = 10.0
"""Seconds between two lines where there is no terminal."""


class Meter(Protocol):
    """Something to be told of progress while it is entered."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """End."""

    def advance(self, done: int, *, new: bool = True) -> None:
        """`done` articles are dealt with; the last was worked on if `new`, else unchanged."""


def meter(total: int | None, complain: Callable[[str], None], *, quiet: bool = False) -> Meter:
    """A meter that suits standard error; `total` is None where it is not known."""
    if quiet:
        return Silent()
    if sys.stderr is not None and sys.stderr.isatty():
        return Bar(total)
    return Lines(total, complain)


class Silent:
    """Says nothing."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End."""

    def advance(self, done: int, *, new: bool = True) -> None:
        """See `Meter`."""


class Lines(Silent):
    """Tells `complain` a line every `INTERVAL` seconds."""

    def __init__(self, total: int | None, complain: Callable[[str], None]) -> None:
        """`total` is how many articles there are."""
        self._total = total
        self._complain = complain
        self._start = self._last = time.monotonic()
        self._worked = 0

    def advance(self, done: int, *, new: bool = True) -> None:
        """See `Meter`."""
        self._worked += new
        now = time.monotonic()
        if now - self._last < INTERVAL:
            return
        self._last = now
        rate = self._worked / (now - self._start)
        if self._total is None:
            self._complain(f"{done} done, {rate:.1f} a second")
            return
        left = f", {duration((self._total - done) / rate)} left" if rate else ""
        self._complain(f"{done} of {self._total} done, {rate:.1f} a second{left}")


class Bar(Silent):
    """A bar with rate and time left."""

    def __init__(self, total: int | None) -> None:
        """`total` is how many articles there are."""
        self._total = total
        self._bar: Progress | None = None

    def __enter__(self) -> Self:
        """Show it; what is written to standard error meanwhile appears above it."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[pace]}"),
            console=Console(stderr=True),
            transient=True,
            refresh_per_second=5,
        )
        self._task = self._bar.add_task("", total=self._total, pace="")
        self._start = time.monotonic()
        self._worked = 0
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        if self._bar:
            self._bar.stop()

    def advance(self, done: int, *, new: bool = True) -> None:
        """See `Meter`."""
        if not self._bar:
            return
        self._worked += new
        rate = self._worked / max(time.monotonic() - self._start, 0.001)
        pace = f"{rate:.1f}/s"
        if self._total is not None and rate:
            pace += f", {duration((self._total - done) / rate)} left"
        self._bar.update(self._task, completed=done, pace=pace)


def duration(seconds: float) -> str:
    """A time as a person says it.

    >>> duration(7.6), duration(200), duration(9000)
    ('8 s', '3 min 20 s', '2 h 30 min')
    """
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
