"""Quotes, mentions -> the mention each quote is attributed to.

Every mention around a quote is a candidate, so are "goes on from the quote before" and
"nobody". A linear model over patterns (cue verb and its subject, place, kind of mention) learned
from labelled news ranks them: a softmax over the candidates of one quote. The patterns name
classes of words, never words, so that what is learned in English holds where there is a lexicon.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsclean.quotes.lexicon import Lexicon
from newsclean.quotes.marks import Marked
from newsclean.quotes.people import People
from newsclean.quotes.words import Words

CONTINUES = -1
NOBODY = -2
IMPLIED = -3
_BACK = 5
_NEAR = 14
_APPOSITION = 30
_PLAIN, _PLAIN_WORDS = 0.98, 6
_NOBODY = 0.6
"""How sure one must be that nobody is named."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One article as attribution sees it."""

    text: str
    words: Words
    lexicon: Lexicon
    people: People
    marked: Sequence[Marked]
    cue: list[int]
    """Word -> 2 a verb of speech, 1 a weaker one, 3 ends "according to", 4 "zufolge", else 0."""
    by_sentence: dict[int, list[int]]
    """Sentence -> its mentions outside quotes."""
    narrated: list[tuple[int, int]]
    """Sentence -> how many sentences, and paragraphs, with words outside quotes came up to it."""
    relations: dict[int, tuple[str, int]]
    """Mention -> how it stands to a cue, filled when first asked for."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention (or CONTINUES, NOBODY, IMPLIED) with what speaks for it."""

    mention: int
    features: tuple[str, ...]
    cue: int = -1
    """The word that says somebody speaks, -1 for none."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What was chosen for a quote, its probability, and how it was found."""

    mention: int
    probability: float
    cue: int = -1
    how: str = ""
    nobody: float = 0.0


def set_scene(
    text: str, words: Words, lexicon: Lexicon, people: People, marked: Sequence[Marked]
) -> Scene:
    """Marks the cues of an article and sorts its mentions and quotes by sentence."""
    by_sentence: dict[int, list[int]] = {}
    for place, mention in enumerate(people.mentions):
        if words.quote[mention.first] < 0:
            by_sentence.setdefault(words.sentence[mention.first], []).append(place)
    return Scene(
        text,
        words,
        lexicon,
        people,
        marked,
        _cues(words, lexicon),
        by_sentence,
        _narrated(words),
        {},
    )


def _cues(words: Words, lexicon: Lexicon) -> list[int]:
    low, quote = words.low, words.quote
    known = lexicon.strength
    strength = [known.get(word, 0) for word in low]
    for first, last in words.quotes:
        strength[first:last] = [0] * (last - first)
    for source in lexicon.sources:
        head = source[-1]
        size = len(source)
        start = 0
        while True:
            try:
                at = low.index(head, start)
            except ValueError:
                break
            whole = quote[at] < 0 and tuple(low[at - size + 1 : at + 1]) == source
            if whole and (size > 1 or head not in lexicon.stops or _leads(words, at)):
                strength[at] = 3
            start = at + 1
    return strength


def _narrated(words: Words) -> list[tuple[int, int]]:
    """Counts what the reporter tells: four paragraphs of one quote do not part "he" from a name."""
    found: list[tuple[int, int]] = []
    sentences = paragraphs = 0
    last = -1
    for sentence, (begin, end) in enumerate(words.bounds):
        outside = any(
            words.quote[index] < 0 and words.text[index][0].isalnum() for index in range(begin, end)
        )
        sentences += outside
        if outside and words.paragraph_of[sentence] != last:
            last = words.paragraph_of[sentence]
            paragraphs += 1
        found.append((sentences, paragraphs))
    return found


def cue_text(scene: Scene, cue: int) -> str:
    """A cue as the article has it: "said", "according to"."""
    words = scene.words
    first = cue
    if scene.cue[cue] == 3:
        for source in scene.lexicon.sources:
            begin = cue - len(source) + 1
            if begin >= 0 and tuple(words.low[begin : cue + 1]) == source:
                first = min(first, begin)
    return scene.text[words.start[first] : words.end[cue]]


