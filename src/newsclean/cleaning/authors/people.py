"""A byline -> who of it are people, and who are the outlet, an agency or a newsroom.

"Anna Berg, dpa" is by Anna Berg; "Associated Press", "Die Redaktion" and the name of the site
itself are nobody whom a reader could ask: they become the credit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.bylines import is_given_name, is_known_first_name, words
from newsclean.cleaning.lines.credits import agency
from newsclean.cleaning.lines.phrases import normalized_words

if TYPE_CHECKING:
    from newsclean.cleaning.area import Area

_ADDRESS = re.compile(r"[\w-]{2,40}\.(?:com|net|org|co|de|fr|tv|news|info|io)", re.IGNORECASE)
_DEGREE = re.compile(r"(?:[A-Z]\.?){2,5}|Ph\.?D\.?|MPhil|DPhil")
_BEHIND = re.compile(r"[A-Z]{2,3}")
_FULL_NAME = 2
_OWNED = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_MOST_OWNED_CHARS = 120
"""A longer line with "©" at its start says more than who owns the page (a guess)."""


class Byline(NamedTuple):
    """The names of a byline by what they are, each joined by commas, or empty."""

    people: str
    others: str


def divide(names: str, area: Area) -> Byline:
    """The people of a byline, and the agencies, newsrooms and owners of the page in it."""
    people: list[str] = []
    others: list[str] = []
    first, *further = names.split(", ")
    # "Anna Berg, MS, RD": what she has a degree in is part of no name
    named = (first, *(name for name in further if not _DEGREE.fullmatch(name)))
    for name in (_bare_name(name, area.page.language) for name in named):
        (others if _is_nobody(name, area) else people).append(name)
    if len(people) > 1 and any(map(is_known_first_name, people)):
        # beside a person, the staff of a house says who else had a part
        teams = words(area.page.language).teams
        others += [name for name in people if name.rpartition(" ")[2].lower() in teams]
        people = [name for name in people if name.rpartition(" ")[2].lower() not in teams]
        # beside a person, the owner of the page says where that person works
        others += [name for name in people if _owns_page(name, area)]
        people = [name for name in people if not _owns_page(name, area)]
    return Byline(", ".join(people), ", ".join(others))


def _bare_name(name: str, language: str) -> str:
    """A full name without what somebody is: "Editor Anna Berg", "Post-Experte Anna Berg MW".

    A doctor stays one: readers write it down as often as not.
    """
    tokens = name.split()
    known = words(language)
    while len(tokens) > _FULL_NAME and not is_given_name(tokens[0].partition("-")[0]):
        word = tokens[0].lower().strip(".")
        office = "-" in word and is_given_name(tokens[1])
        if not office and word not in known.roles:
            break
        tokens = tokens[1:]
    while len(tokens) > _FULL_NAME and is_given_name(tokens[0].partition("-")[0]):
        if not _BEHIND.fullmatch(tokens[-1]) or tokens[-2].isupper():
            break
        tokens = tokens[:-1]
    return " ".join(tokens)


def _is_nobody(name: str, area: Area) -> bool:
    """Is it an agency, an address, or a newsroom without a name of its own?"""
    if agency(name) or _ADDRESS.fullmatch(name):
        return True
    folded = normalized_words(name)
    known = words(area.page.language)
    common = languages.function_words(area.page.language) | languages.function_words("en")
    if known.offices.issuperset(folded):  # "Guest contributor", "Forum moderator"
        return True
    plain = known.teams | common
    return not known.teams.isdisjoint(folded) and plain.issuperset(folded)


def _owns_page(name: str, area: Area) -> bool:
    """Is this what the site is called, or who has the copyright of the page, and no person?"""
    if is_known_first_name(name):
        return False
    folded, site = normalized_words(name), area.record.metadata.site
    if site and normalized_words(site.value) == folded:
        return True
    phrase = f" {' '.join(folded)} "
    return len(folded) > 1 and any(
        len(text) < _MOST_OWNED_CHARS and _OWNED.match(text) and phrase in f" {said} "
        for text, said in zip(area.page.texts, area.page.phrases, strict=True)
    )
