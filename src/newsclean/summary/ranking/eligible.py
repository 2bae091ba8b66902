"""Features -> which sentences may be in a summary, which of them lean, and what the lead is.

The lead is the article's first sentences less those that no summary should hold (headings,
questions, calls to action, half a quotation) and those that would lean on one of these. Whatever
else replaces one of its sentences has to beat it, see `ranker`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from newsclean.arrays import Flags, distinct
from newsclean.summary.ranking import sets
from newsclean.summary.ranking.features import Features, names
from newsclean.summary.text.datelines import dateline_end
from newsclean.summary.text.terms import Floats
from newsclean.summary.text.words import IMPERATIVE, UNSPACED, Ints

_LEAST_WORDS, _LEAST_CHARACTERS = 7, 12
"""Words of the shortest sentence in a summary (measured: worth half a point in French); characters
where words are not parted: of 200 shorter ones readers would send 18, of all others 40 of 100."""
_LEAST_SHARE = 0.5
"""Of the mean length, what a shorter one has at least that is wanted all the same."""
_WORDS_OF_OPENING = 4
"""Words of the shortest first sentence that is kept for the sake of the next, and of another that
joins where too few stand alone: a guess."""
_MOST_HALF = 0.25
"""The share of sentences with half a quotation up to which the marks of a text are sound."""
_MOST_QUESTIONS = 0.5
"""The share of questions up to which `?` is a question mark: interviews have a third."""
_MOST_ORDERS = 0.05
"""The share of sentences that tell the reader what to do up to which they are no instructions. Up
to 0.2 readers would do without them too, but pages tell of themselves in such sentences."""
_MOSTLY_QUOTED, _TAG_WORDS = 0.5, 8
"""The share in quotation marks, and the words outside them, of a quotation with its tag."""
_INTERVIEW = 0.15
"""The share of questions from which the sentence before one is the interviewer's: a guess."""
_SHORT_ANSWER, _SHORT_ANSWER_CHARACTERS = 12, 30
"""Words of an answer that says little without its question: a guess; characters where words are not
parted: 20 of 21 shorter ones lean, and 13 of 40 others."""

_PROMISED = 3.0
"""What a candidate wins, in log-odds, for telling all that the headline promises: a guess."""
_MUCH_PROMISED = 0.25
"""The share of what the headline promises with which a sentence is about the matter: a guess."""
HARDLY_PROMISED, MOSTLY_PROMISED, _FARTHEST_MATTER = 0.2, 0.5, 20
"""The share of what the headline promises below which an opening is a scene, the share from which a
sentence tells the matter, and the sentences in which that one must stand (chosen by labels)."""


def eligible(features: Features, wanted: int) -> Flags:
    """Sentences that may be in a summary: statements of some length, each said once.

    Short ones join where too few can stand; then, where there are fewer than `wanted` at all,
    sentences that no colleague should be sent, questions and fragments, and all that are left.
    """
    fine = features.fresh & features.statement
    whole = fine & (features.lengths >= least_words(features))
    if features.standing.names_nobody_yet():
        whole[0] = False
    elif promised(features)[0] >= MOSTLY_PROMISED or (  # "The island has a doctor again."
        len(fine) > 1 and features.standing.leans(1)  # "Finland is in danger! For it is said ..."
    ):
        whole[0] = fine[0] & bool(features.lengths[0] >= _WORDS_OF_OPENING)
    if features.question.mean() <= _MOST_QUESTIONS:
        whole &= ~features.question
        if features.question.mean() > _INTERVIEW:
            whole &= ~_leads_to_question(features)
    faulty = _faulty(features)
    sound = whole & ~faulty
    alone = sound & ~_orders(features) & ~_tagged(features)
    brief = features.lengths >= _WORDS_OF_OPENING
    brief &= features.lengths < least_words(features)
    brief &= fine & ~features.question & ~faulty
    brief &= features.values[:, _column("word of saying")] == 0  # "said the mayor."
    return _enough(features, (alone, sound, sound | brief), (whole, fine), wanted)


