"""What the HTML tree says of each line: numbers for the model, and hashed names of the elements.

Takes a document with a tree and its lines, gives `[lines, width]` and a bag of hashed class and
id words. Sums over subtrees are prefix sums over the elements in document order, so that the cost
is a few passes over the page, whatever its depth.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from newsclean.arrays import Bag, Floats, Indices
from newsclean.cleaning.features import elements as element_tree
from newsclean.cleaning.features import stated_text
from newsclean.cleaning.features.columns import numbered
from newsclean.cleaning.features.elements import Elements, Numbers, Sums
from newsclean.document import Document, Line
from newsclean.markup import Markup, Tree

_CLOSERS = "\"'”’»)]） 」』"
_ENDERS, _CLOSING = frozenset(".!?…。！？؟।"), frozenset(_CLOSERS)
_LONGEST = 400
"""A heading has fewer characters."""
_TOLD_APART = np.array(
    [
        [number]
        for tag, number in element_tree.TAG_NUMBER.items()
        if tag in ("p", "li", "div", "td", "span", "h2", "h3", "blockquote", "article", "section")
    ]
)
_PLACES = np.arange(len(element_tree.ANCESTORS.split()))[:, None]


class Marked(NamedTuple):
    """A page's mark-up as the model reads it.

    `groups` is `[4, lines]`, each row numbers the lines by what they share: the parent of their
    element, its parent, the parent of that, and the look (elements of the same tag and class in
    parents of the same tag and class).
    """

    features: Floats
    names: Bag
    """Hashed words of each kind of element: `lines` of the bag are numbers of kinds here."""
    paths: Indices
    """`[8, lines]`: the kinds of the elements around each line, nearest first, -1 where none is."""
    groups: Indices
    columns: tuple[str, ...]
    """The name of each feature."""


def mark(document: Document, lines: Sequence[Line], words: Floats) -> Marked:
    """Features, names and groups of the lines of a document that has a tree.

    Args:
        document: with a tree.
        lines: its lines, or parts of them.
        words: how many words each line has.
    """
    tree = document.tree
    if tree is None or not tree.nodes:
        raise ValueError("a document without a tree")
    texts = [line.text for line in lines]
    marks = _counts(tree)[_rows(document.text, lines)]
    elements = element_tree.elements_of(tree)
    node, block = np.maximum(marks[:, 0], 0), np.maximum(marks[:, 6], 0)
    size = np.maximum(np.fromiter(map(len, texts), np.float64, len(texts)), 1)
    link = np.minimum(marks[:, 1] / size, 1)
    words_ = np.asarray(words, np.float64)
    prose = np.where((words_ >= 12) & (link < 0.35), words_, 0)
    parent = element_tree.up(elements, block)
    grand = element_tree.up(elements, parent)
    great = element_tree.up(elements, grand)
    look = element_tree.looks(elements, block)
    tokens = stated_text.words_of_lines(texts)
    sums = Sums(elements, node, words_, prose, link * size, size)
    above = np.stack([parent, grand, great, element_tree.up(elements, great)])
    columns: dict[str, Any] = {
        **_own(elements, marks, node, block, parent, link, size),
        **_containers(elements, sums, block, above, words_, prose),
        **_core(elements, sums, node),
        **_groups(parent, look, words_, prose, link, _ends(texts), block, elements),
        **_between(elements, block),
        **_heading(elements, node, tokens, tree, prose, size),
        **_stated(tree, tokens),
    }
    near = ("link", "tag", "coverage", "in70", "look_words", "container_prose")
    columns["near"] = _neighbours(np.stack([columns[name] for name in near]))
    rows = tuple(
        (name, values.shape[0] if values.ndim > 1 else 1) for name, values in columns.items()
    )
    matrix = np.vstack(list(columns.values()), dtype=np.float32, casting="unsafe").T
    groups = np.stack([parent, grand, great, look])
    return Marked(
        matrix,
        element_tree.names(elements),
        element_tree.paths(elements, block),
        groups,
        numbered(rows),
    )


def spaced(document: Document, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each with a blank line before it where the page has a margin there."""
    if document.tree is None:
        return tuple(lines)
    rows = _rows(document.text, lines).tolist()
    gaps = [int(document.tree.markup[row].apart) for row in rows]
    return tuple(
        [
            line if line[3] == gap else Line(*line[:3], gap)
            for line, gap in zip(lines, gaps, strict=True)
        ]
    )


