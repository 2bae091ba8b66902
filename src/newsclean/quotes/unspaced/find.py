"""Chinese, Japanese and Thai: paragraphs and stretches between marks -> quotes with their speakers.

No blanks part words there, so that what `find` does for other languages has nothing to go by. A
stretch is a quote where a verb of speech says so, or where it stands as a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple

from newsclean.document import Span
from newsclean.quotes.draft import QuoteDraft, Source
from newsclean.quotes.text.marks import Marked
from newsclean.quotes.unspaced import chinese, japanese, thai
from newsclean.quotes.unspaced.interview import find_answers

Kind = Literal["direct", "mixed", "none"]
_FINAL = frozenset("。！？…!?")
_STOPS = frozenset("。！？；!?;，,")
_MIN_CLAUSE_CHARS, _MIN_SENTENCE_CHARS = 10, 8
"""How many letters a clause has that a verb leads up to, how many a sentence on its own; set by
reading what was found in some 40 articles, as the numbers below."""
_MIN_CHARS = 3
_NAMED_CONFIDENCE, _PRONOUN_CONFIDENCE = 0.85, 0.6
_MAX_PRONOUN_CHARS = 6
"""A pronoun with what may stand beside it before the verb: 他昨天对记者说."""
_PRONOUNS = frozenset("他她彼")
_AROUND = "“”「」『』：:，, "
_MAX_PARAGRAPHS_BACK = 1
"""A pronoun stands for who was named so many paragraphs before, at most."""
_SOURCES: dict[str, Callable[[str, Marked, int, int], Source | None]] = {
    "zh": chinese.source_of,
    "ja": japanese.source_of,
    "th": thai.source_of,
}


def find_unspaced(
    text: str,
    paragraphs: Sequence[Span],
    marked: Sequence[Marked],
    language: str,
    title: str | None = None,
) -> list[QuoteDraft]:
    """The quotes among the stretches, in order; `language` is "zh", "ja" or "th"."""
    source_of = _SOURCES[language]
    answers = find_answers(text, paragraphs, title)
    if answers:
        first, last = answers[0].start, answers[-1].end
        marked = [item for item in marked if not first <= item.start < last]
    found: list[QuoteDraft] = []
    named: tuple[QuoteDraft, int] | None = None
    place: Span | None = None
    for item in marked:
        start, end = paragraphs[item.paragraph]
        source = source_of(text, item, start, end)
        goes_on = bool(found) and item.reopened
        kind, rule = _kind(text, item, source, start, end, goes_on=goes_on)
        if kind == "none":
            continue
        body = " ".join(text[item.start : item.end].split())
        quote = QuoteDraft(body, item.start, item.end, kind, rule=rule)
        if item.reopened and found:
            if source is not None and source.speaker and found[-1].speaker is None:
                found[-1] = attributed(found[-1], source, None)  # the end says whose it is
            quote = _continuing(quote, found[-1])
        elif source is not None:
            near = named is not None and (
                item.paragraph == named[1]
                or (
                    item.paragraph - named[1] <= _MAX_PARAGRAPHS_BACK
                    and _opens(text, start, source, item.outer[0])
                )
            )
            who = named[0] if named and near else None
            if source.pronoun and language == "zh":
                if found and chinese.turns_to_another(text, found[-1].end, item.outer[0]):
                    who = None
                who = _subject(text, start, source, quote) or who
            quote = attributed(quote, source, who)
            if source.place == place and found:
                quote = quote._replace(continues=True)
            place = source.place
        if quote.speaker:
            named = quote, item.paragraph
        found.append(quote)
    return found + answers


def _subject(text: str, start: int, source: Source, quote: QuoteDraft) -> QuoteDraft | None:
    """`quote` as said by the subject of the sentence that a pronoun stands in."""
    found = chinese.subject_of(text, start, source.place[0])
    if found is None:
        return None
    name, role, span = found
    return quote._replace(speaker=name, role=role, speaker_start=span[0], speaker_end=span[1])


class _Stretch(NamedTuple):
    """A stretch between marks as the rules see it."""

    size: int
    """Its letters and digits."""
    whole: bool
    """It ends with a stop."""
    begins: bool
    """It begins its sentence."""
    ends: bool
    """A stop, or nothing, follows it."""
    led: bool
    """A colon leads to it."""
    right: str
    source: Source | None
    goes_on: bool
    """The paragraph before left it open."""


def _next_paragraph(item: _Stretch) -> Kind | None:
    """It goes on from the paragraph before."""
    return "direct" if item.goes_on else None


def _without_verb(item: _Stretch) -> Kind | None:
    """No verb says that it is one: it has to stand as a sentence of its own."""
    if item.source is not None:
        return None
    alone = item.begins and (item.whole or not item.right or item.right[0] in _FINAL)
    return (
        "direct"
        if item.size >= _MIN_SENTENCE_CHARS and (alone or (item.led and item.whole))
        else "none"
    )


def _too_short(item: _Stretch) -> Kind | None:
    """Fewer letters than a word has here."""
    return "none" if item.size < _MIN_CHARS else None


def _led_or_followed(item: _Stretch) -> Kind | None:
    """A verb with a colon leads to it, or follows a whole sentence or clause."""
    side = item.source.side if item.source else ""
    follows = side == "after" and (item.begins or item.size >= _MIN_CLAUSE_CHARS)
    return "direct" if side == "colon" or follows else None


def _clause(item: _Stretch) -> Kind | None:
    """A sentence, or a clause that ends where the sentence around it does; else a part of one."""
    ends = item.whole or item.ends
    return "direct" if item.whole or (ends and item.size >= _MIN_CLAUSE_CHARS) else "mixed"


RULES: Mapping[str, Callable[[_Stretch], Kind | None]] = {
    "next paragraph of a quote": _next_paragraph,
    "no verb of speech": _without_verb,
    "too short": _too_short,
    "colon or verb beside it": _led_or_followed,
    "clause or part of one": _clause,
}
"""Name -> rule, in the order in which they are asked."""


def _kind(
    text: str, item: Marked, source: Source | None, start: int, end: int, *, goes_on: bool
) -> tuple[Kind, str]:
    """Direct speech, a fragment of it, or no quote at all; and the rule that says so."""
    low, high = item.outer
    body = text[item.start : item.end]
    left, right = text[start:low].rstrip(), text[high:end].lstrip()
    stretch = _Stretch(
        size=sum(map(str.isalnum, body)),
        whole=body[-1:] in _FINAL,
        begins=not left or left[-1] in _FINAL or left[-1] in "”」』",
        ends=not right or right[0] in _STOPS,
        led=left.endswith(("：", ":")),
        right=right,
        source=source,
        goes_on=goes_on,
    )
    for name, rule in RULES.items():
        kind = rule(stretch)
        if kind is not None:
            return kind, name
    return "none", "no rule"


def _opens(text: str, start: int, source: Source, quote: int) -> bool:
    """Whether a paragraph names nobody before a quote and its verb, as far as can be told.

    Nothing but a pronoun stands there, or a pronoun has gone on from the paragraph before.
    """
    before = text[start : min(quote, source.place[0])].strip(_AROUND)
    told = source.side == "after" and not _PRONOUNS.isdisjoint(before)
    return told or len(before) <= _MAX_PRONOUN_CHARS


def _continuing(quote: QuoteDraft, last: QuoteDraft) -> QuoteDraft:
    """`quote` as the next paragraph of what the speaker of `last` says."""
    return quote.going_on_from(last)._replace(kind=last.kind)


def attributed(quote: QuoteDraft, source: Source, named: QuoteDraft | None) -> QuoteDraft:
    """`quote` with the verb that says so, and its speaker where that is certain."""
    side = "after" if source.side == "after" else "before"
    how = (f'"{source.cue}"' if source.cue else "named") + f" {side} the quote"
    if source.mention:
        who, cue = (source.speaker, source.role), source.cue or None
        return quote.said_by(who, source.mention, cue, how, _NAMED_CONFIDENCE)
    if source.pronoun and named:
        return quote._replace(
            speaker=named.speaker,
            role=named.role,
            speaker_start=named.speaker_start,
            speaker_end=named.speaker_end,
            cue=source.cue,
            attribution=how + ", a pronoun resolved",
            confidence=_PRONOUN_CONFIDENCE,
        )
    return quote._replace(cue=source.cue)
