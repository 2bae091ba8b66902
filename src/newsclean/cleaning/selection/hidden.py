"""Which lines of an HTML page no reader sees, and why.

Where most of what reads like the article is hidden, a script shows it later: then nothing counts
as hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from newsclean.cleaning.record import Cause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.arrays import Floats
    from newsclean.cleaning.record import PageRecord
    from newsclean.markup import Node

_LIKELY = 0.5
_REASON = "hidden on the page"


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
    return {
        at: (_REASON, _evidence(tree.nodes, tree.markup[at].node))
        for at in np.array(record.content_indices)[unseen].tolist()
    }


def _evidence(nodes: Sequence[Node], node: int) -> str:
    while nodes[node].parent >= 0 and nodes[nodes[node].parent].hidden:
        node = nodes[node].parent
    top = nodes[node]
    if top.tag == "noscript":
        return "inside <noscript>"
    named = f" named '{top.names.split()[0]}'" if top.names else ""
    return f"inside a <{top.tag}>{named} that is not shown"
