"""The mention a quote is attributed to -> who that is, by the fullest name the article gives.

A surname stands for its bearer, "he" and "the minister" for the likeliest person before them: one
who was just speaking, or the subject of the sentence before, of fitting gender and role. What
cannot be resolved keeps its own words ("a source close to the family") or stays unknown.
"""

from __future__ import annotations

from bisect import bisect_left

from newsclean.quotes.context.context import AttributionContext, modifies, relation_of
from newsclean.quotes.context.voices import NOT_KNOWN, Speaker, Voices
from newsclean.quotes.mentions.bearers import family_of
from newsclean.quotes.resolution.described import resolve_description
from newsclean.quotes.resolution.salience import (
    MAX_MENTIONS_BACK,
    as_speaker,
    begins_phrase,
    likeliest,
)
from newsclean.quotes.resolution.strangers import STRANGER, passes_by, speaks_on, stranger_before
from newsclean.quotes.resolution.told_of import sentence_before, told_about, told_of_before
from newsclean.quotes.text.lexicon import CueKind
from newsclean.quotes.text.morphology import past_gender

_ONLY_VOICE, _LAST_VOICE = 0.65, 0.42
"""How sure it is that "she" far from any name is who spoke last: where nobody else of that gender
spoke, and where somebody did; both a guess."""

_MAX_APPOSITION_WORDS = 4
"""The most words between a role and the name that explains it, the comma included; a guess."""
_ADDRESSED = 3
"""The most words of the verb between one without a name and who is asked or warned; a guess."""
_AS_TOLD = 0.9
"""What is left of how sure "the actress" is where "she" means her; a guess."""
_ESTABLISHED = 3
"""How often an article must use a family name alone for it to be one person's; a guess."""
_FOREMOST, _MIN_FOREMOST = 0.62, 3
"""How sure it is that "she" far from any name is whom the article is about, and how often an
article must name somebody to be about them; guesses."""


def resolve(context: AttributionContext, place: int, spoken: Voices) -> tuple[Speaker, float]:
    """Who a mention is, and how sure that is; `spoken` are the speakers so far, in order."""
    mention = context.people.mentions[place]
    which = context.people.entity_of[place]
    if which >= 0:
        if _may_be_relative(context, place, which):
            return NOT_KNOWN, 0.0
        return as_speaker(context, _by_pronoun(context, place, which, spoken)), 1.0
    if mention.kind == "pronoun":
        return _pronoun(context, place, spoken)
    return resolve_description(context, place, spoken)


def _may_be_relative(context: AttributionContext, place: int, which: int) -> bool:
    """Whether a family name may as well be another's, whom the sentence before is about.

    "Their cousin, Nell Orme, runs a shop. ..., Orme said." is not surely Tom Orme, unless the
    article has called him by that name alone, time and again.
    """
    words, people = context.words, context.people
    mention = people.mentions[place]
    entity = people.entities[which]
    if mention.last - mention.first > 1 or mention.title or len(entity.name) < 2:
        return False
    family = family_of(entity.folded)
    sentence = words.sentence[mention.first]
    rival = -1
    for other in context.by_sentence.get(sentence - 1, ()):
        one = people.entity_of[other]
        if one == which:
            return False
        person = one >= 0 and people.entities[one].person
        name = people.entities[one].folded if person else ()
        if len(name) > 1 and family_of(name) == family and begins_phrase(context, other):
            rival = other
    if rival < 0 or words.paragraph_of[sentence - 1] != words.paragraph_of[sentence]:
        return False
    alone = sum(
        people.mentions[at].last - people.mentions[at].first == 1
        for at in entity.mentions
        if at < place and words.quote[people.mentions[at].first] < 0
    )
    return alone < _ESTABLISHED


