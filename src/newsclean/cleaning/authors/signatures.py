"""The author below an article: a line with "by", a name that signs, a box that tells who it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.biographies import read_biography
from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    is_label,
    may_label_author,
    names_nobody,
    read_name,
)
from newsclean.cleaning.lines.credits import agency
from newsclean.cleaning.lines.personal_names import is_any_given_name, is_vietnamese_name
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import (
    is_signature,
    read_paragraph,
    read_reporters,
    read_signed,
)
from newsclean.cleaning.lines.wires import read_sender
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines

_LINES_SIGNED = 12
"""So far below the body its author may sign, or a box tell who that is (a guess)."""
_BIOGRAPHY_CHARS = 40
_SHORT_CHARS = 40
"""A last line that is shorter is no sentence and may be a name (a guess)."""
_LINES_OF_CONTACT = 5
"""So far below "Press contact" stands the name of one: firm, office and place between (a guess)."""
_LINES_SIGNED_OVER = 4
"""So far above the body's last line a reporter may sign: a note may follow (a guess)."""
_DATELINE_CHARS, _FULL_NAME = 90, 2
_IN_DATELINE = lazy_regex(r"[^\W\d_a-zà-ÿа-яёіїєґ]{3}[^/()]{0,60}[/(]([^/()]{5,60})[/)]\s?[.:—–-]")
"""A place in capitals, with or without the day, and somebody between signs behind it."""
_DASHES, _STOPS = "-–—~ ", (".", "!", "?", "…")
_OF_AGENCY = lazy_regex(
    r"[^\W\d_a-zà-ÿа-яёіїєґ]{3}[^–—]{0,40}\s[–—-]{1,2}\s([^,.]{3,30}),\s([^,.]{5,40})\.\s"
)
"""The same with the agency and the reporter behind it: "OMSK, 3 March — NP, Anna Berg. "."""
_WHOLLY_QUOTED = lazy_regex(r"[\"“„«»][^\"“”„«»]{8,300}[\"“”«»]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


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
        names = read_name(texts[index].lstrip(_DASHES), language, area.prose)
        if names is None or names_nobody(names, language):
            continue
        dashed = index <= last and is_dashed(page, index, names)
        vietnamese = language == "vi" and is_vietnamese_name(names.split())
        if not (dashed or vietnamese or is_known_first_name(names)):
            continue
        alone = normalized_words(names) == page.words[index]
        under = page.lower[index + 1] if index + 1 < len(texts) else ""
        known = len(under) > _BIOGRAPHY_CHARS and under.startswith(names.split()[0].lower() + " ")
        if alone and (known or index <= last) and not is_heading(area, index):
            return {index: names}
    return {}


def is_dashed(page: PageLines, index: int, names: str) -> bool:
    """Is it a full name behind a dash, below a sentence and neither a quotation nor an item?"""
    text, above = page.texts[index], page.texts[index - 1] if index else ""
    alone = text[0] in _DASHES and text.lstrip(_DASHES) == names and " " in names
    return alone and above.endswith(_STOPS) and above[0] not in _DASHES


def answers_only(area: Area, index: int) -> bool:
    """Is the name below the body that of who answers for the paper, or of who said the line above?

    So are they printed: "Editor-in-chief / Anna Berg", "“We won.” / Tom Hall".
    """
    page = area.page
    names = page.byline(index)
    if index <= area.end:
        return names is not None and _asks_guest(area, index, names)
    above = page.phrases[index - 1] if index else ""
    label, colon, _ = page.texts[index].partition(":")
    own = " ".join(normalized_words(label)) if colon else ""
    quoted = index - 1 != area.head and _WHOLLY_QUOTED.fullmatch(page.texts[index - 1])
    answers = own in _answerable() or above in _answerable() or quoted is not None
    return answers or _is_contact(page, index, area.end)


def _is_contact(page: PageLines, index: int, end: int) -> bool:
    """Is a line one of those below "Press contact", between which the firm and its place stand?"""
    for at in range(index - 1, max(end, index - 1 - _LINES_OF_CONTACT), -1):
        label = " ".join(normalized_words(page.texts[at].partition(":")[0]))
        if label in _contacts():
            return True
        if len(page.texts[at]) > _SHORT_CHARS or is_byline_label(page, at):
            return False
    return False


def _asks_guest(area: Area, index: int, names: str) -> bool:
    """Does a label name a guest: above the headline, or "Interview: Anna Berg, poet"?"""
    label, _, rest = area.page.texts[index].partition(":")
    talks = languages.read_data("cleaning/bylines.json")["talks"].split(" | ")
    told = rest.partition(names.rsplit(", ", maxsplit=1)[-1])[2].startswith(",")
    return label.lower() in talks and (told or (area.head is not None and index < area.head))


@cache
def _contacts() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/releases.json")["contacts"].split(" | "))


@cache
def _answerable() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/bylines.json")["answerable"].split(" | "))


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
    """Reporters on a line in the text or in brackets in a paragraph, as Chinese pages name them.

    Transcripts have them in front of what they say: "ANNA BERG, BYLINE: It is early."
    """
    for index in range(area.start, area.end + 1):
        text = area.page.texts[index]
        speaker, byline, _ = text[:_DATELINE_CHARS].partition(", BYLINE: ")
        if byline and " " in speaker:
            return {index: speaker.title()}
        if is_signature(text) and (names := read_reporters(text)):
            return {index: names}
    below = min(area.end + 1, len(area.lines) - 1)
    opening = next((at for at in range(area.start) if area.kept[at]), area.start)
    for index in (opening, area.start, area.end, below):
        text = area.lines[index].text
        if names := read_paragraph(text) or _correspondent(text, area.page.language):
            return {index: names}
    for index in range(area.end, max(area.start, area.end - _LINES_SIGNED_OVER), -1):
        names = read_signed(area.lines[index].text)
        if names and (names in area.page.texts or _stands_on_top(area, names)):
            return {index: names}  # what stands alone on the page, too, is no note
    return {}


def _stands_on_top(area: Area, name: str) -> bool:
    """Is it a word of a line around the headline: "榊原絹代 2025年9月7日"?"""
    return any(name in area.page.texts[at].split() for at in area.top if not area.kept[at])


def _correspondent(text: str, language: str) -> str | None:
    """Who has sent the report, in its dateline: "OMSK, 3 March. /Corr. NP Anna Berg/."."""
    if (found := _OF_AGENCY.match(text, 0, _DATELINE_CHARS)) and agency(found[1]):
        return read_name(found[2], language, sure=True) if " " in found[2] else None
    found = _IN_DATELINE.match(text, 0, _DATELINE_CHARS)
    first, *others = found[1].split() if found else ("",)
    if first.lower().strip(".") not in _correspondents():
        return None
    while len(others) > _FULL_NAME and not is_any_given_name(others[0]):
        others = others[1:]  # the agency
    return read_name(" ".join(others), language, sure=True) if len(others) > 1 else None


@cache
def _correspondents() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/bylines.json")["correspondents"].split())


def is_byline_label(page: PageLines, index: int) -> bool:
    """Does the line only announce the author, who stands on the next one?"""
    return (
        index + 1 < len(page.texts)
        and may_label_author(page.words[index], page.language)
        and is_label(page.texts[index], page.language)
    )


def is_heading(area: Area, index: int) -> bool:
    """Is the line in an element of a heading?"""
    tree = area.record.tree
    return tree is not None and tree.is_inside(index, _HEADINGS)
