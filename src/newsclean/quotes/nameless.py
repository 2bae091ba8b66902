"""Speakers without a name: nobody, or somebody whom a quote's own clause describes."""

from __future__ import annotations

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.attribution.trust import SURE_ROUTES
from newsclean.quotes.context.context import IMPLIED, AttributionContext, person_of
from newsclean.quotes.context.voices import Speaker
from newsclean.quotes.text.lexicon import CueKind

_MAX_OWN_WORDS = 8
"""The longest description that is read as it stands; a guess."""


def is_thing(context: AttributionContext, option: Candidate) -> bool:
    """Whether a mention is nobody: "a major headwind:", a noun of German, "so das Fazit"."""
    if option.mention == IMPLIED:
        return False
    mention = context.people.mentions[option.mention]
    if context.lexicon.capitals:
        sourced = option.cue >= 0 and context.cue[option.cue] == CueKind.SOURCE
        if mention.kind == "name" and _is_described(context, mention.first):
            return person_of(context, option.mention) is None  # "Ihre gemeinsame Aussage lautet"
        if mention.kind == "name" and option.cue < 0:
            return not person_of(context, option.mention)
        if sourced and mention.kind == "description" and mention.head not in context.words.roles:
            return mention.head not in context.lexicon.groups
    if option.cue >= 0:
        return False
    group = mention.head in context.lexicon.groups
    return mention.kind == "description" and not mention.person and not group


def _is_described(context: AttributionContext, first: int) -> bool:
    """Whether "her" and an adjective stand before a German noun."""
    words, lexicon = context.words, context.lexicon
    adjective = first > 1 and words.text[first - 1].islower()
    led = adjective and words.low[first - 2] in lexicon.owners
    return led and words.low[first - 1].endswith(("e", "en", "er", "es", "em"))


def says_who(context: AttributionContext, option: Candidate, speaker: Speaker) -> bool:
    """Whether the clause of a quote itself says who somebody without a name is.

    "a teacher said", "said the council": nobody else can be meant, as by "the man" or "the firm".
    """
    if option.mention < 0 or option.route not in SURE_ROUTES or speaker.entity >= 0:
        return False
    mention, lexicon = context.people.mentions[option.mention], context.lexicon
    if len(speaker.text.split()) > _MAX_OWN_WORDS:
        return False
    if mention.kind != "description" or mention.head != speaker.head:
        return False
    if mention.head in lexicon.groups:
        return not (lexicon.issued | lexicon.enterprises | lexicon.unspoken) & {mention.head}
    return bool(mention.person) and context.words.low[mention.first] in lexicon.indefinite
