"""The author below an article: a line with "by", a name that signs, a box that tells who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaning.lines.biographies import read_biography
from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    is_label,
    may_label_author,
    names_nobody,
    read_name,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import is_signature, read_paragraph, read_reporters
from newsclean.cleaning.lines.senders import read_sender

if TYPE_CHECKING:
    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines

_LINES_SIGNED = 12
"""So far below the body its author may sign, or a box tell who that is (a guess)."""
_BIOGRAPHY_CHARS = 40
_SHORT_CHARS = 40
"""A last line that is shorter is no sentence and may be a name (a guess)."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def bylines_below(area: Area) -> list[tuple[int, str]]:
    """The lines after the body that name authors; just the first where comments are kept."""
    page = area.page
    below = [(at, names) for at in area.bottom() if (names := page.byline(at))]
    if below:
        for at in range(area.start + 1, area.end):
            # a comment that was taken for text has its writer below it, as the article has
            if not area.kept[at] and page.dates(at) and (names := page.byline(at)):
                return [(at, names)]
    return below


def signed(area: Area) -> dict[int, str]:
    """The name below the body: right below it, above a biography, in it, or below "Article by"."""
    page, language = area.page, area.page.language
    texts = page.texts
    last = area.end + 1
    for index in range(area.end, min(len(texts), area.end + 1 + _LINES_SIGNED)):
        if index in area.email_furniture or index == area.head or page.dates(index):
            continue
        label = index > 0 and is_byline_label(page, index - 1)
        if told := read_biography(texts[index], language, labelled=label and index > area.end):
            return {index: told}
        if index == area.end and len(texts[index]) > _SHORT_CHARS:
            continue
        if is_byline_label(page, index) and len(page.words[index]) > 1:
            below = read_biography(texts[index + 1], language, labelled=True)
            names = below or _listed(area, index + 1)
            return {index + 1: names} if names else {}
        if index <= last and (names := read_sender(texts[index])):
            return {index: names}
        names = read_name(texts[index], language, area.prose)
        if names is None or names_nobody(names, language) or not is_known_first_name(names):
            continue
        alone = normalized_words(names) == page.words[index]
        under = page.lower[index + 1] if index + 1 < len(texts) else ""
        known = len(under) > _BIOGRAPHY_CHARS and under.startswith(names.split()[0].lower() + " ")
        if alone and (known or index <= last) and not is_heading(area, index):
            return {index: names}
    return {}


def _listed(area: Area, start: int) -> str | None:
    """The names on lines of their own from `start` on, under "Authors"."""
    texts, language = area.page.texts, area.page.language
    names = read_name(texts[start], language, area.prose)
    for text in texts[start + 1 :] if names else ():
        further = read_name(text, language, area.prose)
        if further is None or not is_known_first_name(further):
            break
        names = f"{names}, {further}"
    return names


def in_paragraphs(area: Area) -> dict[int, str]:
    """Reporters on a line in the text or in brackets in a paragraph, as Chinese pages name them."""
    for index in range(area.start, area.end + 1):
        text = area.page.texts[index]
        if is_signature(text) and (names := read_reporters(text)):
            return {index: names}
    below = min(area.end + 1, len(area.lines) - 1)
    opening = next((at for at in range(area.start) if area.kept[at]), area.start)
    for index in (opening, area.start, area.end, below):
        if names := read_paragraph(area.lines[index].text):
            return {index: names}
    return {}


def is_byline_label(page: PageLines, index: int) -> bool:
    """Does the line only announce the author, who stands on the next one?"""
    return (
        may_label_author(page.words[index], page.language)
        and is_label(page.texts[index], page.language)
        and index + 1 < len(page.texts)
    )


def is_heading(area: Area, index: int) -> bool:
    """Is the line in an element of a heading?"""
    tree = area.record.document.tree
    if tree is None or index >= len(tree.markup):
        return False
    block = tree.markup[index].block
    return block >= 0 and tree.nodes[block].tag in _HEADINGS
