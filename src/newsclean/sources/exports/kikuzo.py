"""Exports of the Japanese archives Kikuzo (Asahi) and Yomidasu (Yomiuri) as HTML -> records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.patterns import lazy_regex
from newsclean.sources.dates import read_date
from newsclean.sources.exports import markup
from newsclean.sources.exports.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.sources.record import Record

_LENGTH = lazy_regex(r"\d[\d,]*\s*(?:文字|字)")
_FIRST, _LAST = "topic-list", "topic-detail"
_PLACES = 12
"""Cells of a Yomidasu entry that are short stand above the text."""


def kikuzo(data: bytes, name: str) -> Iterator[Record]:
    """The articles of Kikuzo: a table of facts, and one with headline and text, for each.

    Raises:
        InputError: there is no HTML in it.
    """
    number = 0
    facts: list[str] = []
    for table in markup.parse(data, name).iter("table"):
        words = markup.classes(table)
        if _FIRST in words:
            facts = [text for cell in table.iter("td") if (text := markup.text(cell))]
        elif _LAST in words:
            draft = Draft("kikuzo")
            _facts(facts, "朝日新聞", draft)
            _detail(table, draft)
            number += 1
            yield draft.record(f"{name}#{number}")
            facts = []


def _facts(facts: list[str], paper: str, draft: Draft) -> None:
    """Read number, date, edition, page and length, which cells name in this order."""
    draft.state("site", paper, "database")
    for text in facts:
        if read_date(text) and not draft.has("date"):
            draft.state("date", text, "facts")
            draft.add(text, "date", "the table above the article")
        else:
            if draft.has("date") and not text[:1].isdigit() and not _LENGTH.fullmatch(text):
                draft.state("section", text, "facts")
            draft.add(text, "boilerplate", "the table above the article")


def _detail(table: Any, draft: Draft) -> None:
    headline = next((e for e in table.iter("span") if "font002" in markup.classes(e)), None)
    if headline is not None:
        draft.state("title", markup.text(headline), "font002")
        draft.add(markup.text(headline), "headline", "the export's headline")
    for element in table.iter("div"):
        if "detail001" in markup.classes(element):
            known = markup.lines(headline) if headline is not None else []
            for line in markup.lines(element):
                if line not in known:
                    draft.body(line)


def yomidasu(data: bytes, name: str) -> Iterator[Record]:
    """The articles of Yomidasu: a table with headline and facts, then the text's paragraphs.

    Raises:
        InputError: there is no HTML in it.
    """
    number = 0
    draft: Draft | None = None
    root = markup.parse(data, name)
    for element in root.iter("table", "p"):
        words = markup.classes(element)
        if element.tag == "table" and "contentsTable" in words:
            if draft is not None:
                number += 1
                yield draft.record(f"{name}#{number}")
            draft = Draft("yomidasu")
            _contents(element, draft)
        elif element.tag == "p" and draft is not None and "mb10" in words:
            for line in markup.lines(element):
                draft.body(line)
    if draft is not None:
        yield draft.record(f"{name}#{number + 1}")


def _contents(table: Any, draft: Draft) -> None:
    """Read a table of facts: the headline is the longest cell that is no date and no length."""
    cells = [text for cell in table.iter("td", "th") if (text := markup.text(cell))][:_PLACES]
    dated = {text for text in cells if read_date(text)}
    plain = [text for text in cells if text not in dated and not _LENGTH.search(text)]
    title = max(plain, key=len, default="")
    draft.state("title", title, "contentsTable")
    draft.add(title, "headline", "the longest cell above the text")
    rest = list(cells)
    if title:
        rest.remove(title)
    _facts(rest, "読売新聞", draft)
