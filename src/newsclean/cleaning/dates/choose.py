"""Which day is that of an article: of HTML a printed or stated one, of a text a printed one.

The weights are in `data/cleaning/days.json` and `data/cleaning/printed_days.json`, from
`newsclean.training.fields.models`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaning.choosers import chooser
from newsclean.cleaning.dates.text import TEXT_DATE_FEATURES, text_date_rows, text_dates
from newsclean.cleaning.lines.partial_dates import read_back
from newsclean.document import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.dates.dating import Dated

_FIRST_YEAR = 1991
"""An older day that no rule knows is a birthday or an event: no page of the web has it, and those
of old newspapers stand where the rules look."""


def choose_date(area: Area, dated: Sequence[Dated]) -> Field | None:
    """The likeliest day; None where there is none, or none of a text is likely enough."""
    if area.record.mail.date:
        return None
    if area.record.document.tree is None:
        return _choose_printed(area, dated) if area.record.metadata.date is None else None
    from newsclean.cleaning.dates.html import (
        DATE_FEATURES,
        date_candidates,
        date_rows,
        is_beside_headline,
    )

    candidates = date_candidates(area, dated)
    if not candidates:
        return None
    scores = chooser("days", DATE_FEATURES).scores(date_rows(area, candidates))
    best = candidates[max(range(len(scores)), key=scores.__getitem__)]
    if best.is_change:
        # it is known when the article appeared: printed beside the headline, or stated
        earlier = [each for each in candidates if each.iso < best.iso]
        stated = [each for each in earlier if best.printed and each.is_stated_published]
        printed = [each for each in earlier if is_beside_headline(area, each)]
        best = next(iter(stated or printed), best)
    source = area.record.metadata.date
    if source is not None and source.value[:10] == best.iso:
        return source
    if best.printed:
        line = area.lines[best.printed[0].place]
        return Field(best.iso, "text", line.start, line.end)
    return Field(best.iso, best.origin)


def days_by_rules(area: Area, dated: Sequence[Dated]) -> Sequence[Dated]:
    """The days that the rules found and the model of printed days has not refused."""
    record = area.record
    if record.document.tree is not None or record.mail.date or record.metadata.date:
        return dated
    refused = {each.place for each in text_dates(area)}.intersection(area.top)
    return [each for each in dated if each.place not in refused]


def _choose_printed(area: Area, dated: Sequence[Dated]) -> Field | None:
    """The likeliest day of a text, if it is likely enough."""
    candidates = text_dates(area)
    told = dated and not area.page.dates(dated[0].place)
    if not candidates or (told and read_back(area.page, dated[0].place) is not None):
        return None
    model = chooser("printed_days", TEXT_DATE_FEATURES)
    scores = model.scores(text_date_rows(area, candidates, dated))
    at = max(range(len(scores)), key=scores.__getitem__)
    own = candidates[at]
    if own.label == "updated":
        # "Updated 26 May" at the headline, and below "This story was first published on 22 May"
        first = (e for e in candidates if e.label == "published" and e.iso < own.iso)
        own = next(first, own)
    known = any(each.iso == own.iso for each in dated)
    if not model.is_likely(scores[at]) or not (known or int(own.iso[:4]) >= _FIRST_YEAR):
        return None
    line = area.lines[own.place]
    return Field(own.iso, "text", line.start, line.end)
