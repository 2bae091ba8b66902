"""Names that stand around headline and body in no known form: "Marta Kowalska", "| anna_b |".

What reads as a name is a candidate whatever stands beside it; the numbers of `features` have
to tell an author's from those of a menu, a caption or a related article. Few pages need them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.authors.people import is_person, loud_name
from newsclean.cleaning.authors.signatures import is_byline_label
from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    is_label,
    names_nobody,
    names_outlet,
    read_name,
)
from newsclean.cleaning.lines.credits import shows_somebody
from newsclean.cleaning.lines.personal_names import (
    is_any_family_name,
    is_any_given_name,
    is_given_name,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines

_LINES_OVER, _LINES_UNDER = 8, 8
"""So far above the headline and below it, down to the body, such a name may stand (a guess)."""
_LINES_INTO_BODY = 2
_LINES_BELOW = 14
"""So far below the body (a guess)."""
_MOST_CHARS = 90
_MOST_ALONE_CHARS = 60
_EDGES = " \t»«›‹>|•·●▪*–—-:,;.()[]\"“”„'/"
_PARTS = lazy_regex(r"\s?[|•·●▪»/]\s?|\s[–—-]\s|,\s|\s{2,}|\s(?:and|und|et|y|e|en|og|och|i|и|&)\s")
_ACCOUNT = lazy_regex(r"[^\W\d_][\w.-]{2,19}")
_HOUR = lazy_regex(
    r"\d{1,2}:\d\d|\b(?:vor|hace|il y a|há|för)\s\d|\d\s\w{1,8}\s(?:ago|назад|temu|geleden)\b"
)
"""What stands beside a name as a day does, "08:26", "8 hrs ago"."""
_STAMP_WORDS = 10
"""A line with an account has so few words (a guess)."""
_MOST_STAMPS = 4
"""An account has posted fewer of the lines of a page (a guess)."""
_FULL_NAME, _MOST_TOKENS = 2, 9
"""A longer line is prose."""


class Shaped(NamedTuple):
    """The line, the names in it, and how they were read."""

    place: int
    names: str
    kind: str


def shaped_lines(area: Area, known: Container[int]) -> Iterator[Shaped]:
    """The lines whose place or form says nothing, but that name somebody; none of the `known`."""
    page = area.page
    if area.record.mail.subject or area.record.metadata.byline:
        return  # who signs and who sends is read from the mail
    for index in _around(area):
        text = page.texts[index]
        if len(text) > _MOST_CHARS or index in known or index == area.head:
            continue
        if shows_somebody(text):
            continue
        inside = area.middle <= index < area.start
        if inside and (announced := announced_account(area, index)):
            yield Shaped(index, announced, "account")
        elif any(map(str.isdigit, text)):  # without a day, it is an address
            dated = page.dates(index)
            may = (dated or _HOUR.search(text)) and _may_name(area, index)
            # beside an hour alone a word is a section's or the day before
            if may and (found := _beside_day(area, index)) and (dated or found[1] == "part"):
                yield Shaped(index, *found)
        elif _may_be_names(text):
            names = _named(area, text) or _side_by_side(text)
            if names and _may_name(area, index) and not _opens_titles(page, names):
                yield Shaped(index, names, "shaped")
            elif (account := _account(text)) and _is_beside_day(page, index):
                yield Shaped(index, account, "account")
        elif is_any_given_name(text) and _is_beside_day(page, index) and _may_name(area, index):
            yield Shaped(index, text, "account")


def _account(text: str) -> str | None:
    """A given name with something behind a sign: "Anna / Harbour House"."""
    first, *others = _PARTS.split(text.strip(_EDGES), maxsplit=1)
    return first if others and is_given_name(first) else None


def announced_account(area: Area, index: int) -> str | None:
    """An account behind "by" or on the line below it, beside a day or twice on the page.

    A word of the article or of the language is none.
    """
    page = area.page
    _, _, name = page.texts[index].rpartition(" ")
    alone = name == page.texts[index]
    if alone and not (index > 0 and is_byline_label(page, index - 1)):
        return None
    label = page.texts[index].removesuffix(name).strip()
    if not alone and not is_label(label, page.language):
        return None
    lower = name.lower()
    if not _ACCOUNT.fullmatch(name) or names_nobody(name, page.language) or _is_word(area, lower):
        return None
    again = any(text == lower for at, text in enumerate(page.lower) if at != index)
    return name if again or _is_beside_day(page, index) else None


def _is_word(area: Area, word: str) -> bool:
    """Is it a word of the language or of the article?"""
    common = languages.function_words(area.page.language)
    return word in common or word in normalized_words(area.prose)


def _side_by_side(text: str) -> str | None:
    """Full names with nothing but blanks between them: "Anna Berg Tom Hall Eva Maria Lind"."""
    people: list[list[str]] = [[]]
    for token in text.split():
        if len(people[-1]) >= _FULL_NAME and is_given_name(token):
            people.append([])
        people[-1].append(token)
    listed = all(
        _FULL_NAME <= len(each) <= _FULL_NAME + 1
        and is_given_name(each[0])
        and all(token[0].isupper() and token.isalpha() for token in each)
        for each in people
    )
    return ", ".join(map(" ".join, people)) if listed and len(people) > 1 else None


def _is_beside_day(page: PageLines, index: int) -> bool:
    return any(page.dates(at) for at in (index - 1, index + 1) if 0 <= at < len(page.texts))


def _opens_titles(page: PageLines, name: str) -> bool:
    """Do many lines go on after a name without a sign, as titles do that are called after a hero?

    "Peter Marlow and the Tide", "Peter Marlow at Sea": lists of books and games have them.
    """
    start, end = f"{name.lower()} ", len(name) + 1
    return sum(line.startswith(start) and line[end].isalnum() for line in page.lower) > _MOST_STAMPS


def _may_name(area: Area, index: int) -> bool:
    """Is a line short, no picture's, no entry of a menu, and not below another label?"""
    page = area.page
    text = page.texts[index]
    if text.isascii() and text.islower():
        return False
    if any(page.credit(at).photo for at in range(index, min(index + 2, len(page.texts)))):
        return False
    if index < area.middle and page.lower.count(page.lower[index]) > 1:
        return False
    # "Media contact:", "Editor:"; what announces an author is read elsewhere
    return index == 0 or not page.texts[index - 1].endswith((":", "："))


