"""Trains the judges of lines, `data/cleaning/judge*.bin`, from what readers marked.

    python -m newsclean.training.cleaning.text ../shared --folds NETS
    python -m newsclean.training.cleaning.html ../shared --folds NETS
    python -m newsclean.training.cleaning.judge ../shared NETS [CACHE]

Each `train` page of `tests/benchmarks/labels/lines.jsonl` is cleaned three times (`judge_rows.py`):
as copied text, as HTML, and as the body that the reader kept, from which nothing should go; each
time by networks that were trained without its site. Weights of hashed words are fitted first (a
logistic regression); what they say of the lines of a fold that they were not fitted to is a number
for boosted trees. Pages are divided into folds by domain, with two seeds; what the folds get right
is printed by input and source. A network over the lines (`judge_network.py`, which needs torch) is
fitted to the same rows. The judge of the languages of which readers marked few pages learns from
invented ones too (`invented.py`).
"""

from __future__ import annotations

import pickle
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from newsclean.arrays import probability
from newsclean.cleaning.judge import judge as judging
from newsclean.cleaning.judge import words
from newsclean.cleaning.judge.fate import COLUMNS as FATE
from newsclean.cleaning.judge.judge import PLACES, Judge
from newsclean.cleaning.judge.numbers import COLUMNS
from newsclean.cleaning.judge.trees import Trees
from newsclean.training.cleaning.judge_rows import (
    CLEAN,
    HTML,
    INPUTS,
    INVENTED,
    REASONS,
    Page,
    pages,
)
from newsclean.training.cleaning.judge_table import (
    FOLDS,
    Table,
    folds_of,
    lot,
    table_of,
)

OUT = Path(__file__).parents[2] / "data" / "cleaning"
SEEDS = (0, 1)
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
WORDS = tuple(f"words {step:+d}" for step in words.STEPS)
MODELS = ((*COLUMNS, *WORDS), (*COLUMNS[: COLUMNS.index(FATE[0])], *WORDS))
"""The mean of two models is right more often than either: one reads all columns, the other neither
what the networks say nor how like lines fared."""
KIND_TREES = {
    "max_iter": 16,
    "learning_rate": 0.2,
    "max_leaf_nodes": 6,
    "min_samples_leaf": 15,
    "l2_regularization": 5.0,
    "max_bins": 63,
}
EASY_KEPT, EASY_NOT, EASY_SHARE = 0.96, 0.03, 0.1
"""Of kept lines that a first model finds more likely kept by readers, and of others that it finds
less likely, so many are learned from, each at more weight: it saves two thirds of the time."""
QUICK_SHARE = 0.3
"""So many lines, and all faults, the first model learns from."""
LEAST = np.array(
    [[[0.6, 0.55, 0.5], [0.4, 0.4, 0.4]], [[0.42, 0.42, 0.42], [0.38, 0.38, 0.38]]], np.float32
)
"""How likely a line must be struck out, and one be kept that went, in copied text and in HTML: up
to the first kept line, within, and from the last on."""
LEAST_OF_OTHERS = np.array(
    [[[0.6, 0.55, 0.5], [0.4, 0.4, 0.5]], [[0.42, 0.42, 0.42], [0.38, 0.38, 0.38]]], np.float32
)
"""The same for the judge of other languages. Lower ones within the article make more invented pages
right by folds (300 of 2,269 in copied text, not 261), none more of those for tests (99 and 100 of
504), and take sub-headings."""


Numbers = Any


