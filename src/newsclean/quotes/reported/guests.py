"""Who is interviewed: whom the article says that it spoke with, or names above the questions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.context.context import AttributionContext, read_context
from newsclean.quotes.mentions.bearers import Entity
from newsclean.quotes.mentions.entities import identify
from newsclean.quotes.text.given_names import spelled
from newsclean.quotes.text.lexicon import first_names
from newsclean.quotes.text.words import places, read_words

_ONE_GUEST, _ONE_OF_SEVERAL, _ONE_ABOVE = 0.8, 0.62, 0.65
"""How sure it is who is interviewed; guesses."""
_MAX_GREETING_CHARS, _MAX_GREETING_WORDS = 40, 4
"""The longest "Frau Dr. Wendt," that a question begins with."""
_MIN_NAME_WORDS = 2
_QUOTED = lazy_regex(r"(?:^|\s)[\"“„«‘']\s?[¿¡]?[^\W\d_]")
"""Where a headline quotes somebody, as those of interviews do."""
_MAX_OFFICE_WORDS = 4
"""The most words of an office between "interview with" and the name; a guess."""
_IN_TITLE, _SPOKEN_WITH, _GREETED = 2, 3, 3
"""What a name counts more in the headline, after "interview with", and as "Ms Lee," in a
question."""


def is_announced(context: AttributionContext, before: int) -> bool:
    """Whether one person is said to have been interviewed before the first question."""
    words, people = context.words, context.people
    guests = {
        which
        for which in spoken_with(context)
        if len(people.entities[which].name) > 1
        and any(
            words.start(people.mentions[at].first) < before
            for at in people.entities[which].mentions
        )
    }
    return len(guests) == 1


class Above(NamedTuple):
    """Who is named in headline and standfirst."""

    names: tuple[tuple[str, ...], ...]
    announced: bool
    """Whether they say that one of them was interviewed."""


def read_above(context: AttributionContext, above: str) -> Above:
    """The persons whom headline and standfirst, a line each, name in full."""
    spans: list[Span] = []
    at = 0
    for line in above.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    words = read_words(above, spans, [], context.lexicon)
    people = identify(words, context.lexicon, everywhere=True)
    header = read_context(above, words, context.lexicon, people, [])
    named = {
        which: entity.name
        for which, entity in enumerate(people.entities)
        if entity.person and len(entity.name) > 1
    }
    told = spoken_with(header) & named.keys()
    return Above(tuple(named[one] for one in told or named), announced=len(told) == 1)


def guest_above(
    context: AttributionContext, asked: Sequence[Span], above: Above
) -> tuple[str, float] | None:
    """The one whom headline and standfirst name, where the questions greet or fit nobody else."""
    if above.announced:
        return spelled(above.names[0]), _ONE_GUEST
    for name in above.names:
        for start, end in asked:
            head = context.text[start : min(end, start + _MAX_GREETING_CHARS)].partition(",")[0]
            if head.split()[-1:] == [name[-1]] and len(head.split()) <= _MAX_GREETING_WORDS:
                return spelled(name), _ONE_GUEST
    return (spelled(above.names[0]), _ONE_ABOVE) if len(above.names) == 1 else None


def find_guest(
    context: AttributionContext,
    before: int,
    asked: Sequence[Span],
    title: str | None,
    *,
    labelled: bool,
) -> tuple[str, float] | None:
    """Who is interviewed: the person whom the words before the first question name most.

    `labelled` says that answers have labels: then one behind "interview with" in the headline may
    be a guest whom no list knows, as may one in a headline that quotes somebody.
    """
    headline = (title or "").lower()
    quoted = headline if _QUOTED.search(headline) else ""
    phrases = [" ".join(phrase) for phrase in context.lexicon.interviews if labelled]
    told = [headline.partition(f"{phrase} ")[2] for phrase in phrases]
    somebody = "\n".join([quoted, *told])
    words, people = context.words, context.people
    counts: Counter[int] = Counter()
    beside: Counter[int] = Counter()
    with_whom = spoken_with(context)
    for which, mention in zip(people.entity_of, people.mentions, strict=True):
        start = words.start(mention.first)
        if which < 0 or not _may_be_guest(people.entities[which], somebody):
            continue
        at = mention.first - mention.title
        if start >= before:
            greeted = mention.title and words.low[mention.last : mention.last + 1] == [","]
            if greeted and any(words.start(at) == begin for begin, _ in asked):
                counts[which] += _GREETED
            continue
        previous = words.low[at - 1] if at > 0 else ""
        if which in with_whom:
            counts[which] += _SPOKEN_WITH
        elif previous in context.lexicon.prepositions:
            beside[which] += 1
        elif previous != ":":  # "Interview: Ann Lee"
            counts[which] += 1
    counts = counts or beside
    for which in counts:
        if spelled(people.entities[which].name).lower() in headline:
            counts[which] += _IN_TITLE
    if not counts:
        return None
    (best, times), *others = counts.most_common(2)
    sure = _ONE_GUEST if not others else _ONE_OF_SEVERAL
    if others and others[0][1] == times:
        return None
    name = _as_subject(context, best, headline)
    return (spelled(name), sure) if name else None


def guest_told_of(context: AttributionContext, before: int) -> tuple[str, float] | None:
    """The only one whom the words before the first question tell of by name and as her or him.

    Nothing else says that this is a person: "Carys Tresco took over in 2021. Her first act ...".
    """
    words, people, lexicon = context.words, context.people, context.lexicon
    end = bisect_left(words.ends, before)
    told = any(
        lexicon.owned.get(word) or lexicon.pronouns.get(word, "") in ("m", "f")
        for word in words.low[:end]
    )
    named: set[tuple[str, ...]] = set()
    for which, mention in zip(people.entity_of, people.mentions, strict=True):
        first, last = mention.first - mention.title, mention.last  # "Carys" may pass for a title
        if which < 0 or first >= end or people.entities[which].person is False:
            continue
        opens = words.bounds[words.sentence[first]][0] == first
        titles = words.roles | lexicon.honorifics.keys() | lexicon.fillers
        titled = not titles.isdisjoint(words.low[first:last])
        follows = words.text[last : last + 1]
        if opens and not titled and follows and follows[0].islower():
            named.add(tuple(words.text[first:last]))
    whole = [name for name in named if len(name) >= _MIN_NAME_WORDS]
    if not told or len(whole) != 1 or not named <= {whole[0], whole[0][-1:]}:
        return None
    return spelled(whole[0]), _ONE_ABOVE


def _may_be_guest(entity: Entity, headline: str) -> bool:
    """Whether a whole name is a person's, or in the headline and not known as anything else."""
    if len(entity.name) < _MIN_NAME_WORDS or entity.person is False:
        return False
    return bool(entity.person) or spelled(entity.name).lower() in headline


