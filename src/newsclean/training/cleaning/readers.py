"""The bodies of pages that readers marked line by line: `tests/benchmarks/labels/lines.jsonl`.

The labelled bodies of `data/pages` keep captions, standfirsts and lines to other articles that
are no part of an article by the project's policy. Where a reader went through a page, what he
kept is the body to learn from. The file's form is told in `labels/lines.md`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

LABELS = Path(__file__).parents[4] / "tests" / "benchmarks" / "labels" / "lines.jsonl"
"""Labels are not shipped: training runs from a checkout."""


class Reading(NamedTuple):
    """What a reader kept of a page: the view that was read, and stretches of its text."""

    view: str
    length: int
    body: tuple[tuple[int, int], ...]

    def text(self, record: dict[str, Any]) -> str | None:
        """The body, "" where the page holds no article; None if the page is another by now."""
        page = record["views"].get(self.view, "")
        if len(page) != self.length:
            return None
        return "\n".join(page[start:end] for start, end in self.body)


class Readings(dict[tuple[str, str], Reading]):
    """Readings by the file and the id of their page."""

    def body(self, file: str, record: dict[str, Any]) -> str | None:
        """The body that a reader marked, "" where there is no article; None: nobody read it."""
        reading = self.get((file, record["id"]))
        return reading.text(record) if reading else None


def readings(labels: Path = LABELS) -> Readings:
    """The readings of the training pages.

    Raises:
        FileNotFoundError: this is no checkout of the project.
    """
    found = Readings()
    for line in labels.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["part"] == "train":
            body = tuple((start, end) for start, end in label["body"])
            found[label["source"], label["id"]] = Reading(label["view"], label["length"], body)
    return found