def _counts(tree: Tree) -> Indices:
    """The `Markup` of all lines, one a row."""
    flat = itertools.chain.from_iterable(tree.markup)
    return np.fromiter(flat, np.int64).reshape(-1, len(Markup._fields))


def _rows(text: str, lines: Sequence[Line]) -> Indices:
    """Which line of the document each line is, or is a part of."""
    rows = text.split("\n")
    ends = np.fromiter(map(len, rows), np.int64, len(rows)) + 1
    starts = np.fromiter([line.start for line in lines], np.int64, len(lines))
    return ends.cumsum().searchsorted(starts, "right")


def _ends(texts: list[str]) -> Numbers:
    """1 where a line ends as a sentence does."""
    tails = [text[-1:] for text in texts]
    for at, tail in enumerate(tails):
        if tail in _CLOSING:
            tails[at] = texts[at].rstrip(_CLOSERS)[-1:]
    return np.array([tail in _ENDERS for tail in tails], np.float64)


def _own(
    elements: Elements,
    marks: Indices,
    node: Indices,
    block: Indices,
    parent: Indices,
    link: Numbers,
    size: Any,
) -> dict[str, Any]:
    """Tags, links and what stands between a line and the one before."""
    tag = elements.tag[block]
    return {
        "tag": tag,
        "own_tag": elements.tag[node],
        "parent_tag": elements.tag[parent],
        "is": tag == _TOLD_APART,
        "in": (elements.ancestors[node] >> _PLACES) & 1,
        "depth": elements.depth[node],
        "link": link,
        "links": np.log1p(marks[:, 2]),
        "strong": np.minimum(marks[:, 3] / size, 1),
        "images": np.minimum(marks[:, 4], 5),
        "breaks": np.minimum(marks[:, 5], 5),
        "rules": np.minimum(marks[:, 7], 3),
        "embeds": np.minimum(marks[:, 8], 5),
        "apart": marks[:, 9],
        "hidden": elements.hidden[node],
        "linked_sentence": (link > 0.9) & (size > 60),
    }


def _containers(
    elements: Elements,
    sums: Sums,
    block: Indices,
    above: Indices,
    words: Numbers,
    prose: Numbers,
) -> dict[str, Any]:
    """Words, prose and links in the elements around a line: `above` has four generations."""
    held = np.stack(
        [
            np.log1p(sums.words),
            np.log1p(sums.prose),
            sums.prose / sums.total,
            np.log1p(sums.lines),
            sums.link,
            sums.prose / np.maximum(sums.words, 1),
        ]
    )
    parent, count = above[0], len(block)
    article = elements.article[block]
    inside = article >= 0
    return {
        "above": held[:, above].swapaxes(0, 1).reshape(-1, count),
        "container_prose": np.log1p(np.maximum(sums.prose[parent] - prose, 0)),
        "block_words": np.log1p(np.maximum(sums.words[block] - words, 0)),
        "line_words": np.log1p(
            np.maximum(sums.words[parent] / np.maximum(sums.lines[parent], 1), 0)
        ),
        "article_share": np.where(inside, sums.prose[article] / sums.total, -1),
        "article_depth": np.where(inside, elements.depth[block] - elements.depth[article], -1),
        "articles": np.full(count, np.log1p(len(set(article[inside].tolist())))),
        "page_prose": np.full(count, np.log1p(sums.total)),
        "page_link": np.full(count, sums.link[0]),
        "page_lines": np.full(count, np.log1p(count)),
    }


def _core(elements: Elements, sums: Sums, node: Indices) -> dict[str, Any]:
    """Where a line stands to the deepest element that holds half, 70 and 90 % of the prose."""
    out: dict[str, Any] = {}
    for share in (50, 70, 90):
        holding = (sums.prose >= max(1.0, sums.total * share / 100)).nonzero()[0]
        core = int(holding[np.argmax(elements.depth[holding])]) if len(holding) else 0
        common = element_tree.common_depths(elements, core)[node]
        out[f"in{share}"] = (node >= core) & (node < elements.last[core])
        out[f"from{share}"] = elements.depth[core] - common
        out[f"below{share}"] = elements.depth[node] - common
        if share == 70:
            out["core_link"] = np.full(len(node), sums.link[core])
            out["core_density"] = np.full(len(node), sums.prose[core] / max(1, sums.words[core]))
    return out


