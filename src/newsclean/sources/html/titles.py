"""A read page and the titles it states -> the article's title, with where it was read.

The `<h1>` is what a reader sees and is believed where it resembles a stated title: unless it has
only a word or two of it, or a news article's JSON-LD and its Open Graph title agree on another
one. A heading of lower rank counts where `<title>` is that and the site's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.document import Field
from newsclean.markup import is_of_trail
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsclean.sources.html.tree import Page

_SEPARATOR = lazy_regex(r"\s+(?:[|–—·•»:]|-{1,2}|::)\s+")
_FEWEST_HOST_CHARS = 4
"""A shorter name of a host is in many a title by chance (a guess)."""
_HOST = lazy_regex(r"(?:https?:)?//(?:www\.)?([^/:?#]+)")
_SECTIONS = "|»·•::"
"""Signs before what belongs to the site; a dash may be part of the title."""
_SAME = 0.8
_LABEL = 2
"""A heading of so many words may name a section."""
_HEADLINE = 5
"""The only `<h1>` of a page is its headline whatever else is stated, with so many words."""
_LOWER = ("h2", "h3")


def find_title(
    page: Page, stated: Sequence[Field], owner: tuple[str, str], *, news: bool
) -> Field | None:
    """The title; `owner` is the site's name and the page's address, as far as they are known."""
    cleaned = [
        Field(text, field.origin) for field in stated if (text := without_site(field.value, *owner))
    ]
    headings = _headings(page, ("h1",), stated)
    if headings and _alike(headings[0], [field.value for field in stated]):
        short = without_site(headings[0], *owner)
        heading = short if headings[0].startswith(short) else headings[0]
        if not _is_label(heading, [*stated, *cleaned]):
            agreed = _agreed(cleaned) if news else None
            return agreed if agreed and not _same(agreed.value, heading) else Field(heading, "h1")
    if len(headings) == 1 and len(folded(headings[0]).split()) >= _HEADLINE:
        return Field(headings[0], "h1")
    if lower := _named_in_title(page, stated):
        return lower
    if cleaned:
        return cleaned[0]
    return Field(headings[0], "h1") if headings else None


def folded(text: str) -> str:
    """The words of a text, lower case, a blank between two."""
    return " ".join(re.findall(r"\w+", text.lower()))


def without_site(title: str, site: str, address: str = "") -> str:
    """A title without the name of the site before or after it.

    >>> without_site("Rain at last - The Daily Example", "Daily Example")
    'Rain at last'
    >>> without_site("Rain at last — LessWrong", "", "https://www.lesswrong.com/posts/1")
    'Rain at last'
    """
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    for at, keep in ((-1, slice(None, -1)), (0, slice(1, None))):
        if _names_site(parts[at], site, address):
            first, last = parts[keep][0], parts[keep][-1]
            start = title.index(first)
            return title[start : title.rindex(last) + len(last)]
    separator = _SEPARATOR.findall(title)[-1].strip()
    if separator in _SECTIONS and len(parts[-1].split()) <= 4 < len(" ".join(parts[:-1]).split()):
        return title[: title.rindex(parts[-1])].rstrip().rstrip(separator).rstrip()
    return title


def _names_site(part: str, site: str, address: str) -> bool:
    """Is a part of a title the site's name, or what its address is called?"""
    words, name = folded(part), folded(site)
    if name and words and (words in name or name in words):
        return True
    host = _HOST.match(address)
    if not host or len(words) < _FEWEST_HOST_CHARS:
        return False
    label = max(host[1].lower().split(".")[:-1], key=len, default="").replace("-", "")
    squeezed = words.replace(" ", "")
    return squeezed == label or squeezed in (host[1].lower().replace(".", ""), f"the{label}")


def _headings(page: Page, tags: Sequence[str], stated: Sequence[Field]) -> list[str]:
    """The texts of the elements with these tags, the one most like the stated titles first."""
    inside: dict[int, int] = {}
    for number, node in enumerate(page.nodes):
        if node.tag in tags and not is_of_trail(page.nodes, number):
            inside[number] = number
        elif node.parent in inside:
            inside[number] = inside[node.parent]
    texts: dict[int, list[str]] = {}
    for line, mark in zip(page.lines, page.markup, strict=True):
        heading = inside.get(mark.node)
        if heading is not None and not page.nodes[heading].hidden:
            texts.setdefault(heading, []).append(line)
    words = {word for field in stated for word in folded(field.value).split()}

    def unlike(text: str) -> float:
        own = set(folded(text).split())
        return -len(own & words) / (1 + len(own | words))

    return sorted((" ".join(lines) for lines in texts.values()), key=unlike)


def _alike(heading: str, stated: Sequence[str]) -> bool:
    """Whether a heading has a third of its words in common with one stated title."""
    own = set(folded(heading).split())
    return any(len(own & set(folded(text).split())) * 3 >= max(2, len(own)) for text in stated)


def _same(one: str, other: str) -> bool:
    """Whether two titles have most words in common."""
    first, second = set(folded(one).split()), set(folded(other).split())
    return 2 * len(first & second) >= _SAME * (len(first) + len(second))


def _is_label(heading: str, stated: Sequence[Field]) -> bool:
    """Whether a heading is a word or two of longer titles, and none begins with it alone."""
    return (
        len(folded(heading).split()) <= _LABEL
        and bool(stated)
        and not any(_same(heading, _SEPARATOR.split(field.value)[0]) for field in stated)
    )


def _agreed(stated: Sequence[Field]) -> Field | None:
    """The headline of the JSON-LD, if the Open Graph title says the same."""
    if len(stated) < 2 or stated[0].origin != "json-ld" or not stated[1].origin.startswith("og:"):
        return None
    return stated[0] if _same(stated[0].value, stated[1].value) else None


def _named_in_title(page: Page, stated: Sequence[Field]) -> Field | None:
    """A heading of lower rank that `<title>` ends with, after no more than the site's name."""
    if not stated or any(_SEPARATOR.search(field.value) for field in stated):
        return None
    title = folded(stated[-1].value)
    for heading in _headings(page, _LOWER, stated)[:1]:
        words = folded(heading)
        rest = title.removesuffix(words)
        if " " in words and rest != title and rest.endswith(" ") and len(rest) < len(title) / 2 + 2:
            return Field(heading, "h2")
    return None
