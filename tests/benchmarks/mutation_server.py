"""A pytest plugin that tries mutants in forks of one process that has collected the tests.

A fork takes over a mutant by exchanging the code of the functions that it changes, or the plain
values at the top of a module; the file is changed on the disk too, for processes that tests start.
What cannot be exchanged so (class bodies) is said to need a fresh process. `mutation.py` starts
this: MUTATION_ATTEMPTS names a file of attempts, MUTATION_RESULTS one that the results go to.
"""

from __future__ import annotations

import ast
import collections
import gc
import json
import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

PLAIN = (bool, int, float, str, bytes, tuple, frozenset, list, dict, set, re.Pattern, type(None))
STARTERS = frozenset(["run", "run_tty", "home"])
"""Fixtures of tests that start the program: each takes as long as many that do not."""
SURVIVED, KILLED, FRESH, LATE = "survived", "killed", "needs a fresh process", "not ended"
_CODES = {0: SURVIVED, 1: KILLED, 2: FRESH}


class NeedsFresh(Exception):  # noqa: N818 - no error, but an answer
    """The change cannot be made in a process that has imported the module."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Try every mutant in place of running the tests."""
    items = {item.nodeid: item for item in session.items}
    session.config._tmp_path_factory.getbasetemp()  # one for all forks
    patience = float(os.environ["MUTATION_PATIENCE_S"])
    gc.collect()
    gc.freeze()
    with open(os.environ["MUTATION_RESULTS"], "a", encoding="utf-8") as results:
        waiting = Path(os.environ["MUTATION_ATTEMPTS"]).read_text(encoding="utf-8")
        for attempt in map(json.loads, waiting.splitlines()):
            chosen = [items[name] for name in attempt["tests"] if name in items]
            chosen.sort(key=_starts_processes)  # those that take longest come last
            found = _attempt(attempt, chosen, patience)
            results.write(json.dumps({"number": attempt["number"], **found}) + "\n")
            results.flush()
    return True


def _starts_processes(item: pytest.Item) -> bool:
    return not STARTERS.isdisjoint(getattr(item, "fixturenames", ()))


def _attempt(attempt: dict[str, Any], items: list[pytest.Item], patience: float) -> dict[str, Any]:
    """What became of a mutant, and the test that noticed it."""
    begun = time.monotonic()
    path = Path(attempt["path"])
    _write(path, attempt["after"])
    try:
        end, by = _forked(items, patience, attempt)
    finally:
        _write(path, attempt["before"])
    if end == KILLED and by is not None:
        again, _ = _forked([item for item in items if item.nodeid == by], patience, None)
        if again != SURVIVED:  # the test fails without the mutant too: it knows nothing of it
            rest = {**attempt, "tests": [item.nodeid for item in items if item.nodeid != by]}
            return _attempt(rest, [item for item in items if item.nodeid != by], patience)
    return {"end": end, "by": by, "seconds": time.monotonic() - begun}


def _write(path: Path, text: str) -> None:
    """Write a module; its time is new, so that nobody takes what was compiled before."""
    seconds = path.stat().st_mtime_ns // 10**9 + 2
    path.write_text(text, encoding="utf-8")
    os.utime(path, (seconds, seconds))


def _forked(
    items: list[pytest.Item], patience: float, attempt: dict[str, Any] | None
) -> tuple[str, str | None]:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.setsid()
        try:
            code = _run(items, attempt, writing)
        except BaseException:  # noqa: BLE001 - whatever it is, the parent goes on
            code = 2
        os._exit(code)
    os.close(writing)
    end, spent, moved = None, 0.0, time.monotonic()
    while end is None:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            code = os.waitstatus_to_exitcode(status)
            end = KILLED if code < 0 else _CODES.get(code, FRESH)
            break
        time.sleep(0.005)
        if (seconds := _cpu_seconds(child)) > spent:
            spent, moved = seconds, time.monotonic()
        if spent > patience or time.monotonic() - moved > patience:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            end = LATE
    with os.fdopen(reading, encoding="utf-8") as answer:
        os.set_blocking(reading, False)
        name = answer.read() or None
    return end, name if end == KILLED else None


