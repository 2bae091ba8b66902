"""Persons -> which of them a pronoun or a role before it most likely means, and who that is."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.quotes.context.context import AttributionContext, relation_of
from newsclean.quotes.context.voices import Speaker, Voices
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.mentions.nominative import from_genitive, is_in_genitive, nominative
from newsclean.quotes.resolution.role_phrases import role_of
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.given_names import spelled
from newsclean.quotes.text.lexicon import CueKind

_NUMERAL = frozenset("IVX")
MAX_MENTIONS_BACK = 40
"""How many mentions before a pronoun may be meant: a bound on the time, as the next."""
SPEAKING = frozenset({"subject", "adverb", "apposition", "inverted", "role", "source"})
SUBJECT = frozenset({"subject", "adverb", "apposition"})
_ROLE_FITS, _OTHER_ROLE = 4.0, -1.0
"""What a role adds that is the one meant ("the judge"), and what another one takes away."""
_TOLD_OF = 1.5
"""What the subject of the sentence before, in another paragraph, adds to whom "she" means."""
_SUBJECT_BEFORE, _OWN_SUBJECT = 1.2, 3.0
"""What the name adds that begins the sentence before a pronoun, or the pronoun's own."""
_EXAMPLE = 3.0
"""What a name loses that is but an example ("figures like Ann Lee"); all three are guesses."""
_MAX_NOUN_WORDS = 4
"""The most words before a name that begins its sentence all the same; a guess."""
_MAX_LED_WORDS = 8
"""The longest role before the name that it is of, at the head of a sentence; a guess."""
_MAX_DESCRIBED_WORDS = 5
"""The most words between two people whom "and" joins, a role and a comma included; a guess."""
_ONE_OF_TWO = 0.4
"""How sure it is that "she" is the first of two women whom "and" joins: not enough to tell."""
_OF_TWO_BY_GENDER = 0.62
"""The same of the second, whose first name tells that, where that of the first tells nothing."""
_NO_PERSON = 2.0
"""What a name loses for "she" that may as well be a body's, where a person is named; a guess."""
_MAX_AUXILIARIES = 2
"""The most words between a subject and its verb: "Le juge lui a dit à Jean"; a guess."""
_MAX_PERSON_WORDS = 5
"""Longer names are of goods and works: "Ann Lee Ruffled Midi Dress"; a guess."""


def as_speaker(context: AttributionContext, which: int) -> Speaker:
    """An entity as somebody who speaks."""
    speaker = context.speakers.get(which)
    if speaker is None:
        speaker = context.speakers[which] = _as_speaker(context, which)
    return speaker


def _as_speaker(context: AttributionContext, which: int) -> Speaker:
    entity = context.people.entities[which]
    role = role_of(context, which)
    title = _title_of(context, which)
    if title and role and role.lower() == title.lower():
        role = None
    whole = nominative(entity.name, context.lexicon.language)
    named = from_genitive(whole, context.lexicon.language)
    if whole == entity.name != named and _only_sourced(context, which):
        whole = named
    name = spelled((title, *whole) if title else whole)
    return Speaker(which, name, "", entity.person, entity.gender, role)


def _only_sourced(context: AttributionContext, which: int) -> bool:
    """Whether a name stands nowhere as it is but behind "according to".

    Nor its family name behind an initial or as a sentence's first word: "Н.Гунда", "Гунда said".
    """
    words, language = context.words, context.lexicon.language
    mentions = [context.people.mentions[at] for at in context.people.entities[which].mentions]
    name = context.people.entities[which].name
    for mention in mentions:
        alike = tuple(words.text[mention.first : mention.last]) == name
        if alike and not is_in_genitive(words, mention.first - mention.title, language):
            return False
    text, opens = words.text, {first for first, _ in words.bounds}
    places = (at for at, word in enumerate(text) if word == name[-1])
    return not any(at in opens or (text[at - 1] == "." and len(text[at - 2]) == 1) for at in places)


