"""The phrases that boilerplate gives itself away by, per language, and how a line is matched.

Phrases live in `data/cleaning/phrases.XX.json`, by reason and by where they may stand: the
whole line, its start, anywhere in it, or anywhere in a short line. A phrase is lower-case words
without digits or punctuation; `*` stands for up to four words. Pages in every language also
carry English phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import compress, count
from typing import Literal, NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex

Where = Literal["line", "start", "in", "short"]

WORDS = lazy_regex(r"[^\W\d_]+|@|©")
_UNSPACED = "[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]"
_LOWEST = "\u0e00"
_RICH = (
    "[^\0-\xffŒœŠšŸŽžƒˆ˜\u2000-\u206f\u20a0-\u20cf\u2122\u2190-\u22ff\u2500-\u2775"
    "\ue000-\uf8ff\ufe0f\U0001f300-\U0001f9ff]"
)
"""What is neither in Windows-1252 nor a sign that is no letter, as bullets and arrows are."""
_GAP = 4
_LONGEST = 12
_SHORT_WORDS = 8
"""A line of so many words is short: "3 days ago" stands beside a comment there (a guess)."""
_SHORT_CHARS = 24
"""The same where words are not spaced."""


class Hit(NamedTuple):
    """A phrase found in a line; `words` is how many of the line's words it covers."""

    reason: str
    phrase: str
    where: Where
    words: int


class _Entry(NamedTuple):
    """A phrase as it is looked for, from one of its words: the others are where `parts` say."""

    number: int
    """Its place among all phrases: hits at the same word come in this order."""
    before: int
    """How many of its words stand before the one it is looked for by."""
    parts: list[str]
    gaps: bool
    hit: Hit
    """What it gives where it has no gaps."""

    def match(self, words: list[str], at: int) -> Hit | None:
        """The hit if the phrase begins at `words[at]`."""
        if not self.gaps:
            return self.hit if words[at : at + len(self.parts)] == self.parts else None
        end = _match(self.parts, words, at)
        return self.hit._replace(words=end - at) if end else None


class _Group(NamedTuple):
    """The phrases that are looked for by one word: alone, or by a second one beside it."""

    alone: list[_Entry]
    """Those that have no other word there."""
    before: dict[str, list[_Entry]]
    """By the word after it, before which the phrase has the one that it is looked for by."""
    after: dict[str, list[_Entry]]
    """By the word before it, where none comes after."""


class Phrasebook(NamedTuple):
    """The phrases of some languages: whole lines, and the others by one of their words."""

    whole: dict[str, list[Hit]]
    starts: dict[str, _Group]
    inner: dict[str, _Group]
    first: frozenset[str]
    """The words that a whole line or the start of one begins with."""
    inside: frozenset[str]
    """The words that phrases inside a line are looked for by: those of `inner`."""
    unspaced: tuple[tuple[str, str, Where], ...]

    def hits_of(
        self, texts: Sequence[str], words: Sequence[list[str]], different: Iterable[str]
    ) -> list[tuple[Hit, ...]]:
        """Every phrase in each line of a page; `words` is `normalized_words_of(texts)`.

        `different` are the words of all lines, each once.
        """
        first, unspaced = self.first, bool(self.unspaced)
        inside = self.inside.intersection(different)
        lacks = inside.isdisjoint  # asked with a set, it takes half the time
        printed: list[tuple[str, str, Where]] | None = None
        found: list[tuple[Hit, ...]] = []
        for text, own in zip(texts, words, strict=True):
            hits: list[Hit] = []
            if own and own[0] in first:
                if len(own) <= _LONGEST and (whole := self.whole.get(" ".join(own))):
                    hits += whole
                if group := self.starts.get(own[0]):
                    hits += self._start_hits(group, own)
            if not lacks(own):
                hits += self._inner_hits(own, inside)
            if unspaced and _is_unspaced(text):
                if printed is None:  # of some 200 phrases a page has a few
                    page = "\n".join(texts)
                    printed = [each for each in self.unspaced if each[0] in page]
                hits += _unspaced_hits(printed, text.strip(), len(own))
            found.append(tuple(hits))
        return found

    def hits(self, text: str, words: list[str]) -> tuple[Hit, ...]:
        """Every phrase in a line; `words` is `normalized_words(text)`."""
        return self.hits_of([text], [words], words)[0]

    @staticmethod
    def _start_hits(group: _Group, words: list[str]) -> Iterator[Hit]:
        entries = group.alone
        if len(words) > 1 and (more := group.before.get(words[1])):
            entries = sorted(entries + more) if entries else more
        return filter(None, [entry.match(words, 0) for entry in entries])

    def _inner_hits(self, words: list[str], inside: frozenset[str]) -> list[Hit]:
        inner = self.inner
        found: list[tuple[int, int, Hit]] = []
        for place in compress(count(), map(inside.__contains__, words)):
            entries, before, after = inner[words[place]]
            if before and place + 1 < len(words) and (more := before.get(words[place + 1])):
                entries = entries + more
            if after and place and (more := after.get(words[place - 1])):
                entries = entries + more
            for entry in entries:
                at = place - entry.before
                if at < 0 or (entry.hit.where == "short" and len(words) > _SHORT_WORDS):
                    continue
                if hit := entry.match(words, at):
                    found.append((at, entry.number, hit))
        if len(found) > 1:
            found.sort()
        return [hit for _, _, hit in found]


