"""Speakers without a name: nobody, or somebody whom a quote's own clause describes."""

from __future__ import annotations

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.attribution.trust import SURE_ROUTES
from newsclean.quotes.context.context import IMPLIED, AttributionContext, person_of
from newsclean.quotes.context.voices import Speaker
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import CueKind, Lexicon, first_names

_FINAL = ".!?…"
_MAX_OWN_WORDS = 8
"""The longest description that is read as it stands; a guess."""
_MIN_NAME_WORDS, _MAX_LABEL_WORDS = 2, 14
"""The shortest name that is a whole one, and the most words between it and its colon."""


def is_thing(context: AttributionContext, option: Candidate, *, named: bool) -> bool:
    """Whether a mention is nobody: "a major headwind:", a noun of German, "so das Fazit"."""
    if option.mention == IMPLIED:
        return False
    mention = context.people.mentions[option.mention]
    if mention.kind == "description" and mention.head in context.lexicon.unspoken:
        inside = context.words.low[mention.first + 1 : mention.last - 1]
        held = not context.lexicon.determiners.isdisjoint(inside)  # "a protester with the banner"
        return not held and context.words.roles.isdisjoint(inside)  # "an old proverb says"
    if mention.kind == "name" and option.cue < 0 and _is_told_of(context, option.mention):
        return True
    apart = option.cue < 0 or option.cue > mention.last  # not "according to Marlow"
    if option.route == "model" and apart and _is_led(context, option.mention):
        return True
    spoken = option.cue >= 0 and context.cue[option.cue] != CueKind.WEAK
    read = spoken or bool(context.lexicon.oblique_endings)  # "Премьер Мальты: «...»"
    behind = max(context.words.quote[max(0, mention.first - 2) : mention.first], default=-1) >= 0
    read = read or named or behind
    if mention.kind == "description" and not read and _runs_on(context, mention):
        return True  # "people take the message, “...”"
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


def _is_told_of(context: AttributionContext, place: int) -> bool:
    """Whether a name is a matter's, or of a place: "Il caso Rossi: ...", "a dame of Lyon: ..."."""
    words, lexicon, mention = context.words, context.lexicon, context.people.mentions[place]
    begin = mention.first - mention.title
    before = words.low[begin - 1] if begin else ""
    if before in everywhere("cases"):
        return True
    opens = words.low[words.bounds[words.sentence[begin]][0]] in lexicon.indefinite
    opens = opens and words.text[mention.last] != ":"  # "A few words from Quist: ..."
    led = before in lexicon.prepositions or before in lexicon.particles | lexicon.joiners
    return opens and led and mention.last - begin == 1 and person_of(context, place) is None


def _is_led(context: AttributionContext, place: int) -> bool:
    """Whether a word with a capital, of which nothing tells, says what another is of."""
    words, lexicon, mention = context.words, context.lexicon, context.people.mentions[place]
    if mention.kind != "name" or mention.last - mention.first > 1 or mention.title:
        return False
    at = mention.first - 1
    if words.text[at].islower() and words.low[at - 1] in lexicon.indefinite:
        at -= 1  # "the idea of a united Europe"
    led = lexicon.prepositions - everywhere("from") - everywhere("bearing") | lexicon.determiners
    inside = at >= words.bounds[words.sentence[mention.first]][0] and words.low[at] in led
    return inside and person_of(context, place) is None


def _is_described(context: AttributionContext, first: int) -> bool:
    """Whether "her" and an adjective stand before a German noun."""
    words, lexicon = context.words, context.lexicon
    adjective = first > 1 and words.text[first - 1].islower()
    led = adjective and words.low[first - 2] in lexicon.owners
    return led and words.low[first - 1].endswith(("e", "en", "er", "es", "em"))


def says_who(context: AttributionContext, option: Candidate, speaker: Speaker, said: str) -> bool:
    """Whether the clause of a quote itself says who somebody is, with a name or without.

    "a teacher said", "said the council", "Ann Lee, the mayor: ...": nobody else can be meant, as by
    "the man" or "the firm".
    """
    if option.mention < 0 or option.route not in SURE_ROUTES:
        return False
    if speaker.entity >= 0:
        return said[-1:] in _FINAL and _is_label(context, option.mention)
    mention, lexicon = context.people.mentions[option.mention], context.lexicon
    if len(speaker.text.split()) > _MAX_OWN_WORDS:
        return False
    if mention.kind != "description":
        return False
    if _runs_on(context, mention):
        return False
    if mention.head in lexicon.groups:
        return not (lexicon.issued | lexicon.enterprises | lexicon.unspoken) & {mention.head}
    if not mention.person:
        return False
    if context.words.low[mention.first] in lexicon.indefinite or mention.gender == "p":
        return True
    whose = mention.head in lexicon.kin - lexicon.humans  # "said the mother"
    bare = len(speaker.text.split()) <= mention.last - mention.first
    return not (whose and bare) and _is_nobody_named(context, mention)


def _is_nobody_named(context: AttributionContext, mention: Mention) -> bool:
    """Whether the article names nobody, up to a description, who it may mean: "the taxi driver"."""
    people, lexicon = context.people, context.lexicon
    return not any(
        (entity.person or (entity.person is None and _may_be_person(entity.name, lexicon)))
        and people.mentions[entity.mentions[0]].first < mention.first
        and {entity.gender, mention.gender} != {"m", "f"}
        for entity in people.entities
    )


def _may_be_person(name: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a name of which nothing else tells may be a person's: "Barbra Strand"."""
    whole = len(name) == _MIN_NAME_WORDS and not lexicon.capitals
    return whole or name[0].lower() in first_names()


def _runs_on(context: AttributionContext, mention: Mention) -> bool:
    """Whether a description took in the word behind it: "the court held"."""
    low, lexicon = context.words.low, context.lexicon
    places = range(mention.first, mention.last - 1)
    at = next((one for one in places if low[one] == mention.head), -1)
    joined = lexicon.stops | lexicon.joiners | lexicon.prepositions | lexicon.definite
    return at >= 0 and low[at + 1] not in joined and not low[at + 1].endswith(("'s", "’s"))


def _is_label(context: AttributionContext, place: int) -> bool:
    """Whether a whole name, with what its owner is, is all that leads to a colon."""
    words, mention = context.words, context.people.mentions[place]
    person = person_of(context, place)
    begin, end = words.bounds[words.sentence[mention.first]]
    opens = mention.first - mention.title == begin and mention.kind == "name"
    if not (person and opens) or mention.last - mention.first < _MIN_NAME_WORDS:
        return False
    at = mention.last
    if at < end and words.text[at] in (",", "("):
        at = next(
            (one for one in range(at, min(end, at + _MAX_LABEL_WORDS)) if _ends(words.text[one])),
            end,
        )
    inside = range(mention.last, min(at, end))
    return at < end and words.text[at] == ":" and not any(context.cue[one] for one in inside)


def _ends(word: str) -> bool:
    return word in ":;.!?"
