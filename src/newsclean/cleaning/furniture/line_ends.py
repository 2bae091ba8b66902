"""What stands behind the text of a line and is none of it: it goes, and the rest of the line stays.

The sign of a link to a heading ("The server#"), the author in brackets behind the last sentence
("... gave back the key. (Ann Reed)"), "(The text goes on below the picture)".
"""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING

from newsclean import languages
from newsclean.cleaning.lines.phrases import normalized_words
from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsclean.cleaning.lines.page import PageLines
    from newsclean.cleaning.record import Cause, PageRecord

_HEADING_WORDS = 20
_ANCHOR = lazy_regex(r"(?<!\b\w)[#¶🔗]$")
"""Not behind one letter: "C#" and "F#" are names."""
_FEWEST = 2
"""So many headings of copied text end so."""
_SIGNED = lazy_regex(r"[。.!?！？」』”\"»]\s?[(（]([^()（）]{2,120})[)）]$")
_FROM = lazy_regex(
    r" (?:in|from|aus|de|à|en|desde|da|em|uit|från|fra|z|ze|iz|из|в)(?: [^\W\d_a-z][\w’'-]*){1,2}$"
)
"""Where an author is."""
_ANNOUNCED = lazy_regex(r"\s?[(\[][^()\[\]]{8,80}[)\]]\.?$")
_BETWEEN = r"\s?[,、，;；/&·]\s?|\s(?:and|und|et|y|e|en|och|og|i|и|та)\s"


def cuts(record: PageRecord) -> dict[int, tuple[int, Cause]]:
    """Kept line -> where in the document what goes of it begins, and why it goes."""
    kept = list(itertools.compress(range(len(record.kept)), record.kept))
    found: dict[int, tuple[int, Cause]] = {}
    for at, (end, cause) in (
        *_anchors(record, kept),
        *_signature(record, kept[-1:]),
        *_announced(record, kept),
        *_agency(record.page),
    ):
        line = record.page.lines[at]
        if record.kept[at] and record.document.text.endswith(end, line.start, line.end):
            start = record.document.text[line.start : line.end - len(end)].rstrip()
            found[at] = (line.start + len(start), cause)
    return found


def _anchors(record: PageRecord, kept: Sequence[int]) -> Iterator[tuple[int, tuple[str, Cause]]]:
    """Signs behind headings that link to these: on several, or in HTML a link."""
    page, tree = record.page, record.tree
    signed = {at: page.texts[at][-1] for at in kept if page.texts[at][-1] in "#¶🔗"}
    if not signed:
        return
    links = {
        link.line
        for link in (tree.inline if tree else ())
        if link.tag == "a" and link.target.startswith("#") and link.text.strip() in signed.values()
    }
    headings = [
        at
        for at in signed
        if len(page.words[at]) <= _HEADING_WORDS and _ANCHOR.search(page.texts[at])
    ]
    for at in headings:
        if len(headings) >= _FEWEST or at in links:
            yield at, (signed[at], ("navigation", "the sign of a link to the heading"))


def _signature(record: PageRecord, last: Sequence[int]) -> Iterator[tuple[int, tuple[str, Cause]]]:
    """The names of the authors, and nothing else, in brackets behind the last sentence."""
    byline = record.metadata.byline
    if byline is None:
        return
    authors = set(map(_bare, byline.value.split(",")))
    for at in last:
        signed = _SIGNED.search(record.page.texts[at])
        if signed is None:
            continue
        # "(Ann Reed in Kestrel, Tom Hall, 3.5.2026)": where they are, and when
        named = [name for name in re.split(_BETWEEN, signed[1]) if not name[:1].isdigit()]
        names = {_bare(_FROM.sub("", name)) for name in named} - {""}
        if _bare(signed[1]) in authors or (names and names <= authors):
            end = record.page.texts[at][signed.start(1) - 1 :]
            yield at, (end, ("byline", "the author in brackets behind the last sentence"))


def _announced(record: PageRecord, kept: Sequence[int]) -> Iterator[tuple[int, tuple[str, Cause]]]:
    """Brackets behind a paragraph that say where the text goes on."""
    texts = record.page.texts
    for at in kept:
        if texts[at].endswith((")", "]", ").", "].")) and (found := _ANNOUNCED.search(texts[at])):
            said = f" {' '.join(normalized_words(found[0]))} "
            if found.start() and any(phrase in said for phrase in _phrases()):
                cause = ("navigation", f"'{found[0].strip()}' says where the text goes on")
                yield at, (found[0].strip(), cause)


def _agency(page: PageLines) -> Iterator[tuple[int, tuple[str, Cause]]]:
    """The agency that signs the last paragraph."""
    if page.signed_end is not None:
        at, begins = page.signed_end
        yield (
            at,
            (page.texts[at][begins:].lstrip(), ("credit", "the agency behind the last sentence")),
        )


@cache
def _phrases() -> tuple[str, ...]:
    data: dict[str, str] = languages.read_data("cleaning/link_lines.json")
    return tuple(f" {' '.join(normalized_words(said))} " for said in data["goes on"].split(" | "))


def _bare(name: str) -> str:
    return "".join(name.split()).lower()
