"""The clause before a quote -> who says it: "Anna Berg, who was there, said: ...".

A clause leads to a quote by a comma, a colon or "that"; where a colon ends it, its verb need not be
in any list ("Jens Ott widerspricht: ...").
"""

from __future__ import annotations

from newsclean.quotes.clause.antecedent import antecedent
from newsclean.quotes.clause.labelled import is_inscribed, is_sent, labelled, tells_of, whose
from newsclean.quotes.clause.subject import first_subject
from newsclean.quotes.context.context import NOBODY, VERBS, AttributionContext, person_of
from newsclean.quotes.context.phrases import (
    ANY_VERB,
    COORDINATED,
    LEADING,
    TOUCHING,
    ClauseSpeaker,
    back_over_adverbs,
    ending,
    generic,
    inverted,
    is_noun,
    is_told,
    starting,
)
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import CueKind

_MAX_LEAD_WORDS = 14
"""How far before a quote the verb of the clause that leads to it may stand; a guess."""
_MAX_BRACKET_WORDS = 5
"""The longest bracket between a name and its verb: a party, an age."""
_MIN_SOURCED_WORDS = 7
"""The shortest quote right behind "according to NAME", with its marks: a shorter one may be a
title."""
_MAX_LABEL_WORDS = 5
"""The most words before a name that only leads to it: "From the desk of"; a guess."""


def leading(context: AttributionContext, number: int) -> ClauseSpeaker | None:
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
    if cue[first - 1] == CueKind.SOURCE_AFTER:  # "Anna Salmen mukaan ”silta oli ehjä”"
        place = ending(context, first - 1, begin)
        short = words.quotes[number][1] - first < _MIN_SOURCED_WORDS
        if short or place < 0 or not _may_have_said(context, place):
            return None
        return ClauseSpeaker(place, first - 1, LEADING)
    called = first - 1 - (lead in lexicon.likenesses)
    done = called > begin and words.low[called - 1] in lexicon.passives
    done = done and any(person_of(context, one) for one in context.stops.get(called - 1, ()))
    if done and cue[called] in VERBS and not words.low[called].endswith("ing"):
        by = words.low[words.quotes[number][1] : words.quotes[number][1] + 1] == ["by"]
        return None if by else ClauseSpeaker(NOBODY, called, LEADING)  # "was described as"
    if not (lead in (",", ":") or lead in lexicon.complementisers):
        return None
    if is_inscribed(context, begin, first):
        return ClauseSpeaker(NOBODY, first - 1, LEADING)
    floor = max(begin, first - _MAX_LEAD_WORDS)
    if lead == ":":
        place = labelled(context, number, begin, first - 1)
        if place >= 0:
            return ClauseSpeaker(place, -1, TOUCHING)
        verb = _split_verb(context, floor, first - 2)
        if verb >= 0:
            return _subject_before(context, verb, begin, first, colon=True)
    verb = first - 2
    while verb >= floor and words.quote[verb] < 0:
        if cue[verb] in VERBS and not is_noun(context, verb):
            break
        verb -= 1
    else:
        verb = -1
    found = None
    if verb >= 0:
        found = _subject_before(context, verb, begin, first, colon=lead == ":")
    if found or (verb >= 0 and not (lead == ":" and is_sent(context, begin, first - 1))):
        return found
    if lead == ":" and tells_of(context, begin, first - 1):
        return ClauseSpeaker(NOBODY, first - 1, LEADING)
    return _any_verb(context, begin, first) if lead == ":" else None


def _may_have_said(context: AttributionContext, place: int) -> bool:
    """Whether a name is a person's, or Finnish by its ending: "Leppäsen mukaan" of a Leppänen."""
    which = context.people.entity_of[place]
    family = context.people.entities[which].name[-1] if which >= 0 else ""
    return bool(person_of(context, place)) or family.endswith("nen")


def _colon_above(context: AttributionContext, sentence: int) -> bool:
    """Whether the sentence before ends in a colon."""
    words = context.words
    return words.text[words.bounds[sentence - 1][1] - 1] == ":"


