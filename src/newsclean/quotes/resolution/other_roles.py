"""Descriptions -> whether somebody named has that role, or another person must be meant."""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.context.voices import Speaker
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.resolution.salience import as_speaker, has_role

_NEAR_WORDS, _MAX_NEAR = 4, 40
"""How near a name the body of its role stands ("Director Tom Reed of Acme"), and how many of its
mentions are looked at, a bound on the time; guesses."""


def office_of(context: AttributionContext, mention: Mention) -> str:
    """What a description says that somebody is: its noun, or two words for a deputy."""
    low = context.words.low
    for at in range(mention.first + 1, mention.last):
        if low[at] == mention.head and low[at - 1] in context.lexicon.deputies:
            return f"{low[at - 1]} {low[at]}"
    return mention.head


def is_owned(context: AttributionContext, mention: Mention) -> bool:
    """Whether a possessive says whose somebody is: "her lawyer", "il suo avvocato".

    Or one behind: "avocatul său.", "advokaten hans.", but not "δήμαρχος της Αθήνας".
    """
    words, lexicon = context.words, context.lexicon
    low, last = words.low, mention.last
    led = low[mention.first : min(mention.first + 2, last)]
    if not lexicon.owned.keys().isdisjoint(led):
        return low[last - 1] == mention.head  # not "sa première élection"
    behind = low[last : last + 2] if not lexicon.capitals else []
    owned = bool(behind) and (behind[0] in lexicon.owned or behind[0] in lexicon.owners)
    return owned and not behind[-1].isalnum()


def has_deputy(context: AttributionContext, found: int, office: str) -> bool:
    """Whether the article names a deputy of an office that `found` is not told to have."""
    if has_role(context, found, office) or " " in office:
        return False
    if context.deputies is None:
        low, under = context.words.low, context.lexicon.deputies
        context.deputies = frozenset(
            low[at]
            for entity in context.people.entities
            if entity.person
            for first, last in entity.roles
            for at in range(first + 1, last)
            if low[at - 1] in under
        )
    return office in context.deputies


def is_another(context: AttributionContext, found: int, mention: Mention, text: str) -> bool:
    """Whether a role with what belongs to it is of nobody named: "the manager of Leeds".

    Somebody of whom the article does not say that role is not meant.
    """
    names = not context.lexicon.capitals and any(word[0].isupper() for word in text.split()[1:])
    longer = names or len(text.split()) > mention.last - mention.first
    return longer and not has_role(context, found, office_of(context, mention))


def has_other_role(context: AttributionContext, found: int, mention: Mention, text: str) -> bool:
    """Whether a description names a body of its own, where nobody else has a capital: "EU envoy".

    Somebody of whom the article does not say that role is not meant, not even who spoke last.
    """
    if context.lexicon.capitals or has_role(context, found, office_of(context, mention)):
        return False
    names = set(context.people.entities[found].name)
    return any(word[0].isupper() and word not in names for word in text.split()[1:])


def has_bare_role(context: AttributionContext, found: int, mention: Mention, text: str) -> bool:
    """Whether a body stands behind a role that somebody has without any: "president of Serbia".

    Not before it: "the Russian president" may well be "President Ann Lee".
    """
    words, lexicon = context.words, context.lexicon
    if not has_role(context, found, office_of(context, mention)):
        return False
    behind = text.lower().partition(mention.head)[0].count(" ") + 1
    of = text.split()[behind:]
    if not of or of[0] not in lexicon.prepositions | lexicon.joiners:
        return False
    named = {word for word in of if word[0].isupper()}
    named.difference_update(context.people.entities[found].name)
    if not named or any(last - first > 1 for first, last in context.people.entities[found].roles):
        return False
    places = context.people.entities[found].mentions[:_MAX_NEAR]
    near = (context.people.mentions[place] for place in places)
    return not any(
        named.intersection(words.bares.get(word, word) for word in words.text[begin:end])
        for name in near
        for begin, end in [(max(0, name.first - _NEAR_WORDS), name.last + _NEAR_WORDS)]
    )  # "Director Tom Reed of Acme", "Acme's director Tom Reed"


def called_so(context: AttributionContext, place: int) -> Speaker | None:
    """Who alone has been called by all the words of a description: "rekao je ravnatelj škole"."""
    mention, low = context.people.mentions[place], context.words.low
    said = low[mention.first : mention.last]
    found = [
        which
        for which, one in enumerate(context.people.entities)
        if any(low[first:last] == said and first < mention.first for first, last in one.roles)
    ]
    return as_speaker(context, found[0]) if len(found) == 1 and len(said) > 1 else None
