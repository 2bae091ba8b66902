"""What newsclean finds, as hashes: `python tests/benchmarks/found.py --write FILE [--jobs 2]`.

For a change that must not change results: write the hashes of the old code, then
`--compare FILE` with the new code names the inputs and the parts that differ. Inputs are
`samples/` and every page of `../shared/data/pages`, its HTML and each of its text views. Parts are
the body, its spans, the quotes, the summary, the fields, the removed spans, and the exit code.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

ROOT = Path(__file__).parent.parent.parent
PARTS = ("exit", "body", "fields", "quotes", "summary", "removed")
Input = tuple[str, str]
"""A key, and where it is read from: a path, or "collection:line:view"."""


def inputs(shared: Path, every: int) -> Iterator[Input]:
    """Every sample, then every page in each of its forms; one page in `every`."""
    for path in sorted((ROOT / "samples").iterdir()):
        yield path.name, str(path)
    folder = shared / "data" / "pages"
    for collection in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(collection, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                record = json.loads(line)
                if zlib.crc32(record["id"].encode()) % every:
                    continue
                if "html" in record:
                    yield f"{record['id']}/html", str(folder / record["html"])
                for view in record.get("views", {}):
                    yield f"{record['id']}/{view}", f"{collection}:{number}:{view}"


_lines: dict[str, list[bytes]] = {}


def content(place: str) -> bytes:
    """The bytes of an input."""
    if ".jsonl.gz:" not in place:
        return gzip.open(place).read() if place.endswith(".gz") else Path(place).read_bytes()
    collection, number, view = place.rsplit(":", 2)
    if collection not in _lines:
        _lines.clear()
        with gzip.open(collection) as handle:
            _lines[collection] = handle.readlines()
    text: str = json.loads(_lines[collection][int(number)])["views"][view]
    return text.encode("utf-8", "surrogatepass")


def found(item: Input) -> tuple[str, dict[str, str]]:
    """The hashes of what newsclean finds in an input."""
    import newsclean
    from newsclean.output.json import as_record

    key, place = item
    try:
        record = as_record(newsclean.digest(content(place)))
    except newsclean.NewscleanError as error:
        return key, {"exit": _hash(int(error.exit_code))}
    fields = ("language", "title", "byline", "date", "site", "metadata", "words")
    return key, {
        "exit": _hash(0),
        "body": _hash(record["article"]),
        "fields": _hash({name: record[name] for name in fields}),
        "quotes": _hash(  # rules may be renamed, and were not named when the first hashes were made
            [{name: quote[name] for name in quote if name != "rule"} for quote in record["quotes"]]
        ),
        "summary": _hash(record["summary"]),
        "removed": _hash([(removal["start"], removal["end"]) for removal in record["removed"]]),
    }


def _hash(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def main() -> None:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--write", type=Path)
    what.add_argument("--compare", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--every", type=int, default=1, help="one page in so many")
    arguments = parser.parse_args()
    chosen = list(inputs(arguments.shared, arguments.every))
    with ProcessPoolExecutor(arguments.jobs) as pool:
        results = dict(pool.map(found, chosen, chunksize=100))
    if arguments.write:
        arguments.write.write_text(json.dumps(results, indent=0, sort_keys=True), encoding="utf-8")
        print(f"{len(results)} inputs written")
        return
    before = json.loads(arguments.compare.read_text(encoding="utf-8"))
    differs: Counter[str] = Counter()
    for key, parts in results.items():
        if key not in before:
            differs["not in the file"] += 1
            continue
        changed = [part for part in PARTS if before[key].get(part) != parts.get(part)]
        differs.update(changed)
        if changed and sum(differs.values()) < 60:
            print(f"{key}: {', '.join(changed)}")
    print(f"{len(results)} inputs compared; {dict(differs) or 'no difference'}")
    sys.exit(bool(differs))


if __name__ == "__main__":
    main()
