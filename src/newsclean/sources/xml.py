"""XML from a stranger -> its tree: no entities, no network, nothing that grows when it is read."""

from __future__ import annotations

import re
from typing import Any

from newsclean.errors import InputError
from newsclean.patterns import lazy_regex

_DECLARES = lazy_regex(rb"<!(?:ENTITY|DOCTYPE[^>\[]*\[)", re.IGNORECASE)
_HEAD = 65_536


def parse(data: bytes, name: str) -> Any:
    """The root element; what is broken is read up to there.

    Raises:
        InputError: there is no element, or the file declares entities.
    """
    from lxml import etree

    head = data[:_HEAD].replace(b"\0", b"")
    if _DECLARES.search(head):
        raise InputError(f"{name}: XML that declares entities is not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None:
        raise InputError(f"{name}: no XML that can be read")
    return root


def tag(element: Any) -> str:
    """The name of an element without its name space; "" for a comment."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def text(element: Any) -> str:
    """All text in an element, white space folded."""
    if not isinstance(element.tag, str):
        return ""  # a comment or an instruction
    return " ".join("".join(element.itertext()).split())


def number(value: str | None, default: int) -> int:
    """The number that an attribute states; `default` where it is none."""
    return (
        int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else default
    )


def child(element: Any, *names: str) -> Any:
    """The first child of one of these names, in the order of the names; None without one."""
    for name in names:
        for each in element:
            if tag(each) == name:
                return each
    return None
