"""Lines beside a headline that look like one: the score of a match, the paper of the author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.cleaning.area import is_paper_of_author
from newsclean.cleaning.lines.bylines import is_known_first_name, words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from newsclean.cleaning.lines.page import PageLines

_OFFICE_WORDS = 4
"""A line that says what somebody is has no more (a guess)."""
_NAME_AND_OFFICE = lazy_regex(r"[^\s,،]+(?: [^\s,،]+){1,2}(?:\s?[,،]| [–-])(?: \S+){1,7}")
_TEAM = r"(?:[^\W\d_a-zß-ÿ][\w.’'-]*|\d{2,4}|[a-z]{1,3}\.?|&)"
_TEAMS = rf"{_TEAM}(?: {_TEAM}){{0,4}}"
_SCORE = lazy_regex(
    rf"{_TEAMS} (?:\d{{1,3}}\s?[-–:]\s?\d{{1,3}} {_TEAMS}|\d{{1,3}},? {_TEAMS} \d{{1,3}}"
    rf"|(?:[-–—]|vs?\.?) ?{_TEAMS},? \d{{1,3}}\s?[-–:]\s?\d{{1,3}})(?: \(.{{1,30}}\))?"
    rf"|{_TEAM}[-–]{_TEAMS} \d{{1,3}}\s?[-–:]\s?\d{{1,3}}(?: \(.{{1,30}}\))?"
)


def is_beside(page: PageLines, at: int) -> bool:
    """Is a line the score of a match, or the paper between an author's name and the day?

    "Thornaby 3 Castle Vale 2", "SV Ahlen – FC Borken 3:2 (1:2)", "Anna Berg / The Post / May 3".
    """
    text = page.texts[at]
    scored = any(map(str.isdigit, text)) and _SCORE.fullmatch(text) is not None
    return scored or is_paper_of_author(page, at) or _is_office(page, at)


def _is_office(page: PageLines, at: int) -> bool:
    """Is a line who or what the author is, and from where, above the day, without capitals?

    "আনিসুর রহমান, মেঘনাতীর", "প্রতিনিধি, মেঘনাতীর", "كاتبة من تونس".
    """
    text, known = page.texts[at], words(page.language).roles
    below = at + 1 < len(page.texts) and bool(page.dates(at + 1))
    if not below or text.lower() != text.upper():
        return False
    if _NAME_AND_OFFICE.fullmatch(text) and is_known_first_name(text):
        return True
    first = re.split(r"[\s,،]", text, maxsplit=1)[0]
    short = text.count(" ") < _OFFICE_WORDS
    return short and (first in known or is_known_first_name(text))
