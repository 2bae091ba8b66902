"""Runs the benchmarks and keeps what they print, for the README's tables.

    python tests/benchmarks/run.py [NAME ...] [--shared ../shared]

Each benchmark's standard output becomes results/NAME.md; `tests/readme.py` puts the tables into
the README. Where ../shared is not at hand nothing is overwritten; nor is a table of which a peer
is missing, whose row would be lost, unless `--without-peers` says so.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = (
    "cleaning",
    "lines",
    "invented",
    "variants",
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
PEERS = {
    "cleaning": ("trafilatura", "readability", "newspaper", "resiliparse", "justext"),
    "lines": ("trafilatura",),
    "fields": ("trafilatura", "newspaper", "htmldate"),
    "sentences": ("pysbd", "syntok", "segtok", "blingfire", "sentencex"),
    "summary": ("summa",),
    "speed": ("trafilatura", "justext", "readability", "resiliparse"),
}
"""The modules of the peers that a benchmark measures where they are installed."""


def missing(name: str) -> list[str]:
    """The peers of a benchmark that are not installed here."""
    return [peer for peer in PEERS.get(name, ()) if importlib.util.find_spec(peer) is None]


def main() -> None:
    """Run those that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", choices=[*NAMES, []])
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent.parent / "shared")
    parser.add_argument("--without-peers", action="store_true", help="overwrite without them too")
    arguments = parser.parse_args()
    if not arguments.shared.exists():
        sys.exit(f"{arguments.shared} is not there: nothing measured, nothing overwritten")
    (HERE / "results").mkdir(exist_ok=True)
    for name in arguments.names or NAMES:
        print(f"== {name}", flush=True)
        if absent := missing(name):
            kept = "" if arguments.without_peers else f": results/{name}.md is left as it is"
            print(f"not installed: {', '.join(absent)}{kept}", file=sys.stderr, flush=True)
        done = subprocess.run(
            [sys.executable, str(HERE / f"{name}.py"), "--shared", str(arguments.shared)],
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        if not absent or arguments.without_peers:
            (HERE / "results" / f"{name}.md").write_text(done.stdout, encoding="utf-8")
        print(done.stdout, flush=True)


if __name__ == "__main__":
    main()
