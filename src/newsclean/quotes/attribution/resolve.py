"""The mention a quote is attributed to -> who that is, by the fullest name the article gives.

A surname stands for its bearer, "he" and "the minister" for the likeliest person before them: one
who was just speaking, or the subject of the sentence before, of fitting gender and role. What
cannot be resolved keeps its own words ("a source close to the family") or stays unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from newsclean.quotes.attribution.context import AttributionContext, modifies, relation_of
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.morphology import is_role
from newsclean.quotes.text.words import Words

_MAX_MENTIONS_BACK = 40
"""How many mentions before a pronoun may be meant: a bound on the time, as the next."""
_MAX_MENTIONS_FAR = 400
"""The same for a description ("the bureau"), whose noun says more."""
_ONLY_VOICE, _LAST_VOICE = 0.65, 0.42
"""How sure it is that "she" far from any name is who spoke last: where nobody else of that gender
spoke, and where somebody did; both a guess."""
_SPEAKING = frozenset({"subject", "adverb", "apposition", "inverted", "role", "source"})
_SUBJECT = frozenset({"subject", "adverb", "apposition"})
_MAX_DESCRIPTION_WORDS = 14
_MAX_SHORT_TITLE_CHARS = 5
_SHORT_TITLES = frozenset(
    ["dr", "drs", "dra", "prof", "mr", "mrs", "ms", "ing", "dipl", "mag", "lic", "phd", "sr", "sra"]
)
_MAX_ROLE_WORDS = 10
"""Longer ones were mostly clauses when the outputs were read."""


class Speaker(NamedTuple):
    """Somebody who speaks: an entity of the article, or a description in its own words."""

    entity: int = -1
    text: str = ""
    head: str = ""
    person: bool | None = None
    gender: str = ""
    role: str | None = None
    paragraph: int = -9
    """Where it last spoke."""


NOT_KNOWN = Speaker()


def resolve(
    context: AttributionContext, place: int, spoken: list[Speaker]
) -> tuple[Speaker, float]:
    """Who a mention is, and how sure that is; `spoken` are the speakers so far, in order."""
    mention = context.people.mentions[place]
    which = context.people.entity_of[place]
    if which >= 0:
        return _entity(context, which), 1.0
    if mention.kind == "pronoun":
        return _pronoun(context, place, spoken)
    return _description(context, place, spoken)


def _entity(context: AttributionContext, which: int) -> Speaker:
    entity = context.people.entities[which]
    role = _role(context, which)
    return Speaker(which, " ".join(entity.name), "", entity.person, entity.gender, role)


def _role(context: AttributionContext, which: int) -> str | None:
    """What the article says an entity is: the first phrase beside its name of more than a word."""
    words, lexicon = context.words, context.lexicon
    best: str | None = None
    for begin, stop in context.people.entities[which].roles:
        first, last = begin, stop
        while first < last and (
            words.low[first] in lexicon.definite or words.low[first] in lexicon.indefinite
        ):
            first += 1
        while first < last and words.low[first] in lexicon.names_never:
            first += 1  # "September Mayor"
        while last > first and _is_short_title(words, last - 1):
            last -= 1  # "Biologin Dr."
        if 0 < last - first <= _MAX_ROLE_WORDS:
            phrase = " ".join(context.text[words.start(first) : words.ends[last - 1]].split())
            if best is None or (" " not in best and " " in phrase):
                best = phrase
    return best


def _is_short_title(words: Words, at: int) -> bool:
    """Whether a word at the end of a role belongs to the name after it: "Dr.", an initial."""
    word = words.low[at].rstrip(".")
    if not word:
        return True
    return len(word) == 1 or (len(word) <= _MAX_SHORT_TITLE_CHARS and word in _SHORT_TITLES)


def _pronoun(
    context: AttributionContext, place: int, spoken: list[Speaker]
) -> tuple[Speaker, float]:
    mention = context.people.mentions[place]
    if mention.gender == "i":
        return NOT_KNOWN, 0.0
    if mention.gender in ("p", "n"):
        return _they(context, place, spoken)
    found, sure = _likeliest(context, place, mention.first, mention.gender, spoken)
    if found >= 0:
        return _entity(context, found), sure
    last = spoken[-1] if spoken else NOT_KNOWN
    if last.text and last.person is not False and last.gender in ("", mention.gender):
        voices = {one.text for one in spoken if one.gender in ("", mention.gender)}
        return last, _ONLY_VOICE if len(voices) == 1 else _LAST_VOICE
    return NOT_KNOWN, 0.0


def _they(context: AttributionContext, place: int, spoken: list[Speaker]) -> tuple[Speaker, float]:
    """A plural or neuter pronoun: a body or a description that was just named."""
    words, mentions = context.words, context.people.mentions
    here = words.sentence[mentions[place].first]
    for other in range(place - 1, max(-1, place - 12), -1):
        mention = mentions[other]
        if words.quote[mention.first] >= 0 or mention.kind == "pronoun" or modifies(context, other):
            continue
        away = here - words.sentence[mention.first]
        if away > 2:
            break
        begins = words.bounds[words.sentence[mention.first]][0]
        subject = mention.first - mention.title - begins <= 2
        which = context.people.entity_of[other]
        if which >= 0:
            if context.people.entities[which].person is False and subject:
                return _entity(context, which), 0.56
        elif subject and mention.head and (mention.gender in ("p", "n") or mention.person):
            return resolve(context, other, spoken)[0], 0.56
    if spoken and spoken[-1].text and spoken[-1].person is not True:
        return spoken[-1], 0.4
    return NOT_KNOWN, 0.0


def resolve_implied(
    context: AttributionContext, cue: int, spoken: list[Speaker]
) -> tuple[Speaker, float]:
    """Who is the subject of a verb without one ("...", afirmó): as "he or she" would be."""
    mentions = context.people.mentions
    place = bisect_left(mentions, cue, key=lambda mention: mention.first)
    found, sure = _likeliest(context, place, cue, "", spoken)
    if found < 0 or not context.people.entities[found].person:
        return NOT_KNOWN, 0.0
    return _entity(context, found), sure * 0.9


def _likeliest(
    context: AttributionContext,
    place: int,
    word: int,
    gender: str,
    spoken: list[Speaker],
    roles: str = "",
) -> tuple[int, float]:
    """The person among the mentions up to `place` that `word`, a pronoun or role, means."""
    words, people = context.words, context.people
    here = words.sentence[word]
    told, passed = context.narrated[here]
    paragraph = words.paragraph_of[here]
    voices = {speaker.entity for speaker in spoken}
    scores: dict[int, float] = {}
    near: set[int] = set()
    for other in range(place - 1, max(-1, place - _MAX_MENTIONS_BACK), -1):
        which = people.entity_of[other]
        if which < 0 or words.quote[people.mentions[other].first] >= 0:
            continue
        entity, earlier = people.entities[which], people.mentions[other]
        if entity.person is False or earlier.last > word:
            continue
        if gender in ("m", "f") and entity.gender in ("m", "f") and entity.gender != gender:
            continue
        before, past = context.narrated[words.sentence[earlier.first]]
        if passed - past > 4:
            break
        score = _salience(context, other, earlier, told - before, passed - past)
        if entity.gender == gender and gender:
            score += 1.0
        if entity.person is None:
            if which not in voices and not _may_be_person(context, other):
                continue
            score -= 1.2
        if roles and any(
            words.low[at] == roles for first, last in entity.roles for at in range(first, last)
        ):
            score += 4.0
        scores[which] = max(scores.get(which, -99.0), score)
        if words.paragraph_of[words.sentence[earlier.first]] == paragraph:
            near.add(which)
    for nearness, speaker in zip((1.0, 0.25), reversed(spoken[-2:]), strict=False):
        if speaker.entity in scores:
            since = paragraph - speaker.paragraph
            scores[speaker.entity] += nearness * (1.6 if since <= 1 else 0.5 if since == 2 else 0.2)
    if not scores:
        return -1, 0.0
    # nobody of another paragraph while this one names somebody who it may be
    order = sorted(scores, key=lambda which: (which not in near, -scores[which], which))
    rivals = [scores[which] for which in order[1:]]
    margin = scores[order[0]] - max(rivals, default=-1.0)
    fits = {which for which in scores if gender and people.entities[which].gender == gender}
    alone = near == fits == {order[0]}  # the others are of no known gender
    return order[0], max(0.62 if alone else 0.3, min(0.95, 0.55 + 0.12 * margin))


def _may_be_person(context: AttributionContext, place: int) -> bool:
    """Whether a name of unknown kind stands where persons do: as a subject, first in a sentence."""
    if relation_of(context, place)[0] in _SUBJECT:
        return True
    words, mention = context.words, context.people.mentions[place]
    begins = words.bounds[words.sentence[mention.first]][0] == mention.first
    return begins and mention.last - mention.first in (2, 3)


def _salience(
    context: AttributionContext, place: int, mention: Mention, away: int, back: int
) -> float:
    """How present a mention is `away` sentences and `back` paragraphs later."""
    words, lexicon = context.words, context.lexicon
    begin = words.bounds[words.sentence[mention.first]][0]
    score = 3.0 - 0.55 * min(away, 6) - 0.35 * back
    at = mention.first - mention.title
    if at - begin <= 1:
        score += 1.0
    before = words.low[at - 1] if at > begin else ""
    if before in lexicon.stops or before in lexicon.particles:
        score -= 1.0
    relation = relation_of(context, place)[0]
    if relation in _SPEAKING:
        score += 1.2
    elif relation == "object":
        score -= 0.8
    if words.low[mention.last - 1].endswith(("'s", "’s")):
        score -= 0.4
    return score


def _description(
    context: AttributionContext, place: int, spoken: list[Speaker]
) -> tuple[Speaker, float]:
    mention = context.people.mentions[place]
    lexicon, words = context.lexicon, context.words
    own = Speaker(-1, _phrase(context, mention), mention.head, mention.person, mention.gender)
    if words.low[mention.first] in words.bares or _possessed(context, mention):
        return own, 0.9  # "Lee's attorney" is nobody who was named before
    named = _named_within(context, mention)
    if named < 0:
        named = _named_next(context, place)
    if named >= 0:
        return _entity(context, named), 0.9
    if not mention.definite:
        return own, 0.9
    for speaker in reversed(spoken):
        if speaker.entity < 0 and speaker.head == mention.head:
            return speaker, 0.7
    if mention.head in lexicon.unnamed or _introduced(context, place):
        return own, 0.7
    if mention.head in lexicon.groups and not is_role(mention.head, lexicon):
        body = _body(context, place)
        if body < 0 and mention.head in lexicon.enterprises:
            body = _salient_body(context, place, spoken)
        if body >= 0:
            return _entity(context, body), 0.6
        if mention.head in lexicon.people and spoken and spoken[-1].entity >= 0:
            return spoken[-1], 0.6
        return own, 0.6
    if words.low[mention.first] in lexicon.owners and mention.person is not True:
        return own, 0.6
    if is_role(mention.head, lexicon):
        found, sure = _likeliest(
            context, place, mention.first, mention.gender, spoken, mention.head
        )
        if found >= 0:
            return _entity(context, found), sure * 0.9
    named_before = any(
        context.people.entities[which].person
        for which in context.people.entity_of[max(0, place - _MAX_MENTIONS_BACK) : place]
        if which >= 0
    )
    return own, 0.4 if mention.person and named_before else 0.6  # somebody named, but who?


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


def _possessed(context: AttributionContext, mention: Mention) -> bool:
    """Whether a genitive inside a description says whose it is: "the mayor's office"."""
    words = context.words
    return any(words.low[at] in words.bares for at in range(mention.first, mention.last - 1))


def _named_next(context: AttributionContext, place: int) -> int:
    """The entity a description is in apposition to: "the head of the union, Ann Lee, ..."."""
    mentions, words = context.people.mentions, context.words
    last = mentions[place].last
    end = min(words.bounds[words.sentence[mentions[place].first]][1], last + _MAX_ROLE_WORDS)
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
    """Whether "the source" was "a source" before, somebody without a name."""
    mentions = context.people.mentions
    head = mentions[place].head
    return any(
        mention.kind == "description" and not mention.definite and mention.head == head
        for mention in mentions[max(0, place - _MAX_MENTIONS_FAR) : place]
    )


def _body(context: AttributionContext, place: int) -> int:
    """The body before `place` whose name has the description's head ("the bureau")."""
    people = context.people
    head = people.mentions[place].head
    for other in range(place - 1, max(-1, place - _MAX_MENTIONS_FAR), -1):
        which = people.entity_of[other]
        if which < 0 or people.entities[which].person:
            continue
        if any(word.lower() == head for word in people.entities[which].name):
            return which
    return -1


