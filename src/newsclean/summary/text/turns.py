"""A sentence -> the label with which a turn of an interview begins: "P. ", "Mara Holm: "."""

from __future__ import annotations

from newsclean.patterns import lazy_regex

_LONGEST = 40
_LABEL = lazy_regex(r"([^\W\d_])\. |([^\W\d_][^:.,?!\n]{0,32}?)\s?: ")


def label(text: str) -> str:
    """The letter before a stop, or the name before a colon, with which a sentence begins.

    Empty where there is none.
    """
    begins = text[1:3] == ". " or ":" in text[:_LONGEST]
    found = _LABEL.match(text) if begins else None
    return found[1] or found[2] if found else ""
