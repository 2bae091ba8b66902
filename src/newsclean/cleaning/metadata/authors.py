"""Lines near the headline or the end of the body -> the authors they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    is_label,
    may_label_author,
    names_nobody,
    read_name,
    read_names,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import read_paragraph
from newsclean.cleaning.metadata.area import LINES_FAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.metadata.area import Area

_LINES_UNDER = 2
_LINES_SIGNED = 12
"""So far below the body its author may sign, or a box tell who that is (a guess)."""
_BIOGRAPHY_CHARS = 40
_LINKS = frozenset(("", "and", "&", "und", "y", "et", "e", "en", "og", "och", "i", "и"))
_HANDLE = re.compile(r"[^\W\d_]{2,6}\s([a-z][a-z0-9_.]{2,24})")
_UNSPACED_NAME = re.compile(r"[\u4e00-\u9fff々]{2,4}(?:[\s\u3000][\u4e00-\u9fff々]{1,3})?")
"""A name in Chinese or Japanese characters; buttons are mostly written in katakana or longer."""
_PARTS = re.compile(r"\s[|•·●▪–—-]\s")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def list_bylines(area: Area, dates: Mapping[int, str]) -> dict[int, str]:
    """Lines that name the authors, the best first."""
    page = area.page
    found: list[tuple[float, int, str]] = []
    for index in area.top:
        if index == area.head or index in area.email_furniture:
            continue
        near = 0.1 * abs(index - area.middle) + (0.3 if index < area.middle else 0.0)
        if names := page.byline(index):
            found.append((3.0 - near, -index, names))
        elif is_byline_label(page, index):
            if names := _labelled(area, index):
                found.append((2.8 - near, -index - 1, names))
        elif not page.credit(index).photo and (names := _unmarked(area, index, dates)):
            found.append((1.5 - near, -index, names))
    found += [(1.0 - 0.1 * max(0, at - area.end), -at, names) for at, names in _bylines_below(area)]
    found.sort(reverse=True)
    named: dict[int, str] = {}
    for _, index, names in found:
        named.setdefault(-index, names)
    return named or _bylines_above(area) or _in_paragraphs(area) or _signed(area)


def _unmarked(area: Area, index: int, dates: Mapping[int, str]) -> str | None:
    """The author whom a line without "by" names beside a date or between headline and body."""
    page, language = area.page, area.page.language
    text = page.texts[index]
    if any(hit.where == "line" for hit in page.hits(index)):
        return None
    if page.is_unspaced(index) and not _UNSPACED_NAME.fullmatch(text):
        return None
    beside = any(near_by in dates for near_by in range(index - 1, index + 2))
    dated = beside or index - 2 in dates or index + 2 in dates
    under = 0 < index - area.middle <= _LINES_UNDER
    between = under or (area.head is not None and area.head < index < area.start)
    if not (dated or between):
        return None
    if beside and (found := _HANDLE.fullmatch(text)):
        marked = may_label_author(page.words[index], language)
        return found[1] if marked and index in area.top and index != area.head else None
    sure = beside and under and area.head is not None and index < area.start
    names = read_name(text, language, area.prose, sure=sure)
    if names and " " not in names and page.dates(index):
        names = None  # the day of the week
    if names is None and between and page.dates(index):
        # "December 15, 2025 · 30 min · Anna Berg"
        parts = (read_name(part, language, area.prose) for part in _PARTS.split(text)[1:])
        names = next(filter(None, parts), None)
    known = between and names is not None and is_known_first_name(names)
    known = known and not names_nobody(names or "", language)
    near = dated or under or known
    if names and near and _may_write(area, index, names, beside=dated or known):
        return names
    return None


def _labelled(area: Area, index: int) -> str | None:
    """The authors on the lines below a label, each on its own, with commas on others between."""
    texts, language = area.page.texts, area.page.language
    names = read_names(texts[index + 1], language)
    alone = names is not None and " " not in names
    if names is None or (alone and read_name(names, language, area.prose, sure=True) is None):
        return None
    at = index + 2
    while at + 1 < len(texts) and texts[at].strip(" ,;").lower() in _LINKS:
        further = read_name(texts[at + 1], language)
        if further is None:
            break
        names, at = f"{names}, {further}", at + 2
    return names


def _signed(area: Area) -> dict[int, str]:
    """The name below the body: right below it, above a biography, or below "Article by"."""
    page, language = area.page, area.page.language
    texts = page.texts
    for index in range(area.end + 1, min(len(texts), area.end + 1 + _LINES_SIGNED)):
        if index in area.email_furniture or index == area.head or page.dates(index):
            continue
        if is_byline_label(page, index) and len(page.words[index]) > 1:
            names = read_name(texts[index + 1], language, area.prose)
            return {index + 1: names} if names else {}
        names = read_name(texts[index], language, area.prose)
        if names is None or names_nobody(names, language) or not is_known_first_name(names):
            continue
        alone = normalized_words(names) == page.words[index]
        below = page.lower[index + 1] if index + 1 < len(texts) else ""
        told = len(below) > _BIOGRAPHY_CHARS and below.startswith(names.split()[0].lower() + " ")
        if alone and (told or index == area.end + 1) and not _is_heading(area, index):
            return {index: names}
    return {}


def _in_paragraphs(area: Area) -> dict[int, str]:
    """Reporters in brackets in the first or the last paragraph, as Chinese agencies name them."""
    for index in (area.start, area.end):
        if names := read_paragraph(area.lines[index].text):
            return {index: names}
    return {}


def _may_write(area: Area, index: int, names: str, *, beside: bool) -> bool:
    """May a name without "by" be the author's: no heading, no part of the title, no firm?

    Without a date `beside` it, it has to stand on the page a second time, as authors' names do.
    """
    page = area.page
    own = frozenset(normalized_words(names))
    title = frozenset(page.words[area.head]) if area.head is not None else frozenset[str]()
    site = area.record.metadata.site
    if (
        own <= title
        or _is_heading(area, index)
        or (site and own <= frozenset(normalized_words(site.value)))
    ):
        return False
    if beside:
        return True
    lower = names.lower()
    again = any(lower in text for at, text in enumerate(page.lower) if abs(at - index) > 1)
    return again and not names_nobody(names, page.language)


def _is_heading(area: Area, index: int) -> bool:
    """Is the line in an element of a heading?"""
    tree = area.record.document.tree
    if tree is None or index >= len(tree.markup):
        return False
    block = tree.markup[index].block
    return block >= 0 and tree.nodes[block].tag in _HEADINGS


def _bylines_below(area: Area) -> list[tuple[int, str]]:
    """The lines after the body that name authors; just the first where comments are kept."""
    page = area.page
    below = [(at, names) for at in area.bottom() if (names := page.byline(at))]
    if below:
        for at in range(area.start + 1, area.end):
            # a comment that was taken for text has its writer below it, as the article has
            if not area.kept[at] and page.dates(at) and (names := page.byline(at)):
                return [(at, names)]
    return below


def _bylines_above(area: Area) -> dict[int, str]:
    """The one line far above the body that names authors; of several none is known to be its."""
    texts, language = area.page.texts, area.page.language
    found: dict[int, str] = {}
    for index in range(max(0, area.start - LINES_FAR), area.start):
        if names := area.page.byline(index):
            found[index] = names
        elif is_byline_label(area.page, index) and (
            names := read_name(texts[index + 1], language, area.prose)
        ):
            found[index + 1] = names
    return found if len(set(found.values())) == 1 else {}


def is_byline_label(page: PageLines, index: int) -> bool:
    """Does the line only announce the author, who stands on the next one?"""
    return (
        may_label_author(page.words[index], page.language)
        and is_label(page.texts[index], page.language)
        and index + 1 < len(page.texts)
    )
