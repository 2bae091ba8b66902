"""Lists of phrases that a line's words may begin with or hold: most lines are told by one look-up.

A phrase is looked for only with as many words as those have that begin with the same one.
"""

from __future__ import annotations

from functools import cached_property
from itertools import compress, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class PhraseList(dict[str, int]):
    """Phrases, words with a blank between them, and of how many words each is."""

    @cached_property
    def _sizes(self) -> dict[str, tuple[int, ...]]:
        """How many words the phrases have that begin with a word, the longest first."""
        found: dict[str, set[int]] = {}
        for phrase, size in self.items():
            found.setdefault(phrase.partition(" ")[0], set()).add(size)
        return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}

    def opening(self, words: Sequence[str]) -> str | None:
        """The longest phrase that the words begin with."""
        for size in self._sizes.get(words[0], ()):
            if (phrase := " ".join(words[:size])) in self:
                return phrase
        return None

    def inside(self, words: Sequence[str]) -> str | None:
        """The first of the shortest phrases that stand among the words."""
        sizes, best, found = self._sizes, 0, None
        for at in compress(count(), map(sizes.__contains__, words)):
            for size in sizes[words[at]]:
                if found and size >= best:
                    continue
                phrase = " ".join(words[at : at + size])
                if phrase in self:
                    best, found = size, phrase
        return found