def _by_pronoun(context: AttributionContext, place: int, which: int, spoken: Voices) -> int:
    """The one of two of a family whom "he" before a family name means; else `which`.

    "He has had a call since. ..., Orme says." is Tom Orme, not Nell.
    """
    words, people = context.words, context.people
    mention, entity = people.mentions[place], people.entities[which]
    if mention.last - mention.first > 1 or mention.title or len(entity.name) < 2:
        return which
    family = family_of(entity.folded)
    rivals = {
        one
        for one, other in enumerate(people.entities)
        if one != which and len(other.name) > 1 and other.person
        if family_of(other.folded) == family and {other.gender, entity.gender} != {entity.gender}
    }
    sentence = words.sentence[mention.first] - 1
    if len(rivals) != 1 or not entity.gender or sentence < 0:
        return which
    if words.paragraph_of[sentence] != words.paragraph_of[sentence + 1]:
        return which
    for other in context.by_sentence.get(sentence, ()):
        pronoun = people.mentions[other]
        opens = pronoun.kind == "pronoun" and pronoun.first - words.bounds[sentence][0] <= 1
        plain = opens and words.low[pronoun.first] in context.lexicon.subjects
        if plain and {pronoun.gender, entity.gender} == {"m", "f"}:
            found, _ = likeliest(context, other, pronoun.first, pronoun.gender, spoken)
            return rivals.pop() if found < 0 or found in rivals else which
    return which


def _asked(context: AttributionContext, word: int, gender: str) -> int:
    """Whom the author asked in the sentence before a quote: "I asked Ann. ..., she said."; -1."""
    words, people, lexicon = context.words, context.people, context.lexicon
    here = words.sentence[word]
    sentence = here - 1
    if sentence < 0 or words.paragraph_of[here] - words.paragraph_of[sentence] > 1:
        return -1
    for place in context.by_sentence.get(sentence, ()):
        mention = people.mentions[place]
        which = people.entity_of[place]
        if mention.kind != "name" or which < 0 or people.entities[which].person is False:
            continue
        verb = mention.first - mention.title - 1
        verb -= words.low[verb] in lexicon.toward
        asks = verb > 0 and context.cue[verb] == CueKind.SPEECH
        author = asks and lexicon.pronouns.get(words.low[verb - 1]) == "i"
        if author and {gender, people.entities[which].gender} != {"m", "f"}:
            return which
    return -1


def _pronoun(context: AttributionContext, place: int, spoken: Voices) -> tuple[Speaker, float]:
    mention = context.people.mentions[place]
    if mention.gender == "i":
        return NOT_KNOWN, 0.0
    if mention.gender in ("p", "n"):
        return _they(context, place, spoken)
    stranger = stranger_before(context, mention.first, mention.gender)
    if stranger is not None:
        return stranger, STRANGER
    told = _asked(context, mention.first, mention.gender)
    if told >= 0:
        return as_speaker(context, told), STRANGER
    asked = spoken.last.entity if _answers(context, place, spoken) else -1
    found, sure = likeliest(context, place, mention.first, mention.gender, spoken, without=asked)
    if asked >= 0 and found < 0:
        return NOT_KNOWN, 0.0
    unnamed = speaks_on(context, place, mention.first, found, mention.gender, spoken)
    if unnamed is not None:
        return unnamed
    if found >= 0 and passes_by(context, mention.first, found, mention.gender):
        return NOT_KNOWN, 0.0
    if found >= 0:
        other = _unnamed_subject(context, mention.first, found, mention.gender, spoken)
        if other is not None:
            return other
        if context.lexicon.drops and told_about(context, mention.first, found, spoken):
            return NOT_KNOWN, 0.0
        return as_speaker(context, found), sure
    last = spoken.last
    if last.text and last.person is not False and last.gender in ("", mention.gender):
        return last, _ONLY_VOICE if spoken.is_only(mention.gender) else _LAST_VOICE
    which = _foremost(context, mention.gender)
    return (as_speaker(context, which), _FOREMOST) if which >= 0 else (NOT_KNOWN, 0.0)


def _unnamed_subject(
    context: AttributionContext, word: int, found: int, gender: str, spoken: Voices
) -> tuple[Speaker, float] | None:
    """Who it is that the sentence before begins with and does not name; None where `found` may be.

    "The actress came with her husband, Jon Lee. ..., she said.": nobody who is known.
    """
    told = _told_before(context, word, gender)
    if told < 0 or context.people.entity_of[told] == found:
        return None
    who, certain = resolve_description(context, told, spoken)
    if who.entity >= 0 and (not gender or who.gender in ("", gender)):
        return who, certain * _AS_TOLD
    between = _up_to(context, told, found)
    if between is None or _is_asked(context, told, between) or _explains(context, between):
        return None
    return NOT_KNOWN, 0.0


def _answers(context: AttributionContext, place: int, spoken: Voices) -> bool:
    """Whether "he answers" follows what somebody said in the paragraph before: another speaks."""
    words, cue = context.words, relation_of(context, place)[1]
    if cue < 0 or words.low[cue] not in context.lexicon.answers:
        return False
    here = words.sentence[context.people.mentions[place].first]
    below = words.paragraph_of[here] - spoken.last.paragraph
    return below == 1 and _is_last_told(context, here)


