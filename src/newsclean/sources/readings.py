"""What was done to a plain text before it came here, undone or marked.

Text browsers number links, OCR keeps the lines of a column and its hyphens, archives put a header
above a page, and UTF-8 is read as Latin-1 on the way. What is undone changes the text, so it is
done while a document is decoded; what is not of the article is marked.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from newsclean.markup import Part
from newsclean.patterns import lazy_regex
from newsclean.sources.columns import indented, is_column, join_lines
from newsclean.sources.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK_NUMBER = lazy_regex(
    r"(?<![\w\]])\[(\d{1,4})\](?=[^\s\[(,.;:!?)”。，、；：])|(?m:^[ \t]*\[\d{1,4}\](?=\S))"
)
"""In front of a link; a note that is cited stands in front of a stop or a blank."""
_REFERENCE = lazy_regex(r"[ \t]*\d{1,4}\. (?:https?|ftp|file|mailto|javascript|gopher)\S*[ \t]*")
_LISTED = ("1. http", "1. ftp", "1. file", "1. mailto", "1. javascript", "1. gopher")
_FIRST_REFERENCE = lazy_regex(rf"^[ \t]*(?:{'|'.join(map(re.escape, _LISTED))})", re.MULTILINE)
_HEADING_WORDS, _HEADINGS, _REFERENCE_LINES = 3, 5, 2_000
"""A list of addresses has a heading of so few words ("References", "Verweise"), in any language."""
_WIDEST = 132
"""No text browser wraps beyond."""
_FEWEST_WRAPPED, _WRAPPED = 2, 0.4
"""So many of its lines, and so large a share of those with another below, a wrap has cut."""
_YEARS, _MOST_YEARS = range(1900, 2100), 0.5
"""Numbers in brackets of which so large a share are years are no links: "[1991]"."""
_FEWEST_NUMBERS, _FEWEST_LISTED, _ASCENDING = 4, 2, 0.8
"""A dump has so many link numbers, fewer with their list, and so large a share of them ascends."""
_DIVIDED = lazy_regex(r"(?<![^\W\d_])[^\W\d_]{2,}[-\u2010]\n[ \t]*[^\W\d_A-Z]")
_FEWEST_DIVIDED, _COLUMN_LINES = 2, 5_000
_DROP_CAP = lazy_regex(r"(?m)^[ \t]*([^\W\d_a-z])[ \t]*\n+[ \t]*(?=[a-zß-ÿ]{2,})")
_ALONE = lazy_regex(r"\n[ \t]*[^\W\d_a-z][ \t]*\n")
"""A letter on a line of its own: without one there is no drop cap, and most texts have none."""
_SOFT_HYPHEN = lazy_regex("\u00ad(?:[ \\t]*\\n[ \\t]*)?")
_PAGE_HEAD = lazy_regex(
    r".{0,160}?\b(?:page|pg\.?|seite|página|pagina|стр\.?|p\.)\s?[A-Z]?\d{1,4}.{0,40}"
    r"|(?:[A-Z]?\d{1,4}\s{3,})?.{2,60}?\s{3,}.{0,80}",
    re.IGNORECASE,
)
_HEAD_CHARS = 260
"""The longest line that the pattern can match has fewer characters."""
_CAPITAL_HEAD = lazy_regex(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .’'&-]{4,50},\s(?:[A-ZÀ-Þ]{5,12},\s)?(?:\d{1,2}\.?\s)?"
    r"[A-ZÀ-Þ]{3,9}\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d"
)
"""The head of a page that has no number: "THE HARBOUR POST, FRIDAY, JUNE 7, 1985"."""
_JUMP = lazy_regex(
    r"(?mi)^[ \t]*(?:[^\n.!?(]{0,40}?\()?(?:continued (?:on|from) page"
    r"|fortsetzung (?:auf|von) seite|suite (?:en |de la )?page|continúa en (?:la )?página"
    r"|viene de (?:la )?página|segue a pagina|see [a-z .’'-]{2,30}, page|siehe seite"
    r"|ciąg dalszy na str)\.?\s?[^\n]{0,30}$"
)
_JUMP_OPENINGS = (
    *(b"continued ", b"fortsetzung ", b"suite ", b"a en ", b"viene de ", b"segue a ", b"(see "),
    *(b"siehe seite", b"g dalszy na"),
)
"""A part of it in bytes, which have their lower case in a fifth of the time of a text's."""
_WAYBACK = lazy_regex(r"The Wayback Machine - https?://web\.archive\.org/web/\d{4,14}\w{0,4}/(\S+)")
_CAPTURE = lazy_regex(
    r"(?mi)^[ \t]*(?:archive\.(?:today|is|ph|md|li|vn|fo)\b[^\n]{0,60}|wayback machine)[ \t]*$"
)
_CAPTURE_END = lazy_regex(
    r"(?mi)^[ \t]*(?:(?:share[ \t]*)?download \.zip\b[^\n]*|report bug or abuse[^\n]*"
    r"|buy me a coffee[^\n]*|webpage[ \t]+screenshot[^\n]*|loading|timestamps"
    r"|about this capture)[ \t]*$"
)
_SAVED_FROM = lazy_regex(r"(?mi)^[ \t]*saved from[ \t]*:?[ \t]*(https?://\S+)")
_CACHED = lazy_regex(r"This is Google['’]s cache of (https?://\S+?)\.?\s+It is a snapshot")
_CACHED_END = lazy_regex(
    r"(?m)^[ \t]*(?:Full version|Text-only version|View source|Tip: To quickly find)[^\n]*$"
)
_NUMBERED_LINE = lazy_regex(r"(?m)^[ \t]*[-–—][ \t]?(\d{1,4})[ \t]?[-–—][ \t]*$")
"""The number of a page on a line of its own: "- 5 -"."""
_RUNNING_HEAD = lazy_regex(
    r"(?m)^(?:\d{1,3}[ \t]{3,40})?[A-ZÀ-Þ][A-ZÀ-Þ .’'&-]{3,50}[ \t]{3,40}[^\s][^\n]{5,40}?"
    r"(?:[ \t]{3,40}\d{1,3})?$"
)
"""The head of a further page: "THE POST    28 May 2025    7"."""
_HEADER_CHARS = 3_000
"""The header of an archive has so many characters at most (a guess; with much room)."""


