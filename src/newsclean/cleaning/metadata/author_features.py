"""A name that may be the author's -> numbers that tell whether it is.

The candidates are what the mark-up states and what the rules of `authors` and `signatures` read;
the numbers say where a candidate stands, what shape it has, and what else the page says of it.
`author_choice` weighs them.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.lines.bylines import (
    is_known_first_name,
    names_nobody,
    names_outlet,
    words,
)
from newsclean.cleaning.lines.phrases import normalized_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsclean.cleaning.metadata.area import Area

KINDS = ("by", "label", "bare", "below", "far", "bracket", "signed", "stated", "element")
"""How a candidate was read; the last two are of the mark-up."""
FEATURES = (
    *(f"kind {kind}" for kind in KINDS),
    "json-ld",
    "tree",
    "first",
    "alone",
    "above headline",
    "below headline",
    "below body",
    "lines to headline",
    "lines to body",
    "headline known",
    "date beside",
    "date near",
    "date within",
    "one word",
    "words",
    "several",
    "given name",
    "nobody",
    "outlet",
    "role",
    "lower case",
    "upper case",
    "digit",
    "unspaced",
    "line again",
    "name again",
    "in body",
    "in title",
    "owner",
    "chars beside",
    "role beside",
    "role below",
    "agrees",
    "said of site",
)
_MANY = 4


class Candidate(NamedTuple):
    """The names, how they were read, and the line they stand in, None in the mark-up."""

    names: str
    kind: str
    place: int | None
    origin: str = "text"


def features(
    candidates: Sequence[Candidate], area: Area, dates: Mapping[int, str]
) -> list[tuple[float, ...]]:
    """The numbers of each candidate, in the order of `FEATURES`."""
    lower = area.page.lower
    prose = area.prose.lower()
    title = lower[area.head] if area.head is not None else ""
    if not title and area.record.metadata.title:
        title = area.record.metadata.title.value.lower()
    site = area.record.metadata.site.value.lower() if area.record.metadata.site else ""
    known = words(area.page.language)
    owners = [text for text in lower if text[:1] == "©" or text.startswith(("copyright", "(c)"))]
    tree = area.record.document.tree is not None
    rows = []
    folded = [frozenset(normalized_words(each.names)) for each in candidates]
    for rank, each in enumerate(candidates):
        first = each.names.partition(", ")[0]
        tokens, said = first.split(), first.lower()
        place = each.place
        at = -1 if place is None else place
        line = "" if place is None else lower[at]
        below = lower[at + 1] if place is not None and at + 1 < len(lower) else ""
        near = range(at - 1, at + 2)
        again = sum(said in text for text in lower)
        beside = max(0, len(line) - len(each.names))
        agree = any(
            other is not each and not own.isdisjoint(folded[rank])
            for other, own in zip(candidates, folded, strict=True)
        )
        row = (
            *(float(each.kind == kind) for kind in KINDS),
            float(each.origin.startswith("json-ld")),
            float(tree),
            float(rank == 0),
            float(len(candidates) == 1),
            float(place is not None and at < area.middle),
            float(place is not None and area.middle < at < area.start),
            float(place is not None and at > area.end),
            0.0 if place is None else math.log1p(abs(at - area.middle)),
            0.0 if place is None else math.log1p(min(abs(at - area.start), abs(at - area.end))),
            float(area.head is not None),
            float(place is not None and any(i in dates for i in near)),
            float(place is not None and (at - 2 in dates or at + 2 in dates)),
            float(place is not None and at in dates),
            float(len(tokens) == 1),
            min(len(tokens), 6) / 3,
            float(", " in each.names),
            float(is_known_first_name(first)),
            float(names_nobody(first, area.page.language)),
            float(names_outlet(first, area.page.language)),
            float(not known.roles.isdisjoint(said.split())),
            float(first.islower()),
            float(first.isupper()),
            float(any(map(str.isdigit, first))),
            float(not first.isascii() and " " not in first and len(first) < 5),
            0.0 if place is None else min(lower.count(line) - 1, _MANY) / _MANY,
            min(max(0, again - 1), _MANY) / _MANY,
            float(said in prose or (len(tokens) > 1 and f" {tokens[-1].lower()} " in prose)),
            float(said in title),
            float(any(said in text for text in owners)),
            math.log1p(beside),
            float(not known.roles.isdisjoint(line[:120].replace(said, "").split())),
            float(len(below) < 200 and not known.roles.isdisjoint(below.split()[:8])),
            float(agree),
            float(bool(site) and (said in site or site in said)),
        )
        rows.append(row)
    return rows