def _cpu_seconds(pid: int) -> float:
    """What a process has used, with those that it started and that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _run(items: list[pytest.Item], attempt: dict[str, Any] | None, told: int) -> int:
    if attempt is not None:
        try:
            _take_over(attempt)
        except (NeedsFresh, ValueError):
            return 2
    for item, following in zip(items, [*items[1:], None], strict=True):
        reports = runtestprotocol(item, nextitem=following, log=False)
        if any(report.failed for report in reports):
            os.write(told, item.nodeid.encode())
            return 1
    return 0


def _take_over(attempt: dict[str, Any]) -> None:
    path = attempt["path"]
    module = next((m for m in list(sys.modules.values()) if _file(m) == path), None)
    if module is None:
        return  # it will be imported from the disk
    where = _where(ast.parse(attempt["before"]), attempt["line"], attempt["last_line"])
    if where == "class":
        raise NeedsFresh
    before, after = (compile(attempt[name], path, "exec") for name in ("before", "after"))
    if where == "module":
        _exchange_values(module, after)
        return
    names = collections.Counter(map(_key, _codes(before)))
    if any(count > 1 and attempt["line"] == key[1] for key, count in names.items()):
        raise NeedsFresh  # two lambdas in a line are not told apart
    renewed = {_key(code): code for code in _codes(after)}
    gc.unfreeze()  # what is frozen is not told
    for thing in gc.get_objects():
        # no isinstance: some libraries' objects answer to it with a warning
        if type(thing) is FunctionType and thing.__code__.co_filename == path:
            key = _key(thing.__code__)
            if names[key] == 1 and key in renewed:
                thing.__code__ = renewed[key]


def _file(module: ModuleType) -> str | None:
    try:
        return module.__file__
    except Exception:  # noqa: BLE001 - modules that load others when they are asked
        return None


def _where(tree: ast.AST, first: int, last: int) -> str:
    """Whether lines are in a function, in the body of a class, or at the top of the module."""
    found = "module"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            body = node.body if isinstance(node.body, list) else [node.body]
            if body[0].lineno <= first and last <= (body[-1].end_lineno or 0):
                return "function"
        elif isinstance(node, ast.ClassDef) and node.lineno <= first <= (node.end_lineno or 0):
            found = "class"
    return found


def _codes(code: CodeType) -> Iterator[CodeType]:
    for value in code.co_consts:
        if isinstance(value, CodeType):
            yield value
            yield from _codes(value)


def _key(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _exchange_values(module: ModuleType, after: CodeType) -> None:
    """Give the module, and those that took a value from it, the plain values that have changed."""
    fresh = {"__name__": module.__name__, "__file__": module.__file__, "__package__": ""}
    fresh["__package__"] = module.__package__ or ""
    exec(after, fresh)
    others = [m for name, m in sys.modules.items() if name.startswith(("newsclean", "test_"))]
    exchanged = False
    for name, old in list(vars(module).items()):
        new = fresh.get(name, old)
        if name.startswith("__") or new is old or isinstance(old, ModuleType | type | FunctionType):
            continue
        if not isinstance(old, PLAIN) or not isinstance(new, PLAIN):
            if hasattr(old, "cache_clear"):
                continue
            raise NeedsFresh
        if isinstance(old, re.Pattern) and isinstance(new, re.Pattern):
            if (old.pattern, old.flags) == (new.pattern, new.flags):
                continue
        elif repr(old) == repr(new):
            continue
        exchanged = True
        for other in (module, *others):
            if vars(other).get(name) is old:
                setattr(other, name, new)
    if not exchanged:
        raise NeedsFresh
