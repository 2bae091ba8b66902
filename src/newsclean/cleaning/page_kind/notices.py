"""A page that holds a notice instead of an article: consent, a robot check, an error, parking.

A page is a notice where some sentence says so and next to no prose says anything else but what
stands beside such notices: browsers, reference numbers, privacy. What says so is a phrase, or two
words of a pair in one sentence of a page that speaks to its reader or of itself, quotes nobody and
prints no day. The phrases are those of every language at once: a page so short tells its language
badly.
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_WORDS = 400
"""A page of more words is judged by the networks (a guess)."""
_GLANCE = 4_000
"""Most pages have more words than that in so many characters."""
_PROSE_WORDS = 10
"""A sentence of fewer words is a heading or a button."""
_HEAD_LINES = 2
_OTHER_WORDS = 25
"""So many words of other prose at most stand on the page of a notice (a guess)."""
_SHORT_WORDS, _REST_WORDS = 4, 10
"""Shorter sentences count where a page speaks to nobody: so many words of them are no notice."""
_MANY_BESIDE = 4
"""With so many words of those beside notices what a page tells its reader is one (a guess)."""
_BRIEF_WORDS = 40
"""On so short a page what speaks to the reader belongs to the notice (a guess)."""
_SAID = lazy_regex(r'[“„«"](?=[^”“»"\s]+\s+[^”“»"\s]+\s)[^”“»"]{25,}')
"""No notice quotes anybody; a single long word is the name of a button."""
_SENTENCE_END = lazy_regex(r"(?<=[.!?।])\s+|(?<=[。！？])\s*(?=.)")
_BETWEEN_WORDS = lazy_regex(r"[\s.,;:!?…()\[\]/|“”„«»\"-]+")
_DAY_CHARS = 60
_DAY = lazy_regex(r"\b\d{1,2}\b.*\b20\d\d\b|\b20\d\d\W+\d{1,2}\b|20\d\d[年년]")
"""A day on a line of its own: articles print theirs, notices hardly ever do."""


class _Pair(NamedTuple):
    """Words of two kinds that give a notice away where a sentence has one of each.

    A blank in them is where a word begins or ends.
    """

    one: tuple[str, ...]
    other: tuple[str, ...]


class _Data(NamedTuple):
    phrases: dict[str, tuple[str, ...]]
    pairs: dict[str, tuple[_Pair, ...]]
    beside: dict[str, tuple[str, ...]]
    speaks: tuple[str, ...]
    """What speaks to the reader, or of the page itself."""


class _Sentence(NamedTuple):
    text: str
    words: int
    spaced: str
    """The text with one blank between its words, before the first and after the last."""


def notice_of(texts: Sequence[str], title: str = "", *, signed: bool = False) -> str | None:
    """What a page is instead of an article, by its lines and title; None for any other page.

    `signed` says that it has an author or a day in its mark-up.
    """
    if languages.count_words("\n".join(texts)[:_GLANCE]) > _MOST_WORDS:
        return None
    sentences = [_sentence(one) for text in texts for one in _SENTENCE_END.split(text)]
    total = sum(sentence.words for sentence in sentences)
    if total > _MOST_WORDS:
        return None
    data, head = _data(), title.lower()
    headings = "\n".join([head, *_headings(sentences)])
    whole = "\n".join([sentence.text for sentence in sentences])
    spaced = "".join([sentence.spaced for sentence in sentences])
    brief = [each for each in sentences[_HEAD_LINES:] if each.words <= _SHORT_WORDS]
    parted = len(brief) >= _HEAD_LINES  # it has headings or buttons, as hardly any advice has
    quotes, dated = _SAID.search(whole) is not None, any(map(_is_day, texts))
    # of hundreds of phrases a page has a few: each sentence is searched for these alone
    told = {kind: _found(phrases, whole) for kind, phrases in data.phrases.items()}
    every = [*itertools.chain.from_iterable(told.values())]
    beside = {kind: [] if quotes else _found(words, whole) for kind, words in data.beside.items()}
    for kind, own in told.items():
        above = head if kind in beside else headings  # explainers are headed by such words, too
        titled = not quotes and any(one in above for one in data.phrases[kind])
        titled = titled and bool(beside.get(kind, True))  # cookies are baked, too
        paired = (
            []
            if quotes or dated or signed
            else _paired(data.pairs.get(kind, ()), spaced, sentences)
        )
        if not (own or titled or paired):
            continue
        speaking = _spoken(data.speaks, spaced, sentences)
        noticed = _with(own, sentences) | {*(paired if speaking else ())}
        words = [*beside["anything"], *beside.get(kind, ())]
        said = noticed | _with(words, sentences)
        told_of = noticed | _with(every, sentences) if titled else said
        if titled and parted and len(words) >= _MANY_BESIDE:
            told_of |= speaking
        left = [each.words for at, each in enumerate(sentences) if at not in told_of]
        other = sum(count for count in left if count >= _PROSE_WORDS)
        if other > (2 * _OTHER_WORDS if titled else _OTHER_WORDS):
            continue
        if not speaking and not any(sentences[at].words <= _SHORT_WORDS for at in noticed):
            rest = {*range(len(sentences))} - told_of.union(paired)
            counts = [sentences[at].words for at in rest]
            if sum(count for count in counts if count >= _SHORT_WORDS) > _REST_WORDS:
                continue
        if paired or total <= _BRIEF_WORDS:
            said |= speaking
        if titled or (noticed and 3 * sum(sentences[at].words for at in said) >= total - other):
            return kind
    return None


def _headings(sentences: Sequence[_Sentence]) -> list[str]:
    """The headline that stands first, perhaps below the site's name."""
    return [each.text for each in sentences[:_HEAD_LINES] if each.words < _PROSE_WORDS]


