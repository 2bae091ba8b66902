"""One line for an article: its title, else its best sentence, shortened where that is safe.

Only words of the article, in their order: what is left out is a dateline, a trailing attribution
("..., police said"), or what follows a semicolon or a dash.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.document import Sentence
from newsclean.patterns import lazy_regex
from newsclean.summary.ranking.eligible import eligible, leans
from newsclean.summary.ranking.features import extract
from newsclean.summary.ranking.ranker import score
from newsclean.summary.shown import without_dateline
from newsclean.summary.text.words import openers, words

_BREAK = lazy_regex(r"\s*(?:;|\s[–—-]{1,2}\s|:\s)")
_LONG = 18
"""Words from which a sentence is shortened."""
_LEAST = 6
"""Words that must be left."""


def line(sentences: Sequence[Sentence], title: str | None, language: str) -> str:
    """The title, or the sentence that says most, in one line; empty where there is neither."""
    if title and title.strip():
        return " ".join(title.split())
    if not sentences:
        return ""
    features = extract(sentences, language, None)
    scores = score(features)
    standing = np.array([not leans(features, number) for number in range(len(sentences))])
    fine = eligible(features, 1) & standing
    if not fine.any():
        fine = eligible(features, 1)
    best = max(range(len(scores)), key=lambda i: (bool(fine[i]), float(scores[i]), -i))
    return _shorten(sentences[best].text, language)


def _shorten(text: str, language: str) -> str:
    left = without_dateline(text)
    left = _without_attribution(left, language)
    if len(left.split()) > _LONG:
        for cut in _BREAK.finditer(left):
            head = left[: cut.start()]
            if len(head.split()) >= _LEAST and _balanced(head):
                left = head
                break
    left = left.strip()
    if left.endswith(".") and left.count(".") == 1:
        left = left[:-1]
    return left[:1].upper() + left[1:]


def _without_attribution(text: str, language: str) -> str:
    """Leaves out a last clause of a few words with a word of saying in it."""
    head, _, tail = text.rpartition(", ")
    last = [word.lower() for word in words(tail, language)]
    said = openers(language).speech
    if len(last) <= 8 and len(head.split()) >= _LEAST and not said.isdisjoint(last):
        return head if _balanced(head) else text
    return text


def _balanced(text: str) -> bool:
    """Whether no quotation or bracket is left open."""
    return (
        text.count('"') % 2 == 0
        and text.count("“") == text.count("”")
        and text.count("«") == text.count("»")
        and text.count("(") == text.count(")")
    )
