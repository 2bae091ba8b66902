"""A name and what its bearer is, with no verb, before a colon: whose words follow.

Press releases and streets' polls put their voices so: `Ann Lee, head of the clinic: "..."`,
`NABU-Landeschef Jan Roth: „..."`, `Marie Petit (54), boulangère : « ... »`.
"""

from __future__ import annotations

from newsclean.quotes.context.context import NOBODY, AttributionContext, person_of
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import CueKind

_MAX_WORDS_BEFORE, _MAX_WORDS_AFTER = 8, 24
"""The longest office before a name, and after it; guesses."""
_MIN_QUOTE_WORDS = 6
"""A shorter one after a colon may be the title of what somebody wrote, as one without a stop."""
_MAX_INSCRIBED_WORDS, _MAX_BEHIND_WORDS, _MAX_LED_WORDS = 12, 7, 3
"""How far before or behind a quote what it is written on may stand, and how far before that the
preposition which leads to it; guesses."""
_MAX_TITLE_CHARS = 5
"""The longest title that a full stop cuts."""
_FINAL = ".!?…"
_PERSON_WORDS = (2, 3)
_OPENINGS = frozenset("-–—―•*·")


def labelled(context: AttributionContext, number: int, begin: int, colon: int) -> int:
    """The name that all from `begin` to the colon before a quote is a label of, -1 for none."""
    words, mentions, marked = context.words, context.people.mentions, context.marked[number]
    first, last = words.quotes[number]
    listed = words.text[begin] in _OPENINGS
    while begin < colon and words.text[begin] in _OPENINGS:
        begin += 1
    stopped = context.text[marked.end - 1] in _FINAL or not marked.closed
    if not stopped or last - first < _MIN_QUOTE_WORDS + 2:
        return -1
    if colon - begin > _MAX_WORDS_BEFORE + _MAX_WORDS_AFTER:
        return -1
    if any(context.cue[begin:colon]) or max(words.quote[begin:colon], default=-1) >= 0:
        return -1
    for place in context.by_sentence.get(words.sentence[begin], ()):
        mention = mentions[place]
        if mention.kind != "name" or not begin <= mention.first < colon:
            continue
        person = person_of(context, place)
        if person is None and listed and not context.lexicon.capitals:  # "- Imran Ekti: ..."
            person = mention.first == begin and mention.last - begin in _PERSON_WORDS
        if person and _is_named(context, place, begin):
            return place if _is_office(context, place, colon) else -1
    return -1


def _is_named(context: AttributionContext, place: int, begin: int) -> bool:
    """Whether nothing but titles and an office stands before a name, and it is whole."""
    words, lexicon, mention = context.words, context.lexicon, context.people.mentions[place]
    start = _before_titles(context, mention.first, begin)
    before = words.low[begin:start]
    if len(before) > _MAX_WORDS_BEFORE:
        return False
    if not before:
        return start < mention.first or mention.last - mention.first > 1
    if before[-1] not in words.roles:
        return False
    free = lexicon.determiners | lexicon.joiners
    apart = lexicon.stops | lexicon.subjects
    return all(word[0].isalnum() or word in "-&" for word in before) and not any(
        word in apart and word not in free for word in before
    )


def _before_titles(context: AttributionContext, at: int, begin: int) -> int:
    """The word with which the titles before a name begin: "Prof. Dr.-Ing. Ann Lee"."""
    words, honorifics = context.words, context.lexicon.honorifics
    while at > begin:
        word = words.low[at - 1]
        cut = words.low[at] == "." and len(word) <= _MAX_TITLE_CHARS
        if not (word in ".-" or word.endswith(".") or word in honorifics or cut):
            break
        at -= 1
    return at


