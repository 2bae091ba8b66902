"""Scores -> sentences: takes the best ones that fit and do not say again what is taken.

Shared by every method. A sentence that repeats another (nearly) word for word is never taken
beside it, and a heading or list item only when there is nothing else.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from newsclean.patterns import lazy_regex
from newsclean.summary.length import Budget
from newsclean.summary.text.terms import Floats, Terms

_KEPT_SETS = 5_000
"""Sentences whose words are kept at once; hardly an article has so many (a guess)."""
_ALIKE = 0.75
"""Share of common words, of all words of two sentences, from which they say the same."""

_WORDS_TO_CONTAIN = 10
"""Different words of a sentence from which another may be said to contain it: a guess."""

_ENDS = frozenset(".!?…。！？｡؟۔।॥።։")
_CLOSERS = "\"'”’»)]」』】）"
_BULLETS = "-–—•*·|"
_THAI_CHARS = 40
"""Characters of a stretch of Thai from which it is a statement: 83 of 93 that readers would send in
a summary have so many, none of the 147 that are no prose."""
_NUMBER = lazy_regex(r"\d{1,2}[.)]\s")


def is_statement(text: str) -> bool:
    """Whether a sentence ends as one does; a heading or a list item is none."""
    last = text[-1:]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
    # Thai has no full stop: it is told by its length
    if last not in _ENDS and not ("ก" <= last <= "๛" and len(text) >= _THAI_CHARS):
        return False
    first = text[0]
    return first not in _BULLETS and not (first.isdecimal() and _NUMBER.match(text))


WordSets = Callable[[int], frozenset[str]]


def word_sets(words: Callable[[int], Sequence[str]]) -> WordSets:
    """Gives the different words of a sentence by its number, lower case, made when asked for."""

    @lru_cache(_KEPT_SETS)
    def of(number: int) -> frozenset[str]:
        return frozenset(map(str.lower, words(number)))

    return of


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sentences are near-duplicates, or one says little that the other does not.

    By common words: of all words of both (Jaccard 1912), or of the shorter where it has some.
    """
    small, large = len(one), len(other)
    if small > large:
        small, large = large, small
    common = len(one & other)
    if small >= _WORDS_TO_CONTAIN and common >= _ALIKE * small:
        return True
    return common >= _ALIKE * (small + large - common)


def best_first(scores: Sequence[float] | Floats, texts: Sequence[str]) -> list[int]:
    """Numbers of the sentences: statements first, of these the best, of equals the earlier."""
    return sorted(
        range(len(scores)),
        key=lambda i: (not is_statement(texts[i]), -round(float(scores[i]), 9), i),
    )


def fill(
    order: Iterable[int],
    budget: Budget,
    words: WordSets,
    *,
    skip: bool = True,
    taken: Callable[[int], None] | None = None,
) -> list[int]:
    """Takes sentences in `order` while they fit; gives them in the order of the article.

    With `skip`, one too long is passed over for a shorter one; without, it ends the summary.
    `taken` is told of each.
    """
    chosen: list[int] = []
    first: int | None = None
    for number in order:
        if len(chosen) >= budget.sentences:
            break
        own = words(number)
        if any(same(own, words(other)) for other in chosen):
            continue
        first = number if first is None else first
        if budget.fits([*chosen, number]):
            chosen.append(number)
            if taken:
                taken(number)
        elif not skip:
            break
    if not chosen and first is not None:
        chosen = [first]
    return sorted(chosen)


def mmr_select(
    scores: Floats,
    terms: Terms,
    weights: Floats,
    budget: Budget,
    words: WordSets,
    redundancy_penalty: float,
) -> list[int]:
    """Takes sentences by score, each losing up to `redundancy_penalty` for what is said already.

    This is maximal marginal relevance (Carbonell and Goldstein 1998). The loss only grows, so a
    stale value is an upper bound and only the top of the heap is ever computed anew (Minoux 1978,
    "Accelerated greedy algorithms"): linear in practice.
    """
    starts = terms.rows.searchsorted(range(len(scores) + 1)).tolist()
    columns = terms.columns.tolist()
    weight = weights.tolist()
    said: set[int] = set()
    heap = sorted((-float(score), number) for number, score in enumerate(scores))

    def value(number: int) -> float:
        own = columns[starts[number] : starts[number + 1]]
        mass = sum(weight[c] for c in own)
        again = sum(weight[c] for c in own if c in said)
        return float(scores[number]) - redundancy_penalty * (again / mass if mass else 0.0)

    def best() -> Iterator[int]:
        while heap:
            _, number = heapq.heappop(heap)
            now = (-value(number), number)
            if heap and now > heap[0]:
                heapq.heappush(heap, now)
            else:
                yield number

    def taken(number: int) -> None:
        said.update(columns[starts[number] : starts[number + 1]])

    return fill(best(), budget, words, taken=taken)
