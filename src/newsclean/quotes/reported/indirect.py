"""Words, cues -> indirect speech: "X said that ...", "..., X said", "According to X, ...".

Only verbs of speech count, and only clauses without quotation marks: what stands between marks is
found elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.quotes.context.context import AttributionContext, cue_text, relation_of
from newsclean.quotes.context.voices import Speaker, Voices
from newsclean.quotes.draft import QuoteDraft
from newsclean.quotes.mentions.roles import role_after
from newsclean.quotes.resolution.resolve import resolve
from newsclean.quotes.text.lexicon import CueKind

_MIN_CLAUSE_WORDS = 4
"""The shortest clause that is reported, chosen on polnear.train as the next limit."""
_MAX_DETOUR_WORDS = 6
"""The most words between a verb of speech and "that"."""
_CONFIDENCE = {"subject": 0.8, "adverb": 0.8, "apposition": 0.7, "source": 0.7, "inverted": 0.6}


def find_indirect(context: AttributionContext) -> list[QuoteDraft]:
    """The indirect speech of an article, one quote a sentence at most."""
    words = context.words
    quoted = {words.sentence[first] for first, _ in words.quotes}
    spoken = Voices()
    found: list[QuoteDraft] = []
    for sentence in range(len(words.bounds)):
        if sentence in quoted:
            continue
        for place, cue, span in _reports(context, sentence):
            speaker, sure = resolve(context, place, spoken)
            if not speaker.text:
                continue
            spoken.add(speaker)
            found.append(_quote(context, place, cue, span, speaker, sure))
            break
    return found


def _reports(
    context: AttributionContext, sentence: int
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """Mention, cue and the words reported, for each way to read a sentence as a report."""
    words, lexicon = context.words, context.lexicon
    begin, end = words.bounds[sentence]
    while end > begin and not words.low[end - 1][0].isalnum():
        end -= 1
    for place in context.by_sentence.get(sentence, ()):
        relation, cue = relation_of(context, place)
        if relation not in _CONFIDENCE or context.cue[cue] <= CueKind.WEAK:
            continue
        mention = context.people.mentions[place]
        before = words.low[mention.first - mention.title - 1]
        if relation != "source" and mention.first > begin and before in lexicon.stops:
            continue
        if relation == "source":
            last = max(mention.last, cue + 1)
            if told := role_after(words, lexicon, mention):
                last = max(last, told[1])  # "according to Ann Lee, the minister, the toll goes"
            comma = next((at for at in range(last, end) if words.low[at] == ","), -1)
            first = min(mention.first, cue) - len(cue_text(context, cue).split()) + 1
            if first <= begin + 1 and comma > 0 and end - comma > _MIN_CLAUSE_WORDS:
                yield place, cue, (comma + 1, end)
            elif first - begin > _MIN_CLAUSE_WORDS:
                yield place, cue, (begin, _trim(words.low, begin, first))
            continue
        clause = _clause(context, cue, end)
        if clause > 0 and end - clause >= _MIN_CLAUSE_WORDS:
            yield place, cue, (clause, end)
        elif mention.first - begin > _MIN_CLAUSE_WORDS and words.low[mention.first - 1] == ",":
            yield place, cue, (begin, mention.first - 1)
        elif (
            relation == "inverted" and words.low[cue - 1] == "," and cue - begin > _MIN_CLAUSE_WORDS
        ):
            yield place, cue, (begin, cue - 1)


def _trim(low: list[str], begin: int, end: int) -> int:
    while end > begin and not low[end - 1][0].isalnum():
        end -= 1
    return end


def _clause(context: AttributionContext, cue: int, end: int) -> int:
    """Where the reported clause begins after a verb of speech, -1 where there is none."""
    low, lexicon = context.words.low, context.lexicon
    for at in range(cue + 1, min(end, cue + 2 + _MAX_DETOUR_WORDS)):
        if low[at] in lexicon.complementisers:
            return at + 1
        if low[at] in ".;:":
            return -1
    after = cue + 1
    if after < end and low[after] == ",":
        return after + 1 if lexicon.capitals else -1
    starts = lexicon.subjects | lexicon.definite | lexicon.indefinite | lexicon.owners
    if after < end and (low[after] in starts or context.words.text[after][0].isupper()):
        return after
    return -1


def _quote(
    context: AttributionContext,
    place: int,
    cue: int,
    span: tuple[int, int],
    speaker: Speaker,
    sure: float,
) -> QuoteDraft:
    words, mention = context.words, context.people.mentions[place]
    start, end = words.start(span[0]), words.ends[span[1] - 1]
    relation = relation_of(context, place)[0]
    return QuoteDraft(
        " ".join(context.text[start:end].split()),
        start,
        end,
        "indirect",
        speaker.text,
        speaker.role,
        words.start(mention.first),
        words.ends[mention.last - 1],
        cue_text(context, cue),
        f'reported with "{cue_text(context, cue)}"',
        round(_CONFIDENCE[relation] * sure, 3),
        rule="reported speech",
    )
