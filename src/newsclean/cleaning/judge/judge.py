"""Takes out kept lines that readers would not keep, by a model of what they marked.

The networks learned bodies that keep captions, standfirsts and lines to other articles, and rules
know only what they were written for. Readers went through some 1,900 pages line by line; boosted
trees over the numbers of a line (`numbers.py`) and its words tell which kept lines they struck
out, and of what kind these were. How the model was made, what it gets right, and why the limits
are where they are stands in `data/cleaning/judge.md`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from newsclean.cleaning.judge import words
from newsclean.cleaning.judge.numbers import COLUMNS, rows
from newsclean.cleaning.judge.trees import Trees, trees_of
from newsclean.cleaning.model import weights_file

if TYPE_CHECKING:
    from newsclean.arrays import Floats
    from newsclean.cleaning.judge.numbers import Rows
    from newsclean.cleaning.record import Numbers, PageRecord

MAGIC = b"NCJ1"
PLACES = ("first", "inside", "last")
"""Where a kept line stands; each has a limit of its own, in copied text and in HTML."""
_FEWEST = 4
"""Where fewer lines are kept, nothing is taken out: they may be all there is."""
_MOST_SHARE = 0.4
"""Of the kept words, so many at most go: a page of which more would go is of no kind that readers
marked, and nothing does (a guess)."""
_SURE = 0.4
"""A kind that is less likely is not named."""
_FIRST, _PLAIN = 16, -2.9
"""So many trees are asked of each line, and the others where these leave a doubt: that is 7 lines
in 100, and 99 of 100 that all trees strike out are among them."""
_NO_KIND = "boilerplate"
_SHORT, _LINKED, _NAMED = 0.5, 0.5, 0.6


class Judge(NamedTuple):
    """The model."""

    table: Floats
    """The weight of each bucket of words."""
    struck: Trees
    """The log-odds that a reader strikes a kept line out."""
    kinds: Trees
    reasons: tuple[str, ...]
    """The reason of each kind, a value of `document.REASONS`."""
    least: Floats
    """`[2, 3]`: how likely a line must be struck out, in copied text and HTML, by its place."""


def judge(record: PageRecord, favour: str = "balance", *, model: Judge | None = None) -> PageRecord:
    """The record without the kept lines that readers would strike out, with a cause for each.

    With `favour` "recall" all stay, as do lines that the user asked to keep. `model` is that of
    the package where it is not given.
    """
    if favour == "recall" or sum(record.kept) < _FEWEST:
        return record
    found, predictions = rows(record), record.predictions
    if found is None or predictions is None or predictions.numbers is None:
        return record
    numbers = predictions.numbers
    model = model or load()
    values = inputs(record, found, numbers, model.table)
    at = np.flatnonzero(found.kept)
    likely = probabilities(_odds(model.struck, values[at]))
    html = int(values[0, COLUMNS.index("html")])
    struck = likely >= model.least[html].take(places(len(at)))
    if record.overrides:
        wanted = [record.overrides[line].keep for line in found.lines[at].tolist()]
        struck &= ~np.array(wanted)
    if not struck.any():
        return record
    counts = predictions.words[found.content][at]
    if counts[struck].sum() > _MOST_SHARE * counts.sum():
        return record
    gone = at[struck]
    odds = model.kinds(values[gone])
    causes = {}
    for line, row, kind, sure in zip(
        found.lines[gone].tolist(), values[gone], odds, likely[struck].tolist(), strict=True
    ):
        causes[line] = _cause(model, kind, row, sure)
    return record.without(causes)._replace(causes={**record.causes, **causes})


def inputs(record: PageRecord, found: Rows, numbers: Numbers, table: Floats) -> Floats:
    """The rows with what the words of each line and its neighbours say."""
    scores = words.scores(words.buckets_of(record, numbers, found), table, len(found.lines))
    return np.concatenate(
        [found.values, words.with_neighbours(scores)], axis=1, dtype=np.float32, casting="unsafe"
    )


def _odds(trees: Trees, values: Floats) -> Any:
    """The log-odds; of lines that the first trees find plain, what these say."""
    odds = trees(values, 0, _FIRST)[:, 0]
    doubtful = np.flatnonzero(odds > _PLAIN)
    if len(doubtful):
        odds[doubtful] += trees(values[doubtful], _FIRST)[:, 0]
    return odds


def places(count: int) -> Any:
    """For each of so many kept lines the number of its place among `PLACES`."""
    found = np.ones(count, np.int64)
    found[0], found[-1] = 0, 2
    return found


def probabilities(odds: Any) -> Any:
    """Probabilities from log-odds."""
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def _cause(model: Judge, odds: Any, row: Floats, sure: float) -> tuple[str, str]:
    """The likeliest kind, and what a person can see of the line."""
    shares = np.exp(odds - odds.max())
    best = int(shares.argmax())
    named = shares[best] >= _SURE * shares.sum()
    reason = model.reasons[best] if named else _NO_KIND
    value = dict(zip(COLUMNS, row.tolist(), strict=False))
    seen = [
        text
        for is_so, text in (
            (value["marks_below"] > 0, "it stands above byline or date"),
            (value["link"] > _LINKED, "most of it is a link"),
            (value["author"] > _NAMED, "it names the author"),
            (value["phrase_share"] > 0, "it has a phrase of such lines"),
            (value["ends"] == 0, "it ends as no sentence does"),
            (value["to_median"] < _SHORT, "it is much shorter than the paragraphs"),
            (value["kept_above"] == 0, "it stands above the text"),
            (value["kept_below"] == 0, "it stands below the text"),
        )
        if is_so
    ]
    told = f"readers strike out such lines ({sure:.2f})"
    return reason, ": ".join([told, ", ".join(seen[:2])]) if seen else told


@cache
def load() -> Judge:
    """The model of the package.

    Raises:
        ValueError: it was trained on other columns.
    """
    return loads(weights_file.read("judge.bin"))


def dump(model: Judge, note: str) -> bytes:
    """The file of a model."""
    shared: dict[str, Any] = {"columns": COLUMNS, "reasons": model.reasons, "least": model.least}
    for name, trees in (("struck", model.struck), ("kinds", model.kinds)):
        shared |= {f"{name} {part}": value for part, value in trees.arrays().items()}
    return weights_file.dump(MAGIC, shared, [{"table": model.table}], note)


def loads(data: bytes) -> Judge:
    """The model in the bytes that `dump` made.

    Raises:
        ValueError: they are something else, or it was trained on other columns.
    """
    shared, nets = weights_file.loads(MAGIC, data)
    if tuple(shared["columns"]) != COLUMNS:
        raise ValueError("data/cleaning/judge.bin was trained on other columns; train it anew")
    return Judge(
        np.asarray(nets[0]["table"], np.float32),
        trees_of({key[7:]: value for key, value in shared.items() if key.startswith("struck ")}),
        trees_of({key[6:]: value for key, value in shared.items() if key.startswith("kinds ")}),
        tuple(shared["reasons"]),
        shared["least"],
    )
