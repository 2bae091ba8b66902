"""The clause that touches a quote -> who says it: what stands there wins over every other name.

After a quote a verb with its subject ("...", said her husband, Lars Berg), or a subject with its
verb ("...", Jon Falk, who voted against it, said). Before it a clause that leads to it by a comma,
a colon or "that" (Anna Berg, who was there, said: "..."), also one whose verb no list has, where a
colon ends it (Jens Ott widerspricht: "...").
"""

from __future__ import annotations

from newsclean.quotes.clause.labelled import stands_on
from newsclean.quotes.clause.leading import leading
from newsclean.quotes.clause.subject import first_subject
from newsclean.quotes.context.context import (
    NOBODY,
    VERBS,
    AttributionContext,
    beyond,
    modifies,
    person_of,
)
from newsclean.quotes.context.phrases import (
    LEADING,
    MAX_PHRASE_WORDS,
    TOUCHING,
    ClauseSpeaker,
    back_over_adverbs,
    ending,
    fullest,
    generic,
    hears,
    inverted,
    is_noun,
    phrase_end,
    skip_adverbs,
    starting,
)
from newsclean.quotes.mentions.descriptions import is_said_by_any
from newsclean.quotes.text.lexicon import CueKind

_OPENS = frozenset(",:(")
_CLOSES = frozenset(".,;:!?…")
_MAX_TITLE_WORDS = 3
"""How far behind a comma the name of an apposition may stand; a guess."""
_MAX_SMALL_CHARS = 3
"""A shorter word behind a verb may be an adverb as well as a noun; a guess."""


def clause_speaker(context: AttributionContext, number: int) -> ClauseSpeaker | None:
    """Who says quote `number` by the clause that touches it; None where no clause says so."""
    after = _after(context, number)
    if after is not None and _may_be_next(context, number):
        before = leading(context, number)
        if before is not None and before.cue >= 0 and before.mention != NOBODY:
            return before
    return _inside(context, number) or after or leading(context, number)


def _may_be_next(context: AttributionContext, number: int) -> bool:
    """Whether a colon or comma leads to a quote that ends its sentence: another begins behind it.

    Der Chef fragte: "Was spricht dagegen?" Greenpeace fordert ...
    """
    words, marked = context.words, context.marked[number]
    first, last = words.quotes[number]
    led = first > 0 and words.text[first - 1] in (":", ",")
    whole = context.text[marked.end - 1] in ".!?…"
    return led and whole and words.text[last][0].isupper()


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
    around = _around(context, number)
    if around is not None:
        return around
    at = beyond(words, last, end)
    if at >= end or not _ends_open(context, number):
        return None
    return _clause_from(context, at, end)


def _around(context: AttributionContext, number: int) -> ClauseSpeaker | None:
    """The name before a quote whose verb follows it: Ayşe Demir, "..." dedi."""
    words, (first, last) = context.words, context.words.quotes[number]
    if not context.lexicon.verb_last or last >= len(words.text) or not first:
        return None
    if context.cue[last] != CueKind.SPEECH:
        return None
    end = back_over_adverbs(context, first - (words.text[first - 1] == ","))  # "Ayşe Demir ise"
    for place in context.by_sentence.get(words.sentence[first], ()):
        mention = context.people.mentions[place]
        if mention.last != end or mention.kind != "name":
            continue
        person = person_of(context, place)
        whole = mention.last - mention.first > 1  # a first name that no list has
        if person or (person is None and whole):
            return ClauseSpeaker(place, last, TOUCHING)
    return None


