"""EPUB -> records: each chapter in the order of reading; title, author, date of the book."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from newsclean.document import Field, Metadata
from newsclean.errors import InputError
from newsclean.sources import xml
from newsclean.sources.files.office import member
from newsclean.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST_WORDS = 12
"""A part with fewer words is a cover or a title page (a guess)."""
_FIELDS = {"title": "site", "creator": "byline", "date": "date", "language": "language"}


def records(data: bytes, name: str) -> Iterator[Record]:
    """The chapters of the book that have text.

    Raises:
        InputError: damaged, encrypted, or without a list of its parts.
    """
    container = xml.parse(member(data, "META-INF/container.xml", name), name)
    package = next((e.get("full-path") for e in container.iter("{*}rootfile")), None)
    if not package:
        raise InputError(f"{name}: damaged: no list of its parts")
    root = xml.parse(member(data, package, name), name)
    book = _metadata(root)
    number = 0
    for path in _spine(root, posixpath.dirname(package)):
        try:
            page = member(data, path, name)
        except InputError as error:
            number += 1
            yield Record(f"{name}#{number}", error=str(error).removeprefix(f"{name}: "))
            continue
        title, words = _outline(page, name)
        if words >= _FEWEST_WORDS:
            number += 1
            heading = Field(title, "epub:heading") if title else None
            metadata = Metadata(title=heading, **book)
            yield Record(f"{name}#{number}", page, "html", None, metadata)


def _metadata(root: Any) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for element in root.iter():
        field = _FIELDS.get(xml.tag(element))
        value = xml.text(element) if field else ""
        if field and value and field not in found and xml.tag(element.getparent()) == "metadata":
            value = value[:2].lower() if field == "language" else value
            found[field] = Field(value, f"epub:{xml.tag(element)}")
    return found


def _spine(root: Any, folder: str) -> Iterator[str]:
    """The paths of the parts in the order of reading, without the table of contents."""
    manifest = {}
    for item in root.iter("{*}item"):
        if "nav" not in (item.get("properties") or "").split():
            manifest[item.get("id")] = item.get("href") or ""
    for reference in root.iter("{*}itemref"):
        path = manifest.get(reference.get("idref"))
        if path and reference.get("linear") != "no":
            yield posixpath.normpath(posixpath.join(folder, unquote(path)))


def _outline(page: bytes, name: str) -> tuple[str, int]:
    """The first heading of a part, and how many words it has."""
    from newsclean.sources import html

    try:
        document = html.read(page, name)
    except InputError:
        return "", 0
    title = ""
    if document.tree is not None:
        lines = document.text.split("\n")
        for line, markup in zip(lines, document.tree.markup, strict=False):
            if document.tree.nodes[markup.node].tag in ("h1", "h2", "h3"):
                title = line
                break
    return title, len(document.text.split())
