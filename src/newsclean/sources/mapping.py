"""A mapping of field names to values (a line of JSON, a row of a table) -> a record."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from newsclean.document import Field, Metadata
from newsclean.sources.record import Record

HTML_FIELDS = ("html", "raw_html", "content_html")
TEXT_FIELDS = (
    *("text", "content", "body", "maintext", "article", "content_text", "full_text", "fulltext"),
    *("article_text", "articlebody", "article_body", "body_text", "plain_text"),
)
_FIELDS = {
    "title": ("title", "headline", "head", "heading"),
    "byline": ("author", "byline", "authors", "creator"),
    "date": (
        *("date", "published", "date_published", "publish_date", "published_at", "pubdate"),
        *("publication_date", "datepublished"),
    ),
    "site": ("site", "source", "publisher", "publication", "outlet", "newspaper", "medium"),
    "language": ("language", "lang"),
    "url": ("url", "link", "permalink"),
    "section": ("section", "category", "rubric"),
}
COLUMNS = (*HTML_FIELDS, *TEXT_FIELDS, *(name for names in _FIELDS.values() for name in names))


def has_text(names: Collection[str]) -> bool:
    """Whether one of these fields holds the article."""
    return any(name in names for name in (*HTML_FIELDS, *TEXT_FIELDS))


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
    for kind, names in (("html", HTML_FIELDS), ("text", TEXT_FIELDS)):
        for name in names:
            text = value.get(name)
            if isinstance(text, str) and text.strip():
                return kind, text
    return None


def metadata(value: Mapping[str, Any]) -> Metadata:
    """What the fields of known names state of the article."""
    value = _flat(value)
    found = {}
    for field, names in _FIELDS.items():
        for name in names:
            stated: Any = value.get(name)
            if isinstance(stated, list) and any(isinstance(item, Mapping) for item in stated):
                stated = [_name(item) for item in stated]
            if isinstance(stated, Mapping):
                stated = _name(stated)
            if isinstance(stated, list) and all(isinstance(item, str) for item in stated):
                stated = ", ".join(stated)
            if hasattr(stated, "isoformat"):
                stated = stated.isoformat()
            if isinstance(stated, str) and stated.strip():
                found[field] = Field(" ".join(stated.split()), f"field:{name}")
                break
    return Metadata(**found)


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