def _title_of(context: AttributionContext, which: int) -> str:
    """The title without which a name of one word is none: "King Charles", "papa Leone XIV".

    So is "Mrs" where somebody else has that name: "Mrs Lee" beside Jon Lee.
    """
    words, people, lexicon = context.words, context.people, context.lexicon
    name = people.entities[which].name
    if not (len(name) == 1 or (len(name) == 2 and _NUMERAL.issuperset(name[1]))):
        return ""
    if context.families is None:
        context.families = frozenset(one.name[-1] for one in people.entities if len(one.name) > 1)
    namesake = name[0] in context.families
    for place in people.entities[which].mentions:
        at = people.mentions[place].first - 1
        stop = words.text[at] if at > 0 and words.text[at] == "." else ""
        at -= len(stop)
        if at < 0:
            continue
        polite = namesake and lexicon.honorifics.get(words.low[at])
        if polite or words.low[at] in lexicon.royal:
            return words.text[at] + stop
    return ""


def likeliest(
    context: AttributionContext,
    place: int,
    word: int,
    gender: str,
    spoken: Voices,
    roles: str = "",
    without: int = -1,
) -> tuple[int, float]:
    """The person among the mentions up to `place` that `word`, a pronoun or role, means.

    It is not `without`, an entity.
    """
    words, people = context.words, context.people
    here = words.sentence[word]
    told, passed = context.narrated[here]
    paragraph = words.paragraph_of[here]
    scores: dict[int, float] = {}
    near: set[int] = set()
    apart = {without, *_hearers(context, place, here)}
    subjects: set[int] = set()
    just: set[int] = set()  # the subject of the sentence before by its first words
    told_of: list[int] = []
    latest: dict[int, int] = {}
    own = False  # whether the pronoun's own sentence begins with a name
    entities, mentions = people.entities, people.mentions
    unlike = {"m": "f", "f": "m"}.get(gender, "-")
    for other in range(place - 1, max(-1, place - MAX_MENTIONS_BACK), -1):
        which, earlier = people.entity_of[other], mentions[other]
        if which < 0 or words.quote[earlier.first] >= 0:
            continue
        entity, sentence = entities[which], words.sentence[earlier.first]
        if entity.person is False or earlier.last > word or len(entity.name) > _MAX_PERSON_WORDS:
            continue
        if roles and sentence == here and not has_role(context, which, roles):
            apart.add(which)  # "Addressing Trigg, the judge said": two people
        if which in apart or entity.gender == unlike:
            continue
        before, past = context.narrated[sentence]
        if passed - past > 4:
            break
        score = salience(context, other, earlier, told - before, passed - past)
        if entity.gender == gender and gender:
            score += 1.0
        if entity.person is None:
            if context.lexicon.capitals:
                continue  # every noun has a capital: "Richtung Ukraine"
            if which not in spoken.entities and not _may_be_person(context, other):
                continue
            score -= 1.2
        same = words.paragraph_of[sentence] == paragraph
        if gender and told - before <= 1 and _begins_clause(context, other):
            if same and told == before:
                score += _OWN_SUBJECT
                own = True
            elif same and not own:
                score += _SUBJECT_BEFORE
        if gender and _is_example(context, other):
            score -= _EXAMPLE
        if roles and entity.roles:
            score += _ROLE_FITS if has_role(context, which, roles) else _OTHER_ROLE
        if score > scores.get(which, -99.0):
            scores[which] = score
        latest.setdefault(which, other)
        if same:
            near.add(which)
            if told - before <= 1 and entity.gender == gender and _is_explained(context, other):
                just.add(which)
                scores[which] += _SUBJECT_BEFORE
            if told - before <= 1 and opens(context, earlier):
                subjects.add(which)
        human = entity.person or which in spoken.entities or gender in ("m", "f")
        if gender and human and told - before == 1 and _is_subject(context, other):
            told_of.append(which)
    for nearness, speaker in ((1.0, spoken.last), (0.25, spoken.last_but_one)):
        if speaker.entity in scores:
            since = paragraph - speaker.paragraph
            scores[speaker.entity] += nearness * (1.6 if since <= 1 else 0.5 if since == 2 else 0.2)
    if not scores:
        return -1, 0.0
    if gender in ("m", "f") and any(entities[which].person for which in scores):
        for which in scores:
            entity = entities[which]
            if entity.person is None and len(entity.name) == 1:
                scores[which] -= _NO_PERSON  # "Gartner estimates": no "she" where Ann Lee is
                near.discard(which)
    if gender and told_of and told_of[-1] not in near and not near:
        scores[told_of[-1]] += _TOLD_OF
    # nobody of another paragraph while this one names somebody who it may be
    order = sorted(scores, key=lambda which: (which not in near, -scores[which], which))
    spoke = order[0] in (spoken.last.entity, spoken.last_but_one.entity)
    rival = _one_of_two(context, order[0], order[1:], latest) if gender and not spoke else -1
    if rival >= 0:
        theirs = entities[rival].gender == gender and not entities[order[0]].gender
        return (rival, _OF_TWO_BY_GENDER) if theirs else (order[0], _ONE_OF_TWO)
    rivals = [scores[which] for which in order[1:]]
    margin = scores[order[0]] - max(rivals, default=-1.0)
    fits = {which for which in scores if gender and entities[which].gender == gender}
    # the others are of no known gender, or this one is the subject of the sentence before
    alone = near == {order[0]} and (near in (fits, just) or order[0] in subjects)
    return order[0], max(0.62 if alone else 0.3, min(0.95, 0.55 + 0.12 * margin))


