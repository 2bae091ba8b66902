"""Time limits: what stops work that takes too long, and where each way is used.

| what is stopped | how | where |
|---|---|---|
| an input of the command line | `alarm`: a signal, which only the main thread gets | `commands` |
| a summarizer of sumy's | `interrupt`: an exception that another thread raises | `summary` |
| an article of a batch, whatever it does | its worker process is ended | `batch/local.py` |
| a request to a server | each wait has a timeout; a timer closes the socket | `sources/url.py` |

The first two stop between two steps of Python code; one long step in C is waited for. Ending the
process stops everything, and costs the start of another one.
"""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from newsclean.errors import TimeLimitError

_REPEAT_S = 0.5
"""Seconds after which work that did not stop is told to once more; a guess."""


@contextmanager
def alarm(seconds: float | None, message: str) -> Iterator[None]:
    """Stops what is inside after `seconds`; None, or a system without such signals, never does.

    For the main thread alone, since Python hands signals to no other.

    Raises:
        TimeLimitError: the time is over.
    """
    if seconds is None or not hasattr(signal, "setitimer"):
        yield
        return

    class _TimeIsUp(BaseException):  # no handler on the way may take it for an error of its own
        pass

    def expire(_number: int, _frame: FrameType | None) -> None:
        raise _TimeIsUp

    before = signal.signal(signal.SIGALRM, expire)
    try:
        try:
            signal.setitimer(signal.ITIMER_REAL, seconds, _REPEAT_S)
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
    except _TimeIsUp:
        raise TimeLimitError(message) from None


@contextmanager
def interrupt(seconds: float, message: str) -> Iterator[None]:
    """Stops what is inside after `seconds`, in any thread, and leaves signals alone.

    A watching thread raises an exception in this one (`PyThreadState_SetAsyncExc`). It is raised
    again until it arrives, since Python swallows what is raised within a `__del__`.

    Raises:
        TimeLimitError: the time is over.
    """
    target = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    done = threading.Event()

    class _TimeIsUp(BaseException):  # as above
        pass

    def watch() -> None:
        wait = seconds
        while not done.wait(wait):
            with lock:
                if not done.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(target, ctypes.py_object(_TimeIsUp))
            wait = _REPEAT_S

    threading.Thread(target=watch, daemon=True).start()
    try:
        try:
            yield
        finally:
            with lock:
                done.set()
    except _TimeIsUp:
        raise TimeLimitError(message) from None
