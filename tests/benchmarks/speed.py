"""Speed: text pages through the whole pipeline beside trafilatura on the same pages' HTML.

CPU time, of each page the least of several rounds, after one round to warm up; then a batch
with one worker and with two in turn, by the clock, once of these pages and once of more, where the
time that workers take to start is a smaller part.

    python tests/benchmarks/speed.py [--shared ../shared] [--pages 60] [--rounds 3]
"""

# ruff: noqa: E402 - numpy reads how many threads it may have when it is imported
from __future__ import annotations

import argparse
import contextlib
import importlib
import itertools
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"

from newsclean import pipeline
from newsclean.batch import Job, Plan, run
from newsclean.document import Document
from newsclean.errors import NewscleanError
from newsclean.gc_policy import collect_seldom
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


def cpu(
    systems: Mapping[str, tuple[Callable[[Any], object], list[Any]]], rounds: int
) -> list[float]:
    """Milliseconds of CPU a page for each system, of each page the least of several rounds.

    A page goes through all systems before the next one does: whatever else the machine is doing
    slows all of them alike.
    """
    count = min(len(items) for _, items in systems.values())
    least = {name: [float("inf")] * count for name in systems}
    for number in range(rounds + 1):
        for place in range(count):
            for name, (work, items) in systems.items():
                begun = time.process_time()
                work(items[place])
                if number:
                    spent = time.process_time() - begun
                    least[name][place] = min(least[name][place], spent)
    return [1000 * sum(times) / count for times in least.values()]


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
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if not (options.shared / "data").is_dir():
        print(f"{options.shared} is not at hand: nothing to measure")
        return
    collect_seldom()  # as in the command and in the workers of a batch; for trafilatura as well
    pages = list(sample(options.shared, options.pages))
    markup = [html for _, html in pages]
    print(f"{len(pages)} development pages, {options.rounds} rounds\n")
    print("| what | CPU ms a page | against trafilatura |")
    print("|---|---|---|")
    systems: dict[str, tuple[Callable[[Any], object], list[Any]]] = {}
    with contextlib.suppress(ImportError):
        trafilatura = importlib.import_module("trafilatura")
        systems["trafilatura 2, HTML, cleaning alone"] = trafilatura.extract, markup
    for view in VIEWS:
        texts = [page["views"][view] for page, _ in pages]
        systems[f"newsclean, {view}, everything"] = _through(digested, read.from_text), texts
    texts = [page["views"]["innertext"] for page, _ in pages]
    systems["of innertext, cleaning alone"] = _through(cleaned, read.from_text), texts
    systems["newsclean, HTML, everything"] = _through(digested, read.from_bytes), markup
    systems["of HTML, cleaning alone"] = _through(cleaned, read.from_bytes), markup
    took = cpu(systems, options.rounds)
    base = took[0] if len(took) == len(VIEWS) + 4 else None
    for name, spent in zip(systems, took, strict=True):
        print(f"| {name} | {spent:.1f} |{_against(base, spent)}|")
    print("\n| batch of texts | seconds | pages a second | CPU s of the parent | of the workers |")
    print("|---|---|---|---|---|")
    for count in (options.pages, MORE):
        _scaling(list(sample(options.shared, count)), options.rounds)


def _through(
    work: Callable[[Document], object], reader: Callable[[Any], Document]
) -> Callable[[Any], object]:
    return lambda data: work(reader(data))


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
