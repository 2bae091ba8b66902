"""Interviews: the answers under questions.

Questions are told by a label (`Q:`), or by paragraphs that end in a question mark; the paragraphs
between two of them are answers where they speak of "I", or where the first is labelled with a
name. What may be the interviewer's without a question mark ("You left in 2019.") is nobody's, and
where there is much of it only what follows a question is an answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.context.context import AttributionContext, relation_of
from newsclean.quotes.draft import ANSWER, QuoteDraft
from newsclean.quotes.mentions.bearers import Entity
from newsclean.quotes.reported.guests import (
    find_guest,
    guest_above,
    guest_told_of,
    is_announced,
    read_above,
)
from newsclean.quotes.reported.turns import (
    LABEL,
    MARKED,
    MIN_ANSWER_WORDS,
    MIN_FURTHER_WORDS,
    WHOLE,
    addresses,
    is_answer,
    is_marked_answer,
    is_prompt,
    is_question,
    is_self,
    size_of,
    speaks_of_self,
    without_dashes,
)
from newsclean.quotes.text.given_names import spelled
from newsclean.quotes.text.lexicon import Lexicon

_MIN_QUESTIONS, _MIN_ANNOUNCED_QUESTIONS = 3, 2
"""The fewest questions of an interview, and of one that says who is asked; guesses, as the other
limits."""
_MAX_ANSWER_PARAGRAPHS = 12
_MIN_PERSONAL, _MIN_PERSONAL_DROPPED = 0.6, 0.3
"""The share of answers with "I" or "we", and where verbs need no subject."""
_MIN_PERSONAL_ANNOUNCED = 0.2
"""The same where it is said who is asked."""
_MAX_PARAGRAPHS_A_QUESTION = 5
_MIN_TOLD_WORDS = 8
"""The shortest quote that shows that its paragraph, without an "I", is the reporter's."""
_MAX_PROMPTS = 3
"""Where one of so many answers holds what may be the interviewer's, no turn is sure; a guess."""
_LABELLED = 0.9
"""How sure it is who is interviewed where answers are labelled with a name."""
_NAME_LABEL = lazy_regex(r"\s*([^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){0,4})\s?:\s+")
_MAX_OTHERS = 5
"""Of so many answers one may quote somebody else by name; a guess."""


class Interview(NamedTuple):
    """The answers of an interview, and where it begins and ends."""

    replies: Sequence[QuoteDraft]
    start: int
    end: int


class Exchange(NamedTuple):
    """Paragraphs that ask, and those between two of them."""

    paragraphs: Sequence[Span]
    asked: Sequence[int]
    groups: Sequence[Sequence[int]]


def find_exchange(text: str, paragraphs: Sequence[Span], lexicon: Lexicon) -> Exchange | None:
    """The paragraphs that may be an interview's, where enough end in a question mark."""
    if text.count("?") + text.count("？") < _MIN_ANNOUNCED_QUESTIONS:
        return None
    ends = [text[max(start, end - 3) : end].rstrip()[-1:] for start, end in paragraphs]
    if sum(end in "?？" for end in ends) < _MIN_ANNOUNCED_QUESTIONS:
        return None
    paragraphs = without_dashes(text, paragraphs)
    asked = [at for at, (one, end) in enumerate(paragraphs) if is_question(text[one:end], lexicon)]
    if len(asked) < _MIN_ANNOUNCED_QUESTIONS:
        return None
    groups = [list(range(one + 1, other)) for one, other in pairwise(asked)]
    longest = max(map(len, filter(None, groups)), default=1)
    groups.append(_last_answer(text, paragraphs, asked[-1] + 1, longest))
    groups = [group for group in groups if group]
    if not groups or max(map(len, groups)) > _MAX_ANSWER_PARAGRAPHS:
        return None
    if len(asked) * _MAX_PARAGRAPHS_A_QUESTION < asked[-1] - asked[0]:
        return None
    return Exchange(paragraphs, asked, groups)


def with_answers(
    context: AttributionContext,
    exchange: Exchange,
    title: str | None,
    found: Sequence[QuoteDraft],
    standfirst: str | None = None,
) -> list[QuoteDraft]:
    """`found` with the answers of an interview, and without what else is quoted inside it."""
    interview = _read(context, exchange, title, standfirst)
    if interview is None:
        return list(found)
    guest = interview.replies[0].speaker
    told = [quote for quote in found if _is_told(context, quote, interview.replies)]
    replies = [
        reply for reply in interview.replies if not any(_within(one, [reply]) for one in told)
    ]
    names = {spelled(entity.name) for entity in context.people.entities} - {guest}
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
            bare = MARKED.sub(" ", context.text[reply.start : reply.end]).lower()
            return not any(is_self(context, word) for word in bare.split())
    return False


def _within(quote: QuoteDraft, others: Sequence[QuoteDraft]) -> bool:
    return any(other.start <= quote.start < other.end for other in others)


