"""Paragraphs and sentences -> quotes with their speakers.

marks -> words -> mentions -> people -> attribution -> kinds -> key quotes
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache

from newsclean.document import Quote, Sentence, Span
from newsclean.quotes import bound
from newsclean.quotes.attribution.candidates import Candidate, with_verb
from newsclean.quotes.attribution.choose import SIGNED, choose
from newsclean.quotes.attribution.trust import grounds_of, weighed
from newsclean.quotes.attribution.turns import told_between
from newsclean.quotes.context.context import (
    CONTINUES,
    IMPLIED,
    NOBODY,
    AttributionContext,
    cue_text,
    read_context,
)
from newsclean.quotes.context.voices import NOT_KNOWN, Speaker, Voices
from newsclean.quotes.draft import NEXT_PARAGRAPH, Grounds, QuoteDraft
from newsclean.quotes.fragments import FAMILIES
from newsclean.quotes.key import rank_quotes
from newsclean.quotes.kinds import decide
from newsclean.quotes.mentions.entities import identify
from newsclean.quotes.nameless import is_thing, says_who
from newsclean.quotes.reported import interview, told
from newsclean.quotes.reported.agencies import without_agency
from newsclean.quotes.reported.outlets import said_by_outlet
from newsclean.quotes.resolution import bare
from newsclean.quotes.resolution.in_full import in_full
from newsclean.quotes.resolution.resolve import resolve, resolve_implied
from newsclean.quotes.resolution.role_phrases import role_at
from newsclean.quotes.resolution.together import together
from newsclean.quotes.standing import is_sung, links
from newsclean.quotes.stretch import Kind
from newsclean.quotes.text.dashes import find_dashed, merged, with_incises, without_tails
from newsclean.quotes.text.given_names import spelled
from newsclean.quotes.text.incises import cuts
from newsclean.quotes.text.lexicon import lexicon
from newsclean.quotes.text.marks import Marked, find_marked
from newsclean.quotes.text.transcript import find_turns
from newsclean.quotes.text.words import read_words
from newsclean.quotes.weights import read_weights

_MIN_CONFIDENCE = 0.5
"""How sure a speaker must be to be named: nobody is better than a wrong one. A bound of .55 takes
five right speakers and four wrong ones of 1,300 in all labelled articles;
`tests/benchmarks/quotes.py` prints how many of those named are right."""
_SURE, _MIN_SURE, _ONLY_SPEAKER, _ONLY_SPEAKER_BELOW = 0.8, 2, 0.55, 0.6
"""How sure, and how often, the only one who speaks must be named; how sure the rest is then, and
where it is a whole paragraph (8 of 10 that were read are right)."""
_SURE_AGAIN = 0.9
"""How sure it must be that a quote goes on, to be as plainly somebody's as the one before."""
_BARE = frozenset({"its own sentence", "opening clause"})


