"""Features -> what in an interview the guest says in the first person, and what the interviewer.

Neither is in quotation marks, so that in a summary nobody is said to say it. An interview is told
by signs that agree: questions in paragraphs of their own, answers in the first person to many of
them, and an introduction that has none but names somebody.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.arrays import Flags
from newsclean.patterns import lazy_regex
from newsclean.summary.ranking.features import Features, names
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.text.terms import sums
from newsclean.summary.text.words import READER, SPEAKER, openers

_FEWEST_QUESTIONS, _LEAST_SHARE = 2, 0.05
"""Questions, and their share of the sentences."""
_OWN_PARAGRAPH = 0.6
"""The share of the questions that end a paragraph."""
_FEWEST_TURNS, _ANSWERED = 2, 0.5
"""Questions with an answer in the first person, and their share."""
_ASKED_BY_READER = 0.25
"""The share of questions in the first person from which a reader asks: "How do I ..."."""
_TOLD_BY_WRITER = 0.5
"""The share of the introduction in the first person up to which it is of somebody else: "I met
Delia Hurst at the light" (guesses, all)."""


_LONGEST_LABEL = 40
_LABEL = lazy_regex(r"([^\W\d_])\. |([^\W\d_][^:.,?!\n]{0,32}): ")
"""Whose turn it is: "P. ", "Mara Holm: "."""
_SMALL = 3
"""Small words that are an answer: "I did", "Ich würde"."""


class Interview(NamedTuple):
    """The sentences that are somebody's who is not said to say them."""

    guest: Flags
    """Answers in the first person."""
    interviewer: Flags
    """What speaks to the guest and is no question, and what has the interviewer's label."""
    answers: Flags
    """What opens on a few small words and is nothing without the question: "I did, because"."""


def read_interview(features: Features, people: Introductions) -> Interview | None:
    """Who speaks without quotation marks; None where the article is no interview."""
    asked = np.flatnonzero(features.question)
    size = len(features.lengths)
    if len(asked) < max(_FEWEST_QUESTIONS, _LEAST_SHARE * size) or not features.person.any():
        return None
    opens = features.values[:, names().index("opens a paragraph")] == 1
    ends = np.append(opens[1:], True)
    terms = features.terms
    to_reader = sums(terms.owners[terms.flags & READER > 0], size) > 0
    own = (terms.flags & SPEAKER > 0) & (terms.flags & READER == 0)
    speaks = sums(terms.owners[own], size) > 0
    if ends[asked].mean() < _OWN_PARAGRAPH or speaks[asked].mean() > _ASKED_BY_READER:
        return None
    below = (np.arange(size) > asked[0]) & ~features.question & ~features.quoted
    turns = len(set(asked.searchsorted(np.flatnonzero(speaks & below)).tolist()))
    by_writer = speaks[: max(1, int(asked[0]))].mean() > _TOLD_BY_WRITER
    if by_writer or turns < max(_FEWEST_TURNS, _ANSWERED * len(asked)):
        return None
    above = range(int(asked[0]))
    if not people.in_title() and not any(people.names_somebody(number) for number in above):
        return None
    interviewer = (to_reader & ~speaks & below) | _labelled(features, opens)
    asking = features.question | interviewer
    answers = below & np.append(False, asking[:-1]) & _opens_small(features)
    return Interview(speaks & below, interviewer & ~features.question, answers)


def _labelled(features: Features, opens: Flags) -> Flags:
    """The sentences of paragraphs with a label with which a question is asked, too."""
    labels = [_label(text) for text in features.terms.texts]
    asking = {label for label, asks in zip(labels, features.question, strict=True) if asks}
    asking.discard("")
    heads = np.maximum.accumulate(np.where(opens, np.arange(len(labels)), 0))
    return np.array([labels[head] in asking for head in heads.tolist()])


def _label(text: str) -> str:
    """The letter before a stop, or the name before a colon, with which a sentence begins.

    Empty where there is none.
    """
    begins = text[1:3] == ". " or ":" in text[:_LONGEST_LABEL]
    found = _LABEL.match(text) if begins else None
    return found[1] or found[2] if found else ""


def _opens_small(features: Features) -> Flags:
    """Whether each sentence opens on three small words at most and a comma."""
    language = features.terms.language
    known = openers(language)
    small = languages.function_words(language) | known.speakers | known.finite
    found = np.zeros(len(features.lengths), bool)
    for number, text in enumerate(features.terms.texts):
        head, comma, _ = text[:_LONGEST_LABEL].partition(",")
        words = head.lower().replace("’", "'").split()
        found[number] = comma and len(words) <= _SMALL and small.issuperset(words)
    return found
