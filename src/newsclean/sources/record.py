"""A record of a collection: one article that is not read yet, with what the collection says of it.

Pure data, so that it can be sent to a worker; `read.from_record` makes a document of it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from newsclean.document import Document, Metadata
from newsclean.markup import Part

NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Record:
    """An article of a collection, not read yet; `error` says why it cannot be.

    With `parts`, `data` is the text itself in UTF-8 and the spans of the parts are into it.
    """

    name: str
    data: bytes = b""
    kind: str | None = None
    encoding: str | None = None
    metadata: Metadata = NOTHING
    error: str = ""
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()


def with_metadata(document: Document, stated: Metadata) -> Document:
    """`document` with what is stated of it from outside put over its own metadata."""
    if stated == NOTHING:
        return document
    own = document.metadata
    merged = {
        each.name: getattr(stated, each.name) or getattr(own, each.name)
        for each in fields(Metadata)
    }
    return replace(document, metadata=Metadata(**merged))
