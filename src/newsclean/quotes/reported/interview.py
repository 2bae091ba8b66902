"""Interviews: the answers under questions.

Questions are told by a label (`Q:`), or by paragraphs that end in a question mark; the paragraphs
between two of them are answers where they speak of "I", or where the first is labelled with a
name. What may be the interviewer's without a question mark ("You left in 2019.") is nobody's, and
where there is much of it no turn is sure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.document import Span
from newsclean.languages import WORD
from newsclean.quotes.context.context import AttributionContext, places
from newsclean.quotes.draft import ANSWER, QuoteDraft

_MIN_QUESTIONS = 3
"""The fewest questions of an interview; a guess, as the other limits."""
_MAX_ANSWER_PARAGRAPHS = 12
_MIN_PERSONAL, _MIN_PERSONAL_DROPPED = 0.6, 0.3
"""The share of answers with "I" or "we", and where verbs need no subject."""
_MAX_PARAGRAPHS_A_QUESTION = 5
_MIN_ANSWER_WORDS = 2
_MIN_FURTHER_WORDS = 7
"""The shortest paragraph of an answer but its first: shorter ones are captions and headings."""
_MAX_QUESTION_CHARS, _MAX_LONG_QUESTION_CHARS = 400, 900
"""The longest paragraph that asks, and that asks and speaks to somebody."""
_MIN_TOLD_WORDS = 8
"""The shortest quote that shows that its paragraph, without an "I", is the reporter's."""
_MAX_PROMPTS = 3
"""Where one of so many answers holds what may be the interviewer's, no turn is sure; a guess."""
_MAX_PROMPT_CHARS = 300
"""The longest paragraph that may be the interviewer's though it ends in no question mark."""
_ONE_GUEST, _ONE_OF_SEVERAL, _LABELLED = 0.8, 0.62, 0.9
_IN_TITLE, _SPOKEN_WITH, _GREETED = 2, 3, 3
"""What a name counts more in the headline, after "interview with", and as "Ms Lee," in a
question."""
_LABEL = re.compile(r"\s*([^\W\d_]{1,10})\s?[.:]\s+")
_NAME_LABEL = re.compile(r"\s*([^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){0,4}):\s+")
_OPENING = "\"“„«‘'—–-"
_MARKED = re.compile(r"[\"“„«»]([^\"“”„«»\n]++)[\"“”«»]")
_FINAL = ".!?…。？！"
_CLOSING = "\"”“»’')]"
_MAX_OTHERS = 5
"""Of so many answers one may quote somebody else by name; a guess."""


class Interview(NamedTuple):
    """The answers of an interview, and where it begins and ends."""

    replies: Sequence[QuoteDraft]
    start: int
    end: int


