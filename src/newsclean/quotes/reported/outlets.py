"""Newspapers and agencies whose names stand in marks: "...", wrote “The Daily Post”."""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext, beyond
from newsclean.quotes.context.phrases import ending, phrase_end, starting
from newsclean.quotes.draft import Grounds, QuoteDraft
from newsclean.quotes.resolution.salience import as_speaker
from newsclean.quotes.text.lexicon import CueKind

_MAX_NAME_WORDS, _MAX_WORDS_BETWEEN, _MAX_LED_WORDS = 4, 2, 5
"""The longest name, how many words ("the weekly") stand before it, and how many where the first is
a preposition ("in an interview with the"); guesses, as the next."""
_MAX_LEAD_WORDS = 3
"""How many words stand between such a name and the colon that leads to its quote."""
_CONFIDENCE = 0.8


def said_by_outlet(context: AttributionContext, number: int, quote: QuoteDraft) -> QuoteDraft:
    """`quote` with its outlet for a speaker, if one whose name is in marks says it."""
    found, cue = _behind(context, number)
    told = _named_behind(context, found) if found > number else -1
    if told >= 0:
        return _said_by(context, quote, told, cue)
    if found > number and _is_told(context, found, cue):
        return quote
    if found < 0:
        found, cue = _before(context, number)
    if found < 0:
        return quote
    marked = context.marked[found]
    side = "after" if found > number else "before"
    word = context.words.text[cue]
    name = " ".join(context.text[marked.start : marked.end].split())
    how, place = f'"{word}" {side} the quote', (marked.start, marked.end)
    quote = quote.said_by((name, quote.role), place, word, how, _CONFIDENCE)
    return quote._replace(grounds=Grounds("outlet"))


def _named_behind(context: AttributionContext, number: int) -> int:
    """The name behind an outlet that is told: "...", mówi „Gazecie” Anna Nowak; -1 for none."""
    at = context.words.quotes[number][1]
    end = context.words.bounds[context.words.sentence[at - 1]][1]
    place = starting(context, at)
    if place >= 0 and context.people.mentions[place].kind == "name":
        return place
    return ending(context, phrase_end(context, at, end), at)  # "la maire Anne Petit"


def _is_told(context: AttributionContext, number: int, cue: int) -> bool:
    """Whether a case or a preposition shows that a name in marks is told something.

    "...", сообщил «Интерфаксу» врач; "...", dijo a «El Faro» la alcaldesa.
    """
    words, lexicon = context.words, context.lexicon
    first = words.quotes[number][0]
    led = lexicon.toward | lexicon.prepositions
    name = next((word for word in words.text[first : first + 2] if word.isalpha()), "")
    case = (*lexicon.dative_endings, *lexicon.noun_cases)
    between = words.low[cue + 1 : first]
    after = words.quotes[number][1]
    office = not words.roles.isdisjoint(words.low[after : after + 1])  # "заявил «Правде» депутат"
    far = office or len(between) > _MAX_WORDS_BETWEEN
    return far or not led.isdisjoint(between) or name.endswith(case)


def _said_by(context: AttributionContext, quote: QuoteDraft, place: int, cue: int) -> QuoteDraft:
    """`quote` as said by the one whom a mention names."""
    mention, words = context.people.mentions[place], context.words
    speaker, word = as_speaker(context, context.people.entity_of[place]), words.text[cue]
    where = words.start(mention.first), words.ends[mention.last - 1]
    how = f'"{word}" after the quote'
    quote = quote.said_by((speaker.text, speaker.role), where, word, how, _CONFIDENCE)
    return quote._replace(grounds=Grounds("outlet", place=place, entity=speaker.entity))


def _behind(context: AttributionContext, number: int) -> tuple[int, int]:
    """The stretch behind a quote and a verb of speech, and that verb; -1 for none."""
    words = context.words
    last = words.quotes[number][1]
    end = words.bounds[words.sentence[last - 1]][1]
    cue = beyond(words, last, end)
    if number + 1 >= len(words.quotes) or cue >= end or context.cue[cue] != CueKind.SPEECH:
        return -1, -1
    first = words.quotes[number + 1][0]
    between = range(cue + 1, first)
    led = words.low[cue + 1] in context.lexicon.prepositions | context.lexicon.stops
    most = _MAX_LED_WORDS if led else _MAX_WORDS_BETWEEN
    if first >= end or len(between) > most or not _is_name(context, number + 1):
        return -1, -1
    plain = all(words.text[at].isalpha() and words.text[at].islower() for at in between)
    subject = any(words.low[at] in context.lexicon.pronouns for at in between)
    articles = context.lexicon.determiners
    subject = subject and not all(words.low[at] in articles for at in between)
    return (number + 1, cue) if plain and not subject else (-1, -1)


def _before(context: AttributionContext, number: int) -> tuple[int, int]:
    """The stretch that begins a sentence before a verb of speech and a colon, and that verb."""
    words = context.words
    first = words.quotes[number][0]
    if not number or words.text[first - 1] != ":":
        return -1, -1
    begin = words.bounds[words.sentence[first]][0]
    start, after = words.quotes[number - 1]
    between = range(after, first - 1)
    if start != begin or not 0 < len(between) <= _MAX_LEAD_WORDS:
        return -1, -1
    cue = between[0]
    said = context.cue[cue] == CueKind.SPEECH and _is_name(context, number - 1)
    return (number - 1, cue) if said else (-1, -1)


def _is_name(context: AttributionContext, number: int) -> bool:
    """Whether a stretch may be an outlet: short, with a capital, without an end."""
    marked = context.marked[number]
    body = context.text[marked.start : marked.end]
    short = len(body.split()) <= _MAX_NAME_WORDS and marked.closed
    return short and body[:1].isupper() and body[-1:].isalpha()
