"""A sentence -> whether it can stand in a summary: alone, beside the one before it, or not at all.

Read from how it opens and from phrases of its language (`data/summary/standing.json` and
`openers.json`). Nothing is parsed: a sentence that opens on a pronoun, a demonstrative or a
connective leans on the one before it, except in openings that are known to be harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.patterns import lazy_regex
from newsclean.summary.phrases import Phrases, kinds_of, phrases_of, plain
from newsclean.summary.text.sayers import says_unnamed
from newsclean.summary.text.scraps import LABEL, scraps
from newsclean.summary.text.words import UNSPACED, openers

if TYPE_CHECKING:
    import re

_OPENING_MARKS = " \"'“”„«»‘’([{–—-…¿¡「『（【"
_TRAILING_MARKS = ',;:.!?…"”»)'
_INSIDE = lazy_regex(r"“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|\"[^\"]*\"?|「[^」]*」?")
_SINGLE = lazy_regex(
    r"(?:^|[:,(“] ?)‘(?![\d\s]|(?i:tis|twas|cause|em|til)\b)(?:[^’‘]|’(?=[A-Za-zÀ-ɏ]))*$"
)
"""A quotation in single marks that does not end: "said: ‘We will"; an apostrophe ends none."""
_QUOTES = ('"', "“", "”", "„", "«", "»", "「", "」")
_WORD = lazy_regex(r"[^\W_]+")
_WIDE = "\u2e80"
"""From here on stand the scripts whose words nothing parts."""
_WINDOW_WORDS = 7
"""Words in which a personal pronoun is looked for after an opening like "In a statement"."""
_IMPERSONAL = frozenset(("it", "es", "il"))
"""Subjects with which an article may well begin: "It rained", "Il pleut"."""
_SECOND = frozenset(("de", "o")) | _IMPERSONAL
"""Subjects that are no person, or an article, as the second word of a sentence: "Bland de sju"."""
_EXAMPLE_CHARS = 60
"""The characters in which "for example" makes a sentence one for what was said before (of 38 that
no list knew readers would send 1), or "of them" one of a part (115 of 137 lean, 28 wanted)."""
_WORDS_OF_NOBODY = 3
"""Words, none with a capital, that name nobody beside a quotation: "he said", "ha señalado"."""


class Standing:
    """What the sentences of an article need and lack.

    `half` are those with one end of a quotation only, `calls` ask the reader to do something or
    announce what the page holds, `debris` are captions, corrections, notices, cut-off ends: sets of
    sentence numbers, found for the whole article at once. `paired`: every quotation that is opened
    in one of its sentences is closed in another.
    """

    def __init__(self, texts: Sequence[str], language: str) -> None:
        """Reads the sentences; what a single one leans on is found out when asked for."""
        self.texts = texts
        self._language = language
        self._rules = rules(language)
        self._leaning: dict[str, bool] = {}
        self._weak: dict[int, float] = {}
        self.half = frozenset(
            number
            for number, text in enumerate(texts)
            if ('"' in text or not text.isascii()) and is_half_quotation(text)
        )
        self.paired = bool(self.half) and not is_half_quotation(" ".join(texts))
        whole = "".join(f"\n {text}" for text in texts)
        lower = plain(whole)
        present = kinds_of(lower)
        calls = _where(self._rules.calls.likely(present), lower)
        heads = {word[:1] for word in self._rules.asks}
        heads |= set(map(str.upper, heads))
        self.calls = calls.union(
            number
            for number, text in enumerate(texts)
            if text[:1] in heads and _is_teaser(text, self._rules)
        )
        self.debris = _where(self._rules.debris.likely(present), lower).union(
            scraps(texts, whole, present, language)
        )

    def leans(self, number: int) -> bool:
        """Whether a sentence needs the one before it."""
        text = self.texts[number]
        known = self._leaning.get(text)
        if known is None:
            known = leans(text, self._rules) or says_unnamed(
                text, self._language, self._rules.subjects
            )
            self._leaning[text] = known
        return known

    def announces(self, number: int) -> bool:
        """Whether a sentence opens by saying what the page holds: "In this guide, we"."""
        calls = self._rules.calls
        opening = "\n " + self.texts[number].lower().replace("’", "'")
        return any(
            opening.startswith((phrase, f"\n{phrase}")) for phrase in (*calls.phrases, *calls.short)
        )

    def is_denied(self, number: int) -> bool:
        """Whether the next sentence says that a sentence is false."""
        text = "".join(self.texts[number + 1 : number + 2]).lower().replace("’", "'")
        said = next(filter(text.startswith, self._rules.denials), "")
        whole = self._language in UNSPACED or not said[-1:].isalpha()
        return said != "" and (whole or not text[len(said) :][:1].isalpha())

    def names_nobody_yet(self) -> bool:
        """Whether the article opens on "he", "she" or "they": a scene, or a part cut off."""
        first = self.texts[0].split(None, 1)[0].lower() if self.texts and self.texts[0] else ""
        return first in self._rules.subjects and first not in _IMPERSONAL and self.leans(0)

    def weakness(self, number: int) -> float:
        """How little a sentence stands by itself, 0 to 1, also where the one before it is there.

        What leans is weak beside its neighbour too, and so is a label before a colon; "these" or
        "such" further in points at something half the time.
        """
        known = self._weak.get(number)
        if known is None:
            known = self._weakness(number)
            self._weak[number] = known
        return known

    def _weakness(self, number: int) -> float:
        text = self.texts[number]
        if self.leans(number) or (": " in text and LABEL.match(text)):
            return 1.0
        pointers, times = self._rules.pointers, self._rules.times
        lower = text.lower()
        if not any(pointer in lower for pointer in pointers):
            return 0.0  # most sentences: in a twentieth of the time that their words take
        quotes = _has_quotes(text)
        words = list(map(str.lower, _WORD.findall(_INSIDE.sub(" ", text) if quotes else text)))
        if pointers.isdisjoint(words):
            return 0.0
        for word, following in pairwise((*words, "")):
            if word in pointers and following not in times:
                return 0.5
        return 0.0

    def points(self, number: int) -> bool:
        """Whether a pronoun stands among the first words of a sentence, its first or another."""
        words = self.texts[number].lower().split(None, _WINDOW_WORDS)[:_WINDOW_WORDS]
        return any(word.strip(_TRAILING_MARKS) in self._rules.demonstratives for word in words)


def _where(phrases: Iterable[str], lower: str) -> frozenset[int]:
    """The numbers of the lines in which one of the phrases stands.

    An opening is a whole word: "^hallo" is not in "Halloween". Words that nothing parts are none.
    """
    found: set[int] = set()
    for phrase in phrases:
        at, line, counted = lower.find(phrase), -1, 0
        opening = phrase[0] == "\n" and phrase[-1].isalpha() and phrase[-1] < _WIDE
        while at >= 0:
            line += lower.count("\n", counted, at + 1)
            counted = at + 1
            if not (opening and lower[at + len(phrase) : at + len(phrase) + 1].isalpha()):
                found.add(line)
            end = lower.find("\n", at + 1)
            at = lower.find(phrase, end) if end >= 0 else -1
    return frozenset(found)


class Rules(NamedTuple):
    """The word lists of one language, ready for `str.startswith` and `in`."""

    leaning: frozenset[str]
    phrases: dict[str, tuple[str, ...]]
    harmless: dict[str, tuple[str, ...]]
    """Both by their first character."""
    weak: frozenset[str]
    verbs: frozenset[str]
    clauses: frozenset[str]
    demonstratives: frozenset[str]
    times: frozenset[str]
    inside: frozenset[str]
    ahead: frozenset[str]
    """Those of them that may point at what comes, too: "dazu"."""
    subjects: frozenset[str]
    frames: frozenset[str]
    endings: tuple[str, ...]
    """How participles end: "Opened in 1896, it"."""
    calls: Phrases
    debris: Phrases
    titles: frozenset[str]
    asks: frozenset[str]
    tells: tuple[str, ...]
    """Words that begin an indirect question, and verbs that come after it in a teaser."""
    later: re.Pattern[str] | None
    """How a sentence opens that counts from a time told before it: "Two years later"."""
    pointers: frozenset[str]
    """Words that point at something said before, wherever they stand."""
    examples: tuple[str, ...]
    """How a sentence says that it is an example, or a part: "X, for instance,", "Two of them"."""
    denials: tuple[str, ...]
    """How a sentence opens that says of the one before it that it is false: "That is not true"."""


@cache
def rules(language: str) -> Rules:
    """What is known of a language; of others nothing leans but what begins in lower case."""
    table = languages.read_data("summary/standing.json").get(language, {})
    known = openers(language)
    unspaced = language in UNSPACED

    def phrases(key: str) -> tuple[str, ...]:
        return tuple(table[key].split("|")) if table.get(key) else ()

    def whole(found: tuple[str, ...]) -> tuple[str, ...]:
        if unspaced:
            return found
        return tuple(phrase + end for phrase in found for end in (" ", ",", "،", "...", "…"))

    def anywhere(key: str) -> tuple[str, ...]:
        """Phrases to find in a text; "^" is the beginning of a sentence."""
        return tuple(phrase.replace("^", "\n ") for phrase in phrases(key))

    def listed(key: str) -> frozenset[str]:
        return frozenset(table.get(key, "").split())

    pronouns = known.pronouns | listed("pronouns")
    return Rules(
        leaning=(pronouns | known.connectives | listed("connectives")) - listed("weak"),
        phrases=_by_first(whole(phrases("phrases"))),
        harmless=_by_first(phrases("fine")),
        weak=listed("weak"),
        verbs=listed("verbs"),
        clauses=listed("clauses"),
        demonstratives=pronouns,
        times=listed("times"),
        inside=listed("inside"),
        ahead=listed("ahead"),
        subjects=listed("subjects"),
        frames=listed("frames"),
        endings=tuple(sorted(listed("endings"))),
        calls=phrases_of(anywhere("calls")),
        debris=phrases_of(anywhere("debris")),
        titles=listed("named"),
        asks=listed("asks"),
        tells=phrases("tells"),
        later=_later(*(table.get(key, "") for key in ("units", "later", "than"))),
        pointers=listed("pointers"),
        examples=phrases("examples"),
        denials=phrases("denials"),
    )


def _later(units: str, words: str, than: str) -> re.Pattern[str] | None:
    """Finds "a few minutes later" at the beginning, and not "two hours later than planned"."""
    if not units:
        return None
    return lazy_regex(
        rf"(?:[^\s,]{{1,20}} ){{0,4}}(?:{units.replace(' ', '|')}) (?:{words})\b"
        rf"(?! (?:{than.replace(' ', '|')})(?!\w))"
    )


def _by_first(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        found[phrase[:1]] = (*found.get(phrase[:1], ()), phrase)
    return found


_NO_QUOTATION = lazy_regex(
    r"(?<![\d.,])\d{1,3}(?:[.,]\d+)?\"(?![^\W_])|(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])"
)
"""Inches (a 19" set), and what Hebrew writes inside an abbreviation (צה"ל)."""


def is_half_quotation(text: str) -> bool:
    """Whether a quotation is opened and not closed in a sentence, or closed and not opened."""
    if text.count('"') % 2:
        return (text.count('"') - len(_NO_QUOTATION.findall(text))) % 2 == 1
    if text.isascii():
        return False
    if "‘" in text and _SINGLE.search(text):
        return True
    low, left, right = text.count("„"), text.count("“"), text.count("”")
    if low:
        return low != left + right
    if left != right and (left or right % 2):
        return True
    return (
        text.count("«") != text.count("»")
        or text.count("「") != text.count("」")
        or text.count("『") != text.count("』")
    )


def _has_quotes(text: str) -> bool:
    return '"' in text or (not text.isascii() and any(mark in text for mark in _QUOTES))


def leans(text: str, rules: Rules) -> bool:
    """Whether a sentence needs the one before it, by the lists of its language.

    >>> leans("He left on Monday.", rules("en")), leans("There is a bridge.", rules("en"))
    (True, False)
    """
    lower = text.lower().replace("’", "'").lstrip(_OPENING_MARKS)
    if text[:1].islower():
        return True
    if _opens_leaning(text, lower, rules):
        return True
    outside = text
    if _has_quotes(text):
        outside = _INSIDE.sub(" ", text).strip(_OPENING_MARKS + _TRAILING_MARKS)
        first = outside.split(None, 1)[0].lower() if outside else ""
        if first.rstrip(_TRAILING_MARKS) in rules.subjects and outside != text:
            return True
        if 0 < len(outside.split()) <= _WORDS_OF_NOBODY and outside.islower():
            return True
    return _names_nobody(outside, rules)


def _opens_leaning(text: str, lower: str, rules: Rules) -> bool:
    """Whether the first words point at what was said before."""
    if lower.startswith(rules.harmless.get(lower[:1], ())):
        return False
    words = lower.split(None, 4)[:4]
    if not words:
        return True
    if lower.startswith(rules.phrases.get(lower[:1], ())):
        return True
    if rules.later and rules.later.match(lower):
        return True
    if words[0] not in rules.clauses and words[0] not in rules.asks:
        start = lower[:_EXAMPLE_CHARS]
        # Not behind a comma: "In a letter to the harbours, it said none of them may close."
        if any("," not in start[: start.find(one)] for one in rules.examples if one in start):
            return True
    for before, word in pairwise(words):
        if _points_back(before, word, rules) and not _points_ahead(word, lower, rules):
            return True
    first = words[0].rstrip(_TRAILING_MARKS)
    second = words[1].rstrip(_TRAILING_MARKS) if len(words) > 1 else ""
    if first in rules.weak:
        return second in rules.verbs
    if second in rules.subjects and second not in _SECOND and first == words[0]:
        return text.split(None, 2)[1][:1].islower()  # not "Wenn Sie" to the reader
    if first in rules.clauses and "," in lower:
        return second in rules.leaning and second not in rules.clauses
    stem = first.split("'", 1)[0]
    if first not in rules.leaning and stem not in rules.leaning:
        return False
    if first in rules.titles:  # Ông Nam: a title that a name follows
        return not any(word[:1].isupper() for word in text.split(None, 2)[1:2])
    return not (first in rules.demonstratives and second in rules.times)


def _points_back(before: str, word: str, rules: Rules) -> bool:
    """Whether a word inside a sentence is a connective: no "then" as in "Ann Holm, then 15,"."""
    if word.strip(_TRAILING_MARKS) not in rules.inside:
        return False
    return before[-1] != "," or word[-1] == ","


def _points_ahead(word: str, lower: str, rules: Rules) -> bool:
    """Whether a word may point at a clause behind it: "dazu" in "rief dazu auf, zu spenden"."""
    plain = word.strip(_TRAILING_MARKS)
    return plain in rules.ahead and "," in lower[lower.find(plain) :]


def _names_nobody(text: str, rules: Rules) -> bool:
    """Whether, after an opening like "On Monday" or "In a statement", comes "he" and no name."""
    words = text.split(None, _WINDOW_WORDS)[:_WINDOW_WORDS]
    opening = words[0].lower() if words else ""
    if opening not in rules.frames and not opening.endswith(rules.endings):
        return False
    for word in words[1:]:
        plain = word.rstrip(_TRAILING_MARKS).lower().replace("’", "'").split("'", 1)[0]
        if plain in rules.subjects:
            return True
        if word[:1].isupper() and plain not in rules.times:
            return False
    return False


def _is_teaser(text: str, rules: Rules) -> bool:
    """Whether a sentence says who answers a question, not the answer ("Why it broke, X tells")."""
    return text.split(None, 1)[0].lower() in rules.asks and any(
        tell in text for tell in rules.tells
    )
