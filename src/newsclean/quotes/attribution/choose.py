"""Quotes, mentions -> the mention each quote is attributed to.

Where a verb of speech with its subject touches a quote, that is who said it. Elsewhere a linear
model learned from labelled news ranks the candidates: a softmax over those of one quote.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache

from newsclean.quotes.attribution.candidates import Candidate, candidates, is_plain
from newsclean.quotes.attribution.features import FAMILIES, Group
from newsclean.quotes.clause.joined import joins, owner
from newsclean.quotes.clause.speaker import clause_speaker
from newsclean.quotes.context.context import (
    CONTINUES,
    IMPLIED,
    NOBODY,
    AttributionContext,
    beyond,
    cue_text,
    modifies,
    person_of,
    relation_of,
)
from newsclean.quotes.context.phrases import (
    ClauseSpeaker,
    behind_aside,
    behind_hearers,
    skip_adverbs,
)
from newsclean.quotes.text.lexicon import CueKind
from newsclean.quotes.weights import read_weights

_PLAIN_CONFIDENCE = 0.98
"""How often a verb of speech that touches a quote with its subject is right (polnear.train)."""
_MIN_PLAIN_WORDS = 6
"""The shortest quote that this holds for."""
_MAX_SIGNATURE_WORDS = 20
"""The most words of a line under a quote that says whose it is; a guess."""
_MIN_NOBODY_SHARE = 0.6
"""How sure one must be that nobody is named; chosen on polnear.train."""

_ENDS = ("", ".", ",")
"""What may follow a name that signs without an office."""
SIGNED: tuple[Group, ...] = (("R signed",),)
"""The feature of a signature with a name."""
LED: Group = ("implied, led",)
"""That words lead to a verb without a subject or follow it: "ha dicho", "dice a la prensa"."""


@cache
def learned(group: Group) -> float:
    """What the model has learned of features that are found together: the sum of their weights."""
    weights = _weights()
    return sum(weights.get(name, 0.0) for name in group)


@cache
def _weights() -> Mapping[str, float]:
    return read_weights("quotes/attribution.json", FAMILIES)


def choose(
    context: AttributionContext,
    number: int,
    previous: int,
    last: int = -1,
    weigh: Callable[[Group], float] = learned,
    *,
    ranked: bool = False,
) -> tuple[Candidate, float, float]:
    """The likeliest candidate, its probability, and that of nobody at all.

    `previous` is the entity of the quote before and `last` the mention it was attributed to;
    where it is `ranked`, a verb without a subject that words lead to is one cue of several.

    Where one verb of speech with its subject touches a quote of some length, the model is not
    asked: that mention is right 49 times in 50, and this is more than half of all quotes.
    """
    signed = _signature(context, number)
    if signed >= 0:
        return Candidate(signed, SIGNED, route="signed"), _PLAIN_CONFIDENCE, 0.0
    if joins(context, number):
        return Candidate(CONTINUES, (("continues reopened",),)), _PLAIN_CONFIDENCE, 0.0
    said = clause_speaker(context, number)
    if said is not None and said.mention == NOBODY:
        return Candidate(NOBODY, (("nobody",),), said.cue), said.confidence, said.confidence
    if said is not None:
        return (
            Candidate(said.mention, (_relation_of(context, said),), said.cue, "clause"),
            said.confidence,
            0.0,
        )
    plain = _only_plain(context, number)
    if plain is not None:
        return plain, _PLAIN_CONFIDENCE, 0.0
    if context.marked[number].reopened:
        return Candidate(CONTINUES, (("continues reopened",),)), _PLAIN_CONFIDENCE, 0.0
    for later in range(number + 1, len(context.marked)):
        if not context.marked[later].reopened:
            break
        signed = _signature(context, later)  # what says whose a long quote is stands at its end
        if signed >= 0:
            return Candidate(signed, SIGNED, route="signed"), _PLAIN_CONFIDENCE, 0.0
        plain = _only_plain(context, later)
        if plain is not None:
            return plain, _PLAIN_CONFIDENCE, 0.0
    implied = _implied(context, number)
    if implied is not None and not (ranked and implied.features):
        return implied, _PLAIN_CONFIDENCE, 0.0
    possessive, speaks = owner(context, number)
    if possessive >= 0 and not speaks:
        return Candidate(NOBODY, (("nobody",),)), _PLAIN_CONFIDENCE, _PLAIN_CONFIDENCE
    if possessive >= 0:
        return Candidate(IMPLIED, (), possessive, "implied"), _PLAIN_CONFIDENCE, 0.0
    options = candidates(context, number, previous)
    source = _source(context, number)
    if source >= 0:
        options = [one for one in options if one.mention in (source, NOBODY)]
    scores = [sum(map(weigh, option.features)) for option in options]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    whole: dict[int, float] = {}
    who = [
        _identity(context, CONTINUES if option.mention == last >= 0 else option.mention, previous)
        for option in options
    ]
    for key, share in zip(who, shares, strict=True):
        whole[key] = whole.get(key, 0.0) + share
    if whole[NOBODY] < _MIN_NOBODY_SHARE * total:
        whole[NOBODY] = 0.0  # a wrong "unknown" costs a reader more than a doubtful name
    ranks = [(whole[key], score) for key, score in zip(who, scores, strict=True)]
    best = ranks.index(max(ranks))
    return options[best], whole[who[best]] / total, shares[-1] / total


def _source(context: AttributionContext, number: int) -> int:
    """The name that "according to" leads to right before a quote, which is nobody else's then; -1.

    "Zdaniem Anny Nowak „...”", "Selon la maire Ann Lee, « ... »"
    """
    words, lexicon = context.words, context.lexicon
    first = words.quotes[number][0]
    for place in context.stops.get(first - (words.text[first - 1] == ","), ()):
        mention = context.people.mentions[place]
        if mention.kind != "name" or person_of(context, place) is False:
            continue
        relation, cue = relation_of(context, place)
        if relation != "source":
            cue = mention.first - mention.title - 1
            while words.low[cue] in words.roles or words.low[cue] in lexicon.definite:
                cue -= 1
        if 0 <= cue < first and context.cue[cue] == CueKind.SOURCE:
            return place
    return -1


def _relation_of(context: AttributionContext, said: ClauseSpeaker) -> Group:
    """The feature that a fragment is judged by, as the model would name it."""
    relation, cue = relation_of(context, said.mention)
    return (f"R {relation}{int(context.cue[cue]) if cue >= 0 else 0}",)


def _only_plain(context: AttributionContext, number: int) -> Candidate | None:
    """The one mention whose verb of speech touches a quote, if there is no doubt about it."""
    words, lexicon = context.words, context.lexicon
    first, last = words.quotes[number]
    if last - first < _MIN_PLAIN_WORDS + 2:
        return None
    sentence = words.sentence[first]
    begin = words.bounds[sentence][0]
    found = [
        place
        for place in context.by_sentence.get(sentence, ())
        if is_plain(context, place, first, last)
    ]
    if len(found) != 1 or modifies(context, found[0]):
        return None
    mention = context.people.mentions[found[0]]
    before = mention.first - mention.title - 1
    if before >= begin and (words.low[before] in lexicon.stops or mention.gender == "n"):
        return None
    relation, cue = relation_of(context, found[0])
    return Candidate(found[0], ((f"R {relation}2",),), cue, "plain")


def _signature(context: AttributionContext, number: int) -> int:
    """The name that stands under a quote, after a dash or on a line of its own; -1 for none."""
    words = context.words
    first, last = words.quotes[number]
    if last - first < _MIN_PLAIN_WORDS + 2:
        return -1
    sentence = words.sentence[first]
    signed = _signed(context, sentence, last, words.bounds[sentence][1])
    return signed if signed >= 0 else _signed_below(context, sentence, first, last)


def _signed(context: AttributionContext, sentence: int, last: int, end: int) -> int:
    """The name that a dash puts under a quote ("..." — Ann Lee), -1 for none.

    So does a comma, where what follows is a person and no verb: "...," Ann Lee, chairwoman.
    """
    words = context.words
    at = last
    while at < end and words.text[at] in "—–―-":
        at += 1
    if at > last:
        return _alone_at(context, sentence, at, end)
    at += words.text[at : at + 1] == [","]
    if (at == last and words.text[last - 2] != ",") or any(context.cue[at:end]):
        return -1
    place = _alone_at(context, sentence, at, end)
    if place < 0 or not person_of(context, place):
        return -1
    follows = words.low[context.people.mentions[place].last : end]
    office = not words.roles.isdisjoint(follows) or "".join(follows) in _ENDS
    return place if office else -1


def _alone_at(context: AttributionContext, sentence: int, at: int, end: int) -> int:
    """The name that begins at a word and that at most an apposition follows, -1 for none."""
    for place in context.by_sentence.get(sentence, ()):
        mention = context.people.mentions[place]
        if mention.first - mention.title == at and mention.kind == "name":
            alone = mention.last >= end or context.words.text[mention.last] in ",.;("
            return place if alone else -1
    return -1


def _signed_below(context: AttributionContext, sentence: int, first: int, last: int) -> int:
    """The person whose name and office are a line of their own under a quote, -1 for none."""
    words, below = context.words, sentence + 1
    begin, end = words.bounds[sentence]
    if first > begin or last < end or below >= len(words.bounds):
        return -1
    paragraph = words.paragraph_of[sentence] + 1
    if words.paragraph_of[below : below + 2].count(paragraph) != 1:
        return -1
    begin, end = words.bounds[below]
    if (
        end - begin > _MAX_SIGNATURE_WORDS
        or words.text[end - 1] in ".!?:"
        or any(context.cue[begin:end])
    ):
        return -1
    at = begin
    while at < end and words.text[at] in "—–―-":
        at += 1
    place = _alone_at(context, below, at, end)
    if place < 0 or not person_of(context, place):
        return -1
    # a name alone may as well be the heading of what follows
    office = words.roles.intersection(words.low[context.people.mentions[place].last : end])
    return place if office or at > begin else -1


def _implied(context: AttributionContext, number: int) -> Candidate | None:
    """A verb of speech beside a quote that has no subject of its own, where that is grammar."""
    words, lexicon = context.words, context.lexicon
    if not (lexicon.drops or lexicon.genderless):
        return None
    first, last = words.quotes[number]
    begin, end = words.bounds[words.sentence[first]][0], words.bounds[words.sentence[last - 1]][1]
    if lexicon.verb_last and first > begin:
        return None  # "Bir komşu “...” dedi"
    behind = _implied_in(context, beyond(words, last, end), end)
    if behind is not None or not lexicon.drops or not begin < first - 1:
        return behind
    led = _implied_in(context, begin, first - 1) if words.text[first - 1] == ":" else None
    return led if led and led.features else None  # "Ha declarado: ...", but "Dice: ..."


def _implied_in(context: AttributionContext, begin: int, end: int) -> Candidate | None:
    """A verb without a subject that is all that stands between two words, but for who is told."""
    words, genderless = context.words, context.lexicon.genderless
    told = words.low[begin : begin + 1]
    begin += not genderless.isdisjoint(told)  # "hän sanoo"
    cue = skip_adverbs(context, begin, end)  # "ha dicho", "va dir"
    if cue >= end or context.cue[cue] != CueKind.SPEECH:
        return None
    at = cue + len(cue_text(context, cue).split())
    if words.low[at : at + 1] and words.low[at] not in context.lexicon.prepositions:
        at = skip_adverbs(context, at, end)  # "dijo ayer", "tette hozzá"
    told += words.low[at : at + 1]
    if genderless.isdisjoint(told):
        if not context.lexicon.drops:
            return None
    elif at < end and words.low[at] in genderless:
        at += 1  # "sanoo hän", "mondta ő"
    while at < end and (at in context.people.told or _leads_to_told(context, at)):
        at += 1  # "mondta a Déli Lapnak."
    behind = behind_hearers(context, at, end)
    led, at = cue > begin or behind > at, behind
    if at < end and (words.low[at][0].isalnum() or words.quote[at] >= 0):
        return None
    if behind_aside(context, at, end) > at:
        return None
    return Candidate(IMPLIED, (LED,) if led else (), cue, "implied")


def _leads_to_told(context: AttributionContext, at: int) -> bool:
    """Whether a word is an article before somebody who is told something."""
    return at + 1 in context.people.told and context.words.low[at] in context.lexicon.determiners


def _identity(context: AttributionContext, mention: int, previous: int) -> int:
    """What tells candidates for different speakers apart: two mentions may be of one entity."""
    if mention == CONTINUES and previous >= 0:
        return previous
    if mention >= 0:
        which = context.people.entity_of[mention]
        return which if which >= 0 else mention - len(context.people.mentions) - 10
    return mention
