"""Pages that are only a notice: an error, a consent wall, a captcha, a wall before an article.

`notices.json` has what such pages say, in many languages, written for newsclean. They come bare,
and between the menus and footers of real pages.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from newsclean.cleaning.lines.segment import segment, worded
from newsclean.document import Line
from newsclean.training.cleaning.furniture import Labelled

_MOST_AROUND = 40
"""So many lines of another page stand above a notice, and as many below, at most."""


class Notice(NamedTuple):
    """A page that is only a notice."""

    name: str
    lines: tuple[Line, ...]
    language: str


def notices(pages: Sequence[Labelled]) -> Iterator[Notice]:
    """The notices bare, and each among lines around the articles of `pages` of its language."""
    rng = random.Random(0)  # noqa: S311 - no secret
    by_language: dict[str, list[Labelled]] = defaultdict(list)
    for page in pages:
        if page.keep.any():
            by_language[page.language].append(page)
    path = Path(__file__).parent / "notices.json"
    for language, several in json.loads(path.read_text(encoding="utf-8")).items():
        around = by_language[language] or by_language["en"]
        for number, written in enumerate(several):
            gap = rng.choice(("\n", "\n\n"))
            lines = tuple(worded(segment(gap.join(written)))[1])
            name = f"{language} {number}"
            yield Notice(name, lines, language)
            if around:
                yield Notice(name, _framed(lines, rng.choice(around), rng), language)


def _framed(lines: tuple[Line, ...], page: Labelled, rng: random.Random) -> tuple[Line, ...]:
    kept = np.flatnonzero(page.keep)
    most = rng.randint(3, _MOST_AROUND)
    above = page.lines[: int(kept[0])][:most]
    below = page.lines[int(kept[-1]) + 1 :][-most:]
    return (*above, *lines, *below)
