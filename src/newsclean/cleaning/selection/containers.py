"""Which lines of an HTML page its mark-up says are no part of the body, and what they are.

A caption, a box of related articles, a newsletter form or a contents list is named as such by the
page's own tags, classes and ids. The names are in `data/cleaning/markup.json`; they were chosen on
training pages, where next to none of the text in such elements is of the body. A name can lie: an
element, or all elements of its look together, that hold much of what reads like the article keep
their lines.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean.cleaning.record import Cause
from newsclean.languages import read_data
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from newsclean.arrays import Floats
    from newsclean.cleaning.record import PageRecord
    from newsclean.markup import Node, Tree

_LIKELY = 0.5
_HEARD = 0.05
"""Lines below this probability go in any case; their reasons are named elsewhere."""
_SHARE, _CAPTION_SHARE = 0.3, 0.5
"""So much of the likely words may stand in elements of one look. On training pages 30 % spares the
articles whose own container has such a name."""
_SHARE_OF_ALL = 0.5
"""So much of the likely words may go in all."""
_MOST_WORDS = 80
"""An element with more likely words of its own is no caption, label or note (a guess)."""
_LONG = ("comments", "navigation", "newsletter", "advertisement", "cookie notice")
"""What may have more, but for a `<footer>`: that of an article holds what the article ends with."""
_NAME_WORDS = 6
"""A name of more words is the address of a heading."""
_APART = ("html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6")
_WHOLE = ("table", "pre", "blockquote", "code", "ul", "ol", "dl")
"""In a `<figure>` these are the figure itself, and not said below it."""
_TOLD_WORDS = 5
"""So many words are told twice on purpose (a guess)."""
_ANSWER_WORDS = 12
"""A paragraph of so many words right below a button with a question is the answer."""
_QUESTIONS = lazy_regex("accordion|faq|collaps|expand|question")
"""Names of elements whose buttons are headings."""
_PART = lazy_regex(r"[^\W_]+")


class _Words(NamedTuple):
    tags: dict[str, str]
    names: dict[str, str]
    """A word of a name, or two in a row with a hyphen -> reason."""
    parts: dict[str, str]
    """What a longer word may begin or end with -> reason."""
    edges: tuple[str, ...]
    states: frozenset[str]
    """First words of names that say something of a page or a state, and not what an element is."""
    against: frozenset[str]
    """A name with one of these words is of something else."""
    around: frozenset[str]
    """With one of these, a sidebar's name is that of what stands beside it."""


def container_causes(record: PageRecord, probabilities: Floats, words: Floats) -> dict[int, Cause]:
    """Line index -> why it is not of the body, for lines that might else be kept.

    Args:
        record: the page.
        probabilities: of each content line, that it is of the body.
        words: how many words each content line has.
    """
    tree = record.tree
    if tree is None:
        return {}
    nodes = tree.nodes
    own = [tree.markup[at].node for at in record.content_indices]
    odds = probabilities.tolist()
    likely = _likely(nodes, own, probabilities, words)
    most = max(likely, default=0.0)
    causes = _causes(tree, likely, most, _telling(tree, record.content_indices, odds, words))
    found: dict[int, Cause] = {}
    gone = 0.0
    for place, (at, node, probability, count) in enumerate(
        zip(record.content_indices, own, odds, words.tolist(), strict=True)
    ):
        if probability > _HEARD and node >= 0 and (cause := causes[node]):
            below = place + 1
            answered = below < len(odds) and odds[below] > _LIKELY and words[below] >= _ANSWER_WORDS
            if cause[1] == _inside("button") and answered and _asks(record.page.texts[at]):
                continue
            found[at] = cause
            gone += count if probability > _LIKELY else 0
    return _without_statements(record, found) if gone <= _SHARE_OF_ALL * most else {}


def _without_statements(record: PageRecord, causes: dict[int, Cause]) -> dict[int, Cause]:
    """The causes, but for "pull quotes" of one name of which the article has none: it quotes there.

    On training pages 30 lines of pull quotes whose words stand in the article as well are none of
    its own, and 4 of 5 others are, where no other of their name is told twice.
    """
    named = {cause for cause in causes.values() if cause[0] == "pull quote"}
    whole = "\n".join(record.page.phrases) if named else ""
    for at, cause in causes.items():
        if len(record.page.words[at]) >= _TOLD_WORDS and whole.count(record.page.phrases[at]) > 1:
            named.discard(cause)
    return {at: cause for at, cause in causes.items() if cause not in named}


def _asks(text: str) -> bool:
    return text.rstrip("'\"”’»)」 ").endswith(("?", "？", "؟", ";"))


def _likely(
    nodes: Sequence[Node], own: Sequence[int], probabilities: Floats, words: Floats
) -> list[float]:
    """How many words of likely lines stand in each element, those below it included."""
    sums = [0.0] * len(nodes)
    for node, probability, count in zip(own, probabilities.tolist(), words.tolist(), strict=True):
        if node >= 0 and probability > _LIKELY:
            sums[node] += count
    for at in range(len(nodes) - 1, 0, -1):
        if (above := nodes[at].parent) >= 0:
            sums[above] += sums[at]
    return sums