def _clause_from(context: AttributionContext, at: int, end: int) -> ClauseSpeaker | None:
    """The speaker in a clause from `at` to `end`: verb and subject, or subject and verb."""
    words, cue = context.words, context.cue
    verb = skip_adverbs(context, at, end)
    if _is_impersonal(context, at, end) or stands_on(context, at, end):
        return ClauseSpeaker(NOBODY, at, TOUCHING)
    if generic(context, at):
        said = skip_adverbs(context, at + 1, end)
        itself = context.lexicon.drops and inverted(context, said, end) >= 0  # "si chiede Lee"
        if said < end and cue[said] in VERBS and not itself:
            return ClauseSpeaker(NOBODY, said, TOUCHING)
    if verb < end and cue[verb] in VERBS:
        place = inverted(context, verb, end)
        if place >= 0 and _is_object(context, place, verb):
            return None
        weak = cue[verb] == CueKind.WEAK
        one = _is_one(context, verb + 1) and _names_any(context, verb + 1, end)
        nobody = verb + 1 < end and generic(context, verb + 1)
        nobody = nobody and words.low[verb + 1] not in context.lexicon.indefinite
        if nobody and words.text[verb + 1].islower():
            return ClauseSpeaker(NOBODY, verb, TOUCHING)  # "said someone who knew Ann Lee"
        if one or (place < 0 and not weak and _is_owner(context, verb + 1, end)):
            explained = _explained(context, verb + 1, end)
            return ClauseSpeaker(NOBODY if explained < 0 else explained, verb, TOUCHING)
        if place < 0 and context.lexicon.verb_last and verb == at:
            begin = words.bounds[words.sentence[at]][0]
            led = words.quote[begin] < 0 and not _names_any(context, begin, at)
            subject = first_subject(context, verb, begin)
            # "Bakanlık sözcüsü, "..." dedi": somebody without a name
            return ClauseSpeaker(NOBODY, verb, TOUCHING) if led and not subject else subject
        if words.low[at] in context.lexicon.links and verb > at:
            return None  # "...", and alleges Ann Lee
        if place >= 0 and not (weak and context.people.mentions[place].kind == "description"):
            return ClauseSpeaker(place, verb, TOUCHING)
        cased = bool(context.lexicon.oblique_endings and context.lexicon.kin)
        unread = place < 0 and (verb == at or cased) and not weak
        unread = unread and _has_other_subject(context, verb, end)
        return ClauseSpeaker(NOBODY, verb, TOUCHING) if unread else None
    if words.low[at] in context.lexicon.links:
        return None
    place = starting(context, at)
    if place < 0:
        return _by_any_verb(context, at, end) or _described_subject(context, at, end)
    return _subject_with_verb(context, place, at, end)


def _by_any_verb(context: AttributionContext, at: int, end: int) -> ClauseSpeaker | None:
    """Somebody behind a verb that no list has: "grunted a skipper"."""
    words, lexicon = context.words, context.lexicon
    if at + 1 >= end or not is_said_by_any(words, lexicon, at):
        return None
    if context.marked[max(words.quote[at - 2 : at])].mark == "—":
        place = ending(context, phrase_end(context, at + 1, end), at + 1)
        if place >= 0 and person_of(context, place):
            return ClauseSpeaker(
                place, at, TOUCHING
            )  # "– ..., vitsailee rakennusmestari Pasi Helle"
    place = starting(context, at + 1)
    if place < 0 or words.low[at + 1] not in lexicon.determiners:
        return None
    mention = context.people.mentions[place]
    one = mention.person or words.low[at + 1] in lexicon.indefinite
    person = mention.kind == "description" and one and mention.person is not False
    return ClauseSpeaker(place, at, TOUCHING) if person else None


def _is_object(context: AttributionContext, place: int, verb: int) -> bool:
    """Whether a participle has a thing behind it: "..., noting an important point"."""
    mention = context.people.mentions[place]
    doing = context.words.low[verb].endswith(context.lexicon.participle_endings)
    return doing and mention.kind == "description" and mention.person is None


def _is_impersonal(context: AttributionContext, at: int, end: int) -> bool:
    """Whether a quote is only written somewhere, by nobody named: "..., heißt es in dem Brief".

    Alone ("..., heißt es.") it may be what the body said that the sentence before is about.
    """
    words = context.words
    sizes = (len(one) for one in context.lexicon.impersonal if _stands(words.low, at, one))
    size = max(sizes, default=0)
    if not size or _names_any(context, at, end):
        return False
    if at + size < end and words.low[at + size][0].isalnum():
        return True
    above = context.by_sentence.get(words.sentence[at] - 1, ())
    return any(person_of(context, one) for one in above)


