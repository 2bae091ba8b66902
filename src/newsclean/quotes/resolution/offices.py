"""Offices and papers -> whose they are: "the minister", "глава Газпрома", "a letter by Ann Lee"."""

from __future__ import annotations

from bisect import bisect_left

from newsclean.quotes.context.context import AttributionContext, person_of
from newsclean.quotes.mentions.mention import Mention
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.morphology import stem

ONLY_BEARER = 0.72
"""How sure it is that "the minister" is the only minister whom the article names; a guess."""
ITSELF = 0.64
"""How sure it is that "police" or "the report" is all that can be said: enough for a key quote."""
_MAX_BODY_WORDS = 4
"""The longest name of a body between an office and its bearer; a guess."""


def holder_of(context: AttributionContext, place: int) -> int:
    """The person of whom an office with its body is told elsewhere; -1.

    "Президент Сербии" is no "президент Владимир Путин": the body tells one from the other.
    """
    mention = context.people.mentions[place]
    return _of_body(context, mention.head, range(mention.first + 1, mention.last))


def _of_body(context: AttributionContext, office: str, body: range) -> int:
    """The one person of whom an office and the words of its body are told; -1."""
    words, lexicon = context.words, context.lexicon
    stems = {stem(words.text[at], lexicon) for at in body}
    told = _offices(context).get(office, {})
    found = {which for role, bearers in told.items() if stems <= role for which in bearers}
    return found.pop() if len(found) == 1 else -1


def _offices(context: AttributionContext) -> dict[str, dict[frozenset[str], set[int]]]:
    """A word of a role -> the stems of each such role with its body -> who has it."""
    if context.offices is None:
        context.offices = {}
        words, lexicon = context.words, context.lexicon
        for which, entity in enumerate(context.people.entities):
            for first, last in entity.roles if entity.person else ():
                told = _with_body(context, which, first, last)
                stems = frozenset(stem(words.text[at], lexicon) for at in told)
                for word in words.low[first:last]:
                    context.offices.setdefault(word, {}).setdefault(stems, set()).add(which)
    return context.offices


def _with_body(context: AttributionContext, which: int, first: int, last: int) -> range:
    """The words of a role and of the body between it and its bearer: "глава Газпрома (Павел)"."""
    people, words = context.people, context.words
    places = people.entities[which].mentions
    at = bisect_left(places, last, key=lambda place: people.mentions[place].first)
    end = people.mentions[places[at]].first if at < len(places) else last
    near = end - last <= _MAX_BODY_WORDS and all(word[0].isalnum() for word in words.text[last:end])
    return range(first, end if near else last)


def only_bearer(context: AttributionContext, role: str) -> int:
    """The one person before whose name a role stands, near or far; -1 for none or several."""
    if context.bearers is None:
        context.bearers = {}
        low, deputies = context.words.low, context.lexicon.deputies
        for which, entity in enumerate(context.people.entities):
            if entity.person:
                spans = [(low[last - 2 : last - 1], low[last - 1]) for _, last in entity.roles]
                for word in {
                    f"{before[0]} {word}" if deputies.intersection(before) else word
                    for before, word in spans
                }:
                    context.bearers[word] = -1 if word in context.bearers else which
    return context.bearers.get(role, -1)


def issuer_of(context: AttributionContext, place: int) -> int:
    """Whose a statement is: "a statement by Ann Lee", "Acme's statement"; -1 for nobody named."""
    words, people, lexicon = context.words, context.people, context.lexicon
    mention = people.mentions[place]
    at = mention.last
    if words.low[at - 1] == mention.head and not everywhere("of").isdisjoint(
        words.low[at : at + 1]
    ):
        at += 1
        while at < len(words.low) and words.low[at] in lexicon.determiners:
            at += 1
    for first in (mention.first, mention.first + 1, *([at] if at > mention.last else [])):
        for other in context.starts.get(first, ()):
            name = people.mentions[other]
            owns = words.text[name.last - 1] in words.bares
            if first == at:  # "from Ann Lee's lawyer", "from Goldman Sachs analyst Tom Hall"
                owns = not owns and _closes(context, name.last)
            else:  # "Ann Lee's lawyer's statement"
                owns = owns and name.last >= mention.last - 1
            if name.kind == "name" and owns and people.entity_of[other] >= 0:
                return _whole_body(context, people.entity_of[other])
    return -1


def _closes(context: AttributionContext, at: int) -> bool:
    """Whether a name ends at a word, as no role, noun or name follows."""
    words, lexicon = context.words, context.lexicon
    if at >= len(words.low) or context.cue[at] or words.quote[at] >= 0:
        return True
    word = words.low[at]
    return (
        not word[0].isalnum()
        or word in lexicon.prepositions
        or word in lexicon.stops
        or word in lexicon.adverbs
        or word in lexicon.relatives
    )


def _whole_body(context: AttributionContext, which: int) -> int:
    """A body by its whole name, where "the Institute" is but its noun; -1 where none has it."""
    entities, lexicon = context.people.entities, context.lexicon
    name = entities[which].name
    if len(name) > 1 or name[0].lower() not in lexicon.groups:
        return which
    whole = (at for at, entity in enumerate(entities) if len(entity.name) > 1)
    return next((at for at in whole if name[0] in entities[at].name), -1)


def owner_of(context: AttributionContext, mention: Mention) -> int:
    """The person of whom a description is: "l'avocat de Jean Petit"; -1 for none."""
    led = context.words.low[mention.last : mention.last + 1]
    joined = bool(led) and led[0] in context.lexicon.joiners
    for one in context.starts.get(mention.last + 1, ()) if joined else ():
        which = context.people.entity_of[one]
        if person_of(context, one) and len(context.people.entities[which].name) > 1:
            return which
    return -1
