"""Persons -> which of them a pronoun or a role before it most likely means, and who that is."""

from __future__ import annotations

from newsclean.quotes.attribution.context import AttributionContext, relation_of
from newsclean.quotes.attribution.voices import Speaker, Voices
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.mentions.roles import MAX_SAID_ROLE_WORDS
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words

_NUMERAL = frozenset("IVX")
MAX_MENTIONS_BACK = 40
"""How many mentions before a pronoun may be meant: a bound on the time, as the next."""
_SPEAKING = frozenset({"subject", "adverb", "apposition", "inverted", "role", "source"})
_SUBJECT = frozenset({"subject", "adverb", "apposition"})
_PARTICIPLES = (
    *("ene", "enen", "ener", "te", "ten", "ter", "liche", "lichen", "licher"),
    *("dige", "digen", "diger"),
)
_ROLE_JOINERS = frozenset(
    [
        *("für", "und", "von", "vom", "im", "am", "zur", "zum", "bei", "in", "an", "beim", "das"),
        *("auf", "aus", "mit", "ohne", "gegen", "vor", "durch", "als", "zu", "nach", "um", "ans"),
    ]
)
"""Words in lower case that go on with a German role, and are no verbs before one."""
_MAX_SHORT_TITLE_CHARS, _MAX_CUT_CHARS = 5, 3
_SHORT_TITLES = frozenset(
    ["dr", "drs", "dra", "prof", "mr", "mrs", "ms", "ing", "dipl", "mag", "lic", "phd", "sr"]
) | {"sra", "sir", "dame"}
_ROLE_FITS, _OTHER_ROLE = 4.0, -1.0
"""What a role adds that is the one meant ("the judge"), and what another one takes away."""
_TOLD_OF = 1.5
"""What the subject of the sentence before, in another paragraph, adds to whom "she" means."""
_SUBJECT_BEFORE, _OWN_SUBJECT = 1.2, 3.0
"""What the name adds that begins the sentence before a pronoun, or the pronoun's own."""
_EXAMPLE = 3.0
"""What a name loses that is but an example ("figures like Ann Lee"); all three are guesses."""
_NO_PERSON = 2.0
"""What a name loses for "she" that may as well be a body's, where a person is named; a guess."""
_MAX_PERSON_WORDS = 5
"""Longer names are of goods and works: "Ann Lee Ruffled Midi Dress"; a guess."""
_MAX_OFFICE_WORDS = 14
"""The longest role that begins with what somebody is and where: "director of the Office of ..."."""
MAX_ROLE_WORDS = 10
"""Longer ones were mostly clauses when the outputs were read."""


def as_speaker(context: AttributionContext, which: int) -> Speaker:
    """An entity as somebody who speaks."""
    speaker = context.speakers.get(which)
    if speaker is None:
        speaker = context.speakers[which] = _as_speaker(context, which)
    return speaker


def _as_speaker(context: AttributionContext, which: int) -> Speaker:
    entity = context.people.entities[which]
    role = _role(context, which)
    title = _royal_title(context, which)
    if title and role and role.lower() == title.lower():
        role = None
    name = " ".join((title, *entity.name) if title else entity.name)
    return Speaker(which, name, "", entity.person, entity.gender, role)


def _royal_title(context: AttributionContext, which: int) -> str:
    """The title without which a name of one word is none: "King Charles", "papa Leone XIV"."""
    words, people = context.words, context.people
    name = people.entities[which].name
    if not (len(name) == 1 or (len(name) == 2 and _NUMERAL.issuperset(name[1]))):
        return ""
    for place in people.entities[which].mentions:
        at = people.mentions[place].first - 1
        if at >= 0 and words.low[at] in context.lexicon.royal:
            return words.text[at]
    return ""


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
        while first < last - 1 and _opens_no_role(words, first):
            first += 1  # "14 мая президент", "Mr Justice"
        while first < last and (
            words.low[first] in lexicon.generic
            or words.low[first] in lexicon.links
            or (words.low[first] in lexicon.names_never and not _is_of_name(words, first, last))
        ):
            first += 1  # "September Mayor", "Anyone But You star", "and founder of Acme"
        while last > first and (
            _is_short_title(words, last - 1) or words.low[last - 1] in lexicon.stops
        ):
            last -= 1  # "Biologin Dr.", "Geschäftsführer des"
        led = words.low[max(0, first - 1)] in lexicon.stops
        if lexicon.case_endings and not lexicon.capitals and led:
            while first < last - 1 and words.low[first] not in words.roles:
                first += 1  # "w Sejmie premier"
        if lexicon.capitals:
            while first < last - 1 and words.low[first] in lexicon.prepositions:
                first += 1  # "für Bau zuständige Direktorin"
            first = _behind_verbs(words, first, last)
        first = _behind_participle(words, lexicon, first, last)
        last = _before_cut(words, lexicon, first, last)
        said = first > 1 and words.low[first - 2] in lexicon.cues  # "said the head of ..., Ann Lee"
        longest = MAX_SAID_ROLE_WORDS if said and words.low[last : last + 1] == [","] else 0
        if words.low[first] in words.roles and words.low[first + 1] in lexicon.joiners:
            longest = max(longest, _MAX_OFFICE_WORDS)
        last = _short_enough(words, lexicon, first, last, max(MAX_ROLE_WORDS, longest))
        if 0 < last - first <= max(MAX_ROLE_WORDS, longest):
            phrase = " ".join(context.text[words.start(first) : words.ends[last - 1]].split())
            parted = words.text[first].islower() and first > begin
            if lexicon.capitals and first and (parted or words.low[first - 1] in lexicon.definite):
                phrase = _without_article(phrase)
            alone = last - first == 1
            if phrase.lower() in lexicon.kin or (alone and phrase[0].isdigit()):
                continue  # whose? "der 60-jährige Jan Roth"
            if alone and lexicon.capitals and _is_small(words, first):
                continue  # "Jan Roth, attackierte": a verb
            if best is None or (" " not in best and " " in phrase):
                best = phrase
    return best


