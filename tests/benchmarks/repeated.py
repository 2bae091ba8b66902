"""What repeated lines give: `python tests/benchmarks/repeated.py [--shared ../shared]`.

Prints, as Markdown, for the sites that have at least two pages in the shared data: how much of
the boilerplate recurs and how much of the body; and the F1 (4-gram shingles) of cleaning the
`dev` pages of such sites with what the *other* pages of their site taught, beside without it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsclean
from newsclean import cleaning
from newsclean.cleaning.lines import segment
from newsclean.cleaning.repeated import SiteProfile, learn
from newsclean.sources import read
from newsclean.training.labels import label

SOURCES = ("wcxb", "n4k", "fundus")
LENGTHS = ((1, 2), (3, 5), (6, 12), (13, 30), (31, 10_000))


def pages(shared: Path) -> Iterator[dict[str, Any]]:
    for source in SOURCES:
        path = shared / "data" / "pages" / f"{source}.jsonl.gz"
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def sites(shared: Path, view: str) -> dict[str, list[dict[str, Any]]]:
    """Site -> its pages, with their lines; only sites with two pages or more."""
    found = defaultdict(list)
    for record in pages(shared):
        if record.get("domain") and record["views"][view].strip():
            record["lines"] = segment(record["views"][view])
            found[record["domain"]].append(record)
    return {site: records for site, records in sorted(found.items()) if len(records) > 1}


def others(records: list[dict[str, Any]], left_out: dict[str, Any]) -> SiteProfile:
    return learn([record["lines"] for record in records if record is not left_out])


def recurring(found: dict[str, list[dict[str, Any]]]) -> None:
    """How many lines of boilerplate and of body recur on another page of the site."""
    counted: Counter[tuple[int, bool, bool]] = Counter()
    for records in found.values():
        profile = learn([record["lines"] for record in records])
        for record in records:
            kept, _ = label([line.text for line in record["lines"]], record["gold"])
            counts = profile.counts(record["lines"])
            for index, line in enumerate(record["lines"]):
                counted[len(line.text.split()), bool(kept[index]), index in counts] += 1
    print("| words in the line | boilerplate lines that recur | body lines that recur |")
    print("|---|---|---|")
    for low, high in LENGTHS:
        cells = []
        for body in (False, True):
            yes, no = (
                sum(
                    n
                    for (words, kept, rec), n in counted.items()
                    if low <= words <= high and kept == body and rec == recurs
                )
                for recurs in (True, False)
            )
            cells.append(f"{100 * yes / max(1, yes + no):.1f} % of {yes + no}")
        print(
            f"| {low} to {high} | {cells[0]} | {cells[1]} |"
            if high < 1000
            else f"| {low} and more | {cells[0]} | {cells[1]} |"
        )


def cleaned(text: str, site: str | None) -> str:
    try:
        return cleaning.clean(read.from_text(text), site=site).text
    except newsclean.NoArticleError:
        return ""


def gain(shared: Path, found: dict[str, list[dict[str, Any]]], view: str, least: int) -> None:
    """F1 with and without what the other pages of the site taught."""
    sys.path.insert(0, str(shared / "bench"))
    from score_pages import corpus_scores, page_counts

    counts: dict[bool, list[tuple[int, int, int]]] = {False: [], True: []}
    for records in found.values():
        for record in records:
            if record["split"] == "dev" and len(records) > least:
                text, profile = record["views"][view], others(records, record).dumps()
                for known in (False, True):
                    body = cleaned(text, profile if known else None)
                    counts[known].append(page_counts(record["gold"], body))
    for known, name in ((False, "the page alone"), (True, "with the site's other pages")):
        scores = corpus_scores(counts[known])
        print(
            f"| {view} | {least} | {scores['pages']} | {name} | {scores['f1']:.4f} "
            f"| {scores['mean_page_f1']:.4f} |"
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    if not (shared / "data" / "pages").is_dir():
        print(f"no labelled pages at {shared}: nothing to measure")
        return
    found = sites(shared, "innertext")
    print(f"{len(found)} sites, {sum(map(len, found.values()))} pages\n")
    recurring(found)
    print("\n| view | other pages, at least | dev pages | newsclean | F1 | page mean |")
    print("|---|---|---|---|---|---|")
    for least in (1, 2, 3):
        gain(shared, found, "innertext", least)


if __name__ == "__main__":
    main()
