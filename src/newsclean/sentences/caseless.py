"""Text without capitals -> the same with a capital where a sentence may begin.

Transcripts and many an archive are all lower case. What parts sentences reads capitals, so such
text is shown to it with one behind each mark, unless the word before is an abbreviation that a
sentence goes on after. The copy is as long as the text, so places in it are places in the text.
"""

from __future__ import annotations

import re

from newsclean.patterns import lazy_regex
from newsclean.sentences.knowledge import Knowledge

_SAMPLE_CHARS = 4000
"""So much of a text is looked at: an article's beginning is like the rest."""
_LEAST_LETTERS = 60
"""Letters from which a text may be told to be without capitals: about two sentences, a guess."""
_MOST_CAPITALS = 0.01
"""The share of capitals under which a text has lost its case; news has 3 % or more."""
_CAPITAL_A_TO_Z = bytes(range(ord("A"), ord("Z") + 1))
_CAPITALS = lazy_regex("[A-ZÀ-ÖØ-ÞΑ-ΫА-ЯЁІЇЄҐ]")
_LETTERS = lazy_regex("[a-zß-öø-ÿά-ώа-яёіїєґ]")
_BEGINNING = lazy_regex(r"(\S{1,24})([.!?…][\"'”’»)\]]{0,3}\s{1,3}[\"'“‘„«(\[]{0,2})([^\W\d_])")


def is_caseless(text: str) -> bool:
    """Whether a text in a script with capitals has next to none."""
    sample = text[:_SAMPLE_CHARS]
    plain = sample.encode("ascii", "ignore")  # to count these alone takes a tenth of the time
    if len(plain) - len(plain.translate(None, _CAPITAL_A_TO_Z)) > _MOST_CAPITALS * len(sample):
        return False
    capitals = len(_CAPITALS.findall(sample))
    if capitals > _MOST_CAPITALS * len(sample):
        return False
    letters = len(_LETTERS.findall(sample))
    return letters >= _LEAST_LETTERS and capitals < _MOST_CAPITALS * letters


def capitalized(piece: str, knowledge: Knowledge) -> str:
    """A paragraph with a capital behind each mark that may end a sentence."""

    def begin(found: re.Match[str]) -> str:
        word, mark, first = found.groups()
        core = word.rpartition("(")[2].lstrip("\"'“‘„«")
        goes_on = (
            "." in core
            or len(core) == 1
            or core in knowledge.inner
            or core in knowledge.hours
            or len(first.upper()) != 1
        )
        return found[0] if goes_on else f"{word}{mark}{first.upper()}"

    return _BEGINNING.sub(begin, piece)
