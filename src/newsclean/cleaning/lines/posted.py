"""The stamp of a weblog's entry -> the account that has posted it.

"Posted by marc in Travel | 3 comments", "Eingestellt von Der Michel um 21:11", "Published on
11/04/2012 von annaberg", "Filed under: Diary — annaberg @ 00:11". The stamp is in the language of
the software, which need not be that of the article; an account is called as its owner likes. So
what is known here is where the name begins and where it ends, and not what it looks like.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.stamps import end_of_stamp
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.calendars import Date

_MOST_CHARS = 250
"""A longer line is prose; a stamp may list the tags of an entry (a guess)."""
_MOST_DATED_CHARS = 120
_MOST_WORDS = 4
_FEWEST_CHARS, _INITIAL_CHARS = 2, 2
_ACCOUNT = r"(?:[^\W_]|_)[\w.'’&+-]{0,29}"
_SIGNED = lazy_regex(rf"\s[—–-]\s({_ACCOUNT}(?:\s{_ACCOUNT}){{0,2}})\s?@\s?\d{{1,2}}[:.]\d\d")
_END = lazy_regex(r"[\s]*(?:$|[|•·@,;(/»]|[-–—]\s|\.\s|\.$|\d)")
_WORD = lazy_regex(_ACCOUNT)
_OPENING = lazy_regex(r"\W{0,4}(\w{1,3})")
"""What is asked first: a list of such letters is read in a third of the patterns' time."""


class _Words(NamedTuple):
    """The words of a stamp, in all languages."""

    posted: re.Pattern[str]
    posted_on: re.Pattern[str]
    """With a day between, in whatever language: "Veröffentlicht am 3. Mai 2024 von"."""
    filed: re.Pattern[str]
    """With the section between: "Posted in Diary by annaberg on"."""
    stamped: re.Pattern[str]
    openings: frozenset[str]
    """The first letters of what `posted` and `posted_on` begin with, as `_OPENING` reads them."""
    ends: frozenset[str]
    nobody: frozenset[str]


def read_posted(text: str, dates: Sequence[Date]) -> str | None:
    """The account that a stamp names; None where a line is no stamp.

    Args:
        text: the line.
        dates: the dates in it.
    """
    if len(text) > _MOST_CHARS:
        return None
    if " @" in text and (found := _SIGNED.search(text)):
        return _unless_nobody(found[1])
    found, may = None, _may_be_posted(text)
    if may:
        found = _words().posted.match(text) or _words().posted_on.match(text)
    # "Written by May 3, 2024" leaves the account out
    if found and all(day.start != found.end() for day in dates):
        return _account(text, found.end())
    if dates and len(text) <= _MOST_DATED_CHARS:
        # right behind day and hour: "on 3 May the bill was passed by parliament" is prose
        if may and (found := _words().filed.match(text[: dates[0].start])):
            return _unless_nobody(found[1])
        end = end_of_stamp(text, dates)
        if end is not None and (found := _words().stamped.match(text, end)):
            return _account(text, found.end())
    return None


def _may_be_posted(text: str) -> bool:
    """Does a line begin as a stamp may? Letters of other alphabets are left to the patterns."""
    opening = _OPENING.match(text)
    if opening is None:
        return False
    return not opening[1].isascii() or opening[1].lower() in _words().openings


def _account(text: str, at: int) -> str | None:
    """The words from `at` on, up to what ends a name: a sign, a figure, "at", the line."""
    ends = _words().ends
    words: list[str] = []
    while len(words) <= _MOST_WORDS:
        if words and _END.match(text, at):
            return _unless_nobody(" ".join(words))
        found = _WORD.match(text, at + (text[at : at + 1] == " "))
        if found is None:
            return None
        word = found[0].rstrip(".'’&+-") if len(found[0]) > _INITIAL_CHARS else found[0]
        if word.lower() in ends and words:
            return _unless_nobody(" ".join(words))
        words.append(word)
        at = found.start() + len(word)
    return None


def _unless_nobody(name: str) -> str | None:
    """The name of an account, if it is somebody's."""
    lower = name.lower()
    nobody = _words().nobody.issuperset(lower.split()) or lower.isdigit()
    return None if nobody or len(name) < _FEWEST_CHARS else name


@cache
def _words() -> _Words:
    data = languages.read_data("cleaning/bylines.json")
    posted = sorted(data["posted"].split(" | "), key=len, reverse=True)
    stamped = "|".join(map(re.escape, data["stamped"].split()))
    verbs = sorted({phrase.split(" ")[0] for phrase in posted if " " in phrase})
    return _Words(
        lazy_regex(
            rf"\W{{0,4}}(?:{'|'.join(map(re.escape, posted))})\s?:?\s+(?=\w)", re.IGNORECASE
        ),
        lazy_regex(
            rf"\W{{0,4}}(?:{'|'.join(map(re.escape, verbs))})\s[^\W\d]{{1,5}}\s[^!?|:]{{0,24}}\d"
            rf"[\d.,/\s-]{{0,16}}(?:{stamped})\s+(?=\w)",
            re.IGNORECASE,
        ),
        lazy_regex(
            rf"\W{{0,4}}(?:{'|'.join(map(re.escape, verbs))})\s[^\W\d]{{2,5}}\s[^!?|:\d]{{2,40}}\s"
            rf"(?:{stamped})\s({_ACCOUNT}(?:\s{_ACCOUNT}){{0,2}})\s(?:on|am|le|em|el|il|den|op)\s*$",
            re.IGNORECASE,
        ),
        lazy_regex(rf"[\s|•·,–-]{{0,4}}(?:{stamped})\s+(?=\w)", re.IGNORECASE),
        frozenset(_OPENING.findall("\n".join(posted))),
        frozenset(data["stamp_ends"].split()),
        frozenset(data["accounts_of_nobody"].split()),
    )
