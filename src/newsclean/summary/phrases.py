"""Phrases that are looked for anywhere in an article: most are told absent by the hashes of words.

To look for each of some hundred phrases in the whole text takes longer than all else that is asked
of a sentence. A phrase that has a whole word, or two side by side, can only stand where these are:
whether they are is asked for all phrases at once, with the hashes that the ranker needs anyway.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from newsclean.hashes import MIX, hash_each
from newsclean.patterns import lazy_regex
from newsclean.summary.text.words import OPENING_CHARS, opening, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsclean.arrays import Hash64

_OPENS = "\n "
"""What stands before each sentence of a text in which phrases are looked for."""
_HEAD_CHARS = 3
"""So many characters of a phrase that opens a sentence are compared with all openings first."""
_WORD = lazy_regex(r"([^\W_]+(?:'[^\W_]+)?)(?![\w'’])(?:\W*$)?")
_STEM_CHARS = 6
"""So many letters of a word are hashed: a word that goes on behind them has the same hash."""
_CURLED = "’"
_SIGNS = "(:"
"""A phrase with one of these is looked for in a text that has it."""
_FINAL_SIGMA = "ς"
"""It is a small letter at the end of a word only, which the hashes do not know."""


class Phrases(NamedTuple):
    """Phrases in lower case, by how they are told absent."""

    anchors: Hash64
    """Hashes of words, or of two words side by side, ..."""
    anchored: tuple[str, ...]
    """... and the phrase that each of them is of."""
    others: tuple[str, ...]
    """The phrases without such a word."""

    def likely(self, lower: str, places: Hash64 | None) -> Iterator[str]:
        """The phrases that a text may have; of most articles they are few.

        `lower` is the text in lower case, a line feed and a blank before each sentence; `places`
        is what `places_of` gives for it.
        """
        if places is None:
            yield from dict.fromkeys((*self.anchored, *self.others))
            return
        heads = {line[:_HEAD_CHARS] for line in lower.split(_OPENS)}
        missing = [sign for sign in _SIGNS if sign not in lower]
        found: Sequence[str] = ()
        if len(places):
            at = np.minimum(places.searchsorted(self.anchors), len(places) - 1)
            known = (places[at] == self.anchors).nonzero()[0].tolist()
            found = [self.anchored[number] for number in known]
        for phrase in (*found, *self.others):
            head = phrase[2 : 2 + _HEAD_CHARS] if phrase[0] == "\n" else ""
            if len(head) == _HEAD_CHARS and head not in heads:
                continue
            if not (missing and any(sign in phrase for sign in missing)):
                yield phrase


def places_of(stems: Hash64, openings: Hash64) -> Hash64:
    """The hashes of the words of a text, and of each two that stand side by side, ascending.

    `openings` are the hashes of the first four letters of each word.
    """
    return np.sort(np.concatenate([stems, _pairs(stems[:-1], openings[1:])]))


def _pairs(left: Hash64, right: Hash64) -> Hash64:
    """The hash of two words: of the stem of the first and the opening of the second."""
    return left * MIX + right


def phrases_of(texts: Iterable[str], *, spaced: bool) -> Phrases:
    """The phrases in `texts`; none is told absent where words are not `spaced`."""
    anchors: list[tuple[str, str]] = []
    anchored: list[str] = []
    others: list[str] = []
    for text in texts:
        found = _anchor(text) if spaced else None
        if found is None:
            others.append(text)
            continue
        # an apostrophe is straight in the phrase, and either in a text
        for left, right in dict.fromkeys((found, _curled(found))):
            anchors.append((left, right))
            anchored.append(text)
    values = hash_each([stem(left) for left, _ in anchors])
    two = np.array([bool(right) for _, right in anchors], bool)
    values[two] = _pairs(values[two], hash_each([opening(right) for _, right in anchors if right]))
    return Phrases(values, tuple(anchored), tuple(others))


def _curled(words: tuple[str, str]) -> tuple[str, str]:
    left, right = words
    return left.replace("'", _CURLED), right.replace("'", _CURLED)


def _anchor(text: str) -> tuple[str, str] | None:
    """Two words of a phrase side by side, else its longest and nothing; None where it has none."""
    _, *pieces = text.split(" ")
    best = None
    before = ""
    for at, piece in enumerate(pieces):
        found = _WORD.match(piece)
        word = found[1] if found else ""
        cut = at == len(pieces) - 1 and word == piece  # another word may go on behind it
        if before and len(word) >= (OPENING_CHARS if cut else 1):
            best = _longer(best, (before, word))
        if word and not (cut and len(word) < _STEM_CHARS) and _FINAL_SIGMA not in stem(word):
            best = _longer(best, (word, ""))
            before = word if found and found.end() == len(piece) else ""
        else:
            before = ""
    return best


def _longer(one: tuple[str, str] | None, other: tuple[str, str]) -> tuple[str, str]:
    """Two words before one, and longer ones before shorter ones."""
    if one is None:
        return other
    return max(one, other, key=lambda words: (bool(words[1]), len(words[0]) + len(words[1])))
