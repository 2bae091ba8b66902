"""What stands behind names, degrees and offices, and what has capitals inside, brands."""

from __future__ import annotations

from newsclean.patterns import lazy_regex
from newsclean.quotes.text.words import Words

_BRAND = lazy_regex(r"(?!Mac|Van|Von|Fitz|Del|Des|Dos|Den|Ben)[A-Z][a-z]{2,}[A-Z]|[a-z]+[A-Z]")

_DEGREES = frozenset(["PhD", "DPhil", "MPhil", "MSc", "BSc", "EdD", "PsyD", "PharmD", "MEd", "LLB"])


def is_degree(word: str) -> bool:
    """Whether a word at the end of a name is a degree or an office: "MP", "RDN", "PhD"."""
    if word in _DEGREES:
        return True
    return 1 < len(word) <= 4 and word.isupper() and not set(word) <= set("IVX")


def last_of_name(words: Words, first: int, last: int) -> int:
    """Where a name ends without the degrees and offices behind it: "Margaret Hodge MP"."""
    while last - first > 2 and is_degree(words.text[last - 1]) and words.text[first][1:].islower():
        last -= 1
    return last


def is_brand(word: str) -> bool:
    """Whether a word has a capital inside, as no name of a person has: "FaceTime"."""
    return _BRAND.match(word) is not None
