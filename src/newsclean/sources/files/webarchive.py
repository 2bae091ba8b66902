"""Safari's web archives -> `Document`: the page in it, with the address it was saved from."""

from __future__ import annotations

import plistlib
from dataclasses import replace

from newsclean.document import Document, Field
from newsclean.errors import InputError


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document of a web archive's main page.

    Raises:
        InputError: it is damaged, or its main part is no page.
    """
    from newsclean.sources import html

    try:
        main = plistlib.loads(data)["WebMainResource"]
        page, kind = main["WebResourceData"], str(main.get("WebResourceMIMEType", "text/html"))
    except Exception:  # noqa: BLE001 - a damaged property list fails in many ways
        raise InputError(f"{name}: a damaged web archive") from None
    if not isinstance(page, bytes) or "html" not in kind:
        raise InputError(f"{name}: a web archive of {kind}, not of a page")
    document = html.read(page, name, encoding)
    address = main.get("WebResourceURL")
    if isinstance(address, str) and address and not document.metadata.url:
        url = Field(address, "webarchive")
        document = replace(document, metadata=replace(document.metadata, url=url))
    return document
