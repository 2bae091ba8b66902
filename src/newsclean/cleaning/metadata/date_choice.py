"""Which of the printed and stated days is that of an HTML page.

The weights are in `data/cleaning/days.json`, from `newsclean.training.days`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaning.metadata.choosers import chooser
from newsclean.cleaning.metadata.date_html import DATE_FEATURES, date_candidates, date_rows
from newsclean.document import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.cleaning.metadata.area import Area
    from newsclean.cleaning.metadata.dating import Dated


def choose_date(area: Area, dated: Sequence[Dated]) -> Field | None:
    """The likeliest day; None where neither page nor mark-up has any, or the page is no HTML."""
    if area.record.document.tree is None or area.record.mail.date:
        return None
    candidates = date_candidates(area, dated)
    if not candidates:
        return None
    scores = chooser("days", DATE_FEATURES).scores(date_rows(area, candidates))
    best = candidates[max(range(len(scores)), key=scores.__getitem__)]
    stated = area.record.metadata.date
    if stated is not None and stated.value[:10] == best.iso:
        return stated
    if best.printed:
        line = area.lines[best.printed[0].place]
        return Field(best.iso, "text", line.start, line.end)
    return Field(best.iso, best.origin)
