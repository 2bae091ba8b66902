"""What the text of a page says of each line: numbers for the model, and its hashed words.

Each token is touched once, to find its form in a table of the page; all that is counted over
tokens, characters and neighbouring lines is numpy over the whole page. Nothing here knows words
of any language but the function words that `languages` has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.cleaning.network import Bag, Floats, Indices
from newsclean.document import Line

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_BULLET = re.compile(r"[•*·▪►●‣◦■□–—+>|»-]\s|\d{1,3}[.)]\s|#\d|\[\w")
_CLOSERS = "\"'”’»)]） 」』"
_ENDERS = ".!?…。！？؟।"
_OPENERS = "\"“„«‘'「"
_QUOTES = '"“”„«»「」'

_DIGIT, _UPPER, _LOWER, _SPACE, _END, _CLOSE, _COMMA, _QUOTE, _SYMBOL, _BAR, _HYPHEN, _WIDE = (
    1 << bit for bit in range(12)
)
_CODES = 0x3100
_RADII = (1, 3, 5, 10, 20, 40)
_SIDES = (4, 15)
ENDS = 3
"""The column that says whether a line ends as a sentence does."""
_SHORT = 8
"""Up to how many words a line counts as short: its word pairs are hashed as well."""


@dataclass(frozen=True, slots=True)
class Described:
    """A page as the model reads it: `features` is `[lines, width]`, `words` counts each line's."""

    features: Floats
    bag: Bag
    words: Floats
    core: tuple[int, int]
    """First and last line of the stretch that is densest in long lines."""


class _Forms(dict[str, int]):
    """A running number for each distinct token."""

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        return number


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The tokens of a page: form and line of each, and what is known of each form."""

    line: Indices
    form: Indices
    low: Indices
    """The running number of the form in lower case."""
    hashed: npt.NDArray[np.uint64]
    common: npt.NDArray[np.bool_]
    content: npt.NDArray[np.bool_]
    """By lower-case number: a word that may tell the page's subject."""
    title: npt.NDArray[np.bool_]
    upper: npt.NDArray[np.bool_]
    starts: Indices
    counts: Indices


def features(lines: Sequence[Line], language: str) -> Floats:
    """The features of each line, `[lines, width]`; `lines` all have a letter or digit."""
    return describe(lines, language).features


def describe(lines: Sequence[Line], language: str) -> Described:
    """Features, hashed words and core of a page; `lines` all have a letter or digit."""
    texts = [line.text for line in lines]
    tokens = _tokenize(texts, language)
    chars = _characters(texts)
    words = np.maximum(tokens.counts, chars["wide"] / 2).astype(np.float64)
    blank = np.array([min(line.blank_before, 6) for line in lines], np.float64)
    own = _own(texts, tokens, chars, words, blank)
    long_ = ((words >= 12) & (own["ends"] > 0)) | (words >= 30)
    core = _core(words, long_)
    columns = {
        **own,
        **_around(own, words, long_),
        **_place(words, long_, core, blank),
        **_vocabulary(tokens, words, long_, core, own),
        **_shape(own),
    }
    matrix = np.stack([np.asarray(column, np.float32) for column in columns.values()], axis=1)
    return Described(matrix, _hash(tokens), words.astype(np.float32), core)


def _tokenize(texts: list[str], language: str) -> _Tokens:
    forms = _Forms()
    flat: list[int] = []
    counts = []
    for text in texts:
        found = _WORD.findall(text)
        flat += [forms[token] for token in found]
        counts.append(len(found))
    common = languages.function_words(language)
    lows = _Forms()
    low, is_common, is_title, is_upper = [], [], [], []
    hashes: list[int] = []
    content: list[bool] = []
    for form in forms:
        lower = form.lower()
        number = lows[lower]
        low.append(number)
        if number == len(hashes):
            known = lower in common
            is_common.append(known)
            content.append(not known and len(lower) > 2)
            hashes.append(crc32((f"#{len(lower)}" if lower.isdigit() else lower).encode()))
        upper = form[0] != lower[0]
        is_title.append(upper)
        is_upper.append(upper and len(form) > 1 and form.isupper())
    sizes = np.array(counts, np.int64)
    form_of = np.array(flat, np.int64)
    low_of = np.array(low, np.int64)[form_of]
    return _Tokens(
        line=np.repeat(np.arange(len(texts)), sizes),
        form=form_of,
        low=low_of,
        hashed=np.array(hashes, np.uint64)[low_of],
        common=np.array(is_common, bool)[low_of],
        content=np.array(content, bool),
        title=np.array(is_title, bool)[form_of],
        upper=np.array(is_upper, bool)[form_of],
        starts=np.cumsum(sizes) - sizes,
        counts=sizes,
    )


