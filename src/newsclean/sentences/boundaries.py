"""A paragraph -> where its sentences end.

Each candidate goes through a table of named rules, `RULES`. They are asked in order, the first that
has an answer decides, and where none has, the trained weights of the candidate's features do.
`decisions` gives each candidate with the name of what decided it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise, repeat
from typing import NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex
from newsclean.sentences import unspaced
from newsclean.sentences.candidates import CANDIDATE, REFERENCES, STRONG
from newsclean.sentences.features import QUOTES, Candidate, Kinds, describe, kinds_of
from newsclean.sentences.knowledge import Knowledge
from newsclean.sentences.lists import BULLETS, is_label, items
from newsclean.sentences.mark import Mark

Decide = Callable[[Kinds, int], bool]

_WINDOW_CHARS, _WORD_CHARS = 300, 24
"""How far back a sentence, and the word before a mark, is read: a bound on the time."""
_MAX_CREDIT_CHARS = 50
"""The longest name that a dash puts under a quote, as the other two limits a guess."""
_MAX_LABEL_CHARS = 9
"""The longest label of a list item with its bracket and blanks."""
_MAX_HOUR_CHARS = 16
"""The longest opening that is a time of day and no sentence: "At 5 a.m."."""
_YEARS = range(1000, 2100)
"""Numbers that are years, so not ordinals: `3.Mai` goes on, `1981.Der` does not."""
_DASHES = frozenset("-–—―")
_AROUND_LABEL = f"{BULLETS}([ \xa0\t"
_ARTICLE_AND_COUNTRY_CHARS = 10
"""The longest "The U.K" with a blank before it, which is no sentence before "Home Office"."""
_STRONG = frozenset(STRONG)
_PLURAL_LETTER = lazy_regex(r"[A-Z]s\b")
_PAIRED = lazy_regex("[\"“”„«»]|``|''")
_REFERENCE = lazy_regex(rf"(?<!\[)(?=[\[¹²³⁰⁴-⁹]){REFERENCES}$")
_COUNTRIES = frozenset(("u.s", "u.k", "u.n", "u.s.a", "e.u"))
_MARKED_NAMES = frozenset(("yahoo", "yum", "e", "jeopardy", "joomla", "kahoot", "wham"))
"""Names with a mark that begin others. No sign tells the rest from ends: "in Paris! Enjoy ..."."""
_HYPHENATED = lazy_regex(
    r"^(?:Ann[ae]?|[CK]arl|Eva|Ernst|Fran[kz]|Fritz|Georg|Hans|Heinz|Jan|Jean|Johann(?:es)?|Jörg"
    r"|[CK]laus|Kurt|Lars|Louis|Lutz|Mari[ae]|Max|Otto|Paul|Peter|Pierre|Rolf|Walter|Werner"
    r"|Wilhelm|Wolf|Friedrich)-[A-ZÄÖÜ]$"
)
"""First names that are joined to an initial; "Tarif-B." ends a sentence."""
_REFERENCE_ENDS = frozenset("]¹²³⁰⁴⁵⁶⁷⁸⁹")
_GLUED = "0123456789,*"
"""Characters of a footnote's mark that is printed like the text."""
_QUOTED = ('"', "“", "”", "„", "«", "»")

Answer = int | bool | None
"""True where the sentence ends behind the mark and what closes with it, False where it goes on,
a number where it ends elsewhere (so many characters into the paragraph), None where a rule has
nothing to say."""


class Decision(NamedTuple):
    """What was decided of one candidate."""

    end: int
    """Where the sentence ends, or would."""
    ends: bool
    rule: str


Rule = Callable[[Mark], Answer]


def boundaries(piece: str, knowledge: Knowledge, decide: Decide | None = None) -> Iterator[int]:
    """The offsets in `piece` at which a sentence ends (after the mark and what closes with it).

    The end of `piece` itself is not among them. `decide` is asked in the doubtful cases, given a
    candidate's kinds and its offset; None takes the trained weights.
    """
    for end, ends, _ in decisions(piece, knowledge, decide):
        if ends:
            yield end


