"""How much is read of one input, so that no file can use up the machine."""

from __future__ import annotations

MAX_BYTES = 100_000_000
"""The most bytes one document may have, also after decompression."""