def _leads(words: Words, at: int) -> bool:
    """Whether a word begins its sentence, or follows a quote: then "für" may mean "says"."""
    begin = words.bounds[words.sentence[at]][0]
    before = at - 1
    if before > begin and words.low[before] == ",":
        before -= 1
    return at == begin or words.quote[before] >= 0


def candidates(scene: Scene, number: int, previous: int) -> list[Candidate]:
    """The candidates for quote `number`; `previous` is the entity of the quote before, -1 none."""
    words = scene.words
    sentence = words.sentence[words.quotes[number][0]]
    found = _around(scene, number, sentence, previous)
    context = _context(scene, number, sentence)
    if number > 0:
        found.append(Candidate(CONTINUES, tuple(_continuing(scene, number, sentence, context))))
    found.append(Candidate(NOBODY, ("nobody", *(f"nobody {item}" for item in context))))
    return found


def _context(scene: Scene, number: int, sentence: int) -> list[str]:
    """What holds for the quote itself: its shape, and what stands beside it."""
    words, marked = scene.words, scene.marked[number]
    first, last = words.quotes[number]
    begin, end = words.bounds[sentence]
    body = scene.text[marked.start : marked.end]
    size = last - first - 2
    shape = "1" if size <= 2 else "2" if size <= 5 else "3" if size <= 10 else "4"
    upper = "l"
    if body[:1].isupper():  # T: like a title, no longer word without a capital
        plain = any(len(word) > 3 and word.islower() for word in words.text[first + 2 : last])
        upper = "U" if plain else "T"
    stop = _stop(scene, number)
    left = words.text[first - 1] if first > begin else ""
    before = "empty" if not left else left if left in ":,;" else "word"
    beyond = _beyond(words, last, end)
    right = words.text[beyond] if beyond < end else ""
    after = "empty" if not right or (right in ".!?" and beyond + 1 >= end) else "word"
    return [shape + upper + stop, f"{before}_{after}", f"{stop}{before}_{after}"]


def _around(scene: Scene, number: int, sentence: int, previous: int) -> list[Candidate]:
    """The mentions in the sentence of the quote, those before it, and the one after."""
    words, people = scene.words, scene.people
    first, last = words.quotes[number]
    paragraph = words.paragraph_of[sentence]
    found: list[Candidate] = []
    left: list[int] = []
    right: list[int] = []
    for place in scene.by_sentence.get(sentence, ()):
        (left if people.mentions[place].first < first else right).append(place)
    plain = any(_plain(scene, place, first, last) for place in (*left[-2:], *right[:3]))
    for rank, place in enumerate(right[: 3 if plain else 8]):
        found.append(_candidate(scene, place, "R", rank, number, previous))
    for rank, place in enumerate(reversed(left[-3 if plain else -8 :])):
        found.append(_candidate(scene, place, "L", rank, number, previous))
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
            found.append(_candidate(scene, place, region, rank, number, previous))
            rank += 1
        if rank > 7:
            break
    following = sentence + 1
    if following < len(words.bounds) and not right:
        ahead = words.paragraph_of[following] - paragraph
        if ahead <= 1:
            for rank, place in enumerate(scene.by_sentence.get(following, ())[:4]):
                found.append(_candidate(scene, place, f"N{ahead}", rank, number, previous))
    return found


def _plain(scene: Scene, place: int, first: int, last: int) -> bool:
    """Whether a verb of speech with its subject touches the quote: no need to look further."""
    relation, cue = relation_of(scene, place)
    if cue < 0 or scene.cue[cue] != 2:
        return False
    if relation == "subject":
        mention = scene.people.mentions[place]
        begin = mention.first - mention.title
        return 1 <= first - cue <= 2 or begin == _beyond(scene.words, last, begin)
    return relation == "inverted" and cue == _beyond(scene.words, last, cue)


