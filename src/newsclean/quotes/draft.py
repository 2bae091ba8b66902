"""A quote on its way through this stage: the fields of `Quote` but what ranking adds.

A named tuple, as a quote takes several steps to be made and a frozen record is slow to make.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.document import QuoteKind, Span

ANSWER = "answer in an interview"
"""The rule of quotes that are answers, without marks."""
TURN, ASKED = "turn of a transcript", "turn of who asks"
"""The rules of quotes that are turns, without marks; what an interviewer says is no key quote."""
SIGNATURE = "signature"
"""The rule of quotes that a name signs."""

NEXT_PARAGRAPH = "next paragraph of a quote"
"""The rule for what goes on from a quote that the paragraph before left open."""
DASHED = "dash speech"
"""The rule for what a dash opens."""


Who = tuple[str | None, str | None]
"""A speaker and the role."""


class Grounds(NamedTuple):
    """How a speaker was found, for the model that says how often that is right."""

    route: str
    """The way: `clause`, `plain`, `model`, `signed`, `implied`, `told`, `above`, `only`, ..."""
    pattern: str = ""
    """Where its mention stands and how it stands to a verb, as the features name it."""
    place: int = -1
    """The mention, -1 for none."""
    entity: int = -1
    sure: float = 1.0
    """That this mention says it."""
    certain: float = 1.0
    """That the mention is the one named."""
    again: float = 1.0
    """That a quote goes on from the one before; 1 where it is not about that."""
    paragraph: int = -9
    """Where the mention stands."""


class QuoteDraft(NamedTuple):
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
    rule: str | None = None
    grounds: Grounds | None = None
    """How its speaker was found; not a part of a `Quote`."""
    own: bool = False
    """Whether its own clause says it of somebody without a name, or of a body: "a teacher said".
    Not a part of a `Quote` either, nor is the next."""
    incises: tuple[Span, ...] = ()
    """Where the reporter breaks in between its marks."""

    def said_by(self, who: Who, place: Span, cue: str | None, how: str, sure: float) -> QuoteDraft:
        """The quote with its speaker and role, the words that name them, and how it was found."""
        return self._replace(
            speaker=who[0],
            role=who[1],
            speaker_start=place[0],
            speaker_end=place[1],
            cue=cue,
            attribution=how,
            confidence=sure,
        )

    def going_on_from(self, last: QuoteDraft) -> QuoteDraft:
        """The quote as the next part of what the speaker of `last` says."""
        return last._replace(
            text=self.text,
            start=self.start,
            end=self.end,
            kind=self.kind,
            rule=self.rule,
            attribution="goes on from the quote before" if last.speaker else None,
            continues=True,
            incises=self.incises,
        )


class Source(NamedTuple):
    """The verb that says a quote is one, found without a tokenizer, and whose it is if known."""

    place: Span
    """Where the verb stands."""
    side: str
    """`colon` where a colon leads from it to the quote, else `before` or `after`."""
    cue: str
    speaker: str | None = None
    role: str | None = None
    mention: Span | None = None
    pronoun: bool = False
    """Is it said by somebody named before?"""
