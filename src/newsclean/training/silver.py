"""Bodies for pages that nobody labelled whole: a peer's output, where segments vouch for it.

The `trafeval` pages only say which segments must and must not be in the body. The output of
trafilatura or readability counts as the body where it holds every `with` segment and no `without`
segment; the first peer of which that is true is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.errors import NewscleanError
from newsclean.sources import html
from newsclean.training import corpora

_SHORTEST = 400


def bodies(shared: Path, split: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Page records of `trafeval` with their bodies; pages without a sure one are left out."""
    for record in corpora.pages(shared, "trafeval", split):
        page = corpora.page_html(shared, record)
        body = next((body for body in _extracted(page) if _is_vouched_for(body, record)), None)
        if body:
            yield record, body


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
