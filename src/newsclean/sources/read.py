"""Bytes -> `Document`: finds out what kind of input it is and hands it to that kind's reader.

The kind is told by content; the suffix of the name only tells Markdown from plain text. Offsets
of all later stages are into `Document.text`, whose only line end is a line feed: what that text
is for each kind (decoded, read out of mark-up, out of a PDF) its reader says.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from newsclean.document import Document, SourceKind
from newsclean.errors import InputError, UsageError
from newsclean.sources import text as plain
from newsclean.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[bytes, str, str | None], Document]

KINDS: tuple[str, ...] = get_args(SourceKind)
LIMIT = 100_000_000
"""The most bytes one document may have, also after decompression."""

_HEAD = 65_536
_TAG_LIKE = re.compile(rb"<\0{0,3}[a-zA-Z!/?]")
_HEADER = re.compile(rb"([!-9;-~]+):[ \t]|[ \t]+\S|(?:From |>From )\S")
_FOLDER = "is a folder; use `newsclean batch` for folders"
_NO_ACCESS = {False: "no permission to read it", True: _FOLDER}
_MAIL_HEADERS = frozenset(
    b"from to subject date received return-path message-id mime-version delivered-to".split()
)
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_MARKDOWN_HEADING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*#{1,2} \S")
_MARKDOWN_LINK = re.compile(rb"\[[^\]\n]+\]\(https?://[^)\s]+\)")


def from_text(text: str, name: str = "-") -> Document:
    """A document of text that is decoded already; HTML in it is recognised.

    Raises:
        InputError: there is nothing but white space in it.
    """
    head = text[:_HEAD].encode("utf-8", "replace")
    if _looks_like_html(head):
        return from_bytes(text.encode("utf-8", "replace"), name, kind="html", encoding="utf-8")
    return plain.from_text(text, name)


def from_path(
    path: str | Path, *, kind: str | None = None, encoding: str | None = None
) -> Document:
    """The document in a file; arguments and errors as `from_bytes`.

    Raises:
        InputError: there is no such file, it is a folder, or it must not be read.
    """
    return from_bytes(load(path), str(path), kind=kind, encoding=encoding)


def load(path: str | Path) -> bytes:
    """The bytes of a file.

    Raises:
        InputError: there is no such file, it is a folder, too big, or must not be read.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{path}: {_FOLDER}") from None
    except PermissionError:
        raise InputError(f"{path}: {_NO_ACCESS[Path(path).is_dir()]}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > LIMIT:
        raise InputError(f"{path}: larger than {LIMIT // 1_000_000} MB")
    return data


def may_hold_many(path: str | Path) -> bool:
    """Whether a file begins as collections do; spares most inputs loading their reader.

    What is no regular file can be read once only, and is taken for one document.
    """
    if not os.path.isfile(path):
        return False
    try:
        with Path(path).open("rb") as file:
            head = file.read(16).lstrip(b"\xef\xbb\xbf \r\n")
    except (OSError, ValueError):
        return False
    return head.startswith((b"{", b"PAR1", b"WARC/", b"From ", b"\x1f\x8b"))


def from_bytes(
    data: bytes, name: str = "-", *, kind: str | None = None, encoding: str | None = None
) -> Document:
    """The document in `data`, which may be compressed with gzip.

    Args:
        data: the input as it was read.
        name: what to call it in messages; "-" is standard input.
        kind: one of `KINDS`; None looks at the content.
        encoding: a codec name; None looks at the content.

    Raises:
        InputError: `data` is empty, binary, broken, or not in that encoding.
        UsageError: there is no such kind or encoding.
        MissingExtraError: a PDF, and no reader for it installed.
    """
    label = "standard input" if name == "-" else name
    if data.startswith(b"\x1f\x8b"):
        data = unpack(data, label)
    if not data.strip():
        raise InputError(f"{label}: empty")
    if encoding is not None:
        from newsclean.sources.encoding import codec

        encoding = codec(encoding)
    document = _reader(kind or recognize(data, name))(data, label, encoding)
    return document if document.name == name else replace(document, name=name)


def unpack(data: bytes, name: str) -> bytes:
    """Decompressed gzip data.

    Raises:
        InputError: broken, or over the limit of a document once unpacked.
    """
    import gzip
    import io
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            unpacked = file.read(LIMIT + 1)
    except (OSError, EOFError, zlib.error):
        raise InputError(f"{name}: broken gzip data") from None
    if len(unpacked) > LIMIT:
        raise InputError(f"{name}: larger than {LIMIT // 1_000_000} MB when unpacked")
    return unpacked


def recognize(data: bytes, name: str = "-") -> SourceKind:
    """What kind of input this is, by its content (and its suffix for Markdown)."""
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _looks_like_email(head):
        return "email"
    if _looks_like_html(head):
        return "html"
    if name.lower().removesuffix(".gz").endswith(_MARKDOWN_SUFFIXES):
        return "markdown"
    if _MARKDOWN_HEADING.match(head) and len(_MARKDOWN_LINK.findall(head)) > 1:
        return "markdown"
    return "text"


def _reader(kind: str) -> Reader:
    if kind == "text":
        return plain.read
    if kind == "html":
        from newsclean.sources import html

        return html.read
    if kind == "email":
        from newsclean.sources import mail

        return mail.read
    if kind == "pdf":
        from newsclean.sources.files import pdf

        return pdf.read
    if kind == "markdown":
        from newsclean.sources import markdown

        return markdown.read
    raise UsageError(f"no such kind of input: {kind!r}; {did_you_mean(kind, KINDS)}")


def _looks_like_html(head: bytes) -> bool:
    if not _TAG_LIKE.search(head):
        return False  # spares the import of lxml
    from newsclean.sources import html

    return html.looks_like_html(head)


def _looks_like_email(head: bytes) -> bool:
    """Header lines up to the first empty line, two of them such as every message has."""
    known = set()
    for number, line in enumerate(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines()):
        if not line.strip():
            break
        found = _HEADER.match(line)
        if not found or (number == 0 and line[:1] in b" \t"):
            return False
        if found[1] and found[1].lower() in _MAIL_HEADERS:
            known.add(found[1].lower())
    return len(known) >= 3 or (len(known) == 2 and b"from" in known)
