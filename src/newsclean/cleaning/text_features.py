"""What the text of a page says of each line: numbers for the model, and its hashed words.

Each token is touched once, to find its form in a table of the page; all that is counted over
tokens, characters and neighbouring lines is numpy over the whole page. Nothing here knows words
of any language but the function words that `languages` has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from newsclean.cleaning.network import Bag, Floats
from newsclean.cleaning.recurrence import recurrence, topic
from newsclean.cleaning.tokens import CLOSERS, ENDERS, Tokens, characters, hash_words, tokenize
from newsclean.document import Line

_BULLET = re.compile(r"[•*·▪►●‣◦■□–—+>|»-]\s|\d{1,3}[.)]\s|#\d|\[\w")
_OPENERS = "\"“„«‘'「"
_RADII = (1, 3, 5, 10, 20, 40)
_SIDES = (4, 15)
ENDS = 3
"""The column that says whether a line ends as a sentence does."""


class Described(NamedTuple):
    """A page as the model reads it: `features` is `[lines, width]`, `words` counts each line's."""

    features: Floats
    bag: Bag
    words: Floats
    topic: Floats
    """`[lines, 11]`: whether the text from a line on is still of the same things."""
    core: tuple[int, int]
    """First and last line of the stretch that is densest in long lines."""


def features(lines: Sequence[Line], language: str) -> Floats:
    """The features of each line, `[lines, width]`; `lines` all have a letter or digit."""
    return describe(lines, language).features


def describe(lines: Sequence[Line], language: str) -> Described:
    """Features, hashed words and core of a page; `lines` all have a letter or digit."""
    texts = [line.text for line in lines]
    tokens = tokenize(texts, language)
    chars = characters(texts)
    words = np.maximum(tokens.counts, chars["wide"] / 2).astype(np.float64)
    blank = np.array([min(line.blank_before, 6) for line in lines], np.float64)
    own = _own(texts, tokens, chars, words, blank)
    long_ = ((words >= 12) & (own["ends"] > 0)) | (words >= 30)
    core = _core(words, long_)
    columns = {
        **own,
        **_around(own, words, long_),
        **_place(words, long_, core, blank),
        **recurrence(tokens, words, long_, core, own),
        **_shape(own),
    }
    matrix = np.stack([np.asarray(column, np.float32) for column in columns.values()], axis=1)
    return Described(
        matrix,
        hash_words(tokens),
        words.astype(np.float32),
        topic(tokens, words, long_, core),
        core,
    )


def _own(
    texts: list[str], tokens: Tokens, chars: dict[str, Floats], words: Any, blank: Any
) -> dict[str, Any]:
    """What a line says of itself."""
    count = len(texts)
    tokens_in = np.maximum(tokens.counts, 1)

    def share(mask: Any) -> Any:
        return np.bincount(tokens.line, mask, count) / tokens_in

    tails = [text.rstrip(CLOSERS)[-1:] for text in texts]
    heads = [text[0] for text in texts]
    repeats = Counter(text.lower() for text in texts)
    size = np.maximum(chars["size"], 1)
    after = np.append(blank[1:], 6.0)
    return {
        "size": np.log1p(size),
        "words": np.log1p(words),
        "word_size": size / tokens_in,
        "ends": np.array([tail != "" and tail in ENDERS for tail in tails], float),
        "dots": np.array([text.endswith(("...", "…", "[…]")) for text in texts], float),
        "colon": np.array([tail == ":" for tail in tails], float),
        "comma_end": np.array([tail == "," for tail in tails], float),
        "sentences": np.log1p(chars["sentences"]),
        "sentence_size": np.log1p(words / np.maximum(chars["sentences"], 1)),
        "commas": chars["comma"] / tokens_in,
        "quotes": chars["quote"] / tokens_in,
        "quote_head": np.array([head in _OPENERS for head in heads], float),
        "upper_head": np.array([head.isupper() for head in heads], float),
        "lower_head": np.array([head.islower() for head in heads], float),
        "digit_head": np.array([head.isdigit() for head in heads], float),
        "bullet": np.array([_BULLET.match(text) is not None for text in texts], float),
        "title": share(tokens.title),
        "caps": share(tokens.upper),
        "common": share(tokens.common),
        "digits": chars["digit"] / size,
        "symbols": chars["symbol"] / size,
        "hyphens": chars["hyphen"] / tokens_in,
        "bars": np.minimum(chars["bar"], 5),
        "glued": np.minimum(chars["glued"], 5),
        "wide": chars["wide"] / size,
        "address": np.array(["@" in t or "://" in t or "www." in t for t in texts], float),
        "copyright": np.array(["©" in text for text in texts], float),
        "blank_before": blank,
        "blank_after": after,
        "repeats": np.log([repeats[text.lower()] for text in texts]),
        "of_longest": words / max(1.0, float(words.max())),
    }


def _core(words: Any, long_: Any) -> tuple[int, int]:
    """First and last line of the stretch with the highest sum: long lines gain, others cost."""
    gains = np.where(long_, np.minimum(words, 80), -9.0).tolist()
    best, first, last = 0.0, 0, 0
    current, start = 0.0, 0
    for index, gain in enumerate(gains):
        if current <= 0:
            current, start = 0.0, index
        current += gain
        if current > best:
            best, first, last = current, start, index
    return first, last


