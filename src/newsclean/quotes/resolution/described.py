"""Descriptions ("the minister", "a source close to the family") -> who that is, or their words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsclean.quotes.context.context import AttributionContext, modifies
from newsclean.quotes.context.phrases import is_apart
from newsclean.quotes.context.voices import NOT_KNOWN, Speaker, Voices
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.resolution.offices import (
    ITSELF,
    ONLY_BEARER,
    holder_of,
    issuer_of,
    only_bearer,
    owner_of,
)
from newsclean.quotes.resolution.other_roles import (
    called_so,
    has_bare_role,
    has_deputy,
    has_other_role,
    is_another,
    is_owned,
    office_of,
)
from newsclean.quotes.resolution.own_words import own_words
from newsclean.quotes.resolution.role_phrases import MAX_ROLE_WORDS
from newsclean.quotes.resolution.salience import (
    MAX_MENTIONS_BACK,
    as_speaker,
    has_role,
    likeliest,
    salience,
)
from newsclean.quotes.resolution.told_of import sentence_before, who_is_told_of
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.morphology import is_role

_TOLD_OF = 0.66
"""How sure it is that "the senator" is whom the sentence before is about; a guess."""
_MAX_MENTIONS_FAR = 400
"""So many mentions back a description ("the bureau") is looked for, whose noun says more."""
_OTHER_ROLE = 0.6
"""What is left of it where the article says that the person is something else; a guess."""
_NO_SUCH_ROLE = 0.7
"""What is left of the certainty that "the actor" is somebody of whom no such role is told."""


def resolve_description(
    context: AttributionContext, place: int, spoken: Voices
) -> tuple[Speaker, float]:
    """Who a description means, and how sure that is; `spoken` are the speakers so far."""
    mention = context.people.mentions[place]
    lexicon, words = context.lexicon, context.words
    own = Speaker(-1, own_words(context, mention), mention.head, mention.person, mention.gender)
    issuer = issuer_of(context, place) if mention.head in lexicon.issued else -1
    if issuer >= 0:
        return as_speaker(context, issuer), 0.9
    if words.low[mention.first] in words.bares or _possessed(context, mention):
        return own, 0.9  # "Lee's attorney" is nobody who was named before
    named = _named_within(context, mention)
    if named < 0:
        named = _named_behind(context, place)
    if named < 0:
        named = _named_next(context, place)
    if named >= 0:
        return as_speaker(context, named), 0.9
    if _is_of_person(context, mention):
        return own, 0.9  # "the lawyer for Mr Lee"
    if mention.office:
        holder = holder_of(context, place)
        return (as_speaker(context, holder), 0.9) if holder >= 0 else (own, 0.9)
    if not everywhere("every").isdisjoint(words.low[max(0, mention.first - 1) : mention.first + 1]):
        return NOT_KNOWN, 0.0
    if not mention.definite:
        return called_so(context, place) or own, 0.9
    speaker = spoken.described(mention.head)
    longer = own.text.count(" ") >= mention.last - mention.first
    if speaker is not None and (not longer or own.text.lower() == speaker.text.lower()):
        return speaker, 0.7  # but "the mayor of Leeds" is not "the mayor of York"
    if mention.head in lexicon.humans and _goes_on_with_who(context, mention):
        return own, 0.7  # "the man who bought them" is nobody who was named before
    aged = _of_age(context, place) if mention.head[0].isdigit() else -1
    if aged >= 0:
        return as_speaker(context, aged), 0.9
    if mention.head in lexicon.humans and _is_who_spoke(context, place, spoken):
        return spoken.last, ONLY_BEARER
    if mention.head in lexicon.unnamed or _introduced(context, place):
        return own, 0.7
    if mention.head in lexicon.groups and not is_role(mention.head, lexicon):
        body = _body(context, place)
        if body < 0 and mention.head in lexicon.enterprises:
            body = _salient_body(context, place, spoken)
        if body >= 0:
            return as_speaker(context, body), 0.6
        return own, 0.6 if mention.head in lexicon.enterprises else ITSELF
    if words.low[mention.first] in lexicon.owners and mention.person is not True:
        return own, 0.6
    several = lexicon.capitals and words.low[mention.first] == "die"
    if several and mention.head.endswith(("en", "er")):
        return own, ITSELF  # "die Experten der Bank"
    who, sure = own, 0.0
    if is_role(mention.head, lexicon):
        who, sure = _by_role(context, place, own, spoken)
    told = -1 if is_owned(context, mention) else _told_of(context, mention, own.text)
    if told >= 0 and not (who.entity >= 0 and has_role(context, who.entity, mention.head)):
        return as_speaker(context, told), max(_TOLD_OF, sure if who.entity == told else 0.0)
    if sure:
        return who, sure
    named_before = any(
        context.people.entities[which].person
        for which in context.people.entity_of[max(0, place - MAX_MENTIONS_BACK) : place]
        if which >= 0
    )
    if mention.gender == "p" and mention.person:
        return own, ITSELF  # "the activists" are nobody who is named
    if mention.person or mention.head[0].isdigit():  # "the 31-year-old"
        return own, 0.4 if named_before else 0.6  # somebody named, but who?
    return own, ITSELF


def _by_role(
    context: AttributionContext, place: int, own: Speaker, spoken: Voices
) -> tuple[Speaker, float]:
    """Who "the minister" is by the roles that the article tells, and how sure that is; 0 if not."""
    mention = context.people.mentions[place]
    lexicon = context.lexicon
    role = office_of(context, mention)
    owner = owner_of(context, mention)
    found, sure = likeliest(context, place, mention.first, mention.gender, spoken, role, owner)
    if owner >= 0 and not (found >= 0 and has_role(context, found, role)):
        return own, 0.9
    spoke = found >= 0 and spoken.last.entity == found
    if found >= 0 and not (spoke or context.people.entities[found].person):
        return own, ITSELF  # "the lawyer" is not "The Standard"
    if found >= 0 and not has_role(context, found, role) and _is_told_beside(context, place):
        return own, ITSELF  # "Ann Lee met the editor. ..., the editor said"
    present = found >= 0 and _is_present(context, found, place, spoken)
    if lexicon.capitals and not spoke and (own.text.count(" ") >= mention.last - mention.first):
        present = False  # "der Sportchef von Leverkusen" is no player who was named
    another = found >= 0 and is_another(context, found, mention, own.text)
    plain = lexicon.oblique_endings or lexicon.family_first or context.words.definites
    bare = bool(found >= 0 and plain and context.people.entities[found].roles)
    alone = mention.head in lexicon.scholars and (spoke or sure >= ITSELF)
    if bare and not (alone or has_role(context, found, role)):
        return own, ITSELF  # "министр" is no teacher who was named
    if another and has_other_role(context, found, mention, own.text):
        return own, ITSELF  # "the owner of Leeds Homes" is not Ann Lee, the accountant
    if found >= 0 and (
        has_deputy(context, found, role) or has_bare_role(context, found, mention, own.text)
    ):  # "the mayor" beside his deputy, "the president of Serbia" beside "President Ann Lee"
        return own, ITSELF
    if found >= 0 and is_owned(context, mention) and not has_role(context, found, role):
        return own, ITSELF  # "her lawyer" is not she
    if found >= 0 and (present or not another):
        fits = mention.gender in ("m", "f")  # "la premier", the only woman who is named
        fits = fits and context.people.entities[found].gender == mention.gender
        known = present or fits or has_role(context, found, role)
        bearer = -1 if known else only_bearer(context, role)
        if bearer >= 0:
            return as_speaker(context, bearer), ONLY_BEARER
        if present and not (fits or spoke) and context.people.entities[found].roles:
            sure *= 1.0 if has_role(context, found, role) else _OTHER_ROLE
        return as_speaker(context, found), sure * (0.9 if known else _NO_SUCH_ROLE)
    bearer = only_bearer(context, role)
    if bearer >= 0 and own.text.count(" ") < mention.last - mention.first:
        return as_speaker(context, bearer), ONLY_BEARER
    if own.text.count(" ") >= mention.last - mention.first:
        return own, 0.58  # "the manager of Leeds" says who it is
    return own, 0.0


def _told_of(context: AttributionContext, mention: Mention, text: str) -> int:
    """Whom the sentence before is about, if a description is no more than what they may be; -1.

    It is told behind a quote, and nobody has been called so before.
    """
    lexicon, words, head = context.lexicon, context.words, mention.head
    longer = text.count(" ") >= mention.last - mention.first  # "the manager of Leeds"
    names = not lexicon.capitals and any(word[0].isupper() for word in text.split()[1:])
    person = is_role(head, lexicon) or head[0].isdigit()
    bare = bool(lexicon.oblique_endings) and head not in lexicon.scholars  # "minister"
    begin = words.bounds[words.sentence[mention.first]][0]
    behind = max(words.quote[begin : mention.first], default=-1) >= 0
    if longer or names or bare or not (person and behind) or head in lexicon.kin:
        return -1
    told = who_is_told_of(context, mention)
    if told < 0 or has_role(context, told, head):
        return told
    other = bool(context.people.entities[told].roles) and not head[0].isdigit()
    other = other or bool(words.definites and not context.people.entities[told].person)
    if other or head in words.low[: mention.first]:
        return -1  # "Tom Reed, a baker, came. ..., said the mayor"
    return -1 if has_deputy(context, told, head) else told


def _is_told_beside(context: AttributionContext, place: int) -> bool:
    """Whether the sentence before has a description's noun as well, beside whom it is about."""
    words, mentions = context.words, context.people.mentions
    sentence = sentence_before(context, mentions[place].first)
    begin, end = words.bounds[sentence]
    low, head, clauses = words.low, mentions[place].head, context.lexicon.clauses
    led = context.lexicon.definite | context.lexicon.toward  # "au maire"
    return sentence >= 0 and any(
        (low[at] in words.definites and (at == begin or low[at - 1] not in clauses))
        or (at > begin + 1 and low[at - 1] in led and low[at - 2] not in clauses)
        for at in range(begin, end)  # but not "Ann Lee is the editor"
        if words.quote[at] < 0 and words.definites.get(low[at], low[at]) == head
    )


