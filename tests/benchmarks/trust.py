"""Tries to break newsclean, and prints what that came to: shapes and their growth, damaged files.

    python tests/benchmarks/trust.py [--seconds 60] [--shapes 0]

Time is CPU time of one process. Growth is the exponent between 16 and 64 kB: 1 where twice as much
takes twice as long. Memory is what the process grew by at its largest, at 64 kB, for each MB.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import os
import random
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its threads do not survive a fork
sys.path.insert(0, str(Path(__file__).parent.parent))

import fuzz
import shapes

SIZES = (16_000, 64_000)
PATIENCE_S = 20
"""CPU seconds after which a shape is given up, and said to be."""
SHOWN = 12
TOO_SHORT_S = 0.1


def measured(name: str) -> tuple[list[float], float]:
    """Seconds at each size, and megabytes at the largest, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE_S, PATIENCE_S))
        page = resource.getpagesize()
        before = int(Path("/proc/self/statm").read_text().split()[1]) * page
        times = [shapes.seconds(shapes.SHAPES[name], size) for size in SIZES]
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
        os.write(writing, json.dumps([times, grown / 1e6]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return tuple(json.loads(text)) if text else ([float("nan")] * len(SIZES), float("nan"))


def growth(names: list[str]) -> None:
    """Print the shapes that grow most, take longest, and need most memory."""
    warm = shapes.SHAPES["names"]
    shapes.digest(warm.bytes(3_000), warm)
    shapes.digest(shapes.SHAPES["HTML: links"].bytes(3_000), shapes.SHAPES["HTML: links"])
    rows = []
    for name in names:
        times, megabytes = measured(name)
        steep = shapes.exponent(list(SIZES), times) if times[-1] >= TOO_SHORT_S else 0.0
        rows.append((steep, times[-1] / SIZES[-1] * 1e6, megabytes / SIZES[-1] * 1e6, name))
    lost = [row[3] for row in rows if math.isnan(row[1])]
    rows = [row for row in rows if row[3] not in lost]
    steep = sum(row[0] > 1.2 for row in rows)
    print(f"**{len(rows) + len(lost)} shapes of input, {SIZES[0]:,} and {SIZES[-1]:,} bytes**\n")
    print("| what | shapes |\n|---|--:|")
    print(f"| exponent above 1.2 (of those that take {TOO_SHORT_S} s or more) | {steep} |")
    print(f"| exponent above 1.5 | {sum(row[0] > 1.5 for row in rows)} |")
    print(f"| over 3 s a MB | {sum(row[1] > 3 for row in rows)} |")
    print(f"| over 150 MB a MB | {sum(row[2] > 150 for row in rows)} |")
    print(f"| not done after {PATIENCE_S} s | {len(lost)} |\n")
    for place, what in ((0, "steepest"), (1, "slowest"), (2, "largest")):
        print(f"**The {what}**\n\n| shape | exponent | s a MB | MB a MB |\n|---|--:|--:|--:|")
        for row in sorted(rows, key=lambda row: -row[place])[:SHOWN]:
            print(f"| {row[3]} | {row[0]:.2f} | {row[1]:.1f} | {row[2]:.0f} |")
        print()


def damage(seconds: float, seed: int) -> None:
    """Print what came of damaged files and of strange text."""
    counts: collections.Counter[str] = collections.Counter()
    slowest = 0.0
    end = time.monotonic() + seconds
    chance = random.Random(seed)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, data in enumerate(fuzz.executions(seed)):
        if time.monotonic() > end:
            break
        begun = time.process_time()
        try:
            if number % 20 == 19:
                fuzz.stages(chance)
                counts["strange text through every function"] += 1
            else:
                whole = number % 10 == 0
                what = "read, digested and rendered" if whole else "read"
                counts[f"{what}: {fuzz.execute(data, whole=whole)}"] += 1
        except Exception:  # noqa: BLE001 - what this looks for
            counts["unexpected exception"] += 1
            traceback.print_exc()
        slowest = max(slowest, time.process_time() - begun)
    counts.setdefault("unexpected exception", 0)
    print("**Damaged files of every kind, and strange text**\n\n| what | executions |\n|---|--:|")
    for what, count in sorted(counts.items()):
        print(f"| {what} | {count:,} |")
    print(f"\nThe slowest took {slowest:.2f} s of CPU. Seed {seed}.")


def main() -> None:
    """Run both."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, help="not needed; for run.py")
    parser.add_argument("--seconds", type=float, default=60, help="of damaged files")
    parser.add_argument("--shapes", type=int, default=0, help="only the first so many")
    parser.add_argument("--seed", type=int, default=20261128)
    arguments = parser.parse_args()
    growth(list(shapes.SHAPES)[: arguments.shapes or None])
    damage(arguments.seconds, arguments.seed)


if __name__ == "__main__":
    main()
