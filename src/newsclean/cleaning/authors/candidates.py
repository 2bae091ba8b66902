"""Lines near the headline or the end of the body -> the authors they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.area import LINES_FAR, is_paper_of_author
from newsclean.cleaning.authors.features import FURTHER, Candidate
from newsclean.cleaning.authors.people import (
    cards,
    is_in_comments,
    is_on_card,
    is_person,
    owns_outlet,
)
from newsclean.cleaning.authors.photographers import took_picture
from newsclean.cleaning.authors.shapes import announced_account, shaped_lines
from newsclean.cleaning.authors.signatures import (
    answers_only,
    bylines_below,
    in_paragraphs,
    is_byline_label,
    is_heading,
    signed,
)
from newsclean.cleaning.authors.unlabelled import (
    further_lines,
    marked,
    second_name,
    unspaced,
)
from newsclean.cleaning.lines.biographies import goes_on
from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    names_nobody,
    names_outlet,
    read_name,
    read_names,
)
from newsclean.cleaning.lines.credits import agency, is_sure_credit, shows_somebody
from newsclean.cleaning.lines.personal_names import (
    is_any_family_name,
    is_any_given_name,
    is_given_name,
    labels_pictures,
)
from newsclean.cleaning.lines.phrases import normalized_words, phrasebook
from newsclean.cleaning.lines.reporters import read_alone
from newsclean.cleaning.lines.wires import is_firm
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines

_LINES_UNDER = 2
_LINES_OUTLET = 4
"""So far from the line of an outlet a person's may stand that is the better one (a guess)."""
_MOST_REPEATS = 3
"""An author's name stands alone beside the headline and in a box; a section in every menu."""
_UNMARKED = 1.5
"""What a line without "by" is worth, before its distance counts; one with it is worth twice."""
_LINKED = 2.7
"""What mark-up that names an author is worth: hardly less than a label (a guess)."""
_FURTHER, _LINES_ABOVE = 0.5, 8
"""What a line of the further kinds is worth, and how far off the body's end is counted (guesses):
the numbers decide between them."""
_SHAPED = -1.0
"""What a name is worth that stands in no known form: it comes behind all others (a guess)."""
_SAID = ("by", "below", "posted")
"""Kinds of lines that say themselves whose the article is."""
_SIGNED_CHARS = 45
"""A longer line is not only a name and a place (a guess)."""
_FEWEST_PLACED, _PLACE_WORDS, _LETTER_CHARS = 3, 4, 60
"""So many letters, each of some length and signed with a name and a place, make a page of letters
(guesses)."""
LINKS = frozenset(("", "and", "&", "und", "y", "et", "e", "en", "og", "och", "i", "и"))
"""What stands between the names of several authors."""
_MOST_BUTTONS = 6
_HANDLE = lazy_regex(r"[^\W\d_]{2,6}\s([a-z][a-z0-9_.]{2,24})")
_PARTS = lazy_regex(r"\s[|•·●▪–—/-]\s")