def decisions(
    piece: str, knowledge: Knowledge, decide: Decide | None = None
) -> Iterator[tuple[int, bool, str]]:
    """Every candidate of a paragraph, as the fields of a `Decision`, in order."""
    starts = items(piece, ordinals=knowledge.ordinals)
    if not starts:
        return _inside(piece, knowledge, decide or weighed)
    return _of_list(piece, starts, knowledge, decide or weighed)


def _of_list(
    piece: str, starts: list[int], knowledge: Knowledge, decide: Decide
) -> Iterator[tuple[int, bool, str]]:
    for left, right in pairwise((0, *starts, len(piece))):
        item = piece[left:right].rstrip()
        for end, ends, rule in _inside(item, knowledge, decide):
            yield left + end, ends, rule
        if right < len(piece):
            yield left + len(item), True, "item of a list"


def _inside(piece: str, knowledge: Knowledge, decide: Decide) -> Iterator[tuple[int, bool, str]]:
    """The same for a paragraph that is no list, or for one item of a list."""
    abbreviations, inner = knowledge.abbreviations, knowledge.inner
    last, size, counted, quote_marks = 0, len(piece), 0, 0
    paired, bracketed = _PAIRED.search(piece) is not None, "(" in piece
    known: dict[Candidate, Kinds] = {}  # in a row of initials or numbers, they come again
    for match in CANDIDATE.finditer(piece):
        if match.end() >= size:
            return
        mark, close, gap, after, then = match.groups()
        start, end = match.start(), match.end(2)
        if close[-1:] in _REFERENCE_ENDS and (found := _REFERENCE.search(close)):
            close = close[: found.start()]
        elif close:
            close = close.rstrip(_GLUED)
        before = piece[max(last, start - _WORD_CHARS) : start].rsplit(None, 2)
        word = before[-1] if before else ""
        tail = word[-4:]
        if (  # half of all candidates, so decided here rather than in a rule
            len(tail) == 4
            and tail.isalpha()
            and tail.islower()
            and (mark == "." or (not close and mark in "?!"))
            and gap
            and (not close or close in _QUOTED)
            and (after[0].isupper() or (after[0] in _QUOTED and after[1:2].isupper()))
            and word not in abbreviations
            and not (
                word[0].isupper() and word.lower() in (inner if mark == "." else _MARKED_NAMES)
            )
        ):
            last = end
            yield end, True, "plain"
            continue
        unit = word if word.isascii() else word.lstrip("0123456789")  # "6pm." may end a sentence
        if unit != word and (unit in inner or unit in abbreviations):
            before[-1:] = word.removesuffix(unit), unit  # "2012г." is what "2012 г." is
            word = unit
        item = Mark(
            piece, knowledge, start, end, match.end(), mark, close, gap, after, then, word, last
        )
        if paired:
            quote_marks += len(_PAIRED.findall(piece, counted, start))
            counted = start
        if close[:1].isspace() and '"' in close and quote_marks % 2 == 0 and not _strong(item):
            item.close, item.after, item.end = "", close.strip() + after, match.end(1)
        for name, rule in _OF_STOPS if mark == "." else _OF_OTHERS:
            answer = rule(item)
            if answer is None:
                continue
            ends = answer is not False
            at = item.end if answer is True or answer is False else answer
            if ends:
                last = at
            yield at, ends, name
            break
        else:
            previous = before[-2] if len(before) > 1 else ""
            inside = quote_marks % 2 == 1
            candidate = _candidate(item, previous, in_quotes=inside, bracketed=bracketed)
            kinds = known.get(candidate) or kinds_of(candidate, knowledge)
            known[candidate] = kinds
            ends = decide(kinds, item.end)
            if ends:
                last = item.end
            yield item.end, ends, "trained weights"


def _candidate(item: Mark, previous: str, *, in_quotes: bool, bracketed: bool) -> Candidate:
    """What the trained weights are asked about; no bracket is counted where a text has none."""
    first, piece = max(item.last, item.start - _WINDOW_CHARS), item.piece
    opened = bracketed and piece.count("(", first, item.start) > piece.count(")", first, item.start)
    around = item.word, item.mark, item.close, item.gap, item.after, item.then or ""
    return Candidate(previous, *around, item.start - first, opened, in_quotes)


