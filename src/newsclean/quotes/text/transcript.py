"""Paragraphs -> what is said in the turns of a transcript, as quotes.

Only where labels take turns: two persons at least, each of them twice, or beside somebody whose
label says that they present ("ANN LEE, HOST:"). A turn is a direct quote without marks; what stands
between marks inside it is part of it. Who presents is not quoted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import ASKED, TURN, QuoteDraft
from newsclean.quotes.text.everywhere import everywhere
from newsclean.quotes.text.lexicon import Lexicon, first_names
from newsclean.transcripts import (
    MIN_TURNS,
    MIN_TURNS_SHARE,
    Turn,
    introducing,
    presenting,
    read_turns,
    with_families,
)

_ASIDE = lazy_regex(r"\([^()\n]{2,40}\)\s*")
"""How a turn is heard: "(Through interpreter)"."""
_MIN_TURN_WORDS = 3
_MAX_SPEAKERS = 300
"""The whole text is read for each: a bound on the time."""
_PAIR, _MAX_INITIALS = 2, 3
_CONFIDENCE = 0.9


def find_turns(
    text: str, paragraphs: Sequence[Span], known: Lexicon, title: str | None = None
) -> list[QuoteDraft]:
    """The turns of a transcript, each with the name it begins with; none in other texts."""
    if text.count(":") < MIN_TURNS:
        return []
    pieces = [text[start:end] for start, end in paragraphs]
    turns = read_turns(pieces)
    if len(turns) < MIN_TURNS:
        return []
    presents = presenting(turns)
    if not presents:
        turns = [turn for turn in turns if not turn.role]
    said = {turn: pieces[turn.paragraph][turn.start :].rstrip() for turn in turns}
    counts = Counter(turn.name for turn in turns)
    often = sorted(counts, key=lambda name: (-counts[name], name))[:_MAX_SPEAKERS]
    speakers = {name for name in often if counts[name] > 1 or presents} - presents
    whole = sum(counts[name] for name in speakers) >= MIN_TURNS_SHARE * len(paragraphs)
    told = f"{title}\n{text}" if title else text
    asks = {turn.name for turn in turns if said[turn][-1:] in "?？"}
    common = _common(told) if presents or len(speakers) == _PAIR else frozenset[str]()
    if presents or not (
        len(speakers) == _PAIR and whole and _take_turns(told, speakers, asks, counts, common)
    ):
        speakers = {
            name
            for name in speakers
            if _is_person(told, name)
            or (whole and name.isupper() and _is_titled(told, name))
            or (presents and _is_stranger(name, common))
        }
    initials = {} if speakers else _by_initials(told, counts)
    if not asks.isdisjoint(initials):
        speakers = set(initials)
    if len(speakers) + len(presents) < _PAIR:
        return []
    voices = with_families(
        {
            name
            for name in often
            if name.rpartition(" ")[2] in speakers or name in speakers or _is_named(told, name)
        }
        | presents
    )
    turns = [
        turn for turn in turns if turn.name in voices and len(said[turn].split()) >= _MIN_TURN_WORDS
    ]
    if len(turns) < MIN_TURNS:
        return []
    silent = with_families(presents | introducing(pieces, turns))
    silent |= {name for name, whole in initials.items() if not whole}
    interviewers = _interviewers(turns, said)
    return [
        _quoted(
            text,
            paragraphs,
            turn,
            initials.get(turn.name) or _in_full(told, turn.name, turns, known),
            asks=turn.name.rpartition(" ")[2] in interviewers,
        )
        for turn in turns
        if turn.name not in silent
    ]


def _interviewers(turns: Sequence[Turn], said: Mapping[Turn, str]) -> set[str]:
    """The last names of those whose turns are questions for the most part, or the most of two's."""
    taken = Counter(turn.name.rpartition(" ")[2] for turn in turns)
    asked = Counter(turn.name.rpartition(" ")[2] for turn in turns if said[turn][-1:] in "?？")
    if len(taken) == _PAIR and len(set(asked.values())) == len(asked):
        return {name for name, times in asked.most_common(1) if 3 * times >= taken[name]}
    return {name for name, times in asked.items() if 2 * times >= taken[name]}


