"""What recurs between the articles of one site: lines that one page alone could not give away.

`learn` takes the lines of several pages and gives a `SiteProfile`, which is kept as a JSON file
(`newsclean learn`) and says of a page's lines how many known pages have them. White space,
case and numbers do not matter ("5 min read", "7 min read").
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from newsclean.document import Line, SiteProfile
from newsclean.errors import UsageError
from newsclean.patterns import lazy_regex

VERSION = 1
_FORMAT = "newsclean site"
_DIGITS = lazy_regex(r"\d+")
_START_CHARS = 3
_SHORT = 5
"""A line of so many words at most ("Pros", "Conclusion") may recur inside articles: it counts
only where a line stands beside it that stands beside it on another page too."""
_PROSE = 8
_MOST = 200_000
"""Lines held in memory while learning; beyond, those seen once are forgotten (lossy counting,
Manku and Motwani 2002)."""


def counts(profile: SiteProfile, lines: Sequence[Line]) -> dict[int, int]:
    """Line index -> how many known pages have the line; lines that do not recur are left out.

    >>> page = [Line(0, 21, "Read our cookie notice in full"), Line(22, 26, "Rain fell.")]
    >>> counts(learn([page[:1], page]), page)
    {0: 2}
    """
    starts = {known[:_START_CHARS] for known in profile.lines}
    found = {}
    for index, line in enumerate(lines):
        start = line.text[:_START_CHARS].casefold()
        if start.isalpha() and start[:_START_CHARS] not in starts:
            continue  # most lines: their keys need not be made
        this = key(line.text)
        count = profile.lines.get(this, 0)
        if count > 1 and (
            this.count(" ") >= _SHORT
            or (_key_at(lines, index - 1), this) in profile.pairs
            or (this, _key_at(lines, index + 1)) in profile.pairs
        ):
            found[index] = count
    return found


def _key_at(lines: Sequence[Line], index: int) -> str:
    return key(lines[index].text) if 0 <= index < len(lines) else ""


def dumps(profile: SiteProfile) -> str:
    """The profile as JSON, the most frequent lines first."""
    order = sorted(profile.lines, key=lambda text: (-profile.lines[text], text))
    place = {text: number for number, text in enumerate(order)}
    data = {
        "format": _FORMAT,
        "version": VERSION,
        "pages": profile.pages,
        "lines": [[profile.lines[text], text] for text in order],
        "pairs": sorted([place[one], place[two]] for one, two in profile.pairs),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def loads(text: str) -> SiteProfile:
    """The profile in a file that `dumps` made.

    Raises:
        UsageError: it is no such file.
    """
    try:
        data = json.loads(text)
        _check(data)
        lines = {str(line): int(count) for count, line in data["lines"]}
        order = list(lines)
        pairs = frozenset((order[one], order[two]) for one, two in data["pairs"])
        return SiteProfile(int(data["pages"]), lines, pairs)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise UsageError(
            "not a site file: give one that 'newsclean learn FOLDER -o site.json' made"
        ) from error


def learn(documents_lines: Iterable[Sequence[Line]]) -> SiteProfile:
    """The profile of a site from the lines of its pages; a copy of a page counts once."""
    lines: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    seen: set[int] = set()
    pages = 0
    for page in documents_lines:
        keys = [key(line.text) for line in page]
        prose = frozenset(text for text in keys if text.count(" ") >= _PROSE)
        copy = hash(prose)
        if not keys or (prose and copy in seen):
            continue
        seen.add(copy)
        pages += 1
        lines.update(set(keys))
        pairs.update(set(itertools.pairwise(keys)))
        _forget(lines)
        _forget(pairs)
    recurring = {text: count for text, count in lines.items() if count > 1}
    beside = frozenset(
        pair for pair, count in pairs.items() if count > 1 and all(map(recurring.get, pair))
    )
    return SiteProfile(pages, recurring, beside)


def key(text: str) -> str:
    """A line as it is compared: lower case, numbers as 0, single blanks."""
    return " ".join(_DIGITS.sub("0", text.casefold()).split())


def _check(data: Any) -> None:
    if data["format"] != _FORMAT:
        raise ValueError(data["format"])
    if data["version"] != VERSION:
        raise UsageError(
            f"the site file has version {data['version']!r}, not {VERSION}: "
            "make it again with 'newsclean learn'"
        )


def _forget(counts: Counter[str] | Counter[tuple[str, str]]) -> None:
    if len(counts) > _MOST:
        for once in [item for item, count in counts.items() if count == 1]:
            del counts[once]
