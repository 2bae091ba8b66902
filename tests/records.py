"""Records of pages as the steps of cleaning take them, made of lines and what is kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsclean.cleaning.lines.page import PageLines
from newsclean.cleaning.record import PageRecord
from newsclean.document import Document, Line
from newsclean.markup import Tree

LEAD = (
    "The council of Ferrow agreed on Monday to buy back the harbour tram line, nineteen years "
    "after it was sold for a single crown to the company that had promised to run it."
)
MIDDLE = (
    "The line carries nine thousand people a day and loses money on all of them, and the company "
    "said that it would now spend more time on its buses."
)
LAST = (
    "Services will run as before until June, after which the timetable is to be drawn up by the "
    "city, which has advertised for somebody who knows how to do it."
)

Row = tuple[str, bool, float]
"""The text of a line, whether it is kept so far, and how likely it is of the body."""


def lines_of(*texts: str) -> list[Line]:
    """Lines, one below the other."""
    lines, at = [], 0
    for text in texts:
        lines.append(Line(at, at + len(text), text))
        at += len(text) + 1
    return lines


def record_of(
    lines: Sequence[Line],
    kept: Sequence[bool],
    language: str = "en",
    *,
    tree: Tree | None = None,
    **known: Any,
) -> PageRecord:
    """The record of a page of these lines; `known` are other fields of the record."""
    document = Document("\n".join(line.text for line in lines), tree=tree)
    return PageRecord(document, PageLines(lines, language), kept=kept, **known)


def record_of_rows(rows: Sequence[Row], language: str = "en", **known: Any) -> PageRecord:
    """The record of a page with these lines, one below the other."""
    lines, likely = lines_of(*(row[0] for row in rows)), [row[2] for row in rows]
    kept = [row[1] for row in rows]
    return record_of(lines, kept, language, probabilities=likely, **known)