def _opens_no_role(words: Words, at: int) -> bool:
    """Whether a word before a role is a number or a title: the day of a date, "Mr"."""
    word = words.text[at]
    return word.isdigit() or word == "." or words.low[at] in _SHORT_TITLES


def _is_small(words: Words, at: int) -> bool:
    """Whether a German word that should be a role is none, as it has a small letter."""
    return words.text[at][0].islower() and words.low[at] not in words.roles


def _before_cut(words: Words, lexicon: Lexicon, first: int, last: int) -> int:
    """Where a role ends that a full stop cuts in a name: "professor at St" of "St. Thomas"."""
    cut = words.text[last : last + 1] == ["."] and len(words.text[last - 1]) <= _MAX_CUT_CHARS
    if not cut or not words.text[last - 1][0].isupper() or last + 1 >= len(words.text):
        return last
    if not words.text[last + 1][0].isupper():
        return last
    for at in range(last - 2, first, -1):
        if words.low[at] in lexicon.prepositions or words.low[at] in lexicon.joiners:
            return at
    return last


def _is_of_name(words: Words, at: int, last: int) -> bool:
    """Whether an adjective of a country belongs to a name: "European Union's policy chief"."""
    following = words.text[at + 1] if at + 1 < last else ""
    return following[:1].isupper() and words.low[at + 1] not in words.roles


def _short_enough(words: Words, lexicon: Lexicon, first: int, last: int, size: int) -> int:
    """Where a role that is too long can be cut: before a preposition that follows a role."""
    if last - first <= size:
        return last
    for at in range(first + size, first, -1):
        if words.low[at] in lexicon.prepositions and words.low[at - 1] in words.roles:
            return at
    return last


def _without_article(phrase: str) -> str:
    """A German role as it is without its article: "(der) neue Präsident" is "neuer Präsident"."""
    parts = phrase.split()
    head = next((at for at, part in enumerate(parts) if part[0].isupper()), 0)
    ending = "e" if parts[head].endswith("in") else "er"
    for at in range(head):
        for inflected in ("en", "e"):
            if parts[at].endswith(inflected):
                parts[at] = parts[at].removesuffix(inflected) + ending
                break
    return " ".join(parts)


def _behind_participle(words: Words, lexicon: Lexicon, first: int, last: int) -> int:
    """Where an English role begins behind a verb: "numbers buoyed DMI president"."""
    low, endings = words.low, lexicon.past_endings
    if not endings:
        return first
    for at in range(last - 2, first, -1):
        before = words.text[at - 1]
        loose = before.islower() and not before.endswith("ly") and "-" not in before
        plain = before.endswith("s") or before in lexicon.determiners
        if words.text[at].islower() and low[at].endswith(endings) and loose and plain:
            return at + 1 if before not in lexicon.determiners else first
    return first


def _behind_verbs(words: Words, first: int, last: int) -> int:
    """Where a German role begins: behind a word in lower case that is no adjective ("zog")."""
    for at in range(last - 1, first - 1, -1):
        word = words.text[at]
        adjective = word.endswith(("e", "en", "er", "es", "em"))
        joins = words.low[at] in _ROLE_JOINERS
        if word[0].islower() and not adjective and not joins and at + 1 < last:
            return at + 1
    led = last - first > 2 and words.text[first][0].isupper() and words.text[first + 1][0].islower()
    if led and words.low[first + 1].endswith(_PARTICIPLES):
        return first + 2  # "(die in) Bonn geborene Sängerin", "(für) Bau zuständige Direktorin"
    return first


def _is_short_title(words: Words, at: int) -> bool:
    """Whether a word at the end of a role belongs to the name after it: "Dr.", an initial."""
    word = words.low[at].rstrip(".")
    if not word:
        return True
    return len(word) == 1 or (len(word) <= _MAX_SHORT_TITLE_CHARS and word in _SHORT_TITLES)


