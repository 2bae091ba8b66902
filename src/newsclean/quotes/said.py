"""A quote on its way through this stage: the fields of `Quote` but what ranking adds.

A named tuple, as a quote takes several steps to be made and a frozen record is slow to make.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.document import QuoteKind


class Said(NamedTuple):
    """What somebody said; see `newsclean.document.Quote`."""

    text: str
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None = None
    role: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    attribution: str | None = None
    confidence: float = 0.0
    continues: bool = False
