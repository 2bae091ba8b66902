"""Quotes -> the same quotes with a score, the best of them with a rank.

A key quote is a statement that a person would print: with somebody who says it, five words at
least (four or three where an article has few such), whole, no fragment, no line of a song and
nothing that "you might say". Of those, a quote scores by what it says of the article's subject, by
who speaks, and by how well it stands alone. A further quote of a speaker who has one already counts
less, and one that repeats another is left out.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nlargest
from operator import itemgetter

from newsclean.document import Quote
from newsclean.languages import WORD
from newsclean.plain import plain
from newsclean.quotes.draft import ANSWER, SIGNATURE, QuoteDraft
from newsclean.quotes.standing import ends_outside, is_silent, is_sung, leans
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words

_MIN_CONFIDENCE = 0.6
_MIN_TRUST = 0.93
"""How sure the speaker of a key quote must be, where nothing was learned of the way it was found
(interviews, transcripts) and where it was. Words in the wrong mouth are the worst fault."""
_MIN_OTHER_TRUST = 0.82
"""The same of the surest quote of a speaker who has none that is surer: a voice that is missed is a
fault, too. The three were chosen by the pages on which the voices are shown and all are right, and
by wrong ones, with models of other domains."""
_MIN_ONLY_TRUST, _MIN_ONLY_CERTAIN = 0.7, 0.65
"""The same of the surest quote of an article that would show none; and how sure it must be whom a
pronoun or a role means: a "she" may be the last of three women named."""
_MIN_KEY_WORDS = 5
_MIN_SHORT_WORDS, _MIN_SHORT_CONFIDENCE = 3, 0.9
"""The same where an article has nothing longer, and how sure their speaker must be then."""
_FEW = 3
"""Of fewer key quotes an article has room for one a word shorter; a guess."""
_MIN_BESIDE_LONG = 7
"""The least words of a key quote whose speaker says longer things; a guess."""
_MAX_ANSWER_WORDS, _ENOUGH_SHORT = 60, 3
"""Longer answers are quoted only where so many shorter ones are not there; a guess."""
_MIN_PART_WORDS = 8
"""The shortest beginning of a sentence that stands for itself: "...," she said, "..."."""
_FINAL = ".!?…"
_CUT = ("…", "...", "—", "–", "-")
"""Ends that show that a quote was cut off."""

_SUBJECT_WEIGHT, _SPEAKER_WEIGHT, _ALONE_WEIGHT = 0.4, 0.25, 0.35
"""The parts of a score. These numbers and those below were set by reading what came first."""
_MAX_SUBJECT_WORDS = 25
_ENOUGH_HITS = 5
_STEM_CHARS = 6
_SAME_SPEAKER_FACTOR = 0.72
"""What a further quote of the same speaker keeps of its score, each time."""
_MOST_OF_SEVERAL, _MOST_OF_ONE = 0.4, 0.6
"""The most key quotes that one of several speakers has, and the only one, of those wanted: two and
three of five. Each further one is a scrap or cut off more often than it says something new."""
_REPEATED_SHARE = 0.6
_MAX_POOL = 200
"""How many of the best quotes are weighed against one another."""


def rank_quotes(
    quotes: Sequence[QuoteDraft],
    words: Words,
    lexicon: Lexicon,
    title: str | None,
    keys: int | None,
) -> tuple[Quote, ...]:
    """Scores all quotes (0 to 1) and gives the best `keys` a rank, 1 for the best; None all."""
    subject = _subject(words, lexicon, title)
    fame = Counter(quote.speaker or "" for quote in quotes)
    fame.pop("", None)
    most = max(fame.values(), default=1)
    spoken = [_words_of(quote, words) for quote in quotes]
    scores = [
        _score(quote, said, lexicon, subject, fame, most)
        for quote, said in zip(quotes, spoken, strict=True)
    ]
    wanted = len(quotes) if keys is None else keys
    everything = range(len(quotes))
    worth = [_is_statement(place, quotes, spoken, words, lexicon) for place in everything]
    if sum(worth) < _FEW:  # "I will not sign," he said.
        worth = [
            fits
            or (
                quotes[place].confidence >= _MIN_SHORT_CONFIDENCE
                and _is_statement(place, quotes, spoken, words, lexicon, _MIN_KEY_WORDS - 1)
            )
            for place, fits in enumerate(worth)
        ]
    if not any(worth):  # all that the article has: "– Det sa ni 2019 också, svarar Lars Ek."
        worth = [
            quotes[place].confidence >= _MIN_SHORT_CONFIDENCE
            and _is_statement(place, quotes, spoken, words, lexicon, _MIN_SHORT_WORDS)
            for place in everything
        ]
    _add_less_sure(quotes, spoken, words, lexicon, worth)
    _leave_scraps(quotes, spoken, worth, lexicon)
    _leave_leaning(quotes, worth, lexicon)
    _leave_long_answers(quotes, spoken, worth)
    order = _order(quotes, spoken, scores, worth, wanted, every=keys is None)
    ranks = {at: place for place, at in enumerate(order, 1)}
    return tuple(
        Quote(*_typed(quote)[:-1], round(scores[at], 4), ranks.get(at))
        for at, quote in enumerate(quotes)
    )


def _typed(quote: QuoteDraft) -> QuoteDraft:
    """A quote whose words and names have the characters that a person would type."""
    return quote._replace(
        text=plain(quote.text),
        speaker=quote.speaker and plain(quote.speaker),
        role=quote.role and plain(quote.role),
    )


def _add_less_sure(
    quotes: Sequence[QuoteDraft],
    spoken: list[list[str]],
    words: Words,
    lexicon: Lexicon,
    worth: list[bool],
) -> None:
    """Adds the surest quote of each speaker who has none."""
    shown = {quote.speaker for quote, fits in zip(quotes, worth, strict=True) if fits}
    others = sorted(
        (
            place
            for place, quote in enumerate(quotes)
            if quote.speaker not in shown
            and _MIN_OTHER_TRUST <= quote.confidence < _MIN_TRUST
            and _is_statement(place, quotes, spoken, words, lexicon, sure=_MIN_OTHER_TRUST)
        ),
        key=lambda place: -quotes[place].confidence,
    )
    for place in others:
        if quotes[place].speaker not in shown:
            worth[place] = True
            shown.add(quotes[place].speaker)
    if any(worth):
        return
    only = [
        place
        for place, quote in enumerate(quotes)
        if quote.grounds is not None
        and quote.grounds.certain >= _MIN_ONLY_CERTAIN
        and _is_statement(place, quotes, spoken, words, lexicon, sure=_MIN_ONLY_TRUST)
    ]
    if only:
        worth[max(only, key=lambda place: (quotes[place].confidence, -place))] = True


def _leave_scraps(
    quotes: Sequence[QuoteDraft], spoken: list[list[str]], worth: list[bool], lexicon: Lexicon
) -> None:
    """Takes the shortest quotes from what is worth printing, whose speakers say more elsewhere."""
    if not lexicon.spaced:
        return
    longer = {
        quote.speaker
        for quote, said, fits in zip(quotes, spoken, worth, strict=True)
        if fits and len(said) >= _MIN_PART_WORDS
    }
    for at, said in enumerate(spoken):
        if len(said) < _MIN_BESIDE_LONG and quotes[at].speaker in longer:
            worth[at] = False


def _leave_leaning(quotes: Sequence[QuoteDraft], worth: list[bool], lexicon: Lexicon) -> None:
    """Takes what leans on words before it from what is worth printing, and "no comment".

    Where somebody says nothing that stands for itself, what leans is still theirs.
    """
    leaning = [
        fits and (leans(quote.text, lexicon.language) or _goes_on(quotes, at))
        for at, (quote, fits) in enumerate(zip(quotes, worth, strict=True))
    ]
    standing = {
        quote.speaker
        for quote, fits, leant in zip(quotes, worth, leaning, strict=True)
        if fits and not leant
    }
    for at, quote in enumerate(quotes):
        if worth[at]:
            worth[at] = not (
                (leaning[at] and quote.speaker in standing)
                or is_silent(quote.text, lexicon.language)
            )


def _goes_on(quotes: Sequence[QuoteDraft], at: int) -> bool:
    """Whether the sentence goes on in the next quote: "Some worry," she said, "but few do."."""
    follows = quotes[at + 1] if at + 1 < len(quotes) else None
    return (
        follows is not None
        and follows.continues
        and follows.text[:1].islower()
        and quotes[at].text.endswith(",")
    )


def _leave_long_answers(
    quotes: Sequence[QuoteDraft], spoken: list[list[str]], worth: list[bool]
) -> None:
    """Takes answers of half a page from what is worth printing, where shorter ones are enough."""
    sizes = sorted(len(said) for at, said in enumerate(spoken) if worth[at])
    if len(sizes) <= _ENOUGH_SHORT:
        return
    bound = max(_MAX_ANSWER_WORDS, sizes[_ENOUGH_SHORT - 1])
    for at, said in enumerate(spoken):
        if len(said) > bound and quotes[at].rule == ANSWER:
            worth[at] = False


def _is_statement(
    place: int,
    quotes: Sequence[QuoteDraft],
    spoken: list[list[str]],
    words: Words,
    lexicon: Lexicon,
    least: int = _MIN_KEY_WORDS,
    sure: float | None = None,
) -> bool:
    """Whether a quote is a whole statement by somebody, worth printing by itself."""
    quote, said = quotes[place], spoken[place]
    if quote.kind != "direct" or len(said) < least:
        return False
    if lexicon.spaced and len(quote.text.split()) < least:
        return False  # the path of a file, an address
    known = lexicon.cues or lexicon.quotatives or not lexicon.spaced
    sure = (sure or _MIN_TRUST) if quote.grounds else _MIN_CONFIDENCE
    if known and (quote.speaker is None or quote.confidence < sure):
        return False
    if quote.speaker is not None and quote.speaker.lower() in lexicon.pronouns:
        return False  # "He": whoever it was, nobody is told
    signed = quote.rule == SIGNATURE and quote.text[-1:] in _FINAL  # set off as a whole
    if not signed and (quote.text[:1].islower() or quote.text.startswith(("…", "..."))):
        return False
    if quote.text.endswith(_CUT):
        return False
    follows = quotes[place + 1] if place + 1 < len(quotes) else None
    if follows is not None and follows.continues and follows.text[:1].islower():
        half = said[0] in lexicon.subordinators or (
            lexicon.clauses and lexicon.clauses.isdisjoint(said)
        )  # "If it rains," she said, "we stay."
        if half or len(said) < _MIN_PART_WORDS:
            return False
    return not (is_sung(quote, words, lexicon) or ends_outside(quote, words, lexicon))


def _words_of(quote: QuoteDraft, words: Words) -> list[str]:
    """The words of a quote, in lower case."""
    first = bisect_right(words.ends, quote.start)
    last = bisect_right(words.ends, quote.end, first)
    return [word for word in words.low[first:last] if word[0].isalpha()]


def _stems(words: Iterable[str], lexicon: Lexicon) -> list[str]:
    """The content words among words, cut to their first letters so that inflections meet."""
    dull = lexicon.dull
    return [word[:_STEM_CHARS] for word in words if len(word) > 3 and word not in dull]


def _subject(words: Words, lexicon: Lexicon, title: str | None) -> dict[str, float]:
    """The words an article is about: its commonest, and twice those of its headline."""
    dull = lexicon.dull
    counts: dict[str, int] = {}
    for word, times in words.counts.items():
        if len(word) > 3 and word not in dull:
            stem = word[:_STEM_CHARS]
            counts[stem] = counts.get(stem, 0) + times
    repeated = [item for item in counts.items() if item[1] > 1]
    commonest = nlargest(_MAX_SUBJECT_WORDS, repeated, key=itemgetter(1))
    subject = {stem: 1.0 for stem, _ in commonest}
    for stem in _stems(WORD.findall((title or "").lower()), lexicon):
        subject[stem] = subject.get(stem, 0.0) + 1.0
    return subject


def _score(
    quote: QuoteDraft,
    said: list[str],
    lexicon: Lexicon,
    subject: dict[str, float],
    fame: Counter[str],
    most: int,
) -> float:
    stems = sorted(set(_stems(said, lexicon)))
    about = min(1.0, sum(subject.get(stem, 0.0) for stem in stems) / _ENOUGH_HITS)
    who = 0.0
    if quote.speaker:
        named = 0.6 if " " in quote.speaker and quote.speaker[:1].isupper() else 0.3
        share = fame[quote.speaker] / most
        who = (named + 0.4 * share) * (0.5 + 0.5 * quote.confidence)
    return (
        _SUBJECT_WEIGHT * about
        + _SPEAKER_WEIGHT * who
        + _ALONE_WEIGHT * _alone(quote, said, lexicon)
    )


def _alone(quote: QuoteDraft, words: list[str], lexicon: Lexicon) -> float:
    """How well a quote can be read without the text around it, 0 to 1."""
    size = len(words)
    if not size:
        return 0.0
    value = min(1.0, size / 10) if size <= 45 else max(0.4, 1.0 - (size - 45) / 80)
    if quote.kind != "direct":
        value *= 0.45
    first = words[0]
    if lexicon.pronouns.get(first, "i") in ("m", "f", "n") or first in lexicon.complementisers:
        value *= 0.6
    elif first in lexicon.pronouns and lexicon.pronouns[first] == "p":
        value *= 0.85
    if quote.text.startswith(("…", "...", "[", "(")) or quote.text[:1].islower():
        value *= 0.7
    if quote.text.rstrip().endswith("?"):
        value *= 0.6
    return value * (0.8 if quote.continues else 1.0)


def _order(
    quotes: Sequence[QuoteDraft],
    spoken: list[list[str]],
    scores: list[float],
    worth: list[bool],
    wanted: int,
    *,
    every: bool,
) -> list[int]:
    """Greedy choice: the best that is left, speakers taking turns, no repetitions."""
    left = [at for at in range(len(quotes)) if every or worth[at]]
    left.sort(key=lambda at: (not worth[at], -scores[at], at))
    if every and len(left) > _MAX_POOL:
        return left
    left = left[:_MAX_POOL]
    bags = {at: set(spoken[at]) for at in left}
    alone = len({quotes[at].speaker for at in left}) == 1
    most = math.ceil(wanted * (_MOST_OF_ONE if alone else _MOST_OF_SEVERAL))
    turns: Counter[str | None] = Counter()
    order: list[int] = []
    while left and len(order) < wanted:
        best = max(
            left,
            key=lambda at: (
                worth[at],
                scores[at] * _SAME_SPEAKER_FACTOR ** turns[quotes[at].speaker],
                -at,
            ),
        )
        left.remove(best)
        if turns[quotes[best].speaker] >= most and not every:
            continue
        if any(_repeats(bags[best], bags[one]) for one in order) and not every:
            continue
        turns[quotes[best].speaker] += 1
        order.append(best)
    return order


def _repeats(one: set[str], other: set[str]) -> bool:
    """Whether most words of the shorter of two quotes are in the longer one."""
    shared = len(one & other)
    return shared >= _REPEATED_SHARE * min(len(one), len(other)) and shared >= 1
