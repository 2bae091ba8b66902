"""What cleaning is told beside the text: the light HTML tree, stated parts, a site's profile.

It imports nothing of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

CODE_BREAK = "\u2028"
"""Stands for a line break inside a block of code, which is one line of the document."""


class Node(NamedTuple):
    """One element of an HTML tree. `parent` is an index into `Tree.nodes`, -1 for the root.

    `names` is the element's id, class, role and itemprop words, lower case, blank-separated.
    """

    tag: str
    parent: int
    names: str = ""
    hidden: bool = False


class Markup(NamedTuple):
    """What the mark-up says of one line: the counts are of characters unless named otherwise."""

    node: int
    link_chars: int = 0
    links: int = 0
    strong_chars: int = 0
    images: int = 0
    breaks: int = 0
    block: int = -1
    """The nearest block-level element above the line's text (index into `Tree.nodes`)."""
    rules: int = 0
    """How many `<hr>` stand between the line before and this one; so for images and breaks."""
    embeds: int = 0
    """Likewise for iframes, videos, drawings and form fields."""
    apart: bool = False
    """Whether a margin sets it off from the line before, as between paragraphs."""


_AUTHOR_SIGNS = ("author", "byline", "writer", "autor", "vcard", "reporter", "journalist")
_TRAIL_LEVELS = 5
"""A heading stands so deep in a breadcrumb at most: "<nav><div><ul><li><h1>"."""


class Inline(NamedTuple):
    """A stretch of a line that is a link, emphasized or code; `line` is the line's number.

    `tag` is `a`, `strong`, `em` or `code`; `target` is a link's address as the page has it.
    """

    line: int
    text: str
    tag: str
    target: str = ""


class Stated(NamedTuple):
    """A value that a page states, and where: "json-ld", "meta:author", "time"."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The light copy of an HTML tree that cleaning needs: elements, and one `Markup` a line."""

    nodes: tuple[Node, ...]
    markup: tuple[Markup, ...]
    bodies: tuple[str, ...] = ()
    """Article bodies that the page states about itself (JSON-LD `articleBody`)."""
    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    inline: tuple[Inline, ...] = ()
    """Links, emphasis and code inside lines, in their order; read by the Markdown output."""
    keywords: tuple[str, ...] = ()
    authors: tuple[Stated, ...] = ()
    """Who the page says has written the article, several names joined by commas."""
    days: tuple[Stated, ...] = ()
    """When it says that the article appeared or was changed, ISO 8601."""
    stated_kind: str = ""
    """What the page says that it is if that is no article: "a product page", "a list of links"."""
    parted: tuple[str, ...] = ()
    """What stands in its headings of first rank before an element inside ends or begins."""
    named: tuple[tuple[int, str], ...] = ()
    """(line, text) of the elements named as the author's that are parts of a line."""

    def is_inside(self, line: int, tags: Container[str]) -> bool:
        """Is a line of text in an element of one of these tags, however deep?"""
        node = self.markup[line].node
        while node >= 0 and self.nodes[node].tag not in tags:
            node = self.nodes[node].parent
        return node >= 0


class Part(NamedTuple):
    """A stretch of a document whose place in the article its source states.

    `reason` is one of `REASONS`; empty for a paragraph of the body. `evidence` is for people.
    """

    start: int
    end: int
    reason: str = ""
    evidence: str = ""


class SiteProfile(NamedTuple):
    """The lines that at least two of `pages` pages of a site have, and the pairs of lines that do.

    `cleaning.site_profile` makes, reads and writes it; lines are as its `key` gives them.
    """

    pages: int
    lines: dict[str, int]
    pairs: frozenset[tuple[str, str]]


def is_authors(names: str) -> bool:
    """Is an element of these names the author's?"""
    told = any(sign in names for sign in _AUTHOR_SIGNS)  # takes a tenth of the pattern's time
    pattern = r"author|byline|\b(?:writer|autor|vcard|reporter|journalist)\b"
    return told and re.search(pattern, names) is not None


def is_of_trail(nodes: Sequence[Node], number: int) -> bool:
    """Is an element one of a breadcrumb or a menu, where a page repeats its title for machines?"""
    for _ in range(_TRAIL_LEVELS):
        if number < 0:
            return False
        tag, number, names, _ = nodes[number]
        if tag == "nav" or "breadcrumb" in names:
            return True
    return False
