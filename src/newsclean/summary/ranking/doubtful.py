"""A chosen set -> the same without sentences that probably do it more harm than good.

The length of an article says how many sentences its summary may have. Where one of them leans or
says little, a colleague would rather do without it. Of 241 pairs of summaries that readers graded
and that differ in one such sentence, the shorter one was the better 32 times and the worse 10 times
(9 and 0 in articles that the networks did not see).
"""

from __future__ import annotations

import numpy as np

from newsclean.summary.ranking.eligible import MOSTLY_PROMISED, leans, promised
from newsclean.summary.ranking.features import Features
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.ranking.readers import TEMPERATURE, Judged, probability

_LEAST_GAIN = 0.15
"""What a sentence gives to a set, at least, if it is to stay: from here to .20 the shorter one was
the better as often as the worse, and from .20 half as often."""
_HARM = 0.5
"""What the probability of leaning or of being junk counts beside that of being chosen."""
_WANTED = 0.6
"""How probably a reader would send a sentence that stays: without these 12 were better, 6 worse."""
_MOST_LEFT_OUT = 2
"""Sentences that are left out of one summary; no grades tell of more."""


def without_doubtful(
    features: Features, judged: Judged, people: Introductions, chosen: list[int], least: int
) -> list[int]:
    """What is left of the `chosen` sentences, in order, of which at least so many stay.

    None goes on which another leans, which introduces somebody, which tells what the headline
    promises, or which a reader would probably send; nor the article's first.
    """
    best, leaning, junk = (
        probability(TEMPERATURE * odds) for odds in (judged.best, judged.leans, judged.junk)
    )
    stays = (promised(features) >= MOSTLY_PROMISED) | (
        probability(TEMPERATURE * judged.wanted) >= _WANTED
    )
    stays[0] = True

    def gain(members: list[int]) -> float:
        apart = [number for number in members if number - 1 not in members]
        harm = leaning[apart].sum() + junk[members].sum()
        return float(best[members].sum() - _HARM * harm)

    def faults(members: list[int]) -> int:
        leaning = sum(number - 1 not in members and leans(features, number) for number in members)
        return leaning + int(people.missing(np.array([members], np.intp))[0])

    least = max(least, len(chosen) - _MOST_LEFT_OUT)
    while len(chosen) > least:
        rests = [
            [other for other in chosen if other != number] for number in chosen if not stays[number]
        ]
        fine = [rest for rest in rests if faults(rest) <= faults(chosen)]
        best_rest = max(fine, key=gain, default=None)
        if best_rest is None or gain(chosen) - gain(best_rest) >= _LEAST_GAIN:
            break
        chosen = best_rest
    return chosen
