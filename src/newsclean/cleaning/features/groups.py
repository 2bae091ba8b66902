"""Lines of a page that belong together: one label, one sign in front or one look.

Each function gives groups of the places of lines, ascending. A group says nothing of what is kept:
whoever asks decides of all its lines. Lines that count are found in `series`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.page import ends_sentence
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from newsclean.markup import Tree

_FEWEST = 3
"""So many lines with one sign in front are a list."""
_LABEL = lazy_regex(r"(?P<label>[^\W\d_][^:：|.!?]{0,38}?)\s?(?P<mark>：|[:|]\s|\s[–—-]\s)")
_LABEL_WORDS = 4
_LABEL_REACH, _OTHER_MARKS = 44, frozenset("：–—")
"""A mark stands within so many characters; most lines have none, which is seen in less time."""
_SHORT_WORDS, _SHORT_CHARS = 14, 30
"""An item or a heading has at most so many words; characters where words are not spaced."""
_SIGNS = frozenset("–—•·*►▪●○✓✔➤→»-")
_BULLET = lazy_regex(r"([–—•·*►▪●○✓✔➤→»-])\s*(?=\S)")
_LEVELS = 3
"""So many elements make the look of a line of HTML: its own and those around it."""
_LINKED = 0.5
"""A line with a larger part of it in links is one."""


def labelled(texts: Sequence[str], places: Iterable[int]) -> list[list[int]]:
    """The lines that begin with one label and a mark: "Price | $20", later "Price | $30"."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at in places:
        head = texts[at][:_LABEL_REACH]
        if not (":" in head or "|" in head or "-" in head) and (
            head.isascii() or _OTHER_MARKS.isdisjoint(head)
        ):
            continue
        found = _LABEL.match(texts[at])
        if found is not None and found["label"].count(" ") < _LABEL_WORDS:
            groups[found["label"].lower() + found["mark"].strip()].append(at)
    return [group for group in groups.values() if len(group) > 1]


def is_short(text: str, words: int, *, unspaced: bool = False) -> bool:
    """Is a line of the size of an item or heading, and no sentence?"""
    if words > _SHORT_WORDS or (unspaced and len(text) > _SHORT_CHARS):
        return False
    return not ends_sentence(text)


def bulleted(texts: Sequence[str], places: Iterable[int]) -> list[list[int]]:
    """The stretches of lines, one below the other, that begin with one sign: "- ", "• "."""
    found: list[list[int]] = []
    run: list[int] = []
    sign = ""
    for at in places:
        own = _BULLET.match(texts[at]) if texts[at][:1] in _SIGNS else None
        if own is not None and own[1] == sign and at == run[-1] + 1:
            run.append(at)
            continue
        if len(run) >= _FEWEST:
            found.append(run)
        sign = own[1] if own is not None else ""
        run = [at] if own is not None else []
    return [*found, run] if len(run) >= _FEWEST else found


def items(tree: Tree, places: Sequence[int], asked: Iterable[int]) -> list[list[int]]:
    """The lines of HTML that stand in one list with a line that is asked of."""
    lists = {_list_of(tree, at) for at in asked} - {-1}
    groups: dict[int, list[int]] = defaultdict(list)
    for at in places if lists else ():
        if (own := _list_of(tree, at)) in lists:
            groups[own].append(at)
    return list(groups.values())


def _list_of(tree: Tree, at: int) -> int:
    node = tree.markup[at].block
    for _ in range(_LEVELS):
        if node >= 0 and tree.nodes[node].tag != "li":
            node = tree.nodes[node].parent
    return tree.nodes[node].parent if node >= 0 and tree.nodes[node].tag == "li" else -1


def looks(
    tree: Tree, short: Sequence[bool], lengths: Sequence[int], places: Iterable[int]
) -> list[list[int]]:
    """The lines of HTML that stand in elements of one kind, are as short and as much links.

    Args:
        tree: the mark-up of the page.
        short: of each line, whether it is of the size of an item.
        lengths: of each line, in characters.
        places: the lines that are looked at, ascending.
    """
    nodes = tree.nodes
    groups: dict[Hashable, list[int]] = defaultdict(list)
    paths: dict[int, Hashable] = {}
    for at in places:
        mark = tree.markup[at]
        path = paths.get(mark.block)
        if path is None:
            node = mark.block
            above: list[tuple[str, str]] = []
            while node >= 0 and len(above) < _LEVELS:
                above.append((nodes[node].tag, nodes[node].names))
                node = nodes[node].parent
            path = paths[mark.block] = tuple(above)
        is_link = mark.link_chars > _LINKED * lengths[at]
        groups[path, is_link, short[at]].append(at)
    return [group for group in groups.values() if len(group) > 1]
