"""What may be the title of an HTML page -> numbers that tell whether it is.

The candidates are what the mark-up states, its parts between separators, the headings, and the
line above the body that the networks take for the headline. The numbers say where a candidate
stands, which others say the same, and how much of it the body, the address and the page repeat.
"""

from __future__ import annotations

import itertools
import math
import re
import string
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsclean import languages
from newsclean.cleaning.lines.phrases import letters, normalized_words
from newsclean.cleaning.titles.title_text import bare_title
from newsclean.markup import is_of_trail
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsclean.cleaning.area import Area
    from newsclean.cleaning.lines.page import PageLines
    from newsclean.document import Field

TITLE_FEATURES = (
    *(
        "today",
        "headline line",
        "other line",
        "h1",
        "h1 line",
        "only h1",
        "first h1",
        "h2",
    ),
    *("stated", "stated first", "stated last", "times stated", "part", "first part", "last part"),
    *("bare", "printed", "printed above", "printed below alone", "times printed"),
    *("lines to body", "right above body", "date below", "byline below"),
    *("words 1-2", "words 3-4", "words 5-7", "words 17-25", "words over 25", "log words"),
    *("shared", "of the lead", "in address", "address in it"),
    *("agree", "agree stated", "agree h1", "agree headline"),
    *("begins another", "ends another", "begun by another", "ended by another"),
    *("site", "has site", "separator", "colon", "full stop", "capitals", "digits", "question"),
    *("starts in lower case", "phrase", "linked"),
)
_SEPARATOR = lazy_regex(r"\s+[|–—·•»:/-]{1,2}\s+|\s*[|｜_]\s*|:\s+")
_MOST_HEADINGS, _MOST_HEADING_LINES = 6, 6
_MOST_CHARS, _MOST_STATED_CHARS = 300, 1000
_MOST_CANDIDATES = 60
"""Each is compared with all others. A heading of more lines was never closed; no title that a page
states is longer."""
_ALIKE = 0.8
_SIGNS = bytes(set(range(128)) - set(b"\n") - set(map(ord, string.ascii_letters + string.digits)))
"""What ASCII has beside letters and digits, but for the line feed."""
_LEAD_LINES, _BODY_LINES = 3, 40
TRAIL = "trail"
_RANKS = ("h1", "h2")
_NEAR_HEADINGS = 8
"""So far above the body a heading of second rank may be the title's (a guess)."""
_BELOW = 4
_LONG, _LONGEST, _FEW, _SOME, _MANY = 17, 25, 2, 4, 7
_PATH_WORD = lazy_regex(r"[^\W\d_]{2,}")


class TitleCandidate(NamedTuple):
    """A text that may be the title, and everything that it was read as."""

    text: str
    kinds: frozenset[str]


def title_candidates(area: Area, today: Field | None) -> list[TitleCandidate]:
    """What may be the title, each text once; `today` is what the rules would take."""
    found: dict[str, tuple[str, set[str]]] = {}

    def add(text: str, *kinds: str) -> None:
        text = " ".join(text.split())
        key = letters(text)
        full = len(found) >= _MOST_CANDIDATES and key not in found
        if key and len(text) <= _MOST_CHARS and not full:
            found.setdefault(key, (text, set()))[1].update(kinds)

    tree, page = area.record.document.tree, area.page
    if today is not None:
        add(today.value, "today")
    if area.head is not None:
        add(page.texts[area.head], "headline line")
        add(bare_title(page.texts[area.head], page), "headline line", "bare")
    headings = list_headings(area)
    for place, (tag, lines) in enumerate(headings):
        if len(lines) > _MOST_HEADING_LINES:
            continue
        add(" ".join(lines), tag, *(["first h1"] if tag == "h1" and place == 0 else []))
        for line in lines if len(lines) > 1 else ():
            add(line, "h1 line" if tag == "h1" else tag)
    stated = tree.titles if tree is not None else ()
    for place, text in enumerate(stated):
        if len(text) > _MOST_STATED_CHARS:
            continue
        last = place == len(stated) - 1
        add(text, "stated", *(["stated first"] if place == 0 else []), *(["stated last"] * last))
        add(bare_title(text, page), "bare")
        parts = [part for part in _SEPARATOR.split(text) if part.strip()]
        for number, part in enumerate(parts if len(parts) > 1 else ()):
            add(part, "part", *_ends(number, len(parts)))
        cuts = [cut.span() for cut in _SEPARATOR.finditer(text)]
        for start, end in cuts:
            add(text[:start], "part", "first part")
            add(text[end:], "part", "last part")
    return [TitleCandidate(text, frozenset(kinds)) for text, kinds in found.values()]