def list_bylines(area: Area, dates: Mapping[int, str]) -> list[Candidate]:
    """Lines that name the authors and how they do, the best first, each line once."""
    page = area.page
    found: list[tuple[float, int, str, str]] = []
    for index in area.top:
        if index == area.head or index in area.email_furniture:
            continue
        near = 0.1 * abs(index - area.middle) + (0.3 if index < area.middle else 0.0)
        if names := page.byline(index):
            found.append((3.0 - near, -index, _with_next_line(page, index, names), "by"))
        elif is_byline_label(page, index):
            if names := _labelled(area, index):
                found.append((2.8 - near, -index - 1, names, "label"))
        elif names := unspaced(area, index, dates):
            found.append((2.9 - near, -index, names, "by"))
        elif (names := _unmarked(area, index, dates)) and not _is_pictured(page, index):
            found.append((_UNMARKED - near, -index, names, "bare"))
    found += [
        (_LINKED - 0.1 * abs(at - area.middle), -at, names, kind)
        for at, names, kind in marked(area)
    ]
    for at, names in bylines_below(area):
        found.append((1.0 - 0.1 * max(0, at - area.end), -at, names, "below"))
    for more in further_lines(area):
        below = more.place - area.end
        far = abs(more.place - area.middle) if below <= 0 else _LINES_ABOVE + below
        found.append((_FURTHER - 0.1 * far, -more.place, more.names, more.kind))
    announced = any(
        kind in ("by", "label") and area.middle - 1 <= -place <= area.start
        for _, place, _, kind in found
    )
    known = {-place for _, place, _, _ in found}
    for last in () if announced else shaped_lines(area, known):
        far = abs(last.place - (area.middle if last.place <= area.end else area.end))
        found.append((_SHAPED - 0.1 * far, -last.place, last.names, last.kind))
    found.sort(reverse=True)
    # a person's line is better than that of an outlet near it
    best = -found[0][1] if found else 0
    found.sort(
        key=lambda each: (
            not _is_person(each[2], page.language, marked=each[0] > _UNMARKED)
            or abs(-each[1] - best) > _LINES_OUTLET
        )
    )
    named: dict[int, Candidate] = {}
    commented = _comments(area)
    posted = {-index: names for _, index, names, kind in found if kind == "posted"}
    # who has posted something below the head of the comments has commented
    said = {-index for _, index, _, kind in found if kind in _SAID} - posted.keys()
    found = [each for each in found if -each[1] < commented or -each[1] in said]
    for _, index, names, kind in found:
        account = posted.get(-index, "")
        if account and ", " not in names and names.startswith(account):
            names = account  # noqa: PLW2901 - "Eingestellt von Anna um 21:11" is by no "Anna um"
        second = {"bare": second_name, "by": _second_byline}.get(kind)
        other = second(area, -index) if second and ", " not in names else None
        other = None if other == names else other
        named.setdefault(-index, Candidate(f"{names}, {other}" if other else names, kind, -index))
    others = cards(area, {place: each.names for place, each in named.items()})
    listed = [
        each
        for each in named.values()
        if each.place not in others and not _did_other_work(area, each.place)
    ]
    if _is_of_letters(area):
        # each letter is signed by who wrote it, and nobody has written the page
        return [each for each in listed if each.kind in _SAID]
    sure = any(each.kind not in FURTHER for each in listed)
    if sure:
        return listed
    return [*listed, *(each for each in _elsewhere(area) if not _did_other_work(area, each.place))]


def _second_byline(area: Area, index: int) -> str | None:
    """The author on the line below a byline, if that has the same "by"."""
    words = area.page.words
    if index + 1 >= min(len(words), area.start) or words[index + 1][:1] != words[index][:1]:
        return None
    names = area.page.byline(index + 1)
    return names if names and is_known_first_name(names) and ", " not in names else None


def _did_other_work(area: Area, index: int) -> bool:
    """Is it a photographer's, who answers for the paper, is quoted, or wrote another article?

    Or is it a row of buttons?
    """
    other = index > area.end and is_on_card(area.page, area.record.tree, index)
    other = (
        other
        or is_in_comments(area, index)
        or took_picture(area, index)
        or answers_only(area, index)
    )
    return other or _are_buttons(area, index)


def _are_buttons(area: Area, index: int) -> bool:
    """Is half of a line or more words that stand alone on lines of no article, and none a name?"""
    words = area.page.words[index]
    if not 1 < len(words) <= _MOST_BUTTONS or area.page.byline(index):
        return False
    others = [word for word in words if word not in phrasebook(area.page.language).whole]
    return 2 * len(others) <= len(words) and not any(
        is_any_given_name(word) or is_any_family_name(word) for word in others
    )


