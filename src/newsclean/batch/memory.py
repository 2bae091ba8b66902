"""How much memory an article may take in a worker."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_STATUS = Path("/proc/self/status")
_FIELD = "VmData:"
"""What a process holds for itself in kB: what the system compares with RLIMIT_DATA."""

_SIDE = 128
"""Smaller products of matrices need no buffer."""


def check(most: int | None) -> None:
    """Nothing, where there is no limit or this system keeps one.

    Raises:
        UsageError: this system does not say how much memory a process holds.
    """
    if most is not None and not _STATUS.exists():
        raise UsageError("--max-memory needs Linux; here, `ulimit` may do it for the whole batch")


def prepare() -> None:
    """Have what is set aside once for a process: it does not count for the first article.

    OpenBLAS takes a buffer at the first product of matrices, and ends the process where it cannot.
    """
    import numpy as np

    square = np.ones((_SIDE, _SIDE), np.float32)
    np.matmul(square, square)


@contextlib.contextmanager
def limited(most: int | None) -> Iterator[None]:
    """Lets the process take `most` bytes more than it holds; without limit where that is None.

    What asks for more is told that there is no memory (MemoryError). The limit is the system's
    (RLIMIT_DATA), so that it holds for C libraries, too.
    """
    if most is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = _held() + most
    limits = [wanted, *(each for each in (soft, hard) if each != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_DATA, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _held() -> int:
    """The bytes that this process holds."""
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith(_FIELD))
