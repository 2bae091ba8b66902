"""Does a quote stand for itself? Not what points back at words that are not shown with it.

"That'll be a new trade channel", "And so we left": a reader of key quotes sees neither the
sentence before nor the question. Nor does anybody want a question or "no comment" in print.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsclean.languages import WORD, read_data
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import QuoteDraft
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words

_FINAL = ".!?…"
_STOPS = lazy_regex(r"[.!…]\s")
_MAX_CALL_WORDS = 2
"""The longest call before a question; a guess."""
_MAX_ATTRIBUTION_WORDS = 8
"""How far behind a quote the reporter's verb is sought; a guess."""
_FIRST_CHARS = 60
"""How much of a quote is read to see how it begins."""
_MAX_SILENT_WORDS = 14
"""Longer statements that hold "no comment" say something more; a guess."""


class Standing(NamedTuple):
    """The words of a language that tell how a statement leans on others; "it's" is two words."""

    links: frozenset[str]
    """First words that go on from a sentence before: "and", "therefore"."""
    points: frozenset[str]
    """First words that point back, where one of `after` follows, or anything where none are."""
    after: frozenset[str]
    answers: frozenset[str]
    """First words that answer a question, where a comma or a stop follows."""
    openings: tuple[str, ...]
    """Whole openings that point back: "it s because"."""
    contrasts: frozenset[str]
    """Words that set one against another: "but"."""
    causes: frozenset[str]
    """Words before a reason: "because"."""
    third: frozenset[str]
    """Pronouns of those who are told of: "she", "it"."""
    impersonal: frozenset[str]
    """Verbs behind them that make them nobody: "il faut"."""
    silent: tuple[str, ...]
    """What those say who say nothing."""


@cache
def _standing(language: str) -> Standing:
    table = read_data("quotes/standing.json").get(language, {})
    links, points, after, answers, against, causes, third, impersonal = (
        frozenset(table.get(name, "").split())
        for name in (
            *("links", "points", "after", "answers"),
            *("contrasts", "causes", "third", "impersonal"),
        )
    )
    openings, silent = (
        tuple(f"{one} " for one in table.get(name, ())) for name in ("openings", "silent")
    )
    return Standing(
        links, points, after, answers, openings, against, causes, third, impersonal, silent
    )


def _words(text: str) -> list[str]:
    """The words of a text in lower case, parted at apostrophes."""
    return WORD.findall(text.lower().replace("'", " ").replace("’", " "))


def links(language: str) -> frozenset[str]:
    """First words that go on from a sentence, or a part of one, before: "and", "therefore"."""
    return _standing(language).links


def contrasts(language: str) -> frozenset[str]:
    """Words that set one statement against another: "but"."""
    return _standing(language).contrasts


def asks(text: str) -> bool:
    """Whether all of a quote is a question, but for a call: "Excuse me. What does it cost?"."""
    body = text.rstrip()
    if not body.endswith(("?", "？")):
        return False
    *before, _ = _STOPS.split(body[:-1])
    return all(len(part.split()) <= _MAX_CALL_WORDS for part in before)


def leans(text: str, language: str) -> bool:
    """Whether a quote leans on what was said before it, or asks.

    >>> leans("That'll be a new trade channel for us,", "en")
    True
    >>> leans("Bread is a common denominator around the globe.", "en")
    False
    """
    known = _standing(language)
    found = _words(text[:_FIRST_CHARS])
    if not found:
        return False
    first = found[0]
    if first in known.links or asks(text):
        return True
    if first in known.answers and text.lstrip()[len(first) : len(first) + 1] in (",", ".", "!"):
        return True
    if _points_back(found, known):
        return True
    return any(f"{' '.join(found)} ".startswith(one) for one in known.openings)


def points_back(text: str, language: str) -> bool:
    """Whether a quote opens on a "this is" or "that was" that only the words before it explain."""
    return _points_back(_words(text[:_FIRST_CHARS]), _standing(language))


def _points_back(found: list[str], known: Standing) -> bool:
    return (
        found[:1] != []
        and found[0] in known.points
        and (not known.after or not known.after.isdisjoint(found[1:2]))
    )


def answers_why(words: Sequence[str], language: str) -> bool:
    """Whether a statement only gives a reason: "Because the law says so"."""
    return bool(words) and words[0] in _standing(language).causes


def tells_of(words: Sequence[str], language: str) -> bool:
    """Whether a statement opens on somebody or something that it does not name: "It was blue"."""
    known = _standing(language)
    return bool(words) and words[0] in known.third and known.impersonal.isdisjoint(words[1:2])


def is_silent(text: str, language: str) -> bool:
    """Whether somebody only says that nothing is said: "We will not comment on that."."""
    known = _standing(language)
    found = _words(text) if known.silent else []
    if not 0 < len(found) <= _MAX_SILENT_WORDS:
        return False
    whole = f" {' '.join(found)} "
    return any(f" {phrase}" in whole for phrase in known.silent)


def ends_outside(quote: QuoteDraft, words: Words, lexicon: Lexicon) -> bool:
    """Whether the reporter ends the sentence: "... But these pills," she says, are new."."""
    if not quote.text.endswith(","):
        return False
    first, last = bisect_right(words.ends, quote.start), bisect_right(words.ends, quote.end)
    at = last - 1
    while at > first and words.text[at] not in _FINAL:
        at -= 1
    if not lexicon.clauses.isdisjoint(words.low[at:last]):
        return False
    stop = words.bounds[words.sentence[min(last, len(words.sentence) - 1)]][1]
    while last < stop and words.quote[last] >= 0:
        last += 1
    return any(
        words.text[one] == "," and words.low[one + 1] in lexicon.clauses
        for one in range(last, min(stop - 1, last + _MAX_ATTRIBUTION_WORDS))
    )


def is_sung(quote: QuoteDraft, words: Words, lexicon: Lexicon) -> bool:
    """Whether it is a line of a song, a saying, or stands on a sign.

    By " / " in it, by a word beside it ("proverb"), or by two ("the saying", not "saying").
    """
    if " / " in quote.text:
        return True
    if not lexicon.unspoken:
        return False
    at = min(bisect_right(words.ends, quote.start), len(words.sentence) - 1)
    begin, end = words.bounds[words.sentence[at]]
    named = (quote.speaker or "").lower().split()  # "Song said"
    return any(
        (place == begin or words.low[place] not in named or words.text[place].islower())
        and not lexicon.unspoken.isdisjoint(
            (words.low[place], f"{words.low[place - 1]}_{words.low[place]}")
        )
        for place in range(begin, end)
        if words.quote[place] < 0
    )
