"""What the readers of HTML exports share: the tree, and the text of an element line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAKING = (
    "address article aside blockquote body br center dd div dl dt fieldset figure footer form h1 h2"
    " h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td th thead tr ul"
)
_BLOCKS = frozenset(_BREAKING.split())
_UNSEEN = frozenset(("script", "style", "noscript", "head", "template"))


def parse(data: bytes, name: str) -> Any:
    """The root element of an HTML file.

    Raises:
        InputError: there is no element in it.
    """
    from lxml import etree, html

    from newsclean.sources.html import decode

    text, _ = decode(data)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise InputError(f"{name}: no HTML that can be read") from None
    return root


def lines(element: Any) -> list[str]:
    """The text of an element, broken where its block elements and `<br>` break it."""
    out: list[str] = []
    current: list[str] = []
    for text in _pieces(element):
        if text is None:
            out.append("".join(current))
            current = []
        else:
            current.append(text)
    out.append("".join(current))
    return [line for line in (" ".join(line.split()) for line in out) if line.strip("\u00a0 ")]


def text(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join(lines(element))


def _pieces(element: Any) -> Iterator[str | None]:
    """The texts of an element and those below it in order; None where a line ends."""
    stack: list[tuple[Any, bool]] = [(element, False)]
    while stack:
        node, done = stack.pop()
        breaks = node.tag in _BLOCKS
        if done:
            if breaks:
                yield None
            if node.tail and node is not element:
                yield node.tail
            continue
        if not isinstance(node.tag, str) or node.tag in _UNSEEN:
            if node.tail and node is not element:
                yield node.tail
            continue
        if breaks:
            yield None
        if node.text:
            yield node.text
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))


def classes(element: Any) -> list[str]:
    """The class words of an element."""
    return (element.get("class") or "").split()
