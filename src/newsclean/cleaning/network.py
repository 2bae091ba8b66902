"""Runs the trained networks over the lines of a page: numbers and words in, probabilities out.

A small dilated convolution over the lines (Yu and Koltun 2016, "Multi-scale context aggregation
by dilated convolutions") that sees the page as a whole half-way through; several nets of other
seeds are averaged. numpy alone runs it; `training/network.py` makes the file that it reads.
"""

from __future__ import annotations

import json
import struct
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

_DATA = Path(__file__).parent.parent / "data" / "cleaning"

Floats = npt.NDArray[np.float32]
Hashes = npt.NDArray[np.uint32]
Indices = npt.NDArray[np.int64]

MAGIC = b"NCN1"
CLIP = 5.0
_EPSILON = 1e-5


class Bag(NamedTuple):
    """The hashed words of a page: `hashes[i]` stands in line `lines[i]`, `lines` ascending."""

    hashes: Hashes
    lines: Indices


class Verdict(NamedTuple):
    """What the networks say of a page, all of it as log-odds.

    `keep`, `before` and `after` have one number a line: that it is of the article's body, that
    the body has yet to begin, that it has ended. `article` is of the page: that it is an article.
    """

    keep: Floats
    before: Floats
    after: Floats
    article: float


class Network(NamedTuple):
    """An ensemble of nets of one architecture that read the same features and words."""

    width: int
    """How many features a line has."""
    log: npt.NDArray[np.bool_]
    """Which features are read as their signed logarithm."""
    center: Floats
    scale: Floats
    vocabulary: Hashes
    nets: tuple[dict[str, Any], ...]

    def __call__(self, features: Floats, bag: Bag) -> Verdict:
        """Log-odds for the lines of one page; `features` is `[lines, width]`.

        Raises:
            ValueError: the features are not as many as the networks were trained on.
        """
        if features.shape[1] != self.width:
            raise ValueError(f"{features.shape[1]} features, trained on {self.width}")
        inputs = self.standardise(features)
        words, lines = self.look_up(bag)
        lines_out = np.zeros((len(features), 3), np.float32)
        page_out = 0.0
        for net in self.nets:
            line_logits, page_logit = _run(net, inputs, words, lines)
            lines_out += line_logits
            page_out += page_logit
        lines_out /= len(self.nets)
        keep, before, after = lines_out.T
        return Verdict(keep, before, after, page_out / len(self.nets))

    def standardise(self, features: Floats) -> Floats:
        """Features as the nets read them: logarithms taken, centred, scaled, clipped."""
        values = features.astype(np.float32, copy=True)
        if self.log.any():
            some = values[:, self.log]
            values[:, self.log] = np.sign(some) * np.log1p(np.abs(some))
        values -= self.center
        values *= self.scale
        return np.clip(values, -CLIP, CLIP, out=values)

    def look_up(self, bag: Bag) -> tuple[Indices, Indices]:
        """Rows of the embedding for the known words of a page, and the lines they stand in."""
        at = np.searchsorted(self.vocabulary, bag.hashes)
        at[at == len(self.vocabulary)] = 0
        known = self.vocabulary[at] == bag.hashes
        return at[known], bag.lines[known]


def _run(
    net: dict[str, Any], inputs: Floats, words: Indices, lines: Indices
) -> tuple[Floats, float]:
    """Line log-odds `[lines, 3]` and the page's log-odds from one net."""
    state = np.concatenate([inputs, embed(net["words"], words, lines, len(inputs))], axis=1)
    state = np.maximum(state @ net["in.w"] + net["in.b"], 0) @ net["mix.w"] + net["mix.b"]
    for index, dilation in enumerate(net["dilations"]):
        state = block(net, index, dilation, state)
        if index == net["page_after"]:
            noticed = np.maximum(state @ net["notice.w"] + net["notice.b"], 0)
            state = state + np.maximum(_remember(noticed) @ net["page.w"] + net["page.b"], 0)
    state = normalise(state, net["end.g"], net["end.o"])
    pooled = np.concatenate([state.mean(axis=0), state.max(axis=0)])
    article = pooled @ net["article.w"] + net["article.b"]
    return state @ net["out.w"] + net["out.b"], float(article[0])


def embed(table: Any, words: Indices, lines: Indices, count: int) -> Floats:
    """The sum of each line's word vectors over the square root of their number."""
    sums = np.zeros((count, table.shape[1]), np.float32)
    if len(words):
        counts = np.bincount(lines, minlength=count)
        filled = np.flatnonzero(counts)
        starts = (np.cumsum(counts) - counts)[filled]
        vectors = table[words].astype(np.float32)
        sums[filled] = np.add.reduceat(vectors, starts, axis=0)
        sums[filled] /= np.sqrt(counts[filled])[:, None]
    return sums


