"""What the text of a page says of each line: numbers for the model, and its hashed words.

All that is counted over tokens, characters and neighbouring lines is numpy over the whole page.
What stands around a line, the networks see by themselves: windows over neighbours were tried as
features and brought nothing. Nothing here knows words of any language but the function words
that `languages` has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Bag, Floats, stacked
from newsclean.cleaning.features import characters as kinds
from newsclean.cleaning.features.characters import Characters, characters
from newsclean.cleaning.features.markers import Phrases, markers, phrases_of
from newsclean.cleaning.features.recurrence import distinct, recurrence, topic
from newsclean.cleaning.features.tokens import Tokens, hash_words, tokenize
from newsclean.cleaning.lines.page import PageLines
from newsclean.document import Line
from newsclean.patterns import lazy_regex

_BULLET = lazy_regex(r"[•*·▪►●‣◦■□–—+>|»-]\s|\d{1,3}[.)]\s|#\d|\[\w")
_ADDRESSES = ("@", "://", "www.")
_UNSPACED = lazy_regex("[\u0e01-\u0ecf\u1000-\u109f\u1780-\u17ff]")
_UNSPACED_CODES = 0x0E01, 0x17FF
_LETTERS_A_WORD, _LETTERS_OF_PROSE = 5, 50
"""Of scripts that put blanks between clauses alone: what a word has, and a headline hardly ever."""
_FAR = 60
_NOWHERE = -99
OWN_COLUMNS = 72
"""So many columns stand before those of `markers`; the network for HTML reads no others."""


class Described(NamedTuple):
    """A page as the model reads it: `features` is `[lines, width]`, `words` counts each line's."""

    features: Floats
    bag: Bag
    words: Floats
    ends: npt.NDArray[np.bool_]
    """Whether each line ends as a sentence does."""
    columns: tuple[str, ...]
    """The name of each feature."""


def describe(lines: Sequence[Line], language: str, phrases: Phrases | None = None) -> Described:
    """Features, hashed words and main block of a page; `lines` all have a letter or digit.

    `phrases` are those of the lines, where they are known; else they are looked for.
    """
    texts = [line.text for line in lines]
    if phrases is None:
        phrases = phrases_of(PageLines(lines, language), range(len(lines)))
    page = "\n".join([*texts, ""])
    chars = characters(page, np.fromiter(map(len, texts), np.int64, len(texts)))
    tokens = tokenize(chars, language)
    words = np.maximum(tokens.counts, chars.counts[:, kinds.WIDE] / 2)
    blank = np.minimum(np.array([line.blank_before for line in lines], np.float64), 6)
    unspaced = _letters_without_blanks(texts, chars)
    if unspaced is not None:
        words = np.maximum(words, unspaced / _LETTERS_A_WORD)
    own = _own(texts, phrases.lower, page, tokens, chars, words, blank)
    if unspaced is not None:  # no full stop ends a sentence there
        own["ends"] |= unspaced >= _LETTERS_OF_PROSE
    ends = own["ends"]
    long_ = ((words >= 12) & ends) | (words >= 30)
    main_block = _main_block(words, long_)
    pairs = distinct(tokens)
    columns = {
        **own,
        **_place(words, long_, main_block, blank),
        **recurrence(tokens, pairs, words, long_, main_block, own),
        **topic(tokens, pairs, words, long_, main_block),
        **markers(phrases, texts, chars, words, main_block[0], language),
    }
    matrix: Floats = stacked(columns.values(), np.float32)
    return Described(matrix.T, hash_words(tokens), words.astype(np.float32), ends, tuple(columns))


def _letters_without_blanks(texts: list[str], chars: Characters) -> Any:
    """How many letters of Thai, Lao, Burmese and Khmer each line has; None where no line has any.

    They stand between the blanks of their clauses, not of their words.
    """
    first, last = _UNSPACED_CODES
    if not ((chars.codes >= first) & (chars.codes <= last)).any():
        return None
    return np.array([len(_UNSPACED.findall(text)) for text in texts], np.float64)


def _own(
    texts: list[str],
    lower: Sequence[str],
    page: str,
    tokens: Tokens,
    chars: Characters,
    words: Any,
    blank: Any,
) -> dict[str, Any]:
    """What a line says of itself; `lower` are the lines in lower case."""
    tokens_in = np.maximum(tokens.counts, 1)
    counts, size = chars.counts, chars.sizes
    heads, tails = chars.kinds[chars.starts], _tails(chars)
    sentences = _sentences(chars)
    symbols = counts[:, kinds.SYMBOL :].sum(axis=1)

    def share(mask: Any) -> Any:
        return np.bincount(tokens.line, mask, len(chars.starts)) / tokens_in

    return {
        "size": np.log1p(size),
        "words": np.log1p(words),
        "word_size": np.log1p(size / tokens_in),
        "ends": (tails == kinds.END) | (tails == kinds.WIDE_END),
        "colon": chars.codes[chars.starts + size - 1] == ord(":"),
        "comma_end": tails == kinds.COMMA,
        "sentences": np.log1p(sentences),
        "sentence_size": np.log1p(words / np.maximum(sentences, 1)),
        "commas": counts[:, kinds.COMMA] / tokens_in,
        "quotes": counts[:, kinds.QUOTE] / tokens_in,
        "quote_head": heads == kinds.QUOTE,
        "upper_head": heads == kinds.UPPER,
        "lower_head": heads == kinds.LOWER,
        "digit_head": heads == kinds.DIGIT,
        "bullet": _bullets(texts, heads),
        "title": share(tokens.title),
        "caps": share(tokens.upper),
        "common": share(tokens.common),
        "digits": counts[:, kinds.DIGIT] / size,
        "symbols": symbols / size,
        "hyphens": counts[:, kinds.HYPHEN] / tokens_in,
        "bars": np.minimum(counts[:, kinds.BAR], 5),
        "glued": np.minimum(_glued(chars), 5),
        "wide": counts[:, kinds.WIDE] / size,
        "address": _addresses(page, chars),
        "copyright": chars.lines_with(chars.codes == ord("©")) > 0,
        "blank_before": blank,
        "blank_after": np.concatenate((blank[1:], [6.0])),
        "repeats": _repeats(lower),
        "of_longest": words / max(1.0, float(words.max())),
    }