@cache
def _classes() -> npt.NDArray[np.uint16]:
    """What each character up to U+30FF is; the last entry stands for all that lie beyond."""
    table = np.zeros(_CODES + 1, np.uint16)
    for code in (*range(0x250), *range(0x370, 0x530), *range(0x600, 0x6FF)):
        char = chr(code)
        table[code] = (
            (_DIGIT if char.isdigit() else 0)
            | (_UPPER if char.isupper() else 0)
            | (_LOWER if char.islower() else 0)
            | (_SPACE if char.isspace() else 0)
            | (0 if char.isalnum() or char.isspace() else _SYMBOL)
        )
    table[0x2000:0x2BFF] |= _SYMBOL
    table[0x3000:0x3040] |= _SYMBOL
    table[0x3040:] |= _WIDE
    for chars, bit in (
        (_ENDERS, _END),
        (_CLOSERS, _CLOSE),
        (",，、،", _COMMA),
        (_QUOTES, _QUOTE),
        ("|›»·•", _BAR),
        ("-–—", _HYPHEN),
    ):
        for char in chars:
            if ord(char) < _CODES:
                table[ord(char)] |= bit
    return table


def _characters(texts: list[str]) -> dict[str, Floats]:
    """How many characters of each kind each line has."""
    joined = "\n".join(texts) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    kinds = _classes()[np.minimum(codes, _CODES)]
    sizes = np.array([len(text) + 1 for text in texts])
    starts = np.cumsum(sizes) - sizes

    def count(mask: npt.NDArray[np.bool_]) -> Any:
        return np.add.reduceat(mask.astype(np.float64), starts)

    after = np.append(kinds[1:], np.uint16(_SPACE))
    glued = ((kinds & _LOWER) > 0) & ((after & _UPPER) > 0)
    full_wide = np.isin(codes, [ord(char) for char in "。！？"])
    ends = (((kinds & _END) > 0) & ((after & (_SPACE | _CLOSE)) > 0)) | full_wide
    found = {
        name: count((kinds & bit) > 0)
        for name, bit in (
            ("digit", _DIGIT),
            ("upper", _UPPER),
            ("comma", _COMMA),
            ("quote", _QUOTE),
            ("symbol", _SYMBOL),
            ("bar", _BAR),
            ("hyphen", _HYPHEN),
            ("wide", _WIDE),
        )
    }
    return {"size": sizes - 1.0, **found, "sentences": count(ends), "glued": count(glued)}


