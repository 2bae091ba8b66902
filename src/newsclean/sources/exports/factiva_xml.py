"""Factiva exports as XML -> records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.sources import xml
from newsclean.sources.exports.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.sources.record import Record

_BODY = ("leadParagraph", "tailParagraphs")
_FIELDS = {
    "byline": ("byline", "byline"),
    "sourceName": ("site", "boilerplate"),
    "sectionName": ("section", "boilerplate"),
    "baseLanguage": ("language", "boilerplate"),
    "copyright": ("", "copyright"),
    "credit": ("", "credit"),
    "notes": ("", "boilerplate"),
    "contact": ("", "boilerplate"),
    "columnName": ("", "boilerplate"),
    "artWork": ("", "caption"),
    "accessionNo": ("", "boilerplate"),
    "publisherName": ("", "boilerplate"),
    "sourceCode": ("", "boilerplate"),
}


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the export.

    Raises:
        InputError: it is no XML.
    """
    number = 0
    for element in xml.parse(data, name).iter("{*}article"):
        if xml.child(element, "headline", "leadParagraph", "tailParagraphs") is not None:
            number += 1
            yield _read(element).record(f"{name}#{number}")


def _read(element: Any) -> Draft:
    draft = Draft("factiva")
    headline = xml.child(element, "headline")
    if headline is not None:
        title = " ".join(_paragraphs(headline))
        draft.state("title", title, "headline")
        draft.label(title, "headline", "headline")
    for each in element:
        _field(each, draft)
    for name in _BODY:
        part = xml.child(element, name)
        for paragraph in _paragraphs(part) if part is not None else ():
            draft.body(paragraph)
    return draft


def _field(element: Any, draft: Draft) -> None:
    name, value = xml.tag(element), xml.text(element)
    if name in ("publicationDate", "publicationDateTime"):
        draft.state("date", value, name)
        draft.label(value, name, "date")
    elif name == "wordCount":
        draft.count(value)
        draft.label(value, name)
    elif name in _FIELDS:
        field, reason = _FIELDS[name]
        if field:
            draft.state(field, value, name)
        draft.label(value, name, reason)


def _paragraphs(element: Any) -> Iterator[str]:
    """The texts of the paragraphs in an element; its own where it has none."""
    found = list(element.iter("{*}paragraph"))
    for each in found or [element]:
        yield xml.text(each)
