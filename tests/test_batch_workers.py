"""Worker processes: what they give does not depend on how many there are or what befalls them."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from batches import ENDLESS, QUICK, STUCK, article, batch, folder, tree
from newsclean.batch import Job, Plan, run
from newsclean.batch.local import LocalExecutor
from newsclean.batch.tasks import Task


def tasks(count: int) -> list[Task]:
    return [
        Task(number, f"a{number}", f"a{number}.txt", article(number).encode())
        for number in range(count)
    ]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_do_not_depend_on_the_number_of_workers(tmp_path: Path, jobs: int) -> None:
    """One worker, three workers and none at all write the same bytes."""
    articles = folder(tmp_path / "in", 12)
    (articles / "bad.bin").write_bytes(b"\0\0\1")
    batch(articles, out=tmp_path / "inline", output_format="html")
    plan = Plan((str(articles),), str(tmp_path / "out"), Job(QUICK, "html"), jobs=jobs, quiet=True)
    counts = run(plan, lambda _: None)
    assert (counts.ok, counts.failed) == (12, 1)
    assert tree(tmp_path / "out") == tree(tmp_path / "inline")


def test_an_article_over_its_time_limit_fails_alone() -> None:
    """A hanging article is ended with its worker; all others are digested, once each."""
    executor = LocalExecutor(Job(ENDLESS, "json"), 2, 3.0)
    try:
        results = list(executor.run(iter([*tasks(3), STUCK, *tasks(6)[3:]])))
    finally:
        executor.close()
    assert sorted(result.number for result in results) == [0, 1, 2, 3, 4, 5, 99]
    (late,) = [result for result in results if result.outcome != "ok"]
    assert late.message == "stuck.txt: not done after 3 s"


def test_a_large_article_does_not_wait_for_one_that_hangs() -> None:
    """A worker that hangs in C reads nothing: what it is to do next is larger than a pipe holds."""
    large = Task(7, "large", "large.txt", article(7).encode() + b" " * 500_000)
    executor = LocalExecutor(Job(ENDLESS, "json"), 1, 4.0)
    try:
        results = list(executor.run(iter([*tasks(1), STUCK, large, replace(large, number=8)])))
    finally:
        executor.close()
    assert [result.number for result in results] == [0, 99, 7, 8]
    assert [result.outcome for result in results] == ["ok", "failed", "ok", "ok"]


def test_a_worker_that_dies_is_replaced() -> None:
    """Workers killed from outside cost no article and give none twice."""
    executor = LocalExecutor(Job(QUICK, "json"), 2, 60.0)
    numbers = []
    try:
        for result in executor.run(iter(tasks(40))):
            numbers.append(result.number)
            assert result.outcome == "ok"
            if len(numbers) in (5, 20):
                for child in multiprocessing.active_children():
                    child.kill()
    finally:
        executor.close()
    assert sorted(numbers) == list(range(40))
    assert not multiprocessing.active_children()


def test_an_article_that_kills_its_workers_fails() -> None:
    """What ends every worker that takes it (too little memory) is given up after three."""
    executor = LocalExecutor(Job(ENDLESS, "json"), 1, 60.0)
    over = threading.Event()
    killed = {0}

    def kill() -> None:
        while not over.wait(0.05):
            # a worker that is being buried has no number any more
            with contextlib.suppress(ValueError, ProcessLookupError):
                for worker in executor._workers[:1]:
                    tasks, process = list(worker.tasks), worker._process.pid or 0
                    if STUCK in tasks[:1] and worker.seconds() > 0.1 and process not in killed:
                        killed.add(process)
                        os.kill(process, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        results = list(executor.run(iter([STUCK, *tasks(3)])))
    finally:
        over.set()
        killer.join()
        executor.close()
    assert [result.number for result in results] == [99, 0, 1, 2]
    assert len(killed) == 1 + 3
    assert results[0].message == "stuck.txt: its worker died 3 times (killed; too little memory?)"


def test_tasks_are_drawn_as_they_are_needed() -> None:
    """A million inputs are never in memory at once: only a few tasks are ahead of their results."""
    drawn = 0

    def counted() -> Iterator[Task]:
        nonlocal drawn
        for task in tasks(60):
            drawn += 1
            yield task

    executor = LocalExecutor(Job(QUICK, "json"), 2, 60.0)
    try:
        ahead = [drawn - done for done, _ in enumerate(executor.run(counted()))]
    finally:
        executor.close()
    assert max(ahead) <= 6


@pytest.mark.slow
def test_memory_stays_flat_over_many_files(tmp_path: Path) -> None:
    """Five times as many inputs cost the parent names and ledger lines, not their text."""
    code = (
        "import resource, sys\n"
        "from batches import QUICK\n"
        "from newsclean.batch import Job, Plan, run\n"
        "if __name__ == '__main__':\n"
        "    plan = Plan((sys.argv[1],), sys.argv[2], Job(QUICK, 'text'), jobs=2, quiet=True)\n"
        "    assert run(plan, print).failed == 0\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"
    )
    megabytes = []
    for count in (300, 1500):
        articles = tmp_path / f"in{count}"
        articles.mkdir()
        for number in range(count):
            (articles / f"{number}.txt").write_text(article(number) * 5)
        done = subprocess.run(
            [sys.executable, "-c", code, str(articles), str(tmp_path / f"out{count}")],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
        )
        megabytes.append(float(done.stdout))
    assert megabytes[1] - megabytes[0] < 4
