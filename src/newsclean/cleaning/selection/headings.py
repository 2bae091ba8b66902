"""Sub-headings of an HTML page between the paragraphs that they head: they stay with these.

A network that sees a short line in a box of its own takes it for a label now and then. What the
page marks as a heading, with kept text above it and a kept paragraph right below it in the same
part of the page, is one of the article's, unless something speaks against it: a box that goes, a
link to elsewhere, a phrase, or a very low probability. So is the label of an accordion that holds
kept text.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    import numpy.typing as npt

    from newsclean.arrays import Floats
    from newsclean.cleaning.record import PageRecord
    from newsclean.markup import Markup, Node

_TAGS = ("h2", "h3", "h4", "h5", "h6")
_LEAST, _LEAST_NAMED = 0.12, 0.05
"""Headings below this probability go. Of those between them and what is kept anyhow, those on 19
training pages are of the labelled body, those on 6 of no article."""
_MOST_WORDS, _PARAGRAPH_WORDS = 25, 12
_MOST_BETWEEN = 6
"""So many lines may stand between heading and paragraph: captions, headings below it, and what is
surely not of the article and no link."""
_LINK_SHARE = 0.5
_TELLING_CHARS = 4
"""The words by which it is told that a paragraph is of what its heading links to."""
_SURE = 0.6
"""A heading of the look of one that is as likely of the body is a heading as well."""
_OFTEN = 3
"""What stands on the page so often is a label."""
_NAMED = lazy_regex(r"title|headline|heading|header|question|toggle|label")
_ACCORDION = lazy_regex(r"accord[ei]on|collaps|faq|panel|expand")
_LEVELS = 4
"""The element of an accordion stands so many levels above its label at most."""


class _Page(NamedTuple):
    record: PageRecord
    nodes: Sequence[Node]
    markup: Sequence[Markup]
    """Of each content line."""
    probabilities: Floats
    kept: npt.NDArray[np.bool_]
    causes: Container[int]


def inner_headings(
    record: PageRecord,
    probabilities: Floats,
    kept: npt.NDArray[np.bool_],
    causes: Container[int],
) -> list[int]:
    """Which content lines that were not kept are sub-headings of kept ones, by their positions.

    Args:
        record: the page.
        probabilities: of each content line, that it is of the body.
        kept: which of them are kept.
        causes: the lines (of the page) that go by what its mark-up says.
    """
    tree = record.tree
    if tree is None or not kept.any():
        return []
    markup = [tree.markup[at] for at in record.content_indices]
    page = _Page(record, tree.nodes, markup, probabilities, kept, causes)
    looks = {_look(page, at) for at in (probabilities * kept > _SURE).nonzero()[0].tolist()}
    often = Counter(line.text for line in record.content_lines)
    first = int(np.argmax(kept))
    doubtful = (~kept & (probabilities > _LEAST_NAMED)).nonzero()[0].tolist()
    return [
        at
        for at in doubtful
        if at > first
        and often[record.content_lines[at].text] < _OFTEN
        and _heads_text(page, at, looks)
    ]


def _heads_text(page: _Page, at: int, looks: Container[tuple[str, str]]) -> bool:
    """Is a line the heading of a kept paragraph, or the label of a part that has one?"""
    lines, line = page.record.page, page.record.content_indices[at]
    if line in page.causes or len(lines.words[line]) > _MOST_WORDS or lines.hits(line):
        return False
    look = _look(page, at)
    named = look[0] in _TAGS or (look in looks and _NAMED.search(look[1]) is not None)
    if not named or page.probabilities[at] <= _LEAST:
        panel = _panel(page, at)
        below = _paragraph_below(page, at, panel) if panel >= 0 else -1
        return below >= 0 and panel in _above(page.nodes, page.markup[below].node)
    below = _paragraph_below(page, at)
    is_link = page.markup[at].link_chars > _LINK_SHARE * len(lines.texts[line])
    return below >= 0 and not (is_link and not _is_told_of(page.record, at, below))


def _paragraph_below(page: _Page, at: int, panel: int = -1) -> int:
    """The position of the kept paragraph that a heading heads; -1 if anything else follows.

    In a panel of an accordion, other lines may stand between.
    """
    record = page.record
    for below in range(at + 1, min(len(page.kept), at + 1 + _MOST_BETWEEN)):
        line, mark = record.content_indices[below], page.markup[below]
        if page.kept[below]:
            if len(record.page.words[line]) >= _PARAGRAPH_WORDS or record.page.is_unspaced(line):
                return below
            if page.nodes[mark.block].tag not in _TAGS:
                return -1
        elif (
            line not in page.causes
            and (page.probabilities[below] > _LEAST_NAMED or mark.link_chars)
            and panel not in _above(page.nodes, mark.node)
        ):
            return -1
    return -1


def _is_told_of(record: PageRecord, at: int, below: int) -> bool:
    """Has a paragraph half of the longer words of the line above it?"""
    head, paragraph = (record.page.words[record.content_indices[one]] for one in (at, below))
    long = {word for word in head if len(word) >= _TELLING_CHARS}
    return bool(long) and 2 * len(long.intersection(paragraph)) >= len(long)


def _look(page: _Page, at: int) -> tuple[str, str]:
    block = page.markup[at].block
    return (page.nodes[block].tag, page.nodes[block].names) if block >= 0 else ("", "")


def _panel(page: _Page, at: int) -> int:
    """The element of an accordion that the line is the label of; -1 if it is none."""
    nodes, node = page.nodes, page.markup[at].block
    if node < 0 or not _NAMED.search(nodes[node].names):
        return -1
    for _ in range(_LEVELS):
        node = nodes[node].parent
        if node < 0:
            return -1
        if _ACCORDION.search(nodes[node].names) and not _NAMED.search(nodes[node].names):
            return node
    return -1


def _above(nodes: Sequence[Node], node: int) -> Iterator[int]:
    while node >= 0:
        yield node
        node = nodes[node].parent
