"""The clause before a quote -> its first subject, to whom "and" or a comma joins the verb."""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext, person_of
from newsclean.quotes.context.phrases import (
    COORDINATED,
    ClauseSpeaker,
    ending,
    phrase_end,
    starting,
)
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.lexicon import CueKind


def first_subject(context: AttributionContext, verb: int, begin: int) -> ClauseSpeaker | None:
    """The subject of the sentence, where "and" or a comma joins its last verb to it."""
    words, lexicon = context.words, context.lexicon
    at = begin
    while at < verb and _leads_in(context, at):
        at += 1
    place = starting(context, at)
    if lexicon.verb_last:
        head = ending(context, phrase_end(context, at, verb), at)
        if head >= 0 and words.low[context.people.mentions[head].first - 1] in words.roles:
            place = head  # "Karaca köyü muhtarı Çelik Kurt"
    if place < 0:
        return None
    mention = context.people.mentions[place]
    if mention.last > verb:
        return None
    if mention.kind == "description" and not _is_long_subject(context, mention, verb):
        return None
    if mention.kind == "name" and lexicon.capitals and not person_of(context, place):
        return None  # a noun, or a heading before the sentence
    named = mention.kind != "description"
    between = range(mention.last, verb) if named else ()
    if any(words.low[one] in lexicon.relatives or words.text[one] in ";:" for one in between):
        return None
    others = (
        one
        for one in context.by_sentence.get(words.sentence[begin], ())
        if mention.last <= context.people.mentions[one].first < verb
    )
    for one in others:
        other = context.people.mentions[one]
        start = other.first - other.title
        led = words.low[start - 1] in lexicon.prepositions or words.low[start - 1] in lexicon.owners
        if other.kind == "pronoun" and other.gender in ("m", "f", "p", "i"):
            if words.low[other.first] in lexicon.subjects:
                return None
        elif other.kind == "name" and person_of(context, one) and not led:
            follows = words.low[start - 1] in lexicon.links or words.text[start - 1] == ","
            if follows:
                return None
    if person_of(context, place) is False:
        return None
    return ClauseSpeaker(place, verb, COORDINATED)


def _is_long_subject(context: AttributionContext, mention: Mention, verb: int) -> bool:
    """Whether a role with its attributes is all that stands before a verb.

    "Der Einsatzleiter der Polizei in Dortmund erklärte", "The head of the union in Leeds said".
    """
    words, lexicon = context.words, context.lexicon
    if not mention.person or mention.last == verb or context.cue[verb] != CueKind.SPEECH:
        return False
    starts = words.low[mention.last]
    if not (starts in lexicon.prepositions or starts in lexicon.joiners or lexicon.capitals):
        return False
    return all(
        words.low[at][0].isalnum()
        and (words.low[at] not in lexicon.subjects or lexicon.capitals)
        and words.low[at] not in lexicon.links
        and not context.cue[at]
        for at in range(mention.last, verb)
    )


def _leads_in(context: AttributionContext, at: int) -> bool:
    """Whether a word at the head of a sentence comes before its subject: "But", "Also"."""
    lexicon, low = context.lexicon, context.words.low
    if context.starts.get(at) or low[at] in lexicon.determiners:
        return False
    loose = low[at] in lexicon.adverbs or low[at] in lexicon.links or low[at] in lexicon.stops
    return loose and low[at] not in lexicon.prepositions
