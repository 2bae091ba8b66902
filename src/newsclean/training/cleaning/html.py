"""Trains the model of HTML: `python -m newsclean.training.cleaning.html SHARED`.

Every training page is read as newsclean reads it. Beside it there are variants: its body alone,
and the body with a few lines above and below, since people save and mail those; half of the bare
bodies have lost their classes and their head. A third variant has boxes of other pages between
its paragraphs.
"""

from __future__ import annotations

import argparse
import contextlib
import pickle
import random
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.cleaning.features import markup, text
from newsclean.cleaning.lines.segment import segment, worded
from newsclean.cleaning.model import markup_network
from newsclean.document import Document
from newsclean.errors import NewscleanError
from newsclean.sources import html
from newsclean.training import corpora
from newsclean.training.cleaning import html_boxes, silver
from newsclean.training.cleaning import html_network as network
from newsclean.training.cleaning.html_batches import Settings
from newsclean.training.cleaning.labels import label

_LEAST_COVERED = 0.8
_SEEDS = (0,)
_BOXES = 400
"""The boxes of the last pages are put into the next: so many."""


def pages(
    raw: bytes, record: dict[str, Any], body: str, boxes: Sequence[str]
) -> Iterator[network.Page]:
    """A page and its variants; nothing where the body is not in it.

    `boxes` are elements of other pages.
    """
    document = html.read(raw)
    texts = document.text.split("\n")
    keep, covered = label(texts, body)
    if covered < _LEAST_COVERED:
        return
    yield _page(record, document, keep, variant=False)
    rng = random.Random(f"{record['source']} {record['id']}")  # noqa: S311 - no secret
    bare = _part(document, keep)
    if rng.random() < 0.5 and bare.tree:
        nodes = tuple(node._replace(names="") for node in bare.tree.nodes)
        bare = replace(bare, tree=replace(bare.tree, nodes=nodes, bodies=(), titles=()))
    yield _page(record, bare, keep[keep], variant=True)
    kept = np.flatnonzero(keep)
    crop = np.zeros(len(keep), bool)
    first = int(kept[0]) - rng.choice((0, 1, 2, 5, 10, 20))
    crop[max(0, first) : int(kept[-1]) + 1 + rng.choice((0, 1, 2, 5, 10, 20))] = True
    yield _page(record, _part(document, crop), keep[crop], variant=True)
    if broken := html_boxes.interrupted(raw, body, list(boxes), rng):
        document = html.read(broken)
        keep, covered = label(document.text.split("\n"), body)
        if covered >= _LEAST_COVERED:
            yield _page(record, document, keep, variant=True)


def _part(document: Document, wanted: npt.NDArray[np.bool_]) -> Document:
    """The document with only some of its lines."""
    if document.tree is None:
        raise ValueError("a document without a tree")
    lines = document.text.split("\n")
    places = np.flatnonzero(wanted).tolist()
    markup = tuple(document.tree.markup[place] for place in places)
    text = "\n".join(lines[place] for place in places)
    return replace(document, text=text, tree=replace(document.tree, markup=markup))


def _page(
    record: dict[str, Any], document: Document, keep: npt.NDArray[np.bool_], *, variant: bool
) -> network.Page:
    weight = 1.0
    if record.get("read"):
        weight = corpora.READ_WEIGHT
    elif record["source"] == "trafeval" or corpora.is_older(record):
        weight = corpora.ROUGH_WEIGHT
    places, lines = worded(segment(document.text, unwrap=False))
    lines = markup.spaced(document, lines)
    described = text.describe(lines, languages.detect(document.text))
    return network.Page(
        group=f"{record['source']} {record['id']}",
        domain=corpora.domain_of(record),
        features=described.features[:, : text.OWN_COLUMNS],
        bag=described.bag,
        marked=markup.mark(document, lines, described.words),
        keep=keep[list(places)],
        words=described.words,
        variant=variant,
        weight=weight,
    )


def load(shared: Path, cache: Path | None = None) -> list[network.Page]:
    """All pages to train on and their variants, from the cache where it has them."""
    path = cache / "html.train.pkl" if cache else None
    if path and path.exists():
        found: list[network.Page] = pickle.loads(path.read_bytes())
        return found
    made: list[network.Page] = []
    boxes: deque[str] = deque(maxlen=_BOXES)
    for record, body in silver.articles(shared, "train"):
        raw = corpora.page_html(shared, record)
        with contextlib.suppress(NewscleanError):
            made += pages(raw, record, body, boxes)
        boxes += html_boxes.boxes(raw, body)
    if path:
        path.write_bytes(pickle.dumps(made))
    return made


def columns() -> tuple[str, ...]:
    """The names of the features, as any page has them."""
    document = html.read("<p>One line.</p>")
    lines = segment(document.text, unwrap=False)
    described = text.describe(lines, "en")
    return (
        described.columns[: text.OWN_COLUMNS]
        + markup.mark(document, lines, described.words).columns
    )


def fitted(made: list[network.Page]) -> bytes:
    """The weights file of the ensemble that is trained on the pages and variants."""
    settings = Settings()
    read = network.reader(made, settings, columns())
    prepared = network.prepare(made, read)
    nets = [network.fit(prepared, read, settings, seed) for seed in _SEEDS]
    return markup_network.dump(read, nets, "HTML pages")


def main() -> None:
    """Train the ensemble and write `data/cleaning/html.bin`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--cache", type=Path, help="folder for read and labelled pages")
    parser.add_argument("--folds", type=Path, help="folder for a network without each fold")
    arguments = parser.parse_args()
    made = load(arguments.shared, arguments.cache)
    for fold in range(corpora.FOLDS) if arguments.folds else ():
        data = fitted([page for page in made if corpora.fold_of(page.domain) != fold])
        corpora.write_fold(arguments.folds, fold, "html.bin", data)
    if arguments.folds:
        return
    data = fitted(made)
    target = Path(__file__).parents[2] / "data" / "cleaning" / "html.bin"
    target.write_bytes(data)
    print(f"{target}: {len(data)} bytes from {len(made)} pages and variants")


if __name__ == "__main__":
    main()
