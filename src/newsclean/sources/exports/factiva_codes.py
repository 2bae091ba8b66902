"""Factiva's field codes -> an article: HD headline, LP and TD the text, and the other fields.

The codes are the first cells of a table's rows, or begin the lines of a text that was copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.patterns import lazy_regex
from newsclean.sources.encoding import decode
from newsclean.sources.exports import markup
from newsclean.sources.exports.draft import Draft
from newsclean.sources.text import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.sources.record import Record

FEWEST = 4
"""A table with so many codes is an article."""
_ALL = (
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN CLM CX ART"
    " DLN"
)
CODES = frozenset(_ALL.split())
_LINE = lazy_regex(rf"[ \t]*({'|'.join(sorted(CODES))})(?:[ \t\u00a0]+(\S.*))?")
_FIELDS = {
    "HD": ("title", "headline"),
    "BY": ("byline", "byline"),
    "PD": ("date", "date"),
    "SN": ("site", "boilerplate"),
    "SE": ("section", "boilerplate"),
    "LA": ("language", "boilerplate"),
    "CY": ("", "copyright"),
    "CR": ("", "credit"),
    "ART": ("", "caption"),
    "DLN": ("dateline", "dateline"),
}

Row = tuple[str, list[str]]
"""A code and the lines of its value."""


def rows(element: Any) -> list[Row]:
    """The codes in the first cells of a table's rows, with the lines of the second."""
    found: list[Row] = []
    for row in element.iter("tr"):
        cells = row.findall("td") or row.findall("th")
        if len(cells) < 2:
            continue
        code = markup.text(cells[0]).strip("\u00a0 :")
        if code in CODES:
            found.append((code, [line for cell in cells[1:] for line in markup.lines(cell)]))
    return found if any(code == "HD" for code, _ in found) else []


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of a text in which codes begin the lines; HD or SE begins an article.

    Raises:
        InputError: it is no text.
    """
    number = 0
    article: list[Row] = []
    for line in normalize(decode(data, name).text).split("\n"):
        found = _LINE.fullmatch(line)
        code = found[1] if found else ""
        if code in ("HD", "SE") and any(known == "HD" for known, _ in article) and _ends(article):
            number += 1
            yield read(article).record(f"{name}#{number}")
            article = []
        if found:
            article.append((code, [found[2]] if found[2] else []))
        elif article and line.strip():
            article[-1][1].append(line.strip())
    if article:
        yield read(article).record(f"{name}#{number + 1}")


def _ends(article: Sequence[Row]) -> bool:
    """Whether the fields so far are more than what stands above a headline."""
    return any(code in ("LP", "TD", "AN", "WC") for code, _ in article)


def read(article: Sequence[Row]) -> Draft:
    """The article in rows of codes."""
    draft = Draft("factiva")
    for code, values in article:
        text = " ".join(values)
        if code in ("LP", "TD"):
            for value in values:
                draft.body(value)
            continue
        field, reason = _FIELDS.get(code, ("", "boilerplate"))
        if code == "WC":
            draft.count(text)
        elif field:
            draft.state(field, text, code)
        draft.label(text, code, reason)
    return draft