def _is_who_spoke(context: AttributionContext, place: int, spoken: Voices) -> bool:
    """Whether "the man" may be the one who spoke last, in this paragraph or the one before."""
    if spoken.last.entity < 0 or spoken.last.person is False:
        return False
    words, mentions, voice = context.words, context.people.mentions, spoken.last
    mention = mentions[place]
    if any(
        other.head == mention.head and words.low[other.first] in context.lexicon.indefinite
        for other in mentions[max(0, place - _MAX_MENTIONS_FAR) : place]
    ):
        return False  # "a man" was told of before
    since = words.paragraph_of[words.sentence[mention.first]] - voice.paragraph
    genders = {mention.gender, voice.gender} & {"m", "f"}
    return since <= 1 and len(genders) <= 1


def _is_present(context: AttributionContext, which: int, place: int, spoken: Voices) -> bool:
    """Whether somebody spoke last, or is named before `place` in its paragraph."""
    if spoken.last.entity == which:
        return True
    words, people = context.words, context.people
    here = words.paragraph_of[words.sentence[people.mentions[place].first]]
    mentions = people.entities[which].mentions
    before = bisect_left(mentions, place)  # the last before it is the nearest
    if not before:
        return False
    last = people.mentions[mentions[before - 1]].first
    return words.paragraph_of[words.sentence[last]] == here


