"""Tries to break newsclean, and prints what that came to: shapes and their growth, damaged files.

    python tests/benchmarks/trust.py [--executions 1000000] [--shapes 0]

Time is CPU time of one process. Growth is the exponent between 100 and 400 kB: 1 where twice as
much takes twice as long; there is none where a shape is refused at 100 kB, or a much smaller
share of it kept. Memory is by what the process grew more for 400 than for 100 kB, for each MB;
of a shape that is refused at 400 kB, 100 kB count. Then what else is tried, in how many tests.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads do not survive a fork
sys.path.insert(0, str(Path(__file__).parent.parent))

import fuzz_stages
import shapes
from newsclean.gc_policy import collect_seldom

SIZES = (100_000, 400_000)
PATIENCE_S = 20
"""CPU seconds after which a shape is given up, and said to be."""
SHOWN = 12
TOO_SHORT_S = 0.1


ATTACKS = (
    ("collisions of outputs", "two inputs, one place: nothing is lost", "test_batch_outputs"),
    ("kills", "`kill -9` of a batch, Ctrl-C, a parent that dies", "test_kill"),
    ("workers", "an article that hangs, kills its worker, needs much memory", "test_batch_workers"),
    (
        "disks",
        "full, no room, links, FIFOs, folders in the way, damaged ledgers",
        "test_batch_disk",
    ),
    ("limits of the system", "memory, open files, full disks in memory", "test_limits"),
    ("cluster", "workers and scheduler that die", "test_cluster"),
    ("servers", "half pages, bombs, redirects, private addresses", "test_url"),
    ("hostile inputs", "mail parts, headers, codecs, deadlines, settings", "test_hostile"),
    ("pages in a browser", "scripts, addresses and mark-up of an article", "test_browser_report"),
    ("streams", "closed pipes, FIFOs, full devices, terminals", "test_cli_streams"),
    ("growth", "every shape, twice as long", "test_growth"),
    ("damaged files", "a thousand executions each, and a few every time", "test_fuzz"),
)
"""What is tried, how, and the test file that does it."""


def attacks() -> None:
    """Print what is tried beside the two tables, and how many tests do so."""
    places = {file: f"tests/{file}.py" for _, _, file in ATTACKS}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *places.values()]
    root = Path(__file__).parent.parent.parent
    listed = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    counts = dict(line.split(": ") for line in listed.stdout.splitlines() if ": " in line)
    print("**What else is tried**\n\n| what | how | tests |\n|---|---|--:|")
    for what, how, file in ATTACKS:
        print(f"| {what} | {how} ({places[file]}) | {counts[places[file]]} |")
    print()


def measured(name: str) -> tuple[list[float], float, bool]:
    """Seconds at each size, and megabytes a megabyte, in a process of its own.

    And whether no larger share is kept of the large one: else another amount of work is compared.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE_S, PATIENCE_S))
        page = resource.getpagesize()
        _warm()  # a fork has no page of a library yet that it has not touched
        before = int(Path("/proc/self/statm").read_text().split()[1]) * page
        times, grown, kept = [], [], []

        def run(data: bytes, shape: shapes.Shape) -> None:
            kept.append(shapes.digest(data, shape) / len(data))

        for size in SIZES:
            times.append(shapes.seconds(shapes.SHAPES[name], size, run))
            grown.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before)
        alike = kept[-1] <= 2 * kept[0]
        more, by = grown[1] - grown[0], SIZES[1] - SIZES[0]
        memory = grown[0] / SIZES[0] if kept[0] and not kept[-1] else more / by
        os.write(writing, json.dumps([times, memory, alike]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return tuple(json.loads(text)) if text else ([math.nan] * len(SIZES), math.nan, False)


def _warm() -> None:
    """Load what is loaded once, which is no growth."""
    for name in ("names", "HTML: links", "HTML: paragraphs"):
        shapes.digest(shapes.SHAPES[name].bytes(3_000), shapes.SHAPES[name])


def growth(names: list[str]) -> None:
    """Print the shapes that grow most, take longest, and need most memory."""
    collect_seldom()  # as the program does
    _warm()
    rows, unlike = [], 0
    for name in names:
        times, memory, alike = measured(name)
        told = alike and times[-1] >= TOO_SHORT_S
        steep = shapes.exponent(list(SIZES), times) if told else 0.0
        unlike += not alike
        slowest = max(each / size for each, size in zip(times, SIZES, strict=True)) * 1e6
        rows.append((steep, slowest, memory, name))
    lost = [row[3] for row in rows if math.isnan(row[1])]
    rows = [row for row in rows if row[3] not in lost]
    steep = sum(row[0] > 1.2 for row in rows)
    print(f"**{len(rows) + len(lost)} shapes of input, {SIZES[0]:,} and {SIZES[-1]:,} bytes**\n")
    print("| what | shapes |\n|---|--:|")
    print(f"| exponent above 1.2 (of those that take {TOO_SHORT_S} s or more) | {steep} |")
    print(f"| without an exponent: a larger share is kept of 400 kB | {unlike - len(lost)} |")
    print(f"| exponent above 1.5 | {sum(row[0] > 1.5 for row in rows)} |")
    print(f"| over 3 s a MB | {sum(row[1] > 3 for row in rows)} |")
    print(f"| over 150 MB a MB | {sum(row[2] > 150 for row in rows)} |")
    named = "".join(f" ({name})" for name in lost)
    print(f"| not done after {PATIENCE_S} s{named} | {len(lost)} |\n")
    for place, what in ((0, "steepest"), (1, "slowest"), (2, "largest")):
        print(f"**The {what}**\n\n| shape | exponent | s a MB | MB a MB |\n|---|--:|--:|--:|")
        for row in sorted(rows, key=lambda row: -row[place])[:SHOWN]:
            print(f"| {row[3]} | {row[0]:.2f} | {row[1]:.1f} | {row[2]:.0f} |")
        print()


class _StoppedError(Exception):
    """Asked to end, which prints what there is so far."""


def damage(executions: int, seed: int, first: int) -> None:
    """Print what came of damaged input in every stage; progress goes to standard error."""

    def stop(*_: object) -> None:
        raise _StoppedError

    def late(*_: object) -> None:
        raise TimeoutError(f"not done after {PATIENCE_S} s")

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGVTALRM, late)
    files = fuzz_stages.corpus()
    table = {kind.name: collections.Counter[str]() for kind in fuzz_stages.KINDS}
    slowest = dict.fromkeys(table, 0.0)
    number = first
    try:
        for number in range(first, first + executions):
            name = fuzz_stages.chosen(seed, number)[0].name
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE_S)
            try:
                table[name][fuzz_stages.execute(seed, number, files)] += 1
            except _StoppedError:
                raise
            except Exception:  # noqa: BLE001 - what this looks for
                table[name]["unexpected"] += 1
                print(f"execution {number} of seed {seed}: {name}", file=sys.stderr)
                traceback.print_exc()
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            slowest[name] = max(slowest[name], time.process_time() - begun)
            if number % 10_000 == 9_999:
                unexpected = sum(counts["unexpected"] for counts in table.values())
                print(f"{number + 1 - first:,} done, {unexpected} unexpected", file=sys.stderr)
    except _StoppedError:
        pass
    print("**Damaged files of every kind and strange text, stage by stage**\n")
    print("| stage | executions | refused in a line | unexpected | slowest, s of CPU |")
    print("|---|--:|--:|--:|--:|")
    total = collections.Counter[str]()
    for name, counts in table.items():
        total += counts
        _row(name, counts, slowest[name])
    _row("all", total, max(slowest.values()))
    print(f"\nSeed {seed}, executions {first:,} to {number:,}.")


def _row(name: str, counts: collections.Counter[str], seconds: float) -> None:
    done = sum(counts.values())
    shown = f"{counts['refused']:,} | {counts['unexpected']:,}"
    print(f"| {name} | {done:,} | {shown} | {seconds:.2f} |")


def main() -> None:
    """Run both."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, help="not needed; for run.py")
    parser.add_argument("--executions", type=int, default=20_000, help="of damaged input")
    parser.add_argument("--first", type=int, default=0, help="number of the first execution")
    parser.add_argument("--shapes", type=int, default=len(shapes.SHAPES), help="the first so many")
    parser.add_argument("--seed", type=int, default=20261128)
    arguments = parser.parse_args()
    if arguments.shapes:
        growth(list(shapes.SHAPES)[: arguments.shapes])
        attacks()
    if arguments.executions:
        damage(arguments.executions, arguments.seed, arguments.first)


if __name__ == "__main__":
    main()
