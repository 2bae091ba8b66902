"""What stands at the foot of a press release or of a company's news, whatever its head says.

Contacts of the press office, requests to newsdesks, "About X" with what X is, and the frames of
the services that spread releases. Unlike the sections of `genres` they need no mark at the top of
the page: they are told by what they say, by where they stand and by what stands below them. The
words are in `data/cleaning/releases.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.furniture.genres import ADDRESS, NOTE
from newsclean.cleaning.lines.phrases import normalized_words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_BIOGRAPHY = "author biography"
_PROSE_WORDS = 12
_HEAD_WORDS, _CONTACT_WORDS = 9, 16
"""The most words of a heading, of a line of an address (guesses)."""
_CONTACT_LINES = 12
"""So many lines an address with its heading has at most (a guess)."""
_ABOVE, _BELOW = 2, 3
"""So many paragraphs stand above the foot at least, so many of the article below "About X" at most:
what stands in the middle of an article is a section of it (guesses)."""
_STEM_CHARS = 5
_REACH = 3
"""So far below the last kept line: what goes here no later step takes for the article's end."""
_SUBJECT_WORDS, _DEFINED_WORDS, _FEW_WORDS = 12, 20, 6


def release_foot(record: PageRecord) -> dict[int, Cause]:
    """Line index -> why it is not of the article, for the foot of a release."""
    page = record.page
    prose = [
        at for at, keep in enumerate(record.kept) if keep and len(page.words[at]) >= _PROSE_WORDS
    ]
    if len(prose) <= _ABOVE:
        return {}
    found: dict[int, Cause] = {}
    released, known = False, _lists()
    last_kept = max(at for at, keep in enumerate(record.kept) if keep)
    below = range(prose[_ABOVE - 1] + 1, min(len(record.kept), last_kept + 1 + _REACH))
    for at in below:
        if at in found or not page.words[at] or page.words[at][0] not in known.first:
            continue
        lines = _contact(page, at) or _request(page, at) or _framed(page, at)
        if lines:
            released = True
            reason = (NOTE, f"at the foot of a press release, '{_short(page.texts[at])}'")
            found |= dict.fromkeys(lines, reason)
    for at in below:
        if not page.words[at] or page.words[at][0] not in known.about_first:
            continue
        left = sum(at < place and place not in found for place in prose)
        if at not in found and left <= _BELOW and _is_about(page, at, released=released):
            reason = (_BIOGRAPHY, f"under the heading '{_short(page.texts[at])}'")
            last = at + 1
            while last + 1 < len(page.texts) and _goes_on(page, last + 1, found):
                last += 1
            found |= dict.fromkeys(range(at, last + 1), reason)
    if released:
        reason = (NOTE, "where a press release says that there are pictures of it")
        for at in below:
            if at not in found and _offers_pictures(page, at):
                found[at] = reason
    return found


def _offers_pictures(page: PageLines, at: int) -> bool:
    """Says a line where newspapers find pictures to print?"""
    words = page.words[at]
    return any(" ".join(words[:size]) in _lists().pictures for size in (2, 3, 4))


def _contact(page: PageLines, at: int) -> Sequence[int]:
    """The lines of a contact of the press office: its heading and the address below it."""
    words = page.words[at]
    opening = next((size for size in range(_HEAD_WORDS, 0, -1) if _begins(words, size)), 0)
    if not opening or len(words) > _CONTACT_WORDS + opening or _is_sentence(page.texts[at], words):
        return ()
    lines = [at]
    for below in range(at + 1, min(at + 1 + _CONTACT_LINES, len(page.texts))):
        if len(page.words[below]) > _CONTACT_WORDS or _is_headed(page, below):
            break
        lines.append(below)
    addressed = [line for line in lines if ADDRESS.search(page.texts[line])]
    return range(at, addressed[-1] + 1) if addressed else ()


def _begins(words: Sequence[str], size: int) -> bool:
    """Are the first words of a line the heading of a contact?"""
    return " ".join(words[:size]) in _lists().contacts


def _is_sentence(text: str, words: Sequence[str]) -> bool:
    return len(words) > _HEAD_WORDS and text.rstrip().endswith(".") and not ADDRESS.search(text)