def _subject_before(
    context: AttributionContext, verb: int, begin: int, first: int, *, colon: bool
) -> ClauseSpeaker | None:
    """The subject of a verb that leads to a quote."""
    words, lexicon = context.words, context.lexicon
    mentions = context.people.mentions
    at = back_over_adverbs(context, verb)
    if at <= begin:
        place = inverted(context, verb, first - 1)
        return ClauseSpeaker(place, verb, LEADING) if place >= 0 and colon else None
    if generic(context, at - 1) or is_told(context, verb):
        return ClauseSpeaker(NOBODY, verb, LEADING)
    weak = context.cue[verb] == CueKind.WEAK
    if colon and lexicon.auxiliaries and verb == first - 2:
        place = _before_auxiliary(context, begin, verb)
        if place >= 0:
            return ClauseSpeaker(place, verb, LEADING)
    if lexicon.verb_second and words.low[begin] in lexicon.prepositions:
        place = inverted(context, verb, first - 1)  # "Bei der Sitzung sagte Ann Lee: ..."
        if place < 0 and words.text[verb - 1] == ",":
            place = _pronoun_before(context, begin, verb)
        return ClauseSpeaker(place, verb, LEADING) if place >= 0 else None
    governed = False
    for place in sorted(context.stops.get(at, ()), key=lambda one: mentions[one].kind != "name"):
        mention = mentions[place]
        start = mention.first - mention.title
        if mention.kind == "name" and start > begin and words.low[start - 1] in lexicon.definite:
            named = _between_commas(context, at, begin)
            if named >= 0:  # "Gabi Schwab, Leiterin der MS Egger sagte: ..."
                return ClauseSpeaker(named, verb, LEADING)
        if context.cue[verb] == CueKind.SPEECH and _is_author(context, place, begin):
            return ClauseSpeaker(NOBODY, verb, LEADING)  # "I ask students: ..."
        before = start - 1
        if words.low[before] in lexicon.definite:
            before -= 1  # "Ann Lee of the Reading Foundation says"
        member = -1
        if mention.kind == "name" and at == verb:
            member = _member_of(context, start, begin)
        apart = lexicon.prepositions | lexicon.joiners  # not "a spokesman for Ann Lee of Reed says"
        if member >= 0 and apart.isdisjoint(words.low[begin : mentions[member].first]):
            return ClauseSpeaker(member, verb, LEADING)  # "Ann Lee of the manager Reed says"
        led = before >= begin and words.low[before] in lexicon.prepositions
        if before > begin and mention.kind == "description" and not mention.person:
            led = led or words.low[before].endswith(lexicon.participle_endings)
        clause = before == start - 1 and mention.kind == "name" and at == verb
        if led and clause and words.low[before] in lexicon.subordinators:
            led = False  # "two weeks since Ann Lee pledged"
        heard = led and mention.kind == "name" and bool(person_of(context, place))
        governed = governed or (heard and words.low[before] not in everywhere("from"))
        if led or (mention.kind == "pronoun" and mention.gender == "i"):
            continue
        told = start > begin and context.cue[start - 1] in VERBS
        if told and mention.kind == "description" and not mention.person:
            continue  # "offered few details and added"
        oblique = lexicon.verb_second and mention.kind == "description" and not mention.person
        if oblique and start > begin:  # "Passend zum Wetter sagte die Moderatorin: ..."
            after = inverted(context, verb, first - 1)
            if after >= 0 and (person_of(context, after) or mentions[after].person):
                return ClauseSpeaker(after, verb, LEADING)
        owned = whose(context, place) if start > begin else place
        if owned != place:  # "Der Chef der Wehr sagte: ...", "Der Kern der Einigung lautet: ..."
            return ClauseSpeaker(owned, verb, LEADING)
        if weak and mention.kind == "description" and not mention.person:
            return None
        return ClauseSpeaker(place, verb, LEADING)
    if words.low[at - 1] in lexicon.relatives:
        return antecedent(context, verb, at - 1, begin)
    if words.text[at - 1] in ",)":
        inner = _before_bracket(context, at - 1, begin)
        if inner < 0:
            inner = _between_commas(context, at - 1, begin)
        if inner < 0:
            inner = _opening(context, begin)
        if inner < 0:
            inner = _before_apposition(context, at - 1, begin)
        if inner >= 0:
            return ClauseSpeaker(inner, verb, LEADING)
    place = inverted(context, verb, first - 1) if colon else -1
    if place >= 0:
        mention = mentions[place]
        noun = lexicon.capitals and not person_of(context, place)  # "äußerte Vorbehalte: ..."
        body = mention.kind == "description" and mention.head in lexicon.groups
        if (mention.kind == "name" and not noun) or mention.person or body:
            return ClauseSpeaker(place, verb, LEADING)
    if weak:
        return None
    if colon and verb == first - 2:
        place = _behind_auxiliary(context, begin, verb)
        if place >= 0:
            return ClauseSpeaker(place, verb, COORDINATED)
    subject = first_subject(context, verb, begin)
    named = sum(
        mentions[place].kind == "name" and mentions[place].first < verb
        for place in context.by_sentence.get(words.sentence[begin], ())
    )
    if subject is None and governed and colon and named == 1:
        return ClauseSpeaker(NOBODY, verb, LEADING)  # "A letter to Ann Lee said: ..."
    return subject


