"""Links, emphasis and code inside a paragraph, as Markdown, where the source has them.

The reader of HTML notes them line by line (`markup.Inline`); here they are looked for, in their
order, in the paragraphs that are made of these lines.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from newsclean.document import Document, Paragraph
from newsclean.markup import Inline
from newsclean.patterns import lazy_regex

_MARKS = {"strong": "**", "em": "*"}
_NOT_IN_ADDRESS = lazy_regex(r"[\s<>()\\\x00-\x1f\x7f]")


class Marked:
    """The stretches of a document that are links, emphasized or code."""

    def __init__(self, document: Document) -> None:
        """Those of a document; none where it has no mark-up."""
        self._inline = document.tree.inline if document.tree else ()
        self._lines = [inline.line for inline in self._inline]
        self._starts: list[int] = []
        url = document.metadata.url
        self._base = url.value if url else ""
        if self._inline:
            at = 0
            for line in document.text.split("\n"):
                self._starts.append(at)
                at += len(line) + 1

    def render(self, paragraph: Paragraph, text: str, escape: Callable[[str], str]) -> str:
        """The `text` of a paragraph (or its end, without a bullet) with its marks."""
        pieces, done = [], 0
        for inline in self._inside(paragraph):
            words = " ".join(inline.text.split())
            at = text.find(words, done) if words else -1
            if at < 0:
                continue
            end = at + len(words)
            shown = self._shown(inline, words, escape, text[:at], text[end:])
            if shown is None:
                continue
            pieces += [_inner(text[done:at], escape, first=not done), shown]
            done = end
        return "".join(pieces) + _inner(text[done:], escape, first=not done)

    def _inside(self, paragraph: Paragraph) -> Iterator[Inline]:
        if not self._starts:
            return
        first = bisect_right(self._starts, paragraph.start) - 1
        last = bisect_left(self._starts, paragraph.end) - 1
        begin, end = bisect_left(self._lines, first), bisect_right(self._lines, last)
        yield from self._inline[begin:end]

    def _shown(
        self, inline: Inline, words: str, escape: Callable[[str], str], before: str, after: str
    ) -> str | None:
        """A stretch as Markdown; None where that would not be read as meant."""
        if inline.tag == "a":
            address = self._address(inline.target)
            return f"[{_inner(words, escape)}]({address})" if address else None
        if inline.tag == "code":
            return None if "`" in words else f"`{words}`"
        # marks beside a letter and inside punctuation are no marks to CommonMark ("flanking")
        if before[-1:].isalnum() or after[:1].isalnum():
            return None
        mark = _MARKS[inline.tag]
        return f"{mark}{_inner(words, escape)}{mark}"

    def _address(self, target: str) -> str | None:
        """Where a link leads, if that is on the web or an address for mail."""
        try:
            address = urljoin(self._base, target.strip())
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme == "mailto" or (parts.scheme in ("http", "https") and parts.netloc):
            return _NOT_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", address)
        return None


def _inner(text: str, escape: Callable[[str], str], *, first: bool = False) -> str:
    """Text inside a line: what opens a block does so at the beginning of a paragraph alone."""
    if first:
        return escape(text)
    return escape(f"a{text}")[1:]
