"""ProQuest exports as text -> records: rules of underscores between them, `Field: value` below."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.patterns import lazy_regex
from newsclean.sources.encoding import decode
from newsclean.sources.exports.draft import Draft, collapse_whitespace
from newsclean.sources.text import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.sources.record import Record

_RULE = lazy_regex(r"\s*_{20,}\s*")
_NUMBERED = lazy_regex(r"\s*Document\s+\d+\s+of\s+\d+\s*", re.IGNORECASE)
_FIELD = lazy_regex(r"([^\W\d_][\w /,()'’&-]{1,45}?)\s?:(?:\s+|$)")
_FULL_TEXT, _AUTHOR = ("full text", "text"), ("author", "authors", "byline")


def records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of the export: what stands between two rules and has a title or a text.

    Raises:
        InputError: it is no text.
    """
    number = 0
    for lines in _sections(normalize(decode(data, name).text).split("\n")):
        if _is_article(lines):
            number += 1
            yield _read(lines).record(f"{name}#{number}")


def _sections(lines: Sequence[str]) -> Iterator[list[str]]:
    section: list[str] = []
    for line in lines:
        if _RULE.fullmatch(line) or (_NUMBERED.fullmatch(line) and _is_article(section)):
            yield section
            section = [] if _RULE.fullmatch(line) else [line]
        else:
            section.append(line)
    yield section


@cache
def _fields(group: str) -> frozenset[str]:
    """The names of all fields ("fields"), or of those that end a text ("after_text")."""
    listed: str = languages.read_data("exports/proquest.json")[group]
    return frozenset(listed.split(" | "))


def _is_article(lines: Sequence[str]) -> bool:
    """Whether a section has the fields of an article."""
    fields = {label for line in lines if (label := _label(line)[0])}
    return bool(fields & set(_FULL_TEXT)) or {"title", "publication title"} <= fields


def _label(line: str) -> tuple[str, str]:
    """The known field that a line begins with, lower case, and what follows it."""
    found = _FIELD.match(line.lstrip())
    if found is None or found[1].lower() not in _fields("fields"):
        return "", line
    return found[1].lower(), line.lstrip()[found.end() :]


def _read(lines: Sequence[str]) -> Draft:
    draft = Draft("proquest")
    blocks = _blocks(lines)
    fields = dict(reversed([_label(block) for block in blocks if _label(block)[0]]))
    title = fields.get("title", "")
    label = ""
    for block in blocks:
        found, value = _label(block)
        if label in _FULL_TEXT and found not in _fields("after_text"):
            draft.body(block)
            continue
        label = found or label
        if found in _FULL_TEXT:
            draft.add(block[: len(block) - len(value)], "boilerplate", f"the label '{found}'")
            draft.body(value)
        elif found:
            _field(found, value, block, draft)
        elif not label and not _NUMBERED.fullmatch(block) and not draft.has("title"):
            draft.state("title", title or block, "Title" if title else "headline")
            draft.add(block, "headline", "the first line of the article")
        else:
            draft.add(block, "boilerplate", "a field of the export")
    draft.state("title", title, "Title")
    return draft


def _blocks(lines: Sequence[str]) -> list[str]:
    """The paragraphs between empty lines; a known field begins one, too."""
    blocks: list[str] = []
    going = False
    for line in lines:
        if not line.strip():
            going = False
        elif going and not _label(line)[0]:
            blocks[-1] += f" {line.strip()}"
        else:
            blocks.append(line.strip())
            going = True
    return blocks


def _field(found: str, value: str, block: str, draft: Draft) -> None:
    reason = "boilerplate"
    if found == "title":
        reason = "headline"
    elif found in _AUTHOR:
        draft.state("byline", value, found.title())
        reason = "byline"
    elif found in ("publication date", "date"):
        draft.state("date", value, found.title())
        reason = "date"
    elif found == "publication title":
        draft.state("site", value.partition(";")[0], found.title())
    elif found == "publication info":
        head, _, rest = value.partition(";")
        if not rest:
            head, _, rest = value.partition(".")
        draft.state("site", head, found.title())
        draft.state("date", _dated(rest), found.title())
    elif found == "section":
        draft.state("section", value, found.title())
    elif found in ("language of publication", "language"):
        draft.state("language", value, found.title())
    elif found == "abstract":
        draft.state("standfirst", value, found.title())
        reason = "standfirst"
    elif found == "document url":
        draft.state("url", value, found.title())
    elif found in ("credit", "illustration", "caption"):
        reason = "credit" if found == "credit" else "caption"
    elif found == "copyright":
        reason = "copyright"
    draft.label(collapse_whitespace(block), found.title(), reason)


def _dated(info: str) -> str:
    """What follows the place in "Marlow [Marlow]. 05 Jan 2019: A.1."."""
    return info.rpartition("]")[2] or info