def _split_verb(context: AttributionContext, begin: int, particle: int) -> int:
    """The verb whose other part stands before a colon: "gab das Amt bekannt:"; -1 for none."""
    low = context.words.low
    for verb, other in context.lexicon.split_verbs:
        if low[particle] == other and verb in low[begin:particle]:
            return particle - 1 - low[begin:particle][::-1].index(verb)
    return -1


def _pronoun_before(context: AttributionContext, begin: int, verb: int) -> int:
    """The subject of a clause that a comma joins the next verb to; -1 for none.

    "In einem Brief zitierte sie den Minister Jan Roth, empfahl ihm: ..."
    """
    words, lexicon = context.words, context.lexicon
    for at in range(begin + 1, verb):
        if words.low[at] in lexicon.subjects and not context.stops.get(at):
            for place in context.starts.get(at, ()):
                mention = context.people.mentions[place]
                if mention.kind == "pronoun" and mention.gender in ("m", "f"):
                    return place
    return -1


def _before_auxiliary(context: AttributionContext, begin: int, verb: int) -> int:
    """The person at the head of a clause whose participle ends it: "Ann Lee hatte ... betont:"."""
    place = starting(context, begin)
    if place < 0 or not person_of(context, place):
        return -1
    last = context.people.mentions[place].last
    aided = last < verb - 1 and context.words.low[last] in context.lexicon.auxiliaries
    return place if aided else -1


def _behind_auxiliary(context: AttributionContext, begin: int, verb: int) -> int:
    """The subject behind the auxiliary of a verb: "hatte Ann Lee in Bonn verkündet:"; -1."""
    low, lexicon = context.words.low, context.lexicon
    for at in range(begin, verb):
        if low[at] in lexicon.auxiliaries:
            place = inverted(context, at, verb)
            person = place >= 0 and person_of(context, place)
            return place if person else -1
    return -1


def _between_commas(context: AttributionContext, comma: int, begin: int) -> int:
    """The last name between commas, or first in its clause: "Anna Walsh, of the firm Lee, said"."""
    words = context.words
    for place in reversed(context.by_sentence.get(words.sentence[begin], ())):
        mention = context.people.mentions[place]
        start = mention.first - mention.title
        if mention.last > comma or mention.kind != "name":
            continue
        opens = (
            start == begin or words.text[start - 1] == "," or words.low[start - 1] in words.roles
        )
        followed = words.text[mention.last] in ",("
        if opens and followed and person_of(context, place) is not False:
            return place
    return -1


def _is_author(context: AttributionContext, place: int, begin: int) -> bool:
    """Whether a mention at the head of a sentence is "I": whoever wrote the article."""
    mention = context.people.mentions[place]
    first = mention.kind == "pronoun" and mention.gender == "i" and mention.first - begin <= 1
    return first and context.words.low[mention.first] in context.lexicon.subjects