def fit_words(table: Table, chosen: Numbers) -> Numbers:
    """The weight of each bucket, fitted to the chosen lines, be they kept or not: of what goes."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    sure = table.known & chosen
    rest = table.kind != INPUTS.index(CLEAN)
    sure = sure & (rest | (lot(table, 0) < CLEAN_SHARE))
    kept = csr_matrix((table.kept * KEPT_WEIGHT)[sure][:, None])
    model = LogisticRegression(C=WORD_STRENGTH, max_iter=WORD_STEPS)
    model.fit(hstack([table.bag[sure], kept]).tocsr(), ~table.own[sure])
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


def columns_of(model: Sequence[str]) -> Numbers:
    """The places of the columns that a model reads."""
    place = {name: at for at, name in enumerate(MODELS[0])}
    return np.array([place[name] for name in model])


def fit_trees(
    table: Table, rows: Numbers, chosen: Numbers, easy: Numbers | None, model: Sequence[str]
) -> Any:
    """Trees that tell which of the chosen lines readers keep; quick ones where none is `easy` yet.

    Lines of a page with many faults count less: what matters is how many pages become right.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier

    sure = table.known & chosen & (table.kept | ~table.ruled)
    rest = table.kind != INPUTS.index(CLEAN)
    sure &= rest | (lot(table, 0) < CLEAN_SHARE)
    wrong = table.kept != table.own
    weights = table.weights
    if easy is None:
        sure &= wrong | (lot(table, 2) < QUICK_SHARE)
    else:
        easy = easy & ~wrong
        weights = np.where(easy, weights / EASY_SHARE, weights)
        sure &= ~easy | (lot(table, 1) < EASY_SHARE)
    shape = QUICK_TREES if easy is None else TREES
    trees = HistGradientBoostingClassifier(random_state=0, early_stopping=False, **shape)
    some = rows[np.ix_(sure, columns_of(model))]
    return trees.fit(some, table.own[sure], sample_weight=weights[sure])


