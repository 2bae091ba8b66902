"""The clause that touches a quote -> who says it: what stands there wins over every other name.

After a quote a verb with its subject ("...", said her husband, Lars Berg), or a subject with its
verb ("...", Jon Falk, who voted against it, said). Before it a clause that leads to it by a comma,
a colon or "that" (Anna Berg, who was there, said: "..."), also one whose verb no list has, where a
colon ends it (Jens Ott widerspricht: "...").
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.quotes.attribution.context import (
    NOBODY,
    AttributionContext,
    beyond,
    modifies,
    person_of,
)
from newsclean.quotes.attribution.phrases import (
    MAX_PHRASE_WORDS,
    back_over_adverbs,
    ending,
    fullest,
    generic,
    is_noun,
    phrase_end,
    skip_adverbs,
    starting,
)
from newsclean.quotes.text.lexicon import CueKind

_MAX_LEAD_WORDS = 14
"""How far before a quote the verb of the clause that leads to it may stand; a guess."""
_TOUCHING, _LEADING, _COORDINATED, _ANY_VERB = 0.98, 0.96, 0.9, 0.8
"""How sure a speaker is: a verb right beside the quote, a clause before it, one whose subject
stands farther off, one with a verb that no list has. Read off polnear.train."""
_MAX_FINAL_VERBS = 2
"""How many verbs may end a German clause, between a name and "who"."""
_MAX_LABEL_WORDS = 5
"""The most words before a name that only leads to it: "From the desk of"; a guess."""
_VERBS = (CueKind.WEAK, CueKind.SPEECH)


class ClauseSpeaker(NamedTuple):
    """The mention that a touching clause names, the word that says it speaks, how sure that is."""

    mention: int
    """NOBODY where the clause says that nobody in particular speaks: "you might say"."""
    cue: int
    confidence: float


def clause_speaker(context: AttributionContext, number: int) -> ClauseSpeaker | None:
    """Who says quote `number` by the clause that touches it; None where no clause says so."""
    return _inside(context, number) or _after(context, number) or _before(context, number)


def _inside(context: AttributionContext, number: int) -> ClauseSpeaker | None:
    """The reporter's words inside the marks: « Nous perdons, reconnaît le maire, mais ... »."""
    if not context.marked[number].incises:
        return None
    words = context.words
    first, last = words.quotes[number]
    at = next((one for one in range(first, last) if words.quote[one] < 0), last)
    end = at
    while end < last and words.quote[end] < 0:
        end += 1
    at = beyond(words, at, end)
    return _clause_from(context, at, end) if at < end else None


def _after(context: AttributionContext, number: int) -> ClauseSpeaker | None:
    """The clause behind a quote, up to the next quote."""
    words = context.words
    last = words.quotes[number][1]
    end = _end(context, number)
    at = beyond(words, last, end)
    if at >= end or not _ends_open(context, number):
        return None
    return _clause_from(context, at, end)


def _clause_from(context: AttributionContext, at: int, end: int) -> ClauseSpeaker | None:
    """The speaker in a clause from `at` to `end`: verb and subject, or subject and verb."""
    cue = context.cue
    verb = skip_adverbs(context, at, end)
    if generic(context, at):
        said = skip_adverbs(context, at + 1, end)
        if said < end and cue[said] in _VERBS:
            return ClauseSpeaker(NOBODY, said, _TOUCHING)
    if verb < end and cue[verb] in _VERBS:
        place = _inverted(context, verb, end)
        weak = cue[verb] == CueKind.WEAK
        if place >= 0 and not (weak and context.people.mentions[place].kind == "description"):
            return ClauseSpeaker(place, verb, _TOUCHING)
        return None
    place = starting(context, at)
    if place < 0:
        return None
    return _subject_with_verb(context, place, at, end)


def _end(context: AttributionContext, number: int) -> int:
    """The word at which what belongs to a quote from behind ends: its sentence or another quote."""
    words = context.words
    end = words.bounds[words.sentence[words.quotes[number][1] - 1]][1]
    if number + 1 < len(words.quotes):
        end = min(end, words.quotes[number + 1][0])
    return end


def _ends_open(context: AttributionContext, number: int) -> bool:
    """Whether an attribution may follow: a comma or a stop is inside the marks or right behind."""
    words, marked = context.words, context.marked[number]
    last = words.quotes[number][1]
    if context.text[marked.end - 1] in ".!?…,-–—":
        return True
    return last < len(words.text) and words.text[last] in ",–—-"


def _inverted(context: AttributionContext, verb: int, end: int) -> int:
    """The subject behind a verb: "said her husband, Lars Berg"; -1 for none."""
    words, lexicon = context.words, context.lexicon
    at = skip_adverbs(context, verb + 1, end)
    if at < end and words.low[at] in lexicon.stops and words.low[at] not in lexicon.openers:
        return -1
    place = starting(context, at)
    stop = phrase_end(context, at, end)
    if place < 0 and not (at < end and words.low[at] in lexicon.determiners):
        return ending(context, stop, at)
    return fullest(context, place, at, stop, end)


