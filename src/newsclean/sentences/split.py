"""Text -> sentences, with exact offsets: the stage's entry point."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.document import Sentence, Span
from newsclean.patterns import lazy_regex
from newsclean.sentences import knowledge as known
from newsclean.sentences.boundaries import boundaries
from newsclean.sentences.caseless import capitalized, is_caseless
from newsclean.sentences.knowledge import Knowledge

_LINE = lazy_regex(r"[^\n]+")
_CJK = r"(?<=[\u3000-\u9fff\uff00-\uff60])\s+(?=[\u3000-\u9fff\uff00-\uff60])"
"""Compiled when it is used: it takes longer than the rest of the module."""


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
        spans = [match.span() for match in _LINE.finditer(text)]
    knowledge = known.of(language)
    caseless = is_caseless(text)
    sentences = []
    for number, (start, end) in enumerate(spans):
        piece = text[start:end].rstrip()
        uneven = "  " in piece or not piece.isprintable() or not knowledge.blanks
        marked = capitalized(piece, knowledge) if caseless else piece
        left = 0
        for right in (*boundaries(marked, knowledge), len(piece)):
            sentence = piece[left:right].lstrip()
            left = right
            if sentence:
                at, to = start + right - len(sentence), start + right
                if uneven:
                    sentence = _fold(sentence, knowledge)
                sentences.append(tuple.__new__(Sentence, (at, to, sentence, number)))
    return tuple(sentences)


def _fold(sentence: str, knowledge: Knowledge) -> str:
    """The sentence as one line; a line break between two Chinese characters leaves no blank.

    Word joiners stand where the marks of notes were.
    """
    folded = " ".join(sentence.replace("\N{WORD JOINER}", "").split())
    return folded if knowledge.blanks else re.sub(_CJK, "", folded)