def _named_within(context: AttributionContext, mention: Mention) -> int:
    """The entity whose name ends a description: "Chair of the committee Ann Lee"; -1 for none."""
    people, lexicon = context.people, context.lexicon
    for other in context.stops.get(mention.last, ()):
        name = people.mentions[other]
        start = name.first - name.title
        if name.kind != "name" or start <= mention.first or people.entity_of[other] < 0:
            continue
        before = context.words.low[start - 1]
        led = before in lexicon.prepositions or before in lexicon.joiners
        if people.entities[people.entity_of[other]].person and not led:
            return people.entity_of[other]
    return -1


def _named_behind(context: AttributionContext, place: int) -> int:
    """The person whose name ends the phrase: "Chair of the committee Ann Lee said"; -1 for none."""
    people, words, lexicon = context.people, context.words, context.lexicon
    mention = people.mentions[place]
    for other in range(place + 1, min(place + 4, len(people.mentions))):
        name = people.mentions[other]
        start = name.first - name.title
        if start - mention.last > MAX_ROLE_WORDS or name.last >= len(words.low):
            break
        between = range(mention.last, start)
        if any(context.cue[at] or not words.low[at][0].isalnum() for at in between):
            break
        which, before = people.entity_of[other], words.low[start - 1]
        led = before in lexicon.prepositions or before in lexicon.joiners
        led = led or before in lexicon.determiners or before in lexicon.stops
        led = led or is_apart(context, mention.first, other)
        ends = context.cue[name.last] or words.text[name.last] in ",.("
        if which >= 0 and people.entities[which].person and ends and not led:
            return which
    return -1


def _possessed(context: AttributionContext, mention: Mention) -> bool:
    """Whether a genitive inside a description says whose it is: "the mayor's office"."""
    words = context.words
    return any(words.low[at] in words.bares for at in range(mention.first, mention.last - 1))