def _subject_with_verb(
    context: AttributionContext, place: int, at: int, end: int
) -> ClauseSpeaker | None:
    """A subject that begins at `at` and its verb: "Jon Falk, the deputy mayor, said"."""
    words, lexicon, cue = context.words, context.lexicon, context.cue
    mention = context.people.mentions[place]
    last = mention.last
    verb = skip_adverbs(context, last, end)
    if verb < end and cue[verb] in _VERBS and not is_noun(context, verb):
        if cue[verb] == CueKind.WEAK and mention.kind == "description":
            return None
        return ClauseSpeaker(fullest(context, place, at, last, end), verb, _TOUCHING)
    stop = min(end, last + MAX_PHRASE_WORDS)
    index, comma = (
        last,
        words.text[last : last + 1] == [","] or words.text[last : last + 1] == ["("],
    )
    named = place
    while index < stop:
        if words.text[index] in ";:":
            return None
        spoken = cue[index] == CueKind.SPEECH and not is_noun(context, index)
        if spoken and (not comma or words.text[index - 1] in ",)" or _after_who(context, index)):
            break
        if spoken and words.low[index - 1] in lexicon.adverbs and words.text[index - 2] in ",)":
            break
        index += 1
    if index >= stop:
        return None
    if mention.kind != "name":
        phrase = phrase_end(context, at, index)
        named = fullest(context, place, at, phrase, index)
    elif modifies(context, place):
        other = ending(context, back_over_adverbs(context, index), at)
        named = other if other >= 0 else place
    return ClauseSpeaker(named, index, _TOUCHING if comma or index - last <= 6 else _LEADING)


def _after_who(context: AttributionContext, verb: int) -> bool:
    """Whether "who" is the subject of a verb: "Lee, who said"."""
    at = back_over_adverbs(context, verb)
    return context.words.low[at - 1] in context.lexicon.relatives


def _before(context: AttributionContext, number: int) -> ClauseSpeaker | None:
    """The clause that leads to a quote."""
    words, cue, lexicon = context.words, context.cue, context.lexicon
    first = words.quotes[number][0]
    sentence = words.sentence[first]
    begin = words.bounds[sentence][0]
    if first == begin:
        if sentence == 0 or not _colon_above(context, sentence):
            return None
        sentence -= 1
        begin, first = words.bounds[sentence]
    lead = words.low[first - 1]
    if not (lead in (",", ":") or lead in lexicon.complementisers):
        return None
    verb = first - 2
    floor = max(begin, first - _MAX_LEAD_WORDS)
    while verb >= floor and words.quote[verb] < 0:
        if cue[verb] in _VERBS and not is_noun(context, verb):
            break
        verb -= 1
    else:
        verb = -1
    if verb >= 0:
        return _subject_before(context, verb, begin, first, colon=lead == ":")
    return _any_verb(context, begin, first) if lead == ":" else None


def _colon_above(context: AttributionContext, sentence: int) -> bool:
    """Whether the sentence before ends in a colon and is of this paragraph or the one before."""
    words = context.words
    colon = words.text[words.bounds[sentence - 1][1] - 1] == ":"
    return colon and words.paragraph_of[sentence] - words.paragraph_of[sentence - 1] <= 1


def _subject_before(
    context: AttributionContext, verb: int, begin: int, first: int, *, colon: bool
) -> ClauseSpeaker | None:
    """The subject of a verb that leads to a quote."""
    words, lexicon = context.words, context.lexicon
    mentions = context.people.mentions
    at = back_over_adverbs(context, verb)
    if at <= begin:
        place = _inverted(context, verb, first - 1)
        return ClauseSpeaker(place, verb, _LEADING) if place >= 0 and colon else None
    if generic(context, at - 1):
        return ClauseSpeaker(NOBODY, verb, _LEADING)
    weak = context.cue[verb] == CueKind.WEAK
    for place in sorted(context.stops.get(at, ()), key=lambda one: mentions[one].kind != "name"):
        mention = mentions[place]
        start = mention.first - mention.title
        led = start > begin and words.low[start - 1] in lexicon.prepositions
        if led or (mention.kind == "pronoun" and mention.gender == "i"):
            continue
        if weak and mention.kind == "description" and not mention.person:
            return None
        if not modifies(context, place):
            return ClauseSpeaker(place, verb, _LEADING)
    if words.low[at - 1] in lexicon.relatives:
        return _antecedent(context, verb, at - 1, begin)
    if words.text[at - 1] in ",)":
        inner = _before_apposition(context, at - 1, begin)
        if inner >= 0:
            return ClauseSpeaker(inner, verb, _LEADING)
    place = _inverted(context, verb, first - 1) if colon else -1
    if place >= 0 and not any(
        words.low[one] in lexicon.prepositions for one in range(verb + 1, verb + 2)
    ):
        mention = mentions[place]
        if mention.kind == "name" or mention.person:
            return ClauseSpeaker(place, verb, _LEADING)
    if weak:
        return None
    return _first_subject(context, verb, begin)