def likeliest(
    context: AttributionContext,
    place: int,
    word: int,
    gender: str,
    spoken: Voices,
    roles: str = "",
) -> tuple[int, float]:
    """The person among the mentions up to `place` that `word`, a pronoun or role, means."""
    words, people = context.words, context.people
    here = words.sentence[word]
    told, passed = context.narrated[here]
    paragraph = words.paragraph_of[here]
    scores: dict[int, float] = {}
    near: set[int] = set()
    apart: set[int] = set()
    subjects: set[int] = set()
    told_of: list[int] = []
    own = False  # whether the pronoun's own sentence begins with a name
    for other in range(place - 1, max(-1, place - MAX_MENTIONS_BACK), -1):
        which = people.entity_of[other]
        if which < 0 or words.quote[people.mentions[other].first] >= 0:
            continue
        entity, earlier = people.entities[which], people.mentions[other]
        if entity.person is False or earlier.last > word or len(entity.name) > _MAX_PERSON_WORDS:
            continue
        if roles and words.sentence[earlier.first] == here and not has_role(context, which, roles):
            apart.add(which)  # "Addressing Trigg, the judge said": two people
        if which in apart:
            continue
        if gender in ("m", "f") and entity.gender in ("m", "f") and entity.gender != gender:
            continue
        before, past = context.narrated[words.sentence[earlier.first]]
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
        if gender and _begins_clause(context, other) and told - before <= 1:
            same = words.paragraph_of[words.sentence[earlier.first]] == paragraph
            if same and told == before:
                score += _OWN_SUBJECT
                own = True
            elif same and not own:
                score += _SUBJECT_BEFORE
        if gender and _is_example(context, other):
            score -= _EXAMPLE
        if roles and entity.roles:
            score += _ROLE_FITS if has_role(context, which, roles) else _OTHER_ROLE
        scores[which] = max(scores.get(which, -99.0), score)
        if words.paragraph_of[words.sentence[earlier.first]] == paragraph:
            near.add(which)
            begin = words.bounds[words.sentence[earlier.first]][0]
            if earlier.first - earlier.title - begin <= 1 and told - before <= 1:
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
    if gender in ("m", "f") and any(people.entities[which].person for which in scores):
        for which in scores:
            entity = people.entities[which]
            if entity.person is None and len(entity.name) == 1:
                scores[which] -= _NO_PERSON  # "Gartner estimates": no "she" where Ann Lee is
                near.discard(which)
    if gender and told_of and told_of[-1] not in near and not near:
        scores[told_of[-1]] += _TOLD_OF
    # nobody of another paragraph while this one names somebody who it may be
    order = sorted(scores, key=lambda which: (which not in near, -scores[which], which))
    rivals = [scores[which] for which in order[1:]]
    margin = scores[order[0]] - max(rivals, default=-1.0)
    fits = {which for which in scores if gender and people.entities[which].gender == gender}
    # the others are of no known gender, or this one is the subject of the sentence before
    alone = near == {order[0]} and (near == fits or order[0] in subjects)
    return order[0], max(0.62 if alone else 0.3, min(0.95, 0.55 + 0.12 * margin))


def has_role(context: AttributionContext, which: int, role: str) -> bool:
    """Whether the article says that an entity is what a word says."""
    words = context.role_words.get(which)
    if words is None:
        low, roles = context.words.low, context.people.entities[which].roles
        words = frozenset(low[at] for first, last in roles for at in range(first, last))
        context.role_words[which] = words
    return role in words


def _is_subject(context: AttributionContext, place: int) -> bool:
    """Whether a name, or the role right before it, begins its sentence, or it has a verb of speech.

    "Professor Ann Lee said ..." and "Ann Lee posted ...": whom "she" in the next sentence means.
    """
    words, mention = context.words, context.people.mentions[place]
    if mention.kind != "name" or words.low[mention.last - 1] in words.bares:
        return False
    return _begins_clause(context, place) or relation_of(context, place)[0] in _SUBJECT


def _begins_clause(context: AttributionContext, place: int) -> bool:
    """Whether a name is the first word of its sentence but a conjunction: "While Ann Lee ..."."""
    words, mention = context.words, context.people.mentions[place]
    begin = words.bounds[words.sentence[mention.first]][0]
    at = mention.first - mention.title
    led = at - begin == 1 and words.low[begin] in context.lexicon.prepositions
    return at - begin <= 1 and not led and words.low[mention.last - 1] not in words.bares


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
    if relation_of(context, place)[0] in (*_SUBJECT, "inverted"):
        return True
    words, mention = context.words, context.people.mentions[place]
    begins = words.bounds[words.sentence[mention.first]][0] == mention.first
    named = len(context.people.entities[context.people.entity_of[place]].name)
    return begins and max(mention.last - mention.first, named) in (2, 3)


def salience(
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
    opens = at - begin == 1 and before not in lexicon.prepositions  # "While Ann Lee ..."
    if not opens and (before in lexicon.stops or before in lexicon.particles):
        score -= 1.0
    relation = relation_of(context, place)[0]
    if relation in _SPEAKING:
        score += 1.2
    elif relation == "object":
        score -= 0.8
    if words.low[mention.last - 1].endswith(("'s", "’s")):
        score -= 0.4
    return score
