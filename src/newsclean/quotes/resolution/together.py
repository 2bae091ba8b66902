"""Several who speak in one voice: "Tom Reed and Ann Lee said in a letter: ...".

The verb has all of them as its subject, where "and" joins their names right before or behind it
and nothing else stands between. Then they are printed together, or each would be half of it.
"""

from __future__ import annotations

from newsclean.quotes.context.context import VERBS, AttributionContext, relation_of
from newsclean.quotes.context.voices import Speaker
from newsclean.quotes.resolution.salience import SUBJECT, as_speaker

_MOST = 3
"""The most who are named together; longer lists are of those who signed."""
_MAX_TITLE_WORDS = 3
"""The longest role between "and" and the next name; a guess."""
_ROUTES = frozenset({"clause", "plain"})
_FINAL = ".,;:!?"


def together(context: AttributionContext, place: int, route: str, speaker: Speaker) -> Speaker:
    """`speaker`, who a mention is, with those whom "and" joins to it as subjects of its verb."""
    people = context.people
    named = people.mentions[place].kind == "name" and _may_speak(context, place)
    if route not in _ROUTES or not named:
        return speaker
    places = _joined(context, place)
    which = [people.entity_of[one] for one in places]
    names = [as_speaker(context, one).text for one in which]
    if len(places) < 2 or len(set(which)) < len(which) or not all(names):
        return speaker
    link = context.words.text[_begin(context, places[-1]) - 1]
    text = f"{', '.join(names[:-1])} {link} {names[-1]}"
    return speaker._replace(text=text, gender="p", role=None)


def _begin(context: AttributionContext, place: int) -> int:
    """The first word of a name with its title, and with the role behind "and" before it."""
    words, mention = context.words, context.people.mentions[place]
    at = mention.first - mention.title
    for before in range(at, max(0, at - _MAX_TITLE_WORDS), -1):
        if words.low[before - 1] in context.lexicon.links:
            return before
        if not _may_be_role(context, before - 1):
            break
    return at


def _may_be_role(context: AttributionContext, at: int) -> bool:
    """Whether a word may be of a role before a name: "and school caretaker Jim Dale"."""
    words, lexicon = context.words, context.lexicon
    low = words.low[at]
    known = low in words.roles or low in lexicon.determiners
    apart = low in lexicon.stops or low in lexicon.prepositions or low in lexicon.adverbs
    plain = low.isalpha() and words.text[at].islower() and not apart
    return words.quote[at] < 0 and not context.cue[at] and (known or plain)


def _joined(context: AttributionContext, place: int) -> list[int]:
    """The names that are one subject with a mention, in order; itself alone where none is."""
    words, lexicon = context.words, context.lexicon
    relation, _ = relation_of(context, place)
    found = [place]
    while len(found) <= _MOST:  # those before it
        at = _begin(context, found[0])
        linked = words.low[at - 1] in lexicon.links if at else False
        listed = len(found) > 1 and words.text[at - 1] == ","
        before = _ending_at(context, at - 1) if linked or listed else -1
        if before < 0:
            break
        found.insert(0, before)
    behind = _behind(context, place, before=relation == "inverted")
    if behind >= 0 and len(found) == 1 and relation not in SUBJECT:
        found.append(behind)
    first = _begin(context, found[0])
    opens = words.bounds[words.sentence[first]][0] == first
    verb = relation not in SUBJECT and _is_led(context, first)
    quoted = first and (words.quote[first - 1] >= 0 or words.quote[first - 2] >= 0)
    whole = opens or verb or quoted
    return found if whole and len(found) <= _MOST else [place]


def _is_led(context: AttributionContext, at: int) -> bool:
    """Whether a verb of speech stands before a name and its role: "said headteacher Ann Lee"."""
    for before in range(at - 1, max(-1, at - 2 - _MAX_TITLE_WORDS), -1):
        if context.cue[before] in VERBS:
            return True
        if not _may_be_role(context, before):
            break
    return False


def _ending_at(context: AttributionContext, at: int) -> int:
    """The name of somebody that ends right before a word, -1 for none."""
    for place in context.stops.get(at, ()):
        if context.people.mentions[place].kind == "name" and _may_speak(context, place):
            return place
    return -1


def _behind(context: AttributionContext, place: int, *, before: bool) -> int:
    """The name that "and" joins to one, -1 for none.

    Where the verb stands `before` it a stop has to follow, and else a verb.
    """
    words, lexicon = context.words, context.lexicon
    link = context.people.mentions[place].last
    if link >= len(words.low) or words.low[link] not in lexicon.links:
        return -1
    for first in range(link + 1, min(link + 2 + _MAX_TITLE_WORDS, len(words.low))):
        for other in context.starts.get(first, ()):
            mention = context.people.mentions[other]
            if mention.kind != "name" or not _may_speak(context, other):
                continue
            ends = mention.last >= len(words.text) or words.text[mention.last] in _FINAL
            ends = ends or words.low[mention.last] in lexicon.prepositions  # "in a letter"
            led = mention.last < len(words.text) and context.cue[mention.last] in VERBS
            return other if (ends if before else led) else -1
        if not _may_be_role(context, first):
            break
    return -1


def _may_speak(context: AttributionContext, place: int) -> bool:
    """Whether a name is surely a person's, of two words somewhere in the article.

    No owner as in "Lee's", no "Acme President", no German noun.
    """
    words, mention = context.words, context.people.mentions[place]
    which = context.people.entity_of[place]
    last = mention.last - 1
    apart = words.text[last] in words.bares or words.low[last] in words.roles
    if which < 0 or apart:
        return False
    entity = context.people.entities[which]
    return entity.person is True and len(entity.name) > 1
