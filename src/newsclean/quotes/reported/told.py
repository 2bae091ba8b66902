"""Quotes whose one speaker is named once, above.

Magazines print what somebody told them as paragraphs in quotation marks and say once: "I spoke
with ...".
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.draft import QuoteDraft
from newsclean.quotes.reported.guests import spoken_with
from newsclean.quotes.text.given_names import spelled

_MIN_QUOTES = 3
"""The fewest direct quotes of an interview; a guess."""
_MIN_WHOLE_SHARE = 0.8
"""The least share of the direct quotes that are paragraphs of their own; a guess."""
_CONFIDENCE = 0.5


def attribute(context: AttributionContext, found: Sequence[QuoteDraft]) -> list[QuoteDraft]:
    """`found`, said by the one interviewed where nothing else says who speaks."""
    direct = [quote for quote in found if quote.kind == "direct"]
    if len(direct) < _MIN_QUOTES or any(quote.speaker for quote in found):
        return list(found)
    openings = _openings(context)
    whole = sum(quote.start in openings for quote in direct)
    people = spoken_with(context) if whole >= _MIN_WHOLE_SHARE * len(direct) else set()
    if len(people) != 1:
        return list(found)
    name = spelled(context.people.entities[people.pop()].name)
    return [_said_by(quote, name) if quote.kind == "direct" else quote for quote in found]


def _said_by(quote: QuoteDraft, name: str) -> QuoteDraft:
    return quote._replace(
        speaker=name, attribution="the person interviewed", confidence=_CONFIDENCE
    )


def _openings(context: AttributionContext) -> set[int]:
    """Where the stretches that begin their paragraphs start."""
    firsts = context.words.openings()
    return {
        item.start
        for item, (first, _) in zip(context.marked, context.words.quotes, strict=True)
        if first in firsts
    }
