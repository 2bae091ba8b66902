"""Quotes in scripts without capitals -> who says them, where a clause beside them tells.

A verb of speech leads to a quote by a colon or "that", or follows it; its subject stands behind it
(قالت سلمى حداد: «...») or begins the sentence (مریم رضایی گفت: «...»). A verb without one goes on
with who spoke last, if nobody else who may be meant was named since. Else nobody is given.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from newsclean.document import Span
from newsclean.patterns import lazy_regex
from newsclean.quotes.draft import QuoteDraft
from newsclean.quotes.uncased.people import People, Person
from newsclean.quotes.uncased.words import Language, Word, language, words_of

if TYPE_CHECKING:
    import re

_NAMED, _GOES_ON = 0.85, 0.7
"""How sure a speaker is whom a clause names, and one whom a verb leaves out; guesses."""
_MAX_PARAGRAPHS = 4
"""How many paragraphs below a verb still goes on with who spoke; headings count."""
_MAX_ABOUT_CHARS = 1000
"""How far before a quote it is sought whom its paragraph is about: a bound on the time."""
_MARKS = " \u00a0«»“”„\"'‘’׳״"
_TITLE_CHARS = 20
"""So long is a title with a full stop behind it at most."""
_COMMAS = "،,"
_GOES_ON_SIGNS = ",،?!؟"
"""Signs inside a quote behind which its sentence goes on."""
_SO = "ف"
_END = lazy_regex("[.!?؟؛।\n]")
_FINAL = ".!?…؟।"
_OPENING = ("“", "«", "‘", '"')
_END_OR_QUOTE = lazy_regex('[.!?؟؛।\n]|(?<=\\s)[“«‘"]')


class _Clause(NamedTuple):
    """A verb of speech and its subject."""

    cue: Span
    who: Person | None
    """None where the subject is nobody known, or left out."""
    implied: bool
    """Whether it is left out, or a pronoun."""
    gender: str


def with_speakers(
    text: str, paragraphs: Sequence[Span], found: Sequence[QuoteDraft], code: str
) -> list[QuoteDraft]:
    """The quotes of a text, each with who says it, where that is told beside it."""
    known = language(code)
    quoted = [_outer(text, quote) for quote in found]
    people = People(text, known, quoted)
    firsts = [start for start, _ in paragraphs]
    result: list[QuoteDraft] = []
    voice: Person | None = None
    last: _Clause | None = None
    told, at = -1, 0
    for quote, (start, end) in zip(found, quoted, strict=True):
        for clause in _clauses(people, at, start):
            if not clause.implied:
                voice, told = clause.who, clause.cue[0]
        own = _behind(people, end) or _before(people, _sentence(people, at, start), start)
        if own is not None and not own.implied:
            voice, told = own.who, own.cue[0]
        begin = firsts[bisect_right(firsts, start) - 1]
        if own is not None and own.implied and told < begin:
            near_end = min(start, own.cue[0])
            about = _about(people, max(begin, near_end - _MAX_ABOUT_CHARS), near_end, own.gender)
            voice, told = about or (voice, told)
        near = bisect_right(firsts, start) - bisect_right(firsts, told) <= _MAX_PARAGRAPHS
        if last is not None and at <= last.cue[0] and _goes_on(text, last, own, at, start):
            result.append(_continued(quote, result[-1]))
        else:
            result.append(_said_by(people, quote, own, voice if near else None, told))
        last, at = own, end
    return result


def _about(people: People, begin: int, end: int, gender: str) -> tuple[Person | None, int] | None:
    """Whom a paragraph is about before a quote, and where it says so; None where nobody is named.

    Its topic ("as for the engineer NAME, he ..."), or the subject who alone is named there.
    """
    text, known = people.text, people.known
    words = words_of(text, begin, end)
    topics = [at for at, word in enumerate(words) if word.low in known.topics]
    for at in reversed(topics):
        if not text[_sentence(people, begin, words[at].start) : words[at].start].strip():
            phrase, who = _topic(people, words, at, gender)
            known_as = known.roles | known.titles | known.others
            if who is not None or (phrase and known.bare(phrase[0].low) & known_as):
                return who, words[at].start
    only = people.only(begin, end)
    if only is None:
        return None
    first = _sentence(people, begin, only.start)
    words = [word for word in words if word.start >= first]
    apart = known.stops | known.others | known.roles
    if known.name_last:
        who = people.named_at(words, words.index(only))
        return (who, who.place[0]) if who else None
    for at in (0, 1):
        if at == 0 or (known.verb_first and words[0].low not in apart):
            who = people.read(_phrase(people, words, at, len(words)), gender)
            if who is not None and {who.gender, gender} != {"m", "f"}:
                return who, who.place[0]
    return None


def _topic(
    people: People, words: Sequence[Word], at: int, gender: str
) -> tuple[list[Word], Person | None]:
    """The words behind "as for", up to the verb (which "so" begins), and whom they name."""
    phrase = _phrase(people, words, at + 1, len(words))
    cut = next((n for n, one in enumerate(phrase) if n > 1 and one.low.startswith(_SO)), None)
    return phrase, people.read(phrase[:cut], gender) if phrase else None


def _goes_on(text: str, last: _Clause, own: _Clause | None, at: int, start: int) -> bool:
    """Whether nothing but the clause of the quote before parts it from this one."""
    if own is not None:
        return own.cue == last.cue
    between = text[at:start].rstrip(_MARKS)
    return len(_END.findall(between)) == 1 and between.endswith(".")


def _continued(quote: QuoteDraft, last: QuoteDraft) -> QuoteDraft:
    """`quote` as what the speaker of the one before says on."""
    sure = min(last.confidence, _GOES_ON) if last.speaker else 0.0
    return quote.going_on_from(last)._replace(confidence=sure)


def _said_by(
    people: People, quote: QuoteDraft, clause: _Clause | None, voice: Person | None, told: int
) -> QuoteDraft:
    """`quote` with the speaker of its clause, or who spoke last where that leaves it out."""
    if clause is None:
        return quote
    cue = people.text[slice(*clause.cue)]
    if voice is None:
        return quote._replace(cue=cue)
    other = {clause.gender, voice.gender} == {"m", "f"}
    if clause.implied and (
        other or people.others(voice, clause.gender, told, min(quote.start, clause.cue[0]))
    ):
        return quote._replace(cue=cue)
    side = "after" if clause.cue[0] > quote.start else "before"
    how = f'"{cue}" {side} the quote' + (", its subject implied" * clause.implied)
    sure = _GOES_ON if clause.implied else _NAMED
    return quote.said_by((voice.name, voice.role), voice.place, cue, how, sure)


def _outer(text: str, quote: QuoteDraft) -> Span:
    """A quote with its marks."""
    start, end = quote.start, quote.end
    while start and text[start - 1] in _MARKS:
        start -= 1
    while end < len(text) and text[end] in _MARKS:
        end += 1
    return start, end


def _sentence(people: People, start: int, end: int) -> int:
    """Where the sentence before a quote begins, from `start` on."""
    for stop in _END.finditer(people.text, start, end):
        start = stop.end() if _is_stop(people, stop) else start
    return start


def _is_stop(people: People, sign: re.Match[str]) -> bool:
    """Does a sign end a sentence? A full stop behind an initial or a title ends none."""
    if sign[0] != ".":
        return True
    words = words_of(people.text, max(0, sign.start() - _TITLE_CHARS), sign.start())
    return not words or (
        words[-1].end - words[-1].start > 1 and words[-1].low not in people.known.titles
    )


def _clauses(people: People, start: int, end: int) -> Iterator[_Clause]:
    """The clauses of speech in a stretch outside quotes."""
    words = words_of(people.text, start, end)
    begin = done = 0
    for at, word in enumerate(words):
        sign = _END.search(people.text, words[at - 1].end, word.start) if at else None
        if sign is not None and _is_stop(people, sign):
            begin = at
        size, gender = _cue_at(people.known, words, at) if at >= done else (0, "")
        if size:
            done = at + size
            yield _clause(people, words, begin, at, size, gender)


def _cue_at(known: Language, words: Sequence[Word], at: int) -> tuple[int, str]:
    """How many words a verb of speech has that begins at a word, and its gender; 0 for none."""
    word = words[at].low
    for phrase in known.opens.get(word, ()):
        if tuple(one.low for one in words[at : at + len(phrase)]) == phrase:
            return len(phrase), known.cues[phrase]
    for prefix in ("", *known.prefixes):
        bare = word.removeprefix(prefix) if word.startswith(prefix) else ""
        if (bare,) in known.cues:
            return 1, known.cues[bare,]
    return 0, ""


def _clause(
    people: People, words: Sequence[Word], begin: int, at: int, size: int, gender: str
) -> _Clause:
    """The clause of a verb of speech, whose sentence begins at the word `begin`."""
    known, cue = people.known, (words[at].start, words[at + size - 1].end)
    if words[begin].low in known.topics:
        _, who = _topic(people, words, begin, gender)
        return _Clause(cue, who, implied=False, gender=gender)
    if known.verb_first:
        touches = people.text[cue[1] : cue[1] + 1] == " "
        behind = _phrase(people, words, at + size, len(words)) if touches else []
        led = known.verb_last and at > begin
        if behind and not (led and not (known.name_last and people.read(behind, gender))):
            rest = words[at + size + len(behind) :]
            who = people.read(behind, gender) or people.named_by_comma(behind, rest, gender)
            return _Clause(cue, who, implied=False, gender=gender)
        if not known.verb_last:
            return _Clause(cue, None, implied=True, gender=gender)
    before = _subject(people, words, begin, at)
    if not before or before[0].low in known.pronouns:
        named = known.pronouns & {word.low for word in words[begin:at]}
        return _Clause(cue, None, implied=bool(named) or at == begin, gender=gender)
    who = people.read(before, gender)
    following = begin + len(before)
    if who is None and following < at and not known.name_last:  # "his father, Ali Karimi, said"
        other = _phrase(people, words, following, at)
        who = people.read(other, gender) if len(other) > 1 else _apposed(people, words, begin, at)
    return _Clause(cue, who, implied=False, gender=gender)


def _apposed(people: People, words: Sequence[Word], begin: int, at: int) -> Person | None:
    """Who is named between commas before a verb: "the mother of the girl, NAME, told"."""
    first = at
    while first > begin + 1 and (first == at or _gap(people, words, first) == " "):
        first -= 1
    signed = _gap(people, words, at).strip() in tuple(_COMMAS) and first + 1 < at
    return (
        people.read(words[first:at], "") if signed and _gap(people, words, first) != " " else None
    )


def _gap(people: People, words: Sequence[Word], at: int) -> str:
    """What stands before a word."""
    return people.text[words[at - 1].end : words[at].start]


def _subject(people: People, words: Sequence[Word], begin: int, at: int) -> list[Word]:
    """The words for who speaks before a verb that stands at the word `at`."""
    known = people.known
    if not known.name_last:
        return _phrase(people, words, begin, at)
    end = next((one for one in range(at - 1, begin, -1) if words[one].low in known.marker), None)
    if end is None:
        while at > begin and words[at - 1].low in known.manner:
            at -= 1
        end = people.end_of_subject(words, begin, at) if at < len(words) else at
    first = end
    while first > begin and words[first - 1].low not in known.stops:
        gap = people.text[words[first - 1].end : words[first].start] if first < end else " "
        if gap != " " and not (gap == ". " and words[first - 1].low in known.titles):
            break
        first -= 1
    return list(words[first:end])


def _phrase(people: People, words: Sequence[Word], begin: int, end: int) -> list[Word]:
    """The words from `begin` up to a sign, or a word that ends who somebody is."""
    found: list[Word] = []
    for at in range(begin, end):
        word = words[at]
        gap = people.text[words[at - 1].end : word.start] if found else " "
        title = gap == ". " and words[at - 1].low in people.known.titles
        if (gap != " " and not title) or word.low in people.known.stops:
            break
        found.append(word)
    return found


def _before(people: People, start: int, end: int) -> _Clause | None:
    """The clause that leads to a quote by a colon, a comma or "that"."""
    words = words_of(people.text, start, end)
    gap = people.text[words[-1].end : end].strip(_MARKS) if words else ""
    if not words or not (
        gap == ":" or gap in tuple(_COMMAS) or words[-1].low in people.known.leads
    ):
        return None
    sourced = _sourced(people, words)
    if sourced is not None:
        return sourced
    last = words[-1].low
    if last in people.known.joined:
        cue = words[-1].start, words[-1].end
        return _Clause(cue, None, implied=True, gender=people.known.joined[last])
    return next(reversed(list(_clauses(people, start, end))), None)


def _behind(people: People, end: int) -> _Clause | None:
    """The clause that follows a quote, behind a comma: "...", قالت ليلى حسن."""
    text, known = people.text, people.known
    at = end
    while at < len(text) and text[at] in " ,،–—-":
        at += 1
    stops = (sign.start() for sign in _END_OR_QUOTE.finditer(text, at) if _is_stop(people, sign))
    ends = next(stops, len(text))
    inner = at
    while inner and text[inner - 1] in _MARKS:
        inner -= 1
    if text[ends : ends + 1] in _OPENING and text[inner - 1] in _FINAL:
        return None  # the clause leads to the next quote
    while ends > at and text[ends - 1] in " ,،:":
        ends -= 1
    words = words_of(text, at, ends)
    if not words or words[0].start != at:
        return None
    if known.verb_first:
        words = [*dropwhile(lambda word: word.low in known.manner, words)] or words
    if at == end and known.verb_first and text[inner - 1] not in _GOES_ON_SIGNS:
        return None
    if not known.verb_first:
        last = [clause for clause in _clauses(people, at, ends) if clause.cue[1] == ends]
        return last[-1] if last else None
    size, gender = _cue_at(known, words, 0)
    if size:
        return _clause(people, words, 0, 0, size, gender)
    return _sourced(people, words)


def _sourced(people: People, words: Sequence[Word]) -> _Clause | None:
    """The clause that begins with "according to"."""
    known = people.known
    first = words[0].low
    for source in known.sources:
        low = next((first[len(one) :] for one in known.prefixes if first == one + source[0]), first)
        if (low, *(word.low for word in words[1 : len(source)])) == source:
            phrase = _phrase(people, words, len(source), len(words))
            cue = words[0].start, words[len(source) - 1].end
            who = people.read(phrase, "") if phrase else None
            implied = bool(phrase) and phrase[0].low in known.pronouns
            return _Clause(cue, who, implied=implied, gender="")
    return None
