"""Files of many articles -> records, one at a time.

Recognised by content, compressed or not: JSON Lines, WARC, Parquet and mailboxes, which are read
as a stream, and exports of news databases. A record is named after its file and its number from
1: `news.jsonl#12`. One that cannot be read carries its error, so that the next ones still come.
"""

from __future__ import annotations

import gzip
import io
import os
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from newsclean.errors import InputError, UsageError
from newsclean.sources import sniff
from newsclean.sources.limits import MAX_BYTES
from newsclean.sources.record import Record

Reader = Callable[[IO[bytes], str], Iterator[Record]]

_HEADER_LINE = re.compile(rb"[!-9;-~]+:[ \t]")


def is_collection(path: str | Path) -> bool:
    """Whether a file holds many articles.

    What is no regular file can be read once only, and is taken for one document.
    """
    if not os.path.isfile(path):
        return False
    try:
        with _open(path) as file:
            return _reader(file) is not None
    except (OSError, EOFError, zlib.error, ValueError):
        return False


def records(path: str | Path) -> Iterator[Record]:
    """The articles of a collection, in its order.

    Raises:
        InputError: the file is broken at some place; the records before it have come.
        UsageError: it is no collection.
        MissingExtraError: the extra for its format is not installed.
    """
    try:
        with _open(path) as file:
            reader = _reader(file)
            if reader is None:
                raise UsageError(f"{path}: holds no collection of articles that is read")
            file.seek(0)
            yield from reader(file, str(path))
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: broken or unreadable: {error}") from error


def of_bytes(data: bytes, name: str) -> Iterator[Record] | None:
    """The articles of a collection that is in memory; None where it is none."""
    file = io.BytesIO(data)
    reader = _reader(file)
    if reader is None:
        return None
    file.seek(0)
    return reader(file, name)


@contextmanager
def _open(path: str | Path) -> Iterator[IO[bytes]]:
    with Path(path).open("rb") as file:
        if file.peek(2).startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield cast("IO[bytes]", unpacked)
        else:
            yield file


def _reader(file: IO[bytes]) -> Reader | None:
    """The reader of an open file, of which as much is read as it takes to know."""
    head = file.read(sniff.HEAD)
    if head.startswith(b"PAR1"):
        from newsclean.sources.streams import parquet

        return parquet
    if head.startswith(b"WARC/"):
        from newsclean.sources.streams import warc

        return warc
    if head.startswith(b"From ") and _HEADER_LINE.match(head.partition(b"\n")[2]):
        from newsclean.sources.streams import mbox

        return mbox
    if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b'{"'):
        return _json_lines(head + file.readline())
    return _export(head, file)


def _json_lines(head: bytes) -> Reader | None:
    from newsclean.sources import mapping, streams

    first = streams.parse(head.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")[0])
    if isinstance(first, Mapping) and mapping.content(first) is not None:
        return streams.json_lines
    return None


def _export(head: bytes, file: IO[bytes]) -> Reader | None:
    from newsclean.sources.exports import detect

    html = sniff.looks_like_html(head) or head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml")
    found = detect.of(head + file.read(detect.LOOK - len(head)), html=html)
    return _whole(detect.reader(found)) if found else None


def _whole(reader: Callable[[bytes, str], Iterator[Record]]) -> Reader:
    """A reader of bytes as one of an open file."""

    def read(file: IO[bytes], name: str) -> Iterator[Record]:
        data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise InputError(f"{name}: larger than {MAX_BYTES // 1_000_000} MB")
        yield from reader(data, name)

    return read
