"""Authors that are called as their account is: "aberg", "anna_b", "Anna7 on 3 May 2024".

No form of a name tells them. They are read where "by" and a day stand beside them. And lines and
marks of certain forms around the names of others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines import personal_names as known
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
_GUEST_FIRST = lazy_regex(
    r"(?:Ze?|S[oae]?|Со?|З[іi]?|Із)\s(?:[^\W\d_a-zа-яіїєґёà-ÿ]\S+\s){2,4}(?:sa\s|se\sje\s)?"
)
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
    """A list of names without marks, accounts and the honours before it: "mag. Anna Berg*"."""
    if "*" in text or not text.isascii():
        text = _MARKS.sub("", text)
    text = without_accounts(text)
    if honours := _forms()[0].match(text):
        text = text[honours.end() :]
    return _GLUED_PARTS.sub("", text) if "." in text or "," in text else text


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Honours before a name, but "Dr." and "Prof."; and a name before "(text)"."""
    data = languages.read_data("cleaning/bylines.json")
    honours = "|".join(map(re.escape, data["honours"].split()))
    texts = data["texts"].replace(" ", "|")
    return (
        lazy_regex(rf"(?:(?:{honours})\s?)+(?=[^\W\d_a-z]\S+\s\S)"),
        lazy_regex(
            r"([^\W\d_a-z][^\s()]+(?:\s[^\W\d_][^\s()]+){1,3})\s"
            rf"\((?i:{texts})\)(?=$|[\s,;&/])"
        ),
    )


def without_accounts(text: str) -> str:
    """From "Anna Berg@aberg28Tom Hall" to the names with a comma between them."""
    return _BETWEEN.sub(", ", text) if "@" in text else text


def writers_by_form(text: str, by: Opened) -> str | None:
    """The writers on a line that names others, too, or what they did, or from where they report."""
    if found := _WORDS_AND_PICTURES.fullmatch(text) or _forms()[1].match(text):
        return found[1]
    guest = _GUEST_FIRST.match(text)
    asked = by.match(text, guest.end()) if guest else None
    return text[asked.end() :] if asked else _from_a_place(text)


def _from_a_place(text: str) -> str | None:
    """The reporter of "From Anna Berg, Port Ellis"; "From Alice Springs, Australia" is nobody's."""
    found = _FROM.fullmatch(text)
    # "From Anna Berg, With Love"
    if found is None or not languages.function_words("en").isdisjoint(found[2].lower().split()):
        return None
    given, *_, family = found[1].split()
    named = known.is_given_name(given) or known.is_any_given_name(given)
    named = named and known.is_any_family_name(family)
    return found[1] if named and not known.names_place(found[1]) else None
