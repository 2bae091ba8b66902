"""Text whose quotation marks, apostrophes and dashes were lost to `?` -> the marks that were meant.

Archives often hold text that went through an encoding without typographic marks: `?terrifying?`,
`don?t`, `1990 ? the year`; a replacement character (U+FFFD) stands in the same places. A text is
taken for such a one only where several places cannot be questions. Each mark is read as one
character, so offsets hold. A letter with an accent that was lost the same way stays as it is.
"""

from __future__ import annotations

import re

_LOST = "\ufffd"
_LEAST = 3
"""Places that cannot be questions, from which a text's marks are taken for lost: a guess, low
enough for short briefs."""
_LEAST_BROKEN = 2
"""The same for U+FFFD, which no text has on purpose: one may be any broken byte."""
_SHARE = 0.4
"""The share of all its `?` that such places must be: a pair of marks has one of them only."""
_LONGEST_TITLE = 40
"""Characters from an opening mark up to which `?` and a capital after it close a quotation."""

_CLITICS = "s|t|re|ve|ll|d|m|em"
_ELISIONS = (
    "l|d|j|n|m|t|s|c|qu|jusqu|lorsqu|puisqu|quelqu|aujourd|presqu|"
    "un|dell|all|nell|sull|dall|quell|quest|nessun|com|cos"
)
_APOSTROPHE = (
    rf"(?<=[^\W\d_])[?{_LOST}](?=(?:{_CLITICS})(?![^\W_]))"
    rf"|(?<![^\W_])(?i:{_ELISIONS})(?P<elided>[?{_LOST}])(?=[aeiouhyàâéèêëîïôûœAEIOUHÉÈÊÎÔ])"
    rf"|(?<![^\W_])[OD](?P<named>[?{_LOST}])(?=[A-Z][a-z])"
)
_OPENING = rf"(?<![^\s(\[—–\-\"'“‘])[?{_LOST}](?=[^\W\d_])"
_CLOSING = rf"(?<=[.,!…])[?{_LOST}](?![^\s)\].,;:—–-])"
_DASH = rf"(?<=[^\s?] )[?{_LOST}](?= [^\W\dA-ZÀ-Þ_])"
_RANGE = rf"(?<=\d)[?{_LOST}](?=\d)"
_ADDRESS = frozenset("/=&")
"""Characters of a word that make it an address, the `?` of which asks for something."""


def restore(text: str) -> tuple[str, int]:
    """The text with its lost marks read as what they were, equally long; and how many they are.

    >>> restore("It?s ?terrifying?, he said ? and she didn?t mind.")[0]
    'It’s “terrifying”, he said – and she didn’t mind.'
    """
    if _LOST not in text and not _has_several(text):
        return text, 0
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if "?" in line and not _ADDRESS.isdisjoint(line):
            lines[at] = re.sub(r"\S+", _without_address, line)
    # no pattern reaches over a line's end: only lines with a mark are searched
    marked = "\n".join([line for line in lines if "?" in line or _LOST in line])
    questions = marked.count("?")
    kinds = (_APOSTROPHE, _OPENING, _CLOSING, _DASH)
    counts = [sum("?" in found[0] for found in re.finditer(kind, marked)) for kind in kinds]
    sure = sum(counts)
    # "?Qué pasa?" alone has lost no marks but Spanish ones, which sentences do without
    several = sum(map(bool, counts)) > 1 or counts[0] >= _LEAST
    lost = sure >= _LEAST and sure >= _SHARE * questions and several
    broken = 0
    if _LOST in marked:
        broken = sum(_LOST in found[0] for kind in kinds for found in re.finditer(kind, marked))
    if not lost and broken < _LEAST_BROKEN:
        return text, 0
    characters = set("?\ufffd" if lost else "\ufffd")
    read = "\n".join(_read_line(line, characters) for line in lines)
    restored = read.replace("\0", "?") if "\0" not in text else text
    return restored, sum(a != b for a, b in zip(text, restored, strict=True))


def _has_several(text: str) -> bool:
    """Are there enough `?` that do not stand where a sentence ends? Every pattern needs that."""
    odd, at = 0, text.find("?", 1)
    while at >= 0 and odd < _LEAST:
        before, after = text[at - 1], text[at + 1 : at + 2]
        odd += after.isalpha() or before in ".,!…" or (before == after == " ")
        at = text.find("?", at + 1)
    # the first character of a text has nothing before it
    return odd + text.startswith("?") >= _LEAST


def note(marks: int) -> str:
    """What a user is told where so many marks were read as what they were."""
    places = "1 place" if marks == 1 else f"{marks} places"
    return f"quotation marks, apostrophes and dashes had been lost: {places} read as what they were"


def _without_address(found: re.Match[str]) -> str:
    word = found[0]
    return word if _ADDRESS.isdisjoint(word) else word.replace("?", "\0")


def _read_line(line: str, characters: set[str]) -> str:
    """One paragraph: quotations that are open at its end do not reach into the next."""
    if characters.isdisjoint(line):
        return line
    sure: dict[int, str] = {}
    for pattern, mark in ((_RANGE, "–"), (_DASH, "–"), (_CLOSING, "”"), (_OPENING, "“")):
        sure.update((found.end() - 1, mark) for found in re.finditer(pattern, line))
    sure.update((found.end() - 1, "’") for found in re.finditer(_APOSTROPHE, line))
    letters = list(line)
    opened = -1
    for at, letter in enumerate(letters):
        if letter not in characters:
            continue
        mark = sure.get(at) or _by_context(line, at, opened)
        letters[at] = mark
        opened = at if mark == "“" else -1 if mark == "”" else opened
    return "".join(letters)


def _by_context(line: str, at: int, opened: int) -> str:
    """What a mark is that could be a question's; `opened`: where a quotation began, or -1."""
    own, before, then = line[at], line[at - 1 : at], line[at + 1 : at + 2]
    after = line[at + 1 : at + 9].lstrip(" ")[:1]
    if then.isalnum():
        return own
    ends_word = before.isalnum() or before in "?)%’"
    goes_on = then in " ,.;:)" and not after.isupper() and after != ""
    if opened >= 0 and ends_word:
        closes = goes_on or before == "?" or own == _LOST or at - opened <= _LONGEST_TITLE
        return "”" if closes and then != "?" else own
    if ends_word and before in "sS" and goes_on and then == " ":
        return "’"
    if own == _LOST and before == " " and then == " ":
        return "–"
    return own
