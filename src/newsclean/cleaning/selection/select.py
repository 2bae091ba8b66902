"""Predictions -> which lines are kept: the page's phrases, decoding, the user's word, sanity."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from newsclean.cleaning.selection import decode, evidence, sanity

if TYPE_CHECKING:
    from newsclean.cleaning.record import Cause, PageRecord

_UNENDED = ("th", "lo", "km", "my")
"""Languages of which a sentence ends in a blank."""


def select(record: PageRecord, favour: str = "balance", *, guarded: bool = True) -> PageRecord:
    """The record with `probabilities`, `kept` and what the user should be told of them.

    `favour` is "precision", "balance" or "recall". Where it is not `guarded`, whatever the networks
    like is kept, of a page without an article too.

    Raises:
        NoArticleError: nothing looks like an article.
        ValueError: the record has no predictions yet.
    """
    predictions, indices = record.predictions, record.content_indices
    if predictions is None:
        raise ValueError("a record without predictions: classify it first")
    rescored = evidence.weigh(record.page, indices, predictions.probabilities)
    causes: dict[int, Cause] = {}
    if record.tree is not None:
        from newsclean.cleaning.selection.containers import container_causes
        from newsclean.cleaning.selection.hidden import hidden_lines

        causes = container_causes(record, rescored, predictions.words)
        causes |= hidden_lines(record, rescored, predictions.words)
    if causes:
        seen = np.array([index not in causes for index in indices])
        predictions = predictions._replace(probabilities=predictions.probabilities * seen)
        rescored = rescored * seen
    overrides = [record.overrides[index] for index in indices] if record.overrides else []
    chosen = decode.decode(
        predictions._replace(
            probabilities=decode.discount(rescored, [index in record.repeats for index in indices])
        ),
        favour,
        overrides,
        evidence.spoken_against(predictions.probabilities, rescored),
        scattered=record.document.tree is not None,
    )
    if favour != "precision" and record.tree is not None:
        from newsclean.cleaning.selection.headings import inner_headings

        headings = inner_headings(record, rescored, chosen, causes)
        chosen[[at for at in headings if not (overrides and overrides[at].drop)]] = True
    tree = record.document.tree
    stated_kind = tree.stated_kind if tree else ""
    notes: tuple[str, ...] = ()
    if guarded:
        label = record.document.label
        unended = record.page.language in _UNENDED
        chosen, notes = sanity.check(
            label, predictions, chosen, overrides, stated_kind, unended=unended
        )
    kept = [False] * len(record.page.lines)
    for index in itertools.compress(indices, chosen.tolist()):
        kept[index] = True
    probabilities = [0.0] * len(kept)
    for index, probability in zip(indices, rescored.tolist(), strict=True):
        probabilities[index] = probability
    return record._replace(
        kept=kept,
        probabilities=probabilities,
        causes={at: why for at, why in {**record.causes, **causes}.items() if not kept[at]},
        notes=(*record.notes, *notes),
    )
