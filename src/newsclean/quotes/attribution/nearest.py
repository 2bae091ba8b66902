"""Where a speaker is last named before a quote, and what is told of them there.

"Its chairwoman, Mira Kessler, said that ... . "...," she said.": a pronoun is surer where the one
it means spoke in the sentence before, and where nobody else is named since.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from newsclean.quotes.context.context import AttributionContext, relation_of
from newsclean.quotes.text.lexicon import CueKind

_MAX_SENTENCES_BACK, _MAX_MENTIONS_BACK, _MAX_MENTIONS_AFTER = 7, 80, 20
"""How far before a quote a name is sought, and after it: bounds on the time."""
FAMILIES = (
    "last {spot} {kind}",
    "last {spot} {bond}{verb}",
    "last {spot} {stood}",
    "last {spot} {stood} {kind}",
    "last rank{rank} {kind}",
    "last rank{rank} {spot}",
    "last {agree} {kind}",
    "last {agree} rank{rank}",
)


def _before(context: AttributionContext, here: int, first: int) -> Iterator[int]:
    """The mentions before a word of a sentence, the nearest first."""
    mentions = context.people.mentions
    for sentence in range(here, max(-1, here - _MAX_SENTENCES_BACK), -1):
        places = context.by_sentence.get(sentence, [])
        at = bisect_left(places, first, key=lambda place: mentions[place].first)
        for back in range(at - 1, -1, -1):
            yield places[back]


def nearest(
    context: AttributionContext, first: int, last: int, entity: int, kind: str
) -> Iterator[str]:
    """The names of `FAMILIES` that hold for an entity as the speaker of the words up to `last`."""
    words, people = context.words, context.people
    mentions = people.mentions
    here = words.sentence[first]
    paragraph = words.paragraph_of[here]
    found, spot, others = -1, "X", set[int]()
    for place in islice(_before(context, here, first), _MAX_MENTIONS_BACK):
        which = people.entity_of[place]
        if mentions[place].kind != "name":
            continue
        if which == entity:
            sentence = words.sentence[mentions[place].first]
            away, back = min(here - sentence, 3), paragraph - words.paragraph_of[sentence]
            spot = "L" if not away else "C" if back > 1 else f"{'B' if back else 'P'}{away}"
            found = place
            break
        if which >= 0 and people.entities[which].person:
            others.add(which)
    if found < 0:
        own = context.by_sentence.get(here, [])
        at = bisect_left(own, last, key=lambda place: mentions[place].first)
        if any(people.entity_of[place] == entity for place in own[at : at + _MAX_MENTIONS_AFTER]):
            spot = "R"
    rank = min(len(others), 3)
    yield f"last {spot} {kind}"
    yield f"last rank{rank} {kind}"
    yield f"last rank{rank} {spot}"
    if len(kind) > 1:
        agree = "agrees" if people.entities[entity].gender == kind[1] else "unknown"
        yield f"last {agree} {kind}"
        yield f"last {agree} rank{rank}"
    if found < 0:
        return
    bond, cue = relation_of(context, found)
    verb = 0 if cue < 0 else 1 if context.cue[cue] == CueKind.WEAK else 2
    mention = people.mentions[found]
    begin = words.bounds[words.sentence[mention.first]][0]
    stands = "opens" if mention.first - mention.title - begin <= 1 else "later"
    yield f"last {spot} {bond}{verb}"
    yield f"last {spot} {stands}"
    yield f"last {spot} {stands} {kind}"
