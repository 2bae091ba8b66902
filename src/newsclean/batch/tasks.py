"""One article of a batch: what a worker is given, what it does with it, what it gives back.

`perform` is all that runs in a worker, here or on another machine. It never raises: whatever
goes wrong with an article is in its result.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from newsclean.document import Metadata
from newsclean.errors import MissingExtraError, NewscleanError, NoArticleError, UsageError
from newsclean.markup import Part
from newsclean.options import Options
from newsclean.sources.limits import MAX_BYTES, megabytes

if TYPE_CHECKING:
    from newsclean.document import Digest, Document, SiteProfile
    from newsclean.sources.record import Record

Outcome = Literal["ok", "no article", "failed", "usage"]
Work = Literal["digest", "lines", "recurring"]


@dataclass(frozen=True, slots=True)
class Job:
    """What holds for all articles of a batch. `output_format` is a key of `formats.FORMATS`."""

    options: Options
    output_format: str
    kind: str | None = None
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    stories: bool = False
    statistics: bool = False
    """Whether a note is made of each article for these."""
    interface: str = "en"
    """The language of an HTML report's own words."""
    max_memory: int | None = None
    """The bytes that an article may take beside what a worker holds; None is no limit."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be digested: its running number, its key, its name, its bytes.

    `site` is the profile of its site (`Options.site`). Other `work` than digesting it gives JSON as
    the line of its result: "lines" a list of the article's lines, "recurring" what recurs between
    the pages whose lines `data` holds.
    """

    number: int
    key: str
    name: str
    data: bytes
    kind: str | None = None
    encoding: str | None = None
    metadata: Metadata | None = None
    error: str = ""
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    site: SiteProfile | None = None
    work: Work = "digest"

    @classmethod
    def of_record(cls, number: int, key: str, record: Record) -> Task:
        """The task of a collection's record."""
        return cls(
            number,
            key,
            record.name,
            record.data,
            record.kind,
            record.encoding,
            record.metadata,
            record.error,
            record.parts,
            record.notes,
        )


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task.

    `page` is the file that is written for it, `line` its line in the file over all articles;
    `message` says what went wrong.
    """

    number: int
    outcome: Outcome
    page: str | None = None
    line: str | None = None
    message: str = ""
    note: str | None = None
    """What is noted of it for what the batch says of all articles (`notes.py`)."""


def perform(job: Job, task: Task) -> Result:
    """Digest and render one article."""
    from newsclean.batch.memory import limited

    try:
        with limited(job.max_memory):
            return _performed(job, task)
    except NoArticleError as error:
        return Result(task.number, "no article", message=_named(task, error))
    except NewscleanError as error:
        usage = isinstance(error, UsageError) and not isinstance(error, MissingExtraError)
        return Result(task.number, "usage" if usage else "failed", message=_named(task, error))
    except MemoryError:
        # What took the memory is held by the exception. Nothing can be made before it is gone:
        # Python 3.11 tries for ever to handle an error in this block for which it has no memory.
        pass
    except Exception as error:  # noqa: BLE001 - one article must never stop the others
        return failed(task, f"unexpected {type(error).__name__}: {error}")
    if job.max_memory is None:
        return failed(task, "needs more memory than there is")
    return failed(task, f"needs more than {megabytes(job.max_memory)} of memory; see --max-memory")


def _performed(job: Job, task: Task) -> Result:
    """What came of a task that meets with nothing."""
    from newsclean.batch import formats, notes

    if task.work == "lines":
        return Result(task.number, "ok", line=_lines(_read(job, task)))
    if task.work == "recurring":
        return Result(task.number, "ok", line=_recurring(task))
    digest = _digest(job, task)
    page, line = formats.render(digest, job.output_format, task.key, job.interface)
    note = notes.make(digest, stories=job.stories, statistics=job.statistics)
    return Result(task.number, "ok", page, line, note=note)


def failed(task: Task, why: str) -> Result:
    """The result of a task that came to nothing."""
    return Result(task.number, "failed", message=f"{task.name}: {why}")


def _digest(job: Job, task: Task) -> Digest:
    from newsclean import pipeline

    options = replace(job.options, site=task.site) if task.site else job.options
    return pipeline.digest_document(_read(job, task), options)


def _read(job: Job, task: Task) -> Document:
    from newsclean.sources import read
    from newsclean.sources.record import NOTHING, Record

    record = Record(
        task.name,
        task.data,
        task.kind,
        task.encoding,
        task.metadata or NOTHING,
        parts=task.parts,
        notes=task.notes,
    )
    return read.from_record(record, kind=job.kind, encoding=job.encoding, max_bytes=job.max_bytes)


def _lines(document: Document) -> str:
    from newsclean.cleaning.lines.segment import segment

    lines = segment(document.text, unwrap=document.tree is None)
    return json.dumps([line.text for line in lines])


def _recurring(task: Task) -> str | None:
    from newsclean.batch import recurring

    found = recurring.find(json.loads(task.data))
    return found.dumps() if found else None


def _named(task: Task, error: NewscleanError) -> str:
    message = str(error)
    return message if message.startswith(task.name) else f"{task.name}: {message}"
