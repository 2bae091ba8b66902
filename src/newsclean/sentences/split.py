"""Text -> sentences: candidates by one regular expression, the doubtful ones by a classifier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsclean import languages
from newsclean.document import Sentence, Span
from newsclean.sentences import knowledge as known
from newsclean.sentences.candidates import CANDIDATE
from newsclean.sentences.features import describe
from newsclean.sentences.knowledge import Knowledge

_LINE = re.compile(r"[^\n]+")
_WINDOW = 300


def split(
    text: str, language: str = "en", spans: Sequence[Span] | None = None
) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order.

    Args:
        text: any text; offsets of the result are code points into it.
        language: ISO 639-1 code. One without parameters of its own is split by general rules.
        spans: the paragraphs to split; None takes every line as one. No sentence crosses a span.
    """
    if spans is None:
        spans = [m.span() for m in _LINE.finditer(text)]
    knowledge = known.of(language)
    sentences = []
    for number, (start, end) in enumerate(spans):
        piece = text[start:end]
        left = 0
        for right in (*boundaries(piece, knowledge), len(piece)):
            if stripped := piece[left:right].strip():
                at = start + left + piece[left:right].index(stripped[0])
                folded = " ".join(stripped.split())
                sentences.append(Sentence(at, at + len(stripped), folded, number))
            left = right
    return tuple(sentences)


def boundaries(piece: str, knowledge: Knowledge) -> Iterator[int]:
    """Where sentences end inside a paragraph (after the mark and what closes with it)."""
    weights = _weights()
    last, size = 0, len(piece)
    for match in CANDIDATE.finditer(piece):
        if match.end() == size:
            return
        mark, close, gap, after, then = match.groups()
        start = match.start()
        words = piece[max(last, start - 24) : start].rsplit(None, 1)
        before = words[-1] if words else ""
        if not gap and mark in ".:;" and not (before.islower() and after[:1].isupper()):
            continue
        sentence = piece[max(last, start - _WINDOW) : start]
        features = describe(knowledge, before, (mark, close, gap, after, then), sentence)
        if sum(weights.get(feature, 0.0) for feature in features) > 0:
            last = match.end(2)
            yield last


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = languages.read_data("sentences/boundary.json")["weights"]
    return weights
