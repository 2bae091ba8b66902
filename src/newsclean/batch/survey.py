"""What recurs between the pages of a site, found before they are digested.

The files of a folder count as the pages of one site; of a collection (JSON Lines, mbox, WARC,
Parquet) those records do whose addresses have the same host, or that have no address. A dozen
pages of each site are read for their lines, and then it is found what recurs in these.

The choice of pages depends on the inputs alone: results are the same for any number of workers,
and after a kill. The sites of a collection are sought among its first `LOOK` records, and the
`SITES` that have most of them are read, so time and memory are bounded however long it is.
"""

from __future__ import annotations

import itertools
import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from newsclean.batch.listing import Source
from newsclean.batch.recurring import FEWEST, Recurring
from newsclean.batch.tasks import Result, Task
from newsclean.errors import InputError, NewscleanError
from newsclean.sources import collections, read
from newsclean.sources.record import Record

PAGES = 12
"""Pages of a site that are looked at."""
LOOK = 100_000
"""Records of a collection among which its sites are sought."""
SITES = 200
"""Sites of a collection that are looked at; the lines of all of them may be in memory at once."""

Site = tuple[str, str]
"""The path of a folder or of a collection, and the host of a record's address, if it has one."""
_Places = Mapping[int, Site]


def site_of(path: str, record: Record | None = None) -> Site:
    """The site that a file, or a record in it, is a page of."""
    if record is None:
        return os.path.dirname(path), ""
    url = record.metadata.url
    try:
        host = urlsplit(url.value).hostname if url else None
    except ValueError:
        host = None
    return path, (host or "").removeprefix("www.")


def survey(
    listed: Sequence[Source], carry_out: Callable[[Iterator[Task]], Iterable[Result]]
) -> dict[Site, Recurring]:
    """What recurs on every site on which something does.

    Args:
        listed: the inputs in order.
        carry_out: gives the results of tasks, in any order.
    """
    files, collected = _choose(listed)
    missing = Counter(files.values())
    for places in collected.values():
        missing.update(places.values())
    lines: dict[Site, dict[int, str]] = {site: {} for site in missing}
    sites: list[Site] = []
    read_up: deque[Task] = deque()
    found = {}

    def tasks() -> Iterator[Task]:
        for task in _tasks(files, collected, sites):
            yield task
            yield from comparisons()

    def comparisons() -> Iterator[Task]:
        while read_up:
            yield read_up.popleft()

    for stage in (tasks, comparisons):
        for result in carry_out(stage()):
            site = sites[result.number]
            if site in lines:
                lines[site][result.number] = result.line or "[]"
                if len(lines[site]) == missing[site]:
                    pages = ",".join(page for _, page in sorted(lines.pop(site).items()))
                    data = f"[{pages}]".encode()
                    read_up.append(Task(len(sites), site[0], site[0], data, work="recurring"))
                    sites.append(site)
            elif result.line:
                found[site] = Recurring.loads(result.line)
    return found


def _choose(listed: Sequence[Source]) -> tuple[dict[str, Site], dict[str, _Places]]:
    """The files that are to be read, and of which collections which records."""
    folders: dict[Site, list[str]] = {}
    collected: dict[str, _Places] = {}
    for source in listed:
        site = site_of(source.path)
        chosen = folders.setdefault(site, [])
        wanted = len(chosen) < PAGES
        # a collection whose name does not say so is looked for where it costs nothing
        if (wanted or source.many) and source.holds_many():
            collected[source.path] = _places(source.path)
        elif wanted and os.path.isfile(source.path):  # a FIFO can be read only once
            chosen.append(source.path)
    several = {site: chosen for site, chosen in folders.items() if len(chosen) >= FEWEST}
    return {path: site for site, chosen in several.items() for path in chosen}, collected


def _places(path: str) -> _Places:
    """Where in a collection the records stand that are to be read, and of which site each is."""
    count: Counter[Site] = Counter()
    first: dict[Site, list[int]] = {}
    for place, record in _records(path, LOOK):
        site = site_of(path, record)
        count[site] += 1
        if count[site] <= PAGES:
            first.setdefault(site, []).append(place)
    largest = [site for site, pages in count.most_common(SITES) if pages >= FEWEST]
    return {place: site for site in largest for place in first[site]}


def _records(path: str, end: int) -> Iterator[tuple[int, Record]]:
    """The first records and their places; what cannot be read is complained of in its turn."""
    try:
        for place, record in enumerate(itertools.islice(collections.records(path), end)):
            if not record.error:
                yield place, record
    except NewscleanError:
        pass


def _tasks(
    files: Mapping[str, Site], collected: Mapping[str, _Places], sites: list[Site]
) -> Iterator[Task]:
    """The tasks of reading what was chosen; the site of each is put down in `sites`."""
    for path, site in files.items():
        try:
            data = read.load(path)
        except InputError:
            data = b""  # it is complained of when it is its turn
        sites.append(site)
        yield Task(len(sites) - 1, path, path, data, work="lines")
    for path, places in collected.items():
        for place, record in _records(path, max(places, default=-1) + 1):
            if place in places:
                sites.append(places[place])
                yield replace(Task.of_record(len(sites) - 1, path, record), work="lines")
