"""Runs the networks that judge the lines of an HTML page: text, mark-up and tree in, log-odds out.

The convolution over the lines of `text_network.py`, with two additions: each line reads the class
and id words of the elements around it, and twice the lines of one container, or of one look, share
what they know (mean pooling over groups, as in Zaheer et al. 2017, "Deep sets").
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from newsclean import weights_file
from newsclean.arrays import Bag, Floats, Indices, product
from newsclean.cleaning.features.markup import Marked
from newsclean.cleaning.model import layers, text_network
from newsclean.cleaning.model.embedding import Vocabulary, embed
from newsclean.cleaning.model.layers import Block, Linear
from newsclean.cleaning.model.text_network import PageContext, Scaling

MAGIC = b"NCH2"
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
    kinds: Indices
    """`names[i]` is a row of the table of names, and a name of the elements of kind `kinds[i]`."""
    paths: Indices
    groups: Indices
    weights: Floats
    """`[lines, 1]`: how much a line counts in its groups."""


class Reader(NamedTuple):
    """How features become inputs: scaling, and which hashed words and names are known."""

    scaling: Scaling
    words: Vocabulary
    names: Vocabulary

    def __call__(self, features: Floats, bag: Bag, marked: Marked, words: Floats) -> Inputs:
        """The inputs for a page; `words` says how many words each line has.

        Raises:
            ValueError: the features are not as many as the networks were trained on.
        """
        both = np.concatenate([features, marked.features], axis=1, dtype=np.float32)
        rows, known = self.words(bag.hashes)
        names, named = self.names(marked.names.hashes)
        kinds = marked.names.lines[named]
        met = kinds <= marked.paths.max()  # those after them are on no line's path
        return Inputs(
            self.scaling(both),
            rows,
            bag.lines[known],
            names[met],
            kinds[met],
            marked.paths,
            np.stack([_dense(marked.groups[row]) for row in GROUPS]),
            np.sqrt(np.minimum(words, _WORD_CAP) + 1).astype(np.float32)[:, None],
        )


def _dense(numbers: Indices) -> Indices:
    """The same groups, numbered without gaps."""
    met = np.zeros(int(numbers.max()) + 1, np.int64)
    met[numbers] = 1
    return (met.cumsum() - 1)[numbers]


class Groups(NamedTuple):
    """The lines of a page that are in a group with others, for each row of `Inputs.groups`.

    Most groups are single lines, of which there is no mean to take.
    """

    lines: Indices
    """The lines of all groups, row by row, group by group."""
    bounds: tuple[slice, ...]
    """Where in `lines` those of each row stand."""
    starts: Indices
    """Where in `lines` each group begins."""
    groups: Indices
    """The number of the group that each of `lines` stands for."""
    shares: Floats
    """`[len(lines), 1]`: of each line's weight in its group's."""


def groups_of(inputs: Inputs) -> Groups:
    """The groups of more than one line."""
    rows, count = inputs.groups.shape
    flat = (inputs.groups + np.arange(rows)[:, None] * count).ravel()
    places = (np.bincount(flat)[flat] > 1).nonzero()[0]
    places = places[np.argsort(flat[places], kind="stable")]
    sizes = np.bincount(flat[places])
    sizes = sizes[sizes > 0]
    starts = sizes.cumsum() - sizes
    groups = np.repeat(np.arange(len(sizes)), sizes)
    lines = places % count
    own = inputs.weights[lines]
    shares = own / np.bincount(groups, own[:, 0])[groups, None] if len(places) else own
    ends = np.searchsorted(places, np.arange(rows + 1) * count).tolist()
    bounds = tuple(itertools.starmap(slice, itertools.pairwise(ends)))
    return Groups(lines, bounds, starts, groups, shares.astype(np.float32))


class Pool(NamedTuple):
    """What the lines of the same group say, weighted by their length."""

    said: Linear
    heard: Linear
    """Its weights are `[rows of groups, hidden, hidden]`."""

    def __call__(self, state: Floats, groups: Groups) -> Floats:
        """What is to be added to the `state` of the lines."""
        said = layers.relu(self.said(layers.rms_norm(state)))
        shares = said.take(groups.lines, axis=0)
        shares *= groups.shares
        sums = np.add.reduceat(shares, groups.starts, axis=0) if len(shares) else shares
        del shares
        around, out = np.empty_like(said), np.zeros_like(said)
        for bounds, weights in zip(groups.bounds, self.heard.weights, strict=True):
            np.copyto(around, said)  # a row at a time: all at once were the most memory of a page
            around[groups.lines[bounds]] = sums[groups.groups[bounds]]
            out += product(around, weights)
        out += self.heard.bias
        return out


class Net(NamedTuple):
    """One trained net."""

    words: Floats
    names: Floats
    enter: Linear
    mix: Linear
    blocks: tuple[Block, ...]
    pools: dict[int, Pool]
    """By the number of the block that each comes after."""
    page_after: int
    page_context: PageContext
    out: Linear

    def __call__(self, inputs: Inputs, groups: Groups) -> Floats:
        """For each line the log-odds that it is of the article's body."""
        state = np.empty((len(inputs.features), len(self.enter.weights)), np.float32)
        first = 0
        for part in self._parts(inputs):  # one after the other: the most memory of a page
            last = first + part.shape[1]
            state[:, first:last] = part
            first = last
        state = self.mix(layers.relu(self.enter(state)))
        for index, block in enumerate(self.blocks):
            state = block(state)
            if index in self.pools:
                state += self.pools[index](state, groups)
            if index == self.page_after:
                state += self.page_context(state)
        return self.out(layers.rms_norm(state))[:, 0]

    def _parts(self, inputs: Inputs) -> Iterator[Floats]:
        """Features, words, and the names of a line's element, of its parent, and further up."""
        yield inputs.features
        yield embed(self.words, inputs.words, inputs.lines, len(inputs.features))
        count = int(inputs.paths.max()) + 1
        vectors = embed(self.names, inputs.names, inputs.kinds, count + 1)  # the last one: none
        own, parent, *above = inputs.paths
        yield vectors[own]
        yield vectors[parent]
        summed = sum(vectors[row] for row in above)
        heights = np.maximum(np.count_nonzero(inputs.paths[2:] >= 0, axis=0), 1)
        yield summed / np.sqrt(heights, dtype=np.float32)[:, None]


