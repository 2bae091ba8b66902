"""Trains the judge of kept lines: `data/cleaning/judge.bin`, from what readers marked.

    python -m newsclean.training.judge ../shared [CACHE]

Each `train` page of `tests/benchmarks/labels/lines.jsonl` is cleaned three times (`judge_rows.py`):
as copied text, as HTML, and as the body that the reader kept, from which nothing should go.
Weights of hashed words are fitted first (a logistic regression); what they say of the lines of a
fold that they were not fitted to is a number for boosted trees. Pages are divided into folds by
domain, with two seeds; what the folds get right is printed by input and source.
"""

from __future__ import annotations

import hashlib
import itertools
import pickle
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsclean.cleaning.judge import judge as judging
from newsclean.cleaning.judge import words
from newsclean.cleaning.judge.judge import PLACES, Judge
from newsclean.cleaning.judge.trees import Trees
from newsclean.training.judge_rows import CLEAN, INPUTS, REASONS, Page, pages

OUT = Path(__file__).parents[1] / "data" / "cleaning" / "judge.bin"
FOLDS, SEEDS = 5, (0, 1)
CLEAN_SHARE = 0.25
"""So much of the lines of clean bodies is learned from: they are the plainest."""
WORD_STRENGTH, WORD_STEPS, KEPT_WEIGHT = 2.0, 150, 2.0
"""How freely words get weights: 5 gave less on the folds, 1 the same."""
TREES = {
    "max_iter": 140,
    "learning_rate": 0.06,
    "max_leaf_nodes": 24,
    "max_depth": 9,
    "min_samples_leaf": 30,
    "l2_regularization": 10.0,
    "max_bins": 63,
    "max_features": 0.25,
}
QUICK_TREES = {**TREES, "max_iter": 50, "learning_rate": 0.12, "max_leaf_nodes": 10}
MODELS = 2
"""The mean of two models that chose among other columns is right more often than one."""
KIND_TREES = {
    "max_iter": 16,
    "learning_rate": 0.2,
    "max_leaf_nodes": 6,
    "min_samples_leaf": 15,
    "l2_regularization": 5.0,
    "max_bins": 63,
}
MANY = 2
"""Of more struck lines on a page, each counts less: a list of links is one mistake."""
EASY, EASY_SHARE = 0.05, 0.2
"""Of kept lines that a first model finds so unlikely to be struck out, so many are learned from,
each at more weight: it saves three quarters of the time."""
LEAST = np.array([[0.72, 0.7, 0.78], [0.62, 0.6, 0.65]], np.float32)
"""How likely a line must be struck out, in copied text and HTML: the first, inner, and last one."""

Numbers = Any