def _is_office(context: AttributionContext, place: int, colon: int) -> bool:
    """Whether a name ends at the colon, or a comma or bracket opens what its bearer is."""
    words, mentions = context.words, context.people.mentions
    last = mentions[place].last
    if last == colon:
        return True
    if words.text[last] not in ",(–—" or colon - last > _MAX_WORDS_AFTER:
        return False
    subjects = context.lexicon.subjects - context.lexicon.definite
    others = (
        other
        for other in context.by_sentence.get(words.sentence[last], ())
        if last <= mentions[other].first < colon
    )
    return subjects.isdisjoint(words.low[last:colon]) and not any(
        mentions[other].kind == "name"
        and person_of(context, other)
        and context.people.entity_of[other] != context.people.entity_of[place]
        for other in others
    )


def tells_of(context: AttributionContext, begin: int, colon: int) -> bool:
    """Whether what stands before a colon tells of somebody who does not speak."""
    return (
        _is_of_another(context, begin, colon)
        or _is_about(context, begin, colon)
        or is_sent(context, begin, colon)
        or _is_of_them(context, begin, colon)
    )


def is_sent(context: AttributionContext, begin: int, colon: int) -> bool:
    """Whether a clause only names who got a letter: "In einem Brief an Ann Lee heißt es:"."""
    words, lexicon = context.words, context.lexicon
    if lexicon.issued.isdisjoint(words.low[begin:colon]):
        return False
    led = _before_only_name(context, begin, colon)
    return led >= 0 and words.low[led - 1] in lexicon.issued


def _is_of_them(context: AttributionContext, begin: int, colon: int) -> bool:
    """Whether "he" behind a colon is who was met or told of: "The talk with Lee was good: “He"."""
    words, lexicon = context.words, context.lexicon
    spoken_of = lexicon.pronouns.get("".join(words.low[colon + 2 : colon + 3])) in ("m", "f")
    if not spoken_of or words.low[begin] not in lexicon.determiners:
        return False
    if any(context.people.mentions[place].person for place in context.starts.get(begin, ())):
        return False  # "The coach in Leeds was blunt: “He ..."
    led = _before_only_name(context, begin, colon)
    met = led > begin and words.low[led] in everywhere("about") | everywhere("bearing")
    return met and any(person_of(context, place) for place in context.starts.get(led + 1, ()))


def _before_only_name(context: AttributionContext, begin: int, colon: int) -> int:
    """The preposition before the only name of a clause, which is not "from"; -1 for none."""
    words, lexicon = context.words, context.lexicon
    mentions = context.people.mentions
    names = [
        mentions[place]
        for place in context.by_sentence.get(words.sentence[begin], ())
        if mentions[place].kind == "name" and begin <= mentions[place].first < colon
    ]
    if len(names) != 1:
        return -1
    led = names[0].first - names[0].title - 1
    heard = words.low[led] in lexicon.prepositions and words.low[led] not in everywhere("from")
    return led if heard else -1


def _is_of_another(context: AttributionContext, begin: int, colon: int) -> bool:
    """Whether somebody without a name ends a clause about another: "With Lee, a man:"."""
    words, lexicon = context.words, context.lexicon
    if words.low[begin] not in lexicon.prepositions or "," not in words.text[begin:colon]:
        return False
    comma = colon - 1 - words.text[begin:colon][::-1].index(",")
    if comma + 1 >= colon or words.low[comma + 1] not in lexicon.indefinite:
        return False
    return not any(context.starts.get(at) for at in range(comma + 2, colon))


def _is_about(context: AttributionContext, begin: int, colon: int) -> bool:
    """Whether a preposition and a name are all before a colon: "On Ann Lee:", "To Ann Lee:"."""
    words, lexicon = context.words, context.lexicon
    led = lexicon.prepositions | everywhere("about")
    if words.low[begin] not in led or words.low[begin] in everywhere("from"):
        return False
    plain = lexicon.determiners | words.roles | lexicon.honorifics.keys() | lexicon.formers
    return any(
        context.people.mentions[place].kind == "name"
        and plain.issuperset(words.low[begin + 1 : context.people.mentions[place].first])
        for place in context.stops.get(colon, ())
    )


