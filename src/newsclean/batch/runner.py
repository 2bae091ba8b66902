"""A batch from beginning to end: list, check, skip what is done, digest, write, count.

Articles are read here, digested by an executor (processes on this machine, or a cluster), and
written here, each as soon as it is done. What is written does not depend on the order in which
articles are done: the file over all articles follows the order of the inputs.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from newsclean.batch import formats, listing, memory, notes, progress
from newsclean.batch.disk import DiskError
from newsclean.batch.feed import Counts, Feed
from newsclean.batch.listing import Source
from newsclean.batch.outputs import Outputs
from newsclean.batch.store import FolderStore, Store, StreamStore, beside_whole, own_files
from newsclean.batch.survey import survey
from newsclean.batch.tasks import Job, Result, Task
from newsclean.errors import UsageError
from newsclean.output.json import dumps
from newsclean.output.tables import DELIMITERS, STORIES, Writer

STREAM = "-"
TIME_LIMIT = 120.0
"""Seconds an article may take where nothing else is said."""


class Executor(Protocol):
    """What carries out tasks, wherever it does so."""

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        """The result of each task, once each, as soon as it is there; tasks are drawn as needed."""

    def close(self) -> None:
        """Stop at once."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch is to do.

    `out` is a folder, or "-" for lines on standard output. `jobs` None is one a core; `cluster`
    is a Dask scheduler's address. `names` are file names read from standard input.
    """

    paths: tuple[str, ...]
    out: str
    job: Job
    names: tuple[str, ...] = ()
    jobs: int | None = None
    cluster: str | None = None
    time_limit: float | None = None
    quiet: bool = False
    text_column: str | None = None
    """The column of the texts in a table."""
    bom: bool = False
    raw_csv: bool = False
    """Of tables: begin with a byte order mark; leave cells that a spreadsheet would run."""
    common: float | None = None
    """The share of the shorter text that copies have in common; None is the default."""
    report: Callable[[Mapping[str, Any]], None] | None = None
    """Is given the statistics."""
    kept: bool = True
    """Whether what is written stays, so that a run that was stopped can be gone on with."""


def run(
    plan: Plan,
    complain: Callable[[str], None],
    *,
    write: Callable[[str], None] | None = None,
    executor: Callable[[Job], Executor] | None = None,
) -> Counts:
    """Carry out a batch.

    Args:
        plan: what to do.
        complain: is told each thing that goes wrong, and the progress, a line at a time.
        write: takes the lines for standard output.
        executor: makes what carries out the tasks of a job; None makes processes on this machine
            or, if the plan names one, uses a cluster.

    Raises:
        UsageError: a format, option or output that cannot be, or two inputs with one output.
        InputError: the output cannot be written.
        MissingExtraError: an extra is not installed.
        NewscleanError: workers do not start, or the cluster is gone.
    """
    begun = time.monotonic()
    _check_numbers(plan)
    output_format = _output_format(plan)
    job = replace(plan.job, output_format=output_format)
    counts = Counts()
    listed: list[Source] = []
    try:
        listed = _listed(plan, output_format, counts, complain)
        outputs = _outputs(plan, output_format, listed)
        with ExitStack() as stack:
            table = Writer(output_format, raw=plan.raw_csv, bom=plan.bom)
            store = _store(plan, output_format, write, table)
            stack.callback(store.close)
            total = None if any(source.many for source in listed) else len(listed)
            meter = stack.enter_context(progress.meter(total, complain, quiet=plan.quiet))
            workers = executor(job) if executor else _executor(plan, job, total)
            stack.callback(workers.close)
            cleans = job.options.clean and job.options.site is None
            sites = survey(listed, workers.run) if cleans else {}
            feed = Feed(listed, job, sites, store, outputs, counts, complain, meter)
            for result in workers.run(iter(feed)):
                feed.settle(result)
            _conclude(plan, store, feed, table)
            if table.guarded:
                complain(table.note())
    except KeyboardInterrupt:
        counts.interrupted = True
        complain(_stopped(plan, counts, listed))
    except DiskError as error:  # no room is left
        raise DiskError(f"{error}; {_stopped(plan, counts, listed)}") from error
    except SystemExit:  # the program is told to end
        complain(_stopped(plan, counts, listed))
        raise
    counts.seconds = time.monotonic() - begun
    return counts


def _stopped(plan: Plan, counts: Counts, listed: list[Source]) -> str:
    """How far a batch came that did not come to its end, and how to go on."""
    goes_on = plan.kept and plan.out != STREAM
    resume = "; the same command goes on from there" if goes_on else ""
    return f"stopped after {counts.done} of {len(listed)}{resume}"


def _conclude(plan: Plan, store: Store, feed: Feed, table: Writer) -> None:
    """Write what is said of all articles."""
    told: Mapping[int, Mapping[str, Any]] = {}
    if plan.job.stories:
        known, found = notes.group(store.notes(feed.keys), plan.common)
        told = notes.story_of_each(known, found)
        record = notes.stories_record(known, found)
        if plan.job.output_format in DELIMITERS:
            rows = table.head(STORIES) + table.rows(notes.story_rows(record))
            store.write(f"stories.{plan.job.output_format}", rows)
        else:
            store.write("stories.json", dumps(record, "json"))
    store.finish(feed.keys, told)
    if plan.job.statistics:
        numbers = notes.statistics_record(store.notes(feed.keys), feed.causes)
        store.write("statistics.json", dumps(numbers, "json"))
        if plan.report:
            plan.report(numbers)


def _check_numbers(plan: Plan) -> None:
    if plan.jobs is not None and plan.jobs < 1:
        raise UsageError(f"--jobs takes 1 or more, not {plan.jobs}")
    if plan.cluster is not None and not plan.cluster.strip():
        raise UsageError("--cluster takes the address of a Dask scheduler, such as tcp://HOST:8786")
    if plan.time_limit is not None and plan.time_limit <= 0:
        raise UsageError(f"--time-limit takes more than 0 seconds, not {plan.time_limit:g}")
    if plan.cluster is None:
        memory.check(plan.job.max_memory)


def _listed(
    plan: Plan, output_format: str, counts: Counts, complain: Callable[[str], None]
) -> list[Source]:
    """The inputs in order; collisions of their outputs are found here, before any work."""

    def unreadable(message: str) -> None:
        counts.add("failed")
        complain(message)

    out = None if plan.out == STREAM else Path(plan.out)
    listed = listing.sources(
        plan.paths,
        plan.names,
        out=out,
        complain=unreadable,
        note=(lambda _message: None) if plan.quiet else complain,
        text_column=plan.text_column,
    )
    if not listed:
        complain("there are no files to read")
    if out is None:
        return listed
    shape = formats.named(output_format)
    own = _own_files(plan, output_format)
    listing.check_overwriting(listed, plan.paths, out, shape.suffix, own)
    if shape.suffix is None:
        # no output is named after its input; what tells inputs apart is where they are
        return [replace(source, key=source.path) for source in listed]
    taken = listing.stem(shape.whole) if shape.whole else None
    return [_beside(source, taken) for source in listed]


def _outputs(plan: Plan, output_format: str, listed: list[Source]) -> Outputs | None:
    """Who has which output; None where none is named after its input."""
    suffix = formats.named(output_format).suffix
    if plan.out == STREAM or suffix is None:
        return None
    outputs = Outputs(suffix, (path.name for path in _own_files(plan, output_format)))
    outputs.claim(listed)
    return outputs


def _beside(source: Source, taken: str | None) -> Source:
    """`source` with another key if the file over all articles has its name."""
    if taken is None or source.key.casefold() != taken:
        return source
    return replace(source, key=f"{source.key}-article")


def _own_files(plan: Plan, output_format: str) -> list[Path]:
    """The files that a batch writes whatever its inputs are called."""
    out, names = Path(plan.out), []
    if plan.job.stories:
        kind = output_format if output_format in DELIMITERS else "json"
        names.append(f"stories.{kind}")
    if plan.job.statistics:
        names.append("statistics.json")
    beside = [beside_whole(out, output_format, name) for name in names]
    return [*own_files(out, output_format), *beside]


def _store(
    plan: Plan, output_format: str, write: Callable[[str], None] | None, table: Writer
) -> Store:
    if plan.out == STREAM:
        return StreamStore(write or _print)
    wanted = plan.job.stories or plan.job.statistics
    return FolderStore(
        Path(plan.out), output_format, table, notes=wanted, interface=plan.job.interface
    )


def _output_format(plan: Plan) -> str:
    """The format, checked; a stream takes lines only."""
    output_format = plan.job.output_format
    formats.named(output_format)
    if plan.out == STREAM and output_format not in ("json", "jsonl"):
        raise UsageError(f"-o - streams JSON lines; {output_format} needs a folder: -o FOLDER")
    if plan.out == STREAM and plan.job.stories:
        raise UsageError("--stories needs all articles before it writes: -o FOLDER or -o NAME.csv")
    return "jsonl" if plan.out == STREAM else output_format


def _executor(plan: Plan, job: Job, total: int | None) -> Executor:
    limit = TIME_LIMIT if plan.time_limit is None else plan.time_limit
    if plan.cluster is not None:
        from newsclean.batch.cluster import ClusterExecutor

        return ClusterExecutor(job, plan.cluster, limit)
    from newsclean.batch.local import LocalExecutor

    jobs = plan.jobs or available_cores()
    return LocalExecutor(job, jobs if total is None else max(1, min(jobs, total)), limit)


def available_cores() -> int:
    """The cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _print(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