def _request(page: PageLines, at: int) -> Sequence[int]:
    """A line to newsdesks and the one below it."""
    phrase = page.phrases[at]
    if phrase in _lists().editors:
        return range(at, min(at + 2, len(page.texts)))
    return (at,) if phrase.startswith(_lists().editors_first) else ()


def _framed(page: PageLines, at: int) -> Sequence[int]:
    """A line of the service that spreads the release, or a notice of exchanges and regulators."""
    words, known = page.words[at], _lists()
    begins = [" ".join(words[:size]) for size in range(2, 9)]
    framed = len(words) <= _CONTACT_WORDS and not known.frames.isdisjoint(begins)
    return (at,) if framed or not known.notices.isdisjoint(begins) else ()


def _is_about(page: PageLines, at: int, *, released: bool) -> bool:
    """Is a line "About X", X a name, and says the line below what X is?

    The name of an ordinary thing heads a section of an article; an organisation has a word of
    its kind or two names. One name is enough on a page that has other marks of a release.
    """
    words, known = page.words[at], _lists()
    if (
        at + 1 >= len(page.texts)
        or len(words) > _HEAD_WORDS
        or page.texts[at].rstrip().endswith((".", "?", "!"))
    ):
        return False
    size = next((n for n in (3, 2, 1) if " ".join(words[:n]) in known.about_heads), 0)
    subject = words[size:]
    below = page.words[at + 1]
    formed = not known.forms.isdisjoint(subject) or not known.forms.isdisjoint(below[:8])
    least = _FEW_WORDS if released or formed else _PROSE_WORDS
    if not size or not subject or len(below) < least:
        return False
    names = [word for word in re.findall(r"[^\W_]+", page.texts[at]) if word.lower() in subject]
    capitals = sum(not word.islower() for word in names)
    # "About the association" heads a section of an article on one
    called = any(not word.islower() and word.lower() not in known.forms for word in names)
    named = (formed and called) or capitals > 1 or (released and (capitals or formed))
    # a name in another case begins as it does: "Tietoa osuuskunnasta", "Osuuskunta"
    stems = ({word[:_STEM_CHARS] for word in own} for own in (subject, below[:_SUBJECT_WORDS]))
    said = not set.isdisjoint(*stems)
    return bool(named) and said and not known.defines.isdisjoint(below[:_DEFINED_WORDS])


def _is_headed(page: PageLines, at: int) -> bool:
    """Does a line open another part of the foot?"""
    words = page.words[at]
    return any(" ".join(words[:size]) in _lists().about_heads for size in (1, 2, 3)) and (
        len(words) <= _HEAD_WORDS
    )


def _goes_on(page: PageLines, at: int, found: dict[int, Cause]) -> bool:
    """Is a line another paragraph of what a company is, and no heading?"""
    return at not in found and len(page.words[at]) >= _PROSE_WORDS and not _is_headed(page, at)


def _short(text: str) -> str:
    return " ".join(text.split())[:60].rstrip(": ")


class _Lists(NamedTuple):
    contacts: frozenset[str]
    editors: frozenset[str]
    frames: frozenset[str]
    notices: frozenset[str]
    pictures: frozenset[str]
    about_heads: frozenset[str]
    forms: frozenset[str]
    defines: frozenset[str]
    first: frozenset[str]
    """The words that a contact, a request or a frame begins with."""
    about_first: frozenset[str]
    editors_first: tuple[str, ...]
    """How a line begins that speaks to editors."""


@cache
def _lists() -> _Lists:
    data = languages.read_data("cleaning/releases.json")
    listed = {
        name: frozenset(map(" ".join, normalized_words_of(data[name].split(" | "))))
        for name in _Lists._fields
        if not name.endswith("first")
    }
    opening = set().union(*(listed[name] for name in ("contacts", "editors", "frames", "notices")))
    return _Lists(
        **listed,
        first=frozenset(each.split()[0] for each in opening),
        about_first=frozenset(each.split()[0] for each in listed["about_heads"]),
        editors_first=tuple(f"{one} " for one in listed["editors"]),
    )
