"""Text, paragraphs, quotation marks -> words, each with its sentence and its quote.

The stages after this one look at words by their index. A sentence here never ends inside a
quote, so that "..." she said. "..." keeps each quote with the words that attribute it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import add, itemgetter
from typing import NamedTuple

from newsclean.document import Span
from newsclean.quotes.lexicon import Lexicon
from newsclean.quotes.marks import Marked

_ENDS = frozenset(".!?…")
_CLOSING = "\"'”’“»«)]›‹‘ \u00a0\u202f"


class Words(NamedTuple):
    """The words of an article, as parallel lists."""

    text: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    quote: list[int]
    """The index of the quote a word stands in, -1 outside."""
    sentence: list[int]
    paragraph_of: list[int]
    """Sentence -> paragraph."""
    bounds: list[tuple[int, int]]
    """Sentence -> its first word and the one after its last."""
    quotes: list[tuple[int, int]]
    """Quote -> its first word (the opening mark) and the one after its last."""


def read_words(
    text: str,
    paragraphs: Sequence[Span],
    marked: Sequence[Marked],
    lexicon: Lexicon,
    sentence_starts: frozenset[int] | None = None,
) -> Words:
    """Cuts paragraphs into words and sentences; without `sentence_starts` by simple rules."""
    texts: list[str] = []
    starts: list[int] = []
    quote: list[int] = []
    sentence: list[int] = []
    paragraph_of: list[int] = []
    bounds: list[tuple[int, int]] = []
    spans = [(0, 0)] * len(marked)
    find = lexicon.token.finditer
    at_mark = 0
    for number, (begin, stop) in enumerate(paragraphs):
        first = len(texts)
        matches = list(find(text, begin, stop))
        texts += map(itemgetter(0), matches)
        starts += map(re.Match.start, matches)
        last = len(texts)
        quote += [-1] * (last - first)
        index = first
        begun = at_mark
        while at_mark < len(marked) and marked[at_mark].paragraph == number:
            low, high = marked[at_mark].outer
            begin_at = bisect_left(starts, low, index, last)
            index = bisect_left(starts, high, begin_at, last)
            spans[at_mark] = (begin_at, index)
            quote[begin_at:index] = [at_mark] * (index - begin_at)
            at_mark += 1
        if sentence_starts is not None and begun == at_mark:
            found = _plain_sentences(starts, first, last, sentence_starts)
        else:
            found = _sentences(
                text, texts, starts, quote, first, last, marked, lexicon, sentence_starts
            )
        for one, other in found:
            sentence += [len(bounds)] * (other - one)
            paragraph_of.append(number)
            bounds.append((one, other))
    return Words(
        texts,
        "\n".join(texts).lower().split("\n") if texts else [],
        starts,
        list(map(add, starts, map(len, texts))),
        quote,
        sentence,
        paragraph_of,
        bounds,
        spans,
    )


def _plain_sentences(
    starts: list[int], first: int, last: int, sentence_starts: frozenset[int]
) -> list[tuple[int, int]]:
    """Where the sentences of a paragraph without quotes begin and end."""
    if first == last:
        return []
    begins = [index for index in range(first + 1, last) if starts[index] in sentence_starts]
    return list(pairwise((first, *begins, last)))


def _sentences(
    text: str,
    texts: list[str],
    starts: list[int],
    quote: list[int],
    first: int,
    last: int,
    marked: Sequence[Marked],
    lexicon: Lexicon,
    sentence_starts: frozenset[int] | None,
) -> list[tuple[int, int]]:
    """Where the sentences of one paragraph begin and end."""
    found: list[tuple[int, int]] = []
    begin = first
    for index in range(first, last - 1):
        following = index + 1
        if quote[index] >= 0:
            if quote[following] == quote[index]:
                continue
            if not _breaks_after_quote(
                text, texts, quote, following, marked[quote[index]], lexicon
            ):
                continue
        elif sentence_starts is not None:
            if starts[following] not in sentence_starts:
                continue
        elif texts[index] in _ENDS:
            if not _breaks_after_stop(texts, starts, quote, index, begin, lexicon):
                continue
        else:
            continue
        found.append((begin, following))
        begin = following
    if last > begin:
        found.append((begin, last))
    return found


def _breaks_after_stop(
    texts: list[str], starts: list[int], quote: list[int], index: int, begin: int, lexicon: Lexicon
) -> bool:
    following = texts[index + 1]
    if starts[index + 1] == starts[index] + 1 and following[0] not in "“\"«„»‘'":
        return following[0].isupper() and texts[index] in "!?" and following.isalpha()
    if quote[index + 1] < 0 and not (following[0].isupper() or following[0].isdigit()):
        return following[0] in "“\"«„»‘'([—–-"
    if texts[index] == "." and index > begin:
        before = texts[index - 1].lower()
        if (len(before) == 1 and before.isalpha()) or before in lexicon.abbreviations:
            return False
        return not (before in lexicon.honorifics and len(before) <= 5)
    return True


def _breaks_after_quote(
    text: str,
    texts: list[str],
    quote: list[int],
    following: int,
    item: Marked,
    lexicon: Lexicon,
) -> bool:
    """Whether a sentence ends with a quote: by its last character and by what follows."""
    inner = text[item.start : item.end].rstrip(_CLOSING)
    final = inner[-1:] if inner else ""
    after = texts[following]
    if quote[following] >= 0:
        return final in _ENDS or not item.closed
    if final not in _ENDS:
        return False
    if not after[0].isupper():
        return False
    if final in "?!…":
        near = [word.lower() for word in texts[following + 1 : following + 5]]
        return not any(word in lexicon.cues for word in near)
    return True
