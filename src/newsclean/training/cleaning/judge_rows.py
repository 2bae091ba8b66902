"""The lines that the judge learns from: what readers kept of pages, as rows.

A page is cleaned up to where the judge is asked, by networks that have not seen its site: what they
say of it, and what is lost and kept of it, is as on any page. In copied text a line is the reader's
own by its place; lines of HTML are found again by their letters, and those that cannot be found, or
that stand in the page twice, once kept and once not, are not learned from.
"""

from __future__ import annotations

import contextlib
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np

from newsclean.arrays import Bag
from newsclean.cleaning.clean import choose, settle
from newsclean.cleaning.judge import numbers, words
from newsclean.cleaning.lines.phrases import letters
from newsclean.cleaning.model import markup_network, text_network
from newsclean.cleaning.record import PageRecord
from newsclean.document import Document
from newsclean.errors import NewscleanError
from newsclean.sources import read
from newsclean.training import corpora
from newsclean.training.cleaning import invented, invented_html
from newsclean.training.cleaning.readers import LABELS

TEXT, HTML, CLEAN = "text", "HTML", "clean"
INPUTS = (TEXT, HTML, CLEAN)
SOURCES = ("wcxb", "n4k", "fundus", "trafeval", "daniel", "dragnet")
INVENTED = "invented"
"""The source of pages that were invented."""
UNKNOWN = -1
LETTERS = 12
"""A shorter line may stand in many places of a page: it is found again as a whole line alone."""
HALF = 0.5
REASONS = {
    "caption": "caption",
    "credit": "caption",
    "standfirst": "standfirst",
    "headline": "standfirst",
    "promo": "advertisement",
    "related": "related articles",
    "teaser": "related articles",
    "other-article": "related articles",
    "bio": "author biography",
    "note": "editorial note",
    "correction": "editorial note",
    "comment": "comments",
    "menu": "navigation",
    "tags": "navigation",
    "share": "navigation",
    "form": "navigation",
}
"""What readers call a line that goes -> the reason. Credits and headlines are few and like what
they stand beside."""
INVENTED_KINDS = {
    "deck": "standfirst",
    "box": "promo",
    "link": "related",
    "notes": "note",
    "closing": "note",
    "comments": "comment",
}
"""What readers call elements of invented pages that have other names there."""
LAYOUTS, HTML_LAYOUTS = 3, 1
"""In so many ways an invented page is laid out, as copied text and as HTML."""


class Page(NamedTuple):
    """The lines of one page at its article."""

    source: str
    id: str
    domain: str
    kind: str
    """One of `INPUTS`."""
    values: Any
    bag: Bag
    kept: Any
    ruled: Any
    light: Any
    words: Any
    own: Any
    """For each line 1 if it is of the article, 0 if not, -1 if that is not known."""
    kinds: tuple[str, ...]
    lost: int
    """Lines of the article that stand elsewhere on the page, or are not found."""
    texts: tuple[str, ...]


class Marked(NamedTuple):
    """A page's text, its lines, and which of them a reader kept."""

    text: str
    lines: list[tuple[int, int]]
    own: list[bool]
    kinds: list[tuple[int, int, str]]

    def kind(self, start: int, end: int) -> str:
        """What the reader calls what stands there."""
        told = (kind for first, last, kind in self.kinds if first < end and last > start)
        return next(told, "").rpartition("  ")[2]


def pages(shared: Path, part: str, folds: Path) -> Iterator[Page]:
    """The marked pages of a part, each in three inputs.

    `folds` has the networks that did not see a fold of the sites: `--folds` of
    `training.cleaning.text` and `.html` writes them.
    """
    labels = {}
    nets = [_Networks(folds / str(fold)) for fold in range(corpora.FOLDS)]
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["part"] == part and label["body"]:
            labels[label["source"], label["id"]] = label
    for source in SOURCES:
        for record in corpora.pages(shared, source, part):
            label = labels.get((source, record["id"]))
            if label and len(record["views"].get(label["view"], "")) == label["length"]:
                with nets[corpora.fold_of(corpora.domain_of(record))].asked():
                    made = list(_inputs(shared, source, record, label))
                yield from made
    if part == "train":
        yield from laid_out(nets)


class _Networks:
    """The networks in a folder."""

    def __init__(self, folder: Path) -> None:
        self.text = text_network.loads((folder / "text.bin").read_bytes())
        self.html = markup_network.loads((folder / "html.bin").read_bytes())

    @contextlib.contextmanager
    def asked(self) -> Iterator[None]:
        """Have these networks asked, and not those of the package."""
        with (
            patch.object(text_network, "load", lambda _: self.text),
            patch.object(markup_network, "load", lambda _: self.html),
        ):
            yield


def _inputs(
    shared: Path, source: str, record: dict[str, Any], label: dict[str, Any]
) -> Iterator[Page]:
    page = marked(record["views"][label["view"]], label)
    body = "\n\n".join(
        page.text[start:end] for (start, end), own in zip(page.lines, page.own, strict=True) if own
    )
    for kind, document, match in (
        (TEXT, read.from_text(page.text), by_place),
        (HTML, read.from_bytes(corpora.page_html(shared, record)), by_letters),
        (CLEAN, read.from_text(body), _all_own),
    ):
        with contextlib.suppress(NewscleanError):
            found = _page(document, match, page)
            if found is not None:
                domain = str(record.get("domain") or record["id"])
                yield found._replace(source=source, id=record["id"], domain=domain, kind=kind)


