"""A JSON file of articles -> records: an array of objects, an object that holds one, JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from newsclean.errors import InputError
from newsclean.sources import mapping
from newsclean.sources.record import Record

_LISTS = ("items", "articles", "data", "results", "documents", "docs", "entries", "records", "hits")


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the file.

    Raises:
        InputError: it is no JSON, or holds no article.
    """
    found = articles(data)
    if found is None:
        raise InputError(f"{name}: JSON without articles")
    for number, value in enumerate(found, 1):
        yield mapping.record(f"{name}#{number}", value)


def articles(data: bytes) -> list[Any] | None:
    """The objects that are articles; None where there are none, or it is no JSON."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, Mapping):
        if mapping.content(value) is not None:
            return [value]
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
    if isinstance(value, list) and any(
        isinstance(item, Mapping) and mapping.content(item) is not None for item in value
    ):
        return value
    return None
