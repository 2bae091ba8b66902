"""Words, people and quotes of one article -> the context in which quotes are attributed.

Knows which words say that somebody speaks, and how each mention stands to them: as the subject of
a verb of speech, before or after it, in an apposition, behind "according to".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from newsclean.quotes.context.voices import Speaker
from newsclean.quotes.mentions.entities import People
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import CueKind, Lexicon
from newsclean.quotes.text.marks import Marked
from newsclean.quotes.text.words import Words, places

CONTINUES, NOBODY, IMPLIED = -1, -2, -3
"""What a quote can be attributed to besides a mention: the speaker of the quote before, nobody, the
subject that a verb does not name."""
_MAX_WORDS_TO_VERB = 14
"""How far after a mention its verb of speech may stand; a guess, as the other limits here are."""
_MAX_APPOSITION_WORDS = 30
"""The same where a comma or bracket opens an apposition between them."""
_MAX_WORDS_AFTER_VERB = 8
"""How far after a verb of speech its subject may stand."""
_MAX_FAR_WORDS = 8
"""The most words, without a comma, between a subject and its verb."""
_MAX_PLACE_WORDS = 6
"""The most words between a name that only says where somebody belongs and the name it is with."""
_MAX_TITLE_CHARS, _MAX_JOINED_WORDS = 4, 3
"""The longest title that a full stop cuts before a name, and how soon after "and" a role comes."""
_MAX_BRACKET_WORDS = 5
"""The longest bracket between a name and its verb: a party, an age."""

VERBS = (CueKind.WEAK, CueKind.SPEECH)


class SpeechRelation(NamedTuple):
    """How a mention stands to a cue; all that the learned features know of a mention."""

    relation: str
    """subject, inverted, source, ..., or none."""
    cue_kind: CueKind
    kind: str
    """What it is: `n` name, `p` pronoun, `d` description, and its gender or what it stands for."""
    flags: tuple[str, ...]
    """What speaks against it."""


class MentionContext(NamedTuple):
    """What holds for a mention whichever quote it may be attributed to."""

    cue: int
    """The word that says it speaks, -1 for none."""
    speech: SpeechRelation


@dataclass(slots=True, eq=False, repr=False)
class AttributionContext:
    """One article as attribution sees it."""

    text: str
    words: Words
    lexicon: Lexicon
    people: People
    marked: Sequence[Marked]
    cue: list[CueKind]
    """Word -> its `CueKind`."""
    by_sentence: dict[int, list[int]]
    """Sentence -> its mentions outside quotes."""
    starts: dict[int, list[int]]
    """Word -> the mentions outside quotes that begin with it, titles included."""
    stops: dict[int, list[int]]
    """Word -> the mentions outside quotes that end right before it."""
    narrated: list[tuple[int, int]]
    """Sentence -> how many sentences, and paragraphs, with words outside quotes came up to it."""
    relations: dict[int, tuple[str, int]]
    """Mention -> how it stands to a cue, filled when first asked for."""
    mention_contexts: dict[int, MentionContext]
    """Mention -> what holds for it, likewise."""
    speakers: dict[int, Speaker] = field(default_factory=dict)
    """Entity -> how it is named as a speaker, likewise."""
    role_words: dict[int, frozenset[str]] = field(default_factory=dict)
    """Entity -> the words of all its roles, likewise."""
    families: frozenset[str] | None = None
    """The last words of the names of several words, likewise."""
    deputies: frozenset[str] | None = None
    """The offices whose deputies have a name, likewise."""
    bearers: dict[str, int] | None = None
    """The last word of a role -> the one person who has it, -1 for several; likewise."""
    offices: dict[str, dict[frozenset[str], set[int]]] | None = None
    """A word of a role -> the stems of each such role with its body -> who has it; likewise."""
    presence: dict[int, tuple[float, ...]] = field(default_factory=dict)
    """Mention -> what makes it more or less present, wherever it is looked at from; likewise."""
    introduced: dict[str, list[int]] | None = None
    """A noun -> the mentions that tell of somebody without a name ("a cook"); likewise."""
    bodies: dict[str, list[int]] = field(default_factory=dict)
    """A noun -> the mentions of what has it in its name and is no person; likewise."""
    foremost: dict[str, int] = field(default_factory=dict)
    """A gender -> the person whom the article is about, -1 for none; likewise."""


def read_context(
    text: str, words: Words, lexicon: Lexicon, people: People, marked: Sequence[Marked]
) -> AttributionContext:
    """Marks the cues of an article and sorts its mentions and quotes by sentence."""
    by_sentence: dict[int, list[int]] = {}
    starts: dict[int, list[int]] = {}
    stops: dict[int, list[int]] = {}
    for place, mention in enumerate(people.mentions):
        if words.quote[mention.first] < 0:
            by_sentence.setdefault(words.sentence[mention.first], []).append(place)
            starts.setdefault(mention.first - mention.title, []).append(place)
            stops.setdefault(mention.last, []).append(place)
    return AttributionContext(
        text,
        words,
        lexicon,
        people,
        marked,
        _cues(words, lexicon, people),
        by_sentence,
        starts,
        stops,
        _narrated(words),
        {},
        {},
    )


def _cues(words: Words, lexicon: Lexicon, people: People) -> list[CueKind]:
    low, quote = words.low, words.quote
    none = CueKind.NONE
    kinds = list(map(lexicon.cue_kinds.get, low, repeat(none)))
    for phrase in lexicon.cue_phrases:
        if phrase[0] in words.counts and all(map(words.counts.__contains__, phrase)):
            for at in places(low, phrase):
                if not lexicon.infinitives.intersection(low[at + 1 : at + 2]):
                    kinds[at - len(phrase) + 1] = CueKind.SPEECH  # but "went on to say"
    for so in lexicon.source_openers & lexicon.cues & words.counts.keys():
        for at in places(low, (so,)):
            if words.text[at + 1 : at + 2] and _says_how(words, lexicon, at + 1):
                kinds[at] = CueKind.NONE  # "das Ziel so beschrieben: ..."
    for verb, other in lexicon.split_verbs:
        if verb in words.counts and other in words.counts and verb not in lexicon.cue_kinds:
            for at in places(low, (verb,)):
                if _ends_clause(words, at, other):
                    kinds[at] = CueKind.SPEECH  # "ließ der Klub verlauten"
    for mention in people.mentions:
        if mention.kind == "name" and mention.last - mention.first > 1:  # "United States"
            kinds[mention.first : mention.last] = [none] * (mention.last - mention.first)
    for first, last in words.quotes:
        kinds[first:last] = [kinds[at] if quote[at] < 0 else none for at in range(first, last)]
    counts = words.counts
    for source in lexicon.sources:
        if all(map(counts.__contains__, source)):
            for at in places(low, source):
                if quote[at] < 0 and (
                    len(source) > 1 or source[0] not in lexicon.stops or _leads(words, at)
                ):
                    kinds[at] = CueKind.SOURCE
    return kinds


def _says_how(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a word behind "so" is neither who says it nor before them."""
    low = words.low[at]
    before = lexicon.determiners | lexicon.adverbs | lexicon.prepositions | lexicon.stops
    return words.text[at].islower() and low.isalpha() and low not in before | words.roles


