"""What repeated lines give: `python tests/benchmarks/repeated.py [--shared ../shared]`.

Prints, as Markdown, for the sites that have at least two pages in the shared data: how much of
the boilerplate recurs and how much of the body; and the F1 (4-gram shingles) of cleaning their
`dev` pages alone, and with what the pages of the site teach (as `newsclean batch` does).
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
from newsclean.cleaning import site_profile
from newsclean.cleaning.lines.segment import segment
from newsclean.document import SiteProfile
from newsclean.sources import read
from newsclean.training.cleaning.labels import label

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


def recurring(found: dict[str, list[dict[str, Any]]]) -> None:
    """How many lines of boilerplate and of body recur on another page of the site."""
    counted: Counter[tuple[int, bool, bool]] = Counter()
    for records in found.values():
        profile = site_profile.learn([record["lines"] for record in records])
        for record in records:
            kept, _ = label([line.text for line in record["lines"]], record["gold"])
            known = site_profile.counts(profile, record["lines"])
            for index, line in enumerate(record["lines"]):
                counted[len(line.text.split()), bool(kept[index]), index in known] += 1
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


def cleaned(text: str, site: SiteProfile | None) -> str:
    try:
        return cleaning.clean(read.from_text(text), site=site).text
    except newsclean.NoArticleError:
        return ""


def gain(shared: Path, view: str, least: int) -> None:
    """F1 of dev pages alone, and with the lines that all pages of their site taught (no labels)."""
    sys.path.insert(0, str(shared / "bench"))
    from score_pages import corpus_scores, page_counts

    counts: dict[str, list[tuple[int, int, int]]] = {"the page alone": [], "with its site": []}
    for records in sites(shared, view).values():
        if len(records) < least:
            continue
        profile = site_profile.learn([record["lines"] for record in records])
        for record in records:
            if record["split"] == "dev":
                for name, site in zip(counts, (None, profile), strict=True):
                    body = cleaned(record["views"][view], site)
                    counts[name].append(page_counts(record["gold"], body))
    for name, found in counts.items():
        scores = corpus_scores(found)
        cells = [f"{scores[key]:.4f}" for key in ("precision", "recall", "f1", "mean_page_f1")]
        print(f"| {view} | {least} | {scores['pages']} | {name} | {' | '.join(cells)} |")


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
    print(
        "\n| view | pages of the site, at least | dev pages | newsclean | P | R | F1 | page mean |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for view in ("innertext", "dump"):
        for least in (2, 4):
            gain(shared, view, least)


if __name__ == "__main__":
    main()
