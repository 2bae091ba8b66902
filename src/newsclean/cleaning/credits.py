"""Lines that say who took a picture, wrote or published it; and the dateline of an agency.

Each function takes one line. The words are in `data/cleaning/agencies.json`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsclean import languages
from newsclean.cleaning.phrases import fold

_LONGEST_CREDIT = 90
_LONGEST_CAPTION = 420
_LONGEST_NOTE = 330
_TAIL = 110
_PLACE = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[ .,'’/-]{1,2}[^\W\d_]+){0,4}"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})\.?,?(?:\s\d{{1,2}}\.?\s[^\W\d_]+\.?(?:\s\d{{4}})?|\s[^\W\d_]+\.?\s\d{{1,2}})?,?\s?"
    r"(?:\((?P<in>[^()\n]{2,40})\)\s?(?:[-–—:.|]{1,2}|(?=[^\W\d_a-z]))|[-–—]{1,2}\s)"
)
_OUTER = re.compile(r"\((?P<in>[^()\n]{2,30})\)\s?[-–—:]{1,2}\s|^(?P<bare>[A-Z]{2,6})\s[-–—]\s")
_SIGN = re.compile(r"[/©|:(\[]|[.!?]\s\S+(?:\s\S+)?$")
_TAKEN_FOR = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_]*[.'’-]?[^\W\d_]*\s){1,3}[^\W\d_a-z][\w'’-]+"
    r"\s?/\s?[^\W\d_a-z][\w .]{1,25}"
)
_SLASH = re.compile(r"\s?(?:/|\||©|\bvia\b)\s?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and agency at the start of a paragraph: "MOSCOW (Reuters) -"."""

    text: str
    agency: str | None


def read_dateline(text: str) -> Dateline | None:
    """The dateline that `text` begins with.

    >>> read_dateline("MOSCOW (Reuters) - North Korea said on Tuesday")
    Dateline(text='MOSCOW (Reuters)', agency='Reuters')
    """
    head = text[:90]
    found = _DATELINE.match(head)
    if found:
        inside = found["in"]
        name = agency(inside) if inside else None
        place = found["place"]
        if name or (place.isupper() and len(place) > 3 and not inside and found.end() < len(text)):
            return Dateline(found.group().rstrip(" -–—:.|,"), name)
        return None
    found = _OUTER.match(head)
    if found and (name := agency(found["in"] or found["bare"])):
        return Dateline(found.group().rstrip(" -–—:"), name)
    return None


def agency(text: str) -> str | None:
    """The news agency that `text` names, as it is commonly written."""
    names = _lists().agencies
    for part in re.split(r"[/,;|]", text):
        if name := names.get(" ".join(fold(part))):
            return name
    return None


def agency_in(text: str) -> str | None:
    """The first news agency named anywhere in a line, as a word or two of it."""
    names, words = _lists().agencies, fold(text)
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            form = " ".join(words[at : at + size])
            name = names.get(form)
            # a short name is also a word: it counts as it is commonly written
            if name and (len(form) > 4 or name in text or form.upper() in text):
                return name
    return None


def is_photo_credit(text: str) -> bool:
    """Is the line, as a whole, the credit of a picture ("Photo: A. Berg / Reuters")?"""
    if len(text) > _LONGEST_CREDIT or text.endswith("?"):
        return False
    words = _lists()
    bare = text.strip(" ()[]*")
    if found := words.before.match(bare):
        rest = bare[found.end() :].strip()
        marked = found["mark"].strip() != "" or " " in found["word"]
        return bool(rest) and (marked or words.ends.search(bare) is not None)
    if bare.startswith("©"):
        return not re.search(r"reserved|©\s?(?:copyright\s)?(?:19|20)\d\d", bare, re.IGNORECASE)
    if len(fold(bare)) > 8 or bare.endswith(".") or not bare[:1].isupper():
        return False
    if _TAKEN_FOR.fullmatch(bare):
        return True
    tail = _SLASH.split(bare)[-1]
    if words.ends.fullmatch(tail):
        return True
    # "Navy Press Service" is somebody's name, "they share a press service" is not
    named = bare.split()[-1][0].isupper() or not bare.isascii()
    return named and words.bodies.search(bare) is not None


def is_caption(text: str) -> bool:
    """Is the line a caption: a description that ends in the credit of its picture?"""
    if len(text) > _LONGEST_CAPTION:
        return False
    words = _lists()
    bare = text[-_TAIL:].rstrip(" .)]")
    if _SIGN.search(bare) and words.caption_end.search(bare) and len(fold(text)) > 3:
        return True
    return bool(re.match(r"FILE\s?[-–—]\s", text))


def is_note(text: str) -> bool:
    """Does the line say who worked on the text or where it came out first?"""
    if len(text) > _LONGEST_NOTE:
        return False
    words = _lists()
    bare = text.lower().lstrip(' (*[—–-"“')
    return words.note_start.match(bare) is not None or (
        len(text) < 200 and words.note_in.search(bare) is not None
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    agencies: dict[str, str]
    before: re.Pattern[str]
    ends: re.Pattern[str]
    bodies: re.Pattern[str]
    caption_end: re.Pattern[str]
    note_start: re.Pattern[str]
    note_in: re.Pattern[str]


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/agencies.json")
    names = data["agencies"]
    before = _either(data["photo"]["before"])
    ends = _either(data["photo"]["agencies"])
    return _Lists(
        agencies={form: name for name, forms in names.items() for form in forms.split(" | ")},
        before=re.compile(rf"(?P<word>{before})(?P<mark>\s?[:©|]\s?|\s+)(?=\S)", re.IGNORECASE),
        ends=re.compile(rf"\b(?:{ends})(?:\s?/\s?\w+)?\W*$", re.IGNORECASE),
        bodies=re.compile(rf"\b(?:{_either(data['photo']['bodies'])})$", re.IGNORECASE),
        caption_end=re.compile(
            rf"(?:(?:\(|\[|\s)(?:{before})\s?[:©]\s?[^:.?]{{2,60}}"
            rf"|(?:/|\||©|\()\s?(?:{ends})(?:\s?/\s?[\w .]{{2,30}})?"
            rf"|©\s?[^\d:.]{{2,60}}|[.!?]\s(?:{ends}))$",
            re.IGNORECASE,
        ),
        note_start=re.compile(rf"(?:{_either(data['credit']['start'])})\b"),
        note_in=re.compile(rf"\b(?:{_either(data['credit']['in'])})\b"),
    )


def _either(listed: str) -> str:
    words = sorted(set(listed.split(" | ")), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)
