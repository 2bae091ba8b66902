"""What recurs between the pages of a folder, found before they are digested.

A dozen pages of each folder are read for their lines. A line counts as recurring if three of
them have it, and pages that share half of their prose with another count as its copies, so that
copies and new versions of one article never wear each other away. The choice of pages depends
on the list of inputs alone: results are the same for any number of workers, and after a kill.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsclean.batch.listing import Source
from newsclean.batch.tasks import Result, Task
from newsclean.document import Line
from newsclean.errors import InputError
from newsclean.sources import read

PAGES = 12
"""Pages of a folder that are looked at."""
FEWEST = 5
"""Pages a folder must have to be looked at, and must differ from each other."""
_RECURS = 3
_PROSE = 8
_COPY = 0.5


@dataclass(frozen=True, slots=True)
class Recurring:
    """What recurs in a folder: a profile as `Options.site` takes it, and the lines alone.

    What is digested again when a folder changes depends on the lines, not on how often each
    was counted.
    """

    profile: str
    lines: str


def survey(
    listed: Sequence[Source], carry_out: Callable[[Iterator[Task]], Iterable[Result]]
) -> dict[str, Recurring]:
    """What recurs in every folder in which something does, by the folder's path.

    Args:
        listed: the inputs in order.
        carry_out: gives the results of tasks, in any order.
    """
    folders: dict[str, list[Source]] = {}
    for source in listed:
        if not source.many and os.path.isfile(source.path):  # a FIFO can be read only once
            folders.setdefault(os.path.dirname(source.path), []).append(source)
    wanted = [chosen[:PAGES] for chosen in folders.values() if len(chosen) >= FEWEST]
    sources = [source for chosen in wanted for source in chosen]
    sizes = {os.path.dirname(chosen[0].path): len(chosen) for chosen in wanted}
    found: dict[str, dict[int, list[str]]] = {folder: {} for folder in sizes}
    profiles = {}
    for result in carry_out(_tasks(sources)):
        folder = os.path.dirname(sources[result.number].path)
        pages = found[folder]
        pages[result.number] = json.loads(result.line) if result.line else []
        if len(pages) == sizes[folder]:
            profile = _profile([pages[number] for number in sorted(pages)])
            del found[folder]
            if profile:
                profiles[folder] = profile
    return profiles


def _tasks(sources: Sequence[Source]) -> Iterator[Task]:
    for number, source in enumerate(sources):
        try:
            data = read.load(source.path)
        except InputError:
            data = b""  # it is complained of when it is its turn
        yield Task(number, source.key, source.path, data, only_lines=True)


def _profile(pages: Sequence[Sequence[str]]) -> Recurring | None:
    """What recurs in a folder of these pages, if anything does."""
    from newsclean.cleaning import repeated

    different = _without_copies(pages)
    if len(different) < FEWEST:
        return None
    learned = repeated.learn([Line(0, len(text), text) for text in page] for page in different)
    lines = {
        text: count
        for text, count in learned.lines.items()
        if count >= _RECURS and any(map(str.isalpha, text))  # bare numbers recur by chance
    }
    if not lines:
        return None
    pairs = frozenset(pair for pair in learned.pairs if all(text in lines for text in pair))
    profile = repeated.SiteProfile(learned.pages, lines, pairs)
    return Recurring(profile.dumps(), "\n".join(sorted(lines)))


def _without_copies(pages: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The pages that share less than half of their prose with every one before."""
    from newsclean.cleaning.repeated import key

    kept: list[Sequence[str]] = []
    seen: list[set[str]] = []
    for page in pages:
        prose = {key(text) for text in page if text.count(" ") >= _PROSE}
        if prose and all(len(prose & other) < _COPY * len(prose) for other in seen):
            kept.append(page)
            seen.append(prose)
    return kept
