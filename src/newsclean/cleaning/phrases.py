"""The phrases that boilerplate gives itself away by, per language, and how a line is matched.

Phrases live in `data/cleaning/phrases.XX.json`, by reason and by where they may stand: the
whole line, its start, or anywhere in it. A phrase is lower-case words without digits or
punctuation; `*` stands for up to four words. Pages in every language also carry English phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsclean import languages

Where = Literal["line", "start", "in"]
_Entry = tuple[tuple[str, ...], str, Where]

WORDS = re.compile(r"[^\W\d_]+|@|©")
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")
_GAP = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a line; `words` is how many of the line's words it covers."""

    reason: str
    phrase: str
    where: Where
    words: int


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The phrases of some languages, indexed by their first word."""

    index: dict[str, tuple[_Entry, ...]]
    unspaced: tuple[tuple[str, str, Where], ...]

    def hits(self, text: str, words: list[str]) -> Iterator[Hit]:
        """Every phrase in a line; `words` is `fold(text)`."""
        count = len(words)
        for at, word in enumerate(words):
            for phrase, reason, where in self.index.get(word, ()):
                if where != "in" and at:
                    continue
                end = _match(phrase, words, at)
                if end and (where != "line" or end == count):
                    yield Hit(reason, " ".join(phrase), where, end - at)
        if self.unspaced and _UNSPACED.search(text):
            bare = text.strip()
            for written, reason, where in self.unspaced:
                if (
                    bare == written
                    if where == "line"
                    else bare.startswith(written)
                    if where == "start"
                    else written in bare
                ):
                    yield Hit(reason, written, where, max(1, count * len(written) // len(bare)))


def fold(text: str) -> list[str]:
    """The words of a line as phrases are written: lower case, no digits, no punctuation."""
    return WORDS.findall(text.lower())


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
    index: dict[str, list[_Entry]] = {}
    unspaced: list[tuple[str, str, Where]] = []
    for code in dict.fromkeys((language, "en")):
        for reason, places in _read(code).items():
            for where, written in places.items():
                for phrase in written.split(" | "):
                    if _UNSPACED.search(phrase):
                        unspaced.append((phrase, reason, where))
                    else:
                        parts = tuple(phrase.split())
                        index.setdefault(parts[0], []).append((parts, reason, where))
    return Phrasebook({word: tuple(entries) for word, entries in index.items()}, tuple(unspaced))


def _read(code: str) -> dict[str, dict[Where, str]]:
    try:
        phrases: dict[str, dict[Where, str]] = languages.read_data(f"cleaning/phrases.{code}.json")
    except FileNotFoundError:
        return {}
    return phrases
