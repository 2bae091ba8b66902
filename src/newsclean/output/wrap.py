"""Lines for a terminal: wrapped between words, no wider than it is and than people read."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

MAX_WIDTH = 100
_MIN_WIDTH = 20

Paint = Callable[[str], str]


def within(width: int) -> int:
    """The columns to use of a terminal `width` columns wide."""
    return max(_MIN_WIDTH, min(width, MAX_WIDTH))


def wrap(text: str, width: int | None) -> list[str]:
    """`text` as lines of at most `width` columns (and never over 100); None is as wide as it is."""
    if width is None:
        return [text]
    from rich.text import Text

    columns = within(width)
    return [line.plain.rstrip() for line in Text(text).wrap(_console(), columns)] or [""]


def hanging(
    label: str,
    text: str,
    width: int | None,
    at: int,
    *,
    paint_label: Paint = str,
    paint_text: Paint = str,
) -> str:
    """A label and, from column `at` on, a text; the label stands above it where that is narrow."""
    if width is not None and within(width) < _MIN_WIDTH + at:
        head, indent = f"{paint_label(label)}\n  ", 2
    else:
        head, indent = paint_label(label.ljust(at)), at
    lines = wrap(text, None if width is None else within(width) - indent)
    between = "\n" + " " * indent
    return head + between.join(map(paint_text, lines)) + "\n"


@cache
def _console() -> Console:
    from rich.console import Console

    return Console(file=io.StringIO())