class Table(NamedTuple):
    """The lines of all pages, one after the other."""

    pages: Sequence[Page]
    page: Numbers
    kind: Numbers
    values: Numbers
    kept: Numbers
    struck: Numbers
    known: Numbers
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
    return Table(
        made,
        page,
        np.array([INPUTS.index(each.kind) for each in made])[page],
        np.concatenate([each.values for each in made]),
        np.concatenate([each.kept for each in made]),
        own == 0,
        own >= 0,
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


def fit_words(table: Table, chosen: Numbers) -> Numbers:
    """The weight of each bucket, fitted to the chosen lines, be they kept or not."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    sure = table.known & chosen
    rest = table.kind != INPUTS.index(CLEAN)
    sure = sure & (rest | (lot(table, 0) < CLEAN_SHARE))
    kept = csr_matrix((table.kept * KEPT_WEIGHT)[sure][:, None])
    model = LogisticRegression(C=WORD_STRENGTH, max_iter=WORD_STEPS)
    model.fit(hstack([table.bag[sure], kept]).tocsr(), table.struck[sure])
    return model.coef_[0][: words.BUCKETS].astype(np.float16).astype(np.float32)


def said(table: Table, folds: Numbers) -> Numbers:
    """What words say of each line that they were not fitted to, and of its neighbours."""
    scores = np.zeros(len(table.page))
    for fold in range(FOLDS):
        weights = fit_words(table, folds != fold)
        scores[folds == fold] = table.bag[folds == fold] @ weights
    return with_neighbours(table, scores)


def with_neighbours(table: Table, scores: Numbers) -> Numbers:
    """The rows of all lines with the scores of words."""
    near = [
        words.with_neighbours(scores[first:last])
        for first, last in zip(table.starts, table.starts[1:], strict=False)
    ]
    return np.concatenate([table.values, np.concatenate(near)], axis=1).astype(np.float32)


def fit_trees(table: Table, rows: Numbers, chosen: Numbers, easy: Numbers | None, seed: int) -> Any:
    """Trees that tell struck lines of the chosen ones; quick ones where none is `easy` yet."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    sure = table.kept & table.known & chosen
    rest = table.kind != INPUTS.index(CLEAN)
    sure &= rest | (lot(table, 0) < CLEAN_SHARE)
    struck = table.struck & sure
    many = np.bincount(table.page[struck], minlength=len(table.pages))[table.page]
    weights = np.where(struck, np.sqrt(np.minimum(1, MANY / np.maximum(1, many))), 1.0)
    if easy is not None:
        easy = easy & ~struck
        weights = np.where(easy, weights / EASY_SHARE, weights)
        sure &= ~easy | (lot(table, 1) < EASY_SHARE)
    shape = QUICK_TREES if easy is None else TREES
    model = HistGradientBoostingClassifier(random_state=seed, early_stopping=False, **shape)
    return model.fit(rows[sure], table.struck[sure], sample_weight=weights[sure])


def fit_kinds(table: Table, rows: Numbers) -> Any:
    """Trees that tell of what kind a struck line is."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    kinds = np.array([REASONS.get(kind, "") for each in table.pages for kind in each.kinds])
    sure = table.kept & table.struck & (kinds != "")
    model = HistGradientBoostingClassifier(random_state=0, early_stopping=False, **KIND_TREES)
    return model.fit(rows[sure], kinds[sure])


def guess(table: Table, rows: Numbers, folds: Numbers, easy: Numbers | None) -> Numbers:
    """How likely each kept line is struck out, by trees that were not fitted to its fold."""
    likely = np.zeros(len(table.page))
    for fold in range(FOLDS):
        asked = table.kept & (folds == fold)
        for seed in range(MODELS if easy is not None else 1):
            model = fit_trees(table, rows, folds != fold, easy, seed)
            likely[asked] += model.decision_function(rows[asked])
    return judging.probabilities(likely / (MODELS if easy is not None else 1))


def trees_of(models: Sequence[Any], outputs: int) -> Trees:
    """The mean of what scikit-learn fitted, as flat arrays."""
    feature: list[int] = []
    threshold: list[float] = []
    child: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 0
    share = 1 / len(models)
    steps = zip(*(model._predictors for model in models), strict=True)  # noqa: SLF001
    for of_step in itertools.chain.from_iterable(steps):
        for tree in of_step:
            nodes = tree.nodes
            # children side by side: nodes are numbered anew, level by level
            order, place = [0], {0: len(feature)}
            at = 0
            while at < len(order):
                node = nodes[order[at]]
                if not node["is_leaf"]:
                    for side in ("left", "right"):
                        place[int(node[side])] = len(feature) + len(order)
                        order.append(int(node[side]))
                at += 1
            roots.append(len(feature))
            for number in order:
                node = nodes[number]
                leaf = bool(node["is_leaf"])
                feature.append(0 if leaf else int(node["feature_idx"]))
                threshold.append(np.inf if leaf else float(node["num_threshold"]))
                child.append(place[number] if leaf else place[int(node["left"])])
                value.append(share * float(node["value"]) if leaf else 0.0)
                depth = max(depth, int(node["depth"]))
    base = np.mean([model._baseline_prediction for model in models], axis=0)  # noqa: SLF001
    return Trees(
        np.array(feature),
        np.array(threshold, np.float32),
        np.array(child),
        np.array(value, np.float32),
        np.array(roots).reshape(-1, outputs).T,
        depth,
        np.asarray(base, np.float32).ravel(),
    )


def limits(table: Table, least: Numbers = LEAST) -> Numbers:
    """The limit of each line, by its input and its place among the kept ones of its page."""
    found = np.ones(len(table.page))
    for each, first in zip(table.pages, table.starts, strict=False):
        at = first + np.flatnonzero(each.kept)
        row = least[min(INPUTS.index(each.kind), 1)] if each.kind != CLEAN else least[0]
        found[at] = row.take(judging.places(len(at)))
    return found


def report(table: Table, likely: Numbers, label: str) -> None:
    """Print what is right of what would go, and the pages that are right before and after."""
    gone = table.kept & table.known & (likely >= limits(table))
    sources = np.array([each.source for each in table.pages])
    for kind, name in enumerate(INPUTS):
        for source in ("", *sorted(set(sources.tolist()))):
            mine = (table.kind == kind) & ((sources == source) | (not source))[table.page]
            right = [_right(table, mask, kind, source) for mask in (np.zeros_like(gone), gone)]
            good, all_ = (gone & mine & table.struck).sum(), (gone & mine).sum()
            lines = (mine & table.kept & table.struck).sum()
            print(
                f"{label} {name} {source or 'all'}: {good} of {all_} right, of {lines} lines;"
                f" pages {right[0]} -> {right[1]}",
                flush=True,
            )


def _right(table: Table, gone: Numbers, kind: int, source: str) -> int:
    wrong = table.known & ((table.kept & ~gone) == table.struck)
    faults = np.bincount(table.page[wrong], minlength=len(table.pages))
    return sum(
        not fault and not page.lost and INPUTS.index(page.kind) == kind
        for fault, page in zip(faults.tolist(), table.pages, strict=True)
        if not source or page.source == source
    )


def by_place(table: Table, likely: Numbers) -> None:
    """Print for each input and place how many removals are right from each limit on."""
    place = np.zeros(len(table.page), int)
    for each, first in zip(table.pages, table.starts, strict=False):
        at = first + np.flatnonzero(each.kept)
        place[at] = judging.places(len(at))
    for kind, name in enumerate(INPUTS[:2]):
        for number, where in enumerate(PLACES):
            mine = table.kept & table.known & (table.kind == kind) & (place == number)
            told = []
            for limit in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
                gone = mine & (likely >= limit)
                told.append(f"{limit}: {(gone & table.struck).sum()}/{gone.sum()}")
            print(name, where, ", ".join(told), flush=True)


def main() -> None:
    """Fit, print what the folds say, and write the model."""
    shared = Path(sys.argv[1])
    cache = Path(sys.argv[2]) if sys.argv[2:] else None
    if cache is not None and cache.exists():
        made = pickle.loads(cache.read_bytes())
    else:
        made = list(pages(shared, "train"))
        if cache is not None:
            cache.write_bytes(pickle.dumps(made))
    warnings.simplefilter("ignore")
    table = table_of(made)
    everything = np.ones(len(table.page), bool)
    easy = rows = None
    for seed in SEEDS:
        folds = folds_of(table, seed)
        of_seed = said(table, folds)
        if easy is None:
            easy, rows = guess(table, of_seed, folds, None) < EASY, of_seed
        likely = guess(table, of_seed, folds, easy)
        report(table, likely, f"seed {seed},")
        by_place(table, likely)
    struck = [fit_trees(table, rows, everything, easy, seed) for seed in range(MODELS)]
    kinds = fit_kinds(table, rows)
    model = Judge(
        fit_words(table, everything),
        trees_of(struck, 1),
        trees_of([kinds], len(kinds.classes_)),
        tuple(kinds.classes_.tolist()),
        LEAST,
    )
    note = f"{len({each.id for each in made})} pages that readers marked"
    OUT.write_bytes(judging.dump(model, note))


if __name__ == "__main__":
    main()
