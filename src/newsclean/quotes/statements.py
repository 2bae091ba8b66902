"""Quotes -> whole statements: the parts of what somebody says that only its attribution parts.

"The dam," she said, "will hold." is one sentence, and "We close at two," he said. "The heating is
off." one statement: whoever reads a part of it alone reads less than was said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import ANSWER, ASKED, DASHED, NEXT_PARAGRAPH, TURN, QuoteDraft
from newsclean.quotes.standing import asks, contrasts, leans, links, tells_of
from newsclean.quotes.text.lexicon import CueKind, Lexicon, first_names
from newsclean.quotes.text.words import Words

_FINAL = ".!?…"
_INNER_COMMA = lazy_regex(",(['’”\"»])$")
_NEXT_SENTENCE = lazy_regex(r"(?<=[^\W\d_]{3}[.!?…])\s+(?=[^\W\d_a-zà-ÿа-яё])")
"""Where the next sentence of a quote begins: behind no abbreviation."""
_UNSPACED_ENDS = "。！？，、…"
_PARTING = (",", "—", "–", "-")
_MAX_PARTING_WORDS, _MAX_ENDED_WORDS = 14, 30
"""The longest attribution between two parts of a statement, and one that ends its sentence, as
"said Ann Lee, who has run the mill since ..." does; guesses, as the bounds below."""
_MAX_SENTENCE_WORDS = 60
"""The longest sentence that is put together."""
_ENOUGH_WORDS, _MAX_STATEMENT_WORDS = 45, 60
"""From so many words on a sentence says enough alone, and the most of a statement of several."""
_MIN_ASKED_WORDS = 4
"""The shortest question that goes on from a statement: "Which one?" is put to somebody."""
_MIN_SURE = 0.9
"""How much less sure the speaker of a further sentence may be, as a share."""
_MIN_ANSWER_WORDS, _MAX_ANSWER_WORDS = 4, 40
"""The shortest sentence that an answer may begin with, and how much of it is printed."""
_MAX_BEHIND_WORDS = 4
"""How far behind a quote its own verb of speech is sought; a guess."""
_MAX_LEAD_WORDS = 12
"""The longest part that the next paragraph goes on from: it sets up what follows; a guess."""
_MAX_OWNED_WORDS = 2
"""How far behind "her" the one is who is hers: "her old teacher"."""
_TOWARDS = frozenset({"to", "at"})
_CLOSING = "”“\"»«’'"
_PARTED = " … "
"""Stands for the attribution inside a sentence that no comma parts."""


class Statement(NamedTuple):
    """What is said in one go."""

    text: str
    words: list[str]
    """In lower case."""
    last: int
    """The number of the last of its quotes."""
    stands: bool = True
    """Whether something of it stands alone; false of an answer that needs its question."""


def statements(
    quotes: Sequence[QuoteDraft], words: Words, lexicon: Lexicon
) -> tuple[Statement, ...]:
    """The statement that begins with each quote, which may be that quote alone."""
    said = [_words_of(quote, words) for quote in quotes]
    own = [_without_incises(quote, one, lexicon) for quote, one in zip(quotes, said, strict=True)]
    return tuple(_from(at, own, said, words, lexicon) for at in range(len(own)))


def _from(
    first: int,
    quotes: Sequence[QuoteDraft],
    said: Sequence[list[str]],
    words: Words,
    lexicon: Lexicon,
) -> Statement:
    """The statement that begins with quote `first`."""
    text, spoken, last = quotes[first].text, said[first], first
    if quotes[first].rule in (ANSWER, ASKED, TURN):
        return _standing_part(quotes[first], first, spoken, words, lexicon)
    while last + 1 < len(quotes):
        if _is_cut(quotes[last], quotes[last + 1]):
            text = (
                f"{text} {quotes[last + 1].text}"
                if lexicon.spaced
                else text + quotes[last + 1].text
            )
            spoken = spoken + said[last + 1]
            last += 1
            continue
        gap = _gap(quotes[last], quotes[last + 1], words, lexicon)
        if gap is None:
            break
        size = len(spoken) + len(said[last + 1])
        if _is_again(text, quotes[last + 1].text):
            break
        if not lexicon.spaced:
            if size > _MAX_STATEMENT_WORDS or quotes[last + 1].kind != "direct":
                break
            text += ("" if text[-1] in _UNSPACED_ENDS else "。") + quotes[last + 1].text
        elif _is_inside(quotes[last], quotes[last + 1], words, gap):
            if size > _MAX_SENTENCE_WORDS:
                break
            text = _one_sentence(text, spoken, quotes[last + 1].text, lexicon)
        elif _adds(text, spoken, quotes[first], quotes[last + 1]):
            room = _MAX_STATEMENT_WORDS - len(spoken)
            body, part = _beginning(quotes[last + 1], said[last + 1], room)
            if not part:
                break
            text = _two_sentences(text, body)
            if size > _MAX_STATEMENT_WORDS:
                return Statement(text, spoken + part, last + 1)
        else:
            break
        spoken = spoken + said[last + 1]
        last += 1
    return Statement(text, spoken, last)


def _beginning(quote: QuoteDraft, said: list[str], room: int) -> tuple[str, list[str]]:
    """A quote, of a long one the first sentences that have `room`, and their words."""
    if len(said) <= room:
        return quote.text, said
    end = 0
    for match in _NEXT_SENTENCE.finditer(quote.text):
        if len(quote.text[: match.start()].split()) > room:
            break
        end = match.start()
    return quote.text[:end], said[: len(quote.text[:end].split())]


def _without_incises(quote: QuoteDraft, said: list[str], lexicon: Lexicon) -> QuoteDraft:
    """A quote without the reporter's words between its marks: «The dam, says Ann Lee, holds»."""
    if not quote.incises or quote.end - quote.start != len(quote.text):
        return quote
    text = ""
    begin = 0
    for start, end in (*quote.incises, (quote.end, quote.end)):
        part = quote.text[begin : start - quote.start].strip(" ,–—-")
        begin = end - quote.start
        if part.startswith("."):
            part = part[1:].lstrip(" ,–—-")
        if not text or not part:
            text = text or part
        elif part[0].isupper():
            text = _two_sentences(text, part)
        else:
            text = _one_sentence(text, said, part, lexicon)
    return quote._replace(text=text)


