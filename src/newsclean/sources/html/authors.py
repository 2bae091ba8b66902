"""A read page and its statements -> who it says has written it, each with where it says so.

JSON-LD is asked first, then `<meta>`, then the elements that are named as the author's.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from newsclean.document import Field
from newsclean.languages import read_data
from newsclean.markup import Node, Stated, is_authors
from newsclean.patterns import lazy_regex
from newsclean.sources.html.titles import folded
from newsclean.sources.html.values import listed, plain, types

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.sources.html.tree import Page
    from newsclean.sources.html.values import Statement

_ADDRESS = lazy_regex(r"https?://|www\.|^@|/|\S@\S")
_NAME = lazy_regex(r"(?:[^\W\d_][\w.'’-]*\s){1,4}[^\W\d_][\w.'’-]*")
_BETWEEN_NAMES = lazy_regex(r"\s*[,;|]\s+(?=\w+\s)|\s+(?:and|&|und|et|y|e|og)\s+(?=[A-Z]\w+\s)")
_WRITTEN = lazy_regex(r"[^\W\d_a-zß-ÿа-я].*\s[^\W\d_a-zß-ÿа-я]\S*")
"""What stands between links and may be a name: its first and its last word have a capital."""
_TELLS = lazy_regex(r"[a-zß-ÿ]{5,}\s(?=.*[A-ZÀ-Þ])")
"""What says where a reporter is: "skrifar frá Lundey"; "anna berg" is a name."""
_BY = (" by", " von", " par", " por", " di", " door", " av", " af", " przez")
_WHOLE = ("html", "body", "main", "article")
_MOST_LINES = 12
"""So far below the first author another one of the same block may stand (a guess)."""
_IN_BRACKETS = lazy_regex(r" ?\(([^)]{0,500})\)$")
"""What follows a name: "(BBC)". The bound keeps the time in proportion to the length."""
_CATALOGUES = ("citation_author", "dc.creator", "dcterms.creator")
_INVERTED = lazy_regex(r"^([^\s,;|]+), ([^\W\d_][^\s,;|]*(?: [^\s,;|]+)?)$")
"""In a catalogue the family name stands first: "Berg, Anna"."""
_MOST_CHARS = 80
"""No name is longer (a guess)."""


def stated_authors(
    page: Page, articles: Sequence[Statement], statements: Sequence[Statement], site: str
) -> tuple[Stated, ...]:
    """Who may have written it, each with where it says so, the most trusted first."""
    found = (
        Stated(names, origin)
        for values, origin in _values(page, articles, statements)
        if (names := _joined(values, site))
    )
    return tuple(dict.fromkeys(found))


def byline_of(stated: Sequence[Stated], site: str) -> Field | None:
    """The first who is not the site itself; the site where nobody else is."""
    people = [each for each in stated if not _is_site(each.value, site)]
    return next((Field(each.value, each.origin) for each in (*people, *stated)), None)


def _values(
    page: Page, articles: Sequence[Statement], statements: Sequence[Statement]
) -> Iterator[tuple[list[str], str]]:
    """Who may have written it, each with where it says so, the most trusted first."""
    known = {s["@id"]: s for s in statements if isinstance(s.get("@id"), str) and "name" in s}
    for statement in articles:
        for key in ("author", "creator"):
            origin = "json-ld organization" if _is_body(statement.get(key)) else "json-ld"
            yield _people(statement.get(key), known), origin
    for key in listed("author_keys"):
        values = [content for name, content in page.head.metas if name == key]
        if key in _CATALOGUES:
            values = [_INVERTED.sub(r"\2 \1", value) for value in values]
        yield values, key if ":" in key else f"meta:{key}"
    yield _author_lines(page), "author element"


def _is_body(value: Any) -> bool:
    """Is an author a company or the like, and no person?"""
    named = value if isinstance(value, list) else [value]
    kinds = [kind for each in named if isinstance(each, dict) for kind in types(each)]
    return bool(kinds) and all(kind.endswith("Organization") for kind in kinds)


def _people(value: Any, known: dict[str, Statement]) -> list[str]:
    names: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            named = each if "name" in each else known.get(str(each.get("@id")), {})
            inner = named.get("name")
            names += [plain(n) for n in (inner if isinstance(inner, list) else [inner])]
        else:
            names.append(plain(each))
    return names


def _author_lines(page: Page) -> list[str]:
    """Who is named in the first lines inside elements that are named as the author's.

    A link is one name. What announces other work ("Photos by") and its name are left out.
    """
    every = {node.names for node in page.nodes}
    if not is_authors("\n".join(every)):  # most pages: in a tenth of the time
        return []
    names = set(filter(is_authors, every))
    named = [
        node.names in names and not (node.hidden or _is_whole_post(node)) for node in page.nodes
    ]
    links: dict[int, list[str]] = {}
    for inline in page.inline:
        if inline.tag == "a":
            links.setdefault(inline.line, []).append(inline.text.strip())
    found: list[str] = []
    first = -1
    for at, (line, mark) in enumerate(zip(page.lines, page.markup, strict=True)):
        node, levels = mark.node, 3
        while node >= 0 and levels and not named[node]:
            node, levels = page.nodes[node].parent, levels - 1
        if node < 0 or not levels:
            if found:
                break
            continue
        if found and at - first > _MOST_LINES:
            break
        if own := _named_in(line, links.get(at, [])):
            found += own
            first = at if first < 0 else first
    return found


def _is_whole_post(node: Node) -> bool:
    """Is an element the article, whose author its names tell: `<article class="author-ann">`?"""
    return node.tag in _WHOLE or "hentry" in node.names


def _named_in(line: str, links: Sequence[str]) -> list[str]:
    """The parts of a line that may be names: its links, and what stands between them."""
    parts: list[tuple[str, bool]] = []
    rest = line
    for link in links:
        before, found, behind = rest.partition(link)
        if found:
            parts += [(each, False) for each in _BETWEEN_NAMES.split(before)]
            parts.append((link, True))
            rest = behind
    parts += [(each, False) for each in _BETWEEN_NAMES.split(rest)]
    names: list[str] = []
    other = False
    for part, linked in parts:
        name = _clean_name(part)
        whole = linked or _WRITTEN.fullmatch(name) or not (links or _TELLS.match(name))
        if _NAME.fullmatch(name) and whole and not other:
            names.append(name)
        said = plain(part).strip(" ,;:|").lower()
        if linked or not said:
            other = False
        else:  # "By", "and", "in Lowmere and" go on with authors; "Photos by" does not
            other = said.endswith(_BY) and said not in listed("byline_prefixes")
            other = other or said in _pictures()  # "Foto: Anna Berg"
    return names


def _is_site(name: str, site: str) -> bool:
    """Is a name the site's own, or a part of it?"""
    return folded(name) in folded(site) or folded(name).partition(" ")[0] == folded(site)