def find(
    text: str,
    language: str = "en",
    *,
    paragraphs: Sequence[Span] | None = None,
    sentences: Sequence[Sentence] | None = None,
    title: str | None = None,
    standfirst: str | None = None,
    keys: int | None = 5,
    indirect: bool = False,
) -> tuple[Quote, ...]:
    """The quotes in `text`, in order.

    Args:
        text: any text; offsets of the result are code points into it.
        language: ISO 639-1 code.
        paragraphs: where the paragraphs are; None takes every line as one.
        sentences: where the sentences are; None finds them by simple rules. Either way one
            that would end inside a quote goes on after it.
        title: the headline, which says what the article is about.
        standfirst: the lines below it, which may name the guest of an interview.
        keys: how many quotes get a `key` rank; None ranks all.
        indirect: give indirect speech as well.
    """
    spans = _lines(text) if paragraphs is None else list(paragraphs)
    end = bound.end_of_first(text)
    if end is not None:
        text, spans = text[:end], [(start, min(stop, end)) for start, stop in spans if start < end]
        sentences = sentences and [sentence for sentence in sentences if sentence.start < end]
    known = lexicon(language)
    turns = find_turns(text, spans, known, title)
    marked = _outside(find_marked(text, spans), turns)
    dashed = [] if turns else find_dashed(text, spans, known, marked)
    if dashed:
        marked = merged(marked, dashed)
    marked = with_incises(text, without_tails(text, marked, known), known)
    asks = None if turns or not known.cues else interview.find_exchange(text, spans, known)
    if not known.spaced:
        from newsclean.quotes.unspaced.find import find_unspaced

        found = find_unspaced(text, spans, marked, language, title) + turns
        if not found:
            return ()
        words = read_words(text, spans, marked, known, None)
        found.sort(key=lambda quote: quote.start)
        return rank_quotes(found, words, known, title, keys)
    if not (marked or turns or indirect or asks):
        return ()
    starts = None if sentences is None else [item.start for item in sentences]
    words = read_words(text, spans, marked, known, starts)
    people = identify(words, known, everywhere=indirect)
    context = read_context(text, words, known, people, marked)
    found = weighed(context, attribute(context))
    if known.uncased:
        from newsclean.quotes.uncased.find import with_speakers

        found = with_speakers(text, spans, found, language)
    found += [_named_in_full(context, turn) for turn in turns]
    found = [without_agency(quote, language) for quote in told.attribute(context, found)]
    if asks:
        found = interview.with_answers(context, asks, title, found, standfirst)
    if indirect:
        from newsclean.quotes.reported.indirect import find_indirect

        found += find_indirect(context)
    found = in_full(context, spans, found, title, standfirst)
    found.sort(key=lambda quote: quote.start)
    return rank_quotes(found, words, known, title, keys)


def knows_speakers(language: str) -> bool:
    """Whether there are words that tell who speaks in a language."""
    known = lexicon(language)
    return bool(known.cues or known.quotatives or known.uncased)


def _lines(text: str) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line and not line.isspace():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def _outside(marked: list[Marked], turns: list[QuoteDraft]) -> list[Marked]:
    """The stretches that are not part of a transcript's turns."""
    if not turns:
        return marked
    return [
        item
        for item in marked
        if not any(turn.start - 1 <= item.start < turn.end for turn in turns)
    ]


def _named_in_full(context: AttributionContext, turn: QuoteDraft) -> QuoteDraft:
    """A turn whose label ("HALE") gives way to the fullest name the article has for it."""
    names = {
        entity.name
        for entity in context.people.entities
        if entity.person and turn.speaker in (entity.name[-1], spelled(entity.name))
    }
    several = len({name[0] for name in names if len(name) > 1}) > 1
    return turn._replace(speaker=spelled(max(names, key=len))) if names and not several else turn