def _is_last_told(context: AttributionContext, here: int) -> bool:
    """Whether the paragraph before a sentence ends with a quote and who said it."""
    words = context.words
    at = here - 1
    while at >= 0 and words.paragraph_of[at] == words.paragraph_of[here]:
        at -= 1
    begin, end = words.bounds[at] if at >= 0 else (0, 0)
    return any(words.quote[one] >= 0 for one in range(begin, end))


def _told_before(context: AttributionContext, word: int, gender: str) -> int:
    """The person without a name whom the sentence before, in its paragraph, begins with; -1."""
    words, people = context.words, context.people
    sentence = words.sentence[word] - 1
    if sentence < 0 or words.paragraph_of[sentence] != words.paragraph_of[sentence + 1]:
        return -1
    begin = words.bounds[sentence][0]
    for place in context.starts.get(begin, ()):
        mention = people.mentions[place]
        person = mention.kind == "description" and mention.person and mention.gender != "p"
        if person and {mention.gender, gender} != {"m", "f"}:
            behind = [one for one in people.mentions[place + 1 : place + 2] if one.kind == "name"]
            which = people.entity_of[place + 1] if behind else -1
            between = [words.text[mention.last : name.first - name.title] for name in behind]
            near = which >= 0 and between[0] in ([], [","])
            # "The mayor, Ann Lee, and ..." is no "he"
            other = near and {people.entities[which].gender, gender} == {"m", "f"}
            return -1 if other else place
    return -1


def _up_to(context: AttributionContext, told: int, found: int) -> list[str] | None:
    """The words from a mention to the name of somebody in its sentence, None where that is not."""
    words, people = context.words, context.people
    mention = people.mentions[told]
    named = people.entities[found].mentions
    at = bisect_left(named, told)
    for one in named[at : at + 2]:
        first = people.mentions[one].first - people.mentions[one].title
        if words.sentence[first] == words.sentence[mention.first]:
            return words.low[mention.last : first]
    return None


def _is_asked(context: AttributionContext, told: int, between: list[str]) -> bool:
    """Whether a verb leads from one without a name: "A reporter asked Ann Lee. ..., she said."."""
    words, lexicon = context.words, context.lexicon
    first = context.people.mentions[told].first
    asks = len(between) <= _ADDRESSED and lexicon.prepositions.isdisjoint(between[:-1])
    return asks and not lexicon.indefinite.isdisjoint(words.low[max(0, first - 1) : first + 1])


def _explains(context: AttributionContext, between: list[str]) -> bool:
    """Whether a role and a name with words between them are of one: "The envoy, Ann Lee, came"."""
    lexicon = context.lexicon
    plain = lexicon.links | context.words.roles
    if plain.issuperset(between) or (len(between) == 1 and between[0] in lexicon.clauses):
        return True  # "The envoy is Ann Lee"
    if len(between) <= _MAX_APPOSITION_WORDS:
        if between[-1] == ",":
            return True
        if between[0] == "," and between[1] in lexicon.determiners:
            return True  # "Her niece, the potter Ann"
    if "," not in between[: _ADDRESSED + 1] or between[0] not in lexicon.prepositions | {","}:
        return False
    behind = between[between.index(",") + 1 :]  # "The head of staff, the envoy Ann Lee"
    return (plain | lexicon.determiners).issuperset(behind)


def _foremost(context: AttributionContext, gender: str) -> int:
    """The person of a gender whom an article names far more often than any other; -1 for none."""
    known = context.foremost.get(gender)
    if known is None:
        people, quote = context.people, context.words.quote
        counts = sorted(
            (sum(quote[people.mentions[at].first] < 0 for at in entity.mentions), which)
            for which, entity in enumerate(people.entities)
            if entity.person and entity.gender in ("", gender)
        )
        second = counts[-2][0] if len(counts) > 1 else 0
        clear = counts and counts[-1][0] >= max(_MIN_FOREMOST, 2 * second)
        known = context.foremost[gender] = counts[-1][1] if clear else -1
    return known


