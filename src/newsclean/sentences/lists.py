"""A paragraph that is a list run into one line -> where its items begin: `1) Salt 2) Oil`."""

from __future__ import annotations

import re

from newsclean.patterns import lazy_regex

BULLETS = "•⁃‣◦▪"

_SECOND = frozenset("0123456789.)")
_FIRST = lazy_regex(
    rf"(?P<bullet>[{BULLETS}]\s?)?(?:(?P<label>\d{{1,3}}|[a-z])(?P<after>\.\)|[.)])(?=\s))?"
)


def items(piece: str, *, ordinals: bool = False) -> list[int]:
    """Where the items after the first begin; empty if `piece` does not begin as a list.

    With `ordinals`, a number and a full stop make no label: `1. FC Bonn` may play in the 2. Liga.
    """
    if piece[1:2] not in _SECOND and piece[:1] not in BULLETS:
        return []
    first = _FIRST.match(piece)
    if first is None or first.end() == 0:
        return []
    bullet, label, after = first.group("bullet", "label", "after")
    if label is None:
        return [found.start() for found in _bullets(piece, bullet, first.end())]
    if after == "." and ordinals and not bullet and label.isdecimal():
        return []
    found: list[int] = []
    at = first.end()
    while True:
        label = str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)
        at = piece.find(f" {bullet or ''}{label}{after} ", at)
        if at < 0:
            return found
        at += 1
        found.append(at)


def _bullets(piece: str, bullet: str, start: int) -> list[re.Match[str]]:
    return list(re.compile(rf"(?<=\s){re.escape(bullet)}").finditer(piece, start))


def is_label(sentence: str) -> bool:
    """Whether all of a sentence so far is the label of a list item: `1`, `a`, `iv`."""
    return sentence.isdecimal() or len(sentence) == 1
