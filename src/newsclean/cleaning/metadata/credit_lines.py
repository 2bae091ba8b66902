"""Which lines around an article say who took its pictures or worked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsclean.cleaning.area import FEW_WORDS, LINES_AROUND, LINES_BELOW
from newsclean.cleaning.authors.photographers import is_photographer
from newsclean.cleaning.lines.credits import is_of_text
from newsclean.cleaning.lines.wires import is_agency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsclean.cleaning.area import Area
    from newsclean.document import Line

_MOST_CREDITS = 4
"""Further lines that credit somebody are those of other pictures (a guess)."""


def credit_lines(area: Area, roles: Mapping[int, str]) -> dict[int, str]:
    """Captions, credits of pictures and notes on who worked on the article."""
    found: dict[int, str] = {}
    page = area.page
    first = area.head + 1 if area.head is not None else max(0, area.start - LINES_AROUND)
    for index in range(first, min(len(area.lines), area.end + 1 + LINES_BELOW)):
        if index in roles:
            continue
        note, photo, caption = page.credit(index)
        if note or photo:
            found[index] = "credit"
        elif caption:
            found[index] = "caption"
        elif index < area.start and not area.kept[index] and is_photographer(area, index):
            found[index] = "credit"
    above = {
        index - 1
        for index, role in found.items()
        # "© Agence France-Presse" ends a text
        if role == "credit" and index > first and not is_agency(page.texts[index].lstrip("© "))
    }
    if area.record.tree is None:
        own = {at for at in above if is_of_text(page.texts[at + 1], page.words[at + 1])}
        above -= {at for at in own if at >= area.end}
    for index in sorted(above - found.keys() - roles.keys()):
        # a picture's credit on a line of its own stands below the caption
        if not area.kept[index] and len(page.words[index]) > FEW_WORDS // 2:
            found[index] = "caption"
    return found


def credit_of(area: Area, notes: Mapping[int, str]) -> tuple[Line, str] | None:
    """What the lines say of who had a part in the article, and the first of them."""
    credits_ = (area.lines[index] for index in sorted(notes) if notes[index] == "credit")
    # "© Harbour Post" says who owns the page
    lines = [line for line in credits_ if not line.text.startswith("©")]
    told = dict.fromkeys(line.text for line in lines[:_MOST_CREDITS])
    return (lines[0], "; ".join(told)) if lines else None
