"""What runs on a worker of a cluster: it hands each article to a process beside it.

An article that hangs (in C too, where no other thread of its process has a turn) or needs more
memory than there is takes that process down, which is replaced, and never the worker: the
scheduler would have the worker's tasks done again elsewhere, this one among them.
"""

from __future__ import annotations

import multiprocessing
import threading
from importlib import import_module
from typing import Any

from newsclean.batch.local import LocalExecutor
from newsclean.batch.tasks import Job, Result, Task, failed
from newsclean.errors import NewscleanError

_NAME = "newsclean"


def perform(batch: str, job: Job, task: Task, time_limit: float) -> Result:
    """Digest and render an article of the batch called `batch`, or give up in time."""
    worker = import_module("distributed").get_worker()
    return _processes(worker).perform(batch, job, task, time_limit)


def release(batch: str, dask_worker: Any) -> None:
    """End the processes of a batch; Dask passes the worker under this name."""
    _processes(dask_worker).release(batch)


def _processes(worker: Any) -> _Processes:
    found: _Processes = worker.extensions.setdefault(_NAME, _Processes(worker.state.nthreads))
    return found


class _Processes:
    """The processes of a worker; each is for one batch, and for one thread at a time."""

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._lock = threading.Lock()
        self._idle: list[tuple[str, LocalExecutor]] = []
        self._busy: list[tuple[str, LocalExecutor]] = []
        self._over: set[str] = set()

    def perform(self, batch: str, job: Job, task: Task, time_limit: float) -> Result:
        """What came of a task; called in a thread of the worker."""
        mine = self._take(batch) or (batch, LocalExecutor(job, 1, time_limit))
        sound = False
        with self._lock:
            self._busy.append(mine)
        try:
            results = [] if batch in self._over else list(mine[1].run(iter((task,))))
            sound = True
        except (NewscleanError, OSError) as error:
            return failed(task, str(error))
        finally:
            with self._lock:
                self._busy.remove(mine)
                if sound and batch not in self._over:
                    self._idle.append(mine)
                else:
                    mine[1].close()
        return results[0] if results else failed(task, "the batch was stopped")

    def release(self, batch: str) -> None:
        """End the processes of a batch, busy ones too, and start no more for it."""
        with self._lock:
            self._over.add(batch)
            for each in (*self._idle, *self._busy):
                if each[0] == batch:
                    each[1].close()
            self._idle = [each for each in self._idle if each[0] != batch]

    def _take(self, batch: str) -> tuple[str, LocalExecutor] | None:
        """An idle process of this batch, if there is one."""
        with self._lock:
            for each in self._idle:
                if each[0] == batch:
                    self._idle.remove(each)
                    return each
            # what batches left that were killed does not stay for ever
            while len(self._idle) > self._threads:
                self._idle.pop(0)[1].close()
        # a worker that has a nanny is a daemon, which may have no processes of its own
        multiprocessing.current_process().daemon = False
        return None
