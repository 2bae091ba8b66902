"""What the HTML around a line says of the reason it goes: `nav`, `footer`, `class="share"`.

Takes lines and the light tree, gives for a line the reason, the evidence and how strong it is.
The words are in `data/cleaning/markup.json`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsclean import languages
from newsclean.document import Line, Tree

Mark = tuple[str, str, float]
_Said = tuple[str, str, bool] | None
"""Reason, evidence, and whether no element above it would say more."""
_HEIGHT = 12
_NEAR, _STEP = 3.6, 0.15
_LOOSE = 1.6
"""What `nav` and `footer` count less: they hold share buttons, letters and notices as well."""
_PART = 1.2
"""What a tag says of which a name above says more."""
_WORD = re.compile(r"[a-z]+")


def reasons_of_lines(
    lines: Sequence[Line], wanted: Sequence[int], tree: Tree | None
) -> dict[int, Mark]:
    """Line index -> (reason, evidence, strength), for the `wanted` lines that have any."""
    if tree is None:
        return {}
    if len(tree.markup) != len(lines):
        return {}
    marks: dict[int, Mark | None] = {}
    said: dict[tuple[str, str], _Said] = {}
    found: dict[int, Mark] = {}
    for index in wanted:
        node = tree.markup[index].node
        if node not in marks:
            marks[node] = _mark(tree, node, said)
        if mark := marks[node]:
            found[index] = mark
    return found


def _mark(tree: Tree, node: int, said: dict[tuple[str, str], _Said]) -> Mark | None:
    """The nearest element above that says why its text goes; `said` remembers what they say."""
    part: Mark | None = None
    for height in range(_HEIGHT):
        if node < 0:
            break
        tag, node, names, _ = tree.nodes[node]
        if (tag, names) not in said:
            said[tag, names] = _say(tag, names)
        told = said[tag, names]
        if told is None:
            continue
        reason, evidence, clear = told
        if clear:
            return reason, evidence, _weigh(reason, _NEAR - _STEP * height)
        part = part or (reason, evidence, _PART)
    return part


def _say(tag: str, names: str) -> _Said:
    """The reason that an element of a tag and names gives by itself."""
    tags, parts, words = _words()
    if reason := tags.get(tag):
        return reason, f"inside <{tag}>", True
    for word in _WORD.findall(names):
        if reason := words.get(word):
            return reason, f"inside an element named '{word}'", True
    if reason := parts.get(tag):
        return reason, f"inside <{tag}>", False
    return None


def _weigh(reason: str, strength: float) -> float:
    return strength - _LOOSE if reason == "navigation" else strength


@cache
def _words() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Tag -> reason, tag -> reason where no name above says more, word of a class -> reason."""
    data: dict[str, dict[str, str]] = languages.read_data("cleaning/markup.json")
    tags, parts, words = (
        {word: reason for reason, listed in data[kind].items() for word in listed.split()}
        for kind in ("tags", "parts", "words")
    )
    return tags, parts, words
