"""What the words of a line have to do with the body: a headline shares its words with it."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from operator import not_
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.cleaning.lines.page import PageLines

_BODY_LINES = 30
_LEAD_LINES = 3
_PROSE_CHARS = 60
_RARE = 2
"""A word of the body that so few other lines have is the article's own."""


class _Body(NamedTuple):
    """Words of the body's prose: in how many lines each stands, and those of the lead."""

    lines_with: dict[str, int]
    lead: frozenset[str]
    around: frozenset[str]
    """Those that several lines around the article have, too."""


class Shared(NamedTuple):
    """What the words of a line have to do with the body.

    `words` is how many they are, `content` how many of them tell a subject; of these `common`
    stand in the body, `lead` in its lead, `own` in it and hardly anywhere else, and `recurring` is
    the mean logarithm of in how many lines of the body each stands.
    """

    words: int
    content: int
    common: int
    lead: int
    own: int
    recurring: float


class SharedWords:
    """What each line of a page shares with the body; read once, as a line's neighbours ask too."""

    def __init__(self, page: PageLines, kept: Sequence[bool], places: Iterable[int]) -> None:
        """`kept` says which lines of the page are the body, `places` which are asked of."""
        self._page = page
        self._body = _read_body(page, kept, map(page.terms_of_lines.__getitem__, places))
        self._function_words = languages.function_words(page.language)
        self._known: dict[int, Shared] = {}

    def __call__(self, index: int) -> Shared:
        """What the words of a line have to do with the body."""
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._read(index)
        return found

    def _read(self, index: int) -> Shared:
        words, (lines_with, lead, around) = self._page.terms_of_lines[index], self._body
        content = [word for word in words if word not in self._function_words] or words
        count = len(words) // 2 if self._page.is_unspaced(index) else len(words)
        found = [word for word in content if word in lines_with]
        return Shared(
            count,
            len(content),
            len(found),
            sum(map(lead.__contains__, found)),
            len(found) - sum(map(around.__contains__, found)),
            math.log(math.prod([lines_with[word] + 1 for word in found])) / (len(content) or 1),
        )


def _read_body(page: PageLines, kept: Sequence[bool], asked: Iterable[Sequence[str]]) -> _Body:
    """Those of the words that are asked for in kept lines that are long enough to be prose."""
    wanted = frozenset().union(*asked)
    terms = page.terms_of_lines
    kept_lines = itertools.compress(range(len(kept)), kept)
    prose = (index for index in kept_lines if len(page.texts[index]) > _PROSE_CHARS)
    lines = [wanted.intersection(terms[index]) for index in itertools.islice(prose, _BODY_LINES)]
    lines_with = Counter(itertools.chain.from_iterable(lines))
    known = frozenset(lines_with)
    if terms is page.words:
        counts = page.counts
        known = frozenset([word for word, own in lines_with.items() if counts[word] - own > _RARE])
    others = itertools.compress(terms, map(not_, kept))
    shared = Counter(itertools.chain.from_iterable(map(known.intersection, others)))
    around = frozenset([word for word, lines in shared.items() if lines > _RARE])
    return _Body(lines_with, frozenset().union(*lines[:_LEAD_LINES]), around)
