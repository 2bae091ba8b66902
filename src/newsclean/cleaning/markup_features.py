"""What the HTML tree says of each line: numbers for the model, and hashed names of the elements.

Takes a document with a tree and its lines, gives `[lines, width]` and a bag of hashed class and
id words. Sums over subtrees are prefix sums over the elements in document order, so that the cost
is a few passes over the page, whatever its depth.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from newsclean.cleaning import markup_tree
from newsclean.cleaning.markup_tree import Elements, Numbers, Sums
from newsclean.cleaning.network import Bag, Floats, Indices
from newsclean.document import Document, Line, Tree

_TOKEN = re.compile(r"\w+")
_CLOSERS = "\"'”’»)]） 」』"
_ENDERS = tuple(".!?…。！？؟।")
_PIECE = 6
"""How many words of a line are looked up at once in a text that the page states about itself."""
_LONGEST_HEADING = 400


class Marked(NamedTuple):
    """A page's mark-up as the model reads it.

    `groups` is `[4, lines]`, each row numbers the lines by what they share: the parent of their
    element, its parent, the parent of that, and the look (elements of the same tag and class in
    parents of the same tag and class).
    """

    features: Floats
    names: Bag
    """Hashed words of each element: `lines` of the bag are numbers of elements here."""
    paths: Indices
    """`[8, lines]`: the elements around each line, nearest first, -1 where there is none."""
    groups: Indices


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
    rows = _rows(document.text, lines)
    marks = np.array(tree.markup, np.int64).reshape(-1, 10)[rows]
    elements = markup_tree.elements_of(tree)
    node, block = np.maximum(marks[:, 0], 0), np.maximum(marks[:, 6], 0)
    size = np.maximum([len(line.text) for line in lines], 1)
    link = np.minimum(marks[:, 1] / size, 1)
    words_ = np.asarray(words, np.float64)
    prose = np.where((words_ >= 12) & (link < 0.35), words_, 0)
    parent = markup_tree.up(elements, block)
    look = markup_tree.looks(tree, block)
    tokens = [_TOKEN.findall(line.text.lower()) for line in lines]
    sums = Sums(elements, node, words_, prose, link * size, size)
    columns: dict[str, Any] = {
        **_own(elements, marks, node, block, parent, link, size),
        **_containers(elements, sums, block, parent, words_, prose),
        **_core(elements, sums, node),
        **_groups(parent, look, words_, prose, link, _ends(lines), block, elements),
        **_between(elements, block),
        **_heading(elements, node, tokens, tree, prose, size),
        **_stated(tree, tokens),
    }
    near = ("link", "tag", "coverage", "in70", "look_words", "container_prose")
    for step in (-1, 1):
        for name in near:
            columns[f"{name}[{step:+d}]"] = _shifted(np.asarray(columns[name], np.float64), step)
    matrix = np.stack([np.asarray(column, np.float32) for column in columns.values()], axis=1)
    grand = markup_tree.up(elements, parent)
    groups = np.stack([parent, grand, markup_tree.up(elements, grand), look])
    return Marked(matrix, markup_tree.names(tree), markup_tree.paths(elements, block), groups)


def spaced(document: Document, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each with a blank line before it where the page has a margin there."""
    if document.tree is None:
        return tuple(lines)
    rows = _rows(document.text, lines).tolist()
    apart = [document.tree.markup[row].apart for row in rows]
    first = [True, *(one != two for one, two in itertools.pairwise(rows))]
    return tuple(
        line._replace(blank_before=int(gap and new))
        for line, gap, new in zip(lines, apart, first, strict=True)
    )


def _rows(text: str, lines: Sequence[Line]) -> Indices:
    """Which line of the document each line is, or is a part of."""
    starts, at = [], 0
    for line in text.split("\n"):
        starts.append(at)
        at += len(line) + 1
    return np.array([bisect_right(starts, line.start) - 1 for line in lines], np.int64)


def _ends(lines: Sequence[Line]) -> Numbers:
    """1 where a line ends as a sentence does."""
    return np.array([line.text.rstrip(_CLOSERS)[-1:] in _ENDERS for line in lines], np.float64)


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
    bits = elements.ancestors[node]
    kinds = {
        f"is_{name}": tag == number
        for name, number in markup_tree.TAG_NUMBER.items()
        if name in ("p", "li", "div", "td", "span", "h2", "h3", "blockquote", "article", "section")
    }
    within = {
        f"in_{name}": (bits >> place) & 1
        for place, name in enumerate(markup_tree.ANCESTORS.split())
    }
    return {
        "tag": tag,
        "own_tag": elements.tag[node],
        "parent_tag": elements.tag[parent],
        **kinds,
        **within,
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
    parent: Indices,
    words: Numbers,
    prose: Numbers,
) -> dict[str, Any]:
    """Words, prose and links in the elements around a line, three generations up."""
    out: dict[str, Any] = {}
    above = parent
    for label in ("parent", "grand", "great", "great2"):
        out[f"{label}_words"] = np.log1p(sums.words[above])
        out[f"{label}_prose"] = np.log1p(sums.prose[above])
        out[f"{label}_share"] = sums.prose[above] / sums.total
        out[f"{label}_lines"] = np.log1p(sums.lines[above])
        out[f"{label}_link"] = sums.link[above]
        out[f"{label}_density"] = sums.prose[above] / np.maximum(sums.words[above], 1)
        above = markup_tree.up(elements, above)
    out["container_prose"] = np.log1p(np.maximum(sums.prose[parent] - prose, 0))
    out["block_words"] = np.log1p(np.maximum(sums.words[block] - words, 0))
    out["line_words"] = np.log1p(
        np.maximum(sums.words[parent] / np.maximum(sums.lines[parent], 1), 0)
    )
    article = elements.article[block]
    of_article = sums.prose[np.maximum(article, 0)] / sums.total
    out["article_share"] = np.where(article >= 0, of_article, -1)
    out["article_depth"] = np.where(
        article >= 0, elements.depth[block] - elements.depth[article], -1
    )
    out["articles"] = np.full(len(block), np.log1p(len(np.unique(article[article >= 0]))))
    out["page_prose"] = np.full(len(block), np.log1p(sums.total))
    out["page_link"] = np.full(len(block), sums.link[0])
    out["page_lines"] = np.full(len(block), np.log1p(len(block)))
    return out


