"""Cleaning by source and place: `python tests/benchmarks/cleaning_sources.py [--every 4]`.

For each view and source of the `dev` pages: F1 of 4-gram shingles; how often the body's opening
is kept and comes first, and how often it is lost; and the share of the body's lines between its
first and last kept one that are not kept. An opening is the first six words of the body, or
twelve characters where words are not spaced; it comes first when it begins within twelve
characters of the start of the article.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import newsclean

SOURCES = ("wcxb", "n4k", "fundus", "daniel", "dragnet")
VIEWS = ("HTML", "innertext", "inscriptis", "dump")
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")
_OPENING_WORDS, _OPENING_CHARS, _FIRST_CHARS = 6, 12, 12
_KEPT = 0.6
"""A line is kept when so much of its word 3-grams is in the article."""


def pages(shared: Path, source: str, every: int) -> Iterator[dict[str, Any]]:
    """One in `every` of the dev records of a collection, without those of suspect bodies."""
    folder, number = shared / "data" / "pages", 0
    with gzip.open(folder / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["split"] != "dev" or record.get("gold_suspect"):
                continue
            number += 1
            if number % every:
                continue
            with gzip.open(folder / record["html"], "rb") as handle:
                record["bytes"] = handle.read()
            yield record


def opening(gold: str, article: str) -> str:
    """What became of the body's opening: "first", "later" or "lost"."""
    if _UNSPACED.search(gold[:40]):
        wanted = "".join(_WORD.findall(gold))[:_OPENING_CHARS]
        text = "".join(_WORD.findall(article))
    else:
        wanted = " ".join(_WORD.findall(gold.lower())[:_OPENING_WORDS])
        text = " ".join(_WORD.findall(article.lower()))
    at = text.find(wanted)
    return "lost" if at < 0 else "first" if at <= _FIRST_CHARS else "later"


def inner_loss(bench: Any, gold: str, article: str) -> tuple[int, int]:
    """How many lines of the body between its first and last kept one are lost, and all there."""
    words = bench.tokens(article)
    known = set(zip(words, words[1:], words[2:], strict=False))
    text = f" {' '.join(words)} "
    kept = []
    for line in gold.split("\n"):
        found = bench.tokens(line)
        grams = list(zip(found, found[1:], found[2:], strict=False))
        if grams:
            kept.append(sum(gram in known for gram in grams) >= _KEPT * len(grams))
        elif found:
            kept.append(f" {' '.join(found)} " in text)
    if not any(kept):
        return 0, 0
    last = len(kept) - kept[::-1].index(True)
    inside = kept[kept.index(True) : last]
    return inside.count(False), len(inside)


def row(bench: Any, records: list[dict[str, Any]], outputs: list[str]) -> str:
    """The columns of a table for some pages."""
    counts = [
        bench.page_counts(record["gold"], output)
        for record, output in zip(records, outputs, strict=True)
    ]
    scores = bench.corpus_scores(counts)
    places = Counter(
        opening(record["gold"], output) for record, output in zip(records, outputs, strict=True)
    )
    losses = [
        inner_loss(bench, record["gold"], output)
        for record, output in zip(records, outputs, strict=True)
    ]
    lost, inside = (sum(column) for column in zip(*losses, strict=True))
    share = 100 / len(records)
    return (
        f"{len(records)} | {scores['f1']:.3f} ({scores['mean_page_f1']:.3f}) | "
        f"{places['first'] * share:.0f} | {places['lost'] * share:.0f} | "
        f"{100 * lost / max(1, inside):.1f}"
    )


def table(bench: Any, records: list[dict[str, Any]], kept: dict[str, list[str]]) -> None:
    """Prints a row for each view and source; `kept` has newsclean's outputs by view."""
    print("\n| input | source | pages | F1 (page mean) ", end="")
    print("| opening first % | lost % | inner loss % |")
    print("|---|---|---|---|---|---|---|")
    for view, outputs in kept.items():
        groups: dict[str, list[int]] = {}
        for index, record in enumerate(records):
            if view != "HTML" and not record["views"].get(view, "").strip():
                continue
            name = record["source"]
            if name == "daniel":
                name = f"daniel {record['lang']}"
            groups.setdefault(name, []).append(index)
        for name, part in groups.items():
            cells = row(bench, [records[at] for at in part], [outputs[at] for at in part])
            print(f"| {view} | {name} | {cells} |", flush=True)


def main() -> None:
    """Print the table, or say that the shared data are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--every", type=int, default=1, help="one page in so many")
    parser.add_argument("--views", default=",".join(VIEWS))
    arguments = parser.parse_args()
    if not (arguments.shared / "bench").is_dir():
        print(f"{arguments.shared} is not there: nothing to measure")
        return
    sys.path.insert(0, str(arguments.shared / "bench"))
    bench = importlib.import_module("score_pages")
    records = [
        record for source in SOURCES for record in pages(arguments.shared, source, arguments.every)
    ]
    kept: dict[str, list[str]] = {}
    for view in arguments.views.split(","):
        kept[view] = []
        for record in records:
            page = record["bytes"] if view == "HTML" else record["views"].get(view, "")
            try:
                kept[view].append(newsclean.clean(page).text)
            except newsclean.NewscleanError:
                kept[view].append("")
    table(bench, records, kept)


if __name__ == "__main__":
    main()
