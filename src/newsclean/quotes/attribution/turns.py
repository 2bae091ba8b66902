"""A quote that seems to go on -> where the turn of its speaker ends."""

from __future__ import annotations

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.context.context import AttributionContext

_TOLD_BETWEEN = 0.58
"""How sure it is that a quote is of the person whom the sentence before is about; a guess."""


def told_between(
    context: AttributionContext, number: int, option: Candidate, sure: float, last: int
) -> tuple[Candidate, float]:
    """Ends a speaker's turn where the sentence before a quote is of another person.

    "...", said Nora. Patrick was blunter. "...": the second is Patrick's.
    """
    if not number or context.marked[number].reopened:
        return option, sure
    words, people = context.words, context.people
    first = words.quotes[number][0]
    sentence = words.sentence[first]
    told = sentence - 1
    after = words.sentence[words.quotes[number - 1][0]] < told
    whole = after and words.bounds[sentence][0] == first
    if not whole or words.paragraph_of[told] != words.paragraph_of[sentence]:
        return option, sure
    begin, end = words.bounds[told]
    if any(words.quote[at] >= 0 for at in range(begin, end)):
        return option, sure
    for place in context.by_sentence.get(told, ()):
        mention, which = people.mentions[place], people.entity_of[place]
        if mention.kind != "name" or mention.first - mention.title != begin:
            continue
        if which not in (-1, last) and people.entities[which].person:
            return Candidate(place, (("told",),), route="told"), _TOLD_BETWEEN
    return option, sure
