"""Chinese and Japanese: paragraphs and stretches between marks -> quotes with their speakers.

No blanks part words there, so that what `find` does for other languages has nothing to go by. A
stretch is a quote where a verb of speech says so, or where it stands as a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsclean.document import QuoteKind, Span
from newsclean.quotes.draft import QuoteDraft, Source
from newsclean.quotes.text.marks import Marked
from newsclean.quotes.unspaced import chinese, japanese

_FINAL = frozenset("。！？…!?")
_STOPS = frozenset("。！？；!?;，,")
_CLAUSE, _WHOLE = 10, 8
"""How many letters a clause has that a verb leads up to; how many a sentence on its own."""
_WORDS = 3
_SURE, _PRONOUN = 0.85, 0.6
_PARAGRAPHS = 1
"""A pronoun stands for who was named so many paragraphs before, at most."""
_SOURCES: dict[str, Callable[[str, Marked, int, int], Source | None]] = {
    "zh": chinese.source_of,
    "ja": japanese.source_of,
}


def find_unspaced(
    text: str, paragraphs: Sequence[Span], marked: Sequence[Marked], language: str
) -> list[QuoteDraft]:
    """The quotes among the stretches, in order; `language` is "zh" or "ja"."""
    source_of = _SOURCES[language]
    found: list[QuoteDraft] = []
    named: tuple[QuoteDraft, int] | None = None
    place: Span | None = None
    for item in marked:
        start, end = paragraphs[item.paragraph]
        source = source_of(text, item, start, end)
        kind = _kind(text, item, source, start, end, goes_on=bool(found) and item.reopened)
        if kind is None:
            continue
        quote = QuoteDraft(
            " ".join(text[item.start : item.end].split()), item.start, item.end, kind
        )
        if item.reopened and found:
            quote = _continuing(quote, found[-1])
        elif source is not None:
            near = named is not None and item.paragraph - named[1] <= _PARAGRAPHS
            quote = _attributed(quote, source, named[0] if named and near else None)
            if source.place == place and found:
                quote = quote._replace(continues=True)
            place = source.place
        if quote.speaker:
            named = quote, item.paragraph
        found.append(quote)
    return found


def _kind(
    text: str, item: Marked, source: Source | None, start: int, end: int, *, goes_on: bool
) -> QuoteKind | None:
    """Direct speech, a fragment of it, or no quote at all."""
    low, high = item.outer
    body = text[item.start : item.end]
    size = sum(map(str.isalnum, body))
    left, right = text[start:low].rstrip(), text[high:end].lstrip()
    begins = not left or left[-1] in _FINAL or left[-1] in "”」』"
    whole = body[-1:] in _FINAL
    if goes_on:
        return "direct"
    if source is None:
        alone = begins and (whole or not right or right[0] in _FINAL)
        led = left.endswith(("：", ":")) and whole
        return "direct" if size >= _WHOLE and (alone or led) else None
    if size < _WORDS:
        return None
    ends = whole or not right or right[0] in _STOPS
    if source.side == "colon" or (source.side == "after" and (begins or size >= _CLAUSE)):
        return "direct"
    return "direct" if whole or (ends and size >= _CLAUSE) else "mixed"


def _continuing(quote: QuoteDraft, last: QuoteDraft) -> QuoteDraft:
    """`quote` as the next paragraph of what the speaker of `last` says."""
    how = "goes on from the quote before" if last.speaker else None
    return last._replace(
        text=quote.text, start=quote.start, end=quote.end, attribution=how, continues=True
    )


def _attributed(quote: QuoteDraft, source: Source, named: QuoteDraft | None) -> QuoteDraft:
    """`quote` with the verb that says so, and its speaker where that is certain."""
    side = "after" if source.side == "after" else "before"
    how = f'"{source.cue}" {side} the quote'
    if source.speaker and source.mention:
        start, end = source.mention
        return quote._replace(
            speaker=source.speaker,
            role=source.role,
            speaker_start=start,
            speaker_end=end,
            cue=source.cue,
            attribution=how,
            confidence=_SURE,
        )
    if source.pronoun and named:
        return quote._replace(
            speaker=named.speaker,
            role=named.role,
            speaker_start=named.speaker_start,
            speaker_end=named.speaker_end,
            cue=source.cue,
            attribution=how + ", a pronoun resolved",
            confidence=_PRONOUN,
        )
    return quote._replace(cue=source.cue)
