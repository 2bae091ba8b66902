"""Which units of a page are the article's body, given the body: the labels to train on.

The token 3-grams of page and body are aligned in order; a unit is body when most of its tokens
are covered. The rule is that of `label_lines` in the shared scorer.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

_WORD = re.compile(r"\w+")
_GRAM = 3
_COVERED = 0.6


def label(texts: Sequence[str], body: str) -> tuple[npt.NDArray[np.bool_], float]:
    """Which of the units are body, and the share of the body's tokens that those units hold."""
    tokens = [_WORD.findall(text) for text in texts]
    flat = [token for found in tokens for token in found]
    gold = _WORD.findall(body)
    flags = _aligned(flat, gold)
    labels, covered, at = [], 0, 0
    for found in tokens:
        hits = int(flags[at : at + len(found)].sum())
        kept = bool(found) and hits >= _COVERED * len(found)
        labels.append(kept)
        covered += hits if kept else 0
        at += len(found)
    return np.array(labels, bool), min(1.0, covered / max(1, len(gold)))


def _aligned(page: list[str], gold: list[str]) -> npt.NDArray[np.bool_]:
    """For each token of the page: does it take part in the alignment with the body?"""
    flags = np.zeros(len(page), bool)
    size = max(1, min(_GRAM, len(gold)))
    page_grams = list(zip(*(page[shift:] for shift in range(size)), strict=False))
    gold_grams = list(zip(*(gold[shift:] for shift in range(size)), strict=False))
    shared = set(gold_grams)
    places = [index for index, gram in enumerate(page_grams) if gram in shared]
    matcher = difflib.SequenceMatcher(
        None, [page_grams[index] for index in places], gold_grams, autojunk=False
    )
    for block in matcher.get_matching_blocks():
        for index in places[block.a : block.a + block.size]:
            flags[index : index + size] = True
    return flags
