"""What a message about an unknown word ends with: the known one that is closest, or all of them."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known word most like `word`, None where none is (difflib's ratio of common letters).

    >>> nearest("lenght", ["length", "method"])
    'length'
    """
    from difflib import get_close_matches

    lowered = {each.lower(): each for each in known}
    close = get_close_matches(word.lower(), lowered, 1, cutoff)
    return lowered[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown word.

    >>> did_you_mean("lenght", ["length", "method"]), did_you_mean("x", ["a", "b"])
    ("did you mean 'length'?", 'known are a, b')
    """
    names = list(known)
    close = nearest(word, names)
    return f"did you mean {close!r}?" if close else f"known are {', '.join(names)}"
