"""Sentences -> those that stand inside a quotation which an earlier one opened.

"“We lost the pump. The lamp went out. Nobody came,” said Holm.": the middle one has no mark of its
own, and in a summary nobody would be said to say it. Of such sentences that readers labelled, 87 of
100 lean.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.patterns import lazy_regex

_MARKS = lazy_regex(r"[“”„«»\"「」『』]|(?<!\w)‘(?![\d\s])(?!(?i:tis|twas|cause|em|til)\b)|’(?!\w)")
_CLOSES = {"“": "”", "„": "“”", "«": "»", '"': '"', "「": "」", "『": "』", "‘": "’", "»": "«"}
_INCHES = "0123456789'’′"
"""Behind one of these `"` opens nothing: "a 5\" pipe"."""


def inside_quotations(
    texts: Sequence[str], paragraphs: Sequence[int], half: frozenset[int]
) -> list[int]:
    """The numbers of the sentences that are wholly inside a quotation of their paragraph.

    Args:
        texts: the sentences, in order.
        paragraphs: the number of the paragraph of each.
        half: those with one end of a quotation only: where there are none, nothing is inside one.
    """
    found: list[int] = []
    closers, paragraph = "", -1
    for number in range(min(half, default=len(texts)), len(texts)):
        if paragraphs[number] != paragraph:
            closers, paragraph = "", paragraphs[number]
        if closers and not _MARKS.search(texts[number]):
            found.append(number)
        elif closers or number in half:
            closers = _after(texts[number], closers)
        if closers == "’" and not _ends(texts, paragraphs, number):
            closers = ""
    return found


def _after(text: str, closers: str) -> str:
    """The marks that close what is open behind a text; `closers` do so before it."""
    for match in _MARKS.finditer(text):
        mark = match[0]
        if closers:
            if mark in closers:
                closers = ""
        elif mark in _CLOSES and not (mark == '"' and text[match.start() - 1] in _INCHES):
            closers = _CLOSES[mark]
    return closers


def _ends(texts: Sequence[str], paragraphs: Sequence[int], number: int) -> bool:
    """Whether a quotation in single marks, which may be apostrophes, ends in its paragraph."""
    for after in range(number + 1, len(texts)):
        if paragraphs[after] != paragraphs[number]:
            return False
        if any(match[0] == "’" for match in _MARKS.finditer(texts[after])):
            return True
    return False