def is_inscribed(context: AttributionContext, begin: int, first: int) -> bool:
    """Whether what leads to a quote is what it stands on: "a banner that read:"."""
    words, lexicon = context.words, context.lexicon
    low, joins = words.low, lexicon.links | everywhere("and")
    opens = lexicon.relatives | (lexicon.definite if lexicon.verb_second else frozenset())
    for at in range(first - 1, max(begin, first - _MAX_INSCRIBED_WORDS) - 1, -1):
        if low[at] in everywhere("inscribed"):
            return _bears(context, at, begin, first)
        behind = at + 1 + (low[at + 1] in lexicon.prepositions)  # ", auf dem stand:"
        apart = low[at] == "," and at < first - 1 and low[behind] not in opens
        if apart or low[at] in joins or words.quote[at] >= 0:
            return False
    return False


def _bears(context: AttributionContext, sign: int, begin: int, first: int) -> bool:
    """Whether a sign has the words behind it, and nobody named beside it says them."""
    low, lexicon = context.words.low, context.lexicon
    leads = lexicon.prepositions | (lexicon.joiners - lexicon.definite)
    led = [word for word in low[max(begin, sign - _MAX_LED_WORDS) : sign] if word in leads]
    on = bool(led) and led[-1] not in everywhere("bearing")
    for place in context.by_sentence.get(context.words.sentence[sign], ()):
        mention = context.people.mentions[place]
        start = mention.first - mention.title
        if start >= first or not _is_somebody(context, place):
            continue
        label = on and start - begin <= _MAX_LED_WORDS and start < sign
        if label or (mention.kind == "name" and start <= sign < mention.last):
            return False  # "Ann Lee on the new sign:", "Jim Banner:"
        if start > sign and low[start - 1] not in leads:
            return False
    said = next((at for at in range(sign + 1, first) if context.cue[at] == CueKind.SPEECH), first)
    if said == first or on or not led or low[said].endswith(lexicon.participle_endings):
        return True
    return said > sign + 1 and lexicon.prepositions.isdisjoint(low[sign:said])


def stands_on(context: AttributionContext, at: int, end: int) -> bool:
    """Whether a clause behind a quote says what it stands on: "..., read a sign by Lee"."""
    low, known = context.words.low, everywhere("inscribed")
    stop = min(end, at + _MAX_BEHIND_WORDS)
    sign = next((one for one in range(at, stop) if low[one] in known), at)
    if sign == at or not all(word[-1].isalnum() for word in low[at:sign]):
        return False
    lexicon, between = context.lexicon, low[at:sign]
    leads = (lexicon.prepositions | lexicon.stops | everywhere("bearing")) - lexicon.determiners
    if any(context.cue[at:sign]) and not leads.isdisjoint(between):
        return False  # "said under her banner Ann Lee"
    return not any(
        _is_somebody(context, place)
        for one in range(at, sign + 1)
        for place in context.starts.get(one, ())
    )


def _is_somebody(context: AttributionContext, place: int) -> bool:
    """Whether a mention is of a person, or a pronoun that means somebody."""
    mention = context.people.mentions[place]
    if context.words.low[mention.first].lstrip("-") in context.lexicon.generic:
        return False
    means = mention.kind == "pronoun" and mention.gender in ("m", "f", "p")
    return means or bool(person_of(context, place))


def whose(context: AttributionContext, place: int) -> int:
    """Whom a noun that says nothing belongs to, else itself: "der Chef der Wehr" is "der Chef".

    NOBODY where that is a thing: "der Kern der Einigung".
    """
    words, lexicon, mentions = context.words, context.lexicon, context.people.mentions
    mention = mentions[place]
    if mention.kind != "description" or mention.person:
        return place
    start = mention.first - mention.title
    for head in context.stops.get(start, ()):
        body = mentions[head].head in lexicon.groups - lexicon.issued
        if mentions[head].kind == "description" and (mentions[head].person or body):
            return head
    if lexicon.drops and words.low[start] in lexicon.joiners:
        return NOBODY  # "ανώτερος αξιωματούχος των ΗΠΑ"
    thing = lexicon.capitals and words.text[start - 1][:1].isupper()
    known = words.roles | lexicon.kin | lexicon.humans | lexicon.strangers | lexicon.groups
    return NOBODY if thing and words.low[start - 1] not in known else place
