"""Integrum exports as HTML -> records: fields marked "^ИС", "^ДТ", "^ЗГ", then the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.patterns import lazy_regex
from newsclean.sources.exports import markup
from newsclean.sources.exports.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.sources.record import Record

_MARK = lazy_regex(r"\^(ИС|РБ|НР|ДТ|АВ|ЗГ)[ \t\u00a0]*:?[ \t\u00a0]*")
_WRAP = lazy_regex(r"\n(?=[^\s^])")
"""A line break inside a `<pre>` after which neither an empty line, an indent nor a mark comes."""
_FIELDS = {
    "ИС": ("site", "boilerplate"),
    "РБ": ("section", "boilerplate"),
    "НР": ("", "boilerplate"),
    "ДТ": ("date", "date"),
    "АВ": ("byline", "byline"),
    "ЗГ": ("title", "headline"),
}


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the export; the mark of the source begins each.

    Raises:
        InputError: there is no HTML in it.
    """
    number = 0
    draft: Draft | None = None
    for line, heading in _lines(markup.parse(data, name)):
        marks = list(_MARK.finditer(line))
        if draft is not None and not marks:
            _add(line, draft, heading=heading)
        for place, mark in enumerate(marks):
            end = marks[place + 1].start() if place + 1 < len(marks) else len(line)
            if mark[1] == "ИС" and draft is not None:
                number += 1
                yield draft.record(f"{name}#{number}")
                draft = None
            draft = draft or Draft("integrum")
            field, reason = _FIELDS[mark[1]]
            if field:
                draft.state(field, line[mark.end() : end], f"^{mark[1]}")
            draft.label(line[mark.start() : end], f"^{mark[1]}", reason)
    if draft is not None:
        yield draft.record(f"{name}#{number + 1}")


def _add(line: str, draft: Draft, *, heading: bool) -> None:
    if heading:
        draft.state("title", line, "h3")
        draft.add(line, "headline", "the heading above the text")
    else:
        draft.body(line)


def _lines(root: Any) -> Iterator[tuple[str, bool]]:
    """The lines of the file, and whether each is in a heading; `<pre>` is unwrapped."""
    for element in root.iter("pre"):
        whole = _WRAP.sub(" ", "".join(element.itertext()))
        for child in list(element):
            element.remove(child)
        element.text = ""
        for line in whole.split("\n"):
            etree_break = element.makeelement("br")
            etree_break.tail = line
            element.append(etree_break)
    headings = {line for each in root.iter("h3") for line in markup.lines(each)}
    for line in markup.lines(root):
        yield line, line in headings
