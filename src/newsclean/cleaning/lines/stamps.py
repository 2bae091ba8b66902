"""A line with a day or an hour in it that names the author without "by", or has "by" behind them.

Weblogs print day, author and section side by side: "6 December 2023 Anna Berg Cycling, News",
"Anna Berg am 4. Februar 2022", "Dec 17, 2025Anna Berg", "Wed 3:59 pm by Anna Berg". Where the
name ends, only the rest of the page can tell: what is called so elsewhere too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.lines.personal_names import is_any_given_name
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsclean.cleaning.lines.calendars import Date
    from newsclean.patterns import Opened

_TIME = lazy_regex(
    r"[\s,;:|•·@(–-]{0,4}(?:(?:um|at|kl\.?|o|à|às|alle)\s)?\d{1,2}[:.h]\d\d(?::\d\d)?"
    r"(?:[+-]\d\d:\d\d|Z\b)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Uhr|hrs?|h|(?-i:[A-Z]{2,4}))\b)?(?:\s?\([A-Z]{2,4}\))?"
    r"(?-i:\s(?:(?:[A-Z][a-z]+\s){1,2}(?:Daylight|Standard|Summer)|Eastern|Central|Mountain|Pacific|Atlantic)"
    r"\sTime\b)?",
    re.IGNORECASE,
)
_CLOCK = lazy_regex(r"\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?|\bago\b", re.IGNORECASE)
_EDGES = " \t,;:|•·●~/()–—-"
_BEFORE_DAY = lazy_regex(r"\s(?:am|on|em|le|il|den|at|le|el)$", re.IGNORECASE)
_TOKEN = lazy_regex(r"[^\W\d_](?:[^\W\d_]|['’.\-])*$")
_MOST_TOKENS = 3
_FULL_NAME = 2
_SENTENCE_END = lazy_regex(r"[.!?…][\"”’»)]?\s(?=\S)")
_SIGNATURE_CHARS = 70
"""So far before its day a byline begins that ends a longer line (a guess)."""


_GLUED = (
    "PUBLISHED|UPDATED|POSTED|LAST|Published|Updated|Posted|Veröffentlicht|Publié|Publicado"
    "|Pubblicato|Gepubliceerd|Publicerad|Publisert|Опубликовано|Опубліковано|نُشر|نُشرت|تم النشر"
)
"""What a name may stand right before, as copied pages have it: "Anna BergPublished"."""
_GLUED_WORDS = tuple(_GLUED.split("|"))
_GLUED_BEHIND = lazy_regex(rf"(?<=[^\W\d_])(?:{_GLUED})\b.*$")
_WORD = lazy_regex(r"\w+")
_PHOTOS = ("foto", "photo", "фото")
"""Nobody is called so; "Anna Kuva" and "Maria Poze" are."""
_FAMILY = lazy_regex(r"\s*(?:$|[,;|&(/]|(?:and|und|et|y|e|og|och|ja|i|en)\s)")
"""What follows a whole name."""


class Stops(NamedTuple):
    """The words at which a list of names stops: "Anna Berg Published 3 May"."""

    pattern: re.Pattern[str]
    openings: frozenset[str]
    """What these words begin with."""
    families: frozenset[str]
    """Those which behind a single given name are the family's: "Anna Kuva", "João Bilde"."""

    def cut(self, text: str) -> str:
        """The text before the first of them; that there is none is told in a third of the time."""
        lower = text.lower()  # of another length where it has a Turkish capital
        if (
            len(lower) == len(text)
            and self.openings.isdisjoint(_WORD.findall(lower))
            and not any(map(text.__contains__, _GLUED_WORDS))
        ):
            return text
        for found in self.pattern.finditer(text):
            before = text[: found.start()]
            family = found[0].lower() in self.families and _FAMILY.match(text[found.end() :])
            if not (family and found[0].istitle() and _is_given(before.strip())):
                return before
        return text


def _is_given(word: str) -> bool:
    return word.istitle() and word.isalpha() and is_any_given_name(word)


def stops_of(words: Iterable[str], families: frozenset[str]) -> Stops:
    """The stops of a list of words in lower case, and of words that may be family names, too."""
    known = sorted(families.union(words))
    families = frozenset(word for word in families if not word.startswith(_PHOTOS))
    pattern = rf"(?:^|(?<=\s))(?:{'|'.join(known)})\b|(?<=[^\W\d_])(?-i:{_GLUED})\b"
    openings = frozenset(_WORD.findall(word)[0] for word in known)
    return Stops(lazy_regex(pattern, re.IGNORECASE), openings, families)


def end_of_stamp(text: str, dates: Sequence[Date]) -> int | None:
    """Where what follows the last day and hour of a line begins; None where it has neither."""
    if dates:
        end = dates[-1].end
        for _ in range(2):
            found = _TIME.match(text, end)
            end = found.end() if found else end
        return end
    found = _CLOCK.search(text)
    return found.end() if found else None


def start_of_signature(text: str, dates: Sequence[Date], by: Opened) -> int:
    """Where "By Anna Berg on 3 May 2026" begins behind the sentences of a standfirst, or 0."""
    if not dates or len(text.rstrip(" .")) > (end_of_stamp(text, dates) or 0):
        return 0
    low = max(0, dates[0].start - _SIGNATURE_CHARS)
    ends = (found.end() for found in _SENTENCE_END.finditer(text, low, dates[0].start))
    return next((end for end in ends if by.match(text, end)), 0)


def read_stamped(
    text: str,
    dates: Sequence[Date],
    is_known: Callable[[str], bool],
    is_given: Callable[[str], bool],
) -> str | None:
    """The author whom a line names before its first day or behind the last one.

    Args:
        text: a short line.
        dates: the dates in it; a line without any names nobody.
        is_known: is something called so elsewhere on the page, where authors are named?
        is_given: is a word a given name?
    """
    end = end_of_stamp(text, dates) if dates else None
    if end is None:
        return None
    before = _BEFORE_DAY.sub("", text[: dates[0].start].strip(_EDGES))
    before = _GLUED_BEHIND.sub("", before)
    for part, whole in ((text[end:].strip(_EDGES), False), (before, True)):
        run = _leading_names(part)
        for size in range(min(_MOST_TOKENS, len(run)), 0, -1):
            if is_known(name := " ".join(run[:size])):
                return name
        if len(run) >= _FULL_NAME and (is_given(run[0]) or not whole or len(run) == _FULL_NAME):
            initial = len(run) > _FULL_NAME and len(run[1].strip(".")) == 1
            name = " ".join(run[: _FULL_NAME + initial])
            if not whole or name == part:
                return name
    return None


def _leading_names(text: str) -> list[str]:
    """The capitalised words at the start of a text; one that a comma follows is the last."""
    found: list[str] = []
    for token in text.split(maxsplit=_MOST_TOKENS)[:_MOST_TOKENS]:
        word = token.rstrip(",;|")
        if not (_TOKEN.match(word) and word[0].isupper()):
            break
        found.append(word)
        if word != token:
            break
    return found


def read_capitals(text: str) -> str | None:
    """The name in capitals that an outlet in plain letters follows: "ANNA BERG Harbour Post"."""
    tokens = text.split()
    loud = 0
    while loud < len(tokens) and tokens[loud].isupper() and _TOKEN.match(tokens[loud]):
        loud += 1
    rest = tokens[loud:]
    follows = 0 < len(rest) <= 2 * _MOST_TOKENS and rest[0][0].isupper()
    if not _FULL_NAME <= loud <= _MOST_TOKENS or not follows or text[-1] in ".?!:":
        return None
    return " ".join(tokens[:loud])
