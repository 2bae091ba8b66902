"""Changes the source at random, and prints which changes no test notices.

    python tests/benchmarks/mutation.py [--mutants 60] [--seed 1] [--coverage FOLDER]

In a copy of the tree, each fast test is run once to see which lines it reaches, in processes that
it starts too. Then each mutant is run against the tests that reach its line, those first that
reach least else, then the recorded decisions, until one fails that passes without the mutant. A
survivor passed them all. One process at a time, which forks for each mutant. `coverage` must be
installed (the extra `dev`).
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import io
import itertools
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import venv
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import mutants
from mutation_server import FRESH

ROOT = Path(__file__).parent.parent.parent
COPIED = ("src", "tests", "samples", ".github", ".ci", "pyproject.toml", "README.md", "LICENSE")
PIECE, KEPT = "piece", "kept.json"
"""What each process measured, and what is kept of all."""
FIRST = 25
"""Tests that are tried first; most mutants go no further."""
MOST = 100
"""Tests that are tried at all: those after them reach nearly everything."""
RECORDED = ("tests/test_recorded.py", "tests/test_variants.py")
MOST_RECORDED = 600
"""Tests that reach much and notice much: so many of them are tried, in no order, after the first.
A mutant that only another would notice counts as a survivor: of 23 that 150 of them let pass, all
of them together notice 5."""
PATIENCE_S = 180
"""CPU seconds for the tests of a mutant, and seconds without any: it counts as neither then."""
FRESH_S = 600
"""Seconds for tests in processes of their own."""
PLUGIN = """
import json, os, pathlib
HERE = pathlib.Path(__file__).parent
CHOSEN = os.environ.get("MUTATION_TESTS")
CURRENT = HERE / (".current" + os.environ.get("PYTEST_XDIST_WORKER", ""))

def pytest_runtest_setup(item):
    if CHOSEN is None:
        import coverage
        CURRENT.write_text(item.nodeid)
        if running := coverage.Coverage.current():
            running.switch_context(item.nodeid)

def pytest_collection_modifyitems(items):
    if CHOSEN is not None:
        order = {name: at for at, name in enumerate(json.loads(pathlib.Path(CHOSEN).read_text()))}
        items[:] = sorted((item for item in items if item.nodeid in order),
                          key=lambda item: order[item.nodeid])
