"""Authors that are called as their account is: "aberg", "anna_b", "Anna7 on 3 May 2024".

No form of a name tells them. They are read where "by" and a day stand beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsclean.cleaning.lines.calendars import Date
    from newsclean.cleaning.lines.stamps import Stops

_HANDLE = lazy_regex(r"([a-z][a-z0-9_]{1,24}|[^\W\d_]{2,20}_[^\W_]{2,20})")
_NUMBERED = lazy_regex(r"[^\W\d_]{2,20}\d{1,4}[^\W\d_]{0,12}")
_ENDED = lazy_regex(r"([a-z][a-z0-9_]{2,24})\.\s(?=[^\W\d_a-zß-ÿ])")
"""An account and the next sentence of a line, "aberg. Published on 3 May 2024"."""
_INITIALS = lazy_regex(r"([A-ZÀ-Þ]{2,3})")
_BEFORE_DAY = lazy_regex(r"(?:am|on|at|um|le|el|em|il|den|op|[|•·,–-])", re.IGNORECASE)
_LEADS_TO_DAY = lazy_regex(r"\s(?:am|on|at|um|le|el|em|il|den|op)\s*$", re.IGNORECASE)
_BETWEEN = lazy_regex(r"\s?@[a-z0-9_]{2,20}\s?(?=[A-ZÀ-Þ])")


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


def without_accounts(text: str) -> str:
    """From "Anna Berg@aberg28Tom Hall" to the names with a comma between them."""
    return _BETWEEN.sub(", ", text) if "@" in text else text