def _core(elements: Elements, sums: Sums, node: Indices) -> dict[str, Any]:
    """Where a line stands to the deepest element that holds half, 70 and 90 % of the prose."""
    out: dict[str, Any] = {}
    for share in (50, 70, 90):
        holding = np.flatnonzero(sums.prose >= max(1.0, sums.total * share / 100))
        core = int(holding[np.argmax(elements.depth[holding])]) if len(holding) else 0
        common = markup_tree.common_depths(elements, core)[node]
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
    paragraph = elements.tag[block] == markup_tree.TAG_NUMBER["p"]
    for label, group in (("look", look), ("sibling", parent)):
        counts = np.bincount(group)
        at = counts[group]

        def mean(values: Any, group: Indices = group, at: Any = at) -> Any:
            return np.bincount(group, values)[group] / at

        out[f"{label}_count"] = np.log1p(at)
        out[f"{label}_words"] = np.log1p(mean(np.minimum(words, 100)))
        out[f"{label}_prose"] = mean(prose > 0)
        out[f"{label}_link"] = mean(link)
        out[f"{label}_ends"] = mean(ends)
        out[f"{label}_paragraphs"] = mean(paragraph)
        same = np.concatenate([[False], group[1:] == group[:-1], [False]])
        out[f"{label}_above"] = same[:-1]
        out[f"{label}_below"] = same[1:]
    return out


def _between(elements: Elements, block: Indices) -> dict[str, Any]:
    """How far up the common ancestor with the lines before and after stands."""
    parent, depth = elements.parent.tolist(), elements.depth.tolist()
    common = []
    nodes = block.tolist()
    for before, after in itertools.pairwise(nodes):
        one, two = before, after
        while one != two and one >= 0 and two >= 0:
            if depth[one] >= depth[two]:
                one = parent[one]
            else:
                two = parent[two]
        common.append(depth[one] if one == two else 0)
    own = elements.depth[block]
    between = np.array([-10, *common, -10])
    return {
        "apart_above": np.minimum(own - between[:-1], 20),
        "apart_below": np.minimum(own - between[1:], 20),
    }


def _heading(
    elements: Elements,
    node: Indices,
    tokens: list[list[str]],
    tree: Tree,
    prose: Numbers,
    size: Indices,
) -> dict[str, Any]:
    """Where a line stands to the heading, and to the first and last paragraph of prose."""
    titles = {word for title in tree.titles for word in _TOKEN.findall(title.lower())}
    count = len(tokens)
    index = np.arange(count)
    brief = (size < _LONGEST_HEADING).tolist()
    words = [set(found) if short else set() for found, short in zip(tokens, brief, strict=True)]
    both = [len(own & titles) for own in words]
    shared = np.array([hits / max(1, len(own)) for hits, own in zip(both, words, strict=True)])
    of_title = np.array(both) / max(1, len(titles))
    headings = np.flatnonzero(elements.ancestors[node] & markup_tree.ANCESTOR_BIT["h1"])
    best = int(headings[np.argmax((shared * np.sqrt(of_title))[headings])]) if len(headings) else -1
    since = index - best
    long_ = np.flatnonzero(prose > 0)
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
    bodies, descriptions = _flat(tree.bodies), _flat(tree.descriptions)
    covered = [_coverage(found, bodies) for found in tokens]
    described = [_coverage(found, descriptions) for found in tokens]
    length = np.log1p(len(bodies.split()))
    return {
        "coverage": np.array(covered) if bodies else np.full(len(tokens), -1.0),
        "described": np.array(described),
        "body_words": np.full(len(tokens), length),
    }


def _flat(texts: Sequence[str]) -> str:
    flat = " \n ".join(" ".join(_TOKEN.findall(text.lower())) for text in texts)
    return f" {flat} " if flat else ""


def _coverage(tokens: list[str], flat: str) -> float:
    if not flat or not tokens:
        return 0.0
    if f" {' '.join(tokens)} " in flat:
        return 1.0
    pieces = [tokens[at : at + _PIECE] for at in range(0, len(tokens), _PIECE)]
    if len(pieces) > 1 and len(pieces[-1]) < 3:
        rest = pieces.pop()
        pieces[-1] += rest
    hits = sum(len(piece) for piece in pieces if f" {' '.join(piece)} " in flat)
    return hits / len(tokens)


def _shifted(values: Numbers, step: int) -> Numbers:
    out = np.full(len(values), -1.0)
    if step > 0:
        out[:-step] = values[step:]
    else:
        out[-step:] = values[:step]
    return out
