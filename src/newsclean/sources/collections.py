"""Files of many articles -> records, one at a time.

Recognised by content, compressed or not: JSON Lines, WARC, Parquet and mailboxes, which are read
as a stream; feeds, tables, JSON, EPUB, archives, and exports of news databases. A record is named
after its file and its number from 1: `news.jsonl#12`. One that cannot be read carries its error,
so that the next ones still come.
"""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from newsclean.errors import InputError, UsageError
from newsclean.patterns import lazy_regex
from newsclean.sources import sniff
from newsclean.sources.compressed import unpacked
from newsclean.sources.limits import MAX_BYTES, read_at_most
from newsclean.sources.record import Record

_ATTACHED, _SEVERAL = b"message/rfc822", 2
Reader = Callable[[IO[bytes], str], Iterator[Record]]

_BROKEN = (OSError, EOFError, zlib.error, ValueError)
_DEEPEST = 3
"""An archive in an archive in an archive is opened, not one deeper."""
_HEADER_LINE = lazy_regex(rb"[!-9;-~]+:[ \t]")


def is_collection(path: str | Path, text_column: str | None = None) -> bool:
    """Whether a file holds many articles; `text_column` names the texts of a table.

    What is no regular file can be read once only, and is taken for one document.
    """
    if not os.path.isfile(path):
        return False
    try:
        with _open(path) as file:
            return _reader(file, str(path), text_column) is not None
    except _BROKEN:
        return False


def records(path: str | Path, text_column: str | None = None) -> Iterator[Record]:
    """The articles of a collection, in its order; `text_column` as for `is_collection`.

    Raises:
        InputError: the file is broken at some place; the records before it have come.
        UsageError: it is no collection.
        MissingExtraError: the extra for its format is not installed.
    """
    try:
        with _open(path) as file:
            reader = _reader(file, str(path), text_column)
            if reader is None:
                raise UsageError(f"{path}: holds no collection of articles that is read")
            file.seek(0)
            yield from reader(file, str(path))
    except _BROKEN as error:
        raise InputError(f"{path}: broken or unreadable: {error}") from error


def of_bytes(data: bytes, name: str, text_column: str | None = None) -> Iterator[Record] | None:
    """The articles of a collection that is in memory; None where it is none.

    Raises:
        InputError: while they are drawn; it is broken at some place.
        MissingExtraError: likewise; the extra for its format is not installed.
    """
    try:
        with unpacked(io.BytesIO(data)) as opened:
            content = read_at_most(opened, MAX_BYTES + 1)
    except _BROKEN:
        return None
    file = io.BytesIO(content)
    reader = None if len(content) > MAX_BYTES else _reader(file, name, text_column)
    if reader is None:
        return None
    file.seek(0)
    return _drawn(reader, file, name)


def _drawn(reader: Reader, file: IO[bytes], name: str) -> Iterator[Record]:
    try:
        yield from reader(file, name)
    except _BROKEN as error:
        raise InputError(f"{name}: broken or unreadable: {error}") from error


@contextmanager
def _open(path: str | Path) -> Iterator[IO[bytes]]:
    with Path(path).open("rb") as file, unpacked(file) as opened:
        yield opened


def _reader(file: IO[bytes], name: str, text_column: str | None) -> Reader | None:
    """The reader of an open file, of which as much is read as it takes to know."""
    head = file.read(sniff.HEAD)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"PAR1", b"WARC/", b"From ")):
        return _streamed(head)
    if sniff.is_zip(head):
        return _zipped(file)
    if sniff.is_tar(head):
        from newsclean.sources.files import archive

        return lambda file, name: archive.of_tar(file, name, expand)
    if start.startswith((b"{", b"[")) and not sniff.is_rtf(head):
        return _json(start, head, file)
    if sniff.is_feed(head):
        from newsclean.sources.files import feeds

        return whole(feeds.records)
    if sniff.looks_like_email(head):
        return _mails(head, file)
    return _table(head, name, text_column) or _export(head, file)


def _streamed(head: bytes) -> Reader | None:
    from newsclean.sources import streams

    if head.startswith(b"PAR1"):
        return streams.parquet
    if head.startswith(b"WARC/"):
        return streams.warc
    return streams.mbox if _HEADER_LINE.match(head.partition(b"\n")[2]) else None


def _mails(head: bytes, file: IO[bytes]) -> Reader | None:
    """The reader of a mail to which several others are attached whole; None for any other."""
    data = head + read_at_most(file, MAX_BYTES + 1)
    if data.lower().count(_ATTACHED) < _SEVERAL:
        return None
    from newsclean.sources.mail import message

    return whole(message.records) if message.passes_on(data) else None


def _zipped(file: IO[bytes]) -> Reader | None:
    """The reader of a zip archive; None for a document that is made of one."""
    from newsclean.sources.files import archive, epub, office

    kind = office.kind_of(file)
    if kind == "epub":
        return whole(epub.records)
    if kind == "docx":
        from newsclean.sources.exports import detect

        file.seek(0)
        data = read_at_most(file, MAX_BYTES)
        return whole(detect.word_records) if detect.is_word_export(data) else None
    return (lambda file, name: archive.of_zip(file, name, expand)) if kind == "zip" else None


def _json(start: bytes, head: bytes, file: IO[bytes]) -> Reader | None:
    from newsclean.sources import mapping, streams
    from newsclean.sources.files import json_file

    if start.startswith(b"{"):
        line = (start + file.readline()).partition(b"\n")[0]
        first = streams.parse(line)
        if isinstance(first, Mapping) and mapping.content(first) is not None:
            return streams.json_lines
    rest = read_at_most(file, MAX_BYTES + 1)
    return whole(json_file.records) if json_file.articles(head + rest) else None


def _table(head: bytes, name: str, text_column: str | None) -> Reader | None:
    from newsclean.sources.files import table

    if not table.is_table(head, name, text_column):
        return None
    return whole(partial(table.records, text_column=text_column))


def _export(head: bytes, file: IO[bytes]) -> Reader | None:
    from newsclean.sources.exports import detect

    if sniff.is_rtf(head):
        return whole(detect.rtf_records) if detect.is_rtf_export(head + file.read()) else None
    html = sniff.looks_like_html(head) or head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml")
    start = head + file.read(detect.LOOK - len(head))
    found = detect.of(start, html=html)
    if not found:
        return None
    reader = detect.reader(found)
    if html and not _gives_any(reader, start + read_at_most(file, MAX_BYTES)):
        return None  # a web page that has a name of an export's in its mark-up
    return whole(reader)


def _gives_any(reader: Callable[[bytes, str], Iterator[Record]], data: bytes) -> bool:
    try:
        return next(reader(data, ""), None) is not None
    except InputError:
        return True


def expand(data: bytes, name: str) -> Iterator[Record] | None:
    """The records of a member of an archive; None for one document.

    Raises:
        InputError: archives stand in each other too deeply, or it is damaged.
    """
    if name.count("#") > _DEEPEST:
        raise InputError(f"{name}: archives in archives in archives are not read")
    return of_bytes(data, name)


def whole(reader: Callable[[bytes, str], Iterator[Record]]) -> Reader:
    """A reader of bytes as one of an open file."""

    def read(file: IO[bytes], name: str) -> Iterator[Record]:
        data = read_at_most(file, MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise InputError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB")
        yield from reader(data, name)

    return read
