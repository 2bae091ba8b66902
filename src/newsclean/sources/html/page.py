"""HTML bytes or text -> `Document` with a light tree, whatever state they are in.

Encodings are settled as browsers do, with two differences: bytes that are valid UTF-8 are UTF-8
whatever they declare, and UTF-8 that somebody once read as Latin-1 is repaired. A `Document` of
an HTML page has one line for each block and no empty lines; pure decoration ("* * *") is left out.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from newsclean.document import Document, Field, Metadata
from newsclean.markup import Part, Tree
from newsclean.patterns import lazy_regex
from newsclean.sources import encoding as encodings
from newsclean.sources.html import metadata as page_metadata
from newsclean.sources.html import stated
from newsclean.sources.html import tree as page_tree
from newsclean.sources.mojibake import NOTE, repair_mojibake

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = lazy_regex(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)"""
    rb"""|<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD_BYTES = 65_536
_SAVED_FROM = lazy_regex(
    r"<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s*)"
    r"(https?://[^\s>]{1,2000})"
)
"""What browsers (Internet Explorer, Chrome) and SingleFile write above a page they save."""
_SAVED_HEAD = 5_000
_XML_DECLARATION = lazy_regex(r"^\s*<\?xml[^>]*\?>")


def read(data: bytes | str, name: str = "-", encoding: str | None = None) -> Document:
    """The document in an HTML page or fragment.

    Args:
        data: the page; text is taken as decoded.
        name: what to call it in messages.
        encoding: a codec name; None settles it from the data.

    Raises:
        LookupError: there is no codec of that name.
    """
    text, codec = (data, None) if isinstance(data, str) else decode(data, encoding)
    decoded = text
    text, repairs = repair_mojibake(_XML_DECLARATION.sub("", text, count=1))
    encoded = data if text is decoded and codec == "utf-8" and "\ufffd" not in text else ""
    if isinstance(encoded, str) or encoded.startswith(codecs.BOM_UTF8):
        encoded = text.encode("utf-8", "replace")
    page = page_tree.parse(encoded)
    facts = page_metadata.facts(page)
    metadata = facts.metadata
    if metadata.url is None and (saved := _SAVED_FROM.search(text[:_SAVED_HEAD])):
        metadata = replace(metadata, url=Field(saved[1], "saved page"))
    tree = Tree(
        page.nodes,
        page.markup,
        facts.bodies,
        facts.titles,
        facts.descriptions,
        page.inline,
        facts.keywords,
        facts.authors,
        facts.days,
        facts.kind,
        tuple(page.head.parted),
        page.authors,
    )
    notes = (NOTE,) if repairs else ()
    if paragraphs := stated.body(page.lines, page.head.scripts, page.markup, page.nodes):
        return _of_stated(paragraphs, name, codec, metadata, (*notes, stated.NOTE))
    return Document(
        text="\n".join(page.lines),
        name=name,
        kind="html",
        encoding=codec,
        metadata=metadata,
        tree=tree,
        notes=notes,
    )


def _of_stated(
    paragraphs: list[str],
    name: str,
    codec: str | None,
    metadata: Metadata,
    notes: tuple[str, ...],
) -> Document:
    """The document of a body that a page states and does not show."""
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append(Part(at, at + len(paragraph)))
        at += len(paragraph) + 1
    return Document(
        "\n".join(paragraphs), name, "html", codec, metadata, notes=notes, parts=tuple(parts)
    )


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of an HTML page and the codec that read it.

    Raises:
        LookupError: there is no codec called `encoding`.
    """
    if encoding is not None:
        return data.decode(encoding, "replace"), codecs.lookup(encoding).name
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) if codec == "utf-8" else 0 :].decode(codec, "replace"), codec
    if b"\0" in data[:4] and (unmarked := encodings.wide(data)):
        return unmarked.text, unmarked.encoding
    declared = _declared(data)
    if declared is not None and declared.startswith(("iso2022", "hz", "utf_7")):
        return data.decode(declared, "replace"), declared
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if declared not in (None, "utf-8"):
        return data.decode(declared, "replace"), declared
    guessed = encodings.not_utf8(data)
    return guessed.text, guessed.encoding


def _declared(data: bytes) -> str | None:
    """The codec that the page's own head names, as Python calls it."""
    for found in _DECLARED.finditer(data, 0, _HEAD_BYTES):
        named = encodings.page_codec((found[1] or found[2]).decode("ascii"))
        if named is not None:
            # UTF-16 could not have been read so far
            return "utf-8" if named.startswith("utf-16") else named
    return None
