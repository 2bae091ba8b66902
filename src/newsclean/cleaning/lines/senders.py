"""Correspondents who sign with the place that they write from: "Z Lizbony Marcin Zatyka".

Agencies in Slavic languages, and those that follow them, put such a line below the text, with or
without a comma or a dash behind the place.
"""

from __future__ import annotations

from functools import cache

from newsclean import languages
from newsclean.cleaning.lines.bylines import is_known_first_name
from newsclean.patterns import lazy_regex

_MOST_CHARS = 60
"""A longer line is a sentence (a guess)."""
_MOST_PLACE_WORDS, _NAME_WORDS = 3, (2, 3)
_WORD = lazy_regex(r"[^\W\d_][\w.’'-]*")


def read_sender(text: str) -> str | None:
    """The name behind "from" and a place, on a line that has nothing else.

    >>> read_sender("Z Lizbony Marcin Zatyka")
    'Marcin Zatyka'
    >>> read_sender("Z Lizbony przyleciał w środę")
    """
    if len(text) > _MOST_CHARS:
        return None
    first, *rest = text.strip(" ()[].").replace(",", " ").replace("–", " ").split() or [""]
    if first.lower() not in _openings() or not all(map(_is_capitalized, rest)):
        return None
    for at in range(1, min(len(rest), _MOST_PLACE_WORDS + 1)):
        name = rest[at:]
        if _NAME_WORDS[0] <= len(name) <= _NAME_WORDS[1] and is_known_first_name(" ".join(name)):
            return " ".join(name)
    return None


def _is_capitalized(word: str) -> bool:
    return _WORD.fullmatch(word) is not None and word[0].isupper()


@cache
def _openings() -> frozenset[str]:
    """The words for "from" that such a line begins with."""
    listed = languages.read_data("cleaning/bylines.json")["from"].values()
    return frozenset(word for words in listed for word in words.split())
