"""A quote -> its candidates: who could have said it, and what speaks for each.

Every mention around a quote is one, so are "goes on from the quote before" and "nobody". What
speaks for a candidate are patterns (cue verb and its subject, place, kind of mention) over classes
of words, never words, so that what is learned in English holds where there is a lexicon.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from newsclean.quotes.scene import Look, Scene, Stance, beyond, modifies, person_of, relation_of

CONTINUES = -1
NOBODY = -2
IMPLIED = -3
_BACK = 5
_GAPS_AFTER, _GAPS_BEFORE = (0, 2, 5), (0, 1, 3, 8)
"""The largest number of words that counts as each size of gap."""
_PERSON = {True: "P", False: "O", None: "-"}


Group = tuple[str, ...]
"""Names of features that are always found together, so that their weights are summed once."""


class Candidate(NamedTuple):
    """A mention (or CONTINUES, NOBODY, IMPLIED) with what speaks for it."""

    mention: int
    features: tuple[Group, ...]
    cue: int = -1
    """The word that says somebody speaks, -1 for none."""


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


def candidates(scene: Scene, number: int, previous: int) -> list[Candidate]:
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
        found.append(Candidate(CONTINUES, (tuple(_continuing(scene, number, sentence, context)),)))
    found.append(Candidate(NOBODY, (("nobody", *(f"nobody {item}" for item in context)),)))
    return found


def _context(scene: Scene, number: int, sentence: int, stop: str) -> list[str]:
    """What holds for the quote itself: its shape, and what stands beside it."""
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
    return [shape + upper + stop, f"{before}_{after}", f"{stop}{before}_{after}"]


def _around(scene: Scene, quote: _Place, sentence: int) -> list[Candidate]:
    """The mentions in the sentence of the quote, those before it, and the one after."""
    words, people = scene.words, scene.people
    first, last = quote.first, quote.last
    paragraph = words.paragraph_of[sentence]
    found: list[Candidate] = []
    left: list[int] = []
    right: list[int] = []
    for place in scene.by_sentence.get(sentence, ()):
        (left if people.mentions[place].first < first else right).append(place)
    plain = any(is_plain(scene, place, first, last) for place in (*left[-2:], *right[:3]))
    for rank, place in enumerate(right[: 3 if plain else 8]):
        found.append(_candidate(scene, place, "R", rank, quote))
    for rank, place in enumerate(reversed(left[-3 if plain else -8 :])):
        found.append(_candidate(scene, place, "L", rank, quote))
    if plain:
        return found
    lowest = max(0, sentence - _BACK)
    rank = 0
    for other in range(sentence - 1, lowest - 1, -1):
        back = paragraph - words.paragraph_of[other]
        if back > 2:
            break
        region = ("P" if back == 0 else "B" if back == 1 else "BB") + str(min(sentence - other, 3))
        for place in scene.by_sentence.get(other, ())[:5]:
            found.append(_candidate(scene, place, region, rank, quote))
            rank += 1
        if rank > 7:
            break
    following = sentence + 1
    if following < len(words.bounds) and not right:
        ahead = words.paragraph_of[following] - paragraph
        if ahead <= 1:
            for rank, place in enumerate(scene.by_sentence.get(following, ())[:4]):
                found.append(_candidate(scene, place, f"N{ahead}", rank, quote))
    return found


def is_plain(scene: Scene, place: int, first: int, last: int) -> bool:
    """Whether a verb of speech with its subject touches the quote: no need to look further."""
    relation, cue = relation_of(scene, place)
    if cue < 0 or scene.cue[cue] != 2:
        return False
    if relation == "subject":
        mention = scene.people.mentions[place]
        begin = mention.first - mention.title
        return 1 <= first - cue <= 2 or begin == beyond(scene.words, last, begin)
    return relation == "inverted" and cue == beyond(scene.words, last, cue)


def _candidate(scene: Scene, place: int, region: str, rank: int, quote: _Place) -> Candidate:
    """A mention as a candidate: `region` is where it stands to the quote, `rank` how far off."""
    mention = scene.people.mentions[place]
    cue, look = scene.stances.get(place) or _stance(scene, place)
    side = region[0]
    parted = "parted" if side in "LPB" and quote.before >= mention.last else ""
    same = "same" if scene.people.entity_of[place] == quote.previous >= 0 else ""
    own = _own(region, min(rank, 4), look, parted, same)
    if side == "R":
        near = min(mention.first - mention.title, cue) if cue >= quote.last else mention.first
        size = bisect_left(_GAPS_AFTER, near - beyond(scene.words, quote.last, near))
        return Candidate(place, (own, _after_quote(look[0], look[1], size, quote.stop)), cue)
    if side == "L":
        size = bisect_left(_GAPS_BEFORE, quote.first - max(mention.last, cue + 1))
        return Candidate(place, (own, _before_quote(look[0], look[1], size, quote.mark)), cue)
    return Candidate(place, (own,), cue)


def _stop(scene: Scene, number: int) -> str:
    """How a quote ends; a comma or full stop right after its mark counts as inside it."""
    marked = scene.marked[number]
    final = scene.text[marked.end - 1]
    if final not in ".!?…,":
        final = scene.text[marked.outer[1] : marked.outer[1] + 1]
    return "." if final and final in ".!?…" else "," if final == "," else "0"


def _mark(scene: Scene, first: int) -> str:
    """What stands right before a quote."""
    between = scene.words.text[first - 1] if first else "w"
    if between in ",:;–—-(":
        return between
    that = first > 0 and scene.words.low[first - 1] in scene.lexicon.complementisers
    return "t" if that else "w"


def _stance(scene: Scene, place: int) -> Stance:
    """What holds for a mention, kept for the next quote."""
    mention = scene.people.mentions[place]
    relation, cue = relation_of(scene, place)
    kind = mention.kind[0] + (
        mention.gender if mention.kind == "pronoun" else _PERSON[person_of(scene, place)]
    )
    strength = scene.cue[cue] if cue >= 0 else 0
    found = Stance(cue, (relation, strength, kind, _flags(scene, place)))
    scene.stances[place] = found
    return found


def _flags(scene: Scene, place: int) -> tuple[str, ...]:
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
def _after_quote(relation: str, strength: int, size: int, stop: str) -> Group:
    """How far after the quote a mention or its cue stands, 0 to 3."""
    return (
        f"R gap{size}",
        f"R {relation} gap{size}",
        f"R {strength} gap{size}",
        f"R {relation} {stop}",
    )


@cache
def _before_quote(relation: str, strength: int, size: int, mark: str) -> Group:
    """How far before the quote a mention or its cue stands, 0 to 4; what is right before it."""
    return (f"L gap{size}", f"L {relation} gap{size}", f"L {relation}{strength} {mark}")


def _continuing(scene: Scene, number: int, sentence: int, context: list[str]) -> list[str]:
    """What speaks for a quote going on from the quote before."""
    words = scene.words
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
            mention = scene.people.mentions[place]
            if last <= mention.first < first and mention.kind == "name":
                between += 1
                if person_of(scene, place) and mention.first < begin:
                    spoken += 1
    found = ["continues", f"continues {where}", f"continues {where} names{min(between, 2)}"]
    found.append(f"continues {where} people{min(spoken, 2)}")
    if here.reopened:
        found.append("continues reopened")
    if not before.closed:
        found.append("continues unclosed")
    leads = first == begin
    found += [f"continues {where} {item}" for item in context[1:]]
    gap = first - last
    found.append(
        f"continues {where} gap{0 if gap <= 0 else 1 if gap <= 2 else 2 if gap < 9 else 3}"
    )
    if leads and scene.text[here.start : here.start + 1].islower():
        found.append("continues lower")
    return found
