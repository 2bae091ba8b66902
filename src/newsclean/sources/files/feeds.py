"""Feeds -> records: RSS, RDF and Atom, and JSON Feed; an item is one."""

from __future__ import annotations

import html
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from newsclean.document import Field, Metadata
from newsclean.sources import xml
from newsclean.sources.dates import read_date
from newsclean.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTENT = ("encoded", "content", "description", "summary", "subtitle")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_AUTHORS = ("creator", "author", "managingEditor")


def records(data: bytes, name: str) -> Iterator[Record]:
    """The items of an XML feed.

    Raises:
        InputError: it is no XML, or declares entities.
    """
    root = xml.parse(data, name)
    channel = xml.child(root, "channel")
    channel = root if channel is None else channel
    items = [each for each in root.iter() if xml.tag(each) in ("item", "entry")]
    site = xml.child(channel, "title")
    language = _language(root, channel)
    for number, item in enumerate(items, 1):
        yield _record(
            item, f"{name}#{number}", xml.text(site) if site is not None else "", language
        )


def _language(root: Any, channel: Any) -> str:
    stated = xml.child(channel, "language")
    if stated is not None:
        return xml.text(stated)
    return root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def _record(item: Any, name: str, site: str, language: str) -> Record:
    body = max((_markup(each) for each in _of(item, _CONTENT)), key=len, default="")
    stated = {
        "title": _first(item, ("title",)),
        "byline": _author(item),
        "date": _date(item),
        "site": _source(item) or site,
        "language": language[:2].lower(),
        "url": _link(item),
    }
    metadata = Metadata(
        **{field: Field(value, f"feed:{field}") for field, value in stated.items() if value}
    )
    if not body.strip():
        return Record(name, metadata=metadata, error="an item without text")
    data = f"<article>{body}</article>".encode("utf-8", "replace")
    return Record(name, data, "html", "utf-8", metadata)


def _of(item: Any, names: tuple[str, ...]) -> Iterator[Any]:
    for each in item:
        if xml.tag(each) in names:
            yield each


def _markup(element: Any) -> str:
    """The HTML in an element: written out as text, or as elements of its own (XHTML)."""
    from lxml import etree

    if len(element):
        inner = "".join(
            etree.tostring(each, encoding="unicode", with_tail=True) for each in element
        )
        return (element.text or "") + inner
    text = element.text or ""
    if "<" not in text and "&lt;" not in text:
        return "".join(
            f"<p>{html.escape(line, quote=False)}</p>" for line in text.split("\n") if line.strip()
        )
    return text


def _first(item: Any, names: tuple[str, ...]) -> str:
    found = xml.child(item, *names)
    if found is None:
        return ""
    text = xml.text(found)
    return " ".join(html.unescape(text).split())


def _author(item: Any) -> str:
    names = []
    for each in _of(item, _AUTHORS):
        name = xml.child(each, "name")
        text = xml.text(name if name is not None else each)
        # RSS wants "address (Name)"
        inner = text.partition("(")[2].rstrip(")") if "@" in text and "(" in text else text
        if inner and inner not in names and "@" not in inner:
            names.append(inner)
    return ", ".join(names)


def _date(item: Any) -> str:
    for name in _DATES:
        for each in _of(item, (name,)):
            text = xml.text(each)
            try:
                return parsedate_to_datetime(text).isoformat()
            except (ValueError, TypeError, IndexError, OverflowError):
                if text[:4].isdigit() or read_date(text):
                    return text if text[:4].isdigit() else read_date(text) or ""
    return ""


def _source(item: Any) -> str:
    found = xml.child(item, "source")
    if found is None:
        return ""
    title = xml.child(found, "title")
    return xml.text(title if title is not None else found)


def _link(item: Any) -> str:
    for each in _of(item, ("link",)):
        address = each.get("href") if each.get("rel", "alternate") == "alternate" else ""
        if address or (each.text or "").strip():
            return address or (each.text or "").strip()
    guid = xml.child(item, "guid", "id")
    text = xml.text(guid) if guid is not None else ""
    return text if text.startswith(("http://", "https://")) else ""
