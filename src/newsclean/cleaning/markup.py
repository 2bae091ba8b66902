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
_HEIGHT = 12
_NEAR, _STEP = 3.6, 0.15
_LOOSE = 1.6
"""What `nav` and `footer` count less: they hold share buttons, letters and notices as well."""
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
    found: dict[int, Mark] = {}
    for index in wanted:
        node = tree.markup[index].node
        if node not in marks:
            marks[node] = _mark(tree, node)
        if mark := marks[node]:
            found[index] = mark
    return found


def _mark(tree: Tree, node: int) -> Mark | None:
    """The nearest element above that says why its text goes."""
    tags, parts, words = _words()
    part: Mark | None = None
    for height in range(_HEIGHT):
        if node < 0:
            break
        element = tree.nodes[node]
        strength = _NEAR - _STEP * height
        if reason := tags.get(element.tag):
            return reason, f"inside <{element.tag}>", _weigh(reason, strength)
        for word in _WORD.findall(element.names):
            if reason := words.get(word):
                named = f"inside an element named '{word}'"
                return reason, named, _weigh(reason, strength)
        if part is None and (reason := parts.get(element.tag)):
            part = reason, f"inside <{element.tag}>", 1.2
        node = element.parent
    return part


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