def _of_age(context: AttributionContext, place: int) -> int:
    """The one person of the age that a description has: "the 25-year-old"; -1 for none."""
    people, words = context.people, context.words
    age = people.mentions[place].head.partition("-")[0]
    found: set[int] = set()
    for other in range(max(0, place - _MAX_MENTIONS_FAR), place):
        which, at = people.entity_of[other], people.mentions[other].last
        aged = words.low[at : at + 2] in ([",", age], ["(", age])
        if aged and which >= 0 and people.entities[which].person is not False:
            found.add(which)
    return found.pop() if len(found) == 1 else -1


def _goes_on_with_who(context: AttributionContext, mention: Mention) -> bool:
    """Whether a relative clause without a comma says which one is meant."""
    behind = context.words.low[mention.last : mention.last + 1]
    plain = context.lexicon.relatives - context.lexicon.determiners
    return not plain.isdisjoint(behind)


def _is_of_person(context: AttributionContext, mention: Mention) -> bool:
    """Whether a preposition and a name with a title behind a description say whose that is."""
    words, lexicon = context.words, context.lexicon
    led = words.low[mention.last : mention.last + 1]
    if not led or led[0] not in lexicon.joiners | lexicon.prepositions:
        return False
    return any(
        context.people.mentions[one].kind == "name"
        and words.low[mention.last + 1] in lexicon.polite
        for one in context.starts.get(mention.last + 1, ())
    )


def _named_next(context: AttributionContext, place: int) -> int:
    """The entity a description is in apposition to: "the head of the union, Ann Lee, ..."."""
    mentions, words = context.people.mentions, context.words
    last = mentions[place].last
    end = min(words.bounds[words.sentence[mentions[place].first]][1], last + MAX_ROLE_WORDS)
    while last < end and words.low[last] != ",":
        if context.cue[last] or words.quote[last] >= 0 or not words.low[last][0].isalnum():
            return -1
        last += 1
    if last + 1 >= end:
        return -1
    for other in range(place + 1, min(place + 5, len(mentions))):
        if mentions[other].first - mentions[other].title == last + 1:
            which = context.people.entity_of[other]
            return (
                which if which >= 0 and context.people.entities[which].person is not False else -1
            )
    return -1


def _introduced(context: AttributionContext, place: int) -> bool:
    """Whether "the cook" was "a cook" before, somebody without a name: not "Ann Lee, a cook"."""
    people = context.people
    if context.introduced is None:
        context.introduced = {}
        roles = {at for entity in people.entities for role in entity.roles for at in range(*role)}
        for other, mention in enumerate(people.mentions):
            indefinite = mention.kind == "description" and not mention.definite
            if indefinite and mention.first not in roles:
                context.introduced.setdefault(mention.head, []).append(other)
    return _latest(context.introduced.get(people.mentions[place].head, ()), place) >= 0


def _body(context: AttributionContext, place: int) -> int:
    """The body before `place` whose name has the description's head ("the bureau")."""
    people = context.people
    head = people.mentions[place].head
    if head not in context.bodies:
        named = {
            which
            for which, entity in enumerate(people.entities)
            if not entity.person and any(word.lower() == head for word in entity.name)
        }
        context.bodies[head] = [at for at, which in enumerate(people.entity_of) if which in named]
    last = _latest(context.bodies[head], place)
    return people.entity_of[last] if last >= 0 else -1


def _latest(places: Sequence[int], place: int) -> int:
    """The last of some mentions, ascending, before `place` and not too far from it; -1 for none."""
    before = bisect_left(places, place)
    found = before and places[before - 1]
    return found if before and place - found < _MAX_MENTIONS_FAR else -1


def _salient_body(context: AttributionContext, place: int, spoken: Voices) -> int:
    """The name of no person that "the company" most likely stands for, -1 for none.

    It has spoken before, or been the subject of a sentence not long ago.
    """
    words, people = context.words, context.people
    told, passed = context.narrated[words.sentence[people.mentions[place].first]]
    voices = spoken.entities
    best, best_score = -1, 0.0
    for other in range(place - 1, max(-1, place - MAX_MENTIONS_BACK), -1):
        which, earlier = people.entity_of[other], people.mentions[other]
        if which < 0 or people.entities[which].person or words.quote[earlier.first] >= 0:
            continue
        begins = words.bounds[words.sentence[earlier.first]][0] >= earlier.first - 1
        if which not in voices and not begins:
            continue
        before, past = context.narrated[words.sentence[earlier.first]]
        score = salience(context, other, earlier, told - before, passed - past)
        score += 1.0 if which in voices else 0.0
        if score <= best_score or words.low[earlier.last - 1] in context.lexicon.places:
            continue
        if not modifies(context, other):
            best, best_score = which, score
    return best
