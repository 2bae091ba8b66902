"""Runs the networks that judge the lines of an HTML page: text, mark-up and tree in, log-odds out.

The convolution over the lines of `network.py`, with two additions: each line reads the class and
id words of the elements around it, and twice the lines of one container, or of one look, share
what they know (mean pooling over groups, as in Zaheer et al. 2017, "Deep sets").
"""

from __future__ import annotations

import json
import struct
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from newsclean.cleaning import network
from newsclean.cleaning.markup_features import Marked
from newsclean.cleaning.network import Bag, Floats, Hashes, Indices

_DATA = Path(__file__).parent.parent / "data" / "cleaning"

MAGIC = b"NCH1"
GROUPS = (0, 1, 3)
"""The rows of `Marked.groups` that are pooled: parent, grandparent, look."""
_WORD_CAP = 60.0


class Inputs(NamedTuple):
    """A page as the nets read it."""

    features: Floats
    words: Indices
    lines: Indices
    """`words[i]` is a row of the table of words, and stands in line `lines[i]`."""
    names: Indices
    elements: Indices
    """`names[i]` is a row of the table of names, and stands in element `elements[i]`."""
    paths: Indices
    groups: Indices
    weights: Floats
    """`[lines, 1]`: how much a line counts in its groups."""


class Reader(NamedTuple):
    """How features become inputs: scaling, and which hashed words and names are known."""

    log: npt.NDArray[np.bool_]
    center: Floats
    scale: Floats
    words: Hashes
    names: Hashes

    def __call__(self, features: Floats, bag: Bag, marked: Marked, words: Floats) -> Inputs:
        """The inputs for a page; `words` says how many words each line has.

        Raises:
            ValueError: the features are not as many as the networks were trained on.
        """
        of_text = network.Network(
            len(self.center), self.log, self.center, self.scale, self.words, ()
        )
        of_names = network.Network(0, self.log, self.center, self.scale, self.names, ())
        both = np.concatenate([features, marked.features], axis=1)
        if both.shape[1] != len(self.center):
            raise ValueError(f"{both.shape[1]} features, trained on {len(self.center)}")
        known, lines = of_text.look_up(bag)
        names, elements = of_names.look_up(marked.names)
        met = elements <= marked.paths.max()  # those after them are on no line's path
        names, elements = names[met], elements[met]
        weights = np.sqrt(np.minimum(words, _WORD_CAP) + 1).astype(np.float32)[:, None]
        groups = np.stack([np.unique(marked.groups[row], return_inverse=True)[1] for row in GROUPS])
        return Inputs(
            of_text.standardise(both), known, lines, names, elements, marked.paths, groups, weights
        )


class Network(NamedTuple):
    """An ensemble of nets of one architecture that read the same inputs."""

    reader: Reader
    nets: tuple[dict[str, Any], ...]

    def __call__(self, features: Floats, bag: Bag, marked: Marked, words: Floats) -> Floats:
        """For each line the log-odds that it is of the article's body, the mean of the nets."""
        inputs = self.reader(features, bag, marked, words)
        out = np.zeros(len(features), np.float32)
        for net in self.nets:
            out += _run(net, inputs)
        return out / np.float32(len(self.nets))


def _run(net: dict[str, Any], inputs: Inputs) -> Floats:
    count = len(inputs.features)
    words = network.embed(net["words"], inputs.words, inputs.lines, count)
    state = np.concatenate([inputs.features, words, *_names(net, inputs)], axis=1)
    state = np.maximum(state @ net["in.w"] + net["in.b"], 0) @ net["mix.w"] + net["mix.b"]
    for index, dilation in enumerate(net["dilations"]):
        state = network.block(net, index, dilation, state)
        if index in net["pool_after"]:
            state = state + _pool(net, index, state, inputs)
        if index == net["page_after"]:
            noticed = np.maximum(state @ net["notice.w"] + net["notice.b"], 0)
            state = state + np.maximum(_remember(noticed) @ net["page.w"] + net["page.b"], 0)
    state = network.normalise(state, net["end.g"], net["end.o"])
    out: Floats = (state @ net["out.w"] + net["out.b"])[:, 0]
    return out


