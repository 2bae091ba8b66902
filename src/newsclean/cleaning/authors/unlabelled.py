"""Lines that may name the author and have no "by": candidates that the numbers have to weigh.

A line with the day in it, a name in capitals with an outlet behind it, a second name on the next
line, and below the text the name under "Author" or in the box that lists what else somebody wrote.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.area import is_paper_of_author
from newsclean.cleaning.authors.people import loud_name
from newsclean.cleaning.authors.photographers import took_picture
from newsclean.cleaning.authors.signatures import is_byline_label
from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    is_label,
    names_nobody,
    read_name,
    read_names,
    words,
)
from newsclean.cleaning.lines.personal_names import (
    is_given_name,
    is_office,
    labels_pictures,
    names_place,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.posted import read_posted
from newsclean.cleaning.lines.reporters import CJK, is_japanese_name, is_written_name, read_alone
from newsclean.cleaning.lines.stamps import read_capitals, read_stamped
from newsclean.markup import is_authors
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.markup import Tree

_LINES_UNDER, _LINES_OVER = 4, 2
"""So far below the headline and above it such a line may stand (a guess)."""
_LINES_BELOW = 30
"""So far below the body the box of its author may stand (a guess)."""
_LINES_STAMPED_BELOW, _LINES_STAMPED_OVER = 6, 4
_MOST_CHARS = 140
_MOST_ALONE_CHARS = 60
"""A longer line in which a name stands is prose (a guess)."""
_AUTHOR_PAGE = lazy_regex(
    r"/(?:authors?|autor|autore|autores|auteurs?|autoren|reporters?|writers?|journalists?|firmas?"
    r"|columnists?|contributors?|redakteure?|journalistes?)/[^/]"
)
_UNSPACED_NAME = lazy_regex(r"[\u3041-\u30ff\u4e00-\u9fff々\uac00-\ud7af]{2,6}")
_CLOCK = lazy_regex(
    r"(?:(?:上午|下午|午前|午後|오전|오후)\s?)?\d\d?(?:[:：]\d\d|[时時点點시])(?:\s?\d\d?[分분])?|입력|등록|승인|송고"
)
"""The hour beside the day, and what Korean pages have before it, glued to the name."""
_DESKS = ("支局", "総局", "通信局", "部", "委員", "特派員")
"""So ends what stands before the name of a Japanese reporter: "社会部 山本春香"."""
_LISTED = lazy_regex(r"[、,，;·・]|\w\s\w")
"""What stands between the names of two."""
_LEVELS_OF_LINE = 2
"""An author's line is in an element named so, or in one right inside it."""
_OFFICE_WORDS = 4
"""A line that says what somebody is has no more (a guess)."""
_MOST_INITIALS = 3
"""So many letters has the picture of somebody who has none."""


class Found(NamedTuple):
    """The line, the names in it, and how they were read."""

    place: int
    names: str
    kind: str


def further_lines(area: Area) -> Iterator[Found]:
    """The lines around headline and body that may name the author without "by"."""
    page, language = area.page, area.page.language
    for index in _stamped(area):
        if names := read_posted(page.texts[index], page.dates(index)):
            yield Found(index, names, "posted")
            if index > area.end:
                break
    for index in _near(area):
        text = page.texts[index]
        if len(text) > _MOST_CHARS or page.byline(index):
            continue
        if page.dates(index):
            known = _Known(area, index)
            names = read_stamped(text, page.dates(index), known, is_given_name)
            kind = "dated"
        else:
            names, kind = read_capitals(text) or _loud(area, index), "capitals"
            if names is None and index > area.end:
                names, kind = _alone(area, index), "tail"
        if names and not names_nobody(names, language):
            yield Found(index, names, kind)
    below = range(area.end + 1, min(len(page.texts), area.end + 1 + _LINES_BELOW))
    boxes = frozenset(page.beginning_with(_first_words()))
    for index in below:
        far = index > area.end + _LINES_STAMPED_BELOW
        names = _boxed(page.texts[index], language) if index in boxes else None
        if names := names or (page.byline(index) if far else None):
            yield Found(index, names, "box")
        elif is_byline_label(page, index):
            names = read_name(page.texts[index + 1], language, area.prose, sure=True)
            if names and " " in names:
                yield Found(index + 1, names, "box")


def _stamped(area: Area) -> Iterator[int]:
    """The lines around the headline, and below the body, where a weblog's stamp may stand."""
    low, count = max(0, area.middle - _LINES_STAMPED_OVER), len(area.page.texts)
    for index in (*range(low, min(count, area.start + 1)), *range(area.end + 1, count)):
        if area.end + _LINES_BELOW < index:
            return
        if index not in area.email_furniture:
            yield index


