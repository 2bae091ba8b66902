"""An article that is a list -> its points: the sub-headings that name them.

"Ten tips", "the best of" and "how to" pieces say in their sub-headings what their first sentences
only promise. A point is a short line of its own with prose below it. Numbered ones are taken by
their numbers; others only where they are as many as the headline says. Of the lists that 263 pages
of `train` gave, two readers held right: numbered ones, as many as the headline says, 66 of 70;
other numbered ones 48 of 87; without numbers, as many as it says, 7 of 20, and else 7 of 86, which
are no longer given. Lists without sub-headings are found by `unheaded`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclean.document import Sentence
from newsclean.patterns import lazy_regex
from newsclean.summary.choose import is_statement
from newsclean.summary.lists import unheaded
from newsclean.summary.lists.promises import counts
from newsclean.summary.lists.subheadings import (
    NUMBERED,
    Heading,
    completed,
    headings,
    longest_run,
    marked_headings,
    parts,
)
from newsclean.summary.lists.unheaded import LEAST, Point
from newsclean.summary.ranking.features import Features

MOST = 40
"""Points, more of which are no summary: a guess. Of those that were cut at 25 readers held none
right."""
_LEAST_BARE = 5
"""Numbered lines, one below the other, from which they are the list that the headline counts."""
_LEAST_SPAN, _LEAST_SPAN_UNCOUNTED = 0.15, 0.45
"""The share of the article that its points must run through, to be what it is about. With less,
where no headline counts them, they are mostly the steps of one section: readers held 9 of 37 right
(of the others 39 of 53). Chosen on either half of these pages, .45 and .35 make 30 of 39 and 36 of
51 decisions right on the other, .15 makes 24 and 29."""
_LEAST_UNCOUNTED = 4
"""Points of a list that no headline counts: of those with three readers held 3 of 9 right."""
_OTHERS = 4
"""Sub-headings beyond those that the headline counts, up to which the headline counts these; more
are a list of their own."""
_ONE = lazy_regex(r"1(?:[.):] (?=[^\W\d_])| (?=[^\W\d_a-zß-öø-ÿ]))")
"""The number of a first point; "1 in 5 schools" has none."""
_TWO = lazy_regex(r"\W{0,2}2\b")
"""The number of a second one."""


def points(
    sentences: Sequence[Sentence],
    features: Features,
    language: str,
    title: str | None,
    marked: Collection[int] = (),
) -> list[Point]:
    """The points of a list, none where it is no list.

    `features` are of the same sentences, `marked` the numbers of the paragraphs that the page marks
    as sub-headings.
    """
    found = _points(sentences, features, language, title, marked)
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
    sentences: Sequence[Sentence],
    features: Features,
    language: str,
    title: str | None,
    marked: Collection[int],
) -> list[Point]:
    """The points as they stand: numbered ones, else as many lines as the headline says."""
    counted = counts(title or "", language)
    scraps = features.standing.calls | features.standing.debris
    every = [
        heading
        for heading in headings(sentences, language, title or "", numbered=not counted)
        if heading.ordinal is not None or heading.sentence not in scraps
    ]
    numbered = completed(longest_run(every), sentences)
    few = [count for count in counted if 0 < len(numbered) - count <= _OTHERS]
    numbered = numbered[: max(few, default=None)]
    found = _listed(numbered, counted, len(sentences))
    if numbered and (found or not counted):
        return found
    if not counted:
        return []
    of_page = marked_headings(sentences, marked, language, title or "")
    for named in (of_page, every, parts(every, title or "", language)):
        if len(named) in counted:
            return _listed(named, counted, len(sentences))
    if numbered:
        return []
    bare = _bare_list(sentences)
    if len(bare) in counted:
        return [Point(number) for number in bare]
    return unheaded.items(sentences, language, title or "", counted, features.standing.leans)


def _listed(found: Sequence[Heading], counted: Sequence[int], size: int) -> list[Point]:
    """The points, if they are the whole list, and what the article of that `size` is about."""
    many, is_counted = len(found), len(found) in counted
    if not _is_complete(found, counted) or not LEAST <= many <= MOST:
        return []
    least = _LEAST_SPAN if is_counted else _LEAST_SPAN_UNCOUNTED
    if found[-1].sentence - found[0].sentence < least * size:
        return []
    if not is_counted and many < _LEAST_UNCOUNTED:
        return []
    return [Point(heading.sentence) for heading in found]


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
    return run if _LEAST_BARE <= len(run) <= MOST else []


def _is_complete(found: Sequence[Heading], counted: Sequence[int]) -> bool:
    """Are there all points? A list without its third tip is no summary: readers call it thin.

    Numbers run from one, or down to it; and there are no fewer points than the headline says.
    """
    ordinals = sorted(heading.ordinal for heading in found if heading.ordinal is not None)
    if ordinals and (ordinals[0] > 1 or ordinals[-1] - ordinals[0] >= len(ordinals)):
        return False
    return len(found) in counted or not any(count > len(found) for count in counted)
