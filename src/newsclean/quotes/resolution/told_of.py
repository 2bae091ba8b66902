"""Quotes and descriptions -> the person whom the last sentence before them is about."""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext, modifies, relation_of
from newsclean.quotes.context.voices import Voices
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.resolution.salience import SPEAKING, opens

_MAX_WORDS_BEHIND = 5
"""The most words, the full stop included, behind a name that ends its sentence; a guess."""
_MAX_WORDS_BETWEEN = 6
"""The most words between two names that "and" joins, ages and offices included; a guess."""
_MAX_SINCE = 1
"""How many paragraphs ago "he said" must have been the last voice."""


def sentence_before(context: AttributionContext, word: int) -> int:
    """The last sentence before that of a word that is not all quote, if it is near; -1."""
    words = context.words
    here = words.sentence[word]
    told = context.narrated[here][0]
    sentence = here - 1
    while sentence >= 0 and context.narrated[sentence][0] == told:
        sentence -= 1
    near = sentence >= 0 and words.paragraph_of[here] - words.paragraph_of[sentence] <= 1
    return sentence if near else -1


def told_of_before(context: AttributionContext, word: int) -> int:
    """The person who is the subject of the last sentence before a quote's verb; -1 for none."""
    sentence = sentence_before(context, word)
    return _subject(context, sentence) if sentence >= 0 else -1


def _subject(context: AttributionContext, sentence: int) -> int:
    """The person whose name, the first of a sentence, begins it; -1 for none."""
    words, people = context.words, context.people
    begin = words.bounds[sentence][0]
    for place in context.by_sentence.get(sentence, ()):
        mention, which = people.mentions[place], people.entity_of[place]
        if mention.kind == "name" and which >= 0 and people.entities[which].person:
            first = mention.first - begin  # "Anwalt, Jan Ott", "Su abogada, Ana Ruiz"
            explained = first in (2, 3) and words.text[mention.first - 1] == ","
            return which if explained or opens(context, mention) else -1
    return -1


def _is_one_of_two(context: AttributionContext, named: dict[int, int], found: int) -> bool:
    """Whether "and" joins another to somebody: "Ann Lee, 25, and Tom Reed, 25, left"."""
    words, mentions = context.words, context.people.mentions
    begin = mentions[named[found]].last
    behind = (mentions[at].first - mentions[at].title for at in named.values())
    first = min((at for at in behind if at >= begin), default=begin)
    links = context.lexicon.links.intersection(words.low[begin:first])
    return bool(links) and first - begin <= _MAX_WORDS_BETWEEN


def _is_foremost(context: AttributionContext, place: int, sentence: int) -> bool:
    """Whether a name in the middle of a sentence is what it is about: it speaks, or ends it."""
    words, last = context.words, context.people.mentions[place].last
    speaks = relation_of(context, place)[0] in SPEAKING
    return speaks or words.bounds[sentence][1] - last <= _MAX_WORDS_BEHIND


def who_is_told_of(context: AttributionContext, mention: Mention, spoken: Voices) -> int:
    """Whom "the senator" means where the article says of nobody that this is what they are; -1.

    "The first to speak was Ann Lee. ..., the senator said": the only person of the sentence before,
    or its subject, or who spoke there: "..., she said. ..., the senator said".
    """
    words, people, lexicon = context.words, context.people, context.lexicon
    sentence = sentence_before(context, mention.first)
    if sentence < 0:
        return -1
    gender = mention.gender or lexicon.articles.get(words.low[mention.first], "")
    named: dict[int, int] = {}
    speaks = False
    for place in context.by_sentence.get(sentence, ()):
        other, which = people.mentions[place], people.entity_of[place]
        if other.kind == "description" and other.head == mention.head:
            return -1  # "He described it to the driver. ..., the driver said"
        speaks = speaks or (
            other.kind == "pronoun"
            and words.low[other.first] in lexicon.subjects
            and spoken.last.gender in ("", other.gender)
        )
        person = other.kind == "name" and which >= 0 and people.entities[which].person
        owned = words.low[other.last - 1] in words.bares
        if person and not owned and not modifies(context, place):
            named.setdefault(which, place)
    fits = {one for one in named if {gender, people.entities[one].gender} != {"m", "f"}}
    if fits:
        found = _subject(context, sentence)
        if found < 0 and len(fits) == 1 and _is_foremost(context, named[min(fits)], sentence):
            found = min(fits)
        return found if found in fits and not _is_one_of_two(context, named, found) else -1
    since = words.paragraph_of[words.sentence[mention.first]] - spoken.last.paragraph
    voice = spoken.last if speaks and not named and since <= _MAX_SINCE else None
    fits_voice = voice is not None and voice.person and {gender, voice.gender} != {"m", "f"}
    return voice.entity if voice is not None and fits_voice else -1
