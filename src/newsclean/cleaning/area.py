"""Where on a page its headline, byline and date are sought: around the headline and the body.

The distances are guesses that held on the pages of the training set; none is learned.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.bylines import is_known_first_name, names_outlet, read_name

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import PageRecord
    from newsclean.document import Line

LINES_ABOVE = 4
"""So far above the headline byline and date may stand."""
LINES_AROUND = 14
"""So far above the body, where no headline is known."""
LINES_BELOW = 6
"""So far below the body."""
LINES_FAR = 60
"""So far above the body a field may stand that is the only one of its kind there."""
FEW_WORDS = 8
"""A kept line of more words is a part of the body, and names no author."""
_LINES_UNDER = 9
"""So far below the headline, or the start of the body."""
_PAPER_WORDS = 5
"""The name of a paper has no more words (a guess)."""
_OPENING_LINES = 30
"""So many kept lines are the opening, in which names are looked up."""


@dataclass(frozen=True)
class Area:
    """What the finders share: `head` is the headline's line, `start` and `end` the body's."""

    record: PageRecord
    head: int | None
    start: int
    end: int
    headline: Sequence[int] = ()
    """All lines of the headline; `head` is the first of them."""

    @cached_property
    def page(self) -> PageLines:
        """All lines of the page with what they say."""
        return self.record.page

    @cached_property
    def kept(self) -> Sequence[bool]:
        """For each line, whether it is kept."""
        return self.record.kept

    @cached_property
    def email_furniture(self) -> Container[int]:
        """The lines of a mail around the article: no author of the article is named in them."""
        return self.record.mail.email_furniture

    @cached_property
    def lines(self) -> Sequence[Line]:
        """All lines of the page."""
        return self.page.lines

    @cached_property
    def middle(self) -> int:
        """The headline's line, or the body's first one where there is no headline."""
        return self.start if self.head is None else self.head

    @cached_property
    def top(self) -> list[int]:
        """The lines around the headline and down to the body, no long kept ones."""
        low = self.start - LINES_AROUND if self.head is None else self.head - LINES_ABOVE
        high = max(self.start + 1, self.middle + _LINES_UNDER)
        return [
            index
            for index in range(max(0, low), min(len(self.lines), high))
            if not (
                self.kept[index]
                and len(self.lines[index].text.split()) > FEW_WORDS
                and (index >= self.start or not self.page.dates(index))
            )
        ]

    @cached_property
    def around_headline(self) -> frozenset[int]:
        """The elements around the headline."""
        tree, found = self.record.tree, set[int]()
        node = tree.markup[self.head].node if tree and self.head is not None else -1
        while tree and node >= 0:
            found.add(node)
            node = tree.nodes[node].parent
        return frozenset(found)

    def bottom(self) -> range:
        """The lines that follow the body."""
        return range(self.end + 1, min(len(self.lines), self.end + 1 + LINES_BELOW))

    @cached_property
    def prose(self) -> str:
        """The beginning of the body; an address, "anna.berg@…", is no sentence."""
        kept = itertools.compress(self.page.texts, self.kept)
        prose = (text for text in kept if "@" not in text)
        return " ".join(itertools.islice(prose, _OPENING_LINES))


def is_paper_of_author(page: PageLines, at: int) -> bool:
    """Is a line the paper that stands between its author's name and the day?"""
    words = page.words[at]
    if not 0 < at < len(page.texts) - 1 or len(words) > _PAPER_WORDS or not page.dates(at + 1):
        return False
    name, called = page.texts[at - 1], " ".join(words)
    if " " not in name or page.hits(at) or is_known_first_name(page.texts[at]):
        return False  # a photographer may stand above the author
    # a deck in letters without capitals is shaped like a name
    if name.lower() == name.upper() or read_name(name, page.language) != name:
        return False
    again = any(called in " ".join(own) for place, own in enumerate(page.words) if place != at)
    return again or names_outlet(page.texts[at], page.language)
