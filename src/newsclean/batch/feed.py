"""The tasks of a batch in their order, and what becomes of their results: written and counted.

An article that an earlier run has done with the same bytes and options is counted, and no task
is made of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from newsclean.batch import progress
from newsclean.batch.disk import DiskError
from newsclean.batch.ledger import state
from newsclean.batch.listing import Source
from newsclean.batch.outputs import Outputs
from newsclean.batch.recurring import Recurring
from newsclean.batch.store import Store
from newsclean.batch.survey import Site, site_of
from newsclean.batch.tasks import Job, Result, Task
from newsclean.errors import ExitCode, InputError, NewscleanError, UsageError
from newsclean.sources import read


@dataclass(slots=True)
class Counts:
    """How a batch went. `unchanged` of them had been done by an earlier run."""

    ok: int = 0
    failed: int = 0
    no_article: int = 0
    unchanged: int = 0
    seconds: float = 0.0
    interrupted: bool = False

    @property
    def done(self) -> int:
        """All that were dealt with."""
        return self.ok + self.failed + self.no_article

    @property
    def exit_code(self) -> ExitCode:
        """130 if stopped, 1 if some failed, 3 if one had no article or there were none, else 0."""
        if self.interrupted:
            return ExitCode.INTERRUPTED
        if self.failed:
            return ExitCode.SOME_FAILED
        return ExitCode.OK if self.ok and not self.no_article else ExitCode.NO_ARTICLE

    def __str__(self) -> str:
        """The line that a batch ends with."""
        before = f" ({self.unchanged} of them done already)" if self.unchanged else ""
        return (
            f"{self.ok} ok, {self.failed} failed, {self.no_article} no article{before}, "
            f"{self.seconds:.1f} s"
        )

    def add(self, outcome: str) -> None:
        """Count one more."""
        if outcome == "ok":
            self.ok += 1
        elif outcome == "no article":
            self.no_article += 1
        else:
            self.failed += 1


class Feed:
    """Gives out the tasks of a batch, and takes in what became of them."""

    def __init__(
        self,
        listed: Sequence[Source],
        job: Job,
        sites: Mapping[Site, Recurring],
        store: Store,
        outputs: Outputs | None,
        counts: Counts,
        complain: Callable[[str], None],
        meter: progress.Meter,
    ) -> None:
        """What was listed goes to `store` when it is done, and into `counts`.

        `outputs` knows which output belongs to which file.
        """
        self._listed = listed
        self._max_bytes = job.max_bytes
        self._fingerprint = fingerprint(job)
        self._sites = sites
        self._store = store
        self._outputs = outputs
        self._counts = counts
        self._complain = complain
        self._meter = meter
        self._in_work: dict[int, tuple[str, str]] = {}
        self.keys: list[str] = []
        self.causes: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Task]:
        """The tasks that are to be done; those that are done already are counted."""
        for source in self._listed:
            try:
                for task, site in self._tasks(source):
                    self.keys.append(task.key)
                    recurring = self._sites.get(site)
                    if not self._skips(task, recurring.lines if recurring else ""):
                        yield replace(task, site=recurring.profile) if recurring else task
            except NewscleanError as error:
                self._count("failed", str(error))

    def _tasks(self, source: Source) -> Iterator[tuple[Task, Site]]:
        """The tasks of one file, and the site that each is a page of.

        Raises:
            InputError: it cannot be read.
            MissingExtraError: its format needs an extra.
        """
        number = len(self.keys)
        if not source.holds_many():
            task = Task(number, source.key, source.path, read.load(source.path, self._max_bytes))
            yield task, site_of(source.path)
            return
        for count, record in enumerate(source.records()):
            place = record.name.removeprefix(f"{source.path}#").replace("#", "/")
            key = f"{source.key}/{place}"
            task = Task.of_record(number + count, key, record)
            other = self._outputs.taken(key) if self._outputs and not task.error else None
            if other is not None:
                task = replace(task, error=f"its output would be that of {other}; rename one")
            yield task, site_of(source.path, record)

    def settle(self, result: Result) -> None:
        """Write and count a result.

        Raises:
            UsageError: the options cannot be; no article could do with them.
            DiskError: nothing more can be written.
        """
        if result.outcome == "usage":
            raise UsageError(result.message)
        key, its_state = self._in_work.pop(result.number)
        try:
            self._store.put(key, its_state, result)
        except DiskError:
            raise
        except InputError as error:
            self._count("failed", str(error))
        else:
            self._count(result.outcome, result.message)

    def _skips(self, task: Task, site: str) -> bool:
        if task.error:
            self._count("failed", f"{task.name}: {task.error}")
            return True
        name, lines = (text.encode("utf-8", "replace") for text in (task.name, site))
        its_state = state(self._fingerprint, name, lines, task.data)
        known = self._store.unchanged(task.key, its_state)
        if known is None:
            self._in_work[task.number] = (task.key, its_state)
            return False
        self._counts.unchanged += 1
        self._count(known.outcome, known.message, new=False)
        return True

    def _count(self, outcome: str, message: str, *, new: bool = True) -> None:
        if message:
            self._complain(message)
            self.causes[message.rpartition(": ")[2]] += 1
        self._counts.add(outcome)
        self._meter.advance(self._counts.done, new=new)


def fingerprint(job: Job) -> bytes:
    """What, besides an article's bytes, decides its output: options, format, version."""
    from importlib.metadata import version  # loads e-mail and zip readers, of no use to workers

    site = job.options.site
    values = asdict(replace(job, options=replace(job.options, site=None)))
    if site:
        from newsclean.cleaning import site_profile

        values["options"]["site"] = site_profile.dumps(site)  # a set has no order of its own
    return state(
        b"newsclean", version("newsclean").encode(), repr(sorted(values.items())).encode()
    ).encode()
