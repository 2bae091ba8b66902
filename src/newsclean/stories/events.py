"""Sketches -> which articles are on one event: they name the same and use the same rare words.

Words weigh by how rare they are among these articles (tf-idf, cosine), articles are compared
where they share some of their rarest words and appeared within days of each other, and what is
most alike is joined first, as long as the groups as wholes are alike (group-average clustering,
as in topic detection and tracking; Yang, Pierce and Carbonell 1998).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from newsclean.stories.sketch import Sketch

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

ALIKE = 0.32
"""The cosine from which two articles are on one event; found on CSTNews, see the benchmark."""
UNDATED = 0.06
"""So much more alike must be what has no date."""
_GROUPS_ALIKE = 1.0
"""The share of that which two groups must reach to be joined."""
DAYS = 4
"""Reports on one event appear within so many days."""
_RAREST = 16
"""An article is looked up by so many of its rarest words."""
_NEAR = 6
"""With so many articles behind it in the list of a word an article is compared."""
_SHARED = 3
"""Rare words that two articles share before they are compared in full."""
_FEWEST_TERMS = 12
"""A text of fewer names and words says too little of what it is about."""
_RARE_ARTICLES, _RARE_SHARE = 5, 0.1
"""A word is rare if no more articles have it, or no more of all."""
_PRIOR = 10
"""Articles that are added to the number of all, so that in a small folder a word that half of
them share weighs something."""
_COMPARED_AT_ONCE = 100_000


def find(sketches: Sequence[Sketch], leaders: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of articles that are on one event, which together join its articles.

    Args:
        sketches: those of all articles.
        leaders: one article of each group of copies, ascending.
    """
    telling = [each for each in leaders if len(sketches[each].terms) >= _FEWEST_TERMS]
    if len(telling) < 2:
        return []
    chosen = sorted(telling, key=lambda each: (_time(sketches[each]), each))
    table = _Table([sketches[each] for each in chosen])
    links = table.links()
    groups = {number: [number] for number in range(len(chosen))}
    home = list(range(len(chosen)))
    joined = []
    for _alike, first, second in links:
        one, other = home[first], home[second]
        if one == other or not table.belong(groups[one], groups[other]):
            continue
        if len(groups[one]) < len(groups[other]):
            one, other = other, one
        for each in groups[other]:
            home[each] = one
        groups[one] += groups.pop(other)
        joined.append((chosen[first], chosen[second]))
    return joined


class _Table:
    """The words of all articles and what each weighs, one article after another."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        sizes = [len(each.terms) for each in sketches]
        terms = np.concatenate([each.terms for each in sketches])
        weights = np.concatenate([each.weights for each in sketches])
        self._count = len(sketches)
        self._owners = np.repeat(np.arange(len(sizes)), sizes)
        self._starts = np.concatenate(([0], np.cumsum(sizes)))
        _, self._terms, times = np.unique(terms, return_inverse=True, return_counts=True)
        self._times = times[self._terms]
        weights = weights * np.log((self._count + _PRIOR) / self._times).astype(np.float32)
        lengths = np.sqrt(np.bincount(self._owners, weights**2, self._count))
        self._weights = weights / np.maximum(lengths, 1e-9)[self._owners]
        self._keys = self._owners * len(times) + self._terms
        order = np.argsort(self._keys)
        self._keys, self._values = self._keys[order], self._weights[order]
        self._different = len(times)
        self._days = np.array([_time(each) / 1440 for each in sketches])
        self._languages = np.unique([each.language for each in sketches], return_inverse=True)[1]

    def links(self) -> list[tuple[float, int, int]]:
        """Pairs that are alike, the most alike first."""
        found: list[tuple[float, int, int]] = []
        pairs = self._candidates()
        for begin in range(0, len(pairs), _COMPARED_AT_ONCE):
            some = pairs[begin : begin + _COMPARED_AT_ONCE]
            first, second = np.divmod(some, self._count)
            alike = self._cosine(first, second)
            enough = alike >= self._wanted(first, second)
            found += zip(
                (-alike[enough]).tolist(),
                first[enough].tolist(),
                second[enough].tolist(),
                strict=True,
            )
        return [(-alike, first, second) for alike, first, second in sorted(found)]

    def belong(self, one: list[int], other: list[int]) -> bool:
        """Whether two groups, as wholes, are alike and appeared within days."""
        days = self._days[one + other]
        dated = days[days > 0]
        if len(dated) and dated.max() - dated.min() > 2 * DAYS:
            return False
        some, others = one[:_NEAR], other[:_NEAR]
        first = np.repeat(np.array(some), len(others))
        second = np.tile(np.array(others), len(some))
        wanted = _GROUPS_ALIKE * self._wanted(first, second)
        return bool((self._cosine(first, second) - wanted).mean() >= 0)

    def _wanted(self, first: Ints, second: Ints) -> npt.NDArray[np.float64]:
        undated = (self._days[first] == 0) | (self._days[second] == 0)
        return np.where(undated, ALIKE + UNDATED, ALIKE)

    def _candidates(self) -> Ints:
        """Pairs that share some of their rarest words, within days, in one language."""
        most = max(_RARE_ARTICLES, int(_RARE_SHARE * self._count))
        shared = np.flatnonzero((self._times > 1) & (self._times <= most))
        order = shared[np.lexsort((self._times[shared], self._owners[shared]))]
        owners = self._owners[order]
        nth = np.arange(len(order)) - np.searchsorted(owners, owners)
        kept = order[nth < _RAREST]
        kept = kept[np.lexsort((self._owners[kept], self._terms[kept]))]
        terms, owners = self._terms[kept], self._owners[kept]
        found = [np.zeros(0, np.int64)]
        for step in range(1, _NEAR + 1):
            first, second = owners[:-step], owners[step:]
            near = terms[step:] == terms[:-step]
            near &= self._languages[first] == self._languages[second]
            apart = np.abs(self._days[second] - self._days[first])
            near &= (apart <= DAYS) | (self._days[first] == 0) | (self._days[second] == 0)
            found.append(first[near] * self._count + second[near])
        pairs, times = np.unique(np.concatenate(found), return_counts=True)
        return pairs[times >= _SHARED]

    def _cosine(self, first: Ints, second: Ints) -> Floats:
        """How alike the articles of each pair are."""
        sizes = self._starts[first + 1] - self._starts[first]
        pair = np.repeat(np.arange(len(first)), sizes)
        place = np.arange(len(pair)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        place += self._starts[first][pair]
        wanted = second[pair] * self._different + self._terms[place]
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        both = np.where(self._keys[at] == wanted, self._weights[place] * self._values[at], 0)
        return np.asarray(np.bincount(pair, both, len(first)), np.float32)


def _time(sketch: Sketch) -> int:
    """When it appeared, in minutes; 0 where that is not known."""
    return sketch.time or 0
