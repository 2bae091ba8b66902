"""Is a name near the headline that of who took a picture? Then it is no author's.

It stands beside a word for pictures, below a caption that the page says twice (as the text of the
picture and under it), or in an element that its mark-up calls a figure, a caption or a credit.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.authors.signatures import is_byline_label
from newsclean.cleaning.lines.bylines import is_known_first_name, read_name, words
from newsclean.cleaning.lines.personal_names import (
    is_office,
    labels_pictures,
    without_photographers,
    words_for_pictures,
)
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines

_NAME_CHARS = 40
"""A longer line is not only a name (a guess)."""
_CAPTION_WORDS = 3
"""A line of fewer words that stands twice is a section or a name (a guess)."""
_CAPTION_CHARS = 8
"""The same for scripts without blanks."""
_UNSPACED_CHARS = 5
"""A name in such a script is no longer."""
_WITH_AGENCY = lazy_regex(r"[^\W\d_][^/\d|,:•·]{3,38}/([A-ZÀ-ÞА-Я][^/\d]{1,40})")
_CREDITED = lazy_regex(
    r"(?<![^\W\d_])([^\W\d_]{3,16})\s?:|(?<=[^\W\d_A-Z])([A-ZÀ-Þ][^\W\d_A-Z]+ [A-ZÀ-Þ]\S+)$"
    r"|\|\s[A-ZÀ-Þ][^|/\d]{3,38}/[^|/\d]{2,40}$"
)
"""A label, the photographer's name glued to the end of the caption, or a bar, name and agency."""
_FIGURES = ("figure", "figcaption")
_WRITERS = frozenset(
    (
        *("author", "authors", "byline", "writer", "autor", "auteur", "autore"),
        *("avatar", "headshot", "profile", "bio"),
    )
)
_ANY_CREDITS = frozenset(("credit", "credits"))
"""So an element of a writer's name may call itself, too."""
_OFFICE_ENDS = ("grapher", "graf", "graphe", "grafo", "граф")
"""So ends what somebody is who takes pictures, not what the pictures are called."""
_HEIGHT = 8
"""So many elements around a line are looked at (a guess)."""


def took_picture(area: Area, index: int) -> bool:
    """Is the name in this line that of a photographer?"""
    page = area.page
    return (
        (index < area.start and page.byline(index) is None and _is_credited(page, index))
        or _is_labelled(page, index)
        or _is_below_caption(area, index)
        or in_figure(area, index, credited=page.byline(index) is None)
    )


def _is_credited(page: PageLines, index: int) -> bool:
    """Is the line a caption with its credit behind, or a name with the agency's glued to it?

    "Anna Berg, mayor, at the gate of the harbour. Photo: Tom Hall", "Tom Hall/Getty". Where a
    writer's name has a town, a role or a paper behind the slash, it is an author's.
    """
    text = page.texts[index]
    if (found := _WITH_AGENCY.fullmatch(text)) and _agency().match(found[1].lower()):
        return read_name(text.partition("/")[0], page.language) is not None
    for found in _CREDITED.finditer(text):
        label, name = found.groups()
        pictures = label and label.lower() in words_for_pictures()
        if pictures or (name and is_known_first_name(name)) or found[0][0] == "|":
            told = (word for word in text[: found.start()].split() if word.islower())
            return sum(map(str.isalpha, told)) >= _CAPTION_WORDS
    return False


@cache
def _agency() -> re.Pattern[str]:
    """An agency for pictures, and what may stand behind it: "AFP via Getty Images"."""
    listed = languages.read_data("cleaning/agencies.json")["photo"]["agencies"].split(" | ")
    return lazy_regex(rf"(?:{'|'.join(map(re.escape, listed))})(?![^\W_])")


def is_photographer(area: Area, index: int) -> bool:
    """Is the line only the name of who took a picture?"""
    text = area.page.texts[index]
    named = len(text) <= _NAME_CHARS and read_name(text, area.page.language) == text
    return named and took_picture(area, index)


def _is_labelled(page: PageLines, index: int) -> bool:
    """Is a word for pictures the label of the name, on the line above it or below?"""
    if not without_photographers(page.texts[index]) or _names_itself(page, index):
        return True  # "Tom Hall (photo)", "Illustration Tom Hall", "Tom Hall foto"
    # "Photography / By Anna Berg" has a section above it, "Photos by" and "Photos:" are labels
    label = page.texts[index - 1] if index > 0 else ""
    announces = not page.byline(index) or label.endswith((":", "：")) or " " in label
    above = announces and labels_pictures(label)
    below = index + 1 < len(page.texts) and labels_pictures(page.texts[index + 1])
    if not (above or below) or (page.byline(index) and not above):
        return False
    # "Anna / text / Tom / photo" has its labels below the names, "Photo / Tom / Text / Anna" above
    other = _is_name(page, index + 2)
    if below and not above and page.lower[index + 1].endswith(_OFFICE_ENDS):
        # the only one who is named has written it, whatever she is: "Anna Berg / Photographer"
        return other or (
            index > 0 and (_is_name(page, index - 1) or page.byline(index - 1) is not None)
        )
    if below:
        return above or not other or _is_label(page, index + 3)
    return other or not _is_label(page, index + 1)


