"""Title, author, date beside the peers: `python tests/benchmarks/fields.py [--shared ../shared]`.

Prints, as Markdown, how often each field is given and right on the article pages of the `dev`
split. newsclean reads them from the copied text alone (innerText), and from the HTML; the peers
read the HTML. A title is right when it shares 80 % of its words with the stated one (F1), an
author when two thirds of the words of the names are the same, a date when the day is. A second
table is of the pages of which readers wrote down what is printed, `labels/fields.jsonl`.
`--split train` prints that table of the 1,835 training pages, by newsclean alone.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import newsclean

Fields = dict[str, str | None]
System = Callable[[dict[str, Any]], Fields]

LABELS = Path(__file__).parent / "labels" / "fields.jsonl"
OUTCOMES = ("right", "wrong", "missing", "extra")
NO_NAMES = {"and", "by", "dr", "md", "phd", "mba"}
COLUMNS = (
    ("wcxb", "title"),
    ("wcxb", "author"),
    ("wcxb", "date"),
    ("n4k", "title"),
    ("fundus", "title"),
)


def pages(shared: Path, source: str, split: str = "dev") -> Iterator[dict[str, Any]]:
    """The records of a split of a collection, each with its HTML as bytes."""
    folder = shared / "data" / "pages"
    with gzip.open(folder / f"{source}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["split"] == split:
                with gzip.open(folder / record["html"], "rb") as handle:
                    record["bytes"] = handle.read()
                yield record


def from_text(record: dict[str, Any]) -> Fields:
    return _ours(record["views"]["innertext"])


def from_html(record: dict[str, Any]) -> Fields:
    return _ours(record["bytes"])


def _ours(page: str | bytes) -> Fields:
    try:
        known = newsclean.clean(page).metadata
    except (newsclean.NoArticleError, newsclean.InputError):
        return {}
    values = {"title": known.title, "author": known.byline, "date": known.date}
    return {name: field.value if field else None for name, field in values.items()}


OURS: dict[str, System] = {"newsclean, text alone": from_text, "newsclean, HTML": from_html}


def systems() -> dict[str, System]:
    """newsclean and the peers that are installed."""
    found = dict(OURS)
    peers = (
        ("trafilatura, HTML", _trafilatura),
        ("newspaper4k, HTML", _newspaper),
        ("htmldate, HTML", _htmldate),
    )
    for name, make in peers:
        try:
            found[name] = make()
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
    return found


def _trafilatura() -> System:
    extract = importlib.import_module("trafilatura").extract_metadata

    def read(record: dict[str, Any]) -> Fields:
        known = extract(record["bytes"], default_url=record.get("url"))
        if known is None:
            return {}
        return {"title": known.title, "author": known.author, "date": known.date}

    return read


def _newspaper() -> System:
    article = importlib.import_module("newspaper").article

    def read(record: dict[str, Any]) -> Fields:
        text = record["bytes"].decode("utf-8", "replace")
        url = record.get("url") or "http://localhost/"
        try:
            # else it fetches the pictures of each page, and waits where there is no network
            known = article(url, input_html=text, language="en", fetch_images=False)
        except Exception:  # noqa: BLE001 - a page it fails on counts as not read
            return {}
        date = known.publish_date
        return {
            "title": known.title,
            "author": ", ".join(known.authors),
            "date": date.strftime("%Y-%m-%d") if hasattr(date, "strftime") else date,
        }

    return read


def _htmldate() -> System:
    find_date = importlib.import_module("htmldate").find_date

    def read(record: dict[str, Any]) -> Fields:
        text = record["bytes"].decode("utf-8", "replace")
        return {"date": find_date(text, url=record.get("url"), original_date=True)}

    return read


def readers_pages(shared: Path, split: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The pages of `split` whose fields readers wrote down, with what the text prints of each."""
    listed = LABELS.read_text(encoding="utf-8").splitlines()
    labels = {line["id"]: line for line in map(json.loads, listed) if line["split"] == split}
    for source in sorted({line["source"] for line in labels.values()}):
        for record in pages(shared, source, split):
            if label := labels.get(record["id"]):
                yield record, printed(label, record["views"]["innertext"])


def printed(label: dict[str, Any], text: str) -> dict[str, str | None]:
    """The fields that a label gives of a text; None where the reader found none printed."""
    found: dict[str, str | None] = {}
    if "title" in label:
        found["title"] = text[slice(*label["title"])] if label["title"] else None
    if "authors" in label:
        found["author"] = ", ".join(text[slice(*span)] for span in label["authors"]) or None
    if "date" in label:
        found["date"] = label["date"]
    return found


