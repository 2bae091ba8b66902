"""Bodies beside what readers marked line by line: `python tests/benchmarks/lines.py`.

Averages over words hide single lines; here a page counts as *right* where every line of the
article is kept and no other, as *minor* where at most two short lines are wrong, else as *bad*
(`labels/lines.jsonl`, made by the policy in `labels/lines.md`). Pages are read as copied text, and
as HTML, where lines are found again by their letters; trafilatura reads the HTML, too. A page that
readers call no article is right where it is refused. Printed are the pages of `dev`;
`--part train` prints those that networks and rules were shaped on, `--verbose` every wrong line.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import newsclean
from newsclean.errors import NewscleanError

LABELS = Path(__file__).parent / "labels" / "lines.jsonl"
SHORT = 90
"""Characters of a line that is a minor fault."""
FEW = 2
LETTERS, OPENING = 12, 60
"""A shorter line is not looked for in HTML; of a long one, the opening may stand in a paragraph."""
KINDS = 12
"""So many kinds of faults are printed."""


class Marked(NamedTuple):
    """A page, what readers say of each of its lines, and the kinds of those that were wrong."""

    record: dict[str, Any]
    text: str
    lines: list[tuple[int, int]]
    own: list[bool]
    kinds: dict[int, str]


class Fault(NamedTuple):
    """A line that is lost or foreign."""

    kind: str
    text: str


def marked(shared: Path, part: str) -> Iterator[Marked]:
    """The marked pages of a part whose text is still what was read."""
    wanted = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["part"] == part:
            wanted[label["source"], label["id"]] = label
    for source in sorted({source for source, _ in wanted}):
        path = shared / "data" / "pages" / f"{source}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                record = json.loads(row)
                label = wanted.get((source, record["id"]))
                if label and len(record["views"].get(label["view"], "")) == label["length"]:
                    yield _marked(record, label)


def _marked(record: dict[str, Any], label: dict[str, Any]) -> Marked:
    text, lines, at = record["views"][label["view"]], [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    own = [any(a <= start and end <= b for a, b in label["body"]) for start, end in lines]
    kinds = {start: kind for start, _, kind in label.get("kinds", ())}
    return Marked(record, text, lines, own, kinds)


def faults_of_text(page: Marked) -> list[Fault] | None:
    """The wrong lines of the page as copied text; None where it is refused."""
    try:
        article = newsclean.clean(page.text)
    except NewscleanError:
        return None
    covered = bytearray(len(page.text))
    for paragraph in article.paragraphs:
        covered[paragraph.start : paragraph.end] = b"\1" * (paragraph.end - paragraph.start)
    found = []
    for (start, end), own in zip(page.lines, page.own, strict=True):
        places = [at for at in range(start, end) if not page.text[at].isspace()]
        if (2 * sum(covered[at] for at in places) > len(places)) != own:
            found.append(_fault(page, start, end, own=own))
    return found


def by_newsclean(data: bytes) -> list[str] | None:
    """The paragraphs of a page of HTML; None where it is refused."""
    try:
        return [paragraph.text for paragraph in newsclean.clean(data).paragraphs]
    except NewscleanError:
        return None


def by_trafilatura(data: bytes) -> list[str] | None:
    """What trafilatura 2 keeps of a page of HTML, without comments."""
    import trafilatura

    text = trafilatura.extract(data, include_comments=False)
    return text.split("\n") if text else None


def faults_of_html(page: Marked, kept_texts: Sequence[str] | None) -> list[Fault] | None:
    """The wrong lines of the page as HTML, of which these paragraphs are kept."""
    if kept_texts is None:
        return None
    paragraphs = [_letters(text) for text in kept_texts]
    whole, everything = set(paragraphs), "".join(paragraphs)
    lines = [_letters(page.text[start:end]) for start, end in page.lines]
    body = {line for line, own in zip(lines, page.own, strict=True) if own}
    found = []
    for (start, end), line, own in zip(page.lines, lines, page.own, strict=True):
        if len(line) < LETTERS:
            continue
        if own:
            kept = line in everything or (
                len(line) > 2 * OPENING
                and line[:OPENING] in everything
                and line[-OPENING:] in everything
            )
        else:
            kept = line not in body and (
                line in whole
                or any(line in other for other in paragraphs if len(line) > 0.7 * len(other))
            )
        if kept != own:
            found.append(_fault(page, start, end, own=own))
    return found


def _fault(page: Marked, start: int, end: int, *, own: bool) -> Fault:
    kind = page.kinds.get(start, "line")
    return Fault(f"{kind} {'lost' if own else 'kept'}", " ".join(page.text[start:end].split()))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def grade(page: Marked, faults: Sequence[Fault] | None) -> str:
    """Right, minor or bad."""
    if not any(page.own):
        return "right" if faults is None else "bad"
    if faults is None:
        return "bad"
    if len(faults) <= FEW and all(len(fault.text) < SHORT for fault in faults):
        return "minor" if faults else "right"
    return "bad"


def main() -> None:
    """Print a table of grades and the commonest kinds of faults."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    if not (asked.shared / "data" / "pages").is_dir():
        print(f"{asked.shared} is not there: nothing is measured")
        return
    grades: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for page in marked(asked.shared, asked.part):
        data = gzip.decompress((asked.shared / "data/pages" / page.record["html"]).read_bytes())
        found = [("copied text", faults_of_text(page))]
        found.append(("HTML", faults_of_html(page, by_newsclean(data))))
        if find_spec("trafilatura"):
            found.append(("HTML, by trafilatura", faults_of_html(page, by_trafilatura(data))))
        for form, faults in found:
            grades[form][grade(page, faults)] += 1
            for fault in faults or ():
                kinds[form][fault.kind].add(page.record["id"])
                if asked.verbose:
                    print(f"{form} {page.record['id']}: {fault.kind}: {fault.text[:SHORT]}")
    print(f"Pages of {asked.part} whose body is right, by readers:\n")
    print("| input | pages | right | minor | bad |\n|---|---|---|---|---|")
    for form, count in grades.items():
        cells = " | ".join(str(count[name]) for name in ("right", "minor", "bad"))
        print(f"| {form} | {count.total()} | {cells} |")
    for form, told in kinds.items():
        most = sorted(((len(ids), kind) for kind, ids in told.items()), reverse=True)[:KINDS]
        print(f"\n{form}, kinds by pages: {', '.join(f'{kind} {many}' for many, kind in most)}")


if __name__ == "__main__":
    main()