def laid_out(nets: Sequence[_Networks]) -> Iterator[Page]:
    """The invented pages, as copied text, as HTML, and as the body alone."""
    every = invented.invented("train")
    for written in every:
        others = [
            other for other in every if other.language == written.language and other is not written
        ]
        for number, (kind, document, match, page) in enumerate(_layouts(written, others)):
            with nets[corpora.fold_of(written.domain)].asked(), contextlib.suppress(NewscleanError):
                found = _page(document, match, page)
                if found is not None:
                    yield found._replace(
                        source=INVENTED,
                        id=f"{written.domain} {number}",
                        domain=written.domain,
                        kind=kind,
                    )


def _layouts(
    written: invented.Page, others: Sequence[invented.Page]
) -> Iterator[tuple[str, Document, Match, Marked]]:
    rng = random.Random(written.domain)  # noqa: S311 - no secret
    for kind in (TEXT,) * LAYOUTS + (HTML,) * HTML_LAYOUTS:
        elements = list(invented.laid_out(written, others, rng))
        text, spans = invented.rendered(elements, rng)
        page = _of_spans(text, spans)
        if kind == TEXT:
            yield kind, read.from_text(text), by_place, page
        else:
            document = read.from_bytes(invented_html.marked_up(elements, rng).encode())
            yield kind, document, by_letters, page
    body = "\n\n".join(line for element in elements if element.own for line in element.lines)
    yield CLEAN, read.from_text(body), _all_own, page


def _of_spans(text: str, spans: Sequence[invented.Span]) -> Marked:
    """A laid out page as a reader would have marked it."""
    lines, own, kinds = [], [], []
    for start, end, element in spans:
        at = start
        for line in text[start:end].split("\n"):
            if line.strip():
                lines.append((at, at + len(line)))
                own.append(element.own)
            at += len(line) + 1
        if not element.own:
            kinds.append((start, end, INVENTED_KINDS.get(element.kind, element.kind)))
    return Marked(text, lines, own, kinds)


Match = Callable[[PageRecord, numbers.Rows, Marked], tuple[list[int], list[str], int]]


def _page(document: Document, match: Match, page: Marked) -> Page | None:
    record = settle(choose(document))
    rows = numbers.rows(record)
    if rows is None or record.predictions is None or record.predictions.numbers is None:
        return None
    own, kinds, lost = match(record, rows, page)
    bag = words.buckets_of(record, record.predictions.numbers, rows)
    texts = tuple(record.page.texts[at] for at in rows.lines.tolist())
    sizes = record.predictions.words[rows.content]
    return Page(
        *("", "", "", "", rows.values, bag, rows.kept, rows.ruled, rows.light, sizes),
        *(np.array(own), tuple(kinds), lost, texts),
    )


def marked(text: str, label: dict[str, Any]) -> Marked:
    """The lines of a text, and which of them are in the body of a label."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    own = [any(a <= start and end <= b for a, b in label["body"]) for start, end in lines]
    return Marked(text, lines, own, [tuple(each) for each in label.get("kinds", ())])


def by_place(
    record: PageRecord, rows: numbers.Rows, page: Marked
) -> tuple[list[int], list[str], int]:
    """Which lines of copied text are the article's, by their places."""
    covered = bytearray(len(page.text) + 1)
    for (start, end), own in zip(page.lines, page.own, strict=True):
        covered[start:end] = bytes([own]) * (end - start)
    found, kinds = [], []
    for at in rows.lines.tolist():
        line = record.page.lines[at]
        places = [at for at in range(line.start, line.end) if not page.text[at].isspace()]
        found.append(int(sum(covered[at] for at in places) > HALF * len(places)))
        kinds.append(page.kind(line.start, line.end))
    first, last = (record.page.lines[rows.lines[at]] for at in (0, -1))
    lost = sum(
        own and (end <= first.start or start >= last.end)
        for (start, end), own in zip(page.lines, page.own, strict=True)
    )
    return found, kinds, lost


def by_letters(
    record: PageRecord, rows: numbers.Rows, page: Marked
) -> tuple[list[int], list[str], int]:
    """The same of HTML, whose lines are found again by their letters."""
    lines = [letters(page.text[start:end]) for start, end in page.lines]
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        places[line].append(number)
    body = "".join(line for line, own in zip(lines, page.own, strict=True) if own)
    others = [line for line, own in zip(lines, page.own, strict=True) if not own]
    mine = [letters(record.page.texts[at]) for at in rows.lines.tolist()]
    found, kinds = [], []
    for line in mine:
        at = places.get(line, ())
        holding: Sequence[int] = at
        if at:
            told = {page.own[number] for number in at}
        elif len(line) >= LETTERS:
            told = {True} if line in body else set()
            told |= {False} if any(line in other for other in others) else set()
            holding = [number for number, other in enumerate(lines) if line in other]
        else:
            told = set()
        found.append(int(told.pop()) if len(told) == 1 else UNKNOWN)
        named = (page.kind(*page.lines[number]) for number in holding)
        kinds.append(next(filter(None, named), ""))
    everything = "".join(mine)
    lost = sum(
        own and len(line) >= LETTERS and line not in everything
        for line, own in zip(lines, page.own, strict=True)
    )
    return found, kinds, lost


def _all_own(_: PageRecord, rows: numbers.Rows, __: Marked) -> tuple[list[int], list[str], int]:
    return [1] * len(rows.lines), [""] * len(rows.lines), 0