def is_same(name: str, value: str, gold: str) -> bool:
    """Is a value what the reader wrote, letter by letter; of names in any order?"""
    if name == "date":
        return value[:10] == gold[:10]
    parts = ([text] if name == "title" else text.split(", ") for text in (value, gold))
    first, second = (sorted("".join(filter(str.isalnum, p.lower())) for p in ps) for ps in parts)
    return first == second


def print_readers(shared: Path, split: str, compared: dict[str, System]) -> None:
    """The table of what readers found printed: right, wrong, missing, and given without."""
    read_pages = list(readers_pages(shared, split))
    print("\n| system | title | author | date |\n|---|---|---|---|")
    for system, read in compared.items():
        counts: dict[str, Counter[str]] = {
            "title": Counter(),
            "author": Counter(),
            "date": Counter(),
        }
        answered = set[str]()
        for record, gold in read_pages:
            fields = read(record)
            answered.update(name for name, value in fields.items() if value)
            for name, wanted in gold.items():
                value = fields.get(name)
                if value and wanted:
                    counts[name]["right" if is_same(name, value, wanted) else "wrong"] += 1
                elif wanted:
                    counts[name]["missing"] += 1
                else:
                    counts[name]["extra" if value else "right"] += 1
        shares = [
            " / ".join(f"{count[kind] / max(1, count.total()):.3f}" for kind in OUTCOMES)
            if name in answered
            else ""
            for name, count in counts.items()
        ]
        print(f"| {system} | " + " | ".join(shares) + " |")
    print(
        f"\nBy what readers found printed, {len(read_pages)} {split} pages: share of pages that "
        "is right (none given where none is printed counts) / wrong / missing / given though none "
        "is printed, letter by letter. What the HTML states and does not print is in the last one."
    )


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def alike(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def is_right(name: str, value: str, gold: str) -> bool:
    if name == "date":
        return value[:10] == gold[:10]
    if name == "title":
        return alike(words(value), words(gold)) >= 0.8
    people = (Counter(set(words(text)) - NO_NAMES) for text in (value, gold))
    first, second = (Counter({w: 1 for w in names if len(w) > 1}) for names in people)
    return alike(first, second) >= 0.66


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--split", choices=("dev", "train"), default="dev")
    arguments = parser.parse_args()
    shared = arguments.shared
    if not (shared / "data" / "pages").is_dir():
        print(f"no labelled pages at {shared}: nothing to measure")
        return
    warnings.simplefilter("ignore")
    if arguments.split == "train":
        print_readers(shared, "train", OURS)
        return
    compared = systems()
    records = {source: list(pages(shared, source)) for source in dict(COLUMNS)}
    heads = [f"{source} {name}" for source, name in COLUMNS]
    print("| system | " + " | ".join(heads) + " | ms a page |")
    print("|---|" + "---|" * (len(heads) + 1))
    for system, read in compared.items():
        cells, spent, count = [], 0.0, 0
        results: dict[str, list[Fields]] = {}
        for source, found in records.items():
            started = time.process_time()
            results[source] = [read(record) for record in found]
            spent += time.process_time() - started
            count += len(found)
        for source, name in COLUMNS:
            right = wrong = given = stated = missing = 0
            for record, fields in zip(records[source], results[source], strict=True):
                gold, value = record.get(name), fields.get(name)
                given += bool(value)
                stated += bool(gold)
                correct = bool(gold and value and is_right(name, value, gold))
                right += correct
                wrong += bool(value) and not correct
                missing += bool(gold) and not value
            precision, recall = right / max(1, given), right / max(1, stated)
            if not given:
                cells.append("")
                continue
            share, none = wrong / len(results[source]), missing / max(1, stated)
            cells.append(f"{recall:.3f} ({precision:.2f} / {share:.2f} / {none:.2f})")
        print(f"| {system} | " + " | ".join(cells) + f" | {1000 * spent / count:.1f} |")
    counts = ", ".join(f"{source} {len(found)}" for source, found in records.items())
    print(
        "\nShare of the stated values that is right (precision / wrong, as a share of all pages / "
        f"none given, as a share of the stated) on the dev pages: {counts}."
    )
    print_readers(shared, "dev", compared)


if __name__ == "__main__":
    main()