def _candidate(
    scene: Scene, place: int, region: str, rank: int, number: int, previous: int
) -> Candidate:
    words, people = scene.words, scene.people
    mention = people.mentions[place]
    first, last = words.quotes[number]
    relation, cue = relation_of(scene, place)
    strength = scene.cue[cue] if cue >= 0 else 0
    kind = mention.kind[0] + (
        mention.gender
        if mention.kind == "pronoun"
        else {True: "P", False: "O", None: "-"}[_person(scene, place)]
    )
    broad = region[0]
    pattern = f"{relation}{strength}"
    features = [
        f"{region} {pattern}",
        f"{broad} {pattern} {kind}",
        f"{broad} {kind}",
        f"{region} rank{min(rank, 4)}",
        f"{broad} {relation} rank{min(rank, 2)}",
    ]
    if broad == "R":
        near = min(mention.first - mention.title, cue) if cue >= last else mention.first
        gap = near - _beyond(words, last, near)
        size = "0" if gap <= 0 else "1" if gap <= 2 else "2" if gap <= 5 else "3"
        features += [f"R gap{size}", f"R {relation} gap{size}", f"R {strength} gap{size}"]
        features.append(f"R {relation} {_stop(scene, number)}")
    elif broad == "L":
        near = max(mention.last, cue + 1)
        gap = first - near
        size = (
            "0" if gap <= 0 else "1" if gap <= 1 else "2" if gap <= 3 else "3" if gap <= 8 else "4"
        )
        between = words.text[first - 1]
        mark = (
            between
            if between in ",:;–—-("
            else "t"
            if words.low[first - 1] in (scene.lexicon.complementisers)
            else "w"
        )
        features += [f"L gap{size}", f"L {relation} gap{size}", f"L {pattern} {mark}"]
        if number and words.quotes[number - 1][0] >= mention.last:
            features.append(f"L quote between {relation}")
    elif broad != "N" and number and words.quotes[number - 1][0] >= mention.last:
        features.append(f"{broad} quote between {relation}")
    features += _flags(scene, place, f"{broad} {relation}")
    if previous >= 0 and people.entity_of[place] == previous:
        features.append(f"{broad} same {relation}")
    return Candidate(place, tuple(features), cue)


def _stop(scene: Scene, number: int) -> str:
    """How a quote ends; a comma or full stop right after its mark counts as inside it."""
    marked = scene.marked[number]
    final = scene.text[marked.end - 1]
    if final not in ".!?…,":
        final = scene.text[marked.outer[1] : marked.outer[1] + 1]
    return "." if final and final in ".!?…" else "," if final == "," else "0"


def _beyond(words: Words, last: int, end: int) -> int:
    """The first word after a quote: past the comma and the dash that other languages put there."""
    while last < end and words.text[last] in ",–—-":
        last += 1
    return last


def _person(scene: Scene, place: int) -> bool | None:
    which = scene.people.entity_of[place]
    return (
        scene.people.entities[which].person if which >= 0 else scene.people.mentions[place].person
    )


def _flags(scene: Scene, place: int, broad: str) -> list[str]:
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
        found.append(f"{broad} bracket")
    elif before in lexicon.stops or before in lexicon.particles:
        found.append(f"{broad} preposition")
        if place and scene.people.mentions[place - 1].last == begin - 1:
            found.append(f"{broad} of another")
    elif not before:
        found.append(f"{broad} begins sentence")
    elif before == ",":
        found.append(f"{broad} comma")
    if low[mention.last - 1].endswith(("'s", "’s")):
        found.append(f"{broad} genitive")
    if not mention.definite:
        found.append(f"{broad} indefinite")
    if modifies(scene, place):
        found.append(f"{broad} modifies")
    return found


def modifies(scene: Scene, place: int) -> bool:
    """Whether a name only says where somebody belongs ("Miami coach Ann Lee", "a Miami coach")."""
    words, mentions = scene.words, scene.people.mentions
    mention = mentions[place]
    if mention.kind != "name":
        return False
    for one in mentions[max(0, place - 2) : place]:
        if one.last > mention.last and one.kind == "description":
            return True
    index = mention.last
    end = words.bounds[words.sentence[mention.first]][1]
    following = place + 1
    if following >= len(mentions) or index >= end:
        return False
    other = mentions[following].first
    if mentions[following].kind != "name" or other >= end or other - index > 6:
        return False
    return all(
        words.low[at][0].isalnum()
        and words.low[at] not in scene.lexicon.stops
        and not scene.cue[at]
        and words.quote[at] < 0
        for at in range(index, other)
    )