"""
START = (
    "import os, sys; os.path.exists({config!r}) and (os.environ.__setitem__("
    "'COVERAGE_PROCESS_START', {config!r}), __import__('coverage').process_startup())\n"
)
CONFIG = """
[run]
branch = true
parallel = true
source = {src}
omit = */training/*
data_file = {data}
[report]
exclude_also =
    if TYPE_CHECKING:
    @overload
    \\.\\.\\.$
"""


class Copy:
    """A copy of the tree with an environment of its own, in which processes see the copy alone."""

    def __init__(self, place: Path) -> None:
        """Make it in an empty folder."""
        self.place = place
        for name in COPIED:
            if (ROOT / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
                shutil.copytree(ROOT / name, place / name, ignore=ignored)
            else:
                shutil.copy(ROOT / name, place / name)
        venv.create(place / ".venv")
        self.python = place / ".venv" / "bin" / "python"
        packages = next((place / ".venv" / "lib").iterdir()) / "site-packages"
        own = [path for path in sys.path if path.endswith("-packages")]
        (packages / "copy.pth").write_text("\n".join([str(place / "src"), *own]) + "\n")
        self.config = place / ".coveragerc"
        (packages / "zcoverage.pth").write_text(START.format(config=str(self.config)))
        (place / "mutation_plugin.py").write_text(PLUGIN)
        command = self.python.with_name("newsclean")
        command.write_text(f"#!{self.python}\nfrom newsclean.__main__ import main\nmain()\n")
        command.chmod(0o755)
        self._clock = int(time.time())

    def pytest(
        self,
        *arguments: str | Path,
        chosen: list[str] | None = None,
        env: dict[str, str] | None = None,
        patient: bool = False,
    ) -> int | None:
        """Run fast tests; the exit code, or None where they do not end."""
        search = f"{self.python.parent}{os.pathsep}{os.environ['PATH']}"
        env = {**os.environ, "PYTHONPATH": str(self.place), "PATH": search, **(env or {})}
        if chosen is not None:
            (self.place / ".chosen").write_text(json.dumps(chosen))
            env["MUTATION_TESTS"] = str(self.place / ".chosen")
        command = [self.python, "-m", "pytest", "-p", "mutation_plugin", "-p", "no:cacheprovider"]
        command += ["-m", "not slow", "--no-header", *arguments]
        running = subprocess.Popen(
            list(map(str, command)),
            cwd=self.place,
            env=env,
            stdout=subprocess.PIPE if chosen is None else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        try:
            patience = None if chosen is None or patient else FRESH_S
            self.output = running.communicate(timeout=patience)[0]
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            return None
        return running.returncode

    def write(self, path: Path, text: str) -> None:
        """Write a module; its time is new, so that nobody takes what was compiled before."""
        path.write_text(text, encoding="utf-8")
        self._clock += 2
        os.utime(path, (self._clock, self._clock))


def measure(copy: Copy, data: Path) -> None:
    """Run each fast test once, and keep which lines it reached in `data`."""
    data.mkdir()
    src = copy.place / "src"
    # a process that a test starts is told by a file whose turn it is
    copy.config.write_text(CONFIG.format(src=src, data=data / PIECE))
    packages = next((copy.place / ".venv" / "lib").iterdir()) / "site-packages"
    (packages / "context.py").write_text(
        "import os, pathlib, coverage\n"
        "worker = os.environ.get('PYTEST_XDIST_WORKER', '')\n"
        f"current = pathlib.Path({str(copy.place / '.current')!r} + worker)\n"
        "name = current.read_text() if current.exists() else ''\n"
        "running = coverage.Coverage.current()\n"
        "running and name and running.switch_context(name)\n"
    )
    (packages / "zzcontext.pth").write_text(
        f"import os; os.path.exists({str(copy.config)!r}) and __import__('context')\n"
    )
    copy.pytest("-rfE", "--tb=no", "-n", "auto")
    print(copy.output[-1500:], file=sys.stderr)
    failed = [line.split(" ")[1] for line in copy.output.splitlines() if line.startswith("FAILED")]
    percent = _percent(copy.config, data)
    copy.config.unlink()  # or the processes of mutants would be measured too
    kept = {"src": str(src), "failed": failed, "percent": percent}
    (data / KEPT).write_text(json.dumps(kept))


def _percent(config: Path, data: Path) -> float:
    """How much of lines and branches all tests together reach."""
    import coverage

    whole = coverage.Coverage(data_file=None, config_file=str(config))
    for piece in data.glob(f"{PIECE}.*"):
        found = coverage.CoverageData(str(piece))
        # of its tests nothing: with them the pieces of ten thousand tests take half an hour to join
        with contextlib.suppress(coverage.CoverageException):  # a killed process leaves half a file
            found.read()
            arcs = {file: found.arcs(file) or () for file in found.measured_files()}
            whole.get_data().add_arcs(arcs)
    return whole.report(file=io.StringIO())


class Reached:
    """Which tests reach a line."""

    def __init__(self, data: Path) -> None:
        """Read what `measure` kept."""
        kept = json.loads((data / KEPT).read_text())
        self.percent: float = kept["percent"]
        self._src, self._failed = Path(kept["src"]), set(kept["failed"])
        self._pieces = sorted(data.glob(f"{PIECE}.*"))
        self._breadth: collections.Counter[str] = collections.Counter()
        counted = data / "breadth.json"
        if not counted.exists():
            for test, count in self._asked("SELECT context, count(*) FROM", "GROUP BY context"):
                self._breadth[test] += count
            counted.write_text(json.dumps(self._breadth))
        self._breadth.update(json.loads(counted.read_text()))

    def _asked(self, start: str, end: str, *values: str) -> Iterator[tuple[Any, ...]]:
        """What a query gives for each piece, joined as coverage's schema is."""
        tables = "arc JOIN context ON context.id = context_id JOIN file ON file.id = file_id"
        for piece in self._pieces:
            base = sqlite3.connect(piece)
            with contextlib.suppress(sqlite3.DatabaseError), contextlib.closing(base):
                yield from base.execute(f"{start} {tables} {end}", values)

    def by(self, places: list[tuple[Path, int]]) -> list[str]:
        """The tests to try of those that reach one of these lines."""
        tests: set[str] = set()
        for module, found in itertools.groupby(places, key=lambda place: place[0]):
            lines = ",".join(str(line) for _, line in found)
            here = f"WHERE path = ? AND (fromno IN ({lines}) OR tono IN ({lines}))"
            rows = self._asked("SELECT DISTINCT context FROM", here, str(self._src / module))
            tests.update(name for (name,) in rows)
        known = (test for test in tests if test and test not in self._failed)
        order = sorted(known, key=lambda test: (self._breadth[test], test))
        recorded = [test for test in order if test.startswith(RECORDED)]
        recorded = sorted(recorded, key=lambda test: zlib.crc32(test.encode()))[:MOST_RECORDED]
        others = [test for test in order if not test.startswith(RECORDED)][:MOST]
        return others[:FIRST] + recorded + others[FIRST:]


def serve(copy: Copy, attempts: list[dict[str, Any]], results: Path) -> None:
    """Try mutants in forks of one process (`mutation_server.py`); `results` grows a line each."""
    (copy.place / "mutation_server.py").write_bytes(
        Path(__file__).with_name("mutation_server.py").read_bytes()
    )
    waiting = copy.place / ".attempts"
    waiting.write_text("".join(json.dumps(attempt) + "\n" for attempt in attempts))
    tests = sorted({test for attempt in attempts for test in attempt["tests"]})
    env = {
        "MUTATION_ATTEMPTS": str(waiting),
        "MUTATION_RESULTS": str(results),
        "MUTATION_PATIENCE_S": str(PATIENCE_S),
        "OPENBLAS_NUM_THREADS": "1",  # its threads do not survive a fork
    }
    files = sorted({test.split("::")[0] for test in tests})
    copy.pytest("-p", "mutation_server", *files, chosen=tests, env=env, patient=True)


def afresh(copy: Copy, mutant: mutants.Mutant, tests: list[str]) -> str:
    """What became of a mutant in processes of its own: killed, not ended, survived."""
    text = mutant.path.read_text(encoding="utf-8")
    copy.write(mutant.path, mutant.source(text))
    try:
        for chosen in (tests[:FIRST], tests[FIRST:]):
            if not chosen:
                continue
            files = sorted({test.split("::")[0] for test in chosen})
            code = copy.pytest("-x", *files, chosen=chosen)
            if code is None:
                return "not ended"
            if code:
                return "killed"
    finally:
        copy.write(mutant.path, text)
    return "survived"


def tried(
    copy: Copy, chosen: list[mutants.Mutant], reached: Reached, results: Path
) -> dict[int, dict[str, Any]]:
    """What became of each mutant, by its number; those in `results` are not tried again."""
    ends = {}
    if results.exists():
        known = map(json.loads, results.read_text(encoding="utf-8").splitlines())
        ends = {found["number"]: found for found in known}
    attempts = []
    for number, mutant in enumerate(chosen):
        tests = reached.by(mutants.read_by(mutant, copy.place / "src"))
        if not tests:
            ends[number] = {"end": "not reached"}
        elif number not in ends:
            text = mutant.path.read_text(encoding="utf-8")
            attempts.append(
                {
                    "number": number,
                    "path": str(mutant.path),
                    "line": mutant.line,
                    "last_line": mutant.last_line,
                    "before": text,
                    "after": mutant.source(text),
                    "tests": tests,
                }
            )
    if attempts:
        serve(copy, attempts, results)
    for found in map(json.loads, results.read_text(encoding="utf-8").splitlines()):
        ends[found["number"]] = found
    for attempt in attempts:
        number = attempt["number"]
        if ends.get(number, {"end": FRESH})["end"] == FRESH:
            ends[number] = {"end": afresh(copy, chosen[number], attempt["tests"])}
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"number": number, **ends[number]}) + "\n")
    return ends


def main() -> None:
    """Draw mutants, try each, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mutants", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--coverage", type=Path, help="where it is kept from one run to the next")
    parser.add_argument("--results", type=Path, help="likewise: a run that was stopped goes on")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        data = arguments.coverage or Path(folder) / "coverage"
        if not (data / KEPT).exists():
            measure(copy, data)
        reached = Reached(data)
        modules = sorted((copy.place / "src").rglob("*.py"))
        drawn = [
            mutant
            for module in modules
            if "training" not in module.parts
            for mutant in mutants.of_module(module)
        ]
        chosen = random.Random(arguments.seed).sample(drawn, arguments.mutants)
        results = arguments.results or Path(folder) / "results"
        found = tried(copy, chosen, reached, results) if chosen else {}
    ends = collections.Counter(each["end"] for each in found.values())
    print(
        f"The fast tests reach {reached.percent:.1f} % of lines and branches. Not counted: "
        "`training/`, which makes the models and no user runs; what type checkers alone read "
        "(`if TYPE_CHECKING`, overloads, bodies of `...`). Counted as not reached: what runs on a "
        "cluster, whose tests are slow ones.\n"
    )
    if not arguments.mutants:
        return
    decided = arguments.mutants - ends["not ended"]
    print(f"**{arguments.mutants} random mutants of {len(drawn):,}, seed {arguments.seed}**\n")
    print("| what became of them | mutants |\n|---|--:|")
    for end in ("killed", "not ended", "survived", "not reached"):
        print(f"| {end} | {ends[end]} |")
    print(f"\nNoticed: {ends['killed'] / decided:.0%} of those that ended.\n\nNot noticed:\n")
    left = []
    for number, each in found.items():
        if each["end"] in ("survived", "not reached"):
            mutant = chosen[number]
            name = mutant.path.relative_to(copy.place / "src" / "newsclean").as_posix()
            changed = " ".join(f"{mutant.before} -> {mutant.after}".split())
            left.append(f"{each['end']}: {name}:{mutant.line}, {mutant.kind}: {changed}")
    for line in sorted(left):
        print(f"- `{line[:200]}`")


if __name__ == "__main__":
    main()