def block(net: dict[str, Any], index: int, dilation: int, state: Floats) -> Floats:
    """One residual block: each line sees the lines `dilation` above and below it."""
    name = f"block{index}"
    normal = normalise(state, net[f"{name}.g"], net[f"{name}.o"])
    seen = np.zeros((len(state), 3, state.shape[1]), np.float32)
    seen[:, 1] = normal
    if len(state) > dilation:
        seen[dilation:, 0] = normal[:-dilation]
        seen[:-dilation, 2] = normal[dilation:]
    hidden: Floats = seen.reshape(len(state), -1) @ net[f"{name}.conv.w"]
    hidden += net[f"{name}.conv.b"]
    out: Floats = np.maximum(hidden, 0, out=hidden) @ net[f"{name}.mix.w"]
    out += state
    out += net[f"{name}.mix.b"]
    return out


def _remember(noticed: Floats) -> Floats:
    """What was noticed on the page so far, in the rest of it, at most anywhere, and on average."""
    above = np.maximum.accumulate(noticed, axis=0)
    below = np.maximum.accumulate(noticed[::-1], axis=0)[::-1]
    whole = np.concatenate([above[-1], noticed.mean(axis=0)])
    return np.concatenate([above, below, np.tile(whole, (len(noticed), 1))], axis=1)


def normalise(state: Floats, gain: Floats, offset: Floats) -> Floats:
    """Each line's numbers centred and scaled (Ba et al. 2016, "Layer normalization")."""
    # in place, and sums rather than means: most of the time here is numpy's own
    width = state.shape[1]
    centred: Floats = state - np.add.reduce(state, axis=1, keepdims=True) / width
    squares = np.add.reduce(centred * centred, axis=1, keepdims=True) / width
    centred /= np.sqrt(squares + _EPSILON)
    centred *= gain
    centred += offset
    return centred


def dump(
    log: npt.NDArray[np.bool_],
    center: Floats,
    scale: Floats,
    vocabulary: Hashes,
    nets: list[dict[str, Any]],
    note: str,
) -> bytes:
    """The file of an ensemble: a JSON header, then the arrays one after the other.

    Word hashes are kept as 32-bit integers, `center` and `scale` as 32-bit floats, weights as
    16-bit floats. Each net has its arrays and the entries `dilations` and `page_after`.
    """
    parts = [
        np.ascontiguousarray(vocabulary, "<u4").tobytes(),
        np.ascontiguousarray(center, "<f4").tobytes(),
        np.ascontiguousarray(scale, "<f4").tobytes(),
    ]
    described = []
    for net in nets:
        arrays = {name: value for name, value in net.items() if isinstance(value, np.ndarray)}
        described.append(
            {
                "dilations": list(net["dilations"]),
                "page_after": net["page_after"],
                "arrays": [[name, list(value.shape)] for name, value in arrays.items()],
            }
        )
        parts += [np.ascontiguousarray(value, "<f2").tobytes() for value in arrays.values()]
    header = json.dumps(
        {
            "note": note,
            "width": len(center),
            "words": len(vocabulary),
            "log": np.flatnonzero(log).tolist(),
            "nets": described,
        }
    ).encode()
    header += b" " * (-len(header) % 4)
    return b"".join([MAGIC, struct.pack("<I", len(header)), header, *parts])


def loads(data: bytes) -> Network:
    """The ensemble in the bytes that `dump` made.

    Raises:
        ValueError: they are something else.
    """
    if data[:4] != MAGIC:
        raise ValueError("not a newsclean network")
    (length,) = struct.unpack("<I", data[4:8])
    header = json.loads(data[8 : 8 + length])
    at = 8 + length

    def take(kind: str, count: int) -> Any:
        nonlocal at
        values = np.frombuffer(data, kind, count, at)
        at += values.nbytes
        return values

    vocabulary = take("<u4", header["words"])
    center, scale = take("<f4", header["width"]), take("<f4", header["width"])
    log = np.zeros(header["width"], bool)
    log[header["log"]] = True
    nets = []
    for described in header["nets"]:
        net = {"dilations": tuple(described["dilations"]), "page_after": described["page_after"]}
        for name, shape in described["arrays"]:
            values = take("<f2", int(np.prod(shape))).reshape(shape)
            # the table of word vectors is large and few of its rows are ever read
            net[name] = values if name == "words" else values.astype(np.float32)
        nets.append(net)
    return Network(header["width"], log, center, scale, vocabulary, tuple(nets))


@cache
def load(name: str) -> Network:
    """The ensemble in the file `name` of the package's `data/cleaning` folder."""
    return loads((_DATA / name).read_bytes())
