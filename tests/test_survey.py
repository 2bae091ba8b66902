"""What recurs between the records of one collection is found as it is in a folder."""

from __future__ import annotations

import gzip
import itertools
import json
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from batches import batch, tree
from newsclean.batch import Job, Plan, run
from newsclean.batch import survey as module
from newsclean.batch.listing import Source
from newsclean.batch.tasks import Result, Task, perform
from newsclean.options import Options
from newsclean.sources import collections, mapping
from newsclean.sources.record import Record

APPEAL = "Reporting like this takes time and care, and readers in nine valleys keep it going."
ARTICLES = json.loads((Path(__file__).parent / "cases" / "one_site.json").read_text("utf-8"))
LEAD = Options(method="lead")


def with_appeal(article: str) -> str:
    """An article with the appeal as its third paragraph."""
    paragraphs = article.split("\n\n")
    return "\n\n".join([*paragraphs[:2], APPEAL, *paragraphs[2:]])


PAGES = [with_appeal(article) for article in ARTICLES]
Page = tuple[str, str]
"""The host and the text of a page."""


def write_json_lines(path: Path, pages: Sequence[Page]) -> None:
    lines = [
        json.dumps({"text": text} | ({"url": f"https://{host}/{number}"} if host else {}))
        for number, (host, text) in enumerate(pages)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")


def write_mailbox(path: Path, pages: Sequence[Page]) -> None:
    path.write_text(
        "".join(
            f"From a@b.example Mon Mar  2 00:00:00 2026\nFrom: a@b.example\nTo: c@d.example\n"
            f"Subject: {text.splitlines()[0]}\nContent-Type: text/plain; charset=utf-8\n\n"
            f"{text}\n\n"
            for _, text in pages
        ),
        encoding="utf-8",
    )


def write_archive(path: Path, pages: Sequence[Page]) -> None:
    pytest.importorskip("fastwarc")
    records = []
    for number, (host, text) in enumerate(pages):
        paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
        page = f"<!doctype html><meta charset=utf-8><body>{paragraphs}</body>"
        payload = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"WARC-Date: 2026-03-02T00:00:00Z\r\nWARC-Target-URI: https://{host}/{number}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}"
        )
        records.append(head.encode() + b"\r\n\r\n" + payload + b"\r\n\r\n")
    path.write_bytes(b"".join(records))


def write_parquet(path: Path, pages: Sequence[Page]) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    columns = {
        "text": [text for _, text in pages],
        "url": [f"https://{host}/{number}" for number, (host, _) in enumerate(pages)],
    }
    parquet.write_table(pa.table(columns), path)


def texts(out: Path) -> dict[str, str]:
    """The articles in an output folder, by the name of their file."""
    return {
        name.rpartition("/")[2]: json.loads(data)["article"]["text"]
        for name, data in tree(out).items()
    }


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("news.jsonl", write_json_lines),
        ("news.mbox", write_mailbox),
        ("Inbox", write_mailbox),
        ("crawl.warc", write_archive),
        ("news.parquet", write_parquet),
    ],
)
def test_lines_that_recur_in_a_collection_are_removed(tmp_path, name, write) -> None:
    """An appeal that reads like the article is given away by standing in every record."""
    write(tmp_path / name, [("hills.example", page) for page in PAGES])
    batch(tmp_path / name, out=tmp_path / "out", options=LEAD)
    found = texts(tmp_path / "out")
    assert len(found) == len(PAGES)
    assert not any(APPEAL in text for text in found.values())


def test_records_without_an_address_count_as_one_site(tmp_path: Path) -> None:
    """A collection that states no addresses is taken for a site, as a folder is."""
    write_json_lines(tmp_path / "news.jsonl", [("", page) for page in PAGES])
    batch(tmp_path / "news.jsonl", out=tmp_path / "out", options=LEAD)
    assert not any(APPEAL in text for text in texts(tmp_path / "out").values())


def test_what_recurs_on_one_site_stays_on_another(tmp_path: Path) -> None:
    """Records are told apart by host, whatever their order; `www.` makes no other host."""
    pages = [(("www." if n % 2 else "") + "hills.example", page) for n, page in enumerate(PAGES)]
    others = [("lakes.example", article) for article in ARTICLES]
    others[3] = ("lakes.example", PAGES[3])
    mixed = [page for pair in zip(pages, others, strict=True) for page in pair]
    write_json_lines(tmp_path / "news.jsonl", mixed)
    batch(tmp_path / "news.jsonl", out=tmp_path / "out", options=LEAD)
    assert [name for name, text in texts(tmp_path / "out").items() if APPEAL in text] == ["8.json"]


