"""What else a page says of title, byline and date, beside what was taken.

Each candidate with where it stands, the likeliest first; what says the same as the winner in other
letters is left out.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.phrases import letters
from newsclean.document import Field
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.authors.features import Candidate
    from newsclean.cleaning.dates.dating import Dated
    from newsclean.document import Metadata

_DAY = lazy_regex(r"\d{4}-\d\d-\d\d")
_MOST = 3
"""More than so many nobody looks at (a guess)."""


def with_runners_up(
    metadata: Metadata, area: Area, authors: Sequence[Candidate], dated: Sequence[Dated]
) -> Metadata:
    """The metadata whose title, byline and date name what else could have been taken."""
    stated = area.record.document.metadata
    lines, mail = area.lines, area.record.mail
    printed = [_of_line(area, area.head)] if area.head is not None else []
    titles = [*printed, stated.title, mail.subject, *_stated_titles(area)]
    names = [
        Field(each.names, "text", lines[each.place].start, lines[each.place].end)
        for each in authors
    ]
    days = [
        Field(each.iso, "text", lines[each.place].start, lines[each.place].end) for each in dated
    ]
    return replace(
        metadata,
        title=_among(metadata.title, titles),
        byline=_among(metadata.byline, [*names, stated.byline]),
        date=_among(metadata.date, [*days, stated.date, mail.date]),
    )


def _among(winner: Field | None, candidates: Iterable[Field | None]) -> Field | None:
    """The winner with the first candidates that say something else."""
    if winner is None:
        return None
    others: dict[str, Field] = {}
    for each in candidates:
        if each is not None:
            others.setdefault(_said(each), each)
    others.pop(_said(winner), None)
    return replace(winner, runners_up=tuple(others.values())[:_MOST]) if others else winner


def _said(field: Field) -> str:
    """The letters of a value; of a date the day."""
    day = _DAY.match(field.value)
    return day[0] if day else letters(field.value)


def _of_line(area: Area, index: int) -> Field:
    line = area.lines[index]
    return Field(line.text, "text", line.start, line.end)


def _stated_titles(area: Area) -> Iterator[Field]:
    tree = area.record.document.tree
    for text in tree.titles if tree is not None else ():
        yield Field(text, "mark-up")
