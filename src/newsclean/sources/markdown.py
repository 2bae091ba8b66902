"""Markdown -> `Document`: its marks taken off, so that what is left reads as plain text.

The text that offsets count in is the one without marks: front matter (YAML or TOML) becomes
metadata; `#`, emphasis, link targets, images, rules and code fences go; list items and quotations
keep theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError
from newsclean.patterns import lazy_regex
from newsclean.sources import mapping
from newsclean.sources import text as plain

_FRONT_MATTER = lazy_regex(
    r"\A\s*(?:---\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+\n(?P<toml>.*?)\n\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_PAIR = lazy_regex(r"^(?P<key>[\w-]+):[ \t]*(?P<value>.*(?:\n(?:[ \t]|-[ \t]).*)*)", re.MULTILINE)
"""A key with what stands behind it and, indented or in a list, below it."""
_ITEM = lazy_regex(r"^[ \t]*-[ \t]+(.*)$", re.MULTILINE)
_NAME = lazy_regex(r"^[ \t]*(?:-[ \t]+)?name:[ \t]*(\S.*)$", re.MULTILINE)
_FIELDS = ("title", "byline", "date", "site", "language", "url")
_FOLDED = lazy_regex(r"[>|][-+]?\s")
_WIKI_LINK = lazy_regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_TITLE = lazy_regex(r"\A\s*#[ \t]+(\S.*)$", re.MULTILINE)
_UNDERLINED = lazy_regex(r"^(\S.*)\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_AFTER_HEADING = " \t#"
_COMMENT_OPENS, _COMMENT_ENDS = "<!--", "-->"
_HEADING = lazy_regex(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)
_TARGET = (
    r"\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*"
    r"""(?: (?:"[^"\n]{0,500}+"|'[^'\n]{0,500}+'))?\)"""
)
"""Where a link leads: an address, in which brackets come in pairs, and a title (up to 500)."""
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (lazy_regex(r"^ {0,3}(?:```|~~~).*$", re.MULTILINE), ""),
    (lazy_regex(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$", re.MULTILINE), ""),
    (lazy_regex(r"^ {0,3}\[[^\]\n]+\]:[ \t]+\S+.*$", re.MULTILINE), ""),
    (lazy_regex(r"!\[([^\[\]\n]*+)\]" + _TARGET), r"\1"),
    (lazy_regex(r"\[(?=[^\[\]]*+\]\()([^\[\]\n]*+)\n([^\[\]\n]*+)\]" + _TARGET), r"\1 \2"),
    (lazy_regex(r"\[([^\[\]\n]*+)\]" + _TARGET), r"\1"),
    (lazy_regex(r"\[([^\[\]\n]++)\]\[[^\[\]\n]*+\]"), r"\1"),
    (lazy_regex(r"<(https?://[^<>\s]++)>"), r"\1"),
    (lazy_regex(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (lazy_regex(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\w_])"), r"\2"),
    (lazy_regex(r"(?<!`)`([^`\n]+)`(?!`)"), r"\1"),
    (lazy_regex(r"\\([\\`*_{}\[\]()#+\-.!>~|])"), r"\1"),
)


def read(data: bytes, name: str = "-", encoding: str | None = None) -> Document:
    """The document in a Markdown file; errors as `encoding.decode`."""
    document = plain.read(data, name, encoding)
    text, values = document.text, {}
    if front := _FRONT_MATTER.match(text):
        text = text[front.end() :]
        values = _stated(_toml(front["toml"]) if front["yaml"] is None else _yaml(front["yaml"]))
    title = _TITLE.match(text)
    text = strip(text).strip("\n")
    if "title" not in values and title:
        heading = strip(title[1].rstrip(_AFTER_HEADING))
        start = text.find(heading)
        values["title"] = Field(heading, "heading", start, start + len(heading))
    if not text.strip():
        raise InputError(f"{name}: empty")
    metadata = Metadata(**values)
    return replace(document, text=text, kind="markdown", metadata=metadata)


def _stated(front: dict[str, Any]) -> dict[str, Field]:
    """The fields that front matter gives; its "source" is an address where it reads as one."""
    if str(front.get("source")).startswith(("http://", "https://")):
        front["url"] = front.get("url") or front.pop("source")
    found = mapping.metadata(front, "front matter")
    values = {name: value for name in _FIELDS if (value := getattr(found, name))}
    if description := str(front.get("description") or ""):
        values["standfirst"] = Field(description, "front matter:description")
    return values


def _toml(front: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(front)
    except tomllib.TOMLDecodeError:
        return {}


def _yaml(front: str) -> dict[str, Any]:
    """The keys of the outermost level, with a text each or a list of texts.

    Not all of YAML: what editors of notes and generators of sites write for an article.
    """
    found: dict[str, Any] = {}
    for pair in _PAIR.finditer(front):
        value = _WIKI_LINK.sub(r"\1", pair["value"]).strip()
        if value.startswith("[") and value.endswith("]"):
            listed = value[1:-1].split(",")
        else:
            listed = _NAME.findall(value) or _ITEM.findall(value)
        text = [_bare(each) for each in listed] or _bare(_FOLDED.sub("", value, count=1))
        found.setdefault(pair["key"].lower(), text)
    return found


def _bare(value: str) -> str:
    return " ".join(value.split()).strip("\"'")


def strip(text: str) -> str:
    """`text` without Markdown's marks.

    >>> strip("## Rain *again*, says [the mayor](https://example.org/a)")
    'Rain again, says the mayor'
    """
    text = _UNDERLINED.sub(r"\1", _without_comments(text))
    text = _HEADING.sub(lambda found: found[1].rstrip(_AFTER_HEADING), text)
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return text


def _without_comments(text: str) -> str:
    """`text` without its comments; one that is never closed stays."""
    kept, at = [], 0
    while (start := text.find(_COMMENT_OPENS, at)) >= 0:
        end = text.find(_COMMENT_ENDS, start + len(_COMMENT_OPENS))
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + len(_COMMENT_ENDS)
    return "".join((*kept, text[at:]))
