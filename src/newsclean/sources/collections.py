"""Files of many articles -> records, one at a time: JSON Lines, WARC, Parquet, mbox.

Recognised by content, compressed with gzip or not; nothing but the record at hand is held in
memory. A record is named after its file and its number from 1: `news.jsonl#12`. One that cannot
be read carries its error, so that the next ones still come.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import IO, Any, cast

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError, MissingExtraError, UsageError
from newsclean.sources import read

_HTML_FIELDS = ("html", "raw_html", "content_html")
_TEXT_FIELDS = ("text", "content", "body", "maintext", "article")
_FIELDS = {
    "title": ("title", "headline"),
    "byline": ("author", "byline", "authors"),
    "date": ("date", "published", "date_published"),
    "site": ("site", "source", "publisher"),
    "language": ("language", "lang"),
    "url": ("url", "link"),
}
_COLUMNS = (*_HTML_FIELDS, *_TEXT_FIELDS, *(name for names in _FIELDS.values() for name in names))
_HEADER_LINE = re.compile(rb"[!-9;-~]+:[ \t]")
_PAGE_TYPES = ("text/", "application/xhtml", "application/pdf", "message/rfc822")

_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Record:
    """An article of a collection, not read yet; `error` says why it cannot be."""

    name: str
    data: bytes = b""
    kind: str | None = None
    encoding: str | None = None
    metadata: Metadata = _NOTHING
    error: str = ""

    def document(self) -> Document:
        """The document in it; what the collection states of it wins over what it says itself.

        Raises:
            InputError: it cannot be read.
        """
        if self.error:
            raise InputError(f"{self.name}: {self.error}")
        document = read.from_bytes(self.data, self.name, kind=self.kind, encoding=self.encoding)
        return with_metadata(document, self.metadata)


def with_metadata(document: Document, stated: Metadata) -> Document:
    """`document` with what is stated of it from outside put over its own metadata."""
    if stated == _NOTHING:
        return document
    own = document.metadata
    merged = {
        each.name: getattr(stated, each.name) or getattr(own, each.name)
        for each in fields(Metadata)
    }
    return replace(document, metadata=Metadata(**merged))


def is_collection(path: str | Path) -> bool:
    """Whether a file holds many articles."""
    return _format(path) is not None


def records(path: str | Path) -> Iterator[Record]:
    """The articles of a collection, in its order.

    Raises:
        InputError: the file is broken at some place; the records before it have come.
        UsageError: it is no collection.
        MissingExtraError: the extra for its format is not installed.
    """
    reader = _format(path)
    if reader is None:
        raise UsageError(f"{path}: not JSON Lines, WARC, Parquet or mbox")
    try:
        yield from reader(path)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: broken or unreadable: {error}") from error


def _format(path: str | Path) -> Callable[[str | Path], Iterator[Record]] | None:
    try:
        with _open(path) as file:
            head = file.read(4096)
            if head.startswith(b"PAR1"):
                return _parquet
            if head.startswith(b"WARC/"):
                return _warc
            if head.startswith(b"From ") and _is_header(head.partition(b"\n")[2]):
                return _mbox
            if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b'{"'):
                return _json_lines if _is_article_line(head + file.readline()) else None
    except (OSError, EOFError, zlib.error, ValueError):
        pass
    return None


@contextmanager
def _open(path: str | Path) -> Iterator[IO[bytes]]:
    with Path(path).open("rb") as file:
        if file.peek(2).startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield cast("IO[bytes]", unpacked)
        else:
            yield file


def _is_header(rest: bytes) -> bool:
    return _HEADER_LINE.match(rest) is not None


def _is_article_line(data: bytes) -> bool:
    line = data.lstrip(b"\xef\xbb\xbf \r\n").partition(b"\n")[0]
    record = _parse(line)
    return isinstance(record, Mapping) and _content(record) is not None


def _json_lines(path: str | Path) -> Iterator[Record]:
    with _open(path) as file:
        for number, line in enumerate(file, 1):
            stripped = line.strip(b"\xef\xbb\xbf \t\r\n")
            if stripped:
                yield _record(f"{path}#{number}", _parse(stripped))


def _parse(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _record(name: str, value: Any) -> Record:
    if not isinstance(value, Mapping):
        return Record(name, error="not a JSON object")
    content = _content(value)
    if content is None:
        return Record(name, error="has no field 'text' or 'html'")
    kind, text = content
    data = text.encode("utf-8", "replace")
    return Record(name, data, kind, "utf-8", _metadata(value))


def _content(value: Mapping[str, Any]) -> tuple[str, str] | None:
    """The kind and the text of the article in a record."""
    for kind, names in (("html", _HTML_FIELDS), ("text", _TEXT_FIELDS)):
        for name in names:
            text = value.get(name)
            if isinstance(text, str) and text.strip():
                return kind, text
    return None


def _metadata(value: Mapping[str, Any]) -> Metadata:
    found = {}
    for field, names in _FIELDS.items():
        for name in names:
            stated: Any = value.get(name)
            if isinstance(stated, list) and all(isinstance(item, str) for item in stated):
                stated = ", ".join(stated)
            if hasattr(stated, "isoformat"):
                stated = stated.isoformat()
            if isinstance(stated, str) and stated.strip():
                found[field] = Field(" ".join(stated.split()), f"field:{name}")
                break
    return Metadata(**found)


def _parquet(path: str | Path) -> Iterator[Record]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtraError(f"{path}: reading Parquet", "parquet") from None
    try:
        with ParquetFile(path) as file:
            columns = [name for name in file.schema_arrow.names if name in _COLUMNS]
            number = 0
            for batch in file.iter_batches(batch_size=256, columns=columns):
                for value in batch.to_pylist():
                    number += 1
                    yield _record(f"{path}#{number}", value)
    except (ArrowException, UnicodeDecodeError) as error:
        raise InputError(f"{path}: broken Parquet: {error}") from error


def _warc(path: str | Path) -> Iterator[Record]:
    """The pages in a web archive: responses that arrived (200) and are of a kind we read."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise MissingExtraError(f"{path}: reading WARC", "warc") from None
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    number = 0
    with Path(path).open("rb") as file:
        for record in ArchiveIterator(file, record_types=wanted, parse_http=True):
            number += 1
            http = record.http_headers
            content_type = record.http_content_type or record.headers.get("Content-Type") or ""
            if not content_type.startswith(_PAGE_TYPES) or (http and http.status_code != 200):
                continue
            address = record.headers.get("WARC-Target-URI") or ""
            url = Field(address, "warc") if address else None
            name = f"{path}#{number}"
            data = record.reader.read(read.LIMIT + 1)
            if len(data) > read.LIMIT:
                yield Record(name, error=f"larger than {read.LIMIT // 1_000_000} MB")
            else:
                yield Record(name, data, metadata=Metadata(url=url))


def _mbox(path: str | Path) -> Iterator[Record]:
    """The messages of a mailbox: a line "From ..." after an empty line begins one (RFC 4155)."""
    number, message, empty = 0, bytearray(), True
    with _open(path) as file:
        for line in file:
            if empty and line.startswith(b"From "):
                if message:
                    number += 1
                    yield Record(f"{path}#{number}", bytes(message), "email")
                message.clear()
            else:
                message += line[1:] if line.startswith(b">From ") else line
            empty = not line.strip()
    if message.strip():
        yield Record(f"{path}#{number + 1}", bytes(message), "email")
