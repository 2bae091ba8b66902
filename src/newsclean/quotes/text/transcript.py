"""Paragraphs -> the turns of a transcript: lines that begin with a speaker's name and a colon.

Only where such lines take turns: two persons at least, each of them twice. A turn is a direct quote
without marks; what stands between marks inside it is part of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import TURN, QuoteDraft
from newsclean.quotes.text.lexicon import first_names

_LABEL = lazy_regex(r"\s*([^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]*){0,3})\s?:\s+(?=\S)")
_MIN_TURNS = 4
"""The fewest labelled lines of a transcript; a guess, as the next two."""
_MIN_TURN_WORDS = 3
_MIN_TURNS_SHARE = 0.25
"""The share of paragraphs that are turns where labels are surnames in capitals; a guess."""
_MAX_SPEAKERS = 300
"""The whole text is read for each: a bound on the time."""
_CONFIDENCE = 0.9


def find_turns(text: str, paragraphs: Sequence[Span], title: str | None = None) -> list[QuoteDraft]:
    """The turns of a transcript, each with the name it begins with; none in other texts."""
    if text.count(":") < _MIN_TURNS:
        return []
    labelled = [
        (match, end)
        for start, end in paragraphs
        if text.find(":", start, end) > 0
        and (match := _LABEL.match(text, start, end))
        and match[1][0].isupper()
    ]
    counts = Counter(match[1] for match, _ in labelled)
    often = sorted(counts, key=lambda name: (-counts[name], name))[:_MAX_SPEAKERS]
    speakers = {name for name in often if counts[name] > 1}
    whole = sum(counts[name] for name in speakers) >= _MIN_TURNS_SHARE * len(paragraphs)
    known = f"{title}\n{text}" if title else text
    asks = {match[1] for match, end in labelled if text[match.end() : end].rstrip()[-1:] in "?？"}
    if not (len(speakers) == 2 and whole and _take_turns(known, speakers, asks, counts)):
        speakers = {
            name
            for name in speakers
            if _is_person(known, name) or (whole and name.isupper() and _is_titled(known, name))
        }
    if len(speakers) < 2:
        return []
    voices = {
        name
        for name in often
        if name.rpartition(" ")[2] in speakers or name in speakers or _is_named(known, name)
    }
    turns = [
        (match, end)
        for match, end in labelled
        if match[1] in voices and len(text[match.end() : end].split()) >= _MIN_TURN_WORDS
    ]
    if len(turns) < _MIN_TURNS:
        return []
    return [_turn(text, match, end) for match, end in turns]


def _take_turns(text: str, speakers: set[str], asks: set[str], counts: Mapping[str, int]) -> bool:
    """Whether two labels are whole names, one of whom asks, and one is told of besides.

    No word of a label is one that the text has without a capital: "Best Guess:".
    """
    words = {word for name in speakers for word in name.split()}
    named = all(" " in name for name in speakers) and all(word.istitle() for word in words)
    if not named or len(asks & speakers) != 1:
        return False
    told = any(text.count(name) > counts[name] for name in speakers)
    return told and words.isdisjoint(map(str.title, re.findall(r"\b[^\W\d_A-Z]\w++", text)))


def _is_person(text: str, label: str) -> bool:
    """Whether a label is a person's name: "Ann Lee", or "LEE" where the text has an Ann Lee."""
    givens = first_names()
    words = label.split()
    if len(words) > 1 and words[0].lower() in givens:
        return True
    name = label.title() if label.isupper() else label
    before = _words_before(text, name)
    return any(word[0].isupper() and word.lower() in givens for word in before)


def _is_named(text: str, label: str) -> bool:
    """Whether a label is a whole name of a person, who may have the word but once."""
    return " " in label and _is_person(text, label)


def _is_titled(text: str, label: str) -> bool:
    """Whether a label in capitals is a surname that the text has behind a title, or a name.

    "RUMSFELD" where there is a "Secretary Rumsfeld", not "NOTE" or "Q".
    """
    name = label.title()
    return any(word.istitle() for word in _words_before(text, name))


def _words_before(text: str, name: str) -> Iterator[str]:
    """Each word that only a blank parts from `name`, found by the name: names are rare."""
    at = text.find(f" {name}")
    left = 0
    while at >= 0:
        stop = at + 1 + len(name)
        begin = at
        while begin > left and _in_word(text[begin - 1]):
            begin -= 1
        ends = _in_word(text[stop - 1]) != _in_word(text[stop : stop + 1])
        if begin < at and ends:
            yield text[begin:at]
            left = stop
        at = text.find(f" {name}", at + 1)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _turn(text: str, match: re.Match[str], end: int) -> QuoteDraft:
    start, stop = match.end(), end
    body = text[start:stop].rstrip()
    stop = start + len(body)
    if body[0] in '"“„«' and body[-1] in '"”“»':
        start, stop = start + 1, stop - 1
    return QuoteDraft(
        " ".join(text[start:stop].split()),
        start,
        stop,
        "direct",
        match[1].title() if match[1].isupper() else match[1],
        None,
        match.start(1),
        match.end(1),
        None,
        "the name that the line begins with",
        _CONFIDENCE,
        rule=TURN,
    )
