"""Is a word a given name, or a family name, somewhere in the world, or what somebody does?

The lists in `data/cleaning/names.json` are long, and many of their words are plain words, too: this
is evidence beside other evidence, and decides nothing alone. `is_given_name` has the short list of
names that are hardly ever anything else.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    import re
    from collections.abc import Container, Sequence

LABELS_GLUED = ("words", "text", "tekst", "testo", "story")
"""With what a line may begin that names writer and photographer without a blank between."""
_OFFICE_ENDS = (
    *("redakteur", "redakteurin", "reporter", "reporterin", "korrespondent", "korrespondentin"),
    *("journalist", "journalistin", "redacteur", "verslaggever", "redaktør", "redaktör"),
)
"""So end the names of offices in languages that write them as one word: "Chefreporter"."""
_OPENING_LETTERS = 2
"""So many first letters tell which part of a list of names is looked into."""
_BEHIND_LABEL = ("by", "von", "de", "di", "av", "af", "por", "par", "door", "per")
_BRACKETED = lazy_regex(r"[,;&/]?\s?[^,;&/()]+\(([^()]{2,16})\)")
_FOOTNOTED = lazy_regex(
    r"[\d¹²³⁴-⁹](?:(?<=[^\W\d_].)|(?<=[^\W\d_]\s.))[\d¹²³⁴-⁹,*✉]{0,8}\s?[,;]\s[^\W\d_]"
)
_FOOTNOTE = lazy_regex(
    r"(?<=[^\W\d_¹²³⁴-⁹])\s?[\d¹²³⁴-⁹][\d¹²³⁴-⁹,*✉]{0,8}(?=\s?(?:[,;&]|(?:and|und|et|y|e)\s|$))"
)
"""The marks of an address or a note, behind the authors of a paper: "Anna Berg1, Tom Hall1,2"."""
_FULL_NAME, _MOST_NAMES = 2, 4
_UNCASED_FROM, _UNCASED_TO = "\u0590", "\u0e00"
"""Where scripts are that have no capitals."""
_SAME = str.maketrans("كي", "کی")
"""Persian is written with the one or the other."""
_SHORTEST_SECOND = 7
_SECOND = lazy_regex(
    r"(?:,\s(?P<office>[^,|&\d]{3,40}?)|,?\s(?P<place>(?:in|at|from)\s[^,|&\d]{3,24}?))?"
    r"(?P<bar>\s\|\s)?,?(?(bar)|\s(?:and|und|et|og|och|&|y|en|i|и)\s)"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w.’'-]*){1,2})(?=\s?$|,|\s\||\s(?:in|at|from)\s)"
)
"""Another author behind what the one before is and from where: ", Staff Writer, and Tom Hall"."""
_JOINED = lazy_regex(r"\s(?:and|und|et|och|og|y|e|i|en|и|та|ja)\s")


def is_office(word: str, known: Container[str]) -> bool:
    """Is a word in lower case what somebody at a paper is: a `known` one, or by its end?"""
    return word in known or word.endswith(_OFFICE_ENDS)


def office_behind(lower: Sequence[str], known: Container[str]) -> int | None:
    """Where behind a full name what somebody is begins: "anna berg head of sport"."""
    for at in range(_FULL_NAME, len(lower)):
        # "Anna Maria Head" is called so
        if is_office(lower[at], known) or (lower[at] == "head" and lower[at + 1 :]):
            return at
    return None


def words_before_office(name: str, role: int) -> int:
    """How many words of a name with an office are the name: 2 of "Anna Berg Political editor"."""
    tokens = name.split()[:role]
    given = is_given_name(tokens[0]) or is_any_given_name(tokens[0])
    full = role > _FULL_NAME and given and not is_given_name(tokens[1])
    return _FULL_NAME if full and len(tokens[1]) > _FULL_NAME else role


def without_degrees(author: str) -> str:
    """A name without what its owner has taken: "Anna Berg, MD"."""
    name, *degrees = author.split(",")
    return name if all(map(str.isupper, degrees)) or "PhD" in author else author


def without_footnotes(text: str) -> str:
    """A list of names without the marks of addresses and notes behind them.

    >>> without_footnotes("Anna Berg 1, Tom Hall 2 and Ole Dahl¹")
    'Anna Berg, Tom Hall and Ole Dahl'
    """
    return _FOOTNOTE.sub("", text) if _FOOTNOTED.search(text) else text


def without_trade(name: str, other: str, text: str) -> str:
    """A full name without the first of two things that somebody is.

    >>> without_trade("Anna Berg Gardener", "Astrologer", "Anna Berg Gardener & Astrologer")
    'Anna Berg'
    """
    tokens = name.split()
    linked = any(f"{name} {link} {other}" in text for link in ("&", "and", "und", "et", "y", "e"))
    named = is_any_given_name(other) or is_any_family_name(other)
    pair = linked and not named and is_given_name(tokens[0]) and not name.isupper()
    pair = pair and not is_given_name(tokens[1])
    return " ".join(tokens[:-1]) if pair and len(tokens) > _FULL_NAME else name


def second_authors(text: str, names: Sequence[str], roles: Container[str]) -> list[str]:
    """The full names that follow the last of `names` behind its office, its place or a bar.

    >>> second_authors("Anna Berg in Ellmouth and Tom Hall in London", ["Anna Berg"], {})
    ['Tom Hall']
    """
    _, last, tail = text.partition(names[-1])
    found: list[str] = []
    while last and len(tail) > _SHORTEST_SECOND and (next_ := _SECOND.match(tail)):
        first, *_, family = next_["name"].split()
        said = next_["office"]
        office = said and any(is_office(word, roles) for word in said.lower().split())
        between = office or next_["place"] or next_["bar"]
        if not (between and is_given_name(first) and is_any_family_name(family)):
            break
        found.append(next_["name"])
        tail = tail[next_.end() :]
    return found


def labels_pictures(text: str) -> bool:
    """Is a text only a word for pictures, as it stands beside a photographer's name?

    >>> labels_pictures("(Foto)"), labels_pictures("Photographs by"), labels_pictures("Photo op")
    (True, True, False)
    """
    word, _, by = text.strip(" :：,()").lower().partition(" ")
    known = word in words_for_pictures() or word in _known_words("pictures_alone")
    return known and (not by or by in _BEHIND_LABEL)


@cache
def _known_words(kind: str) -> frozenset[str]:
    """Words in `data/cleaning/bylines.json`.

    What the names of places begin with ("New York", "San Pedro") and end on; given names that are
    plain words or places, too; the family names of most people in Vietnam; what pictures are
    called, and what says so only where it stands alone ("Big Picture" may be a name).
    """
    return frozenset(languages.read_data("cleaning/bylines.json")[kind].split())


def without_photographers(text: str) -> str:
    """A list of names without those that brackets call photographers.

    >>> without_photographers("Anna Berg (Text), Tom Hall (Fotos)")
    'Anna Berg (Text)'
    """

    def rest(found: re.Match[str]) -> str:
        if not labels_pictures(found[1]):
            return found[0]
        joined = list(_JOINED.finditer(found[0]))
        return found[0][: joined[-1].start()] if joined else ""

    return _BRACKETED.sub(rest, text)


def texts_and_pictures(link: str, by: Sequence[str]) -> str:
    """A pattern for what somebody has written who took the pictures, too: "Words & Images by"."""
    kinds = ("texts", "pictures", "pictures_alone")
    texts, *pictures = ("|".join(sorted(_known_words(kind))) for kind in kinds)
    return rf"(?:{texts})\s(?:[&+]|{link})\s(?:{'|'.join(pictures)})(?:\s(?:{'|'.join(by)}))?"


def words_for_pictures() -> frozenset[str]:
    """What pictures and who takes them are called, and hardly anything else."""
    return _known_words("pictures")


def is_any_given_name(word: str) -> bool:
    """Is somebody called so by a first name? Case and accents do not matter."""
    return _is_listed("given", _letters(word))


def is_any_family_name(word: str) -> bool:
    """Is somebody called so by a last name? Case and accents do not matter."""
    return _is_listed("family", _letters(word))


def may_be_called(first: str, last: str) -> bool:
    """Is somebody called so by a first name, or by a last one?"""
    return is_any_given_name(first) or is_any_family_name(last)


def is_unknown_name(words: Sequence[str]) -> bool:
    """Are these words of a script without capitals, where any may be a name, and none is known?"""
    first, last = (word.translate(_SAME) for word in (words[0].partition("-")[0], words[-1]))
    if not _UNCASED_FROM < first[:1] < _UNCASED_TO:
        return False
    known = may_be_called(first, last) or not _uncased_names().weak.isdisjoint((first, last))
    return not (known or is_given_name(first))


def is_full_name(name: str, language: str) -> bool:
    """Is a name made of a given and a family name, in the order of the language, and no place's?

    >>> is_full_name("Szalai Dóra", "hu"), is_full_name("Nova Gorica", "sl")
    (True, False)
    """
    first, *others = name.lower().split()
    if not 1 <= len(others) < _MOST_NAMES or names_place(name):
        return False
    if language == "vi":  # the lists have few of its names
        return len(others) > 1 and first in _known_words("vietnamese")
    if language == "hu" and is_given_name(others[-1]):
        return True
    given = first.partition("-")[0]
    if is_given_name(given) and given not in _known_words("given_words"):
        return True
    return is_any_given_name(given) and is_any_family_name(others[-1])


def names_place(name: str) -> bool:
    """Is it called as places are, or as a firm that has its name from one?

    >>> names_place("Charlotte County"), names_place("Georgia Power"), names_place("Georgia Berg")
    (True, True, False)
    """
    first, *others = name.lower().split()
    last = others[-1] if others else ""
    plain = first in _known_words("given_words")  # "Anna Park" is somebody
    placed = last in _known_words("place_ends") and (plain or not is_given_name(first))
    firm = plain and last in _known_words("firm_ends")
    opened = first in _known_words("place_openings")
    return placed or firm or opened or name in _not_signed()


def opens_full_name(tokens: Sequence[str], token: str) -> bool:
    """Is a word that is a common one, too, the first of a full name: "Will Hardy", "Mette Dahl"?"""
    if len(tokens) != _FULL_NAME or token is not tokens[0] or not token.istitle():
        return False
    known = is_given_name(token) and is_any_family_name(tokens[1])
    return known or is_full_name(" ".join(tokens), "")


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKD", word.lower())))


def _is_listed(kind: str, letters: str) -> bool:
    return bool(letters) and letters in _beginning(kind, letters[:_OPENING_LETTERS])


@lru_cache(maxsize=2048)
def _beginning(kind: str, opening: str) -> frozenset[str]:
    """The listed names with these first letters: a page asks for a few of some 57,000."""
    listed = _listed(kind)

    def letters(place: int) -> str:
        """The first letters of the name behind the first blank from a place on."""
        at = listed.find(" ", place) + 1
        return listed[at : at + len(opening)]

    places = range(len(listed) - 1)  # the last blank has no name behind it
    low, high = (half(places, opening, key=letters) for half in (bisect_left, bisect_right))
    return frozenset(listed[listed.find(" ", low) : listed.find(" ", high)].split())


@cache
def _listed(kind: str) -> str:
    """The names of a list, sorted, with a blank around each."""
    return f" {languages.read_data('cleaning/names.json')[kind]} "


def is_given_name(name: str) -> bool:
    """Is it a given name, and nothing else? "Zoë" is "Zoe", too."""
    known, lower = _first_names(), name.lower()
    if lower in known:
        return True
    letters = unicodedata.normalize("NFKD", lower)
    if letters.isascii():
        return False
    return "".join(filter(str.isalpha, letters)) in known or (
        _UNCASED_FROM < lower[:1] < _UNCASED_TO and lower.translate(_SAME) in _uncased_names().given
    )


class _Uncased(NamedTuple):
    """Names in scripts without capitals."""

    given: frozenset[str]
    weak: frozenset[str]
    """Family names, and given ones in Hebrew, too many of which are plain words."""


@cache
def _uncased_names() -> _Uncased:
    lists = {
        code: languages.read_data(f"quotes/{code}.json")["patterns"]
        for code in ("ar", "bn", "fa", "he", "hi")
    }
    given = {
        code: " ".join(one["given"].values()).translate(_SAME).split()
        for code, one in lists.items()
    }
    weak = {name for one in lists.values() for name in one.get("families", "").split()}
    weak.update(given.pop("he"))
    return _Uncased(frozenset().union(*given.values()), frozenset(weak))


def is_vietnamese_name(words: Sequence[str]) -> bool:
    """Do these words begin with a Vietnamese family name, each with a capital: "Lê Thu Hằng"?"""
    full = _FULL_NAME <= len(words) <= _MOST_NAMES and all(map(str.istitle, words))
    known = full and words[0] in _vietnamese()
    return known and " ".join(words) not in _not_signed()  # a town, a street or a firm is called so


@cache
def _vietnamese() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/bylines.json")["families_vi"].split())


@cache
def _not_signed() -> frozenset[str]:
    return frozenset(languages.read_data("cleaning/bylines.json")["not_signed_vi"].split(" | "))


def end_of_name(words: Sequence[str]) -> int:
    """How many of the words are a person's full name, where two or more others follow it; else all.

    >>> end_of_name("Anna Berg Ferrow Post".split())
    2
    >>> end_of_name("Mary Jane Smith Daily Mail".split())
    3
    """
    end = 2
    while end < len(words) and is_given_name(words[end - 1]):
        # "Anna Thomas Ferrow Post": a given name is a family name, too, unless one follows
        if is_any_family_name(words[end - 1]) and not is_any_family_name(words[end]):
            break
        end += 1
    # one word behind may be a family name: "Anna Maria Lopez Sun"
    return end if len(words) > end + 1 and is_given_name(words[0]) else len(words)


def end_before_team(words: Sequence[str], outlets: Container[str]) -> int:
    """How many of the words before "Staff" are a full name, the others being of the outlet.

    >>> end_before_team("Mary Jane Smith Daily Mail".split(), ("mail",))
    3
    """
    end = _FULL_NAME
    while end < len(words) and words[end].lower() not in outlets:
        initial = len(words[end - 1].strip(".")) == 1
        if not initial and not (is_given_name(words[end - 1]) and is_any_family_name(words[end])):
            break
        end += 1
    return end


@cache
def _first_names() -> frozenset[str]:
    data = languages.read_data("quotes/first_names.json")
    return frozenset(name for kind in ("m", "f", "u") for name in data[kind].split())


def holds_network(text: str) -> bool:
    """Is a button that shares an article in it, alone or glued to others: "FacebookXCopy link"?"""
    lower = text.lower()
    return any(map(lower.__contains__, _known_words("networks")))
