"""A quote -> its candidates: who could have said it, and what speaks for each.

Every mention around a quote is one, so are "goes on from the quote before" and "nobody". What
speaks for a candidate are patterns (cue verb and its subject, place, kind of mention) over classes
of words, never words, so that what is learned in English holds where there is a lexicon.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from newsclean.quotes.attribution.context import (
    AttributionContext,
    Look,
    MentionContext,
    beyond,
    modifies,
    person_of,
    relation_of,
)

CONTINUES = -1
NOBODY = -2
IMPLIED = -3
_BACK = 5
_GAPS_AFTER, _GAPS_BEFORE, _GAPS_BETWEEN = (0, 2, 5), (0, 1, 3, 8), (0, 2, 8)
"""The largest number of words that counts as each size of gap."""
_BACK_REGIONS = ("P", "B", "BB")
"""Where a sentence before the quote is: in its paragraph, one before, two before."""
_PERSON = {True: "P", False: "O", None: "-"}


Group = tuple[str, ...]
"""Names of features that are always found together, so that their weights are summed once."""


class Candidate(NamedTuple):
    """A mention (or CONTINUES, NOBODY, IMPLIED) with what speaks for it."""

    mention: int
    features: tuple[Group, ...]
    cue: int = -1
    """The word that says somebody speaks, -1 for none."""


_Context = tuple[str, str, str, str]


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


def candidates(scene: AttributionContext, number: int, previous: int) -> list[Candidate]:
    """The candidates for quote `number`; `previous` is the entity of the quote before, -1 none."""
    words = scene.words
    first, last = words.quotes[number]
    sentence = words.sentence[first]
    before = words.quotes[number - 1][0] if number else -1
    stop, mark = _stop(scene, number), _mark(scene, first)
    place = _Place(first, last, before, previous, stop, mark)
    found = _around(scene, place, sentence)
    context = _context(scene, number, sentence, stop)
    if number > 0:
        found.append(Candidate(CONTINUES, _continuing(scene, number, sentence, context)))
    found.append(Candidate(NOBODY, (_nobody(*context),)))
    return found


def _context(scene: AttributionContext, number: int, sentence: int, stop: str) -> _Context:
    """What holds for the quote itself: its shape, how it ends, and what stands beside it."""
    words, marked = scene.words, scene.marked[number]
    first, last = words.quotes[number]
    begin, end = words.bounds[sentence]
    size = last - first - 2
    shape = "1" if size <= 2 else "2" if size <= 5 else "3" if size <= 10 else "4"
    upper = "l"
    if scene.text[marked.start : marked.end][
        :1
    ].isupper():  # T: like a title, no longer word without a capital
        plain = any(len(word) > 3 and word.islower() for word in words.text[first + 2 : last])
        upper = "U" if plain else "T"
    left = words.text[first - 1] if first > begin else ""
    before = "empty" if not left else left if left in ":,;" else "word"
    reach = beyond(words, last, end)
    right = words.text[reach] if reach < end else ""
    after = "empty" if not right or (right in ".!?" and reach + 1 >= end) else "word"
    return shape + upper, stop, before, after


def _around(scene: AttributionContext, quote: _Place, sentence: int) -> list[Candidate]:
    """The mentions in the sentence of the quote, those before it, and the one after."""
    words, mentions = scene.words, scene.people.mentions
    first, last = quote.first, quote.last
    here = scene.by_sentence.get(sentence, [])
    left = [place for place in here if mentions[place].first < first]
    right = here[len(left) :]
    plain = False
    for place in (*left[-2:], *right[:3]):
        plain = plain or is_plain(scene, place, first, last)
    found = [
        _after(scene, place, rank, quote) for rank, place in enumerate(right[: 3 if plain else 8])
    ]
    for rank, place in enumerate(reversed(left[-3 if plain else -8 :])):
        found.append(_before(scene, place, rank, quote))
    if plain:
        return found
    paragraph = words.paragraph_of[sentence]
    rank = 0
    for other in range(sentence - 1, max(0, sentence - _BACK) - 1, -1):
        back = paragraph - words.paragraph_of[other]
        if back > 2 or rank > 7:
            break
        region = f"{_BACK_REGIONS[back]}{min(sentence - other, 3)}"
        for place in scene.by_sentence.get(other, ())[:5]:
            found.append(_apart(scene, place, region, rank, quote))
            rank += 1
    following = sentence + 1
    if not right and following < len(words.bounds):
        ahead = words.paragraph_of[following] - paragraph
        if ahead <= 1:
            for rank, place in enumerate(scene.by_sentence.get(following, ())[:4]):
                found.append(_apart(scene, place, f"N{ahead}", rank, quote))
    return found


def is_plain(scene: AttributionContext, place: int, first: int, last: int) -> bool:
    """Whether a verb of speech with its subject touches the quote: no need to look further."""
    relation, cue = relation_of(scene, place)
    if cue < 0 or scene.cue[cue] != 2:
        return False
    if relation == "subject":
        mention = scene.people.mentions[place]
        begin = mention.first - mention.title
        return 1 <= first - cue <= 2 or begin == beyond(scene.words, last, begin)
    if relation != "inverted":
        return False
    return cue == beyond(scene.words, last, cue) or _leads_in(scene, place, cue, first)


def _leads_in(scene: AttributionContext, place: int, cue: int, first: int) -> bool:
    """Whether a verb and its subject lead to a quote by a colon: "Da sagte Ann Lee: ..."."""
    words, mention = scene.words, scene.people.mentions[place]
    last = mention.last
    if not cue < last < first or words.text[first - 1] != ":":
        return False
    thing = mention.kind == "description" and (not mention.person or mention.gender == "p")
    if thing or person_of(scene, place) is False:
        return False  # "argues a similar premise: ..."
    between = range(last, first)
    return not any(scene.cue[at] or words.quote[at] >= 0 for at in between)


def _after(scene: AttributionContext, place: int, rank: int, quote: _Place) -> Candidate:
    """A mention after the quote in its sentence as a candidate."""
    mention = scene.people.mentions[place]
    cue, look = scene.stances.get(place) or _stance(scene, place)
    near = min(mention.first - mention.title, cue) if cue >= quote.last else mention.first
    size = bisect_left(_GAPS_AFTER, near - beyond(scene.words, quote.last, near))
    own = _own("R", min(rank, 4), look, "", _same(scene, place, quote))
    return Candidate(place, (own, _gap_after(look[0], look[1], size, quote.stop)), cue)


def _before(scene: AttributionContext, place: int, rank: int, quote: _Place) -> Candidate:
    """A mention before the quote in its sentence as a candidate."""
    last = scene.people.mentions[place].last
    cue, look = scene.stances.get(place) or _stance(scene, place)
    size = bisect_left(_GAPS_BEFORE, quote.first - max(last, cue + 1))
    parted = "parted" if quote.before >= last else ""
    own = _own("L", min(rank, 4), look, parted, _same(scene, place, quote))
    return Candidate(place, (own, _gap_before(look[0], look[1], size, quote.mark)), cue)


def _apart(
    scene: AttributionContext, place: int, region: str, rank: int, quote: _Place
) -> Candidate:
    """A mention in another sentence as a candidate."""
    cue, look = scene.stances.get(place) or _stance(scene, place)
    parted = ""
    if quote.before >= 0 and region[0] != "N":
        parted = "parted" if quote.before >= scene.people.mentions[place].last else ""
    own = _own(region, min(rank, 4), look, parted, _same(scene, place, quote))
    return Candidate(place, (own,), cue)


def _same(scene: AttributionContext, place: int, quote: _Place) -> str:
    """Whether a mention is of the one to whom the quote before is attributed."""
    return "same" if scene.people.entity_of[place] == quote.previous >= 0 else ""


def _stop(scene: AttributionContext, number: int) -> str:
    """How a quote ends; a comma or full stop right after its mark counts as inside it."""
    marked = scene.marked[number]
    final = scene.text[marked.end - 1]
    if final not in ".!?…,":
        final = scene.text[marked.outer[1] : marked.outer[1] + 1]
    return "." if final and final in ".!?…" else "," if final == "," else "0"


def _mark(scene: AttributionContext, first: int) -> str:
    """What stands right before a quote."""
    between = scene.words.text[first - 1] if first else "w"
    if between in ",:;–—-(":
        return between
    that = first > 0 and scene.words.low[first - 1] in scene.lexicon.complementisers
    return "t" if that else "w"


def _stance(scene: AttributionContext, place: int) -> MentionContext:
    """What holds for a mention, kept for the next quote."""
    mention = scene.people.mentions[place]
    relation, cue = relation_of(scene, place)
    kind = mention.kind[0] + (
        mention.gender if mention.kind == "pronoun" else _PERSON[person_of(scene, place)]
    )
    strength = scene.cue[cue] if cue >= 0 else 0
    found = MentionContext(cue, (relation, strength, kind, _flags(scene, place)))
    scene.stances[place] = found
    return found


def _flags(scene: AttributionContext, place: int) -> tuple[str, ...]:
    """What speaks against a mention being the one who speaks."""
    words, mention, lexicon = scene.words, scene.people.mentions[place], scene.lexicon
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
        if place and scene.people.mentions[place - 1].last == begin - 1:
            found.append("of another")
    elif not before:
        found.append("begins sentence")
    elif before == ",":
        found.append("comma")
    if low[mention.last - 1].endswith(("'s", "’s")):
        found.append("genitive")
    if not mention.definite:
        found.append("indefinite")
    if modifies(scene, place):
        found.append("modifies")
    return tuple(found)


@cache
def _own(region: str, rank: int, look: Look, parted: str, same: str) -> Group:
    """Where a mention stands, what it is, and what speaks against it."""
    relation, strength, kind, flags = look
    broad, pattern = region[0], f"{relation}{strength}"
    found = [
        f"{region} {pattern}",
        f"{broad} {pattern} {kind}",
        f"{broad} {kind}",
        f"{region} rank{rank}",
        f"{broad} {relation} rank{min(rank, 2)}",
    ]
    if parted:
        found.append(f"{broad} quote between {relation}")
    found += [f"{broad} {relation} {flag}" for flag in flags]
    if same:
        found.append(f"{broad} same {relation}")
    return tuple(found)


@cache
def _gap_after(relation: str, strength: int, size: int, stop: str) -> Group:
    """How far after the quote a mention or its cue stands, 0 to 3."""
    return (
        f"R gap{size}",
        f"R {relation} gap{size}",
        f"R {strength} gap{size}",
        f"R {relation} {stop}",
    )


@cache
def _gap_before(relation: str, strength: int, size: int, mark: str) -> Group:
    """How far before the quote a mention or its cue stands, 0 to 4; what is right before it."""
    return (f"L gap{size}", f"L {relation} gap{size}", f"L {relation}{strength} {mark}")


@cache
def _nobody(shape: str, stop: str, before: str, after: str) -> Group:
    """What speaks for nobody being named."""
    beside = f"{before}_{after}"
    return ("nobody", f"nobody {shape}{stop}", f"nobody {beside}", f"nobody {stop}{beside}")


def _continuing(
    scene: AttributionContext, number: int, sentence: int, context: _Context
) -> tuple[Group, Group]:
    """What speaks for a quote going on from the quote before."""
    words, mentions = scene.words, scene.people.mentions
    here, before = scene.marked[number], scene.marked[number - 1]
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
        for place in scene.by_sentence.get(index, ()):
            mention = mentions[place]
            if last <= mention.first < first and mention.kind == "name":
                between += 1
                if mention.first < begin and person_of(scene, place):
                    spoken += 1
    gap = bisect_left(_GAPS_BETWEEN, first - last)
    lower = first == begin and scene.text[here.start : here.start + 1].islower()
    return (
        _continues(where, min(between, 2), min(spoken, 2), gap, context[1:]),
        _goes_on(
            "reopened" if here.reopened else "",
            "" if before.closed else "unclosed",
            "lower" if lower else "",
        ),
    )


@cache
def _continues(where: str, names: int, people: int, gap: int, context: tuple[str, ...]) -> Group:
    """What stands between a quote and the one before, and beside it."""
    stop, before, after = context
    return (
        "continues",
        f"continues {where}",
        f"continues {where} names{names}",
        f"continues {where} people{people}",
        f"continues {where} {before}_{after}",
        f"continues {where} {stop}{before}_{after}",
        f"continues {where} gap{gap}",
    )


@cache
def _goes_on(*signs: str) -> Group:
    """The signs that a quote was left open, or is taken up again."""
    return tuple(f"continues {sign}" for sign in signs if sign)
