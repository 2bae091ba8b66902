"""A page whose text is only in its JSON-LD: it shows a notice, links or nothing at all.

Scripts would write the text, and none is executed; or a wall of consent or subscription stands in
its place. What a page shows in prose decides, not its menus and lists of links.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from newsclean.languages import count_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.markup import Markup, Node

_PROSE_WORDS, _SENTENCE_WORDS, _LINK_SHARE = 10, 4, 0.5
"""Prose is a line of so many words, or of fewer with a full stop, that is not for the most part a
link (guesses)."""
_STOPS = tuple(".!?…。！？।۔")
_MOST_WORDS = 400
"""A page of more words of prose is taken as it is: more have no notices (a guess)."""
_TIMES, _TIMES_APART = 3, 1.5
"""The stated body has so many times the words that the page shows in prose; the second where next
to nothing of it is shown (guesses)."""
_FEWEST_WORDS = 30
_SAMPLES, _SAMPLE_CHARS = 40, 30
_APART, _WHOLE = 0.1, 0.4
"""Of so few samples of a stated body found on a page, the page shows next to nothing of it; with so
many, hidden ones included, its text is there, with its headings. None of the 232 training pages
with a stated body shows less."""
_BLOCK = lazy_regex(r"<(?:/?p|br|/?div|/?h[1-6]|/?li)\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = lazy_regex(r"<[^<>]{0,500}>")
NOTE = "the text is that of the page's JSON-LD: the page itself shows no article"


def body(
    lines: Sequence[str],
    scripts: Sequence[str],
    markup: Sequence[Markup] = (),
    nodes: Sequence[Node] = (),
) -> list[str]:
    """The paragraphs of the body that JSON-LD states, if the page shows next to none of it.

    Args:
        lines: the lines of the page.
        scripts: the texts of its JSON-LD scripts.
        markup: what is known of each line; empty where nothing is.
        nodes: the elements of the page.
    """
    if not any('"articleBody"' in script for script in scripts):
        return []
    prose = _prose(lines, markup, nodes)
    shown = sum(map(count_words, prose))
    if shown > _MOST_WORDS:
        return []
    stated = max((text for script in scripts for text in _bodies(script)), key=len, default="")
    marked = _BLOCK.sub("\n", html.unescape(stated))
    paragraphs = [" ".join(_TAG.sub(" ", line).split()) for line in marked.splitlines()]
    paragraphs = [line for line in paragraphs if line]
    words = sum(map(count_words, paragraphs))
    if words < _FEWEST_WORDS or words < _TIMES_APART * shown:
        return []
    share = _share_shown(paragraphs, lines)
    apart = share <= _APART or (share <= _WHOLE and words >= _TIMES * shown)
    return paragraphs if apart else []


def _prose(lines: Sequence[str], markup: Sequence[Markup], nodes: Sequence[Node]) -> list[str]:
    """The lines that a reader sees and that are neither headings, buttons nor links."""
    if len(markup) == len(lines):
        lines = [
            line
            for line, mark in zip(lines, markup, strict=True)
            if mark.link_chars <= _LINK_SHARE * len(line)
            and not (mark.node >= 0 and nodes[mark.node].hidden)
        ]
    return [
        line
        for line in lines
        if count_words(line) >= (_SENTENCE_WORDS if line.endswith(_STOPS) else _PROSE_WORDS)
    ]


def _share_shown(paragraphs: Sequence[str], lines: Sequence[str]) -> float:
    """How much of the stated body stands on the page, by samples of its text."""
    stated, shown = ("".join("".join(texts).split()) for texts in (paragraphs, lines))
    step = max(_SAMPLE_CHARS, len(stated) // _SAMPLES)
    samples = [stated[at : at + _SAMPLE_CHARS] for at in range(0, len(stated), step)]
    return sum(sample in shown for sample in samples) / max(1, len(samples))


def _bodies(script: str) -> Iterator[str]:
    """Every `articleBody` in a script."""
    try:
        pending: list[Any] = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            text = value.get("articleBody")
            if isinstance(text, str):
                yield text
            pending += value.values()
        elif isinstance(value, list):
            pending += value
