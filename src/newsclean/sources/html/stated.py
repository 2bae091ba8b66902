"""A page whose text is only in its JSON-LD: scripts would write it, and none is executed."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

_MOST_WORDS = 60
"""A page with more words of its own is taken as it is (a guess: menus and "enable JavaScript")."""
_TIMES = 3
"""The stated body has so many times the words of the page."""
_FEWEST_WORDS = 30
_BLOCK = re.compile(r"<(?:/?p|br|/?div|/?h[1-6]|/?li)\b[^<>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,500}>")
NOTE = "the text is that of the page's JSON-LD: the page itself shows none without JavaScript"


def body(lines: Sequence[str], scripts: Sequence[str]) -> list[str]:
    """The paragraphs of the body that JSON-LD states, if the page has next to no text of its own.

    Args:
        lines: the lines of the page.
        scripts: the texts of its JSON-LD scripts.
    """
    shown = sum(len(line.split()) for line in lines)
    if shown > _MOST_WORDS or not any('"articleBody"' in script for script in scripts):
        return []
    stated = max((text for script in scripts for text in _bodies(script)), key=len, default="")
    marked = _BLOCK.sub("\n", html.unescape(stated))
    paragraphs = [" ".join(_TAG.sub(" ", line).split()) for line in marked.splitlines()]
    words = sum(len(line.split()) for line in paragraphs)
    letters, own = sum(map(len, paragraphs)), sum(map(len, lines))
    enough = words >= _FEWEST_WORDS and words >= _TIMES * shown
    # scripts without blanks between words are counted in characters
    if not enough and not (letters > _TIMES * own and letters > 5 * _FEWEST_WORDS):
        return []
    return [line for line in paragraphs if line]


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
