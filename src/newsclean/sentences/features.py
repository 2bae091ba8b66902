"""A candidate -> the named features that the boundary classifier weighs.

The names are strings, so that the trained weights are a plain dictionary which can be read.
Shared by training and use: what is computed here is all the classifier knows.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclean.sentences.knowledge import Knowledge

OPENERS = "\"'“‘«„‚‹([{¡¿「『（【《〈`”»"
DASHES = "-–—―•·*‣⁃"
QUOTES = frozenset("\"'“‘«„‚‹”’»›「」『』`")
_JOINTS = frozenset("'’)")
_ROMAN = frozenset("IVXLCM")


class Candidate(NamedTuple):
    """A place where a sentence may end, and what stands around it."""

    previous: str
    """The word before the word that ends here, "" where the sentence begins with the latter."""
    before: str
    mark: str
    close: str
    gap: str
    after: str
    then: str
    length: int
    """Characters from the last boundary to the mark."""
    in_brackets: bool
    in_quotes: bool


class Kinds(NamedTuple):
    """All that the classifier knows of a candidate, each kind by a short name."""

    language: str
    ordinals: bool
    end: str
    word: str
    follower: str
    previous: str
    opener: str
    closing: str
    space: str
    brackets: str
    quotes: str
    length: str
    bracketed: str
    verdict: str
    """Punkt's, where the mark is one full stop."""


def kinds_of(candidate: Candidate, knowledge: Knowledge) -> Kinds:
    """What sort of candidate it is."""
    core = candidate.before.lstrip(OPENERS + DASHES)
    after = candidate.after
    end = mark_kind(candidate.mark, candidate.before)
    length = candidate.length
    return Kinds(
        knowledge.language,
        knowledge.ordinals,
        end,
        word_kind(core, after, knowledge),
        next_kind(after.lstrip(OPENERS + DASHES) or candidate.then.lstrip(OPENERS), knowledge),
        previous_kind(candidate.previous, knowledge),
        opener_kind(after),
        closers_kind(candidate.close),
        "_" if candidate.gap else "",
        "b" if candidate.in_brackets else "",
        "o" if candidate.in_quotes else "",
        "0" if length < 4 else "1" if length < 12 else "2" if length < 30 else "3",
        "(" if candidate.before[:1] == "(" else "",
        knowledge.punkt.verdict(core + ".", after) if end == "." else "",
    )


def describe(kinds: Kinds) -> list[str]:
    """The features of a candidate, for a classifier that adds their weights up."""
    (
        language,
        ordinals,
        end,
        kind,
        follower,
        previous,
        opener,
        closing,
        space,
        brackets,
        quotes,
        short,
        bracketed,
        verdict,
    ) = kinds
    features = [
        f"L{language}",
        f"M{end}",
        f"ML{end}|{language}",
        f"K{kind}",
        f"A{follower}",
        f"AL{follower}|{language}",
        f"AM{follower}|{end}",
        f"AML{follower}|{end}|{language}",
        f"KA{kind}|{follower}",
        f"KAM{kind}|{follower}|{end}",
        f"PKA{previous}|{kind}|{follower}|{ordinals}",
        f"OM{opener}|{end}",
        f"OA{opener}|{follower}|{end}",
        f"C{closing}|{follower}|{end}",
        f"CL{closing}|{language}",
        f"CO{closing}|{opener}",
        f"B{brackets}|{closing}|{follower}",
        f"Q{quotes}|{closing}|{follower}|{end}",
        f"QO{quotes}|{opener}",
        f"G{space}|{end}|{follower}|{kind}",
        f"S{short}|{kind}|{end}",
        f"SA{short}|{follower}",
        f"X{bracketed}|{kind}",
        f"XA{bracketed}|{kind}|{follower}",
    ]
    if verdict:
        features += (f"V{verdict}|{follower}", f"VK{verdict}|{kind}|{follower}")
    return features


def word_kind(core: str, after: str, knowledge: Knowledge) -> str:
    """What sort of word stands before the mark (`core` has no opening punctuation)."""
    if not core:
        return "none"
    if core.isdigit():
        return "d2" if len(core) < 3 else "d4" if len(core) == 4 else "d3"
    if len(core) == 1 and core.isupper():
        return "I"
    lower = core.lower()
    if _JOINTS.intersection(lower):
        joined = lower.replace("’", "'").replace(")", "'").rpartition("'")[2]
        lower = joined if len(joined) > 1 else lower
    if lower in knowledge.numbers and (after[0].isdigit() or _ROMAN.issuperset(after)):
        return "number"
    if lower in knowledge.abbreviations and ("." in core or not core.isupper()):
        return _abbreviation_kind(core, lower, knowledge)
    last = core[-1]
    if not last.isalnum():
        return "q" if last in QUOTES else "b" if last in ")]}" else "." if last in ".!?…" else "s"
    if "." in core:
        return "dots" if max(map(len, core.split("."))) < 3 else "url"
    if len(core) == 1:
        return "letter"
    if last.isdigit():
        return "digit"
    if core.isupper():
        return "roman" if _ROMAN.issuperset(core) else "caps"
    if core[0].isupper():
        return "Ti3" if len(core) < 4 else "Ti"
    return "low3" if len(core) < 4 else "low"


def _abbreviation_kind(core: str, lower: str, knowledge: Knowledge) -> str:
    if core == lower and lower in knowledge.words:
        return "word"
    if lower in knowledge.hours:
        return "hour"
    either = ""
    if lower in knowledge.either:
        either = "/EITHER" if core.isupper() else "/either"
    if lower in knowledge.inner:
        return "inner" + either
    return either or "found"


def next_kind(word: str, knowledge: Knowledge) -> str:
    """What sort of word follows the gap (`word` has no opening punctuation)."""
    if not word:
        return "none"
    first = word[0]
    if first.isdigit():
        return "dig"
    if first.isupper():
        core = word.rstrip(".,;:!?)\"'”’»")
        if len(core) == 1 and "." in word:
            return "Init"
        lower = core.lower()
        if lower in knowledge.common:
            return "Fn"
        if lower in knowledge.lower:
            return "Lo"
        return "One" if len(core) == 1 else "CAPS" if core.isupper() else "Ti"
    if first.islower():
        return "low"
    return "nc" if first.isalpha() else "sym"


def previous_kind(word: str, knowledge: Knowledge) -> str:
    """What sort of word stands before the word that ends here."""
    core = word.lstrip(OPENERS)
    if not core:
        return "none"
    if core[0].isupper():
        return "Ti"
    return "fn" if core.lower() in knowledge.common else "low" if core[0].islower() else "sym"


def opener_kind(after: str) -> str:
    """What stands before the next word: quotation mark, bracket, dash, nothing."""
    first = after[:1]
    if first in QUOTES:
        return "q"
    if first in DASHES:
        return "d"
    return {"(": "b", "[": "b", "¡": "¿", "¿": "¿"}.get(first, "")


def mark_kind(mark: str, before: str) -> str:
    """The end mark, with the long runs thrown together."""
    if mark[0] in ":;":
        return mark if len(mark) == 1 else "face"
    if len(mark) == 1 and mark != "…":
        return mark
    if before in ("[", "(") and "!" not in mark and "?" not in mark:
        return "[…]"
    kinds = set(mark)
    if kinds == {"."}:
        return "." * min(len(mark), 4)
    if kinds & {"?", "!"}:
        return "?!"
    return "…"


def closers_kind(close: str) -> str:
    """Which kinds of closers follow the mark."""
    if not close:
        return ""
    quote = "q" if QUOTES.intersection(close) else ""
    return quote + ("b" if ")" in close or "]" in close else "")