def net_of(arrays: dict[str, Any]) -> Net:
    """The net of the arrays that training exports."""

    def pool(index: int) -> Pool:
        heard, bias = layers.linear(arrays, f"pool{index}.mix")
        rows = heard.reshape(len(GROUPS), -1, heard.shape[1])
        return Pool(layers.linear(arrays, f"pool{index}.said"), Linear(rows, bias))

    return Net(
        words=np.asarray(arrays["words"], np.float32),
        names=np.asarray(arrays["names"], np.float32),
        enter=layers.linear(arrays, "in"),
        mix=layers.linear(arrays, "mix"),
        blocks=tuple(
            layers.block(arrays, index, dilation)
            for index, dilation in enumerate(arrays["dilations"])
        ),
        pools={index: pool(index) for index in arrays["pool_after"]},
        page_after=arrays["page_after"][0],
        page_context=text_network.page_context(arrays),
        out=layers.linear(arrays, "out"),
    )


class Network(NamedTuple):
    """An ensemble of nets of one architecture that read the same inputs."""

    reader: Reader
    nets: tuple[Net, ...]

    def __call__(self, features: Floats, bag: Bag, marked: Marked, words: Floats) -> Floats:
        """For each line the log-odds that it is of the article's body, the mean of the nets."""
        inputs = self.reader(features, bag, marked, words)
        groups = groups_of(inputs)
        out = np.zeros(len(features), np.float32)
        for net in self.nets:
            out += net(inputs, groups)
        return out / np.float32(len(self.nets))


def dump(reader: Reader, nets: list[dict[str, Any]], note: str) -> bytes:
    """The file of an ensemble, of the arrays of its nets."""
    shared = {
        **text_network.arrays_of(reader.scaling),
        "words": reader.words.hashes,
        "names": reader.names.hashes,
    }
    return weights_file.dump(MAGIC, shared, nets, note)


def loads(data: weights_file.Data) -> Network:
    """The ensemble in the bytes that `dump` made.

    Raises:
        ValueError: they are something else.
    """
    shared, nets = weights_file.loads(MAGIC, data)
    scaling = text_network.scaling_of(shared)
    reader = Reader(scaling, Vocabulary(shared["words"]), Vocabulary(shared["names"]))
    return Network(reader, tuple(map(net_of, nets)))


@cache
def load(name: str) -> Network:
    """The ensemble in the file `name` of the package's `data/cleaning` folder."""
    return loads(weights_file.read(f"cleaning/{name}"))
