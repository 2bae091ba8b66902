"""Kept lines -> the paragraphs of the article, each with its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaning.lines import fold
from newsclean.document import Document, Line, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_BULLET = re.compile(r"[•*·▪►●‣◦■□–—+-]\s|\(?\d{1,3}[.)]\s|[a-z]\)\s")
_SENTENCE_END = re.compile(r"[.!?…。！？;,][\"'”’»)\]」』]*$")
_HEADING_WORDS = 14
_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "list"),
    "blockquote": "quote",
}


def build(
    document: Document, lines: Sequence[Line], kept: Sequence[bool], probabilities: Sequence[float]
) -> tuple[Paragraph, ...]:
    """The paragraphs, in order; parts of one line that all stay are one paragraph again."""
    out: list[Paragraph] = []
    before = -2
    for index, line in enumerate(lines):
        if not kept[index]:
            continue
        confidence = round(float(probabilities[index]), 3)
        between = document.text[out[-1].end : line.start] if out else ""
        if index == before + 1 and "\n" not in between:
            start = out[-1].start
            whole = fold(document.text[start : line.end])
            lowest = min(confidence, out[-1].confidence)
            out[-1] = Paragraph(start, line.end, whole, out[-1].kind, lowest)
        else:
            kind = _kind(document, lines, kept, index)
            out.append(Paragraph(line.start, line.end, line.text, kind, confidence))
        before = index
    return tuple(out)


def _kind(
    document: Document, lines: Sequence[Line], kept: Sequence[bool], index: int
) -> ParagraphKind:
    """A heading, list item, quotation or plain paragraph."""
    if document.tree is not None:
        return _kind_of_node(document, lines[index])
    text = lines[index].text
    if text.startswith("> "):
        return "quote"
    if document.kind == "markdown" and text.startswith("#"):
        return "heading"
    if _BULLET.match(text):
        return "list"
    follows = index + 1 < len(lines) and kept[index + 1]
    if follows and len(text.split()) <= _HEADING_WORDS and not _SENTENCE_END.search(text):
        return "list" if text.endswith(":") or text[:1].islower() else "heading"
    return "paragraph"


def _kind_of_node(document: Document, line: Line) -> ParagraphKind:
    """What the elements above a line make of it."""
    tree = document.tree
    if tree is None:
        return "paragraph"
    row = document.text.count("\n", 0, line.start)
    node = tree.markup[row].node
    found: ParagraphKind = "paragraph"
    while node >= 0:
        kind = _KINDS.get(tree.nodes[node].tag)
        if kind == "quote":
            return kind
        if kind and found == "paragraph":
            found = kind
        node = tree.nodes[node].parent
    return found