def second_name(area: Area, place: int) -> str | None:
    """The author on the line below that of another: a name alone, or with what somebody is.

    Between them may stand initials, and what the first one is where the second one's follows, too.
    """
    texts, language = area.page.texts, area.page.language
    below = place + 1
    office = below + 2 < len(texts) and all(_is_office(area, at) for at in (below, below + 2))
    initials = below < len(texts) and texts[below].isupper() and len(texts[below]) <= _MOST_INITIALS
    below += office or initials
    if below >= min(len(texts), area.start) or area.page.credit(below).photo:
        return None
    if took_picture(area, below) or is_paper_of_author(area.page, below):
        return None
    if area.page.lower[below] in area.page.lower[:place]:
        return None  # the outlet, which the top of the page names, too
    name = read_name(texts[below], language, area.prose)
    rest = texts[below].lower().removeprefix((name or "").lower())
    alone = name is not None and " " in name and (not rest or _opens_on_office(rest, language))
    # "Certified Public Accountant, M.A. History" is what the first one is
    alone = alone and (", " not in (name or "") or is_known_first_name(name or ""))
    alone = alone and not names_place(name or "")
    return name if alone and not names_nobody(name or "", language) else None


def _is_office(area: Area, at: int) -> bool:
    """Is a line only what somebody at a paper is: "Senior Reporter", "Journalist Journalist"?"""
    folded = area.page.words[at]
    known = words(area.page.language).roles
    return 0 < len(folded) <= _OFFICE_WORDS and is_office(folded[-1], known)


def _opens_on_office(rest: str, language: str) -> bool:
    """Does what follows a name begin with a sign and what somebody is: " – Journalist i Paris"?"""
    folded = normalized_words(rest)
    signed = rest.lstrip()[:1] in tuple(",–—-|")
    return signed and bool(folded) and is_office(folded[0], words(language).roles)


def marked(area: Area) -> Iterator[Found]:
    """The lines around the headline whose mark-up says who an author is, and whom these name.

    By a link to the page of an author, or by an element that is named as the author's.
    """
    tree, page = area.record.tree, area.page
    if tree is None:
        return
    above = {at for at in area.top if at != area.head}
    top = {at for at in above if not area.kept[at]}
    links: dict[int, list[str]] = {}
    for link in tree.inline:
        text = link.text.strip()
        if link.line not in top or not link.target or not _AUTHOR_PAGE.search(link.target):
            continue
        if _UNSPACED_NAME.fullmatch(text) or _is_name(text, page.language):
            links.setdefault(link.line, []).append(text)
    links = {at: names for at, names in links.items() if _tells_no_other_work(page, at, names)}
    named: dict[int, list[str]] = {}
    for at, text in (*tree.named, *_whole_lines(tree, page, above)):
        if at in above and at not in links and not page.credit(at).photo:
            one = _is_name(text, page.language) or is_written_name(text)
            if name := text if one else read_alone(text, page.language):
                named.setdefault(at, []).append(name)
    for lines, kind in ((links, "label"), (named, "by")):
        for at, names in lines.items():
            if not any(names_nobody(name, page.language) for name in names):
                yield Found(at, ", ".join(dict.fromkeys(names)), kind)


