"""Which of the candidates is the author of an article, if one is.

The weights are in `data/cleaning/authors.json`, from `newsclean.training.fields.models`. A
candidate that is not likely enough is nobody: no author is better than a wrong one.
"""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import TYPE_CHECKING

from newsclean.cleaning.authors.candidates import LINKS
from newsclean.cleaning.authors.features import FEATURES, FURTHER, features
from newsclean.cleaning.authors.people import is_body, is_house
from newsclean.cleaning.choosers import chooser
from newsclean.cleaning.lines.bylines import is_known_first_name, words
from newsclean.cleaning.lines.personal_names import (
    is_any_given_name,
    is_full_name,
    is_vietnamese_name,
)
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import is_written_name, read_alone
from newsclean.languages import read_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.authors.features import Candidate


_NEXT, _UNCASED_FROM = 2, "\u0590"
"""So far below the headline a name with its day stands; letters from here on have no capitals."""
_FULLER = -1.0
"""So likely is a longer list of authors, of which the best candidate has some: three of three on
labelled pages."""

_LEAST_PLACED, _LINES_UNDER = -3.0, 4
"""So unlikely may an author be whose place or script tells, and so far below the headline
(guesses)."""


def _is_stamped(candidates: Sequence[Candidate], area: Area, score: float) -> bool:
    """Is there but one, whom the stamp above the text names? Six of seven such are the author."""
    (first, *others) = candidates
    return not others and first.kind == "posted" and first.place < area.start and score > -math.inf


def _is_written(candidate: Candidate, area: Area, _: Mapping[int, str]) -> bool:
    """Does a line above the text name reporters in the forms of Chinese, Japanese or Korean?"""
    above = candidate.kind == "by" and candidate.place < max(area.start, area.middle + _LINES_UNDER)
    return above and all(map(is_written_name, candidate.names.split(", ")))


def _touches_day(each: Candidate, area: Area, dates: Mapping[int, str]) -> bool:
    """Is it one or more full names, and nothing else, below the headline and beside the day?

    Sections and places stand there, too: the words of a place are in the article, and neither is
    made of a given and a family name. Of 77 such lines of labelled pages 71 are the authors; two
    of the others are one of several, and four are of pages with another author.
    """
    page, at, head = area.page, each.place, area.head
    if each.kind != "bare" or head is None or not head < at <= head + _LINES_UNDER:
        return False
    if not any(near in dates for near in range(max(head + 1, at - 1), at + 2)):
        return False
    text = page.texts[at]
    for day in reversed(page.dates(at)):
        text = text[: day.start] + text[day.end :]
    others = frozenset(normalized_words(text)) - frozenset(normalized_words(each.names))
    if not LINKS.union(words(page.language).roles).issuperset(others):
        return False
    below = itertools.compress(page.words[at + 1 :], area.kept[at + 1 :])
    prose = frozenset(itertools.chain.from_iterable(below))
    return all(
        is_full_name(name, page.language) and prose.isdisjoint(normalized_words(name)[1:])
        for name in each.names.split(", ")
    )


def _is_stacked(candidate: Candidate, area: Area, dates: Mapping[int, str]) -> bool:
    """Is a line between headline and text only a full name, with the day on the line beside?"""
    at, head = candidate.place, area.head
    near = head is not None and 0 < at - head <= _NEXT and (at - 1 in dates or at + 1 in dates)
    whole = candidate.names == area.page.texts[at] and at not in dates
    named = near and whole and _is_name(candidate.names, area.page.language)
    return named and _is_unsaid(candidate, area)


def _is_unsaid(candidate: Candidate, area: Area) -> bool:
    """Is none of the names in the article? That of a place or a person it tells of is."""
    below = itertools.islice(
        zip(area.page.texts, area.kept, strict=True), candidate.place + 1, None
    )
    names = candidate.names.split(", ")
    return not any(name in text for text, keep in below if keep for name in names)


def _is_name(names: str, language: str) -> bool:
    """Is it a full name of a script without capitals, or a Vietnamese one, as far as lists tell?"""
    first, blank, _ = names.partition(" ")
    if language == "vi":
        return is_vietnamese_name(names.split())
    if language == "th":
        return names.count(" ") == 1 and not any(
            word.startswith(_nouns_th()) for word in names.split()
        )
    if read_alone(names, language):
        return True
    return bool(blank) and first[0] >= _UNCASED_FROM and is_any_given_name(first)


def _ends_vietnamese(candidate: Candidate, area: Area, _: Mapping[int, str]) -> bool:
    """Is it a full name alone below the text, where Vietnamese papers have the author?"""
    below = area.page.language == "vi" and candidate.place == area.end + 1
    alone = below and candidate.names == area.page.texts[candidate.place]
    return alone and _is_name(candidate.names, "vi")


@cache
def _nouns_th() -> tuple[str, ...]:
    """How Thai words begin that are of no name: those for news, places, days and bodies."""
    return tuple(read_data("cleaning/bylines.json")["nouns_th"].split())


def _fuller(candidates: Sequence[Candidate], scores: Sequence[float], best: int) -> int:
    """The candidate that names all whom the best one names, and further people."""
    own = set(candidates[best].names.split(", "))
    for at, each in enumerate(candidates):
        names = set(each.names.split(", "))
        others = names - own
        if own < names and scores[at] > _FULLER and all(map(is_known_first_name, others)):
            return at
    return best


def choose(candidates: Sequence[Candidate], area: Area, dates: Mapping[int, str]) -> int | None:
    """The line of the likeliest candidate, None where none is likely enough.

    Reporters in the forms of Chinese, Japanese and Korean pages are sure: few pages that the
    numbers were learned on have them.
    """
    if not candidates:
        return None
    model = chooser("authors", FEATURES)
    scores = model.scores(features(candidates, area, dates))
    language = area.page.language
    for at, each in enumerate(candidates):
        if is_body(each.names, language) or is_house(each.names, area.record.metadata):
            scores[at] = -math.inf  # it is the credit
    best = max(range(len(scores)), key=scores.__getitem__)
    best = _fuller(candidates, scores, best)
    beside = (at for at, each in enumerate(candidates) if _touches_day(each, area, dates))
    likely = model.is_likely(max(scores)) or _is_stamped(candidates, area, scores[best])
    if not likely and scores[best] > _LEAST_PLACED:
        placed = _is_written, _is_stacked, _ends_vietnamese
        likely = any(told(candidates[best], area, dates) for told in placed)
    if not likely or candidates[best].kind in FURTHER:
        best = next((at for at in beside if scores[at] > -math.inf), best if likely else -1)
    return candidates[best].place if best >= 0 else None
