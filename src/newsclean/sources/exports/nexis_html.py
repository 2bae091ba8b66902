"""Nexis exports as HTML -> records: the fields of the text export, each in a division."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.sources.exports import markup, nexis
from newsclean.sources.exports.nexis_labels import (
    START,
    header_labels,
    is_date,
    split_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.sources.exports.nexis import Block
    from newsclean.sources.record import Record

_ANCHOR = "DOC_ID_"
_LOOK = 6
"""The date is among so many first blocks."""


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the export; the anchors before them or the lines "n of m" divide them.

    Raises:
        InputError: there is no HTML in it.
    """
    found = list(_blocks(markup.parse(data, name)))
    numbered = any(block and START.fullmatch(block.text) for block, _ in found)
    number = 0
    article: list[tuple[Block, str]] | None = None
    for block, style in found:
        line = block is not None and START.fullmatch(block.text) is not None
        if line if numbered else block is None:
            if article:
                number += 1
                yield nexis.read(_with_centred(article), f"{name}#{number}")
            article = []
        elif article is not None and block is not None:
            article.append((block, style))
    if article:
        yield nexis.read(_with_centred(article), f"{name}#{number + 1}")


def _blocks(root: Any) -> Iterator[tuple[Block | None, str]]:
    """Each paragraph of the innermost divisions with its style; None at an article's anchor."""
    for element in root.iter("div", "a"):
        if element.tag == "a":
            if (element.get("name") or "").startswith(_ANCHOR):
                yield None, ""
        elif element.find(".//div") is None:
            for paragraph in element.findall(".//p") or [element]:
                if found := tuple(markup.lines(paragraph)):
                    yield nexis.Block(found), element.get("class") or ""


def _with_centred(article: list[tuple[Block, str]]) -> list[Block]:
    """The blocks, those that look as the source's line does marked as centred.

    Classes have other names in each file; where the headline has the source's, nothing is told.
    """
    if not article:
        return []
    blocks = [block for block, _ in article]
    date = next((at for at, block in enumerate(blocks[:_LOOK]) if is_date(block.lines[0])), 0)
    masthead = {style for _, style in article[: date + 1]}
    labelled = {style for block, style in article if split_label(block.text)[0] in header_labels()}
    if masthead & labelled:
        return blocks
    return [
        block._replace(centred=style in masthead, indented=style in masthead)
        for block, style in article
    ]
