"""Lines that speak to the reader, and what they ask of them.

"Read more" below each part of a list, which heads nothing; what the lines of a box call for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.furniture.foldups import tells_of_mails
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord

_FEWEST_PARTS, _MOST_BETWEEN, _TELLING_CHARS = 3, 3, 4
"""A list has so many parts; a heading stands so many lines above its text and shares a word of so
many characters with it (guesses)."""
_ACTS = ("already", "login", "join", "vote")
"""What a reader does: without one of these no line calls on anybody."""
QUESTIONS = ("?", "？", "؟", ";")
"""How a line that asks ends; the last is the Greek mark."""
_POLL_WORDS, _MAIL_WORDS = 4, 20
"""So many words has the label of a poll, and a line that tells of mails (guesses)."""
_INITIAL = lazy_regex(r"(?:^|[.!?:]\s+['\"“„«]?)(\w+)")


def are_buttons(record: PageRecord, phrase: str, tops: Sequence[int | None]) -> bool:
    """Does "Read more" stand below the parts of a list, each of which has a heading of its own?

    Then the line below it is the heading of the next part, and is told of in the text below.

    Args:
        record: the page, with what is kept.
        phrase: the words of the line, normalized.
        tops: for each place where it stands, the line below if it could be a title.
    """
    if phrase not in _buttons():
        return False
    page = record.page
    headings = 0
    for top in tops:
        if top is None:
            continue
        below = top + 1
        while below < len(page.texts) and not record.kept[below]:
            below += 1
        if below < len(page.texts) and below - top <= _MOST_BETWEEN:
            long = [word for word in page.words[top] if len(word) >= _TELLING_CHARS]
            headings += not set(page.words[below]).isdisjoint(long)
    return headings >= _FEWEST_PARTS and 2 * headings >= len(tops)


@cache
def _buttons() -> frozenset[str]:
    data: dict[str, str] = languages.read_data("cleaning/headings.json")
    return frozenset(" ".join(normalized_words(said)) for said in data["buttons"].split(" | "))


def addresses(page: PageLines, at: int) -> bool:
    """Does a line speak to the reader, or of the page as "we"?"""
    known, text = _known(), page.texts[at]
    if not text.isascii() and any(word in text for word in known.unspaced):
        return True
    said = known.words.get(page.language, known.words["en"])
    if not said.isdisjoint(page.words[at]):
        return True
    polite = known.polite.get(page.language)
    if not polite:
        return False
    first = set(_INITIAL.findall(text))
    return any(word in polite and word not in first for word in re.findall(r"\w+", text))


class _Known(NamedTuple):
    words: dict[str, frozenset[str]]
    polite: dict[str, frozenset[str]]
    """Those that have a capital within a sentence."""
    unspaced: tuple[str, ...]


@cache
def _known() -> _Known:
    data = languages.read_data("cleaning/addressing.json")
    listed = {code: written.split() for code, written in data["words"].items()}
    return _Known(
        {code: frozenset(filter(str.islower, words)) for code, words in listed.items()},
        {code: frozenset(_with_capital(words)) for code, words in listed.items()},
        tuple(word for written in data["unspaced"].values() for word in written.split()),
    )


def _with_capital(words: list[str]) -> Iterator[str]:
    return (word for word in words if word[0].isupper())


def acts(page: PageLines, lines: Collection[int]) -> list[int]:
    """Those of the lines that may ask a reader to do something: to join, to log in, to vote."""
    said = [f" {page.lower[at]} " for at in lines]
    whole, known = "\n".join(said).replace("’", "'"), _calls(page.language)
    stems = [stem for kind in _ACTS for stem in known[kind] if stem in whole]
    told = zip(lines, whole.split("\n"), strict=True) if stems else ()
    return [at for at, text in told if any(map(text.__contains__, stems))]


def kinds_of_calls(page: PageLines, lines: Sequence[int]) -> dict[int, set[str]]:
    """Line index -> what of a box it may be that asks a reader to join: "already", "price"."""
    said = {at: f" {page.lower[at]} ".replace("’", "'") for at in lines}
    whole = "\n".join(said.values())
    known = {
        kind: found
        for kind, stems in _calls(page.language).items()
        if (found := tuple(filter(whole.__contains__, stems)))
    }
    found_kinds: dict[int, set[str]] = {}
    for at, text in said.items():
        kinds = {kind for kind, stems in known.items() if any(map(text.__contains__, stems))}
        if not any(map(str.isdigit, text)):
            kinds.discard("price")
        # "A poll says so" asks nobody
        asks = page.texts[at].endswith(QUESTIONS) or len(page.words[at]) <= _POLL_WORDS
        if not asks and "vote" not in kinds:
            kinds.discard("opinion")
        if tells_of_mails(page, at, _MAIL_WORDS):
            kinds.add("mail")
        found_kinds[at] = kinds
    return found_kinds


@cache
def _calls(language: str) -> dict[str, tuple[str, ...]]:
    data = languages.read_data("cleaning/calls.json")
    # many sites say "login" and "premium" in English
    own, english = data.get(language, data["en"]), data["en"]
    return {
        kind: tuple(f"{own[kind]} | {english[kind]}".replace("_", " ").split(" | ")) for kind in own
    }
