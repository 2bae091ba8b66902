"""One summary of several inputs -> text, Markdown or JSON, each sentence with its source."""

from __future__ import annotations

import json

from newsclean.document import ScoredSentence, Summary
from newsclean.output.json import SCHEMA_VERSION
from newsclean.output.safe import printable


def render(summary: Summary, form: str) -> str:
    """The summary's sentences in order, one a line, each naming the input it is from."""
    if form == "json":
        return _json(summary)
    mark = "- " if form == "markdown" else ""
    lines = [f"{mark}{s.sentence.text} [{s.source}]\n" for s in summary.sentences]
    return printable("".join(lines))


def _json(summary: Summary) -> str:
    record = {
        "schema_version": SCHEMA_VERSION,
        "summary": {
            "method": summary.method,
            "sentences": [_sentence(scored) for scored in summary.sentences],
        },
    }
    return json.dumps(record, ensure_ascii=True, indent=2) + "\n"


def _sentence(scored: ScoredSentence) -> dict[str, object]:
    return {
        "text": scored.sentence.text,
        "start": scored.sentence.start,
        "end": scored.sentence.end,
        "score": round(scored.score, 6),
        "rank": scored.rank,
        "source": scored.source,
    }
