"""Lines that say who took a picture, wrote or published it; and the dateline of an agency.

Each function takes one line. The words are in `data/cleaning/agencies.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.phrases import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_CREDIT = 90
_LONGEST_CAPTION = 420
_LONGEST_NOTE = 330
_TAIL = 110
_CREDIT_WORDS = 14
_LAST_WORDS = 20
_LABEL_REACH = 64
"""As many characters from the end, at most, stands the sign that a label or owner follows."""
_PLACE = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[ .,'’/-]{1,2}[^\W\d_]+){0,4}"
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE})\.?,?(?:\s\d{{1,2}}\.?\s[^\W\d_]+\.?(?:\s\d{{4}})?|\s[^\W\d_]+\.?\s\d{{1,2}})?,?\s?"
    r"(?:\((?P<in>[^()\n]{2,40})\)\s?(?:[-–—:.|]{1,2}|(?=[^\W\d_a-z]))|[-–—]{1,2}\s)"
)
_OUTER = re.compile(r"\((?P<in>[^()\n]{2,30})\)\s?[-–—:]{1,2}\s|^(?P<bare>[A-Z]{2,6})\s[-–—]\s")
_SIGN = re.compile(r"\s?(?:[/|©(\[]|\bvia\b)\s?")
_SENTENCE = re.compile(r"[.!?]\s")
_OPENING = re.compile(r"([^\W\d_]+)(?: ([^\W\d_]+))?(?: ([^\W\d_]+))?")
_MARK = re.compile(r"\s?[:©|]\s?|\s")
_LABELLED = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,2})\s?[:©]\s?[^:.?]{2,60}$")
_OWNER = re.compile(r"©\s?[^\d:.]{2,60}$")
_NOTICE = re.compile(r"reserved|©\s?(?:copyright\s)?(?:19|20)\d\d", re.IGNORECASE)
_TAKEN_FOR = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_]*[.'’-]?[^\W\d_]*\s){1,3}[^\W\d_a-z][\w'’-]+"
    r"\s?/\s?[^\W\d_a-z][\w .]{1,25}"
)
_FILE = re.compile(r"FILE\s?[-–—]\s")


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


def is_photo_credit(text: str, words: Sequence[str] | None = None) -> bool:
    """Is the line, as a whole, the credit of a picture ("Photo: A. Berg / Reuters")?

    `words` is `fold(text)`, here and below, for callers that have it.
    """
    if len(text) > _LONGEST_CREDIT or text.endswith("?"):
        return False
    known = _lists()
    words = fold(text) if words is None else words
    if not words or (
        words[0] not in known.first_words and words[-1] not in known.last_words and "/" not in text
    ):
        return False
    bare = text.strip(" ()[]*")
    if bare.count(" ") > _CREDIT_WORDS:
        return False
    if (label := _label(bare)) and (mark := _MARK.match(bare, len(label))):
        marked = mark.group().strip() != "" or " " in label
        return mark.end() < len(bare) and (marked or _last(words, known.ends))
    if bare.startswith("©"):
        return not _NOTICE.search(bare)
    if bare.endswith(".") or not bare[:1].isupper():
        return False
    if len(words) > 8:
        return False
    if "/" in bare and _TAKEN_FOR.fullmatch(bare):
        return True
    if _plain(_SIGN.split(bare)[-1]) in known.ends:
        return True
    # "Navy Press Service" is somebody's name, "they share a press service" is not
    named = bare.split()[-1][0].isupper() or not bare.isascii()
    return named and _last(words, known.bodies)


_NAME_AND_OUTLET = re.compile(r"\s\((?:[A-ZÀ-Þ][\w.’'-]+ ){1,3}[A-ZÀ-Þ][\w.’'-]+/[^()/]{2,40}\)$")
"""A photographer and whom the picture is of, in brackets: "(Ann Lee/The Courier)"."""


def is_caption(text: str, words: Sequence[str] | None = None) -> bool:
    """Is the line a caption: a description that ends in the credit of its picture?"""
    if len(text) > _LONGEST_CAPTION:
        return False
    if text.endswith(")") and _NAME_AND_OUTLET.search(text):
        return True
    if text.startswith("FILE") and _FILE.match(text):
        return True
    words = fold(text) if words is None else words
    return len(words) > 3 and _ends_in_credit(text[-_TAIL:].rstrip(" .)]"), words)


def _ends_in_credit(text: str, words: Sequence[str]) -> bool:
    """Does `text` end in a credit? `words` are its own, others may stand before them."""
    known = _lists()
    near = text[-_LABEL_REACH:]
    labelled = _LABELLED.search(text) if ":" in near or "©" in near else None
    if labelled and _last(fold(labelled[1]), known.before):
        return True
    if not known.last_words.isdisjoint(words[-_LAST_WORDS:]) and _names_agency(text):
        return True
    return "©" in near and _OWNER.search(text) is not None


def _names_agency(text: str) -> bool:
    """Is an agency the last sentence, the last part, or the last but one before a short one?"""
    ends = _lists().ends
    parts = _SIGN.split(text)
    if len(parts) > 1 and _plain(parts[-1]) in ends:
        return True
    if len(parts) > 2 and len(parts[-1]) <= 30 and _plain(parts[-2]) in ends:
        return True
    sentences = _SENTENCE.split(text)
    return len(sentences) > 1 and _plain(sentences[-1]) in ends


def is_note(text: str, words: Sequence[str] | None = None) -> bool:
    """Does the line say who worked on the text or where it came out first?"""
    if len(text) > _LONGEST_NOTE:
        return False
    known = _lists()
    words = fold(text) if words is None else words
    if known.note_words.isdisjoint(words):
        return False
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
    return " ".join(fold(text))


class _Lists(NamedTuple):
    agencies: dict[str, str]
    before: frozenset[str]
    ends: frozenset[str]
    bodies: frozenset[str]
    note_starts: tuple[str, ...]
    note_parts: tuple[str, ...]
    first_words: frozenset[str]
    """What a line begins with that begins with the label of a credit."""
    last_words: frozenset[str]
    """What a line ends in that ends in the owner of a picture."""
    note_words: frozenset[str]
    """A line without one of these is no note."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/agencies.json")
    photo, credit = data["photo"], data["credit"]
    agencies = data["agencies"].items()
    before, ends, bodies, starts, inside = (
        tuple(listed.split(" | "))
        for listed in (
            photo["before"],
            photo["agencies"],
            photo["bodies"],
            credit["start"],
            credit["in"],
        )
    )
    return _Lists(
        agencies={form: name for name, forms in agencies for form in forms.split(" | ")},
        before=frozenset(before),
        ends=frozenset(ends),
        bodies=frozenset(bodies),
        note_starts=starts,
        note_parts=inside,
        first_words=frozenset(["©", *(phrase.split()[0] for phrase in before)]),
        last_words=frozenset(phrase.split()[-1] for phrase in (*ends, *bodies)),
        note_words=frozenset(
            [*(phrase.split()[0] for phrase in starts)]
            + [max(phrase.split(), key=len) for phrase in inside]
        ),
    )
