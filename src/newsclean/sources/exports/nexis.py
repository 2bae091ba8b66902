"""The classic layout of Nexis exports -> an article: "n of m DOCUMENTS", labels, body, labels.

Text and HTML files have the same fields in the same order. Both are cut into blocks first: what
stands between empty lines, or an element with its paragraphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean.sources.exports.draft import Draft
from newsclean.sources.exports.nexis_labels import (
    COPYRIGHT,
    LANGUAGE,
    header_labels,
    is_date,
    is_of_loading,
    split_label,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.sources.record import Record

_BEFORE_DATE = 6
"""The date is among so many first lines of an article."""
_UNLABELLED = 8
"""So many blocks may stand between two labels of the header (a byline of several paragraphs)."""
_REASONS = {
    "title": "headline",
    "byline": "byline",
    "dateline": "dateline",
    "standfirst": "standfirst",
    "length": "boilerplate",
    "section": "boilerplate",
}


class Block(NamedTuple):
    """Lines that belong together; `centred` ones are not at the left margin."""

    lines: tuple[str, ...]
    centred: bool = False
    indented: bool = False
    """Whether it begins right of the margin at all, as wide centred lines do."""

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(self.lines)


def read(blocks: Sequence[Block], name: str) -> Record:
    """The article in the blocks that follow its first line, which is not among them."""
    draft = Draft("nexis")
    at = _masthead(blocks, draft)
    at = _header(blocks, at, draft)
    _body(blocks, at, draft)
    return draft.record(name)


def _masthead(blocks: Sequence[Block], draft: Draft) -> int:
    """Read source, date and edition; the place of the first block after them."""
    date = _date_block(blocks)
    if date is None:
        at = 0
        while at < len(blocks) and blocks[at].indented:
            _source(blocks[at], draft)
            at += 1
        return at
    for block in blocks[:date]:
        _source(block, draft)
    dated = False
    for line in blocks[date].lines:
        if not dated and is_date(line):
            draft.state("date", line, "date line")
            draft.add(line, "date", "the line below the source's name")
            dated = True
        elif dated:
            draft.add(line, "boilerplate", "the edition, below the date")
        else:
            _source(Block((line,)), draft)
    at = date + 1
    while at < len(blocks) and (blocks[at].indented or COPYRIGHT.match(blocks[at].text)):
        draft.add(blocks[at].text, *_centred(blocks[at].text))
        at += 1
    return at


def _date_block(blocks: Sequence[Block]) -> int | None:
    for place, block in enumerate(blocks[:_BEFORE_DATE]):
        if any(map(is_date, block.lines)):
            return place
        if split_label(block.text)[0] in header_labels():
            return None
    return None


def _source(block: Block, draft: Draft) -> None:
    if COPYRIGHT.match(block.text):
        draft.add(block.text, "copyright", "a copyright line of the export")
        return
    draft.state("site", block.lines[0], "first line")
    draft.add(block.text, "boilerplate", "the source, above the date")


def _centred(text: str) -> tuple[str, str]:
    if COPYRIGHT.search(text):
        return "copyright", "a copyright line of the export"
    return "boilerplate", "the edition, below the date"


def _header(blocks: Sequence[Block], at: int, draft: Draft) -> int:
    """Read the headline and the labels before the body; the place of the first block of it."""
    end = _header_end(blocks, at)
    label, field = "", "title"
    for block in blocks[at:end]:
        found, rest = _capitals(block.text)
        if found in header_labels():
            label, field = found, header_labels()[found]
            if field == "length":
                draft.count(rest)
            elif field:
                draft.state(field, rest, label.upper())
            draft.label(block.text, label.upper(), _REASONS.get(field, "boilerplate"))
        elif found in words("body") and not rest:
            draft.label(block.text, found.upper())
        elif label:
            draft.label(block.text, label.upper(), _REASONS.get(field, "boilerplate"))
        elif draft.has("title"):
            draft.state("standfirst", block.text, "below the headline")
            draft.add(block.text, "standfirst", "stands between the headline and the labels")
        else:
            draft.state("title", block.text, "headline")
            draft.add(block.text, "headline", "the first lines at the left margin")
    return end


def _header_end(blocks: Sequence[Block], at: int) -> int:
    """The place after the last label of the header; after the headline where there is none."""
    last, gap, seen_length = None, 0, False
    for place in range(at, len(blocks)):
        found, rest = _capitals(blocks[place].text)
        if found in words("body") and found not in header_labels():
            # the old layout: everything has a label, the text too
            return place if rest else place + 1
        if found in header_labels() and (not seen_length or gap == 0):
            last, gap = place, 0
            seen_length = seen_length or header_labels()[found] == "length"
        elif found in words("end"):
            break
        else:
            gap += 1
            if (seen_length and gap) or gap > _UNLABELLED:
                break
    if last is not None:
        return last + 1
    return min(at + 1, len(blocks))


def _body(blocks: Sequence[Block], at: int, draft: Draft) -> None:
    """Read the body up to the first label after it, and what follows."""
    label = ""
    for block in blocks[at:]:
        found, rest = _capitals(block.text)
        if not label and found in words("body") and rest:
            draft.body(rest)
        elif found in words("end") or is_of_loading(found, rest):
            label = found
            _closing(block, found, rest, draft)
        elif block.centred or COPYRIGHT.match(block.text):
            label = label or "copyright"
            draft.add(block.text, "copyright", "a centred line after the text")
        elif label:
            draft.label(block.text, label.upper(), _reason(label))
        else:
            draft.body(block.text)


def _capitals(text: str) -> tuple[str, str]:
    """The label that a block begins with, and the rest; sentences may begin with one's words.

    Labels are in capitals, but for compounds ("Load-Date").
    """
    found, rest = split_label(text)
    if found and (text[: len(found)].isupper() or "-" in found):
        return found, rest
    return "", text


def _closing(block: Block, label: str, rest: str, draft: Draft) -> None:
    if label in LANGUAGE:
        draft.state("language", rest, label.upper())
    elif label == "url":
        draft.state("url", rest, label.upper())
    elif is_of_loading(label, rest) and not draft.has("date"):
        draft.state("date", rest, label.upper())
    draft.label(block.text, label.upper(), _reason(label))


def _reason(label: str) -> str:
    if label.startswith(("graphi", "grafik", "illustr", "gráf")):
        return "caption"
    return "copyright" if label == "copyright" else "boilerplate"


def blocks_of(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a text between its empty lines; a block is centred if its first line is."""
    block: list[str] = []
    for line in (*lines, ""):
        if line.strip("\u00a0 \t\f"):
            # a centred line after one at the margin, or the other way round, is another block
            if block and _is_centred(line) != _is_centred(block[-1]):
                yield _block(block)
                block = []
            block.append(line)
        elif block:
            yield _block(block)
            block = []


def _block(lines: Sequence[str]) -> Block:
    return Block(
        tuple(line.strip("\u00a0 \t\f") for line in lines),
        _is_centred(lines[0]),
        lines[0][:2].isspace(),
    )


def _is_centred(line: str) -> bool:
    """Whether a line begins so far from the margin as no paragraph does."""
    return len(line) - len(line.lstrip("\u00a0 \t")) >= _CENTRED


_CENTRED = 8
"""A line of the widest name that is centred still begins so many columns from the margin."""
