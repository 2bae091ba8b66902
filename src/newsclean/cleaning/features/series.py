"""Lines that count: "1. ...", "Step 3", "Trend 5:", "Day 2", "IV.", "b)", "三、", "12 ... 1".

What a list or its headings have in common is told by no line alone: one that counts on from another
stands or falls with it. A line may be read in several ways ("V." as a letter and as a numeral);
the way counts in which most lines follow one another, upwards or downwards.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPEN = 4
"""So many series of one kind are followed at once: a list within the items of another."""
_SHOWN = 40
"""A number stands within so many characters of the start."""
_MOST = 400
"""No series of an article counts further."""
_COUNTED = lazy_regex(
    r"(?P<head>[#(\[（【]|第|[^\W\d_]{2,14}+\.?(?=[\s#№]))?\s{0,2}[#№]?"
    r"(?P<number>\d{1,3}|[ivxl]{1,7}|[IVXL]{1,7}|[一二三四五六七八九十]{1,3}|[A-Za-z])"
    r"(?P<mark>[.):：、．）\]】](?!\d)|\s?[–—-]\s|/\d{1,3}|(?=[\s章日步])|$)"
)
_ROMAN = "(?:[ivxl]+|[IVXL]+)(?![A-Za-z])"
_NUMBERLESS = lazy_regex(
    r"[^\W\d_]{2,14}+ [^\W\d_A-Z第一二三四五六七八九十]{3}"
    rf"|(?!{_ROMAN})[A-Za-z]{{2}}[^\W\d_]{{0,12}}+"
    rf"(?:(?![\s#№.])|\.?\s(?:(?!{_ROMAN})[A-Za-z]{{2}}|[^\w\s#№]))"
)
"""Two words of which the second is no number: most lines begin so, and are told soon. Or a word
that is no numeral, and behind it neither a number nor a sign or a blank before one."""
_NUMERAL = {"i": 1, "v": 5, "x": 10, "l": 50}
_WIDE = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}
_TEN = 10


class Member(NamedTuple):
    """A line's place in the series that it counts in."""

    series: int
    """The number of the series on its page."""
    number: int
    place: int
    """How many members stand above it."""
    size: int
    """How many members the series has, at least two."""


class _Reading(NamedTuple):
    kind: tuple[str, ...]
    """The words and signs around the number: lines of one series share them."""
    number: int


def counted(texts: Sequence[str]) -> dict[int, Member]:
    """The lines that count on from one another, by their places.

    Args:
        texts: the lines of a page, in order.
    """
    open_: dict[tuple[str, ...], list[_Chain]] = {}
    chains: list[_Chain] = []
    counting = [(at, read) for at, text in enumerate(texts) if (read := _read(text[:_SHOWN]))]
    for at, readings in counting:
        for reading in readings:
            of_kind = open_.setdefault(reading.kind, [])
            chain = next((each for each in reversed(of_kind) if each.goes_on(reading.number)), None)
            if chain is None:
                chain = _Chain()
                chains.append(chain)
                of_kind.append(chain)
                del of_kind[:-_OPEN]
            chain.add(at, reading.number)
    found: dict[int, Member] = {}
    long = (chain for chain in chains if len(chain.places) > 1)
    for series, chain in enumerate(sorted(long, key=lambda each: -len(each.places))):
        for place, (at, number) in enumerate(zip(chain.places, chain.numbers, strict=True)):
            found.setdefault(at, Member(series, number, place, len(chain.places)))
    return found


class _Chain:
    """Lines that follow one another, one up or one down each time."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self.numbers: list[int] = []
        self._step = 0

    def goes_on(self, number: int) -> bool:
        """Does the number follow the last one?"""
        step = number - self.numbers[-1]
        return step == self._step if self._step else step in (1, -1)

    def add(self, place: int, number: int) -> None:
        """Go on with a line."""
        if self.numbers:
            self._step = number - self.numbers[-1]
        self.places.append(place)
        self.numbers.append(number)


def may_count(text: str) -> bool:
    """Does a line count in one of the ways that lines do?"""
    return bool(_read(text[:_SHOWN]))


@lru_cache(maxsize=1024)
def _read(text: str) -> tuple[_Reading, ...]:
    """The ways in which a line counts: asked for those kept, and for those around them again."""
    return () if _NUMBERLESS.match(text) else tuple(_readings(text))


def _readings(text: str) -> Iterator[_Reading]:
    """The ways in which a line counts."""
    match = _COUNTED.match(text)
    if match is None:
        return
    head, sign, mark = match["head"] or "", match["number"], match["mark"].strip()
    around = (head.lower(), "/" if mark.startswith("/") else mark)
    if sign.isdecimal():
        if 0 <= int(sign) <= _MOST:
            yield _Reading(("1", *around), int(sign))
        return
    if sign[0] in _WIDE:
        yield _Reading(("一", *around), _wide(sign))
        return
    if not mark and not head:
        return  # "I went", "A tram"
    low = sign.lower()
    if set(low) <= set(_NUMERAL):
        yield _Reading(("i", *around), _numeral(low))
    if len(sign) == 1:
        yield _Reading(("a", *around), ord(low))


def _wide(sign: str) -> int:
    """The value of a number such as "十二"."""
    tens, ten, ones = sign.partition("十")
    if not ten:
        return _WIDE[sign[0]]
    return _TEN * _WIDE.get(tens, 1) + _WIDE.get(ones, 0)


def _numeral(sign: str) -> int:
    """The value of a Roman numeral in small letters."""
    values = [_NUMERAL[each] for each in sign]
    following = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, following, strict=True))
