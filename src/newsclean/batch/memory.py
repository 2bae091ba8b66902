"""How much memory an article may take in a worker."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.errors import NoArticleError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_STATUS = Path("/proc/self/status")
_FIELD = "VmData:"
"""What a process holds for itself in kB: what the system compares with RLIMIT_DATA."""

_SMALL = (
    "The council of Port Marren voted on Tuesday to reopen the old ferry line to the islands. "
    "“We are glad of it,” said Ann Lee, the mayor, after a debate of six hours.\n\n"
)
_TIMES = 4
"""So often it is an article, which has a summary and quotes."""
_SIDE = 128
"""Smaller products of matrices need no buffer."""


def check(most: int | None) -> None:
    """Nothing, where there is no limit or this system keeps one.

    Raises:
        UsageError: this system does not say how much memory a process holds.
    """
    if most is not None and not is_kept():
        raise UsageError("--max-memory needs Linux; here, `ulimit` may do it for the whole batch")


def is_kept() -> bool:
    """Whether this system says how much memory a process holds, so that a limit can be kept."""
    return _STATUS.exists()


def prepare() -> None:
    """Have what is set aside once for a process: it does not count for the first article.

    OpenBLAS takes a buffer at the first product of matrices, and ends the process where it cannot.
    The weights of the networks and the commonest word lists are read for the first articles, one
    of text and one of HTML.
    """
    import numpy as np

    from newsclean import pipeline
    from newsclean.options import Options
    from newsclean.sources import read

    square = np.ones((_SIDE, _SIDE), np.float32)
    np.matmul(square, square)
    for name, text in (("a.txt", _SMALL * _TIMES), ("a.html", f"<p>{_SMALL}" * _TIMES)):
        with contextlib.suppress(NoArticleError):
            pipeline.digest_document(read.from_bytes(text.encode(), name), Options())


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