def _read(
    context: AttributionContext, exchange: Exchange, title: str | None, standfirst: str | None
) -> Interview | None:
    """The interview that an article is, if it is one."""
    paragraphs, asked, groups = exchange
    above = read_above(context, "\n".join(filter(None, (title, standfirst))))
    announced = above.announced or is_announced(context, paragraphs[asked[0]][0])
    guest = _labelled(context, [paragraphs[group[0]] for group in groups])
    sure = announced or guest is not None
    least = _MIN_ANNOUNCED_QUESTIONS if sure else _MIN_QUESTIONS
    if len(asked) < least or len(groups) < least - (guest is None):
        return None
    marked = sum(is_marked_answer(context, paragraphs[group[0]]) for group in groups)
    if guest is None:
        turns = [paragraphs[at] for at in asked]
        if 2 * marked < len(groups) and not _takes_turns(
            context, paragraphs, turns, groups, announced=announced
        ):
            return None
        guest = find_guest(
            context, paragraphs[asked[0]][0], turns, title, labelled=2 * marked >= len(groups)
        )
        guest = guest or guest_above(context, turns, above)
        if guest is None and 2 * marked >= len(groups):
            personal = sum(speaks_of_self(context, *one) for one in _spans(paragraphs, groups))
            if personal >= _MIN_PERSONAL_DROPPED * len(groups):
                guest = guest_told_of(context, paragraphs[asked[0]][0])
    if guest is None:
        return None
    firsts = {
        next((at for at in group if size_of(context.text, paragraphs[at]) > MIN_ANSWER_WORDS), -1)
        for group in groups
    }
    names = set(guest[0].lower().split()[:1] + guest[0].lower().split()[-1:])
    later = [paragraphs[at] for group in groups for at in group if at not in firsts]
    prompts = sum(is_prompt(context, span, names) for span in later)
    unsure = guest[1] < _LABELLED and prompts * _MAX_PROMPTS > len(groups)
    replies = [
        _answer(context, paragraphs[number], guest)
        for group in groups
        for number in group
        if is_answer(context, paragraphs[number], names, first=number in firsts)
        and (number in firsts or _is_sure(context, paragraphs[number], prompts, unsure=unsure))
    ]
    named = guest[1] < _LABELLED and any(
        _names(context, (reply.start, reply.end), guest[0]) for reply in replies
    )
    if not replies or named:
        return None  # "We have asked Lee for the figures.": a story in questions
    return Interview(replies, paragraphs[asked[0]][0], max(reply.end for reply in replies))


def _names(context: AttributionContext, span: Span, guest: str) -> bool:
    """Whether a verb of speech tells of somebody by family name: "says Lee", "asked Lee"."""
    words, mentions = context.words, context.people.mentions
    family = guest.rpartition(" ")[2]
    return any(
        words.text[mentions[place].last - 1] == family and relation_of(context, place)[1] >= 0
        for at in _words_in(context, span)
        for place in context.starts.get(at, ())
    )


def _words_in(context: AttributionContext, span: Span) -> range:
    """The words of a stretch."""
    ends = context.words.ends
    return range(bisect_right(ends, span[0]), bisect_right(ends, span[1]))


def _is_sure(context: AttributionContext, span: Span, prompts: int, *, unsure: bool) -> bool:
    """Whether a later paragraph of an answer is the guest's, where some may be prompts."""
    return not unsure and (not prompts or speaks_of_self(context, *span))


def _takes_turns(
    context: AttributionContext,
    paragraphs: Sequence[Span],
    turns: Sequence[Span],
    groups: Sequence[Sequence[int]],
    *,
    announced: bool,
) -> bool:
    """Whether questions are put to somebody, and answered by who says "I"."""
    own = sum(speaks_of_self(context, *turn) for turn in turns)
    if 2 * own > len(turns):
        return False  # "How do I ...?"
    personal = sum(speaks_of_self(context, *span) for span in _spans(paragraphs, groups))
    if len(turns) < _MIN_QUESTIONS:
        return personal == len(groups)
    if announced:
        return personal >= _MIN_PERSONAL_ANNOUNCED * len(groups)
    addressed = sum(addresses(context, turn) for turn in turns)
    least = _MIN_PERSONAL_DROPPED if context.lexicon.drops else _MIN_PERSONAL
    return 2 * addressed >= len(turns) and personal >= least * len(groups)


def _spans(paragraphs: Sequence[Span], groups: Sequence[Sequence[int]]) -> list[Span]:
    """Where each answer stands."""
    return [(paragraphs[group[0]][0], paragraphs[group[-1]][1]) for group in groups]


def _last_answer(text: str, paragraphs: Sequence[Span], first: int, longest: int) -> list[int]:
    """The paragraphs of the last answer: up to what looks like a heading or thanks."""
    group: list[int] = []
    for number in range(first, min(len(paragraphs), first + longest)):
        if group and size_of(text, paragraphs[number]) < MIN_FURTHER_WORDS:
            break
        group.append(number)
    return group


def _labelled(context: AttributionContext, spans: Sequence[Span]) -> tuple[str, float] | None:
    """The one person with whose name answers begin: "Ann Lee: We will run them"."""
    labels: set[str] = set()
    for start, end in spans:
        label = _NAME_LABEL.match(context.text, start, end)
        if label and label[1][0].isupper():
            labels.add(label[1])
    guests = {
        spelled(entity.name)
        for entity in context.people.entities
        if len(entity.name) > 1 and (entity.person or _is_told_of(context, entity))
        for label in labels
        if label.lower() in (spelled(entity.name).lower(), entity.name[-1].lower())
    }
    return (guests.pop(), _LABELLED) if len(guests) == 1 else None


def _is_told_of(context: AttributionContext, entity: Entity) -> bool:
    """Whether who may be a person is named besides labels: "Carys Tresco took over"."""
    words, mentions = context.words, context.people.mentions
    ends = (mentions[at].last for at in entity.mentions)
    return entity.person is None and any(words.text[end : end + 1] != [":"] for end in ends)


def _answer(context: AttributionContext, span: Span, guest: tuple[str, float]) -> QuoteDraft:
    """One paragraph of an answer, without its label and its marks."""
    start, end = span
    text = context.text
    label = _NAME_LABEL.match(text, start, end)
    named = label and label[1].lower().split()[-1] == guest[0].lower().split()[-1]
    if not named:
        label = LABEL.match(text, start, end)
    if label and (named or label[1].lower() in context.lexicon.answer_labels):
        start = label.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    whole = WHOLE.fullmatch(text, start, end)
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
