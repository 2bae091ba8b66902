"""HTML bytes or text -> `Document` with a light tree, whatever state they are in.

Encodings are settled as browsers do, with two differences: bytes that are valid UTF-8 are UTF-8
whatever they declare, and UTF-8 that somebody once read as Latin-1 is repaired. A `Document` of
an HTML page has one line for each block and no empty lines; pure decoration ("* * *") is left out.
"""

from __future__ import annotations

import codecs
import re

from newsclean.document import Document
from newsclean.markup import Tree
from newsclean.sources import encoding as encodings
from newsclean.sources.html import metadata as page_metadata
from newsclean.sources.html import tree as page_tree

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)"""
    rb"""|<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_HEAD_BYTES = 65_536
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# the bytes 80..BF of a UTF-8 sequence as Latin-1 or Windows-1252 shows them
_LATIN_SEQUENCE = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,3}"
)
_SUSPECTS = {
    "\u00c3": "",
    "\u00c2": "",
    "\u00e2": "\u20ac\u0080",
    "\u00f0": "\u0178\u009f",
}
"""Characters that hint at a broken encoding; some do so only before one of others."""
_PLAUSIBLE = re.compile(
    "[\u00a0-\u024f\u0370-\u052f\u1e00-\u1eff\u2000-\u2bff\u3000-\u30ff\u4e00-\uffef\U0001f000-\U0001faff]+"
)


def read(data: bytes | str, name: str = "-", encoding: str | None = None) -> Document:
    """The document in an HTML page or fragment.

    Args:
        data: the page; text is taken as decoded.
        name: what to call it in messages.
        encoding: a codec name; None settles it from the data.

    Raises:
        LookupError: there is no codec of that name.
    """
    text, codec = (data, None) if isinstance(data, str) else decode(data, encoding)
    text, repairs = repair_mojibake(_XML_DECLARATION.sub("", text, count=1))
    page = page_tree.parse(text)
    facts = page_metadata.facts(page)
    tree = Tree(page.nodes, page.markup, facts.bodies, facts.titles, facts.descriptions)
    notes = ("UTF-8 that had been read as Latin-1 was repaired",) if repairs else ()
    return Document(
        text="\n".join(page.lines),
        name=name,
        kind="html",
        encoding=codec,
        metadata=facts.metadata,
        tree=tree,
        notes=notes,
    )


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of an HTML page and the codec that read it.

    Raises:
        LookupError: there is no codec called `encoding`.
    """
    if encoding is not None:
        return data.decode(encoding, "replace"), codecs.lookup(encoding).name
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) if codec == "utf-8" else 0 :].decode(codec, "replace"), codec
    if b"\0" in data[:4] and (unmarked := encodings.wide(data)):
        return unmarked.text, unmarked.encoding
    declared = _declared(data)
    if declared is not None and declared.startswith(("iso2022", "hz", "utf_7")):
        return data.decode(declared, "replace"), declared
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if declared not in (None, "utf-8"):
        return data.decode(declared, "replace"), declared
    guessed = encodings.not_utf8(data)
    return guessed.text, guessed.encoding


def _declared(data: bytes) -> str | None:
    """The codec that the page's own head names, as Python calls it."""
    for found in _DECLARED.finditer(data, 0, _HEAD_BYTES):
        named = encodings.page_codec((found[1] or found[2]).decode("ascii"))
        if named is not None:
            # UTF-16 could not have been read so far
            return "utf-8" if named.startswith("utf-16") else named
    return None


def repair_mojibake(text: str) -> tuple[str, int]:
    """`text` with UTF-8 that was read as Latin-1 or Windows-1252 put right, and how many places.

    >>> repair_mojibake("donâ€™t")
    ('don’t', 1)
    """
    if text.isascii() or not _suspect(text):
        return text, 0
    repaired = 0

    def right(found: re.Match[str]) -> str:
        nonlocal repaired
        raw = b"".join(_single_byte(character) for character in found[0])
        for end in range(len(raw), 1, -1):
            try:
                meant = raw[:end].decode("utf-8")
            except UnicodeDecodeError:
                continue
            if len(meant) == 1 and _PLAUSIBLE.fullmatch(meant):
                repaired += 1
                return meant + found[0][end:]
        return found[0]

    fixed = _LATIN_SEQUENCE.sub(right, text)
    return fixed, repaired


def _suspect(text: str) -> bool:
    return any(
        first in text and (not after or any(first + second in text for second in after))
        for first, after in _SUSPECTS.items()
    )


def _single_byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
