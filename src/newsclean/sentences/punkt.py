"""Punkt's decision on one word that ends in a full stop, given the word after it.

The algorithm of Kiss and Strunk (2006), "Unsupervised multilingual sentence boundary detection",
with parameters that nltk's PunktTrainer found; written anew so that nothing imports nltk at run
time. A test holds its decisions against nltk's own.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsclean.patterns import lazy_regex

Verdict = Literal["end", "collocation", "abbreviation", "abbreviation at end", "initial", "number"]

MIDDLE_UPPER = 1 << 2
BEGIN_LOWER = 1 << 4
UPPER = 0b0000_1110
LOWER = 0b0111_0000
"""Flags of a word's orthographic context: seen in upper or lower case, where in a sentence."""

_NUMBER = lazy_regex(r"-?[.,]?\d[\d,.\-]*\.?")
_NON_WORD = r"[)\";}\]*:@'({\[‘’“”«»?!]"
_LONG = r"-{2,}|\.{2,}|(?:\.\s){2,}\."
_TOKEN = lazy_regex(
    rf"{_LONG}|(?![(\"`{{\[:;&#*@)}}\]\-,])\S+?(?=\s|$|{_NON_WORD}|{_LONG}|,(?:$|\s|{_NON_WORD}|{_LONG}))|\S"
)


class Punkt(NamedTuple):
    """Parameters of one language; word types are lower case, numbers are `##number##`."""

    abbreviations: frozenset[str]
    collocations: frozenset[tuple[str, str]]
    starters: frozenset[str]
    orthography: dict[str, int]

    def verdict(self, text: str, following: str) -> Verdict:
        """What the full stop at the end of `text` is, before the text `following`."""
        word = text if text[:-1].isalnum() else _TOKEN.findall(text)[-1]
        found = None if following.isalnum() else _TOKEN.match(following)
        after = found.group() if found else following
        kind = word_type(word).removesuffix(".")
        next_kind = word_type(after)
        if not self._abbreviates(after):
            next_kind = next_kind.removesuffix(".")
        if (kind, next_kind) in self.collocations:
            return "collocation"
        initial = len(word) == 2 and word[0].isalpha()
        starter = self._starts_sentence(after, next_kind)
        abbreviation = word.endswith("..") or self._abbreviates(word)
        if (
            abbreviation
            and not initial
            and (starter or (after[:1].isupper() and next_kind in self.starters))
        ):
            return "abbreviation at end"
        if initial or kind == "##number##":
            if starter is False:
                return "initial" if initial else "number"
            never_lower = not self.orthography.get(next_kind, 0) & LOWER
            if starter is None and initial and after[:1].isupper() and never_lower:
                return "initial"
        return "abbreviation" if abbreviation else "end"

    def _abbreviates(self, token: str) -> bool:
        if not token.endswith(".") or token.endswith(".."):
            return False
        lower = token[:-1].lower()
        return lower in self.abbreviations or lower.rpartition("-")[2] in self.abbreviations

    def _starts_sentence(self, word: str, kind: str) -> bool | None:
        """The orthographic heuristic; None where it does not know."""
        context = self.orthography.get(kind, 0)
        if word[:1].isupper() and context & LOWER and not context & MIDDLE_UPPER:
            return True
        if word[:1].islower() and (context & UPPER or not context & BEGIN_LOWER):
            return False
        return None


def word_type(token: str) -> str:
    """The type Punkt counts a token under."""
    return "##number##" if _NUMBER.fullmatch(token) else token.lower()