def _ends_clause(words: Words, at: int, other: str) -> bool:
    """Whether a word behind `at` ends its clause: "gab der Klub zu.", not "gab ihm zu denken"."""
    low = words.low
    end = words.bounds[words.sentence[at]][1]
    return any(
        low[one] == other and (one + 1 == end or not low[one + 1][0].isalnum())
        for one in range(at + 1, end)
    )


def _narrated(words: Words) -> list[tuple[int, int]]:
    """Counts what the reporter tells: four paragraphs of one quote do not part "he" from a name."""
    low, quote = words.low, words.quote
    found: list[tuple[int, int]] = []
    sentences = paragraphs = 0
    last = -1
    for paragraph, (begin, end) in zip(words.paragraph_of, words.bounds, strict=True):
        inside = quote[begin] >= 0 and quote[begin] == quote[end - 1]
        told = quote[begin] < 0 and low[begin][0].isalnum()  # most are told at once
        if not inside and (
            told or any(quote[at] < 0 and low[at][0].isalnum() for at in range(begin, end))
        ):
            sentences += 1
            if paragraph != last:
                last = paragraph
                paragraphs += 1
        found.append((sentences, paragraphs))
    return found


def _leads(words: Words, at: int) -> bool:
    """Whether a word begins its sentence, or follows a quote: then "für" may mean "says"."""
    begin = words.bounds[words.sentence[at]][0]
    before = at - 1
    if before > begin and words.low[before] == ",":
        before -= 1
    return at == begin or words.quote[before] >= 0


