"""The lines that readers marked as one table, for the trees and the network of the judge."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from newsclean.cleaning.judge import words
from newsclean.training.cleaning.judge_rows import INPUTS, INVENTED, Page

FOLDS = 5
MANY = 2
"""On a page with more faults its lines count less: it cannot become right."""
INVENTED_WEIGHT = 0.5
"""What a line of an invented page counts, however many faults it has (a guess)."""

Numbers = Any


class Table(NamedTuple):
    """The lines of all pages, one after the other."""

    pages: Sequence[Page]
    page: Numbers
    kind: Numbers
    values: Numbers
    kept: Numbers
    ruled: Numbers
    light: Numbers
    own: Numbers
    known: Numbers
    faults: Numbers
    """How many faults the page of each line has."""
    weights: Numbers
    """How much each line counts: less on a page with many faults, or on one that was invented."""
    bag: Any
    starts: Sequence[int]


def table_of(made: Sequence[Page]) -> Table:
    """All pages as one table."""
    from scipy.sparse import csr_matrix

    sizes = [len(each.kept) for each in made]
    starts = [0, *np.cumsum(sizes).tolist()]
    page = np.repeat(np.arange(len(made)), sizes)
    hashes = np.concatenate([each.bag.hashes for each in made]).astype(np.int64)
    lines = np.concatenate(
        [each.bag.lines + first for each, first in zip(made, starts, strict=False)]
    )
    shares = 1 / np.sqrt(np.maximum(1, np.bincount(lines, minlength=len(page))))[lines]
    own = np.concatenate([each.own for each in made])
    kept = np.concatenate([each.kept for each in made])
    wrong = (own >= 0) & (kept != (own == 1))
    faults = np.bincount(page[wrong], minlength=len(made)) + [each.lost for each in made]
    invented = np.array([each.source == INVENTED for each in made])
    weights = np.where(invented, INVENTED_WEIGHT, np.minimum(1, MANY / np.maximum(1, faults)))
    return Table(
        made,
        page,
        np.array([INPUTS.index(each.kind) for each in made])[page],
        np.concatenate([each.values for each in made]),
        kept,
        np.concatenate([each.ruled for each in made]),
        np.concatenate([each.light for each in made]),
        own == 1,
        own >= 0,
        faults[page],
        weights[page],
        csr_matrix((shares.astype(np.float32), (lines, hashes)), (len(page), words.BUCKETS)),
        starts,
    )


def folds_of(table: Table, seed: int) -> Numbers:
    """The fold of each line, by the domain of its page."""
    folds = [
        int(hashlib.md5(f"{each.domain} {seed}".encode(), usedforsecurity=False).hexdigest(), 16)
        % FOLDS
        for each in table.pages
    ]
    return np.array(folds)[table.page]


def lot(table: Table, seed: int) -> Numbers:
    """A number between 0 and 1 for each line, always the same."""
    return np.random.default_rng(seed).random(len(table.page))
