"""What kind of file some bytes are, by their beginning. Loads no reader; takes well under 1 ms."""

from __future__ import annotations

import codecs
import re

from newsclean.patterns import lazy_regex

HEAD = 65_536
_TAG_LIKE = lazy_regex(rb"<\0{0,3}[a-zA-Z!/?]")
_TAG = lazy_regex(
    rb"</?(?:html|head|body|title|meta|link|script|style|div|span|p|br|a|ul|ol|li|table|tr|td|h[1-6]"
    rb"|article|section|header|footer|nav|main|img|figure|blockquote|em|strong|b|i)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_PAGE = lazy_regex(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SKIPPED = lazy_regex(
    rb"(?:<\?xml[^>]*>|<!doctype[^>]*>|</?(?:meta|link|base|title)\b[^>]*>)\s*", re.IGNORECASE
)
_SUBSET = lazy_regex(rb"<!doctype[^>\[]*\[", re.IGNORECASE)
_RAW = lazy_regex(rb"<(script|style|noscript|title)\b[^>]*>", re.IGNORECASE)
_MOST_SKIPPED = 200
"""So many comments, scripts and `<meta>` may stand before the page itself."""
_FEED = lazy_regex(rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_CUE = lazy_regex(rb"(?:\d{1,6}\s+)?(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->")
_TAR_MAGIC, _TAR_AT = b"ustar", 257
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURE = "a picture ({}); run text recognition (OCR) on it first"
_SOUND = "a sound or film file ({}); make a transcript of it first"
_ARCHIVE = "an archive of a kind that is not read ({}); unpack it first"
_REFUSED = (
    (0, b"\x89PNG", _PICTURE.format("PNG")),
    (0, b"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (0, b"GIF8", _PICTURE.format("GIF")),
    (8, b"WEBP", _PICTURE.format("WebP")),
    (0, b"II*\0", _PICTURE.format("TIFF")),
    (0, b"MM\0*", _PICTURE.format("TIFF")),
    (4, b"ftyphei", _PICTURE.format("HEIC")),
    (4, b"ftypavif", _PICTURE.format("AVIF")),
    (4, b"ftyp", _SOUND.format("MP4")),
    (0, b"ID3", _SOUND.format("MP3")),
    (0, b"\xff\xfb", _SOUND.format("MP3")),
    (0, b"OggS", _SOUND.format("Ogg")),
    (0, b"fLaC", _SOUND.format("FLAC")),
    (8, b"WAVE", _SOUND.format("WAV")),
    (8, b"AVI ", _SOUND.format("AVI")),
    (0, b"\x1aE\xdf\xa3", _SOUND.format("Matroska or WebM")),
    (0, b"7z\xbc\xaf\x27\x1c", _ARCHIVE.format("7z")),
    (0, b"Rar!\x1a\x07", _ARCHIVE.format("RAR")),
    (0, b"MZ\x90", "a program, not an article"),
    (0, b"\x7fELF", "a program, not an article"),
    (0, b"SQLite format 3\0", "a database (SQLite); export the table as CSV or JSON"),
    (0, b"wOFF", "a font, not an article"),
    (0, b"wOF2", "a font, not an article"),
)
"""Where its first bytes stand, what they are, and what to say of a kind that is not read."""
_DRAWING = lazy_regex(rb"<(?:svg:)?svg[\s>]", re.IGNORECASE)
_HEADER = lazy_regex(rb"([!-9;-~]+):[ \t]|[ \t]+\S|(?:From |>From )\S")
_MAIL_HEADERS = frozenset(
    b"from to subject date received return-path message-id mime-version delivered-to".split()
)


def looks_like_html(data: bytes | str) -> bool:
    """Whether `data` is HTML rather than text that mentions it.

    Comments, scripts and `<meta>` of any length may stand before the page.
    """
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else data
    if not _TAG_LIKE.search(raw[:HEAD]):
        return False
    if b"\0" in raw[:4]:
        raw = raw[:HEAD].replace(b"\0", b"").lstrip(b"\xff\xfe")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    start = _after_preamble(raw)
    if _PAGE.match(raw, start):
        return True
    head = raw[start : start + 20_000]
    tags = _TAG.findall(head)
    if start and head[:1] == b"<" and tags:
        return True
    starts = raw.lstrip()[:1] == b"<"
    return len(tags) >= (2 if starts else 8) and len(tags) * 400 > len(head)


def _after_preamble(data: bytes) -> int:
    """The place after the comments, declarations, scripts and `<meta>` that data begin with."""
    at = _after_space(data, 0)
    for _ in range(_MOST_SKIPPED):
        if data.startswith(b"<!--", at):
            end = data.find(b"-->", at + 4)
            if end < 0:
                return at
            at = end + 3
        elif (declared := _SUBSET.match(data, at)) and (end := data.find(b"]>", at)) >= 0:
            at = max(declared.end(), end + 2)
        elif raw := _RAW.match(data, at):
            end = data.lower().find(b"</" + raw[1].lower(), raw.end())
            close = data.find(b">", end) if end >= 0 else -1
            if close < 0:
                return at
            at = close + 1
        elif not _PAGE.match(data, at) and (found := _SKIPPED.match(data, at)):
            at = found.end()
        else:
            return at
        at = _after_space(data, at)
    return at


def _after_space(data: bytes, at: int) -> int:
    while data[at : at + 1].isspace():
        at += 1
    return at


def looks_like_email(head: bytes) -> bool:
    """Header lines up to the first empty line, two of them such as every message has."""
    known = set()
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if not _HEADER.match(start):  # nearly all other inputs: their lines need not be parted
        return False
    for number, line in enumerate(start.splitlines()):
        if not line.strip():
            break
        found = _HEADER.match(line)
        if not found or (number == 0 and line[:1] in b" \t"):
            return False
        if found[1] and found[1].lower() in _MAIL_HEADERS:
            known.add(found[1].lower())
    return len(known) >= 3 or (len(known) == 2 and b"from" in known)


def refusal(head: bytes) -> str | None:
    """What to say of a file of a kind that is not read; None for all else."""
    for at, magic, message in _REFUSED:
        if head.startswith(magic, at):
            return message
    start = head.removeprefix(b"\xef\xbb\xbf")
    if _DRAWING.match(start, _after_preamble(start)):
        return "a drawing (SVG), not an article"
    return None


def is_rtf(head: bytes) -> bool:
    """Whether it is Rich Text Format."""
    return head[:64].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"{\\rtf")


def is_zip(head: bytes) -> bool:
    """Whether it is a zip archive, or one of the formats that are made of one."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_tar(head: bytes) -> bool:
    """Whether it is a tar archive."""
    return head.startswith(_TAR_MAGIC, _TAR_AT)


def is_webarchive(data: bytes) -> bool:
    """Whether it is a page as Safari saves it."""
    return data.startswith((b"bplist00", b"<?xml")) and b"WebMainResource" in data


def is_captions(head: bytes) -> bool:
    """Whether it is WebVTT or SubRip."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n \t")
    return start.startswith(b"WEBVTT") or _CUE.match(start) is not None


def is_feed(head: bytes) -> bool:
    """Whether it is RSS, RDF or Atom."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    return _FEED.match(start, _after_preamble(start)) is not None
