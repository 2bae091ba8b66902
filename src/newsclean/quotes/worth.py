"""Which quotes are worth printing: whole statements of somebody, sure, and readable alone.

Five words at least (four or three where an article has few such), no fragment, no half of a
sentence, no line of a song, no question, and nothing that points back at words not shown. How sure
it must be who says it hangs on how that was found, and on whether anybody else is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclean.quotes.draft import ANSWER, ASKED, SIGNATURE, QuoteDraft
from newsclean.quotes.standing import (
    answers_why,
    asks,
    ends_outside,
    is_silent,
    is_sung,
    leans,
    points_back,
    tells_of,
)
from newsclean.quotes.statements import Statement
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.words import Words

_MIN_CONFIDENCE = 0.6
_MIN_TRUST = 0.93
"""How sure the speaker of a key quote must be, where nothing was learned of the way it was found
(interviews, transcripts) and where it was. Words in the wrong mouth are the worst fault."""
_MIN_OTHER_TRUST = 0.78
"""The same of the surest quote of a speaker who has none that is surer: a voice that is missed is a
fault, too. The three were chosen by the pages on which the voices are shown and all are right, and
by wrong ones, with models of other domains."""
_MIN_ONLY_TRUST, _MIN_ONLY_CERTAIN = 0.7, 0.65
"""The same of the surest quote of an article that would show none; and how sure it must be whom a
pronoun or a role means: a "she" may be the last of three women named."""
_MIN_OWN_TRUST = 0.5
"""The same where its own clause says it of "a teacher" or "the council": of 60 such in labelled
articles all but those of things ("a common question") were right."""
_MIN_KEY_WORDS = 5
_MIN_SHORT_WORDS, _ENOUGH_KEYS, _MIN_SHORT_CONFIDENCE = 4, 3, 0.9
"""The same where an article has fewer key quotes than so many, "– Vi stänger inte skolan", and how
sure their speaker must be then; guesses."""
_MIN_CLAUSE_WORDS, _MAX_PHRASE_WORDS = 8, 20
"""The shortest part of the reporter's sentence that is printed where there is nothing else, and the
shortest that is without a known verb; guesses."""
_DENSE, _USUAL_CHARS = frozenset({"fi", "hu", "ko", "tr"}), 5
"""Languages whose words say what others say in two, and how long a word with its blank is else."""
_MIN_SHORT_CHARS = 12
"""The shortest of those; a guess."""
_MIN_THIRD_WORDS, _MIN_TOLD_WORDS = 6, 8
"""The shortest statement that may open on "she" or "it", and the shortest that may ask or give a
reason alone, and still be understood; guesses."""
_MIN_TO_WORDS, _MAX_HEARD_PLACE = 12, 3
"""The shortest that may be about a "her" whom it does not name, and where "her" stands then;
guesses."""
_MIN_BESIDE_LONG = 7
"""The least words of a key quote whose speaker says longer things; a guess."""
_MAX_ANSWER_WORDS, _ENOUGH_SHORT = 60, 3
"""Longer answers are quoted only where so many shorter ones are not there; a guess."""
_MIN_PART_WORDS = 8
"""The shortest beginning of a sentence that stands for itself: "...," she said, "..."."""
_FINAL = ".!?…"
_CUT = ("…", "...", "—", "–", "-")
"""Ends that show that a quote was cut off."""


def worth_printing(
    quotes: Sequence[QuoteDraft], wholes: Sequence[Statement], words: Words, lexicon: Lexicon
) -> list[bool]:
    """Whether each quote, with the text of its whole statement, is worth printing."""
    spoken = [whole.words for whole in wholes]
    if lexicon.language in _DENSE:
        spoken = [_stretched(one, quote.text) for one, quote in zip(spoken, quotes, strict=True)]
    worth = [_is_statement(place, quotes, spoken, words, lexicon) for place in range(len(quotes))]
    _leave_parts(quotes, wholes, worth, lexicon)
    if sum(worth) < _ENOUGH_KEYS:  # "I will not sign," he said.
        shown = {quote.speaker for quote, fits in zip(quotes, worth, strict=True) if fits}
        for place, quote in enumerate(quotes):
            sure = quote.own or quote.confidence >= _MIN_SHORT_CONFIDENCE
            scrap = bool(shown) and len(quote.text) < _MIN_SHORT_CHARS
            if sure and quote.speaker not in shown and not scrap:
                least = _MIN_SHORT_WORDS
                worth[place] = _is_statement(place, quotes, spoken, words, lexicon, least)
        _leave_parts(quotes, wholes, worth, lexicon)
    _add_less_sure(quotes, spoken, words, lexicon, worth)
    if not any(worth):
        worth = [
            _is_statement(place, quotes, spoken, words, lexicon, least, clause=True)
            for place, least in enumerate(
                _MIN_KEY_WORDS if asks(quote.text) else _MIN_CLAUSE_WORDS for quote in quotes
            )
        ]
    _leave_parts(quotes, wholes, worth, lexicon)
    _leave_leaning(quotes, wholes, worth, lexicon)
    _leave_scraps(quotes, spoken, worth, lexicon)
    _leave_long_answers(quotes, spoken, worth)
    return worth


def _stretched(said: list[str], text: str) -> list[str]:
    """Words and as many blanks as a text has characters more than words of usual length."""
    return [*said, *([" "] * (len(text) // _USUAL_CHARS - len(said)))]


def _add_less_sure(
    quotes: Sequence[QuoteDraft],
    spoken: list[list[str]],
    words: Words,
    lexicon: Lexicon,
    worth: list[bool],
) -> None:
    """Adds the surest quote of each speaker who has none."""
    shown = {quote.speaker for quote, fits in zip(quotes, worth, strict=True) if fits}
    others = sorted(
        (
            place
            for place, quote in enumerate(quotes)
            if quote.speaker not in shown
            and _MIN_OTHER_TRUST <= quote.confidence < _MIN_TRUST
            and _is_statement(place, quotes, spoken, words, lexicon, sure=_MIN_OTHER_TRUST)
        ),
        key=lambda place: -quotes[place].confidence,
    )
    for place in others:
        if quotes[place].speaker not in shown:
            worth[place] = True
            shown.add(quotes[place].speaker)
    if any(worth):
        return
    only = [
        place
        for place, quote in enumerate(quotes)
        if quote.grounds is not None
        and quote.grounds.certain >= _MIN_ONLY_CERTAIN
        and _is_statement(place, quotes, spoken, words, lexicon, sure=_MIN_ONLY_TRUST)
    ]
    if only:
        worth[max(only, key=lambda place: (quotes[place].confidence, -place))] = True


def _leave_parts(
    quotes: Sequence[QuoteDraft],
    wholes: Sequence[Statement],
    worth: list[bool],
    lexicon: Lexicon,
) -> None:
    """Takes the later parts of a statement from what is worth printing, or what leans before one.

    "That is so," she said. "We never sell a field.": the second alone is better.
    """
    for at, whole in enumerate(wholes):
        later = range(at + 1, whole.last + 1)
        if not worth[at] or not later:
            continue
        leant = _leans(at, quotes, wholes, lexicon)
        if leant and any(
            worth[one] and not leans(quotes[one].text, lexicon.language) for one in later
        ):
            worth[at] = False
            continue
        for one in later:
            worth[one] = False


def _leans(
    at: int, quotes: Sequence[QuoteDraft], wholes: Sequence[Statement], lexicon: Lexicon
) -> bool:
    """Whether a statement leans on words before it, and says too little until a part stands.

    "This is a raid on the valley," she said. "You drown the road.": what "this" is, the rest tells.
    """
    if not leans(quotes[at].text, lexicon.language):
        return False
    rest = range(at + 1, wholes[at].last + 1)
    if not rest or not points_back(quotes[at].text, lexicon.language):
        return True
    first = len(wholes[at].words) - len(wholes[at + 1].words)
    stands = any(not leans(quotes[one].text, lexicon.language) for one in rest)
    return not (stands and first >= _MIN_KEY_WORDS)


def _leave_scraps(
    quotes: Sequence[QuoteDraft], spoken: list[list[str]], worth: list[bool], lexicon: Lexicon
) -> None:
    """Takes the shortest quotes from what is worth printing, whose speakers say more elsewhere."""
    if not lexicon.spaced:
        return
    longer = {
        quote.speaker
        for quote, said, fits in zip(quotes, spoken, worth, strict=True)
        if fits and len(said) >= _MIN_PART_WORDS
    }
    for at, said in enumerate(spoken):
        if len(said) < _MIN_BESIDE_LONG and quotes[at].speaker in longer:
            worth[at] = False


def _leave_leaning(
    quotes: Sequence[QuoteDraft], wholes: Sequence[Statement], worth: list[bool], lexicon: Lexicon
) -> None:
    """Takes what leans on words before it from what is worth printing, and "no comment".

    Where somebody says nothing that stands for itself, what leans is still theirs.
    """
    spoken = [whole.words for whole in wholes]
    enough = sum(fits and whole.stands for fits, whole in zip(worth, wholes, strict=True)) >= (
        _ENOUGH_SHORT
    )
    leaning = [
        fits
        and (
            _leans(at, quotes, wholes, lexicon)
            or (enough and quote.rule == ANSWER and not wholes[at].stands)
            or _goes_on(quotes, at)
            or (len(spoken[at]) < _MIN_THIRD_WORDS and tells_of(spoken[at], lexicon.language))
            or (len(spoken[at]) < _MIN_TO_WORDS and _is_to_somebody(spoken[at], lexicon))
        )
        for at, (quote, fits) in enumerate(zip(quotes, worth, strict=True))
    ]
    standing = {
        quote.speaker
        for quote, fits, leant, said in zip(quotes, worth, leaning, spoken, strict=True)
        if fits and not leant and (len(said) >= _MIN_KEY_WORDS or not lexicon.spaced)
    }
    for at, quote in enumerate(quotes):
        if worth[at]:
            worth[at] = not (
                (leaning[at] and quote.speaker in standing)
                or (len(spoken[at]) < _MIN_TOLD_WORDS and answers_why(spoken[at], lexicon.language))
                or is_silent(quote.text, lexicon.language)
            )


def _is_to_somebody(said: list[str], lexicon: Lexicon) -> bool:
    """Whether a statement is about a "her" or "him" that it does not name: "I told her so"."""
    heard = (word for word in said[:_MAX_HEARD_PLACE] if word in lexicon.objects)
    return any(lexicon.pronouns.get(word, "i") in "mf" for word in heard)


def _goes_on(quotes: Sequence[QuoteDraft], at: int) -> bool:
    """Whether the sentence goes on in the next quote: "Some worry," she said, "but few do."."""
    follows = _after(quotes, at)
    return (
        follows is not None
        and follows.continues
        and follows.text[:1].islower()
        and quotes[at].text.endswith(",")
    )


def _after(quotes: Sequence[QuoteDraft], at: int) -> QuoteDraft | None:
    """The first quote behind all parts of statement `at`."""
    end = quotes[at].end
    return next((quote for quote in quotes[at + 1 :] if quote.start >= end), None)


def _leave_long_answers(
    quotes: Sequence[QuoteDraft], spoken: list[list[str]], worth: list[bool]
) -> None:
    """Takes answers of half a page from what is worth printing, where shorter ones are enough."""
    sizes = sorted(len(said) for at, said in enumerate(spoken) if worth[at])
    if len(sizes) <= _ENOUGH_SHORT:
        return
    bound = max(_MAX_ANSWER_WORDS, sizes[_ENOUGH_SHORT - 1])
    for at, said in enumerate(spoken):
        if len(said) > bound and quotes[at].rule == ANSWER:
            worth[at] = False


def _is_statement(
    place: int,
    quotes: Sequence[QuoteDraft],
    spoken: list[list[str]],
    words: Words,
    lexicon: Lexicon,
    least: int = _MIN_KEY_WORDS,
    sure: float | None = None,
    *,
    clause: bool = False,
) -> bool:
    """Whether a quote is a whole statement by somebody, worth printing by itself.

    With `clause`, a part of the reporter's sentence is one, too.
    """
    quote, said = quotes[place], spoken[place]
    if (quote.kind != "direct" and not clause) or len(said) < least or quote.rule == ASKED:
        return False
    if (
        clause
        and quote.text[:1].islower()
        and (
            said[0] not in lexicon.openers.union(lexicon.subjects, lexicon.generic)
            or (
                len(said) < _MAX_PHRASE_WORDS
                and lexicon.clauses
                and lexicon.clauses.isdisjoint(said)
            )
        )
    ):
        return False  # a part that begins with its subject, and has a verb, says something
    if lexicon.spaced and lexicon.language not in _DENSE and len(quote.text.split()) < least:
        return False  # the path of a file, an address
    known = lexicon.cues or lexicon.quotatives or not lexicon.spaced
    sure = (sure or _MIN_TRUST) if quote.grounds else _MIN_CONFIDENCE
    sure = min(sure, _MIN_OWN_TRUST) if quote.own else sure
    if known and (quote.speaker is None or quote.confidence < sure):
        return False
    if len(said) < _MIN_TOLD_WORDS and asks(quote.text) and not clause:
        return False  # "Next year again?"
    signed = quote.rule == SIGNATURE and quote.text[-1:] in _FINAL  # set off as a whole
    if not (signed or clause) and (quote.text[:1].islower() or quote.text.startswith(("…", "..."))):
        return False
    if quote.text.endswith(_CUT):
        return False
    follows = _after(quotes, place)
    if follows is not None and follows.continues and follows.text[:1].islower():
        half = said[0] in lexicon.subordinators or (
            lexicon.clauses and lexicon.clauses.isdisjoint(said)
        )  # "If it rains," she said, "we stay."
        if half or len(said) < _MIN_PART_WORDS:
            return False
    return not (is_sung(quote, words, lexicon) or ends_outside(quote, words, lexicon))
