"""Collections that are read as a stream, one record at a time: JSON Lines, WARC, Parquet, mbox.

Each function takes an open file and the name of the collection. A record is named after the
collection and its number from 1; one that cannot be read carries its error.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from newsclean.document import Field, Metadata
from newsclean.errors import InputError, MissingExtraError
from newsclean.patterns import lazy_regex
from newsclean.sources import mapping
from newsclean.sources.limits import MAX_BYTES, read_at_most
from newsclean.sources.record import Record

_CHUNK_SIZE = lazy_regex(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")
_PAGE_TYPES = ("text/", "application/xhtml", "application/pdf", "message/rfc822")


def json_lines(file: IO[bytes], name: str) -> Iterator[Record]:
    """The articles of JSON Lines: objects with a text or HTML in a field of a known name."""
    for number, line in enumerate(file, 1):
        stripped = line.strip(b"\xef\xbb\xbf \t\r\n")
        if stripped:
            yield mapping.record(f"{name}#{number}", parse(stripped))


def parse(line: bytes) -> Any:
    """The value of a line of JSON; None where it is none."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def parquet(file: IO[bytes], name: str) -> Iterator[Record]:
    """The articles of a Parquet file; a row is one.

    Raises:
        InputError: the file is broken.
        MissingExtraError: pyarrow is not installed.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtraError(f"{name}: reading Parquet", "parquet") from None
    try:
        with ParquetFile(file) as table:
            columns = [*filter(mapping.is_known, table.schema_arrow.names)]
            number = 0
            for batch in table.iter_batches(batch_size=256, columns=columns):
                for value in batch.to_pylist():
                    number += 1
                    yield mapping.record(f"{name}#{number}", value)
    except (ArrowException, UnicodeDecodeError) as error:
        raise InputError(f"{name}: broken Parquet: {error}") from error


def warc(file: IO[bytes], name: str) -> Iterator[Record]:
    """The pages in a web archive: responses that arrived (200) and are of a kind we read.

    Raises:
        MissingExtraError: fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise MissingExtraError(f"{name}: reading WARC", "warc") from None
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    for record in ArchiveIterator(file, record_types=wanted, parse_http=True):
        number += 1
        http = record.http_headers
        content_type = record.http_content_type or record.headers.get("Content-Type") or ""
        if not content_type.startswith(_PAGE_TYPES) or (http and http.status_code != 200):
            continue
        address = record.headers.get("WARC-Target-URI") or ""
        url = Field(address, "warc") if address else None
        data = read_at_most(record.reader, MAX_BYTES + 1)
        if http and "chunked" in (http.get("Transfer-Encoding") or "").lower():
            data = _unchunked(data)
        if len(data) > MAX_BYTES:
            yield Record(f"{name}#{number}", error=f"larger than {MAX_BYTES // 1_000_000} MB")
        else:
            yield Record(f"{name}#{number}", data, metadata=Metadata(url=url))


def _unchunked(data: bytes) -> bytes:
    """A body without the sizes of its chunks (RFC 9112, section 7.1); as it is if it has none.

    Some crawlers keep what the server sent, others undo the chunks and keep the header.
    """
    pieces: list[bytes] = []
    at = 0
    while match := _CHUNK_SIZE.match(data, at):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(data[match.end() : match.end() + size])
        at = match.end() + size + 2
    cut = bool(pieces) and at >= len(data)
    return b"".join(pieces) if cut else data


def mbox(file: IO[bytes], name: str) -> Iterator[Record]:
    """The messages of a mailbox: a line "From ..." after an empty line begins one (RFC 4155)."""
    number, message, empty = 0, bytearray(), True
    for line in file:
        if empty and line.startswith(b"From "):
            if message:
                number += 1
                yield Record(f"{name}#{number}", bytes(message), "email")
            message.clear()
        else:
            message += line[1:] if line.startswith(b">From ") else line
        empty = not line.strip()
    if message.strip():
        yield Record(f"{name}#{number + 1}", bytes(message), "email")
