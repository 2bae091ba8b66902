"""Factiva exports as HTML -> records: the article format and the format with field codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsclean.patterns import lazy_regex
from newsclean.sources.dates import read_date
from newsclean.sources.exports import factiva_codes, markup
from newsclean.sources.exports.draft import Draft
from newsclean.sources.exports.nexis_labels import COPYRIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.sources.record import Record

_COUNT = lazy_regex(r"[\d.,\u00a0\u202f ]*\d\s?[^\W\d_]{1,14}")
_TIME = lazy_regex(r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s\w{2,4})?", re.IGNORECASE)
_CODE = lazy_regex(r"[A-Z]{2,8}")
_ACCESSION = lazy_regex(r"[^\W\d_]{2,12}\s+[A-Z0-9]{15,40}")
_MOST_DATE_WORDS = 8


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the export.

    Raises:
        InputError: there is no HTML in it.
    """
    number = 0
    for element in _articles(markup.parse(data, name)):
        rows = factiva_codes.rows(element)
        draft = factiva_codes.read(rows) if rows else _read(element)
        if draft.has_body or draft.has("title"):
            number += 1
            yield draft.record(f"{name}#{number}")


def _articles(root: Any) -> Iterator[Any]:
    """The elements that hold one article each, the innermost where they are nested."""
    for element in root.iter("div", "table", "article"):
        if not _is_article(element):
            continue
        inner = (each for each in element.iter("div", "table") if each is not element)
        if element.tag == "table" or not any(map(_is_article, inner)):
            yield element


def _is_article(element: Any) -> bool:
    if element.tag == "table":
        return len(factiva_codes.rows(element)) >= factiva_codes.FEWEST
    words = markup.classes(element)
    if "article" not in words:
        return False
    return _headline(element) is not None or any(map(_is_paragraph, element.iter("p")))


def _headline(element: Any) -> Any:
    for each in element.iter("span", "b", "div"):
        if any(re.fullmatch(r"\w{2,5}Headline", word) for word in markup.classes(each)):
            return each
        if each.get("id") == "hd":
            return each
    return None


def _is_paragraph(element: Any) -> bool:
    return any(word.lower().endswith("articleparagraph") for word in markup.classes(element))


def _read(element: Any) -> Draft:
    """An article in the article format."""
    draft = Draft("factiva")
    headline = _headline(element)
    before: list[str] = []
    began = False
    seen_headline = headline is None
    facts: list[str] = []
    for each in element.iter("div", "p", "span", "pre"):
        if each is element:
            continue
        if _is_paragraph(each) or (each.tag == "pre" and seen_headline):
            if not began:
                _facts(facts, draft)
            began = True
            for line in markup.lines(each):
                draft.body(line)
        elif began:
            if each.tag == "p":
                _after(markup.text(each), draft)
        elif headline is not None and (each is headline or _within(headline, each)):
            if not seen_headline:
                _section(before, draft)
                title = markup.text(headline)
                draft.state("title", title, "headline")
                draft.add(title, "headline", "the export's headline")
                seen_headline = True
        elif each.tag == "div" and each.find("div") is None and (text := markup.text(each)):
            if "author" in markup.classes(each):
                draft.state("byline", text, "author")
                draft.add(text, "byline", "the export's author")
            else:
                (facts if seen_headline else before).append(text)
    if not began:
        _facts(facts, draft)
    return draft


def _within(inner: Any, outer: Any) -> bool:
    return any(ancestor is outer for ancestor in inner.iterancestors())


def _section(before: list[str], draft: Draft) -> None:
    for text in before:
        draft.state("section", text, "above the headline")
        draft.add(text, "boilerplate", "the section, above the headline")


def _facts(facts: list[str], draft: Draft) -> None:
    """Read the lines between headline and body: words, date, time, source, code, language."""
    dated = False
    for text in facts:
        if COPYRIGHT.match(text):
            draft.add(text, "copyright", "a copyright line of the export")
            continue
        if not dated and _is_date(text):
            draft.state("date", text, "date")
            draft.add(text, "date", "the date, above the source")
            dated = True
            continue
        if not dated and _COUNT.fullmatch(text):
            draft.count(text)
        elif dated and not draft.has("site") and not _TIME.fullmatch(text):
            draft.state("site", text, "below the date")
        elif draft.has("site") and not draft.has("language") and not _CODE.fullmatch(text):
            draft.state("language", text, "below the source")
        elif not dated and not draft.has("byline"):
            draft.state("byline", text, "below the headline")
            draft.add(text, "byline", "stands below the headline")
            continue
        draft.add(text, "boilerplate", "a field between headline and text")


def _is_date(text: str) -> bool:
    return len(text.split()) <= _MOST_DATE_WORDS and read_date(text) is not None


def _after(text: str, draft: Draft) -> None:
    label = "accession number" if _ACCESSION.fullmatch(text) else "publisher"
    draft.add(text, "boilerplate", f"the {label}, below the text")