def _without_capitals(item: Mark) -> Answer:
    """The full stop of a script without capitals ends a sentence, but inside 《a title》."""
    if not _strong(item):
        return None
    if unspaced.is_said(item.piece, item.close, item.reach, item.knowledge.says):
        return False
    mark_end = item.start + len(item.mark)
    found = unspaced.end_of(item.piece, item.last, mark_end, item.end, item.close, item.after)
    return False if found is None else found


def _touching(item: Mark) -> Answer:
    """Nothing parts the mark from the next word: 3.5, example.org."""
    joined = item.gap or _joined(item.word, item.mark, item.after, item.knowledge)
    return None if joined else False


def _character_reference(item: Mark) -> Answer:
    """The semicolon of &amp;."""
    return False if item.mark == ";" and "&" in item.word else None


def _goes_on(item: Mark) -> Answer:
    """The sentence plainly goes on: `"Really?" she said`, `"Why?" said Ann`."""
    going = _continues(item.close, item.mark, item.after, item.then, item.knowledge)
    return False if going else None


def _spaced_dots(item: Mark) -> Answer:
    """Dots with blanks between them: three leave out words, a fourth ends the sentence."""
    if " ." not in item.mark:
        return None
    dots, start = item.mark.count("."), item.start
    if dots > 3:
        return item.end if item.piece[start - 1 : start].isspace() else start + 1
    return False if dots > 2 else None


def _label(item: Mark) -> Answer:
    """All so far is the label of a list item: 1., a)."""
    far = item.start - item.last >= _MAX_LABEL_CHARS
    if far or not is_label(item.piece[item.last : item.start].strip(_AROUND_LABEL)):
        return None
    return bool(item.knowledge.labels and item.mark == "." and item.gap)


def _time_of_day(item: Mark) -> Answer:
    """A time at the head of a sentence ("At 5 a.m."), or before what belongs to it (p.m. EST)."""
    knowledge = item.knowledge
    if item.word.lower() not in knowledge.hours:
        return None
    first = item.start - item.last < _MAX_HOUR_CHARS
    after = item.after.rstrip(".,;)").lower()
    dated = after in knowledge.months and (item.then or "")[:1].isdigit()
    return False if first or dated or after in knowledge.after_hours else None


def _bracket_behind(item: Mark) -> Answer:
    """A bracket belongs to the abbreviation before it: et al. (2019), Inc. (Nasdaq: NWC)."""
    known = item.mark == "." and item.word.lstrip("(").lower() in item.knowledge.abbreviations
    return False if known and item.after[0] in "([" and not item.close else None


def _spaced_abbreviation(item: Mark) -> Answer:
    """The second half of an abbreviation with a blank in it: т. д., p. m."""
    if item.mark != "." or not item.word.islower():
        return None
    left = item.piece[max(item.last, item.start - _WORD_CHARS) : item.start - len(item.word)]
    previous = left.split()[-1:] if left[-1:].isspace() else []
    if (
        not previous
        or previous[0][-1] != "."
        or previous[0] + item.word not in item.knowledge.either
    ):
        return None
    return item.after[0].isupper() or (False if item.after[0].islower() else None)


def _before_a_name(item: Mark) -> Answer:
    """An abbreviation that nothing but a name follows: TP. Đà Nẵng."""
    known = item.mark == "." and item.word.lstrip("(") in item.knowledge.before_names
    return False if known and not item.close and item.after[0].isupper() else None


def _name_behind_country(item: Mark) -> Answer:
    """A name opens with the capitals of a country: the U.S. Drug Enforcement Administration.

    Of 43 places on pages of news where two words with capitals followed, 42 went on.
    """
    if item.mark != "." or item.close or item.word.lower() not in _COUNTRIES:
        return None
    if not _titled(item.after):
        return None
    near = item.start - item.last <= _ARTICLE_AND_COUNTRY_CHARS
    if near and item.piece[item.last : item.start].lstrip() == f"The {item.word}":
        return False
    opens = item.knowledge.common.intersection((item.after.lower(), (item.then or "").lower()))
    return False if _titled((item.then or "").rstrip(",")) and not opens else None


def _titled(word: str) -> bool:
    """Whether a word is written like part of a name, and no punctuation cuts it off."""
    return word[:1].isupper() and word[1:2].islower() and word.isalpha()


