"""How much is read of one input, so that no file can use up the machine."""

from __future__ import annotations

MAX_BYTES = 100_000_000
"""The most bytes one document may have, also after decompression; `--max-size` sets another."""


def megabytes(size: int) -> str:
    """A number of bytes for a message.

    >>> megabytes(MAX_BYTES), megabytes(50_000)
    ('100 MB', '0.05 MB')
    """
    return f"{size / 1_000_000:g} MB"