def _telling(
    tree: Tree, lines: Sequence[int], odds: Sequence[float], words: Floats
) -> set[tuple[str, str]]:
    """The looks of what holds paragraphs without a link: a card with one is more than a button."""
    nodes, found = tree.nodes, set[int]()
    for at, likely, count in zip(lines, odds, words.tolist(), strict=True):
        mark = tree.markup[at]
        if likely > _LIKELY and count >= _ANSWER_WORDS and not mark.link_chars:
            above = mark.block if nodes[mark.block].tag == "p" else -1
            while above >= 0 and above not in found:
                found.add(above)
                above = nodes[above].parent
    return {(nodes[at].tag, nodes[at].names) for at in found}


def _causes(
    tree: Tree, likely: Sequence[float], most: float, telling: Container[tuple[str, str]]
) -> list[Cause | None]:
    """For each element why its text goes, from the outermost element that says so."""
    nodes = tree.nodes
    told: dict[tuple[str, str], Cause | None] = {}
    named: dict[str, str | None] = {}
    causes: list[Cause | None] = [None] * len(nodes)
    held: dict[tuple[str, str], float] = {}
    outermost: list[int] = []
    headed = _headed(nodes)
    for at, (tag, above, names, _) in enumerate(nodes):
        if above >= 0 and causes[above] is not None:
            if not _is_figure_itself(tag, causes[above]):
                causes[at] = causes[above]
                continue
            if likely[at]:  # a post of which the network likes nothing goes whole
                continue
        if tag in _APART or at in headed or not (names or tag in _words().tags):
            continue
        look = tag, names
        if look not in told:
            told[look] = _told(tag, names, named)
        cause = told[look]
        is_button = cause is not None and cause[0] == "form or button"
        if cause and not (is_button and (look in telling or _asks_in(nodes, at))):
            causes[at] = cause
            outermost.append(at)
            held[look] = held.get(look, 0.0) + likely[at]
    spared = {at for at in outermost if _is_too_much(nodes[at], causes[at], likely[at], held, most)}
    if spared:
        for at, node in enumerate(nodes):
            if at in spared or (node.parent in spared and causes[at] == causes[node.parent]):
                spared.add(at)
        for at in spared:
            causes[at] = None
    return causes


def _is_too_much(
    node: Node,
    cause: Cause | None,
    likely: float,
    held: dict[tuple[str, str], float],
    most: float,
) -> bool:
    """Does an element, or do all of its look, hold more of the article than furniture does?"""
    capped = cause is not None and (cause[0] not in _LONG or node.tag == "footer")
    if capped and likely > _MOST_WORDS:
        return True
    share = _CAPTION_SHARE if node.tag == "figcaption" else _SHARE
    return held[node.tag, node.names] > share * most


def _headed(nodes: Sequence[Node]) -> set[int]:
    """The elements around a first-level heading."""
    found: set[int] = set()
    for at, node in enumerate(nodes):
        above = at if node.tag == "h1" else -1
        while above >= 0 and above not in found:
            found.add(above)
            above = nodes[above].parent
    return found


def _is_figure_itself(tag: str, cause: Cause | None) -> bool:
    return tag in _WHOLE and cause is not None and cause[1] == _inside("figure")


def _asks_in(nodes: Sequence[Node], at: int) -> bool:
    """Is it a button that opens an answer?"""
    for _ in range(4):
        if at < 0:
            return False
        if _QUESTIONS.search(nodes[at].names) or nodes[at].tag in ("h2", "h3", "h4", "summary"):
            return True
        at = nodes[at].parent
    return False


def _told(tag: str, names: str, named: dict[str, str | None]) -> Cause | None:
    """What an element says of itself; `named` has what single names of the page say."""
    for name in names.split():
        if name not in named:
            named[name] = _reason_of(name)
        if reason := named[name]:
            return reason, f"inside an element named '{name}'"
    if reason := _words().tags.get(tag):
        return reason, _inside(tag)
    return None


def _reason_of(name: str) -> str | None:
    """What a class or id says of its element."""
    known = _words()
    words = _PART.findall(name)
    if (
        not words
        or len(words) > _NAME_WORDS
        or words[0] in known.states
        or not known.against.isdisjoint(words)
    ):
        return None
    for at, word in enumerate(words):
        pair = f"{word}-{words[at + 1]}" if at + 1 < len(words) else word
        for said in (pair, word):
            reason = known.names.get(said)
            if reason and not (said == "sidebar" and not known.around.isdisjoint(words)):
                return reason
        if len(word) > 6 and (word.startswith(known.edges) or word.endswith(known.edges)):
            return next(
                reason
                for part, reason in known.parts.items()
                if word.startswith(part) or word.endswith(part)
            )
    return None


def _inside(tag: str) -> str:
    return f"inside <{tag}>"


@cache
def _words() -> _Words:
    data = read_data("cleaning/markup.json")
    tags, listed = (
        {word: reason for reason, words in data[name].items() for word in words.split()}
        for name in ("furniture tags", "furniture")
    )
    names = {word: reason for word, reason in listed.items() if word[0] != "*"}
    parts = {word[1:]: reason for word, reason in listed.items() if word[0] == "*"}
    names |= parts
    return _Words(
        tags,
        names,
        parts,
        tuple(parts),
        *(frozenset(data[name].split()) for name in ("states", "not furniture", "around")),
    )
