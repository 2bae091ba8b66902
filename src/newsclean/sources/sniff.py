"""What kind of file some bytes are, by their beginning. Loads no reader; takes well under 1 ms."""

from __future__ import annotations

import codecs
import re

HEAD = 65_536
_TAG_LIKE = re.compile(rb"<\0{0,3}[a-zA-Z!/?]")
_TAG = re.compile(
    rb"</?(?:html|head|body|title|meta|link|script|style|div|span|p|br|a|ul|ol|li|table|tr|td|h[1-6]"
    rb"|article|section|header|footer|nav|main|img|figure|blockquote|em|strong|b|i)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SKIPPED = re.compile(
    rb"(?:<\?xml[^>]*>|<!doctype[^>]*>|</?(?:meta|link|base|title)\b[^>]*>)\s*", re.IGNORECASE
)
_RAW = re.compile(rb"<(script|style|noscript|title)\b[^>]*>", re.IGNORECASE)
_MOST_SKIPPED = 200
"""So many comments, scripts and `<meta>` may stand before the page itself."""
_HEADER = re.compile(rb"([!-9;-~]+):[ \t]|[ \t]+\S|(?:From |>From )\S")
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
    for number, line in enumerate(head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n").splitlines()):
        if not line.strip():
            break
        found = _HEADER.match(line)
        if not found or (number == 0 and line[:1] in b" \t"):
            return False
        if found[1] and found[1].lower() in _MAIL_HEADERS:
            known.add(found[1].lower())
    return len(known) >= 3 or (len(known) == 2 and b"from" in known)