def _around(own: dict[str, Any], words: Any, long_: Any) -> dict[str, Any]:
    """Means over windows of several sizes, around the line and to either side of it."""
    names = ("capped", "ends", "long", "title", "common", "blank", "repeats", "digits")
    matrix = np.stack(
        [
            np.minimum(words, 60) / 20,
            own["ends"],
            long_,
            own["title"],
            own["common"],
            np.minimum(own["blank_before"], 2),
            own["repeats"],
            own["digits"],
        ],
        axis=1,
    )
    count = len(matrix)
    sums = np.concatenate([np.zeros((1, matrix.shape[1])), np.cumsum(matrix, axis=0)])
    index = np.arange(count)
    out: dict[str, Any] = {}

    def window(label: str, low: Any, high: Any) -> None:
        low, high = np.clip(low, 0, count), np.clip(high, 0, count)
        means = (sums[high] - sums[low]) / np.maximum(high - low, 1)[:, None]
        out.update(zip((f"{name}_{label}" for name in names), means.T, strict=True))

    for radius in _RADII:
        window(f"around{radius}", index - radius, index + radius + 1)
    for reach in _SIDES:
        window(f"above{reach}", index - reach, index)
        window(f"below{reach}", index + 1, index + 1 + reach)
    return out


def _place(words: Any, long_: Any, core: tuple[int, int], blank: Any) -> dict[str, Any]:
    """Where a line stands: on the page, to its core, in a run of long lines, in its chunk."""
    count = len(words)
    index = np.arange(count, dtype=float)
    first, last = core
    outside = np.where(index > last, index - last, np.where(index < first, index - first, 0))
    change = np.flatnonzero(np.diff(long_.astype(np.int8))) + 1
    starts = np.concatenate([[0], change])
    sizes = np.diff(np.append(starts, count))
    run_words = np.repeat(np.add.reduceat(words, starts), sizes)
    run = np.repeat(sizes, sizes) * np.where(long_, 1, -1)
    chunk = np.cumsum((blank > 0) | (index == 0)) - 1
    long_words = np.where(long_, words, 0)
    total, total_long = words.sum(), max(1.0, float(long_words.sum()))
    core_words = words[first : last + 1].sum()
    places = np.flatnonzero(long_)
    above = np.searchsorted(places, index, "left")
    padded = np.concatenate([[-99], places, [count + 99]])
    below = np.searchsorted(places, index, "right")
    highest = np.lib.stride_tricks.sliding_window_view(np.pad(words, 12), 12).max(axis=1)
    return {
        "index": np.log1p(index),
        "to_end": np.log1p(count - index),
        "position": index / count,
        "lines": np.full(count, np.log1p(count)),
        "page_words": np.full(count, np.log1p(total)),
        "long_share": np.full(count, long_.mean()),
        "blank_share": np.full(count, (blank > 0).mean()),
        "core_words": np.full(count, np.log1p(core_words)),
        "core_share": np.full(count, core_words / max(1.0, total)),
        "in_core": (index - first) / max(1, last - first),
        "from_core": np.sign(outside) * np.log1p(np.abs(outside)),
        "from_core_start": np.sign(index - first) * np.log1p(np.abs(index - first)),
        "run": np.sign(run) * np.log1p(np.abs(run)),
        "run_words": np.log1p(run_words),
        "since_long": np.log1p(np.minimum(index - padded[above], 60)),
        "until_long": np.log1p(np.minimum(padded[below + 1] - index, 60)),
        "long_above": (np.cumsum(long_words) - long_words) / total_long,
        "chunk_words": np.log1p(np.bincount(chunk, words)[chunk]),
        "chunk_lines": np.log1p(np.bincount(chunk)[chunk]),
        "longest_above": np.log1p(highest[:count]),
        "longest_below": np.log1p(highest[13 : count + 13]),
    }


def _shape(own: dict[str, Any]) -> dict[str, Any]:
    """How alike a line looks to those around it: menus and teasers repeat their shape."""
    look = np.stack(
        [
            own["ends"],
            own["upper_head"],
            own["digit_head"],
            own["bullet"],
            own["colon"],
            own["digits"] > 0,
            np.minimum(np.expm1(own["words"]) // 5, 4),
            np.minimum(own["blank_before"], 1),
        ],
        axis=1,
    )
    count = len(look)
    total, pairs = np.zeros(count), np.zeros(count)
    out = {}
    for step in range(1, min(6, count)):
        same = (look[step:] == look[:-step]).mean(axis=1)
        total[step:] += same
        total[:-step] += same
        pairs[step:] += 1
        pairs[:-step] += 1
        if step <= 3:
            out[f"like{step}"] = np.concatenate([np.zeros(step), same])
    for step in range(min(6, count), 4):
        out[f"like{step}"] = np.zeros(count)
    return {"alike": total / np.maximum(pairs, 1), **dict(sorted(out.items()))}