def _standing_part(
    quote: QuoteDraft, at: int, spoken: list[str], words: Words, lexicon: Lexicon
) -> Statement:
    """What of an answer stands without its question: "Two. I lost both." begins with the second.

    Nothing is left out where no sentence of it stands.
    """
    if quote.end - quote.start != len(quote.text) or not lexicon.spaced:
        return Statement(quote.text, spoken, at)  # blanks were joined, so no place is known
    parts: list[tuple[int, int, list[str]]] = []
    size = 0
    for start, end, said in _sentences(quote, words):
        stands = bool(parts) or _stands(quote.text[start:end], said, lexicon, first=start == 0)
        size += len(said) if stands else 0
        if parts and size > _MAX_ANSWER_WORDS:
            break
        if stands:
            parts.append((start, end, said))
    if not parts:
        return Statement(quote.text, spoken, at, stands=False)
    text = quote.text[parts[0][0] : parts[-1][1]].strip()
    return Statement(text, [word for _, _, said in parts for word in said], at)


def _stands(body: str, said: list[str], lexicon: Lexicon, *, first: bool) -> bool:
    """Whether a sentence of an answer says something without the question, and what is left out."""
    if len(said) < _MIN_ANSWER_WORDS or not (body[0].isalnum() or body[0] in "¿¡"):
        return False
    if said[0] in lexicon.complementisers or leans(body, lexicon.language):
        return False
    if lexicon.clauses and lexicon.clauses.isdisjoint(said):
        return False
    return first or not (
        said[0] in lexicon.indefinite
        or tells_of(said, lexicon.language)
        or any(lexicon.pronouns.get(word, "i") in "mfn" or word in lexicon.objects for word in said)
    )


