"""A name on the command line -> the documents in it: a file, URL, standard input, collection."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from newsclean.document import Document
from newsclean.errors import UsageError
from newsclean.sources import read

STDIN = "-"


def documents(
    name: str, kind: str | None, encoding: str | None, *, allow_private: bool = False
) -> Iterator[Document]:
    """The documents that `name` stands for; one, but for JSON Lines, WARC, Parquet and mailboxes.

    Raises:
        InputError: it is missing, unreadable, empty or binary.
        UsageError: it is a folder.
        MissingExtraError: its format needs an extra that is not installed.
    """
    if name == STDIN:
        yield read.from_bytes(sys.stdin.buffer.read(), "-", kind=kind, encoding=encoding)
    elif name.startswith(("http://", "https://")):
        from newsclean.sources import url

        yield url.read(name, kind=kind, encoding=encoding, allow_private=allow_private)
    else:
        path = Path(name)
        if path.is_dir():
            raise UsageError(f"{name}: is a folder; use `newsclean batch {name} -o OUT`")
        if kind is None and read.may_hold_many(path):
            from newsclean.sources import collections

            if collections.is_collection(path):
                yield from collections.documents(path)
                return
        yield read.from_path(path, kind=kind, encoding=encoding)
