"""What the training of summaries reads of articles, and the weights of hashed words.

Needs scikit-learn, which newsclean itself does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from newsclean.summary.ranking import hashed

WORD_STRENGTH, WORD_STEPS = 0.5, 30

Numbers = Any


class Read(NamedTuple):
    """The hashed words of an article, and what the reader said of its sentences."""

    rows: Numbers
    buckets: Numbers
    said: Numbers
    """`[sentences, kinds]`: 1 where it is so."""


class Seen(NamedTuple):
    """What a network sees of an article's sentences, and what the reader said of them."""

    values: Numbers
    said: Numbers


def bags(articles: Sequence[Read]) -> Numbers:
    """The hashed words of all sentences, one article after the other, as a sparse matrix."""
    from scipy.sparse import csr_matrix

    sizes = [len(one.said) for one in articles]
    firsts = np.cumsum([0, *sizes])
    rows = np.concatenate([one.rows + first for one, first in zip(articles, firsts, strict=False)])
    many = np.maximum(np.bincount(rows, minlength=int(firsts[-1])), 1)
    shape = (int(firsts[-1]), hashed.BUCKETS)
    columns = np.concatenate([one.buckets for one in articles])
    return csr_matrix((1 / np.sqrt(many)[rows], (rows, columns)), shape)


def weights(articles: Sequence[Read]) -> Numbers:
    """What each sentence weighs: an article as the root of its length."""
    sizes = [len(one.said) for one in articles]
    each = np.repeat(1 / np.sqrt(sizes), sizes)
    return each * len(each) / each.sum()


def fit_words(articles: Sequence[Read]) -> Numbers:
    """A logistic regression a kind on hashed words: buckets x kinds."""
    from sklearn.linear_model import LogisticRegression

    bag, weight = bags(articles), weights(articles)
    said = np.concatenate([one.said for one in articles])
    columns = []
    for kind in said.T:
        model = LogisticRegression(C=WORD_STRENGTH, max_iter=WORD_STEPS, solver="liblinear")
        columns.append(model.fit(bag, kind, sample_weight=weight).coef_[0])
    return np.stack(columns, 1).astype(np.float16).astype(np.float32)


def usual(articles: Sequence[Seen]) -> tuple[Numbers, Numbers]:
    """(mean, standard deviation) of each column; 1 where it never changes."""
    values = np.concatenate([one.values for one in articles])
    spread = values.std(0)
    bounded = np.where(spread < 1 / 1000, 1.0, spread)
    return values.mean(0).astype(np.float32), bounded.astype(np.float32)
