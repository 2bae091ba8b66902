"""What the words of a line have to do with the body: a headline shares its words with it."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from operator import not_
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.lines.page import PageLines

_BODY_LINES = 30
_LEAD_LINES = 3
_PROSE_CHARS = 60
_RARE = 2
"""A word of the body that so few other lines have is the article's own."""


class _Body(NamedTuple):
    """The words of the body's prose: in how many lines each stands, and those of the lead."""

    lines_with: dict[str, int]
    lead: frozenset[str]
    own: frozenset[str]
    """The words that hardly any line around the article has."""


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

    def __init__(self, page: PageLines, kept: Sequence[bool]) -> None:
        """`kept` says which lines of the page are the body."""
        self._page = page
        self._body = _read_body(page, kept)
        self._function_words = languages.function_words(page.language)
        self._known: dict[int, Shared] = {}

    def __call__(self, index: int) -> Shared:
        """What the words of a line have to do with the body."""
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._read(index)
        return found

    def _read(self, index: int) -> Shared:
        words, body = self._page.terms(index), self._body
        content = [word for word in words if word not in self._function_words] or words
        count = len(words) // 2 if self._page.is_unspaced(index) else len(words)
        found = list(filter(None, map(body.lines_with.get, content)))
        return Shared(
            count,
            len(content),
            len(found),
            sum(map(body.lead.__contains__, content)),
            sum(map(body.own.__contains__, content)),
            math.log(math.prod(lines + 1 for lines in found)) / (len(content) or 1),
        )


def _read_body(page: PageLines, kept: Sequence[bool]) -> _Body:
    """The words of the kept lines that are long enough to be prose."""
    terms = page.terms_of_lines
    kept_lines = itertools.compress(range(len(kept)), kept)
    prose = (index for index in kept_lines if len(page.texts[index]) > _PROSE_CHARS)
    lines = [frozenset(terms[index]) for index in itertools.islice(prose, _BODY_LINES)]
    lines_with = dict(Counter(itertools.chain.from_iterable(lines)))
    known = frozenset(lines_with)  # other words need not be counted
    if terms is page.words:
        known = frozenset([word for word in known if page.counts[word] > _RARE])
    others = itertools.compress(terms, map(not_, kept))
    around = Counter(itertools.chain.from_iterable(map(known.intersection, others)))
    common = [word for word, lines in around.items() if lines > _RARE]
    own = frozenset(lines_with).difference(common)
    return _Body(lines_with, frozenset().union(*lines[:_LEAD_LINES]), own)
