"""Terms -> what the words of each sentence say: how central, how new, how named they are.

The part of the features that reads the words. Similarities are cosines of tf-idf vectors (Salton
and Buckley 1988); each is a sum over the triples of `Terms`, so none needs a matrix of sentences.
"""

from __future__ import annotations

import numpy as np

from newsclean.summary.terms import Flags, Floats, Ints, Terms, sums, unit


class Content:
    """An article's terms, weighted; each method gives some columns, one value a sentence."""

    def __init__(self, terms: Terms) -> None:
        """Weighs the terms: count times rarity, and that scaled to length 1 a sentence."""
        self.terms = terms
        self.size = len(terms.words)
        self.raw = terms.counts * terms.rarity[terms.columns]
        self.norm = np.maximum(np.sqrt(self._by_row(self.raw * self.raw)), 1e-9)
        self.scaled = self.raw / self.norm[terms.rows]
        self.totals = self._by_term(self.raw)
        """Of each term, how much of it is in the article."""
        self.counts = self._by_term(terms.counts)
        weightiest = np.argsort(-self.totals, kind="stable")[:10]
        self.keys = np.zeros(len(self.totals))
        """Of each of the ten weightiest terms, its share among them; 0 of all others."""
        self.keys[weightiest] = self.totals[weightiest]
        self.keys /= max(float(self.keys.sum()), 1e-9)

    def columns(self) -> dict[str, Floats]:
        """All columns of this module, in the order that the weights were trained for."""
        order = np.lexsort((self.terms.rows, self.terms.columns))
        first = np.ones(len(order), bool)
        sorted_terms = self.terms.columns[order]
        first[1:] = sorted_terms[1:] != sorted_terms[:-1]
        central = self.centrality()
        return {
            **central,
            **self.neighbours(order, first, central["central"]),
            **self.words(order, first),
            **self.names(order, first),
        }

    def centrality(self) -> dict[str, Floats]:
        """How like the whole, its parts and the title each sentence is."""
        terms, total = self.terms, self.totals
        central = self._towards(total)
        rest = total[terms.columns] - self.raw
        shared = self._by_row(self.raw * total[terms.columns])
        left = float((total * total).sum()) - 2 * shared + self.norm * self.norm
        late = self._towards(self._by_term(self.raw * (terms.rows >= self.size // 2)))
        titled = terms.title > 0
        title = self._by_row(titled[terms.columns].astype(float))
        return {
            "central": central,
            "central to the rest": self._by_row(self.scaled * rest)
            / np.sqrt(np.maximum(left, 1e-9)),
            "central, rank": ranks(central),
            "like the first": self._towards(self._by_term(self.raw * (terms.rows == 0))),
            "like the first three": self._towards(self._by_term(self.raw * (terms.rows < 3))),
            "like the later half": late,
            "like the later half, rank": ranks(late),
            "like the title": self._towards(terms.title * terms.rarity),
            "words of the title": title / max(1, int(titled.sum())),
        }

    def neighbours(self, order: Ints, first: Flags, central: Floats) -> dict[str, Floats]:
        """How like the sentences before and after each is.

        `order` sorts the triples by term, then sentence, so that the sum of a term's weights in
        all earlier sentences is a running sum; `first` marks where a term begins.
        """
        rows, cols, value = self.terms.rows[order], self.terms.columns[order], self.scaled[order]
        before = np.cumsum(value) - value
        starts = np.flatnonzero(first)
        if len(starts):
            before -= np.repeat(before[starts], np.diff(np.append(starts, len(cols))))
        after = self._by_term(self.scaled)[cols] - before - value
        many = max(1, self.size - 1)
        follows = sums(rows, self.size, value * after) / many
        step = np.zeros(len(cols))
        step[1:] = value[1:] * value[:-1] * (~first[1:] & (rows[1:] == rows[:-1] + 1))
        previous = sums(rows, self.size, step)
        return {
            "like what precedes": sums(rows, self.size, value * before) / many,
            "like what follows": follows,
            "like what follows, rank": ranks(follows),
            "like the one before": previous,
            "like the next": np.append(previous[1:], 0.0),
            "next one central": np.append(central[1:], 0.0),
            "one before central": np.append(0.0, central[:-1]),
        }

    def words(self, order: Ints, first: Flags) -> dict[str, Floats]:
        """How frequent, rare, new and weighty the words of each sentence are."""
        terms, cols = self.terms, self.terms.columns
        distinct = self._distinct()
        weights = self.totals / max(float(self.totals.sum()), 1e-9)
        covered = self._by_row(weights[cols])
        fresh = sums(terms.rows[order], self.size, weights[cols[order]] * first)
        again = terms.pair_counts / max(1.0, float(terms.pair_counts.sum()))
        spread = self._by_term(np.ones(len(cols)))
        most = max(1.0, float(self.counts.max()))
        return {
            "frequent words": self._by_row(self.counts[cols]) / distinct / most,
            "words of many sentences": self._by_row(spread[cols]) / distinct / self.size,
            "rare words": self._by_row(terms.rarity[cols]) / distinct - float(terms.rarity.mean()),
            "share of the article's words": covered,
            "share of the article's words, rank": ranks(covered),
            "new words": fresh,
            "share of its words new": fresh / np.maximum(covered, 1e-9),
            "key words": self._by_row(self.keys[cols]),
            "phrases said again": sums(terms.pairs[0], self.size, again[terms.pairs[1]]),
        }

    def names(self, order: Ints, first: Flags) -> dict[str, Floats]:
        """How many names each sentence has, and how many of them for the first time."""
        terms, cols = self.terms, self.terms.columns
        of_names = self.counts * terms.names
        rows, named = terms.rows[order], terms.names[cols[order]]
        all_names = max(1.0, float(of_names.sum()))
        return {
            "names": self._by_row(terms.names[cols].astype(float)) / self._distinct(),
            "names of the article": self._by_row(of_names[cols]) / all_names,
            "names, first mention": np.minimum(sums(rows, self.size, named & first), 8) / 8,
            "names, known": np.minimum(sums(rows, self.size, named & ~first), 8) / 8,
        }

    def _distinct(self) -> Floats:
        """How many different terms each sentence has, at least 1."""
        return np.maximum(sums(self.terms.rows, self.size), 1)

    def _by_row(self, values: Floats) -> Floats:
        return sums(self.terms.rows, self.size, values)

    def _by_term(self, values: Floats) -> Floats:
        return sums(self.terms.columns, len(self.terms.rarity), values)

    def _towards(self, vector: Floats) -> Floats:
        """The cosine of each sentence and a vector of terms."""
        return self._by_row(self.scaled * unit(vector)[self.terms.columns])


def ranks(values: Floats) -> Floats:
    """Rank of each value among all, from 0 (smallest) to 1; the earlier first among equals."""
    size = len(values)
    placed = np.empty(size)
    placed[np.argsort(values, kind="stable")] = np.arange(size)
    return placed / max(1, size - 1)
