"""What is read of the people and the quotes of an article, one by one: for `recording.py`.

Of a dozen people three speak, and of what tells who speaks the likeliest alone is seen. So each
mention is resolved as if it were a speaker, and each rule asked of each quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import newsclean
from newsclean.document import Sentence, Span
from newsclean.quotes import fragments, kinds
from newsclean.quotes.attribution.candidates import Candidate, candidates, is_plain
from newsclean.quotes.attribution.choose import learned
from newsclean.quotes.clause.joined import joins, owner
from newsclean.quotes.clause.leading import first_subject, leading
from newsclean.quotes.clause.speaker import clause_speaker
from newsclean.quotes.context import phrases
from newsclean.quotes.context.context import (
    NOBODY,
    AttributionContext,
    modifies,
    read_context,
    relation_of,
)
from newsclean.quotes.context.voices import Voices
from newsclean.quotes.draft import QuoteDraft
from newsclean.quotes.find import _fragment_weights
from newsclean.quotes.mentions.entities import identify
from newsclean.quotes.reported import guests, interview
from newsclean.quotes.reported.imagined import is_imagined
from newsclean.quotes.reported.outlets import said_by_outlet
from newsclean.quotes.resolution import bare, salience
from newsclean.quotes.resolution.resolve import resolve, resolve_implied
from newsclean.quotes.resolution.role_phrases import role_of
from newsclean.quotes.text.dashes import find_dashed, merged, with_incises, without_tails
from newsclean.quotes.text.lexicon import CueKind, lexicon
from newsclean.quotes.text.marks import Marked, find_marked
from newsclean.quotes.text.words import read_words
from newsclean.quotes.unspaced import chinese, korean
from newsclean.quotes.unspaced import find as unspaced

_UNSPACED = ("zh", "ja")
"""Languages whose words are not parted by blanks."""
_MARKS = frozenset('“”„«»"「」')
_SENTENCE = re.compile(r"(?<=[.!?…”»\"])\s+")
_EVERY, _SENTENCES = 2, 4
"""Of every so many sentences with marks one, of an article so many, are read without each word."""
_SHOWN_CHARS = 40


def decided(
    text: str, language: str, spans: Sequence[Span], prose: Sequence[Sentence], title: str | None
) -> Iterator[str]:
    """What is read of an article, a line for each person, mention, verb and quote."""
    known = lexicon(language)
    marked = find_marked(text, spans)
    if language in _UNSPACED:
        yield from _unspaced(text, language, spans, marked)
        return
    dashed = find_dashed(text, spans, known, marked)
    marked = without_tails(text, merged(marked, dashed) if dashed else marked, known)
    marked = with_incises(text, marked, known)
    words = read_words(text, spans, marked, known, [one.start for one in prose])
    people = identify(words, known, everywhere=True)
    context = read_context(text, words, known, people, marked)
    yield f"words: {len(words.text)} roles {' '.join(sorted(words.roles))}"
    for which, entity in enumerate(people.entities):
        gender, person = entity.gender, entity.person
        named = " ".join(entity.name)
        yield f"{which} {named}: {gender} {person} {len(entity.mentions)} {role_of(context, which)}"
    yield from _mentions(context)
    yield from _verbs(context)
    for number in range(len(words.quotes)):
        yield from _quote(context, number)
        if language == "ko":
            item = marked[number]
            yield f"  {korean.source_of(text, item, *spans[item.paragraph])}"
    exchange = interview.find_exchange(text, spans, known)
    if exchange:
        for one in interview.with_answers(context, exchange, title, []):
            yield f"answer {one.start}-{one.end}: {one.speaker} {one.role} {one.attribution}"
    with_them = guests.spoken_with(context)
    if with_them:
        yield f"spoken with: {' '.join(map(str, sorted(with_them)))}"


def _unspaced(
    text: str, language: str, spans: Sequence[Span], marked: Sequence[Marked]
) -> Iterator[str]:
    """What stands around each stretch between marks, whatever comes of it, and around each verb."""
    for item in marked:
        start, end = spans[item.paragraph]
        source = unspaced._SOURCES[language](text, item, start, end)
        told = unspaced._kind(text, item, source, start, end, goes_on=False)
        yield f"{item.start}-{item.end} {told[0]}, {told[1]}"
        yield f"  {source and tuple(source)}"
        if source is not None and language == "zh":
            opens = unspaced._opens(text, start, source, item.outer[0])
            yield f"  {opens} {chinese.subject_of(text, start, source.place[0])}"


def _mentions(context: AttributionContext) -> Iterator[str]:
    """Each mention, and who it would be if it spoke."""
    words, people = context.words, context.people
    voices = Voices()
    for place, one in enumerate(people.mentions):
        start, end = words.start(one.first - one.title), words.ends[one.last - 1]
        who, sure = resolve(context, place, voices)
        relation, cue = relation_of(context, place)
        flags = " modifies" if modifies(context, place) else ""
        if is_plain(context, place, one.first - 1, one.last):
            flags += " plain"
        yield (
            f"{start}-{end} {one.kind} {one.gender} {one.person} {one.head} {one.definite} "
            f"{people.entity_of[place]} {relation} {cue}{flags}: {who.text}, {who.role} {sure:.2f}"
        )
        if place % 4 == 0 and who.text:
            voices.add(who._replace(paragraph=words.paragraph_of[words.sentence[one.first]]))
        for gender in ("m", "f", "p"):
            found, certain = salience.likeliest(context, place, one.first, gender, voices)
            if found >= 0 and one.kind != "name":
                yield f"  {gender} {found} {certain:.2f}"


def _verbs(context: AttributionContext) -> Iterator[str]:
    """The subjects of each verb that says that somebody speaks, and what words are."""
    words = context.words
    told: dict[str, list[int]] = {"generic": [], "owned": []}
    for at in range(len(words.text)):
        if phrases.generic(context, at):
            told["generic"].append(at)
        if phrases.owns(context, at):
            told["owned"].append(at)
        if context.cue[at] == CueKind.NONE:
            continue
        begin, end = words.bounds[words.sentence[at]]
        who, sure = resolve_implied(context, at, Voices())
        yield (
            f"verb {at} {words.text[at]} {int(context.cue[at])} {phrases.is_noun(context, at)}: "
            f"{phrases.inverted(context, at, end)} {first_subject(context, at, begin)} "
            f"{who.text} {sure:.2f} {phrases.skip_adverbs(context, at + 1, end) - at}"
        )
    for name, found in told.items():
        if found:
            yield f"{name}: {' '.join(map(str, found))}"


def _quote(context: AttributionContext, number: int) -> Iterator[str]:
    """What each rule says of a quote."""
    words, item = context.words, context.marked[number]
    first, last = words.quotes[number]
    begin = words.bounds[words.sentence[first]][0]
    facts = {
        "bare": bare.is_bare(context, number),
        "follows": round(bare.follows(context, number), 2),
        "signed": bare.signed_role(context, number),
        "joins": joins(context, number),
        "owner": owner(context, number) if first else None,
        "imagined": is_imagined(context, begin, first),
        "repeated": fragments.repeated(context, number),
        "closed": item.closed,
        "leading": leading(context, number),
        "clause": clause_speaker(context, number),
    }
    yield f"quote {item.start}-{item.end}: {first}-{last} " + "; ".join(
        f"{name} {said}" for name, said in facts.items() if said not in (None, False, 0.0)
    )
    who, sure = bare.told_above(context, number, Voices())
    outlet = said_by_outlet(context, number, QuoteDraft("", item.start, item.end, "direct"))
    if who.text or outlet.speaker:
        yield f"  above {who.text} {sure:.2f}, outlet {outlet.speaker}"
    for option in candidates(context, number, -1):
        yield f"  {option.mention} {option.cue}: {sum(map(learned, option.features)):.2f}"
        kind = kinds.decide(context, number, option, 0.7, "none", _fragment_weights())
        yield f"    {kind[0]}, {kind[1]}"
    nobody = Candidate(NOBODY, ())
    for before in ("none", "direct", "mixed"):
        kind = kinds.decide(context, number, nobody, 0.1, before, _fragment_weights())
        yield f"  after {before}: {kind[0]}, {kind[1]}"
    if not any(word[0].isalnum() for word in words.low[first + 1 : last]):
        return
    told = fragments.fragment_features(context, number, nobody, 0.5)
    yield f"  {' '.join(told)}"


def apart(text: str, language: str) -> Iterator[str]:
    """What is read of each paragraph alone, and of a sentence or two without each of its words."""
    paragraphs = [one for one in text.split("\n") if not _MARKS.isdisjoint(one)]
    for number, paragraph in enumerate(paragraphs):
        yield f"{number} alone: {_told(paragraph, language)}"
    said = [one for one in _SENTENCE.split("\n".join(paragraphs)) if not _MARKS.isdisjoint(one)]
    for sentence in said[len(text) % _EVERY :: _EVERY][:_SENTENCES]:
        words = sentence.split(" ")
        whole = _told(sentence, language)
        yield f"{sentence[:_SHOWN_CHARS]}: {whole}"
        for at, word in enumerate(words):
            now = _told(" ".join(words[:at] + words[at + 1 :]), language)
            if now != whole:
                yield f"  without {at} {word}: {now}"


def _told(text: str, language: str) -> str:
    return "; ".join(
        f"{one.kind}, {one.speaker}, {one.role}, {one.cue}"
        for one in newsclean.find_quotes(text, language)
    )
