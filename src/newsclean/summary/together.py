"""Several articles -> one summary, each sentence with its source, nothing said twice.

Each sentence is scored within its own article (where it stands there, what that article is about)
and by how much of what all articles say it says; then they are taken one by one, each losing for
what is said already (maximal marginal relevance, Carbonell and Goldstein 1998).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsclean.arrays import Flags, probability
from newsclean.document import ScoredSentence, Sentence, Summary
from newsclean.summary.choose import mmr_select, word_sets
from newsclean.summary.length import budget
from newsclean.summary.ranking import ranker, readers
from newsclean.summary.ranking.eligible import eligible, leans
from newsclean.summary.ranking.features import Features, extract, names
from newsclean.summary.shown import as_printed
from newsclean.summary.text.terms import Floats

_SHARED = 1.0
"""What a standard deviation of being central to all articles is worth, in those of the score."""
_DOUBTFUL = 0.2
"""The probability of leaning, or of being junk, from which a sentence is left out: half as
many lean as at 1 (on 60 pairs of the labelled articles)."""
_REDUNDANCY_PENALTY = 3.0
"""What a sentence loses, in standard deviations, when all it says is said already."""


def summarize_all(
    groups: Sequence[tuple[str, Sequence[Sentence], str | None]],
    language: str,
    length: str,
    focus: str | None,
) -> Summary:
    """One summary of several articles; see `summarize_together`."""
    groups = [group for group in groups if group[1]]
    sentences = [sentence for _, own, _ in groups for sentence in own]
    sources = [name for name, own, _ in groups for _ in own]
    room = budget(length, sentences)
    if not sentences:
        return Summary("newsclean", ())
    alone = [extract(own, language, title) for _, own, title in groups]
    own_scores = np.concatenate([ranker.score(features) for features in alone])
    everything = extract(sentences, language, " ".join(title or "" for _, _, title in groups))
    central = everything.values[:, names().index("central to the rest")]
    scores = _standard(own_scores) + _SHARED * _standard(central)
    notes: tuple[str, ...] = ()
    about = False
    if focus:
        relevance = ranker.about(everything, focus, language)
        about = bool(relevance.any())
        if about:
            scores = ranker.focus_scores(scores, relevance)
        else:
            notes = (f"nothing in the articles is about {focus!r}: the summary is of the whole",)
    fine = np.concatenate([_standing(features, sure=not about) for features in alone])
    chosen = mmr_select(
        np.where(fine, scores, scores - 1e6),
        everything.terms,
        everything.content.weights,
        room,
        word_sets(everything.terms.words),
        _REDUNDANCY_PENALTY,
    )
    order = np.argsort(-scores, kind="stable").tolist()
    ranks = dict(zip(order, range(1, len(order) + 1), strict=True))
    scored = tuple(
        ScoredSentence(sentence, round(float(scores[i]), 4), ranks[i], (), sources[i])
        for i, sentence in enumerate(sentences)
    )
    printed = tuple(as_printed(scored[i], language, alone=True) for i in chosen)
    return Summary("newsclean", printed, scored, notes)


def _standing(features: Features, *, sure: bool) -> Flags:
    """The sentences of one article that may be taken and need no other, by lists and readers.

    By the lists alone where not `sure`: what is about the focus is rare enough.
    """
    allowed = eligible(features, 1)
    leaning = [leans(features, number) for number in range(len(allowed))]
    if not sure:
        return np.asarray(allowed & ~np.array(leaning))
    judged = readers.judge(features, readers.load(features.terms.language))
    doubtful = probability(np.maximum(judged.leans, judged.junk)) > _DOUBTFUL
    return np.asarray(allowed & ~np.array(leaning) & ~doubtful)


def _standard(values: Floats) -> Floats:
    return np.asarray((values - values.mean()) / max(float(values.std()), 1e-9))
