"""A quote that seems to go on -> where the turn of its speaker ends."""

from __future__ import annotations

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.context.context import IMPLIED, AttributionContext

_MAX_SCARE_WORDS, _MAX_LED_WORDS = 3, 6
"""The longest word in marks, these included, that is no quote, and how far behind "her" a name may
stand; guesses."""
_TOLD_BETWEEN = 0.58
"""How sure it is that a quote is of the person whom the sentence before is about; a guess."""


def told_between(
    context: AttributionContext, number: int, option: Candidate, sure: float, last: int
) -> tuple[Candidate, float]:
    """Ends a speaker's turn where the sentence before a quote is of another person.

    "...", said Nora. Patrick was blunter. "...": the second is Patrick's.
    """
    if context.marked[number].reopened:
        return option, sure
    words, people = context.words, context.people
    first = words.quotes[number][0]
    sentence = words.sentence[first]
    told = sentence - 1
    before = number - 1
    while before > 0 and words.sentence[words.quotes[before][0]] == told:
        before -= 1  # scare quotes in the sentence between
    after = words.sentence[words.quotes[before][0]] < told
    begin = words.bounds[sentence][0]
    led = words.text[first - 1] == ":" and not any(context.cue[begin:first])
    led = led and not context.lexicon.reporting.isdisjoint(words.low[begin:first])
    whole = after and (begin == first or led)  # "Das sei falsch: ..."
    if not whole or words.paragraph_of[told] != words.paragraph_of[sentence]:
        return option, sure
    begin, end = words.bounds[told]
    inside = {words.quote[at] for at in range(begin, end)} - {-1}
    if any(
        last - first > _MAX_SCARE_WORDS for first, last in map(words.quotes.__getitem__, inside)
    ):
        return option, sure
    for place in context.by_sentence.get(told, ()):
        mention, which = people.mentions[place], people.entity_of[place]
        start = mention.first - mention.title
        led = words.low[begin] in context.lexicon.owners and start - begin <= _MAX_LED_WORDS
        if mention.kind != "name" or not (start == begin or led):
            continue  # 'Her "friend" Tom Reed was not amused.'
        if which not in (-1, last) and people.entities[which].person:
            cue = option.cue if option.mention == IMPLIED else -1
            return Candidate(place, (("told",),), cue, "told"), _TOLD_BETWEEN
    return option, sure
