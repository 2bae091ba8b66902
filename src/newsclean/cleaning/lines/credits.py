"""Lines that say who took a picture, wrote or published it; and the dateline of an agency.

Each function takes one line. The words are in `data/cleaning/agencies.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.dates import every_month
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import is_captioned
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_CREDIT = 90
_LONGEST_CAPTION = 420
_LONGEST_NOTE = 330
_TAIL = 110
_CREDIT_WORDS, _JOINING_CHARS = 14, 3
_NAME_WORDS, _FEW_BEFORE = 9, 3
"""The most words of a name behind a label, and the fewest of the caption with its label (guesses).
"""
_LAST_WORDS = 20
_LABEL_REACH = 64
"""As many characters from the end, at most, stands the sign that a label or owner follows."""
_PLACE = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[ .,'’/-]{1,2}[^\W\d_]+){0,4}"
_DATELINE = lazy_regex(
    rf"(?P<place>{_PLACE})\.?,?(?:\s\d{{1,2}}\.?\s[^\W\d_]+\.?(?:\s\d{{4}})?|\s[^\W\d_]+\.?\s\d{{1,2}})?,?\s?"
    r"(?:\((?P<in>[^()\n]{2,40})\)\s?(?:[-–—:.|]{1,2}|(?=[^\W\d_a-z]))|[-–—]{1,2}\s)"
)
_DATED = lazy_regex(
    r"(?P<place>[^\W\d_](?:[^\d()/:.!?;]|\.(?=,)){1,40}),\s(?:le\s|den\s)?"
    r"(?:(?P<first>[^\W\d_]{3,12})\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?(?P<last>[^\W\d_]{3,12}))\.?"
    r"(?P<year>,?\s(?:de\s)?\d{4})?\.?\s?(?:[/(](?P<in>[^()/\n]{2,40})[/)]\s?)?[-–—]{1,2}\s?(?=\S)"
)
"""Place and full date, as releases and old papers have them: "DUNMORE, Ohio, March 3, 2026 /AP/
--", "FERROW, March 1.—"."""
_MARKS = lazy_regex("[(–—-]")
"""One of these is in every dateline."""
# strings are compiled at the first line that asks for them: most pages have none
_OUTER = r"\((?P<in>[^()\n]{2,30})\)\s?[-–—:]{1,2}\s|^(?P<bare>[A-Z]{2,6})\s[-–—]\s"
_SOURCE = "zdroj"
"""In Czech and Slovak, that of a picture and, below the last paragraph, that of the text."""
_SIGN = lazy_regex(r"\s?(?:[/|©(\[]|\bvia\b)\s?")
SENTENCE = lazy_regex(r"[.!?]\s")
_LETTERS = "[^\\W\\d_](?:[^\\W\\d_]|(?=[\u0900-\u0dff])\\W)*"
_OPENING = lazy_regex(rf"({_LETTERS})(?: ({_LETTERS}))?(?: ({_LETTERS}))?")
_MARK = lazy_regex(
    r"\.?\s?[:：=＝©|]\s?|\.\s(?=[^\W\d_a-z][\w’'-]+ [^\W\d_a-z][\w’'-]+(?:\s?/.+)?$)|\s"
)
_LABELLED = lazy_regex(r"[:©]\s?[^:.?]{2,60}$")
_COLON = lazy_regex("[:©]")
_OWNER = lazy_regex(r"©\s?[^\d:.]{2,60}$")
_NOTICE = r"(?i:reserved|©\s?(?:copyright\s)?(?:19|20)\d\d)"
_TAKEN, _NAMES_AND_TAKEN = (" 摄", " 攝", "/摄", "/攝"), 14
"""Behind the names of photographers, of so many characters in all (a guess)."""
_TAKEN_FOR = (
    r"(?:[^\W\d_a-z][^\W\d_]*[.'’-]?[^\W\d_]*\s){1,3}[^\W\d_a-z][\w'’-]+"
    r"\s?/\s?[^\W\d_a-z][\w .]{1,25}"
)
_FILE = lazy_regex(r"FILE\s?[-–—]\s")
SEEN = lazy_regex(r"(?:Getty Images|Reuters|EPA|PA Media|AFP|Alamy|Shutterstock|BBC) [A-Z]\S* \S+ ")
"""Whose a picture is, and what is to be seen on it: its caption stands below."""


