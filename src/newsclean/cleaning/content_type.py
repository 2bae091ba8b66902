"""A plain text -> what it is where its lines have the shape of no article: code, a log, a table.

The networks learned from pages, and take a comment or a log's message for prose. Only what the
shape of most lines tells is told: none of the 2,316 article pages is refused in any view. Most
texts are let pass by a glance at some lines, before any pattern is compiled.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages

if TYPE_CHECKING:
    from collections.abc import Callable

_FEWEST, _GLANCE = 6, 60
_MOST_LINES, _MOST_CHARS = 2000, 200_000
_LOG_SHARE, _LIST_SHARE, _TABLE_SHARE, _CODE_SHARE = 0.7, 0.8, 0.8, 0.6
"""How many of the lines have the shape."""
_SUSPECT = 0.4
"""So many of some lines make it worth to look at all."""
_PROSE, _LONG = 0.2, 100
"""Code has less than this share of its characters in lines so long; a page of a programmer more."""
_DELIMITERS, _COLUMNS = ("\t", ";", "|", ","), 3
_TOLD_SHARE = 0.5
"""So many lines that end as sentences do are told, and their commas part no columns."""
_KEYS = 3
_JSON_STARTS = ('{"', "[{", '["', "[[")
_JSON_KEY = r'"\s*:\s*(?:["\[{\d-]|(?:true|false|null)\b)'


class _Patterns(NamedTuple):
    log: re.Pattern[str]
    listing: re.Pattern[str]
    code: re.Pattern[str]


def shape_of(text: str) -> str | None:
    """What a text is if it is no prose by the shape of its lines; else None.

    >>> shape_of('[{"a": 1}, {"a": 2}]')
    'JSON'
    """
    if _is_json(text):
        return "JSON"
    lines = list(filter(None, map(str.strip, text[:_MOST_CHARS].split("\n"))))[:_MOST_LINES]
    if len(lines) < _FEWEST:
        return None
    some = lines[:: -(-len(lines) // _GLANCE)]
    if _share(some, _may_be_table) >= _SUSPECT and _is_table(lines):
        return "a table"
    if _share(some, _may_be_log) >= _SUSPECT and _share(lines, _patterns().log.match) >= _LOG_SHARE:
        return "a log"
    if _share(some, _may_be_file) >= _SUSPECT and (
        _share(lines, _patterns().listing.match) >= _LIST_SHARE
    ):
        return "a list of files"
    if _share(some, _may_be_code) >= _SUSPECT and _is_code(lines):
        return "code"
    return None


def _share(lines: list[str], test: Callable[[str], object]) -> float:
    """The share of the lines for which a test gives anything."""
    return sum(map(bool, map(test, lines))) / len(lines)


def _is_json(text: str) -> bool:
    """Is it JSON, whole or cut off?"""
    if not "".join(text[:_GLANCE].split()).startswith(_JSON_STARTS):
        return False
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return len(re.findall(_JSON_KEY, text[:_MOST_CHARS])) >= _KEYS


def _may_be_table(line: str) -> bool:
    few = _COLUMNS - 2
    many = line.count(",") > few or line.count(";") > few
    return many or line.count("\t") > few or line.count("|") > few


def _may_be_log(line: str) -> bool:
    return line[0].isdigit() or line[0] == "[" or line[:2].isupper() or line[6:7] == " "


def _may_be_file(line: str) -> bool:
    return " " not in line or line[0] in "-dl├└│"


def _may_be_code(line: str) -> bool:
    return line[-1] in "{}()[];:,\"'" or "=" in line or "(" in line or line[0] in "#@/*"


def _is_table(lines: list[str]) -> bool:
    """Have most lines as many columns as the others? Few sentences may have as many commas."""
    told = _share(lines, _ends_sentence) >= _TOLD_SHARE
    for delimiter in _DELIMITERS[:-1] if told else _DELIMITERS:
        columns, times = Counter(line.count(delimiter) for line in lines).most_common(1)[0]
        if columns + 1 >= _COLUMNS and times >= _TABLE_SHARE * len(lines):
            return True
    return False


def _ends_sentence(line: str) -> bool:
    return line.rstrip("\"'”“’»)").endswith((".", "!", "?", "…"))


def _is_code(lines: list[str]) -> bool:
    long = sum(len(line) for line in lines if len(line) > _LONG)
    if long >= _PROSE * sum(map(len, lines)):
        return False
    return _share(lines, _patterns().code.match) >= _CODE_SHARE


@cache
def _patterns() -> _Patterns:
    data: dict[str, str] = languages.read_data("cleaning/shapes.json")
    statements, blocks, levels = (
        "|".join(data[name].split()) for name in ("statements", "blocks", "levels")
    )
    return _Patterns(
        log=re.compile(
            r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?\S*\s"
            r"|\[?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d\b"
            rf"|\d{{1,3}}(?:\.\d{{1,3}}){{3}}\s\S+\s\S+\s\[|\[?(?:{levels})\b"
        ),
        listing=re.compile(
            r"[-dlbcps][-rwxsStT]{9}[.+@]?\s|total \d+$|[├└│]"
            r"|[./~]*[\w.@+~-]*(?:/[\w.@+~-]*)+$|[\w@+~-]+\.[a-z]{1,4}\d?$"
        ),
        code=re.compile(
            rf"(?:{statements})\s.*[\w({{;:\"'*]$|(?:{blocks})\b.*[:{{]$"
            r"|[\w.\[\]\"'-]+(?:: [\w.\[\]| ]+)?\s*[-+*/|&]?=\s?\S.*$|\[[\w.\"' -]+\]$"
            r"|[\])}]+[,;]?$|.*[{;]$|.*\)[:;,]$|@\w[\w.]*(?:\(.*)?$|#!?\s?\w|//|/\*|\*/|\"\"\""
            r"|<\?php|[\w.]+\(.*\)?[,;]?$|[\"'][^\"']*[\"'],?$"
        ),
    )