def undo(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with link numbers, hard hyphens, drop caps and soft hyphens undone; what was done."""
    notes = []
    if "\u00ad" in text:
        text = _SOFT_HYPHEN.sub("", text)
    if text.count("[") >= _FEWEST_LISTED:
        text, count = _without_link_numbers(text)
        if count:
            notes.append(f"{count} link numbers of a text browser were taken out")
    hyphens = text.count("-\n") + text.count("\u2010\n")  # a tenth of the pattern's time
    divided = len(_DIVIDED.findall(text)) if hyphens else 0
    if divided >= _FEWEST_DIVIDED or ((divided or "\n  " in text) and _is_printed(text)):
        text = join_lines(text)
        notes.append("the lines of a printed column were joined")
    if _ALONE.search(f"\n{text}") and (capitals := _DROP_CAP.findall(text)):
        text = _DROP_CAP.sub(r"\1", text)
        notes.append(f"drop caps were put back ({len(capitals)})")
    return text, tuple(notes)


def _is_printed(text: str) -> bool:
    """Is it a column with a divided word, or one whose paragraphs begin further right?"""
    rows = text.split("\n", _COLUMN_LINES)
    if len(max(rows, key=len)) > _WIDEST:
        return False
    return (bool(_DIVIDED.search(text)) or bool(indented(rows))) and is_column(rows)


def _without_link_numbers(text: str) -> tuple[str, int]:
    """The text without the numbers of its links, if they are those of a dump."""
    found = list(_LINK_NUMBER.finditer(text))
    if _has_references(text) and _FIRST_REFERENCE.search(text):  # the list of what they point at
        numbers, fewest = [int(each[0].strip(" \t[]")) for each in found], _FEWEST_LISTED
    else:
        numbers, fewest = [int(each[1]) for each in found if each[1]], _FEWEST_NUMBERS
    years = sum(number in _YEARS for number in numbers)
    if len(numbers) < fewest or years > _MOST_YEARS * len(numbers):
        return text, 0
    ascending = sum(one < other for one, other in itertools.pairwise(numbers))
    if min(ascending + 1, len(set(numbers))) < _ASCENDING * len(numbers):
        return text, 0
    return _LINK_NUMBER.sub("", _unwrapped(text)), len(numbers)


def _unwrapped(text: str) -> str:
    """The lines of a dump joined where its wrap cut them, which would be too short to tell later.

    A line goes on where the first word of the next would have been too long for it.
    """
    lines = text.split("\n")
    widths = (len(line) for line in lines if len(line) <= _WIDEST and "://" not in line)
    width = max(widths, default=0)
    breaks = [_is_wrapped(above, line, width) for above, line in itertools.pairwise(lines)]
    inside = sum(bool(above.strip() and line.strip()) for above, line in itertools.pairwise(lines))
    if sum(breaks) < max(_FEWEST_WRAPPED, _WRAPPED * inside):
        return text
    joined = [lines[0]]
    for line, wrapped in zip(lines[1:], breaks, strict=True):
        joined.append(f" {line.lstrip()}" if wrapped else f"\n{line}")
    return "".join(joined)


def _is_wrapped(above: str, line: str, width: int) -> bool:
    """Whether the first word of a line would have been too long for the one above it."""
    content = line.lstrip()
    indent = len(line) - len(content)
    if not content or not above.strip() or indent != len(above) - len(above.lstrip()):
        return False
    first = content.split(None, 1)[0]
    return not content.startswith(("* ", "+ ")) and len(above) + 1 + len(first) > width >= len(
        above
    )


def asides(text: str) -> Iterator[Part]:
    """The stretches of a dump or of an archived copy that are not of the page itself."""
    if links := _references(text):
        yield Part(*links, "boilerplate", "the list of links of a text browser")
    lower = text.encode("utf-8", "surrogatepass").lower()
    jumps = any(opening in lower for opening in _JUMP_OPENINGS)
    for found in _JUMP.finditer(text) if jumps else ():
        yield Part(found.start(), found.end(), "navigation", "says on which page it goes on")
    if (head := _page_head(text)) and read_date(head[0]):
        yield Part(head.start(), head.end(), "boilerplate", "the head of a printed page")
    for start, end in _page_marks(text):
        yield Part(start, end, "boilerplate", "the head or number of a page")
    if end := _header_end(text[:_HEADER_CHARS]):
        yield Part(0, end, "boilerplate", "the header of a web archive")


def _page_marks(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers and heads of further pages stand, as scans have them within the text."""
    ends = any(text.endswith(sign) or f"{sign}\n" in text for sign in "-–—")
    numbers = list(_NUMBERED_LINE.finditer(text)) if ends else []
    # "- 1 -" and "- 2 -" are the parts of a story
    if not any(found[1] == "1" for found in numbers):
        yield from (found.span() for found in numbers)
    for found in _RUNNING_HEAD.finditer(text) if "    " in text else ():
        digits = found[0][:1].isdigit() or found[0][-1:].isdigit()
        if found.start() and digits and read_date(found[0]):
            yield found.span()


def _references(text: str) -> tuple[int, int] | None:
    """Where the numbered addresses at the end of a dump stand, with their headings."""
    first = _FIRST_REFERENCE.search(text) if _has_references(text) else None
    if first is None:
        return None
    start, end = first.start(), first.end()
    for line in itertools.islice(text[start:].splitlines(keepends=True), _REFERENCE_LINES):
        plain = line.strip()
        if plain and not plain.endswith(":") and not _REFERENCE.fullmatch(line.rstrip("\n")):
            break
        end = start = start + len(line)
    start = first.start()
    for line in reversed(text[:start].splitlines(keepends=True)[-_HEADINGS:]):
        words = line.split()
        if len(words) > _HEADING_WORDS or line.rstrip().endswith((".", "!", "?")):
            break
        start -= len(line)
    return start, end


def _has_references(text: str) -> bool:
    """Whether a text may have a numbered address; most have no such number at all."""
    return "1. " in text and any(map(text.__contains__, _LISTED))


def archived_from(text: str) -> str | None:
    """The address that an archive's header names as the page's own."""
    head = text[:_HEADER_CHARS]
    found = _WAYBACK.search(head) or _CACHED.search(head)
    found = found or (_SAVED_FROM.search(head) if _is_capture(head) else None)
    return found[1] if found else None


def _is_capture(head: str) -> bool:
    """Whether a line is the name of an archive; a tenth of the pattern's time where none is."""
    lower = head.lower()
    named = "archive." in lower or "wayback machine" in lower
    return named and _CAPTURE.search(head) is not None


def printed_on(text: str) -> str | None:
    """The day in the head of a printed page, ISO 8601; None where there is no such head."""
    found = _page_head(text)
    return read_date(found[0]) if found else None


def _page_head(text: str) -> re.Match[str] | None:
    """The first line with words, where it may be the head of a printed page: a blank one follows.

    It is cut out first: white space of any length may stand above it.
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    below = text.find("\n", end + 1)
    if not 0 < end - start <= _HEAD_CHARS or below < 0 or text[end:below].strip(" \t\n"):
        return None
    return _PAGE_HEAD.fullmatch(text, start, end) or _CAPITAL_HEAD.fullmatch(text, start, end)


def _header_end(head: str) -> int:
    """Where the header of a web archive ends; 0 where there is none."""
    if found := _WAYBACK.search(head):
        return found.end()
    if "s cache of http" in head and (found := _CACHED.search(head)):
        sentence = head.find("\n", found.end())
        return max((each.end() for each in _CACHED_END.finditer(head)), default=sentence)
    if not _is_capture(head) or not (_SAVED_FROM.search(head) or "captures" in head):
        return 0
    return max((found.end() for found in _CAPTURE_END.finditer(head)), default=0)
