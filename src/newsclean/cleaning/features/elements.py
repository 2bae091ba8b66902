"""The elements of an HTML page as arrays, with what is summed, named and grouped over them.

Sums over subtrees are prefix sums over the elements in document order, so that the cost is a few
passes over the page, whatever its depth.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from newsclean.arrays import Bag, Indices, distinct
from newsclean.markup import Tree
from newsclean.patterns import lazy_regex

Numbers = npt.NDArray[np.float64]

_TAGS = """p br blockquote li h1 h2 h3 h4 h5 h6 pre td th div section article main span strong em
a figcaption figure caption dd dt label button header footer aside nav form time address body
center"""
ANCESTORS = """article main aside nav footer header figure figcaption blockquote li ul ol table
form section a button label h1 h2 h3 h4 strong em span dl p noscript dialog details"""
TAG_NUMBER = {tag: number for number, tag in enumerate(_TAGS.split(), 1)}
ANCESTOR_BIT = {tag: 1 << place for place, tag in enumerate(ANCESTORS.split())}
ANCESTOR_BIT |= {"b": ANCESTOR_BIT["strong"], "i": ANCESTOR_BIT["em"]}
ANCESTOR_BIT |= {"h5": ANCESTOR_BIT["h4"], "h6": ANCESTOR_BIT["h4"]}
_LETTERS = bytes(code if 97 <= code <= 122 or code == 10 else 32 for code in range(256))
"""Leaves small letters and line feeds of UTF-8, and blanks for all else."""
_DIGITS = str.maketrans("123456789", "0" * 9)
_NUMBER = lazy_regex("00+")
_MOST_NAMES = 12
_HEIGHT = 8


class Elements(NamedTuple):
    """The elements of a page as arrays; the subtree of element i is `i : last[i]`.

    Elements of the same tag and names are of one kind; what only depends on these is worked out
    once for each kind.
    """

    parent: Indices
    last: Indices
    depth: Indices
    ancestors: Indices
    """Bits of `ANCESTOR_BIT`: the tags of each element and of all above it."""
    tag: Indices
    hidden: npt.NDArray[np.bool_]
    article: Indices
    """The nearest `<article>` at or above each element, -1 where there is none."""
    kind: Indices
    kinds: tuple[tuple[str, str], ...]
    """Tag and names of each kind."""


def elements_of(tree: Tree) -> Elements:
    """The elements of a tree; those above the lines, in document order."""
    tags, parent, names, hidden = zip(*tree.nodes, strict=True)
    numbers: dict[tuple[str, str], int] = defaultdict(itertools.count().__next__)
    pairs = zip(tags, names, strict=True)
    kind = np.fromiter(map(numbers.__getitem__, pairs), np.int64, len(tags))
    kinds = tuple(numbers)
    tag = np.array([TAG_NUMBER.get(tag, 0) for tag, _ in kinds], np.int64)[kind]
    last = _array(_lasts(parent))
    ended = np.bincount(last, minlength=len(tags) + 1)[:-1]
    article = np.full(len(tags), -1)
    for number in [number for number, tag in enumerate(tags) if tag == "article"]:
        article[number : last[number]] = number
    return Elements(
        _array(parent),
        last,
        np.arange(len(tags)) - ended.cumsum(),
        _array(_ancestors(tags, parent)),
        tag,
        np.array(hidden, bool),
        article,
        kind,
        kinds,
    )


def _array(values: Sequence[int]) -> Indices:
    return np.fromiter(values, np.int64, len(values))  # half the time of np.array


def _lasts(parent: tuple[int, ...]) -> list[int]:
    """For each element the number of the first one behind its subtree."""
    last = list(range(1, len(parent) + 1))
    for index in range(len(parent) - 1, 0, -1):
        above = parent[index]
        if above >= 0 and last[above] < last[index]:
            last[above] = last[index]
    return last


def _ancestors(tags: tuple[str, ...], parent: tuple[int, ...]) -> list[int]:
    """The bits of the tags of each element and of all above it."""
    # the last entry is that of no element at all: the parent of a root is -1
    found = [0] * (len(tags) + 1)
    bits = [ANCESTOR_BIT.get(tag, 0) for tag in tags]
    for index, (bit, above) in enumerate(zip(bits, parent, strict=True)):
        found[index] = found[above] | bit
    return found[:-1]


def up(elements: Elements, nodes: Indices) -> Indices:
    """The parents of `nodes`; a root is its own."""
    parent = elements.parent[nodes]
    return np.where(parent >= 0, parent, nodes)


class Sums:
    """Words, words of paragraphs, share of linked characters, and lines below each element."""

    def __init__(
        self,
        elements: Elements,
        node: Indices,
        words: Numbers,
        prose: Numbers,
        linked: Numbers,
        size: Any,
    ) -> None:
        """Add up what stands in each element and below it."""
        count = len(elements.parent)
        last = elements.last

        def below(values: Numbers | None) -> Numbers:
            total = np.zeros(count + 1)
            np.cumsum(np.bincount(node, values, count), out=total[1:])
            return np.asarray(total[last] - total[:-1])

        self.words, self.prose, self.lines = below(words), below(prose), below(None)
        self.link = below(linked) / np.maximum(below(size), 1)
        self.total = max(1.0, float(prose.sum()))


def common_depths(elements: Elements, core: int) -> Indices:
    """For each element the depth of its lowest common ancestor with `core`."""
    path = np.zeros(len(elements.parent), np.int64)
    above = core
    chain = []
    while above >= 0:
        chain.append(above)
        above = int(elements.parent[above])
    for at in reversed(chain):
        path[at : elements.last[at]] = elements.depth[at]
    return path


def depths_between(elements: Elements, nodes: Indices) -> Indices:
    """The depth of the lowest common ancestor of each two neighbours in `nodes`.

    In document order it is one less than the least depth behind the first and up to the second;
    `[len(nodes) - 1]`, 0 where the two have no common ancestor.
    """
    one, two = np.minimum(nodes[:-1], nodes[1:]), np.maximum(nodes[:-1], nodes[1:])
    depth = np.append(elements.depth, [0, 0])  # so that every bound below is inside
    bounds = np.stack([one, two], axis=1).ravel() + 1
    least = np.minimum.reduceat(depth, bounds)[::2] if len(bounds) else bounds
    return np.where(one == two, depth[one], np.maximum(least - 1, 0))


def looks(elements: Elements, block: Indices) -> Indices:
    """Lines whose element and parent have the same tags and classes get the same number."""
    tags, names = zip(*elements.kinds, strict=True)
    unnumbered = _NUMBER.sub("0", "\n".join(names).translate(_DIGITS)).split("\n")
    pairs = list(zip(tags, unnumbered, strict=True))
    plain = {pair: number for number, pair in enumerate(dict.fromkeys(pairs))}
    alike = np.array([plain[pair] for pair in pairs])
    own, above = alike[elements.kind[block]], alike[elements.kind[up(elements, block)]]
    both = own * len(plain) + above
    return np.asarray(np.searchsorted(distinct(both), both))


def names(elements: Elements) -> Bag:
    """The hashed tag, classes and ids of each kind of element."""
    joined = "\n".join([names for _, names in elements.kinds])
    read = joined.encode("utf-8", "replace").translate(_LETTERS).decode("ascii").split("\n")
    words = []
    for (tag, _), names in zip(elements.kinds, read, strict=True):
        found = dict.fromkeys([word for word in names.split() if len(word) > 1])
        words.append([f"<{tag}>", *found][: _MOST_NAMES + 1])
    flat = list(itertools.chain.from_iterable(words))
    distinct_words = dict.fromkeys(flat)
    hashed = map(crc32, "\n".join(distinct_words).encode().split(b"\n"))
    hashes = dict(zip(distinct_words, hashed, strict=True))
    return Bag(
        np.fromiter(map(hashes.__getitem__, flat), np.uint32, len(flat)),
        np.repeat(np.arange(len(words)), list(map(len, words))),
    )


def paths(elements: Elements, block: Indices) -> Indices:
    """`[8, lines]`: kinds of the elements around each line, nearest first; -1 above the root."""
    parent, kind = np.concatenate((elements.parent, [-1])), np.concatenate((elements.kind, [-1]))
    out = np.empty((_HEIGHT, len(block)), np.int64)
    above = block
    for row in out:
        row[:] = kind[above]
        above = parent[above]
    return out