def _joined(names: list[str], site: str) -> str:
    """Names cleaned, once each, joined by commas, the site beside others left out."""
    out: dict[str, str] = {}
    for value in names:
        for name in _BETWEEN_NAMES.split(plain(value)):
            text = _clean_name(name).partition(" | ")[0]  # "Anna Berg | WQFX"
            if text and folded(text) not in out:
                out[folded(text)] = text
    people = [name for name in out.values() if folded(name) != folded(site)]
    return ", ".join(people or out.values())


@cache
def _prefixes() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, listed("byline_prefixes")))
    return re.compile(rf"^\s*(?:{prefixes})[\s:]+", re.IGNORECASE)


@cache
def _pictures() -> frozenset[str]:
    """What pictures and who takes them are called."""
    data = read_data("cleaning/bylines.json")
    return frozenset(f"{data['pictures']} {data['pictures_alone']}".split())


def _clean_name(name: str) -> str:
    text = _prefixes().sub("", plain(name))
    if (told := _IN_BRACKETS.search(text)) and told[1].lower().strip() in _pictures():
        return ""  # "Anna Berg (photo)" has not written it
    text = _IN_BRACKETS.sub("", text).strip(' ,;:|-–—•"“”«»')
    if _ADDRESS.search(text) or len(text) > _MOST_CHARS or not any(map(str.isalpha, text)):
        return ""
    if text.lower() in listed("no_authors") or text[0].isdigit():
        return ""
    return text.title() if text.isupper() and " " in text else text