def may_ask(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether enough paragraphs end in a question mark for an interview."""
    if text.count("?") + text.count("？") < _MIN_QUESTIONS:
        return False
    asked = sum(text[max(start, end - 3) : end].rstrip()[-1:] in "?？" for start, end in paragraphs)
    return asked >= _MIN_QUESTIONS


def with_answers(
    context: AttributionContext,
    paragraphs: Sequence[Span],
    title: str | None,
    found: Sequence[QuoteDraft],
) -> list[QuoteDraft]:
    """`found` with the answers of an interview, and without what else is quoted inside it."""
    interview = _read(context, paragraphs, title)
    if interview is None:
        return list(found)
    guest = interview.replies[0].speaker
    told = [quote for quote in found if _is_told(context, quote, interview.replies)]
    replies = [
        reply for reply in interview.replies if not any(_within(one, [reply]) for one in told)
    ]
    names = {" ".join(entity.name) for entity in context.people.entities} - {guest}
    others = [
        quote
        for quote in found
        if quote.cue is not None and quote.speaker in names and _within(quote, replies)
    ]
    labelled = interview.replies[0].confidence >= _LABELLED
    if not labelled and len(others) * _MAX_OTHERS > len(replies):
        return list(found)  # a story that asks questions, and quotes people
    kept = [
        quote
        for quote in found
        if not interview.start <= quote.start < interview.end
        or (quote in told and quote.speaker == guest)
    ]
    return kept + replies


def _is_told(context: AttributionContext, quote: QuoteDraft, replies: Sequence[QuoteDraft]) -> bool:
    """Whether a quote stands in what the reporter tells between two answers."""
    if quote.kind != "direct" or len(quote.text.split()) < _MIN_TOLD_WORDS:
        return False
    for reply in replies:
        if reply.start < quote.start < reply.end:
            bare = _MARKED.sub(" ", context.text[reply.start : reply.end]).lower()
            return not any(_is_self(context, word) for word in bare.split())
    return False


def _within(quote: QuoteDraft, others: Sequence[QuoteDraft]) -> bool:
    return any(other.start <= quote.start < other.end for other in others)


def _read(
    context: AttributionContext, paragraphs: Sequence[Span], title: str | None
) -> Interview | None:
    """The interview that an article is, if it is one."""
    asked = [number for number, span in enumerate(paragraphs) if _is_question(context, span)]
    if len(asked) < _MIN_QUESTIONS:
        return None
    groups = [list(range(one + 1, other)) for one, other in pairwise(asked)]
    groups = [group for group in groups if group]
    longest = max(map(len, groups), default=1)
    groups.append(_last_answer(context, paragraphs, asked[-1] + 1, longest))
    groups = [group for group in groups if group]
    if len(groups) < _MIN_QUESTIONS - 1 or max(map(len, groups)) > _MAX_ANSWER_PARAGRAPHS:
        return None
    if len(asked) * _MAX_PARAGRAPHS_A_QUESTION < asked[-1] - asked[0]:
        return None
    guest = _labelled(context, [paragraphs[group[0]] for group in groups])
    if guest is None:
        addressed = sum(_addresses(context, paragraphs[number]) for number in asked)
        personal = [group for group in groups if _speaks_of_self(context, group, paragraphs)]
        own = sum(_speaks_of_self(context, [number], paragraphs) for number in asked)
        if 2 * own > len(asked):
            return None  # "How do I ...?"
        least = _MIN_PERSONAL_DROPPED if context.lexicon.drops else _MIN_PERSONAL
        if 2 * addressed < len(asked) or len(personal) < least * len(groups):
            return None
        guest = _guest(context, paragraphs[asked[0]][0], [paragraphs[at] for at in asked], title)
    if guest is None:
        return None
    firsts = {
        next((at for at in group if _words(context, paragraphs[at]) > _MIN_ANSWER_WORDS), -1)
        for group in groups
    }
    names = set(guest[0].lower().split()[:1] + guest[0].lower().split()[-1:])
    later = [paragraphs[at] for group in groups for at in group if at not in firsts]
    prompts = sum(_is_prompt(context, span, names) for span in later)
    if guest[1] < _LABELLED and prompts * _MAX_PROMPTS > len(groups):
        return None  # whose turn it is cannot be told
    replies = [
        _answer(context, paragraphs[number], guest)
        for group in groups
        for number in group
        if _is_answer(context, paragraphs[number], names, first=number in firsts)
    ]
    if not replies:
        return None
    return Interview(replies, paragraphs[asked[0]][0], paragraphs[groups[-1][-1]][1])


def _last_answer(
    context: AttributionContext, paragraphs: Sequence[Span], first: int, longest: int
) -> list[int]:
    """The paragraphs of the last answer: up to what looks like a heading or thanks."""
    group: list[int] = []
    for number in range(first, min(len(paragraphs), first + longest)):
        if group and _words(context, paragraphs[number]) < _MIN_FURTHER_WORDS:
            break
        group.append(number)
    return group


def _is_question(context: AttributionContext, span: Span) -> bool:
    """Whether a paragraph is the interviewer's: by its label, or by its question mark."""
    text = context.text[span[0] : span[1]].strip()
    label = _LABEL.match(text)
    if label and label[1].lower() in context.lexicon.question_labels:
        return True
    if label and label[1].lower() in context.lexicon.answer_labels:
        return False
    if text[-1:] not in "?？" or text[:1] in _OPENING or len(text) > _MAX_LONG_QUESTION_CHARS:
        return False
    return len(text) <= _MAX_QUESTION_CHARS or _turns_to(context, text)


def _is_answer(context: AttributionContext, span: Span, names: set[str], *, first: bool) -> bool:
    """Whether a paragraph between two questions is the guest's, and no caption or prompt.

    `names` are the guest's, who speak of themselves as "I"; `first` is what follows a question.
    """
    text = context.text[span[0] : span[1]].strip()
    size = len(text.split())
    if first:
        return size > _MIN_ANSWER_WORDS
    if size < _MIN_FURTHER_WORDS or text.rstrip(_CLOSING)[-1:] not in _FINAL:
        return False
    bare = _MARKED.sub(" ", text)
    if len(bare) > _MAX_PROMPT_CHARS:
        return True
    if "?" in bare or not names.isdisjoint(WORD.findall(bare.lower())):
        return False
    personal = any(_is_self(context, word) for word in bare.lower().split())
    return personal or not _turns_to(context, bare)


def _is_prompt(context: AttributionContext, span: Span, names: set[str]) -> bool:
    """Whether a paragraph may be the interviewer's though it is no question.

    It is short and speaks to the guest, or names them: "You left in 2019."
    """
    text = context.text[span[0] : span[1]].strip()
    if len(text) > _MAX_PROMPT_CHARS or text[-1:] in "?？":
        return False
    bare = _MARKED.sub(" ", text)
    return _turns_to(context, bare) or not names.isdisjoint(WORD.findall(bare.lower()))


def _turns_to(context: AttributionContext, text: str) -> bool:
    """Whether a statement speaks to somebody: by "you", in German by a "Sie" inside a sentence."""
    addressed = context.lexicon.addressed
    if not context.lexicon.capitals:
        return not addressed.isdisjoint(WORD.findall(text.lower()))
    for match in WORD.finditer(text):
        word = match[0].lower()
        if word not in addressed:
            continue
        inside = text[: match.start()].rstrip()[-1:].isalnum()
        if word.startswith("d") or (match[0][0].isupper() and inside):
            return True
    return text.startswith(("Sie ", "Ihr ", "Ihre "))


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
    words = context.words
    first = bisect_right(words.ends, paragraphs[group[0]][0])
    last = bisect_right(words.ends, paragraphs[group[-1]][1])
    return any(_is_self(context, word) for word in words.low[first:last])


def _is_self(context: AttributionContext, word: str) -> bool:
    plain = word.partition("'")[0].partition("’")[0]
    return context.lexicon.pronouns.get(plain) in ("i", "p")


def _labelled(context: AttributionContext, spans: Sequence[Span]) -> tuple[str, float] | None:
    """The one person with whose name answers begin: "Ann Lee: We will run them"."""
    labels: set[str] = set()
    for start, end in spans:
        label = _NAME_LABEL.match(context.text, start, end)
        if label and label[1][0].isupper():
            labels.add(label[1])
    guests = {
        " ".join(entity.name)
        for entity in context.people.entities
        if entity.person and len(entity.name) > 1
        for label in labels
        if label.lower() in (" ".join(entity.name).lower(), entity.name[-1].lower())
    }
    return (guests.pop(), _LABELLED) if len(guests) == 1 else None


def _guest(
    context: AttributionContext, before: int, asked: Sequence[Span], title: str | None
) -> tuple[str, float] | None:
    """Who is interviewed: the person whom the words before the first question name most."""
    words, people = context.words, context.people
    counts: Counter[int] = Counter()
    beside: Counter[int] = Counter()
    with_whom = spoken_with(context)
    for which, mention in zip(people.entity_of, people.mentions, strict=True):
        start = words.start(mention.first)
        if which < 0 or not people.entities[which].person or len(people.entities[which].name) < 2:
            continue
        at = mention.first - mention.title
        if start >= before:
            greeted = mention.title and words.low[mention.last : mention.last + 1] == [","]
            if greeted and any(words.start(at) == begin for begin, _ in asked):
                counts[which] += _GREETED
            continue
        previous = words.low[at - 1] if at > 0 else ""
        if which in with_whom:
            counts[which] += _SPOKEN_WITH
        elif previous in context.lexicon.prepositions:
            beside[which] += 1
        elif previous != ":":  # "Interview: Ann Lee"
            counts[which] += 1
    counts = counts or beside
    if title:
        for which in counts:
            if " ".join(people.entities[which].name).lower() in title.lower():
                counts[which] += _IN_TITLE
    if not counts:
        return None
    (best, times), *others = counts.most_common(2)
    sure = _ONE_GUEST if not others else _ONE_OF_SEVERAL
    if others and others[0][1] == times:
        return None
    return " ".join(people.entities[best].name), sure


def _answer(context: AttributionContext, span: Span, guest: tuple[str, float]) -> QuoteDraft:
    """One paragraph of an answer, without its label and its marks."""
    start, end = span
    text = context.text
    label = _NAME_LABEL.match(text, start, end)
    named = label and label[1].lower().split()[-1] == guest[0].lower().split()[-1]
    if not named:
        label = _LABEL.match(text, start, end)
    if label and (named or label[1].lower() in context.lexicon.answer_labels):
        start = label.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    whole = _MARKED.fullmatch(text, start, end)
    if whole:
        start, end = whole.span(1)
    return QuoteDraft(
        " ".join(text[start:end].split()),
        start,
        end,
        "direct",
        guest[0],
        attribution="the person interviewed",
        confidence=guest[1],
        rule=ANSWER,
    )


def spoken_with(context: AttributionContext) -> set[int]:
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
