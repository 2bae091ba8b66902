"""Bodies of invented pages in 39 languages: `python tests/benchmarks/invented.py`.

`labels/invented/dev` has the parts of 40 pages whose author saw neither newsclean nor the pages
of `labels/invented/train`. Each is laid out as copied text in several ways, as sites differ, so
that what every line is is known (`tests/laid_out.py`). A page is right where every line of the
article is kept and no other. Printed are the share of right pages, and of wrong lines by kind;
with `--verbose` every wrong line.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import newsclean
from newsclean.errors import NewscleanError

sys.path.insert(0, str(Path(__file__).parent.parent))
import laid_out

STOPS = (".", "。", "।", "…", "!", "?", "！", "？", "؟")


class Fault(NamedTuple):
    """A line that is lost, or foreign."""

    kind: str
    text: str


def kind_of(element: laid_out.Element, line: str) -> str:
    """What a line is called in the table."""
    if element.kind in ("caption", "deck"):
        return f"{element.kind}, {'a sentence' if line.endswith(STOPS) else 'no sentence'}"
    return {"p": "paragraph", "h": "sub-heading", "li": "item of a list"}.get(
        element.kind, element.kind
    )


def read(text: str, spans: list[laid_out.Span], lines: Counter[str]) -> list[Fault] | None:
    """The wrong lines of a page; None where it is refused. Counts all lines by kind."""
    try:
        article = newsclean.clean(text)
    except NewscleanError:
        return None
    covered = bytearray(len(text) + 1)
    for paragraph in article.paragraphs:
        covered[paragraph.start : paragraph.end] = b"\1" * (paragraph.end - paragraph.start)
    faults = []
    for start, end, element in spans:
        at = start
        for line in text[start:end].split("\n"):
            if line:
                kind = kind_of(element, line)
                lines[kind] += 1
                if (2 * sum(covered[at : at + len(line)]) > len(line)) != element.own:
                    faults.append(Fault(kind, line))
            at += len(line) + 1
    return faults


def main() -> None:
    """Print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", help="not needed; for run.py")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--layouts", type=int, default=6)
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    pages, grades = laid_out.invented(asked.part), Counter[str]()
    lines, wrong = Counter[str](), Counter[str]()
    for page in pages:
        for text, spans in laid_out.texts(page, (), asked.layouts):
            faults = read(text, spans, lines)
            if faults is None:
                grades["refused"] += 1
                continue
            few = "one line is wrong" if faults else "right"
            grades["more" if len(faults) > 1 else few] += 1
            wrong.update(fault.kind for fault in faults)
            for fault in faults if asked.verbose else ():
                print(f"{page.domain}: {fault.kind}: {fault.text}")
    print(f"{len(pages)} invented pages ({asked.part}), each as text in {asked.layouts} ways:\n")
    print("| right | one line is wrong | more | refused |\n|---|---|---|---|")
    cells = ("right", "one line is wrong", "more", "refused")
    print(f"| {' | '.join(str(grades[cell]) for cell in cells)} |\n")
    print("| line | of | wrong | share |\n|---|---|---|---|")
    for kind, count in lines.most_common():
        print(f"| {kind} | {count} | {wrong[kind]} | {wrong[kind] / count:.3f} |")


if __name__ == "__main__":
    main()
