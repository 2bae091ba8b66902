"""PDF -> `Document`, with pypdf (the extra `pdf`).

The text that offsets count in is the one read out of the pages: lines of a paragraph joined,
words divided at a line's end put together, an empty line between paragraphs. Where the size of
the letters changes, or lines stand further apart than most, a paragraph ends. Properties that
programs fill in on their own ("untitled", a file's name) are no title and no author.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsclean import languages
from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError, MissingExtraError
from newsclean.markup import Part
from newsclean.patterns import lazy_regex
from newsclean.sources import readings
from newsclean.sources import text as plain
from newsclean.sources.columns import hyphens_of, join_lines, join_paragraph
from newsclean.sources.dates import read_date
from newsclean.sources.files import pdf_layout as layout
from newsclean.sources.files.pdf_layout import Row, usual_size, with_drop_caps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

_FILE_NAME = lazy_regex(r".*\.[a-z]{2,4}\d?|\S*[_\d]\S*|https?:.*|\S+@\S+", re.IGNORECASE)
_TITLE_WORDS = 3
"""The largest line of a page is a headline if it has so many words."""
_FEWEST_BLOCKS = 4
"""So many paragraphs of a narrow column are parted by gaps, where they are (a guess)."""
_BOLD = lazy_regex(r"[Bb]old|Black|Heavy")
_LIGATURES = {
    0xFB00 + at: form for at, form in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))
}
_SOFT_HYPHEN = b"<FEFF00AD>"
_ACTUAL_SOFT_HYPHEN = (
    rb"/Span\s*<<\s*/ActualText\s*<FEFF00AD>\s*>>\s*BDC\s((?:\s*[-.\d]{1,20}\s[-.\d]{1,20}\sTd)?)"
    rb"\s*<[0-9A-Fa-f]{2,8}>\s*Tj\s*EMC"
)


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in a PDF file; `encoding` has no meaning here.

    Raises:
        InputError: not a PDF, encrypted, or without text (scanned).
        MissingExtraError: pypdf is not installed.
    """
    del encoding
    reader = _open(data, name)
    try:
        rows = [with_drop_caps(list(_rows(_hyphenless(page)))) for page in reader.pages]
        aside = layout.aside(rows, [float(page.mediabox.top) for page in reader.pages])
        text, parts = _laid_out(rows, aside)
        metadata = _metadata(reader)
    except Exception as error:  # a broken file makes pypdf raise anything
        raise InputError(f"{name}: broken PDF ({type(error).__name__})") from error
    if not text.strip():
        raise InputError(f"{name}: a PDF without text; was it scanned?")
    metadata = _of_page(metadata, rows, aside)
    known = (*parts, *readings.asides(text))
    return Document(text=text, name=name, kind="pdf", metadata=metadata, parts=known)


def _laid_out(pages: list[list[Row]], aside: list[dict[int, str]]) -> tuple[str, tuple[Part, ...]]:
    """The text of all pages, and which stretches of it stand at their edges or beside it.

    The head of the first page comes first and what else is not of the text comes last, so that a
    paragraph goes on over the end of a page, and a heading at the foot of one stands above its own.
    """
    head, flow, last = list[tuple[str, str]](), list[Row](), list[tuple[str, str]]()
    for number, (rows, places) in enumerate(zip(pages, aside, strict=True)):
        for place, side in sorted(places.items()):
            first = side == "head" and not number
            evidence = f"the {side} of a page" if side in ("head", "foot") else side
            (head if first else last).append((rows[place].text, evidence))
        inner = [row for place, row in enumerate(rows) if place not in places]
        flow += layout.on_page(inner, number)
    pieces: list[str] = []
    parts: list[Part] = []
    at = 0
    for piece, evidence in (*head, (_paragraphs(flow), ""), *last):
        clean = " ".join(plain.normalize(piece).split()) if evidence else piece
        if clean.strip():
            at += 2 if pieces else 0
            pieces.append(clean)
            if evidence:
                parts.append(Part(at, at + len(clean), "boilerplate", evidence))
            at += len(clean)
    return "\n\n".join(pieces), tuple(parts)


def _of_page(metadata: Metadata, pages: list[list[Row]], aside: list[dict[int, str]]) -> Metadata:
    """The metadata with what the first page says: its largest line, the day in its head."""
    if not pages:
        return metadata
    title = layout.headline([row for at, row in enumerate(pages[0]) if at not in aside[0]])
    if title and len(title.split()) >= _TITLE_WORDS:
        metadata = replace(metadata, title=Field(plain.normalize(title), "pdf:largest line"))
    for place, side in aside[0].items():
        text = pages[0][place].text
        if side == "head" and not layout.is_printed(text) and (day := read_date(text)):
            return replace(metadata, date=Field(day, "pdf:head of the page"))
    return metadata


