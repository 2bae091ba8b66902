"""Asks the trained networks what each line of a document is.

Plain text is judged by its words and shape; a document with a tree also by its mark-up. A very
long document is judged in pieces, so that time and memory grow no faster than the input.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from newsclean.arrays import Bag, Floats, probability
from newsclean.cleaning.features import text
from newsclean.cleaning.features.columns import compare
from newsclean.cleaning.features.markers import Phrases, phrases_of
from newsclean.cleaning.features.text import Described
from newsclean.cleaning.model import text_network
from newsclean.cleaning.model.text_network import Logits
from newsclean.cleaning.record import Numbers, PageRecord, Predictions
from newsclean.document import Document, Line

_PIECE_LINES = 3000
_PIECE_CHARS = 1_000_000
_MOST_LINES = 20_000
"""A page of more lines is no article; its mark-up is not looked at."""
_UNSEEN = 0.75
"""HTML holds menus and notices that no reader sees, and the networks for text were trained on what
readers see: so much do the log-odds of an article suffer (1 of 283 dev pages is refused)."""
_TEXT_SHARE = 0.3
"""How much the networks for plain text count beside that for HTML (on dev: F1 +.001)."""
_ENDED = 0.3
"""How much the log-odds that the body has ended above count against a line (on dev: F1 +.001)."""


def classify(record: PageRecord) -> PageRecord:
    """The record with what the networks say of its content lines, by the mark-up too if any."""
    document, lines, language = record.document, record.content_lines, record.page.language
    phrases = phrases_of(record.page, record.content_indices)
    if document.tree is None:
        return record._replace(predictions=predict_text(lines, language, phrases))
    return record._replace(predictions=predict_markup(document, lines, language, phrases))


def predict_text(lines: Sequence[Line], language: str, phrases: Phrases) -> Predictions:
    """The predictions for lines of plain text; each has a letter or digit."""
    parts, first = [], 0
    for piece in _pieces(lines):
        last = first + len(piece)
        described = text.describe(piece, language, phrases.part(first, last))
        first = last
        logits = of_text(described)
        odds = after_end(logits.keep, logits)
        parts.append(
            Predictions(
                sigmoid(odds),
                described.words,
                described.ends,
                logits.article,
                Numbers(
                    described.features,
                    described.columns,
                    described.bag,
                    logits=_logits(logits.keep, logits),
                ),
            )
        )
    if len(parts) == 1:
        return parts[0]
    return Predictions(
        np.concatenate([part.probabilities for part in parts]),
        np.concatenate([part.words for part in parts]),
        np.concatenate([part.ends for part in parts]),
        max(part.article for part in parts),
        _joined([part.numbers for part in parts if part.numbers is not None]),
    )


def _joined(parts: Sequence[Numbers]) -> Numbers:
    """The numbers of a page that was judged in pieces."""
    firsts = np.cumsum([0, *(len(part.features) for part in parts[:-1])])
    lines = [part.bag.lines + first for part, first in zip(parts, firsts, strict=True)]
    return Numbers(
        np.concatenate([part.features for part in parts]),
        parts[0].columns,
        Bag(np.concatenate([part.bag.hashes for part in parts]), np.concatenate(lines)),
        logits=np.concatenate([part.logits for part in parts if part.logits is not None]),
    )


def _logits(keep: Floats, of_words: Logits) -> Floats:
    return np.stack([keep, of_words.keep, of_words.before, of_words.after], axis=1)


def predict_markup(
    document: Document, lines: Sequence[Line], language: str, phrases: Phrases
) -> Predictions:
    """The predictions for the lines of an HTML page; each has a letter or digit.

    Whether the page is an article at all is said by the networks for plain text, which know
    pages that are none.
    """
    if document.tree is None or len(lines) > _MOST_LINES:
        return predict_text(lines, language, phrases)
    from newsclean.cleaning.features import markup
    from newsclean.cleaning.model import markup_network

    spaced = markup.spaced(document, lines)
    described = text.describe(spaced, language, phrases)
    marked = markup.mark(document, spaced, described.words)
    net = markup_network.load("html.bin")
    compare(net.reader.scaling.columns, described.columns[: text.OWN_COLUMNS] + marked.columns)
    own = described.features[:, : text.OWN_COLUMNS]
    of_markup = net(own, described.bag, marked, described.words)
    of_words = of_text(described, alone=True)  # the others add nothing to the networks for HTML
    odds = (1 - _TEXT_SHARE) * of_markup + _TEXT_SHARE * after_end(of_words.keep, of_words)
    article = of_words.article + _UNSEEN
    numbers = Numbers(
        np.concatenate([described.features, marked.features], axis=1),
        described.columns + marked.columns,
        described.bag,
        marked.names,
        marked.paths,
        marked.groups[-1],
        _logits(of_markup, of_words),
    )
    return Predictions(sigmoid(odds), described.words, described.ends, article, numbers)


def of_text(described: Described, *, alone: bool = False) -> Logits:
    """What the networks for plain text say of a page's lines; or the first of them `alone`."""
    net = text_network.load("text.bin")
    compare(net.scaling.columns, described.columns)
    return net(described.features, described.bag, described.words, alone=alone)


def after_end(odds: Floats, logits: Logits) -> Floats:
    """Log-odds of the lines, less where the body seems to have ended at or above them."""
    ended = np.maximum.accumulate(np.maximum(logits.after, 0))
    return np.asarray(odds - np.float32(_ENDED) * ended, np.float32)


def sigmoid(odds: Floats) -> Floats:
    """Probabilities from log-odds."""
    return np.asarray(probability(odds), np.float32)


def _pieces(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    start, chars = 0, 0
    for index, line in enumerate(lines):
        chars += len(line.text)
        if index - start >= _PIECE_LINES or (chars > _PIECE_CHARS and index > start):
            yield lines[start:index]
            start, chars = index, len(line.text)
    yield lines[start:]
