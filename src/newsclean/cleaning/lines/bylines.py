"""A line -> the names of the authors in it, if it is a byline.

"By Anna Berg and Tom Hall, Staff Writers | March 3, 2024" gives "Anna Berg, Tom Hall". Whether
a line without "by" ("Anna Berg") is one, only its neighbours can tell: `read_name`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines import accounts
from newsclean.cleaning.lines.calendars import before_day, weekdays
from newsclean.cleaning.lines.dates import date_words, find_dates, month_number
from newsclean.cleaning.lines.personal_names import (
    LABELS_GLUED,
    end_before_team,
    end_of_name,
    holds_network,
    is_full_name,
    is_given_name,
    is_unknown_name,
    is_vietnamese_name,
    may_be_called,
    names_place,
    office_behind,
    opens_full_name,
    second_authors,
    texts_and_pictures,
    without_degrees,
    without_footnotes,
    without_photographers,
    without_trade,
    words_before_office,
    words_for_pictures,
)
from newsclean.cleaning.lines.phrases import has_word, normalized_words
from newsclean.cleaning.lines.stamps import Stops, end_of_stamp, stops_of
from newsclean.patterns import Opened, lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_CUT = lazy_regex(
    r"(?:[|•·●▪—(@\d]|\s(?:[-–—]?\s)"
    r"|\bon behalf of\b|\b(?:for|from|at|in|on|für|am|pour|para|per)\s(?=[A-Z\d]|$)"
    r"|\b(?:FOR|FROM|For|From)\s|\b(?:In|For|On)$)"
)
"""Where a name ends; what is white before it goes with it."""
_OF_OUTLET = lazy_regex(r"((?:[^\W\d_][\w.'’-]+\s){2,3})of the\s(?=[A-Z])")
"""A full name before "of the Harbour Post"; "Friends of the Harbour" are one."""
_MIDDLE = lazy_regex(r"\(([^\W\d_]{2,20})\)(?=\s[^\W\d_])")
"""A name in brackets before the last one, "Paramita (Guha) Ghosh"."""
_ASIDE = lazy_regex(r"\s\((?:[^\W\d_A-ZÀ-Þ]{1,12}[/ ]){0,2}[^\W\d_A-ZÀ-Þ]{2,12}\)")
"""Words in brackets behind a name: "Anna Berg (now) and Tom Hall (earlier)", "(she/her)"."""
_NOTED = lazy_regex(r"\s\([^()]{1,60}\)")
"""What stands in brackets behind the degrees of one of several authors."""
_SPLIT = lazy_regex(r"\s*[,،;&/+]\s*")
_TOKEN = lazy_regex("[^\\W\\d_](?:[^\\W\\d_]|['’.\\-\u05be\u200c\u0900-\u0e7f]|[\"״](?=[א-ת]))*$")
_LONGEST, _SHORTEST, _FULL_NAME = 140, 3, 2
_UNSPACED_FROM, _HANGUL_FROM = "\u3040", "\uac00"
"""Names in characters from here on, Chinese and Japanese ones, are as short as one of them."""
_THAI, _MOST_THAI = ("\u0e00", "\u0e7f"), 44
_DEGREE = lazy_regex(r"[A-Z]{2,5}")
_PARTS = lazy_regex(r"\s(?:[•·●▪–—/-]|\|{1,2})\s")
_GLUED_WORDS = lazy_regex(r"[^\W\d_A-ZÀ-Þ]{4}[A-ZÀ-Þ]")
"""A capital inside a word, "RobotsCommercial"; "McDonald" and "FitzGerald" have it earlier."""
_INNER_CAPITAL = lazy_regex(r"(?<=[^\W\d_A-ZÀ-Þ])([A-ZÀ-Þ][^\W\d_]{3,})$")
_SITE = lazy_regex(r"[^\W\d_]{2}\.[^\W\d_]{2,4}$")  # "Правда.Ру"
_SENTENCE_END = lazy_regex(r"((?:[^\W\d_][^\s.,|]*\s){1,2}[^\W\d_][^\s.,|]{2,20})\.\s(?=[^\W\d_])")
_DOTTED = lazy_regex(r"[a-z]\.[a-z]")
_OWNED = lazy_regex(r"['’]s$|['’]s\s")
_LABELS = ("author", "autor")
GLUED = ("by", "von", "par", "por", "av", "af")
_RUN_ON = (*GLUED, *LABELS_GLUED)
"""What a name may stand right after, as copied pages have it: "ByAnna Berg"."""


class Words(NamedTuple):
    """The words bylines are made of, in one language and in English."""

    by: Opened
    label: re.Pattern[str]
    stops: Stops
    link: re.Pattern[str]
    first: frozenset[str]
    """What a line that begins with "by" has for its first word."""
    particles: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    teams: frozenset[str]
    offices: frozenset[str]
    """What the name of an office is made of, "executive content editor"."""
    editors: frozenset[str]
    not_names: frozenset[str]
    organisations: frozenset[str]
    """What the name of a company, an outlet or a body has in it."""
    outlets: frozenset[str]
    """What is glued to the end of a name."""
    glued_ends: frozenset[str]
    """What is glued to a name without a blank."""
    biography_verbs: frozenset[str]
    """What follows a name in a line about the author, "Anna Berg writes"."""
    biography_roles: frozenset[str]
    """What somebody is who writes."""
    dangling: frozenset[str]
    """What behind a full name begins something else, "Last (updated)", "View (in)"."""
    outlet_ends: frozenset[str]
    """What the name of an outlet ends on, "Harbour Post"; a few people are called so too."""


def may_label_author(folded: Sequence[str], language: str) -> bool:
    """Can a line of these words (of `normalized_words`) begin with "by"? Most lines can not."""
    return bool(folded) and (folded[0] in words(language).first or folded[0].startswith(_RUN_ON))


def may_name_author(folded: Sequence[str], language: str) -> bool:
    """Can a line of these words have "by" at a place where authors follow?"""
    free = words(language).first.isdisjoint(folded)
    return not free or (bool(folded) and folded[0].startswith(_RUN_ON))


def read_byline(text: str, language: str) -> str | None:
    """The authors a line with "by" (in `language` or English) names, joined by commas.

    >>> read_byline("By ANNA BERG and Tom Hall, Staff Writers | March 3, 2024", "en")
    'ANNA BERG, Tom Hall'
    """
    if len(text) > _LONGEST:
        return None
    by = words(language).by
    if writers := accounts.writers_by_form(text, by):
        return read_names(writers, language)
    if found := by.match(text):
        rest = text[found.end() :]
        if stop := _SENTENCE_END.match(rest):  # "Autor: Anna Berg. Data publikacji: ..."
            rest = stop[1]
        numbered = accounts.read_numbered(rest, find_dates(rest, language))
        return numbered or read_names(rest, language) or _account(rest, language)
    end = end_of_stamp(text, find_dates(text, language))
    if end is not None and (found := by.match(text, end)):
        rest = text[found.end() :].removeprefix("@")
        return read_names(rest, language) or _account(rest, language, stamped=True)
    for part in _PARTS.split(text)[1:]:
        if found := by.match(part):
            return read_names(part[found.end() :], language)
    return None


def _account(text: str, language: str, *, stamped: bool = False) -> str | None:
    known, dates = words(language), find_dates(text, language)
    nobody = known.not_names | known.offices
    return accounts.read_account(text, dates, known.stops, nobody, stamped=stamped)


def read_name(text: str, language: str, prose: str = "", *, sure: bool = False) -> str | None:
    """The name that a line without "by" consists of: two to four capitalised words.

    `prose` is the article: no name is made of words that it writes in lower case. Where the place
    of the line makes it `sure`, one word or capitals will do, and one such word does no harm.
    """
    if len(text) > _LONGEST:
        return None
    known = words(language)
    folded = normalized_words(text)
    if len(folded) < 2 and not sure and known.teams.isdisjoint(folded):
        return None
    names = read_names(text, language)
    if not names:
        return None
    if not known.teams.isdisjoint(names.lower().replace(",", " ").split()):
        return names
    first, *others = names.split(", ")
    end = text.find(first) + len(first) + 1  # "Anna Berg - RadioNord" is glued to nothing
    glued = _GLUED_WORDS.search(text[:end]) and not is_known_first_name(first)
    if glued or not _is_likely(first, language, prose, sure=sure):
        return None
    kept = (name for name in others if _is_likely(name, language, prose, sure=False))
    return ", ".join([first, *kept])


def _is_likely(name: str, language: str, prose: str, *, sure: bool) -> bool:
    """Is it a person's or a team's name, and not two words of a menu?"""
    known, function_words = words(language), languages.function_words(language)
    tokens = name.split()
    # "Петр СИНЯЕВ" is a name, other words in capitals are a heading
    loud = len(tokens) in (_FULL_NAME, 3) and len(tokens[0]) > 2 and is_given_name(tokens[0])
    first = tokens[0].replace(".", "")  # initials do not shout
    shouting = any(t.isupper() and len(t) > 3 for t in (first, *tokens[1:])) and not loud
    if not sure and (len(tokens) < 2 or shouting or is_unknown_name(tokens)):
        return False
    if sum(len(token) == 1 for token in tokens) > 1:  # "A A A", the sizes of letters
        return False
    if _GLUED_WORDS.search(name) or _OWNED.search(name) or tokens[0].lower() in known.roles:
        return False
    if language == "vi" and is_full_name(name, language):
        return True  # of words that are common, too
    if max(map(len, tokens)) < _SHORTEST and tokens[0] < _UNSPACED_FROM:
        return False
    common = 0
    for token in tokens:
        word = token.lower().strip(".")
        if len(word) == 1 or word in known.particles:
            continue
        common_word = word in function_words or word in known.not_names
        if common_word and not (opens_full_name(tokens, token) or is_vietnamese_name(tokens)):
            return False
        common += has_word(prose, word)
    return common == 0 or (sure and common < len(tokens))


def names_team(folded: Sequence[str], language: str) -> bool:
    """Is one of these words (of `normalized_words`) that of a team, an agency or a newsroom?"""
    return not words(language).teams.isdisjoint(folded)


def is_label(text: str, language: str) -> bool:
    """Is the line only the word that announces the author, who stands on the next one?"""
    return words(language).label.fullmatch(text) is not None


@lru_cache(maxsize=256)
def read_names(text: str, language: str) -> str | None:
    """The names at the start of `text`, without roles, titles, dates and what follows them."""
    if text.endswith(" nuotr."):
        return None  # Lithuanian: who took the picture
    known = words(language)
    text = accounts.plain_names(text)
    if "(" in text:
        text = without_photographers(text)
        text = _MIDDLE.sub(r"\1", _ASIDE.sub("", text))
    while again := known.by.match(text):  # "By By Anna Berg"
        text = text[again.end() :]
    text = before_day(text, find_dates(text, language), language)
    label, colon, rest = text.partition(": ")
    if colon and known.roles.issuperset(label.lower().split()):
        text = rest  # "Staff writer: Anna Berg"
    text = without_footnotes(text)
    text = _NOTED.sub("", text) if ";" in text else text
    if (found := _OF_OUTLET.match(text)) and is_known_first_name(found[1]):
        text = found[1]
    whole = text
    if cut := _CUT.search(text):
        text = text[: cut.start()].rstrip()
    if ";" in text:  # "Anna Berg, MD, PhD; Tom Hall, RN"
        text = ", ".join(map(without_degrees, text.split(";")))
    beyond, names, text = False, list[str](), known.stops.cut(text)
    for part in _SPLIT.split(known.link.sub(", ", text)):
        by = known.by.match(part) if names else None  # "By Anna Berg, By Tom Hall"
        bare = part[by.end() :] if by and is_known_first_name(part[by.end() :]) else part
        name = _trimmed(bare.strip(" .:،-–—_»›→"), known, language)
        lower = [word.strip(".").lower() for word in name.split()]
        role = office_behind(lower, known.roles)
        office = role and not may_be_called(lower[0], lower[1])
        if names and " " in names[0] and (office or not known.roles.isdisjoint(lower[:_FULL_NAME])):
            break  # "Anna Berg, Chief Marketing Officer", "Anna Berg, Local Government Editor"
        team = next((at for at in range(3, len(lower)) if lower[at] in known.teams), None)
        if team is not None and is_known_first_name(name):  # "Anna Berg Globe Staff"
            tokens = name.split()[:team]
            names.append(" ".join(tokens[: end_before_team(tokens, known.outlet_ends)]))
            continue
        if role is not None and known.teams.isdisjoint(lower):
            name = " ".join(name.split()[: words_before_office(name, role)])
            names += [name] if _is_name(name, lower[: len(name.split())], known) else []
            break
        if not name or all(word in known.titles for word in lower):
            continue
        if not _is_name(name, lower, known):
            break
        # after a full name, a role, a town or an agency stands alone, or an outlet
        if names and " " in names[0]:
            if " " not in name:  # "Anna Berg, London, Tom Hall", "Anna Berg, DVM & Tom Hall"
                beyond, names[-1] = True, without_trade(names[-1], name, text)
                continue
            if known.roles.intersection(lower) or (beyond and not is_known_first_name(name)):
                break
            if known.organisations.intersection(lower) and known.teams.isdisjoint(lower):
                break
            outlet = lower[-1] in known.outlet_ends or lower[0] == "the" or names_place(name)
            outlet |= name.isupper() and not names[0].isupper()  # "Anna Berg, RADIO NORD"
            if outlet and not is_known_first_name(name):
                break  # "Anna Berg, Harbour Times"
        names.append(name)
    names += second_authors(whole, names, known.roles) if names else ()
    return ", ".join(names) or None


def names_nobody(names: str, language: str) -> bool:
    """Is this the name of an organisation, or made of words that name nobody?"""
    known = words(language)
    folded = [word for word in normalized_words(names) if word not in known.particles]
    return (
        not folded
        or all(word in known.not_names or word in known.offices for word in folded)
        or not known.organisations.isdisjoint(folded)
        or not known.teams.isdisjoint(folded)
    )


def names_outlet(name: str, language: str) -> bool:
    """Is it called as outlets are ("Harbour Post"), and does it not begin with a given name?"""
    ends = words(language).outlet_ends
    return name.rpartition(" ")[2].lower() in ends and not is_known_first_name(name)


def is_known_first_name(names: str) -> bool:
    """Is the first of the names a given name and at least one more?"""
    tokens = names.split(", ", maxsplit=1)[0].split()
    return len(tokens) > 1 and is_given_name(tokens[0].partition("-")[0])


def _trimmed(name: str, known: Words, language: str) -> str:
    """A name without what is glued to its end: a month, an outlet, a role, the rest of an address.

    "Anna Berg Fox News", "Anna BergContributions", "Anna Berg anna.berg", "Anna Berg Vom".
    """
    tokens = name.split()
    for at, token in enumerate(tokens):
        if token[1:].islower() and token.isalpha():  # most: in a tenth of the pattern's time
            continue
        inner = _INNER_CAPITAL.search(token)
        glued = inner and at and _GLUED_WORDS.search(token)
        if inner and (glued or inner[1].lower() in known.glued_ends):
            tokens = [*tokens[:at], token[: inner.start(1)]]
            break
    for at in range(2, len(tokens)):
        word = tokens[at].lower().strip(".:")
        day = word[3:] and word in weekdays(language)  # "Sun" is a name, too
        ends = at == len(tokens) - 1 and word not in known.outlet_ends  # "Mail" is an Estonian May
        if ends and (day or month_number(word, language)):
            return " ".join(tokens[:at])
        cut = word in known.outlets or word in known.dangling or _DOTTED.search(tokens[at])
        if cut or (_DEGREE.fullmatch(tokens[at]) and not tokens[0].isupper()):
            return " ".join(tokens[:at])
    if tokens and tokens[-1].rpartition("-")[2].lower() in known.outlet_ends:
        tokens = tokens[: end_of_name(tokens)]  # "Anna Berg Ferrow Post"
    # "Amitava Das" keeps what in "Anna Berg Vom" begins another word
    while len(tokens) > 1 and (last := tokens[-1].lower()) in known.particles:
        if last in ("af", "o") or (len(tokens) == _FULL_NAME and tokens[-1][0].isupper()):
            break
        tokens.pop()
    return " ".join(tokens)


def _is_name(name: str, lower: list[str], known: Words) -> bool:
    """One to five words, capitalised but for particles."""
    tokens = name.split()
    thai = _THAI[0] <= name[:1] <= _THAI[1]  # one word of it may be a newsroom's name, or a clause
    most = _FULL_NAME if name[:1] >= _HANGUL_FROM else 5
    if not 1 + thai <= len(tokens) <= most or len(name) < 3 or (thai and len(name) > _MOST_THAI):
        return False
    if not known.teams.isdisjoint(lower):
        return not name.islower()
    nobody = known.not_names.issuperset(lower) or known.roles.issuperset(lower)
    if nobody or ("." in name and _SITE.search(name)) or holds_network(name):
        return False
    return all(map(_TOKEN.match, tokens)) and all(
        token[0].isupper() or word in known.particles or not token[0].islower()
        for token, word in zip(tokens, lower, strict=True)
    )


@cache
def words(language: str) -> Words:
    """The byline words of `language` and of English."""
    data = languages.read_data("cleaning/bylines.json")
    listed = " | ".join(filter(None, (data["by"].get(code) for code in (language, "en"))))
    by = {*listed.split(" | "), *listed.replace("'", "’").split(" | ")}
    phrases = (re.escape(word).replace("\\ ", r"\s") for word in sorted(by, key=len, reverse=True))
    link = "|".join(sorted(data["and"].split(), key=len, reverse=True))
    either = "|".join((texts_and_pictures(link, GLUED), *phrases))
    openings = by.union(data["texts"].split())
    glued = "|".join(f"{word.title()}|{word}" for word in GLUED)
    kinds = (
        *("particles", "titles", "roles", "teams", "offices", "editors", "not_names"),
        *("organisations", "outlets", "glued_ends", "biography_verbs", "biography_roles"),
        *("dangling", "outlet_ends"),
    )
    sets = [frozenset(data[kind].split()) for kind in kinds]
    sets[4] |= sets[2] | sets[3]
    ending = (word for word in by if word in _LABELS or word.rpartition(" ")[2] in GLUED)
    run_on = "|".join(re.escape(word) for word in sorted(ending, key=len, reverse=True))
    by_or_trade = lazy_regex(
        rf"\W{{0,6}}(?:{either})(?:\s*[:|]\s*|\s+(?:[–—]\s)?|(?<=['’]))(?=\S)"
        rf"|(?:{data['before_comma'].replace(' | ', '|')}),\s(?=\S)"
        rf"|\W{{0,3}}(?:{run_on})(?-i:(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]))"
        rf"|(?-i:{glued})(?-i:(?=[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]))",
        re.IGNORECASE,
    )
    return Words(
        Opened.of(by_or_trade, (*openings, *data["before_comma"].split(" | "), *GLUED)),
        lazy_regex(rf"\W{{0,3}}(?:{either})\W{{0,3}}", re.IGNORECASE),
        stops_of(set(data["stops"].split()).union(*date_words()), words_for_pictures()),
        lazy_regex(rf"\s+(?:{link}|(?i:and|und|with|avec|mit))\s+"),
        frozenset(["@", "©", *(normalized_words(phrase)[0] for phrase in openings)]),
        *sets,
    )