def _rows(page: PageObject) -> Iterator[Row]:
    """The lines of a page as they are read."""
    parts: list[tuple[str, float, tuple[float, float], bool]] = []

    def visit(text: str, outer: Any, inner: Any, font: Any, size: float) -> None:
        scaled = abs(size * inner[3] * outer[3]) or size
        place = inner[5] * outer[3] + outer[5], inner[4] * outer[0] + outer[4]
        name = str((font or {}).get("/BaseFont", ""))
        parts.append((text, round(scaled, 1), place, _BOLD.search(name) is not None))

    text = page.extract_text(visitor_text=visit)
    if "".join(part[0] for part in parts) != text:
        parts = [(text, 0.0, (0.0, 0.0), False)]
    row, place, letters = "", (0.0, 0.0), Counter[tuple[float, bool]]()
    for part, size, at, bold in [*parts, ("\n", 0.0, (0.0, 0.0), False)]:
        for number, piece in enumerate(part.split("\n")):
            if number:
                (most, heavy) = max(letters, key=letters.__getitem__, default=(0.0, False))
                yield Row(_as_written(row), most, place[0], round(place[1]), bold=heavy)
                row, letters = "", Counter()
            if piece.strip():
                place = place if letters else at
                letters[size, bold] += len(piece)
            row += piece


def _as_written(line: str) -> str:
    """A line without what was made for print alone: ligatures, soft hyphens inside it."""
    line = line.translate(_LIGATURES)
    end = "\u2010" if line.rstrip().endswith(("\u00ad", "\u2010")) else ""
    bare = line.rstrip(" \u00ad\u2010") if end else line
    return bare.replace("\u00ad", "") + end


def _hyphenless(page: PageObject) -> PageObject:
    """A page without the soft hyphens that a browser writes as a blank with "actual text"."""
    contents = page.get_contents()
    data = contents.get_data() if contents is not None else b""
    if _SOFT_HYPHEN in data:
        from pypdf.generic import DecodedStreamObject, NameObject

        stream = DecodedStreamObject()
        stream.set_data(re.sub(_ACTUAL_SOFT_HYPHEN, rb"\1", data))
        page[NameObject("/Contents")] = stream
    return page


def _paragraphs(rows: list[Row]) -> str:
    """The paragraphs of all pages, an empty line between them.

    Where each begins further right, or a gap parts those of a narrow column, it has all lines up to
    the next; else the length of its lines tells where it ends.
    """
    begin = layout.starts(rows)
    page = plain.normalize("\n".join(_set_apart(rows, begin)))
    blocks = list(filter(None, map(str.strip, page.split("\n\n"))))
    narrow = layout.is_narrow(rows)
    if begin is None and (len(blocks) < _FEWEST_BLOCKS or not narrow):
        return join_lines(page, narrow=narrow)
    usual, hyphens = usual_size(rows), hyphens_of(page)
    body = {plain.normalize(row.text).strip() for row in rows if row.size == usual}
    return "\n\n".join(
        join_paragraph(block, hyphens)
        if block.split("\n", 1)[0].strip() in body
        else join_lines(block)
        for block in blocks
    )


def _set_apart(rows: list[Row], begin: set[int] | None) -> Iterator[str]:
    """The lines, an empty one where a paragraph ends to the eye; those of a heading are one.

    `begin` are the places of those that begin further right, where paragraphs begin so.
    """
    usual = layout.measure(rows)
    heading = ""
    before: Row | None = None
    for place, row in enumerate(rows):
        if not row.text.strip():
            apart, before = True, None
        else:
            apart = before is not None and layout.is_apart(
                before, row, usual, told=begin is not None
            )
            apart |= begin is not None and (row.opens or place in begin)
            large = layout.is_heading(row, usual) and (bool(heading) or apart or before is None)
            before = row
        if heading and (apart or not large):
            yield heading
            heading = ""
        if apart:
            yield ""
        if row.text.strip() and large:
            heading = f"{heading} {row.text.strip()}".strip()
        elif row.text.strip():
            yield row.text
    if heading:
        yield heading


def _open(data: bytes, name: str) -> PdfReader:
    try:
        from pypdf import PdfReader
    except ImportError:
        raise MissingExtraError(f"{name}: reading PDF", "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:
        raise InputError(f"{name}: broken PDF ({type(error).__name__})") from error
    if locked:
        raise InputError(f"{name}: the PDF needs a password")
    return reader


def _metadata(reader: PdfReader) -> Metadata:
    info = reader.metadata
    if info is None:
        return Metadata()
    try:
        created = info.creation_date
    except ValueError:
        created = None
    return Metadata(
        title=_field(info.title, "pdf:Title", "titles"),
        byline=_field(info.author, "pdf:Author", "authors"),
        date=_field(created.date().isoformat() if created else None, "pdf:CreationDate"),
    )


def _field(value: object, origin: str, defaults: str = "") -> Field | None:
    """A property; None where a program filled it in."""
    folded = " ".join(plain.normalize(str(value or "")).split())
    if defaults and _is_default(folded, defaults):
        return None
    return Field(folded, origin) if folded else None


def _is_default(value: str, defaults: str) -> bool:
    """Is it what a program writes where nobody wrote anything?"""
    known: dict[str, str] = languages.read_data("cleaning/pdf.json")
    lower = value.lower().strip("() ")
    return (
        lower in known[defaults].split(" | ")
        or lower.startswith(tuple(known["programs"].split(" | ")))
        or _FILE_NAME.fullmatch(value) is not None
    )