def _names_itself(page: PageLines, index: int) -> bool:
    """Is a word for pictures the first or the last one of a line without "by"?"""
    first, *others = page.texts[index].split()
    if not others or page.byline(index):
        return False
    return (len(others) > 1 and labels_pictures(first)) or others[-1] in words_for_pictures()


def _is_label(page: PageLines, index: int) -> bool:
    if index >= len(page.texts):
        return False
    return labels_pictures(page.texts[index]) or is_byline_label(page, index)


def _is_name(page: PageLines, index: int) -> bool:
    if index >= len(page.texts):
        return False
    text = page.texts[index]
    short = len(text) <= _UNSPACED_CHARS and page.is_unspaced(index)
    return short or read_name(text, page.language) == text


def _is_below_caption(area: Area, index: int) -> bool:
    """Does the page say the line above twice, and is it not the headline?"""
    page, head = area.page, area.head
    if head is None or not head + 2 < index < area.start:
        return False
    caption = page.texts[index - 1]
    if caption not in (page.texts[index - 2], page.texts[index - 2] + "."):
        return False
    long = _CAPTION_CHARS if page.is_unspaced(index - 1) else 0
    short = len(caption) < long if long else len(page.words[index - 1]) < _CAPTION_WORDS
    return not short and caption != page.texts[head]


def in_figure(area: Area, index: int, *, credited: bool) -> bool:
    """Is the line in a figure, a caption or, where asked for, the credit of a picture?

    A figure around the headline is the top of the article, and so is what has the name of an
    element around it; one in a writer's box, or above what the writer is, is a portrait.
    """
    tree = area.record.tree
    if tree is None:
        return False
    around = area.around_headline
    own = {tree.nodes[at].names for at in around}
    node, found = tree.markup[index].node, False
    for _ in range(_HEIGHT):
        if node < 0:
            break
        tag, names = tree.nodes[node].tag, tree.nodes[node].names
        if node in around:
            return found and tag not in _FIGURES and not _is_office(area.page, index + 1)
        named = names != "" and names not in own and _names_picture(names, credited=credited)
        if not named and not _WRITERS.isdisjoint(_parts(names)):
            return False
        if named and tag not in _FIGURES:
            # "Anna Berg 3 March 2025" is the stamp of the article; "post-credits" has no picture
            named = not area.page.dates(index) and (
                _names_picture(names, credited=credited, without=_ANY_CREDITS)
                or _is_below_picture(area, index)
            )
        found = found or named or tag in _FIGURES
        node = tree.nodes[node].parent
    return found and not _is_office(area.page, index + 1)


def _is_below_picture(area: Area, index: int) -> bool:
    """Does a picture, or its caption, stand right above the line?"""
    tree = area.record.tree
    pictured = tree is not None and tree.markup[index].images > 0
    return pictured or (index > 0 and in_figure(area, index - 1, credited=False))


def _is_office(page: PageLines, index: int) -> bool:
    """Is the line only what somebody at a paper is, and none who takes pictures?"""
    if index >= len(page.texts) or labels_pictures(page.texts[index]):
        return False
    roles = words(page.language).roles
    own = page.words[index]
    return len(own) > 0 and all(is_office(word, roles) for word in own)


def _parts(names: str) -> list[str]:
    return re.findall(r"[^\W_]+", names)


def _names_picture(names: str, *, credited: bool, without: frozenset[str] = frozenset()) -> bool:
    """Does an element call itself a caption or a credit, by other words than those `without`?"""
    parts = _parts(names)
    pairs = (f"{first}-{second}" for first, second in itertools.pairwise(parts))
    known = (_captions() | _credits() if credited else _captions()) - without
    return not known.isdisjoint(parts) or not known.isdisjoint(pairs)


@cache
def _captions() -> frozenset[str]:
    return _named("caption")


@cache
def _credits() -> frozenset[str]:
    return _named("credit")


def _named(reason: str) -> frozenset[str]:
    listed = languages.read_data("cleaning/markup.json")["furniture"][reason]
    return frozenset(listed.replace("*", "").split())