def _groups(
    parent: Indices,
    look: Indices,
    words: Numbers,
    prose: Numbers,
    link: Numbers,
    ends: Numbers,
    block: Indices,
    elements: Elements,
) -> dict[str, Any]:
    """Means over the lines that look the same, and over those of the same parent."""
    out: dict[str, Any] = {}
    paragraph = elements.tag[block] == element_tree.TAG_NUMBER["p"]
    own = (np.minimum(words, 100), prose > 0, link, ends, paragraph)
    for label, group in (("look", look), ("sibling", parent)):
        counts = np.bincount(group)
        means = np.stack([np.bincount(group, values) for values in own]) / np.maximum(counts, 1)
        means[0] = np.log1p(means[0])
        of_lines = means[:, group]
        same = group[1:] == group[:-1]
        out[f"{label}_count"] = np.log1p(counts)[group]
        out[f"{label}_words"] = of_lines[0]
        out[f"{label}_means"] = of_lines[1:]
        out[f"{label}_above"] = np.concatenate(([False], same))
        out[f"{label}_below"] = np.concatenate((same, [False]))
    return out


def _between(elements: Elements, block: Indices) -> dict[str, Any]:
    """How far up the common ancestor with the lines before and after stands."""
    own = elements.depth[block]
    between = element_tree.depths_between(elements, block)
    return {
        "apart_above": np.minimum(own - np.concatenate(([-10], between)), 20),
        "apart_below": np.minimum(own - np.concatenate((between, [-10])), 20),
    }


def _heading(
    elements: Elements,
    node: Indices,
    tokens: list[list[str]],
    tree: Tree,
    prose: Numbers,
    size: Numbers,
) -> dict[str, Any]:
    """Where a line stands to the heading, and to the first and last paragraph of prose."""
    titles = {word for title in tree.titles for word in stated_text.words_of(title)}
    brief = [found if short else [] for found, short in zip(tokens, size < _LONGEST, strict=True)]
    shared, of_title = stated_text.in_common(brief, titles)
    count = len(size)
    index = np.arange(count)
    headings = (elements.ancestors[node] & element_tree.ANCESTOR_BIT["h1"]).nonzero()[0]
    best = int(headings[np.argmax((shared * np.sqrt(of_title))[headings])]) if len(headings) else -1
    since = index - best
    long_ = (prose > 0).nonzero()[0]
    first, last = (int(long_[0]), int(long_[-1])) if len(long_) else (0, count - 1)
    return {
        "title_words": shared,
        "of_title": of_title,
        "has_heading": np.full(count, best >= 0),
        "since_heading": np.sign(since) * np.log1p(np.abs(since)) if best >= 0 else np.zeros(count),
        "since_first": np.sign(index - first) * np.log1p(np.abs(index - first)),
        "until_last": np.sign(last - index) * np.log1p(np.abs(last - index)),
    }


def _stated(tree: Tree, tokens: list[list[str]]) -> dict[str, Any]:
    """How much of a line stands in the body and in the descriptions the page states of itself."""
    bodies, descriptions = stated_text.flat(tree.bodies), stated_text.flat(tree.descriptions)
    count = len(tokens)
    return {
        "coverage": stated_text.coverage(tokens, bodies) if bodies else np.full(count, -1.0),
        "described": stated_text.coverage(tokens, descriptions),
        "body_words": np.full(count, np.log1p(len(bodies.split()))),
    }


def _neighbours(values: Numbers) -> Numbers:
    """`[columns, lines]` of the line before each and of the line after it, -1 beyond the page."""
    out = np.full((2, *values.shape), -1.0)
    out[0, :, 1:] = values[:, :-1]
    out[1, :, :-1] = values[:, 1:]
    return out.reshape(-1, values.shape[1])