def _is_of_letters(area: Area) -> bool:
    """Is the page one of letters from readers, each signed within the body?

    The headline says so, or several lines are a name and a place: "Anna Berg, Port Ellis".
    """
    page = area.page
    heading, _, _ = page.texts[area.head].partition(":") if area.head is not None else ("", "", "")
    known = languages.read_data("cleaning/bylines.json")["letters"].split(" | ")
    told = " ".join(normalized_words(heading)) in known
    placed = 0
    signed = False
    for at in range(area.start + 1, area.end + 1):
        if len(page.texts[at]) > _SIGNED_CHARS:
            continue
        name, comma, place = page.texts[at].partition(", ")
        # names are read of few lines: that takes long
        if not (told or (comma and _is_place(place))):
            continue
        if not comma:
            signed = signed or (at < area.end and _is_full_name(name, page.language))
        elif _is_place(place) and len(page.texts[at - 1]) > _LETTER_CHARS:
            placed += " " in name and read_name(name, page.language) == name
    return placed >= _FEWEST_PLACED or (told and (signed or placed > 1))


def _is_full_name(text: str, language: str) -> bool:
    return is_known_first_name(text) and read_name(text, language) == text


def _is_place(text: str) -> bool:
    """Is a text one to four words with a capital, and no sentence?"""
    tokens = text.split()
    named = all(token[0].isupper() and token.strip("’'-").isalpha() for token in tokens)
    return 0 < len(tokens) <= _PLACE_WORDS and named


def _comments(area: Area) -> int:
    """Where the comments begin: a name below is that of who wrote one."""
    page = area.page
    below = range(area.end + 1, len(page.texts))
    heads = (at for at in below if page.hits(at) and _heads_comments(page, at))
    return next(heads, len(page.texts) + 1)


def _heads_comments(page: PageLines, at: int) -> bool:
    return any(hit.reason == "comments" and hit.where == "line" for hit in page.hits(at))


def _elsewhere(area: Area) -> list[Candidate]:
    """The authors where no line near the headline or right below the body names them."""
    return [
        Candidate(names, kind, place)
        for kind, find in (("far", _bylines_above), ("bracket", in_paragraphs), ("signed", signed))
        for place, names in find(area).items()
    ]


def _is_person(names: str, language: str, *, marked: bool) -> bool:
    """Is the first of the names that of a person, in a line with "by" or with a given name?"""
    first, _, _ = names.partition(", ")
    if names_nobody(first, language) or names_outlet(first, language):
        return False
    return marked or is_known_first_name(first)


def _unmarked(area: Area, index: int, dates: Mapping[int, str]) -> str | None:
    """The author whom a line without "by" names beside a date or between headline and body."""
    page, language = area.page, area.page.language
    text = page.texts[index]
    if any(hit.where == "line" for hit in page.hits(index)) or is_firm(text):
        return None
    if is_paper_of_author(page, index) or shows_somebody(text):
        return None
    if page.is_unspaced(index) and (language == "ja" or not read_alone(text, language)):
        return None
    if language == "ko" and not any(read_alone(word, language) for word in text.split()):
        return None
    beside = any(near_by in dates for near_by in range(index - 1, index + 2))
    dated = beside or index - 2 in dates or index + 2 in dates
    under = 0 < index - area.middle <= _LINES_UNDER
    between = under or (area.head is not None and area.head < index < area.start)
    if not (dated or between):
        return None
    if beside and _HANDLE.fullmatch(text):
        return announced_account(area, index)
    # an entry of a menu is there for every size of screen
    often = index < area.middle and page.lower.count(page.lower[index]) > 1
    if often and dates.keys().isdisjoint(range(index - 2, min(index + 3, area.middle + 1))):
        return None
    sure = beside and under and area.head is not None and index < area.start
    names = read_name(text, language, area.prose, sure=sure)
    if names and " " not in names:
        in_menus = page.lower.count(page.lower[index]) > _MOST_REPEATS
        if page.dates(index) or index in dates or (in_menus and not is_given_name(names)):
            names = None  # the day of the week, "Yesterday, 16:42", a section
    if names and goes_on(text, names, language):
        return None
    first, *others = _PARTS.split(text)
    stamped = page.dates(index) or index in dates
    alone = names == first and " " not in first
    if between and others and (alone or (names is None and stamped)):
        # "December 15, 2025 · 30 min · Anna Berg", "ELLMOUTH - Anna Berg"
        parts = (read_name(part, language, area.prose) for part in others)
        full = (name for name in parts if name and (stamped or is_person(name)))
        names = next(full, names)
    known = between and names is not None and is_known_first_name(names)
    known = known and not names_nobody(names or "", language)
    near = dated or under or known
    if names and near and _may_write(area, index, names, beside=dated or known):
        return _with_next_line(page, index, names)
    return None