def _stands(low: list[str], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase begins at a word."""
    return tuple(low[at : at + len(phrase)]) == phrase


def _has_other_subject(context: AttributionContext, verb: int, end: int) -> bool:
    """Whether a noun that is nobody known is all that follows a verb: "skriver styrelsen".

    So does "die" before "who", and an article before a name in marks: "schrieb der „Bote“".
    """
    words, lexicon = context.words, context.lexicon
    at = skip_adverbs(context, verb + 1, end)
    stop = words.bounds[words.sentence[verb]][1]
    if at >= stop or words.quote[at] >= 0:
        return False
    after = at + 1
    if _explained(context, at, stop) >= 0:
        return False  # "siger formanden for klubben, Hans Lund"
    related = bool(lexicon.oblique_endings) and words.low[at] in lexicon.kin
    if related or _is_one(context, at):
        return True  # "zegt een van de buren", "rekla je majka Ivana Marića"
    low, article = words.low[at], words.low[at] in lexicon.determiners
    ends = after >= stop or words.text[after] in _CLOSES
    ends = ends or words.low[after] in lexicon.prepositions
    if article:
        alone = low in lexicon.relatives or low in lexicon.indefinite  # "said another"
        return alone if ends else words.quote[after] >= 0
    plain = low.isalpha() and words.text[at].islower() and len(low) > _MAX_SMALL_CHARS
    known = low in lexicon.stops or low in lexicon.pronouns
    known = known or low in lexicon.common or context.cue[at] != CueKind.NONE
    known = known or (verb < at - 1 and at - 1 in context.starts)  # "ο δήμαρχος"
    return ends and plain and not known and low.endswith(lexicon.subject_nouns)


def _is_owner(context: AttributionContext, at: int, end: int) -> bool:
    """Whether the first person named from a word on is only whose somebody is.

    "a spus avocatul lui Ion Pop", "mondta Kiss János felesége", "the lawyer representing Ann Lee".
    """
    words, lexicon = context.words, context.lexicon
    for first in range(at, min(end, at + MAX_PHRASE_WORDS)):
        for place in context.starts.get(first, ()):
            mention = context.people.mentions[place]
            if mention.kind != "name" or person_of(context, place) is False:
                continue
            led = words.low[at : mention.first - mention.title]
            if not led:
                behind = words.low[mention.last : mention.last + 1]
                return not (lexicon.owner_endings or lexicon.kin.isdisjoint(behind))
            whose = bool(lexicon.of_offices) or led[-1] in lexicon.joiners | lexicon.prepositions
            whose = whose or led[-1].endswith(lexicon.participle_endings)
            known = led[:1] if lexicon.of_offices else led[:-1]
            kin = lexicon.kin if lexicon.of_offices else lexicon.kin | words.roles
            return whose and not kin.isdisjoint(known)
    return False


def _described_subject(context: AttributionContext, at: int, end: int) -> ClauseSpeaker | None:
    """A name behind words that begin no mention, and its verb: "former head Ann Lee wrote"."""
    words, lexicon = context.words, context.lexicon
    verb = phrase_end(context, at, end)
    if verb >= end or context.cue[verb] != CueKind.SPEECH or is_noun(context, verb):
        return None
    stop = back_over_adverbs(context, verb)
    place = ending(context, stop, at)
    if place < 0 or not person_of(context, place):
        return None
    begin = context.people.mentions[place].first - context.people.mentions[place].title
    if words.roles.isdisjoint(words.low[at:stop]):
        return None
    apart = (lexicon.stops | lexicon.subjects | lexicon.pronouns.keys()) - lexicon.joiners
    if not apart.isdisjoint(words.low[at:begin]):
        return None
    return ClauseSpeaker(place, verb, TOUCHING)


def _is_one(context: AttributionContext, at: int) -> bool:
    """Whether one of several people speaks: "said one of the clerks"."""
    return any(_stands(context.words.low, at, one) for one in context.lexicon.ones)


def _names_any(context: AttributionContext, at: int, end: int) -> bool:
    """Whether a name begins between two words."""
    return any(
        context.people.mentions[place].kind == "name"
        for one in range(at, end)
        for place in context.starts.get(one, ())
    )


def _explained(context: AttributionContext, at: int, end: int) -> int:
    """The name that a comma joins to somebody: "one of the clerks, the baker Ann Lee"; -1."""
    words, mentions = context.words, context.people.mentions
    for place in context.by_sentence.get(words.sentence[at], ()):
        start = mentions[place].first - mentions[place].title
        before = words.text[max(at, start - _MAX_TITLE_WORDS) : start]
        named = mentions[place].kind == "name" and at < start < end
        named = named and words.text[mentions[place].last - 1] not in words.bares
        if named and not _OPENS.isdisjoint(before):
            return place
    return -1


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
    return words.text[last] in ",–—-"


def _subject_with_verb(
    context: AttributionContext, place: int, at: int, end: int
) -> ClauseSpeaker | None:
    """A subject that begins at `at` and its verb: "Jon Falk, the deputy mayor, said"."""
    words, lexicon, cue = context.words, context.lexicon, context.cue
    mention = context.people.mentions[place]
    last = mention.last
    verb = skip_adverbs(context, last, end)
    if verb < end and cue[verb] in VERBS and not is_noun(context, verb):
        if hears(context, verb):
            led = words.low[verb + 1 : verb + 2] == ["by"]
            by = starting(context, verb + 2) if led else -1
            return ClauseSpeaker(by if by >= 0 else NOBODY, verb, TOUCHING)
        return ClauseSpeaker(fullest(context, place, at, last, end), verb, TOUCHING)
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
    else:
        other = ending(context, back_over_adverbs(context, index), at)
        # "Focus on the Family president Ann Lee said"
        belongs = not person_of(context, place) and other >= 0 and person_of(context, other)
        if other >= 0 and (belongs or modifies(context, place)):
            named = other
    return ClauseSpeaker(named, index, TOUCHING if comma or index - last <= 6 else LEADING)


def _after_who(context: AttributionContext, verb: int) -> bool:
    """Whether "who" is the subject of a verb: "Lee, who said"."""
    at = back_over_adverbs(context, verb)
    return context.words.low[at - 1] in context.lexicon.relatives