def _ends(number: int, count: int) -> list[str]:
    return ["first part"] * (number == 0) + ["last part"] * (number == count - 1)


def _letters_of(page: PageLines) -> list[str]:
    """The letters and digits of each line of a page, in lower case."""
    plain = page.whole_lower.encode("utf-8", "surrogatepass").translate(None, _SIGNS)
    found = plain.decode("utf-8", "surrogatepass").split("\n")
    found = [text if text.isascii() else re.sub(r"\W+", "", text) for text in found]
    # a line that stands for several of the input may hold a line feed
    return found if len(found) == len(page.lower) else list(map(letters, page.texts))


def list_headings(area: Area) -> list[tuple[str, list[str]]]:
    """The headings that may be the title's: those of first rank, and others right above the body.

    The lines of each; the nearest to the body first. One of first rank in a menu is a `TRAIL`.
    """
    tree, page = area.record.document.tree, area.page
    if tree is None:
        return []
    nodes, inside = tree.nodes, dict[int, tuple[int, str]]()
    for number in [number for number, node in enumerate(nodes) if node.tag in _RANKS]:
        tag = nodes[number].tag
        own = number, TRAIL if tag == "h1" and is_of_trail(nodes, number) else tag
        inside[number] = own
        for below in itertools.count(number + 1):
            if below >= len(nodes) or nodes[below].parent < number:
                break
            inside[below] = own
    lines: dict[int, list[int]] = {}
    marks = tree.markup[: len(page.texts)]
    for at in [at for at, mark in enumerate(marks) if mark.node in inside]:
        owner, tag = inside[marks[at].node]
        near_by = tag != "h2" or -_NEAR_HEADINGS <= at - area.start <= 1
        if near_by and not nodes[owner].hidden:
            lines.setdefault(owner, []).append(at)
    near = sorted(lines, key=lambda number: abs(lines[number][0] - area.start))
    return [(inside[n][1], [page.texts[at] for at in lines[n]]) for n in near[:_MOST_HEADINGS]]


class _Page(NamedTuple):
    """What the numbers of all candidates are read from."""

    printed: dict[str, list[int]]
    body: frozenset[str]
    lead: frozenset[str]
    address: frozenset[str]
    site: str


def title_rows(area: Area, candidates: Sequence[TitleCandidate]) -> list[tuple[float, ...]]:
    """The numbers of each candidate, in the order of `TITLE_FEATURES`."""
    page = _read(area)
    words = [normalized_words(each.text) for each in candidates]
    keys = [letters(each.text) for each in candidates]
    alike = _alike(words)
    kinds = [each.kinds for each in candidates]
    tree = area.record.document.tree
    stated = Counter(map(letters, tree.titles)) if tree is not None else Counter[str]()
    rows = []
    for at, each in enumerate(candidates):
        others = [kinds[i] for i, same in enumerate(alike[at]) if same and i != at]
        row = (
            *_kind_numbers(each, candidates, stated[keys[at]]),
            *_place_numbers(area, page.printed.get(keys[at], [])),
            *_word_numbers(area, page, each.text, words[at]),
            len(others) / _SOME,
            any("stated" in said for said in others),
            any("h1" in said for said in others),
            any("headline line" in said for said in others),
            *_within(keys, at),
            *_text_numbers(area, page, each.text, keys[at]),
        )
        rows.append(tuple(map(float, row)))
    return rows


def _kind_numbers(
    each: TitleCandidate, candidates: Sequence[TitleCandidate], times: int
) -> Iterable[float]:
    """`times` is how often the page states the title."""
    said = each.kinds
    h1 = sum("h1" in other.kinds for other in candidates)
    return (
        "today" in said,
        "headline line" in said,
        not said - {"headline line"},
        "h1" in said,
        "h1 line" in said,
        "h1" in said and h1 == 1,
        "first h1" in said,
        "h2" in said,
        "stated" in said,
        "stated first" in said,
        "stated last" in said,
        times / 2,
        "part" in said,
        "first part" in said,
        "last part" in said,
        "bare" in said,
    )