def least_words(features: Features) -> int:
    """Words of the shortest sentence in a summary; characters where words are not parted."""
    return _LEAST_CHARACTERS if _is_unspaced(features) else _LEAST_WORDS


def _is_unspaced(features: Features) -> bool:
    return features.terms.language in UNSPACED


def short(features: Features) -> Flags:
    """Sentences that are too short for `eligible` and yet may be in a summary, if they are wanted.

    Where all are short: "The last miller was Owen Birch." Such articles are news in brief, and
    those of languages with longer words than English.
    """
    lengths = features.lengths
    fine = features.statement & ~features.question & ~features.quoted
    fine &= lengths < least_words(features)
    fine &= lengths >= max(_WORDS_OF_OPENING, _LEAST_SHARE * float(lengths.mean()))
    fine[0] &= not features.standing.names_nobody_yet()
    if fine.any():
        fine &= features.fresh & ~_faulty(features)
    for number in fine.nonzero()[0].tolist():
        fine[number] = not dateline_end(features.terms.texts[number], opening=True)
    return np.asarray(fine)


def _leads_to_question(features: Features) -> Flags:
    """What an interviewer says before a question: "You wrote it in three weeks. How?"."""
    opens = features.values[:, _column("opens a paragraph")] == 1
    before = np.zeros(len(opens), bool)
    before[:-1] = features.question[1:] & ~opens[1:]
    return before


def _enough(
    features: Features, tiers: Sequence[Flags], last: Sequence[Flags], wanted: int
) -> Flags:
    """The first tier; where no set of it is as large as wanted and stands, more of the next.

    What leans comes last, and counts only where one of the `last` would be needed in its stead.
    """
    chosen = tiers[0].copy()
    for tier in (*tiers[1:], *last):
        is_last = any(tier is one for one in last)
        have = int(chosen.sum()) if is_last else len(lead(features, chosen, wanted))
        if have >= wanted:
            return chosen
        others = (tier & ~chosen).nonzero()[0]
        order = np.argsort([leans(features, number) for number in others.tolist()], kind="stable")
        chosen[others[order[: wanted - have]]] = True
    return chosen if int(chosen.sum()) >= wanted else np.ones(len(chosen), bool)


def _tagged(features: Features) -> Flags:
    """Quotations with little more than who says it: "It was wet," said Ann Holm.

    Readers would send 16 of 100 of them.
    """
    share = features.values[:, _column("share quoted")]
    outside = (1 - share) * features.lengths
    return np.asarray((share > _MOSTLY_QUOTED) & (outside <= _TAG_WORDS))


def _faulty(features: Features) -> Flags:
    """Half quotations, calls to action, captions, rows of tables, notices."""
    faulty = features.figures.copy()
    standing = features.standing
    faulty[list(standing.calls | standing.debris)] = True
    if len(standing.half) <= max(2, _MOST_HALF * len(faulty)) or standing.paired:
        faulty[list(standing.half)] = True
    return faulty


def _orders(features: Features) -> Flags:
    """What the reader is told to do ("Find this year's essays"), where the article does so rarely.

    Readers would send 13 of 100 of these sentences, and 37 of 100 of the others.
    """
    orders = (features.terms.first & IMPERATIVE > 0) & ~features.quotation
    statement = features.statement
    if np.count_nonzero(orders & statement) > _MOST_ORDERS * np.count_nonzero(statement):
        orders[:] = False
    return orders


def leans(features: Features, number: int) -> bool:
    """Whether a sentence needs another; the article's first does where it is all quotation."""
    if features.quotation[number]:
        return True
    if not number:
        return False
    return features.standing.leans(number) or answers(features, number)


def answers(features: Features, number: int) -> bool:
    """Whether a sentence is nothing without the question above it."""
    if not number or not features.question[number - 1]:
        return False
    brief = _SHORT_ANSWER_CHARACTERS if _is_unspaced(features) else _SHORT_ANSWER
    return bool(features.lengths[number] < brief) or features.standing.points(number)


