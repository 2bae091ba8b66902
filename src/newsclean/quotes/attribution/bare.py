"""A quote that nothing in its own sentence attributes -> whose it is by what stands before it.

News goes on without a further "she said": in the same paragraph right behind an attribution, in
paragraphs that are quotes from mark to mark, and under a sentence that says what somebody told.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.quotes.attribution.context import AttributionContext, modifies, relation_of
from newsclean.quotes.attribution.phrases import fullest, phrase_end, starting
from newsclean.quotes.attribution.resolve import resolve
from newsclean.quotes.attribution.salience import NOT_KNOWN, Speaker
from newsclean.quotes.text.lexicon import CueKind

GOES_ON, GOES_ON_BELOW = 0.9, 0.66
"""How sure it is that a sentence goes on right behind an attribution, and in the next paragraph."""
TOLD, SUBJECT = 0.75, 0.62
"""The same of who speaks, or only acts, in the sentence before a quote."""
_STOPS = ".!?…"
_SPEAKS = frozenset({"subject", "adverb", "apposition", "inverted", "role", "source"})


def is_bare(context: AttributionContext, number: int) -> bool:
    """Whether quote `number` begins its sentence and no verb of speech follows it there."""
    words = context.words
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    if first > begin:
        return False
    if _stops(context, number):
        return not any(context.cue[last:end])
    return not any(words.low[at][0].isalnum() for at in range(last, end))


def _stops(context: AttributionContext, number: int) -> bool:
    """Whether a quote ends with a stop: a paragraph that is one without it may be a heading."""
    return context.text[context.marked[number].end - 1] in _STOPS


def follows(context: AttributionContext, number: int) -> float:
    """How sure it is that a bare quote goes on from the one before; 0 where it does not."""
    words = context.words
    if not number:
        return 0.0
    before = words.sentence[words.quotes[number - 1][1] - 1]
    sentence = words.sentence[words.quotes[number][0]]
    if before + 1 != sentence:
        return 0.0
    below = words.paragraph_of[sentence] - words.paragraph_of[before]
    if below == 0:
        return GOES_ON
    return GOES_ON_BELOW if below == 1 and _stops(context, number) else 0.0


def told_above(
    context: AttributionContext, number: int, spoken: Sequence[Speaker]
) -> tuple[Speaker, float]:
    """Whom the sentence before a bare quote lets speak, or is about, and how sure that is."""
    words, people = context.words, context.people
    told = words.sentence[words.quotes[number][0]] - 1
    if told < 0:
        return NOT_KNOWN, 0.0
    below = words.paragraph_of[told + 1] - words.paragraph_of[told]
    if below > 1 or (below and not _stops(context, number)):
        return NOT_KNOWN, 0.0
    begin, end = words.bounds[told]
    speaking: list[int] = []
    for place in context.by_sentence.get(told, ()):
        mention = people.mentions[place]
        if mention.kind == "description" or modifies(context, place):
            continue
        relation, cue = relation_of(context, place)
        if relation in _SPEAKS and cue >= 0 and context.cue[cue] != CueKind.WEAK:
            speaking.append(place)
    if len(speaking) == 1:
        who, sure = resolve(context, speaking[0], list(spoken))
        return (who, sure * TOLD) if who.person else (NOT_KNOWN, 0.0)
    heard = any(context.cue[begin:end]) or max(words.quote[begin:end]) >= 0
    subject = _subject(context, begin, end) if heard or not below else -1
    if speaking or subject < 0:
        return NOT_KNOWN, 0.0
    who, sure = resolve(context, subject, list(spoken))
    return (who, sure * SUBJECT) if who.person else (NOT_KNOWN, 0.0)


def _subject(context: AttributionContext, begin: int, end: int) -> int:
    """The name that a sentence begins with, past what says who that is: "Ann's father Jon Lee"."""
    people = context.people
    place = starting(context, begin)
    if place >= 0:
        last = people.mentions[place].last
        place = fullest(context, place, begin, phrase_end(context, last, end), end)
        if people.mentions[place].kind == "name":
            return place
    words, lexicon = context.words, context.lexicon
    for place in context.by_sentence.get(words.sentence[begin], ()):
        mention = people.mentions[place]
        before = words.low[begin : mention.first - mention.title]
        if mention.kind != "name" or words.low[mention.last - 1] in words.bares:
            continue
        led = before[-1:] and (before[-1] in lexicon.prepositions or not before[-1][0].isalnum())
        return place if not led and not words.roles.isdisjoint(before) else -1
    return -1
