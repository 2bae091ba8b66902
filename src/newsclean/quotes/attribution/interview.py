"""Interviews: the answers under questions, and quotes whose one speaker is named once, above.

Questions are told by a label (`Q:`), or by paragraphs that end in a question mark; the paragraphs
between two of them are answers where they speak of "I". Magazines also print what somebody told
them as paragraphs in quotation marks and say once: "I spoke with ...".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsclean.document import Span
from newsclean.languages import WORD
from newsclean.quotes.attribution.context import AttributionContext, places
from newsclean.quotes.draft import QuoteDraft

_MIN_QUOTES = 3
"""The fewest direct quotes of an interview; a guess."""
_MIN_WHOLE_SHARE = 0.8
"""The least share of the direct quotes that are paragraphs of their own; a guess."""
_MIN_QUESTIONS = 3
"""The fewest questions of an interview; a guess, as the other limits."""
_MAX_ANSWER_PARAGRAPHS = 12
_MIN_PERSONAL, _MIN_PERSONAL_DROPPED = 0.6, 0.3
"""The share of answers with "I" or "we", and where verbs need no subject."""
_MAX_PARAGRAPHS_A_QUESTION = 5
_MIN_ANSWER_WORDS = 2
_MAX_QUESTION_CHARS = 400
_ONE_GUEST, _ONE_OF_SEVERAL = 0.8, 0.62
_LABEL = re.compile(r"\s*([^\W\d_]{1,10})\s?[.:]\s+")
_OPENING = "\"“„«‘'—–-"
_CONFIDENCE = 0.5


def may_ask(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether enough paragraphs end in a question mark for an interview."""
    if text.count("?") + text.count("？") < _MIN_QUESTIONS:
        return False
    asked = sum(text[max(start, end - 3) : end].rstrip()[-1:] in "?？" for start, end in paragraphs)
    return asked >= _MIN_QUESTIONS


def answers(context: AttributionContext, paragraphs: Sequence[Span]) -> list[QuoteDraft]:
    """The paragraphs of the answers of an interview, as quotes of the guest; else none."""
    asked = [number for number, span in enumerate(paragraphs) if _is_question(context, span)]
    if len(asked) < _MIN_QUESTIONS:
        return []
    groups = [list(range(one + 1, other)) for one, other in pairwise(asked)]
    groups.append([asked[-1] + 1] if asked[-1] + 1 < len(paragraphs) else [])
    groups = [group for group in groups if group]
    if len(groups) < _MIN_QUESTIONS - 1 or max(map(len, groups)) > _MAX_ANSWER_PARAGRAPHS:
        return []
    addressed = sum(_addresses(context, paragraphs[number]) for number in asked)
    if 2 * addressed < len(asked) or len(asked) * _MAX_PARAGRAPHS_A_QUESTION < asked[-1] - asked[0]:
        return []
    personal = [group for group in groups if _speaks_of_self(context, group, paragraphs)]
    least = _MIN_PERSONAL_DROPPED if context.lexicon.drops else _MIN_PERSONAL
    if len(personal) < least * len(groups):
        return []
    guest = _guest(context, paragraphs[asked[0]][0])
    if guest is None:
        return []
    return [
        _answer(context, paragraphs[number], guest)
        for group in groups
        for number in group
        if _words(context, paragraphs[number]) > _MIN_ANSWER_WORDS
    ]


def _is_question(context: AttributionContext, span: Span) -> bool:
    """Whether a paragraph is the interviewer's: by its label, or by its question mark."""
    text = context.text[span[0] : span[1]].strip()
    label = _LABEL.match(text)
    if label and label[1].lower() in context.lexicon.question_labels:
        return True
    if label and label[1].lower() in context.lexicon.answer_labels:
        return False
    return text[-1:] in "?？" and text[:1] not in _OPENING and len(text) <= _MAX_QUESTION_CHARS


def _addresses(context: AttributionContext, span: Span) -> bool:
    """Whether a question speaks to somebody, or has a label."""
    text = context.text[span[0] : span[1]].lower()
    label = _LABEL.match(text)
    if label and label[1] in context.lexicon.question_labels:
        return True
    return not context.lexicon.addressed.isdisjoint(WORD.findall(text))


