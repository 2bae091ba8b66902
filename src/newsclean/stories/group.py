"""Sketches of all articles, in their order -> stories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from newsclean.stories import copies, events
from newsclean.stories.sketch import Sketch

COMMON = 0.5
"""The share of the shorter text that copies have in common; see `tests/benchmarks/stories.py`."""


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story.

    `article` is its place among all. Articles of one `version` are copies of one text, cut,
    extended or rewritten in parts. `in_longest` is how much of it is in the longest article of
    its version, `of_longest` how much of that one is in it, both 0 to 1.
    """

    article: int
    version: int
    in_longest: float
    of_longest: float


@dataclass(frozen=True, slots=True)
class Story:
    """Two or more articles. `number` counts from 1, in the order of each story's first article."""

    number: int
    members: tuple[Member, ...]
    earliest: int
    """The article that appeared first; where no date is known, the first in the input."""
    longest: int


def group(sketches: Sequence[Sketch], *, common: float = COMMON) -> tuple[Story, ...]:
    """The stories of two or more articles.

    Args:
        sketches: those of all articles in their order; what is found depends on nothing else.
        common: the share of the shorter text that copies have in common.
    """
    texts = _Sets(len(sketches))
    for first, second in copies.find(sketches, common):
        texts.join(first, second)
    stories = _Sets(len(sketches))
    leaders = []
    for members in texts.sets():
        leaders.append(_longest(sketches, members))
        for each in members:
            stories.join(members[0], each)
    for first, second in events.find(sketches, sorted(leaders)):
        stories.join(first, second)
    several = [members for members in stories.sets() if len(members) > 1]
    return tuple(
        _story(number, members, sketches, texts) for number, members in enumerate(several, 1)
    )


def record(story: Story, member: Member, names: Sequence[str]) -> dict[str, Any]:
    """What an article's record says of its story.

    Args:
        story: the story.
        member: the article.
        names: what the articles are called, all of them.
    """
    same = [each for each in story.members if each.version == member.version]
    return {
        "number": story.number,
        "articles": len(story.members),
        "version": member.version,
        "copies": len(same),
        "earliest": names[story.earliest],
        "longest": names[story.longest],
        "in_longest": round(member.in_longest, 2),
        "of_longest": round(member.of_longest, 2),
    }


def _story(number: int, members: Sequence[int], sketches: Sequence[Sketch], texts: _Sets) -> Story:
    versions: dict[int, list[int]] = {}
    for each in members:
        versions.setdefault(texts.root(each), []).append(each)
    placed = []
    for version, same in enumerate(versions.values(), 1):
        longest = _longest(sketches, same)
        for each in same:
            inside, of = copies.contained(sketches[each], sketches[longest])
            placed.append(Member(each, version, inside, of))
    earliest = min(members, key=lambda each: (*_when(sketches[each]), each))
    return Story(number, tuple(placed), earliest, _longest(sketches, members))


def _when(sketch: Sketch) -> tuple[bool, int]:
    """What sorts articles by time, those without a date last."""
    return sketch.time is None, sketch.time or 0


def _longest(sketches: Sequence[Sketch], members: Iterable[int]) -> int:
    return min(members, key=lambda each: (-sketches[each].words, each))


class _Sets:
    """Disjoint sets of the numbers below a limit (union-find); the smallest number is the root."""

    def __init__(self, limit: int) -> None:
        self._above = list(range(limit))

    def root(self, each: int) -> int:
        """The smallest number of the set that `each` is in."""
        while self._above[each] != each:
            self._above[each] = self._above[self._above[each]]
            each = self._above[each]
        return each

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low

    def sets(self) -> list[list[int]]:
        """All sets, by their smallest number, each ascending."""
        found: dict[int, list[int]] = {}
        for each in range(len(self._above)):
            found.setdefault(self.root(each), []).append(each)
        return list(found.values())
