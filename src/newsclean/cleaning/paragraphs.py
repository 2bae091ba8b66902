"""Kept lines -> the paragraphs of the article, each with its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaning.lines.segment import collapse_whitespace
from newsclean.document import Document, Line, Paragraph, ParagraphKind
from newsclean.languages import count_words
from newsclean.markup import CODE_BREAK, Tree
from newsclean.patterns import lazy_regex
from newsclean.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.record import PageRecord

_BULLET = lazy_regex(r"[•*·▪►●‣◦■□–—+-]\s|\(?\d{1,3}[.)]\s|[a-z]\)\s")
_ENDS, _CLOSING = tuple(".!?…。！？;,"), "\"'”’»)]」』"
_HEADING_WORDS = 14
_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "list"),
    "blockquote": "quote",
}


def build(record: PageRecord) -> tuple[Paragraph, ...]:
    """The paragraphs of a page, in order."""
    lines = list(record.page.lines)
    for at, (end, _) in record.cuts.items():
        text = collapse_whitespace(record.document.text[lines[at].start : end])
        lines[at] = lines[at]._replace(end=end, text=text)
    return of_lines(record.document, lines, record.kept, record.probabilities)


def of_lines(
    document: Document, lines: Sequence[Line], kept: Sequence[bool], probabilities: Sequence[float]
) -> tuple[Paragraph, ...]:
    """The paragraphs, in order; parts of one line that all stay are one paragraph again."""
    out = []
    row, counted = 0, 0
    for group in _groups(document.text, lines, kept):
        first, last = lines[group[0]], lines[group[-1]]
        text = (
            first.text
            if len(group) == 1
            else collapse_whitespace(document.text[first.start : last.end])
        )
        if document.tree is None:
            kind = _kind(lines, kept, group[0])
        else:
            row += document.text.count("\n", counted, first.start)
            counted = first.start
            kind = _kind_of_node(document.tree, row)
            if CODE_BREAK in document.text[first.start : last.end]:
                text, kind = document.text[first.start : last.end], "code"
                text = text.replace(CODE_BREAK, "\n")
        lowest = round(min([float(probabilities[index]) for index in group]), 3)
        out.append(Paragraph(first.start, last.end, plain(text), kind, lowest))
    return tuple(out)


def _groups(text: str, lines: Sequence[Line], kept: Sequence[bool]) -> Iterator[list[int]]:
    """The places of kept lines, those together between which there is no line break."""
    group: list[int] = []
    for index, line in enumerate(lines):
        if not kept[index]:
            continue
        goes_on = (
            bool(group)
            and group[-1] == index - 1
            and "\n" not in text[lines[index - 1].end : line.start]
        )
        if group and not goes_on:
            yield group
            group = []
        group.append(index)
    if group:
        yield group


def _kind(lines: Sequence[Line], kept: Sequence[bool], index: int) -> ParagraphKind:
    """A heading, list item, quotation or plain paragraph, as the text alone tells."""
    text = lines[index].text
    if text.startswith("> "):
        return "quote"
    if _BULLET.match(text):
        return "list"
    follows = index + 1 < len(lines) and kept[index + 1]
    open_ = follows and not text.rstrip(_CLOSING).endswith(_ENDS)
    if open_ and count_words(text) <= _HEADING_WORDS:
        return "list" if text.endswith(":") or text[:1].islower() else "heading"
    return "paragraph"


def _kind_of_node(tree: Tree, row: int) -> ParagraphKind:
    """What the elements above a line make of it."""
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