def _around(area: Area) -> Iterator[int]:
    """The lines beside the headline, down to the first of the body, and those below the body."""
    count = len(area.page.texts)
    low = max(0, area.middle - _LINES_OVER)
    for index in range(low, min(count, area.start + _LINES_INTO_BODY)):
        if not area.kept[index] and (
            index <= area.middle + _LINES_UNDER or index >= area.start - _LINES_UNDER
        ):
            yield index
    yield from range(area.end + 1, min(count, area.end + 1 + _LINES_BELOW))


def _named(area: Area, text: str) -> str | None:
    """The full names that a line consists of, beside signs, offices and an agency."""
    language = area.page.language
    bare = text.strip(_EDGES)
    if not bare or len(bare) > _MOST_ALONE_CHARS:
        return None
    if bare.isupper():
        return loud_name(bare, language)
    office, _, rest = bare.partition(" ")
    if "-" in office and is_known_first_name(rest):
        bare = rest  # "FOCUS-Online-Experte Anna Berg"
    parts = [part for part in _PARTS.split(bare) if part]
    named = []
    for number, part in enumerate(parts):
        sure = is_any_given_name(part.partition(" ")[0])
        names = read_name(part, language, "" if sure else area.prose)
        nobody = names_nobody(names or "", language) or names_outlet(names or "", language)
        if names and " " in names and not nobody:
            if number == 0 or sure:
                named.append(names)
        elif number == 0 and " " in part:
            return None
    return ", ".join(dict.fromkeys(named)) or None


def _may_be_names(text: str) -> bool:
    """Has a line few words, mostly with a capital, and is one of them a name that is known?"""
    tokens = text.split()
    if not _FULL_NAME <= len(tokens) <= _MOST_TOKENS:
        return False
    loud = [token for token in tokens if token[0].isupper()]
    if len(tokens) - len(loud) > len(tokens) // _FULL_NAME and text.isascii():
        return False
    return any(is_any_given_name(token) or is_any_family_name(token) for token in tokens)


def _beside_day(area: Area, index: int) -> tuple[str, str] | None:
    """A name or an account between the signs of a line with a day: "26 May | annab | 3 replies"."""
    page, language = area.page, area.page.language
    text = page.texts[index]
    spans = [(each.start, each.end) for each in page.dates(index)]
    at = 0
    parts = []
    for start, end in (*spans, (len(text), len(text))):
        parts += [part.strip(_EDGES) for part in _PARTS.split(text[at:start]) if part]
        at = end
    for part in parts:
        names = read_name(part, language, "" if is_person(part) else area.prose)
        if names and is_person(names):
            return names, "part"
    # "Reviewed by Ann Lee, attorney at Holm & Berg, on 9 May" has no account
    for part in parts if len(page.words[index]) <= _STAMP_WORDS else ():
        if _ACCOUNT.fullmatch(part) and not names_nobody(part, language):
            plain = part.lower() in page.lower or part.lower() in area.prose.lower()
            if sum(line.startswith(part.lower()) for line in page.lower) > _MOST_STAMPS:
                continue  # a section, beside the day of each article
            if not plain or is_any_given_name(part):
                return part, "account"
    return None