def _by_initials(text: str, counts: Mapping[str, int]) -> dict[str, str]:
    """Labels that are initials, and the whole name that a text has for each, "" for none.

    Empty unless there are two such labels, each of them twice, and one is somebody's.
    """
    found = {}
    for label, times in counts.items():
        letters = label.replace(".", "")
        if times < _PAIR or not (_PAIR <= len(letters) <= _MAX_INITIALS and letters.isupper()):
            continue
        words = r"(?: [a-z]{2,3}){0,2} ".join(
            rf"{letter}[^\W\d_A-Z][\w'’-]*+" for letter in letters
        )
        names = set(re.findall(rf"\b{words}", text))
        names = {name for name in names if name.split()[0].lower() in first_names()} or names
        found[label] = names.pop() if len(names) == 1 else ""
    return found if len(found) >= _PAIR and any(found.values()) else {}


def _is_stranger(label: str, common: frozenset[str]) -> bool:
    """Whether a label of two words or more may be a name: none is an ordinary word."""
    words = label.title().split()
    return (
        len(words) > 1
        and common.isdisjoint(words)
        and everywhere("voices").isdisjoint(label.lower().split())
    )


def _common(text: str) -> frozenset[str]:
    """The words that a text has without a capital, with one."""
    return frozenset(map(str.title, re.findall(r"\b[^\W\d_A-Z]\w++", text)))


def _take_turns(
    text: str,
    speakers: set[str],
    asks: set[str],
    counts: Mapping[str, int],
    common: frozenset[str],
) -> bool:
    """Whether two labels are whole names, one of whom asks, and one is told of besides.

    No word of a label is one that the text has without a capital: "Best Guess:".
    """
    words = {word for name in speakers for word in name.split()}
    named = all(" " in name for name in speakers) and all(word.istitle() for word in words)
    if not named or len(asks & speakers) != 1:
        return False
    told = any(text.count(name) > counts[name] for name in speakers)
    return told and words.isdisjoint(common)


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


def _quoted(
    text: str, paragraphs: Sequence[Span], turn: Turn, speaker: str, *, asks: bool
) -> QuoteDraft:
    """A turn as a quote."""
    start, stop = paragraphs[turn.paragraph][0] + turn.start, paragraphs[turn.paragraph][1]
    label = paragraphs[turn.above][0]
    aside = _ASIDE.match(text, start, stop)
    start = aside.end() if aside else start
    body = text[start:stop].rstrip()
    stop = start + len(body)
    if body[:1] in '"“„«' and body[-1:] in '"”“»':
        start, stop = start + 1, stop - 1
    return QuoteDraft(
        " ".join(text[start:stop].split()),
        start,
        stop,
        "direct",
        speaker,
        None if turn.role is None or turn.role.isupper() else turn.role,
        label + turn.label.start("name"),
        label + turn.label.end("name"),
        None,
        "the name that the line begins with",
        _CONFIDENCE,
        rule=ASKED if asks else TURN,
    )


def _in_full(text: str, name: str, turns: Sequence[Turn], known: Lexicon) -> str:
    """The name of a label without titles and capitals, in full where one other label has it so."""
    longer = {turn.name for turn in turns if turn.name.rpartition(" ")[2] == name} - {name}
    words = (longer.pop() if len(longer) == 1 else name).split()
    titles = known.honorifics.keys() | known.roles.keys()
    while len(words) > 1 and words[0].lower().rstrip(".") in titles:
        del words[0]
    name = " ".join(words)
    if not name.isupper():
        return name
    spelled = re.finditer(rf"\b{re.escape(name)}\b", text, re.IGNORECASE)
    return next((found[0] for found in spelled if not found[0].isupper()), name.title())