def _place_numbers(area: Area, printed: Sequence[int]) -> Iterable[float]:
    above = [at for at in printed if at <= area.start + 1]
    last = above[-1] if above else None
    below = range(last + 1, last + 1 + _BELOW) if last is not None else range(0)
    inside = [at for at in below if at < len(area.page.texts)]
    return (
        bool(printed),
        bool(above),
        bool(printed) and not above,
        min(len(printed), _SOME) / _SOME,
        math.log1p(abs(area.start - last)) if last is not None else _SOME,
        last is not None and abs(area.start - last) <= _BELOW,
        any(area.page.dates(at) for at in inside),
        any(area.page.byline(at) for at in inside),
    )


def _word_numbers(area: Area, page: _Page, text: str, words: Sequence[str]) -> Iterable[float]:
    content = [w for w in words if w not in languages.function_words(area.page.language)] or words
    count = len(text) // _FEW if words and len(words) * _MANY < len(text) / _FEW else len(words)
    total = len(content) or 1
    told = page.address.intersection(words)
    return (
        count <= _FEW,
        _FEW < count <= _SOME,
        _SOME < count <= _MANY,
        _LONG <= count <= _LONGEST,
        count > _LONGEST,
        math.log1p(count),
        sum(word in page.body for word in content) / total,
        sum(word in page.lead for word in content) / total,
        len(told) / (len(frozenset(words)) or 1),
        len(told) / (len(page.address) or 1),
    )


def _within(keys: Sequence[str], at: int) -> Iterable[float]:
    own = keys[at]
    rest = [key for number, key in enumerate(keys) if number != at]
    return (
        any(key.startswith(own) for key in rest),
        any(key.endswith(own) for key in rest),
        any(own.startswith(key) for key in rest),
        any(own.endswith(key) for key in rest),
    )


def _text_numbers(area: Area, page: _Page, text: str, key: str) -> Iterable[float]:
    places = page.printed.get(key, [])
    tree = area.record.document.tree
    marks = tree.markup if tree is not None else ()
    cased = [word for word in text.split() if word[0].isalpha()]
    return (
        key == page.site,
        bool(page.site) and page.site in key and key != page.site,
        _SEPARATOR.search(text) is not None,
        ": " in text,
        text[-1] in ".…",
        sum(word[0].isupper() for word in cased) / (len(cased) or 1),
        sum(map(str.isdigit, text)) / len(text),
        text[-1] == "?",
        text[0].islower(),
        any(hit.where == "line" for at in places for hit in area.page.hits(at)),
        any(at < len(marks) and marks[at].link_chars > len(text) // 2 for at in places),
    )


def _alike(words: Sequence[Sequence[str]]) -> list[list[bool]]:
    """Which of several lists of words are alike; an empty one is like none."""
    counts = list(map(Counter, words))
    found = [[False] * len(words) for _ in words]
    for one, own in enumerate(counts):
        for other in range(one, len(counts) if own else 0):
            shared = (own & counts[other]).total()
            if 2 * shared / (len(words[one]) + len(words[other])) >= _ALIKE:
                found[one][other] = found[other][one] = True
    return found


def _read(area: Area) -> _Page:
    page, metadata = area.page, area.record.metadata
    printed: dict[str, list[int]] = {}
    for at, text in enumerate(_letters_of(page)):
        printed.setdefault(text, []).append(at)
    body = itertools.compress(page.words[area.start :], area.kept[area.start :])
    kept = list(itertools.islice(body, _BODY_LINES))
    address = metadata.url.value if metadata.url else ""
    path = address.partition("://")[2].partition("/")[2].lower()
    return _Page(
        printed,
        frozenset(itertools.chain.from_iterable(kept)),
        frozenset(itertools.chain.from_iterable(kept[:_LEAD_LINES])),
        frozenset(_PATH_WORD.findall(path)),
        letters(metadata.site.value) if metadata.site else "",
    )