def _names(net: dict[str, Any], inputs: Inputs) -> list[Floats]:
    """Vectors of the names of a line's element, of its parent, and of those further up."""
    count = int(inputs.paths.max()) + 1
    vectors = network.embed(net["names"], inputs.names, inputs.elements, count)
    vectors = np.concatenate([vectors, np.zeros((1, vectors.shape[1]), np.float32)])
    own, parent, above = inputs.paths[0], inputs.paths[1], inputs.paths[2:]
    summed = np.zeros((len(own), vectors.shape[1]), np.float32)
    for row in above:
        summed += vectors[row]
    heights = np.maximum((above >= 0).sum(axis=0), 1).astype(np.float32)
    return [vectors[own], vectors[parent], summed / np.sqrt(heights)[:, None]]


def _pool(net: dict[str, Any], index: int, state: Floats, inputs: Inputs) -> Floats:
    """What the lines of the same group say, weighted by their length."""
    name = f"pool{index}"
    normal = network.normalise(state, net[f"{name}.g"], net[f"{name}.o"])
    said = np.maximum(normal @ net[f"{name}.said.w"] + net[f"{name}.said.b"], 0) * inputs.weights
    means = []
    for group in inputs.groups:
        order = np.argsort(group, kind="stable")
        starts = np.flatnonzero(np.diff(group[order], prepend=-1))
        sums = np.add.reduceat(said[order], starts, axis=0)
        weights = np.add.reduceat(inputs.weights[order], starts, axis=0)
        means.append((sums / weights)[group])
    out: Floats = np.concatenate(means, axis=1) @ net[f"{name}.mix.w"] + net[f"{name}.mix.b"]
    return out


def _remember(noticed: Floats) -> Floats:
    """What was noticed on the page so far, in the rest of it, anywhere at most, on average."""
    above = np.maximum.accumulate(noticed, axis=0)
    below = np.maximum.accumulate(noticed[::-1], axis=0)[::-1]
    mean = np.broadcast_to(noticed.mean(axis=0), noticed.shape)
    return np.concatenate([above, below, mean], axis=1)


def dump(reader: Reader, nets: list[dict[str, Any]], note: str) -> bytes:
    """The file of an ensemble: a JSON header, then the arrays one after the other.

    Weights are kept as 16-bit floats; what is no array in a net goes into the header.
    """
    parts: list[bytes] = []

    def described(name: str, value: Any, kind: str) -> list[Any]:
        parts.append(np.ascontiguousarray(value, kind).tobytes())
        return [name, kind, list(value.shape)]

    shared = [
        described("log", reader.log.astype(np.float32), "<f4"),
        described("center", reader.center, "<f4"),
        described("scale", reader.scale, "<f4"),
        described("words", reader.words, "<u4"),
        described("names", reader.names, "<u4"),
    ]
    headers = []
    for net in nets:
        arrays = {name: value for name, value in net.items() if isinstance(value, np.ndarray)}
        rest = {name: list(value) for name, value in net.items() if name not in arrays}
        listed = [described(name, value, "<f2") for name, value in arrays.items()]
        headers.append({**rest, "arrays": listed})
    header = json.dumps({"note": note, "shared": shared, "nets": headers}).encode()
    header += b" " * (-len(header) % 4)
    return b"".join([MAGIC, struct.pack("<I", len(header)), header, *parts])


def loads(data: bytes) -> Network:
    """The ensemble in the bytes that `dump` made.

    Raises:
        ValueError: they are something else.
    """
    if data[:4] != MAGIC:
        raise ValueError("not a newsclean network for HTML")
    (length,) = struct.unpack("<I", data[4:8])
    header = json.loads(data[8 : 8 + length])
    at = 8 + length

    def take(described: list[list[Any]]) -> dict[str, Any]:
        nonlocal at
        out = {}
        for name, kind, shape in described:
            values = np.frombuffer(data, kind, int(np.prod(shape)), at).reshape(shape)
            at += values.nbytes
            # the tables are large and few of their rows are ever read
            table = name in ("words", "names")
            out[name] = values if table else values.astype(np.float32)
        return out

    shared = take(header["shared"])
    reader = Reader(
        shared["log"] > 0, shared["center"], shared["scale"], shared["words"], shared["names"]
    )
    nets = []
    for described in header["nets"]:
        net = take(described["arrays"])
        net["dilations"], net["pool_after"] = described["dilations"], described["pool_after"]
        net["page_after"] = described["page_after"][0]
        nets.append(net)
    return Network(reader, tuple(nets))


@cache
def load(name: str) -> Network:
    """The ensemble in the file `name` of the package's `data/cleaning` folder."""
    return loads((_DATA / name).read_bytes())
