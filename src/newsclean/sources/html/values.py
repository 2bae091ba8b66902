"""Values that a page states -> plain text; and the names under which pages state them."""

from __future__ import annotations

import html
from typing import Any

from newsclean import languages
from newsclean.patterns import lazy_regex

Statement = dict[str, Any]
"""An object of JSON-LD."""

_TAGS = lazy_regex(r"<[^<>]{0,500}>")


def plain(value: object) -> str:
    """A metadata value as plain text: entities and tags undone, white space folded."""
    if not isinstance(value, str):
        return ""
    text = html.unescape(html.unescape(value)) if "&" in value else value
    if "<" in text:
        text = _TAGS.sub(" ", text)
    return " ".join(text.split())


def listed(name: str) -> tuple[str, ...]:
    """A list of names from `data/cleaning/html_names.json`."""
    names: dict[str, list[str]] = languages.read_data("cleaning/html_names.json")
    return tuple(names[name])


def types(statement: Statement) -> list[str]:
    """The types of an object of JSON-LD, without the address of their vocabulary."""
    kind = statement.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [each.rsplit("/", 1)[-1] for each in kinds if isinstance(each, str)]
