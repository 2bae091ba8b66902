"""Worker processes on this machine, each with one article in work and one in hand.

A worker that dies is replaced; its article is tried once more and then counts as failed. An
article over its time limit is ended with its worker. Workers are fresh processes (spawn), so
results do not depend on what the parent had loaded, nor on how many there are.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from newsclean.batch import memory
from newsclean.batch.tasks import Job, Result, Task, failed, perform
from newsclean.errors import NewscleanError
from newsclean.gc_policy import collect_seldom

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

IN_HAND = 2
"""Tasks a worker has at once: the next one is there when one is done."""
_ATTEMPTS = 3
_FALSE_STARTS = 3
_TICK = 0.5
_NO_MEMORY = 77
"""The exit code of a worker that has none left to read its task or to write its result."""


class LocalExecutor:
    """Runs tasks in `jobs` processes."""

    def __init__(self, job: Job, jobs: int, time_limit: float) -> None:
        """Each task may take `time_limit` seconds."""
        self._job = job
        self._time_limit = time_limit
        self._size = jobs
        # a task that comes in while another is in work would count as the other's memory
        self._in_hand = IN_HAND if job.max_memory is None else 1
        self._workers: list[_Worker] = []
        self._again: deque[Task] = deque()
        self._attempts: dict[int, int] = {}
        self._false_starts = 0

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The results of all tasks, each as soon as it is there; tasks are drawn as needed.

        Raises:
            NewscleanError: worker processes do not start.
        """
        more = True
        while self._size:
            more = self._hand_out(tasks) if more or self._again else False
            busy = [worker for worker in self._workers if worker.tasks]
            if not busy:
                return
            yield from self._collect(busy)

    def close(self) -> None:
        """End all workers at once, whatever they are doing; `run`, in another thread, ends too."""
        self._size = 0
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.end()

    def _hand_out(self, tasks: Iterator[Task]) -> bool:
        """Give every worker its fill; False once there are no more tasks."""
        while True:
            idlest = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
            full = len(self._workers) == self._size
            if full and idlest and len(idlest.tasks) >= self._in_hand:
                return True
            task = self._again.popleft() if self._again else next(tasks, None)
            if task is None:
                return False
            if idlest is None or (idlest.tasks and not full):
                idlest = _Worker(self._job)
                self._workers.append(idlest)
            idlest.give(task)

    def _collect(self, busy: list[_Worker]) -> Iterator[Result]:
        """Results that are there, after waiting for the first thing to happen."""
        by_connection = {worker.connection: worker for worker in busy}
        for ready in wait(list(by_connection), self._patience(busy)):
            worker = by_connection[ready]  # type: ignore[index]
            try:
                result = worker.connection.recv()
            except (EOFError, OSError):
                if worker in self._workers:
                    yield from self._bury(worker)
                continue
            self._false_starts = 0
            if result is None:
                worker.started = time.monotonic()
            else:
                self._attempts.pop(result.number, None)
                yield worker.take(result)
        for worker in busy:
            if worker.seconds() > self._time_limit and worker in self._workers:
                late = worker.tasks.popleft()
                self._retire(worker)
                yield failed(late, f"not done after {self._time_limit:g} s")

    def _patience(self, busy: list[_Worker]) -> float:
        """Seconds until the first worker is over the limit, a tick at most."""
        left = min(self._time_limit - worker.seconds() for worker in busy)
        return min(max(left, 0.0), _TICK)

    def _bury(self, worker: _Worker) -> Iterator[Result]:
        """What becomes of the tasks of a worker that died."""
        how = worker.epitaph()
        if worker.started is None:
            self._false_starts += 1
            if self._false_starts >= _FALSE_STARTS:
                raise NewscleanError(f"worker processes do not start ({how})")
        else:
            task = worker.tasks.popleft()
            self._attempts[task.number] = self._attempts.get(task.number, 0) + 1
            if self._attempts[task.number] < _ATTEMPTS:
                worker.tasks.appendleft(task)
            else:
                yield failed(task, f"its worker died {_ATTEMPTS} times ({how})")
        self._retire(worker)

    def _retire(self, worker: _Worker) -> None:
        """End a worker; the tasks it still had are handed out again."""
        self._again.extend(worker.tasks)
        worker.tasks.clear()
        worker.end()
        self._workers.remove(worker)


