"""Articles whose sentences a reader labelled: what belongs in a summary and what does not.

The labels are spans into the body of an article (`tests/benchmarks/labels/summary.jsonl`). A
sentence of today's splitter has the labels of the spans that it shares most of its characters with.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

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
    records = _records(labels)
    bodies = _bodies(shared, labels.parent, {(one["source"], one["id"]) for one in records})
    for record in records:
        body = bodies[record["source"], record["id"]]
        language = languages.normalise(record["lang"])
        prose = sentences.split(body.text, language)
        kinds = {kind: covered(prose, record[kind]) for kind in KINDS}
        yield Labelled(
            number=record["n"],
            source=record["source"],
            id=record["id"],
            domain=body.domain,
            language=language,
            title=body.title,
            sentences=prose,
            read=sum(sentence.end <= record["end"] for sentence in prose),
            **kinds,
        )


class _Body(NamedTuple):
    """An article without what stands around it."""

    text: str
    title: str
    domain: str
    """Articles of one are all trained on, or none."""


_Key = tuple[str, str]
"""Where an article is from, and its name there."""


def _bodies(shared: Path, labels: Path, wanted: Collection[_Key]) -> dict[_Key, _Body]:
    """The labelled articles: bodies of pages, of summary collections, of invented pages.

    Of pages whose body nobody extracted it is the lines that readers marked.
    """
    sources = {source for source, _ in wanted}
    found = {("invented", name): body for name, body in _invented(labels / "invented" / "train")}
    for source in sorted(sources & set(corpora.SUMMARY_SOURCES)):
        for record in corpora.summaries(shared, source, "train"):
            body = _Body(record["text"], record["title"] or "", record["id"])
            found[source, record["id"]] = body
    marked = _Marked(labels / "lines.jsonl")
    for source in sorted(sources - set(corpora.SUMMARY_SOURCES) - {"invented"}):
        for page in corpora.pages(shared, source):
            key = source, page["id"]
            if key in wanted:
                text = page.get("gold") or marked.body(page)
                domain = page.get("domain") or corpora.domain_of({**page, "source": source})
                found[key] = _Body(text, page["title"], domain)
    return found


class _Marked:
    """The lines of pages that readers called the article's; the file is read when asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _of(self) -> dict[_Key, dict[str, Any]]:
        return {(one["source"], one["id"]): one for one in _records(self._path)}

    def body(self, page: Mapping[str, Any]) -> str:
        """The article of a page."""
        record = self._of[page["source"], page["id"]]
        view = page["views"][record["view"]]
        return "\n".join(view[start:end] for start, end in record["body"])


def _invented(folder: Path) -> Iterator[tuple[str, _Body]]:
    """The articles of invented pages, by language and number: items of a list are lines of one."""
    for path in sorted(folder.glob("*.json")):
        for number, page in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            kinds = ["", *(kind for kind, _ in page["body"])]
            gaps = ("\n" if pair == ("li", "li") else "\n\n" for pair in pairwise(kinds))
            text = "".join(gap + line for gap, (_, line) in zip(gaps, page["body"], strict=True))
            name = f"{path.stem}-{number}"
            yield name, _Body(text.removeprefix("\n\n"), page["headline"], name)


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


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