def _sentences(quote: QuoteDraft, words: Words) -> Iterator[tuple[int, int, list[str]]]:
    """The sentences of a quote without marks: where each begins and ends in it, and its words."""
    first, last = bisect_right(words.ends, quote.start), bisect_right(words.ends, quote.end)
    while first < last:
        end = min(last, words.bounds[words.sentence[first]][1])
        said = [word for word in words.low[first:end] if word[0].isalpha()]
        yield words.start(first) - quote.start, words.ends[end - 1] - quote.start, said
        first = end


def _adds(text: str, spoken: list[str], first: QuoteDraft, further: QuoteDraft) -> bool:
    """Whether a further sentence belongs to a statement: it is short so far, and no question."""
    sure = further.confidence >= _MIN_SURE * first.confidence or further.rule == DASHED
    put = asks(text) or (asks(further.text) and len(further.text.split()) < _MIN_ASKED_WORDS)
    whole = further.kind == "direct" and sure and not put and not further.text[:1].islower()
    return whole and len(spoken) < _ENOUGH_WORDS


def _is_cut(quote: QuoteDraft, further: QuoteDraft) -> bool:
    """Whether the break of a line cuts a sentence in two."""
    goes_on = further.rule == NEXT_PARAGRAPH and further.speaker == quote.speaker
    lower = further.text[:1].islower() or further.text[:1].upper() == further.text[:1].lower()
    return goes_on and lower and quote.text.rstrip()[-1:] not in _FINAL


def _is_again(text: str, further: str) -> bool:
    """Whether what follows begins with the same words: they are quoted twice."""
    return further.lower().startswith(text.rstrip(" ,.").lower())