def relation_of(scene: Scene, place: int) -> tuple[str, int]:
    """How a mention stands to a cue in its sentence, and that cue's index (-1 for none)."""
    known = scene.relations.get(place)
    if known is None:
        known = scene.relations[place] = _relation(scene, place)
    return known


def _relation(scene: Scene, place: int) -> tuple[str, int]:
    mention = scene.people.mentions[place]
    words, cue, lexicon = scene.words, scene.cue, scene.lexicon
    low, quote = words.low, words.quote
    begin, end = words.bounds[words.sentence[mention.first]]
    before = mention.first - mention.title - 1
    if before >= begin and low[before] in lexicon.definite:
        before -= 1
    if before >= begin and cue[before] == 3:
        return "source", before
    after = mention.last
    if after < end and cue[after] == 4:
        return "source", after
    subject = _as_subject(scene, place, end)
    if subject is not None and subject[0] in ("subject", "adverb"):
        return subject
    steps = 0
    index = before
    while index >= begin and steps < 8 and quote[index] < 0:
        if cue[index] in (1, 2):
            if _has_subject(scene, index, begin):
                return ("object", index) if steps < 3 else subject or ("none", -1)
            return ("inverted" if steps == 0 else "role" if steps < 8 else "none"), index
        if cue[index] == 3:
            return "source", index
        if not low[index][0].isalnum() and low[index] not in (".", "-"):
            break
        article = low[index] in lexicon.definite or low[index] in lexicon.indefinite
        if article and index > begin and cue[index - 1] in (1, 2):
            index -= 1  # "said the mayor, ...": the article begins the phrase
            continue
        if article and steps:
            break
        if low[index] in lexicon.stops and low[index] not in lexicon.joiners:
            break
        index -= 1
        steps += 1
    return subject or ("none", -1)


def _as_subject(scene: Scene, place: int, end: int) -> tuple[str, int] | None:
    """The first cue after a mention, if nothing but adverbs or an apposition stands between."""
    mention = scene.people.mentions[place]
    words, cue, lexicon = scene.words, scene.cue, scene.lexicon
    low, quote = words.low, words.quote
    index = mention.last
    steps = commas = 0
    while index < end and steps < (_APPOSITION if commas else _NEAR) and quote[index] < 0:
        word = low[index]
        if cue[index] in (1, 2) and not (
            low[index - 1] in lexicon.definite or low[index - 1] in lexicon.owners
        ):
            if steps == 0:
                return "subject", index
            if commas == 0 and all(low[at] in lexicon.adverbs for at in range(mention.last, index)):
                return "adverb", index
            if low[mention.last] in ",(" and low[index - 1] in ",)":
                return "apposition", index
            if commas == 0 and steps <= 8:
                return "far", index
            if commas == 1 and steps == 2 and low[index - 1] in lexicon.subjects:
                return "relative", index
            return "loose", index
        if word in (",", "("):
            commas += 1
        elif word in ";:":
            return None
        index += 1
        steps += 1
    return None


def _has_subject(scene: Scene, cue: int, begin: int) -> bool:
    """Whether a name, pronoun or description ends right before a cue."""
    words = scene.words
    index = cue - 1
    while index >= begin and words.low[index] in scene.lexicon.adverbs:
        index -= 1
    if index < begin or words.quote[index] >= 0:
        return False
    for place in scene.by_sentence.get(words.sentence[cue], ()):
        mention = scene.people.mentions[place]
        if mention.last - 1 == index:
            return True
    return False


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
                if _person(scene, place) and mention.first < begin:
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