def fit_kinds(table: Table, rows: Numbers) -> Any:
    """Trees that tell of what kind a struck line is."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    kinds = np.array([REASONS.get(kind, "") for each in table.pages for kind in each.kinds])
    sure = table.kept & table.known & ~table.own & (kinds != "")
    model = HistGradientBoostingClassifier(random_state=0, early_stopping=False, **KIND_TREES)
    return model.fit(rows[sure], kinds[sure])


def guess(table: Table, rows: Numbers, folds: Numbers, easy: Numbers | None) -> Numbers:
    """How likely readers keep each line, by what was not fitted to its fold; at first by trees."""
    likely = np.zeros(len(table.page))
    models = MODELS[:1] if easy is None else MODELS
    for fold in range(FOLDS):
        asked = folds == fold
        for model in models:
            trees = fit_trees(table, rows, ~asked, easy, model)
            likely[asked] += trees.decision_function(rows[np.ix_(asked, columns_of(model))])
    likely /= len(models)
    if easy is not None:
        from newsclean.training.cleaning import judge_network

        heard = judge_network.heard(table, rows, folds)
        likely = np.where(table.light, judging.overruling(heard), judging.mixed(likely, heard))
    return probability(likely)


def easy_of(table: Table, likely: Numbers) -> Numbers:
    """The lines of which a first model is sure that they are where they should be."""
    return np.where(table.kept, likely > EASY_KEPT, likely < EASY_NOT)


def trees_of(models: Sequence[Any], columns: Sequence[Numbers], outputs: int) -> Trees:
    """The mean of what scikit-learn fitted to some `columns` each, as flat arrays."""
    feature: list[int] = []
    threshold: list[float] = []
    child: list[int] = []
    value: list[float] = []
    roots: list[int] = []
    depth = 0
    share = 1 / len(models)
    steps = zip(*(model._predictors for model in models), strict=True)  # noqa: SLF001
    for each in steps:
        for tree, read in [
            (tree, read) for some, read in zip(each, columns, strict=True) for tree in some
        ]:
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
                feature.append(0 if leaf else int(read[node["feature_idx"]]))
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


def changed(table: Table, likely: Numbers, least: Numbers) -> tuple[Numbers, Numbers]:
    """Which lines go and which come back, with the guards of the product."""
    out, back = np.zeros(len(table.page), bool), np.zeros(len(table.page), bool)
    for each, first in zip(table.pages, table.starts, strict=False):
        here = slice(first, first + len(each.kept))
        of_page = judging.decided(each, likely[here], least[int(each.kind == HTML)])
        if judging.is_odd(each.kept, each.words, *of_page):
            continue
        out[here], back[here] = of_page
    return out, back


def report(table: Table, likely: Numbers, least: Numbers, label: str) -> None:
    """Print what is right of what changes, and the pages that are right before and after."""
    out, back = changed(table, likely, least)
    sources = np.array([each.source for each in table.pages])
    for kind, name in enumerate(INPUTS):
        for source in ("", *sorted(set(sources.tolist()))):
            mine = (table.kind == kind) & ((sources == source) | (not source))[table.page]
            mine &= table.known
            after = (table.kept & ~out) | back
            right = [_right(table, kept, kind, source) for kept in (table.kept, after)]
            told = [
                f"{what} {(change & mine & (table.own == own)).sum()} of {(change & mine).sum()}"
                for what, change, own in (("out", out, False), ("back", back, True))
            ]
            print(
                f"{label} {name} {source or 'all'}: right {', '.join(told)};"
                f" pages {right[0]} -> {right[1]}",
                flush=True,
            )


def _right(table: Table, kept: Numbers, kind: int, source: str) -> int:
    wrong = table.known & (kept != table.own)
    faults = np.bincount(table.page[wrong], minlength=len(table.pages))
    return sum(
        not fault and not page.lost and INPUTS.index(page.kind) == kind
        for fault, page in zip(faults.tolist(), table.pages, strict=True)
        if not source or page.source == source
    )


def by_place(table: Table, likely: Numbers) -> None:
    """Print for each input, direction and place how many changes are right from each limit on."""
    place = np.concatenate([judging.places(each.kept) for each in table.pages])
    ways = (("out", table.kept, 1 - likely), ("back", ~table.kept & ~table.ruled, likely))
    for kind, name in enumerate(INPUTS[:2]):
        for way, asked, sure in ways:
            for number, where in enumerate(PLACES):
                mine = asked & table.known & (table.kind == kind) & (place == number)
                right = table.own == (way == "back")
                told = []
                for limit in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9):
                    change = mine & (sure >= limit)
                    told.append(f"{limit}: {(change & right).sum()}/{change.sum()}")
                print(name, way, where, ", ".join(told), flush=True)


def main() -> None:
    """Fit both models, print what the folds say, and write them."""
    shared, nets = Path(sys.argv[1]), Path(sys.argv[2])
    cache = Path(sys.argv[3]) if sys.argv[3:] else None
    if cache is not None and cache.exists():
        made = pickle.loads(cache.read_bytes())
    else:
        made = list(pages(shared, "train", nets))
        if cache is not None:
            cache.write_bytes(pickle.dumps(made))
    warnings.simplefilter("ignore")
    marked = [page for page in made if page.source != INVENTED]
    for language, learned, least in (
        (judging.MARKED[0], marked, LEAST),
        ("", made, LEAST_OF_OTHERS),
    ):
        name = judging.file_of(language)
        (OUT / name).write_bytes(judging.dump(_fitted(learned, least, name), _note(learned)))


def _fitted(made: Sequence[Page], least: Numbers, name: str) -> Judge:
    """The model that these pages make; what their folds say is printed."""
    table = table_of(made)
    everything = np.ones(len(table.page), bool)
    easy = rows = None
    for seed in SEEDS:
        folds = folds_of(table, seed)
        of_seed = said(table, folds)
        if easy is None:
            easy, rows = easy_of(table, guess(table, of_seed, folds, None)), of_seed
        likely = guess(table, of_seed, folds, easy)
        report(table, likely, least, f"{name}, seed {seed},")
        by_place(table, likely)
    from newsclean.training.cleaning import judge_network

    own = [fit_trees(table, rows, everything, easy, model) for model in MODELS]
    kinds = fit_kinds(table, rows)
    return Judge(
        fit_words(table, everything),
        trees_of(own, [columns_of(model) for model in MODELS], 1),
        trees_of([kinds], [columns_of(MODELS[0])], len(kinds.classes_)),
        tuple(kinds.classes_.tolist()),
        least,
        judge_network.fit(table, rows, np.arange(len(made))),
    )


def _note(made: Sequence[Page]) -> str:
    marked = len({page.id for page in made if page.source != INVENTED})
    new = len({page.domain for page in made if page.source == INVENTED})
    note = f"{marked} pages that readers marked"
    return f"{note} and {new} that were invented" if new else note


if __name__ == "__main__":
    main()
