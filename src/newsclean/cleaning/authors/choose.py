"""Which of the candidates is the author of an article, if one is.

The weights are in `data/cleaning/authors.json`, from `newsclean.training.fields.models`. A
candidate that is not likely enough is nobody: no author is better than a wrong one.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from newsclean.cleaning.authors.candidates import LINKS
from newsclean.cleaning.authors.features import FEATURES, FURTHER, features
from newsclean.cleaning.authors.people import is_body, is_house
from newsclean.cleaning.choosers import chooser
from newsclean.cleaning.lines.bylines import is_known_first_name, words
from newsclean.cleaning.lines.personal_names import is_full_name
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.cleaning.lines.reporters import is_written_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.authors.features import Candidate


_FULLER = -1.0
"""So likely is a longer list of authors, of which the best candidate has some: three of three on
labelled pages."""

_LEAST_WRITTEN, _LINES_UNDER = -3.0, 4
"""So unlikely may reporters in these scripts be, and so far below the headline (guesses)."""


def _is_stamped(candidates: Sequence[Candidate], area: Area, score: float) -> bool:
    """Is there but one, whom the stamp above the text names? Six of seven such are the author."""
    (first, *others) = candidates
    return not others and first.kind == "posted" and first.place < area.start and score > -math.inf


def _is_written(candidate: Candidate, area: Area) -> bool:
    """Does a line above the text name reporters in the forms of Chinese, Japanese or Korean?"""
    above = candidate.kind == "by" and candidate.place < max(area.start, area.middle + _LINES_UNDER)
    return above and all(map(is_written_name, candidate.names.split(", ")))


def _touches_day(each: Candidate, area: Area, dates: Mapping[int, str]) -> bool:
    """Is it one or more full names, and nothing else, below the headline and beside the day?

    Sections and places stand there, too: the words of a place are in the article, and neither is
    made of a given and a family name. Of 86 such lines of labelled pages 80 are the author, and
    of none of the others was nobody.
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
    likely = likely or (_is_written(candidates[best], area) and scores[best] > _LEAST_WRITTEN)
    if not likely or candidates[best].kind in FURTHER:
        best = next((at for at in beside if scores[at] > -math.inf), best if likely else -1)
    return candidates[best].place if best >= 0 else None
