"""Sub-headings that look like others of their page: in capitals, behind a sign, quoted.

What one line of a text cannot tell, its siblings do: where some stand in capitals above paragraphs
that are kept, another such line above a paragraph is no label of the page.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_SIGNS = frozenset("◇◆■□▶▲△▼▽●○◎◉★☆※▣◈❖§")
_MOST_WORDS, _PARAGRAPH_WORDS, _PARAGRAPH_CHARS = 14, 12, 30
"""A sub-heading has so few words, and a paragraph so many, or characters where words are not
spaced."""
_QUOTED_WORDS, _BELOW_WORDS = 5, 5
"""So few words in quotation marks are no pull quote, and head a short sentence, too (guesses)."""
_MARKS = {"“": "”", "”": "”", "„": "“”", "«": "»", "»": "«»", '"': '"', "「": "」", "『": "』"}
_FEWEST_LETTERS = 5
"""So many letters make capitals a choice: "EU" and "NATO" have no other form."""
_STOPS, _CLOSING = (".", "!", "…", "。", "！", ":", "：", ",", ";"), "'\"”’»)]」』"


def alike(record: PageRecord) -> set[int]:
    """The lines above kept paragraphs of which another of their shape is kept, kept or not."""
    page, kept = record.page, record.kept
    shapes: dict[int, str] = {}
    for at in range(len(page.texts) - 1):
        shape = _shape(page, at) if kept[at + 1] else ""
        fewest = _BELOW_WORDS if shape == "quoted" else _PARAGRAPH_WORDS
        if shape and _is_paragraph(page, at + 1, fewest) and not page.hits(at):
            shapes[at] = shape
    shown = Counter(shape for at, shape in shapes.items() if kept[at])
    return {at for at, shape in shapes.items() if shown[shape] - kept[at] > 0}


def is_signed_alike(record: PageRecord, at: int) -> bool:
    """Is a line one of several of the page behind the same sign, above paragraphs?"""
    return record.page.texts[at][0] in _SIGNS and at in alike(record)


def _shape(page: PageLines, at: int) -> str:
    """The sign in front of a line, "quoted" or "capitals"; nothing where it has no such shape."""
    text = page.texts[at]
    if not 0 < len(page.words[at]) <= _MOST_WORDS or text.rstrip(_CLOSING).endswith(_STOPS):
        return ""
    if text[0] in _SIGNS:
        return text[0]
    if text.isupper() and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS:
        return "capitals"
    quoted = len(page.words[at]) <= _QUOTED_WORDS and text[-1] in _MARKS.get(text[0], " ")
    return "quoted" if quoted else ""


def _is_paragraph(page: PageLines, at: int, fewest: int) -> bool:
    if page.is_unspaced(at):
        return len(page.texts[at]) >= _PARAGRAPH_CHARS
    return len(page.words[at]) >= fewest
