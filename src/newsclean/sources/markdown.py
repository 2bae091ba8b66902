"""Markdown -> `Document`: its marks taken off, so that what is left reads as plain text.

The text that offsets count in is the one without marks: front matter becomes metadata; `#`,
emphasis, link targets, images, rules and code fences go; list items and quotations keep theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.document import Document, Field, Metadata
from newsclean.errors import InputError
from newsclean.patterns import lazy_regex
from newsclean.sources import text as plain

_FRONT_MATTER = lazy_regex(r"\A\s*---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_PAIR = lazy_regex(r"^(\w+):[ \t]+(\S.*)$", re.MULTILINE)
_FIELDS = {
    "title": "title",
    "author": "byline",
    "byline": "byline",
    "date": "date",
    "site": "site",
    "description": "standfirst",
    "lang": "language",
    "language": "language",
    "url": "url",
    "source": "url",
}
_TITLE = lazy_regex(r"\A\s*#[ \t]+(\S.*)$", re.MULTILINE)
_UNDERLINED = lazy_regex(r"^(\S.*)\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_AFTER_HEADING = " \t#"
_COMMENT_OPENS, _COMMENT_ENDS = "<!--", "-->"
_HEADING = lazy_regex(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)
_TARGET = (
    r"\([^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+"
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
        for key, value in _PAIR.findall(front[1]):
            if field := _FIELDS.get(key.lower()):
                values[field] = Field(value.strip().strip("\"'"), f"front matter:{key.lower()}")
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
