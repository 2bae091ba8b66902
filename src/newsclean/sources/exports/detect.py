"""Which database an export is of, by what only its exports have; cheap, as every file is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsclean.patterns import lazy_regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsclean.sources.record import Record

    Reader = Callable[[bytes, str], Iterator[Record]]

LOOK = 2_000_000
"""So many first bytes are searched: style sheets and cover pages may stand before an article."""
_TEXT_LOOK = 200_000
_HTML: tuple[tuple[bytes, str], ...] = (
    (b"docpublicationname", "europresse"),
    (b'name="doc_id_', "nexis html"),
    (b"<doc number=", "nexis html"),
    (b"topic-detail", "kikuzo"),
    (b"heiseidetailarea", "yomidasu"),
    ("^ИС".encode(), "integrum"),
    ("^ИС".encode("cp1251"), "integrum"),
)
_FACTIVA = lazy_regex(rb"\barticleparagraph\s+[a-z]{2}articleparagraph\b")
"""The class of a paragraph, with its language; "articleParagraph" alone is on many news sites."""
_HTML_NUMBERED = lazy_regex(rb">\s*\d+ (?:of|von|de|sur) \d+ documents?\s*<", re.IGNORECASE)
_CODES = lazy_regex(rb">(?:HD|LP)</b>|>\s*HD\s*<")
_NUMBERED = lazy_regex(
    rb"(?:^|[\r\n])[ \t\xa0\xc2]*(?:\d[\d.,]* (?:of|von|de|sur|di|van) \d[\d.,]* DO[CK]UMENT\w{0,4}"
    rb"|DO[CK]UMENT\w? \d+ (?:von|de|sur|di|van|of) \d+)[ \t\xa0\xc2]*(?=[\r\n]|$)",
    re.IGNORECASE,
)
_UNI_MARKS = (b"End of Document", b"Load-Date", b"Narrowed by", b"Job Number", b"Publication-Type")
_WORD_BODY = lazy_regex(rb">(?:Body|Text|Full Text|Classification|Hauptteil|Corps)<")
_RTF_BODY = lazy_regex(rb"[ }](?:Body|Text|Full Text|Classification|Hauptteil|Corps)[\\}\r\n]")
_CLOSING = lazy_regex(
    rb"(?im)^[ \t]*(?:end of document|ende des dokuments|fin du document|fin del documento"
    rb"|einde van document|fine del documento|fim do documento)[ \t]*\r?$"
)
_BODY_LINE = lazy_regex(rb"(?m)^(?:Body|Full Text|Hauptteil|Corps|Cuerpo|Texto|Testo|Corpo)\r?$")
_LOADED = lazy_regex(rb"(?m)^[A-Z][\w-]{2,20}-[\w-]{2,20}: [^\n]{0,20}\b(?:19|20)\d\d\b")
_COPIED = lazy_regex(rb"(?:^|\n)[ \t]*HD[ \t]+\S")
_COPIED_TEXT = lazy_regex(rb"(?:^|\n)[ \t]*(?:LP|TD)(?:[ \t]|\r?\n)")
_COPIED_END = lazy_regex(rb"(?:^|\n)[ \t]*(?:AN|SN|WC|PD)[ \t]")


def of(data: bytes, *, html: bool) -> str | None:
    """The name of the reader for an export that begins with `data`; None for all else.

    `html` says that it is HTML or XML.
    """
    head = data[:LOOK]
    if html:
        if b"ppsarticle" in head[:_TEXT_LOOK]:
            return "factiva xml"
        lower = head.lower()
        for mark, reader in _HTML:
            if mark in lower:
                return reader
        # a word that each pattern needs is looked for first, here and in text: most have none
        if b" document" in lower and _HTML_NUMBERED.search(head):
            return "nexis html"
        if b"articleparagraph" in lower and _FACTIVA.search(lower):
            return "factiva html"
        codes = b"HD" in head or b">LP<" in head
        return "factiva html" if codes and len(_CODES.findall(head)) > 1 else None
    head = head.replace(b"\0", b"")[:_TEXT_LOOK]
    if b"_" * 20 in head and _is_proquest(head):
        return "proquest"
    if _names_document(head):
        if _NUMBERED.search(head):
            return "nexis text"
        if _CLOSING.search(head) and (_BODY_LINE.search(head) or _LOADED.search(head)):
            return "nexis uni text"
    if (
        b"HD" in head
        and _COPIED.search(head)
        and _COPIED_TEXT.search(head)
        and _COPIED_END.search(head)
    ):
        return "factiva codes"
    return None


def _names_document(head: bytes) -> bool:
    lower = head.lower()
    return b"document" in lower or b"dokument" in lower


def _is_proquest(head: bytes) -> bool:
    lower = head.lower()
    return b"proquest" in lower and any(
        mark in lower for mark in (b"full text:", b"publication info:", b"publication title:")
    )


def reader(name: str) -> Reader:
    """The function that reads an export, of a name that `of` gives."""
    if name == "nexis text":
        from newsclean.sources.exports.nexis_text import records
    elif name == "nexis uni text":
        from newsclean.sources.exports.nexis_uni import text_records as records
    elif name == "nexis html":
        from newsclean.sources.exports.nexis_html import records
    elif name == "factiva html":
        from newsclean.sources.exports.factiva_html import records
    elif name == "factiva codes":
        from newsclean.sources.exports.factiva_codes import records
    elif name == "factiva xml":
        from newsclean.sources.exports.factiva_xml import records
    elif name == "europresse":
        from newsclean.sources.exports.europresse import records
    elif name == "proquest":
        from newsclean.sources.exports.proquest import records
    elif name == "integrum":
        from newsclean.sources.exports.integrum import records
    elif name == "kikuzo":
        from newsclean.sources.exports.kikuzo import kikuzo as records
    else:
        from newsclean.sources.exports.kikuzo import yomidasu as records
    return records


def is_word_export(data: bytes) -> bool:
    """Whether a Word file is an export of Nexis Uni, by the lines that only these have."""
    from newsclean.errors import InputError
    from newsclean.sources.files.office import member

    try:
        return _has_uni_marks(member(data, "word/document.xml", "-"), _WORD_BODY)
    except InputError:
        return False


def is_rtf_export(data: bytes) -> bool:
    """Whether an RTF file is an export of Nexis Uni."""
    return _has_uni_marks(data, _RTF_BODY)


def _has_uni_marks(data: bytes, body: re.Pattern[bytes]) -> bool:
    marks = sum(mark in data for mark in _UNI_MARKS)
    return marks > 1 or (marks == 1 and body.search(data) is not None)


def word_records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of a Word file from Nexis Uni."""
    from newsclean.sources.exports import nexis_uni
    from newsclean.sources.files.office import word_paragraphs

    return nexis_uni.records(word_paragraphs(data, name), name)


def rtf_records(data: bytes, name: str) -> Iterator[Record]:
    """The articles of an RTF file from Nexis Uni."""
    from newsclean.sources.exports import nexis_uni
    from newsclean.sources.files.rtf import paragraphs

    return nexis_uni.records(paragraphs(data, name), name)