def cue_text(context: AttributionContext, cue: int) -> str:
    """A cue as the article has it: "said", "according to"."""
    words = context.words
    first, last = cue, cue + 1
    if context.cue[cue] == CueKind.SOURCE:
        for source in context.lexicon.sources:
            begin = cue - len(source) + 1
            if begin >= 0 and tuple(words.low[begin : cue + 1]) == source:
                first = min(first, begin)
    for phrase in context.lexicon.cue_phrases:
        if words.low[cue] == phrase[0] and tuple(words.low[cue : cue + len(phrase)]) == phrase:
            last = cue + len(phrase)
    return context.text[words.start(first) : words.ends[last - 1]]


def beyond(words: Words, last: int, end: int) -> int:
    """The first word after a quote: past the comma and the dash that other languages put there."""
    while last < end and words.text[last] in ",–—-":
        last += 1
    return last


def person_of(context: AttributionContext, place: int) -> bool | None:
    """Whether a mention is of a person, None where nothing tells."""
    which = context.people.entity_of[place]
    return (
        context.people.entities[which].person
        if which >= 0
        else context.people.mentions[place].person
    )


def modifies(context: AttributionContext, place: int) -> bool:
    """Whether a name only says where somebody belongs ("Miami coach Ann Lee", "a Miami coach")."""
    words, mentions = context.words, context.people.mentions
    mention = mentions[place]
    if mention.kind != "name":
        return False
    index = mention.last
    for one in mentions[max(0, place - 2) : place + 2]:
        if one.last > index and one.kind == "description" and one.first <= mention.first:
            return True
    following = place + 1
    if following >= len(mentions) or mentions[following].kind != "name":
        return False
    other = mentions[following].first
    if other - index > _MAX_PLACE_WORDS or other >= words.bounds[words.sentence[mention.first]][1]:
        return False
    body = person_of(context, place) is not True
    return all(
        _is_between(context, at, body=body) and not context.cue[at] and words.quote[at] < 0
        for at in range(index, other)
    )


def _is_between(context: AttributionContext, at: int, *, body: bool) -> bool:
    """Whether a word may stand between where somebody belongs and the name: no comma, no "of".

    But the stop of a title ("Lt. Tom Reed"), and "and" behind a body ("police and crime chief").
    """
    words, lexicon = context.words, context.lexicon
    if words.text[at] == ".":
        return len(words.text[at - 1]) <= _MAX_TITLE_CHARS and words.text[at - 1][0].isupper()
    if body and words.low[at] in lexicon.links:
        return not words.roles.isdisjoint(words.low[at + 1 : at + 1 + _MAX_JOINED_WORDS])
    return words.low[at][0].isalnum() and words.low[at] not in lexicon.stops


def relation_of(context: AttributionContext, place: int) -> tuple[str, int]:
    """How a mention stands to a cue in its sentence, and that cue's index (-1 for none)."""
    known = context.relations.get(place)
    if known is None:
        known = context.relations[place] = _relation(context, place)
    return known


