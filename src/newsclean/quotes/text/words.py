"""Text, paragraphs, quotation marks -> words, each with its sentence and its quote.

The stages after this one look at words by their index. A sentence here never ends inside a
quote, so that "..." she said. "..." keeps each quote with the words that attribute it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import accumulate, compress, count, filterfalse, islice, pairwise
from operator import itemgetter

from newsclean.document import Span
from newsclean.quotes.text.lexicon import Lexicon
from newsclean.quotes.text.marks import Marked
from newsclean.quotes.text.morphology import (
    declined_among,
    definites_among,
    owners_among,
    roles_among,
    trades_among,
    without_genitive,
)

_ENDS = frozenset(".!?…")
_OPENING, _MAX_OPENED = frozenset("‘'"), 4
"""What an apostrophe closes so few words behind, and is no genitive: ‘Planks’ Holworth."""
_APOSTROPHES, _HISSING = frozenset("'’"), frozenset("sxzß")
"""What a genitive ends with whose name ends so: "Perkins' neighbour"."""
_MAX_SENTENCE_WORDS = 400
"""No sentence is so long, and each quote makes us look at all the mentions of its sentence."""
_CLOSING = "\"'”’“»«)]›‹‘ \u00a0\u202f"


@dataclass(slots=True, eq=False, repr=False)
class Words:
    """The words of an article, as parallel lists.

    Not a named tuple, here and in `AttributionContext` and `Mention`: their fields are read
    thousands of times an article, which slots do in a sixth of the time.
    """

    text: list[str]
    low: list[str]
    initials: str
    """The first character of each word."""
    ends: list[int]
    """Where each word ends in the text."""
    quote: list[int]
    """The index of the quote a word stands in, -1 outside."""
    sentence: list[int]
    paragraph_of: list[int]
    """Sentence -> paragraph."""
    bounds: list[tuple[int, int]]
    """Sentence -> its first word and the one after its last."""
    quotes: list[tuple[int, int]]
    """Quote -> its first word (the opening mark) and the one after its last."""
    counts: Counter[str]
    """How often each word of `low` occurs."""
    forms: set[str]
    """The different words of `text`."""
    joined: list[str]
    """Those that are not letters and digits alone: "Ann's", "al-Masri", signs."""
    bares: dict[str, str]
    """Of the words in the genitive, as in `text` and as in `low`, what they are without it."""
    roles: set[str]
    """The words of `low` that name what a person can be."""
    definites: dict[str, str]
    """Those with the ending of the definite, without it: Swedish "ordföranden"."""

    def start(self, index: int) -> int:
        """Where a word begins in the text."""
        return self.ends[index] - len(self.text[index])

    def bare(self, index: int) -> str:
        """A word without the ending of the genitive."""
        word = self.text[index]
        return self.bares.get(word, word)

    def bare_low(self, index: int) -> str:
        """The same in lower case."""
        word = self.low[index]
        return self.bares.get(word, word)

    def openings(self) -> set[int]:
        """The first word of each paragraph."""
        above = [-1, *self.paragraph_of]
        numbers = zip(above, self.paragraph_of, self.bounds, strict=False)
        return {first for before, own, (first, _) in numbers if own != before}

    def touches(self, index: int) -> bool:
        """Whether nothing parts a word from the one before it."""
        return self.start(index) == self.ends[index - 1]


def _lower(texts: list[str], lexicon: Lexicon) -> list[str]:
    """Words in lower case; a preposition that is an article before a name as its honorific.

    Catalan "diu en Jordi", as "diu el senyor Jordi".
    """
    low, titles = list(map(str.lower, texts)), lexicon.honorifics
    for article in lexicon.prepositions & titles.keys():
        same = (word for word in titles if titles[word] == titles[article])
        honorific = max(same, key=len)
        for at, word in enumerate(low[:-1]):
            if word == article and texts[at + 1][0].isupper():
                low[at] = honorific
    return low


def read_words(
    text: str,
    paragraphs: Sequence[Span],
    marked: Sequence[Marked],
    lexicon: Lexicon,
    sentence_starts: Sequence[int] | None = None,
) -> Words:
    """Cuts paragraphs into words and sentences; without `sentence_starts` by simple rules."""
    texts: list[str] = []
    ends: list[int] = []
    firsts = [0]
    closing = {item.outer[1] for item in marked}
    for begin, stop in paragraphs:
        spaced = lexicon.token.findall(text, begin, stop)
        if not lexicon.elides and ("'" in spaced or "’" in spaced):
            spaced = _with_apostrophes(spaced, begin, closing)
        texts += map(str.lstrip, spaced)
        ends += islice(accumulate(map(len, spaced), initial=begin), 1, None)
        firsts.append(len(texts))
    quote, spans = _quoted(ends, firsts, marked)
    low = _lower(texts, lexicon)
    counts = Counter(low)
    forms = set(texts)
    joined = list(filterfalse(str.isalnum, forms))
    roles = roles_among(counts, joined, lexicon) | trades_among(low, counts, lexicon)
    roles |= declined_among(texts, low, counts, lexicon)
    definites = definites_among(counts, roles, lexicon)
    roles.update(definites)
    words = Words(
        text=texts,
        low=low,
        initials="".join(map(itemgetter(0), texts)),
        ends=ends,
        quote=quote,
        sentence=[],
        paragraph_of=[],
        bounds=[],
        quotes=spans,
        counts=counts,
        forms=forms,
        joined=joined,
        bares=without_genitive(joined) | owners_among(texts, low, forms, roles, lexicon),
        roles=roles,
        definites=definites,
    )
    words.bounds, words.paragraph_of = _cut(text, words, firsts, marked, lexicon, sentence_starts)
    for number, (first, last) in enumerate(words.bounds):
        words.sentence += [number] * (last - first)
    return words


def _with_apostrophes(spaced: list[str], begin: int, closing: set[int]) -> list[str]:
    """The words of a paragraph, with the apostrophe of "Perkins' neighbour" as part of the name.

    But not the mark that ends a quote.
    """
    found: list[str] = []
    end = begin
    for at, word in enumerate(spaced):
        end += len(word)
        owner = found and word in _APOSTROPHES and end not in closing
        if owner and found[-1][-1] in _HISSING and found[-1].lstrip()[:1].isupper():
            follows = spaced[at + 1] if at + 1 < len(spaced) else ""
            opened = any(one.lstrip() in _OPENING for one in spaced[max(0, at - _MAX_OPENED) : at])
            if not opened and follows[:1].isspace() and follows.lstrip()[:1].isalnum():
                found[-1] += word
                continue
        found.append(word)
    return found


def _quoted(
    ends: list[int], firsts: list[int], marked: Sequence[Marked]
) -> tuple[list[int], list[tuple[int, int]]]:
    """The quote that each word stands in, and the words of each quote."""
    quote = [-1] * len(ends)
    spans: list[tuple[int, int]] = []
    for number, item in enumerate(marked):
        first, last = firsts[item.paragraph], firsts[item.paragraph + 1]
        low, high = item.outer
        begin = bisect_right(ends, low, first, last)
        end = bisect_right(ends, high, begin, last)
        quote[begin:end] = [number] * (end - begin)
        for start, stop in item.incises:
            left = bisect_right(ends, start, begin, end)
            right = bisect_right(ends, stop, left, end)
            quote[left:right] = [-1] * (right - left)
        spans.append((begin, end))
    return quote, spans


def _cut(
    text: str,
    words: Words,
    firsts: list[int],
    marked: Sequence[Marked],
    lexicon: Lexicon,
    sentence_starts: Sequence[int] | None,
) -> tuple[list[tuple[int, int]], list[int]]:
    """The bounds of the sentences of all paragraphs, and the paragraph of each."""
    bounds: list[tuple[int, int]] = []
    paragraph_of: list[int] = []
    quote = words.quote
    begins = _possible_begins(words, sentence_starts)
    for number, (first, last) in enumerate(pairwise(firsts)):
        begin = first
        for at in begins[bisect_right(begins, first) : bisect_left(begins, last)]:
            if quote[at - 1] >= 0:
                breaks = _breaks_after_quote(text, words, at, marked, lexicon)
            else:
                breaks = sentence_starts is not None or _breaks_after_stop(
                    words, at, begin, lexicon
                )
            if breaks:
                bounds.append((begin, at))
                begin = at
        if last > begin:
            bounds.append((begin, last))
        if last - first > _MAX_SENTENCE_WORDS:
            bounds[len(paragraph_of) :] = [
                piece for whole in bounds[len(paragraph_of) :] for piece in _pieces(words, *whole)
            ]
        paragraph_of += [number] * (len(bounds) - len(paragraph_of))
    return bounds, paragraph_of


def _pieces(words: Words, begin: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch too long for a sentence, cut outside of quotes; else the stretch."""
    while last - begin > _MAX_SENTENCE_WORDS:
        at = begin + _MAX_SENTENCE_WORDS
        number = words.quote[at]
        if number >= 0:
            at = words.quotes[number][1]
        if at >= last:
            break
        yield begin, at
        begin = at
    yield begin, last


