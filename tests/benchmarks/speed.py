"""Speed: text pages through the whole pipeline beside other systems on the same pages' HTML.

CPU time, each page through all systems in turn, of each page the least of several rounds, after
one round to warm up. Then the command `batch` with its start, one worker, beside trafilatura alone;
what a call from a user's own process takes, of the calling thread and of all; and a batch with one
worker and with two in turn, by the clock, once of these pages and once of more, where the time that
workers take to start is a smaller part.

    python tests/benchmarks/speed.py [--shared ../shared] [--pages 60] [--rounds 3]
"""

# ruff: noqa: E402 - numpy reads how many threads it may have when it is imported
from __future__ import annotations

import argparse
import contextlib
import importlib
import itertools
import os
import resource
import subprocess
import sys
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
WITH_START = 150
"""Pages of the batch whose start is counted."""
PEERS = ("trafilatura", "jusText", "readability-lxml", "resiliparse")
USE = """
import sys, time
from pathlib import Path
import newsclean
pages = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).iterdir())]
def each():
    for page in pages:
        try:
            newsclean.digest(page)
        except newsclean.NewscleanError:
            pass
each()
own, every = time.thread_time(), time.process_time()
each()
print(time.thread_time() - own, time.process_time() - every)
"""
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


def explained(document: Document) -> None:
    """The whole pipeline, and the reason of every line that goes, as JSON and reports show it."""
    with contextlib.suppress(NewscleanError):
        pipeline.digest_document(document, wanted=pipeline.EVERYTHING)


def summarized(document: Document) -> None:
    """What `--show summary` needs: no quotes are looked for."""
    with contextlib.suppress(NewscleanError):
        pipeline.digest_document(document, wanted=frozenset({pipeline.SUMMARY}))


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
    peers = importlib.import_module("cleaning").html_systems()
    for name in PEERS:
        if name in peers:
            systems[f"{name}, HTML, cleaning alone"] = peers[name], markup
    for view in VIEWS:
        texts = [page["views"][view] for page, _ in pages]
        systems[f"newsclean, {view}, everything"] = _through(digested, read.from_text), texts
    texts = [page["views"]["innertext"] for page, _ in pages]
    named = _through(explained, read.from_text), texts
    systems["of innertext, everything, each removal's reason named"] = named
    systems["of innertext, as `--show summary`"] = _through(summarized, read.from_text), texts
    systems["of innertext, cleaning alone"] = _through(cleaned, read.from_text), texts
    systems["newsclean, HTML, everything"] = _through(digested, read.from_bytes), markup
    systems["of HTML, cleaning alone"] = _through(cleaned, read.from_bytes), markup
    took = cpu(systems, options.rounds)
    base = took[0] if next(iter(systems)).startswith(PEERS[0]) else None
    for name, spent in zip(systems, took, strict=True):
        print(f"| {name} | {spent:.1f} |{_against(base, spent)}|")
    _with_start(list(sample(options.shared, WITH_START)), options.rounds, peers.get(PEERS[0]))
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


def _with_start(
    pages: list[tuple[dict[str, Any], bytes]], rounds: int, other: Callable[[Any], object] | None
) -> None:
    """The command on a folder, whole processes, beside another system; and a call as a library."""
    markup = [html for _, html in pages]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        folder.mkdir()
        for page, _ in pages:
            (folder / f"{page['id']}.txt").write_text(page["views"]["innertext"], "utf-8")
        batch, alone = float("inf"), float("inf")
        bytecode = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(name) / "bytecode")}
        bytecode.pop("PYTHONDONTWRITEBYTECODE", None)
        for number in range(rounds):
            out = str(Path(name) / f"out{number}")
            command = ["-m", "newsclean", "batch", str(folder), "-o", out, "--jobs", "1"]
            # an installed package has its bytecode: nobody waits for it to be made a second time
            batch = min(batch, _spent([sys.executable, *command], bytecode))
            if other is not None:
                begun = time.process_time()
                for html in markup:
                    other(html)
                alone = min(alone, time.process_time() - begun)
        limits = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
        bare = {key: value for key, value in os.environ.items() if key not in limits}
        used = subprocess.run(
            [sys.executable, "-c", USE, str(folder)],
            env={**bare, "PYTHONPATH": str(Path(pipeline.__file__).parents[1])},
            capture_output=True,
            text=True,
            check=True,
        )
    own, every = map(float, used.stdout.split())
    print(f"\n| {len(pages)} pages, innertext | CPU ms a page | against trafilatura alone |")
    print("|---|---|---|")
    base = 1000 * alone / len(pages) if other is not None else None
    spent = 1000 * batch / len(pages)
    print(f"| the command `batch`, one worker, its start counted | {spent:.1f} |", end="")
    print(f"{_against(base, spent)}|")
    print(f"| `newsclean.digest`, the calling thread | {1000 * own / len(pages):.1f} | |")
    print(f"| `newsclean.digest`, all threads | {1000 * every / len(pages):.1f} | |", flush=True)


def _spent(command: list[str], environment: dict[str, str]) -> float:
    """CPU seconds of a process and of those it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # some inputs are no articles: the exit code says so
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    subprocess.run(command, check=False, env=environment, **quiet)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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
