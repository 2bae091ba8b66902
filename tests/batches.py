"""What the tests of batches share: articles to digest, and an executor without processes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from newsclean.batch import Counts, Job, Plan, run
from newsclean.batch.tasks import Result, Task, perform
from newsclean.options import Options

SENTENCES = (
    "The council of Port Marren voted on Tuesday to reopen the old ferry line to the islands.",
    "“We have waited eleven years for this,” said Ilse Brandt, who runs the bakery on the quay.",
    "The line was closed in 2015 after a storm had damaged both of the wooden piers.",
    "Engineers expect that the repairs will cost four million crowns and take two winters.",
    "Opponents say that the money should rather go to the two schools in the upper town.",
    "A first boat could sail in May, according to a plan that the harbour office published.",
    "Mayor Tomas Rell told reporters that the vote was “a good day for everyone out there”.",
    "Fishermen fear that the new timetable will crowd the narrow channel in the morning.",
)
QUICK = Options(clean=False, method="lead")
"""Options under which an article takes a millisecond."""


def article(number: int) -> str:
    """An article that no other number gives."""
    shuffled = random.Random(number).sample(SENTENCES, len(SENTENCES))
    return f"Ferry returns, part {number}\n\n" + "\n\n".join(shuffled) + "\n"


ENDLESS = Options(method="lead", drop=(r"(x+x+)+y",))
"""Under these a line of many x keeps a worker busy for hours."""
STUCK = Task(99, "stuck", "stuck.txt", b"x" * 60 + b"\n\n" + article(99).encode())


def folder(path: Path, count: int) -> Path:
    """A folder of articles, half of them in a folder below."""
    (path / "more").mkdir(parents=True)
    for number in range(count):
        place = path / "more" if number % 2 else path
        (place / f"a{number:03}.txt").write_text(article(number), encoding="utf-8")
    return path


class Inline:
    """Carries tasks out at once, in this process."""

    def __init__(self, job: Job) -> None:  # noqa: D107
        self._job = job

    def run(self, tasks: Iterator[Task]) -> Iterator[Result]:
        for task in tasks:
            yield perform(self._job, task)

    def close(self) -> None:
        pass


def batch(
    *paths: Path | str,
    out: Path | str,
    output_format: str = "json",
    options: Options = QUICK,
    complain: list[str] | None = None,
    **more: object,
) -> Counts:
    """A batch in this process."""
    plan = Plan(tuple(map(str, paths)), str(out), Job(options, output_format), quiet=True, **more)
    said = [] if complain is None else complain
    return run(plan, said.append, executor=Inline)


def tree(path: Path, *, hidden: bool = False) -> dict[str, bytes]:
    """The files below a folder, by name."""
    return {
        file.relative_to(path).as_posix(): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file() and (hidden or not file.name.startswith("."))
    }
