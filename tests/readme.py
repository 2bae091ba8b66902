"""What is generated in the README and in the page of results: `python tests/readme.py [--check]`.

In the README, console blocks hold what their commands print, the one table is made of figures of
the benchmarks, and the picture is what the terminal shows. The page of results holds every table
that a benchmark printed. `tests/test_readme.py` fails where any of them is out of date.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "samples" / "terminal.svg"
PICTURED = ROOT / "samples" / "harbour-audit.txt"
RESULTS = ROOT / "tests" / "benchmarks" / "results"
TABLES = RESULTS / "README.md"

NEWSROOM = ROOT / "src" / "newsclean" / "data" / "help" / "newsroom.md"

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
    """The page with every generated part made anew."""
    text = CONSOLE.sub(lambda m: f"```console\n{console(m[1])}```", text)
    return TABLE.sub(lambda m: m[1] + table(m[2]) + m[3], text)


def table(name: str) -> str:
    """A benchmark's tables as they were last printed, their headings in bold; or the one of all."""
    text = headline() if name == "headline" else printed(name)
    return "\n" + HEADING.sub(r"**\1**", text) + "\n\n"


def printed(name: str) -> str:
    """What a benchmark printed last."""
    return (RESULTS / f"{name}.md").read_text(encoding="utf-8").strip()


class Row(NamedTuple):
    """A row of the README's table: what is measured, where it stands, and for which input.

    `column` is how the heading of the column begins; `section` is a heading above the table.
    """

    what: str
    benchmark: str
    column: str
    ours: str
    peers: str
    section: str = ""
    lower: bool = False


ROWS = (
    Row("article from HTML, F1", "cleaning", "wcxb", "HTML | newsclean", "HTML | "),
    Row(
        "article from copied text, F1", "cleaning", "wcxb", "innertext | newsclean", "innertext | "
    ),
    Row("headline from HTML, share right", "fields", "wcxb title", "newsclean, HTML", ""),
    Row("author from HTML, share right", "fields", "wcxb author", "newsclean, HTML", ""),
    Row("sentences, 8 languages, F1 in %", "sentences", "mean", "newsclean", ""),
    Row("direct quotes, strict F1", "quotes", "strict F1", "**newsclean**", "", "news.dev: "),
    Row("summary of 3 sentences, ROUGE-2", "summary", "ROUGE-2", "newsclean", "", "CNN"),
    Row(
        "cleaning HTML, CPU ms a page",
        "speed",
        "CPU ms",
        "of HTML, cleaning alone",
        "trafilatura",
        lower=True,
    ),
)
_NO_PEERS = ("newsclean", "**newsclean", "oracle", "of ")


def headline() -> str:
    """The README's table: newsclean, the best of the others, and the command that prints both."""
    lines = ["| | newsclean | best of the others | printed by |", "|---|--:|---|---|"]
    for row in ROWS:
        cells = column(printed(row.benchmark), row.column, row.section)
        known = {label: value for label, value in cells.items() if label.startswith(row.peers)}
        others = {
            label.removeprefix(row.peers if row.peers.endswith("| ") else ""): value
            for label, value in known.items()
            if not label.removeprefix(row.peers).startswith(_NO_PEERS)
        }
        best = (min if row.lower else max)(others, key=lambda label: number(others[label]))
        ours, theirs = number(cells[row.ours]), number(others[best])
        command = f"`python tests/benchmarks/run.py {row.benchmark}`"
        lines.append(f"| {row.what} | {ours:g} | {theirs:g} ({best.split(', ')[0]}) | {command} |")
    return "\n".join(lines)


def column(text: str, heading: str, section: str) -> dict[str, str]:
    """Label -> cell of the first table below `section` with a column whose heading begins so.

    The label is all that stands left of the table's first figure, as in "HTML | newsclean".
    """
    at, found = -1, {}
    for line in text[text.index(section) :].split("\n"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            if found:
                break
            at = -1
        elif at < 0:
            at = next((i for i, cell in enumerate(cells) if cell.startswith(heading)), -1)
        elif at < len(cells) and cells[at][:1].isdigit():
            first = next(i for i, cell in enumerate(cells) if cell[:1].isdigit())
            found[" | ".join(cells[:first])] = cells[at]
    return found


def number(cell: str) -> float:
    """The figure that a cell begins with."""
    return float(cell.split(maxsplit=1)[0])


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
    wanted = {
        page: renewed(page.read_text(encoding="utf-8")) for page in (README, TABLES, NEWSROOM)
    }
    wanted[PICTURE] = picture()
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
