"""The same work on a Dask cluster: a real scheduler, real workers, one of them killed."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from batches import ENDLESS, QUICK, STUCK, article, batch, folder, tree
from conftest import environment
from newsclean.batch import Job, Plan, run
from newsclean.batch.ledger import LEDGER
from newsclean.errors import InputError, UsageError
from newsclean.options import Options

pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.slow,
    # the client's sockets and loops are the library's own to close
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, log: Path, nanny: str = "--no-nanny", *more: str) -> None:  # noqa: D107
        self._log = log.open("w+b")
        self.scheduler = self._start("scheduler", "--port", "0", "--host", "127.0.0.1")
        self.address = self._find(rb"Scheduler at:\s+(tcp://\S+)")
        # without a nanny a killed worker stays dead
        self.workers = [
            self._start("worker", self.address, "--nthreads", "1", nanny, *more) for _ in range(3)
        ]
        self._find(rb"(?s)(?:Registered to.*){3}()")

    def _start(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *command, "--no-dashboard"],
            stdout=self._log,
            stderr=self._log,
            env={**os.environ, "PYTHONWARNINGS": "ignore", "OPENBLAS_NUM_THREADS": "1"},
        )

    def _find(self, pattern: bytes) -> str:
        limit = time.monotonic() + 300
        while time.monotonic() < limit:
            if found := re.search(pattern, Path(self._log.name).read_bytes()):
                return found[1].decode()
            time.sleep(0.05)
        raise AssertionError(Path(self._log.name).read_text())

    def close(self) -> None:
        """End every process."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()
        self._log.close()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster of three workers."""
    running = Cluster(tmp_path / "cluster.log")
    yield running
    running.close()


def test_a_cluster_gives_what_one_machine_gives_though_a_worker_dies(
    cluster: Cluster, tmp_path: Path
) -> None:
    """A worker killed in the middle of the run loses nothing, and nothing is there twice."""
    articles = folder(tmp_path / "in", 300)
    (articles / "bad.bin").write_bytes(b"\0\0\1")
    batch(articles, out=tmp_path / "here", output_format="jsonl")
    said: list[str] = []
    killed = []

    lines: list[str] = []

    def write(line: str) -> None:
        lines.append(line)
        if len(lines) == 20:
            killed.append(cluster.workers[0].pid)
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    plan = Plan((str(articles),), "-", Job(QUICK, "jsonl"), cluster=cluster.address, quiet=True)
    counts = run(plan, said.append, write=write)
    assert killed
    assert (counts.ok, counts.failed) == (300, 1)
    here = (tmp_path / "here" / "articles.jsonl").read_text(encoding="utf-8")
    assert sorted(lines) == sorted(here.splitlines(keepends=True))


def test_workers_that_cannot_limit_memory_are_told_before_any_work(tmp_path: Path) -> None:
    """`--max-memory` is kept by the workers: theirs is the system that must be able to."""
    elsewhere = tmp_path / "elsewhere.py"
    elsewhere.write_text(
        "from pathlib import Path\n"
        "from newsclean.batch import memory\n"
        "memory._STATUS = Path('/nowhere')\n"
    )
    articles = folder(tmp_path / "in", 2)
    running = Cluster(tmp_path / "cluster.log", "--no-nanny", "--preload", str(elsewhere))
    try:
        job = Job(QUICK, "jsonl", max_memory=10**8)
        plan = Plan((str(articles),), "-", job, cluster=running.address, quiet=True)
        with pytest.raises(UsageError, match="--max-memory needs workers on Linux"):
            run(plan, print, write=print)
        no_limit = replace(plan, job=replace(job, max_memory=None))
        assert run(no_limit, print, write=lambda _: None).ok == 2
    finally:
        running.close()


@pytest.mark.parametrize("done_before", [1, 150])
def test_a_killed_scheduler_is_a_line_and_nothing_is_lost(
    cluster: Cluster, tmp_path: Path, home: Path, done_before: int
) -> None:
    """The batch ends with few lines and exit code 1; the same command goes on from there."""
    folder(tmp_path / "in", 400)
    command = [sys.executable, "-m", "newsclean", "batch", "in", "-o", "out", "--format", "jsonl"]
    command += ["--no-clean", "--method", "lead"]
    running = subprocess.Popen(
        [*command, "--cluster", cluster.address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(home),
        cwd=tmp_path,
    )
    ledger = tmp_path / "out" / LEDGER
    limit = time.monotonic() + 300
    while time.monotonic() < limit and _lines(ledger) < done_before:
        time.sleep(0.01)
    cluster.scheduler.kill()
    out, said = running.communicate(timeout=300)
    assert running.returncode == 1
    assert out == ""
    lines = said.splitlines()
    assert len(lines) <= 3, said
    assert all(line.startswith("newsclean: ") for line in lines), said
    assert "the cluster is gone; run the same command again to go on" in said
    done = _lines(ledger)
    assert done_before <= done < 400
    again = batch(tmp_path / "in", out=tmp_path / "out", output_format="jsonl")
    assert (again.ok, again.failed) == (400, 0)
    assert len((tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()) == 400


def _lines(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def test_ledger_and_time_limit_hold_on_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    """A second run skips what is done, and an article that takes too long fails alone."""
    articles = folder(tmp_path / "in", 6)
    out = tmp_path / "out"
    quick = Plan(
        (str(articles),), str(out), Job(QUICK, "jsonl"), cluster=cluster.address, quiet=True
    )
    assert run(quick, print).ok == 6
    (articles / "more" / "long.txt").write_text("\n\n".join(map(article, range(300))))
    assert run(quick, print).unchanged == 6
    batch(articles, out=tmp_path / "here", output_format="jsonl")
    assert tree(out) == tree(tmp_path / "here")
    slow = replace(quick, job=Job(Options(clean=False, method="kl"), "jsonl"))
    (articles / "more" / "long.txt").rename(tmp_path / "long.txt")
    assert run(slow, print).ok == 6
    (tmp_path / "long.txt").rename(articles / "more" / "long.txt")
    said: list[str] = []
    counts = run(replace(slow, time_limit=1.0), said.append)
    assert (counts.unchanged, counts.failed) == (6, 1)
    assert said[0].endswith("long.txt: not done after 1 s")


@pytest.mark.parametrize("nanny", ["--no-nanny", "--nanny"])
def test_an_article_that_hangs_in_c_fails_alone(tmp_path: Path, nanny: str) -> None:
    """A regular expression that never ends, and lets no other thread run, costs no worker.

    All others are done once each, and nothing is left running on the workers, nor after Ctrl-C.
    """
    articles = folder(tmp_path / "in", 40)
    for number in range(2):
        stuck = articles / f"stuck{number}.txt"
        stuck.write_bytes(STUCK.data)
    running = Cluster(tmp_path / "cluster.log", nanny)
    lines: list[str] = []
    said: list[str] = []
    try:
        plan = Plan(
            (str(articles),),
            "-",
            Job(ENDLESS, "jsonl"),
            cluster=running.address,
            time_limit=8.0,
            quiet=True,
        )
        before = _below(*running.workers)
        counts = run(plan, said.append, write=lines.append)
        assert (counts.ok, counts.failed) == (40, 2)
        assert [Path(line).name for line in sorted(said)] == [
            f"stuck{number}.txt: not done after 8 s" for number in range(2)
        ]
        names = sorted(Path(json.loads(line)["source"]["name"]).name for line in lines)
        assert names == [f"a{number:03}.txt" for number in range(40)]
        assert [worker.poll() for worker in running.workers] == [None] * 3
        assert _below(*running.workers) == before

        def interrupt(_: str) -> None:
            raise KeyboardInterrupt

        counts = run(replace(plan, time_limit=600.0), said.append, write=interrupt)
        assert counts.interrupted
        assert _below(*running.workers) == before
        assert b"estart" not in (tmp_path / "cluster.log").read_bytes()
    finally:
        running.close()


def _below(*processes: subprocess.Popen[bytes]) -> set[int]:
    """The Python processes that these have started for work, and those that they have."""
    found: set[int] = set()
    waiting = [process.pid for process in processes]
    while waiting:
        for task in Path(f"/proc/{waiting.pop()}/task").iterdir():
            for child in (task / "children").read_text().split():
                waiting.append(int(child))
                if b"multiprocessing.spawn" in Path(f"/proc/{child}/cmdline").read_bytes():
                    found.add(int(child))
    return found


def test_nobody_at_the_address_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong address is an input error that names it."""
    from newsclean.batch import cluster as module

    monkeypatch.setattr(module, "_CONNECT", 1)
    with pytest.raises(InputError, match=r"tcp://127\.0\.0\.1:9: no Dask scheduler"):
        module.ClusterExecutor(Job(QUICK, "json"), "tcp://127.0.0.1:9", 1.0)


def test_stories_are_the_same_on_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    """Copies are grouped alike, whoever made the sketches of the articles."""
    articles = folder(tmp_path / "in", 8)
    for number in (2, 4):
        (articles / f"copy{number}.txt").write_text(article(number)[:500], encoding="utf-8")
    job = Job(QUICK, "csv", stories=True, statistics=True)
    for name, address in (("here", None), ("there", cluster.address)):
        plan = Plan((str(articles),), str(tmp_path / name), job, cluster=address, quiet=True)
        assert run(plan, lambda _line: None).ok == 10
    here, there = (tree(tmp_path / name) for name in ("here", "there"))
    assert "stories.csv" in here
    assert b"copy4.txt" in here["stories.csv"]
    assert here == there
