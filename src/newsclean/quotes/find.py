"""Paragraphs and sentences -> quotes with their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.document import Quote, Sentence, Span

_MARKS = re.compile(r"[\"“„«]([^\"“”„«»\n]{20,})[\"”“»]")


def find(
    text: str,
    language: str = "en",
    *,
    paragraphs: Sequence[Span] | None = None,
    sentences: Sequence[Sentence] | None = None,
    title: str | None = None,
    keys: int | None = 5,
    indirect: bool = False,
) -> tuple[Quote, ...]:
    """The quotes in `text`, in order.

    Args:
        text: any text; offsets of the result are code points into it.
        language: ISO 639-1 code.
        paragraphs: where the paragraphs are; None takes every line as one.
        sentences: where the sentences are; None splits the paragraphs.
        title: the headline, which says what the article is about.
        keys: how many quotes get a `key` rank; None ranks all.
        indirect: give indirect speech as well.
    """
    del language, paragraphs, sentences, title, keys, indirect
    return tuple(Quote(m[1], m.start(1), m.end(1), key=1) for m in _MARKS.finditer(text))
