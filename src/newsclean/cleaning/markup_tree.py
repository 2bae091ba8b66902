"""The elements of an HTML page as arrays, with what is summed, named and grouped over them.

Sums over subtrees are prefix sums over the elements in document order, so that the cost is a few
passes over the page, whatever its depth.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from newsclean.cleaning.network import Bag, Indices
from newsclean.document import Tree

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
_NAME = re.compile(r"[a-z]{2,}")
_DIGITS = re.compile(r"\d+")
_MOST_NAMES = 12
_HEIGHT = 8


class Elements(NamedTuple):
    """The elements of a page as arrays; the subtree of element i is `i : last[i]`."""

    parent: Indices
    last: Indices
    depth: Indices
    ancestors: Indices
    """Bits of `ANCESTOR_BIT`: the tags of each element and of all above it."""
    tag: Indices
    hidden: npt.NDArray[np.bool_]
    article: Indices
    """The nearest `<article>` at or above each element, -1 where there is none."""


def elements_of(tree: Tree) -> Elements:
    """The elements of a tree; those above the lines, in document order."""
    parent = [node.parent for node in tree.nodes]
    count = len(parent)
    last = list(range(1, count + 1))
    for index in range(count - 1, 0, -1):
        above = parent[index]
        if above >= 0 and last[above] < last[index]:
            last[above] = last[index]
    depth, ancestors, article = [0] * count, [0] * count, [-1] * count
    for index, node in enumerate(tree.nodes):
        above = parent[index]
        bits = ANCESTOR_BIT.get(node.tag, 0)
        if above >= 0:
            depth[index] = depth[above] + 1
            bits |= ancestors[above]
            article[index] = article[above]
        ancestors[index] = bits
        if node.tag == "article":
            article[index] = index
    return Elements(
        np.array(parent, np.int64),
        np.array(last, np.int64),
        np.array(depth, np.int64),
        np.array(ancestors, np.int64),
        np.array([TAG_NUMBER.get(node.tag, 0) for node in tree.nodes], np.int64),
        np.array([node.hidden for node in tree.nodes], bool),
        np.array(article, np.int64),
    )


def up(elements: Elements, nodes: Indices) -> Indices:
    """The parents of `nodes`; a root is its own."""
    parent = elements.parent[nodes]
    return np.where(parent >= 0, parent, nodes)


class Sums:
    """Words, words of paragraphs, characters of links and lines below each element."""

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
        at = np.arange(count)

        def below(values: Numbers | None) -> Numbers:
            own = np.bincount(node, values, count)
            total = np.concatenate([[0.0], np.cumsum(own)])
            return np.asarray(total[elements.last] - total[at])

        self.words, self.prose, self.lines = below(words), below(prose), below(None)
        self.paragraphs = below((prose > 0).astype(np.float64))
        self.link = below(linked) / np.maximum(below(np.asarray(size, np.float64)), 1)
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


def looks(tree: Tree, block: Indices) -> Indices:
    """Lines whose element and parent have the same tags and classes get the same number."""
    looks: dict[tuple[str, ...], int] = {}
    of_element: dict[int, int] = {}
    plain: dict[str, str] = {}
    out = []

    def undigit(names: str) -> str:
        if names not in plain:
            plain[names] = _DIGITS.sub("0", names)
        return plain[names]

    for at in block.tolist():
        number = of_element.get(at)
        if number is None:
            node = tree.nodes[at]
            above = tree.nodes[node.parent] if node.parent >= 0 else node
            key = (node.tag, undigit(node.names), above.tag, undigit(above.names))
            number = of_element[at] = looks.setdefault(key, len(looks))
        out.append(number)
    return np.array(out, np.int64)


def names(tree: Tree) -> Bag:
    """The hashed tag, classes and ids of each element."""
    known: dict[str, list[int]] = {}
    hashes: list[int] = []
    counts = []
    for node in tree.nodes:
        key = f"{node.tag} {node.names}"
        found = known.get(key)
        if found is None:
            words = list(dict.fromkeys(_NAME.findall(node.names)))[:_MOST_NAMES]
            found = known[key] = [crc32(f"<{node.tag}>".encode()), *map(_hash, words)]
        hashes += found
        counts.append(len(found))
    return Bag(np.array(hashes, np.uint32), np.repeat(np.arange(len(counts)), counts))


def _hash(word: str) -> int:
    return crc32(word.encode())


def paths(elements: Elements, block: Indices) -> Indices:
    """The elements around each line, nearest first; -1 above the root."""
    parent = np.append(elements.parent, -1)
    above, out = block, []
    for _ in range(_HEIGHT):
        out.append(above)
        above = parent[above]
    return np.stack(out)