def _with_next_line(page: PageLines, index: int, names: str) -> str:
    """The authors of a byline, and those of a second line of it: "& Tom Hall, Staff Writer"."""
    below = page.texts[index + 1] if index + 1 < len(page.texts) else ""
    first, _, rest = below.partition(" ")
    if first.strip(",").lower() not in LINKS - {""}:
        return names
    further = read_name(rest, page.language)
    return f"{names}, {further}" if further and further not in names else names


def _is_pictured(page: PageLines, index: int) -> bool:
    """Is the line, or the one below it, the credit of a picture? Then it names who is seen."""
    below = index + 1 if index + 1 < len(page.texts) else index
    dated = any(page.dates(at) for at in range(index, min(index + 3, len(page.texts))))
    own = page.credit(index).photo and is_sure_credit(page.texts[index])  # "Anna Berg/Tom Hall"
    return own or (page.credit(below).photo and below > index and not dated)


def _labelled(area: Area, index: int) -> str | None:
    """The authors on the lines below a label, each on its own, with commas on others between."""
    texts, language = area.page.texts, area.page.language
    names = read_names(texts[index + 1], language)
    if names is None:
        return None
    at = index + 2
    while at < len(texts):
        linked = at + 1 < len(texts) and texts[at].strip(" ,;").lower() in LINKS
        line = texts[at + linked]
        further = read_name(line, language)
        if further is None or not (linked or is_known_first_name(further)) or further in names:
            break
        if at + 1 + linked < len(texts) and labels_pictures(texts[at + 1 + linked]):
            break  # "Mara Lind / Photographs", as the others stand above what they did
        names, at = f"{names}, {further}", at + 1 + linked
    return names


def _names_body(names: str, language: str) -> bool:
    """Is each of the names that of an outlet or an agency, in the language of the page?"""
    return all(
        agency(name) or (names_nobody(name, language) and not is_known_first_name(name))
        for name in names.split(", ")
    )


def _may_write(area: Area, index: int, names: str, *, beside: bool) -> bool:
    """May a name without "by" be the author's: no heading, no part of the title, no firm?

    Without a date `beside` it, it has to stand on the page a second time, as authors' names do.
    """
    page = area.page
    own = frozenset(normalized_words(names))
    title = frozenset(page.words[area.head]) if area.head is not None else frozenset[str]()
    site = area.record.metadata.site
    if (
        own <= title
        or is_heading(area, index)
        or (site and own <= frozenset(normalized_words(site.value)))
    ):
        return False
    if owns_outlet(page, names) or _names_body(names, page.language):
        return False
    if beside:
        return True
    lower = names.lower()
    again = any(lower in text for at, text in enumerate(page.lower) if abs(at - index) > 1)
    return again and not names_nobody(names, page.language)


def _bylines_above(area: Area) -> dict[int, str]:
    """The one line far above the body that names authors; of several none is known to be its."""
    found: dict[int, str] = {}
    for index in range(max(0, area.start - LINES_FAR), area.start):
        names = area.page.byline(index)
        if not names and _HANDLE.fullmatch(area.page.texts[index]):
            names = announced_account(area, index)
        if names:
            found[index] = names
        elif is_byline_label(area.page, index) and (
            names := read_name(area.page.texts[index + 1], area.page.language, area.prose)
        ):
            found[index + 1] = names
    return found if len(set(found.values())) == 1 else {}
