"""Changes the source at random, and prints which changes no test notices.

    python tests/benchmarks/mutation.py [--mutants 60] [--seed 1] [--coverage FILE]

In a copy of the tree, each fast test is run once to see which lines it reaches, in processes that
it starts too. Then each mutant is run against the tests that reach its line: first those that
reach least else, then whole test files. A survivor passed them all. One process at a time; an
hour or so for a hundred. `coverage` must be installed (the extra `dev` brings it).
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import mutants

ROOT = Path(__file__).parent.parent.parent
COPIED = ("src", "tests", "samples", ".github", ".ci", "pyproject.toml", "README.md", "LICENSE")
FIRST = 25
"""Tests that are tried first; most mutants go no further."""
MOST = 400
"""Tests that are tried at all: those after them reach nearly everything."""
PATIENCE_S = 240
"""Seconds for the tests of a mutant; what hangs is noticed, but so is a busy machine: it counts as
neither."""
PLUGIN = """
import json, os, pathlib
HERE = pathlib.Path(__file__).parent
CHOSEN = os.environ.get("MUTATION_TESTS")

def pytest_runtest_setup(item):
    if CHOSEN is None:
        import coverage
        (HERE / ".current").write_text(item.nodeid)
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

    def pytest(self, *arguments: str | Path, chosen: list[str] | None = None) -> int | None:
        """Run fast tests; the exit code, or None where they do not end."""
        search = f"{self.python.parent}{os.pathsep}{os.environ['PATH']}"
        env = {**os.environ, "PYTHONPATH": str(self.place), "PATH": search}
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
            self.output = running.communicate(timeout=None if chosen is None else PATIENCE_S)[0]
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
    import coverage

    pieces = copy.place / "pieces"
    pieces.mkdir()
    (copy.place / ".current").write_text("")
    src = copy.place / "src"
    # a process that a test starts is told by a file whose turn it is
    copy.config.write_text(CONFIG.format(src=src, data=pieces / data.name))
    packages = next((copy.place / ".venv" / "lib").iterdir()) / "site-packages"
    (packages / "context.py").write_text(
        "import pathlib, coverage\n"
        f"name = pathlib.Path({str(copy.place / '.current')!r}).read_text()\n"
        "running = coverage.Coverage.current()\n"
        "running and name and running.switch_context(name)\n"
    )
    (packages / "zzcontext.pth").write_text(
        f"import os; os.path.exists({str(copy.config)!r}) and __import__('context')\n"
    )
    copy.pytest("-rfE", "--tb=no")
    print(copy.output[-1500:], file=sys.stderr)
    copy.config.unlink()
    failed = [line.split(" ")[1] for line in copy.output.splitlines() if line.startswith("FAILED")]
    whole = coverage.Coverage(data_file=str(data), config_file=False, branch=True)
    whole.combine([str(pieces)])
    whole.save()
    data.with_suffix(".json").write_text(json.dumps({"src": str(src), "failed": failed}))


class Reached:
    """Which tests reach a line."""

    def __init__(self, data: Path) -> None:
        """Read what `measure` kept."""
        import coverage

        kept = json.loads(data.with_suffix(".json").read_text())
        self._src, self._failed = Path(kept["src"]), set(kept["failed"])
        self._data = coverage.CoverageData(str(data))
        self._data.read()
        self._breadth: collections.Counter[str] = collections.Counter()
        for file in self._data.measured_files():
            for tests in self._data.contexts_by_lineno(file).values():
                self._breadth.update(tests)

    def by(self, module: Path, first: int, last: int) -> list[str]:
        """The tests that reach one of these lines, those first that reach least else."""
        lines = self._data.contexts_by_lineno(str(self._src / module))
        tests = {test for line in range(first, last + 1) for test in lines.get(line, ())}
        known = (test for test in tests if test and test not in self._failed)
        return sorted(known, key=lambda test: (self._breadth[test], test))


def attempt(copy: Copy, reached: Reached, mutant: mutants.Mutant) -> str:
    """What became of a mutant: killed, not ended, not reached, survived."""
    module = mutant.path.relative_to(copy.place / "src")
    tests = reached.by(module, mutant.line, mutant.last_line)
    if not tests:
        return "not reached"
    text = mutant.path.read_text(encoding="utf-8")
    copy.write(mutant.path, mutant.source(text))
    try:
        for chosen in (tests[:FIRST], tests[FIRST:MOST]):
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


def main() -> None:
    """Draw mutants, try each, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mutants", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--coverage", type=Path, help="where it is kept from one run to the next")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder))
        data = arguments.coverage or Path(folder) / "coverage"
        if not data.exists():
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
        ends: collections.Counter[str] = collections.Counter()
        left = []
        for mutant in chosen:
            begun = time.monotonic()
            end = attempt(copy, reached, mutant)
            ends[end] += 1
            name = mutant.path.relative_to(copy.place / "src" / "newsclean").as_posix()
            changed = f"{mutant.before} -> {mutant.after}"
            line = f"{end}: {name}:{mutant.line}, {mutant.kind}: {' '.join(changed.split())}"
            print(f"{line} ({time.monotonic() - begun:.0f} s)", file=sys.stderr, flush=True)
            if end in ("survived", "not reached"):
                left.append(line)
    decided = arguments.mutants - ends["not ended"]
    print(f"**{arguments.mutants} random mutants of {len(drawn):,}, seed {arguments.seed}**\n")
    print("| what became of them | mutants |\n|---|--:|")
    for end in ("killed", "not ended", "survived", "not reached"):
        print(f"| {end} | {ends[end]} |")
    print(f"\nNoticed: {ends['killed'] / decided:.0%} of those that ended.\n\nNot noticed:\n")
    for line in sorted(left):
        print(f"- `{line[:200]}`")


if __name__ == "__main__":
    main()
