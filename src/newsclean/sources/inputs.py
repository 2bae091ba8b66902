"""A name on the command line -> the documents in it: a file, URL, standard input, collection."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from newsclean.document import Document
from newsclean.errors import InputError, UsageError
from newsclean.patterns import lazy_regex
from newsclean.sources import read
from newsclean.sources.limits import MAX_BYTES, read_at_most
from newsclean.sources.names import without_password

STDIN = "-"
_ADDRESS = lazy_regex(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+)://")
_READ = ("http", "https")


@dataclass(frozen=True, slots=True)
class Input:
    """A document that is still to be read: what to call it, and how to read it."""

    label: str
    document: Callable[[], Document]
    """Reads it; raises InputError, or MissingExtraError for a kind that needs an extra."""


def label(name: str) -> str:
    """What to call an input in messages."""
    return "standard input" if name == STDIN else without_password(name)


def documents(
    name: str,
    kind: str | None = None,
    encoding: str | None = None,
    *,
    allow_private: bool = False,
    text_column: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Iterator[Input]:
    """The documents that `name` stands for: one, or those of a collection.

    Raises:
        InputError: a collection is broken at some place; the documents before it have come.
        UsageError: it is a folder, or an address of a kind that is not read.
        MissingExtraError: a collection's format needs an extra that is not installed.
    """
    given: dict[str, Any] = {"kind": kind, "encoding": encoding, "max_bytes": max_bytes}
    if not name.strip():
        raise UsageError(f"{name!r} is no name of a file")
    if name == STDIN:
        yield from _of_stdin(given, text_column)
    elif _is_address(name):
        from newsclean.sources import url

        yield Input(
            label(name),
            lambda: url.read(name, kind=kind, encoding=encoding, allow_private=allow_private),
        )
    elif os.path.isdir(name):
        raise UsageError(f"{name}: is a folder; use `newsclean batch {name} -o OUT`")
    elif holds_many(name, kind, text_column):
        from newsclean.sources import collections

        for record in collections.records(name, text_column):
            yield Input(record.name, partial(read.from_record, record, max_bytes=max_bytes))
    else:
        yield Input(name, lambda: read.from_path(name, **given))


def _of_stdin(given: Mapping[str, Any], text_column: str | None) -> Iterator[Input]:
    from newsclean.sources import collections

    label = "standard input"
    try:
        data = load_stdin(given["max_bytes"])
    except InputError as error:
        failure = error
        yield Input(label, lambda: _fail(failure))
        return
    records = collections.of_bytes(data, label, text_column) if given["kind"] is None else None
    if records is None:
        yield Input(label, lambda: read.from_bytes(data, STDIN, **given))
    else:
        for record in records:
            yield Input(
                record.name, partial(read.from_record, record, max_bytes=given["max_bytes"])
            )


def _fail(error: InputError) -> Document:
    raise error


def holds_many(name: str, kind: str | None = None, text_column: str | None = None) -> bool:
    """Whether `name` is a file of many articles; one that is to be read as `kind` is not."""
    if kind is not None or name == STDIN:
        return False
    from newsclean.sources import collections

    return collections.is_collection(name, text_column)


def load_stdin(max_bytes: int = -1) -> bytes:
    """The bytes of standard input, one more than `max_bytes` at most; all if it is negative.

    Raises:
        InputError: it is closed, or cannot be read.
    """
    try:
        stream = sys.stdin.buffer
        return stream.read() if max_bytes < 0 else read_at_most(stream, max_bytes + 1)
    except OSError as error:
        why = "closed" if error.errno == errno.EBADF else error.strerror
        raise InputError(f"standard input: {why}") from None


def _is_address(name: str) -> bool:
    """Whether it is a web address.

    Raises:
        UsageError: it is an address, but not one of the web.
    """
    match = _ADDRESS.match(name)
    if match is None or (match["scheme"].lower() not in _READ and os.path.exists(name)):
        return False
    if match["scheme"].lower() not in _READ:
        raise UsageError(f"{name}: only http and https addresses are read")
    return True
