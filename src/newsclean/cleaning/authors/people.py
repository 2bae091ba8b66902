"""A byline -> who of it are people, and who are the outlet, an agency or a newsroom.

"Anna Berg, dpa" is by Anna Berg; "Associated Press", "Die Redaktion" and the name of the site
itself are nobody whom a reader could ask: they become the credit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    names_nobody,
    names_outlet,
    read_names,
    words,
)
from newsclean.cleaning.lines.credits import agency
from newsclean.cleaning.lines.personal_names import (
    is_any_family_name,
    is_any_given_name,
    is_given_name,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.markup import is_authors
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.document import Metadata
    from newsclean.markup import Tree

_ADDRESS = lazy_regex(r"[\w-]{2,40}\.(?:com|net|org|co|de|fr|tv|news|info|io)", re.IGNORECASE)
_DEGREE = lazy_regex(r"(?:[A-Z]\.?){2,5}|Ph\.?D\.?|MPhil|DPhil")
_BEHIND = lazy_regex(r"[A-Z]{2,3}")
_DESK = lazy_regex(r"[\u4e00-\u9fff]{2,8}(?:報導|报道|報道)")
"""Where somebody reports from, in a list of names: "台北報導"."""
_FEWEST_LOUD, _MOST_LOUD = 3, 5
"""So many capitals are an outlet's short name; fewer are initials, more a family name (a guess)."""
_LABEL_CHARS = 4
"""A shorter part of an address is in many names by chance."""
_FULL_NAME = 2
_TITLES = ("Dr", "Prof")
_FEWEST_CARDS, _LINES_OVER_CARDS = 3, 3
"""So many names with days are those of a list, and so near the headline stands the author."""
_FEWEST_SITE_CHARS = 5
"""A shorter name may stand before a full stop by chance (a guess)."""
_OWNED = lazy_regex(r"\W{0,3}(?:©|\(c\)|copyright\b)", re.IGNORECASE)
_MOST_OWNED_CHARS = 120
"""A longer line with "©" at its start says more than who owns the page (a guess)."""


_CARD = lazy_regex(r"\b(?:related|teasers?|cards?|recommend\w*|latest|trending|most-?read)\b")
_COMMENTS = lazy_regex(
    r"(?<![\w-])(?:recent-)?comment(?:s|list|sitem)?"
    r"(?:-(?:list|item|node|root|body|content|author|meta|text|thread|wrapper))?(?![\w-])"
)
"""No "comments-open" or "has-comments", as the elements of an article may be called."""
_CARD_LEVELS = 6
_BLANKS_OF_TITLE, _LINKED = 3, 0.8
"""A link of so many blanks, and so large a share of its line, is a title (guesses)."""


class Byline(NamedTuple):
    """The names of a byline by what they are, each joined by commas, or empty."""

    people: str
    others: str


def is_on_card(page: PageLines, tree: Tree | None, at: int) -> bool:
    """Does a line stand right below the link of another article, or in a box of such links?"""
    if tree is None:
        return False
    node = tree.markup[at].node
    for _ in range(_CARD_LEVELS):
        names = tree.nodes[node].names if node >= 0 else ""
        if names and _CARD.search(names) and not is_authors(names):
            return True
        node = tree.nodes[node].parent if node >= 0 else -1
    own = page.texts[at]
    if any(
        link.line == at
        and link.text.count(" ") >= _BLANKS_OF_TITLE
        and own.startswith(title := link.text.strip())
        and own != title
        and read_names(title, page.language) != title
        for link in tree.inline
    ):
        return True  # "<a>The boat sails again</a> Anna Berg"
    above = page.texts[at - 1] if at else ""
    if above.count(" ") < _BLANKS_OF_TITLE or set(page.words[at]) & set(page.words[at - 1]):
        return False
    return tree.markup[at - 1].link_chars > _LINKED * len(above)


def is_in_comments(area: Area, at: int) -> bool:
    """Is a line in an element that is named as comments', and the headline not?"""
    tree = area.record.tree
    node = tree.markup[at].node if tree else -1
    while tree and node >= 0 and node not in area.around_headline:
        if _COMMENTS.search(tree.nodes[node].names):
            return True
        node = tree.nodes[node].parent
    return False


def cards(area: Area, places: Mapping[int, str]) -> frozenset[int]:
    """The lines that name people as a list of other articles does, of `places` with their names.

    Above the text each of three and more has a day of its own: the first one is the article's where
    it is near the headline. Below the text each of several people has a title above the name.
    """
    page, low = area.page, area.middle + _LINES_OVER_CARDS
    days: dict[int, str] = {}
    for at in sorted(places):
        if area.middle < at < area.start:
            beside = (day.iso for near in (at, at + 1) for day in page.dates(near))
            if day := next(beside, None):
                days[at] = day
    above = [at for at in days if at > low]
    several = len(days) >= _FEWEST_CARDS and len(set(days.values())) > 1
    signed = {places[at] for at in days if page.byline(at)}
    # not what else the author wrote
    several = several and len({places[at] for at in days}) > 1 and len(signed) != 1
    named = (at for at in places if at > area.end + 1 and page.byline(at))
    below = [at for at in named if not area.kept[at - 1] and _is_title(page.texts[at - 1])]
    others = len({places[at] for at in below}) > 1
    return frozenset((*(above if several else ()), *(below if others else ())))


