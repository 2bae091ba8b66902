"""How often a speaker who was found in this way is right, and who is named at all.

A logistic model over how a speaker was found: by which way, from what kind of mention, how far
from the quote, how well known to the article, beside how many others. Its weights are learned
from quotes of which readers said who speaks (`newsclean.training.quotes.speakers`); its probability
is the `confidence` of a quote. Nobody is better than the wrong one: below a bound nobody is named.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from newsclean.quotes.attribution.candidates import Candidate
from newsclean.quotes.attribution.nearest import FAMILIES as NEAREST
from newsclean.quotes.attribution.nearest import nearest
from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.context.voices import Speaker
from newsclean.quotes.draft import Grounds, QuoteDraft
from newsclean.quotes.mentions.bearers import Entity
from newsclean.quotes.text.lexicon import first_names
from newsclean.quotes.weights import read_weights

MIN_TRUST = 0.5
"""How sure a speaker must be to be named: from .55 on more right ones than wrong ones are lost in
the news of the benchmark; see `newsclean.training.quotes.speakers` for what each bound gives."""
MIN_TRUST_BESIDE_NOUNS = 0.45
"""The same where every noun has a capital: the model holds too little of German sources."""
SURE_ROUTES = frozenset({"clause", "plain", "signed"})
"""A clause that touches the quote and names a person in full is right 99 times in 100."""
_MAX_SURE_WORDS = 3
_MIN_SENTENCES = 10
"""In shorter texts what the rules say stands: the model has learned from whole articles."""
SCALE = 1.5
"""What the log-odds of the rules are multiplied by, so that the model may lean on them."""
_LEAST, _MOST = 0.3, 0.985
_SURE_STEPS, _COUNT_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.97), (1, 2, 3, 5, 8)
_GAP_STEPS, _SIZE_STEPS = (2, 4, 8, 16), (2, 3, 5, 8, 15, 30)
_SHARE_STEPS, _TOTAL_STEPS = (0.15, 0.34, 0.6), (2, 4, 8)
_STANDS = {"after a colon": "colon", "its own sentence": "own", "opening clause": "own"}
FAMILIES = (
    "bias",
    "route {route}",
    "language {language}",
    "{link}",
    "again{step}",
    "{kind} {route}",
    "sure{step}",
    "{route} sure{step}",
    "{kind} certain{step}",
    "region {region}",
    "{kind} {pattern}",
    "{language} {pattern}",
    "{flag}",
    "{kind} {head}",
    "{head} {article}",
    "who {who}",
    "who {who} {given}",
    "who {who} {kind}",
    "who {who} {language}",
    "{role}",
    "often{often} {who}",
    "often{often}",
    "{short}",
    "{opens} {who}",
    "back{back} {link}",
    "others{others}",
    "others{others} {here} {kind}",
    "beside{others} {here}",
    "gap{often} {side}",
    "{quote} {route}",
    "{quote} size{step}",
    "share{others} of{others}",
    "stands {stands}",
    "stands {stands} {route}",
    *NEAREST,
)


def weighed(context: AttributionContext, found: Sequence[QuoteDraft]) -> list[QuoteDraft]:
    """`found` with how often such speakers are right, and nobody named where that is too seldom."""
    if len(context.words.bounds) < _MIN_SENTENCES:
        return [quote._replace(grounds=None) for quote in found]
    weights = _weights()
    article = Article(context, found)
    least = MIN_TRUST_BESIDE_NOUNS if context.lexicon.capitals else MIN_TRUST
    result: list[QuoteDraft] = []
    for at, quote in enumerate(found):
        if quote.speaker is None or quote.grounds is None or is_sure(context, quote):
            result.append(quote)
            continue
        if _goes_on(quote) and result[-1].speaker == quote.speaker:
            result.append(quote._replace(confidence=result[-1].confidence))
            continue
        names = features(article, at)
        trust = weights["rules"] * log_odds(quote.confidence)
        trust += sum(map(weights.get, names, repeat(0.0)))
        sure = 1 / (1 + math.exp(-trust))
        if quote.continues and result[-1].speaker == quote.speaker:
            sure = min(sure, result[-1].confidence)
        if sure < least or (quote.continues and result[-1].speaker is None):
            result.append(_unsaid(quote))
        else:
            result.append(quote._replace(confidence=round(sure, 3)))
    return result


def grounds_of(
    context: AttributionContext, option: Candidate, who: Speaker, sure: float, certain: float
) -> Grounds:
    """How a speaker was found, for the model that says how often that is right."""
    pattern = option.features[0][0] if option.features else ""
    word = option.cue
    if option.mention >= 0:
        word = context.people.mentions[option.mention].first
    paragraph = context.words.paragraph_of[context.words.sentence[word]]
    return Grounds(
        option.route, pattern, option.mention, who.entity, sure, certain, paragraph=paragraph
    )


def is_sure(context: AttributionContext, quote: QuoteDraft) -> bool:
    """Whether a clause that touches a quote names a person in full."""
    grounds = quote.grounds
    if grounds is None or grounds.entity < 0 or grounds.place < 0:
        return False
    entity = context.people.entities[grounds.entity]
    named = context.people.mentions[grounds.place].kind == "name"
    whole = entity.person is True and 1 < len(entity.name) <= _MAX_SURE_WORDS
    return grounds.route in SURE_ROUTES and named and whole and grounds.again >= _SURE_STEPS[-2]


def _goes_on(quote: QuoteDraft) -> bool:
    """Whether a quote surely goes on from the one before: they are right and wrong together."""
    return quote.continues and quote.grounds is not None and quote.grounds.again >= _SURE_STEPS[-2]


def log_odds(confidence: float) -> float:
    """The log-odds of the confidence that the rules give."""
    bounded = min(max(confidence, _LEAST), _MOST)
    return SCALE * math.log(bounded / (1 - bounded))


def _unsaid(quote: QuoteDraft) -> QuoteDraft:
    return quote._replace(
        speaker=None,
        role=None,
        speaker_start=None,
        speaker_end=None,
        attribution=None,
        confidence=0.0,
        continues=False,
    )


@cache
def _weights() -> Mapping[str, float]:
    return read_weights("quotes/trust.json", (*FAMILIES, "rules"))


class Known(NamedTuple):
    """How often an article names somebody outside quotes, and in which way."""

    outside: int
    only_opens: bool
    """Each time as the first word of a sentence."""
    shortened: bool


class Article:
    """What is counted once for all quotes of an article."""

    def __init__(self, context: AttributionContext, found: Sequence[QuoteDraft]) -> None:
        """Counts who speaks how often."""
        self.context = context
        self.found = found
        self.spoken = Counter(quote.speaker for quote in found if quote.speaker)
        self.total = sum(self.spoken.values())
        self._people: dict[int, set[int]] = {}
        self._near: dict[int, set[int]] = {}
        self._known: dict[int, Known] = {}
        lexicon = context.lexicon
        cases = "case" if lexicon.case_endings else "x"
        self.language = lexicon.language if lexicon.language in ("de", "en") else cases

    def word(self, offset: int) -> int:
        """The first word that ends behind an offset."""
        words = self.context.words
        return min(bisect_right(words.ends, offset), len(words.sentence) - 1)

    def people(self, sentence: int) -> set[int]:
        """The entities that a sentence names outside quotes, but for those that are no persons."""
        found = self._people.get(sentence)
        if found is None:
            people = self.context.people
            named = {people.entity_of[at] for at in self.context.by_sentence.get(sentence, ())}
            found = {one for one in named if one >= 0 and people.entities[one].person is not False}
            self._people[sentence] = found
        return found

    def near(self, sentence: int) -> set[int]:
        """The entities that the paragraph of a sentence names; counted once for its quotes."""
        paragraphs = self.context.words.paragraph_of
        paragraph = paragraphs[sentence]
        found = self._near.get(paragraph)
        if found is None:
            begin = end = sentence
            while begin and paragraphs[begin - 1] == paragraph:
                begin -= 1
            while end + 1 < len(paragraphs) and paragraphs[end + 1] == paragraph:
                end += 1
            found = set[int]().union(*(self.people(one) for one in range(begin, end + 1)))
            self._near[paragraph] = found
        return found

    def known(self, entity: int) -> Known:
        """How an article names an entity; counted once for all that it says."""
        found = self._known.get(entity)
        if found is None:
            words, people = self.context.words, self.context.people
            firsts = (people.mentions[at].first for at in people.entities[entity].mentions)
            outside = [word for word in firsts if words.quote[word] < 0]
            opens = all(words.bounds[words.sentence[word]][0] == word for word in outside)
            short = _is_shortened(self.context, people.entities[entity])
            found = self._known[entity] = Known(len(outside), opens and bool(outside), short)
        return found


def features(article: Article, at: int) -> Iterator[str]:
    """What tells how sure the speaker of quote `at` is, by the names of `FAMILIES`."""
    context, quote = article.context, article.found[at]
    grounds = quote.grounds or Grounds("model")
    words, people = context.words, context.people
    language, route = article.language, grounds.route
    first = article.word(quote.start)
    paragraph = words.paragraph_of[words.sentence[first]]
    link = _link(article, at, paragraph)
    mention = people.mentions[grounds.place] if grounds.place >= 0 else None
    kind = "-"
    if mention is not None:
        kind = mention.kind[0] + (mention.gender if mention.kind == "pronoun" else "")
    region, _, pattern = grounds.pattern.partition(" ")
    yield from ("bias", f"route {route}", f"language {language}", link, f"{kind} {route}")
    if quote.continues:
        yield f"again{bisect_right(_SURE_STEPS, grounds.again)}"
    sure = bisect_right(_SURE_STEPS, grounds.sure)
    yield from (f"sure{sure}", f"{route} sure{sure}", f"region {region}")
    yield from (f"{kind} {pattern}", f"{language} {pattern}")
    if kind != "n":
        yield f"{kind} certain{bisect_right(_SURE_STEPS, grounds.certain)}"
    if mention is not None:
        known = context.mention_contexts.get(grounds.place)
        yield from known.speech.flags if known else ()
        if mention.first < first:
            yield f"gap{bisect_right(_GAP_STEPS, first - mention.first)} before"
        else:
            gap = mention.first - article.word(quote.end)
            yield f"gap{bisect_right(_GAP_STEPS, gap)} after"
    if grounds.entity < 0:
        yield "who nameless"
        yield from _described(context, quote, kind, mention.head if mention else "")
    else:
        yield from _named(article, quote, grounds, kind)
        back = max(-1, min(paragraph - grounds.paragraph, 3)) if grounds.place >= 0 else 3
        yield f"back{back} {link}"
        yield from _beside(article, words.sentence[first], grounds.entity, kind)
        yield from nearest(context, first, article.word(quote.end), grounds.entity, kind)
    size = bisect_right(_SIZE_STEPS, len(quote.text.split()))
    share = bisect_right(_SHARE_STEPS, article.spoken[quote.speaker or ""] / article.total)
    yield from (f"{quote.kind} {route}", f"{quote.kind} size{size}")
    stands = _STANDS.get(quote.rule or "", "inside")
    yield from (f"stands {stands}", f"stands {stands} {route}")
    yield f"share{share} of{bisect_right(_TOTAL_STEPS, article.total)}"


def _link(article: Article, at: int, paragraph: int) -> str:
    """How a quote goes on from the one before: in how many paragraphs below it."""
    quote, words = article.found[at], article.context.words
    if quote.grounds is not None and quote.grounds.route == "only":
        return "only"
    if not quote.continues:
        return "base"
    before = words.sentence[article.word(article.found[at - 1].start)]
    return f"next{max(0, min(paragraph - words.paragraph_of[before], 2))}"


def _described(
    context: AttributionContext, quote: QuoteDraft, kind: str, head: str
) -> Iterator[str]:
    """What a speaker without a name is: "a neighbour", "the agency"."""
    lexicon = context.lexicon
    groups = {
        "role": context.words.roles,
        "group": lexicon.groups,
        "plural": lexicon.plural,
        "unnamed": lexicon.unnamed,
    }
    what = next((name for name, known in groups.items() if head in known), "other")
    opening = (quote.speaker or "").partition(" ")[0].lower()
    article = "definite" if opening in lexicon.definite else "none"
    article = "indefinite" if opening in lexicon.indefinite else article
    yield from (f"{kind} {what}", f"{what} {article}")


def _named(article: Article, quote: QuoteDraft, grounds: Grounds, kind: str) -> Iterator[str]:
    """What a name is, and how well the article knows it."""
    entity = article.context.people.entities[grounds.entity]
    who = ("P" if entity.person else "-" if entity.person is None else "O") + str(
        min(len(entity.name), 4)
    )
    given = "given" if entity.name[0].lower() in first_names() else "other"
    yield from (f"who {who}", f"who {who} {given}", f"who {who} {kind}")
    yield f"who {who} {article.language}"
    yield "role" if quote.role else "bare"
    known = article.known(grounds.entity)
    often = bisect_right(_COUNT_STEPS, known.outside)
    yield from (f"often{often}", f"often{often} {who}")
    yield "short" if known.shortened else "whole"
    yield f"{'opens' if known.only_opens else 'inside'} {who}"


def _is_shortened(context: AttributionContext, entity: Entity) -> bool:
    """Whether a name of several words is later one of them, as the names of persons are."""
    mentions = context.people.mentions
    return len(entity.name) > 1 and any(
        mentions[at].last - mentions[at].first == 1 for at in entity.mentions
    )


def _beside(article: Article, sentence: int, entity: int, kind: str) -> Iterator[str]:
    """How many others the sentence and the paragraph of a quote name."""
    named, near = article.people(sentence), article.near(sentence)
    beside = min(len(named) - (entity in named), 2)
    others = min(len(near) - (entity in near), 3)
    yield f"beside{beside} {'here' if entity in named else 'away'}"
    yield from (
        f"others{others}",
        f"others{others} {'here' if entity in near else 'away'} {kind}",
    )