def _bullets(texts: list[str], heads: Any) -> Any:
    """Which lines begin with a bullet or a number; no letter begins one."""
    found = (heads != kinds.UPPER) & (heads != kinds.LOWER)
    for place in found.nonzero()[0].tolist():
        found[place] = _BULLET.match(texts[place]) is not None
    return found


def _tails(chars: Characters) -> Any:
    """What the last character of each line is, closing marks aside."""
    place = chars.starts + chars.sizes - 1
    for _ in range(2):
        last = chars.kinds[place]
        closes = (last == kinds.CLOSE) | (last == kinds.QUOTE)
        place = np.maximum(place - closes, chars.starts)
    return chars.kinds[place]


def _sentences(chars: Characters) -> Any:
    """How many sentences seem to end in each line."""
    ends, after = chars.kinds[:-1] == kinds.END, chars.kinds[1:]
    closed = (after == kinds.SPACE) | (after == kinds.CLOSE) | (after == kinds.QUOTE)
    return chars.lines_with(ends & closed) + chars.counts[:, kinds.WIDE_END]


def _glued(chars: Characters) -> Any:
    """How often a capital follows a small letter: where words were glued together."""
    return chars.lines_with((chars.kinds[:-1] == kinds.LOWER) & (chars.kinds[1:] == kinds.UPPER))


def _addresses(page: str, chars: Characters) -> Any:
    """Which lines have an address of the web or of mail."""
    found = np.zeros(len(chars.starts), bool)
    for sign in _ADDRESSES:
        place = page.find(sign)
        while place >= 0:
            found[chars.line[place]] = True
            place = page.find(sign, place + 1)
    return found


def _repeats(lower: Sequence[str]) -> Any:
    """How often the page has each line, as a logarithm."""
    counts = Counter(lower)
    return np.log(list(map(counts.__getitem__, lower)))


def _main_block(words: Any, long_: Any) -> tuple[int, int]:
    """First and last line of the stretch with the highest sum: long lines gain, others cost."""
    sums = np.zeros(len(words) + 1)
    np.cumsum(np.where(long_, np.minimum(words, 80), -9.0), out=sums[1:])
    lowest = np.minimum.accumulate(sums[:-1])
    last = int((sums[1:] - lowest).argmax())
    if sums[last + 1] <= lowest[last]:
        return 0, 0
    first = int((sums[: last + 1] == lowest[last]).nonzero()[0][-1])
    return first, last


def _place(words: Any, long_: Any, main_block: tuple[int, int], blank: Any) -> dict[str, Any]:
    """Where a line stands: on the page, to its main block, in a run of long lines, in its chunk."""
    count = len(words)
    index = np.arange(count)
    first, last = main_block
    outside = np.minimum(index - first, 0) + np.maximum(index - last, 0)
    starts = np.concatenate(([0], (long_[1:] != long_[:-1]).nonzero()[0] + 1))
    sizes = np.concatenate((starts[1:], [count])) - starts
    run_words = np.repeat(np.add.reduceat(words, starts), sizes)
    run = np.repeat(np.log1p(sizes), sizes)
    chunks = blank > 0
    chunks[0] = True
    chunk = chunks.cumsum() - 1
    long_words = np.where(long_, words, 0)
    total, total_long = words.sum(), max(1.0, float(long_words.sum()))
    core_words = words[first : last + 1].sum()
    nearest = np.maximum.accumulate(np.where(long_, index, _NOWHERE))
    since = index - np.concatenate(([_NOWHERE], nearest[:-1]))
    following = np.minimum.accumulate(np.where(long_, index, count - _NOWHERE)[::-1])[::-1]
    until = np.concatenate((following[1:], [count - _NOWHERE])) - index
    from_start = index - first
    page = np.ones(count)
    return {
        "index": np.log1p(index),
        "to_end": np.log1p(count - index),
        "position": index / count,
        "lines": page * np.log1p(count),
        "page_words": page * np.log1p(total),
        "long_share": page * (np.count_nonzero(long_) / count),
        "blank_share": page * (np.count_nonzero(blank) / count),
        "core_words": page * np.log1p(core_words),
        "core_share": page * (core_words / max(1.0, total)),
        "in_core": from_start / max(1, last - first),
        "from_core": np.sign(outside) * np.log1p(np.abs(outside)),
        "from_core_start": np.sign(from_start) * np.log1p(np.abs(from_start)),
        "run": np.where(long_, run, -run),
        "run_words": np.log1p(run_words),
        "since_long": np.log1p(np.minimum(since, _FAR)),
        "until_long": np.log1p(np.minimum(until, _FAR)),
        "long_above": (long_words.cumsum() - long_words) / total_long,
        "chunk_words": np.log1p(np.bincount(chunk, words)[chunk]),
        "chunk_lines": np.log1p(np.bincount(chunk)[chunk]),
    }