def _unspaced_hits(
    phrases: Sequence[tuple[str, str, Where]], text: str, count: int
) -> Iterator[Hit]:
    for written, reason, where in phrases:
        at = text.find(written)
        if at < 0 or (where in ("line", "start") and at > 0):
            continue
        if where == "line" and text != written:
            continue
        if where == "short" and len(text) > _SHORT_CHARS:
            continue
        yield Hit(reason, written, where, max(1, count * len(written) // len(text)))


def _parts(phrase: str) -> list[str]:
    """The words of a phrase as those of a line, without the vowel signs of some scripts."""
    return [
        part
        for word in phrase.split()
        for part in ([word] if word == "*" else normalized_words(word))
    ]


@cache
def _rich() -> re.Pattern[str]:
    """Compiled for the pages that need it: it takes a millisecond."""
    return re.compile(_RICH)


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(filter(str.isalnum, text.lower()))


def normalized_words(text: str) -> list[str]:
    """The words of a line as phrases are written: lower case, no digits, no punctuation."""
    if text.isascii():  # its bytes are the same, and in C
        return _letters_of(text.encode()).split()
    try:
        raw = text.encode("cp1252")
    except UnicodeEncodeError:
        if _rich().search(text):
            return WORDS.findall(_in_lower_case(text))
        raw = text.encode("cp1252", "replace")
    return _letters_of(raw).split()


def normalized_words_of(texts: Sequence[str]) -> list[list[str]]:
    r"""`normalized_words` of every line of a page; no line has "\n" in it.

    >>> normalized_words_of(["Sign up today!", "2 tips @home"])
    [['sign', 'up', 'today'], ['tips', '@', 'home']]
    """
    if not texts:
        return []
    page = "\n".join(texts)
    raw = page.encode("cp1252", "replace")
    words = list(map(str.split, _letters_of(raw).split("\n")))
    if raw.count(b"?") > page.count("?"):
        for index, text in enumerate(texts):
            if not text.isascii() and _rich().search(text):
                words[index] = WORDS.findall(_in_lower_case(text))
    return words


def _in_lower_case(text: str) -> str:
    """Lower case, where the Turkish capital I with a dot is an i and not an i with a second dot."""
    return text.lower().replace("i\u0307", "i")


def as_compared(phrases: Sequence[str]) -> list[str]:
    """The phrases of a list as lines are compared with them; those in ASCII are written so.

    All of them at once, since each by itself would take 10 ms at the start.
    """
    words = iter(normalized_words_of([each for each in phrases if not each.isascii()]))
    return [each if each.isascii() else " ".join(next(words)) for each in phrases]


def _letters_of(raw: bytes) -> str:
    """Windows-1252 in lower case, with blanks for all but letters, @, © and line feeds."""
    raw = raw.replace(b"@", b" @ ").replace(b"\xa9", b" \xa9 ").translate(_letters())
    return raw.decode("ascii" if raw.isascii() else "cp1252")


@cache
def _letters() -> bytes:
    """For each Windows-1252 byte its lower-case letter, or a blank where it is none."""
    table = bytearray(b" " * 256)
    for code in range(256):
        char = bytes([code]).decode("cp1252", "replace").lower()
        if (char.isalnum() and not char.isdecimal()) or char in "@©\n":
            table[code] = char.encode("cp1252")[0]
    return bytes(table)


def _is_unspaced(text: str) -> bool:
    """Does it have a character of a script that puts no blanks between words?"""
    return not text.isascii() and max(text) >= _LOWEST and re.search(_UNSPACED, text) is not None


def _match(phrase: Sequence[str], words: list[str], at: int) -> int:
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
    whole: dict[str, list[Hit]] = {}
    starts: dict[str, _Group] = {}
    inner: dict[str, _Group] = {}
    unspaced: list[tuple[str, str, Where]] = []
    for number, (reason, where, phrase) in enumerate(_phrases(language)):
        if _is_unspaced(phrase):
            unspaced.append((phrase, reason, where))
            continue
        parts = phrase.split() if phrase.isascii() else _parts(phrase)
        if not parts:
            continue
        hit = Hit(reason, phrase, where, len(parts))
        if where == "line":
            whole.setdefault(" ".join(parts), []).append(hit)
            continue
        index, before = (starts, 0) if where == "start" else (inner, _rarest(parts))
        entry = _Entry(number, before, parts, "*" in parts, hit)
        group = index.get(parts[before])
        if group is None:
            group = index[parts[before]] = _Group([], {}, {})
        _beside(group, parts, before).append(entry)
    first = frozenset([*starts, *(phrase.partition(" ")[0] for phrase in whole)])
    return Phrasebook(whole, starts, inner, first, frozenset(inner), tuple(unspaced))


def _beside(group: _Group, parts: list[str], at: int) -> list[_Entry]:
    """Where in the group of `parts[at]` a phrase is kept: by the word beside it, if one is."""
    if at + 1 < len(parts):
        known, second = group.before, parts[at + 1]
    else:
        known, second = group.after, parts[at - 1] if at else "*"
    return group.alone if second == "*" else known.setdefault(second, [])


def _rarest(parts: list[str]) -> int:
    """Which word of a phrase other lines have least: the longest one before any gap."""
    known = parts[: parts.index("*")] if "*" in parts else parts
    return known.index(max(known, key=len))


def _phrases(language: str) -> list[tuple[str, Where, str]]:
    """Every phrase for pages of a language: reason, where it may stand, words.

    A list, since a generator that is left for want of memory complains on standard error.
    """
    return [
        (reason, where, phrase)
        for code in dict.fromkeys((language, "en"))
        for reason, places in _read(code).items()
        for where, written in places.items()
        for phrase in written.split(" | ")
    ]


def _read(code: str) -> dict[str, dict[Where, str]]:
    try:
        phrases: dict[str, dict[Where, str]] = languages.read_data(f"cleaning/phrases.{code}.json")
    except FileNotFoundError:
        return {}
    return phrases


def has_word(text: str, word: str) -> bool:
    """Is `word` in the text as a whole word and in lower case?"""
    at = text.find(word) if word.islower() else -1
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalpha() and not text[end : end + 1].isalpha():
            return True
        at = text.find(word, end)
    return False


@cache
def summary_headings() -> frozenset[str]:
    """What stands above the points of a summary: "Key takeaways"."""
    heads: str = languages.read_data("cleaning/foldups.json")["heads"]
    return frozenset(as_compared(heads.split(" | ")))


@cache
def verdict_headings() -> tuple[frozenset[str], frozenset[str]]:
    """What stands above the points that speak for a thing, "Pros", and above those against it."""
    data = languages.read_data("cleaning/verdicts.json")
    for_, against = (frozenset(as_compared(data[name].split(" | "))) for name in ("for", "against"))
    return for_, against