class Dateline(NamedTuple):
    """Place and agency at the start of a paragraph: "MOSCOW (Reuters) -"."""

    text: str
    agency: str | None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that `text` begins with.

    >>> read_dateline("MOSCOW (Reuters) - North Korea said on Tuesday")
    Dateline(text='MOSCOW (Reuters)', agency='Reuters')
    """
    head = text[:90]
    if not _MARKS.search(head):
        return None
    found = _DATELINE.match(head)
    if found:
        inside = found["in"]
        name = agency(inside) if inside else None
        place = found["place"]
        if name or (place.isupper() and len(place) > 3 and not inside and found.end() < len(text)):
            return Dateline(found.group().rstrip(" -–—:.|,"), name)
    dated = _DATED.match(head)
    if dated and (dated["first"] or dated["last"]).lower() in every_month():
        if not (dated["year"] or dated["in"] or dated["place"].partition(",")[0].isupper()):
            return None
        name = agency(dated["in"]) if dated["in"] else None
        return Dateline(dated.group().rstrip(" -–—:.|,"), name)
    if found:
        return None
    found = re.match(_OUTER, head)
    if found and (name := agency(found["in"] or found["bare"])):
        return Dateline(found.group().rstrip(" -–—:"), name)
    return None


def is_agency_name(text: str) -> bool:
    """Is a text the name of a news agency and nothing else?"""
    return " ".join(normalized_words(text)) in _lists().agencies


def agency(text: str) -> str | None:
    """The news agency that `text` names, as it is commonly written."""
    names = _lists().agencies
    for part in re.split(r"[/,;|]", text):
        if name := names.get(" ".join(normalized_words(part))):
            return name
    return None


def last_words_of_agencies() -> frozenset[str]:
    """The last word of each name of an agency."""
    return _lists().agency_ends


def agency_in(text: str) -> str | None:
    """The first news agency named anywhere in a line, as a word or two of it."""
    names, words = _lists().agencies, normalized_words(text)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            form = " ".join(words[at : at + size])
            name = names.get(form)
            # a short name is also a word: it counts as it is commonly written
            if name and (len(form) > 4 or name in text or form.upper() in text):
                return name
    return None


class Credit(NamedTuple):
    """Which of these a line is."""

    note: bool = False
    photo: bool = False
    caption: bool = False


NO_CREDIT = Credit()


def read_credit(text: str, words: Sequence[str]) -> Credit:
    """What `is_note`, `is_photo_credit` and `is_caption` say of a line of these normalized `words`.

    They are asked only of a line that has a word or a sign without which they say no.
    """
    if not words or len(text) > _LONGEST_CAPTION:
        return NO_CREDIT
    known = _lists()
    first, end = words[0], text[-_LABEL_REACH:]
    told = not known.telling.isdisjoint(words)
    note = first in known.note_first or (told and not known.note_inner.isdisjoint(words))
    photo = first in known.labels or "/" in text or (told and words[-1] in known.owners)
    photo = photo or text.endswith(_TAKEN)
    caption = ":" in end or "©" in end or text[-1] == ")" or text.startswith("FILE")
    caption = caption or (told and not known.owners.isdisjoint(words[-_LAST_WORDS:]))
    pictured = text[-1] in ")]" and is_captioned(text)
    if not (note or photo or caption or pictured):
        return NO_CREDIT
    caption = pictured or (caption and is_caption(text))
    return Credit(note and is_note(text), photo and is_photo_credit(text), caption)


def is_photo_credit(text: str) -> bool:
    """Is the line, as a whole, the credit of a picture ("Photo: A. Berg / Reuters")?"""
    told = re.sub(_ADDRESS, "", text) if "://" in text else text
    bare, known = told.strip(" ()[]*"), _lists()
    asks = told.endswith("?")
    if asks or len(told) > _LONGEST_CREDIT or bare.count(" ") > _CREDIT_WORDS:
        return False
    label = _label(bare)
    if label and told != text and _is_named(bare[len(label) :]):
        return True
    if label and (mark := _MARK.match(bare, len(label))):
        marked = mark.group().strip() != "" or " " in label
        return mark.end() < len(bare) and (marked or _last(normalized_words(bare), known.ends))
    if bare.startswith("©"):
        return not re.search(_NOTICE, bare)
    if bare.endswith(_TAKEN):
        return len(bare) <= _NAMES_AND_TAKEN and "。" not in bare
    if bare.endswith(".") or not bare[:1].isupper():
        return False
    words = normalized_words(bare)
    if len(words) > 8:
        return False
    if "/" in bare and re.fullmatch(_TAKEN_FOR, bare):
        return True
    if _plain(_SIGN.split(bare)[-1]) in known.ends:
        return True
    # "Navy Press Service" is somebody's name, "they share a press service" is not
    named = bare.split()[-1][0].isupper() or not bare.isascii()
    return named and _last(words, known.bodies)


_ADDRESS = r"\s?https?://\S+"


def _is_named(text: str) -> bool:
    """Has a text no words but names, and short ones that join them: "Ann Lee on"?"""
    return all(not word.islower() or len(word) <= _JOINING_CHARS for word in text.split())


_NAME_AND_OUTLET = r"\s\((?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w.’'-]+/[^()/]{2,40}\)$"
"""A photographer and whom the picture is of, in brackets: "(Ann Lee/The Courier)"."""


def is_caption(text: str) -> bool:
    """Is the line a caption: a description that ends in the credit of its picture?"""
    if len(text) > _LONGEST_CAPTION:
        return False
    if text.endswith(")") and re.search(_NAME_AND_OUTLET, text):
        return True
    return _FILE.match(text) is not None or (
        _ends_in_credit(text[-_TAIL:].rstrip(" .)]")) and len(normalized_words(text)) > 3
    )


def _ends_in_credit(text: str) -> bool:
    known = _lists()
    marked = ":" in text or "©" in text
    if marked and (labelled := _LABELLED.search(text)) and (label := text[: labelled.start()]):
        before = label[-2:-1]
        if label[-1].isspace() and before not in ("", ":") and not before.isspace():
            label = label[:-1]
        if (label[-1].isalpha() or not label[-1].isascii()) and _last(
            normalized_words(label), known.before
        ):
            return True
    if _names_agency(text):
        return True
    return "©" in text and _OWNER.search(text) is not None


def _names_agency(text: str) -> bool:
    """Is an agency the last sentence, the last part, or the last but one before a short one?"""
    ends, owners = _lists().ends, _lists().owners
    if owners.isdisjoint(normalized_words(text)):
        return False
    parts = _SIGN.split(text)
    if len(parts) > 1 and _plain(parts[-1]) in ends:
        return True
    if len(parts) > 2 and len(parts[-1]) <= 30 and _plain(parts[-2]) in ends:
        return True
    sentences = SENTENCE.split(text)
    return len(sentences) > 1 and _plain(sentences[-1]) in ends


_PICTURES = ("photo", "image", "illustration", "picture", "graphic", "foto")
_BY = lazy_regex(
    r"[\s(\[|/.,;–—-](?:photo|image|illustration|picture|photograph|graphic|foto)s?"
    r"\s(?:by|courtesy of|via|von|de|di|av|af)\s[^:]{2,50}$"
    r"|(?:[(\[|/–—-]\s?|[.!?\"”»]\s)(?:photos?|fotos?)\s(?-i:(?=[A-ZÀ-Þ]))[^:.!?]{2,40}$",
    re.IGNORECASE,
)


def ends_in_labelled_credit(text: str) -> bool:
    """Is a line of some words followed by the credit of its picture, with a label before the name?

    >>> ends_in_labelled_credit("Ein Segelboot mit Windrad im Hafen. Bildquelle: G. Warnke")
    True
    """
    if len(text) > _LONGEST_CAPTION:
        return False
    end = text[-_TAIL:].rstrip(" .)]")
    above = text[: max(0, len(text) - _TAIL)]
    known = _lists()
    for mark in _COLON.finditer(end):
        words = normalized_words(end[: mark.start()])
        name = end[mark.end() :].strip()
        if not name or not _last(words, known.before):
            continue
        # "the photo: he said" is a sentence, "Photo: A. Berg" is none
        begins = name[0].isupper() or not name[0].isascii() or name[0] in "@©" or "/" in name
        brief = len(name.split()) <= _NAME_WORDS and not re.search(r"[.!?]\s[a-z]", name)
        if begins and brief and len(words) + len(above.split()) > _FEW_BEFORE:
            return True
    lower = end.lower()
    found = _BY.search(end) if any(map(lower.__contains__, _PICTURES)) else None
    return found is not None and found.group()[-1].isalpha() and _has_name(found.group())


def _has_name(text: str) -> bool:
    """Begins the last word with a capital?"""
    return text.rsplit(maxsplit=1)[-1][:1].isupper() and len(text.split()) <= _NAME_WORDS


def is_sure_credit(text: str) -> bool:
    """Has the credit of a picture a label, a sign or an agency, and not only a slash in it?"""
    bare = text.strip(" ()[]*")
    agencies = _plain(_SIGN.split(bare)[-1]) in _lists().ends
    return "©" in bare or agencies or _label(bare) is not None


def shows_somebody(text: str) -> bool:
    """Is a line a person and what they are, with the credit of their picture behind a stop?

    >>> shows_somebody("Ann Lee, head of the board. UN Photo/Tom Hall")
    True
    """
    told, stop, tail = text.rpartition(". ")
    return stop != "" and ", " in told and (is_photo_credit(tail) or is_sure_credit(tail))


def is_of_text(text: str, words: Sequence[str]) -> bool:
    """Does a credit below a text say whose that is: "Quelle: dpa", "© Agence France-Presse"?"""
    return text.startswith("©") or words[:1] == [_SOURCE] or read_credit(text, words).note


def is_note(text: str) -> bool:
    """Does the line say who worked on the text or where it came out first?"""
    if len(text) > _LONGEST_NOTE:
        return False
    known = _lists()
    lower = text.lower().lstrip(' (*[—–-"“')
    if lower.startswith(known.note_starts) and any(
        lower.startswith(phrase) and not lower[len(phrase) :][:1].isalpha()
        for phrase in known.note_starts
    ):
        return True
    return len(text) < 200 and any(phrase in lower for phrase in known.note_parts)


def _label(text: str) -> str | None:
    """The word or words before the name in a credit ("Image credit"), the longest that fit."""
    known = _lists().before
    found = _OPENING.match(text)
    if found is None:
        return None
    for count in (3, 2, 1):
        if found[count] and text[: found.end(count)].lower() in known:
            return text[: found.end(count)]
    return None


def _last(words: Sequence[str], phrases: frozenset[str]) -> bool:
    """Do the last one to three words make one of the phrases?"""
    return any(" ".join(words[-count:]) in phrases for count in (1, 2, 3))


def _plain(text: str) -> str:
    return " ".join(normalized_words(text))


class _Lists(NamedTuple):
    agencies: dict[str, str]
    agency_ends: frozenset[str]
    before: frozenset[str]
    ends: frozenset[str]
    bodies: frozenset[str]
    note_starts: tuple[str, ...]
    note_parts: tuple[str, ...]
    labels: frozenset[str]
    """What a credit begins with that has a label."""
    owners: frozenset[str]
    """What the name of an owner of pictures ends in."""
    note_first: frozenset[str]
    note_inner: frozenset[str]
    """A word of each of `note_parts`."""
    telling: frozenset[str]
    """These and the owners: most lines have none."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/agencies.json")
    photo, credit = data["photo"], data["credit"]
    agencies = data["agencies"].items()
    kinds = (photo["before"], photo["agencies"], photo["bodies"], credit["start"], credit["in"])
    before, ends, bodies, starts, inside = (tuple(listed.split(" | ")) for listed in kinds)
    named = {form: name for name, forms in agencies for form in forms.split(" | ")}
    owners = frozenset(phrase.split()[-1] for phrase in (*ends, *bodies))
    inner = frozenset(max(phrase.split(), key=len) for phrase in inside)
    return _Lists(
        agencies=named,
        agency_ends=frozenset(form.split()[-1] for form in named),
        before=frozenset((*before, *map(_plain, before))),
        ends=frozenset(ends),
        bodies=frozenset(bodies),
        note_starts=starts,
        note_parts=inside,
        labels=frozenset(["©", *(_plain(phrase).split()[0] for phrase in before)]),
        owners=owners,
        note_first=frozenset(phrase.split()[0].rstrip(":") for phrase in starts),
        note_inner=inner,
        telling=owners | inner,
    )
