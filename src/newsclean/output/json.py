"""`Digest` -> JSON, the same for every command: one record, as a document or as a line.

`data/schema/newsclean-1.schema.json` describes the record, and the two small ones of one summary
of several articles and of a headline alone. Fields are only ever added under one
`SCHEMA_VERSION`; a change that could break a reader raises it.
"""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

from newsclean.document import (
    Digest,
    Document,
    Field,
    Metadata,
    Quote,
    Removal,
    ScoredSentence,
    Summary,
    value_of,
)
from newsclean.output.json_layout import compact, indented
from newsclean.patterns import lazy_regex

SCHEMA_VERSION = 1
_CHOSEN = frozenset(("title", "byline", "date"))
"""The fields of which JSON tells what else could have been taken."""

# The encoder leaves these as they are. Control characters and overrides of direction would act on
# a terminal, Unicode's line separators would break a reader that splits at them, and a lone
# surrogate has no UTF-8.
_UNSAFE = "[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_UNSAFE_BELOW = lazy_regex(b"\xc2[\x80-\x9f]")
_UNSAFE_ABOVE = lazy_regex(b"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])")
"""Those among them that UTF-8 can encode, but for the first. With one byte that each begins with, a
search takes a third of the time of one for both."""


def render(digest: Digest) -> str:
    """One indented JSON document; any digest gives text that UTF-8 can encode."""
    return dumps(as_record(digest), "json")


def render_line(digest: Digest) -> str:
    """The same record on one line, for JSON Lines."""
    return dumps(as_record(digest), "jsonl")


def dumps(record: dict[str, Any], output_format: str) -> str:
    """A record as an indented document ("json") or as one line ("jsonl")."""
    text = indented(record) if output_format == "json" else compact(record)
    if _is_unsafe(text):
        text = re.sub(_UNSAFE, lambda match: f"\\u{ord(match[0]):04x}", text)
    return text + "\n"


def as_record(digest: Digest) -> dict[str, Any]:
    """The digest as plain dictionaries, lists, strings and numbers, ready for JSON."""
    article = digest.article
    metadata = article.metadata
    return {
        "schema_version": SCHEMA_VERSION,
        "source": _source(digest.document),
        "language": article.language,
        "title": value_of(metadata.title),
        "byline": value_of(metadata.byline),
        "date": value_of(metadata.date),
        "site": value_of(metadata.site),
        "metadata": _metadata(metadata),
        "words": {"read": article.words_read, "kept": article.words_kept},
        "article": {
            "text": article.text,
            "paragraphs": [
                {"start": paragraph.start, "end": paragraph.end, "kind": paragraph.kind}
                for paragraph in article.paragraphs
            ],
        },
        "quotes": [_quote(quote) for quote in digest.quotes],
        "summary": _summary(digest.summary),
        "sentences": _sentences(digest),
        "removed": [_removal(removal) for removal in article.removals],
        "notes": list(digest.notes),
    }


def headline_record(digest: Digest, line: str) -> dict[str, Any]:
    """The one line that was asked for, and what it is of."""
    source = _source(digest.document)
    return {"schema_version": SCHEMA_VERSION, "source": source, "headline": line}


def together_record(summary: Summary) -> dict[str, Any]:
    """One summary of several articles; each sentence names its `source`, offsets are into that."""
    return {
        "schema_version": SCHEMA_VERSION,
        "summary": _summary(summary),
        "notes": list(summary.notes),
    }


def _source(document: Document) -> dict[str, Any]:
    return {"name": document.name, "kind": document.kind, "encoding": document.encoding}


def _summary(summary: Summary) -> dict[str, Any]:
    sentences = [_scored(scored) for scored in summary.sentences]
    return {"method": summary.method, "sentences": sentences}


def _is_unsafe(text: str) -> bool:
    """Whether `_UNSAFE` is in a text (a search for it takes three times as long)."""
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        return True
    if "\x7f" in text or _UNSAFE_ABOVE.search(encoded):
        return True
    return b"\xc2" in encoded and _UNSAFE_BELOW.search(encoded) is not None


def _metadata(metadata: Metadata) -> dict[str, dict[str, Any] | None]:
    known = {each.name: getattr(metadata, each.name) for each in fields(metadata)}
    return {
        name: field and (_chosen(field) if name in _CHOSEN else _without_others(field))
        for name, field in known.items()
    }


def _chosen(field: Field) -> dict[str, Any]:
    others = [_without_others(other) for other in field.runners_up]
    return _without_others(field) | {"runners_up": others}


def _without_others(field: Field) -> dict[str, Any]:
    known = _plain(field)
    del known["runners_up"]
    return known


def _plain(record: Field | Quote) -> dict[str, Any]:
    """A record of plain values as a dictionary (`asdict` copies deeply, and takes ten times)."""
    return {name: getattr(record, name) for name in record.__slots__}


def _quote(quote: Quote) -> dict[str, Any]:
    rounded = {"score": _number(quote.score), "confidence": _number(quote.confidence)}
    return _plain(quote) | rounded


def _scored(scored: ScoredSentence) -> dict[str, Any]:
    sentence = scored.sentence
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "score": _number(scored.score),
        "rank": scored.rank,
        "features": _numbers(scored.features),
        "source": scored.source,
        "left_out": list(scored.left_out),
        "point": scored.point,
    }


def _sentences(digest: Digest) -> list[dict[str, Any]]:
    """Every sentence as the summarizer saw it; unscored where the method scores only some."""
    scores = {(s.sentence.start, s.sentence.end): s for s in digest.summary.scores}
    records = []
    for sentence in digest.sentences:
        scored = scores.get((sentence.start, sentence.end))
        records.append(
            {
                "text": sentence.text,
                "start": sentence.start,
                "end": sentence.end,
                "paragraph": sentence.paragraph,
                "score": _number(scored.score) if scored else None,
                "rank": scored.rank if scored else None,
                "features": _numbers(scored.features) if scored else {},
            }
        )
    return records


def _removal(removal: Removal) -> dict[str, Any]:
    return {
        "start": removal.start,
        "end": removal.end,
        "text": removal.text,
        "reason": removal.reason,
        "evidence": removal.evidence,
        "confidence": _number(removal.confidence),
    }


def _number(value: float) -> float:
    """A score to six places: no reader needs more, and the last bits differ between machines."""
    return round(float(value), 6)


def _numbers(named: tuple[tuple[str, float], ...]) -> dict[str, float]:
    return {name: round(float(value), 6) for name, value in named}
