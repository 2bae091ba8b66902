"""A document that states itself what is body and what is not -> `Article`.

Exports of news databases do. No network is asked: the body is given, and every other part has its
reason from the source. What an export leaves in its body, a byline or a dateline, is read here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning import paragraphs
from newsclean.cleaning.lines import bylines
from newsclean.cleaning.lines.credits import read_dateline
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.segment import collapse_whitespace, flow
from newsclean.document import Article, Document, Field, Line, Metadata, Removal
from newsclean.errors import NoArticleError

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_BYLINE_WORDS = 12
"""A paragraph that only names the author has so many words at most (a guess)."""
_LINK_CHARS = 3
"""A word between two authors ("and", "und", "et") has so many letters at most."""


def article(
    document: Document,
    language: str | None,
    keep: Sequence[re.Pattern[str]],
    drop: Sequence[re.Pattern[str]],
) -> Article:
    """The article that `document.parts` describe; `keep` and `drop` are the user's patterns.

    Raises:
        NoArticleError: no part is body.
    """
    lines = [
        Line(part.start, part.end, collapse_whitespace(document.text[part.start : part.end]))
        for part in document.parts
    ]
    reasons = [(part.reason, part.evidence) for part in document.parts]
    said = "\n".join(
        line.text for line, (reason, _) in zip(lines, reasons, strict=True) if not reason
    )
    stated = document.metadata.language
    code = language or languages.detect(said, stated.value if stated else "en")
    metadata = _opening(lines, reasons, document.metadata, code)
    for index, line in enumerate(lines):
        if any(pattern.search(line.text) for pattern in keep):
            reasons[index] = "", ""
        elif found := next((p.pattern for p in drop if p.search(line.text)), None):
            reasons[index] = "user pattern", f"matches --drop {found!r}"
    kept = [not reason for reason, _ in reasons]
    if not any(kept):
        raise NoArticleError(f"{document.label}: the export has no text of this article")
    body = paragraphs.of_lines(document, lines, kept, [1.0] * len(lines))
    removals = tuple(
        Removal(line.start, line.end, document.text[line.start : line.end], reason, evidence, 1.0)
        for line, (reason, evidence) in zip(lines, reasons, strict=True)
        if reason
    )
    return Article(
        flow=flow(document.text, tuple(lines)),
        paragraphs=body,
        removals=removals,
        metadata=metadata,
        language=code,
        words_read=languages.count_words(document.text),
        words_kept=sum(languages.count_words(paragraph.text) for paragraph in body),
    )


def _opening(
    lines: Sequence[Line], reasons: list[tuple[str, str]], metadata: Metadata, language: str
) -> Metadata:
    """`metadata` with names alone as byline; a byline that opens the body is taken out of it."""
    if metadata.byline:
        named = _names(metadata.byline.value, language)
        metadata = replace(metadata, byline=replace(metadata.byline, value=named))
    first = next((index for index, (reason, _) in enumerate(reasons) if not reason), None)
    if first is None:
        return metadata
    line = lines[first]
    if len(line.text.split()) <= _BYLINE_WORDS:
        known = metadata.byline is not None and normalized_words(line.text) == normalized_words(
            metadata.byline.value
        )
        names = bylines.read_byline(line.text, language)
        if known or names:
            reasons[first] = "byline", "names the author before the text"
            if names and metadata.byline is None:
                found = Field(names, "text", line.start, line.end)
                metadata = replace(metadata, byline=found)
    opening = next((index for index, (reason, _) in enumerate(reasons) if not reason), None)
    if opening is None or metadata.dateline:
        return metadata
    line = lines[opening]
    if dateline := read_dateline(line.text):
        place = Field(dateline.text, "text", line.start, line.start + len(dateline.text))
        metadata = replace(metadata, dateline=place)
        if dateline.agency and not metadata.agency:
            metadata = replace(metadata, agency=replace(place, value=dateline.agency))
    return metadata


def _names(value: str, language: str) -> str:
    """A stated byline without "by" and without what the authors are."""
    if named := bylines.read_byline(value, language):
        return named
    names = bylines.read_names(value, language)
    if names is None:
        return value
    others = set(normalized_words(value)) - set(normalized_words(names))
    # what only links the names stays as it was written
    return value if all(len(word) <= _LINK_CHARS for word in others) else names