def lead(features: Features, allowed: Flags, size: int) -> list[int]:
    """The first `size` sentences that are allowed and lean on none that is not among them."""
    chosen: list[int] = []
    for number in allowed.nonzero()[0].tolist():
        if len(chosen) == size:
            break
        if (chosen and chosen[-1] == number - 1) or not leans(features, number):
            chosen.append(number)
    return chosen


def candidates(features: Features, scores: Floats, size: int) -> Ints:
    """The sentences whose sets of `size` are worth a look, in order: the lead, then the best.

    One that leans comes with the sentence before it, or not at all. Empty where too few are left.
    """
    allowed = eligible(features, size)
    always = max(sets.ALWAYS, size)
    wanted = max(sets.MOST_CANDIDATES, size + sets.ALWAYS - 1)
    chosen = set(lead(features, allowed, always))
    if len(chosen) < size:
        return np.arange(0)
    worth = scores + _PROMISED * promised(features)
    order = np.argsort(-np.where(allowed, worth, -np.inf), kind="stable")
    for number in order[: int(allowed.sum())].tolist():
        if len(chosen) >= wanted:
            break
        if number in chosen:
            continue
        if not leans(features, number) or number - 1 in chosen:
            chosen.add(number)
        elif (
            size > 1
            and number
            and allowed[number - 1]
            and len(chosen) + 2 <= wanted
            and not leans(features, number - 1)
        ):
            chosen.update((number - 1, number))
    return np.array(sorted(chosen))


def weakness(features: Features, members: Ints) -> Floats:
    """Of each set, how little its sentences stand by themselves, 0 to 1 (see `Standing`).

    A quotation alone is weak beside its neighbour too: who says it may not be told there.
    """
    weak = features.quotation.astype(float)
    numbers = distinct(members)
    own = [features.standing.weakness(number) for number in numbers.tolist()]
    weak[numbers] = np.maximum(weak[numbers], own)
    return np.asarray(weak[members].mean(1))


def addresses(features: Features) -> Flags:
    """The sentences that speak of writer or reader ("we", "you") outside quotations."""
    return np.asarray(features.person & ~features.quoted)


def says_little(features: Features) -> Flags:
    """The sentences without a name, a figure, or much of what the headline promises."""
    return np.asarray(~features.specific & (promised(features) < _MUCH_PROMISED))


def matter(features: Features) -> int:
    """The first sentence that is about the headline; 0 where the article begins with one.

    News begin with it. A feature does not: "The rope comes down through the ceiling like something
    let into a well."
    """
    tells = promised(features)
    prose = (features.statement & ~features.question).nonzero()[0]
    if not len(prose) or tells[prose[0]] >= HARDLY_PROMISED:
        return 0
    about = (tells[:_FARTHEST_MATTER] >= MOSTLY_PROMISED) & features.statement[:_FARTHEST_MATTER]
    return int(about.argmax())


def promised(features: Features) -> Floats:
    """How much of what the headline promises each sentence tells, 0 to 1."""
    return features.content.promised


def stands(features: Features, members: Ints) -> Flags:
    """Of each set (rows of sentence numbers, in order), whether no sentence leans on one not in it.

    The first set is the lead, which stands as it is.
    """
    numbers = distinct(members)
    leaning = np.zeros(len(features.lengths), bool)
    leaning[numbers] = [leans(features, number) for number in numbers.tolist()]
    apart = np.ones(members.shape, bool)
    apart[:, 1:] = members[:, 1:] != members[:, :-1] + 1
    fine = np.logical_not((leaning[members] & apart).any(1))
    fine[0] = True
    return np.asarray(fine)


def preferred(features: Features, scores: Floats, size: int) -> Floats:
    """Scores for taking one sentence after the other: who stands alone first, who may not last."""
    held = scores - 1e6
    for number in eligible(features, size).nonzero()[0].tolist():
        held[number] = scores[number] - (1e3 if leans(features, number) else 0.0)
    return held


@cache
def _column(name: str) -> int:
    return names().index(name)
