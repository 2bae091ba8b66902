"""Bodies for pages that nobody labelled whole: a peer's output, where segments vouch for it.

The `trafeval` pages only say which segments must and must not be in the body. Trafilatura's
output counts as the body where it holds every `with` segment and no `without` segment.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.training import corpora

_SHORTEST = 400


def bodies(shared: Path, split: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Page records of `trafeval` with their bodies; pages without a sure one are left out."""
    import trafilatura

    for record in corpora.pages(shared, "trafeval", split):
        html = corpora.page_html(shared, record)
        body = trafilatura.extract(html, include_comments=False, include_tables=True) or ""
        folded = " ".join(body.split())
        if len(body) < _SHORTEST:
            continue
        found = all(" ".join(segment.split()) in folded for segment in record["with"])
        if found and not any(" ".join(segment.split()) in folded for segment in record["without"]):
            yield record, body
