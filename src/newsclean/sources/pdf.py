"""PDF -> `Document`, with pypdf (the extra `pdf`).

The text that offsets count in is the one read out of the pages: lines of a paragraph joined,
words divided at a line's end put together, an empty line between paragraphs.
"""

from __future__ import annotations

import io
import logging
import re
from statistics import quantiles
from typing import TYPE_CHECKING

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError, MissingExtraError
from newsclean.sources import text as plain

if TYPE_CHECKING:
    from pypdf import PdfReader

_DIVIDED = re.compile(r"[^\W\d_]{2,}[-\u2010\u00ad]$")
_WORD_START = re.compile(r"\w*")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in a PDF file; `encoding` has no meaning here.

    Raises:
        InputError: not a PDF, encrypted, or without text (scanned).
        MissingExtraError: pypdf is not installed.
    """
    del encoding
    reader = _open(data, name)
    try:
        pages = [page.extract_text() for page in reader.pages]
        metadata = _metadata(reader)
    except Exception as error:  # a broken file makes pypdf raise anything
        raise InputError(f"{name}: broken PDF ({type(error).__name__})") from error
    text = "\n\n".join(join_lines(plain.normalize(page)) for page in pages if page.strip())
    if not text.strip():
        raise InputError(f"{name}: a PDF without text; was it scanned?")
    return Document(text=text, name=name, kind="pdf", metadata=metadata)


def join_lines(page: str) -> str:
    """The lines of a page as paragraphs: one line each, with an empty line between.

    A line goes on in the next unless it is clearly shorter than the page's lines or an empty
    line follows.
    """
    lines = [line.strip() for line in page.split("\n")]
    full = _full_width(lines)
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if not line:
            goes_on = False
        elif goes_on and not _opens(line):
            paragraphs[-1] = _joined(paragraphs[-1], line, page)
            goes_on = _goes_on(line, full)
        else:
            paragraphs.append(line)
            goes_on = _goes_on(line, full)
    return "\n\n".join(paragraphs)


def _full_width(lines: list[str]) -> float:
    """The length that nine of ten of the page's longer lines reach at most."""
    lengths = [len(line) for line in lines if len(line) > 20]
    return quantiles(lengths, n=10)[8] if len(lengths) > 1 else 0.0


def _goes_on(line: str, full: float) -> bool:
    if _DIVIDED.search(line):
        return True
    return len(line) >= (0.9 if _SENTENCE_END.search(line) else 0.7) * full > 0


def _opens(line: str) -> bool:
    """Whether a line begins a list item."""
    return line.startswith(("•", "– ", "— ", "- ", "* "))


def _joined(before: str, line: str, page: str) -> str:
    """Two lines as one; a divided word loses its hyphen unless the page writes it with one."""
    divided = _DIVIDED.search(before)
    if divided and line[0].islower():
        compound = f"{divided[0][:-1]}-{_WORD_START.match(line)[0]}"  # type: ignore[index]
        return before + line if compound in page else before[:-1] + line
    return f"{before} {line}"


def _open(data: bytes, name: str) -> PdfReader:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise MissingExtraError(f"{name}: reading PDF", "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:
        raise InputError(f"{name}: broken PDF ({type(error).__name__})") from error
    if locked:
        raise InputError(f"{name}: the PDF needs a password")
    return reader


def _metadata(reader: PdfReader) -> Metadata:
    info = reader.metadata
    if info is None:
        return Metadata()
    try:
        created = info.creation_date
    except ValueError:
        created = None
    return Metadata(
        title=_field(info.title, "pdf:Title"),
        byline=_field(info.author, "pdf:Author"),
        date=_field(created.isoformat() if created else None, "pdf:CreationDate"),
    )


def _field(value: object, origin: str) -> Field | None:
    folded = " ".join(plain.normalize(str(value or "")).split())
    return Field(folded, origin) if folded else None