class _Worker:
    """A process and the tasks it was given; the first of them is in work.

    Tasks are sent by a thread of their own: a worker that hangs in C reads nothing, and a large
    task would keep the batch waiting for it, and nobody would look at the time limit.
    """

    def __init__(self, job: Job) -> None:
        """Start the process.

        Raises:
            NewscleanError: the system gives no more processes, threads or open files.
        """
        self.tasks: deque[Task] = deque()
        self.started: float | None = None
        context = multiprocessing.get_context("spawn")
        try:
            self.connection, theirs = context.Pipe()
            with theirs:
                self._process: SpawnProcess = context.Process(
                    target=_work, args=(theirs, job), daemon=True, name="newsclean-worker"
                )
                resource_tracker.ensure_running()  # it would let go of Ctrl-C again when it starts
                with _InterruptsHeld():
                    self._process.start()
            self._outbox: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
            self._sender = threading.Thread(target=self._send, daemon=True)
            self._sender.start()
        except (OSError, RuntimeError) as error:
            why = getattr(error, "strerror", None) or error
            raise NewscleanError(
                f"worker processes do not start ({why}); see `ulimit -a`, or try fewer --jobs"
            ) from error

    def give(self, task: Task) -> None:
        """Hand over a task."""
        if not self.tasks and self.started is not None:
            self.started = time.monotonic()
        self.tasks.append(task)
        self._outbox.put(task)

    def _send(self) -> None:
        # if it died, reading from it will say so, and its tasks are known
        with contextlib.suppress(OSError):
            while (task := self._outbox.get()) is not None:
                try:
                    self.connection.send(task)
                except MemoryError:
                    self._process.kill()

    def take(self, result: Result) -> Result:
        """Cross off the task of a result; the clock of the next one starts."""
        self.tasks.popleft()
        self.started = time.monotonic()
        return result

    def seconds(self) -> float:
        """How long the task in work has been going."""
        if self.started is None or not self.tasks:
            return 0.0
        return time.monotonic() - self.started

    def epitaph(self) -> str:
        """How the process ended."""
        self._process.join(1.0)
        code = self._process.exitcode
        if code is not None and code < 0:
            return "killed; too little memory?" if code == -9 else f"signal {-code}"
        if code == _NO_MEMORY:
            return "too little memory"
        return f"exit code {code}"

    def end(self) -> None:
        """Kill the process; nothing it does is needed any more, and it writes no files."""
        self._process.kill()
        self._outbox.put(None)
        self._sender.join()
        self.connection.close()
        self._process.join()
        self._process.close()


class _InterruptsHeld:
    """Holds Ctrl-C back while a process starts, which inherits that: it is the parent's to obey."""

    def __enter__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)


def _work(connection: Connection, job: Job) -> None:
    """The life of a worker: tasks in, results out, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # each process has a core of its own: numpy's thread pool would only get in the way
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()
    inbox: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
    try:
        # loaded before the first clock starts; without memory for it no article has begun
        from newsclean import arrays, pipeline  # noqa: F401

        if job.max_memory is not None:
            memory.prepare()
        # tasks are read at once, so that parent and worker never wait for each other's full pipe
        threading.Thread(target=_receive, args=(connection, inbox), daemon=True).start()
    except (MemoryError, ImportError, RuntimeError):  # no room for a library, nor for a thread
        os._exit(_NO_MEMORY)
    try:
        connection.send(None)
        while (task := inbox.get()) is not None:
            connection.send(perform(job, task))
    except OSError:
        pass  # the parent is gone
    except MemoryError:
        os._exit(_NO_MEMORY)


def _receive(connection: Connection, inbox: queue.SimpleQueue[Task | None]) -> None:
    try:
        while True:
            inbox.put(connection.recv())
    except (EOFError, OSError):
        inbox.put(None)
    except MemoryError:  # the parent would wait for ever for somebody to read
        os._exit(_NO_MEMORY)
