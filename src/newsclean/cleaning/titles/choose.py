"""Which text is the title of an HTML page: of what the mark-up states, its headings and its lines.

The weights are in `data/cleaning/titles.json`, from `newsclean.training.fields.titles`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaning.choosers import chooser
from newsclean.document import Field

if TYPE_CHECKING:
    from newsclean.cleaning.area import Area


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
        return today
    texts = area.page.texts
    for at in range(min(area.start + 1, len(texts) - 1), -1, -1):
        if texts[at] == best.text:
            line = area.lines[at]
            origin = "h1" if "h1" in best.kinds else "text"
            return Field(best.text, origin, line.start, line.end)
    return Field(best.text, "h1" if "h1" in best.kinds else "mark-up")
