"""How the elements with the text of one line stand to each other."""

from __future__ import annotations

from collections.abc import Container, Sequence

_WORD_CHARS = 3
"""A part of a heading shown as a line has so many characters; single letters are adorned."""


def common(
    one: int, two: int, parents: Sequence[int], depths: Sequence[int], noted: Container[int]
) -> int:
    """The lowest common ancestor of a line's element so far and another; `noted` are its own."""
    while one != two and min(one, two) >= 0:
        if depths[one] >= depths[two]:
            one = parents[one]
        elif two in noted:  # `one` is above all of them
            return one
        else:
            two = parents[two]
    return max(one, two)


def is_glued(node: int, last: int, parents: Sequence[int], before: str, data: str) -> bool:
    """Do two parts of a heading touch, since a style shows each as a line: name, work, publisher?

    They are elements side by side, and the later one begins as a name does. `last` is the element
    of the text just before, -1 for none.
    """
    beside = last not in (node, -1) and parents[last] == parents[node]
    return beside and len(before) >= _WORD_CHARS and before[-1].isalnum() and data[0].isupper()
