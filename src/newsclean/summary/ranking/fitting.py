"""A chosen set -> the same without sentences that harm it more than they help, or with one more.

The words of an article say how many sentences its summary may have, and these are a guess: a
colleague would do without one that leans or says little, and would miss one that says much. Of 241
pairs of summaries that readers graded and that differ in one sentence of little gain, the shorter
one was the better 32 times and the worse 10 times (9 and 0 in articles that the networks did not
see); of 317 of up to six sentences that differ in one of much gain, 9 and 47 times.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from newsclean.arrays import probability
from newsclean.summary.length import Budget
from newsclean.summary.ranking import readers
from newsclean.summary.ranking.eligible import MOSTLY_PROMISED, leans, promised
from newsclean.summary.ranking.features import Features
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.text.words import Ints

_LEAST_GAIN = 0.15
"""What a sentence gives to a set, at least, if it is to stay: from here to .20 the shorter one was
the better as often as the worse, and from .20 half as often."""
_MUCH_GAIN = 0.35
"""What another one gives, at least, to be taken as well."""
_HARM = 0.5
"""What the probability of leaning or of being junk counts beside that of being chosen."""
_WANTED = 0.6
"""How probably a reader would send a sentence that stays: without these 12 were better, 6 worse."""
_MOST_LEFT_OUT = 2
"""Sentences that are left out of one summary; no grades tell of more."""


class Fitting:
    """What each sentence of an article gives to a set of them."""

    def __init__(
        self,
        features: Features,
        judged: readers.Judged,
        people: Introductions,
        among: Ints,
        room: Budget,
    ) -> None:
        """Reads what is known of the sentences `among`; `room` says how many there may be."""
        best, leaning, junk, wanted = (
            probability(readers.TEMPERATURE * odds[among])
            for odds in (judged.best, judged.leans, judged.junk, judged.wanted)
        )
        stays = (promised(features)[among] >= MOSTLY_PROMISED) | (wanted >= _WANTED) | (among == 0)
        numbers = among.tolist()
        self._features = features
        self._people = people
        self._room = room
        self._own: dict[int, float] = dict(
            zip(numbers, (best - _HARM * junk).tolist(), strict=True)
        )
        self._leaning: dict[int, float] = dict(
            zip(numbers, (_HARM * leaning).tolist(), strict=True)
        )
        self._stays = frozenset(among[stays].tolist())

    def with_more(self, chosen: list[int], repeats: Callable[[list[int]], bool]) -> list[int]:
        """The `chosen` sentences, in order, and that one of the others that gives much.

        Not one that `repeats` says to say again what is there.
        """
        if self._room.largest is None or len(chosen) >= self._room.largest:
            return chosen
        least = self._gain(chosen) + _MUCH_GAIN
        larger = [sorted((*chosen, other)) for other in self._own if other not in chosen]
        larger = [more for more in larger if self._gain(more) >= least and not repeats(more)]
        return self._best(larger, chosen) or chosen

    def with_denials(self, chosen: list[int]) -> list[int]:
        """The `chosen` sentences, each claim with the sentence that says that it is false.

        Alone a claim would stand as a fact of ours.
        """
        claims = [number for number in chosen if self._features.standing.is_denied(number)]
        paired = {*claims, *(claim + 1 for claim in claims)}
        others = [number for number in chosen if number not in paired]
        if claims and self._room.largest is not None:
            others = others[: max(0, self._room.largest - len(paired))]
        return sorted((*paired, *others))

    def without_doubtful(self, chosen: list[int]) -> list[int]:
        """What is left of the `chosen` sentences, in order, without those that give little.

        None goes on which another leans, which introduces somebody, which tells what the headline
        promises, or which a reader would probably send; nor the article's first.
        """
        if self._room.least is None:
            return chosen
        least = max(self._room.least, len(chosen) - _MOST_LEFT_OUT)
        while len(chosen) > least:
            bound = self._gain(chosen) - _LEAST_GAIN
            rests = [
                [other for other in chosen if other != number]
                for number in chosen
                if number not in self._stays
            ]
            best = self._best([rest for rest in rests if self._gain(rest) > bound], chosen)
            if best is None:
                break
            chosen = best
        return chosen

    def _best(self, others: list[list[int]], chosen: list[int]) -> list[int] | None:
        """The set with the largest gain that has no more faults than the chosen one."""
        most = self._faults(chosen) if others else 0.0
        for other in sorted(others, key=self._gain, reverse=True):
            if self._faults(other) <= most:
                return other
        return None

    def _gain(self, members: list[int]) -> float:
        """How probably a reader would take each, less how probably it spoils the set."""
        return sum(
            self._own[number] - (0.0 if number - 1 in members else self._leaning[number])
            for number in members
        )

    def _faults(self, members: list[int]) -> float:
        leaning = sum(
            number - 1 not in members and leans(self._features, number) for number in members
        )
        row = np.array([members], np.intp)
        unsaid = readers.unsaid(self._features, self._people, row)
        return float(leaning + self._people.missing(row)[0] + unsaid[0])
