"""The paragraphs of a text document, as the readers of DOCX, ODT and RTF make them -> `Document`.

They are written as simple HTML and read as that: styles give headings, list items and quotations.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from newsclean.document import Document, SourceKind
from newsclean.errors import InputError

_DEEPEST = 6
_HEADLINE_WORDS = 25
"""A headline has so many words at most (a guess)."""


class Paragraph(NamedTuple):
    """A paragraph: its text, in which a line break is a line feed, and what its style says."""

    text: str
    heading: int = 0
    """The level of a heading; 0 for none."""
    listed: bool = False
    section: bool = False
    """Whether a section of the document ends with it, or begins."""
    quoted: bool = False


def document(
    paragraphs: Sequence[Paragraph], name: str, kind: SourceKind, encoding: str | None = None
) -> Document:
    """The document of these paragraphs.

    Raises:
        InputError: there is no text in them.
    """
    from newsclean.sources import html as pages

    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise InputError(f"{name}: a document without text")
    page = "".join(map(_element, _headed(paragraphs)))
    made = pages.read(f"<html><body><article>{page}</article></body></html>", name)
    return replace(made, kind=kind, encoding=encoding)


def _headed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs, the first one a heading where no style says which is the headline.

    It is one if it is short, does not end as a sentence does, and longer ones follow.
    """
    out = list(paragraphs)
    texts = [at for at, paragraph in enumerate(out) if paragraph.text.strip()]
    if any(paragraph.heading for paragraph in out) or len(texts) < 2:
        return out
    first = out[texts[0]]
    words = len(first.text.split())
    longest = max(len(out[at].text.split()) for at in texts[1:])
    ends = first.text.rstrip(" \n\"'”’»").endswith((".", ",", ";", ":", "…"))
    if not first.listed and words <= _HEADLINE_WORDS and not ends and longest > words:
        out[texts[0]] = first._replace(heading=1)
    return out


def _element(paragraph: Paragraph) -> str:
    """A paragraph as an element; a line break in it begins a new one."""
    tag = "li" if paragraph.listed else "blockquote" if paragraph.quoted else "p"
    if paragraph.heading:
        tag = f"h{min(paragraph.heading, _DEEPEST)}"
    lines = filter(None, map(str.strip, paragraph.text.split("\n")))
    return "".join(f"<{tag}>{html.escape(line, quote=False)}</{tag}>" for line in lines)
