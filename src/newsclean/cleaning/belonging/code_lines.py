"""Program code between the paragraphs of an article: its lines stay together, brackets and all.

The networks learned from prose, and take a line of code for a label or a button. Lines that look
like code (a call, an assignment, a bracket or semicolon at the end) in a run below a kept line are
one decision. On training pages with labelled lines, 249 of 252 lines of such runs are of the body.
In HTML a `<pre>` with `<code>` between kept lines says it outright, of a single line too.
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.encyclopaedias import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.record import PageRecord

_MOST_WORDS, _PROSE_WORDS = 24, 20
"""A line of code has fewer words; a longer line that is none ends the run (guesses)."""
_FEWEST, _SHARE, _REACH = 4, 0.5, 3
"""A run has so many lines of code, they are such a share of its lines with words, and so many
lines of other kinds (names, text between tags) may stand between two of them (guesses)."""
_ABOVE, _APART = 2, 15
"""A kept line stands so far above the run; so far below one run the next goes on with it."""

_SIGNS = ("=", ">", "::", '":')
_ELEMENTS, _BOTH = {"pre": 1, "code": 2}, 3
"""Elements of which both stand around a line of code."""


def code_lines(record: PageRecord) -> Iterator[int]:
    """The lines of runs of code below a kept line, and what stands between two such runs."""
    end = -1
    for run in _runs(record):
        goes_on = end >= 0 and run[0] - end <= _APART and not any(record.kept[end + 1 : run[0]])
        if goes_on or any(record.kept[max(0, run[0] - _ABOVE) : run[0] + 1]):
            yield from range(end + 1 if goes_on else run[0], run[-1] + 1)
            end = run[-1]


def code_elements(record: PageRecord) -> Iterator[int]:
    """The lines of `<pre><code>` elements between the first kept line and the last."""
    tree = record.tree
    if tree is None:
        return
    if all(node.tag != "pre" for node in tree.nodes):
        return
    inside = [0] * (len(tree.nodes) + 1)  # the last is that of what has no parent
    for at, node in enumerate(tree.nodes):
        inside[at] = inside[node.parent] | _ELEMENTS.get(node.tag, 0)
    first = record.kept.index(True)
    last = len(record.kept) - 1 - record.kept[::-1].index(True)
    for at in range(first + 1, last):
        if not record.kept[at] and inside[tree.markup[at].node] == _BOTH:
            yield at


def _runs(record: PageRecord) -> Iterator[range]:
    """The stretches of lines of which most look like code."""
    texts, words, pattern = record.page.texts, record.page.words, _pattern()
    signs = [sign for sign in _SIGNS if sign in record.page.whole]
    is_code = [
        len(said) <= _MOST_WORDS and _may_be_code(text, signs)
        for text, said in zip(texts, words, strict=True)
    ]
    if sum(is_code) < _FEWEST:
        return
    for at, text in itertools.compress(enumerate(texts), is_code[:]):
        is_code[at] = pattern.search(without_marks(text)) is not None
    at = 0
    while at < len(is_code):
        if not is_code[at]:
            at += 1
            continue
        last, count, end = at, 0, at
        while end < len(is_code) and (is_code[end] or end - last <= _REACH or not words[end]):
            if is_code[end]:
                last, count = end, count + 1
            elif len(words[end]) > _PROSE_WORDS:
                break
            end += 1
        told = sum(map(bool, words[at : last + 1]))
        if count >= _FEWEST and count >= _SHARE * told:
            yield range(at, last + 1)
        at = last + 1


def _may_be_code(text: str, signs: Sequence[str]) -> bool:
    """Has a line a sign that the pattern needs, or one of its words in front? Most have neither.

    `signs` are those of `_SIGNS` that stand on the page.
    """
    return (
        text[-1] in "{};]:"
        or text[0] in "$#│┌└├"
        or (")" in text and (text.count("(") > text.count(" (") or text.endswith(("),", "])"))))
        or (signs != [] and any(map(text.__contains__, signs)))
        or (text[0].islower() and text.startswith(_openings()))
    )


@cache
def _openings() -> tuple[str, ...]:
    data: dict[str, str] = languages.read_data("cleaning/shapes.json")
    return tuple(f"{word} " for word in data["opening statements"].split())


@cache
def _pattern() -> re.Pattern[str]:
    data: dict[str, str] = languages.read_data("cleaning/shapes.json")
    opening, blocks = ("|".join(data[kind].split()) for kind in ("opening statements", "blocks"))
    return re.compile(
        rf"^(?:{opening}) [\w{{\"']|^(?:{blocks})\b.*[:{{]$|^\$ |^#!|^>>> |^[│┌└├]"
        r"|[{};]$|\)[:;,]$|(?:^|[\d\"',\])}}])\s?\]\)?$|\w\(.*\)"
        r"|[\w\])]\s?[:+-]?=\s?[\w\"'\[({@]|->|=>|::|\"[\w-]+\":|<\/\w+>"
    )