def choose(
    scene: Scene, number: int, previous: int, weights: Mapping[str, float], last: int = -1
) -> tuple[Candidate, float, float]:
    """The likeliest candidate, its probability, and that of nobody at all.

    `previous` is the entity of the quote before and `last` the mention it was attributed to.

    Where one verb of speech with its subject touches a quote of some length, the model is not
    asked: that mention is right 49 times in 50, and this is more than half of all quotes.
    """
    plain = _only_plain(scene, number)
    if plain is not None:
        return plain, _PLAIN, 0.0
    if scene.marked[number].reopened and number:
        return Candidate(CONTINUES, ("continues reopened",)), _PLAIN, 0.0
    for later in range(number + 1, len(scene.marked)):
        if not scene.marked[later].reopened:
            break
        plain = _only_plain(scene, later)
        if plain is not None:  # the attribution of a long quote stands at its end
            return plain, _PLAIN, 0.0
    implied = _implied(scene, number)
    if implied is not None:
        return implied, _PLAIN, 0.0
    options = candidates(scene, number, previous)
    scores = [sum(weights.get(name, 0.0) for name in option.features) for option in options]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    whole: dict[int, float] = {}
    who = [
        _identity(scene, CONTINUES if option.mention == last >= 0 else option.mention, previous)
        for option in options
    ]
    for key, share in zip(who, shares, strict=True):
        whole[key] = whole.get(key, 0.0) + share
    if whole[NOBODY] < _NOBODY * total and len(options) > 1:
        whole[NOBODY] = 0.0  # a wrong "unknown" costs a reader more than a doubtful name
    best = max(range(len(options)), key=lambda at: (whole[who[at]], scores[at], -at))
    return options[best], whole[who[best]] / total, shares[-1] / total


def _only_plain(scene: Scene, number: int) -> Candidate | None:
    """The one mention whose verb of speech touches a quote, if there is no doubt about it."""
    words, lexicon = scene.words, scene.lexicon
    first, last = words.quotes[number]
    if last - first < _PLAIN_WORDS + 2:
        return None
    sentence = words.sentence[first]
    begin, end = words.bounds[sentence]
    signed = _signed(scene, sentence, last, end)
    if signed >= 0:
        return Candidate(signed, ("R signed",))
    found = [
        place for place in scene.by_sentence.get(sentence, ()) if _plain(scene, place, first, last)
    ]
    if len(found) != 1 or modifies(scene, found[0]):
        return None
    mention = scene.people.mentions[found[0]]
    before = mention.first - mention.title - 1
    if before >= begin and (words.low[before] in lexicon.stops or mention.gender == "n"):
        return None
    relation, cue = relation_of(scene, found[0])
    return Candidate(found[0], (f"R {relation}2",), cue)


def _signed(scene: Scene, sentence: int, last: int, end: int) -> int:
    """The name that a dash puts under a quote ("..." — Ann Lee), -1 for none."""
    words = scene.words
    if last + 1 >= end or words.text[last] not in "—–―-":
        return -1
    for place in scene.by_sentence.get(sentence, ()):
        mention = scene.people.mentions[place]
        if mention.first - mention.title == last + 1 and mention.kind == "name":
            alone = mention.last >= end or words.text[mention.last] in ",.;("
            return place if alone else -1
    return -1


def _implied(scene: Scene, number: int) -> Candidate | None:
    """A verb of speech after a quote that has no subject of its own, where that is grammar."""
    words = scene.words
    if not scene.lexicon.drops:
        return None
    last = words.quotes[number][1]
    end = words.bounds[words.sentence[last - 1]][1]
    cue = _beyond(words, last, end)
    if cue >= end or scene.cue[cue] != 2:
        return None
    if cue + 1 < end and words.low[cue + 1][0].isalnum():
        return None
    return Candidate(IMPLIED, (), cue)


def _identity(scene: Scene, mention: int, previous: int) -> int:
    """What tells candidates for different speakers apart: two mentions may be of one entity."""
    if mention == CONTINUES and previous >= 0:
        return previous
    if mention >= 0:
        which = scene.people.entity_of[mention]
        return which if which >= 0 else mention - len(scene.people.mentions) - 10
    return mention
