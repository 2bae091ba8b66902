"""The lines of a page as rules read them, each normalized once and searched once.

Evidence, headline, fields and reasons ask the same of the same lines: their words, the phrases,
dates and names in them. A `PageLines` answers each question when it is first asked and remembers.

What a word is, by who asks: rules and phrases read `phrases.normalized_words` (lower case, letters
and digits, vowel signs dropped); the networks `features.tokens` (the same split, hashed, numbers as
one); lengths in `selection` and `metadata` are counted between blanks; `words read` and `words
kept` are `languages.count_words`, which counts characters in scripts without blanks.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import cache, cached_property, wraps
from typing import TYPE_CHECKING, Any, TypeVar

from newsclean import languages
from newsclean.cleaning.lines.bylines import may_name_author, read_byline, words
from newsclean.cleaning.lines.credits import NO_CREDIT, last_words_of_agencies, read_credit
from newsclean.cleaning.lines.dates import dots_month_first, find_dates, month_comes_first
from newsclean.cleaning.lines.personal_names import is_full_name
from newsclean.cleaning.lines.phrases import (
    normalized_words,
    normalized_words_of,
    phrasebook,
    summary_headings,
    verdict_headings,
)
from newsclean.cleaning.lines.reporters import may_name_reporters, read_reporters
from newsclean.cleaning.lines.stamps import start_of_signature
from newsclean.cleaning.lines.wires import signature_of_agency
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsclean.cleaning.lines.calendars import Date
    from newsclean.cleaning.lines.credits import Credit
    from newsclean.cleaning.lines.phrases import Hit
    from newsclean.document import Line

_SPACED = bytes(set(range(256)) - set(range(0xE3, 0xEA)))
"""What UTF-8 is made of where no character is between U+3000 and U+9FFF."""
_ASCII = bytes(range(128))
Answer = TypeVar("Answer")
_DATELESS = bytes({*range(0xD9), 0xE2} - set(b"\n0123456789"))
"""What UTF-8 is made of where no character is a digit, nor of a script that has its own."""
_INTO_BODY_LINES = 3
"""A headline stands so far below the first kept line at most (a guess)."""
_TIME = lazy_regex(
    r"\d{1,2}[:.h]\d\d(?:\s?(?:[ap]\.?m\.?|[AP]M|Uhr|GMT|BST|UTC|CET|E[SD]T|P[SD]T|Z))?$"
)
_SIGNED_CHARS, _TIME_CHARS, _LIVE_TIMES = 60, 14, 3
"""A longer line in lower case is a sentence; so many hours on lines of their own a live blog."""
_PARAGRAPH_WORDS, _MOST_POINTS = 8, 12
"""So many words has a paragraph above the last one; so many lines speak for a thing (guesses)."""
_UNSPACED = "[\u3040-\u30ff\u4e00-\u9fff]"
ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔")
CLOSING = "'\"”’»)]」』 "
"""What ends a sentence, and what may stand behind that."""
OPENING = "[(【「▶►■・ "
"""What may stand before the first word of a label."""


def ends_sentence(text: str) -> bool:
    """Does a line end as a sentence does?"""
    return text.rstrip(CLOSING).endswith(ENDS)


class PageLines:
    """The lines of a page; `language` is an ISO 639-1 code, `address` the page's own URL."""

    def __init__(self, lines: Sequence[Line], language: str, address: str = "") -> None:
        """Nothing is folded or sought before it is asked for."""
        self.lines = lines
        self.language = language
        self.address = address
        self.answers: dict[Callable[[PageLines], Any], Any] = {}
        self._bylines: dict[int, str | None] = {}
        self._credits: dict[int, Credit] = {}

    @cached_property
    def texts(self) -> list[str]:
        """The text of each line."""
        return [line.text for line in self.lines]

    @cached_property
    def whole(self) -> str:
        """The texts of all lines."""
        return "\n".join(self.texts)

    @cached_property
    def lower(self) -> list[str]:
        """The text of each line in lower case."""
        return [text.lower() for text in self.texts]

    @cached_property
    def whole_lower(self) -> str:
        """These as one text."""
        return "\n".join(self.lower)

    def written(self, phrases: Iterable[str], most: int) -> list[str]:
        """The phrases in lower case that stand in lines of so many words, be it inside words."""
        lines = zip(self.lower, self.words, strict=True)
        whole = "\n".join([line for line, own in lines if len(own) <= most])
        beyond = whole.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        # most languages' words have a character that the page has not
        known = frozenset(beyond.decode("utf-8", "surrogatepass")).union(map(chr, _ASCII))
        return [
            each for each in phrases if (each.isascii() or known.issuperset(each)) and each in whole
        ]

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each line as `phrases.normalized_words` gives them."""
        return normalized_words_of(self.texts)

    @cached_property
    def phrases(self) -> list[str]:
        """The words of each line with a blank between them."""
        return list(map(" ".join, self.words))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands on the page."""
        return Counter(itertools.chain.from_iterable(self.words))

    @cached_property
    def once(self) -> frozenset[str]:
        """The words that stand on the page but once: a line with one is not said again."""
        return frozenset([word for word, times in self.counts.items() if times == 1])

    @cached_property
    def beginning(self) -> dict[str, list[int]]:
        """The lines that begin with each word, in order."""
        found: dict[str, list[int]] = {}
        for index, folded in enumerate(self.words):
            if folded:
                found.setdefault(folded[0], []).append(index)
        return found

    @cached_property
    def numbered(self) -> list[int]:
        """The lines that begin with a digit."""
        return [index for index, text in enumerate(self.texts) if text[0].isdigit()]

    @cached_property
    def entry_times(self) -> list[int]:
        """The hours on lines of their own, where they are so many that the page is a live blog."""
        brief = (at for at in self.numbered if len(self.texts[at]) < _TIME_CHARS)
        times = [at for at in brief if _TIME.match(self.texts[at])]
        return times if len(times) >= _LIVE_TIMES else []

    @cached_property
    def entries_begin(self) -> int:
        """The line that a live blog's list of points or its first entry begins at; 0 in others."""
        times = self.entry_times
        if not times:
            return 0
        headings = {self.phrases[at + 1] for at in times if at + 1 < len(self.texts)} - {""}
        for at in range(times[0]):
            if self.phrases[at] in summary_headings():
                return at
            # the hour is before it in a list above the first entry; a card has it below or not
            dated = self.texts[at][0].isdigit()
            if dated and any(self.phrases[at].endswith(heading) for heading in headings):
                return at
        return times[0]

    def beginning_with(self, words: frozenset[str]) -> list[int]:
        """The lines that begin with one of the words, in order."""
        known = self.beginning
        first = words.intersection(known)  # which asks for each of the page, not of the list
        return sorted(itertools.chain.from_iterable(map(known.__getitem__, first)))

    def starting_with(self, signs: tuple[str, ...]) -> set[int]:
        """The lines that begin with one of these, in scripts without blanks."""
        if self._spaced:
            return set()
        return {at for at, text in enumerate(self.texts) if text.lstrip(OPENING).startswith(signs)}

    def ending_or_beginning(self, words: frozenset[str]) -> list[int]:
        """The lines that begin or end with one of the words, in order."""
        lines = enumerate(self.words)
        return [at for at, own in lines if own and not words.isdisjoint((own[0], own[-1]))]

    def saying(self, phrases: frozenset[str]) -> set[int]:
        """The lines in which one of the phrases stands."""
        if not any(map(self.counts.__contains__, _telling(phrases))):
            return set()
        free = _telling(phrases).isdisjoint
        some = ((at, f" {self.phrases[at]} ") for at, own in enumerate(self.words) if not free(own))
        return {at for at, line in some if any(f" {phrase} " in line for phrase in phrases)}

    @cached_property
    def _spaced(self) -> bool:
        """Are there no characters of scripts without blanks on the page?"""
        return not self.whole.encode("utf-8", "surrogatepass").translate(None, _SPACED)

    @cached_property
    def _hits(self) -> list[tuple[Hit, ...]]:
        return phrasebook(self.language).hits_of(self.texts, self.words, self.counts)

    @cached_property
    def hits(self) -> Callable[[int], tuple[Hit, ...]]:
        """The phrases in a line, asked by its number."""
        return self._hits.__getitem__

    @cached_property
    def reasons(self) -> frozenset[str]:
        """The reasons that phrases on the page are of."""
        return frozenset([hit.reason for hits in self._hits for hit in hits])

    @cached_property
    def _dates(self) -> dict[int, tuple[Date, ...]]:
        """What was found so far; a line without a digit has no date."""
        digits = self.whole.encode("utf-8", "surrogatepass").translate(None, _DATELESS)
        return {index: () for index, own in enumerate(digits.split(b"\n")) if not own}

    def dates(self, index: int) -> tuple[Date, ...]:
        """The dates in a line."""
        found = self._dates.get(index)
        if found is None:
            text, first = self.texts[index], self._month_first
            found = find_dates(text, self.language, month_first=first)
            points = any(text.count(".", date.start, date.end) > 1 for date in found)
            if self.language == "en" and points and self._dots_first:
                found = find_dates(text, self.language, month_first=first, dots_first=True)
            self._dates[index] = found
        return found

    @cached_property
    def _month_first(self) -> bool | None:
        """Whether "03/04/2024" is a day of March on this page, where another date tells."""
        return month_comes_first(self.texts, self.language, self.address)

    @cached_property
    def _dots_first(self) -> bool:
        """Whether "03.04.2024" is a day of March on this page, as English ones may have it."""
        return dots_month_first([self.whole])

    def byline(self, index: int) -> str | None:
        """The authors that a line with "by" names."""
        if index not in self._bylines:
            asked = may_name_author(self.words[index], self.language) or self.dates(index)
            if not (asked or self.reported):
                return None
            text = self.texts[index][self.signature(index) :]
            names = read_byline(text, self.language) if asked else None
            if asked and names is None and self.texts == self.lower and text.islower():
                names = self._without_capitals(text)
            self._bylines[index] = names or (read_reporters(text) if self.reported else None)
        return self._bylines[index]

    def signature(self, index: int) -> int:
        """Where in a line a byline with its day begins that follows sentences; else 0."""
        return start_of_signature(self.texts[index], self.dates(index), words(self.language).by)

    @cached_property
    def reported(self) -> bool:
        """May there be names on the page that are told by their characters?"""
        return may_name_reporters("".join(self.texts))

    def _without_capitals(self, text: str) -> str | None:
        """The full names behind a "by" in lower case, and not those of "by train to paris"."""
        names = read_byline(text.title(), self.language) if len(text) <= _SIGNED_CHARS else None
        common = languages.function_words(self.language)
        if names is None or not common.isdisjoint(names.lower().split()):
            return None
        full = all(is_full_name(name, self.language) for name in names.split(", "))
        return names.lower() if full else None

    def credit(self, index: int) -> Credit:
        """Whether a line says who took a picture or worked on the article."""
        found = self._credits.get(index)
        if found is None:
            found = read_credit(self.texts[index], self.words[index])
            if found != NO_CREDIT and self.signed_end and index == self.signed_end[0]:
                found = NO_CREDIT
            self._credits[index] = found
        return found

    @cached_property
    def signed_end(self) -> tuple[int, int] | None:
        """The last paragraph, where an agency signs it, and where in it the agency begins.

        "... will begin in June. AFP" right below another paragraph and above none. A caption may
        end so, too: it stands elsewhere, or others of the page do.
        """
        ends = last_words_of_agencies()
        signed = [
            (at, begins)
            for at, words in enumerate(self.words)
            if words
            and words[-1] in ends
            and (begins := signature_of_agency(self.texts[at])) is not None
        ]
        if len(signed) != 1 or not signed[0][0]:
            return None
        at = signed[0][0]
        below = range(at + 1, len(self.texts))
        return signed[0] if self._is_told(at - 1) and not any(map(self._is_told, below)) else None

    def _is_told(self, at: int) -> bool:
        """Is a line a paragraph of the page's text, as it seems?"""
        long = len(self.words[at]) >= _PARAGRAPH_WORDS or self.is_unspaced(at)
        return long and ends_sentence(self.texts[at]) and not self.hits(at)

    def is_unspaced(self, index: int) -> bool:
        """Has a line a character of a script that puts no blanks between words?"""
        return not self._spaced and re.search(_UNSPACED, self.texts[index]) is not None

    @cached_property
    def sizes(self) -> list[int]:
        """How many words each line has; where they are not spaced, two characters are one."""
        if self._spaced:
            return list(map(len, self.words))
        pairs = enumerate(zip(self.texts, self.words, strict=True))
        return [len(text) // 2 if self.is_unspaced(at) else len(own) for at, (text, own) in pairs]

    @cached_property
    def terms_of_lines(self) -> list[list[str]]:
        """The terms of each line."""
        return self.words if self._spaced else list(map(self.terms, range(len(self.lines))))

    def terms(self, index: int) -> list[str]:
        """The words of a line, and pairs of characters where words are not spaced."""
        if self._spaced or not self.is_unspaced(index):
            return self.words[index]
        found = []
        for word in self.words[index]:
            if re.search(_UNSPACED, word):
                found += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
            else:
                found.append(word)
        return found


def once_a_page(question: Callable[[PageLines], Answer]) -> Callable[[PageLines], Answer]:
    """A question about a page that several rooms ask, answered once; nobody changes the answer."""

    @wraps(question)
    def asked(page: PageLines) -> Answer:
        if question not in page.answers:
            page.answers[question] = question(page)
        answer: Answer = page.answers[question]
        return answer

    return asked


@once_a_page
def verdict_lists(page: PageLines) -> list[tuple[int, int]]:
    """The headings of what speaks for and against each thing that a review judges, in pairs."""
    for_, against = verdict_headings()
    if for_.isdisjoint(page.phrases) or against.isdisjoint(page.phrases):
        return []
    found: list[tuple[int, int]] = []
    above: int | None = None
    for at, said in enumerate(page.phrases):
        if said not in for_ and said not in against:
            continue
        other = above is not None and (page.phrases[above] in for_) != (said in for_)
        if above is not None and other and at - above <= _MOST_POINTS:
            found.append((above, at))
            above = None
        else:
            above = at
    return found


@cache
def _telling(phrases: frozenset[str]) -> frozenset[str]:
    """A long word of each phrase."""
    return frozenset(max(phrase.split(), key=len) for phrase in phrases)


def find_title_line(title: str, page: PageLines, start: int, low: int = 0) -> int | None:
    """The line from `low` on that says what `title` says, the nearest to the body of these."""
    wanted = normalized_words(title)
    if not wanted:
        return None
    known, counted = frozenset(wanted), Counter(wanted)
    best, at = 0.7, None
    for index, own in enumerate(page.words[low : start + _INTO_BODY_LINES], low):
        if known.isdisjoint(own):
            continue
        shared = (Counter(own) & counted).total()
        # a title may carry the site's name after the headline: then the line is its beginning
        likeness = 2 * shared / (len(own) + len(wanted))
        if len(own) > 3 and wanted[: len(own)] == own:
            likeness = max(likeness, 0.9)
        if likeness >= best:
            best, at = likeness, index
    return at
