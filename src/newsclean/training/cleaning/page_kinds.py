"""Trains the model that tells lists and goods for sale: `data/cleaning/page_kinds.json`.

    python -m newsclean.training.cleaning.page_kinds ../shared

A logistic regression over whole pages of the `train` split: the products, listings and collections
of wcxb-other and the pages that readers called no article, against the pages of all collections
with one, as copied text and as HTML. The networks saw these pages in training, so that their word
is no number of the model: it is taken off afterwards, at a weight that was found on a quarter of
the domains with networks that had not seen it (`ARTICLE`). Folds are by domain, with two seeds;
printed is what is told at several shares of articles refused.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.cleaning.clean import segmented
from newsclean.cleaning.furniture.remove import without_furniture
from newsclean.cleaning.metadata import extract
from newsclean.cleaning.model.classify import classify
from newsclean.cleaning.page_kind.check import FARTHEST
from newsclean.cleaning.page_kind.page_numbers import numbers
from newsclean.cleaning.selection.select import select
from newsclean.document import Document
from newsclean.errors import NewscleanError
from newsclean.sources.html.page import read
from newsclean.training import logistic
from newsclean.training.cleaning.readers import readings
from newsclean.training.corpora import OLDER_SOURCES, pages

OUT = Path(__file__).parents[2] / "data" / "cleaning" / "page_kinds.json"
KNOWN = Path(__file__).with_suffix(".json")
SOURCES = ("wcxb-other", "wcxb", "n4k", "fundus", "trafeval", *OLDER_SOURCES)
LISTS = frozenset(("product", "listing", "collection"))
HTML_WEIGHT = 0.5
"""What a page of HTML with an article counts: each is there as copied text too."""
PENALTY = 5.0
"""Of the squared weights; 1.5 to 15 gave the same on the folds."""
ARTICLE = 0.5
"""Taken off for a unit of the networks' log-odds. With networks that had not seen a quarter of
the domains, and .35 % of its articles refused, .35, .5, .75 and 1 tell as many of its lists."""
LEAST, LEAST_DOUBTFUL = 2.0, -1.0
"""From this on a page is none that holds an article, and from the second where the networks take it
for none. Networks that had not seen a quarter of the domains: 83 % of its lists told, 4 of 565
articles refused, of which recipes are spared by their ingredients. The networks alone: 61 %, 3."""
SMALLEST_SCALE = 0.02
FOLDS, ROUNDS = 5, 15
REFUSED = (0.001, 0.003, 0.005)

Floats = npt.NDArray[np.float64]


class Example(NamedTuple):
    """The numbers of a page, whether it is a list, what it counts, where it is from."""

    row: dict[str, float]
    is_list: bool
    weight: float
    domain: str
    article: float


def examples(shared: Path) -> Iterator[Example]:
    """What is learned from the pages of the training split."""
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    lists, doubtful = known["lists"].split(), known["doubtful"].split()
    read_pages = readings()
    for source in SOURCES:
        for record in pages(shared, source, "train"):
            name, body = record["id"], read_pages.body(source, record)
            if source in OLDER_SOURCES and body is None:
                continue
            is_list = record.get("type") in LISTS or name in lists
            if name in doubtful or (source == "wcxb-other" or body == "") > is_list:
                continue
            for document in documents(shared, record):
                row, article = described(document)
                if row:
                    weight = HTML_WEIGHT if document.tree and not is_list else 1.0
                    domain = str(record.get("domain") or name)
                    yield Example(row, is_list, weight, domain, article)


def documents(shared: Path, record: dict[str, Any]) -> Iterator[Document]:
    """A page as copied text and, where it is there, as HTML."""
    yield Document(record["views"].get("innertext", ""))
    if record.get("html"):
        yield read(gzip.decompress((shared / "data" / "pages" / record["html"]).read_bytes()))


def described(document: Document) -> tuple[dict[str, float], float]:
    """The numbers of a page, and the networks' log-odds that it is an article."""
    try:
        record = select(classify(segmented(document)), guarded=False)
    except NewscleanError:
        return {}, 0.0
    if not any(record.kept) or record.predictions is None:
        return {}, 0.0
    return numbers(extract.find(without_furniture(record))), record.predictions.article


class Fitted(NamedTuple):
    """Means, scales and weights of the numbers, and the bias."""

    means: Floats
    scales: Floats
    weights: Floats
    bias: float

    def scores(self, table: Floats) -> Floats:
        """How surely each row is that of a list."""
        scaled = np.clip((table - self.means) / self.scales, -FARTHEST, FARTHEST)
        return np.asarray(scaled @ self.weights + self.bias)


def fit(table: Floats, right: Floats, weight: Floats) -> Fitted:
    """A logistic regression, by Newton's method."""
    means, scales = table.mean(axis=0), table.std(axis=0) + SMALLEST_SCALE
    scaled = np.clip((table - means) / scales, -FARTHEST, FARTHEST)
    weights = logistic.fit(scaled, right, weight, penalty=PENALTY, rounds=ROUNDS)
    return Fitted(means, scales, weights[:-1], float(weights[-1]))


def validate(given: Sequence[Example], table: Floats, right: Floats, weight: Floats) -> None:
    """Print what is told of unseen folds, at several shares of articles refused."""
    for seed in (0, 1):
        folds = np.array([_fold(each.domain, seed) for each in given])
        scores = np.zeros(len(given))
        for fold in range(FOLDS):
            seen = folds != fold
            scores[~seen] = fit(table[seen], right[seen], weight[seen]).scores(table[~seen])
        for share in REFUSED:
            least = np.quantile(scores[right == 0], 1 - share)
            told = float((scores[right == 1] > least).mean())
            print(f"seed {seed}: {told:.2f} told, {share} of articles refused, from {least:.2f} on")


def _fold(domain: str, seed: int) -> int:
    return (
        int(hashlib.md5(f"{seed}{domain}".encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS
    )


def main() -> None:
    """Fit, print what the folds say, and write the weights."""
    given = list(examples(Path(sys.argv[1])))
    table = np.array([list(each.row.values()) for each in given])
    right = np.array([float(each.is_list) for each in given])
    weight = np.array([each.weight for each in given])
    print(f"{len(given)} pages, {right.sum():.0f} of them lists", flush=True)
    validate(given, table, right, weight)
    fitted = fit(table, right, weight)
    data = {
        "numbers": list(given[0].row),
        **{
            name: [round(float(value), 4) for value in getattr(fitted, name)]
            for name in ("means", "scales", "weights")
        },
        "bias": round(fitted.bias, 4),
        "article": ARTICLE,
        "least": LEAST,
        "least_doubtful": LEAST_DOUBTFUL,
    }
    OUT.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