def _words(context: AttributionContext, span: Span) -> int:
    return len(context.text[span[0] : span[1]].split())


def _speaks_of_self(
    context: AttributionContext, group: Sequence[int], paragraphs: Sequence[Span]
) -> bool:
    """Whether an answer has an "I" or "we"."""
    words, pronouns = context.words, context.lexicon.pronouns
    first = bisect_right(words.ends, paragraphs[group[0]][0])
    last = bisect_right(words.ends, paragraphs[group[-1]][1])
    return any(
        pronouns.get(word.partition("'")[0].partition("’")[0]) in ("i", "p")
        for word in words.low[first:last]
    )


def _guest(context: AttributionContext, before: int) -> tuple[str, float] | None:
    """Who is interviewed: the person whom the words before the first question name most."""
    words, people = context.words, context.people
    counts: Counter[int] = Counter()
    for which, mention in zip(people.entity_of, people.mentions, strict=True):
        if which < 0 or words.start(mention.first) >= before:
            continue
        entity = people.entities[which]
        led = mention.first - mention.title > 0 and (
            words.low[mention.first - mention.title - 1] in context.lexicon.prepositions
        )
        if entity.person and len(entity.name) > 1 and not led:
            counts[which] += 1
    if not counts:
        return None
    (best, times), *others = counts.most_common(2)
    sure = _ONE_GUEST if not others else _ONE_OF_SEVERAL
    if others and others[0][1] == times:
        return None
    return " ".join(people.entities[best].name), sure


def _answer(context: AttributionContext, span: Span, guest: tuple[str, float]) -> QuoteDraft:
    """One paragraph of an answer, without its label."""
    start, end = span
    text = context.text
    label = _LABEL.match(text, start, end)
    if label and label[1].lower() in context.lexicon.answer_labels:
        start = label.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    return QuoteDraft(
        " ".join(text[start:end].split()),
        start,
        end,
        "direct",
        guest[0],
        attribution="the person interviewed",
        confidence=guest[1],
        rule="answer in an interview",
    )


def attribute(context: AttributionContext, found: Sequence[QuoteDraft]) -> list[QuoteDraft]:
    """`found`, said by the one interviewed where nothing else says who speaks."""
    direct = [quote for quote in found if quote.kind == "direct"]
    if len(direct) < _MIN_QUOTES or any(quote.speaker for quote in found):
        return list(found)
    openings = _openings(context)
    whole = sum(quote.start in openings for quote in direct)
    people = _spoken_with(context) if whole >= _MIN_WHOLE_SHARE * len(direct) else set()
    if len(people) != 1:
        return list(found)
    name = " ".join(context.people.entities[people.pop()].name)
    return [_said_by(quote, name) if quote.kind == "direct" else quote for quote in found]


def _said_by(quote: QuoteDraft, name: str) -> QuoteDraft:
    return quote._replace(
        speaker=name, attribution="the person interviewed", confidence=_CONFIDENCE
    )


def _openings(context: AttributionContext) -> set[int]:
    """Where the stretches that begin their paragraphs start."""
    words = context.words
    firsts = {
        words.bounds[number][0]
        for number, paragraph in enumerate(words.paragraph_of)
        if not number or words.paragraph_of[number - 1] != paragraph
    }
    return {
        item.start
        for item, (first, _) in zip(context.marked, words.quotes, strict=True)
        if first in firsts
    }


def _spoken_with(context: AttributionContext) -> set[int]:
    """The entities right after the words that say whom an interview is with."""
    words, people = context.words, context.people
    ends = {
        at + 1
        for phrase in context.lexicon.interviews
        if all(word in words.counts for word in phrase)
        for at in places(words.low, phrase)
    }
    return {
        which
        for which, mention in zip(people.entity_of, people.mentions, strict=True)
        if which >= 0
        and mention.first - mention.title in ends
        and people.entities[which].person
        and words.quote[mention.first] < 0
    }
