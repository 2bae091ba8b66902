"""Offices and papers -> whose they are: "the minister", "глава Газпрома", "a letter by Ann Lee"."""

from __future__ import annotations

from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.context.voices import Speaker
from newsclean.quotes.resolution.salience import as_speaker
from newsclean.quotes.text.morphology import stem

ONLY_BEARER = 0.72
"""How sure it is that "the minister" is the only minister whom the article names; a guess."""
ITSELF = 0.64
"""How sure it is that "police" or "the report" is all that can be said: enough for a key quote."""
_OF = frozenset(
    [
        *(
            "by",
            "from",
            "of",
            "von",
            "vom",
            "der",
            "des",
            "de",
            "du",
            "del",
            "della",
            "di",
            "da",
            "do",
        )
    ]
)
"""Words between a statement and whose it is."""


def officer_of(context: AttributionContext, place: int) -> tuple[Speaker, float] | None:
    """Who speaks for a body behind whose office its name stands: "prezydent USA", "глава МИД"."""
    words, people = context.words, context.people
    mention, which = people.mentions[place], people.entity_of[place]
    at = mention.first - mention.title - 1
    if people.entities[which].person is not False or mention.title or at < 0:
        return None
    if words.low[at] not in words.roles or words.quote[at] >= 0:
        return None
    bearer = only_bearer(context, words.low[at])
    if bearer >= 0:
        return as_speaker(context, bearer), ONLY_BEARER
    text = " ".join(context.text[words.start(at) : words.ends[mention.last - 1]].split())
    return Speaker(-1, text, words.low[at], person=True), ITSELF


def holder_of(context: AttributionContext, place: int) -> int:
    """The person of whom an office with its body, or the office alone, is told elsewhere; -1.

    "Глава Газпрома" is no "глава Минфина Антон Силуанов".
    """
    words, lexicon, mention = context.words, context.lexicon, context.people.mentions[place]
    body = {stem(words.text[at], lexicon) for at in range(mention.first + 1, mention.last)}
    told = [
        (which, words.text[first:last])
        for which, entity in enumerate(context.people.entities)
        if entity.person
        for first, last in entity.roles
        if mention.head in words.low[first:last]
    ]
    found = {which for which, role in told if body <= {stem(word, lexicon) for word in role}}
    found = found or {which for which, role in told if len(role) == 1 and len(told) == 1}
    return found.pop() if len(found) == 1 else -1


def only_bearer(context: AttributionContext, role: str) -> int:
    """The one person before whose name a role stands, near or far; -1 for none or several."""
    if context.bearers is None:
        context.bearers = {}
        for which, entity in enumerate(context.people.entities):
            if entity.person:
                for word in {context.words.low[last - 1] for _, last in entity.roles}:
                    context.bearers[word] = -1 if word in context.bearers else which
    return context.bearers.get(role, -1)


def issuer_of(context: AttributionContext, place: int) -> int:
    """Whose a statement is: "a statement by Ann Lee", "Acme's statement"; -1 for nobody named."""
    words, people, lexicon = context.words, context.people, context.lexicon
    mention = people.mentions[place]
    at = mention.last
    if words.low[at - 1] == mention.head and words.low[at : at + 1] and words.low[at] in _OF:
        at += 1
        while at < len(words.low) and words.low[at] in lexicon.determiners:
            at += 1
    for first in (mention.first, mention.first + 1, *([at] if at > mention.last else [])):
        for other in context.starts.get(first, ()):
            name = people.mentions[other]
            owns = first == at or words.text[name.last - 1] in words.bares
            if name.kind == "name" and owns and people.entity_of[other] >= 0:
                return _whole_body(context, people.entity_of[other])
    return -1


def _whole_body(context: AttributionContext, which: int) -> int:
    """A body by its whole name, where "the Institute" is but its noun; -1 where none has it."""
    entities, lexicon = context.people.entities, context.lexicon
    name = entities[which].name
    if len(name) > 1 or name[0].lower() not in lexicon.groups:
        return which
    whole = (at for at, entity in enumerate(entities) if len(entity.name) > 1)
    return next((at for at in whole if name[0] in entities[at].name), -1)
