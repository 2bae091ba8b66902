"""Which text is the title of an HTML page: of what the mark-up states, its headings and its lines.

The weights are in `data/cleaning/titles.json`, from `newsclean.training.fields.models`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsclean.cleaning.choosers import chooser
from newsclean.document import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.titles.title_features import TitleCandidate

_WHOLE = frozenset(("stated", "bare", "first part"))
"""What a candidate was read as that may be the title that the mark-up states."""
_FEWEST_WORDS = 4
"""So many words has what is left of a heading, and no fewer than a kicker; a subtitle is longer
(guesses)."""
_PARTING = ":–—-|.?!/"
"""Behind one of these signs a headline goes on."""


def choose_title(area: Area, today: Field | None) -> Field | None:
    """The likeliest title of an HTML page; `today`, what the rules take, where it says the same."""
    if area.record.document.tree is None or area.record.mail.subject:
        return today
    from newsclean.cleaning.titles.title_features import (
        TITLE_FEATURES,
        letters,
        title_candidates,
        title_rows,
    )

    candidates = title_candidates(area, today)
    if not candidates:
        return today
    scores = chooser("titles", TITLE_FEATURES).scores(title_rows(area, candidates))
    best = candidates[max(range(len(scores)), key=scores.__getitem__)]
    if today is not None and letters(best.text) == letters(today.value):
        return _alone(area, today, candidates)
    texts = area.page.texts
    for at in range(min(area.start + 1, len(texts) - 1), -1, -1):
        if texts[at] == best.text:
            line = area.lines[at]
            origin = "h1" if "h1" in best.kinds else "text"
            return _alone(area, Field(best.text, origin, line.start, line.end), candidates)
    return _alone(area, Field(best.text, "h1" if "h1" in best.kinds else "mark-up"), candidates)


def _alone(area: Area, title: Field, candidates: Sequence[TitleCandidate]) -> Field:
    """A heading without the kicker in front or the subtitle behind, which elements inside it are.

    What the mark-up states as the title is the rest: "<h1><span>Ferries</span> Boat sails again".
    "<h1>Why the boat sails again" is whole, whatever the mark-up states.
    """
    tree = area.record.document.tree
    if title.origin != "h1" or tree is None:
        return title
    parted = {*tree.parted, *area.page.texts}
    stated = {each.text for each in candidates if not _WHOLE.isdisjoint(each.kinds)}
    for text in sorted(stated, key=len, reverse=True):
        size = len(text.split())
        if size < _FEWEST_WORDS or len(text) >= len(title.value):
            continue
        kicker, rest = title.value.removesuffix(text), title.value.removeprefix(text)
        leads = kicker.endswith(" ") and kicker[-2] not in _PARTING and len(kicker.split()) <= size
        if leads and kicker.strip() in parted and not text[0].islower():
            return replace(title, value=text)
        follows = rest.startswith(" ") and text[-1] not in _PARTING
        if follows and text in parted and _is_sentence(rest):
            return replace(title, value=text)
    return title


def _is_sentence(rest: str) -> bool:
    """Does what follows begin anew with a capital, and is it no more of a title in capitals?"""
    first, *others = rest.split()
    small = sum(word[0].islower() for word in others)
    return first[0].isupper() and len(others) >= _FEWEST_WORDS and 3 * small >= 2 * len(others)
