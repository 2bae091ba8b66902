"""An article that is a list -> its points: the sub-headings that name them.

"Ten tips", "the best of" and "how to" pieces say in their sub-headings what their first sentences
only promise. A point is a short line of its own with prose below it. Numbered ones are taken by
their numbers; others where the headline says that a list follows. One that only names its part
comes with the sentence that says it. Lists without sub-headings are found by `lists`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from newsclean.document import Sentence
from newsclean.languages import count_words
from newsclean.patterns import lazy_regex
from newsclean.summary.choose import is_statement
from newsclean.summary.length import BESIDE_POINTS
from newsclean.summary.lists import unheaded
from newsclean.summary.lists.promises import (
    MISCOUNTED,
    counts,
    explains,
    promises,
    promises_items,
    promises_list,
)
from newsclean.summary.lists.subheadings import (
    NUMBERED,
    PROSE_WORDS,
    Heading,
    completed,
    headings,
    longest_run,
    parts,
)
from newsclean.summary.lists.unheaded import LEAST, Point
from newsclean.summary.ranking.eligible import eligible, lead
from newsclean.summary.ranking.features import Features

MOST, MOST_NUMBERED = 14, 25
"""Points without numbers, more of which are no summary, and with numbers, of which the first are
shown: guesses."""
_TELLING_WORDS = 4
"""Words that the middle one of them has where they say something: a guess."""
_LEAST_BARE = 5
"""Numbered lines, one below the other, from which they are the list that the headline promises."""
_LEAST_SPAN = {"numbered": 0.15, "plain": 0.35}
"""The share of the article that its points must run through, to be what it is about: a guess."""
_SEVERAL, _MANY = 5, 8
"""Sub-headings of which one may be missing, or two: eleven of "12 things" are told."""
_OTHERS = 4
"""Sub-headings beyond those that the headline counts, up to which the headline counts these; more
are a list of their own."""
_MOST_SAID, _SOUGHT, _MOST_SAID_WORDS = 7, 4, 32
"""Points that may come with a sentence each; how far below it is sought; its words: guesses."""
_KIN = 0.5
"""The share of sub-headings with a word in common from which they name parts of a kind: a guess."""
_MOST_SILENT = 0.34
"""The share of such points that may have none."""
_ONE = lazy_regex(r"1(?:[.):] (?=[^\W\d_])| (?=[^\W\d_a-zß-öø-ÿ]))")
"""The number of a first point; "1 in 5 schools" has none."""
_TWO = lazy_regex(r"\W{0,2}2\b")
"""The number of a second one."""


def points(
    sentences: Sequence[Sentence], features: Features, language: str, title: str | None
) -> list[Point]:
    """The points of a list, none where it is no list.

    `features` are of the same sentences.
    """
    found = _points(sentences, features, language, title)
    if len(found) > 1 and not found[0].start:
        first, second = (sentences[point.number].text for point in found[:2])
        if (number := _ONE.match(first)) and not _TWO.match(second):
            found[0] = found[0]._replace(start=number.end())
    for place, point in enumerate(found):
        text = sentences[point.number].text
        if point.end is None and text.endswith(":"):
            found[place] = point._replace(end=len(text) - 1)
    return found


def _points(
    sentences: Sequence[Sentence], features: Features, language: str, title: str | None
) -> list[Point]:
    """The points, the first of which may have a number that no other has."""
    if title and promises(title, language) and (won := unheaded.winners(sentences, language)):
        return won
    found, kind = _sub_headings(sentences, features, language, title)
    if found:
        numbers = [heading.sentence for heading in found]
        names = (
            kind == "numbered"
            or not title
            or bool(counts(title, language))
            or promises_items(title, len(found), language)
        )
        bare = [Point(number) for number in numbers]
        if _are_telling(found) or (names and not (title and explains(title, language))):
            return bare
        kin = kind == "numbered" or _are_kin(found, language)
        if kin and len(found) <= _MOST_SAID:
            bare = _with_what_they_say(numbers, sentences, features) or bare
            names |= any(point.said is not None for point in bare)
        return bare if names else []
    if not title or kind == "broken":
        return []
    counted = counts(title, language)
    if not counted and not promises(title, language):
        return []
    return [Point(number) for number in _bare_list(sentences)] or unheaded.items(
        sentences, language, title, counted, features.standing.leans
    )


def _sub_headings(
    sentences: Sequence[Sentence], features: Features, language: str, title: str | None
) -> tuple[list[Heading], str]:
    """The sub-headings that name the points, and whether they are "numbered" or "plain".

    None of a list with a gap, which is "broken".
    """
    scraps = features.standing.calls | features.standing.debris
    every = [
        heading
        for heading in headings(sentences, language, title or "")
        if heading.ordinal is not None or heading.sentence not in scraps
    ]
    found = completed(longest_run(every), sentences)
    few = [n for n in counts(title or "", language) if 0 < len(found) - n <= _OTHERS]
    found = found[: max(few, default=None)]
    kind = "numbered"
    if not found and title:
        if _bare_list(sentences) and promises(title, language):
            return [], kind
        named = parts(every, title, language)
        if len(every) in counts(title, language):
            named = every
        promised = promises_list(title, len(every), language)
        if promised and len(named) >= LEAST:
            found, kind = _longest_sections(named, title, len(sentences), language), "plain"
    if not _is_complete(found, title or "", language):
        return [], "broken"
    if len(found) < LEAST:
        return [], kind
    spread = found if kind == "numbered" else every
    if spread[-1].sentence - spread[0].sentence < _LEAST_SPAN[kind] * len(sentences):
        return [], kind
    return found[:MOST_NUMBERED], kind


def _with_what_they_say(
    numbers: Sequence[int], sentences: Sequence[Sentence], features: Features
) -> list[Point]:
    """Each sub-heading with the first sentence below that speaks of it and can stand there.

    None where some have no such sentence: a list of bare names says nothing.
    """
    language = features.terms.language
    faulty = features.standing.calls | features.standing.debris | features.standing.half
    found = []
    for number, end in zip(numbers, (*numbers[1:], len(sentences)), strict=True):
        name = unheaded.content(sentences[number].text, language)
        said = next(
            (
                at
                for at in range(number + 1, min(end, number + 1 + _SOUGHT))
                if features.statement[at]
                and not features.question[at]
                and at not in faulty
                and PROSE_WORDS <= features.lengths[at] <= _MOST_SAID_WORDS
                and features.standing.weakness(at) < 1
                and not name.isdisjoint(unheaded.content(sentences[at].text, language))
            ),
            None,
        )
        found.append(Point(number, said=said))
    silent = sum(point.said is None for point in found)
    return found if silent <= _MOST_SILENT * len(found) else []


def _bare_list(sentences: Sequence[Sentence]) -> list[int]:
    """The first numbered lines, one below the other, that begin in the first half: they are all."""
    run: list[int] = []
    for number, sentence in enumerate(sentences):
        found = NUMBERED.match(sentence.text)
        if found and int(found["number"]) == len(run) + 1 and not is_statement(sentence.text):
            run.append(number)
        elif len(run) >= _LEAST_BARE or number > len(sentences) // 2:
            break
        else:
            run = []
    return run[:MOST_NUMBERED] if len(run) >= _LEAST_BARE else []


def _longest_sections(
    found: Sequence[Heading], title: str, end: int, language: str
) -> list[Heading]:
    """The sub-headings with most below them, as many as the headline counts.

    Where it counts none, more than `MOST` are no summary.
    """
    many = len(found)
    starts = [*(heading.sentence for heading in found), end]
    sizes = [after - before for before, after in pairwise(starts)]
    counted = [count for count in counts(title, language) if count <= many + MISCOUNTED]
    most = min(max(counted, default=many if many <= MOST else 0), many)
    if counted and many - most > _OTHERS:  # another list follows
        return list(found[:most])
    order = sorted(range(many), key=lambda i: -sizes[i])
    return [found[i] for i in sorted(order[:most])]


def above(features: Features, first: int) -> tuple[Features, int]:
    """What a summary is chosen from beside points, and how many sentences it has.

    What stands above the `first` point, if that can be in a summary: the rest says something of one
    point alone. One sentence where no other can stand beside it.
    """
    before = np.arange(len(features.statement)) < first
    if not (features.statement & before).any():
        return features, BESIDE_POINTS
    intro = features._replace(statement=features.statement & before)
    many = len(lead(features, eligible(features, BESIDE_POINTS) & before, BESIDE_POINTS))
    return intro, max(1, many)


def _is_complete(found: Sequence[Heading], title: str, language: str) -> bool:
    """Are there all points? A list without its third tip is no summary: readers call it thin.

    Numbers run from one, or down to it; and there are no fewer points than the headline promises.
    """
    ordinals = sorted(heading.ordinal for heading in found if heading.ordinal is not None)
    if ordinals and (ordinals[0] > 1 or ordinals[-1] - ordinals[0] >= len(ordinals)):
        return False
    many, counted = len(found), counts(title, language)
    return (
        many < LEAST
        or many in counted
        or not any(many < count <= many + MISCOUNTED for count in counted)
        or (not ordinals and many >= (_MANY if many + 1 not in counted else _SEVERAL))
    )


def _are_telling(found: Sequence[Heading]) -> bool:
    """Whether sub-headings say something ("Feed them in March"), or only name a part each.

    Readers call a list of "Art Deco", "Minimalist" and "Rustic furniture" thin.
    """
    words = sorted(count_words(heading.text) - (heading.ordinal is not None) for heading in found)
    return bool(words) and words[len(words) // 2] >= _TELLING_WORDS


def _are_kin(found: Sequence[Heading], language: str) -> bool:
    """Whether sub-headings name parts of a kind: "Compact cameras", "Action cameras"."""
    shared: Counter[str] = Counter()
    for heading in found:
        shared.update(unheaded.content(heading.text, language))
    return max(shared.values(), default=0) >= _KIN * len(found)