def _salient_body(context: AttributionContext, place: int, spoken: list[Speaker]) -> int:
    """The name of no person that "the company" most likely stands for, -1 for none.

    It has spoken before, or been the subject of a sentence not long ago.
    """
    words, people = context.words, context.people
    told, passed = context.narrated[words.sentence[people.mentions[place].first]]
    voices = {speaker.entity for speaker in spoken}
    best, best_score = -1, 0.0
    for other in range(place - 1, max(-1, place - _MAX_MENTIONS_BACK), -1):
        which, earlier = people.entity_of[other], people.mentions[other]
        if which < 0 or people.entities[which].person or words.quote[earlier.first] >= 0:
            continue
        if modifies(context, other) or words.low[earlier.last - 1] in context.lexicon.places:
            continue
        before, past = context.narrated[words.sentence[earlier.first]]
        begins = words.bounds[words.sentence[earlier.first]][0] >= earlier.first - 1
        if which not in voices and not begins:
            continue
        score = _salience(context, other, earlier, told - before, passed - past)
        score += 1.0 if which in voices else 0.0
        if score > best_score:
            best, best_score = which, score
    return best


def _trails(word: str, lexicon: Lexicon) -> bool:
    """Whether no phrase ends with a word: "a critic in the" before "comments"."""
    return word in lexicon.adverbs or word in lexicon.stops or word in lexicon.determiners


def _goes_on(word: str, lexicon: Lexicon) -> bool:
    """Whether a description goes on with a word: "of the union", "who saw it"."""
    return (
        word in lexicon.prepositions
        or word in lexicon.joiners
        or word in lexicon.relatives
        or word in lexicon.attached
        or (lexicon.capitals and word in lexicon.definite)
    )


def _phrase(context: AttributionContext, mention: Mention) -> str:
    """A description with what belongs to it: "a source close to the family"."""
    words, lexicon = context.words, context.lexicon
    last = mention.last
    stop = min(
        words.bounds[words.sentence[mention.first]][1], mention.first + _MAX_DESCRIPTION_WORDS
    )
    reach = last
    if reach < stop and not _goes_on(words.low[reach], lexicon):
        stop = reach
    while reach < stop and words.quote[reach] < 0:
        word = words.low[reach]
        if not word[0].isalnum() or context.cue[reach] or word in lexicon.subjects:
            break
        if word in lexicon.clauses:
            break
        reach += 1
    if reach < stop and (context.cue[reach] or words.low[reach] in ",."):
        last = reach
        while last > mention.last and _trails(words.low[last - 1], lexicon):
            last -= 1
    return " ".join(context.text[words.start(mention.first) : words.ends[last - 1]].split())
