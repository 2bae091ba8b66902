"""Reads the shared data folder: one place that knows its layout and its splits."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

ARTICLE_SOURCES = ("wcxb", "n4k", "fundus")
"""Page collections whose `gold` is a whole article body."""
OLDER_SOURCES = ("daniel", "dragnet")
"""The same of 2006 to 2012; their `gold` is rougher, and cut short where it is suspect."""
ROUGH_WEIGHT = 0.6
"""What a page counts in training whose body is rough, or a program's (a guess)."""
READ_WEIGHT = 1.6
"""What a page counts that a reader marked line by line (a guess; see `data/cleaning/text.md`)."""
SUMMARY_SOURCES = {
    "cnndm_val1000": 0.3,
    "cnndm_train_misc": 0.3,
    "orangesum_fr_train": 0.1,
    "norsumm_nb_dev": 0.5,
    "xsum_en": 0.3,
    "cstnews_pt": 0.5,
    "vietnews_vi_train": 0.3,
}
"""Summary collections, which come without a split, and the share of each that is "dev"."""


FOLDS = 4
"""Into so many parts domains are divided where networks are to read pages of sites unseen."""


def domain_of(record: dict[str, Any]) -> str:
    """The site of a page record: pages of one site are all trained on, or none."""
    if record["source"] == "trafeval":
        return (urlsplit(record["url"]).hostname or str(record["url"])).removeprefix("www.")
    return str(record.get("domain") or record["id"])


def fold_of(domain: str) -> int:
    """The fold of a site, below `FOLDS`."""
    return crc32(domain.encode()) % FOLDS


def write_fold(folder: Path, fold: int, name: str, data: bytes) -> None:
    """Write the weights of a network that did not see a fold to `FOLDER/FOLD/NAME`."""
    path = folder / str(fold) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"{path}: {len(data)} bytes")


def is_older(record: dict[str, Any]) -> bool:
    """Is the page of a collection of 2006 to 2012? `dragnet` is two sources in one file."""
    return record["source"] in (*OLDER_SOURCES, "cleaneval")


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a gzipped JSON Lines file.

    Raises:
        FileNotFoundError: the shared data are not at hand.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def pages(shared: Path, source: str, split: str | None = None) -> Iterator[dict[str, Any]]:
    """Page records of one collection ("wcxb", "n4k", "fundus", "trafeval", "daniel", ...)."""
    for record in records(shared / "data" / "pages" / f"{source}.jsonl.gz"):
        if split is None or record.get("split") == split:
            yield record


def summaries(shared: Path, name: str, split: str | None = None) -> Iterator[dict[str, Any]]:
    """Records of one summary collection, their `split` set by the hash of their `id`."""
    for record in records(shared / "data" / "summaries" / f"{name}.jsonl.gz"):
        digest = hashlib.md5(record["id"].encode(), usedforsecurity=False).hexdigest()
        dev = int(digest, 16) % 10 < round(SUMMARY_SOURCES[name] * 10)
        record["split"] = "dev" if dev else "train"
        if split is None or record["split"] == split:
            yield record


def page_html(shared: Path, record: dict[str, Any]) -> bytes:
    """The HTML of a page record, as bytes."""
    return gzip.decompress((shared / "data" / "pages" / str(record["html"])).read_bytes())
