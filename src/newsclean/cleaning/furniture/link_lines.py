"""Links that stand by themselves between the paragraphs: "Read our review of the Kestrel".

The bare address of a post is what is left of its box. Other links are told by their like: one such
line may be anything, a tip or a sub-heading; one below each part is the page's. They begin alike (a
verb for following a link and the same word behind it), end as no sentence does, and have paragraphs
between them: the tips of a list stand together. In HTML they are links, and no headings; as
sub-headings of copied text may begin alike, too, there they speak of the page ("our") or share one
word more.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_WORDS, _PARAGRAPH = (3, 16), 15
"""How many words such a line has; a paragraph has so many (guesses)."""
_POST_CHARS = 300
_LINKED, _HEADINGS = 0.5, ("h1", "h2", "h3", "h4", "h5", "h6")
"""So much of a line of HTML is a link."""
_FEWEST, _FEWEST_SIGNED = 3, 2
"""So many places have such a line; fewer are enough where a sign points at the link."""
_POST = lazy_regex(
    r"(?:https?://)?(?:(?:www|m|mobile|pic)\.)?(?:x|twitter|instagram|facebook|tiktok|youtube|threads"
    r"|reddit|vimeo|dailymotion|vk|weibo)\.(?:com|net)/\S+"
    r"|(?:https?://)?(?:t\.co|fb\.watch|youtu\.be|bsky\.app|t\.me)/\S+",
    re.IGNORECASE,
)
_STOPS = (".", "!", "?", "…", "。", ":", "：", ";", ",")


class _Lists(NamedTuple):
    verbs: frozenset[str]
    joins: frozenset[str]
    """What stands between two links: "and"."""
    signs: tuple[str, ...]
    own: frozenset[str]
    """How a page speaks of itself: "our", "full"."""


def link_lines(record: PageRecord) -> Iterator[tuple[int, Cause]]:
    """Links below the parts of an article, with what joins two of them, and addresses of posts."""
    page, known = record.page, _lists()
    joins = known.joins
    kept = [at for at, keep in enumerate(record.kept) if keep]
    alike: dict[tuple[str, ...], list[int]] = {}
    for at in page.beginning_with(known.verbs) if kept else ():
        words = page.words[at]
        if not kept[0] < at <= kept[-1] or not _WORDS[0] <= len(words) <= _WORDS[1]:
            continue
        if at < kept[-1] and page.texts[at + 1][:1].islower() and page.phrases[at + 1] not in joins:
            continue  # a sentence that a line break cuts
        signed = page.texts[at].startswith(known.signs)
        if not _may_link(record, at, 0 if signed else _LINKED):
            continue
        if signed:
            alike.setdefault(("",), []).append(at)
        elif not page.texts[at].endswith(_STOPS):
            alike.setdefault(tuple(words[:2]), []).append(at)
    for at in kept:
        if len(text := page.texts[at]) < _POST_CHARS and "/" in text and _POST.fullmatch(text):
            yield at, ("embedded post", "the address of a post or a video, and nothing else")
    for opening, lines in alike.items():
        signed = opening == ("",)
        if record.tree is None and not signed and not _speak_alike(page, lines, known.own):
            continue
        if len(_places(page, lines)) >= (_FEWEST_SIGNED if signed else _FEWEST):
            said = "a sign that points at a link" if signed else f"'{' '.join(opening)} ...'"
            cause = ("related articles", f"{said}, as below {len(lines) - 1} other parts")
            for at in lines:
                yield at, cause
                if at < kept[-1] and page.phrases[at + 1] in joins:
                    yield at + 1, cause


def _may_link(record: PageRecord, at: int, share: float) -> bool:
    """May a line be a link: is more than that share of it one, in HTML, and is it no heading?"""
    tree = record.tree
    if tree is None:
        return True
    mark = tree.markup[at]
    if mark.link_chars <= share * len(record.page.texts[at]):
        return False
    return not tree.is_inside(at, _HEADINGS)


def _speak_alike(page: PageLines, lines: Sequence[int], own: frozenset[str]) -> bool:
    """Does one word more stand in all of them, or a word of a page about itself: "our"?"""
    common = set.intersection(*(set(page.words[at][1:]) for at in lines))
    common -= {page.words[lines[0]][1]} - own
    return not common <= languages.function_words(page.language) - own


def _places(page: PageLines, lines: Sequence[int]) -> list[int]:
    """The first of the lines, and each that has a paragraph between it and the one before."""
    found = list(lines[:1])
    for before, at in itertools.pairwise(lines):
        if any(len(words) >= _PARAGRAPH for words in page.words[before + 1 : at]):
            found.append(at)
    return found


@cache
def _lists() -> _Lists:
    table: dict[str, str] = languages.read_data("cleaning/link_lines.json")
    listed = {kind: table[kind].replace("|", " ").split() for kind in table}
    return _Lists(
        frozenset(listed["verbs"]),
        frozenset(listed["joins"]),
        tuple(listed["signs"]),
        frozenset(listed["own"]),
    )