def _whole_lines(tree: Tree, page: PageLines, places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The lines that are an element of the author's as a whole, written without blanks."""
    for at in sorted(places):
        node, levels = tree.markup[at].node, _LEVELS_OF_LINE
        while node >= 0 and levels and page.is_unspaced(at):
            if is_authors(tree.nodes[node].names):
                yield at, page.texts[at]
                break
            node, levels = tree.nodes[node].parent, levels - 1


def _is_name(text: str, language: str) -> bool:
    return " " in text and read_name(text, language, sure=True) == text


def _tells_no_other_work(page: PageLines, at: int, names: Sequence[str]) -> bool:
    """Is what stands before the links a "by" or a section glued to them, and no word for pictures?

    "Edited by", "More from" and "Photo:" name others with a link to their page.
    """
    before, _, _ = page.texts[at].partition(names[0])
    glued = before.isalpha() and not labels_pictures(before)
    if before.strip() and not (glued or is_label(before, page.language)):
        return False
    return not page.credit(at).photo


def unspaced(area: Area, index: int, dates: Container[int]) -> str | None:
    """The reporters alone beside the day or on its line: "有料記事 山本春香 2025年9月7日".

    Names in Chinese and Korean have nothing else beside them on their line.
    """
    page = area.page
    text, days, language = page.texts[index], page.dates(index), page.language
    if len(text) > _MOST_ALONE_CHARS or language not in CJK:
        return None
    beside = (1, -1, -2) if language == "ja" else (1, -1)  # "有料記事" may stand between
    if not days and not any(index + near in dates for near in beside):
        return None
    if days:
        behind = text[days[-1].end :].lstrip("日号號일")
        text = _CLOCK.sub("", f"{text[: days[0].start]} {behind}")
    if language != "ja":
        head = index if area.head is None else area.head
        alone = 0 < index - head <= _LINES_OVER and len(text) > _LINES_OVER
        return read_alone(text, language) if days or alone or _LISTED.search(text) else None
    if names := read_alone(text, language):
        return names
    parts = text.split()
    signed = [part for part in parts if _is_japanese(page, part)]
    if signed and (days or all(part in signed or part.endswith(_DESKS) for part in parts)):
        return ", ".join(signed)
    return None


def _is_japanese(page: PageLines, text: str) -> bool:
    """Has it a common surname, or does somebody of this name sign or take pictures?"""
    if is_japanese_name(text):
        return True
    if not _UNSPACED_NAME.fullmatch(text):
        return False
    told = any(is_byline_label(page, at - 1) for at, line in enumerate(page.texts) if line == text)
    signs = (f"（{text}）", f"({text})", f"{text}撮影", f"{text}記者")
    return told or any(sign in line for line in page.texts for sign in signs)


def _near(area: Area) -> Iterator[int]:
    """The lines beside the headline, and right below the body."""
    count = len(area.page.texts)
    low, high = max(0, area.middle - _LINES_OVER), max(area.start + 1, area.middle + _LINES_UNDER)
    for index in range(low, min(count, high)):
        prose = area.kept[index] and not area.page.dates(index)
        if index != area.head and not prose and index not in area.email_furniture:
            yield index
    yield from range(area.end + 1, min(count, area.end + 1 + _LINES_STAMPED_BELOW))


def _loud(area: Area, index: int) -> str | None:
    """A name in capitals, alone on a line right below the headline."""
    text = area.page.texts[index]
    if not (text.isupper() and area.head is not None and 0 < index - area.head < _LINES_UNDER):
        return None
    return loud_name(text, area.page.language)


def _alone(area: Area, index: int) -> str | None:
    """A full name alone on one of the first lines below the body, whatever it is called."""
    text = area.page.texts[index].strip("–—-() ")
    labelled = area.page.texts[index - 1].endswith((":", "："))  # "Media contact:"
    if labelled or " " not in text or index > area.end + _LINES_UNDER:
        return None
    if area.page.credit(index).photo:
        return None
    names = read_name(text, area.page.language, area.prose)
    return names if names and " " in names and len(names) == len(text) else None


class _Known:
    """Is somebody called so elsewhere on the page, alone on a line or where authors are named?"""

    def __init__(self, area: Area, place: int) -> None:
        page = area.page
        self._others = [
            line
            for at, line in enumerate(page.lower)
            if at > area.middle and at != place and len(line) <= _MOST_ALONE_CHARS
        ]

    def __call__(self, name: str) -> bool:
        lower, introduced = name.lower(), _introducing()
        for line in self._others:
            at = line.find(lower)
            if at < 0 or line[at + len(lower) : at + len(lower) + 1].isalpha():
                continue
            if at == 0 and " " in lower and line[len(lower) :].strip(" :") == "":
                return True
            before, after = line[:at].split(), line[at + len(lower) :].split()
            if (before and before[-1].strip(":") in introduced) or (
                not before and after and after[0].strip(":") in _speaking()
            ):
                return True
        return False


def _boxed(text: str, language: str) -> str | None:
    """Whom the head of a box tells of: "Über Anna Berg 257 Artikel", "View all posts by Anna"."""
    if len(text) > _MOST_ALONE_CHARS or (found := _heads().match(text)) is None:
        return None
    names = read_names(text[found.end() :], language)
    # "About Brightwater Robotics" opens what a firm says of itself
    person = names is not None and (is_known_first_name(names) or is_given_name(names))
    return names if person and not names_nobody(names or "", language) else None


@cache
def _heads() -> re.Pattern[str]:
    heads = languages.read_data("cleaning/bylines.json")["boxes"].split(" | ")
    words = "|".join(re.escape(head) for head in sorted(heads, key=len, reverse=True))
    return lazy_regex(rf"(?:{words})[\s:]+(?=\S)", re.IGNORECASE)


@cache
def _first_words() -> frozenset[str]:
    """What the heads of boxes begin with."""
    heads = languages.read_data("cleaning/bylines.json")["boxes"].split(" | ")
    return frozenset(normalized_words(head)[0] for head in heads)


@cache
def _introducing() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/bylines.json")["introducing"].split())


@cache
def _speaking() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/bylines.json")["speaking"].split())
