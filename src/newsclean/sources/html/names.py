"""What an element is called: its class, id, role, itemprop and the names that testers give it."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = ("class", "id", "role", "itemprop")
_TEST_NAMES = ("data-testid", "data-component", "data-type", "data-module", "data-qa")
_UNSHOWN = ("aria-hidden", "hidden", "style", "placeholder", "fallback")
TELLING = frozenset([*_NAMES[1:], *_TEST_NAMES, "rel", *_UNSHOWN])
"""The attributes, besides the class, that say what an element is or whether it is seen."""
_MOST_NAME_CHARS = 300


def names_of(attributes: Mapping[str, str]) -> str:
    """What an element is called, as it stands there."""
    get = attributes.get
    words = [value for key in _NAMES if (value := get(key))]
    if len(attributes) > len(words):  # most have no others
        for key in _TEST_NAMES:
            if value := get(key):
                words.append(value)
                break
    if get("rel") == "author":
        words.append("author")
    if get("aria-hidden") == "true":
        words.append("aria-hidden")
    return " ".join(words)


def fold(names: str) -> str:
    """Names in lower case, with single blanks between them, cut to what is read of them."""
    return " ".join(names.lower().split())[:_MOST_NAME_CHARS]
