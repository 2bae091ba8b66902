"""Whom "who" means before a verb that leads to a quote: "thanked by Ann Lee, the chair, who said".

The mention right before it, or the one whose apposition stands between.
"""

from __future__ import annotations

from newsclean.quotes.context.context import NOBODY, AttributionContext, person_of
from newsclean.quotes.context.phrases import LEADING, ClauseSpeaker
from newsclean.quotes.text.lexicon import CueKind

_MAX_FINAL_VERBS = 2
"""How many verbs may end a German clause, between a name and "who"."""
_MAX_APPOSITIONS, _MAX_APPOSITION_WORDS = 2, 12
"""The most appositions between a name and "who" ("61, a teacher from Leeds"), and their length;
guesses."""


def antecedent(
    context: AttributionContext, verb: int, who: int, begin: int
) -> ClauseSpeaker | None:
    """Whom "who" means; NOBODY where a comma parts it from nobody known, so nobody outside says it.

    None without a comma: "esto es lo que dijo Ana Gil: ..." has its subject behind the verb.
    """
    words = context.words
    parted = words.text[who - 1] in ",("
    at = who - 1 if parted else who
    for back in range(_MAX_FINAL_VERBS + 1):  # "wurde von Anna Berg entlassen, die sagte"
        explained = _explained(context, at - back, begin) if parted or back else -1
        if explained >= 0:
            return ClauseSpeaker(explained, verb, LEADING)
        for place in context.stops.get(at - back, ()):
            mention = context.people.mentions[place]
            if mention.first >= begin and mention.kind != "pronoun":
                return ClauseSpeaker(place, verb, LEADING)
        if not context.lexicon.capitals or not words.text[at - back - 1].islower():
            break
    return ClauseSpeaker(NOBODY, verb, LEADING) if parted else None


def _explained(context: AttributionContext, comma: int, begin: int) -> int:
    """The person whose appositions end at a comma: "Ann Lee, 61, a teacher from Leeds,"; -1."""
    words = context.words
    for _ in range(_MAX_APPOSITIONS):
        at = comma - 1
        while at > begin and words.text[at] not in ",(;:" and words.quote[at] < 0:
            at -= 1
        if at <= begin or words.text[at] not in ",(" or not _is_apposition(context, at + 1, comma):
            return -1
        if words.low[at + 1] in context.lexicon.definite and _opens_before(context, at, begin):
            return -1  # "At the home of Ann Lee, the owner called the trust, who said"
        places = context.stops.get(at, ())
        for place in places:
            mention = context.people.mentions[place]
            name = mention.kind == "name" and person_of(context, place) is not False
            if name or (mention.kind == "description" and mention.person):
                return place
        comma = at - (words.text[at - 1] == ")")
    return -1


def _is_apposition(context: AttributionContext, first: int, last: int) -> bool:
    """Whether the words between two commas say what somebody is: no verb, nobody else's name."""
    words, lexicon = context.words, context.lexicon
    if not 0 < last - first <= _MAX_APPOSITION_WORDS:
        return False
    inside = range(first, last)
    if any(context.cue[at] == CueKind.SPEECH or words.quote[at] >= 0 for at in inside):
        return False
    for at in inside:
        led = at > first and words.low[at - 1] in lexicon.joiners  # "a friend of Tom Reed"
        for place in context.starts.get(at, ()):
            named = context.people.mentions[place].kind == "name" and person_of(context, place)
            if named and not led:
                return False  # the next of a list, or who a verb is about
    opening = words.low[first]
    if opening in lexicon.determiners or opening in words.roles or opening[0].isdigit():
        return True
    apart = lexicon.subjects | lexicon.complementisers | lexicon.links | lexicon.subordinators
    return opening not in apart and not context.stops.get(last)  # "left the trust, who said"


def _opens_before(context: AttributionContext, comma: int, begin: int) -> bool:
    """Whether a comma ends what opens a sentence and is no clause: "At the home of Ann Lee,"."""
    low, lexicon = context.words.low, context.lexicon
    opens = low[begin] in lexicon.prepositions or low[begin] in lexicon.subordinators
    return opens and "," not in low[begin:comma]