def _antecedent(
    context: AttributionContext, verb: int, who: int, begin: int
) -> ClauseSpeaker | None:
    """Whom "who" means: the mention right before it; "Anna Berg, who said"."""
    words = context.words
    at = who - 1 if words.text[who - 1] in ",(" else who
    for back in range(_MAX_FINAL_VERBS + 1):  # "wurde von Anna Berg entlassen, die sagte"
        for place in context.stops.get(at - back, ()):
            mention = context.people.mentions[place]
            if mention.first >= begin and mention.kind != "pronoun":
                return ClauseSpeaker(place, verb, _LEADING)
        if not context.lexicon.capitals or not words.text[at - back - 1].islower():
            break
    return None


def _before_apposition(context: AttributionContext, comma: int, begin: int) -> int:
    """The mention before the apposition that ends at a comma: "Ann Lee, the mayor, said"; -1."""
    words = context.words
    at = comma - 1
    while at >= begin and words.text[at] not in ",(;:" and words.quote[at] < 0:
        at -= 1
    if at < begin or words.text[at] in ";:":
        return -1
    found = -1
    for place in context.stops.get(at, ()):
        mention = context.people.mentions[place]
        start = mention.first - mention.title
        led = start > begin and words.low[start - 1] in context.lexicon.prepositions
        if mention.kind == "name" and not led:
            found = place
    return found


def _first_subject(context: AttributionContext, verb: int, begin: int) -> ClauseSpeaker | None:
    """The subject of the sentence, where "and" or a comma joins its last verb to it."""
    words, lexicon = context.words, context.lexicon
    at = begin
    while at < verb and (words.low[at] in lexicon.adverbs or words.low[at] in lexicon.links):
        at += 1
    place = starting(context, at)
    if place < 0:
        return None
    mention = context.people.mentions[place]
    if mention.last > verb or mention.kind == "description":
        return None
    between = range(mention.last, verb)
    if any(words.low[one] in lexicon.relatives or words.text[one] in ";:" for one in between):
        return None
    others = (
        one
        for one in context.by_sentence.get(words.sentence[begin], ())
        if mention.last <= context.people.mentions[one].first < verb
    )
    for one in others:
        other = context.people.mentions[one]
        start = other.first - other.title
        led = words.low[start - 1] in lexicon.prepositions or words.low[start - 1] in lexicon.owners
        if other.kind == "pronoun" and other.gender in ("m", "f", "p", "i"):
            if words.low[other.first] in lexicon.subjects:
                return None
        elif other.kind == "name" and person_of(context, one) and not led:
            follows = words.low[start - 1] in lexicon.links or words.text[start - 1] == ","
            if follows:
                return None
    if person_of(context, place) is False:
        return None
    return ClauseSpeaker(place, verb, _COORDINATED)


def _no_clause(context: AttributionContext, lead: list[str]) -> bool:
    """Whether words before a name are no clause: "From the desk of", "And from"."""
    lexicon = context.lexicon
    first = lead[0]
    opens = first in lexicon.prepositions or first in lexicon.links or first in lexicon.adverbs
    return opens and not any(word in lexicon.subjects for word in lead)


def _any_verb(context: AttributionContext, begin: int, first: int) -> ClauseSpeaker | None:
    """NAME + any verb + colon, or a name right before the colon: "From the desk of Ann Lee:"."""
    words, lexicon = context.words, context.lexicon
    mentions = context.people.mentions
    colon = first - 1
    for place in context.stops.get(colon, ()):
        mention = mentions[place]
        start = mention.first - mention.title
        lead = words.low[begin:start]
        bare = len(lead) <= _MAX_LABEL_WORDS and (not lead or _no_clause(context, lead))
        if mention.kind == "name" and person_of(context, place) and bare:
            return ClauseSpeaker(place, -1, _ANY_VERB)
    at = begin
    while at < colon and (words.low[at] in lexicon.adverbs or words.low[at] in lexicon.links):
        at += 1
    place = starting(context, at)
    if place < 0:
        return None
    mention = mentions[place]
    named = mention.kind == "name" and person_of(context, place)
    pronoun = mention.kind == "pronoun" and mention.gender in ("m", "f")
    if (
        not (named or pronoun)
        or mention.last >= colon
        or words.bares.get(words.text[mention.last - 1])
    ):
        return None
    between = words.text[mention.last : colon]
    if not between[0][:1].islower() or words.low[mention.last] in lexicon.prepositions:
        return None
    return ClauseSpeaker(place, -1, _ANY_VERB)
