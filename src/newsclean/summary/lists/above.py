"""What stands above the points of a list -> the sentence that says what comes first or what it is.

Names and headings alone left readers asking for the result ("Orrin's is the best") or what these
are points of. Most of what stands above a list is talk all the same: with two sentences of it
readers held fewer summaries right than with none. So it is one that is good enough, or none: 18 of
118 lists of training pages have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from newsclean.arrays import probability
from newsclean.document import Sentence
from newsclean.patterns import lazy_regex
from newsclean.summary.lists.subheadings import NUMBERED
from newsclean.summary.lists.unheaded import Point
from newsclean.summary.ranking import readers
from newsclean.summary.ranking.eligible import (
    MOSTLY_PROMISED,
    addresses,
    eligible,
    leans,
    promised,
)
from newsclean.summary.ranking.features import Features
from newsclean.summary.ranking.introductions import Introductions

_WANTED, _WANTED_NAMED = 0.77, 0.3
"""How much more probably a reader would send it than call it junk, and one that names what comes
first in the list: chosen on those 118, where below is talk ("everyone has their own ideal")."""
_MOST_LEANING, _MOST_LEANING_NAMED = 0.25, 0.5
"""How probably they lean, at most."""
_LEAST_NAME = 3
"""Letters of the shortest name that is looked for."""
_AFTER_NAME = lazy_regex(r" [–—-] |[:(,|]|\.$")


def introduction(
    sentences: Sequence[Sentence], features: Features, listed: Sequence[Point]
) -> list[int]:
    """The number of the sentence that goes above the points; none where none is good enough."""
    above = min(point.number for point in listed)
    allowed = eligible(features, 1)[:above]
    if not allowed.any():
        return []
    judged = readers.judge(features, readers.load())
    wanted, leaning, junk = (
        probability(readers.TEMPERATURE * odds[:above])
        for odds in (judged.wanted, judged.leans, judged.junk)
    )
    wanted -= junk
    tells = (promised(features) >= MOSTLY_PROMISED) & ~addresses(features)
    good = tells[:above] & (wanted >= _WANTED) & (leaning <= _MOST_LEANING)
    if name := _first_name(sentences, listed):
        named = np.array([name.search(one.text) is not None for one in sentences[:above]])
        good |= named & (wanted >= _WANTED_NAMED) & (leaning <= _MOST_LEANING_NAMED)
        wanted += named
    good &= allowed
    people = Introductions(features.terms)
    for number in np.argsort(-wanted, kind="stable").tolist():
        if (
            good[number]
            and not leans(features, number)
            and not features.standing.weakness(number)
            and not people.needed(number)
        ):
            return [number]
    return []


def _first_name(sentences: Sequence[Sentence], listed: Sequence[Point]) -> re.Pattern[str] | None:
    """Finds the name of what comes first in a list: its last point, where it counts down."""
    first, last = (sentences[p.number].text[p.start : p.end] for p in (listed[0], listed[-1]))
    top, bottom = NUMBERED.match(first), NUMBERED.match(last)
    if top and bottom and int(top["number"]) > int(bottom["number"]):
        first, top = last, bottom
    name = _AFTER_NAME.split(first[top.end() if top else 0 :])[0].strip()
    if len(name) < _LEAST_NAME or name.islower():
        return None
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
