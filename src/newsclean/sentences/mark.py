"""A mark that may end a sentence, as the rules read it."""

from __future__ import annotations

from dataclasses import dataclass

from newsclean.sentences.knowledge import Knowledge


@dataclass(slots=True, eq=False)
class Mark:
    """A mark that may end a sentence, and what stands around it. Made anew for each."""

    piece: str
    knowledge: Knowledge
    start: int
    """Where the mark begins."""
    end: int
    """Where what closes with it ends."""
    reach: int
    """Where the blanks behind it end."""
    mark: str
    close: str
    gap: str
    after: str
    """The word behind."""
    then: str | None
    """The one behind that."""
    word: str
    """The word before the mark."""
    last: int
    """Where the sentence before ended."""
