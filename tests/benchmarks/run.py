"""Runs the benchmarks and keeps what they print, for the README's tables.

    python tests/benchmarks/run.py [NAME ...] [--shared ../shared]

Each benchmark's standard output becomes results/NAME.md; `tests/readme.py` puts the tables into
the README. Where ../shared is not at hand nothing is overwritten.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = (
    "cleaning",
    "lines",
    "fields",
    "repeated",
    "sentences",
    "quotes",
    "summary",
    "summary_readers",
    "speed",
    "startup",
    "trust",
)


def main() -> None:
    """Run those that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", choices=[*NAMES, []])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent.parent / "shared")
    arguments = parser.parse_args()
    if not arguments.shared.exists():
        sys.exit(f"{arguments.shared} is not there: nothing measured, nothing overwritten")
    (HERE / "results").mkdir(exist_ok=True)
    for name in arguments.names or NAMES:
        print(f"== {name}", flush=True)
        done = subprocess.run(
            [sys.executable, str(HERE / f"{name}.py"), "--shared", str(arguments.shared)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        (HERE / "results" / f"{name}.md").write_text(done.stdout, encoding="utf-8")
        print(done.stdout, flush=True)


if __name__ == "__main__":
    main()
