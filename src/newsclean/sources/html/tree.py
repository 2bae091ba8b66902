"""HTML text -> lines with their mark-up, a light tree, and what the head says.

The parser (libxml2, through lxml's target interface) calls `Reader` for every tag and text, so
no tree is built in memory and no depth of nesting can exhaust a stack. A line ends at a
block-level tag or `<br>`; a table row is one line unless a cell is long.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import compress

from lxml import etree

from newsclean.markup import Inline, Markup, Node, is_authors
from newsclean.patterns import lazy_regex
from newsclean.sources.html.code import code_lines, in_code, is_symbols
from newsclean.sources.html.elements import (
    APART,
    BLOCK,
    BREAK,
    CELL,
    HEAD,
    IMAGE,
    INLINE,
    INLINE_TAGS,
    KINDS,
    LINK,
    META,
    RULE,
    STRONG,
)
from newsclean.sources.html.names import TELLING, fold, names_of
from newsclean.sources.html.nesting import common, is_glued
from newsclean.sources.html.styles import Unseen

_MAX_DEPTH = 256
_LONG_CELL, _LONG_STAMP = 60, 140
_INVISIBLE = lazy_regex("[\u00ad\u200b\u2060\ufeff]")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("script", "style", "title", "rt", "rp", "rtc"))
"""Skipped elements that leave no gap; `rt` is how a word is read."""


@dataclass(slots=True)
class Head:
    """What a page says of itself outside its visible text, as it stands there."""

    language: str = ""
    title: str = ""
    canonical: str = ""
    metas: list[tuple[str, str]] = field(default_factory=list)
    """(lower-case name, property or itemprop; content) of the `<meta>` elements, in order."""
    scripts: list[str] = field(default_factory=list)
    """Contents of the `application/ld+json` scripts."""
    times: list[tuple[str, str]] = field(default_factory=list)
    """(names of the element, `datetime`) of the `<time>` elements, in order."""
    parted: list[str] = field(default_factory=list)
    """What stands in headings of the first ranks before an element inside ends or begins."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, the elements they stand in, and its head."""

    lines: tuple[str, ...]
    markup: tuple[Markup, ...]
    nodes: tuple[Node, ...]
    head: Head
    inline: tuple[Inline, ...] = ()
    authors: tuple[tuple[int, str], ...] = ()
    """(line, text) of the elements named as the author's that are parts of a line."""


def parse(data: bytes) -> Page:
    """The lines, the tree and the head of HTML in UTF-8; never fails on bad HTML."""
    reader = Reader()
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(data.replace(b"\0", b"") or b"<html></html>")
        page: Page = parser.close()
    except etree.LxmlError:  # nothing that libxml2 takes for a document: what was read counts
        page = reader.close()
    vars(reader).clear()  # parser and reader hold each other: else it stays, as garbage
    return page


