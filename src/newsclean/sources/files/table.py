"""Tables (CSV, TSV) with a column of texts -> records, one a row."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from newsclean.errors import InputError, UsageError
from newsclean.sources import mapping, sniff
from newsclean.sources.encoding import decode
from newsclean.sources.limits import MAX_BYTES
from newsclean.sources.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = "\t;,|"
_SHOWN = 8
_LONGEST_ROW = 4_000
"""The first row of a table, with the names of its columns, has so many bytes at most."""
_MARKS = (b"text", b"html", b"content", b"body", b"article")
"""Every known name of a column of texts has one of these in it."""
SUFFIXES = (".csv", ".tsv", ".tab")


def columns(head: bytes) -> list[str]:
    """The names in the first row of a table; fewer than two where it is none."""
    line = head.lstrip(b"\xef\xbb\xbf\r\n").partition(b"\n")[0].decode("utf-8", "replace").strip()
    import csv

    best: list[str] = []
    for delimiter in _DELIMITERS:
        try:
            row = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        if len(row) > len(best):
            best = row
    return [name.strip() for name in best]


def is_table(head: bytes, name: str, text_column: str | None) -> bool:
    """Whether a file with this beginning is a table of articles, by its columns or its suffix."""
    named_so = name.lower().removesuffix(".gz").endswith(SUFFIXES)
    first = head.lstrip(b"\xef\xbb\xbf\r\n").partition(b"\n")[0][:_LONGEST_ROW].lower()
    if b"\0" in first or not any(mark in first for mark in b"\t;,|"):
        return False
    if not named_so and text_column is None and not any(mark in first for mark in _MARKS):
        return False
    named = columns(head)
    if len(named) < 2 or any(len(column) > 60 for column in named):
        return False
    if text_column is not None or mapping.has_text({column.lower() for column in named}):
        return all(len(column.split()) <= 4 for column in named)
    return named_so


def records(data: bytes, name: str, text_column: str | None = None) -> Iterator[Record]:
    """The rows of the table that have a text.

    Raises:
        InputError: no column has a name that is known, and `text_column` is not given.
        UsageError: no column is called `text_column`.
    """
    named = columns(data[:MAX_BYTES])
    lower = [column.lower() for column in named]
    if text_column is not None and text_column.lower() not in lower:
        raise UsageError(f"{name}: no column is called '{text_column}'; {_listed(named)}")
    if text_column is None and not mapping.has_text(set(lower)):
        raise InputError(
            f"{name}: no column of texts is known; name it with --text-column; {_listed(named)}"
        )
    import csv

    text = decode(data, name).text
    csv.field_size_limit(MAX_BYTES)
    first = text.lstrip("\ufeff\r\n")
    delimiter = max(_DELIMITERS, key=first.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(first, newline=""), delimiter=delimiter)
    next(reader, None)
    try:
        for number, row in enumerate(reader, 1):
            value = dict(zip(lower, row, strict=False))
            if text_column is not None:
                value = _with_text(value, text_column.lower())
            if any(cell.strip() for cell in row):
                yield mapping.record(f"{name}#{number}", value)
    except csv.Error as error:
        raise InputError(f"{name}: a damaged table: {error}") from error


def _with_text(value: dict[str, str], column: str) -> dict[str, str]:
    """A row with the text of `column` as its only text."""
    text = value.get(column, "")
    texts = (*mapping.HTML_FIELDS, *mapping.TEXT_FIELDS)
    rest = {name: cell for name, cell in value.items() if name not in texts and name != column}
    return rest | {"html" if sniff.looks_like_html(text) else "text": text}


def _listed(named: list[str]) -> str:
    more = ", …" if len(named) > _SHOWN else ""
    return f"there are {', '.join(named[:_SHOWN])}{more}"
