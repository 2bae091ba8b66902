"""Who speaks: the speakers of an article, and what is asked of those so far for each quote."""

from __future__ import annotations

from typing import NamedTuple


class Speaker(NamedTuple):
    """Somebody who speaks: an entity of the article, or a description in its own words."""

    entity: int = -1
    text: str = ""
    head: str = ""
    person: bool | None = None
    gender: str = ""
    role: str | None = None
    paragraph: int = -9
    """Where it last spoke."""


NOT_KNOWN = Speaker()


class Voices:
    """The speakers so far, in order. What is asked of all of them is kept up to date."""

    __slots__ = ("_described", "_texts", "entities", "last", "last_but_one")

    def __init__(self) -> None:
        """Nobody has spoken."""
        self.last = NOT_KNOWN
        self.last_but_one = NOT_KNOWN
        self.entities: set[int] = set()
        """The entities that have spoken, and -1 where a description has."""
        self._described: dict[str, Speaker] = {}
        self._texts: dict[str, set[str]] = {}

    def add(self, speaker: Speaker) -> None:
        """One more has spoken."""
        self.last, self.last_but_one = speaker, self.last
        self.entities.add(speaker.entity)
        self._texts.setdefault(speaker.gender, set()).add(speaker.text)
        if speaker.entity < 0:
            self._described[speaker.head] = speaker

    def described(self, head: str) -> Speaker | None:
        """The last speaker without a name who was called this."""
        return self._described.get(head)

    def is_only(self, gender: str) -> bool:
        """Whether just one speaker so far is of this gender or of none that is known."""
        unknown, known = self._texts.get("", set()), self._texts.get(gender, set())
        return max(len(unknown), len(known)) == 1 and len(unknown | known) == 1
