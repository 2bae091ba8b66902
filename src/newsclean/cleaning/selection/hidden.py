"""Which lines of an HTML page no reader sees, and why.

Where most of what reads like the article is hidden, a script shows it later: then nothing counts
as hidden. The answers of a list of questions fold up below them: these stay with their questions.
A paragraph that `aria-hidden` keeps from screen readers alone, as paid articles do, is seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsclean.cleaning.lines.page import CLOSING
from newsclean.cleaning.record import Cause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.arrays import Floats
    from newsclean.cleaning.record import PageRecord
    from newsclean.markup import Node

_LIKELY = 0.5
_REASON = "hidden on the page"
_QUESTION, _ANSWER, _FEWEST = 0.4, 0.3, 2
"""A question and what is folded up below it are as likely of the body, and there are so many such
pairs. On 1,834 marked pages four have them, and all are questions of the article; below all other
questions with something hidden, of log-ins and polls, the networks give neither more than .16."""
_MARKS = ("?", "？", "؟", "\u037e")
_VISIBLE, _PARAGRAPH = 0.4, 12
"""A paragraph with `aria-hidden` that is so likely and has so many words is of the body: ornaments,
icons and copies of text for the eye alone, which have it too, are shorter (guesses)."""


def hidden_lines(record: PageRecord, probabilities: Floats, words: Floats) -> dict[int, Cause]:
    """Line index -> why nobody sees it.

    Args:
        record: the page.
        probabilities: of each content line, that it is of the body.
        words: how many words each content line has.
    """
    tree = record.tree
    if tree is None:
        return {}
    unseen = np.array([tree.nodes[tree.markup[at].node].hidden for at in record.content_indices])
    if not unseen.any():
        return {}
    weights = np.where(probabilities > _LIKELY, words, 0)
    if weights[unseen].sum() > weights[~unseen].sum():
        return {}
    unseen[_answers(record, probabilities, unseen.tolist())] = False
    phrases = [record.page.phrases[at] for at in record.content_indices]
    for at in (unseen & (probabilities >= _VISIBLE) & (words >= _PARAGRAPH)).nonzero()[0].tolist():
        once = phrases.count(phrases[at]) == 1
        shown = once and _is_shown(tree.nodes, tree.markup[record.content_indices[at]].node)
        unseen[at] = not shown
    return {
        at: (_REASON, _evidence(tree.nodes, tree.markup[at].node))
        for at in np.array(record.content_indices)[unseen].tolist()
    }


def _answers(record: PageRecord, probabilities: Floats, unseen: Sequence[bool]) -> list[int]:
    """Which content lines are answers that fold up below questions that are shown."""
    found: list[int] = []
    pairs = 0
    at = 1
    while at < len(unseen):
        likely = probabilities[at - 1] >= _QUESTION and probabilities[at] >= _ANSWER
        asked = not unseen[at - 1] and unseen[at] and likely
        text = record.content_lines[at - 1].text.rstrip(CLOSING)
        if not (asked and text.endswith(_MARKS)):
            at += 1
            continue
        pairs += 1
        while at < len(unseen) and unseen[at] and probabilities[at] >= _ANSWER:
            found.append(at)
            at += 1
    return found if pairs >= _FEWEST else []


def _is_shown(nodes: Sequence[Node], node: int) -> bool:
    """Whether a line stands in a paragraph that nothing but its own `aria-hidden` hides."""
    while node >= 0 and nodes[node].tag != "p":
        node = nodes[node].parent
    if node < 0 or "aria-hidden" not in nodes[node].names.split():
        return False
    above = nodes[node].parent
    return above < 0 or not nodes[above].hidden


def _evidence(nodes: Sequence[Node], node: int) -> str:
    while nodes[node].parent >= 0 and nodes[nodes[node].parent].hidden:
        node = nodes[node].parent
    top = nodes[node]
    if top.tag == "noscript":
        return "inside <noscript>"
    named = f" named '{top.names.split()[0]}'" if top.names else ""
    return f"inside a <{top.tag}>{named} that is not shown"
