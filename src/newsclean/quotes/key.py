"""Quotes -> the same quotes with a score, the best of them with a rank.

A key quote is a statement that a person would print: with somebody who says it, five words at
least (four or three where an article has few such), whole, no fragment, no line of a song and
nothing that "you might say". Of those, a quote scores by what it says of the article's subject, by
who speaks, and by how well it stands alone. A further quote of a speaker who has one already counts
less, and one that repeats another is left out.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import filterfalse
from operator import itemgetter

from newsclean.document import Quote
from newsclean.languages import WORD
from newsclean.plain import plain
from newsclean.quotes.draft import SIGNATURE, QuoteDraft
from newsclean.quotes.statements import statements
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words
from newsclean.quotes.worth import worth_printing

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
_REPEATED_SHARE, _MIN_CONTENT_WORDS, _SAME_SHARE = 0.6, 3, 0.85
"""The share of the shorter quote's content words that a repetition has, from so many on; and of all
its words where it has fewer."""
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
    if not quotes:
        return ()
    subject = _subject(words, lexicon, title)
    fame = Counter(quote.speaker or "" for quote in quotes)
    fame.pop("", None)
    most = max(fame.values(), default=1)
    wholes = statements(quotes, words, lexicon)
    parts = quotes
    quotes = [
        quote._replace(text=whole.text, end=parts[whole.last].end)
        for quote, whole in zip(parts, wholes, strict=True)
    ]
    spoken = [whole.words for whole in wholes]
    scores = [
        _score(quote, said, lexicon, subject, fame, most)
        for quote, said in zip(quotes, spoken, strict=True)
    ]
    wanted = len(quotes) if keys is None else keys
    worth = worth_printing(quotes, wholes, words, lexicon)
    order = _order(quotes, spoken, scores, worth, wanted, lexicon, every=keys is None)
    ranks = {at: place for place, at in enumerate(order, 1)}
    return tuple(
        Quote(
            *_typed(quote)[:-3],
            round(scores[at], 4),
            ranks.get(at),
            _printed(quote, wholes[at].text) if at in ranks else None,
        )
        for at, quote in enumerate(parts)
    )


def _printed(quote: QuoteDraft, whole: str) -> str | None:
    """What is printed of a key quote, None where that is its text."""
    if whole[:1].islower() and quote.rule != SIGNATURE:
        whole = f"… {whole}"  # a part of the reporter's sentence
    return plain(whole) if whole != quote.text else None


def _typed(quote: QuoteDraft) -> QuoteDraft:
    """A quote whose words and names have the characters that a person would type."""
    return quote._replace(
        text=plain(quote.text),
        speaker=quote.speaker and plain(quote.speaker),
        role=quote.role and plain(quote.role),
    )


def _stems(words: Iterable[str], lexicon: Lexicon) -> list[str]:
    """The content words among words, cut to their first letters so that inflections meet."""
    dull = lexicon.dull
    return [word[:_STEM_CHARS] for word in words if len(word) > 3 and word not in dull]


def _subject(words: Words, lexicon: Lexicon, title: str | None) -> dict[str, float]:
    """The words an article is about: its commonest, and twice those of its headline."""
    dull = lexicon.dull
    counts: dict[str, int] = {}
    for word in filterfalse(dull.__contains__, words.counts):
        if len(word) > 3:
            stem = word[:_STEM_CHARS]
            counts[stem] = counts.get(stem, 0) + words.counts[word]
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
    lexicon: Lexicon,
    *,
    every: bool,
) -> list[int]:
    """Greedy choice: the best that is left, speakers taking turns, no repetitions."""
    left = [at for at in range(len(quotes)) if every or worth[at]]
    left.sort(key=lambda at: (not worth[at], -scores[at], at))
    if every and len(left) > _MAX_POOL:
        return left
    left = left[:_MAX_POOL]
    bags = {at: _bags(spoken[at], lexicon) for at in left}
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


def _bags(said: list[str], lexicon: Lexicon) -> tuple[set[str], set[str]]:
    """The words of a quote, and those that say something."""
    return set(said), {word for word in said if word not in lexicon.dull and len(word) > 1}


def _repeats(one: tuple[set[str], set[str]], other: tuple[set[str], set[str]]) -> bool:
    """Whether most of what the shorter of two quotes says is in the longer one."""
    (words, told), (others, others_told) = one, other
    size = min(len(told), len(others_told))
    if size >= _MIN_CONTENT_WORDS:
        return len(told & others_told) >= _REPEATED_SHARE * size
    return len(words & others) >= _SAME_SHARE * min(len(words), len(others))