def _gap(
    quote: QuoteDraft, further: QuoteDraft, words: Words, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The words between two quotes, where they are no more than who says it."""
    if quote.kind != "direct" or further.rule == NEXT_PARAGRAPH:
        return None
    if quote.speaker is None or further.speaker != quote.speaker:
        return None
    begin = bisect_right(words.ends, quote.end)
    end = bisect_right(words.ends, further.start)
    while begin < end and words.quote[begin] >= 0:
        begin += 1
    while begin < end and words.quote[end - 1] >= 0:
        end -= 1
    if not 0 < end - begin <= _MAX_ENDED_WORDS:
        return None
    before, after = words.sentence[begin - 1], words.sentence[end]
    linked = further.continues or (bool(lexicon.quotatives) and before == after)
    if not linked or _turns(quote, words, lexicon, begin, end):
        return None
    behind = bisect_right(words.ends, further.end)
    if _is_said(words, lexicon, behind):
        return None  # it has an attribution of its own
    apart = words.paragraph_of[after] - words.paragraph_of[before]
    if apart and not (apart == 1 and _leads(quote, words, behind)):
        return None
    if after == before:  # "...," she said and added, "..."
        return (begin, end) if end - begin <= _MAX_PARTING_WORDS else None
    begins = words.bounds[after][0] == end  # else a sentence of the reporter's leads to it
    return (begin, end) if begins and after - before == 1 else None


def _leads(quote: QuoteDraft, words: Words, behind: int) -> bool:
    """Whether a short part sets up the next paragraph, which is a quote and nothing else."""
    if len(quote.text.split()) > _MAX_LEAD_WORDS:
        return False
    while behind < len(words.quote) and words.text[behind] in _CLOSING:
        behind += 1
    paragraphs, sentence = words.paragraph_of, words.sentence
    return (
        behind == len(words.quote)
        or paragraphs[sentence[behind]] != paragraphs[sentence[behind - 1]]
    )


def _turns(quote: QuoteDraft, words: Words, lexicon: Lexicon, begin: int, end: int) -> bool:
    """Whether an attribution turns to another time, or to somebody who may answer.

    "...," she said in May, but in June: "..."; "...," he told Ann Lee. "..." may be Ann Lee's.
    """
    own = set(f"{quote.speaker} {quote.role or ''}".split())
    told = False
    for at in range(begin, end):
        low, text = words.low[at], words.text[at]
        if low in contrasts(lexicon.language):
            return True
        # "says Ann Lee, who is married to Tom": he is told nothing
        told = told or (low in lexicon.relatives and words.text[at - 1] == ",")
        if told:
            continue
        heard = low in lexicon.objects and low not in lexicon.owners
        heard = heard and lexicon.pronouns.get(low) != "i"
        person = low in first_names() and low not in lexicon.names_never and text[0].isupper()
        if (heard or person) and text not in own:
            return True
        led = low in lexicon.prepositions or low in _TOWARDS
        if led and at + 1 < end and words.low[at + 1] in lexicon.owners:
            theirs = words.low[at + 2 : min(end, at + 2 + _MAX_OWNED_WORDS)]
            if not lexicon.kin or not (lexicon.kin | words.roles).isdisjoint(theirs):
                return True  # "to her mother", not "in her memoir"
    return False


def _is_said(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a verb of speech, and no other quote, follows right behind a quote."""
    for one in range(at, min(at + _MAX_BEHIND_WORDS, len(words.low))):
        if words.sentence[one] != words.sentence[at - 1]:
            return False
        if words.quote[one] >= 0 and words.text[one] not in _CLOSING:
            return False
        if words.text[one] in _FINAL and words.quote[one] < 0:
            return False
        verb = words.low[one].partition("-")[0] if lexicon.clitics else words.low[one]
        if words.quote[one] < 0 and lexicon.cue_kinds.get(verb) == CueKind.SPEECH:
            return True
    return False


def _is_inside(quote: QuoteDraft, further: QuoteDraft, words: Words, gap: tuple[int, int]) -> bool:
    """Whether a sentence goes on behind its attribution: a comma or a dash leads back to it."""
    begin, end = gap
    if further.rule == DASHED and further.text[:1].islower():
        return True
    if quote.text.rstrip()[-1:] in _FINAL or words.text[end - 1] not in _PARTING:
        return False
    return words.sentence[begin - 1] == words.sentence[end] or further.text[:1].islower()


def _one_sentence(text: str, spoken: list[str], further: str, lexicon: Lexicon) -> str:
    """Two parts of one sentence. A comma behind a part may be its attribution's, not its own."""
    first = further.split(None, 1)[0].strip(",.;:!?…").lower()
    spoken = spoken or [""]
    begun = further[:1].isupper() and not lexicon.capitals and lexicon.pronouns.get(first) != "i"
    if begun and not lexicon.clauses.isdisjoint(spoken):
        return _two_sentences(text, further)
    joined = first in links(lexicon.language) or first in lexicon.subordinators
    joined = joined or spoken[0] in lexicon.subordinators
    return text.rstrip(" ,–—-") + (", " if joined else _PARTED) + further.lstrip(" ,–—-…")


def _two_sentences(text: str, further: str) -> str:
    body = _INNER_COMMA.sub(r".\1", text.rstrip(" ,–—-"))
    if body[-1:] in _CLOSING and body[-2:-1] in _FINAL:
        return f"{body} {further}"
    return body + (" " if body[-1:] in _FINAL else ". ") + further


def _words_of(quote: QuoteDraft, words: Words) -> list[str]:
    first = bisect_right(words.ends, quote.start)
    last = bisect_right(words.ends, quote.end, first)
    inside = words.low[first:last]
    if quote.incises:
        inside = [words.low[at] for at in range(first, last) if words.quote[at] >= 0]
    return [word for word in inside if word[0].isalpha()]
