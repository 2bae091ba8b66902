"""The article pages to learn from, each with the best body there is.

That is what a reader marked line by line (`readers.py`), else the labelled body. The `trafeval`
pages only say which segments must and must not be in the body: of those that nobody read, the
output of trafilatura or readability counts as the body where it holds every `with` segment and no
`without` segment; the first peer of which that is true is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.errors import NewscleanError
from newsclean.sources import html
from newsclean.training import corpora
from newsclean.training.cleaning import readers

_SHORTEST = 400


def articles(shared: Path, split: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Page records with their bodies; pages that a reader calls no article are left out.

    `read` of a record says whether its body is a reader's.
    """
    read = readers.readings()
    for source in (*corpora.ARTICLE_SOURCES, *corpora.OLDER_SOURCES):
        for record in corpora.pages(shared, source, split):
            body = read.body(source, record)
            if body is None and not record.get("gold_suspect"):
                body = record["gold"]
            if body:
                yield record | {"read": (source, record["id"]) in read}, body
    for record in corpora.pages(shared, "trafeval", split):
        body = read.body("trafeval", record)
        if body is None:
            body = _of_a_peer(shared, record)
        if body:
            yield record | {"read": ("trafeval", record["id"]) in read}, body


def _of_a_peer(shared: Path, record: dict[str, Any]) -> str | None:
    """The first output that holds every `with` segment and no `without` segment, if any does."""
    extracted = _extracted(corpora.page_html(shared, record))
    return next((body for body in extracted if _is_vouched_for(body, record)), None)


def _extracted(page: bytes) -> Iterator[str]:
    """What each peer takes for the body."""
    import trafilatura

    for precise, complete in ((False, False), (True, False), (False, True)):
        found = trafilatura.extract(
            page,
            include_comments=False,
            include_tables=True,
            favor_precision=precise,
            favor_recall=complete,
        )
        yield found or ""
    yield _readable(page)


def _readable(page: bytes) -> str:
    from readability import readability

    try:
        summary = readability.Document(page.decode("utf-8", "replace")).summary()
        return html.read(summary.encode()).text
    except (readability.Unparseable, NewscleanError):
        return ""


def _is_vouched_for(body: str, record: dict[str, Any]) -> bool:
    folded = " ".join(body.split())
    return (
        len(body) >= _SHORTEST
        and all(" ".join(segment.split()) in folded for segment in record["with"])
        and not any(" ".join(segment.split()) in folded for segment in record["without"])
    )
