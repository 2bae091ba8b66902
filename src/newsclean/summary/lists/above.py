"""What stands above the points of a list -> the sentence that says what comes first or what it is.

Names and headings alone left readers asking for the result ("Orrin's is the best") or what these
are points of. It is one sentence that is good enough, or none: with two, mostly talk, readers held
fewer summaries right than with none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from newsclean.arrays import probability
from newsclean.document import Sentence
from newsclean.patterns import lazy_regex
from newsclean.summary.lists.promises import rules
from newsclean.summary.lists.subheadings import NUMBERED
from newsclean.summary.lists.unheaded import Point, content
from newsclean.summary.ranking import readers
from newsclean.summary.ranking.eligible import (
    MOSTLY_PROMISED,
    addresses,
    eligible,
    leans,
    least_words,
    promised,
)
from newsclean.summary.ranking.features import Features
from newsclean.summary.ranking.introductions import Introductions
from newsclean.summary.text.words import stem

_WANTED, _WANTED_NAMED, _WANTED_COUNTED = 0.6, 0.3, -0.5
"""How much more probably a reader would send it than call it junk; one that names what comes first
in the list, and one that counts the points. Chosen on 122 lists of training pages: of 22 sentences
from .6 to .77 that tell half of the headline 17 say something, 3 are talk ("everyone has their own
ideal"), 2 lean."""
_SPEAKING, _WANTED_TELLING = 0.1, 1.1
"""How much more where it speaks of "you" or "we"; and together with its share of the headline."""
_MOST_LEANING, _MOST_LEANING_NAMED = 0.3, 0.5
"""How probably they lean, at most."""
_LEAST_NAME = 3
"""Letters of the shortest name that is looked for."""
_SHORT_NAME = 2
"""Words of a longer name that stand for it where they are written alike."""
_COUNTED, _NAMED = 0.6, 2.0
"""What a sentence wins for counting the points, and for naming the first: guesses."""
_COUNTED_WORDS = 8
"""Words among which one of the headline follows the number: "the 15 essential event skills"."""
_AFTER_NAME = lazy_regex(r" [–—-] |[:(,|]|\.$")
_WORD = lazy_regex(r"\w+")


def introduction(
    sentences: Sequence[Sentence], features: Features, listed: Sequence[Point], title: str
) -> list[int]:
    """The number of the sentence that goes above the points; none where none is good enough."""
    above = min(point.number for point in listed)
    if not above:
        return []
    judged = readers.judge(features, readers.load(features.terms.language))
    wanted, leaning, junk = (
        probability(readers.TEMPERATURE * odds[:above])
        for odds in (judged.wanted, judged.leans, judged.junk)
    )
    wanted -= junk
    allowed = eligible(features, 1)[:above]
    tells, speaks = promised(features)[:above], addresses(features)[:above]
    good = allowed & (wanted >= _WANTED + _SPEAKING * speaks) & (wanted + tells >= _WANTED_TELLING)
    good &= (leaning <= _MOST_LEANING) & (tells >= MOSTLY_PROMISED * speaks)
    topic = content(title, features.terms.language)
    counted = np.array([_counts(features, number, len(listed), topic) for number in range(above)])
    counted &= (tells >= MOSTLY_PROMISED) & (wanted >= _WANTED_COUNTED)
    named = allowed & (wanted >= _WANTED_NAMED) & (leaning <= _MOST_LEANING_NAMED)
    name = _first_name(sentences, listed)
    for number in named.nonzero()[0].tolist():
        named[number] = name is not None and _judges(
            sentences[number].text, name, speaks=bool(speaks[number])
        )
    worth = wanted - _SPEAKING * speaks + _COUNTED * counted + _NAMED * named
    people = Introductions(features.terms)
    for number in np.argsort(-worth, kind="stable").tolist():
        alone = not (leans(features, number) or features.standing.weakness(number))
        if not people.needed(number) and (
            counted[number] or (alone and (good[number] or named[number]))
        ):
            return [number]
    return []


def _counts(features: Features, number: int, many: int, topic: frozenset[str]) -> bool:
    """Whether a sentence says how many follow: "In this guide, we compare seven ropes".

    What no other summary should hold says here what is listed.
    """
    terms, standing = features.terms, features.standing
    if not features.statement[number] or features.lengths[number] < least_words(features):
        return False
    words = _WORD.findall(terms.texts[number].lower())
    numerals = rules(terms.language).numerals
    following = [
        words[at : at + _COUNTED_WORDS]
        for at, word in enumerate(words, 1)
        if numerals.get(word) == many or word == str(many)
    ]
    if all(topic.isdisjoint(map(stem, some)) for some in following):
        return False
    if standing.announces(number):
        return True
    calls = number in standing.calls | standing.debris | standing.half
    return not (calls or leans(features, number) or standing.weakness(number))


def _judges(text: str, name: re.Pattern[str], *, speaks: bool) -> bool:
    """Whether a sentence names what comes first, and is no firm's of itself ("At Orrin, we")."""
    found = name.search(text)
    if found is None:
        return False
    before = text[: found.start()].split()
    return not (speaks and len(before) == 1 and text.startswith(",", found.end()))


def _first_name(sentences: Sequence[Sentence], listed: Sequence[Point]) -> re.Pattern[str] | None:
    """Finds the name of what comes first in a list: its last point, where it counts down."""
    first, last = (sentences[p.number].text[p.start : p.end] for p in (listed[0], listed[-1]))
    top, bottom = NUMBERED.match(first), NUMBERED.match(last)
    if top and bottom and int(top["number"]) > int(bottom["number"]):
        first, top = last, bottom
    name = _AFTER_NAME.split(first[top.end() if top else 0 :])[0].strip()
    if len(name) < _LEAST_NAME or name.islower():
        return None
    words = name.split()[:_SHORT_NAME]
    short = re.escape(" ".join(words) if words[-1][0].isupper() else name)
    return re.compile(rf"(?<!\w)(?:(?i:{re.escape(name)})|{short})(?!\w)")
