"""Outlook messages (.msg) -> `Document`: the properties of a message in a compound file.

[MS-CFB] describes the file, [MS-OXMSG] where a message's properties stand in it. Only what an
article needs is read: subject, sender, date, and the text or HTML.
"""

from __future__ import annotations

import re
import struct
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsclean.document import Document, Field
from newsclean.errors import InputError
from newsclean.sources import text as plain
from newsclean.sources.encoding import decode
from newsclean.sources.mail.subjects import without_reply

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FREE = 0xFFFFFFF0
"""Numbers of sectors from here on stand for the end of a chain or no sector."""
_ENTRY = 128
_SUBJECT, _SENDER, _ADDRESS, _BODY, _HTML = "0037", "0C1A", "0C1F", "1000", "1013"
_SENT, _DELIVERED = 0x00390040, 0x0E060040
_HEADER_BYTES = 32
"""The property stream of a message begins with so many bytes of counts."""


class CompoundFile:
    """The streams of a compound file, by name."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the directory.

        Raises:
            InputError: it is no compound file, or damaged.
        """
        self._data, self._name = data, name
        try:
            self._open()
        except (struct.error, IndexError, ValueError):
            raise InputError(f"{name}: a damaged Outlook or Office file") from None

    def _open(self) -> None:
        data = self._data
        if not data.startswith(MAGIC):
            raise ValueError
        self._shift: int
        self._shift, self._mini_shift = struct.unpack_from("<HH", data, 30)
        if not 7 <= self._shift <= 16 or not 4 <= self._mini_shift <= 10:
            raise ValueError
        directory, self._cutoff, mini = (
            struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60)
        )
        difat = list(struct.unpack_from("<109I", data, 76))
        following = struct.unpack_from("<I", data, 68)[0]
        per_sector = (1 << self._shift) // 4
        while following < _FREE and len(difat) < len(data):
            sector = struct.unpack_from(f"<{per_sector}I", data, self._place(following))
            difat += sector[:-1]
            following = sector[-1]
        self._fat: list[int] = []
        for sector_number in difat:
            if sector_number < _FREE:
                place = self._place(sector_number)
                self._fat += struct.unpack_from(f"<{per_sector}I", data, place)
        mini_fat = self._chain(mini)
        self._mini_fat = struct.unpack(
            f"<{len(mini_fat) // 4}I", mini_fat[: len(mini_fat) // 4 * 4]
        )
        self._entries = self._directory(self._chain(directory))
        self._mini = self._chain(self._entries[0][1])

    def _place(self, sector: int) -> int:
        return (sector + 1) << self._shift

    def _chain(self, sector: int) -> bytes:
        """The bytes of a chain of sectors; one that runs in a circle ends."""
        parts, seen = [], 0
        while sector < len(self._fat) and seen <= len(self._fat):
            at = self._place(sector)
            parts.append(self._data[at : at + (1 << self._shift)])
            sector, seen = self._fat[sector], seen + 1
        return b"".join(parts)

    def _directory(self, raw: bytes) -> list[tuple[str, int, int, int]]:
        """The name, first sector, size and kind of each entry."""
        entries = []
        for at in range(0, len(raw) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", raw, at + 64)
            start, size = struct.unpack_from("<IQ", raw, at + 116)
            name = raw[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            entries.append((name, start, size & 0xFFFFFFFF, kind))
        return entries

    @property
    def names(self) -> list[str]:
        """The names of all storages and streams."""
        return [entry[0] for entry in self._entries]

    def stream(self, pattern: str) -> tuple[str, bytes] | None:
        """The first stream whose whole name matches, with its name."""
        for name, start, size, kind in self._entries:
            if kind == 2 and re.fullmatch(pattern, name):
                return name, self._stream(start, size)
        return None

    def _stream(self, start: int, size: int) -> bytes:
        if size >= self._cutoff:
            return self._chain(start)[:size]
        parts, seen, unit = [], 0, 1 << self._mini_shift
        while start < len(self._mini_fat) and seen <= len(self._mini_fat):
            parts.append(self._mini[start * unit : (start + 1) * unit])
            start, seen = self._mini_fat[start], seen + 1
        return b"".join(parts)[:size]


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in an Outlook message.

    Raises:
        InputError: it is damaged, another kind of file, or without text.
    """
    file = CompoundFile(data, name)
    if not any(each.startswith("__substg1.0_") for each in file.names):
        raise InputError(f"{name}: {_other(file.names)}")
    document = _body(file, name, encoding)
    subject = _text(file, _SUBJECT)
    sender = _text(file, _SENDER) or _text(file, _ADDRESS)
    title = without_reply(subject) or subject
    stated = {
        "title": Field(title, "outlook:subject") if title else None,
        "byline": Field(sender, "outlook:sender") if sender else None,
        "date": _date(file),
    }
    own = document.metadata
    merged = {field: value for field, value in stated.items() if value}
    return replace(document, kind="email", metadata=replace(own, **merged))


def _other(names: list[str]) -> str:
    """What a compound file is that is no message, and what to do."""
    known = set(names)
    if "EncryptedPackage" in known:
        return "an Office file that needs a password"
    if "WordDocument" in known:
        return "a Word file of the old kind (.doc); save it as DOCX"
    if known & {"Workbook", "Book"}:
        return "a spreadsheet (.xls); save the table as CSV"
    if "PowerPoint Document" in known:
        return "a presentation (.ppt), not an article"
    return "an Office file of the old kind that is not read; save it as DOCX or text"


def _body(file: CompoundFile, name: str, encoding: str | None) -> Document:
    """The text of the message; of its HTML, if it has any."""
    if found := file.stream(rf"__substg1\.0_{_HTML}(?:0102|001F|001E)"):
        from newsclean.sources import html

        wide = found[0].endswith("001F")
        page: bytes | str = found[1].decode("utf-16-le", "replace") if wide else found[1]
        document = html.read(page, name, encoding)
        if document.text.strip():
            return document
    text = plain.normalize(_text(file, _BODY, name))
    if not text.strip():
        raise InputError(f"{name}: an Outlook message without text")
    return Document(text, name, "email")


def _text(file: CompoundFile, key: str, name: str = "-") -> str:
    """A property of text: UTF-16, or in an encoding that is not named."""
    found = file.stream(rf"__substg1\.0_{key}(?:001F|001E)")
    if found is None:
        return ""
    if found[0].endswith("001F"):
        return found[1].decode("utf-16-le", "replace").strip("\0")
    return decode(found[1].replace(b"\0", b""), name).text if found[1] else ""


def _date(file: CompoundFile) -> Field | None:
    """When the message was sent, else when it came."""
    found = file.stream(r"__properties_version1\.0")
    if found is None:
        return None
    moments = {}
    for at in range(_HEADER_BYTES, len(found[1]) - 15, 16):
        key, _, value = struct.unpack_from("<IIQ", found[1], at)
        moments[key] = value
    ticks = moments.get(_SENT) or moments.get(_DELIVERED)
    if not ticks:
        return None
    try:
        moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
    except OverflowError:
        return None
    return Field(moment.isoformat(), "outlook:date")
