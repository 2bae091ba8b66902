"""Cuts a text into the units that cleaning keeps or removes as one.

Mostly these are its lines. A paragraph that was hard-wrapped becomes one unit again, and a page
that came as one giant line is cut into units of a sentence's size. Units cover every character
but white space, so that nothing can get lost between them.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.document import Line
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAKS = ("\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
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
_RUN = lazy_regex(r"\s{2,}|[^\S \u00a0]")
_BULLET = lazy_regex(r"(?:[•*·▪►●‣◦■□–—+>|»-]|\d{1,3}[.)])\s|\[\w")
_ENDS, _CLOSING = (".", "!", "?", "…"), "\"'”’»)]"
_WIDE_ENDS, _WIDE_CLOSING = ("。", "！", "？"), "」』）"
# for giant lines alone: compiled at the first of them, which takes a millisecond
_INNER_END = (
    r"[.!?…](?:(?<=[^\W\d]{3}.)|(?<=[\d)%\"”’»].))[\"'”’»)\]]*\s+(?=[\"'“‘„«¿¡(]?[^\W\d_a-zà-ÿ])"
    r"|[。！？][」』）]*"
    r"|\s+[|•·»›]\s+|\s{3,}|\t"
)
_NARROWEST, _WIDEST, _OVER = 35, 132, 2
_LONGER = 0.02
"""The share of lines of a wrapped text, at most, that are wider than its width."""
_ALONE = 0.2
"""What a longer line counts that has empty lines, or no rest of a paragraph, on both sides."""
_MOST = 0.6
"""The share of breaks of a block from which it is a wrapped paragraph (a guess)."""
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


class _Break(NamedTuple):
    """A line break that a paragraph may go on after."""

    columns: int
    """Of the line above it."""
    unbroken: int
    """How many it would have with the first word below; a character, where blanks are rare."""
    open: bool
    """Whether the line above it ends no sentence."""
    goes_on: bool
    """Whether a sentence surely goes on below."""


def segment(text: str, *, unwrap: bool = True) -> tuple[Line, ...]:
    """The units of a text, in order; empty lines are counted in `blank_before`.

    `unwrap` undoes hard wraps and cuts giant lines; without it each line that ends in a line
    feed is a unit, as the lines of a document with a tree are.
    """
    if not unwrap:
        return tuple(map(_unit, _physical([f"{row}\n" for row in text.split("\n")])))
    physical = _physical(_rows(text))
    lines = list(map(_unit, physical) if _is_unwrapped(physical) else _unwrapped(text, physical))
    most = _GIANT_ALONE if len(lines) <= 3 else _GIANT
    if max([line.end - line.start for line in lines], default=0) <= most:
        return tuple(lines)
    return tuple(unit for line in lines for unit in _cut(text, line, most))


def _unwrapped(text: str, physical: list[_Physical]) -> Iterator[Line]:
    """The units of lines that may be hard-wrapped."""
    wide = _has_wide(text)
    physical = _widened(physical) if wide else physical
    breaks = list(itertools.starmap(_break, itertools.pairwise(physical)))
    width = _wrap_width(physical, breaks)
    if not width:
        return map(_unit, physical)
    return (_joined(group, wide=wide) for group in _groups(physical, breaks, width))


def flow(text: str, lines: Sequence[Line]) -> str:
    """`text`, equally long, with the line breaks inside a unit turned into blanks."""
    breaks = [mark for mark in _BREAKS if mark in text]
    parts, at = [], 0
    cut: list[tuple[int, int]] = []
    for mark in breaks:
        found = text.find
        cut += [(start, end) for start, end, _, _ in lines if found(mark, start, end) >= 0]
    for start, end in sorted(set(cut)):
        unbroken = text[start:end]
        for mark in breaks:
            unbroken = unbroken.replace(mark, " " * len(mark))
        parts += [text[at:start], unbroken]
        at = end
    return "".join([*parts, text[at:]])


def worded(lines: tuple[Line, ...]) -> tuple[tuple[int, ...], tuple[Line, ...]]:
    """The units that have a letter or digit, and where each stands in `lines`.

    Those without (rules, crosses, lone bullets) count as blank lines before the next one.
    """
    places, kept, blank = [], [], 0
    for place, line in enumerate(lines):
        blank += line.blank_before
        if line.text[0].isalnum() or any(map(str.isalnum, line.text)):
            places.append(place)
            kept.append(line if blank == line.blank_before else line._replace(blank_before=blank))
            blank = 0
        else:
            blank += 1
    return tuple(places), tuple(kept)


def collapse_whitespace(text: str) -> str:
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
            columns = indent + size
            line = start, start + size, content, indent, columns, blank
            out.append(tuple.__new__(_Physical, line))  # half the time of `_Physical(...)`
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
    return sum([line.columns > _WIDEST for line in physical]) > _LONGER * len(physical)


def _widened(physical: list[_Physical]) -> list[_Physical]:
    """The lines with their columns as a terminal shows them: a wide character takes two."""
    found = _wide().findall
    return [line._replace(columns=line.columns + len(found(line.text))) for line in physical]


def _break(line: _Physical, after: _Physical) -> _Break | None:
    """The break between two lines, None where `after` is surely no rest of a paragraph."""
    if (
        after.blank_before
        or line.columns > _WIDEST + _OVER
        or after.indent > line.indent + 4
        or _BULLET.match(after.text)
    ):
        return None
    head = after.text[0]
    wide = _is_wide(head)
    first = 2 if wide else len(after.text.split(None, 1)[0])
    is_open = not _ends_sentence(line.text)
    goes_on = is_open and (wide or head.islower())
    return _Break(line.columns, line.columns + 1 + first, is_open, goes_on)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS) or text.rstrip(_WIDE_CLOSING).endswith(_WIDE_ENDS)


def _wrap_width(physical: list[_Physical], breaks: list[_Break | None]) -> int:
    """The column at which the text was hard-wrapped, 0 where it was not.

    A wrapped line fits in that column and would not with the first word of the next line. The
    width is the one that explains most breaks, if hardly a line is longer and it explains most
    of the breaks that fall inside a sentence. Lines that stand alone, as headlines above a column
    do, may be longer more often.
    """
    fits = [0] * (_WIDEST + 2)
    longer = [0.0] * (_WIDEST + 2)
    inside = 0
    edges = (None, *breaks, None)[: len(physical) + 1]  # none where there is no line
    alone = [one is other is None for one, other in itertools.pairwise(edges)]
    for line, by_itself in zip(physical, alone, strict=True):
        longer[min(line.columns, _WIDEST + 1)] += _ALONE if by_itself else 1
    for broken in breaks:
        if broken is not None and broken.columns <= _WIDEST:
            inside += broken.goes_on
            fits[broken.columns] += 1
            fits[min(broken.unbroken, _WIDEST + 1)] -= 1
    if inside < 2:
        return 0
    best, width, current, beyond = 0, 0, 0, sum(longer)
    for column in range(_WIDEST + 1):
        current += fits[column]
        beyond -= longer[column]
        if column >= _NARROWEST and current >= best and beyond <= _LONGER * len(physical):
            best, width = current, column
    return width if best >= 0.6 * inside else 0


def _groups(
    physical: list[_Physical], breaks: list[_Break | None], width: int
) -> Iterator[list[_Physical]]:
    """Physical lines, those of one wrapped paragraph together."""
    group = physical[:1]
    for line, joins in zip(physical[1:], _forced(breaks, width), strict=True):
        if joins:
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _forced(breaks: list[_Break | None], width: int) -> list[bool]:
    """Which breaks a wrap made.

    Where it made most of a block, its other lines that end no sentence go on, too: a number or a
    hyphen was taken out of them, or a picture stood beside.
    """
    found = [broken is not None and _is_forced(broken, width) for broken in breaks]
    start = 0
    for at in range(len(breaks) + 1):
        if at < len(breaks) and breaks[at] is not None:
            continue
        block = range(start, at)
        start = at + 1
        if len(block) > 1 and sum(map(found.__getitem__, block)) >= _MOST * len(block):
            for place in block:
                broken = breaks[place]
                found[place] |= broken is not None and broken.open and broken.columns <= width
    return found


def _is_forced(broken: _Break, width: int) -> bool:
    """Was a break forced by the width?"""
    if broken.columns > width + _OVER:
        return False
    # proportional type breaks at no fixed column: a sentence that goes on tells
    return broken.unbroken > width - 1 or (broken.goes_on and broken.columns > 0.6 * width)


def _unit(line: _Physical) -> Line:
    start, end, text, _, _, blank = line
    if "  " in text or not text.isprintable():  # it has no white space around it
        text = collapse_whitespace(text)
    return tuple.__new__(Line, (start, end, text, blank))


def _joined(group: list[_Physical], *, wide: bool) -> Line:
    """The unit of the lines of one wrapped paragraph; `wide` tells of wide characters."""
    first, last = group[0], group[-1]
    if first is last:
        return _unit(first)
    joined = " ".join([collapse_whitespace(line.text) for line in group])
    if wide:
        joined = _wide_gap().sub("", joined)
    return Line(first.start, last.end, joined, first.blank_before)


def _cut(text: str, line: Line, most: int) -> Iterator[Line]:
    """A line, or its parts where it is longer than `most`: cut after sentences and at gaps."""
    if line.end - line.start <= most:
        yield line
        return
    start, blank = line.start, line.blank_before
    for found in re.compile(_INNER_END).finditer(text, line.start, line.end):
        if found.end() - start >= _UNIT or not found[0].strip(" "):
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
        yield Line(start, start + len(content), collapse_whitespace(content), blank)