def spoken_with(context: AttributionContext) -> set[int]:
    """The entities right after the words that say whom an interview is with."""
    words, people = context.words, context.people
    ends = {
        at + 1
        for phrase in context.lexicon.interviews
        if all(word in words.counts for word in phrase)
        for at in places(words.low, phrase)
    }
    return {
        which
        for which, mention in zip(people.entity_of, people.mentions, strict=True)
        if which >= 0
        and people.entities[which].person
        and words.quote[mention.first] < 0
        and _follows(context, mention.first - mention.title, ends)
    }


def _follows(context: AttributionContext, first: int, ends: set[int]) -> bool:
    """Whether a name follows one of some words, be it with its office: "with the baker Ann Lee"."""
    words, lexicon = context.words, context.lexicon
    for at in range(first, max(0, first - _MAX_OFFICE_WORDS) - 1, -1):
        if at in ends:
            between = words.low[at:first]
            office = not words.roles.isdisjoint(between) or words.low[at] in lexicon.determiners
            return not between or office
        word = words.text[at - 1]
        if not (word[0].isalpha() and (word[0].islower() or lexicon.capitals)):
            return False
    return False


def _as_subject(context: AttributionContext, which: int, headline: str) -> Sequence[str]:
    """A name as a subject has it, "Hanna Wręga" for "Hanną Wręgą"; empty where it never is one."""
    lexicon, words, people = context.lexicon, context.words, context.people
    entity = people.entities[which]
    if not lexicon.oblique_endings or entity.name[0].lower() in first_names():
        return entity.name
    if headline.startswith(spelled(entity.name).lower()):
        return entity.name
    for mention in (people.mentions[at] for at in entity.mentions):
        whole = mention.last - mention.first == len(entity.name)
        if whole and words.low[mention.first] in first_names():
            return words.text[mention.first : mention.last]
    return ()
