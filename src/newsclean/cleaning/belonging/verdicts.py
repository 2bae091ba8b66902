"""What speaks for a thing and what against it, in the reviews of a round-up: lists that stay whole.

"Pros" and "Cons", "What we like" and "What we don't like", "Buy it if" and "Don't buy it if", with
the points below them, and in copied text the name of what is reviewed above them: each line is
short and says nothing of the article by itself. The words are in `data/cleaning/verdicts.json`.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from newsclean.cleaning.lines.page import ends_sentence, verdict_lists
from newsclean.cleaning.lines.phrases import verdict_headings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsclean.cleaning.record import PageRecord

_MOST_POINTS, _POINT_WORDS, _PARAGRAPH_WORDS = 12, 25, 12
_ABOVE, _NAME_WORDS, _MOST_NAMES = 8, 9, 2
"""So far above the points stands what is reviewed, beside prices and credits (guesses)."""
_LIKELY = 0.03
"""The least mean probability of the lines of a list."""
_PRICES = "$€£¥₹%"


def verdicts(record: PageRecord) -> set[int]:
    """The lines of such lists beside kept ones, and the names of what they judge."""
    found: set[int] = set()
    lists: list[int] = []
    for above, below in verdict_lists(record.page):
        points = [*range(above, below), below, *_points(record, below)]
        free = [at for at in points if not record.is_settled(at)]
        likely = sum(record.probabilities[at] for at in free)
        if likely >= _LIKELY * len(points) and _is_beside_kept(record, points):
            found.update(free)
            lists.append(above)
    if record.document.tree is None and len(lists) > 1:
        found.update(itertools.chain.from_iterable(_named(record, at) for at in lists))
    return found


def _points(record: PageRecord, head: int) -> Iterator[int]:
    """The points below the second heading: short lines, up to a paragraph or what goes.

    In HTML they look alike; in copied text a blank line ends them where the first has none.
    """
    page, for_, looks = record.page, verdict_headings()[0], set[tuple[str, str]]()
    lines = page.lines
    for at in range(head + 1, min(len(page.texts), head + 1 + _MOST_POINTS)):
        if record.tree is None and lines[at].blank_before > lines[head + 1].blank_before:
            return
        long = len(page.words[at]) > _POINT_WORDS or page.texts[at].endswith((":", "："))
        if record.tree is not None:
            block = record.tree.nodes[record.tree.markup[at].block]
            looks.add((block.tag, block.names))
        if long or len(looks) > 1 or record.is_settled(at) or page.hits(at):
            return
        if page.phrases[at] in for_:
            return
        yield at


def _is_beside_kept(record: PageRecord, points: list[int]) -> bool:
    near = range(max(0, points[0] - _ABOVE), min(len(record.kept), points[-1] + 3))
    return any(record.kept[at] and len(record.page.words[at]) >= _PARAGRAPH_WORDS for at in near)


def _named(record: PageRecord, head: int) -> Iterator[int]:
    """The name right above the points, and what it is best at: "Best budget", "Kiln Star 4"."""
    page, count = record.page, 0
    for at in range(head - 1, max(-1, head - 1 - _ABOVE), -1):
        text, role = page.texts[at], record.roles.get(at)
        if role == "credit" or not page.words[at] or any(sign in text for sign in _PRICES):
            continue
        if record.kept[at] or len(page.words[at]) > _NAME_WORDS or ends_sentence(text):
            return
        if at in record.causes or role not in (None, "caption") or page.hits(at):
            return
        yield at
        count += 1
        if count == _MOST_NAMES:
            return
