"""Boxes of HTML pages, put between the paragraphs of others: see `training.cleaning.furniture`."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from newsclean import languages
from newsclean.cleaning.lines.phrases import normalized_words, phrasebook
from newsclean.training.cleaning.furniture import COUNTS, OPENING

_TAGS = ("div", "aside", "section", "ul", "p", "figure")
_SHORTEST, _LONGEST = 12, 500
"""How many characters the text of a box has."""
_PARAGRAPH = 60
"""A paragraph of fewer characters is no place to put a box after."""
_MOST_OF_A_PAGE = 4
_BOM = b"\xef\xbb\xbf"


def boxes(page: bytes, body: str) -> list[str]:
    """Elements of a page that read like boxes and are not of its body, as HTML."""
    root = _parsed(page)
    if root is None:
        return []
    book = phrasebook(languages.detect(body))
    gold = _folded(body)
    found: list[str] = []
    taken: set[Any] = set()
    for element in root.iter(*_TAGS):
        if any(above in taken for above in element.iterancestors()):
            continue
        text = _folded(element.text_content())
        if not _SHORTEST <= len(text) <= _LONGEST or text in gold:
            continue
        lines = [line for line in element.text_content().split("\n") if line.strip()]
        if any(
            hit.reason in OPENING
            for line in lines
            for hit in book.hits(line, normalized_words(line))
        ):
            taken.add(element)
            found.append(etree.tostring(element, encoding="unicode", with_tail=False))
    return found[-_MOST_OF_A_PAGE:]


def interrupted(page: bytes, body: str, known: list[str], rng: random.Random) -> bytes | None:
    """The page with some of the `known` boxes in its body; None where there is no place."""
    root = _parsed(page)
    if root is None or not known:
        return None
    gold = _folded(body)
    places = list(_places(root, gold))
    if not places:
        return None
    for place in rng.sample(places, min(len(places), rng.choice(COUNTS))):
        place.addnext(lxml_html.fragment_fromstring(rng.choice(known)))
    made: bytes = etree.tostring(root, encoding="utf-8", method="html")
    return _BOM + made


def _places(root: Any, gold: str) -> Iterator[Any]:
    """The paragraphs of the body that another one follows."""
    paragraphs = [
        element
        for element in root.iter("p")
        if len(text := _folded(element.text_content())) >= _PARAGRAPH and text in gold
    ]
    yield from paragraphs[:-1]


def _parsed(page: bytes) -> Any:
    try:
        return lxml_html.document_fromstring(page.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, etree.ParserError):
        return None


def _folded(text: str) -> str:
    return " ".join(text.split())
