"""Speed: text pages through the whole pipeline beside trafilatura on the same pages' HTML.

CPU time, the least of several rounds over the same pages, after one round to warm up; then a batch
with one worker and with two in turn, by the clock, once of these pages and once of more, where the
time that workers take to start is a smaller part.

    python tests/benchmarks/speed.py [--shared ../shared] [--pages 60] [--rounds 3]
"""

# ruff: noqa: E402 - numpy reads how many threads it may have when it is imported
from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

from newsclean import pipeline
from newsclean.batch import Job, Plan, run
from newsclean.document import Document
from newsclean.errors import NewscleanError
from newsclean.options import Options
from newsclean.sources import read
from newsclean.training import corpora

MORE = 240
"""Pages of the larger batch."""
VIEWS = ("innertext", "inscriptis", "dump")


def sample(shared: Path, count: int) -> Iterator[tuple[dict[str, Any], bytes]]:
    """Development pages of each collection in turn, with their HTML."""
    each = [corpora.pages(shared, source, "dev") for source in corpora.ARTICLE_SOURCES]
    mixed = (page for row in itertools.zip_longest(*each) for page in row if page)
    for page in itertools.islice(mixed, count):
        yield page, corpora.page_html(shared, page)


def cpu(work: Callable[[Any], object], items: list[Any], rounds: int) -> float:
    """Milliseconds of CPU an item, in the fastest of several rounds."""
    times = []
    for _ in range(rounds + 1):
        begun = time.process_time()
        for item in items:
            work(item)
        times.append(time.process_time() - begun)
    return 1000 * min(times[1:]) / len(items)


def digested(document: Document) -> None:
    """The whole pipeline: clean, sentences, quotes, summary."""
    with contextlib.suppress(NewscleanError):
        pipeline.digest_document(document)


def cleaned(document: Document) -> None:
    """The first stage alone."""
    with contextlib.suppress(NewscleanError):
        pipeline.clean_document(document)


def clocked(folder: Path, jobs: int) -> tuple[float, float, float]:
    """Seconds that a batch takes by the clock, and CPU seconds of this process and its workers."""
    with tempfile.TemporaryDirectory() as out:
        plan = Plan((str(folder),), out, Job(Options(), "json"), jobs=jobs, quiet=True)
        begun, before = time.perf_counter(), os.times()
        run(plan, lambda _: None)
        seconds, after = time.perf_counter() - begun, os.times()
    own = after.user + after.system - before.user - before.system
    theirs = after.children_user + after.children_system
    return seconds, own, theirs - before.children_user - before.children_system


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not (options.shared / "data").is_dir():
        print(f"{options.shared} is not at hand: nothing to measure")
        return
    pages = list(sample(options.shared, options.pages))
    markup = [html for _, html in pages]
    print(f"{len(pages)} development pages, {options.rounds} rounds\n")
    print("| what | CPU ms a page | against trafilatura |")
    print("|---|---|---|")
    base = _trafilatura(markup, options.rounds)
    if base:
        print(f"| trafilatura 2, HTML, cleaning alone | {base:.1f} | 1.0 |")
    for view in VIEWS:
        texts = [page["views"][view] for page, _ in pages]
        took = cpu(lambda text: digested(read.from_text(text)), texts, options.rounds)
        print(f"| newsclean, {view}, everything | {took:.1f} |{_against(base, took)}|")
    texts = [page["views"]["innertext"] for page, _ in pages]
    took = cpu(lambda text: cleaned(read.from_text(text)), texts, options.rounds)
    print(f"| of innertext, cleaning alone | {took:.1f} |{_against(base, took)}|")
    took = cpu(lambda data: digested(read.from_bytes(data)), markup, options.rounds)
    print(f"| newsclean, HTML, everything | {took:.1f} |{_against(base, took)}|\n")
    print("| batch of texts | seconds | pages a second | CPU s of the parent | of the workers |")
    print("|---|---|---|---|---|")
    for count in (options.pages, MORE):
        _scaling(list(sample(options.shared, count)), options.rounds)


def _trafilatura(markup: list[bytes], rounds: int) -> float | None:
    try:
        import trafilatura
    except ImportError:
        print("| trafilatura is not installed | | |")
        return None
    return cpu(trafilatura.extract, markup, rounds)


def _against(base: float | None, took: float) -> str:
    return f" {base / took:.1f} times as fast " if base else " "


def _scaling(pages: list[tuple[dict[str, Any], bytes]], rounds: int) -> None:
    """Batches with one worker and with two, in turn, and the best round of each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page, _ in pages:
            for view in VIEWS:
                (folder / f"{page['id']}-{view}.txt").write_text(page["views"][view], "utf-8")
        count = len(pages) * len(VIEWS)
        took = [[clocked(folder, jobs) for jobs in (1, 2)] for _ in range(rounds)]
    for jobs, each in enumerate(zip(*took, strict=True), 1):
        seconds, own, theirs = min(each)
        print(
            f"| {count}, {jobs} at work | {seconds:.1f} | {count / seconds:.1f} "
            f"| {own:.2f} | {theirs:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