def _is_title(text: str) -> bool:
    """May it be the title of an article, and is it no sentence?"""
    return text.count(" ") >= _BLANKS_OF_TITLE and not text.endswith((".", ":", "。"))


def divide(names: str, area: Area) -> Byline:
    """The people of a byline, and the agencies, newsrooms and owners of the page in it."""
    people: list[str] = []
    others: list[str] = []
    first, *further = _once(names.split(", "))
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


def _once(names: Sequence[str]) -> list[str]:
    """Each name once, of "Anna Berg" and "ANNA BERG" that which does not shout."""
    found: dict[str, str] = {}
    for name in names:
        key = " ".join(normalized_words(name))
        if key not in found or found[key].isupper():
            found[key] = name
    return list(found.values())


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


def is_body(name: str, language: str) -> bool:
    """Is it called as a company, an outlet or a newsroom is, and not as a person?

    Of 31 such bylines of labelled pages none was the author.
    """
    if is_known_first_name(name):
        return False
    tokens = name.split()
    # a family name may be in capitals, and so may the whole
    loud = _is_short_name(tokens[0]) and (len(tokens) == 1 or not name.isupper())
    loud = loud and not _opens_with_family_name(tokens, language)
    return loud or names_nobody(name, language)


def _opens_with_family_name(tokens: Sequence[str], language: str) -> bool:
    """May it be a full name as "LIU Wei" and "NAGY Péter" are, and not "CBS Austin"?"""
    family, *given = tokens
    return (
        bool(given)
        and family.lower() not in words(language).outlets
        and (is_any_family_name(family) or any(map(is_any_given_name, given)))
    )


def is_owner(value: str, metadata: Metadata) -> bool:
    """Is a stated author what the site or its address is called, and nobody's name?"""
    # a blog may be called after the person who writes it; "Harbour Post expert Anna Berg"
    named = metadata.site.value if metadata.site else ""
    last = " ".join(value.split()[-2:])
    if any(map(is_known_first_name, (value, last, named))) or is_person(value):
        return False
    if not (words := normalized_words(value)):
        return False
    name = "".join(words)
    site = "".join(normalized_words(named))
    called = bool(site) and (name in site or site in (name, words[0]))
    return called or _is_host(name, metadata.url.value if metadata.url else "")


def is_person(name: str) -> bool:
    """Has a full name a given name in front, and is that, or the last one, a known one?"""
    first, *others = name.split() or [""]
    listed = bool(others) and is_any_given_name(first) and is_any_family_name(others[-1])
    return listed or is_known_first_name(name)


def loud_name(text: str, language: str) -> str | None:
    """A full name in capitals that a text consists of."""
    names = read_names(text, language) or ""
    whole = len(names) == len(text) and names.count(" ") in (1, 2)
    return names if whole and not names_nobody(names, language) else None


def is_house(name: str, metadata: Metadata) -> bool:
    """Is it the owner's name, and does it not even begin as a person's may?"""
    if metadata.site is None and metadata.url is None:
        return False
    first = name.partition(" ")[0]
    return not is_any_given_name(first) and is_owner(name, metadata)


def owns_outlet(page: PageLines, names: str) -> bool:
    """Is it what the page's copyright line or its addresses call the outlet, and nobody's name?"""
    title, _, name = names.partition(" ")
    if is_known_first_name(name if title.rstrip(".") in _TITLES else names):
        return False
    words = normalized_words(names)
    lower = names.lower()
    if any(lower in text and "©" in text for text in page.lower):
        return True
    site = "".join(words)
    return len(site) > _FEWEST_SITE_CHARS and any(f"{site}." in text for text in page.lower)


def _is_host(name: str, address: str) -> bool:
    """Is a name, without blanks, what the page's address is called: "harbourpost.example"?"""
    host = re.match(r"https?://([^/:]+)", address.lower())
    labels = host[1].replace("-", "").split(".")[:-1] if host else []
    return bool(name) and any(
        label == name or (len(label) > _LABEL_CHARS and (label in name or name in label))
        for label in labels
    )


def _is_short_name(token: str) -> bool:
    return token.isalpha() and token.isupper() and _FEWEST_LOUD <= len(token) <= _MOST_LOUD


def _is_nobody(name: str, area: Area) -> bool:
    """Is it an agency, an address, or a newsroom without a name of its own?"""
    if (
        is_body(name, area.page.language)
        or agency(name)
        or _ADDRESS.fullmatch(name)
        or _DESK.fullmatch(name)
    ):
        return True
    folded = normalized_words(name)
    known = words(area.page.language)
    common = languages.function_words(area.page.language) | languages.function_words("en")
    if known.offices.issuperset(folded):  # "Guest contributor", "Forum moderator"
        return True
    article = folded[:1] == ["the"] or (len(folded) > 1 and folded[0] in known.particles)
    if article and names_outlet(name, area.page.language):  # "Le Figaro", "The Sun"
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