def attribute(context: AttributionContext) -> list[QuoteDraft]:
    """Goes through the stretches in order: each may go on from the one before."""
    weights = _fragment_weights()
    found: list[QuoteDraft] = []
    numbers: list[int] = []
    spoken = Voices()
    speaker = NOT_KNOWN
    place = -1
    apart = False
    before: Kind = "none"
    for number, item in enumerate(context.marked):
        option, sure, nobody = choose(context, number, speaker.entity, place)
        if option.mention in (CONTINUES, place):
            option, sure = told_between(context, number, option, sure, speaker.entity)
        told = with_verb(context, number, option)
        kind, rule = decide(context, number, told, 1 - nobody, before, weights)
        before = kind
        if kind == "none":  # a scrap of somebody else's ends a turn all the same
            which = context.people.entity_of[option.mention] if option.mention >= 0 else -1
            said = option.mention >= 0 or (option.mention == NOBODY and option.cue >= 0)
            apart = said and option.mention != place and not which == speaker.entity >= 0
            continue
        if apart and option.mention == CONTINUES:
            option = Candidate(NOBODY, ())
        apart = False
        if not context.lexicon.cues:
            option = Candidate(NOBODY, ())  # no word tells who speaks in this language
        signed = None if option.features == SIGNED else bare.signed_role(context, number)
        if signed:
            option = Candidate(NOBODY, ())
        reported = bool(context.lexicon.quotatives)
        body = " ".join(context.text[item.start : item.end].split())
        left_out = _cut_by(context, item, option)
        quote = QuoteDraft(body, item.start, item.end, kind, rule=rule, incises=left_out)
        again = option.mention == place >= 0 and found and found[-1].speaker == speaker.text
        if reported:
            quote = _reported(context, item, quote)
        elif option.mention == CONTINUES and found and found[-1].attribution == bare.SIGNED:
            pass  # a signature ends what somebody says
        elif found and (again or option.mention == CONTINUES):
            quote = _continue(quote, found[-1], sure)
        elif option.mention not in (CONTINUES, NOBODY):
            if option.mention == IMPLIED:
                who, certain = resolve_implied(context, option.cue, spoken)
                if option.features and (not who.text or sure * certain < _MIN_CONFIDENCE):
                    other, share, _ = choose(context, number, speaker.entity, place, ranked=True)
                    option, sure = (other, share) if other.mention >= 0 else (option, sure)
            if option.mention >= 0:
                who, certain = resolve(context, option.mention, spoken)
                who = together(context, option.mention, option.route, who)
            thing = is_thing(context, option, named=who.entity >= 0)
            if who.text and sure * certain >= _MIN_CONFIDENCE and not thing:
                speaker = who._replace(paragraph=item.paragraph)
                place = option.mention
                spoken.add(speaker)
                grounds = grounds_of(context, option, who, sure, certain)
                quote = _said_by(context, number, quote, option, speaker, sure * certain)
                quote = quote._replace(grounds=grounds)
            elif option.cue >= 0:
                quote = quote._replace(cue=cue_text(context, option.cue))
        if signed:
            quote = bare.signed_by(context, quote, signed)
        if quote.speaker is None and not reported:
            quote = said_by_outlet(context, number, quote)
        generic = option.mention == NOBODY and option.cue >= 0  # "you might say"
        if kind == "direct" and quote.speaker is None and not generic:
            last = found[-1] if found and numbers[-1] == number - 1 else None
            quote = _from_above(context, number, quote, last, spoken)
        numbers.append(number)
        found.append(quote)
    _back_to_first(found)
    return _with_only_speaker(context, found)


def _cut_by(context: AttributionContext, item: Marked, option: Candidate) -> tuple[Span, ...]:
    """The incises that are left out of print: where the verb of one gives the quote its speaker."""
    if not item.incises or option.cue < 0:
        return ()
    known = context.lexicon
    found = cuts(context.text, item, known, links(known.language))
    at = context.words.start(option.cue)
    return found if found and found[0][0] <= at < found[0][1] else ()


def _back_to_first(found: list[QuoteDraft]) -> None:
    """Gives the paragraphs of one long quote the speaker who is named behind its last."""
    for at in range(len(found) - 1, 0, -1):
        later, before = found[at], found[at - 1]
        if later.rule == NEXT_PARAGRAPH and later.speaker and before.speaker is None:
            found[at - 1] = _continue(before, later, later.confidence)._replace(
                attribution=later.attribution, continues=before.continues
            )


def _from_above(
    context: AttributionContext,
    number: int,
    quote: QuoteDraft,
    last: QuoteDraft | None,
    spoken: Voices,
) -> QuoteDraft:
    """`quote`, which its own sentence gives to nobody, with whom the text before it tells of."""
    if not bare.is_bare(context, number):
        return quote
    sure = bare.follows(context, number)
    if sure and last is not None and last.kind == "direct" and last.attribution != bare.SIGNED:
        return _continue(quote, last, sure) if last.speaker else quote
    who, sure = bare.told_above(context, number, spoken)
    if sure < _MIN_CONFIDENCE:
        return quote
    return quote._replace(
        speaker=who.text,
        role=who.role,
        attribution="the sentence before the quote is about them",
        confidence=round(sure, 3),
        grounds=Grounds("above", entity=who.entity, sure=sure),
    )


