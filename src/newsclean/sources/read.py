"""Bytes -> `Document`: finds out what kind of input it is and hands it to that kind's reader."""

from __future__ import annotations

from newsclean.document import Document
from newsclean.errors import InputError


def from_text(text: str, name: str = "-") -> Document:
    """A document of text that is decoded already."""
    return Document(text=text, name=name)


def from_bytes(
    data: bytes, name: str = "-", *, kind: str | None = None, encoding: str | None = None
) -> Document:
    """The document in `data`.

    Args:
        data: the input as it was read.
        name: what to call it in messages.
        kind: "text", "html", "email" or "pdf"; None looks at the content.
        encoding: a codec name; None looks at the content.

    Raises:
        InputError: `data` is empty, binary, or not in that encoding.
        MissingExtraError: a PDF, and no reader for it installed.
    """
    del kind
    if not data.strip():
        raise InputError(f"{name}: empty")
    return Document(text=data.decode(encoding or "utf-8", "replace"), name=name, encoding="utf-8")