def _hearers(context: AttributionContext, place: int, sentence: int) -> set[int]:
    """Who is told something behind a mention, in its sentence: "The judge told Ann Lee"."""
    words, people = context.words, context.people
    found: set[int] = set()
    for other in context.by_sentence.get(sentence, ()):
        at = people.mentions[other].first - people.mentions[other].title - 1
        if other > place >= 0 and people.entity_of[other] >= 0 <= at:
            at -= context.cue[at] != CueKind.SPEECH and words.low[at].isalpha()  # "said to"
            near = 0 <= at - people.mentions[place].last <= _MAX_AUXILIARIES
            if near and context.cue[at] == CueKind.SPEECH:
                found.add(people.entity_of[other])
    return found


def opens(context: AttributionContext, mention: Mention) -> bool:
    """Whether a name begins its sentence, or an article and a noun do: "The breeder Ann Lee".

    Where a verb needs no subject, an office of some words does: "Köy muhtarı Ali Kurt".
    """
    words, lexicon = context.words, context.lexicon
    begin = words.bounds[words.sentence[mention.first]][0]
    led = words.low[begin : mention.first - mention.title]
    if len(led) <= 1:
        return True
    if len(led) > _MAX_NOUN_WORDS or not all(map(str.isalpha, led)):
        return False
    apart = lexicon.stops | lexicon.cues | lexicon.pronouns.keys()
    office = lexicon.drops and led[-1] in words.roles
    office = office and led[0] not in apart | lexicon.prepositions
    return apart.isdisjoint(led[1:]) and (led[0] in lexicon.determiners or office)


def _one_of_two(
    context: AttributionContext, best: int, others: list[int], latest: dict[int, int]
) -> int:
    """Whom "and" joins to the likeliest, who "she" may be as well; -1 for nobody."""
    words, mentions, joins = context.words, context.people.mentions, everywhere("and")
    one = mentions[latest[best]]
    for which in others:
        other = mentions[latest[which]]
        first, second = (one, other) if one.first <= other.first else (other, one)
        if joins.isdisjoint(words.low[first.last : first.last + 1]):
            continue
        between = words.low[first.last : second.first - second.title]
        if not between:
            continue
        apart = context.lexicon.determiners | words.roles
        plain = not context.people.entities[best].gender and len(between) <= _MAX_DESCRIBED_WORDS
        # "and the pilot, Stella Marchand"
        described = plain and not apart.isdisjoint(between[1:2])
        if len(between) == 1 or described:
            genders = {context.people.entities[who].gender for who in (best, which)}
            if not {"m", "f"} <= genders:
                return which
    return -1


def has_role(context: AttributionContext, which: int, role: str) -> bool:
    """Whether the article says that an entity is what a word says: not "mayor" of his deputy.

    A deputy is asked for by two words: "deputy mayor".
    """
    known = context.role_words.get(which)
    if known is None:
        low, lexicon = context.words.low, context.lexicon
        found: set[str] = set()
        for first, last in context.people.entities[which].roles:
            inside = True
            for at in range(first, last):
                if low[at] in lexicon.links:
                    inside = True  # "member of the council and mayor"
                elif low[at] in lexicon.prepositions and at > first:
                    inside = False  # "spokesman for the mayor"
                under = at > first and low[at - 1] in lexicon.deputies
                if inside or lexicon.capitals:
                    word = context.words.definites.get(low[at], low[at])
                    found.add(f"{low[at - 1]} {word}" if under else word)
        known = context.role_words[which] = frozenset(found)
    return role in known


