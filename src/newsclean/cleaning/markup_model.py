"""Judges the lines of a document with a tree: its text, its mark-up, and the networks for both."""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.cleaning import judge, markup_features, markup_network, text_features
from newsclean.cleaning.judge import Judgement
from newsclean.document import Document, Line

_MOST_LINES = 20_000
"""A page of more lines is no article; its mark-up is not looked at."""
_UNSEEN = 0.75
"""HTML holds menus and notices that no reader sees, and the networks for text were trained on what
readers see: so much do the log-odds of an article suffer (1 of 283 dev pages is refused)."""
_TEXT_SHARE = 0.3
"""How much the networks for plain text count beside that for HTML (on dev: F1 +.001)."""


def judge_markup(document: Document, lines: Sequence[Line], language: str) -> Judgement:
    """The judgement on the lines of an HTML page; each has a letter or digit.

    Whether the page is an article at all is said by the networks for plain text, which know
    pages that are none.
    """
    if document.tree is None or len(lines) > _MOST_LINES:
        return judge.judge_text(lines, language)
    spaced = markup_features.spaced(document, lines)
    described = text_features.describe(spaced, language)
    marked = markup_features.mark(document, spaced, described.words)
    net = markup_network.load("html.bin")
    of_markup = net(described.features, described.bag, marked, described.words)
    of_text = judge.of_text(described)
    odds = (1 - _TEXT_SHARE) * of_markup + _TEXT_SHARE * judge.after_end(of_text.keep, of_text)
    article = of_text.article + _UNSEEN
    return Judgement(judge.sigmoid(odds), described.words, described.ends, article)
