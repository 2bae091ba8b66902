"""Cuts a text into the units that cleaning keeps or removes as one.

Mostly these are its lines. A paragraph that was hard-wrapped becomes one unit again, and a page
that came as one giant line is cut into units of a sentence's size. Units cover every character
but white space, so that nothing can get lost between them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsclean.document import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

# two sets: one of them together would take milliseconds to compile
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85]|[\u2028-\u2029]")
_WIDE = (
    ("\u1100", "\u115f"),
    ("\u2e80", "\ua4cf"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff00", "\uff60"),
)
_MAYBE_WIDE = "[\u1100-\u115f\u2e80-\uffff]"
_SEPARATORS = "\x1c\x1d\x1e"
"""Where `str.splitlines` cuts and no text is: they are white space inside a line."""
_RUN = re.compile(r"\s{2,}|[^\S \u00a0]")
_BULLET = re.compile(r"(?:[•*·▪►●‣◦■□–—+>|»-]|\d{1,3}[.)])\s|\[\w")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$|[。！？][」』）]*$")
_INNER_END = re.compile(
    r"(?:[^\W\d]{3}|[\d)%\"”’»])[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘„«¿¡(]?[^\W\d_a-zà-ÿ])"
    r"|[。！？][」』）]*"
    r"|\s+[|•·»›]\s+|\s{3,}|\t"
)
_NARROWEST, _WIDEST = 35, 132
_LONGER = 0.02
"""The share of lines of a wrapped text, at most, that are wider than its width."""
_GIANT = 2500
_GIANT_ALONE = 400
_UNIT, _LONGEST_UNIT = 60, 10_000


class _Physical(NamedTuple):
    """A line as it stands in the text; `columns` is its width in characters, or on a terminal."""

    start: int
    end: int
    text: str
    indent: int
    columns: int
    blank_before: int


def segment(text: str, *, unwrap: bool = True) -> tuple[Line, ...]:
    """The units of a text, in order; empty lines are counted in `blank_before`.

    `unwrap` undoes hard wraps and cuts giant lines; without it each line that ends in a line
    feed is a unit, as the lines of a document with a tree are.
    """
    if not unwrap:
        return tuple(map(_unit, _physical([f"{row}\n" for row in text.split("\n")])))
    physical = _physical(_rows(text))
    width = 0
    if not _is_unwrapped(physical):
        physical = _widened(physical) if _has_wide(text) else physical
        width = wrap_width(physical)
    lines = list(map(_joined, _groups(physical, width)) if width else map(_unit, physical))
    most = _GIANT_ALONE if len(lines) <= 3 else _GIANT
    if max((line.end - line.start for line in lines), default=0) <= most:
        return tuple(lines)
    return tuple(unit for line in lines for unit in _cut(text, line, most))


def flow(text: str, lines: tuple[Line, ...]) -> str:
    """`text`, equally long, with the line breaks inside a unit turned into blanks."""
    parts, at = [], 0
    for line in lines:
        inside = text[line.start : line.end]
        if not inside.isprintable() and _BREAK.search(inside):
            parts += [text[at : line.start], _BREAK.sub(_blanks, inside)]
            at = line.end
    return "".join([*parts, text[at:]])


def worded(lines: tuple[Line, ...]) -> tuple[tuple[int, ...], tuple[Line, ...]]:
    """The units that have a letter or digit, and where each stands in `lines`.

    Those without (rules, crosses, lone bullets) count as blank lines before the next one.
    """
    places, kept, blank = [], [], 0
    for place, line in enumerate(lines):
        blank += line.blank_before
        if any(map(str.isalnum, line.text)):
            places.append(place)
            kept.append(line if blank == line.blank_before else line._replace(blank_before=blank))
            blank = 0
        else:
            blank += 1
    return tuple(places), tuple(kept)


def fold(text: str) -> str:
    """`text` with its line breaks undone: each run of white space is one blank.

    Between wide characters a line break leaves none, and a no-break space on its own stays one.
    """
    stripped = text.strip()
    if "  " not in stripped and stripped.isprintable():
        return stripped
    folded = _RUN.sub(" ", stripped)
    if "\n" in text and _has_wide(text):
        return _wide_gap().sub("", folded)
    return folded


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _rows(text: str) -> list[str]:
    """The lines of a text, each with its line break."""
    for separator in _SEPARATORS:
        text = text.replace(separator, " ")
    return text.splitlines(keepends=True)


def _physical(rows: list[str]) -> list[_Physical]:
    """The rows that are not blank; together they are as long as the text."""
    out = []
    blank, at = 0, 0
    for raw in rows:
        content = raw.strip()
        if content:
            indent = 0 if raw[0] == content[0] else len(raw) - len(raw.lstrip())
            start, size = at + indent, len(content)
            out.append(_Physical(start, start + size, content, indent, indent + size, blank))
            blank = 0
        else:
            blank += 1
        at += len(raw)
    return out


def _is_wide(char: str) -> bool:
    return char >= "\u1100" and any(first <= char <= last for first, last in _WIDE)


def _has_wide(text: str) -> bool:
    """Has it a wide character? The cheap question first: most texts have none so high."""
    if text.isascii() or re.search(_MAYBE_WIDE, text) is None:
        return False
    return any(map(_is_wide, set(text)))


@cache
def _wide() -> re.Pattern[str]:
    """A wide character; compiled for the texts that need it only."""
    return re.compile("[" + "".join(f"{first}-{last}" for first, last in _WIDE) + "]")


@cache
def _wide_gap() -> re.Pattern[str]:
    """A blank between two wide characters; compiled for the texts that need it only."""
    return re.compile(f"(?<={_wide().pattern}) (?={_wide().pattern})")


def _is_unwrapped(physical: list[_Physical]) -> bool:
    """Are too many lines longer than any wrapped one? So it is with most pages."""
    return sum(line.columns > _WIDEST for line in physical) > _LONGER * len(physical)


def _widened(physical: list[_Physical]) -> list[_Physical]:
    """The lines with their columns as a terminal shows them: a wide character takes two."""
    found = _wide().findall
    return [line._replace(columns=line.columns + len(found(line.text))) for line in physical]


def wrap_width(physical: list[_Physical]) -> int:
    """The column at which the text was hard-wrapped, 0 where it was not.

    A wrapped line fits in that column and would not with the first word of the next line. The
    width is the one that explains most breaks, if hardly a line is longer and it explains most
    of the breaks that fall inside a sentence.
    """
    fits = [0] * (_WIDEST + 2)
    longer = [0] * (_WIDEST + 2)
    inside = 0
    for line in physical:
        longer[min(line.columns, _WIDEST + 1)] += 1
    for line, after in pairwise(physical):
        if after.blank_before or line.columns > _WIDEST or not _continues(line, after):
            continue
        inside += _goes_on(line, after)
        first = _first_columns(after)
        fits[line.columns] += 1
        fits[min(line.columns + first + 1, _WIDEST + 1)] -= 1
    if inside < 2:
        return 0
    best, width, current, beyond = 0, 0, 0, len(physical)
    for column in range(_WIDEST + 1):
        current += fits[column]
        beyond -= longer[column]
        if column >= _NARROWEST and current >= best and beyond <= _LONGER * len(physical):
            best, width = current, column
    return width if best >= 0.6 * inside else 0


def _continues(line: _Physical, after: _Physical) -> bool:
    """Could `after` be the rest of a paragraph that `line` is in?"""
    return after.indent <= line.indent + 4 and not _BULLET.match(after.text)


def _first_columns(line: _Physical) -> int:
    """The columns that the first word of a line takes (a character, where blanks are rare)."""
    first = line.text.split(None, 1)[0]
    return 2 if _is_wide(first[0]) else len(first)


def _groups(physical: list[_Physical], width: int) -> Iterator[list[_Physical]]:
    """Physical lines, those of one wrapped paragraph together."""
    group: list[_Physical] = []
    for line in physical:
        if group and _wrapped(group[-1], line, width):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _wrapped(line: _Physical, after: _Physical, width: int) -> bool:
    """Was the break between two lines forced by the width?"""
    if after.blank_before or line.columns > width + 2 or not _continues(line, after):
        return False
    forced = line.columns + 1 + _first_columns(after) > width - 1
    # proportional type breaks at no fixed column: a sentence that goes on tells
    return forced or (line.columns > 0.6 * width and _goes_on(line, after))


def _goes_on(line: _Physical, after: _Physical) -> bool:
    """Does a sentence surely go on from one line to the next?"""
    small = after.text[0].islower() or _is_wide(after.text[0])
    return small and not _SENTENCE_END.search(line.text)


def _unit(line: _Physical) -> Line:
    return Line(line.start, line.end, fold(line.text), line.blank_before)


def _joined(group: list[_Physical]) -> Line:
    """The unit of the lines of one wrapped paragraph."""
    first, last = group[0], group[-1]
    if first is last:
        return _unit(first)
    joined = fold("\n".join(line.text for line in group))
    return Line(first.start, last.end, joined, first.blank_before)


def _cut(text: str, line: Line, most: int) -> Iterator[Line]:
    """A line, or its parts where it is longer than `most`: cut after sentences and at gaps."""
    if line.end - line.start <= most:
        yield line
        return
    start, blank = line.start, line.blank_before
    for found in _INNER_END.finditer(text, line.start, line.end):
        if found.end() - start >= _UNIT or not text[found.start() : found.end()].strip(" .!?"):
            yield from _part(text, start, found.end(), blank)
            start, blank = found.end(), 0
    yield from _part(text, start, line.end, blank)


def _part(text: str, start: int, end: int, blank: int) -> Iterator[Line]:
    """One unit without the white space around it; more where it is longer than any sentence."""
    while end - start > _LONGEST_UNIT:
        gap = text.rfind(" ", start, start + _LONGEST_UNIT) + 1 or start + _LONGEST_UNIT
        yield from _part(text, start, gap, blank)
        start, blank = gap, 0
    raw = text[start:end]
    content = raw.strip()
    if content:
        start += len(raw) - len(raw.lstrip())
        yield Line(start, start + len(content), fold(content), blank)