def test_a_changed_record_does_not_bring_the_others_back(tmp_path: Path) -> None:
    """Records are done again when other lines recur, not when one of the records changes."""
    pages = [("", page) for page in PAGES]
    write_json_lines(tmp_path / "news.jsonl", pages)
    out = tmp_path / "out"
    assert batch(tmp_path / "news.jsonl", out=out, options=LEAD).unchanged == 0
    assert batch(tmp_path / "news.jsonl", out=out, options=LEAD).unchanged == len(pages)
    pages[3] = ("", PAGES[3] + "\n\nThe dig goes on.")
    write_json_lines(tmp_path / "news.jsonl", pages)
    assert batch(tmp_path / "news.jsonl", out=out, options=LEAD).unchanged == len(pages) - 1
    batch(tmp_path / "news.jsonl", out=tmp_path / "fresh", options=LEAD)
    assert tree(out) == tree(tmp_path / "fresh")


def test_results_do_not_depend_on_the_number_of_workers(tmp_path: Path) -> None:
    """Two workers, who finish records in any order, write what none at all writes."""
    write_json_lines(tmp_path / "news.jsonl", [("", page) for page in PAGES])
    batch(tmp_path / "news.jsonl", out=tmp_path / "inline", options=LEAD)
    plan = Plan(
        (str(tmp_path / "news.jsonl"),),
        str(tmp_path / "out"),
        Job(LEAD, "json"),
        jobs=2,
        quiet=True,
    )
    assert run(plan, print).ok == len(PAGES)
    assert tree(tmp_path / "out") == tree(tmp_path / "inline")


def test_the_parent_leaves_all_that_is_heavy_to_its_workers(tmp_path: Path) -> None:
    """Numpy and the stages are loaded in workers alone, while no article waits for the parent."""
    write_json_lines(tmp_path / "news.jsonl", [("", page) for page in PAGES])
    code = (
        "import sys\n"
        "from newsclean.batch import Job, Plan, run\n"
        "from newsclean.options import Options\n"
        "if __name__ == '__main__':\n"
        "    plan = Plan((sys.argv[1],), sys.argv[2], Job(Options(), 'json'), jobs=1, quiet=True)\n"
        "    assert run(plan, print).ok\n"
        "    print(*{name.partition('.')[0] for name in sys.modules} & {'numpy', 'lxml', 'nltk'})\n"
        "    print(*(name for name in sys.modules if name.startswith('newsclean.cleaning')))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "news.jsonl"), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.split() == []
    assert not any(APPEAL in text for text in texts(tmp_path / "out").values())


def test_a_broken_collection_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """Bad records and a cut end are complained of once, and the rest is cleaned as a site."""
    write_json_lines(tmp_path / "plain", [("", page) for page in PAGES])
    data = (tmp_path / "plain").read_bytes().replace(b"\n", b"\n{\n", 1)
    packed = gzip.compress(data + b"\n" + random.Random(1).randbytes(200_000))
    (tmp_path / "news.jsonl.gz").write_bytes(packed[:-30])
    said: list[str] = []
    counts = batch(tmp_path / "news.jsonl.gz", out=tmp_path / "out", options=LEAD, complain=said)
    assert counts.ok == len(PAGES)
    assert len(said) == counts.failed
    assert not any(APPEAL in text for text in texts(tmp_path / "out").values())


def test_a_long_collection_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sites are sought among the first records; of the largest ones a dozen pages are read."""
    write_json_lines(tmp_path / "news.jsonl", [("", page) for page in PAGES])
    monkeypatch.setattr(module, "LOOK", 1000)
    monkeypatch.setattr(module, "SITES", 2)
    drawn = 0

    def endless(path: str) -> Iterator[Record]:
        nonlocal drawn
        sites = itertools.cycle(["a", "b", "a", "c", "b", "a", *"defgh"])
        for drawn, site in enumerate(sites, 1):
            value = {"text": PAGES[drawn % len(PAGES)], "url": f"https://{site}.example/"}
            yield mapping.record(f"{path}#{drawn}", value)

    monkeypatch.setattr(collections, "records", endless)
    tasks = []

    def carry_out(given: Iterator[Task]) -> Iterable[Result]:
        for task in given:
            tasks.append(task)
            yield perform(Job(LEAD, "json"), task)

    path = str(tmp_path / "news.jsonl")
    found = module.survey([Source(path, "news.jsonl")], carry_out)
    assert list(found) == [(path, "a.example"), (path, "b.example")]
    assert [task.work for task in tasks].count("lines") == 2 * module.PAGES
    assert drawn <= 1000
