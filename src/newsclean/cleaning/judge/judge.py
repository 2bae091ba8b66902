"""Takes out lines that readers would not keep, and brings back lines that they would.

The networks learned bodies that keep captions, standfirsts and lines to other articles, and lose
sub-headings, items and tails; rules know only what they were written for. Readers went through some
1,900 pages line by line; boosted trees over the numbers of a line (`numbers.py`) and its words tell
which lines they kept, and of what kind those were that they struck out; a network over the lines
(`network.py`) says the same of each with those around it in view, and the mean counts. How the
model was made, what it gets right, and why the limits are where they are stands in
`data/cleaning/judge.md`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from newsclean import weights_file
from newsclean.arrays import probability
from newsclean.cleaning.judge import network, words
from newsclean.cleaning.judge.network import Network
from newsclean.cleaning.judge.numbers import COLUMNS, rows
from newsclean.cleaning.judge.trees import Trees, trees_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.arrays import Floats
    from newsclean.cleaning.judge.numbers import Rows
    from newsclean.cleaning.record import PageRecord

MAGIC = b"NCJ1"
MARKED = ("en", "de", "ru", "zh")
"""In these languages readers marked more than fifty pages each. The model of others learned from
invented pages, too."""
PLACES = ("first", "inside", "last")
"""Where a line stands: it is the first kept one or above it, within, the last or below. Each has a
limit of its own, in copied text and in HTML."""
_FEWEST = 4
"""Where fewer lines are kept, nothing is changed: they may be all there is."""
_MOST_SHARE = 0.4
"""So many words, of those kept, go or come back at most: a page of which more would is of no kind
that readers marked, and nothing does (a guess)."""
_SURE = 0.4
"""A kind that is less likely is not named."""
_SAID_KEPT, _SAID_NOT = 2.8, -3.5
"""Beyond these log-odds of the networks that chose the article no line is judged: of those that
would change, 99 of 100 lie between, and so do three in ten of those kept and one in five others."""
_NETWORK_SHARE = 0.4
"""What the network says counts so much beside the trees."""
_HEARD_PLAIN = 2.0
"""Where the network is so sure that a line is where it should be no tree is asked: of four lines in
five that are judged. It made no difference on the folds, nor did 1.5 or 3."""
_OVERRULED = 2.0
"""So sure the network has to be that a line is kept which a rule takes out: with less, captions
by their class and notes of an encyclopaedia came back on short invented pages."""
_ODDS, _HTML = map(COLUMNS.index, ("odds", "html"))
_NO_KIND = "boilerplate"
_NOT_BACK = "related articles"
_SHORT, _LINKED, _NAMED = 0.5, 0.5, 0.6


class Judge(NamedTuple):
    """The model."""

    table: Floats
    """The weight of each bucket of words."""
    own: Trees
    """The log-odds that a reader keeps a line."""
    kinds: Trees
    """Of what kind a line is that is struck out."""
    reasons: tuple[str, ...]
    """The reason of each kind, a value of `document.REASONS`."""
    least: Floats
    """`[2, 2, 3]`: how likely a line must be struck out, and one be kept that went, in copied text
    and HTML, by its place."""
    network: Network | None = None
    """What reads the lines together; trees decide alone where there is none."""


def judge(record: PageRecord, favour: str = "balance", *, model: Judge | None = None) -> PageRecord:
    """The record without the lines that readers would strike out, and with those they would keep.

    Each line that goes has a cause. With `favour` "recall" nothing goes, with "precision" nothing
    comes back. What the user asked to keep stays, as does what a rule vouches for. What the user
    took out is not brought back, nor is a headline, byline, date or known phrase; what a rule took
    out for what it says is where the network is sure of it. `model` is that of the package where it
    is not given.
    """
    if sum(record.kept) < _FEWEST:
        return record
    found, predictions = rows(record, len(words.STEPS)), record.predictions
    if found is None or predictions is None or predictions.numbers is None:
        return record
    model = model or load(record.page.language)
    scores = words.scores(
        words.buckets_of(record, predictions.numbers, found), model.table, len(found.lines)
    )
    values = found.values
    values[:, -len(words.STEPS) :] = words.with_neighbours(scores)
    likely = probability(_odds(model, values, found))
    html = int(values[0, _HTML])
    out, back = decided(found, likely, model.least[html])
    out &= favour != "recall"
    back &= favour != "precision"
    lines = found.lines.tolist()
    for at in back.nonzero()[0].tolist():
        if any(
            hit.where == "line" or hit.reason == _NOT_BACK for hit in record.page.hits(lines[at])
        ):
            back[at] = False  # "Your browser does not support the video tag.", "Read also: ..."
    for at in out.nonzero()[0].tolist():
        if lines[at] in record.vouched or (record.overrides and record.overrides[lines[at]].keep):
            out[at] = False
    if is_odd(found.kept, predictions.words[found.content], out, back):
        return record
    record = brought_back(record, found.lines[back].tolist())
    if not out.any():
        return record
    odds = model.kinds(values[out])
    causes = {}
    for line, row, kind, sure in zip(
        found.lines[out].tolist(), values[out], odds, (1 - likely[out]).tolist(), strict=True
    ):
        causes[line] = _cause(model, kind, row, sure)
    return record.without(causes)._replace(causes={**record.causes, **causes})


def brought_back(record: PageRecord, lines: Sequence[int]) -> PageRecord:
    """The record with these lines, of which none is the standfirst any more, nor has a cause."""
    among = frozenset(lines)
    causes = {at: cause for at, cause in record.causes.items() if at not in among}
    kept = record.with_kept(lines)._replace(causes=causes)
    if not among.isdisjoint(record.roles):
        roles = {at: role for at, role in record.roles.items() if at not in among}
        kept = kept._replace(roles=roles, metadata=replace(record.metadata, standfirst=None))
    return kept


def is_odd(kept: Any, words: Floats, out: Any, back: Any) -> bool:
    """Would so much go or come back that the page is of no kind that readers marked?"""
    most = _MOST_SHARE * float(words[kept].sum())
    return bool(kept.sum() < _FEWEST or words[out].sum() > most or words[back].sum() > most)


class Lines(Protocol):
    """The lines at an article, as `Rows` has them."""

    @property
    def kept(self) -> Any:
        """Which are kept."""

    @property
    def ruled(self) -> Any:
        """Which a rule, a role or the user takes out."""

    @property
    def light(self) -> Any:
        """Which of these the network may bring back."""


def decided(found: Lines, likely: Any, least: Floats) -> tuple[Any, Any]:
    """Which lines go and which come back, by how `likely` it is that a reader keeps each."""
    place = places(found.kept)
    out = found.kept & (1 - likely >= least[0].take(place))
    may_come = ~found.ruled | found.light
    back = ~found.kept & may_come & (likely >= least[1].take(place))
    return out, back


def _odds(model: Judge, values: Floats, found: Rows) -> Any:
    """The log-odds; of lines that the network finds plain, what it says.

    Of those that the networks which chose the article find plain, they are endless.
    """
    said = values[:, _ODDS]
    odds = np.where(found.kept, np.inf, -np.inf)
    asked = np.where(found.kept, said < _SAID_KEPT, (said > _SAID_NOT) & ~found.ruled)
    light = found.light & (said > _SAID_NOT)
    if not (asked | light).any():
        return odds
    if model.network is None:
        odds[asked] = model.own(values[asked])[:, 0]
        return odds
    heard = model.network(values, place_columns(found.kept), found.kept)
    odds[asked] = heard[asked]
    odds[light] = overruling(heard[light])
    doubtful = asked & (np.where(found.kept, heard, -heard) < _HEARD_PLAIN)
    if doubtful.any():
        odds[doubtful] = mixed(model.own(values[doubtful])[:, 0], heard[doubtful])
    return odds


def with_places(values: Floats, kept: Any) -> Floats:
    """The rows with which of `PLACES` each line stands at: what the network is trained on."""
    return np.concatenate([values, place_columns(kept)], axis=1)


def place_columns(kept: Any) -> Floats:
    """Which of `PLACES` each line stands at."""
    columns: Floats = np.eye(len(PLACES), dtype=np.float32)[places(kept)]
    return columns


def overruling(heard: Any) -> Any:
    """The log-odds of lines that a rule takes out: those of the network, where it is sure."""
    return np.where(heard > _OVERRULED, heard, -np.inf)


def mixed(trees: Any, heard: Any) -> Any:
    """The log-odds of what trees and network say."""
    return (1 - _NETWORK_SHARE) * trees + _NETWORK_SHARE * heard


def places(kept: Any) -> Any:
    """For each line the number of its place among `PLACES`."""
    at = kept.nonzero()[0]
    index = np.arange(len(kept))
    return np.where(index <= at[0], 0, np.where(index >= at[-1], 2, 1))


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


def load(language: str) -> Judge:
    """The model of the package for a language, by its code.

    Raises:
        ValueError: it was trained on other columns.
    """
    return loaded(file_of(language))


def file_of(language: str) -> str:
    """The file in `data/cleaning` of the model that judges a language."""
    return "judge.bin" if language in MARKED else "judge.others.bin"


@cache
def loaded(name: str) -> Judge:
    """The model in a file of `data/cleaning`, read once.

    Raises:
        ValueError: it was trained on other columns.
    """
    return loads(weights_file.read(f"cleaning/{name}"))


def dump(model: Judge, note: str) -> bytes:
    """The file of a model."""
    shared: dict[str, Any] = {"columns": COLUMNS, "reasons": model.reasons, "least": model.least}
    for name, trees in (("own", model.own), ("kinds", model.kinds)):
        shared |= {f"{name} {part}": value for part, value in trees.arrays().items()}
    heard = [] if model.network is None else [net.arrays() for net in model.network.nets]
    shared |= {} if model.network is None else model.network.arrays()
    return weights_file.dump(MAGIC, shared, [{"table": model.table}, *heard], note)


def loads(data: weights_file.Data) -> Judge:
    """The model in the bytes that `dump` made.

    Raises:
        ValueError: they are something else, or it was trained on other columns.
    """
    shared, nets = weights_file.loads(MAGIC, data)
    if tuple(shared["columns"]) != COLUMNS:
        raise ValueError("data/cleaning/judge*.bin was trained on other columns; train it anew")
    return Judge(
        np.asarray(nets[0]["table"], np.float32),
        trees_of({key[4:]: value for key, value in shared.items() if key.startswith("own ")}),
        trees_of({key[6:]: value for key, value in shared.items() if key.startswith("kinds ")}),
        tuple(shared["reasons"]),
        shared["least"],
        network.network_of(shared, nets[1:]) if nets[1:] else None,
    )
