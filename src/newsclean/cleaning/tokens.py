"""The tokens and characters of a page, counted once: what the features of its lines are made of.

Each token is touched once in Python, to find its form in a table of the page; the rest is numpy
over the whole page.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from newsclean import languages
from newsclean.cleaning.network import Bag, Floats, Indices

_WORD = re.compile(r"\w+(?:['’]\w+)*")
CLOSERS = "\"'”’»)]） 」』"
ENDERS = ".!?…。！？؟।"
_QUOTES = '"“”„«»「」'

_DIGIT, _UPPER, _LOWER, _SPACE, _END, _CLOSE, _COMMA, _QUOTE, _SYMBOL, _BAR, _HYPHEN, _WIDE = (
    1 << bit for bit in range(12)
)
_CODES = 0x3100
_SHORT = 8
"""Up to how many words a line counts as short: its word pairs are hashed as well."""


class Tokens(NamedTuple):
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


def tokenize(texts: list[str], language: str) -> Tokens:
    """The tokens of a page's lines."""
    found = list(map(_WORD.findall, texts))
    flat = list(itertools.chain.from_iterable(found))
    forms = _number(flat)
    lowered = [form.lower() for form in forms]
    lows = _number(lowered)
    common = languages.function_words(language)
    is_common = [lower in common for lower in lows]
    content = [not known and len(low) > 2 for low, known in zip(lows, is_common, strict=True)]
    hashes = [crc32((f"#{len(lower)}" if lower.isdigit() else lower).encode()) for lower in lows]
    is_title = [form[0] != lower[0] for form, lower in zip(forms, lowered, strict=True)]
    is_upper = [
        upper and len(form) > 1 and form.isupper()
        for form, upper in zip(forms, is_title, strict=True)
    ]
    sizes = np.fromiter(map(len, found), np.int64, len(texts))
    form_of = np.fromiter(map(forms.__getitem__, flat), np.int64, len(flat))
    low_of = np.fromiter(map(lows.__getitem__, lowered), np.int64, len(lowered))[form_of]
    return Tokens(
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


def _number(words: list[str]) -> dict[str, int]:
    """A running number for each distinct word."""
    return {word: number for number, word in enumerate(dict.fromkeys(words))}


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
        (ENDERS, _END),
        (CLOSERS, _CLOSE),
        (",，、،", _COMMA),
        (_QUOTES, _QUOTE),
        ("|›»·•", _BAR),
        ("-–—", _HYPHEN),
    ):
        for char in chars:
            if ord(char) < _CODES:
                table[ord(char)] |= bit
    return table


def characters(texts: list[str]) -> dict[str, Floats]:
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


def hash_words(tokens: Tokens) -> Bag:
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
