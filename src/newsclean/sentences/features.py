"""A candidate -> the named features that the boundary classifier weighs.

The names are strings, so that the trained weights are a plain dictionary which can be read.
Shared by training and use: what is computed here is all the classifier knows.
"""

from __future__ import annotations

from newsclean.sentences.candidates import STRONG
from newsclean.sentences.knowledge import Knowledge

OPENERS = "\"'“‘«„‚‹([{¡¿「『（【《〈`”"
_QUOTES = frozenset("\"'“‘«„‚‹”’»›「」『』`")
_DASHES = "-–—―•·*‣⁃"
_ROMAN = frozenset("IVXLCM")
_STRONG = frozenset(STRONG)


def word_kind(core: str, knowledge: Knowledge) -> str:
    """What sort of word stands before the mark (`core` has no opening punctuation)."""
    if not core:
        return "none"
    if core.isdigit():
        return "d2" if len(core) < 3 else "d4" if len(core) == 4 else "d3"
    last = core[-1]
    if not last.isalnum():
        return "q" if last in _QUOTES else "b" if last in ")]}" else "." if last in ".!?…" else "s"
    lower = core.lower()
    if lower in knowledge.names:
        return "name" if lower not in knowledge.others else "nameother"
    if lower in knowledge.numbers:
        return "num" if lower not in knowledge.others else "numother"
    if lower in knowledge.others:
        return "other"
    if "." in core:
        pieces = core.split(".")
        return "dots" if max(map(len, pieces)) < 3 else "url"
    if len(core) == 1:
        return "I" if core.isupper() else "letter"
    if last.isdigit():
        return "digit"
    if core.isupper():
        return "roman" if _ROMAN.issuperset(core) else "caps"
    if core[0].isupper():
        return "Ti3" if len(core) < 4 else "Ti"
    return "low3" if len(core) < 4 else "low"


def next_kind(word: str, knowledge: Knowledge) -> str:
    """What sort of word follows the gap (`word` has no opening punctuation)."""
    if not word:
        return "none"
    first = word[0]
    if first.isdigit():
        return "dig"
    if first.isupper():
        core = word.rstrip(".,;:!?)\"'”’»")
        if core.lower() in knowledge.common:
            return "Fn"
        if len(core) == 1:
            return "Init" if "." in word else "One"
        return "CAPS" if core.isupper() else "Ti"
    if first.islower():
        return "low"
    return "nc" if first.isalpha() else "sym"


def opener_kind(after: str) -> str:
    """What stands before the next word: quotation mark, bracket, dash, nothing."""
    if not after:
        return ""
    first = after[0]
    if first in _QUOTES:
        return "q"
    if first in "([{（【":
        return "b"
    return "d" if first in _DASHES else "¿" if first in "¡¿" else ""


def mark_kind(mark: str) -> str:
    """The end mark, with the long runs thrown together."""
    if len(mark) == 1:
        return "S" if mark in _STRONG else mark
    kinds = set(mark)
    if kinds == {"."}:
        return ".." if len(mark) == 2 else "..."
    if kinds == {".", " "}:
        return ". ."
    return "?!" if kinds & {"?", "!"} else "…" if "…" in kinds else "mix"


def closers_kind(close: str) -> str:
    """Which kinds of closers follow the mark."""
    if not close:
        return ""
    return ("q" if _QUOTES.intersection(close) else "") + (
        "b" if ")" in close or "]" in close else ""
    )


def describe(
    knowledge: Knowledge,
    before: str,
    groups: tuple[str, str, str, str, str | None],
    sentence: str,
) -> list[str]:
    """The features of a candidate.

    `before` is the word before the mark, `groups` those of `CANDIDATE`, `sentence` the text from
    the last boundary to the mark (its last 300 characters).
    """
    mark, close, gap, after, then = groups
    language = knowledge.language
    kind = word_kind(before.lstrip(OPENERS), knowledge)
    opener = opener_kind(after)
    follower = next_kind(after.lstrip(OPENERS + _DASHES) or (then or "").lstrip(OPENERS), knowledge)
    end = mark_kind(mark)
    closing = closers_kind(close)
    space = "_" if gap else ""
    brackets = "b" if sentence.count("(") > sentence.count(")") else ""
    quotes = "o" if _open_quote(sentence) else ""
    length = len(sentence)
    short = "0" if length < 4 else "1" if length < 12 else "2" if length < 30 else "3"
    return [
        f"L{language}",
        f"M{end}",
        f"ML{end}|{language}",
        f"K{kind}",
        f"KL{kind}|{language}",
        f"A{follower}",
        f"AL{follower}|{language}",
        f"AM{follower}|{end}",
        f"AML{follower}|{end}|{language}",
        f"KA{kind}|{follower}",
        f"KAM{kind}|{follower}|{end}",
        f"OM{opener}|{end}",
        f"OA{opener}|{follower}|{end}",
        f"C{closing}|{follower}|{end}",
        f"CL{closing}|{language}",
        f"CO{closing}|{opener}",
        f"B{brackets}|{closing}|{follower}",
        f"Q{quotes}|{closing}|{follower}|{end}",
        f"G{space}|{end}|{follower}|{kind}",
        f"S{short}|{kind}|{end}",
        f"SA{short}|{follower}",
    ]


def _open_quote(sentence: str) -> bool:
    if sentence.count("“") > sentence.count("”"):
        return True
    return sentence.count("«") > sentence.count("»") or sentence.count('"') % 2 == 1
