"""A stretch between marks as the rules of `kinds` see it: its words, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.context.context import AttributionContext

Kind = Literal["direct", "mixed", "none"]
FINAL = ".!?…؟।"
_CLOSES = ".!?;)"


class Stretch(NamedTuple):
    """A stretch between marks as the rules see it. Sizes are in words."""

    context: AttributionContext
    number: int
    option: Candidate
    """What it is attributed to."""
    speaker_probability: float
    """That it has a speaker at all."""
    before: Kind
    """The kind of the stretch before, which it may go on from."""
    weights: Mapping[str, float]
    """Of the model that tells fragments from terms."""
    first: int
    """Its first word, the opening mark."""
    last: int
    """The word after its closing mark."""
    begin: int
    """The first word of its sentence."""
    inner: list[str]
    """Its words, lower case, without punctuation."""
    upper: bool
    """It begins with a capital."""
    clause: bool
    """It has a word that a whole clause has and a fragment seldom."""
    whole: bool
    """It begins as a sentence or a clause does."""
    stopped: bool
    """It ends with a stop, or with a comma before its attribution."""
    final: str
    """Its last character."""
    left: str
    """The word before it in its sentence, "" where it begins the sentence."""
    right: str
    """The word after it, "" where it ends the sentence."""
    open_right: bool
    """Nothing of the reporter's sentence follows but the attribution."""

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self.inner)

    @property
    def cased(self) -> bool:
        """Whether its script has capitals."""
        return any(word != word.upper() for word in self.inner)

    @property
    def attributed(self) -> bool:
        """Whether a word says that somebody speaks."""
        return self.option.cue >= 0


def stretch_of(
    context: AttributionContext,
    number: int,
    option: Candidate,
    speaker_probability: float,
    before: Kind,
    weights: Mapping[str, float],
) -> Stretch:
    """Quote `number` as the rules see it; see `Stretch` for the arguments."""
    words, marked, lexicon = context.words, context.marked[number], context.lexicon
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    body = context.text[marked.start : marked.end]
    inner = [word for word in words.low[first + 1 : last] if word[0].isalnum()]
    final, cue = body[-1:], option.cue
    right = words.text[last] if last < end else ""
    upper = body.lstrip("…. [(¿¡")[:1].isupper()
    clause = not lexicon.clauses.isdisjoint(inner)
    return Stretch(
        context,
        number,
        option,
        speaker_probability,
        before,
        weights,
        first,
        last,
        begin,
        inner,
        upper=upper,
        clause=clause,
        whole=upper or (clause and inner[0] not in lexicon.complementisers),
        stopped=final in FINAL or (final == "," and cue >= last),
        final=final,
        left=words.text[first - 1] if first > begin else "",
        right=right,
        open_right=not right or right in _CLOSES or cue >= last,
    )
