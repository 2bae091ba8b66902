"""Terms -> what the words of each sentence say: how central, how new, how named they are.

The part of the features that reads the words. Similarities are cosines of tf-idf vectors (Salton
and Buckley 1988); each is a sum over the triples of `Terms`, so none needs a matrix of sentences.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from newsclean.arrays import Flags
from newsclean.summary.text.terms import Floats, Terms, l2_normalize, sums
from newsclean.summary.text.words import Ints


class Content:
    """An article's terms, weighted; each method gives some columns, one value a sentence."""

    def __init__(self, terms: Terms) -> None:
        """Weighs the terms: tf-idf, count times idf, and that scaled to length 1 a sentence."""
        rows, columns = terms.rows, terms.columns
        self.terms = terms
        self.size = len(terms.lengths)
        self.idf = terms.idf[columns]
        self.raw = terms.counts * self.idf
        self.norm = np.maximum(np.sqrt(self._by_row(self.raw * self.raw)), 1e-9)
        self.scaled = self.raw / self.norm[rows]
        self.totals = self._by_term(self.raw)
        """Of each term, how much of it is in the article."""
        middle = rows.searchsorted(self.size // 2)
        self.late = self._by_term(self.raw[middle:], columns[middle:])
        """How much of it is in the later half."""
        self.counts = self._by_term(terms.counts)
        self.weights = self.totals / max(float(self.totals.sum()), 1e-9)
        """Of each term, its share of the article."""
        weightiest = np.argsort(-self.totals, kind="stable")[:10]
        self.keys = np.zeros(len(self.totals))
        """Of each of the ten weightiest terms, its share among them; 0 of all others."""
        self.keys[weightiest] = self.totals[weightiest]
        self.keys /= max(float(self.keys.sum()), 1e-9)
        self.names = self.counts * terms.names
        """How often each term occurs that is a name."""
        self.promise = self._promise()

    def _promise(self) -> Floats:
        """Of each term of the title that the article has, its share of them: rare ones weigh more.

        A name weighs twice: who a summary is of should be in it.
        """
        terms = self.terms
        weights = (terms.title > 0) * (self.counts > 0) * terms.idf * (1 + terms.names)
        return np.asarray(weights / max(float(weights.sum()), 1e-9))

    @cached_property
    def promised(self) -> Floats:
        """How much of that each sentence tells, 0 to 1."""
        return self._by_row(self.promise[self.terms.columns])

    def columns(self) -> dict[str, Floats]:
        """All columns of this module, in the order that the weights were trained for."""
        order = self.terms.columns.argsort(kind="stable")
        fresh = np.ones(len(order), bool)
        ordered = self.terms.columns[order]
        fresh[1:] = ordered[1:] != ordered[:-1]
        starts = fresh.nonzero()[0]
        first = self.terms.rows[order[starts]]
        central = self.centrality()
        distinct = np.maximum(sums(self.terms.rows, self.size), 1)
        return {
            **central,
            **self.neighbours(order, fresh, starts, central["central"]),
            **self.words(ordered[starts], first, distinct),
            **self.mentions(ordered[starts], first, distinct),
        }

    def centrality(self) -> dict[str, Floats]:
        """How like the whole, its parts and the title each sentence is."""
        terms, norm = self.terms, self.norm
        central = self._towards(self.totals)
        whole = float(self.totals @ self.totals)
        shared = central * max(whole**0.5, 1e-9)
        left = whole - norm * (2 * shared - norm)
        rest = self.totals[terms.columns] - self.raw
        late = self._towards(self.late)
        one, three = terms.rows.searchsorted((1, 3)).tolist()
        titled = terms.title > 0
        return {
            "central": central,
            "central to the rest": self._by_row(self.scaled * rest)
            / np.sqrt(np.maximum(left, 1e-9)),
            "central, rank": ranks(central),
            "like the first": self._towards(self._by_term(self.raw[:one], terms.columns[:one])),
            "like the first three": self._towards(
                self._by_term(self.raw[:three], terms.columns[:three])
            ),
            "like the later half": late,
            "like the later half, rank": ranks(late),
            "like the title": self._towards(terms.title * terms.idf),
            "words of the title": sums(terms.rows[titled[terms.columns]], self.size)
            / max(1, int(titled.sum())),
        }

    def neighbours(
        self, order: Ints, fresh: Flags, starts: Ints, central: Floats
    ) -> dict[str, Floats]:
        """How like the sentences before and after each is.

        `order` sorts the triples by term, then sentence, so that the sum of a term's weights in
        all earlier sentences is a running sum; `fresh` marks where a term begins, `starts` says.
        """
        rows, cols, value = self.terms.rows[order], self.terms.columns[order], self.scaled[order]
        before = value.cumsum() - value
        ends = np.concatenate((starts[1:], [len(order)])) if len(starts) else starts
        before -= np.repeat(before[starts], ends - starts)
        after = self._by_term(self.scaled)[cols] - before - value
        many = max(1, self.size - 1)
        follows = sums(rows, self.size, value * after) / many
        step = (~fresh[1:] & (rows[1:] == rows[:-1] + 1)).nonzero()[0] + 1
        previous = sums(rows[step], self.size, value[step] * value[step - 1])
        return {
            "like what precedes": sums(rows, self.size, value * before) / many,
            "like what follows": follows,
            "like what follows, rank": ranks(follows),
            "like the one before": previous,
            "like the next": np.concatenate((previous[1:], [0.0])),
            "next one central": np.concatenate((central[1:], [0.0])),
            "one before central": np.concatenate(([0.0], central[:-1])),
        }

    def words(self, used: Ints, first: Ints, distinct: Floats) -> dict[str, Floats]:
        """How frequent, rare, new and weighty the words of each sentence are.

        `used` has the terms of the article, `first` the sentence where each comes first,
        `distinct` how many different ones each sentence has.
        """
        terms, cols = self.terms, self.terms.columns
        covered = self._by_row(self.weights[cols])
        fresh = sums(first, self.size, self.weights[used])
        again = terms.pair_counts / max(1.0, float(terms.pair_counts.sum()))
        spread = sums(cols, len(terms.idf))
        most = max(1.0, float(self.counts.max()))
        return {
            "frequent words": self._by_row(self.counts[cols]) / distinct / most,
            "words of many sentences": self._by_row(spread[cols]) / distinct / self.size,
            "rare words": self._by_row(self.idf) / distinct - float(terms.idf.mean()),
            "share of the article's words": covered,
            "share of the article's words, rank": ranks(covered),
            "new words": fresh,
            "share of its words new": fresh / np.maximum(covered, 1e-9),
            "key words": self._by_row(self.keys[cols]),
            "phrases said again": sums(terms.pairs[0], self.size, again[terms.pairs[1]]),
        }

    def mentions(self, used: Ints, first: Ints, distinct: Floats) -> dict[str, Floats]:
        """How many names each sentence has, and how many of them for the first time."""
        terms = self.terms
        named = terms.names[terms.columns].nonzero()[0]
        rows = terms.rows[named]
        every = sums(rows, self.size)
        new = sums(first[terms.names[used]], self.size)
        of_all = sums(rows, self.size, self.names[terms.columns[named]])
        return {
            "names": every / distinct,
            "names of the article": of_all / max(1.0, float(self.names.sum())),
            "names, first mention": np.minimum(new, 8) / 8,
            "names, known": np.minimum(every - new, 8) / 8,
        }

    def _by_row(self, values: Floats) -> Floats:
        return sums(self.terms.rows, self.size, values)

    def _by_term(self, values: Floats, columns: Ints | None = None) -> Floats:
        columns = self.terms.columns if columns is None else columns
        return sums(columns, len(self.terms.idf), values)

    def _towards(self, vector: Floats) -> Floats:
        """The cosine of each sentence and a vector of terms."""
        return self._by_row(self.scaled * l2_normalize(vector)[self.terms.columns])


def ranks(values: Floats) -> Floats:
    """Rank of each value among all, from 0 (smallest) to 1; the earlier first among equals."""
    size = len(values)
    placed = np.empty(size)
    placed[values.argsort(kind="stable")] = np.arange(size)
    return placed / max(1, size - 1)
