"""Authors that are called as their account is: "aberg", "anna_b", "Anna7 on 3 May 2024".

No form of a name tells them. They are read where "by" and a day stand beside them. And what stands
beside the names of others and is no part of them: accounts, marks, honours.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.personal_names import (
    is_any_family_name,
    is_any_given_name,
    is_given_name,
    names_place,
)
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsclean.cleaning.lines.calendars import Date
    from newsclean.cleaning.lines.stamps import Stops
    from newsclean.patterns import Opened

_HANDLE = lazy_regex(r"([a-z][a-z0-9_]{1,24}|[^\W\d_]{2,20}_[^\W_]{2,20})")
_NUMBERED = lazy_regex(r"[^\W\d_]{2,20}\d{1,4}[^\W\d_]{0,12}")
_ENDED = lazy_regex(r"([a-z][a-z0-9_]{2,24})\.\s(?=[^\W\d_a-zß-ÿ])")
"""An account and the next sentence of a line, "aberg. Published on 3 May 2024"."""
_INITIALS = lazy_regex(r"([A-ZÀ-Þ]{2,3})")
_BEFORE_DAY = lazy_regex(r"(?:am|on|at|um|le|el|em|il|den|op|[|•·,–-])", re.IGNORECASE)
_LEADS_TO_DAY = lazy_regex(r"\s(?:am|on|at|um|le|el|em|il|den|op)\s*$", re.IGNORECASE)
_BETWEEN = lazy_regex(r"\s?@[a-z0-9_]{2,20}\s?(?=[A-ZÀ-Þ])")
_FROM = lazy_regex(
    r"(?:From|FROM)\s([A-ZÀ-Þ][^\W\d_.]+(?:\s[A-ZÀ-Þ][\w.’'-]*){1,2})(?:,|\s(?i:in))\s"
    r"([A-ZÀ-Þ][\w’'-]+(?:[\s-][A-ZÀ-Þ][\w’'-]+){0,2})\.?"
)
_GUEST_FIRST = lazy_regex(r"(?:Ze?|S[oae]?|Со?|З[іi]?|Із)\s(?:[^\W\d_a-zа-яіїєґёà-ÿ]\S+\s){2,4}")
"""Whom somebody asks, in Slavic languages: "Z Anną Berg rozmawia", "С Анной Берг беседовал"."""
_WORDS_AND_PICTURES = lazy_regex(
    r"(?:Words|Text|Texte|Tekst|Testo|Texto|Story)(?:\s?[:|/]\s?|\s)?"
    r"([A-ZÀ-Þ][^\W\d_A-ZÀ-Þ][^\d:|/]{2,50}?)(?:\s?[|/,]\s?|\s)?"
    r"(?:Pictures|Photos?|Photographs|Photography|Fotos?|Bilder|Bild|Images|Illustrations?)"
    r"(?:\s?[:|/]\s?|\s)?[A-ZÀ-Þ].{2,50}"
)
"""Both on one line, as inline elements are read: "WordsAnna BergPicturesTom Hall"."""
_MARKS = lazy_regex(r"[®™℠]|(?<=[^\W\d_])\*(?=$|[\s,;])")
_GLUED_PARTS = lazy_regex(
    r"(?:Dr|Prof|Mr|Mrs|Ms)\.(?=[^\W\d_])|(?<=[^\W\d_])[JFMASOND][a-z]{2,8}\.?(?=\s\d{1,2},\s\d{4})"
)


def read_account(
    text: str,
    dates: Sequence[Date],
    stops: Stops,
    nobody: Container[str],
    *,
    stamped: bool = False,
) -> str | None:
    """The account that what follows "by" names, if nothing but a day stands beside it.

    Args:
        text: what follows "by".
        dates: the dates in it.
        stops: what ends a name.
        nobody: words that are no account.
        stamped: whether the day stands before "by"; then capitals are the author's initials.
    """
    if dates and (ended := _ENDED.match(text)):
        return None if ended[1] in nobody else ended[1]
    alone = _LEADS_TO_DAY.sub("", text[: dates[0].start]) if dates else text
    alone = stops.cut(alone)
    found = _HANDLE.fullmatch(alone.rstrip(" |•·,–-"))
    if stamped and found is None:
        found = _INITIALS.fullmatch(alone.strip())
    if found is None or not (dates or stamped) or found[1] in nobody:
        return None
    return found[1]


def read_numbered(text: str, dates: Sequence[Date]) -> str | None:
    """An account with a figure in it right before the day; no name with a footnote's mark."""
    first, *rest = text.split(maxsplit=2)
    follows = bool(rest) and (rest[0][0].isdigit() or _BEFORE_DAY.fullmatch(rest[0]))
    return first if dates and follows and _NUMBERED.fullmatch(first) else None


def plain_names(text: str) -> str:
    """A list of names without marks, accounts and the honours that stand before the first one.

    >>> plain_names("mag. Anna Berg*"), plain_names("BS.CKII Lê Thu Hằng")
    ('Anna Berg', 'Lê Thu Hằng')
    """
    return _GLUED_PARTS.sub("", _honours().sub("", without_accounts(_MARKS.sub("", text))))


@cache
def _honours() -> re.Pattern[str]:
    """Honours before a name of two words; "Dr." and "Prof." stay, as readers write them down."""
    listed = languages.read_data("cleaning/bylines.json")["honours"].split()
    return lazy_regex(rf"^(?:(?:{'|'.join(map(re.escape, listed))})\s?)+(?=[^\W\d_a-z]\S+\s\S)")


def without_accounts(text: str) -> str:
    """From "Anna Berg@aberg28Tom Hall" to the names with a comma between them."""
    return _BETWEEN.sub(", ", text) if "@" in text else text


def writers_by_form(text: str, by: Opened) -> str | None:
    """The writers on a line that names others, too, or what they did, or from where they report.

    "Anna Berg (text)", "Z Anną Berg rozmawia Jan Nowak", "Anna Berg interviews Tom Hall".
    """
    if found := _WORDS_AND_PICTURES.fullmatch(text) or _wrote().match(text):
        return found[1]
    guest = _GUEST_FIRST.match(text)
    asked = by.match(text, guest.end()) if guest else None
    return text[asked.end() :] if asked else _from_a_place(text)


@cache
def _wrote() -> re.Pattern[str]:
    """A full name before "(text)", or before "interviews" and whom."""
    data = languages.read_data("cleaning/bylines.json")
    texts, asks = data["texts"].replace(" ", "|"), data["interviews"].replace(" | ", "|")
    name = r"([^\W\d_a-z][^\s()]+(?:\s[^\W\d_][^\s()]+){1,3})"
    return lazy_regex(rf"{name}\s(?:\((?i:{texts})\)(?=$|[\s,;&/])|(?:{asks})\s(?=[^\W\d_a-z]))")


def _from_a_place(text: str) -> str | None:
    """The reporter on a line that says only from whom and from where the report is.

    It is so printed: "From Anna Berg, Port Ellis"; "From Alice Springs, Australia" names nobody, so
    the first name and the last one have to be known.
    """
    found = _FROM.fullmatch(text)
    # "From Anna Berg, With Love"
    if found is None or not languages.function_words("en").isdisjoint(found[2].lower().split()):
        return None
    given, *_, family = found[1].split()
    known = (is_given_name(given) or is_any_given_name(given)) and is_any_family_name(family)
    return found[1] if known and not names_place(found[1]) else None