def _with_only_speaker(context: AttributionContext, found: list[QuoteDraft]) -> list[QuoteDraft]:
    """Gives sentences without any attribution to the one person who speaks in the article."""
    sure = [quote.speaker for quote in found if quote.confidence >= _SURE]
    speakers = {quote.speaker for quote in found if quote.speaker}
    if len(speakers) != 1 or len(sure) < _MIN_SURE:
        return found
    source = next(quote for quote in found if quote.confidence >= _SURE)
    if source.grounds is not None and source.grounds.entity < 0:
        return found  # "one resident": another may be the next
    whole = bare.whole_paragraphs(context)
    return [
        quote._replace(
            speaker=source.speaker,
            role=source.role,
            attribution="the only one who speaks in the article",
            confidence=_ONLY_SPEAKER_BELOW if quote.start in whole else _ONLY_SPEAKER,
            grounds=source.grounds and source.grounds._replace(route="only"),
        )
        if quote.speaker is None
        and quote.cue is None
        and quote.rule in _BARE
        and not is_sung(quote, context.words, context.lexicon)
        else quote
        for quote in found
    ]


def _reported(context: AttributionContext, item: Marked, quote: QuoteDraft) -> QuoteDraft:
    """`quote` with its speaker by the particles of Korean."""
    from newsclean.quotes.unspaced import find as unspaced
    from newsclean.quotes.unspaced import korean

    words = context.words
    number = words.sentence[bisect_right(words.ends, item.start)]
    paragraph = words.paragraph_of[number]
    first = words.paragraph_of.index(paragraph)
    last = bisect_right(words.paragraph_of, paragraph) - 1
    start, end = words.start(words.bounds[first][0]), words.ends[words.bounds[last][1] - 1]
    source = korean.source_of(context.text, item, start, end)
    return unspaced.attributed(quote, source, None) if source else quote


@cache
def _fragment_weights() -> Mapping[str, float]:
    return read_weights("quotes/fragments.json", FAMILIES)


def _continue(quote: QuoteDraft, last: QuoteDraft, sure: float) -> QuoteDraft:
    """`quote` as the next part of what the speaker of `last` says."""
    again, sure = sure, min(sure, last.confidence)  # they are right and wrong together
    if sure < _MIN_CONFIDENCE:
        return quote
    return quote.going_on_from(last)._replace(
        confidence=round(sure, 3),
        grounds=last.grounds and last.grounds._replace(again=again),
        own=last.own and again >= _SURE_AGAIN,
    )


def _said_by(
    context: AttributionContext,
    number: int,
    quote: QuoteDraft,
    option: Candidate,
    speaker: Speaker,
    sure: float,
) -> QuoteDraft:
    """`quote` with its speaker, the mention it was read from, and how it was found."""
    words = context.words
    cue = cue_text(context, option.cue) if option.cue >= 0 else None
    start, end = None, None
    first = option.cue
    note = ", its subject implied"
    if option.mention != IMPLIED:
        mention = context.people.mentions[option.mention]
        first = mention.first
        start, end = words.start(first), words.ends[mention.last - 1]
        note = "" if mention.kind == "name" else f', "{context.text[start:end]}" resolved'
        named = mention.kind == "name" and speaker.gender != "p"  # of several each has a role
        own = role_at(context, option.mention) if named else None
        titled = own is not None and speaker.text.lower().startswith(f"{own.lower()} ")
        if own and not titled and (" " in own or " " not in (speaker.role or "")):
            speaker = speaker._replace(role=own)
    side = "after" if first > words.quotes[number][0] else "before"
    how = (f'"{cue}" {side} the quote' if cue else f"named {side} the quote") + note
    return QuoteDraft(
        *quote[:4],
        speaker.text,
        speaker.role,
        start,
        end,
        cue,
        how,
        round(sure, 3),
        rule=quote.rule,
        own=says_who(context, option, speaker, quote.text),
        incises=quote.incises,
    )