def _relation(context: AttributionContext, place: int) -> tuple[str, int]:
    mention = context.people.mentions[place]
    words, cue, lexicon = context.words, context.cue, context.lexicon
    low, quote = words.low, words.quote
    begin, end = words.bounds[words.sentence[mention.first]]
    if not any(cue[begin:end]):
        return "none", -1
    before = mention.first - mention.title - 1
    if before >= begin and low[before] in lexicon.definite:
        before -= 1
    if before >= begin and cue[before] == CueKind.SOURCE:
        return "source", before
    after = mention.last
    if after < end and cue[after] == CueKind.SOURCE_AFTER:
        return "source", after
    subject = None if _in_phrase(context, mention, begin) else _as_subject(context, place, end)
    if subject is not None and subject[0] in ("subject", "adverb"):
        return subject
    polite = before >= begin and low[before + 1] in lexicon.polite
    if polite and (low[before] in lexicon.joiners or low[before] in lexicon.prepositions):
        return subject or ("none", -1)  # "said the lawyer for Mr Lee"
    steps = 0
    index = before
    while index >= begin and steps < _MAX_WORDS_AFTER_VERB and quote[index] < 0:
        if cue[index] in VERBS:
            if _has_subject(context, index, begin) or low[index] in lexicon.recipients:
                return ("object", index) if steps < 3 else subject or ("none", -1)
            return ("inverted" if steps == 0 else "role"), index
        if cue[index] == CueKind.SOURCE:
            return "source", index
        if not low[index][0].isalnum() and low[index] not in (".", "-"):
            break
        article = low[index] in lexicon.definite or low[index] in lexicon.indefinite
        if article and index > begin and cue[index - 1] in VERBS:
            index -= 1  # "said the mayor, ...": the article begins the phrase
            continue
        if article and steps:
            break
        if low[index] in lexicon.stops and low[index] not in lexicon.joiners:
            break
        index -= 1
        steps += 1
    return subject or ("none", -1)


def _as_subject(context: AttributionContext, place: int, end: int) -> tuple[str, int] | None:
    """The first cue after a mention, if nothing but adverbs or an apposition stands between."""
    mention = context.people.mentions[place]
    words, cue, lexicon = context.words, context.cue, context.lexicon
    low, quote = words.low, words.quote
    index = mention.last
    if not any(cue[index:end]):
        return None
    steps = commas = 0
    while (
        index < end
        and steps < (_MAX_APPOSITION_WORDS if commas else _MAX_WORDS_TO_VERB)
        and quote[index] < 0
    ):
        word = low[index]
        if cue[index] in VERBS and not (
            low[index - 1] in lexicon.definite or low[index - 1] in lexicon.owners
        ):
            if steps == 0:
                return "subject", index
            if commas == 0 and all(low[at] in lexicon.adverbs for at in range(mention.last, index)):
                return "adverb", index
            if low[mention.last] in ",(" and low[index - 1] in ",)":
                return "apposition", index
            if commas == 0 and steps <= _MAX_FAR_WORDS:
                return "far", index
            if commas == 1 and steps == 2 and low[index - 1] in lexicon.subjects:
                return "relative", index
            return "loose", index
        if word in (",", "("):
            commas += 1
        elif word in ";:":
            return None
        index += 1
        steps += 1
    return None


def _has_subject(context: AttributionContext, cue: int, begin: int) -> bool:
    """Whether a name, pronoun or description ends right before a cue."""
    words = context.words
    index = cue - 1
    while index >= begin and words.low[index] in context.lexicon.adverbs:
        index -= 1
    if index >= begin and words.text[index] == ")":  # "Ann Lee (SPD) said"
        floor = max(begin, index - _MAX_BRACKET_WORDS)
        index = next((at - 1 for at in range(index, floor, -1) if words.text[at] == "("), index)
    if index < begin or words.quote[index] >= 0:
        return False
    for place in context.by_sentence.get(words.sentence[cue], ()):
        mention = context.people.mentions[place]
        if mention.last - 1 == index:
            return not _in_phrase(context, mention, begin)
    return False


def _in_phrase(context: AttributionContext, mention: Mention, begin: int) -> bool:
    """Whether a preposition leads to a mention: "nach der Sitzung" is nobody who speaks."""
    low, lexicon = context.words.low, context.lexicon
    before = mention.first - mention.title - 1
    if before >= begin and low[before] in lexicon.definite:
        before -= 1
    return before >= begin and low[before] in lexicon.prepositions