def _credit(item: Mark) -> Answer:
    """A dash and a name under a motto or a review: whom it is by."""
    ends_soon = len(item.piece) - item.reach < _MAX_CREDIT_CHARS
    signed = item.after[0] in _DASHES and ends_soon and QUOTES.intersection(item.close)
    return False if signed else None


def _named(item: Mark) -> Answer:
    """A mark that belongs to a name: Hans-J. Rau, Yahoo! Finance."""
    if item.close or not item.gap or not item.word[:1].isupper():
        return None
    if item.mark == "." and not _HYPHENATED.search(item.word):
        return None
    if item.mark != "." and item.word.lower() not in _MARKED_NAMES:
        return None
    opens = item.after.lower() in item.knowledge.common
    return False if _titled(item.after.rstrip(".,")) and not opens else None


def _dash_speech(item: Mark) -> Answer:
    """Who cries follows what is cried: – Never! cried the crowd."""
    if not (item.after[0].islower() and item.mark[-1] in "?!"):
        return None
    sentence = item.piece[max(item.last, item.start - _WINDOW_CHARS) : item.start]
    return False if sentence.lstrip()[:1] in _DASHES else None


RULES: Mapping[str, Rule] = {
    "stop of a script without capitals": _without_capitals,
    "no blank behind": _touching,
    "character reference": _character_reference,
    "the sentence goes on": _goes_on,
    "dots with blanks": _spaced_dots,
    "label of a list item": _label,
    "time of day": _time_of_day,
    "bracket behind an abbreviation": _bracket_behind,
    "abbreviation with a blank": _spaced_abbreviation,
    "before a name": _before_a_name,
    "name behind a country": _name_behind_country,
    "name with a mark": _named,
    "credit under a quote": _credit,
    "dash speech": _dash_speech,
}
"""Name -> rule, in the order in which they are asked."""
_OF_STOPS = tuple(RULES.items())
_STOPS = frozenset((_bracket_behind, _spaced_abbreviation, _before_a_name, _name_behind_country))
_OF_OTHERS = tuple(item for item in _OF_STOPS if item[1] not in _STOPS)
"""Without what has nothing to say of other marks."""


def weighed(kinds: Kinds, end: int) -> bool:
    """Whether the trained weights of a candidate's features add up to a boundary."""
    del end
    return _adds_up(kinds)


@lru_cache(maxsize=1 << 12)
def _adds_up(kinds: Kinds) -> bool:
    return sum(map(_weights().get, describe(kinds), repeat(0.0))) > 0


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = languages.read_data("sentences/boundary.json")["weights"]
    return weights


def _strong(item: Mark) -> bool:
    """Whether the mark is one that ends sentences where no capital tells."""
    return item.mark[-1] in _STRONG or bool(item.gap and item.mark[-1] in item.knowledge.stops)


def _joined(word: str, mark: str, after: str, knowledge: Knowledge) -> bool:
    """Whether a mark without a blank after it may end a sentence: `the end.The next`."""
    return (
        mark in ".?!…"
        and len(word) > 1
        and (word[-1].islower() or _is_number(word, knowledge))
        and after[0].isupper()
        and (after[1:2].islower() or after[1:2] in "'’" or after.lower() in knowledge.common)
        and not ("/" in word or "@" in word or "www" in word or "@" in after)
        and ("." not in word or word[-1].isdigit())
        # the plural of a degree: "two Ph.Ds"
        and not (word[:1].isupper() and len(word) == 2 and _PLURAL_LETTER.match(after))
    )


def _is_number(word: str, knowledge: Knowledge) -> bool:
    """Whether a word is a number that no full stop makes an ordinal."""
    plain = word.lstrip("(€$£")
    if knowledge.ordinals:
        return plain.isdecimal() and int(plain[:9]) in _YEARS
    return plain.replace(".", "").replace(",", "").isdecimal()


def _continues(close: str, mark: str, after: str, then: str | None, knowledge: Knowledge) -> bool:
    """Whether the sentence plainly goes on after a mark."""
    first = after[0]
    if first in ",;:)]}”%/&=+" or (mark in ":;" and not knowledge.colons):
        return True
    if first in "([" and mark.startswith(("..", "…")):
        return True
    if not close:
        return False
    if first.islower():
        return True
    if mark[-1] in "?!" and QUOTES.intersection(close) and then:
        return then.rstrip(".,") in knowledge.says
    return False
