"""Whose turn a paragraph of an interview is: the interviewer's or the guest's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from newsclean.document import Span
from newsclean.languages import WORD
from newsclean.patterns import lazy_regex
from newsclean.quotes.context.context import AttributionContext
from newsclean.quotes.text.lexicon import Lexicon

MIN_ANSWER_WORDS = 2
"""Shorter ones are headings and captions: "Quiet.". All bounds here are guesses."""
MIN_FURTHER_WORDS = 7
"""The shortest paragraph of an answer but its first: shorter ones are captions and headings."""
_MAX_QUESTION_CHARS, _MAX_LONG_QUESTION_CHARS = 400, 900
"""The longest paragraph that asks, and that asks and speaks to somebody."""
_MAX_PROMPT_CHARS = 300
"""The longest paragraph that may be the interviewer's though it ends in no question mark."""
LABEL = lazy_regex(r"\s*([^\W\d_]{1,10})\s?[.:]\s+")
_DASH = lazy_regex(r"\s*[–—-] ?(?=\S)")
_MIN_DASHED = 3
"""The fewest dashed questions with dashed answers that are a dialogue: novels are no interviews."""
_OPENING = "\"“„«‘'—–-"
MARKED = lazy_regex(r"[\"“„«»]([^\"“”„«»\n]++)[\"“”«»]")
WHOLE = lazy_regex(r"\s*[\"“„«»]\s?([^\"“”„«»\n]*[^\s\"“”„«»])\s?[\"“”«»][.!?…]?\s*")
"""A paragraph from mark to mark."""
_FINAL = ".!?…。？！"
_CLOSING = "\"”“»’')]"


def without_dashes(text: str, paragraphs: Sequence[Span]) -> Sequence[Span]:
    """The paragraphs without the dashes of a dialogue, where dashed questions are so answered."""
    dashed = [bool(_DASH.match(text, *span)) for span in paragraphs]
    asked = [
        at
        for at, (start, end) in enumerate(paragraphs)
        if dashed[at] and text[start:end].rstrip()[-1:] == "?"
    ]
    answered = sum(dashed[at + 1] for at in asked if at + 1 < len(dashed))
    if answered < _MIN_DASHED or answered < len(asked) - 1:
        return paragraphs
    openings = (_DASH.match(text, *span) for span in paragraphs)
    return [
        (opening.end() if opening else start, end)
        for opening, (start, end) in zip(openings, paragraphs, strict=True)
    ]


def is_marked_answer(context: AttributionContext, span: Span) -> bool:
    """Whether a paragraph has the label of an answer ("A: Two suitcases."), or is one in marks."""
    label = LABEL.match(context.text, *span)
    if label is not None:
        return label[1].lower() in context.lexicon.answer_labels
    return WHOLE.fullmatch(context.text, *span) is not None


def is_question(text: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph is the interviewer's: by its label, or by its question mark."""
    text = text.strip()
    label = LABEL.match(text)
    if label and label[1].lower() in lexicon.question_labels:
        return True
    if label and label[1].lower() in lexicon.answer_labels:
        return False
    if text[-1:] not in "?？" or text[:1] in _OPENING or len(text) > _MAX_LONG_QUESTION_CHARS:
        return False
    return len(text) <= _MAX_QUESTION_CHARS or _turns_to(lexicon, text)


def is_answer(context: AttributionContext, span: Span, names: set[str], *, first: bool) -> bool:
    """Whether a paragraph between two questions is the guest's, and no caption or prompt.

    `names` are the guest's, who speak of themselves as "I"; `first` is what follows a question.
    """
    text = context.text[span[0] : span[1]].strip()
    size = len(text.split())
    if first:
        return size > MIN_ANSWER_WORDS
    if size < MIN_FURTHER_WORDS or text.rstrip(_CLOSING)[-1:] not in _FINAL:
        return False
    bare = MARKED.sub(" ", text)
    if len(bare) > _MAX_PROMPT_CHARS:
        return True
    if "?" in bare or not names.isdisjoint(WORD.findall(bare.lower())):
        return False
    personal = any(is_self(context, word) for word in bare.lower().split())
    return personal or not _turns_to(context.lexicon, bare)


def is_prompt(context: AttributionContext, span: Span, names: set[str]) -> bool:
    """Whether a paragraph may be the interviewer's though it is no question.

    It is short and speaks to the guest, or names them: "You left in 2019."
    """
    text = context.text[span[0] : span[1]].strip()
    if len(text) > _MAX_PROMPT_CHARS or text[-1:] in "?？":
        return False
    bare = MARKED.sub(" ", text)
    return _turns_to(context.lexicon, bare) or not names.isdisjoint(WORD.findall(bare.lower()))


def _turns_to(lexicon: Lexicon, text: str) -> bool:
    """Whether a statement speaks to somebody: by "you", in German by a "Sie" inside a sentence."""
    addressed = lexicon.addressed
    if not lexicon.capitals:
        return not addressed.isdisjoint(WORD.findall(text.lower()))
    for match in WORD.finditer(text):
        word = match[0].lower()
        if word not in addressed:
            continue
        inside = text[: match.start()].rstrip()[-1:].isalnum()
        if word.startswith("d") or (match[0][0].isupper() and inside):
            return True
    return text.startswith(("Sie ", "Ihr ", "Ihre "))


def addresses(context: AttributionContext, span: Span) -> bool:
    """Whether a question speaks to somebody."""
    text = context.text[span[0] : span[1]].lower()
    return not context.lexicon.addressed.isdisjoint(WORD.findall(text))


def size_of(text: str, span: Span) -> int:
    """How many words a paragraph has."""
    return len(text[span[0] : span[1]].split())


def speaks_of_self(context: AttributionContext, start: int, end: int) -> bool:
    """Whether there is an "I", "we" or "my" between two places."""
    words, lexicon = context.words, context.lexicon
    first, last = bisect_right(words.ends, start), bisect_right(words.ends, end)
    return any(
        is_self(context, word)
        or word in lexicon.selves
        or (lexicon.self_endings and word.endswith(lexicon.self_endings))
        for word in words.low[first:last]
    )


def is_self(context: AttributionContext, word: str) -> bool:
    """Whether a word is an "I" or "we", be it with a verb: "I'm"."""
    plain = word.partition("'")[0].partition("’")[0]
    return context.lexicon.pronouns.get(plain) in ("i", "p")
