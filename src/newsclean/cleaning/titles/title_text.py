"""A title without what is glued to it: a label, a date, a slug, a breadcrumb, the name of the site.

What goes must be checkable: a whole date before a sign or a capital, a slug of the list, a trail
that begins with "Home", an ending that the page has as a line of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.dates import find_dates
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.languages import read_data
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container

    from newsclean.cleaning.lines.page import PageLines

_FEWEST_WORDS = 3
"""So many words a title has after a cut (six characters where words are not spaced); a guess."""
_FEWEST_CHARS = 6
_MOST_SITE_WORDS = 4
_TRAIL = lazy_regex(r"\s?[>›»]\s?|\s/\s")
_SITE = lazy_regex(r"\s+[|–—·•-]\s+")
_UNSPACED_SITE = lazy_regex(r"\s?[-_|–—]\s?")
_UNSPACED = "[\u3040-\u30ff\u4e00-\u9fff]"
_PRINTED_SHARE = 0.35
"""So much of a page's title its headline is at least (a guess)."""
_EDGES = "-–—|_:：·•»›>〉<«/~"
_SIGNS = "》〉›»>■◆●▪•·◎※☆★▲▼ "
"""Signs of a list, as they stand in front of a title."""
_GLUED = lazy_regex(r"[^\W\d_]{2}(?<=[a-zà-ÿа-яěščřžýůąćęłńśźżğış])(?=[A-ZÀ-ÞА-ЯĚŠČŘŽĄĆĘŁŃŚŹŻĞİŞ])")
_MARKED = lazy_regex(r"^#{1,3}\s(?=\S)")
"""A heading of Markdown in copied text; "#metoo" has no blank."""
_STARRED = lazy_regex(r"^\*{2,6}\s(\S.{0,300}\S)\s\*{2,6}$")
"""A heading as html2text prints it."""
_AFTER_DATE = lazy_regex(r"\s*(?:[-–—|:•·]\s*|\s?(?=[^\W\d_a-zß-ÿ]))")


def bare_title(text: str, page: PageLines) -> str:
    """The title in `text`, a line of `page` or what it states."""
    text = text.removesuffix(" =")  # so German agencies end it
    for cut in (
        *(_without_label, _without_slug, _without_date, _without_trail, _without_glued),
        *(_without_section, _without_site, _as_printed),
    ):
        text = cut(text, page)
    text = _STARRED.sub(r"\1", _MARKED.sub("", text))
    quoted = text.startswith("»") and "«" in text  # as Danish and German put them
    return text if quoted else text.lstrip(_SIGNS) or text


def _as_printed(text: str, page: PageLines) -> str:
    """From "Post - Bells ring again | Local | Post" to the line of the page that is a part of it.

    The title of a page names site and section in any order; the headline alone is printed.
    """
    if text in page.texts:
        return text
    blanks = _is_unspaced(text)
    best = ""
    for line in page.texts:
        if len(best) < len(line) < len(text) and len(line) >= _PRINTED_SHARE * len(text):
            at = text.find(line)
            if at < 0 or not is_enough(line):
                continue
            before, after = text[:at], text[at + len(line) :]
            edges = (not before or _is_edge(before[-2:], blanks=blanks)) and (
                not after or _is_edge(after[:2], blanks=blanks)
            )
            best = line if edges else best
    return best or text


def _is_edge(beside: str, *, blanks: bool) -> bool:
    """Do signs that part a headline from a site stand here; where words have no blanks, a blank?"""
    if blanks:
        return any(char in _EDGES or char.isspace() for char in beside)
    return any(char in _EDGES for char in beside) and any(map(str.isspace, beside))


def _is_unspaced(text: str) -> bool:
    return not text.isascii() and re.search(_UNSPACED, text) is not None


def is_enough(text: str) -> bool:
    """Has a text as many words, or characters where words are not spaced, as a title has?"""
    if _is_unspaced(text):
        return len(text) >= _FEWEST_CHARS
    return len(normalized_words(text)) >= _FEWEST_WORDS


def _without_label(text: str, page: PageLines) -> str:  # noqa: ARG001 - one form for all cuts
    """From "Title:Bells ring again" to "Bells ring again"."""
    found = _label().match(text)
    return text[found.end() :] if found and is_enough(text[found.end() :]) else text


def _without_slug(text: str, page: PageLines) -> str:  # noqa: ARG001 - one form for all cuts
    """From "UPDATE 3-Ferry crews walk out (LEAD)" to "Ferry crews walk out"."""
    found = _slug().match(text)
    text = text[found.end() :] if found and is_enough(text[found.end() :]) else text
    head, _, mark = text.removesuffix(")").rpartition(" (")
    marked = text.endswith(")") and mark.lower().replace("-", " ") in _marks()
    return head if marked and is_enough(head) else text


