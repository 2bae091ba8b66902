r"""Plain text -> `Document`: one kind of line end, and nothing that cannot be written again.

All offsets of later stages are into the text as it leaves here: decoded, every line end of any
kind turned into a single "\n", surrogates without a partner and zero characters replaced.
"""

from __future__ import annotations

import re

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError
from newsclean.sources import encoding as encodings
from newsclean.sources import lost_marks, mojibake, readings

_QUOTING = r"(?m)^[ \t]*>[> \t]*"
_QUOTED, _LEAST = 0.8, 3
"""The share of a quoted copy's lines, and how many, that have the mark."""
_HEAD_CHARS = 65_536
"""So much of a text shows whether it is one."""
_STRAY_ZEROS = 2
"""Zero characters that a string may have by mistake; a guess. They are replaced."""
_LINE_ENDS = "\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_BROKEN = "[\0\ud800-\udfff]"


def normalize(text: str) -> str:
    r"""`text` with "\n" as its only line end, and fit to be encoded as UTF-8.

    >>> normalize("one\r\ntwo\rthree\u2028four\x0cfive")
    'one\ntwo\nthree\nfour\nfive'
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    for end in _LINE_ENDS:
        if end in text:
            text = text.replace(end, "\n")
    return text if _is_whole(text) else re.sub(_BROKEN, "\ufffd", text)


def _is_whole(text: str) -> bool:
    """Has it neither a zero character nor a surrogate without a partner?"""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def unquote(text: str) -> tuple[str, tuple[str, ...]]:
    r"""A text that was quoted as mails are, with blanks for the marks; and a note, if it was.

    It stays as long, so that offsets hold.

    >>> unquote("> one\n>> two\n> three")[0]
    '  one\n   two\n  three'
    """
    marked = text.count("\n>") + text.startswith(">")
    if marked < _LEAST or marked < _QUOTED * sum(map(bool, map(str.strip, text.split("\n")))):
        return text, ()
    blanked = re.sub(_QUOTING, lambda found: found[0].replace(">", " "), text)
    return blanked, ("a quoted copy: the marks before its lines were taken for blanks",)


def from_text(text: str, name: str = "-") -> Document:
    """A document of text that is decoded already.

    Raises:
        InputError: there is nothing but white space in it, or control characters as no text has.
    """
    head = text[:_HEAD_CHARS].replace("\0", "", _STRAY_ZEROS).encode("utf-8", "replace")
    if encodings.is_binary(head):
        raise InputError(f"{name}: looks like a binary file")
    text, repairs = mojibake.repair_mojibake(text)
    return _document(text, name, notes=(mojibake.NOTE,) if repairs else ())


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """A document of plain text in any encoding; errors as `encoding.decode`."""
    decoded = encodings.decode(data, name, encoding)
    text, repairs = decoded.text, 0
    if encoding is None:
        text, repairs = mojibake.repair_mojibake(text)
    notes = (*decoded.notes, mojibake.NOTE) if repairs else decoded.notes
    return _document(text, name, decoded.encoding, notes)


def _document(
    text: str, name: str, encoding: str | None = None, notes: tuple[str, ...] = ()
) -> Document:
    text, quoted = unquote(normalize(text))
    text, undone = readings.undo(text)
    if not text.strip():
        raise InputError(f"{name}: empty")
    text, marks = lost_marks.restore(text)
    restored = (lost_marks.note(marks),) if marks else ()
    notes = (*notes, *quoted, *undone, *restored)
    parts = tuple(readings.asides(text))
    address = readings.archived_from(text)
    printed = readings.printed_on(text)
    metadata = Metadata(
        url=Field(address, "web archive") if address else None,
        date=Field(printed, "printed page") if printed else None,
    )
    return Document(text, name, "text", encoding, metadata, notes=notes, parts=parts)