class Reader:
    """Collects lines and elements from the parser's events (lxml's parser target interface).

    A page has thousands of events: each method does what is usual first, and nothing for blanks.
    """

    def __init__(self) -> None:
        """Start before the first tag."""
        self.head = Head()
        self._tags: list[str] = []
        self._parents: list[int] = []
        self._depths: list[int] = []
        self._attributes: list[Mapping[str, str]] = []
        self._stack: list[tuple[int, int, int, int]] = []
        self._node = self._block = self._link = self._pre = -1
        self._strong = self._skip = self._pending = 0
        self._skipped = ""
        self._told: list[str] | None = None  # what stands in the skipped element, where it matters
        self._styles: list[str] = []
        self._roots: dict[str, int] = {}
        self._pieces: list[str] = []
        self._at = -1
        self._links: set[int] = set()
        self._noted: dict[int, str] = {}  # the elements with text of the line, and their first
        self._last = -1  # the one whose text stands last in it
        self._link_chars = self._strong_chars = 0
        self._images = self._breaks = self._rules = self._embeds = 0
        self._apart = True
        self._broken = False  # a line ended inside a cell of this row: it is layout, not data
        self._lines: list[str] = []
        self._markup: list[tuple[int, ...]] = []  # `Markup` once the elements are renumbered
        self._inline: list[Inline] = []
        self._authors: list[tuple[int, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skip:
            self._skip += 1
            return
        self._stack.append((self._node, self._block, self._link, self._strong))
        kind = KINDS.get(tag, INLINE)
        if kind >= IMAGE:
            self._outside_text(tag, kind, attributes)
            return
        node, above = len(self._tags), self._node
        depth = self._depths[above] + 1 if above >= 0 else 0
        if tag in ("html", "body"):
            node = self._root(tag, attributes)
        if depth > _MAX_DEPTH and node == len(self._tags):
            node = above  # absurd: it counts as the one around it
        elif node == len(self._tags):
            self._tags.append(tag)
            self._parents.append(above)
            self._depths.append(depth)
            self._attributes.append(attributes)
        self._node = node
        if kind == LINK:
            self._link = node
        elif kind >= BLOCK:
            if self._pieces:
                self._flush()
            self._block = node
            self._broken = tag != "tr"
            if tag == "pre":
                self._pre = node
            if kind == APART:
                self._apart = True
        elif kind == STRONG:
            self._strong = 1
        elif kind == CELL:
            if self._pending > _LONG_CELL or self._broken:
                self._flush()
            elif self._pieces:
                self._pieces.append(" ")
            self._block = node
        elif tag == "time" and (stamp := attributes.get("datetime")):
            self.head.times.append((fold(names_of(attributes)), stamp))

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._skip:
            self._skip -= 1
            if self._skip:
                return
            self._close_skipped()
        kind = KINDS.get(tag, INLINE)
        if BLOCK <= kind <= APART:
            if self._pieces:
                self._flush()
            if kind == APART:
                self._apart = True
        elif kind == CELL and self._pending > _LONG_CELL:
            self._flush()
        if self._stack:
            self._node, self._block, self._link, self._strong = self._stack.pop()

    def data(self, data: str) -> None:
        """A piece of text."""
        if self._skip:
            if self._told is not None:
                self._told.append(data)
        elif data.isspace():
            if self._pieces:  # blanks before a line are no part of it
                self._pieces.append(data)
        elif "\n" in data and self._node >= 0 and self._tags[self._node] == "pre":
            self._preformatted(data)
        else:
            self._note(data)

    def close(self) -> Page:
        """The end of the page."""
        self._flush()
        nodes, numbers = self._used_nodes()
        markup = tuple(  # half the time of `Markup(...)`, here and for the nodes
            tuple.__new__(Markup, (numbers[mark[0]], *mark[1:6], numbers[mark[6]], *mark[7:]))
            for mark in self._markup
        )
        further = tuple(self._inline), tuple(self._authors)
        return Page(tuple(self._lines), markup, nodes, self.head, *further)

    def _root(self, tag: str, attributes: Mapping[str, str]) -> int:
        """The number of the page's root or body, of which there is one."""
        if tag == "html" and tag not in self._roots:
            self.head.language = attributes.get("lang") or attributes.get("xml:lang") or ""
        return self._roots.setdefault(tag, len(self._tags))

    def _outside_text(self, tag: str, kind: int, attributes: Mapping[str, str]) -> None:
        """Pictures, breaks, heads, scripts: what they say is kept, their text is no line."""
        if kind == IMAGE:
            self._images += 1
            return
        if kind in (BREAK, RULE):
            self._flush()
            self._breaks += kind == BREAK
            self._rules += kind == RULE
            self._broken |= kind == BREAK
            return
        if kind == META:
            content = attributes.get("content")
            if content:
                for key in ("name", "property", "itemprop"):
                    if name := attributes.get(key):
                        self.head.metas.append((name.lower(), content))
            elif attributes.get("rel") == "canonical":
                self.head.canonical = self.head.canonical or attributes.get("href") or ""
            return
        if kind == HEAD or (tag == "template" and "shadowrootmode" in attributes):
            return
        if tag not in _SILENT:
            self._embeds += 1
        if tag in ("iframe", "video", "object"):
            self._flush()
        self._skip, self._skipped = 1, tag
        stated = tag == "script" and "ld+json" in (attributes.get("type") or "")
        titled = tag == "title" and not self.head.title
        self._told = [] if stated or titled or tag == "style" else None

    def _close_skipped(self) -> None:
        if self._told is None:
            return
        text = "".join(self._told)
        if self._skipped == "title":
            self.head.title = " ".join(text.split())
        else:
            (self._styles if self._skipped == "style" else self.head.scripts).append(text)

    def _preformatted(self, data: str) -> None:
        """In `<pre>` an empty line ends a line of ours, but in code; other breaks are blanks."""
        first = True
        for part in [data] if self._is_code(self._node) else re.split(r"\n\s*\n", data):
            if not first:
                self._flush()
                self._apart = True
            first = False
            self._note(part)

    def _note(self, data: str) -> None:
        """Count a piece of text at the current element."""
        self._pieces.append(data)
        size = len(data.strip())
        if not size:
            return
        self._pending += size
        if self._link >= 0:
            self._link_chars += size
            self._links.add(self._link)
        if self._strong:
            self._strong_chars += size
        node, at = self._node, self._at
        tag = INLINE_TAGS.get(self._tags[node]) if node >= 0 else None
        if tag or self._link >= 0 or self._strong:
            self._mark(data, tag)
        if at == -1:
            self._at = node
        elif at != node and node >= 0:
            self._at = common(at, node, self._parents, self._depths, self._noted)
            heading = self._tags[self._block]
            if heading in _HEADINGS and len(self._pieces) > 1:
                before = self._pieces[-2]
                if is_glued(node, self._last, self._parents, before, data):
                    self._pieces.insert(-1, " ")
            if heading in ("h1", "h2"):
                self.head.parted.append(" ".join("".join(self._pieces[:-1]).split()))
        self._noted.setdefault(node, data)
        self._last = node

    def _mark(self, data: str, tag: str | None) -> None:
        """Note a stretch that is a link, strong, emphasized or code; a link wins, then code."""
        target = ""
        if self._link >= 0:
            tag, target = "a", self._attributes[self._link].get("href") or ""
        self._inline.append(Inline(len(self._lines), data, tag or "strong", target))

    def _flush(self) -> None:
        """End the line."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        if self._pending:
            if not text.isascii():
                text = _INVISIBLE.sub("", text)
            code = self._pre >= 0 and "\n" in text and self._is_code(self._at)
            text = code_lines(text) if code else " ".join(text.split())
            if text[:1].isalnum() or any(map(str.isalnum, text)):
                self._append(text)
            elif is_symbols(text):
                self._append_symbols(text)
        self._links.clear()
        self._noted.clear()
        self._last = -1
        self._pending = self._link_chars = self._strong_chars = 0
        self._at = -1

    def _is_code(self, at: int) -> bool:
        return in_code(at, self._tags, self._parents, self._attributes)

    def _append_symbols(self, text: str) -> None:
        """A line without letters; what stands before it counts for the next one that has some."""
        block = self._block if self._block >= 0 else self._at
        self._lines.append(text)
        self._markup.append(tuple(Markup(self._at, block=block)))

    def _append(self, text: str) -> None:
        node = self._at
        if len(self._noted) > 1 and len(text) <= _LONG_STAMP:
            self._note_authors()
        self._lines.append(text)
        mark = (
            node,
            self._link_chars,
            len(self._links),
            self._strong_chars,
            self._images,
            self._breaks,
            self._block if self._block >= 0 else node,
            self._rules,
            self._embeds,
            self._apart or self._breaks > 1,
        )
        self._markup.append(mark)
        self._images = self._breaks = self._rules = self._embeds = 0
        self._apart = False

    def _note_authors(self) -> None:
        """Note what stands in the parts of a short line that are named as the author's."""
        for node, text in self._noted.items():
            above = node
            while above > self._at:
                attributes = self._attributes[above]
                if attributes and is_authors(fold(names_of(attributes))):
                    self._authors.append((len(self._lines), " ".join(text.split())))
                    break
                above = self._parents[above]

    def _used_nodes(self) -> tuple[tuple[Node, ...], list[int]]:
        """The elements above the lines, in document order, and their new numbers."""
        tags, parents = self._tags, self._parents
        used = bytearray(len(tags) + 1)
        used[-1] = True  # stands for no element at all, the parent of a root, here and below
        for mark in self._markup:
            for above in (mark[0], mark[6]):
                while not used[above]:
                    used[above] = True
                    above = parents[above]  # noqa: PLW2901
        used[-1] = False
        numbers, nodes = [-1] * len(used), list[Node]()
        unseen = Unseen("\n".join(self._styles))
        # what names are folded to; are elements of these classes, or below these, not shown?
        folded, classes, below = {"": ""}, {"": False}, bytearray(len(used))
        for new, old in enumerate(compress(range(len(tags)), used)):
            tag, attributes, parent = tags[old], self._attributes[old], parents[old]
            hidden = below[parent] or tag == "noscript"
            words = ""
            if attributes:  # most have a class and nothing else that matters
                words = attributes.get("class", "")
                if words not in classes:
                    classes[words] = unseen.by_class(words)
                hidden = hidden or classes[words]
                if not TELLING.isdisjoint(attributes):
                    words = names_of(attributes)
                    hidden = hidden or unseen.by_others(attributes)
            if words not in folded:
                folded[words] = fold(words)
            below[old] = hidden
            numbers[old] = new
            nodes.append(tuple.__new__(Node, (tag, numbers[parent], folded[words], bool(hidden))))
        return tuple(nodes), numbers
