"""A mapping of field names to values (a line of JSON, a row of a table) -> a record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from newsclean.document import Field, Metadata
from newsclean.sources.record import Record

HTML_FIELDS = ("html", "raw_html", "content_html")
TEXT_FIELDS = (
    *("text", "content", "body", "maintext", "article", "content_text", "full_text"),
    *("article_text", "article_body", "body_text", "plain_text"),
)
_FIELDS = {
    "title": ("title", "headline", "head", "heading"),
    "byline": ("author", "byline", "authors", "creator", "author_name", "writer"),
    "date": (
        *("date", "published", "date_published", "publish_date", "published_at", "pub_date"),
        *("publication_date", "date_publish", "publish_time", "published_time", "published_on"),
        *("first_publication_date", "issued", "datetime"),
        *("created", "date_created", "created_at", "timestamp"),
    ),
    "site": ("site", "source", "publisher", "publication", "outlet", "newspaper", "medium"),
    "language": ("language", "lang"),
    "url": ("url", "link", "permalink"),
    "section": ("section", "category", "rubric"),
}
"""Names of fields, the best first; "date_published" stands for "datePublished", too."""
_DIGITS_OF_TIMES, _DIGITS_OF_DAYS = (10, 13, 16, 19), (8, 12, 14)
"""So many digits have seconds since 1970, and thousandths, millionths and billionths of them."""


def has_text(names: Collection[str]) -> bool:
    """Whether one of these fields holds the article."""
    return not _keys(names).keys().isdisjoint(_keys((*HTML_FIELDS, *TEXT_FIELDS)))


def is_known(name: str) -> bool:
    """Whether a field of this name says something of an article."""
    named = (HTML_FIELDS, TEXT_FIELDS, *_FIELDS.values())
    return any(not _keys(names).keys().isdisjoint(_keys((name,))) for names in named)


def record(name: str, value: Any) -> Record:
    """The record that a mapping is; without a text it carries an error."""
    if not isinstance(value, Mapping):
        return Record(name, error="not a JSON object")
    found = content(value)
    if found is None:
        return Record(name, error="has no field 'text' or 'html'")
    kind, text = found
    data = text.encode("utf-8", "replace")
    return Record(name, data, kind, "utf-8", metadata(value))


def content(value: Mapping[str, Any]) -> tuple[str, str] | None:
    """The kind and the text of the article in a record."""
    value = _flat(value)
    keys = _keys(value)
    for kind, names in (("html", HTML_FIELDS), ("text", TEXT_FIELDS)):
        for name in _keys(names):
            text = value.get(keys.get(name, name))
            if isinstance(text, str) and text.strip():
                return kind, text
    return None


def metadata(value: Mapping[str, Any], origin: str = "field") -> Metadata:
    """What the fields of known names state of the article."""
    value = _flat(value)
    keys = _keys(value)
    found = {}
    for field, names in _FIELDS.items():
        for key in filter(None, map(keys.get, _keys(names))):
            if stated := _stated(value[key], field):
                found[field] = Field(stated, f"{origin}:{key}")
                break
    return Metadata(**found)


def _stated(value: Any, field: str) -> str:
    """What a field states: the names of a list, that of an object, the day of a number."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    if field == "date" and (day := _counted(value)):
        return day
    stated = value.isoformat() if hasattr(value, "isoformat") else _name(value)
    return " ".join(stated.split())


def _counted(value: Any) -> str:
    """The day of a time in digits alone: "20260312101500", or counted from 1970 by a machine.

    In seconds or parts of them.
    """
    digits = f"{value:.0f}" if isinstance(value, int | float) else str(value)
    if not (digits.isascii() and digits.isdecimal()):
        return ""
    if len(digits) in _DIGITS_OF_DAYS:
        with suppress(ValueError):  # "99999999"
            return date.fromisoformat(digits[:8]).isoformat()
    if len(digits) not in _DIGITS_OF_TIMES:
        return ""
    return datetime.fromtimestamp(int(digits[: _DIGITS_OF_TIMES[0]]), UTC).date().isoformat()


def _keys(names: Iterable[str]) -> dict[str, str]:
    """Names by their letters: "datepublished" -> "datePublished" or "date_published"."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault("".join(filter(str.isalnum, name.lower())), name)
    return found


def _flat(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record that newsclean wrote, as others write theirs; its "source" is a file, no paper."""
    article = value.get("article")
    if "schema_version" in value and isinstance(article, Mapping):
        return {**value, "text": article.get("text"), "source": None}
    return value


def _name(value: Any) -> str:
    """The name in an object that stands for a person or a paper, as JSON Feed has it."""
    stated = value.get("name") or value.get("title") if isinstance(value, Mapping) else value
    return stated if isinstance(stated, str) else ""