def _spoken(speaks: Sequence[str], spaced: str, sentences: Sequence[_Sentence]) -> set[int]:
    """Which sentences speak to the reader, or of the page itself."""
    found = _found(speaks, spaced)
    return {at for at, each in enumerate(sentences) if any(one in each.spaced for one in found)}


def _sentence(text: str) -> _Sentence:
    lower = text.lower().replace("’", "'")
    return _Sentence(
        lower, languages.count_words(text), f" {_BETWEEN_WORDS.sub(' ', lower).strip()} "
    )


def _is_day(text: str) -> bool:
    return len(text) <= _DAY_CHARS and "©" not in text and _DAY.search(text) is not None


def _found(phrases: Iterable[str], text: str) -> list[str]:
    return [phrase for phrase in phrases if phrase in text]


def _with(phrases: Sequence[str], sentences: Sequence[_Sentence]) -> set[int]:
    """Which sentences have one of the phrases."""
    return {at for at, each in enumerate(sentences) if any(one in each.text for one in phrases)}


def _paired(pairs: Iterable[_Pair], spaced: str, sentences: Sequence[_Sentence]) -> list[int]:
    """Which sentences have both words of a pair."""
    places: list[int] = []
    for pair in pairs:
        one = _found(pair.one, spaced)
        other = _found(pair.other, spaced) if one else []
        places += [
            at
            for at, each in enumerate(sentences if other else ())
            if any(word in each.spaced for word in one)
            and any(word in each.spaced for word in other)
        ]
    return places


@cache
def _data() -> _Data:
    data = languages.read_data("cleaning/notices.json")
    split = {part: _lists(data[part]) for part in ("phrases", "beside")}
    pairs = {
        kind: tuple(_Pair(_words(one), _words(other)) for one, other in written)
        for kind, written in data["pairs"].items()
    }
    return _Data(split["phrases"], pairs, split["beside"], _words(data["speaks"]))


def _lists(written: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {kind: tuple(phrases.split(" | ")) for kind, phrases in written.items()}


def _words(written: str) -> tuple[str, ...]:
    """The words of a list in which "_" stands for a blank."""
    return tuple(written.replace("_", " ").split(" | "))
