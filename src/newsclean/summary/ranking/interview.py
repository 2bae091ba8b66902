"""Features -> what in an interview the guest says in the first person, and what the interviewer.

Neither is in quotation marks, so that in a summary nobody is said to say it. An interview is told
by signs that agree: questions in paragraphs of their own, answers in the first person to many of
them, and an introduction that has none but names somebody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from newsclean import languages
from newsclean.arrays import Flags
from newsclean.summary.ranking.features import Features, names
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.text.turns import label
from newsclean.summary.text.words import READER, WRITER, openers

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

_OPENING_CHARS = 40
_FEWEST_LEFT, _FEWEST_WORDS, _FEWEST_WORDS_BELOW = 2, 4, 7
"""So many sentences, each of so many words (above the first question, and below), are a summary
without the guest's: what is said stands among the quotes."""
_SMALL = 3
"""Small words that are an answer: "I did", "Ich würde"."""


class Interview(NamedTuple):
    """The sentences that are somebody's who is not said to say them."""

    guest: Flags
    """Answers in the first person."""
    turns: Flags
    """All that the guest says."""
    interviewer: Flags
    """What speaks to the guest and is no question, and what has the interviewer's label."""
    answers: Flags
    """What opens on a few small words and is nothing without the question: "I did, because"."""


def read_interview(features: Features, people: Introductions) -> Interview | None:
    """Who speaks without quotation marks; None where the article is no interview."""
    asked = features.question.nonzero()[0]
    size = len(features.lengths)
    if len(asked) < max(_FEWEST_QUESTIONS, _LEAST_SHARE * size) or not features.person.any():
        return None
    opens = features.values[:, names().index("opens a paragraph")] == 1
    ends = np.concatenate((opens[1:], [True]))
    terms = features.terms
    to_reader = terms.marked(READER) > 0
    speaks = terms.marked(WRITER) > 0
    if ends[asked].mean() < _OWN_PARAGRAPH or speaks[asked].mean() > _ASKED_BY_READER:
        return None
    labels = _labels(features, opens)
    asking = _asking(labels, features.question)
    below = (np.arange(size) > asked[0]) & ~features.question & ~features.quoted
    turns = len(set(asked.searchsorted((speaks & below).nonzero()[0]).tolist()))
    by_writer = speaks[: max(1, int(asked[0]))].mean() > _TOLD_BY_WRITER
    if by_writer:
        return None
    if _is_dialogue(labels, asking, opens):
        # where nobody says "I", or more answers say "you", readers are told what they ask
        advised = len(set(asked.searchsorted(np.flatnonzero(to_reader & below)).tolist()))
        if turns < max(1, advised):
            return None
    else:
        if turns < max(_FEWEST_TURNS, _ANSWERED * len(asked)):
            return None
        above = range(int(asked[0]))
        if not people.in_title() and not any(people.names_somebody(number) for number in above):
            return None
    asks = np.isin(np.cumsum(opens), np.cumsum(opens)[asked])  # "You ran back. Why?"
    interviewer = (to_reader & ~speaks & below) | asks | np.isin(labels, [*asking])
    prompts = features.question | interviewer
    answers = below & np.append(False, prompts[:-1]) & _opens_small(features)
    return Interview(
        speaks & below,
        _answered(features, opens, labels, asking) & ~prompts,
        interviewer & ~features.question,
        answers,
    )


def without_guest(features: Features) -> tuple[Features, int | None]:
    """The features with what a guest says no statement of the article, and how many are left.

    As they were, and None, in no interview and where the article says hardly anything by itself.
    """
    interview = read_interview(features, Introductions(features.terms))
    if interview is None:
        return features, None
    own = features.statement & ~(interview.guest | interview.turns | interview.interviewer)
    own &= ~features.question
    # "Thank you for the talk" stands below, and is no news
    below = np.arange(len(own)) > features.question.argmax()
    own &= features.lengths >= np.where(below, _FEWEST_WORDS_BELOW, _FEWEST_WORDS)
    left = int(own.sum())
    return (features._replace(statement=own), left) if left >= _FEWEST_LEFT else (features, None)


def _labels(features: Features, opens: Flags) -> list[str]:
    """The label of each sentence's paragraph."""
    own = [label(text) for text in features.terms.texts]
    heads = np.maximum.accumulate(np.where(opens, np.arange(len(own)), 0))
    return [own[head] for head in heads.tolist()]


def _asking(labels: Sequence[str], question: Flags) -> frozenset[str]:
    """The labels with which a question is asked."""
    return frozenset(one for one, asks in zip(labels, question, strict=True) if asks and one)


def _is_dialogue(labels: Sequence[str], asking: frozenset[str], opens: Flags) -> bool:
    """Do several paragraphs have the label of who asks, and several that of one who answers?

    Where several answer it is a transcript, of which what they say is the news.
    """
    heads = [one for one, head in zip(labels, opens, strict=True) if head and one]
    guests = [one.split()[-1] for one in heads if one not in asking]
    asked = len(heads) - len(guests)
    return min(asked, len(guests)) >= _FEWEST_TURNS and len(set(guests)) == 1


def _answered(
    features: Features, opens: Flags, labels: Sequence[str], asking: frozenset[str]
) -> Flags:
    """What is said in a turn of the guest: below a question, or with another label than that."""
    if asking:
        last = max(at for at, one in enumerate(labels) if one)
        turn, found = "", []
        for at, one in enumerate(labels):
            turn = one or (turn if at < last else "")
            found.append(bool(turn) and turn not in asking)
        return np.array(found)
    paragraphs = np.cumsum(opens)
    asked = np.unique(paragraphs[features.question])
    # behind the last question the article may go on by itself
    return np.asarray((paragraphs > asked[0]) & (paragraphs <= asked[-1] + 1))


def _opens_small(features: Features) -> Flags:
    """Whether each sentence opens on three small words at most and a comma."""
    language = features.terms.language
    known = openers(language)
    small = languages.function_words(language) | known.speakers | known.finite
    found = np.zeros(len(features.lengths), bool)
    for number, text in enumerate(features.terms.texts):
        head, comma, _ = text[:_OPENING_CHARS].partition(",")
        words = head.lower().replace("’", "'").split()
        found[number] = comma and len(words) <= _SMALL and small.issuperset(words)
    return found
