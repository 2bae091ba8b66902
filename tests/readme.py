"""Keeps the README true: runs its commands and puts in what they print.

    python tests/readme.py            write README.md and samples/terminal.svg anew
    python tests/readme.py --check    say whether they are up to date

A block that opens with ```console holds commands (`$ ...`) and their output; `...` stands for
output left out after it. A block between `<!-- table: NAME -->` and `<!-- end -->` is
tests/benchmarks/results/NAME.md. `<!-- help: COMMAND -->` is a command's help.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "samples" / "terminal.svg"
PICTURED = ROOT / "samples" / "harbour-audit.txt"
RESULTS = ROOT / "tests" / "benchmarks" / "results"

CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
TABLE = re.compile(r"(<!-- table: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def shell(command: str) -> str:
    """What a README command prints, run where a reader would run it: at the top of the clone."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={"PATH": path, "HOME": "/nonexistent", "COLUMNS": "80", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def console(block: str) -> str:
    """A console block with the output of its commands put in anew."""
    commands = [line for line in block.split("\n") if line.startswith("$ ")]
    return "".join(f"{command}\n{shell(command[2:])}" for command in commands)


def renewed(text: str) -> str:
    """The README with every generated part made anew."""
    text = CONSOLE.sub(lambda m: f"```console\n{console(m[1])}```", text)
    return TABLE.sub(lambda m: m[1] + table(m[2]) + m[3], text)


def table(name: str) -> str:
    """A benchmark's tables as they were last printed, their headings in bold."""
    printed = (RESULTS / f"{name}.md").read_text(encoding="utf-8").strip()
    return "\n" + HEADING.sub(r"**\1**", printed) + "\n\n"


def picture() -> str:
    """The terminal output of `newsclean summarize` as an SVG."""
    import io

    from rich.console import Console
    from rich.text import Text

    from newsclean.output import terminal
    from newsclean.pipeline import digest

    shown = terminal.render(digest(PICTURED.read_bytes()), width=92)
    recorder = Console(record=True, width=96, file=io.StringIO(), force_terminal=True)
    recorder.print(Text.from_ansi(shown), soft_wrap=True)
    return recorder.export_svg(title=f"newsclean summarize {PICTURED.name}", unique_id="newsclean")


def main() -> int:
    """Write, or with --check compare; exit 1 where something is out of date."""
    wanted = {README: renewed(README.read_text(encoding="utf-8")), PICTURE: picture()}
    stale = [
        path
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" not in sys.argv:
        for path in stale:
            path.write_text(wanted[path], encoding="utf-8")
    for path in stale:
        sys.stdout.write(f"{path.relative_to(ROOT)}: out of date\n")
    return bool(stale) and "--check" in sys.argv


if __name__ == "__main__":
    sys.exit(main())