def _without_date(text: str, page: PageLines) -> str:
    """From "23.01.2022 - Bells ring again" to "Bells ring again"."""
    dates = find_dates(text, page.language)
    if not dates or dates[0].start > 0:
        return text
    after = _AFTER_DATE.match(text, dates[0].end)
    return text[after.end() :] if after and is_enough(text[after.end() :]) else text


def _without_trail(text: str, page: PageLines) -> str:
    """From "Home > Money > Ten ways to save" and "Home Money Ten ways to save" to the last part."""
    found = _home().match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    if _TRAIL.match(rest) or _TRAIL.match(text, found.end() - 1):
        last = _TRAIL.split(rest)[-1].strip()
        return last if is_enough(last) else text
    lines = frozenset(page.texts)
    while (size := _leading_line(rest, lines)) and is_enough(rest[size:]):
        rest = rest[size:]
    cut = len(rest) < len(text) - found.end() and is_enough(rest)
    return rest if cut else text


def _leading_line(text: str, lines: Container[str]) -> int:
    """How long the line of the page is that `text` begins with, the blank after it included."""
    longest = 0
    for size in range(3, min(len(text), 40)):
        if text[:size] in lines and (text[size].isspace() or text[size].isupper()):
            longest = size + text[size].isspace()
    return longest


def _without_glued(text: str, page: PageLines) -> str:
    """From "City hallThe ferry sails again" to its last part: a kicker of which the blank is lost.

    A name may have a capital inside ("LinkedIn"), so the page prints one of the parts alone, or one
    word of several ends in an article or the like ("City hallThe ferry").
    """
    parts = [(text[: at.end()], text[at.end() :]) for at in _GLUED.finditer(text)]
    parts = [part for part in parts if is_enough(part[1]) and part[0].count(" ") < _MOST_SITE_WORDS]
    for kicker, rest in sorted(parts, key=lambda part: part[1] not in page.texts):
        first = rest.split(None, 1)[0].lower()
        opens = " " in kicker and first in languages.function_words(page.language)
        if rest in page.texts or kicker in page.texts or opens:
            return rest
    return text


def _without_section(text: str, page: PageLines) -> str:
    """From "Politics | Bells ring again" to its last part, where a menu has the section.

    So, too, from "Politics : Bells ring again"; a headline has no blank before its colon.
    """
    for sign in (" | ", " : "):
        section, bar, rest = text.partition(sign)
        own = bool(bar) and section.count(" ") <= (sign == " : ") and section in page.texts
        if own and is_enough(rest):
            return rest
    return text


def _without_site(text: str, page: PageLines) -> str:
    """From "Bells ring again | Post" to its first part, where "Post" is a line of its own."""
    pattern = _UNSPACED_SITE if _is_unspaced(text) else _SITE
    found = list(pattern.finditer(text))
    if not found:
        return text
    head, tail = text[: found[-1].start()], text[found[-1].end() :]
    words = normalized_words(tail)
    own = len(words) <= _MOST_SITE_WORDS and words in page.words
    own = own or " ".join(words) in _opinions()
    outlet = pattern is _UNSPACED_SITE and tail.endswith(_outlets())
    # "Bells ring again | Harbour guide", where the page prints its headline alone
    alone = head in page.texts and not text[found[-1].end() :][:1].islower()
    return head if (own or outlet or alone) and is_enough(head) else text


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(read_data("cleaning/headline_parts.json")["labels"].split())
    live = read_data("cleaning/headline_parts.json")["live"]
    return re.compile(rf"(?:{words})\s?[:：]\s*(?=\S)|(?:{live})\.\s(?=[^\W\d_a-z])")


@cache
def _slug() -> re.Pattern[str]:
    words = "|".join(read_data("cleaning/headline_parts.json")["slugs"].split())
    return re.compile(rf"(?:(?:{words})\s?\d{{0,2}}-\s?)+(?=\S)")


@cache
def _marks() -> frozenset[str]:
    return frozenset(read_data("cleaning/headline_parts.json")["marks"].split(" | "))


@cache
def _home() -> re.Pattern[str]:
    words = "|".join(map(re.escape, read_data("cleaning/headline_parts.json")["home"].split(" | ")))
    return re.compile(rf"(?:{words})(?=[\sA-ZÀ-Þ>›»])\s?")


@cache
def _opinions() -> frozenset[str]:
    """What a page puts behind the headline of a column, whether a menu has it or not."""
    return frozenset(read_data("cleaning/headline_parts.json")["opinions"].split(" | "))


@cache
def _outlets() -> tuple[str, ...]:
    return tuple(read_data("cleaning/headline_parts.json")["unspaced_outlets"].split())
