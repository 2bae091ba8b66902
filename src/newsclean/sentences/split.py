"""Text -> sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.document import Sentence, Span

_BREAK = re.compile(r"(?<=[.!?…])['\"”’»)]*\s+(?=['\"“‘«(]?[A-ZÀ-ÞА-Я0-9])")


def split(text: str, language: str = "en", spans: Sequence[Span] | None = None) -> tuple[Sentence, ...]:
    """The sentences of `text`, in order.

    Args:
        text: any text; offsets of the result are code points into it.
        language: ISO 639-1 code. One without parameters of its own is split by general rules.
        spans: the paragraphs to split; None takes every line as one. No sentence crosses a span.
    """
    if spans is None:
        spans = [m.span() for m in re.finditer(r"[^\n]+", text)]
    sentences = []
    for number, (start, end) in enumerate(spans):
        piece = text[start:end]
        cuts = [0, *(m.end() for m in _BREAK.finditer(piece)), len(piece)]
        for left, right in zip(cuts, cuts[1:], strict=False):
            if stripped := piece[left:right].strip():
                at = start + left + piece[left:right].index(stripped[0])
                folded = " ".join(stripped.split())
                sentences.append(Sentence(at, at + len(stripped), folded, number))
    return tuple(sentences)
