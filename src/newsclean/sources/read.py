"""Bytes -> `Document`: finds out what kind of input it is and hands it to that kind's reader.

The kind is told by content; the suffix of the name only tells Markdown from plain text. Offsets
of all later stages are into `Document.text`, whose only line end is a line feed: what that text
is for each kind (decoded, read out of mark-up, out of a PDF) its reader says.
"""

from __future__ import annotations

import os
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from newsclean.document import Document, SourceKind
from newsclean.errors import InputError, UsageError
from newsclean.patterns import lazy_regex
from newsclean.sources import sniff
from newsclean.sources import text as plain
from newsclean.sources.limits import MAX_BYTES, megabytes, read_at_most
from newsclean.sources.record import Record, with_metadata
from newsclean.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[bytes, str, str | None], Document]

KINDS: tuple[str, ...] = tuple(kind for kind in get_args(SourceKind) if kind != "export")
"""What `--from` takes; an export of a database is told by its content alone."""
_READERS = {
    "text": "text.read",
    "html": "html.read",
    "email": "mail.read",
    "pdf": "files.pdf.read",
    "markdown": "markdown.read",
    "rtf": "files.rtf.read",
    "docx": "files.office.read_word",
    "odt": "files.office.read_open",
    "zip": "files.office.read_zip",
    "captions": "files.captions.read",
    "webarchive": "files.webarchive.read",
    "outlook": "mail.outlook.read",
}
"""Kind -> who reads it, which is loaded when it is needed."""
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_FOLDER = "is a folder; use `newsclean batch` for folders"
_NO_ACCESS = {False: "no permission to read it", True: _FOLDER}
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_MARKDOWN_HEADING = lazy_regex(rb"(?m)^(?:\xef\xbb\xbf)?[ \t]{0,3}#{1,4} \S")
_MARKDOWN_LINK = lazy_regex(rb"\[[^\[\]]{1,200}+\]\((?:https?://|/|#)[^()\s]*+\)")
_MARKDOWN_STRONG = lazy_regex(rb"\*\*[^\s*][^*\n]{0,200}+\*\*")
_FRONT_CHARS, _FEWEST_LINKS = 400, 4
"""A text without a heading has so many links where it is Markdown (a guess)."""


def from_text(text: str, name: str = "-") -> Document:
    """A document of text that is decoded already; HTML in it is recognised.

    Raises:
        InputError: there is nothing but white space in it.
    """
    if sniff.looks_like_html(text):
        return from_bytes(text.encode("utf-8", "replace"), name, kind="html", encoding="utf-8")
    return plain.from_text(text, name)


