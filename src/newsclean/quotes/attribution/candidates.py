"""A quote -> its candidates: who could have said it, and what speaks for each.

Every mention around a quote is one, so are "goes on from the quote before" and "nobody". What
speaks for a candidate are patterns (cue verb and its subject, place, kind of mention) over classes
of words, never words, so that what is learned in English holds where there is a lexicon.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from newsclean.quotes.attribution.features import (
    Group,
    continues,
    gap_after,
    gap_before,
    goes_on,
    nobody,
    own,
)
from newsclean.quotes.context.context import (
    CONTINUES,
    NOBODY,
    AttributionContext,
    MentionContext,
    SpeechRelation,
    beyond,
    modifies,
    person_of,
    relation_of,
)
from newsclean.quotes.context.phrases import skip_adverbs, starting
from newsclean.quotes.text.lexicon import CueKind, first_names

_MAX_SENTENCES_BACK = 5
"""How far before a quote its speaker is sought: a bound on the time."""
_GAPS_AFTER, _GAPS_BEFORE, _GAPS_BETWEEN = (0, 2, 5), (0, 1, 3, 8), (0, 2, 8)
"""The largest number of words that counts as each size of gap."""
_DASHES = (["—"], ["–"], ["-"])
_MAX_REFLEXIVE_CHARS = 3
"""The longest word between a verb and its subject: "się"."""
_BACK_REGIONS = ("P", "B", "BB")
"""Where a sentence before the quote is: in its paragraph, one before, two before."""
_PERSON = {True: "P", False: "O", None: "-"}


class Candidate(NamedTuple):
    """A mention (or CONTINUES, NOBODY, IMPLIED) with what speaks for it."""

    mention: int
    features: tuple[Group, ...]
    cue: int = -1
    """The word that says somebody speaks, -1 for none."""
    route: str = "model"
    """Which of the ways of `choose` it is of."""


def with_verb(context: AttributionContext, number: int, option: Candidate) -> Candidate:
    """A candidate with the verb behind the comma of a quote: "...," admits with a smile."""
    words, (first, last) = context.words, context.words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    after = beyond(words, last, end)
    if first > begin or option.cue >= last:
        return option
    if after == last and context.text[context.marked[number].end - 1] != ",":
        return option
    at = skip_adverbs(context, after, end)
    said = at < end and context.cue[at] == CueKind.SPEECH
    said = said and context.lexicon.infinitives.isdisjoint(words.low[at + 1 : at + 2])
    return option._replace(cue=at) if said else option


_QuoteShape = tuple[str, str, str, str]


class _Place(NamedTuple):
    """Where a quote stands, for those who may have said it."""

    first: int
    """Its first word, the opening mark."""
    last: int
    """The word after it."""
    before: int
    """The first word of the quote before, -1 for none."""
    previous: int
    """The entity that the quote before is attributed to, -1 for none."""
    stop: str
    """How it ends, see `_stop`."""
    mark: str
    """The mark right before it, "t" for "that", "w" for another word."""


def candidates(context: AttributionContext, number: int, previous: int) -> list[Candidate]:
    """The candidates for quote `number`; `previous` is the entity of the quote before, -1 none."""
    words = context.words
    first, last = words.quotes[number]
    sentence = words.sentence[first]
    before = words.quotes[number - 1][0] if number else -1
    stop, mark = _stop(context, number), _mark(context, first)
    place = _Place(first, last, before, previous, stop, mark)
    found = _around(context, place, sentence)
    shape = _quote_shape(context, number, sentence, stop)
    if number > 0:
        found.append(Candidate(CONTINUES, _continuing(context, number, sentence, shape)))
    found.append(Candidate(NOBODY, (nobody(*shape),)))
    return found


def _quote_shape(context: AttributionContext, number: int, sentence: int, stop: str) -> _QuoteShape:
    """What holds for the quote itself: its shape, how it ends, and what stands beside it."""
    words, marked = context.words, context.marked[number]
    first, last = words.quotes[number]
    begin, end = words.bounds[sentence]
    size = last - first - 2
    length = "1" if size <= 2 else "2" if size <= 5 else "3" if size <= 10 else "4"
    upper = "l"
    if context.text[marked.start : marked.end][
        :1
    ].isupper():  # T: like a title, no longer word without a capital
        plain = any(len(word) > 3 and word.islower() for word in words.text[first + 2 : last])
        upper = "U" if plain else "T"
    left = words.text[first - 1] if first > begin else ""
    before = "empty" if not left else left if left in ":,;" else "word"
    reach = beyond(words, last, end)
    right = words.text[reach] if reach < end else ""
    after = "empty" if not right or (right in ".!?" and reach + 1 >= end) else "word"
    return length + upper, stop, before, after


def _around(context: AttributionContext, quote: _Place, sentence: int) -> list[Candidate]:
    """The mentions in the sentence of the quote, those before it, and the one after."""
    words, mentions = context.words, context.people.mentions
    first, last = quote.first, quote.last
    told = context.people.told
    here = context.by_sentence.get(sentence, [])
    if told:
        here = [place for place in here if mentions[place].first not in told]
    left = [place for place in here if mentions[place].first < first]
    right = here[len(left) :]
    plain = False
    for place in (*left[-2:], *right[:3]):
        plain = plain or is_plain(context, place, first, last)
    found = [
        _after(context, place, rank, quote) for rank, place in enumerate(right[: 3 if plain else 8])
    ]
    for rank, place in enumerate(reversed(left[-3 if plain else -8 :])):
        found.append(_before(context, place, rank, quote))
    if plain:
        return found
    paragraph = words.paragraph_of[sentence]
    rank = 0
    for other in range(sentence - 1, max(0, sentence - _MAX_SENTENCES_BACK) - 1, -1):
        back = paragraph - words.paragraph_of[other]
        if back > 2 or rank > 7:
            break
        region = f"{_BACK_REGIONS[back]}{min(sentence - other, 3)}"
        for place in context.by_sentence.get(other, ())[:5]:
            found.append(_apart(context, place, region, rank, quote))
            rank += 1
    following = sentence + 1
    if not right and following < len(words.bounds):
        ahead = words.paragraph_of[following] - paragraph
        for rank, place in enumerate(context.by_sentence.get(following, ())[:4]):
            found.append(_apart(context, place, f"N{ahead}", rank, quote))
    return found


def is_plain(context: AttributionContext, place: int, first: int, last: int) -> bool:
    """Whether a verb of speech with its subject touches the quote: no need to look further."""
    relation, cue = relation_of(context, place)
    if cue < 0 or context.cue[cue] != CueKind.SPEECH:
        return False
    if relation == "subject":
        mention = context.people.mentions[place]
        begin = mention.first - mention.title
        return 1 <= first - cue <= 2 or begin == beyond(context.words, last, begin)
    if relation != "inverted":
        return False
    return cue == beyond(context.words, last, cue) or _leads_in(context, place, cue, first)


def _leads_in(context: AttributionContext, place: int, cue: int, first: int) -> bool:
    """Whether a verb and its subject lead to a quote by a colon: "Da sagte Ann Lee: ..."."""
    words, mention = context.words, context.people.mentions[place]
    last = mention.last
    if not cue < last < first or words.text[first - 1] != ":":
        return False
    thing = mention.kind == "description" and (not mention.person or mention.gender == "p")
    if thing or person_of(context, place) is False:
        return False  # "argues a similar premise: ..."
    between = range(last, first)
    return not any(context.cue[at] or words.quote[at] >= 0 for at in between)


def _after(context: AttributionContext, place: int, rank: int, quote: _Place) -> Candidate:
    """A mention after the quote in its sentence as a candidate."""
    mention = context.people.mentions[place]
    cue, speech = context.mention_contexts.get(place) or _mention_context(context, place)
    near = min(mention.first - mention.title, cue) if cue >= quote.last else mention.first
    size = bisect_left(_GAPS_AFTER, near - beyond(context.words, quote.last, near))
    where = own("R", min(rank, 4), speech, "", _same(context, place, quote))
    return Candidate(
        place, (where, gap_after(speech.relation, speech.cue_kind, size, quote.stop)), cue
    )


def _before(context: AttributionContext, place: int, rank: int, quote: _Place) -> Candidate:
    """A mention before the quote in its sentence as a candidate."""
    last = context.people.mentions[place].last
    cue, speech = context.mention_contexts.get(place) or _mention_context(context, place)
    size = bisect_left(_GAPS_BEFORE, quote.first - max(last, cue + 1))
    parted = "parted" if quote.before >= last else ""
    where = own("L", min(rank, 4), speech, parted, _same(context, place, quote))
    return Candidate(
        place, (where, gap_before(speech.relation, speech.cue_kind, size, quote.mark)), cue
    )


def _apart(
    context: AttributionContext, place: int, region: str, rank: int, quote: _Place
) -> Candidate:
    """A mention in another sentence as a candidate."""
    cue, speech = context.mention_contexts.get(place) or _mention_context(context, place)
    parted = ""
    if quote.before >= 0 and region[0] != "N":
        parted = "parted" if quote.before >= context.people.mentions[place].last else ""
    where = own(region, min(rank, 4), speech, parted, _same(context, place, quote))
    return Candidate(place, (where,), cue)


def _same(context: AttributionContext, place: int, quote: _Place) -> str:
    """Whether a mention is of the one to whom the quote before is attributed."""
    return "same" if context.people.entity_of[place] == quote.previous >= 0 else ""


def _stop(context: AttributionContext, number: int) -> str:
    """How a quote ends; a comma or full stop right after its mark counts as inside it.

    So does the dash behind one that opens its sentence: „...” – wzdycha Ewa Nowicka.
    """
    marked = context.marked[number]
    final = context.text[marked.end - 1]
    if final not in ".!?…,":
        final = context.text[marked.outer[1] : marked.outer[1] + 1]
        if final == " " and context.lexicon.dashes and _dash_leads(context, number):
            final = ","
    return "." if final and final in ".!?…" else "," if final == "," else "0"


def _dash_leads(context: AttributionContext, number: int) -> bool:
    """Whether a dash leads from a quote that opens its sentence to a verb and a name in full.

    The verb may be reflexive. "– film Ewy Nowickiej" has the name in another case.
    """
    words, lexicon = context.words, context.lexicon
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]]
    at = last + 2
    if first > begin or at >= end or words.text[last : last + 1] not in _DASHES:
        return False
    verb = words.low[last + 1]
    apart = any(verb in one for one in (lexicon.common, lexicon.stops, lexicon.prepositions))
    if apart or not words.text[last + 1].islower():
        return False
    small = len(words.text[at]) <= _MAX_REFLEXIVE_CHARS and words.text[at].islower()
    place = starting(context, at + (small and words.low[at] not in lexicon.prepositions))
    if place < 0:
        return False
    name = context.people.mentions[place]
    given = any(word in first_names() for word in words.low[name.first : name.last])
    after = words.low[name.last] if name.last < end else "."
    ends = not after[0].isalnum() or after in lexicon.prepositions or after in lexicon.stops
    return name.kind == "name" and name.last - name.first > 1 and given and ends


def _mark(context: AttributionContext, first: int) -> str:
    """What stands right before a quote."""
    between = context.words.text[first - 1] if first else "w"
    if between in ",:;–—-(":
        return between
    that = first > 0 and context.words.low[first - 1] in context.lexicon.complementisers
    return "t" if that else "w"


def _mention_context(context: AttributionContext, place: int) -> MentionContext:
    """What holds for a mention, kept for the next quote."""
    mention = context.people.mentions[place]
    relation, cue = relation_of(context, place)
    kind = mention.kind[0] + (
        mention.gender if mention.kind == "pronoun" else _PERSON[person_of(context, place)]
    )
    cue_kind = context.cue[cue] if cue >= 0 else CueKind.NONE
    found = MentionContext(cue, SpeechRelation(relation, cue_kind, kind, _flags(context, place)))
    context.mention_contexts[place] = found
    return found


def _flags(context: AttributionContext, place: int) -> tuple[str, ...]:
    """What speaks against a mention being the one who speaks."""
    words, mention, lexicon = context.words, context.people.mentions[place], context.lexicon
    low = words.low
    begin = mention.first - mention.title
    found: list[str] = []
    at_start = words.bounds[words.sentence[mention.first]][0]
    before = low[begin - 1] if begin > at_start else ""
    if before in lexicon.definite and begin - 1 > at_start:
        begin -= 1
        before = low[begin - 1]
    if before == "(":
        found.append("bracket")
    elif before in lexicon.stops or before in lexicon.particles:
        found.append("preposition")
        if context.people.mentions[place - 1].last == begin - 1:
            found.append("of another")
    elif not before:
        found.append("begins sentence")
    elif before == ",":
        found.append("comma")
    if low[mention.last - 1] in words.bares:
        found.append("genitive")
    if not mention.definite:
        found.append("indefinite")
    if modifies(context, place):
        found.append("modifies")
    return tuple(found)


def _continuing(
    context: AttributionContext, number: int, sentence: int, shape: _QuoteShape
) -> tuple[Group, Group]:
    """What speaks for a quote going on from the quote before."""
    words, mentions = context.words, context.people.mentions
    here, before = context.marked[number], context.marked[number - 1]
    other = words.sentence[words.quotes[number - 1][0]]
    paragraphs = here.paragraph - before.paragraph
    distance = sentence - other
    where = (
        "sentence"
        if distance == 0
        else f"paragraph{min(distance, 3)}"
        if paragraphs == 0
        else f"next{min(distance, 3)}"
        if paragraphs == 1
        else "far"
    )
    first = words.quotes[number][0]
    last = words.quotes[number - 1][1]
    begin, _ = words.bounds[sentence]
    between = 0
    spoken = 0
    for index in range(other, sentence + 1):
        for place in context.by_sentence.get(index, ()):
            mention = mentions[place]
            if last <= mention.first < first and mention.kind == "name":
                between += 1
                if mention.first < begin and person_of(context, place):
                    spoken += 1
    gap = bisect_left(_GAPS_BETWEEN, first - last)
    lower = first == begin and context.text[here.start : here.start + 1].islower()
    return (
        continues(where, min(between, 2), min(spoken, 2), gap, shape[1:]),
        goes_on(
            "reopened" if here.reopened else "",
            "" if before.closed else "unclosed",
            "lower" if lower else "",
        ),
    )
