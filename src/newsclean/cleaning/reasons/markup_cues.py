"""What the HTML around a line says of the reason it goes: `nav`, `footer`, `class="share"`.

Takes lines and the light tree, gives for a line the reason, the evidence and how strong it is.
The words are in `data/cleaning/markup.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsclean import languages
from newsclean.document import Line
from newsclean.markup import Node, Tree
from newsclean.patterns import lazy_regex

Mark = tuple[str, str, float]
_HEIGHT = 12
_NEAR, _STEP = 3.6, 0.15
_LOOSE = 1.6
"""What `nav` and `footer` count less: they hold share buttons, letters and notices as well."""
_WORD = lazy_regex(r"[a-z]+")


def reasons_of_lines(
    lines: Sequence[Line], wanted: Sequence[int], tree: Tree | None
) -> dict[int, Mark]:
    """Line index -> (reason, evidence, strength), for the `wanted` lines that have any."""
    if tree is None:
        return {}
    if len(tree.markup) != len(lines):
        return {}
    told = _Told(tree.nodes)
    marks: dict[int, Mark | None] = {}
    found: dict[int, Mark] = {}
    for index in wanted:
        node = tree.markup[index].node
        if node not in marks:
            marks[node] = told.mark(node)
        if mark := marks[node]:
            found[index] = mark
    return found


class _Told:
    """What each element of a page says itself, looked up once for all the lines inside."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._tags, self._parts, self._words = _words()
        self._own: dict[int, tuple[str, str, bool] | None] = {}
        self._named: dict[str, str | None] = {"": None}

    def mark(self, node: int) -> Mark | None:
        """The nearest element above that says why its text goes."""
        part: Mark | None = None
        for height in range(_HEIGHT):
            if node < 0:
                break
            if node not in self._own:
                self._own[node] = self._says(self._nodes[node])
            if own := self._own[node]:
                reason, evidence, clear = own
                if clear:
                    return reason, evidence, _weigh(reason, _NEAR - _STEP * height)
                part = part or (reason, evidence, 1.2)
            node = self._nodes[node].parent
        return part

    def _says(self, node: Node) -> tuple[str, str, bool] | None:
        """Reason and evidence of an element, and whether no name above may say more."""
        tag, names = node.tag, node.names
        if reason := self._tags.get(tag):
            return reason, f"inside <{tag}>", True
        if names not in self._named:
            words = _WORD.findall(names)
            self._named[names] = next((word for word in words if word in self._words), None)
        if word := self._named[names]:
            return self._words[word], f"inside an element named '{word}'", True
        if reason := self._parts.get(tag):
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
