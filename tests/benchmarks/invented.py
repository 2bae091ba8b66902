"""Bodies of invented pages in 39 languages: `python tests/benchmarks/invented.py`.

`labels/invented/dev` has the parts of 40 pages whose author saw neither newsclean nor the pages
of `labels/invented/train`. Each is laid out in several ways, as sites differ, so that what every
line is is known (`newsclean.training.cleaning.invented`), and is read as copied text and as HTML. A
page is right where every line of the article is kept and no other. Printed are how many pages are
right, and the share of wrong lines by kind; with `--verbose` every wrong line.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import newsclean
from newsclean.errors import NewscleanError
from newsclean.training.cleaning import invented, invented_html

STOPS = (".", "。", "।", "…", "!", "?", "！", "？", "؟")
FEW_CHARS = 12
"""A shorter line of HTML may be a piece of another: it has to be kept as a whole."""


class Line(NamedTuple):
    """A line of a page: what it is called in the table, its text, and whether all is well."""

    kind: str
    text: str
    right: bool


def kind_of(element: invented.Element, line: str) -> str:
    """What a line is called in the table."""
    if element.kind in ("caption", "deck"):
        return f"{element.kind}, {'a sentence' if line.endswith(STOPS) else 'no sentence'}"
    return {"p": "paragraph", "h": "sub-heading", "li": "item of a list"}.get(
        element.kind, element.kind
    )


def of_text(text: str, spans: Sequence[invented.Span]) -> Iterator[Line]:
    """The lines of copied text.

    Raises:
        NewscleanError: the page is refused.
    """
    covered = bytearray(len(text) + 1)
    for paragraph in newsclean.clean(text).paragraphs:
        covered[paragraph.start : paragraph.end] = b"\1" * (paragraph.end - paragraph.start)
    for start, end, element in spans:
        at = start
        for line in text[start:end].split("\n"):
            if line:
                kept = 2 * sum(covered[at : at + len(line)]) > len(line)
                yield Line(kind_of(element, line), line, kept == element.own)
            at += len(line) + 1


def of_html(page: str, elements: Sequence[invented.Element]) -> Iterator[Line]:
    """The lines of HTML, found again by their letters; of two alike the article's counts.

    Raises:
        NewscleanError: the page is refused.
    """
    kept = [" ".join(found.text.split()) for found in newsclean.clean(page).paragraphs]
    everything = "\n".join(kept)
    own = "\n".join(_plain(element.lines[0]) for element in elements if element.own)
    for element in elements:
        for line in filter(None, map(_plain, element.lines)):
            there = line in everything if len(line) >= FEW_CHARS else line in kept
            if element.own or line not in own:
                yield Line(kind_of(element, line), line, there == element.own)


def _plain(line: str) -> str:
    return " ".join(line.split())


def main() -> None:
    """Print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", help="not needed; for run.py")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--layouts", type=int, default=6)
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    pages = invented.invented(asked.part, Path(__file__).parent / "labels" / "invented")
    grades = {name: Counter[str]() for name in ("copied text", "HTML")}
    lines = {name: Counter[tuple[str, bool]]() for name in grades}
    for page in pages:
        rng = random.Random(page.domain)
        for _ in range(asked.layouts):
            elements = list(invented.laid_out(page, (), rng))
            text, spans = invented.rendered(elements, rng)
            html = invented_html.marked_up(elements, rng)
            for name, read in (
                ("copied text", of_text(text, spans)),
                ("HTML", of_html(html, elements)),
            ):
                try:
                    found = list(read)
                except NewscleanError:
                    grades[name]["refused"] += 1
                    continue
                wrong = [line for line in found if not line.right]
                few = "one line is wrong" if wrong else "right"
                grades[name]["more" if len(wrong) > 1 else few] += 1
                lines[name].update((line.kind, line.right) for line in found)
                for line in wrong if asked.verbose else ():
                    print(f"{page.domain}, {name}: {line.kind}: {line.text}")
    print(f"{len(pages)} invented pages ({asked.part}), each laid out in {asked.layouts} ways:\n")
    cells = ("right", "one line is wrong", "more", "refused")
    print(f"| | {' | '.join(cells)} |\n|---|{'---|' * len(cells)}")
    for name, counts in grades.items():
        print(f"| {name} | {' | '.join(str(counts[cell]) for cell in cells)} |")
    print("\n| line | of | wrong in text | in HTML |\n|---|---|---|---|")
    of = Counter[str]()
    for (kind, _), count in lines["copied text"].items():
        of[kind] += count
    for kind, count in of.most_common():
        shares = (_share(counts[kind, False], counts[kind, True]) for counts in lines.values())
        print(f"| {kind} | {count} | {' | '.join(shares)} |")


def _share(wrong: int, right: int) -> str:
    return f"{wrong / max(1, wrong + right):.3f}"


if __name__ == "__main__":
    main()
