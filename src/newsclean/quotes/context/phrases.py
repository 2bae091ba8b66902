"""Words beside a quote -> the noun phrase that begins or ends there, and the name in it."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from newsclean.quotes.context.context import VERBS, AttributionContext, modifies, person_of
from newsclean.quotes.text.lexicon import CueKind

_MAX_ADVERBS = 4
"""The most adverbs and auxiliaries between a subject and its verb; a guess."""
_MAX_ASIDE_WORDS = 6
"""The longest aside between a verb and its subject; a guess."""
_MAX_BODY_WORDS = 5
"""The longest name of a body between marks, these included; a guess."""
_FULL_NAME = 2
MAX_PHRASE_WORDS = 34
"""The longest subject with its appositions that is read; a guess."""

TOUCHING, LEADING, COORDINATED, ANY_VERB = 0.98, 0.96, 0.9, 0.8
"""How sure a speaker is: a verb right beside the quote, a clause before it, one whose subject
stands farther off, one with a verb that no list has. Read off polnear.train."""


class ClauseSpeaker(NamedTuple):
    """The mention that a touching clause names, the word that says it speaks, how sure that is."""

    mention: int
    """NOBODY where the clause says that nobody in particular speaks: "you might say"."""
    cue: int
    confidence: float


def phrase_end(context: AttributionContext, at: int, end: int) -> int:
    """Where a noun phrase ends at the latest: at a comma, a stop, a verb of speech, a quote."""
    words, stop = context.words, min(end, at + MAX_PHRASE_WORDS)
    while at < stop:
        word = words.text[at]
        joined = word == "," and words.text[at - 1] == "-"  # "der Gesundheits-, Sozial- und"
        said = words.quote[at] >= 0 or context.cue[at] == CueKind.SPEECH
        if not joined and (word in ",;:()–—!?" or said):
            break
        after = words.text[at + 1][0] if at + 1 < end else ""
        if word == "." and not (after.isupper() or after.isdigit()):  # "9.000"
            break
        if context.lexicon.capitals and word in context.lexicon.adverbs:
            break  # "sagte Köchin und Autorin Ann Lee gegenüber"
        at += 1
    return at


def starting(context: AttributionContext, at: int, *, articles: bool = True) -> int:
    """The mention that begins at a word, past an article; a name before a description; -1."""
    words, lexicon, starts = context.words, context.lexicon, context.starts
    places = list(starts.get(at, ()))
    if articles and at < len(words.low) and words.low[at] in lexicon.determiners:
        places += [
            place
            for place in starts.get(at + 1, ())
            if context.people.mentions[place].kind == "name"
        ]
    best, best_rank = -1, -1
    for place in places:
        mention = context.people.mentions[place]
        if mention.kind == "pronoun" and owns(context, mention.first):
            continue
        if mention.kind == "name" and words.text[mention.last - 1] in words.bares:
            continue  # "Lee's attorney": somebody else, whom a description names
        rank = {"name": 2, "description": 1, "pronoun": 0}[mention.kind]
        if mention.kind == "name" and mention.first - mention.title > at:
            named = mention.title or mention.last - mention.first > 1
            named = person_of(context, place) or (named and not modifies(context, place))
            rank = 2 if named else -1
        longer = rank == 1 and best_rank == 2 and mention.last > context.people.mentions[best].last
        if rank > best_rank or (longer and modifies(context, best)):
            best, best_rank = place, rank  # "Groby police"
    return best


def owns(context: AttributionContext, at: int) -> bool:
    """Whether a pronoun is "her" in "her husband"."""
    low, lexicon = context.words.low, context.lexicon
    if low[at] not in lexicon.owners or at + 1 >= len(low):
        return False
    following = low[at + 1]
    free = following not in lexicon.stops and following not in lexicon.adverbs
    return following[0].isalnum() and free and context.cue[at + 1] == CueKind.NONE


def ending(context: AttributionContext, stop: int, at: int) -> int:
    """The name that ends a noun phrase from `at` to `stop`, if no preposition leads to it; -1."""
    words, lexicon = context.words, context.lexicon
    for place in context.stops.get(stop, ()):
        mention = context.people.mentions[place]
        begin = mention.first - mention.title
        if mention.kind != "name" or begin < at:
            continue
        between = words.low[at:begin]
        before = between[-1] if between else ""
        if between[-2:-1] == ["-"]:
            before = ""  # "Sozial- und Integrationsdirektor Ann Lee"
        if before in lexicon.links and mention.title and between[-2:-1]:
            roles = words.roles.issuperset((between[-2], words.low[begin]))
            joined = context.stops.get(begin - 1, ())
            body_ends = any(person_of(context, one) is False for one in joined)
            # "said the trainer and author Ann Lee", "Wales Police and Crime Commissioner Ann Lee"
            before = "" if roles or body_ends else before
        free = before not in lexicon.prepositions and before not in lexicon.joiners
        free = free and before not in lexicon.stops and not (before and not before[0].isalnum())
        body = before in lexicon.groups or before in words.roles
        # "the lawyer representing Ann Lee", not "Oversight ranking Democrat Ann Lee"
        someone = lexicon.kin | lexicon.humans | lexicon.strangers | words.roles
        doing = before.endswith(lexicon.participle_endings)
        free = free and (body or not doing or someone.isdisjoint(between[-2:-1]))
        # "Environmental organisation Frack Free Namibia"
        if free and (body or person_of(context, place) is not False):
            return place
    return -1


def _named_inside(context: AttributionContext, at: int, stop: int) -> int:
    """The person behind roles alone: "author and chemist Ann Lee from the University of Oslo"."""
    words, lexicon = context.words, context.lexicon
    body = at  # up to where a body's name reaches: "Bank of the West president Ann Lee"
    for first in range(at, stop):
        if first < body:
            continue
        for place in context.starts.get(first, ()):
            mention = context.people.mentions[place]
            person = person_of(context, place)
            whole = person is None and mention.last - mention.first > 1 and first > at
            if mention.kind == "name" and (person or whole) and mention.last < stop:
                led = words.low[mention.last] in lexicon.prepositions
                return place if led or words.low[mention.last] in lexicon.joiners else -1
            if mention.kind == "name" and person is False and mention.title == 0:
                body = max(body, mention.last)
        leads = words.low[first] in lexicon.prepositions or words.low[first] in lexicon.joiners
        if leads and first > at:
            break
    return -1


def _named_in(context: AttributionContext, at: int, stop: int) -> int:
    """The name in a noun phrase: the last, or a person before what may be no person; -1.

    "zegt analist Jan Kool van zakenbank Oranjehof" is Jan Kool.
    """
    led = context.words.low[at : min(stop, at + 3)]
    for word, after in pairwise(led):
        if word in context.lexicon.kin and after in context.lexicon.joiners:
            return -1  # "the nephew of the skipper Ann Lee"
    named = ending(context, stop, at)
    person = person_of(context, named) if named >= 0 else False
    inner = -1 if person else _named_inside(context, at, stop)
    return inner if inner >= 0 and (person is False or person_of(context, inner)) else named


def fullest(context: AttributionContext, place: int, at: int, stop: int, end: int) -> int:
    """The name in a noun phrase from `at` to `stop`, or in its apposition; else `place`."""
    mentions, words, lexicon = context.people.mentions, context.words, context.lexicon
    belongs = False
    owned = place >= 0 and _is_headed(context, place, at)
    if owned and words.text[stop : stop + 1] == [","]:
        place = -1
    elif place >= 0 and mentions[place].kind == "name":
        last = mentions[place].last
        belongs = _belongs(context, place, stop)
        cut = words.text[last : last + 1] == ["-"]
        if lexicon.oblique_endings and person_of(context, place) and not cut:
            return place  # "powiedział Jan Nowicki dziennikarce Ewie Białej"
        if not (cut or belongs or modifies(context, place)):
            other = ending(context, stop, at) if words.low[last - 1] in words.roles else -1
            return other if other >= 0 else place  # "Holloway Events Founder and Designer Ann Lee"
    owner = words.low[at] in lexicon.owners  # "ihr Bruder, der Lehrer Jan Ott"
    related = owner and not lexicon.kin.isdisjoint(words.low[at + 1 : at + 2])
    if place >= 0 and mentions[place].kind == "pronoun" and not related:
        return place
    named = -1 if owned else _named_in(context, at, stop)
    if named >= 0:
        return named
    while stop < end and words.text[stop] == ",":
        begin, stop = stop + 1, phrase_end(context, stop + 1, end)
        other = starting(context, begin, articles=False)
        if other < 0 and words.low[begin : begin + 1] and words.low[begin] in lexicon.definite:
            other = starting(context, begin + 1, articles=False)
            other = other if other >= 0 and mentions[other].title else -1
        if other < 0 and owner and stop - begin <= _MAX_ASIDE_WORDS:
            other = ending(context, stop, begin)  # "says her husband, forester Jan Lee"
        if other >= 0 and mentions[other].kind == "name":
            person = person_of(context, other)
            size = mentions[other].last - mentions[other].first
            if person or (person is None and size > 1):
                return other
        if begin >= end or words.low[begin] in lexicon.subjects:
            break
    # "mondta Kiss János felesége": somebody without a name
    return -1 if belongs and not lexicon.owner_endings and person_of(context, place) else place


def _is_headed(context: AttributionContext, place: int, at: int) -> bool:
    """Whether a name is of a body right behind its office: "directoarea Muzeului, Ana Pop"."""
    mention = context.people.mentions[place]
    before = mention.first - 1
    role = before >= at and context.words.low[before] in context.words.roles
    return role and mention.kind == "name" and person_of(context, place) is False


def _belongs(context: AttributionContext, place: int, stop: int) -> bool:
    """Whether a name is only whose somebody is: "says Unity graphics architect, Ann Lee".

    So is one that needs no ending of the genitive: "säger Lindfors fru, Ann Lee".
    """
    words, last = context.words, context.people.mentions[place].last
    if last >= stop or not words.text[last].islower():
        return False
    if person_of(context, place):
        endings = context.lexicon.owner_endings
        owner = not endings or words.text[last - 1].endswith(endings)
        return owner and words.low[stop - 1] in context.lexicon.kin
    return words.text[stop - 1].islower() and words.low[stop - 1] in words.roles


def skip_adverbs(context: AttributionContext, at: int, end: int) -> int:
    """The first word from `at` on that is no adverb or auxiliary."""
    stop = min(end, at + _MAX_ADVERBS)
    adverbs = context.lexicon.adverbs
    told = context.people.told
    while at < stop and (context.words.low[at] in adverbs or at in told):
        if context.cue[at] in VERBS:
            break
        if context.words.low[at] in context.lexicon.determiners and (
            at - 1 in told or _begins_description(context, at)
        ):
            break  # "είπε στο Βήμα ο πρόεδρος", "a dit l'adjointe"
        at += 1
    return at


def _begins_description(context: AttributionContext, at: int) -> bool:
    """Whether a description begins at an article that is elided: "l'adjointe"."""
    places = context.starts.get(at, ()) if context.words.text[at][-1] in "'’" else ()
    return any(context.people.mentions[place].kind == "description" for place in places)


def back_over_adverbs(context: AttributionContext, at: int) -> int:
    """The word behind the last one before `at` that is no adverb."""
    low, adverbs, steps = context.words.low, context.lexicon.adverbs, 0
    while at > 0 and steps < _MAX_ADVERBS and low[at - 1] in adverbs:
        at -= 1
        steps += 1
    return at


def is_noun(context: AttributionContext, at: int) -> bool:
    """Whether a determiner or "to" before a word makes it no verb: "the claim", "to say"."""
    before = context.words.low[at - 1] if at else ""
    lexicon = context.lexicon
    if lexicon.capitals and context.words.text[at][0].islower():
        return False  # "die sagte"
    if before in lexicon.relatives and context.words.text[at - 2] in ",(":
        return False  # "..., die zei"
    return before in lexicon.definite or before in lexicon.owners or before in lexicon.infinitives


def is_told(context: AttributionContext, verb: int) -> bool:
    """Whether somebody hears what nobody says: "the council was told that"."""
    return hears(context, verb) and context.words.low[verb + 1 : verb + 2] != ["by"]


def hears(context: AttributionContext, verb: int) -> bool:
    """Whether the subject of a verb is who hears: "the council was told"."""
    low, lexicon = context.words.low, context.lexicon
    return low[verb] in lexicon.recipients and low[verb - 1] in lexicon.passives


def generic(context: AttributionContext, at: int) -> bool:
    """Whether the subject at a word is nobody in particular: "you", "people"."""
    lexicon, low = context.lexicon, context.words.low
    if low[at] not in lexicon.generic:
        return False
    before = low[at - 1] if at else ""
    return before not in lexicon.prepositions and before not in lexicon.definite


def behind_aside(context: AttributionContext, at: int, end: int) -> int:
    """The word behind an aside in commas that begins at a word: "disse, emocionada, a prefeita"."""
    words = context.words
    if at >= end or words.text[at] != ",":
        return at
    for stop in range(at + 2, min(end, at + _MAX_ASIDE_WORDS + 2)):
        if words.text[stop] == ",":
            inner = words.text[at + 1 : stop]
            plain = all(word[0].islower() for word in inner) and not any(context.cue[at:stop])
            named = stop + 1 < end and (
                context.starts.get(stop + 1) or (words.low[stop + 1] in context.lexicon.determiners)
            )
            return stop + 1 if plain and named else at
    return at


def behind_hearers(context: AttributionContext, at: int, end: int) -> int:
    """The word behind "to whom", "where" and the like that follow a verb.

    "..., ha dicho a los periodistas en Lugo.", "..., dijo a periodistas el ministro": there the
    subject begins, or nothing is left.
    """
    words, lexicon = context.words, context.lexicon
    leads = lexicon.prepositions | lexicon.toward
    if at >= end or words.low[at] not in leads:
        return at
    stop = at
    while stop < end and (words.text[stop][0].isalnum() or words.low[stop] in leads):
        low, led = words.low[stop], words.low[stop - 1] in leads
        article = low in lexicon.determiners and low not in leads
        if (article and not led) or low in lexicon.subjects:
            return stop
        if context.cue[stop]:
            return at
        for place in context.starts.get(stop, ()):
            mention = context.people.mentions[place]
            if mention.kind == "name" and not led and person_of(context, place) is not False:
                return stop
        stop += 1
    return stop


def inverted(context: AttributionContext, verb: int, end: int) -> int:
    """The subject behind a verb: "said her husband, Lars Berg"; -1 for none."""
    words, lexicon = context.words, context.lexicon
    at = behind_aside(context, skip_adverbs(context, verb + 1, end), end)
    behind = behind_hearers(context, at, end) if lexicon.toward else at
    if behind > at:
        place = starting(context, behind) if behind < end else -1
        at = behind if place >= 0 and _may_be_subject(context, place) else at
    if at < end and words.low[at] in lexicon.stops and words.low[at] not in lexicon.openers:
        return -1
    cased = lexicon.oblique_endings or lexicon.of_offices
    if cased and at < end and words.low[at] in lexicon.kin:
        return -1  # "rekla je majka Ivana Marića", "kata istri Budi Santoso"
    place = starting(context, at)
    stop = phrase_end(context, at, end)
    behind = _behind_body(context, stop) if stop > at else -1
    if behind >= 0:
        return behind
    if place < 0 and not (at < end and words.low[at] in lexicon.determiners):
        named = _named_in(context, at, stop)
        owned = named >= 0 and _is_headed(context, named, at)
        return fullest(context, named, at, stop, end) if owned else named
    found = fullest(context, place, at, stop, end)
    return place if found != place and is_apart(context, at, found) else found


def _may_be_subject(context: AttributionContext, place: int) -> bool:
    """Whether a mention behind those who are told is a person: no pronoun, no thing."""
    mention = context.people.mentions[place]
    return mention.kind != "pronoun" and bool(person_of(context, place))


def _behind_body(context: AttributionContext, at: int) -> int:
    """The person behind a body in marks that begins at a word: "тренер «Спартака» Олег ..."; -1."""
    words = context.words
    if at >= len(words.text) or words.quote[at] < 0:
        return -1
    first, last = words.quotes[words.quote[at]]
    if first != at or last - first > _MAX_BODY_WORDS:
        return -1
    before = at - 2 if words.low[at - 1] in context.lexicon.determiners else at - 1
    if words.roles.isdisjoint(words.low[max(before - 1, 0) : before + 1]):
        return -1  # neither "тренер «Спартака» Олег ..." nor "директор клуба «Нева» Борис ..."
    place = starting(context, last, articles=False)
    named = place >= 0 and context.people.mentions[place].kind == "name"
    return place if named and person_of(context, place) is not False else -1


def is_apart(context: AttributionContext, at: int, named: int) -> bool:
    """Whether a name is not who "a grandee" is: "said a grandee about the role of Ann Lee"."""
    low, lexicon = context.words.low, context.lexicon
    mention = context.people.mentions[named]
    if at >= len(low) or low[at] not in lexicon.indefinite:
        return False
    apart = (lexicon.prepositions - lexicon.joiners) | lexicon.complementisers | lexicon.relatives
    start = mention.first - mention.title
    return not (apart.isdisjoint(low[at:start]) or _closes_clause(context, start, mention.last))


def _closes_clause(context: AttributionContext, start: int, last: int) -> bool:
    """Whether a name closes a sentence behind a clause: "a carrier who left in 1998, Earl Lund".

    Behind somebody else it explains that one: "a nurse who came with her son, Earl Lund."
    """
    words, lexicon = context.words, context.lexicon
    if words.text[start - 1] != "," or last - start < _FULL_NAME:
        return False
    before = words.low[start - 2]
    human = before in words.roles or before in lexicon.kin or before in lexicon.humans
    ends = words.text[last : last + 1] == ["."]
    return ends and not human and not words.text[start - 2][0].isupper()
