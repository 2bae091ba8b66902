"""The light copy of an HTML tree that cleaning reads: elements, and what each line knows of them.

It imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Node(NamedTuple):
    """One element of an HTML tree. `parent` is an index into `Tree.nodes`, -1 for the root.

    `names` is the element's id, class, role and itemprop words, lower case, blank-separated.
    """

    tag: str
    parent: int
    names: str = ""
    hidden: bool = False


class Markup(NamedTuple):
    """What the mark-up says of one line: the counts are of characters unless named otherwise."""

    node: int
    link_chars: int = 0
    links: int = 0
    strong_chars: int = 0
    images: int = 0
    breaks: int = 0
    block: int = -1
    """The nearest block-level element above the line's text (index into `Tree.nodes`)."""
    rules: int = 0
    """How many `<hr>` stand between the line before and this one; so for images and breaks."""
    embeds: int = 0
    """Likewise for iframes, videos, drawings and form fields."""
    apart: bool = False
    """Whether a margin sets it off from the line before, as between paragraphs."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The light copy of an HTML tree that cleaning needs: elements, and one `Markup` a line."""

    nodes: tuple[Node, ...]
    markup: tuple[Markup, ...]
    bodies: tuple[str, ...] = ()
    """Article bodies that the page states about itself (JSON-LD `articleBody`)."""
    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
