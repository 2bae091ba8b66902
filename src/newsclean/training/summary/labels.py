"""Articles whose sentences a reader labelled: what belongs in a summary and what does not.

The labels are spans into the body of a page (`tests/benchmarks/labels/summary.jsonl`). A sentence
of today's splitter has the labels of the spans that it shares most of its characters with.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsclean import languages, sentences
from newsclean.document import Sentence
from newsclean.training import corpora

KINDS = ("core", "best", "good", "lean", "junk")
"""What a sentence may be, see `Labelled`."""
_MOSTLY = 0.6
"""The share of a sentence that must be in a labelled span."""


class Labelled(NamedTuple):
    """An article with a reader's labels, sets of sentence numbers.

    `core` carry the main point, `best` is the set that the reader would send, `good` would do as
    well in it, `lean` cannot stand alone, `junk` are no prose, questions, or calls to the reader.
    The reader saw the first `read` sentences, seventy at most.
    """

    number: int
    source: str
    id: str
    domain: str
    language: str
    title: str
    sentences: tuple[Sentence, ...]
    read: int
    core: frozenset[int]
    best: frozenset[int]
    good: frozenset[int]
    lean: frozenset[int]
    junk: frozenset[int]


class Grade(NamedTuple):
    """What is so of a summary."""

    core: bool
    """It has the main point."""
    dangling: bool
    """A sentence leans on one that is not in it."""
    junk: bool
    wanted: bool
    """Two thirds of its sentences are what the reader would send, too."""

    @property
    def right(self) -> bool:
        """Whether it may be sent."""
        return self.core and self.wanted and not (self.dangling or self.junk)


def labelled(shared: Path, labels: Path) -> Iterator[Labelled]:
    """The labelled articles, in the order of the labels.

    Args:
        shared: the shared data.
        labels: the file of labels.
    """
    records = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    wanted = {(record["source"], record["id"]) for record in records}
    pages = {
        (source, page["id"]): page
        for source in sorted({source for source, _ in wanted})
        for page in corpora.pages(shared, source)
        if (source, page["id"]) in wanted
    }
    for record in records:
        page = pages[record["source"], record["id"]]
        language = languages.normalise(record["lang"])
        prose = sentences.split(page["gold"], language)
        kinds = {kind: covered(prose, record[kind]) for kind in KINDS}
        yield Labelled(
            number=record["n"],
            source=record["source"],
            id=record["id"],
            domain=page.get("domain") or page["id"],
            language=language,
            title=page["title"],
            sentences=prose,
            read=sum(sentence.end <= record["end"] for sentence in prose),
            **kinds,
        )


def covered(prose: Sequence[Sentence], spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """The numbers of the sentences most of which is in one of the spans."""
    return frozenset(
        number
        for number, one in enumerate(prose)
        for start, end in spans
        if min(end, one.end) - max(start, one.start) >= _MOSTLY * (one.end - one.start)
    )


def grade(article: Labelled, chosen: Collection[int]) -> Grade:
    """What a reader holds of a summary that has the sentences `chosen`."""
    wanted = (article.core | article.best | article.good).intersection(chosen)
    return Grade(
        core=not article.core.isdisjoint(chosen),
        dangling=any(number - 1 not in chosen for number in article.lean.intersection(chosen)),
        junk=not article.junk.isdisjoint(chosen),
        wanted=3 * len(wanted) >= 2 * len(chosen),
    )
