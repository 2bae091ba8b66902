"""Europresse exports as HTML, in the new layout and the old one -> records.

Each article has one element that names its publication. The article is the largest element around
it that has no second one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean.patterns import lazy_regex
from newsclean.sources.dates import read_date
from newsclean.sources.exports import markup
from newsclean.sources.exports.draft import Draft, collapse_whitespace
from newsclean.sources.exports.nexis_labels import COPYRIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.sources.record import Record

_PUBLICATION, _HEADER, _TITLE = "docpublicationname", "docheader", "titrearticlevisu"
_AUTHORS, _BODY = "docauthors", "dococcurrcontainer"
_ISSUE = lazy_regex(r",?\s*(?:no|n°|nº|nr|vol)\b\.?\s*[\w° ,./-]{0,30}$", re.IGNORECASE)
_NUMBER = lazy_regex(r"\w{2,10}·\d{8}·\w{1,10}·")
_FOOT = lazy_regex(
    r"(?:ce certificat|this certificate|le présent document|numéro de document|document number"
    r"|date d.émission|date issued|certificat émis|certificate issued|illustration\(s\)|note\(s\)"
    r"|cet article est paru|tous droits réservés|all rights reserved|référence bibliographique)",
    re.IGNORECASE,
)
_PAGE = lazy_regex(r"(?:p|pp|page|seite|pag)\.?\s?\w{0,6}\d[\w,\- ]*", re.IGNORECASE)
_AUTHOR_WORDS = 10


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the export.

    Raises:
        InputError: there is no HTML in it.
    """
    number = 0
    root = markup.parse(data, name)
    for publication in list(_with_class(root, _PUBLICATION)):
        draft = _read(_around(publication), publication)
        if draft.has_body or draft.has("title"):
            number += 1
            yield draft.record(f"{name}#{number}")


def _with_class(element: Any, word: str) -> Iterator[Any]:
    for each in element.iter():
        if isinstance(each.tag, str) and word in (each.get("class") or "").lower().split():
            yield each


def _around(publication: Any) -> Any:
    """The largest element around the name of a publication that has no other one."""
    element = publication
    for ancestor in publication.iterancestors():
        if ancestor.tag in ("body", "html") or _several(ancestor):
            break
        element = ancestor
    return element


def _several(element: Any) -> bool:
    found = _with_class(element, _PUBLICATION)
    return next(found, None) is not None and next(found, None) is not None


class _Pieces:
    """The parts of an article as elements."""

    def __init__(self, article: Any) -> None:
        self.titles = list(_with_class(article, _TITLE))
        self.headers = list(_with_class(article, _HEADER))
        self.authors = list(_with_class(article, _AUTHORS))
        self.bodies = list(_with_class(article, _BODY))


def _read(article: Any, publication: Any) -> Draft:
    draft = Draft("europresse")
    source = markup.text(publication)
    draft.state("site", _ISSUE.sub("", source).rstrip(" ,"), "DocPublicationName")
    draft.label(source, "DocPublicationName")
    pieces = _Pieces(article)
    _headers([markup.text(each) for each in pieces.headers], draft)
    title = " ".join(dict.fromkeys(markup.text(each) for each in pieces.titles))
    draft.state("title", title, "titreArticleVisu")
    draft.label(title, "titreArticleVisu", "headline")
    for each in pieces.authors:
        draft.state("byline", markup.text(each), "docAuthors")
        draft.label(markup.text(each), "docAuthors", "byline")
    lines = _after_title(article, pieces)
    if pieces.bodies:
        _new(lines, pieces, draft)
    else:
        _old(lines, draft)
    return draft


def _headers(texts: list[str], draft: Draft) -> None:
    """Read section, day and page, in any order, between commas."""
    for text in texts:
        for piece in filter(None, map(str.strip, text.split(","))):
            draft.label(piece, "DocHeader")
    whole = ", ".join(texts)
    draft.state("date", whole, "DocHeader")
    for piece in filter(None, map(str.strip, whole.split(","))):
        dated = read_date(piece, month=True) or re.search(r"\d{4}|\d+$", piece)
        if not dated and not _PAGE.fullmatch(piece) and not _is_weekday(piece, whole):
            draft.state("section", piece, "DocHeader")


def _is_weekday(piece: str, whole: str) -> bool:
    """Whether a piece stands right before the date: a weekday, where a comma follows it."""
    after = whole.partition(piece)[2].lstrip(" ,")
    return " " not in piece and read_date(" ".join(after.split()[:3])) is not None


def _after_title(article: Any, pieces: _Pieces) -> list[str]:
    """The lines of the article that stand below its title."""
    lines = markup.lines(article)
    if not pieces.titles:
        marks = [markup.text(each) for each in pieces.headers]
        return lines[_place(lines, marks) :]
    return lines[_place(lines, markup.lines(pieces.titles[-1])) :]


def _place(lines: list[str], marks: list[str]) -> int:
    """The place after the last of `marks` among the lines."""
    at = 0
    for mark in marks:
        at = next((n + 1 for n in range(at, len(lines)) if mark in lines[n]), at)
    return at


def _new(lines: list[str], pieces: _Pieces, draft: Draft) -> None:
    body = [line for each in pieces.bodies for line in markup.lines(each)]
    known = {line for each in pieces.authors for line in markup.lines(each)}
    start = next((at for at, line in enumerate(lines) if body and line == body[0]), 0)
    for line in lines[:start]:
        if line in known:
            continue
        if not draft.has("byline") and _may_be_author(line):
            draft.state("byline", line, "below the title")
            draft.add(line, "byline", "stands between title and text")
        else:
            draft.add(line, "standfirst", "stands between title and text")
    for line in body:
        draft.body(line)
    for line in lines[start + len(body) :]:
        _foot(line, draft)


def _old(lines: list[str], draft: Draft) -> None:
    """The layout of tables: the author alone below the title, then the text, then the foot."""
    ended = False
    for at, line in enumerate(lines):
        ended = ended or bool(_FOOT.match(line) or _NUMBER.search(line) or COPYRIGHT.match(line))
        if ended:
            _foot(line, draft)
        elif at == 0 and not draft.has("byline") and _may_be_author(line) and len(lines) > 1:
            draft.state("byline", line, "below the title")
            draft.add(line, "byline", "stands alone below the title")
        else:
            draft.body(line)


def _may_be_author(line: str) -> bool:
    words = collapse_whitespace(line).split()
    if not 1 <= len(words) <= _AUTHOR_WORDS or line.rstrip().endswith((".", "!", "?", ":", "»")):
        return False
    return sum(word[:1].isupper() for word in words) * 2 >= len(words)


def _foot(line: str, draft: Draft) -> None:
    reason = "copyright" if COPYRIGHT.search(line) else "boilerplate"
    draft.add(line, reason, "stands below the text of the export")
