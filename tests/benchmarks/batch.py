"""A folder of real pages through `newsclean batch` in every format, and its memory.

    python tests/benchmarks/batch.py [--shared ../shared] [--pages N] [--jobs 2] [--many 10000]

First the pages' HTML in each format: what came of them, how long it took, what is written, and
the most memory of the parent and of a worker. Then the memory of both after a tenth of many small
articles and after all of them.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from newsclean.batch.formats import FORMATS

PEAKS = """
import atexit, resource, sys
from newsclean.__main__ import main
def peaks():
    print(*(resource.getrusage(who).ru_maxrss // 1024
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)), file=sys.stderr)
if __name__ == "__main__":
    atexit.register(peaks)
    main()
"""
MEMORY = """
import resource, sys
from newsclean.batch import Job, Plan, run
from newsclean.options import Options
if __name__ == "__main__":
    job = Job(Options(clean=False, method="lead"), "text")
    counts = run(Plan((sys.argv[1],), sys.argv[2], job, jobs=1, quiet=True), print)
    print(counts.ok, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
          resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def newsclean(*args: object) -> tuple[list[str], list[str], float]:
    """What `newsclean ARGS` says, the most MB of it and of a worker, seconds by the clock."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", PEAKS, *map(str, args)],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    *said, peaks = done.stderr.splitlines()
    return said, peaks.split(), time.perf_counter() - begun


def formats(pages: Path, jobs: int) -> None:
    """The pages in every format."""
    print("| format | ok | failed | no article | s | files | MB | parent, MB | worker, MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    reasons: Counter[str] = Counter()
    for output_format in FORMATS:
        with tempfile.TemporaryDirectory() as out:
            arguments = ("batch", pages, "-o", out, "--format", output_format, "-j", jobs)
            said, (parent, worker), seconds = newsclean(*arguments)
            found = re.match(r"(\d+) ok, (\d+) failed, (\d+) no article", said[-1])
            counts = " | ".join(found.groups()) if found else said[-1]
            files = [path for path in Path(out).rglob("[!.]*") if path.is_file()]
            size = sum(path.stat().st_size for path in files) / 1e6
            written = f"{len(files)} | {size:.1f} | {parent} | {worker}"
            print(f"| {output_format} | {counts} | {seconds:.0f} | {written} |", flush=True)
            _, _, again = newsclean(*arguments)
            reasons.update(line.rpartition(": ")[2] for line in said if "/html/" in line)
    print(
        f"\nAgain, with nothing changed: {again:.1f} s. What was said of pages, in all formats:\n"
    )
    for reason, count in reasons.most_common(20):
        print(f"- {count} times: {reason}")


def memory(many: int) -> None:
    """The parent's and the largest worker's memory over few and over many articles."""
    print("\n| small articles | parent, MB | worker, MB |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "in")
        for count in (many // 10, many):
            folder.mkdir(exist_ok=True)
            for number in range(count):
                text = (
                    f"Ferry number {number} sails again.\n\nThe harbour office said so on Monday.\n"
                )
                (folder / f"{number}.txt").write_text(text)
            done = subprocess.run(
                [sys.executable, "-c", MEMORY, str(folder), str(Path(name, f"out{count}"))],
                capture_output=True,
                text=True,
                check=True,
            )
            ok, parent, worker = done.stdout.split()
            print(f"| {ok} | {parent} | {worker} |", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--pages", type=int, default=None, help="not all, but so many")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--many", type=int, default=10_000)
    options = parser.parse_args()
    pages = options.shared / "data" / "pages" / "html"
    if not pages.is_dir():
        print(f"{pages} is not at hand: only the memory is measured")
    elif options.pages is None:
        formats(pages, options.jobs)
    else:
        with tempfile.TemporaryDirectory() as name:
            some = Path(name, "html")
            some.mkdir()
            every = sorted(pages.rglob("*.html.gz"))
            step = max(1, len(every) // options.pages)
            for path in every[::step][: options.pages]:
                (some / f"{path.parent.name}-{path.name}").symlink_to(path.resolve())
            formats(some, options.jobs)
    memory(options.many)


if __name__ == "__main__":
    main()