def _is_subject(context: AttributionContext, place: int) -> bool:
    """Whether a name, or the role right before it, begins its sentence, or it has a verb of speech.

    "Professor Ann Lee said ..." and "Ann Lee posted ...": whom "she" in the next sentence means.
    """
    words, mention = context.words, context.people.mentions[place]
    if mention.kind != "name" or words.low[mention.last - 1] in words.bares:
        return False
    return _begins_clause(context, place) or relation_of(context, place)[0] in SUBJECT


def begins_phrase(context: AttributionContext, place: int) -> bool:
    """Whether a name begins its sentence, or the role does that a comma parts from it."""
    return _begins_clause(context, place) or _opens_with_role(context, place)


def _opens_with_role(context: AttributionContext, place: int) -> bool:
    """Whether no more than "Their cousin," stands before a name in its sentence."""
    words, mention = context.words, context.people.mentions[place]
    begin = words.bounds[words.sentence[mention.first]][0]
    led = words.low[begin : mention.first - mention.title]
    known = words.roles | context.lexicon.kin
    near = 1 < len(led) <= _MAX_LED_WORDS and led[0] in context.lexicon.determiners
    return near and not known.isdisjoint(led) and words.low[mention.last - 1] not in words.bares


def _begins_clause(context: AttributionContext, place: int) -> bool:
    """Whether a name is the first word of its sentence but a conjunction: "While Ann Lee ..."."""
    words, mention = context.words, context.people.mentions[place]
    begin = words.bounds[words.sentence[mention.first]][0]
    at = mention.first - mention.title
    led = at - begin == 1 and words.low[begin] in context.lexicon.prepositions
    return at - begin <= 1 and not led and words.low[mention.last - 1] not in words.bares


def _is_explained(context: AttributionContext, place: int) -> bool:
    """Whether a name goes on from a role at the head of a sentence: "The envoy, Ann Lee, came"."""
    words, mention = context.words, context.people.mentions[place]
    begin = words.bounds[words.sentence[mention.first]][0]
    at = mention.first - mention.title
    led = words.low[begin:at]
    near = 1 < len(led) <= _MAX_LED_WORDS and words.text[mention.last : mention.last + 1] == [","]
    return near and "," in led and led[0] in context.lexicon.determiners


def _is_example(context: AttributionContext, place: int) -> bool:
    """Whether "like" stands before a name, or before others that it is listed with."""
    words, lexicon, mentions = context.words, context.lexicon, context.people.mentions
    at = mentions[place].first - mentions[place].title - 1
    before = place - 1
    joined = at > 0 and (words.low[at] in (",", "and") or words.low[at] in lexicon.links)
    if joined and before >= 0 and mentions[before].last == at and mentions[before].kind == "name":
        at = mentions[before].first - mentions[before].title - 1
    return at >= 0 and words.low[at] in lexicon.likenesses


def _may_be_person(context: AttributionContext, place: int) -> bool:
    """Whether a name of unknown kind stands where persons do: as a subject, first in a sentence."""
    if relation_of(context, place)[0] in (*SUBJECT, "inverted"):
        return True
    words, mention = context.words, context.people.mentions[place]
    begins = words.bounds[words.sentence[mention.first]][0] == mention.first
    named = len(context.people.entities[context.people.entity_of[place]].name)
    return begins and max(mention.last - mention.first, named) in (2, 3)


def salience(
    context: AttributionContext, place: int, mention: Mention, away: int, back: int
) -> float:
    """How present a mention is `away` sentences and `back` paragraphs later."""
    score = 3.0 - 0.55 * min(away, 6) - 0.35 * back
    known = context.presence.get(place)
    if known is None:
        known = context.presence[place] = tuple(_presence(context, place, mention))
    for part in known:
        score += part
    return score


def _presence(context: AttributionContext, place: int, mention: Mention) -> Iterator[float]:
    words, lexicon = context.words, context.lexicon
    begin = words.bounds[words.sentence[mention.first]][0]
    at = mention.first - mention.title
    if at - begin <= 1:
        yield 1.0
    before = words.low[at - 1] if at > begin else ""
    opens = at - begin == 1 and before not in lexicon.prepositions  # "While Ann Lee ..."
    if not opens and (before in lexicon.stops or before in lexicon.particles):
        yield -1.0
    relation = relation_of(context, place)[0]
    if relation in SPEAKING:
        yield 1.2
    elif relation == "object":
        yield -0.8
    if words.low[mention.last - 1] in words.bares:
        yield -0.4