def _possible_begins(words: Words, sentence_starts: Sequence[int] | None) -> list[int]:
    """The words that may begin a sentence: where one starts, else after a stop; after a quote."""
    after_quotes = {last for _, last in words.quotes}
    if sentence_starts is None:
        stops = compress(count(1), map(_ENDS.__contains__, words.text))
        return sorted(after_quotes.union(stops))
    ends, text = words.ends, words.text
    found: list[int] = []
    at = 0
    for start in sentence_starts:
        at = bisect_right(ends, start, at)
        if at < len(ends) and ends[at] - len(text[at]) == start:
            found.append(at)
    return sorted(after_quotes.union(found))


def _breaks_after_stop(words: Words, following: int, begin: int, lexicon: Lexicon) -> bool:
    """Whether a stop ends the sentence from `begin`: by what stands before it and after it."""
    stop, after = words.text[following - 1], words.text[following]
    if words.touches(following) and after[0] not in "“\"«„»‘'":
        return after[0].isupper() and stop in "!?" and after.isalpha()
    if words.quote[following] < 0 and not (after[0].isupper() or after[0].isdigit()):
        return after[0] in "“\"«„»‘'([—–-"
    if stop == "." and following - 1 > begin:
        before = words.low[following - 2]
        if (len(before) == 1 and before.isalpha()) or before in lexicon.abbreviations:
            return False
        short = before in lexicon.honorifics and len(before) <= 5
        return not short or words.low[following] in lexicon.fillers
    return True


def _breaks_after_quote(
    text: str, words: Words, following: int, marked: Sequence[Marked], lexicon: Lexicon
) -> bool:
    """Whether a sentence ends with a quote: by its last character and by what follows."""
    number = words.quote[following - 1]
    if words.quote[following] == number:
        return False
    item = marked[number]
    final = text[item.start : item.end].rstrip(_CLOSING)[-1:]
    if words.quote[following] >= 0:
        return final in _ENDS or not item.closed
    if final not in _ENDS or not words.text[following][0].isupper():
        return False
    if final in "?!…":
        return lexicon.cues.isdisjoint(words.low[following + 1 : following + 5])
    return True


def places(low: list[str], phrase: tuple[str, ...]) -> Iterator[int]:
    """Where a phrase ends, found by its first word."""
    size = len(phrase)
    at = -1
    with suppress(ValueError):
        while True:
            at = low.index(phrase[0], at + 1)
            if tuple(low[at : at + size]) == phrase:
                yield at + size - 1
