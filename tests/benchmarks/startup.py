"""What a cold start costs: CPU time of whole processes, as ratios to importing Typer and Rich.

    python tests/benchmarks/startup.py [--shared ../shared] [--rounds 15]

Prints a Markdown table. The main job runs on the seed article where ../shared is at hand, else
on a sample.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
BASE = "import typer, rich.console"


def cost(command: list[str], rounds: int) -> tuple[float, float]:
    """Least CPU seconds of a process over some rounds, and its peak memory in MB."""
    best, peak = float("inf"), 0
    # An installed package has its bytecode; a checkout gets it in the first round.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as home:
        for _ in range(rounds):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**inherited, "HOME": home},
                cwd=home,
                check=True,
            )
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            best, peak = min(best, spent), max(peak, after.ru_maxrss)
    return best, peak / 1024


def heavy(arguments: list[str]) -> list[str]:
    """Which heavy packages a command loads."""
    code = (
        "import sys, atexit\n"
        "names = {'nltk', 'sumy', 'numpy', 'lxml', 'rich', 'sklearn'}\n"
        "atexit.register(lambda: print(*sorted(names & set(sys.modules)), file=sys.stderr))\n"
        "from newsclean.__main__ import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.split()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    seed = arguments.shared / "seed" / "moscow-times.txt"
    if not seed.exists():
        seed = ROOT / "samples" / "harbour-audit.txt"
    own = [sys.executable, "-m", "newsclean"]
    rows = [
        (f'python -c "{BASE}"', [sys.executable, "-c", BASE], None),
        ("newsclean --version", [*own, "--version"], ["--version"]),
        ("newsclean --help", [*own, "--help"], ["--help"]),
        (
            f"newsclean summarize {seed.name}",
            [*own, "summarize", str(seed)],
            ["summarize", str(seed)],
        ),
    ]
    base, _ = cost(rows[0][1], arguments.rounds)
    print("| command | CPU ms | ratio | peak MB | heavy packages loaded |")
    print("|---|--:|--:|--:|---|")
    for name, command, loads in rows:
        spent, peak = cost(command, arguments.rounds)
        packages = ", ".join(heavy(loads)) or "none" if loads else ""
        print(f"| `{name}` | {1000 * spent:.0f} | {spent / base:.2f} | {peak:.0f} | {packages} |")
    if importlib.util.find_spec("sumy") is None:
        print("| sumy is not installed | | | | |")


if __name__ == "__main__":
    main()
