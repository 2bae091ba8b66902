"""Nexis exports as text -> records: an article begins at a line "n of m DOCUMENTS"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.sources.encoding import decode
from newsclean.sources.exports import nexis
from newsclean.sources.exports.nexis_labels import START
from newsclean.sources.text import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.sources.record import Record


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the export.

    Raises:
        InputError: it is no text.
    """
    number = 0
    article: list[str] | None = None
    for line in normalize(decode(data, name).text).split("\n"):
        if START.fullmatch(line):
            if article is not None:
                number += 1
                yield _read(article, f"{name}#{number}")
            article = []
        elif article is not None:
            article.append(line)
    if article is not None:
        yield _read(article, f"{name}#{number + 1}")


def _read(lines: list[str], name: str) -> Record:
    return nexis.read(list(nexis.blocks_of(lines)), name)
