"""Lines near the headline or the end of the body -> the authors they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaning.lines.bylines import (
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

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def list_bylines(area: Area, dates: Mapping[int, str]) -> dict[int, str]:
    """Lines that name the authors, the best first."""
    page, language = area.page, area.page.language
    texts = page.texts
    found: list[tuple[float, int, str]] = []
    for index in area.top:
        if index == area.head or index in area.email_furniture:
            continue
        near = 0.1 * abs(index - area.middle) + (0.3 if index < area.middle else 0.0)
        if names := page.byline(index):
            found.append((3.0 - near, -index, names))
        elif is_byline_label(page, index):
            if names := read_names(texts[index + 1], language):
                found.append((2.8 - near, -index - 1, names))
        elif page.credit(index).photo:
            continue
        else:
            beside = any(near_by in dates for near_by in range(index - 1, index + 2))
            under = 0 < index - area.middle <= 2
            sure = beside and under and area.head is not None and index < area.start
            names = read_name(texts[index], language, area.prose, sure=sure)
            beside = beside or index - 2 in dates or index + 2 in dates
            if names and (beside or under) and _may_write(area, index, names, beside=beside):
                found.append((1.5 - near, -index, names))
    found += [(1.0 - 0.1 * max(0, at - area.end), -at, names) for at, names in _bylines_below(area)]
    found.sort(reverse=True)
    named = {-index: names for _, index, names in found} or _bylines_above(area)
    return named or _in_paragraphs(area)


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