def _own(
    texts: list[str], tokens: _Tokens, chars: dict[str, Floats], words: Any, blank: Any
) -> dict[str, Any]:
    """What a line says of itself."""
    count = len(texts)
    tokens_in = np.maximum(tokens.counts, 1)

    def share(mask: Any) -> Any:
        return np.bincount(tokens.line, mask, count) / tokens_in

    tails = [text.rstrip(_CLOSERS)[-1:] for text in texts]
    heads = [text[0] for text in texts]
    repeats = Counter(text.lower() for text in texts)
    size = np.maximum(chars["size"], 1)
    after = np.append(blank[1:], 6.0)
    return {
        "size": np.log1p(size),
        "words": np.log1p(words),
        "word_size": size / tokens_in,
        "ends": np.array([tail != "" and tail in _ENDERS for tail in tails], float),
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


def _vocabulary(
    tokens: _Tokens, words: Any, long_: Any, core: tuple[int, int], own: dict[str, Any]
) -> dict[str, Any]:
    """How a line's words recur: in the core, before it, after it, in the likely headline."""
    count, forms = len(words), len(tokens.content)
    keys, first_at = np.unique(tokens.line * forms + tokens.low, return_index=True)
    line, low = keys // forms, keys % forms
    index = np.arange(count)
    inside = long_ & (index >= core[0]) & (index <= core[1])
    of_core = inside[line].astype(float)
    spread = np.bincount(low, minlength=forms)
    in_core = np.bincount(low, of_core, forms)
    first, last = np.zeros(forms, np.int64), np.zeros(forms, np.int64)
    last[low] = line
    first[low[::-1]] = line[::-1]
    content = tokens.content[low]
    elsewhere = in_core[low] - of_core
    several = content & (spread[low] > 1)
    name = content & tokens.title[first_at] & (first_at != tokens.starts[line])

    def mean(values: Any, among: Any) -> Any:
        sums = np.bincount(line[among], values[among], count)
        return sums / np.maximum(np.bincount(line[among], minlength=count), 1)

    contents = np.bincount(line[content], minlength=count)
    sizes = np.bincount(line, minlength=count)

    def shared(step: int) -> Any:
        other = (line + step >= 0) & (line + step < count)
        wanted = keys[other] + step * forms
        hit = keys[np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)] == wanted
        both = np.bincount(line[other][hit], minlength=count)
        neighbour = np.roll(sizes, -step)
        return both / np.maximum(np.minimum(sizes, neighbour), 1)

    recur = np.minimum(elsewhere, 2) / 2
    recurs = mean((elsewhere > 0).astype(float), content)
    score = np.bincount(line[content], recur[content], count) * (0.5 + 0.5 * recurs)
    near = 1 / (1 + 0.02 * np.maximum(0, core[0] - index))
    score = score * near * np.where(own["ends"] > 0, 0.7, 1.0) * (1 + 0.15 * (own["repeats"] > 0))
    candidate = (words >= 3) & (words <= 28) & (index < max(core[0] + 3, 1)) & (contents >= 2)
    score = np.where(candidate, score, 0)
    headline = int(score.argmax())
    in_headline = np.zeros(forms, bool)
    in_headline[low[content & (line == headline)]] = True
    from_headline = index - headline
    return {
        "content": np.log1p(contents),
        "of_core": recurs,
        "names_of_core": mean((elsewhere > 0).astype(float), name),
        "names": np.bincount(line[name], minlength=count) / np.maximum(sizes, 1),
        "cohesion": mean(elsewhere / np.maximum(spread[low] - 1, 1), several),
        "alone": mean((spread[low] == 1).astype(float), content),
        "seen": mean((first[low] < line).astype(float), content),
        "seen_later": mean((last[low] > line).astype(float), content),
        "like_above": shared(-1),
        "like_below": shared(1),
        "headline_words": np.bincount(line[in_headline[low]], minlength=count)
        / max(1, int(in_headline.sum())),
        "from_headline": np.sign(from_headline) * np.log1p(np.abs(from_headline)),
        "headline_score": np.full(count, np.log1p(score.max())),
        "own_headline_score": np.log1p(score),
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


def _hash(tokens: _Tokens) -> Bag:
    """Hashed words of each line, its first and last word, and word pairs of short lines."""
    mask = np.uint64(0xFFFFFFFF)
    hashed, line = tokens.hashed, tokens.line
    filled = tokens.counts > 0
    starts = tokens.starts[filled]
    ends = starts + tokens.counts[filled] - 1
    numbers = np.flatnonzero(filled)
    short = tokens.counts <= _SHORT
    pair = short[line[:-1]] & (line[:-1] == line[1:])
    pairs = (hashed[:-1] * np.uint64(31) + hashed[1:] + np.uint64(7)) & mask
    inside = np.arange(len(line)) - tokens.starts[line]
    weighted = hashed * (2 * inside + 1).astype(np.uint64)
    whole = (np.add.reduceat(weighted, starts) * np.uint64(17) + np.uint64(3)) & mask
    brief = short[numbers]
    hashes = np.concatenate(
        [
            hashed,
            (hashed[starts] * np.uint64(5) + np.uint64(1)) & mask,
            (hashed[ends] * np.uint64(11) + np.uint64(2)) & mask,
            pairs[pair],
            whole[brief],
        ]
    ).astype(np.uint32)
    lines = np.concatenate([line, numbers, numbers, line[:-1][pair], numbers[brief]])
    order = np.argsort(lines, kind="stable")
    return Bag(hashes[order], lines[order])