def _before_bracket(context: AttributionContext, close: int, begin: int) -> int:
    """The person before a short bracket: "Minister Ann Lee (SPD) said"; -1 for none."""
    words = context.words
    if words.text[close] != ")":
        return -1
    floor = max(begin, close - _MAX_BRACKET_WORDS)
    at = next((one for one in range(close, floor, -1) if words.text[one] == "("), -1)
    for place in context.stops.get(at, ()):
        if context.people.mentions[place].kind == "name" and person_of(context, place):
            return place
    return -1


def _opening(context: AttributionContext, begin: int) -> int:
    """The description at the head of a sentence, before a comma: "The authors, of Oslo, said"."""
    words = context.words
    place = starting(context, begin)
    if place < 0:
        return -1
    mention = context.people.mentions[place]
    described = mention.kind == "description" and mention.person
    return place if described and words.text[mention.last] == "," else -1


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
        if start > begin and words.low[start - 1] in context.lexicon.definite:
            start -= 1
        led = start > begin and words.low[start - 1] in context.lexicon.prepositions
        if mention.kind == "name" and not led:
            found = place
    return found


def _no_clause(context: AttributionContext, lead: list[str]) -> bool:
    """Whether words before a name are no clause: "From the desk of", "And from"."""
    lexicon = context.lexicon
    first = lead[0]
    opens = first in lexicon.prepositions or first in lexicon.links or first in lexicon.adverbs
    return opens and not any(word in lexicon.subjects for word in lead)


def _member_of(context: AttributionContext, start: int, begin: int) -> int:
    """The person of the body that begins at `start`: "Ann Lee of the asset manager Reed:"; -1."""
    words, lexicon = context.words, context.lexicon
    at = start - 1
    while at > max(begin, start - _MAX_LABEL_WORDS) and words.low[at] not in lexicon.prepositions:
        if not words.low[at][0].isalnum():
            return -1
        at -= 1
    if words.low[at] not in lexicon.prepositions:
        return -1
    for place in context.stops.get(at, ()):
        if context.people.mentions[place].kind == "name" and person_of(context, place):
            return place
    return -1


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
            return ClauseSpeaker(place, -1, ANY_VERB)
        member = _member_of(context, start, begin)
        if mention.kind == "name" and member >= 0:
            return ClauseSpeaker(member, -1, ANY_VERB)
    at = begin
    while at < colon and (words.low[at] in lexicon.adverbs or words.low[at] in lexicon.links):
        at += 1
    place = starting(context, at)
    apposed = _apposed(context, at, colon)
    if apposed >= 0:
        place = apposed
    if place < 0:
        return None
    mention = mentions[place]
    last = mention.last + (apposed >= 0)
    named = mention.kind == "name" and person_of(context, place)
    if named and lexicon.case_endings and mention.last - mention.first == 1:
        return None  # "премьер Малайзии": a place in the genitive
    pronoun = mention.kind == "pronoun" and mention.gender in ("m", "f")
    if not (named or pronoun) or last >= colon or words.low[last - 1] in words.bares:
        return None
    leads = words.low[last] in lexicon.prepositions or context.cue[last] == CueKind.SOURCE
    if leads or not words.text[last][:1].islower():
        return None  # "Kim Berg laut Lund am Ziel - Chef: ..."
    return ClauseSpeaker(place, -1, ANY_VERB)


def _apposed(context: AttributionContext, at: int, colon: int) -> int:
    """The person between commas who is what a clause begins with: "The mayor, Ann Lee, waits:"."""
    words, lexicon = context.words, context.lexicon
    comma = next((one for one in range(at, colon) if words.text[one] == ","), colon)
    offices = [
        one
        for one in range(at, comma)
        if words.low[one] in words.roles or words.low[one] in lexicon.kin
    ]
    if len(offices) != 1 or offices[0] - at > 1:
        return -1  # "The lawyer of the mayor, Ann Lee, waits:" is anybody's
    if offices[0] > at and words.low[at] not in lexicon.determiners:
        return -1
    place = starting(context, comma + 1) if comma + 1 < colon else -1
    if place < 0 or context.people.mentions[place].kind != "name":
        return -1
    ends = words.text[context.people.mentions[place].last] == ","
    return place if ends and person_of(context, place) else -1