def _they(context: AttributionContext, place: int, spoken: Voices) -> tuple[Speaker, float]:
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
                return as_speaker(context, which), 0.56
        elif subject and (mention.gender in ("p", "n") or mention.person):
            return resolve(context, other, spoken)[0], 0.56
    several = spoken.last.gender == mentions[place].gender == "p" and spoken.last.entity >= 0
    since = words.paragraph_of[here] - spoken.last.paragraph
    if several and since <= 1:
        return spoken.last, _ONLY_VOICE  # "Tom Reed and Ann Lee said ..., they added"
    if spoken.last.text and spoken.last.person is not True:
        return spoken.last, 0.4
    return NOT_KNOWN, 0.0


def resolve_implied(context: AttributionContext, cue: int, spoken: Voices) -> tuple[Speaker, float]:
    """Who is the subject of a verb without one ("...", afirmó), or "his" of "His verdict:"."""
    mentions = context.people.mentions
    place = bisect_left(mentions, cue, key=lambda mention: mention.first)
    word, lexicon = context.words.low[cue], context.lexicon
    gender = lexicon.owned.get(word) or past_gender(word, lexicon)  # "powiedziała"
    stranger = stranger_before(context, cue, gender)
    if stranger is not None:
        return stranger, STRANGER
    found, sure = likeliest(context, place, cue, gender, spoken)
    if found < 0 or not context.people.entities[found].person or _is_of_office(context, cue):
        return NOT_KNOWN, 0.0
    if _unnamed_subject(context, cue, found, gender, spoken) == (NOT_KNOWN, 0.0):
        return NOT_KNOWN, 0.0
    last = spoken.last  # a spokesman without a name who has just spoken may as well go on
    if last.text and last.entity < 0 and last.paragraph == _paragraph_of(context, cue):
        return NOT_KNOWN, 0.0
    owned = word in lexicon.owned
    subject = -1 if owned else told_of_before(context, cue)
    fits = {gender, context.people.entities[subject].gender} != {"m", "f"}
    if subject >= 0 and fits:
        return as_speaker(context, subject), max(_FOREMOST, sure * 0.9 * (subject == found))
    if owned and not _is_plain_owner(context, found, cue, gender, spoken):
        return NOT_KNOWN, 0.0
    if told_about(context, cue, found, spoken):
        return NOT_KNOWN, 0.0
    return as_speaker(context, found), sure * 0.9


def _is_of_office(context: AttributionContext, cue: int) -> bool:
    """Whether an office alone begins the sentence before: "Kaymakam gelmedi. “...” dedi"."""
    words, sentence = context.words, sentence_before(context, cue)
    if sentence < 0 or words.low[words.bounds[sentence][0]] not in words.roles:
        return False
    told = context.by_sentence.get(sentence, ())
    return all(context.people.entity_of[place] < 0 for place in told)


def _paragraph_of(context: AttributionContext, word: int) -> int:
    return context.words.paragraph_of[context.words.sentence[word]]


def _is_plain_owner(
    context: AttributionContext, found: int, cue: int, gender: str, spoken: Voices
) -> bool:
    """Whether "his" of "His verdict:" is somebody of the paragraph before, and nobody else is."""
    words, people = context.words, context.people
    passed = context.narrated[words.sentence[cue]][1]
    near: set[int] = set()
    place = bisect_left(people.mentions, cue, key=lambda mention: mention.first)
    for other in range(place - 1, max(-1, place - MAX_MENTIONS_BACK), -1):
        which, first = people.entity_of[other], people.mentions[other].first
        if passed - context.narrated[words.sentence[first]][1] > 1:
            break
        person = which >= 0 and words.quote[first] < 0 and people.entities[which].person
        if person and (not gender or people.entities[which].gender in ("", gender)):
            near.add(which)
    if _is_alone_before(context, found, cue):
        return True
    since = words.paragraph_of[words.sentence[cue]] - spoken.last.paragraph
    speaks = spoken.last.entity == found and since <= 1
    return near == {found} or (speaks and (bool(gender) or near <= {found}))


def _is_alone_before(context: AttributionContext, found: int, cue: int) -> bool:
    """Whether the sentence before, in the same paragraph, names nobody but one person."""
    words, people = context.words, context.people
    sentence = words.sentence[cue] - 1
    if sentence < 0 or words.paragraph_of[sentence] != words.paragraph_of[sentence + 1]:
        return False
    named = {people.entity_of[place] for place in context.by_sentence.get(sentence, ())} - {-1}
    return {one for one in named if people.entities[one].person is not False} == {found}