def from_path(
    path: str | Path,
    *,
    kind: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """The document in a file; arguments and errors as `from_bytes`.

    Raises:
        InputError: there is no such file, it is a folder, or it must not be read.
    """
    data = load(path, max_bytes)
    return from_bytes(data, str(path), kind=kind, encoding=encoding, max_bytes=max_bytes)


def load(path: str | Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: there is no such file, it is a folder, too big, or must not be read.
    """
    try:
        with Path(path).open("rb") as file:
            data = read_at_most(file, max_bytes + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file{_address_hint(str(path))}") from None
    except IsADirectoryError:
        raise InputError(f"{path}: {_FOLDER}") from None
    except PermissionError:
        raise InputError(f"{path}: {_NO_ACCESS[os.path.isdir(path)]}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > max_bytes:
        raise InputError(f"{path}: larger than {megabytes(max_bytes)}; see --max-size")
    return data


def _address_hint(name: str) -> str:
    """What to do about a web address where a file was meant; empty for other names."""
    if name.startswith(("http://", "https://")):
        return "; web addresses are read by summarize, clean, quotes and explain"
    return "; a web address begins with https://" if name.startswith("www.") else ""


def from_record(
    record: Record,
    *,
    kind: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """The document of a collection's record; what the collection states wins over the rest.

    Args:
        record: one that `collections.records` gave.
        kind: what to read it as where the record does not say; as for `from_bytes`.
        encoding: likewise.
        max_bytes: as for `from_bytes`.

    Raises:
        InputError: it cannot be read.
    """
    if record.error:
        raise InputError(f"{record.name}: {record.error}")
    if record.parts:
        return Document(
            record.data.decode(),
            record.name,
            "export",
            record.encoding,
            record.metadata,
            notes=record.notes,
            parts=record.parts,
        )
    document = from_bytes(
        record.data,
        record.name,
        kind=record.kind or kind,
        encoding=record.encoding or encoding,
        max_bytes=max_bytes,
    )
    return with_metadata(document, record.metadata)


def from_bytes(
    data: bytes,
    name: str = "-",
    *,
    kind: str | None = None,
    encoding: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Document:
    """The document in `data`, which may be compressed with gzip.

    Args:
        data: the input as it was read.
        name: what to call it in messages; "-" is standard input.
        kind: one of `KINDS`; None looks at the content.
        encoding: a codec name; None looks at the content.
        max_bytes: how long it may be once it is unpacked.

    Raises:
        InputError: `data` is too long, empty, binary, broken, or not in that encoding.
        UsageError: there is no such kind or encoding.
        MissingExtraError: a PDF, and no reader for it installed.
    """
    label = "standard input" if name == "-" else name
    if data.startswith(_COMPRESSED):
        data = unpack(data, label, max_bytes)
    if len(data) > max_bytes:
        raise InputError(f"{label}: larger than {megabytes(max_bytes)}; see --max-size")
    if not data.strip():
        raise InputError(f"{label}: empty")
    if encoding is not None:
        from newsclean.sources.encoding import codec

        encoding = codec(encoding)
    if kind is None and (refusal := sniff.refusal(data[: sniff.HEAD])):
        raise InputError(f"{label}: is {refusal}")
    document = _reader(kind or recognize(data, name))(data, label, encoding)
    return document if document.name == name else replace(document, name=name)


def unpack(data: bytes, name: str, max_bytes: int = MAX_BYTES) -> bytes:
    """Decompressed data of gzip, bzip2 or xz.

    Raises:
        InputError: broken, or over the limit of a document once unpacked.
    """
    import io
    import zlib

    from newsclean.sources.compressed import unpacked as opened

    try:
        with opened(io.BytesIO(data)) as file:
            unpacked = read_at_most(file, max_bytes + 1)
    except (OSError, EOFError, zlib.error):
        raise InputError(f"{name}: broken compressed data") from None
    if len(unpacked) > max_bytes:
        larger = f"larger than {megabytes(max_bytes)} when unpacked"
        raise InputError(f"{name}: {larger}; see --max-size")
    return unpacked


def recognize(data: bytes, name: str = "-") -> str:
    """What kind of input this is, by its content (and its suffix for Markdown)."""
    head = data[: sniff.HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if sniff.is_rtf(head):
        return "rtf"
    if sniff.is_zip(head):
        return "zip"
    if head.startswith(sniff.OLE):
        return "outlook"
    if sniff.is_webarchive(data):
        return "webarchive"
    if sniff.is_captions(head):
        return "captions"
    if sniff.looks_like_email(head):
        return "email"
    if sniff.looks_like_html(data):
        return "html"
    if name.lower().removesuffix(".gz").endswith(_MARKDOWN_SUFFIXES):
        return "markdown"
    return "markdown" if _is_markdown(head) else "text"


def _is_markdown(head: bytes) -> bool:
    """Has it front matter, links with a heading, many links, or headings and strong words?"""
    if head.startswith(b"---\n") and b"\ntitle:" in head[:_FRONT_CHARS]:
        return True
    links = len(_MARKDOWN_LINK.findall(head)) if b"](" in head else 0
    if links >= _FEWEST_LINKS:
        return True
    headings = len(_MARKDOWN_HEADING.findall(head)) if b"# " in head else 0
    return headings > 0 and (
        links > 1 or (headings > 1 and _MARKDOWN_STRONG.search(head) is not None)
    )


def _reader(kind: str) -> Reader:
    if kind not in _READERS:
        raise UsageError(f"no such kind of input: {kind!r}; {did_you_mean(kind, KINDS)}")
    module, _, name = _READERS[kind].rpartition(".")
    reader: Reader = getattr(import_module(f"newsclean.sources.{module}"), name)
    return reader
