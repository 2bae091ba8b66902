"""How much is read of one input, so that no file can use up the machine."""

from __future__ import annotations

from typing import Protocol

MAX_BYTES = 100_000_000
"""The most bytes one document may have, also after decompression; `--max-size` sets another."""

_PIECE_BYTES = 1_000_000
"""Most inputs are smaller; Python sets aside at once as many bytes as are asked for."""


class Readable(Protocol):
    """An open file, or what is read like one."""

    def read(self, size: int, /) -> bytes:
        """So many bytes; fewer only where it ends."""


def read_at_most(file: Readable, most: int) -> bytes:
    """The bytes of a file, `most` of them if it has more."""
    pieces = []
    while most > 0:
        asked = min(most, _PIECE_BYTES)
        pieces.append(file.read(asked))
        if len(pieces[-1]) < asked:  # on a terminal, to ask again would be to wait for a second end
            break
        most -= asked
    return b"".join(pieces)


def megabytes(size: int) -> str:
    """A number of bytes for a message.

    >>> megabytes(MAX_BYTES), megabytes(50_000)
    ('100 MB', '0.05 MB')
    """
    return f"{size / 1_000_000:g} MB"
