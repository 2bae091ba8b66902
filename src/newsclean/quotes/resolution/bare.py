"""A quote that nothing in its own sentence attributes -> whose it is by what stands before it.

News goes on without a further "she said": in the same paragraph right behind an attribution, in
paragraphs that are quotes from mark to mark, and under a sentence that says what somebody told.
"""

from __future__ import annotations

from collections import Counter

from newsclean.document import Span
from newsclean.quotes.context.context import AttributionContext, modifies, relation_of
from newsclean.quotes.context.phrases import fullest, phrase_end, starting
from newsclean.quotes.context.voices import NOT_KNOWN, Speaker, Voices
from newsclean.quotes.draft import Grounds, QuoteDraft
from newsclean.quotes.resolution.resolve import resolve
from newsclean.quotes.resolution.salience import SPEAKING
from newsclean.quotes.text.lexicon import CueKind

GOES_ON, GOES_ON_BELOW = 0.9, 0.66
"""How sure it is that a sentence goes on right behind an attribution, and in the next paragraph."""
TOLD, SUBJECT = 0.75, 0.62
"""The same of who speaks, or only acts, in the sentence before a quote."""
SIGNED = "the signature behind the quote"
"""Says on a quote how its speaker was found."""
_SIGNED = 0.8
"""How sure a signature without a name is; a guess."""
_STOPS = ".!?…"
_DASHES = "—–―-"
_MAX_SIGNED_WORDS, _MAX_WORDS_TO_ROLE = 16, 4
"""The longest signature that names no one, and how far into it the role stands; guesses."""


def is_bare(context: AttributionContext, number: int) -> bool:
    """Whether quote `number` begins its sentence and no verb of speech follows it there."""
    words = context.words
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    if first > begin:
        return False
    if _stops(context, number):
        return not any(context.cue[last:end])
    return not any(words.low[at][0].isalnum() for at in range(last, end))


def _stops(context: AttributionContext, number: int) -> bool:
    """Whether a quote ends with a stop: a paragraph that is one without it may be a heading."""
    return context.text[context.marked[number].end - 1] in _STOPS


def follows(context: AttributionContext, number: int) -> float:
    """How sure it is that a bare quote goes on from the one before; 0 where it does not."""
    words = context.words
    before = words.sentence[words.quotes[number - 1][1] - 1]
    sentence = words.sentence[words.quotes[number][0]]
    if before + 1 != sentence:
        return 0.0
    below = words.paragraph_of[sentence] - words.paragraph_of[before]
    if below == 0:
        return GOES_ON
    return GOES_ON_BELOW if _stops(context, number) else 0.0


def told_above(context: AttributionContext, number: int, spoken: Voices) -> tuple[Speaker, float]:
    """Whom the sentence before a bare quote lets speak, or is about, and how sure that is."""
    words, people = context.words, context.people
    told = words.sentence[words.quotes[number][0]] - 1
    if told < 0:
        return NOT_KNOWN, 0.0
    below = words.paragraph_of[told + 1] - words.paragraph_of[told]
    if below and not _stops(context, number):
        return NOT_KNOWN, 0.0
    begin, end = words.bounds[told]
    speaking: list[int] = []
    for place in context.by_sentence.get(told, ()):
        mention = people.mentions[place]
        if mention.kind == "description" or modifies(context, place):
            continue
        relation, cue = relation_of(context, place)
        if relation in SPEAKING and context.cue[cue] != CueKind.WEAK:
            speaking.append(place)
    if len(speaking) == 1:
        who, sure = resolve(context, speaking[0], spoken)
        return (who, sure * TOLD) if who.person else (NOT_KNOWN, 0.0)
    heard = any(context.cue[begin:end]) or max(words.quote[begin:end]) >= 0
    subject = _subject(context, begin, end) if heard or not below else -1
    if speaking or subject < 0:
        return NOT_KNOWN, 0.0
    who, sure = resolve(context, subject, spoken)
    return (who, sure * SUBJECT) if who.person else (NOT_KNOWN, 0.0)


def _subject(context: AttributionContext, begin: int, end: int) -> int:
    """The name that a sentence begins with, past what says who that is: "Ann's father Jon Lee"."""
    people = context.people
    place = starting(context, begin)
    if place >= 0:
        last = people.mentions[place].last
        place = fullest(context, place, begin, phrase_end(context, last, end), end)
        if people.mentions[place].kind == "name":
            return place
    words, lexicon = context.words, context.lexicon
    for place in context.by_sentence.get(words.sentence[begin], ()):
        mention = people.mentions[place]
        before = words.low[begin : mention.first - mention.title]
        if mention.kind != "name" or words.low[mention.last - 1] in words.bares:
            continue
        led = before[-1:] and (before[-1] in lexicon.prepositions or not before[-1][0].isalnum())
        return place if not led and not words.roles.isdisjoint(before) else -1
    return -1


def signed_role(context: AttributionContext, number: int) -> Span | None:
    """Where a signature without a name stands: "..." — Senior engineer at a bank."""
    words = context.words
    first, last = words.quotes[number]
    sentence = words.sentence[last - 1]
    if last == words.bounds[sentence][1]:
        if words.bounds[words.sentence[first]][0] != first:
            return None
        sentence += 1  # a line of its own
        last = words.bounds[sentence][0] if sentence < len(words.bounds) else len(words.text)
    end = words.bounds[sentence][1] if sentence < len(words.bounds) else last
    at = last
    while at < end and words.text[at] in _DASHES:
        at += 1
    ends = sentence + 1 >= len(words.bounds) or (
        words.paragraph_of[sentence + 1] != words.paragraph_of[sentence]
    )
    while end > at and words.text[end - 1] == ".":
        end -= 1
    if at == last or not ends or not 0 < end - at <= _MAX_SIGNED_WORDS:
        return None
    head = words.low[at : min(end, at + _MAX_WORDS_TO_ROLE)]
    if any(context.cue[at : at + 2]) or max(words.quote[at:end]) >= 0:
        return None
    led = head[0] in words.roles or head[0] in context.lexicon.determiners
    if words.text[at].islower() and not led:
        return None  # "– zakończył prezydent": a verb
    for place, word in enumerate(head):
        if word in words.roles:
            return words.start(at), words.ends[end - 1]
        if place and (not word[0].isalnum() or word in context.lexicon.prepositions):
            break
    return None


def signed_by(context: AttributionContext, quote: QuoteDraft, signed: Span) -> QuoteDraft:
    """`quote` as said by somebody of whom a signature only says what they are."""
    start, end = signed
    return QuoteDraft(
        *quote[:4],
        " ".join(context.text[start:end].split()),
        speaker_start=start,
        speaker_end=end,
        attribution=SIGNED,
        confidence=_SIGNED,
        rule=quote.rule,
        grounds=Grounds("office"),
    )


def whole_paragraphs(context: AttributionContext) -> set[int]:
    """Where the stretches start that are a paragraph from mark to mark."""
    words = context.words
    sizes = Counter(words.paragraph_of)
    found: set[int] = set()
    for item, (first, last) in zip(context.marked, words.quotes, strict=True):
        begin = words.sentence[first]
        end = words.sentence[last - 1]
        opens = words.bounds[begin][0] == first and words.bounds[end][1] == last
        alone = sizes[words.paragraph_of[begin]] == end - begin + 1
        if opens and alone:
            found.add(item.start)
    return found
