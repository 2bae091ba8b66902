"""Word (DOCX) and OpenDocument text (ODT) -> paragraphs, and the `Document` of them."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any

from newsclean.errors import InputError
from newsclean.patterns import lazy_regex
from newsclean.sources import xml
from newsclean.sources.files.paragraphs import Paragraph, document
from newsclean.sources.limits import MAX_BYTES, read_at_most

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsclean.document import Document

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_HEADING = lazy_regex(r"(?:heading|überschrift|titre|título|kop|rubrik)\s*(\d)", re.IGNORECASE)
_QUOTE = lazy_regex(r"quote|zitat|citation|cita", re.IGNORECASE)
_UNREAD = frozenset(
    (
        "del",
        "moveFrom",
        "instrText",
        "Fallback",
        "delText",
        "rPr",
        "pPr",
        "sectPr",
        "commentReference",
    )
)
_OFFICE_KINDS = {"word/document.xml": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_MIME_KINDS = {
    "opendocument.text": "odt",
    "epub": "epub",
    "opendocument.spreadsheet": "xlsx",
    "opendocument.presentation": "pptx",
}
_NOT_READ = {
    "damaged": "a damaged file (zip, DOCX, ODT or EPUB)",
    "epub": "an EPUB without chapters",
    "xlsx": "is a spreadsheet; save the table as CSV",
    "pptx": "is a presentation; save it as PDF or text",
    "zip": "an archive with nothing in it that is read",
}
_ODT_UNREAD = frozenset(("annotation", "tracked-changes", "note", "sequence-decls", "index-title"))


def read_word(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in a Word file; `encoding` has no meaning here.

    Raises:
        InputError: damaged, encrypted, or without text.
    """
    del encoding
    return document(word_paragraphs(data, name), name, "docx")


def read_open(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in an OpenDocument text; `encoding` has no meaning here.

    Raises:
        InputError: damaged, encrypted, or without text.
    """
    del encoding
    root = xml.parse(member(data, "content.xml", name), name)
    return document(list(_open_paragraphs(root)), name, "odt")


def member(data: bytes, path: str, name: str) -> bytes:
    """A file in a zip archive.

    Raises:
        InputError: it is not there, damaged, encrypted, or too big.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(path) as file:
            found = read_at_most(file, MAX_BYTES + 1)
    except KeyError:
        raise InputError(f"{name}: damaged: no '{path}' in it") from None
    except RuntimeError:
        raise InputError(f"{name}: needs a password") from None
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, NotImplementedError):
        raise InputError(f"{name}: a damaged file") from None
    if len(found) > MAX_BYTES:
        raise InputError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB when unpacked")
    return found


def word_paragraphs(data: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of a Word file, empty ones too.

    Raises:
        InputError: damaged or encrypted.
    """
    root = xml.parse(member(data, "word/document.xml", name), name)
    try:
        styles = _styles(xml.parse(member(data, "word/styles.xml", name), name))
    except InputError:
        styles = {}
    return [_word_paragraph(each, styles) for each in root.iter(f"{_WORD}p")]


def _styles(root: Any) -> Mapping[str, str]:
    """Each style's id -> its name, with the names of those it is based on."""
    names: dict[str, str] = {}
    based: dict[str, str] = {}
    for style in root.iter(f"{_WORD}style"):
        key = style.get(f"{_WORD}styleId") or ""
        label, base = style.find(f"{_WORD}name"), style.find(f"{_WORD}basedOn")
        names[key] = (label.get(f"{_WORD}val") or "") if label is not None else key
        if base is not None:
            based[key] = base.get(f"{_WORD}val") or ""
    return {key: f"{label} {names.get(based.get(key, ''), '')}" for key, label in names.items()}


def _word_paragraph(element: Any, styles: Mapping[str, str]) -> Paragraph:
    properties = element.find(f"{_WORD}pPr")
    style, listed, section, outline = "", False, False, 0
    if properties is not None:
        named = properties.find(f"{_WORD}pStyle")
        key = named.get(f"{_WORD}val") or "" if named is not None else ""
        style = styles.get(key, key)
        listed = properties.find(f"{_WORD}numPr") is not None
        section = properties.find(f"{_WORD}sectPr") is not None
        level = properties.find(f"{_WORD}outlineLvl")
        outline = xml.number(level.get(f"{_WORD}val"), 9) + 1 if level is not None else 0
    heading = _level(style) or (outline if outline <= 6 else 0)
    text = "".join(_word_text(element))
    return Paragraph(
        text, heading, listed and not heading, section, _QUOTE.search(style) is not None
    )


def _level(style: str) -> int:
    if found := _HEADING.search(style):
        return int(found[1]) or 1
    return 1 if style.split()[:1] in (["Title"], ["Titel"]) else 0


def _word_text(element: Any) -> Iterator[str]:
    """The text of a paragraph without that of paragraphs in its drawings."""
    for each in element:
        name = xml.tag(each)
        if name == "t":
            yield each.text or ""
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "tab":
            yield "\t"
        elif name == "noBreakHyphen":
            yield "\u2011"
        elif name not in _UNREAD and name != "p":
            yield from _word_text(each)


def _open_paragraphs(root: Any) -> Iterator[Paragraph]:
    for element in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        above = [xml.tag(each) for each in element.iterancestors()]
        if _ODT_UNREAD.intersection(above):
            continue
        level = 0
        if xml.tag(element) == "h":
            level = xml.number(element.get(f"{_TEXT}outline-level"), 1)
        style = element.get(f"{_TEXT}style-name") or ""
        level = level or _level(style)
        listed = "list-item" in above and not level
        quoted = _QUOTE.search(style) is not None
        yield Paragraph("".join(_open_text(element)), level, listed, quoted=quoted)


def _open_text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        name = xml.tag(each)
        if name == "s":
            yield " " * min(xml.number(each.get(f"{_TEXT}c"), 1), 100)
        elif name in ("tab", "line-break"):
            yield "\t" if name == "tab" else "\n"
        elif name and name not in _ODT_UNREAD and name != "p":
            yield from _open_text(each)
        yield each.tail or ""


def read_zip(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in a file that is a zip archive, whichever it is.

    Raises:
        InputError: damaged, encrypted, without text, or of a kind that is not read.
    """
    kind = kind_of(io.BytesIO(data))
    if kind == "docx":
        return read_word(data, name, encoding)
    if kind == "odt":
        return read_open(data, name, encoding)
    raise InputError(f"{name}: {_NOT_READ.get(kind, _NOT_READ['zip'])}")


def kind_of(file: IO[bytes]) -> str:
    """What a zip archive is, by what is in it: "docx", "odt", "epub", "xlsx", ... or "zip"."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                with archive.open("mimetype") as member_file:
                    mime = member_file.read(100).decode("latin-1")
                for part, kind in _MIME_KINDS.items():
                    if part in mime:
                        return kind
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, ValueError, RuntimeError):
        return "damaged"
    except NotImplementedError:
        return "zip"
    if "[Content_Types].xml" in names:
        for path, kind in _OFFICE_KINDS.items():
            if any(each.startswith(path) for each in names):
                return kind
    return "zip"
