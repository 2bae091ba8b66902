"""Characters as a person would type them, where an article is printed; offsets are not touched."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.patterns import lazy_regex

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_UNSEEN = "\u00ad\u200b\u2060\ufeff"
"""Soft hyphens, and what has no width; joiners that a script needs are not among them."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_TABLE = str.maketrans({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_UNSEEN, ""), **_LIGATURES})

_NUMBER = lazy_regex(r"\d{1,3}[.)] ")


def with_items(pieces: Iterable[tuple[str, bool]]) -> str:
    r"""Sentences as one paragraph, those that are items of a list as lines of their own.

    An item has a dash in front, or its own number.

    >>> with_items([("Two steps.", False), ("1. Cut.", True), ("Wait.", True)])
    'Two steps.\n1. Cut.\n- Wait.'
    """
    joined = "".join(
        (f"\n{text}\n" if _NUMBER.match(text) else f"\n- {text}\n") if is_item else f"{text} "
        for text, is_item in pieces
    )
    return joined.replace("\n\n", "\n").replace(" \n", "\n").strip()


def plain(text: str) -> str:
    """`text` with plain spaces and letters.

    >>> plain("the\u00a0of\ufb01ce")
    'the office'
    """
    if text.isascii() or (text.isprintable() and not any(map(text.__contains__, _LIGATURES))):
        return text  # of what is not plain, only ligatures are printable
    return text.translate(_TABLE)
