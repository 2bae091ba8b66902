"""The workers of a Dask cluster, behind the same interface as processes on this machine.

Articles travel to the workers and results back; the cluster needs no files in common with this
machine. A worker that dies loses nothing: the scheduler has its tasks done again elsewhere, and
a result is taken once, from the future that carries it. What a worker does: `remote.py`.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from importlib import import_module
from importlib.metadata import version
from typing import Any

from newsclean.batch import memory, remote
from newsclean.batch.tasks import Job, Result, Task, failed
from newsclean.errors import InputError, MissingExtraError, UsageError

IN_HAND = 3
"""Tasks for each thread of the cluster at once: the wire is slower than a pipe."""
_CONNECT = 15
_ATTEMPTS = 3


class ClusterExecutor:
    """Runs tasks on the workers of a scheduler."""

    def __init__(self, job: Job, address: str, time_limit: float) -> None:
        """Connect to the scheduler at `address`, such as `tcp://10.0.0.5:8786`.

        Raises:
            InputError: nobody answers there, or there are no workers.
            UsageError: the workers have another version of newsclean, or cannot limit memory.
            MissingExtraError: Dask is not installed.
        """
        self._job = job
        self._address = address
        self._time_limit = time_limit
        self._tasks: dict[str, Task] = {}
        self._attempts: dict[int, int] = {}
        self._submitted = 0
        self._client = _connect(address)
        self._check_versions()
        if job.max_memory is not None and not all(self._client.run(memory.is_kept).values()):
            raise UsageError(f"{address}: --max-memory needs workers on Linux")

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results of all tasks, each as soon as it is there; tasks are drawn as needed.

        Raises:
            InputError: the scheduler is gone.
        """
        done = _distributed().as_completed(
            map(self._submit, itertools.islice(tasks, self._window())), loop=self._client.loop
        )
        for future in done:
            task = self._tasks.pop(future.key)
            result = self._result(task, future)
            if result is not None:
                del self._attempts[task.number]
                yield result
            else:
                done.add(self._submit(task))
            # more workers may have come, or some gone
            room = max(0, self._window() - len(self._tasks))
            done.update(map(self._submit, itertools.islice(tasks, room)))

    def close(self) -> None:
        """Let go of the cluster; what it still has in work is given up."""
        if self._client.status == "running":
            with contextlib.suppress(OSError, TimeoutError):
                self._client.run(remote.release, self._client.id, on_error="ignore")
        self._client.close(timeout=2)

    def _window(self) -> int:
        """How many tasks the cluster may have at once.

        Raises:
            InputError: the scheduler is gone.
        """
        try:
            threads: int = sum(self._client.nthreads().values())
        except (OSError, TimeoutError) as error:
            raise self._gone() from error
        return IN_HAND * max(1, threads)

    def _gone(self) -> InputError:
        return InputError(
            f"{self._address}: the cluster is gone; run the same command again to go on"
        )

    def _submit(self, task: Task) -> Any:
        self._attempts[task.number] = self._attempts.get(task.number, 0) + 1
        self._submitted += 1
        batch = self._client.id
        key = f"newsclean-{batch}-{self._submitted}"
        self._tasks[key] = task
        return self._client.submit(
            remote.perform, batch, self._job, task, self._time_limit, pure=False, key=key
        )

    def _result(self, task: Task, future: Any) -> Result | None:
        """What a finished task gave; None if it went down with its worker and is to be redone.

        Raises:
            InputError: the scheduler is gone.
        """
        if self._client.status != "running":
            raise self._gone()
        try:
            if future.status != "error":
                result: Result = future.result(timeout=_CONNECT)
                return result
            why = type(future.exception()).__name__
        except (CancelledError, TimeoutError, OSError) as error:
            why = type(error).__name__
            if self._attempts[task.number] < _ATTEMPTS:
                return None
        finally:
            future.release()
        return failed(task, f"its workers died ({why})")

    def _check_versions(self) -> None:
        try:
            versions = self._client.run(_version)
        except Exception as error:
            raise UsageError(
                f"{self._address}: newsclean is not installed on the workers"
            ) from error
        if not versions:
            raise InputError(f"{self._address}: the cluster has no workers")
        others = sorted(set(versions.values()) - {_version()})
        if others:
            raise UsageError(
                f"{self._address}: workers have newsclean {', '.join(others)}, here is {_version()}"
            )


def _connect(address: str) -> Any:
    distributed = _distributed()
    # what goes wrong is said by us, in a line; Dask would say it in twenty
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(("distributed", "tornado")):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    # an article is part of its task on purpose: data kept on a worker would be lost with it
    import_module("dask.config").set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    try:
        client = distributed.Client(address, timeout=_CONNECT, set_as_default=False)
        client.wait_for_workers(1, timeout=_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        raise InputError(f"{address}: no Dask scheduler with workers answers there") from error
    return client


def _distributed() -> Any:
    """The module `distributed`, which has types for some of its functions only."""
    try:
        return import_module("distributed")
    except ImportError:
        raise MissingExtraError("--cluster", "cluster") from None


def _version() -> str:
    return version("newsclean")
