"""The phrases that boilerplate gives itself away by, per language, and how a line is matched.

Phrases live in `data/cleaning/phrases.XX.json`, by reason and by where they may stand: the
whole line, its start, or anywhere in it. A phrase is lower-case words without digits or
punctuation; `*` stands for up to four words. Pages in every language also carry English phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from newsclean import languages

Where = Literal["line", "start", "in"]
_Entry = tuple[tuple[str, ...], str]

WORDS = re.compile(r"[^\W\d_]+|@|©")
_UNSPACED = "[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]"
_LOWEST = "\u0e00"
_GAP = 4
_LONGEST = 12


class Hit(NamedTuple):
    """A phrase found in a line; `words` is how many of the line's words it covers."""

    reason: str
    phrase: str
    where: Where
    words: int


class Phrasebook(NamedTuple):
    """The phrases of some languages: whole lines, and the others by their first word."""

    whole: dict[str, tuple[str, ...]]
    starts: dict[str, tuple[_Entry, ...]]
    inner: dict[str, tuple[_Entry, ...]]
    unspaced: tuple[tuple[str, str, Where], ...]

    def hits(self, text: str, words: list[str]) -> Iterator[Hit]:
        """Every phrase in a line; `words` is `fold(text)`."""
        line = " ".join(words) if len(words) <= _LONGEST else ""
        for reason in self.whole.get(line, ()):
            yield Hit(reason, line, "line", len(words))
        for phrase, reason in self.starts.get(words[0], ()) if words else ():
            if end := _match(phrase, words, 0):
                yield Hit(reason, " ".join(phrase), "start", end)
        inner = self.inner
        if not inner.keys().isdisjoint(words):
            for at in [at for at, word in enumerate(words) if word in inner]:
                after = words[at + 1] if at + 1 < len(words) else ""
                for phrase, reason in inner[words[at]]:
                    # most phrases end here: it saves a call for each
                    if len(phrase) > 1 and phrase[1] != after and phrase[1] != "*":
                        continue
                    if end := _match(phrase, words, at):
                        yield Hit(reason, " ".join(phrase), "in", end - at)
        if self.unspaced and _is_unspaced(text):
            yield from self._unspaced_hits(text.strip(), len(words))

    def _unspaced_hits(self, text: str, count: int) -> Iterator[Hit]:
        for written, reason, where in self.unspaced:
            at = text.find(written)
            if at < 0 or (where != "in" and at > 0) or (where == "line" and text != written):
                continue
            yield Hit(reason, written, where, max(1, count * len(written) // len(text)))


def fold(text: str) -> list[str]:
    """The words of a line as phrases are written: lower case, no digits, no punctuation."""
    return WORDS.findall(text.lower())


def _is_unspaced(text: str) -> bool:
    """Does it have a character of a script that puts no blanks between words?"""
    return not text.isascii() and max(text) >= _LOWEST and re.search(_UNSPACED, text) is not None


def _match(phrase: tuple[str, ...], words: list[str], at: int) -> int:
    """Where `phrase` ends if it starts at `words[at]`, 0 if it does not."""
    for number, part in enumerate(phrase):
        if part == "*":
            rest = phrase[number + 1 :]
            ends = (_match(rest, words, at + skip) for skip in range(_GAP + 1))
            return next(filter(None, ends), 0)
        if at >= len(words) or words[at] != part:
            return 0
        at += 1
    return at


@cache
def phrasebook(language: str) -> Phrasebook:
    """The phrases of `language`, where it has any, and those of English."""
    whole: dict[str, tuple[str, ...]] = {}
    starts: dict[str, tuple[_Entry, ...]] = {}
    inner: dict[str, tuple[_Entry, ...]] = {}
    unspaced: list[tuple[str, str, Where]] = []
    for code in dict.fromkeys((language, "en")):
        for reason, places in _read(code).items():
            for where, written in places.items():
                phrases = written.split(" | ")
                if _is_unspaced(written):
                    glued = [phrase for phrase in phrases if _is_unspaced(phrase)]
                    unspaced += [(phrase, reason, where) for phrase in glued]
                    phrases = [phrase for phrase in phrases if phrase not in glued]
                if where == "line":
                    for phrase in phrases:
                        whole[phrase] = (*whole.get(phrase, ()), reason)
                else:
                    index = starts if where == "start" else inner
                    for phrase in phrases:
                        parts = tuple(phrase.split())
                        index[parts[0]] = (*index.get(parts[0], ()), (parts, reason))
    return Phrasebook(whole, starts, inner, tuple(unspaced))


def _read(code: str) -> dict[str, dict[Where, str]]:
    try:
        phrases: dict[str, dict[Where, str]] = languages.read_data(f"cleaning/phrases.{code}.json")
    except FileNotFoundError:
        return {}
    return phrases
