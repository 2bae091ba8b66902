"""The standfirst: the line under the headline that sums the article up. It is metadata, not body.

A kept line leaves the body only on evidence: the page's mark-up calls it a standfirst, byline or
date stand between it and the paragraphs that follow, or it is the description that the page states
and stands in a box of its own, made up unlike the paragraphs. An article whose only opening it is
keeps it. The names of classes are in `data/cleaning/markup.json`.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from newsclean.cleaning.area import LINES_ABOVE, LINES_AROUND, Area
from newsclean.cleaning.lines.credits import read_dateline
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.document import Metadata
from newsclean.languages import read_data
from newsclean.patterns import lazy_regex

_FEWEST_WORDS, _FEWEST_BETWEEN, _MOST_WORDS = 8, 4, 60
"""The words of a standfirst, and of one right between headline and dateline; guesses that held on
training pages."""
_FEWEST_UNSPACED, _MOST_UNSPACED = 14, 130
"""Its characters in scripts without blanks; a guess by the same measure."""
_LINES_UNDER_HEADLINE = 3
_LINES_TO_MARK = 4
"""Byline or date stand so far below it at most."""
_LONG_CHARS = 60
"""A paragraph that goes on with the body has at least so many characters, or half in scripts
without blanks."""
_PARAGRAPHS_LEFT = 3
"""So many such paragraphs must be left where a kept line goes."""
_STOPS = tuple(".!?…:。！？।۔\"'”’»“)")
_FEWEST_PARTS, _PART_CHARS, _ROW = 3, 40, lazy_regex(r"\s?[|｜•]\s?")
"""A row of tags has so many parts, each so short (guesses)."""
_COMPARED = 6
"""With so many paragraphs is it compared."""
_PLACED = lazy_regex(
    r"([A-ZÀ-Þ][\w’'-]+(?:[ /-][A-ZÀ-Þ][\w’'-]+){0,2})(?: [–—-]|\.) (?=[„“\"«A-ZÀ-Þ])"
)
"""A place in front of a first sentence: "Obernfeld – Am Abend", "Obernfeld. Am Abend"."""
_DATED = lazy_regex(r"[A-ZÀ-Þ][\w’'-]+, \d{1,2}\.\s[^\W\d_]{3,9}(?:\s\d{4})?\.\s(?=[„“\"«A-ZÀ-Þ])")
"""A place and a day, as German papers had them: "Obernfeld, 3. Mai. Am Abend"."""
_DECK_LINES = 3
"""So many points tell a press release in brief above its place and day at most (a guess)."""
_OPENING = lazy_regex(r"first|dropcap|drop-cap")
"""A look of the lead itself."""
_LEVELS = 3
"""The class may stand on an element so many levels above the line."""


def find_standfirst(area: Area, metadata: Metadata, roles: Mapping[int, str]) -> int | None:
    """The line that sums the article up below its headline, above byline or date."""
    low = area.head + 1 if area.head is not None else max(0, area.start - LINES_AROUND)
    if metadata.standfirst:
        wanted = normalized_words(metadata.standfirst.value)
        for index in range(max(0, low - LINES_ABOVE), min(len(area.lines), area.start + 2)):
            if area.page.words[index] == wanted and index not in roles:
                return index
    if area.head is None:
        return None
    marks = [at for at, role in roles.items() if role in ("byline", "date") and at < area.end]
    # buttons and labels between headline and text do not count
    under = [
        at
        for at in range(low, min(len(area.lines), low + LINES_AROUND))
        if at not in roles
        and area.page.lower[at] != area.page.lower[area.head]
        and not _is_of_picture(area, at)
        and (area.kept[at] or _has_its_size(area, at))
    ]
    for index in under[:_LINES_UNDER_HEADLINE]:
        near = any(index < mark <= index + _LINES_TO_MARK for mark in marks) or any(
            _parts(area, at) or (area.kept[at] and _opens_at_place(area, at))
            for at in range(index + 1, min(len(area.lines), index + _LINES_TO_MARK))
        )
        near = near or _has_no_stop(area, index)
        if _has_its_size(area, index) and (near or _is_named(area, index)):
            return index
    return None


def leaving(area: Area, index: int, roles: Mapping[int, str], metadata: Metadata) -> Sequence[int]:
    """The lines of the standfirst that begins at `index`, if they are no part of the body."""
    if not area.kept[index] or _leaves_body(area, index, roles, metadata):
        return (index,)
    if area.head is None or any(area.kept[area.head + 1 : index]):
        return ()
    kept = itertools.compress(range(index, len(area.lines)), area.kept[index:])
    first = list(itertools.islice(kept, _DECK_LINES + 1 + _PARAGRAPHS_LEFT))
    size = next((at for at, line in enumerate(first) if _is_dated(area, line)), 0)
    deck = first[:size] if size < len(first) - _PARAGRAPHS_LEFT else []
    return deck if all(_has_its_size(area, line) for line in deck) else ()


def _is_dated(area: Area, index: int) -> bool:
    """Opens a paragraph on a place and a day: "Obernfeld, 3. Mai 2022. ..."?"""
    text = area.lines[index].text
    dateline = read_dateline(text)
    if dateline is None:
        return _DATED.match(text) is not None
    return any(map(str.isdigit, dateline.text))


def _leaves_body(area: Area, index: int, roles: Mapping[int, str], metadata: Metadata) -> bool:
    """Is it certain that the line `index`, which is kept, is a standfirst and not the lead?"""
    if not _has_its_size(area, index) or read_dateline(area.lines[index].text) is not None:
        return False
    if area.head is not None and index < area.head:
        return False
    long = _LONG_CHARS // 2 if area.page.is_unspaced(index) else _LONG_CHARS
    later = [
        at
        for at in range(index + 1, len(area.lines))
        if area.kept[at] and len(area.lines[at].text) >= long
    ]
    opens = not any(
        area.kept[at] and at != area.head and len(area.lines[at].text) >= long
        for at in range(index)
    )
    if not opens or len(later) < _PARAGRAPHS_LEFT:
        return False
    if _is_named(area, index):
        return True
    if metadata.standfirst is not None:
        stated = normalized_words(metadata.standfirst.value)
        if area.page.words[index] == stated and _stands_apart(area, index, later[:_COMPARED]):
            return True
    if area.head is None:
        return False
    between = range(index + 1, later[0])
    above = {roles.get(at) for at in range(area.head + 1, index)}
    marks = {"byline", "date"} - above
    # the second date below a headline is of something else
    if any(roles.get(at) in marks or _parts(area, at) for at in between):
        return True
    first = index - area.head <= _LINES_TO_MARK or not any(area.kept[area.head + 1 : index])
    return first and (_opens_at_place(area, later[0]) or _has_no_stop(area, index))


def _has_no_stop(area: Area, index: int) -> bool:
    """Has a kept line right below the headline no stop at its end, and each below it one?"""
    texts = area.page.texts
    if index - 1 != area.head or not (area.kept[index] and texts[index][-1].isalpha()):
        return False
    if area.page.dates(index) or area.page.byline(index):
        return False
    later = itertools.compress(texts[index + 1 :], area.kept[index + 1 :])
    below = list(itertools.islice(later, _PARAGRAPHS_LEFT))
    return len(below) == _PARAGRAPHS_LEFT and all(text.endswith(_STOPS) for text in below)


def _is_of_picture(area: Area, at: int) -> bool:
    """Is a line a caption, or the text of a picture that the caption below says again?"""
    texts = area.page.texts
    again = at + 1 < len(texts) and texts[at + 1].startswith(texts[at])
    return again or (not area.kept[at] and area.page.credit(at).caption)


def _opens_at_place(area: Area, index: int) -> bool:
    """Does a paragraph open on a dateline, or on a place that is a line above it, "Lund – It"?"""
    text = area.lines[index].text
    if read_dateline(text) is not None or _DATED.match(text):
        return True
    found = _PLACED.match(text)
    return found is not None and normalized_words(found[1]) in area.page.words[: area.start]


def _parts(area: Area, at: int) -> bool:
    """Is a line one that stands between standfirst and body: the headline again, who checked it?"""
    page = area.page
    if area.head is not None and page.lower[at] == page.lower[area.head]:
        return True
    return page.credit(at).note or any(
        " ".join(page.words[at][:size]) in _checked() for size in (2, 3)
    )


def _stands_apart(area: Area, index: int, others: Sequence[int]) -> bool:
    """Is a line in another element than the paragraphs `others`, and of another look?

    Pages whose paragraphs have each a box of its own say nothing by it.
    """
    tree = area.record.tree
    if tree is None:
        return False
    block, *blocks = (tree.nodes[tree.markup[at].block] for at in (index, *others))
    parents = Counter(other.parent for other in blocks)
    return (
        block.parent not in parents
        and parents.most_common(1)[0][1] > 1
        and all((other.tag, other.names) != (block.tag, block.names) for other in blocks)
        and not _OPENING.search(block.names)
    )


def is_row(text: str) -> bool:
    """Is it a row of tags or buttons: "EU | Privacy | Data retention"?"""
    parts = [part for part in _ROW.split(text) if part]
    return len(parts) >= _FEWEST_PARTS and all(len(part) <= _PART_CHARS for part in parts)


def _has_its_size(area: Area, index: int) -> bool:
    text = area.lines[index].text
    if is_row(text):
        return False
    if area.page.is_unspaced(index):
        return _FEWEST_UNSPACED <= len(text) <= _MOST_UNSPACED
    below = index + 1 < len(area.lines) and index - 1 == area.head
    between = below and _opens_at_place(area, index + 1) and not text.endswith((".", ":"))
    fewest = _FEWEST_BETWEEN if between else _FEWEST_WORDS
    return fewest <= len(text.split()) <= _MOST_WORDS


def _is_named(area: Area, index: int) -> bool:
    """Does the mark-up call the line a standfirst?"""
    tree = area.record.tree
    if tree is None:
        return False
    node = tree.markup[index].node
    for _ in range(_LEVELS):
        if node < 0:
            return False
        names = re.split(r"[\s_]+", tree.nodes[node].names)
        if any(_names().search(f"-{name}-") for name in names):
            return True
        node = tree.nodes[node].parent
    return False


@cache
def _checked() -> frozenset[str]:
    """What lines on those who checked the article begin with."""
    return frozenset(read_data("cleaning/asides.json")["checked"].split(" | "))


@cache
def _names() -> re.Pattern[str]:
    words = read_data("cleaning/markup.json")["standfirst"].split()
    return re.compile(rf"-(?:{'|'.join(words)})-")
